"""Problems of one kind are said once, with the places that have it."""

from dataclasses import replace

from collabnet.data.issues import Ledger
from collabnet.reports.groups import group


def question(sheet, **changed):
    ledger = Ledger("log.xlsx", sheet)
    ledger.add("rejects_to_accept", count=2)
    return replace(ledger.problems[0], **changed)


class TestGroup:
    def test_one_question_for_all_sheets(self):
        months = ("Jan", "Feb", "Mar", "Apr", "May")
        (found,) = group(question(name) for name in months)
        assert found.place == "log.xlsx, sheets Jan, Feb, Mar and 2 more"
        assert str(found).startswith("log.xlsx, sheets Jan, Feb, Mar and 2 more: 2 rows")
        assert "such" not in found.message

    def test_other_answers_are_another_question(self):
        found = group([question("Jan"), question("Feb", answers=("2",))])
        assert len(found) == 2

    def test_what_stops_stays_apart_where_it_reads_otherwise(self):
        ones = [question("Jan", level="STOP", message=text) for text in ("a.", "b.", "a.")]
        assert [len(one.problems) for one in group(ones)] == [1, 1]

    def test_columns_that_seem_personal_have_one_remedy(self):
        ledger = Ledger("log.csv")
        for name in ("client name", "dob"):
            ledger.add("personal_column", column=name, found="x", drop="d", accept="a")
        (found,) = group(ledger.problems)
        assert found.place == "log.csv, columns client name and dob"
        assert found.remedy == (
            'Leave them out: --reading "drop=client name,dob"; or, if they hold no such thing, '
            'keep them: --reading "accept=client name,dob".'
        )

    def test_notes_of_one_kind_are_one_line(self):
        ledger = Ledger("log.csv")
        for name in ("a", "b", "c"):
            ledger.add("column_left_out", column=name)
        (found,) = group(ledger.problems)
        assert str(found) == (
            "log.csv, columns a, b and c: The column a was left out; nothing of it was stored. "
            "And 2 more such. [column_left_out]"
        )
