"""``collabnet new``: an empty coalition folder to fill in, and questions to ask."""

from pathlib import Path
from typing import Annotated

import typer

from collabnet.cli.console import say, width

EXAMPLE = "Example: collabnet new our_task_force"
NEXT = (
    "Fill in agencies.csv, people.csv and referrals.csv (or ties.csv), or the same tables in "
    "coalition.xlsx; give everybody in it the notice to staff, then look at it with: "
    "collabnet check {folder}"
)
ASK = (
    "Give questionnaire.xlsx to one person of each agency, or paste questionnaire.txt into a "
    "survey platform. Read what comes back with: collabnet import FILE --into {folder}"
)
NO_ROSTER = (
    "No agencies are known yet: the rows are blank. Fill in agencies.csv first, and the "
    "questionnaire names them."
)


def new(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help="A new or an empty folder; with --questionnaire also a coalition's.",
            show_default=False,
        ),
    ],
    questionnaire: Annotated[
        bool,
        typer.Option(
            "--questionnaire", help="Write the questions to ask where there is no log of referrals."
        ),
    ] = False,
) -> None:
    """Make an empty coalition folder: templates, settings, a notice for staff."""
    from collabnet.reports.layout import wrap

    if questionnaire:
        from collabnet.data.forms.ask import write_questionnaire

        made, names, n_agencies = write_questionnaire(folder)
        told = [ASK.format(folder=made), *([] if n_agencies else [NO_ROSTER])]
    else:
        from collabnet.data.templates import new_coalition

        made = new_coalition(folder)
        names, told = sorted(path.name for path in made.iterdir()), [NEXT.format(folder=made)]
    lines = [f"{made} holds now:", *(f"- {name}" for name in names)]
    for text in told:
        lines += wrap(text, width())
    say("\n".join(lines) + "\n")
