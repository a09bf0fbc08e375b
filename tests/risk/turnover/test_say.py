"""What is assumed, and what the order of the first links hangs on, as a reader reads it."""

from math import nan

import pandas as pd
import pytest

from collabnet.model import Assumptions
from collabnet.reports.text import assessment_text
from collabnet.risk.assessment import assess
from collabnet.risk.turnover.say import (
    chances_sentence,
    order_sentence,
    order_sentences,
    rates_sentences,
)
from collabnet.risk.turnover.sensitivity import Sensitivity
from collabnet.sharing import release
from risk.cases import G1, coalition


def g1(posts=(), **given):
    made = coalition(*G1, assumptions=Assumptions(**given))
    columns = ["agency_id", "role", "holders_in_period", "years", "weeks_vacant"]
    return made.with_tables(posts=pd.DataFrame(posts, columns=columns)) if posts else made


def change(assumption, value, changes_at):
    return Sensitivity(assumption, value, 0, 1, False, changes_at, ("a", "b"), ("b", "a"))


class TestRatesSentences:
    def test_nothing_given(self):
        assert rates_sentences(g1()) == (
            "No departure rates were given, so no chances were computed."
        )

    def test_one_rate_and_every_default(self):
        assert rates_sentences(g1(departure_rate=0.15, rate_label="middle")) == (
            "Assumed were 0.15 departures a year for each person (middle), 12 weeks to fill a "
            "post, 0 weeks that a referral can wait. An informal tie takes 52 weeks to build anew; "
            "colleagues of the same unit take over all, of another unit nothing, where that isn't "
            "known 0 % to 100 %; after a departure what was agreed works at 50 % to 100 % for 4 to "
            "26 weeks."
        )

    def test_posts_roles_and_ranges(self):
        given = {"role_rates": {"djo": 0.1}, "fill_range": (8.0, 26.0), "takeover": (0.5, 0.5)}
        text = rates_sentences(g1([("court", "", 4, 3, None)], departure_rate=0.3, **given))
        assert text.startswith(
            "Assumed were 0.3 departures a year for each person whose post was not asked about "
            "(not given), how often each post changed hands (posts.csv) and a rate of their own "
            "for some roles, 8 to 26 weeks to fill a post, 0 weeks that a referral can wait."
        )
        assert "isn't known 50 %; after" in text


class TestChancesSentence:
    def test_without_rates(self):
        assert chances_sentence(g1()) == (
            "No departure rates were given: findings say what would break if somebody left, not "
            "how likely that is."
        )

    def test_with_posts_alone(self):
        assert chances_sentence(g1([("court", "", 4, 3, None)])) == (
            "Chances assume how often each post changed hands (posts.csv), 12 weeks to fill a "
            "post, 0 weeks that a referral can wait, 52 weeks to rebuild an informal tie, and show "
            "what is lost if colleagues of unknown unit take over 0 % to 100 %."
        )

    def test_another_time_than_a_year_is_said(self):
        said = chances_sentence(g1(departure_rate=0.2, rate_label="given", years=2.0))
        assert said.startswith(
            "Chances assume 0.2 departures a year for each person (given) over 2 years, 12 weeks"
        )


class TestOrderSentence:
    def test_nothing_changes_it(self):
        assert order_sentence([change("takeover", 0, nan)]) == (
            "No one of the assumptions, within its range, changes the order of these links."
        )

    def test_each_value_that_does(self):
        found = [
            change("weeks_to_fill", 12, 20.0006),
            change("takeover", 0, 0.4),
            change("departure_rate", 0.15, 0.1801),
            change("weeks_can_wait", 0, nan),
        ]
        assert order_sentence(found) == (
            "Their order would change if a post took 20 weeks to fill, not 12; or if colleagues of "
            "unknown unit took over 40 %, not 0 %; or if people left at 0.18 a year, not 0.15."
        )


class TestOrderSentences:
    def test_names_the_links_with_both_ends(self):
        said = order_sentences(
            [change("takeover", 0, nan)],
            {"a": (3.31, (0.42, 3.31)), "b": (1.0, (1.0, 1.0))},
            {"a": "Court to Program", "b": "Police to Court"},
        )
        assert said[0] == (
            "Links by referrals delayed or lost: Court to Program (3.3 a year, 0.4 to 3.3 within "
            "all ranges); Police to Court (1.0 a year)."
        )

    def test_nothing_to_order(self):
        assert order_sentences([], {}, {}) == ()


@pytest.fixture(scope="module")
def found():
    return assess(g1(departure_rate=0.15), worlds=0)


class TestEveryDoor:
    def test_the_methods_and_the_text_say_the_same(self, found):
        sentence = order_sentence(found.hangs_on)
        assert sentence in found.methods()
        assert f"- {sentence}" in assessment_text(release(found))

    def test_without_rates_nothing_is_said_of_it(self):
        assert "hang on" not in assessment_text(release(assess(g1(), worlds=0)))

    def test_what_is_passed_on_does_not_say_it(self, found):
        assert release(found, "partner").hangs_on == ()
