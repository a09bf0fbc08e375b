"""Load what a command is about, and say which problems its data has."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from collabnet.cli.console import warn_wrapped
from collabnet.cli.options import WrongCall, parse_reading

if TYPE_CHECKING:
    import pandas as pd

    from collabnet.model import Coalition

SHOWN = 20
"""So many problems are printed; the check lists them all."""
MILD = ("NOTE", "OK")
"""Levels that are no problem: the check tells them."""


def load(
    path: str, reading: Sequence[str] | None, *, strict: bool, rates: str | None = None
) -> "Coalition":
    """Load a coalition for a command; problems above a note go to standard error.

    Raises
    ------
    Exit
        With code 1 after the problems, if any is above a note and ``strict`` is set.
    """
    answers = parse_reading(list(reading or []))
    rate = _rate(rates)
    from collabnet.data.load import load as load_coalition

    coalition = load_coalition(path, reading=answers)
    tell_problems(coalition.problems, coalition.settings.name, path, strict=strict)
    if rate is None:
        return coalition
    assumed = replace(coalition.settings.assumptions, departure_rate=rate[0], rate_label=rate[1])
    return coalition.with_settings(assumptions=assumed)


def tell_problems(
    problems: "pd.DataFrame",
    name: str,
    path: str,
    *,
    strict: bool,
    whole: Sequence[str] = ("names_to_settle",),
) -> None:
    """Print the problems above a note, and how many notes there are.

    Notes with a code among ``whole`` are printed themselves: every figure hangs on them.

    Raises
    ------
    Exit
        With code 1, if there are problems above a note and ``strict`` is set.
    """
    above = ~problems["level"].isin(MILD)
    found = problems[above].to_dict("records")
    n = len(found)
    see = f"collabnet check {_as_argument(path)}"
    if n:
        lines = [f"{n} problem{'s' if n > 1 else ''} in {name}:"]
        for one in found[:SHOWN]:
            place = [str(one["file"])]
            place += [f"row {one['row']}"] if one["row"] == one["row"] and one["row"] else []
            place += [f"column {one['column']}"] if one["column"] else []
            said = f"- {', '.join(place)}: {one['message']} {one['remedy']} [{one['code']}]"
            lines.append(said)
        lines += [f"and {n - SHOWN} more: {see}"] if n > SHOWN else []
        warn_wrapped("\n".join(lines))
    for one in problems[problems["code"].isin(whole)].to_dict("records"):
        warn_wrapped(f"{one['message']} {one['remedy']}")
    if notes := len(problems) - n:
        words, them = ("1 note", "it") if notes == 1 else (f"{notes} notes", "them")
        warn_wrapped(f"Read with {words}: {see} shows {them}.")
    if n and strict:
        warn_wrapped("Stopped because of --strict. Mend the problems, or leave --strict out.")
        raise typer.Exit(1)


def _as_argument(path: str) -> str:
    return f'"{path}"' if any(one.isspace() for one in path) else path


def _rate(text: str | None) -> tuple[float, str] | None:
    if text is None:
        return None
    from collabnet.data.settings_assumptions import RATE_NEEDED, parse_rate

    try:
        found = parse_rate(float(text))
    except ValueError:
        found = parse_rate(text)
    if found is None:
        raise WrongCall(f"--rates needs {RATE_NEEDED}; got {text!r}.")
    return found
