"""Choose among the sheets of a file: hidden ones by choice, one of several by a question."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Grid, Opened

ALL = "all"


class _Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def is_hidden(self) -> bool: ...


T = TypeVar("T", bound=_Named)


def named_sheets(sheets: Sequence[T], ledger: Ledger, answers: Answers) -> list[T]:
    """Give the sheets that an answer names, every visible one when there is no answer.

    Hidden sheets are left out unless ``hidden`` says otherwise or one is named; either way that
    they are there is said.
    """
    wanted = answers.text("", "sheet")
    if named := _named(sheets, wanted):
        meant = {one.name for one in named}
        _tell_others([one for one in sheets if one.name not in meant], ledger)
        return named
    keep = answers.text("", "hidden") == "keep"
    for one in sheets:
        if one.is_hidden:
            done = "read, as hidden says" if keep else "left out"
            ledger.add("hidden_sheet", value=one.name, done=done)
    kept = [one for one in sheets if keep or not one.is_hidden]
    if wanted and wanted != ALL:
        names = [one.name for one in sheets]
        found = listed([shown(name) for name in names[:40]])
        ledger.add("no_such_sheet", value=wanted, found=found, answers=tuple(names))
    return kept


def pick_sheets(
    opened: Opened, ledger: Ledger, answers: Answers, *, stacks: bool = False
) -> Sequence[Grid]:
    """Give the sheet that is meant, for a reader that reads one; ask when there are several.

    A reader that can put several sheets under each other says ``stacks``: then "all" is offered.
    While nobody has answered, the first one is read, so that one check finds as much as it can;
    ``ledger`` is that of the file as a whole.
    """
    grids = list(opened.grids)
    wanted = answers.text("", "sheet")
    if len(grids) < 2 or wanted == ALL or (stacks and _named(grids, wanted)):
        return grids if stacks else grids[:1]
    if not any(problem.code == "no_such_sheet" for problem in ledger.problems):
        names = tuple(grid.name for grid in grids)
        found = listed([shown(name) for name in names[:40]])
        told: Facts = {"count": len(names)}
        choices = (*names, ALL) if stacks else names
        ledger.add("several_sheets", found=found, answers=choices, **told)
    return grids if stacks else grids[:1]


def _named(sheets: Sequence[T], wanted: str) -> list[T]:
    """Give the sheet of this name, or several named with semicolons between; none if one lacks."""
    names = {wanted}
    if wanted not in {one.name for one in sheets}:
        names = {part.strip() for part in wanted.split(";") if part.strip()}
    found = [one for one in sheets if one.name in names]
    return found if len({one.name for one in found}) == len(names) else []


def _tell_others(others: Sequence[_Named], ledger: Ledger) -> None:
    if others:
        found = listed([shown(one.name) for one in others[:40]])
        ledger.add("sheets_not_read", found=found)
