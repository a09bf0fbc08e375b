"""Exports side by side: what one leaves of another is a count too."""

from collections import Counter
from random import Random

import pytest

from collabnet.sharing.withholding import (
    PublishedTable,
    audit_together,
    audit_with_earlier,
    what,
    withhold,
)

WAY = what({"from": "court", "to": "clinic"})
SERVICE = what({"service": "shelter"})
YEAR = {"start": "2024-01-01", "end": "2024-12-31"}
LEFT = "Side by side, these tell a small count: what is left of "


def ways(text, start="2024-01-01", end="2024-12-31"):
    return PublishedTable("Pathways", {WAY: text}, (), start, end)


def several(counts, end="2024-12-31", start="2024-01-01"):
    """Counts by who sends to the clinic."""
    shown = {what({"from": who, "to": "clinic"}): n for who, n in counts.items()}
    return PublishedTable("Pathways", shown, (), start, end)


def for_service(text):
    cell = tuple(sorted((*WAY, *SERVICE)))
    return PublishedTable("Pathways", {cell: text}, SERVICE, **YEAR)


class TestPeriods:
    def test_a_small_rest_of_the_year_is_told(self):
        assert audit_together([ways("30"), ways("25", end="2024-11-30")]) == [
            f"{LEFT}from court, to clinic (2024-01-01 to 2024-12-31) beside from court, to clinic "
            "(2024-01-01 to 2024-11-30) is 5."
        ]

    @pytest.mark.parametrize("part", ["30", "19", "12", "<11", "withheld"])
    def test_a_rest_of_none_or_of_11_and_more_is_not(self, part):
        """Nor what is left of 30 beside a hidden count, which may be 20 to 29."""
        assert audit_together([ways("30"), ways(part, end="2024-11-30")]) == []

    def test_a_hidden_count_within_a_small_one_stays_hidden(self):
        assert audit_together([ways("<11"), ways("<11", end="2024-11-30")]) == []

    def test_a_hidden_count_that_a_longer_period_bounds_is_told(self):
        """March and April are what January to April have more than January and February."""
        spring = ways("<11", "2024-03-01", "2024-04-30")
        longer = [ways("36", end="2024-04-30"), ways("32", end="2024-02-29")]
        assert audit_together([spring, *longer]) == [
            "Side by side, these tell a small count: from court, to clinic (2024-03-01 to "
            "2024-04-30) is 4."
        ]

    def test_three_quarters_give_the_fourth_away(self):
        quarters = [
            ways("12", end="2024-03-31"),
            ways("11", "2024-04-01", "2024-06-30"),
            ways("12", "2024-07-01", "2024-09-30"),
        ]
        found = audit_together([ways("40"), *quarters])
        assert len(found) == 1 and found[0].endswith(" is 5.")
        assert audit_together([ways("40"), *quarters[:2]]) == []

    def test_periods_that_do_not_overlap_tell_nothing(self):
        assert audit_together([ways("12", end="2024-06-30"), ways("11", "2024-07-01")]) == []

    def test_a_period_that_is_not_known_is_compared_with_none(self):
        assert audit_together([ways("30"), PublishedTable("Pathways", {WAY: "25"})]) == []


class TestFilters:
    def test_all_services_beside_one_are_subtracted(self):
        assert audit_together([ways("30"), for_service("22")]) == [
            f"{LEFT}from court, to clinic (2024-01-01 to 2024-12-31) beside from court, service "
            "shelter, to clinic (2024-01-01 to 2024-12-31) is 8."
        ]

    def test_a_rest_that_is_large_is_none_of_it(self):
        assert audit_together([ways("30"), for_service("12")]) == []

    def test_a_table_beside_itself_tells_nothing_more(self):
        assert audit_together([ways("30"), ways("30")]) == []


class TestRenamed:
    WHAT_TO_DO = (
        "If agencies were renamed or merged, a small count could be worked out: keep the old ids, "
        "or pass on only days after those."
    )

    def test_a_merged_agency_is_a_reason_whatever_the_numbers_are(self):
        """14 and fewer than 11 as one of 17: a reader who guesses that knows the 3."""
        old = several({"police": "14", "police dept": "<11"})
        assert audit_with_earlier([several({"police dept": "17"})], [old]) == [
            "police was passed on earlier, and the counts of now don't have it. " + self.WHAT_TO_DO
        ]

    def test_so_is_a_renamed_one_in_a_longer_period(self):
        old = several({"police": "20", "court": "30"}, "2024-06-30")
        new = several({"sheriff": "23", "court": "30"})
        assert audit_with_earlier([new], [old]) == [
            "police was passed on earlier, and the counts of now don't have it. " + self.WHAT_TO_DO
        ]

    def test_so_is_a_new_one_in_a_shorter_period(self):
        old, new = several({"police": "20"}), several({"sheriff": "17"}, "2024-06-30")
        assert audit_with_earlier([new], [old]) == [
            "sheriff stands in the counts of now, but not in what was passed on earlier for more "
            "days. " + self.WHAT_TO_DO
        ]

    def test_who_comes_later_or_refers_no_more_is_none(self):
        first = several({"police": "20"}, "2024-06-30")
        assert audit_with_earlier([several({"police": "20", "sheriff": "17"})], [first]) == []
        later = several({"sheriff": "17"}, "2024-12-31", "2024-07-01")
        assert audit_with_earlier([later], [first]) == []


