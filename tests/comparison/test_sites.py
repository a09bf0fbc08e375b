"""Two sites side by side: what is compared, what isn't, and why."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from risk.cases import agreement, coalition, person, tie
from samples.shared import assessment_of, coalition_of

ALIKE = {"boundary": "Everybody who was at the meeting."}
AGENCIES = (
    {"agency_id": "court", "sector": "juvenile court"},
    {"agency_id": "home", "sector": "social services"},
    {"agency_id": "police", "sector": "law enforcement"},
)


def site(*parts, name="Town", agencies=AGENCIES, **given):
    return coalition(*parts, agencies=agencies, name=name, **{**ALIKE, **given})


def two(one=(), other=(), *, a=None, b=None, **options):
    """Compare two sites with these logs; ``a`` and ``b`` hold what else each has."""
    made = site(*one, **(a or {})), site(*other, **{"name": "City", **(b or {})})
    return cn.compare(*made, kind="sites", draws=20, **options)


def figure(comparison, name):
    return comparison.figures.set_index("figure").loc[name]


TWELVE = (("court", "O1", "home", "I1", 12),)
SPREAD = (("court", "O1", "home", "I1", 12), ("court", "O2", "home", "I1", 12))


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
        assert set(found["comparable"].drop("referrals")) == {"yes"}

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


class TestNotComparable:
    @staticmethod
    def reasons(comparison, *names):
        found = comparison.figures.set_index("figure").loc[list(names)]
        return set(zip(found["comparable"], found["reason"], strict=True))

    def test_logs_without_a_common_month(self):
        year = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}
        then = (("court", "O1", "home", "I1", [date(2023, 5, 1 + i) for i in range(12)]),)
        found = two(TWELVE, then, b=year)
        assert self.reasons(found, "lost_for_good", "senders", "mean_links") == {
            (
                "no",
                "the logs have no whole month in common (Town: January 2024 to December 2024; "
                "City: January 2023 to December 2023)",
            )
        }
        assert (found.months, len(found.a.log), len(found.b.log)) == (None, 12, 12)

    def test_logs_are_cut_down_to_the_months_that_both_cover(self):
        half = {"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}
        days = [date(2024, 1 + i // 2, 10) for i in range(12)]
        found = two(
            (("court", "O1", "home", "I1", [date(2024, 1 + i, 10) for i in range(12)]),),
            (("court", "O1", "home", "I1", days),),
            b=half,
        )
        assert figure(found, "referrals")[["a", "b"]].tolist() == [6, 12]
        assert (found.limits["what"] == "Other months of Town").sum() == 1
        assert figure(found, "lost_for_good")["comparable"] == "yes"

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("Whoever came.", "Whoever came.", ("yes", "")),
            ("The 12 agencies of Town.", "The 9 agencies of  City.", ("yes", "")),
            ("Whoever came.", "All on a list.", ("no", "the boundaries were drawn unlike")),
            ("", "Whoever came.", ("not known", "Town doesn't say how its boundary was drawn")),
            ("", "", ("not known", "neither site says how its boundary was drawn")),
        ],
    )  # fmt: skip
    def test_boundaries_are_alike_but_for_numbers_and_the_own_name(self, one, other, expected):
        found = two(TWELVE, TWELVE, a={"boundary": one}, b={"boundary": other})
        assert self.reasons(found, "lost_for_good", "senders", "mean_links") == {expected}

    def test_the_user_may_know_more_of_the_boundaries(self):
        given = {"a": {"boundary": "One."}, "b": {"boundary": "Another."}}
        alike = two(TWELVE, TWELVE, **given, same_boundary=True)
        unlike = two(TWELVE, TWELVE, same_boundary=False)
        assert self.reasons(alike, "lost_for_good") == {("yes", "")}
        assert self.reasons(unlike, "lost_for_good") == {
            ("no", "the boundaries were drawn unlike, as you said")
        }

    def test_a_log_that_names_few_says_little_of_who_sends(self):
        blank = (("court", "O1", "home", "I1", 5), ("court", "", "home", "I1", 7))
        found = two(TWELVE, blank)
        assert self.reasons(found, "senders") == {
            ("no", "most referrals of City don't name who sends")
        }
        assert self.reasons(found, "receivers") == {("yes", "")}

    def test_fewer_than_six_referrals_are_too_few(self):
        found = two(TWELVE, (("court", "O1", "home", "I1", 5),))
        assert self.reasons(found, "lost_for_good", "senders") == {
            ("no", "City has fewer than six referrals between agencies")
        }

    def test_a_site_without_a_log(self):
        found = two(TWELVE, ())
        assert self.reasons(found, "lost_for_good") == {("no", "City has no referral log")}

    def test_a_kind_of_contact_that_one_site_lacks_is_left_out_of_both(self):
        people = [person("O1", "court"), person("I1", "home"), person("D1", "police")]
        both = [tie("O1", "I1")]
        more = [*both, tie("O1", "D1", "information")]
        found = two(a={"people": people, "ties": both}, b={"people": people, "ties": more})
        assert figure(found, "mean_contacts")[["a", "b", "comparable"]].tolist() == [
            2 / 3, 2 / 3, "yes",
        ]  # fmt: skip
        limits = dict(found.limits.to_numpy().tolist())
        assert limits["Kinds of contact: exchange of information"] == (
            "Only City has any on record."
        )

    def test_contacts_known_of_fewer_than_half_are_not_compared(self):
        people = [person("O1", "court"), person("I1", "home"), person("D1", "police")]
        few = [person("O1", "court")]
        few += [person(one, "home", ties_known="no") for one in ("I1", "I2")]
        ties = [tie("O1", "I1")]
        found = two(a={"people": people, "ties": ties}, b={"people": few, "ties": ties})
        assert self.reasons(found, "mean_contacts") == {
            ("no", "the contacts of fewer than half at City are known")
        }

    def test_contacts_known_of_far_more_in_one_site_are_not_compared(self):
        people = [person("O1", "court"), person("I1", "home"), person("D1", "police")]
        some = [*people[:2], person("D1", "police", ties_known="no")]
        ties = [tie("O1", "I1")]
        found = two(a={"people": people, "ties": ties}, b={"people": some, "ties": ties})
        assert self.reasons(found, "mean_contacts") == {
            ("no", "far more of the contacts at Town are known")
        }


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
