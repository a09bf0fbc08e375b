"""Two sites side by side: what is compared, what isn't, and why."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.sharing import release_comparison
from comparison.two_sites import SPREAD, TWELVE, figure, two
from risk.cases import agreement, person, tie
from samples.shared import assessment_of, coalition_of


@pytest.fixture(scope="module")
def sites():
    return cn.compare(coalition_of("site_a"), coalition_of("site_b"))


class TestFigures:
    def test_the_two_study_sites(self, sites):
        """Counted by hand from the two logs: 48 of 59 go with one person of Site B."""
        found = sites.figures.set_index("figure")
        assert found.loc["lost_for_good", ["a_low", "a_high", "of_a"]].tolist() == [0, 2 / 149, 149]
        assert found.loc["lost_for_good", ["b", "b_low", "b_high"]].tolist() == [48 / 59] * 3
        assert found.loc["on_paper", ["a", "of_a", "b", "of_b"]].tolist() == [1.0, 120, 0.0, 48]
        assert found.loc["paper_not_known", ["a", "b"]].tolist() == [29 / 149, 11 / 59]
        assert found.loc["senders", ["of_a", "of_b"]].tolist() == [53, 53]
        assert found.loc["mean_links", ["a", "b"]].tolist() == [6 / 14, 4 / 12]
        assert found.loc["mean_contacts", ["a", "b"]].tolist() == [16 / 14, 10 / 12]
        assert set(found["comparable"].drop(["referrals", "hand_offs_inside"])) == {"yes"}

    def test_the_number_of_referrals_is_shown_and_not_compared(self, sites):
        row = figure(sites, "referrals")
        assert (row["comparable"], row["reason"]) == ("no", "it grows with the size of a site")

    def test_density_has_no_row_and_no_p_value_stands_anywhere(self, sites):
        assert "density" not in set(sites.figures["figure"]) | set(sites.positions["measure"])
        assert not any(column.startswith("p") for column in sites.figures.columns)
        assert sites.limits["what"].tolist()[:2] == ["Density", "Chance (a p-value)"]

    def test_people_are_counted_in_as_many_referrals_as_the_smaller_log_names(self):
        found = two(SPREAD, (("court", "O9", "home", "I9", 6),))
        senders = figure(found, "senders")
        assert senders["of_a"] == senders["of_b"] == 6
        # 12 and 12 of 24 in 6: 2 (1 - C(12,6)/C(24,6))
        assert senders["a"] == pytest.approx(2 * (1 - 924 / 134596))
        assert senders["b"] == pytest.approx(1)

    def test_what_is_not_known_to_be_on_paper_leaves_the_share(self):
        rows = (*TWELVE, ("police", "D1", "home", "I1", 8))
        found = two(rows, rows, a={"agreements": [agreement("court", "home")]})
        assert figure(found, "on_paper")[["a", "of_a"]].tolist() == [1.0, 12]
        assert figure(found, "on_paper")["reason"] == (
            "it isn't known of any referral of City whether it is on paper"
        )
        assert figure(found, "paper_not_known")[["a", "b"]].tolist() == [8 / 20, 1.0]

    def test_a_site_against_itself_under_another_name_is_alike_throughout(self):
        found = two(SPREAD, SPREAD)
        for name in ("a", "a_low", "a_high", "of_a"):
            ours, theirs = found.figures[name], found.figures[name.replace("a", "b", 1)]
            np.testing.assert_array_equal(ours, theirs)

    @given(st.permutations(range(8)))
    @settings(max_examples=10, deadline=None)
    def test_the_order_of_rows_makes_no_difference(self, order):
        log = coalition_of("site_b").referrals
        rows = np.array_split(np.arange(len(log)), 8)
        mixed = log.iloc[np.concatenate([rows[i] for i in order])].reset_index(drop=True)
        one, other = (
            cn.compare(assessment_of("g1"), each, draws=5, kind="sites")
            for each in (
                coalition_of("site_b"),
                coalition_of("site_b").with_tables(referrals=mixed),
            )
        )
        pd.testing.assert_frame_equal(one.figures, other.figures)
        pd.testing.assert_frame_equal(one.positions, other.positions)
        pd.testing.assert_frame_equal(one.pathways, other.pathways)


class TestInside:
    """Rows to the own agency are hand-offs inside, counted apart."""

    HALVES = (("court", "O1", "home", "I1", 10), ("court", "O2", "home", "I1", 10))
    INSIDE = ("court", "O1", "court", "O2", 20)

    def test_they_leave_every_figure_between_agencies_as_it_is(self):
        plain = two(self.HALVES, self.HALVES)
        inside = two((*self.HALVES, self.INSIDE), self.HALVES)
        here, there = (one.figures.drop(index=1).astype(str) for one in (inside, plain))
        pd.testing.assert_frame_equal(here, there)
        assert figure(inside, "lost_for_good")[["a_high", "of_a"]].tolist() == [1.0, 20]

    def test_they_are_counted_apart(self):
        row = figure(two((*self.HALVES, self.INSIDE), self.HALVES), "hand_offs_inside")
        assert row[["a", "b", "comparable"]].tolist() == [20, 0, "no"]

    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_nor_do_they_change_what_others_read(self, audience):
        plain = release_comparison(two(self.HALVES, self.HALVES), audience)
        inside = release_comparison(two((*self.HALVES, self.INSIDE), self.HALVES), audience)
        pd.testing.assert_frame_equal(inside.figures, plain.figures)
        assert inside.told == plain.told


class TestNotRecorded:
    """What nobody recorded is not known, never 0."""

    def test_a_site_without_a_log_has_no_mean_of_links(self):
        found = two(TWELVE, ())
        for name in ("referrals", "hand_offs_inside", "mean_links"):
            assert np.isnan(figure(found, name)["b"])
        assert release_comparison(found).figures.iloc[1, 2] == "no log"
        assert figure(found, "mean_links")["a"] == 1 / 3
        rows = found.positions.set_index("network").loc["referrals"]
        assert rows[["b", "b_equal", "b_mean"]].isna().all(axis=None)
        assert set(rows["b_draws"]) == {0}

    def test_a_site_without_contacts_has_no_mean_of_contacts(self):
        people = [person("O1", "court"), person("I1", "home")]
        found = two(TWELVE, TWELVE, a={"people": people, "ties": [tie("O1", "I1")]})
        assert figure(found, "mean_contacts")[["a", "b"]].isna().all()
        assert figure(found, "mean_contacts")["reason"] == "City has no contacts on record"
        rows = found.positions.set_index("network").loc["contacts"]
        assert rows[["a", "b"]].isna().all(axis=None)

    @pytest.mark.parametrize("audience", ["internal", "partner", "public"])
    def test_it_is_written_as_not_known(self, audience):
        found = release_comparison(two(TWELVE, ()), audience)
        means = found.figures.set_index("What").loc["Agencies that each refers to, on average"]
        assert means["City"] == "not known"
        contacts = found.figures.set_index("What").loc[
            "Agencies that each is in contact with, on average"
        ]
        assert contacts[["Town", "City"]].tolist() == ["not known", "not known"]

    def test_none_at_all_on_record_is_none_as_soon_as_somebody_was_asked(self):
        """Strained contacts alone: they are on record, and nobody has a working one."""
        people = [person("O1", "court"), person("I1", "home")]
        strained = {"people": people, "ties": [tie("O1", "I1", quality="strained")]}
        found = two(TWELVE, TWELVE, a=strained, b=strained)
        assert figure(found, "mean_contacts")[["a", "b"]].tolist() == [0, 0]


class TestPathways:
    def test_a_link_stands_beside_the_same_link_of_the_other_site(self, sites):
        row = sites.pathways.set_index(["a_from", "a_to"]).loc[("court_a", "residential_program")]
        assert row[["b_from", "b_to"]].tolist() == ["court_b", "residential_program"]
        assert row[["a_referrals", "b_referrals"]].tolist() == [60, 48]
        assert row[["a_senders", "b_senders"]].tolist() == [8, 3]
        assert row[["a_formal", "b_informal"]].tolist() == [60, 48]
        assert row[["a_one_departure_ends_it", "b_one_departure_ends_it"]].tolist() == [False, True]
        assert row[["senders_in", "comparable"]].tolist() == [48, "yes"]
        assert row["b_senders_expected"] == pytest.approx(3, abs=1e-6)

    def test_a_link_of_one_site_and_one_with_few_referrals_are_not_compared(self, sites):
        reason = sites.pathways.set_index(["a_from", "a_to"])["reason"]
        assert reason["court_a", "htu_a"] == "only Site A uses it"
        assert reason["court_a", "youth_shelter"] == "too few referrals in Site B"
        thin = sites.pathways.set_index("reason").loc["too few referrals in Site B"]
        assert np.isnan(thin["a_senders_expected"])

    def test_a_link_that_mostly_names_nobody_is_not_compared(self):
        """10 of 13 rows name neither end: nobody knows who carries it."""
        blank = (("court", "O1", "home", "I1", 3), ("court", "", "home", "", 10))
        found = two(TWELVE, blank)
        (row,) = found.pathways.to_dict("records")
        assert (row["comparable"], row["reason"]) == (
            "no", "most referrals of City don't name who sends",
        )  # fmt: skip
        assert (row["a_one_departure_ends_it"], row["b_one_departure_ends_it"]) == (True, None)
        told = release_comparison(found).told
        assert not any("Held alike" in said for said in told.alike)
        assert (
            "Not compared: the link from court to home (most referrals of City don't name who "
            "sends)." in told.open
        )

    def test_who_receives_must_be_named_too(self):
        blank = (("court", "O1", "home", "I1", 3), ("court", "O1", "home", "", 10))
        (row,) = two(TWELVE, blank).pathways.to_dict("records")
        assert row["reason"] == "most referrals of City don't name who receives"

    def test_one_departure_ends_it_yes_no_or_not_known(self):
        """Two of twelve rows name no receiver: I1 may stand behind them, or somebody else."""
        some = (("court", "O1", "home", "I1", 5), ("court", "O2", "home", "I1", 5))
        blank = (*some, ("court", "O2", "home", "", 2))
        two_ways = (("court", "O1", "home", "I1", 6), ("court", "O2", "home", "I2", 6))
        for other, expected in ((some, "yes"), (two_ways, "no"), (blank, "not known")):
            released = release_comparison(two(some, other))
            assert released.links["City: One departure ends it"].tolist() == [expected]
            for audience in ("partner", "public") if len(other) == 3 else ():
                outside = release_comparison(two((*some, *some), (*other, *other)), audience)
                assert outside.links["City: One departure ends it"].tolist() == [expected]
                assert not any("Held alike" in said for said in outside.told.alike)

    def test_agencies_can_be_given(self):
        found = two(
            TWELVE, (("police", "D1", "home", "I1", 12),), align={"court": "police", "police": None}
        )
        assert found.pathways[["a_from", "b_from"]].to_numpy().tolist() == [["court", "police"]]

    def test_a_link_whose_agency_has_no_counterpart_stands_apart(self):
        found = two(TWELVE, TWELVE, align={"court": None})
        assert [[one.pair for one in links] for links in found.links_alone] == [
            [("court", "home")], [("court", "home")],
        ]  # fmt: skip
        assert found.pathways.empty
