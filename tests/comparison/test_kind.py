"""Two sites, or one coalition at two times; and what is refused."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.comparison.sites import Comparison, in_order, share_same
from collabnet.model.errors import CollabnetError
from risk.cases import G1, coalition
from samples.shared import assessment_of, coalition_of


class TestKind:
    def test_two_sites_share_few_ids_and_two_years_most(self):
        assert share_same(coalition_of("site_a"), coalition_of("site_b")) < 0.5
        assert share_same(coalition(*G1), coalition(*G1[:7])) == 1

    def test_one_coalition_at_two_times_is_compared_as_that(self):
        later = coalition(*G1, ("police", "D1", "court", "O1", 9))
        found = cn.compare(later, coalition(*G1))
        assert type(found).__name__ == "WaveComparison"

    def test_the_earlier_comes_first_whatever_the_order(self):
        early = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}
        one, other = coalition(*G1), coalition(**early)
        assert in_order(one, other) == (other, one)
        assert in_order(other, one) == (other, one)

    def test_the_user_may_know_better(self):
        found = cn.compare(coalition(*G1), coalition(*G1[:7]), kind="sites")
        assert isinstance(found, Comparison)
        assert (found.a.name, found.b.name) == ("Small (first)", "Small (second)")

    def test_it_is_the_same_each_time_and_takes_assessments(self):
        one = cn.compare(coalition_of("site_a"), coalition_of("site_b"))
        again = cn.compare(assessment_of("site_a"), assessment_of("site_b"))
        assert again.to_dict() == one.to_dict()

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (
                {"kind": "years"},
                "A comparison is of the kind auto, sites, waves; got 'years'. Choose one of them: "
                "auto lets the ids tell.",
            ),
            ({"seed": -1}, "compare needs as seed a whole number, 0 or more; got -1."),
            ({"draws": 0}, "compare needs as draws a whole number, 1 or more; got 0."),
        ],
    )  # fmt: skip
    def test_options_out_of_range_are_refused(self, options, message):
        with pytest.raises(CollabnetError) as caught:
            cn.compare(coalition_of("site_a"), coalition_of("site_b"), **options)
        assert str(caught.value) == message

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (
                {"align": {}},
                "Counterparts of agencies (align) can only be used for two sites; these are taken "
                "for one coalition at two times, for most ids are the same in both. Say that they "
                "are sites (kind='sites', or --kind sites), or leave it out.",
            ),
            (
                {"same_boundary": False, "draws": 20, "kind": "waves"},
                "A word on the boundaries (same_boundary, or --boundaries) and a number of random "
                "networks (draws) can only be used for two sites; these are taken for one "
                "coalition at two times, for you said waves. Say that they are sites "
                "(kind='sites', or --kind sites), or leave them out.",
            ),
        ],
    )
    def test_what_only_sites_can_use_is_refused_for_one_coalition(self, options, message):
        with pytest.raises(CollabnetError) as caught:
            cn.compare(coalition(*G1), coalition(*G1[:7]), **options)
        assert str(caught.value) == message
        found = cn.compare(coalition(*G1), coalition(*G1[:7]), **options | {"kind": "sites"})
        assert isinstance(found, Comparison)

    def test_a_site_cannot_be_compared_with_itself(self):
        with pytest.raises(CollabnetError) as caught:
            cn.compare(coalition_of("site_a"), coalition_of("site_a"))
        assert str(caught.value) == (
            "A comparison needs two different coalitions; Site A came twice. Give the second "
            "site, or the other year."
        )

    def test_it_takes_coalitions_alone(self):
        with pytest.raises(CollabnetError) as caught:
            cn.compare(coalition_of("site_a"), "site_b")
        assert str(caught.value) == (
            "A comparison needs two coalitions or assessments; the second is 'site_b'. Load one "
            "first: cn.load('folder') or cn.load('sample:site_a')."
        )
