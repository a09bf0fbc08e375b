"""Load what a command is about, and say which problems its data has."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from collabnet.cli.console import warn
from collabnet.cli.options import WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.model import Coalition

SHOWN = 20
"""So many problems are printed; the check lists them all."""


def load(
    path: str, reading: Sequence[str] | None, *, strict: bool, rates: str | None = None
) -> "Coalition":
    """Load a coalition for a command; its problems go to standard error.

    Raises
    ------
    Exit
        With code 1 after the problems, if there are any and ``strict`` is set.
    """
    answers = parse_reading(list(reading or []))
    rate = _rate(rates)
    from collabnet.data.load import load as load_coalition

    coalition = load_coalition(path, reading=answers)
    tell_problems(coalition, path)
    if strict and len(coalition.problems):
        warn("Stopped because of --strict. Mend the problems, or leave --strict out.")
        raise typer.Exit(1)
    if rate is None:
        return coalition
    assumed = replace(coalition.settings.assumptions, departure_rate=rate[0], rate_label=rate[1])
    return coalition.with_settings(assumptions=assumed)


def tell_problems(coalition: "Coalition", path: str) -> None:
    """Print the problems that the reading found, one a line."""
    found = coalition.problems.to_dict("records")
    if not found:
        return
    n = len(found)
    warn(f"{n} problem{'s' if n > 1 else ''} in {coalition.settings.name}:")
    for one in found[:SHOWN]:
        place = [str(one["file"])]
        place += [f"row {one['row']}"] if one["row"] == one["row"] and one["row"] else []
        place += [f"column {one['column']}"] if one["column"] else []
        warn(f"- {', '.join(place)}: {one['message']} {one['remedy']} [{one['code']}]")
    if n > SHOWN:
        warn(f"and {n - SHOWN} more: collabnet check {path}")


def _rate(text: str | None) -> tuple[float, str] | None:
    if text is None:
        return None
    from collabnet.data.settings import RATE_NEEDED, parse_rate

    try:
        found = parse_rate(float(text))
    except ValueError:
        found = parse_rate(text)
    if found is None:
        raise WrongCall(f"--rates needs {RATE_NEEDED}; got {text!r}.")
    return found
