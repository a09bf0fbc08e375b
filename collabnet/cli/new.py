"""``collabnet new``: an empty coalition folder to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from collabnet.cli.console import say, width

EXAMPLE = "Example: collabnet new our_task_force"
NEXT = (
    "Fill in agencies.csv, people.csv and referrals.csv (or ties.csv), give everybody in it the "
    "notice to staff, then look at it with: collabnet check {folder}"
)


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new or an empty folder.", show_default=False)
    ],
) -> None:
    """Make an empty coalition folder: templates, settings, a notice for staff."""
    from collabnet.data.templates import new_coalition
    from collabnet.reports.layout import wrap

    made = new_coalition(folder)
    names = sorted(path.name for path in made.iterdir())
    lines = [f"{made} holds now:", *(f"- {name}" for name in names)]
    lines += wrap(NEXT.format(folder=made), width())
    say("\n".join(lines) + "\n")
