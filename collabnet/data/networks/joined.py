"""Several sheets of one network as one ledger, each row in the ledger of the sheet it stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from collabnet.data.issues import Ledger
from collabnet.data.sources.opened import Draft


class Joined(Ledger):
    """The rows of several sheets, one sheet after the other; problems go to the sheet they are of.

    What is about no row goes to the first sheet.

    Examples
    --------
    >>> sheets = [Ledger("ties.csv"), Ledger("more_ties.csv")]
    >>> for one in sheets:
    ...     one.rows, one.lines, one.originals = [1, 2], [1, 2], [["Source"], ["court"]]
    >>> joined = Joined(sheets)
    >>> joined.add("stray_quote", 3)
    >>> print(sheets[1].problems[0].place)
    more_ties.csv, row 2
    """

    def __init__(self, parts: Sequence[Ledger]) -> None:
        super().__init__(parts[0].file, parts[0].sheet)
        self.parts = parts
        self.starts: list[int] = []
        rows: list[int] = []
        lines: list[int] = []
        originals: list[Sequence[str]] = []
        for part in parts:
            self.starts.append(len(rows))
            rows += part.rows
            lines += part.lines
            originals += part.originals
        self.n_rows = len(rows)
        self.rows, self.lines, self.originals = rows, lines, originals
        self._owners: dict[int, tuple[Ledger, int]] = {}

    def add(self, code: str, at: int | None = None, **told: object) -> None:
        """Write a problem down, here and in the ledger of its sheet."""
        super().add(code, at, **told)  # type: ignore[arg-type] # passed on as they came
        ledger, own = (self.parts[0], None) if at is None else self.owner(at)
        ledger.add(code, own, **told)  # type: ignore[arg-type] # passed on as they came

    def owner(self, at: int) -> tuple[Ledger, int]:
        """Give the ledger of the sheet that a position is of, and its position there."""
        if at not in self._owners:
            self._owners[at] = self._find(at) if at < self.n_rows else self._append(at)
        return self._owners[at]

    def _find(self, at: int) -> tuple[Ledger, int]:
        part = bisect_right(self.starts, at) - 1
        return self.parts[part], at - self.starts[part]

    def _append(self, at: int) -> tuple[Ledger, int]:
        """Give a record that was made of a row a position of its own in the sheet of that row."""
        cells = self.originals[at]
        row = next(i for i in range(self.n_rows) if self.originals[i] is cells)
        ledger, own = self._find(row)
        ledger.rows = [*ledger.rows, ledger.rows[own]]
        ledger.lines = [*ledger.lines, ledger.lines[own]]
        ledger.originals = [*ledger.originals, cells]
        ledger.n_read += 1
        return ledger, len(ledger.rows) - 1

    def settle(self) -> None:
        """Tell the ledgers of the sheets which of their rows are left out."""
        for at in self.rejected:
            ledger, own = self.owner(at)
            ledger.rejected.add(own)
        for at in self.skipped:
            ledger, own = self.owner(at)
            ledger.skipped.add(own)

    def parted(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Give the rows of each draft the ledger of the sheet that they come from."""
        made: list[Draft] = []
        for draft in drafts:
            by_sheet: dict[int, Draft] = {}
            for at, cells in zip(draft.at, draft.cells, strict=True):
                ledger, own = self.owner(at)
                part = by_sheet.setdefault(id(ledger), Draft(draft.table, draft.names, ledger))
                part.add(own, *cells)
            made += by_sheet.values()
        return made
