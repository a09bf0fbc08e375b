"""What tests of survey platforms share: a file as it was opened, what a reader makes of it."""

import csv
import io

from collabnet.data.options import Answers
from collabnet.data.records import split_records
from collabnet.data.sources.opened import Grid, Ledgers, Opened

ROSTER = ("Juvenile court", "Shelter", "Residential program")


def opened(text, name="survey.csv", delimiter=","):
    """A CSV file as it was opened: one sheet without a name."""
    records = split_records(text.removeprefix("\ufeff"), delimiter)
    return Opened(name, "table", text.encode("utf-8"), text, [Grid("", records)])


def csv_text(*rows, line_end="\n", delimiter=","):
    """Rows as CSV, with quotes only where they are needed."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=line_end, delimiter=delimiter).writerows(rows)
    return out.getvalue()


class Reading:
    """What a reader makes of one file: its drafts, its ledger, and whether every row is there."""

    def __init__(self, program, text, name="survey.csv", delimiter=",", **answers):
        file = opened(text, name, delimiter) if isinstance(text, str) else text
        ledgers = Ledgers(name)
        self.drafts = program.read(file, ledgers, Answers(answers))
        self.ledger = ledgers.of("")
        assert_conserved(self.ledger, self.drafts)

    def rows(self, table="answers", *columns):
        """The rows of a table, all columns or those named."""
        return rows_of(self.drafts, table, *columns)

    def found(self, code):
        """The one problem with a code."""
        hits = [problem for problem in self.ledger.problems if problem.code == code]
        assert len(hits) == 1, [str(problem) for problem in self.ledger.problems]
        return hits[0]

    @property
    def codes(self):
        return [problem.code for problem in self.ledger.problems]

    @property
    def asked(self):
        """What was asked, with the answer that is proposed first."""
        return {
            problem.key: (problem.answers or ("",))[0]
            for problem in self.ledger.problems
            if problem.level == "ASK"
        }


def rows_of(drafts, table="answers", *columns):
    made = []
    for draft in drafts:
        if draft.table == table:
            places = [draft.names.index(name) for name in columns or draft.names]
            made += [tuple(cells[place] for place in places) for cells in draft.cells]
    return made


def assert_conserved(ledger, drafts):
    """Every position is read once: kept, rejected or skipped; every draft row comes from one."""
    first = len(ledger.rows) - ledger.n_read
    data = set(range(first, len(ledger.rows)))
    assert ledger.gone <= data
    assert not ledger.rejected & ledger.skipped
    for draft in drafts:
        assert all(len(cells) == len(draft.names) for cells in draft.cells)
        assert len(draft.at) == len(draft.cells)
        assert set(draft.at) <= data - ledger.gone or draft.ledger is not ledger
    if drafts and not ledger.is_stopped:
        kept = {at for draft in drafts if draft.ledger is ledger for at in draft.at}
        assert kept == data - ledger.gone


def answer_all(program, text, name="survey.csv", delimiter=",", **answers):
    """Read until nothing is asked, with the answer that is proposed first each time."""
    for _ in range(5):
        reading = Reading(program, text, name, delimiter, **answers)
        new = {key: value for key, value in reading.asked.items() if value and key not in answers}
        if not new:
            return reading
        answers |= new
    return reading
