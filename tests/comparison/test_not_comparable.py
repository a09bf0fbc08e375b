"""What of two sites can't be compared, or only with care, and why."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.sharing import release_comparison
from comparison.two_sites import TWELVE, figure, two
from risk.cases import person, tie
from samples.shared import coalition_of


@pytest.fixture(scope="module")
def sites():
    return cn.compare(coalition_of("site_a"), coalition_of("site_b"))


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
        limits = dict(found.limits.to_numpy().tolist())
        assert "Other months of Town" in limits
        assert not any("without a day" in what for what in limits)
        assert figure(found, "lost_for_good")["comparable"] == "yes"

    def test_referrals_without_a_day_are_left_out_of_a_log_that_is_cut_down_and_told_of(self):
        half = {"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}
        days = [*(date(2024, 1 + i // 2, 10) for i in range(12)), ""]
        found = two(
            (("court", "O1", "home", "I1", days),),
            (("court", "O1", "home", "I1", days[:12]),),
            b=half,
        )
        assert figure(found, "referrals")[["a", "b"]].tolist() == [12, 12]
        assert dict(found.limits.to_numpy().tolist())["Referrals of Town without a day"] == (
            "They are left out: nobody knows whether they are of these months."
        )

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("Whoever came.", "Whoever came.", ("yes", "")),
            ("The agencies of Town.", "The agencies of  City.", ("yes", "")),
            ("30 people: 20 in Town, 10 in City.",) * 2 + (("yes", ""),),
            ("At least 2 referrals a year.", "At least 50 referrals a year.", ("not known", "the "
             "boundaries are told alike but for their numbers")),
            ("Whoever came.", "All on a list.", ("no", "the boundaries were drawn unlike")),
            ("", "Whoever came.", ("not known", "Town doesn't say how its boundary was drawn")),
            ("", "", ("not known", "neither site says how its boundary was drawn")),
        ],
    )  # fmt: skip
    def test_boundaries_are_alike_but_for_the_own_name(self, one, other, expected):
        found = two(TWELVE, TWELVE, a={"boundary": one}, b={"boundary": other})
        assert self.reasons(found, "lost_for_good", "senders", "mean_links") == {expected}

    def test_boundaries_that_differ_in_numbers_are_named_with_what_to_say(self):
        texts = ({"boundary": f"At least {n} referrals a year."} for n in (2, 50))
        found = two(TWELVE, TWELVE, **dict(zip("ab", texts, strict=True)))
        limits = dict(release_comparison(found).limits.to_numpy().tolist())
        assert limits["Boundary"] == (
            "With care: the boundaries are told alike but for their numbers. If you know, say "
            "--boundaries alike or --boundaries unlike."
        )

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
