"""The levels, and the sentences that say them."""

from datetime import date

import pytest

from collabnet.model import Period
from collabnet.risk.intervals import unseen_share
from collabnet.risk.sure import (
    Sure,
    drawn_sentences,
    sure_of_columns,
    sure_of_reports,
    sure_of_rows,
    tried_sentence,
)
from collabnet.risk.worlds.judge import level_of

SOLID, LIKELY = "solid", "likely"
DEPENDS, TOO_FEW = "depends on who did not answer", "too few to tell"


def level(n_named, held, seen=None, cap=SOLID, *, confirmed=False):
    sure = sure_of_reports() if n_named is None else sure_of_rows(n_named)
    return level_of(sure, held, held if seen is None else seen, cap=cap, is_confirmed=confirmed)


class TestLevel:
    """Solid from 95 % and eleven named rows, likely from 75 %; below six rows nothing is told."""

    @pytest.mark.parametrize(
        ("n_named", "held", "expected"),
        [
            (48, 1.0, SOLID),
            (11, 0.95, SOLID),
            (10, 1.0, LIKELY),
            (48, 0.949, LIKELY),
            (48, 0.75, LIKELY),
            (48, 0.749, TOO_FEW),
            (6, 0.9, LIKELY),
            (5, 1.0, TOO_FEW),
            (0, 1.0, TOO_FEW),
            (None, 0.95, SOLID),
            (None, 0.2, TOO_FEW),
        ],
    )
    def test_by_rows_and_worlds(self, n_named, held, expected):
        assert level(n_named, held) == expected

    def test_what_only_the_missing_undo_depends_on_them(self):
        assert level(48, 0.6, 0.9) == DEPENDS
        assert level(48, 0.6, 0.7) == TOO_FEW
        assert level(5, 0.6, 0.9) == TOO_FEW

    @pytest.mark.parametrize("cap", [LIKELY, DEPENDS])
    def test_it_is_never_better_than_it_can_be(self, cap):
        assert level(48, 1.0, cap=cap) == cap

    def test_a_yes_of_those_concerned_stands_for_rows(self):
        assert level(7, 0.95, confirmed=True) == SOLID
        assert level(7, 0.9, confirmed=True) == LIKELY

    def test_but_not_below_six(self):
        assert level(5, 1.0, confirmed=True) == TOO_FEW

    def test_eleven_rows_leave_a_quarter(self):
        assert unseen_share(11) < 0.25 < unseen_share(10)


class TestText:
    """The level first, then in how many worlds, then what the rows leave open."""

    def test_solid(self):
        made = Sure("solid", 48, 0.0605, holds_in=1.0, n_worlds=200)
        assert made.text == (
            "How sure: solid. It holds in all of 200 simulated versions of these data. 48 rows "
            "name who was there; somebody not seen in them could still carry up to 6 %."
        )

    def test_what_those_concerned_say_stands_instead_of_what_the_rows_leave_open(self):
        made = Sure("solid", 8, 0.3123, holds_in=1.0, n_worlds=200, is_confirmed=True)
        assert made.text == (
            "How sure: solid. It holds in all of 200 simulated versions of these data. Those "
            "concerned say that nobody else carries it."
        )

    def test_likely_with_a_note(self):
        made = Sure("likely", notes=("Told by one.",), holds_in=0.996, n_worlds=250)
        assert made.text == (
            "How sure: likely. It holds in 99 % of 250 simulated versions of these data. Told by "
            "one."
        )

    def test_depends(self):
        made = Sure("depends on who did not answer", holds_in=0.52, n_worlds=200)
        assert made.text == (
            "How sure: depends on who did not answer. It holds in 52 % of 200 simulated versions "
            "of these data, where those who did not answer or were not written down are filled in."
        )

    def test_too_few(self):
        made = Sure("too few to tell", 1, 0.95, holds_in=0.0, n_worlds=1)
        assert made.text == (
            "How sure: too few to tell. It holds in none of the one simulated version of these "
            "data. 1 row names who was there; somebody not seen in them could still carry up to "
            "95 %."
        )

    def test_without_worlds(self):
        assert sure_of_reports().text == "How sure: not assessed yet."
        assert sure_of_rows(5).text.startswith("How sure: too few to tell. 5 rows name")

    def test_what_rests_on_columns(self):
        assert sure_of_columns().text == "How sure: likely."
        assert sure_of_columns(3).text == "How sure: depends on who did not answer."

    def test_those_outside_are_told_the_level_alone(self):
        assert Sure("solid", 48, 0.06, ("Note.",), 1.0, 200).short == "How sure: solid."

    def test_plain_values(self):
        made = Sure("likely", 8, 0.3, ("Note.",), 0.9, 200)
        assert made.to_dict() == {
            "level": "likely",
            "n_named": 8,
            "unseen_share_up_to": 0.3,
            "holds_in": 0.9,
            "n_worlds": 200,
            "is_confirmed": False,
            "notes": ["Note."],
            "text": made.text,
        }


class TestHowItWasTried:
    """One sentence for everybody, one for researchers, which says how the log was drawn."""

    def test_for_everybody(self):
        assert tried_sentence(200) == (
            "Each finding was tried in 200 simulated versions of these data, to see how often it "
            "holds: rows of the log are drawn anew, somebody is added whom nobody saw, and answers "
            "that are missing are filled in."
        )
        assert tried_sentence(0) == "How sure the findings are was not assessed."

    def test_for_researchers_months_from_24_on(self):
        (said,) = drawn_sentences(200, Period(date(2023, 1, 1), date(2024, 12, 31)))
        assert said.startswith(
            "Each finding was tried in 200 simulated versions of the data: months drawn with "
            "replacement within the calendar month and rows drawn within them; an unseen"
        )
        assert said.endswith(
            "solid from 95 % with an unseen share of at most 25 %, likely from 75 %."
        )

    def test_for_researchers_rows_in_a_shorter_log(self):
        (said,) = drawn_sentences(200, Period(date(2024, 1, 1), date(2024, 12, 31)))
        assert "rows drawn anew (Poisson; the log has fewer than 24 months" in said
        assert drawn_sentences(0, None) == []
