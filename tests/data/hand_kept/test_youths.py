"""Rows for several young people, told in notes, in columns of clients and of counts."""

import pytest

from collabnet.data.hand_kept import band_ages, count_youths, tidy
from collabnet.data.issues import Ledger
from collabnet.data.sources.opened import Draft
from data.hand_kept.kept_log import KeptLog, answers_of

ROW = ["2024-01-05", "Court", "Shelter"]


def log_of(column, *cells, **given):
    """A log with one further column, as it is before columns are left out."""
    ledger = Ledger("log.csv")
    ledger.rows = ledger.lines = range(1, len(cells) + 2)
    names = ("date", "from_agency", "to_agency", column)
    draft = Draft("referrals", names, ledger)
    for at, cell in enumerate(cells, 1):
        draft.add(at, *ROW, cell)
    return count_youths(draft, answers_of(**given))


def asked(draft):
    return [problem for problem in draft.ledger.problems if problem.code == "several_youths"]


class TestWhereItStands:
    @pytest.mark.parametrize(
        ("column", "cell"),
        [
            ("Notes", "2 girls"),
            ("Notes", "x2"),
            ("Notes", "(2)"),
            ("Notes", "police brought two young girls at night"),
            ("reason", "2 girls from one motel"),
            ("Comments", "J.T. & M.L."),
            ("Youth initials", "J.T. & M.L."),
            ("Youth", "JT/ML"),
            ("Client", "AB x2"),
            ("Client ID", "0017, 0018"),
            ("Name", "Ann and Bea"),
            ("# of youth", "2"),
            ("Count", "2"),
            ("How many?", "2"),
        ],
    )
    def test_it_is_asked_about(self, column, cell):
        problems = asked(log_of(column, cell))
        assert [(one.level, one.column, one.key) for one in problems] == [
            ("ASK", column, "several_youths")
        ]
        assert len(log_of(column, cell, several_youths="rows").cells) == 2
        assert len(log_of(column, cell, several_youths="one").cells) == 1

    @pytest.mark.parametrize(
        ("column", "cell"),
        [
            ("Notes", "called twice, has 2 children"),
            ("Notes", "one of 3 sisters"),
            ("Notes", "DV & SA"),
            ("Youth", "Hall, Ann"),
            ("Youth", "AB"),
            ("Youth", "2"),
            ("Client ID", "0017"),
            ("No.", "2"),
            ("Rating", "(2)"),
            ("Count", "1"),
            ("Count", "2024"),
            ("status", "x2"),
        ],
    )
    def test_what_is_no_such_mark(self, column, cell):
        assert asked(log_of(column, cell)) == []

    def test_a_column_called_after_youths_may_count_them(self):
        assert len(asked(log_of("Youth", "1", "1", "2"))) == 1
        assert asked(log_of("Youth", "1", "2", "3")) == []


class TestWhatIsShown:
    def test_a_bare_mark_is_shown(self):
        assert asked(log_of("Notes", "2 girls"))[0].message == (
            "1 cell of Notes for several young people, such as '2 girls'."
        )

    @pytest.mark.parametrize("cell", ["J.T. & M.L.", "JT x2", "JT (2)"])
    def test_initials_never_are(self, cell):
        problem = asked(log_of("Youth", cell))[0]
        assert problem.message == "1 cell of Youth for several young people."
        assert problem.value == ""
        assert not any(word in repr(problem) for word in ("JT", "J.T.", "M.L."))

    def test_nor_is_what_a_note_says_of_them(self):
        problem = asked(log_of("Notes", "2 girls, J.T. and M.L."))[0]
        assert problem.message == "1 cell of Notes for several young people."


class TestOnce:
    def test_what_was_counted_is_not_counted_again(self):
        given = {"several_youths": "rows"}
        draft = log_of("Kept", "2 girls", **given)
        assert len(tidy(draft, answers_of(**given)).cells) == 2
        assert len(count_youths(draft, answers_of(**given)).cells) == 2

    def test_two_marks_of_one_row_are_the_same_young_people(self):
        ledger = Ledger("log.csv")
        ledger.rows = ledger.lines = [1, 2]
        cells = ["2024-01-05", "Court", "Shelter x2", "2 girls"]
        draft = Draft("referrals", ("date", "from_agency", "to_agency", "Notes"), ledger)
        draft.add(1, *cells)
        made = count_youths(draft, answers_of(several_youths="rows"))
        assert [one[2] for one in made.cells] == ["Shelter", "Shelter"]

    def test_age_bands_in_between_change_nothing(self):
        ledger = Ledger("log.csv")
        ledger.rows = ledger.lines = [1, 2]
        draft = Draft("referrals", ("date", "from_agency", "to_agency", "dob", "n"), ledger)
        draft.add(1, *ROW, "2008-06-30", "x2")
        given = answers_of(several_youths="rows")
        assert len(tidy(band_ages(count_youths(draft, given), given), given).cells) == 2


def test_a_cell_of_a_row_that_became_two_counts_once():
    log = KeptLog(
        "2024-01-06,?,Court,Shelter x2", "2024-01-07,,Court,Clinic", several_youths="rows"
    )
    assert len(log.draft.cells) == 3
    assert log.found("unknown_person").message == "1 cell of from_person with '?'."
