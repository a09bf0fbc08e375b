"""Reading whom an agency serves: what can't be read is unknown, never nobody."""

import pytest

from collabnet.risk.coverage.cells import (
    Ages,
    read_ages,
    read_genders,
    read_languages,
    read_referral,
    read_regions,
)
from collabnet.risk.coverage.offers import holds


class TestAges:
    @pytest.mark.parametrize(
        ("cell", "ages"),
        [
            ("11-17", [(11, 17)]),
            ("11 – 17", [(11, 17)]),
            ("Ages 11 to 17", [(11, 17)]),
            ("13+", [(13, None)]),
            ("13 and over", [(13, None)]),
            ("from 13", [(13, None)]),
            ("under 18", [(0, 17)]),
            ("up to 17", [(0, 17)]),
            ("16", [(16, 16)]),
            ("12-14; 16-17", [(12, 14), (16, 17)]),
            ("All ages", [(0, None)]),
            ("minors", [(0, 17)]),
        ],
    )
    def test_they_are_written_in_many_ways(self, cell, ages):
        assert read_ages(cell) == tuple(Ages(*one) for one in ages)

    @pytest.mark.parametrize(
        "cell", ["", " ", "youth", "17-11", "0-400", "12-17; teens", "unknown"]
    )
    def test_what_cannot_be_read_is_unknown(self, cell):
        assert read_ages(cell) is None

    def test_a_range_holds_another_only_if_it_holds_all_of_it(self):
        assert Ages(12, None).holds(Ages(13, None))
        assert not Ages(12, 17).holds(Ages(13, None))
        assert Ages(12, 17).holds(Ages(12, 17))
        assert not Ages(12, 17).holds(Ages(11, 12))


class TestWords:
    @pytest.mark.parametrize(
        ("cell", "genders"),
        [
            ("male;female", {"male", "female"}),
            ("Girls and boys", {"male", "female"}),
            ("young women", {"female"}),
            ("both", {"male", "female"}),
            ("everyone", {"all"}),
            ("two-spirit", {"two-spirit"}),
        ],
    )
    def test_genders(self, cell, genders):
        assert read_genders(cell) == genders

    @pytest.mark.parametrize("cell", ["", "?", "Unknown", "varies; n/a"])
    def test_a_cell_that_says_nothing_is_unknown(self, cell):
        assert read_genders(cell) is None
        assert read_referral(cell) is None
        assert read_regions(cell) is None
        assert read_languages(cell) is None

    @pytest.mark.parametrize(
        ("cell", "ways"),
        [
            ("voluntary;court-mandated", {"voluntary", "court-mandated"}),
            ("Mandated", {"court-mandated"}),
            ("both", {"voluntary", "court-mandated"}),
            ("self-referral or court ordered", {"voluntary", "court-mandated"}),
        ],
    )
    def test_by_choice_or_by_order(self, cell, ways):
        assert read_referral(cell) == ways

    def test_regions_hold_spaces_and_languages_commas(self):
        assert read_regions("North and South County; Lake") == {"north and south county", "lake"}
        assert read_languages("English, Spanish") == {"english", "spanish"}

    def test_what_a_cell_leaves_open_is_unknown(self):
        """Girls, and others of whom nothing is said."""
        served = read_genders("girls; unknown")
        assert (holds(served, "female"), holds(served, "male")) == (True, None)

    def test_all_holds_every_group_and_unknown_neither(self):
        assert holds(frozenset({"all"}), "male") is True
        assert holds(frozenset({"female"}), "male") is False
        assert holds(None, "male") is None
