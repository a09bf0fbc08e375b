"""How sure findings are, from end to end: blanks, people not heard, months, seeds."""

from datetime import date

import pytest

from collabnet.planning.changes import Leaves
from collabnet.planning.whatif import what_if
from collabnet.risk.assessment import assess
from risk.cases import agreement, coalition, person, tie

HEARD = {"interviewed": "yes"}
PAIR = "contacts:court:program"


def rows(n, sender="O1", receiver="I1", to="program"):
    return ("court", sender, to, receiver, n)


def sure(*parts, finding="pathway:court:program", worlds=200, seed=0, **tables):
    found = assess(coalition(*parts, **tables), worlds=worlds, seed=seed).found
    return {one.id: one.sure for one in found}[finding]


class TestRowsOfALog:
    """Few rows, blanks and thin volumes are told apart."""

    def test_48_rows_of_one_receiver_are_solid(self):
        made = sure(rows(48))
        assert (made.level, made.holds_in, made.n_worlds) == ("solid", 1.0, 200)

    def test_eight_rows_are_likely_at_most(self):
        assert sure(rows(8)).level == "likely"

    def test_unless_those_concerned_said_that_nobody_else_carries_it(self):
        assert sure(rows(20), confirmed=(("court", "program"),)).level == "solid"
        assert sure(rows(8), confirmed=(("court", "program"),)).level == "solid"
        assert sure(rows(8), confirmed=(("court", "program"),)).is_confirmed
        assert sure(rows(8), confirmed=(("program", "court"),)).level == "likely"

    def test_three_rows_are_too_few_even_if_vital(self):
        assert sure(rows(3), vital=(("court", "program"),)).level == "too few to tell"

    def test_a_volume_at_the_limit_is_likely(self):
        made = sure(rows(12))
        assert made.level == "likely"
        assert 0.75 < made.holds_in < 0.95

    @pytest.mark.parametrize(
        ("n_blank", "expected"),
        [(4, "solid"), (24, "depends on who did not answer")],
    )
    def test_blanks_decide_where_they_could_be_another_person(self, n_blank, expected):
        many = [rows(8, f"O{i}") for i in range(1, 6)]
        elsewhere = rows(200, "O1", "S1", "shelter")
        assert sure(*many, rows(n_blank, "O1", ""), elsewhere).level == expected

    def test_weak_evidence_is_never_solid(self):
        weak = {"evidence_status": "inferred"}
        assert sure((*rows(48), weak)).level == "likely"

    def test_who_nobody_knows_depends(self):
        named = [rows(2, f"O{i}", f"I{i}") for i in range(1, 13)]
        ways = [("court", "", "program", "", 40)]
        found = assess(coalition(*named, *ways)).found
        assert {one.sure.level for one in found if one.severity == "ask"} <= {
            "depends on who did not answer",
            "too few to tell",
        }


STAFF = (
    *(person(f"A{i}", "court", **HEARD) for i in (1, 2, 3)),
    *(person(f"B{i}", "program", **HEARD) for i in (1, 2, 3)),
)
ONE_TIE = [tie("A1", "B1", reported_by="A1")]


def missing(n):
    return tuple(person(f"M{i}", "court") for i in range(n))


class TestContacts:
    """That nobody else has a contact is solid only if everybody was heard."""

    def single(self, *people, ties=ONE_TIE, **settings):
        return sure(finding=PAIR, people=(*STAFF, *people), ties=ties, **settings)

    def test_everybody_was_heard(self):
        made = self.single()
        assert (made.level, made.holds_in) == ("solid", 1.0)

    def test_one_of_many_was_not(self):
        assert self.single(*missing(1)).level == "likely"

    def test_more_people_not_heard_never_make_it_surer(self):
        ties = [tie(f"A{i}", "X1", reported_by=f"A{i}") for i in (1, 2, 3)]
        shares = [
            sure(
                finding=PAIR,
                people=(*STAFF, person("X1", "shelter", **HEARD), *missing(n)),
                ties=[*ONE_TIE, *ties],
                worlds=2000,
            ).holds_in
            for n in (0, 1, 3, 8)
        ]
        assert shares == sorted(shares, reverse=True)
        assert shares[-1] < 0.75

    def test_then_it_depends_on_them(self):
        people = tuple(
            person(f"{side}{i}", agency)
            for side, agency in (("M", "court"), ("N", "program"))
            for i in range(8)
        )
        alone = (person("A1", "court", **HEARD), person("B1", "program", **HEARD))
        made = sure(finding=PAIR, people=(*alone, *people), ties=ONE_TIE)
        assert made.level == "depends on who did not answer"

    def test_those_concerned_may_know_better(self):
        assert self.single(*missing(3), confirmed=(("program", "court"),)).level == "solid"

    def test_a_strain_that_one_side_tells_is_likely(self):
        ties = [tie("A1", "B1", quality="strained", reported_by="A1")]
        people = (person("A1", "court"), person("B1", "program"))
        made = sure(finding=PAIR, people=people, ties=ties)
        assert (made.level, made.holds_in) == ("likely", 1.0)

    def test_a_strain_that_both_sides_were_asked_about_is_solid(self):
        ties = [tie("A1", "B1", quality="strained", reported_by="A1")]
        assert self.single(ties=ties).level == "solid"

    def test_a_gap_without_any_tie_may_be_filled_by_somebody_not_heard(self):
        ties = [tie("A1", "program", quality="absent", reported_by="A1")]
        assert self.single(ties=ties).level == "solid"
        assert self.single(*missing(2), ties=ties).holds_in < 1

    def test_nobody_on_record_as_heard_is_likely_at_most(self):
        people = (person("A1", "court"), person("B1", "program"), *missing(4))
        assert sure(finding=PAIR, people=people, ties=[tie("A1", "B1")]).level == "likely"


