"""Ask on the terminal what a file leaves open, one question at a time."""

from collections.abc import Sequence

import typer

from collabnet.cli.asking_roles import confirm_roles
from collabnet.cli.prompting import choose, prompt, yes_or_no
from collabnet.data.importing.answering import (
    NO_COLUMN,
    Answer,
    Question,
    column_answer,
    fill_answer,
    question_of,
    roles_answer,
)
from collabnet.data.importing.plan import Import
from collabnet.data.issues import Problem, shown
from collabnet.data.options import OPTIONS, parse_answer
from collabnet.reports.groups import Group

HINT = (
    "\nA few questions first. Answer with a number or a word; q ends, and nothing is written.\n"
    "Your answers are kept for the next export of the same kind."
)
_SHOWN_ROWS = 5
_NOTHING = "Nothing was imported."
_NO = {
    "accept_rejects": "Correct these rows in {file}, and import it again.",
    "into": "Name another folder with --into.",
}
"""What to do after a no to a question that has no other answer than yes."""


def ask(group: Group, done: Import) -> Answer:
    """Ask one question until it has an answer.

    Raises
    ------
    typer.Abort
        When the user ends the questions.
    typer.Exit
        When the user says no to what the import needs.
    """
    problem = group.first
    question = question_of(problem, group.columns, *done.roles(problem))
    if question.kind == "roles":
        typer.echo(f"\n{group.place}: {problem.message.split('. ')[0]}.")
        return roles_answer(question, confirm_roles(question.roles, question.choices))
    typer.echo(f"\n{group.place}: {group.message}")
    if question.kind == "personal":
        return _personal(question.columns)
    if question.kind == "column":
        return _needed_column(question)
    if question.kind == "yes":
        return problem.key, _agreed(problem, done)
    typer.echo(problem.remedy.split(" Say --")[0])
    if question.kind == "text":
        return problem.key, _written(problem.key)
    return problem.key, _chosen(question, problem.answers)


def _personal(columns: tuple[str, ...]) -> Answer:
    if len(columns) > 1:
        typer.echo(f"Columns: {', '.join(map(shown, columns))}")
        for_all = ("leave them out", "they hold no such thing: keep them", "one by one")
        choice = choose(for_all, words=("leave", "keep", "one"))
        if choice < len(for_all) - 1:
            return ("drop", "accept")[choice], list(columns)
        typer.echo(f"\n{shown(columns[0])}:")
    choices = ("leave it out", "it holds no such thing: keep it")
    return ("drop", "accept")[choose(choices, words=("leave", "keep"))], list(columns[:1])


def _agreed(problem: Problem, done: Import) -> str:
    """Ask for a yes; after a no nothing is imported."""
    if problem.code == "rejects_to_accept":
        rows = [one for one in done.problems if one.level == "ROW" and one.file == problem.file]
        lines = list(dict.fromkeys(map(str, rows)))
        for line in lines[:_SHOWN_ROWS]:
            typer.echo(f"- {line}")
        if len(lines) > _SHOWN_ROWS:
            typer.echo(f"- and {len(lines) - _SHOWN_ROWS} more")
        question = "Import the others, and keep these in a file of rejects?"
    else:
        question = problem.remedy.split(" Say --")[0]
    if yes_or_no(question):
        return "yes"
    what = _NO.get(problem.key, "").format(file=problem.file)
    typer.echo(f"{_NOTHING} {what}".rstrip(), err=True)
    raise typer.Exit(1)


def _chosen(question: Question, answers: Sequence[str]) -> object:
    """One of the answers that are offered, or another one that the setting takes."""
    option = OPTIONS[question.setting]
    answers = [one.value for one in question.choices] if question.kind == "choice" else answers
    said = {one.value: one.words for one in question.choices}
    choices = [*answers, *(["another one"] if isinstance(option.takes, str) else [])]
    at = choose(choices, said=said, other=lambda text: parse_answer(option, text) is not None)
    if isinstance(at, str):
        return at
    return _written(question.about.key) if at == len(answers) else answers[at]


def _written(key: str) -> object:
    option = OPTIONS[key.rpartition(".")[2]]
    while True:
        text = prompt(option.meaning[:1].upper() + option.meaning[1:])
        if text and parse_answer(option, text) is not None:
            return text
        typer.echo(f"That needs {option.needed}; q ends, and nothing is written.")


def _needed_column(question: Question) -> Answer:
    needed = question.about.column
    headers = [one.value for one in question.choices]
    said = {one.value: one.words for one in question.choices}
    typer.echo(question.words)
    choice = choose((*headers, NO_COLUMN), words=(*headers, "none"), said=said)
    if choice < len(headers):
        return column_answer(question, headers[choice])
    while not (value := prompt(f"{needed} of every row")):
        typer.echo(f"That needs the {needed} of every row; q ends, and nothing is written.")
    return fill_answer(question, value)
