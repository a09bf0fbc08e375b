"""Who was heard, and how likely those who were not have a tie of their own."""

import numpy as np
import pandas as pd
import pytest

from collabnet.model import Coalition
from collabnet.risk.assessment import Assessment
from collabnet.risk.worlds.answers import Answers, Staff
from collabnet.risk.worlds.draws import generator
from risk.cases import coalition, group, person, tie

HEARD = {"interviewed": "yes"}


def answers(made):
    return Answers(made, Assessment(made).all_contacts)


def told(x, y, *by):
    return [tie(x, y, reported_by=who) for who in by]


STAFF = (
    *(person(f"A{i}", "court", **HEARD) for i in (1, 2, 3)),
    person("A4", "court"),
    *(person(f"B{i}", "program", **HEARD) for i in (1, 2)),
    person("B3", "program", interviewed="no"),
)


class TestHeard:
    """Heard is who reports, was interviewed or answered; not whose ties aren't known."""

    def staff(self, *people, ties=()):
        return answers(coalition(people=people, ties=ties)).of("court")

    def test_who_was_interviewed(self):
        found = self.staff(person("A", "court", **HEARD), person("B", "court", interviewed="no"))
        assert (found.heard, found.missing) == ({"A"}, {"B"})

    def test_who_reports_a_tie(self):
        people = person("A", "court"), person("B", "court"), person("C", "program")
        assert self.staff(*people, ties=told("B", "C", "B; C")).heard == {"B"}

    def test_not_whose_ties_are_not_known(self):
        assert self.staff(person("A", "court", ties_known="no", **HEARD)).missing == {"A"}

    def test_groups_and_people_outside_are_nobody_to_hear(self):
        made = self.staff(group("G", "court"), person("O", "court", outside="yes"))
        assert made == Staff(frozenset(), frozenset())

    def test_who_answered_a_survey(self):
        said = pd.DataFrame({"respondent": ["A", "B"], "alter": ["C", "C"], "value": ["0", ""]})
        people = pd.DataFrame([person("A", "court"), person("B", "court"), person("C", "program")])
        made = Coalition.from_frames(people=people, answers=said.assign(question="contact"))
        assert answers(made).of("court") == Staff(frozenset({"A"}), frozenset({"B"}))


class TestRates:
    """Jeffreys' rates from those who were heard, in all of the coalition."""

    def test_who_has_a_tie_at_all(self):
        # One of three at the court, one of two at the program: 2 of 5 heard, one other agency.
        found = answers(coalition(people=STAFF, ties=told("A1", "B1", "A1")))
        assert found.rate_of_any == pytest.approx(2.5 / 6)

    def test_who_has_one_where_a_colleague_has_one(self):
        # Court: 2 of 3 have one: each of the two has 1 of 2 colleagues; program: 1 of 2, 0 of 1.
        ties = told("A1", "B1", "A1") + told("A2", "B1", "A2")
        found = answers(coalition(people=STAFF, ties=ties))
        assert found.rate_of_another == pytest.approx((2 + 0.5) / (4 + 1 + 1))

    def test_how_often_the_other_side_tells_it_too(self):
        ties = told("A1", "B1", "A1", "B1") + told("A2", "B1", "A2") + told("A4", "B1", "B1")
        found = answers(coalition(people=STAFF, ties=ties))
        # A4 reports nothing: their tie is left out, for only one could tell it.
        assert found.rate_confirmed == pytest.approx(1.5 / 3)

    def test_a_tie_that_nobody_heard_tells_of_is_rarer(self):
        made = answers(coalition(people=STAFF, ties=told("A1", "B1", "A1", "B1")))
        rate, other = np.array([0.5]), made.of("program")
        seen = made.rate_confirmed * 2 / 3
        assert made.untold(rate, other) == pytest.approx(0.5 * (1 - seen) / (1 - 0.5 * seen))
        assert made.untold(rate, Staff(frozenset(), frozenset("x"))) == pytest.approx(0.5)

    def test_a_drawn_rate_is_shrunk_to_the_coalitions(self):
        made = answers(coalition(people=STAFF))
        drawn = made.draw_rate(generator(1, "x"), 0.2, 9, 3, 20_000)
        assert drawn.mean() == pytest.approx((0.2 + 3) / 10, abs=0.005)


class TestUnlogged:
    """An agency that sends nothing in a log may keep none; others are known."""

    PARTS = (("court", "A1", "program", "B1", 3), ("police", "P1", "program", "B1", 3))

    def share(self, *pair, parts=PARTS):
        made = answers(coalition(*parts, people=STAFF))
        return made.draw_unlogged(generator(1, "x"), pair, 20_000).mean()

    def test_those_who_send_hide_nothing(self):
        assert self.share("court", "police") == 0

    def test_one_who_sends_nothing_sends_as_often_as_others(self):
        # Two senders with two others each: 2 of 4 ways are used.
        assert self.share("program", "court") == pytest.approx(0.5, abs=0.02)

    def test_pathways_met_once_tell_of_some_too_rare_to_meet(self):
        # Three met once, none twice: 3 * 2 / 2 = 3 unseen of the 3 ways that are left.
        parts = [("court", "A1", "program", "B1", 1), ("court", "A1", "police", "P1", 1)]
        parts += [("police", "P1", "court", "A1", 1)]
        made = answers(coalition(*parts, people=STAFF))
        assert made.rate_too_rare == pytest.approx(1.0)
        assert answers(coalition(*self.PARTS, people=STAFF)).rate_too_rare == 0

    def test_without_a_log_nothing_is_hidden(self):
        assert self.share("court", "program", parts=()) == 0