class TestEarlier:
    def test_a_count_that_moved_by_little_is_told(self):
        assert audit_with_earlier([ways("33")], [ways("30").to_dict()]) == [
            "Pathways, from court, to clinic: 30 was passed on earlier, now it would be 33. The "
            "difference of 3 is a small count."
        ]

    @pytest.mark.parametrize("now", ["30", "41", "19", "<11", "withheld"])
    def test_others_are_not(self, now):
        assert audit_with_earlier([ways(now)], [ways("30")]) == []

    def test_a_corrected_table_is_left_out_and_the_others_stay(self):
        """The oldest can't be from the same log as the later ones; the second still can."""
        before = [ways("60", end="2024-06-30"), ways("25", end="2024-11-30")]
        (said,) = audit_with_earlier([ways("30")], before)
        assert said.endswith("beside from court, to clinic (2024-01-01 to 2024-11-30) is 5.")

    def test_one_corrected_row_makes_nothing_else_unknown(self):
        """The count that was corrected can't be compared; those beside it can as before."""
        half, year = (
            several({"pol": court, "court": zeb}, end)
            for court, zeb, end in (("20", "20", "2024-06-30"), ("25", "19", "2024-12-31"))
        )
        assert audit_with_earlier([year], [half]) == [
            f"{LEFT}from pol, to clinic (2024-01-01 to 2024-12-31) beside from pol, to clinic "
            "(2024-01-01 to 2024-06-30) is 5.",
            "Pathways, from court, to clinic: 20 was passed on earlier (2024-01-01 to 2024-06-30), "
            "now it would be 19 (2024-01-01 to 2024-12-31). The difference of 1 is a small count.",
        ]

    def test_a_large_correction_beside_large_rests_may_go_out(self):
        half, year = (
            several({"pol": court, "court": zeb}, end)
            for court, zeb, end in (("40", "20", "2024-06-30"), ("20", "31", "2024-12-31"))
        )
        assert audit_with_earlier([year], [half]) == []

    def test_a_count_that_moved_and_moved_back_is_told_of_the_first(self):
        assert len(audit_with_earlier([ways("33")], [ways("30"), ways("50")])) == 1

    @pytest.mark.parametrize("seed", range(20))
    def test_with_a_corrected_row_no_rest_of_the_year_is_told(self, seed):
        """Brute force: no count that is shown of a year is 1 to 10 more than shown of its half."""
        random = Random(seed)
        pairs = [(a, b) for a in "abc" for b in "xyz"]
        half = Counter({pair: random.randint(5, 40) for pair in pairs})
        year = half + Counter({pair: random.choice((0, 5, 15, 25)) for pair in pairs})
        wrong, right = random.sample(pairs, 2)
        year[wrong] -= 1
        year[right] += 1
        tables = [
            withhold(
                {what({"from": a, "to": b}): n for (a, b), n in counts.items()},
                title="Pathways", start="2024-01-01", end=end,
            )
            for counts, end in ((half, "2024-06-30"), (year, "2024-12-31"))
        ]  # fmt: skip
        shown = [(tables[0].shown[cell], tables[1].shown[cell]) for cell in tables[0].shown]
        told = [abs(int(b) - int(a)) for a, b in shown if "<11" not in (a, b)]
        is_told = any(0 < n < 11 for n in told)
        assert bool(audit_with_earlier([tables[1]], [tables[0]])) == is_told

    def test_after_five_reasons_it_is_said_that_there_are_more(self):
        """Whoever is refused isn't given a thousand lines."""
        old, new = (
            PublishedTable("Pathways", {what({"to": place}): n for place in "abcdefg"})
            for n in ("30", "33")
        )
        found = audit_with_earlier([new], [old])
        assert len(found) == 6
        assert found[5] == "There are more like these."

    def test_without_earlier_ones_nothing_is_told(self):
        assert audit_with_earlier([ways("30")], []) == []
