"""The changes of ``collabnet whatif``: read from options in the order in which they stand."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand

from collabnet.cli.options import WrongCall

if TYPE_CHECKING:
    from collabnet.model import Coalition
    from collabnet.planning.changes import Change

ARGUMENTS = "collabnet.arguments"
FILE = "--changes"
EMPTY_POST = "--empty-post"
_ONE_ID = ("leaves", "closes", "backs")
"""Kinds that need one id only: one with a colon in it needs no backslash there."""


class InOrder(TyperCommand):
    """Keeps the arguments as they were written, so that changes apply in their order."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Note the arguments, then parse them."""
        ctx.meta[ARGUMENTS] = list(args)
        return super().parse_args(ctx, args)


Written = tuple[str, str]
"""An option and its value."""


def in_order(context: typer.Context, given: Mapping[str, Sequence[str] | None]) -> list[Written]:
    """Give option and value of each change in the order in which they were written.

    Raises
    ------
    WrongCall
        If a value can't be a change, whatever the data holds.
    """
    left = {option: list(values or []) for option, values in given.items()}
    found = []
    for argument in context.meta.get(ARGUMENTS, []):
        option = argument.partition("=")[0]
        if left.get(option):
            found.append((option, left[option].pop(0)))
    for option, value in found:
        _check(option, value)
    return found


def read_written(written: Sequence[Written], coalition: "Coalition") -> "list[Change]":
    """Turn what was written into changes; ids are looked up where a colon may be theirs."""
    from collabnet.planning.scenarios import read_changes

    ids = {*coalition.people["person_id"], *coalition.agencies["agency_id"]}
    found: list[Change] = []
    for option, value in written:
        if option == FILE:
            found += read_changes(Path(value))
        else:
            found.append(_change(option, value, ids))
    return found


def _check(option: str, value: str) -> None:
    kind = option.removeprefix("--")
    if option in (FILE, EMPTY_POST) or kind in _ONE_ID:
        return
    from collabnet.model.errors import CollabnetError
    from collabnet.planning.changes import FORMS, parse_change

    try:
        parse_change(f"{kind}:{value}")
    except CollabnetError as error:
        form = FORMS[kind]
        raise WrongCall(
            f"{option} needs {form.parts}, for example {form.example}; got {value!r}."
        ) from error


def _change(option: str, value: str, ids: Collection[str]) -> "Change":
    from collabnet.model.errors import CollabnetError
    from collabnet.planning.changes import Backs, Closes, Leaves, parse_change

    kind = option.removeprefix("--")
    if option == EMPTY_POST:
        return Leaves(value, post="empty")
    of_one_id: dict[str, Callable[[str], Change]]
    of_one_id = {"leaves": Leaves, "closes": Closes, "backs": Backs}
    whole = of_one_id.get(kind)
    if whole is not None and value in ids:
        return whole(value)
    try:
        return parse_change(f"{kind}:{value}")
    except CollabnetError:
        if whole is None:
            raise
        return whole(value)  # nobody has this id, which is what there is to say
