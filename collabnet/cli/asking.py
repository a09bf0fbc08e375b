"""Ask on the terminal what a file leaves open, one question at a time."""

from collections.abc import Sequence

import typer

from collabnet.data.importing.roles import IGNORE, KEEP, Role
from collabnet.data.issues import Problem, shown
from collabnet.data.options import OPTIONS, parse_answer

Answer = tuple[str, object]
"""The key of a setting, and its value."""
_PERSONAL = ("personal_column", "personal_values")


def can_be_asked(problem: Problem) -> bool:
    """Tell whether a problem goes away with an answer."""
    return problem.level == "ASK" or problem.code in _PERSONAL


def ask(problem: Problem, roles: Sequence[Role], columns: Sequence[str]) -> Answer:
    """Ask one question until it has an answer.

    ``roles`` are what the file's columns were taken for, ``columns`` those of the table.
    """
    if problem.code == "columns_to_confirm":
        typer.echo(f"\n{problem.place}: {problem.message.split('. ')[0]}.")
        return "map", _confirm_roles(roles, columns)
    typer.echo(f"\n{problem.place}: {problem.message}")
    if problem.code in _PERSONAL:
        choice = _choose(("leave it out", "it holds no such thing: keep it"))
        return ("drop", "accept")[choice], [problem.column]
    if problem.code == "column_needed":
        return _needed_column(problem, roles)
    typer.echo(problem.remedy.split(" Say --")[0])
    if problem.answers:
        return problem.key, problem.answers[_choose(problem.answers)]
    return problem.key, _written(problem.key)


def _choose(choices: Sequence[str]) -> int:
    for number, choice in enumerate(choices, 1):
        typer.echo(f"  {number}  {shown(choice)}")
    while True:
        text = str(typer.prompt("Number", type=str)).strip()
        if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(choices):
            return int(text) - 1
        typer.echo(f"That needs a number from 1 to {len(choices)}.")


def _written(key: str) -> object:
    option = OPTIONS[key]
    while True:
        text = typer.prompt(option.meaning.capitalize(), type=str)
        if parse_answer(option, text) is not None:
            return text
        typer.echo(f"That needs {option.needed}.")


def _confirm_roles(roles: Sequence[Role], columns: Sequence[str]) -> list[str]:
    """Show the columns with what they are taken for; let each be changed."""
    chosen = {role.header: role.role for role in roles if role.header}
    while True:
        _show_roles(roles, chosen)
        text = typer.prompt(
            "Right? yes, or the number of a column to change", default="yes", type=str
        )
        if text.strip().lower() in ("y", "yes"):
            return [f"{header}={role}" for header, role in chosen.items()]
        headers = list(chosen)
        if text.strip().isdigit() and 1 <= int(text) <= len(headers):
            choices = (*columns, KEEP, IGNORE)
            chosen[headers[int(text) - 1]] = choices[_choose(choices)]


def _show_roles(roles: Sequence[Role], chosen: dict[str, str]) -> None:
    words = {KEEP: "(kept under its own name)", IGNORE: "(left out)"}
    named = [role for role in roles if role.header]
    width = max((len(shown(role.header)) for role in named), default=0)
    for number, role in enumerate(named, 1):
        meant = words.get(chosen[role.header], chosen[role.header])
        examples = ", ".join(shown(one) for one in role.examples)
        line = f"  {number:>2}  {shown(role.header):<{width}}  is  {meant}"
        typer.echo(f"{line:<{width + 32}}  {examples}".rstrip())


def _needed_column(problem: Problem, roles: Sequence[Role]) -> Answer:
    needed = problem.column
    headers = [role.header for role in roles if role.header]
    same = "none: it is the same in every row"
    typer.echo(f"Which column is {needed}?")
    choice = _choose((*headers, same))
    if choice < len(headers):
        return "map", [f"{headers[choice]}={needed}"]
    return "fill", [f"{needed}={typer.prompt(f'{needed} of every row', type=str)}"]
