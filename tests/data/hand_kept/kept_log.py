"""A log kept by hand, as it is tidied: from text to the draft that is checked."""

from datetime import date

from collabnet.data.hand_kept import take_month_headings, tidy
from collabnet.data.header import Header
from collabnet.data.issues import Ledger
from collabnet.data.options import OPTIONS, Answers, parse_answer
from collabnet.data.records import Records
from collabnet.data.rows import find_rows, fit_rows
from collabnet.data.sources.opened import Draft
from collabnet.data.table import read_draft
from collabnet.model.specs import REFERRALS

TODAY = date(2024, 6, 30)
NAMES = "date,from_person,from_agency,to_agency,to_person"


def answers_of(**given):
    values = {name: parse_answer(OPTIONS[name], value) for name, value in given.items()}
    assert None not in values.values(), values
    return Answers(values)


class KeptLog:
    """Rows of a log (cells separated by commas, or given as lists), read with answers."""

    def __init__(self, *rows, names=NAMES, known=(), of_sheet=None, **given):
        answers = answers_of(**given)
        cells = [names.split(","), *(r.split(",") if isinstance(r, str) else r for r in rows)]
        width = len(cells[0])
        records = Records(",", [[*one, *[""] * (width - len(one))] for one in cells])
        records.rows, records.lines = range(1, len(cells) + 1), list(range(1, len(cells) + 1))
        self.ledger = Ledger("log.xlsx", "Log")
        self.ledger.rows, self.ledger.lines = records.rows, records.lines
        self.ledger.n_read = len(cells) - 1
        months = take_month_headings(records, 1, self.ledger, answers, of_sheet)
        header = Header(tuple(cells[0]), 1)
        found = find_rows(records, header, REFERRALS, self.ledger, answers)
        draft = Draft("referrals", header.names, self.ledger, places=list(range(width)))
        draft.at = fit_rows(records, found, width, REFERRALS, self.ledger)
        draft.cells = [records.cells[at] for at in draft.at]
        self.draft = tidy(draft, answers, months, known)
        self.answers = answers

    def column(self, name):
        """The cells of a column once they are tidied."""
        place = self.draft.names.index(name)
        return [cells[place] for cells in self.draft.cells]

    @property
    def codes(self):
        return [problem.code for problem in self.ledger.problems]

    def found(self, code):
        hits = [problem for problem in self.ledger.problems if problem.code == code]
        assert len(hits) == 1, self.codes
        return hits[0]

    def read(self):
        """The table that comes out when the values are checked too."""
        return read_draft(self.draft, self.answers, TODAY)
