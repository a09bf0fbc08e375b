"""``collabnet purge``: remove for good what a folder keeps beside its tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import say, width

if TYPE_CHECKING:
    from collabnet.data.purging import Purge

EXAMPLE = "Example: collabnet purge our_task_force --rejects"
AFTER = (
    "The old bytes were overwritten and the files deleted. What no program can reach: a "
    "solid-state disk may keep old blocks, and backups, synchronised folders and version control "
    "keep copies of their own. Ask whoever runs these."
)
COMPLETED = (
    "An earlier purge had been interrupted. It has been completed now: what was left of it was "
    "overwritten and deleted."
)
VERSIONED = "This folder is under version control: its history still has what was there."


def purge(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A coalition folder.", show_default=False),
    ],
    wave: Annotated[
        str | None,
        typer.Option(
            "--wave",
            metavar="W",
            help="Only what the rows of this wave came from: rejects, originals and corrections.",
            show_default=False,
        ),
    ] = None,
    client_tokens: Annotated[
        bool, typer.Option("--client-tokens", help="Ids and tokens of clients in the tables.")
    ] = False,
    rejects: Annotated[
        bool, typer.Option("--rejects", help="Rows that could not be used.")
    ] = False,
    originals: Annotated[
        bool, typer.Option("--originals", help="Imported files that lie in the folder.")
    ] = False,
    corrections: Annotated[
        bool,
        typer.Option(
            "--corrections",
            help="What stood in rows before they were corrected; undo ends with it.",
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it without asking.")] = False,
) -> None:
    """Remove client ids, rejected rows, originals and old corrections; the bytes are gone.

    Without an option for what: all four. What would go is shown first. The tables stay.
    """
    from collabnet.data.purging import KINDS, plan_purge

    asked = dict(zip(KINDS, (client_tokens, rejects, originals, corrections), strict=True))
    kinds = [kind for kind, is_asked in asked.items() if is_asked] or list(KINDS)
    found = plan_purge(path, kinds, wave=wave)
    if found.had_stopped:
        _say(COMPLETED)
    if found.is_empty:
        nothing = "Nothing more to remove." if found.had_stopped else "Nothing to remove."
        _say(nothing, *_elsewhere(found))
        return
    say("\n".join(["This goes for good:", *(f"- {line}" for line in found.lines)]) + "\n")
    _say(*_elsewhere(found))
    if not yes:
        from collabnet.cli.prompting import yes_or_no

        if not yes_or_no("Remove it?"):
            _say("Nothing was removed.")
            return
    found.carry_out()
    is_versioned = any((one / ".git").exists() for one in (path.resolve(), *path.resolve().parents))
    _say(AFTER, *([VERSIONED] if is_versioned else []))


def _elsewhere(found: "Purge") -> list[str]:
    from collabnet.data.issues import listed, shown

    said = (
        (
            found.elsewhere,
            "Imported, and not in this folder: {}. Delete these yourself where they are.",
        ),
        (
            found.with_clients,
            "Never imported, and with ids of clients: {}. These stay, since nobody else may have "
            "what is in them. Delete them yourself if they aren't needed.",
        ),
    )
    return [text.format(listed([shown(one) for one in names])) for names, text in said if names]


def _say(*texts: str) -> None:
    from collabnet.reports.layout import wrap

    if texts:
        say("\n".join(line for text in texts for line in wrap(text, width())) + "\n")