class TestHubs:
    """A hub stays one while those who were not heard could not make it a small one."""

    def hub(self, n_missing):
        # Five of fifteen actors are formal contacts of P0, as they say themselves.
        people = [person(f"P{i}", f"agency{i}", **HEARD) for i in range(15)]
        ties = [tie("P0", f"P{i}", basis="formal", reported_by=f"P0; P{i}") for i in range(1, 6)]
        ties += [tie(f"P{i}", f"P{i + 1}", reported_by=f"P{i}; P{i + 1}") for i in range(5, 14)]
        silent = [person(f"M{i}", "agency1") for i in range(n_missing)]
        return sure(finding="hub:P0", people=(*people, *silent), ties=ties)

    def test_everybody_heard(self):
        assert (self.hub(0).level, self.hub(0).holds_in) == ("solid", 1.0)

    def test_many_not_heard(self):
        assert self.hub(3).level == "likely"
        assert self.hub(40).level == "depends on who did not answer"


class TestDraws:
    """The same input and seed give the same shares, whatever else is in the data."""

    def test_again(self):
        assert sure(rows(12), seed=5) == sure(rows(12), seed=5)

    def test_another_seed(self):
        shares = {sure(rows(12), seed=seed).holds_in for seed in range(4)}
        assert len(shares) > 1

    def test_other_pathways_change_nothing(self):
        other = ("police", "P1", "shelter", "S1", 30)
        assert sure(rows(12)) == sure(rows(12), other) == sure(other, rows(12))

    def test_the_order_of_rows_changes_nothing(self):
        parts = [rows(7), rows(6, "O2"), rows(4, "", "I1")]
        assert sure(*parts) == sure(*parts[::-1])

    def test_more_worlds(self):
        shares = [sure(rows(12), worlds=n).holds_in for n in (4000, 8000)]
        assert shares[0] == pytest.approx(shares[1], abs=0.02)

    def test_no_worlds(self):
        made = sure(rows(48), worlds=0)
        assert (made.level, made.holds_in, made.n_worlds) == ("not assessed yet", None, 0)

    def test_months_are_drawn_from_two_years_on(self):
        # All rows in the Januaries: a world may draw the empty one twice, or the full one.
        days = [date(2023, 1, 1 + i) for i in range(28)]
        part = [("court", "O1", "program", "I1", days)]
        long = sure(*part, period_start=date(2023, 1, 1), worlds=2000)
        short = sure(
            *part, period_start=date(2023, 1, 1), period_end=date(2024, 11, 30), worlds=2000
        )
        assert long.holds_in == pytest.approx(0.75, abs=0.05)
        assert short.holds_in > 0.95


class TestWhatIf:
    """What is equal before and after is not drawn again, and is the same as if it were."""

    def test_equal_to_a_new_assessment(self):
        made = coalition(
            rows(12), rows(20, "O2", "S1", "shelter"), ("police", "P1", "program", "I1", 15)
        )
        for change in (Leaves("P1"), Leaves("O2", "empty")):
            after = what_if(made, change).after
            again = assess(after.coalition)
            assert [one.sure for one in after.found] == [one.sure for one in again.found]

    def test_what_a_change_does_is_told_with_how_sure_it_is(self):
        made = coalition(rows(12), rows(12, "O2", "S1", "shelter"))
        tried = what_if(made, Leaves("O2", "empty"))
        told = [*tried.resolved, *tried.gained, *(one for pair in tried.changed for one in pair)]
        assert told
        assert "not assessed yet" not in {one.sure.level for one in told}

    def test_judging_alone_draws_nothing(self):
        made = assess(coalition(rows(12)))
        assert made.judged[0].sure.level == "not assessed yet"
        assert made.judged[0].id == made.found[0].id
        assert "_judge" not in vars(assess(coalition(rows(12))))

    def test_an_agreement_is_tried_as_any_other(self):
        made = sure(rows(48), agreements=[agreement("court", "program")])
        assert made.level == "solid"
