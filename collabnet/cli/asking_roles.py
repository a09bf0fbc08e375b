"""Show what the columns of a file are taken for, and let each be changed."""

from collections.abc import Mapping, Sequence

import typer

from collabnet.cli.prompting import BACK, ENDS, choose, find_word, prompt
from collabnet.data.importing.answering import Choice, give_role
from collabnet.data.importing.roles import IGNORE, KEEP, Role
from collabnet.data.issues import shown

_WORDS = {KEEP: "(kept under its own name)", IGNORE: "(left out)"}


def confirm_roles(roles: Sequence[Role], choices: Sequence[Choice]) -> dict[str, str]:
    """Ask until the columns are right; give what each of them is."""
    chosen = {role.header: role.role for role in roles}
    headers = list(chosen)
    while True:
        _show(roles, chosen)
        text = _ask(headers)
        if text.lower() in ("", "y", "yes"):
            return chosen
        at = _place(text, headers)
        if at is None:
            continue
        typer.echo(f"What is {shown(headers[at])}?")
        words = [one.value for one in choices]
        choice = choose(words, said={one.value: one.words for one in choices}, back=True)
        if choice != BACK:
            chosen = _given(chosen, headers[at], words[choice])


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


def _given(chosen: Mapping[str, str], header: str, role: str) -> dict[str, str]:
    """Give a column its role, and say from which it was taken."""
    after = give_role(chosen, header, role)
    for other, had in chosen.items():
        if other != header and after[other] != had:
            typer.echo(f"{shown(other)} was {role}; it is now kept under its own name.")
    return after


def _show(roles: Sequence[Role], chosen: Mapping[str, str]) -> None:
    width = max((len(shown(role.header)) for role in roles), default=0)
    for number, role in enumerate(roles, 1):
        meant = _WORDS.get(chosen[role.header], chosen[role.header])
        examples = ", ".join(shown(one) for one in role.examples)
        line = f"  {number:>2}  {shown(role.header):<{width}}  is  {meant}"
        typer.echo(f"{line:<{width + 32}}  {examples}".rstrip())
