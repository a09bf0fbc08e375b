"""Show what the columns of a file are taken for, and let each be changed."""

from collections.abc import Sequence

import typer

from collabnet.cli.prompting import BACK, ENDS, choose, find_word, prompt
from collabnet.data.forms.meanings import MEANINGS
from collabnet.data.importing.roles import IGNORE, KEEP, Role
from collabnet.data.issues import shown
from collabnet.model.specs import TABLES

_SAID = {KEEP: "Kept under its own name.", IGNORE: "Left out: nothing of it is stored."}
_WORDS = {KEEP: "(kept under its own name)", IGNORE: "(left out)"}
_LAST = ("status", "status_date", "evidence_status", "evidence")
"""Columns that hardly any export has."""


def confirm_roles(roles: Sequence[Role], columns: Sequence[str], table: str) -> list[str]:
    """Ask until the columns are right; give them as THEIRS=ours."""
    chosen = {role.header: role.role for role in roles if role.header}
    headers = list(chosen)
    while True:
        _show(roles, chosen)
        text = _ask(headers)
        if text.lower() in ("", "y", "yes"):
            return [f"{header}={role}" for header, role in chosen.items()]
        at = _place(text, headers)
        if at is None:
            continue
        choices, said = _choices(columns, table)
        typer.echo(f"What is {shown(headers[at])}?")
        choice = choose(choices, said=said, back=True)
        if choice != BACK:
            _give(headers[at], choices[choice], chosen)


def _ask(headers: Sequence[str]) -> str:
    while True:
        text = prompt("Right? yes, or the number or name of a column to change [yes]")
        if text.lower() in ("", "y", "yes") or _place(text, headers) is not None:
            return text
        typer.echo(
            f"That needs yes, a number from 1 to {len(headers)}, or the name of a column in the "
            f"list; {ENDS}."
        )


def _place(text: str, headers: Sequence[str]) -> int | None:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(headers):
        return int(text) - 1
    return find_word(text, headers)


def _give(header: str, role: str, chosen: dict[str, str]) -> None:
    """Give a column its role; whichever had it is kept under its own name."""
    for other, had in chosen.items():
        if had == role and other != header and role not in (KEEP, IGNORE):
            chosen[other] = KEEP
            typer.echo(f"{shown(other)} was {role}; it is now kept under its own name.")
    chosen[header] = role


def _choices(columns: Sequence[str], table: str) -> tuple[list[str], dict[str, str]]:
    """The columns of the table, those first that it needs, each with its meaning."""
    specs = {one.file_name: one for one in TABLES[table].columns} if table else {}
    hidden = {name for name, one in specs.items() if one.role in ("origin", "client")}
    needed = [name for name in columns if name in specs and specs[name].required]
    last = [name for name in _LAST if name in columns]
    others = [name for name in columns if name not in (*hidden, *needed, *last)]
    said = _SAID | MEANINGS.get(table, {})
    return [*needed, *others, KEEP, IGNORE, *last], said


def _show(roles: Sequence[Role], chosen: dict[str, str]) -> None:
    named = [role for role in roles if role.header]
    width = max((len(shown(role.header)) for role in named), default=0)
    for number, role in enumerate(named, 1):
        meant = _WORDS.get(chosen[role.header], chosen[role.header])
        examples = ", ".join(shown(one) for one in role.examples)
        line = f"  {number:>2}  {shown(role.header):<{width}}  is  {meant}"
        typer.echo(f"{line:<{width + 32}}  {examples}".rstrip())
