"""Workbooks: formulas without a result, and those that ended in an error."""

import pytest

from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.data.sources.grids import refuse_faults
from collabnet.data.sources.opened import Draft
from collabnet.data.table import draft_table
from collabnet.model.specs import REFERRALS
from data.sources.made_books import LOG, book, log, reader, row, text, where


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


def as_log(found):
    """The draft of a log and its ledger, as the reader of tables makes them."""
    grid = found.opened.grids[0]
    ledger = found.ledgers.of(grid.name)
    return draft_table(grid.records, REFERRALS, ledger, Answers()), ledger


class TestFormulas:
    def row_with(self, cell):
        return book(LOG[0], row(2, text("A2", "2024-03-05"), cell, text("C2", "x")), log(3))

    @pytest.mark.parametrize(
        "cell",
        ['<c r="B2"><f>D2&amp;E2</f></c>', '<c r="B2"><f>D2&amp;E2</f><v></v></c>',
         '<c r="B2"><f t="shared" si="0"/><v/></c>', '<c r="B2" t="str"><f>D2</f></c>'],
    )  # fmt: skip
    def test_a_formula_without_a_result_rejects_its_row(self, read, cell):
        found = read(self.row_with(cell))
        draft, ledger = as_log(found)
        assert draft.at == [2]
        problem = found.found("formula_without_value")
        assert where(problem) == ("ROW", "Log", 2, "B")
        assert str(problem) == (
            "log.xlsx, sheet Log, row 2, column B: The cell B2 holds a formula without a result. "
            "Open the workbook in Excel and save it, so that results are stored; then read it "
            "again. [formula_without_value]"
        )
        assert ledger.n_read == len(draft.at) + len(ledger.rejected) + len(ledger.skipped)

    def test_a_result_that_excel_left_to_be_computed_is_none(self, read):
        made = book(*LOG, row(3, '<c r="A3"><f>B3*2</f><v>0</v></c>', text("B3", "x")),
                    after='<calcPr fullCalcOnLoad="1"/>')  # fmt: skip
        assert read(made).opened.grids[0].records.faults[2][0] == "formula_without_value"

    @pytest.mark.parametrize(
        ("cell", "value"),
        [('<c r="B2"><f>1+2</f><v>3</v></c>', "3"), ('<c r="B2"><f>0</f><v>0</v></c>', "0"),
         ('<c r="B2" t="str"><f>D2</f><v></v></c>', ""),
         ('<c r="B2" t="str"><f>D2</f><v>c</v></c>', "c")],
    )  # fmt: skip
    def test_a_saved_result_is_the_cell(self, read, cell, value):
        found = read(self.row_with(cell))
        assert (found.cells[1][1], found.opened.grids[0].records.faults) == (value, {})

    @pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
    def test_an_error_rejects_its_row(self, read, error):
        found = read(self.row_with(f'<c r="B2" t="e"><f>X1</f><v>{error}</v></c>'))
        draft, _ = as_log(found)
        assert draft.at == [2]
        problem = found.found("error_value")
        assert where(problem) == ("ROW", "Log", 2, "B")
        assert str(problem) == (
            f"log.xlsx, sheet Log, row 2, column B: The cell B2 shows '{error}'. Correct the "
            "formula, or write the value itself. [error_value]"
        )

    def test_an_error_above_the_header_rejects_nothing(self, read):
        title = row(1, '<c r="A1" t="e"><v>#REF!</v></c>')
        header = row(2, text("A2", "date"), text("B2", "from_agency"), text("C2", "to_agency"))
        draft, ledger = as_log(read(book(title, header, log(3))))
        assert (draft.at, ledger.rejected) == ([2], set())

    def test_a_reader_of_more_than_rows_refuses_the_sheet(self, read):
        found = read(self.row_with('<c r="B2" t="e"><v>#N/A</v></c>'))
        used = Draft("ties", ("source", "target"), found.ledgers.of("Log"), [["a", "b"]], [1])
        refuse_faults(found.opened, found.ledgers, [used])
        problem = found.found("cells_not_usable")
        assert where(problem) == ("STOP", "Log", None, "B")
        assert problem.message == (
            "1 cell of the sheet without a usable value, such as B2 with '#N/A'."
        )
        apart = Draft("ties", ("source", "target"), Ledger("other.csv"), [["a", "b"]], [1])
        again = read(self.row_with('<c r="B2" t="e"><v>#N/A</v></c>'))
        refuse_faults(again.opened, again.ledgers, [apart])
        assert again.codes == []
