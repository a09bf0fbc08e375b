"""Ask on the terminal what a file leaves open, one question at a time."""

from collections.abc import Mapping, Sequence

import typer

from collabnet.cli.asking_roles import confirm_roles
from collabnet.cli.prompting import choose, prompt, yes_or_no
from collabnet.data.forms.meanings import TABLES_SAID
from collabnet.data.importing.plan import Import
from collabnet.data.importing.roles import Role
from collabnet.data.issues import Problem, shown
from collabnet.data.options import OPTIONS, parse_answer
from collabnet.model.specs import TABLES
from collabnet.reports.groups import PERSONAL, Group

HINT = (
    "\nA few questions first. Answer with a number or a word; q ends, and nothing is written.\n"
    "Your answers are kept for the next export of the same kind."
)
Answer = tuple[str, object]
"""The key of a setting, and its value."""
_SHOWN_ROWS = 5
_NOTHING = "Nothing was imported."
_NO = {
    "accept_rejects": "Correct these rows in {file}, and import it again.",
    "into": "Name another folder with --into.",
}
"""What to do after a no to a question that has no other answer than yes."""


def can_be_asked(problem: Problem) -> bool:
    """Tell whether a problem goes away with an answer."""
    return problem.level == "ASK" or problem.code in PERSONAL


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
    roles, columns = done.roles(problem)
    if problem.code == "columns_to_confirm":
        typer.echo(f"\n{group.place}: {problem.message.split('. ')[0]}.")
        return "map", confirm_roles(roles, columns, _table(columns))
    typer.echo(f"\n{group.place}: {group.message}")
    if problem.code in PERSONAL:
        return _personal(group)
    if problem.code == "column_needed":
        return _needed_column(problem, roles)
    if problem.answers == ("yes",):
        return problem.key, _agreed(problem, done)
    typer.echo(problem.remedy.split(" Say --")[0])
    return problem.key, _chosen(problem) if problem.answers else _written(problem.key)


def _table(columns: Sequence[str]) -> str:
    """The table that has these columns."""
    same = (
        name
        for name, spec in TABLES.items()
        if [one.file_name for one in spec.columns] == list(columns)
    )
    return next(same, "")


def _personal(group: Group) -> Answer:
    columns = group.columns
    if len(columns) > 1:
        typer.echo(f"Columns: {', '.join(map(shown, columns))}")
        for_all = ("leave them out", "they hold no such thing: keep them", "one by one")
        choice = choose(for_all, words=("leave", "keep", "one"))
        if choice < len(for_all) - 1:
            return ("drop", "accept")[choice], columns
        typer.echo(f"\n{shown(columns[0])}:")
    choices = ("leave it out", "it holds no such thing: keep it")
    return ("drop", "accept")[choose(choices, words=("leave", "keep"))], columns[:1]


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


def _chosen(problem: Problem) -> object:
    """One of the answers that are offered, or another one that the setting takes."""
    option = OPTIONS[problem.key.rpartition(".")[2]]
    answers, said = list(problem.answers), dict[str, str]()
    if problem.key == "table":
        answers += [name for name in TABLES if name not in answers]
        said = TABLES_SAID
    is_open = isinstance(option.takes, str)
    choices = [*answers, *(["another one"] if is_open else [])]
    at = choose(choices, said=said, other=lambda text: parse_answer(option, text) is not None)
    if isinstance(at, str):
        return at
    return _written(problem.key) if at == len(answers) else answers[at]


def _written(key: str) -> object:
    option = OPTIONS[key.rpartition(".")[2]]
    while True:
        text = prompt(option.meaning[:1].upper() + option.meaning[1:])
        if text and parse_answer(option, text) is not None:
            return text
        typer.echo(f"That needs {option.needed}; q ends, and nothing is written.")


def _needed_column(problem: Problem, roles: Sequence[Role]) -> Answer:
    needed = problem.column
    headers = [role.header for role in roles if role.header]
    examples: Mapping[str, str] = {
        role.header: f"such as {', '.join(map(shown, role.examples))}"
        for role in roles
        if role.examples
    }
    typer.echo(f"Which column is {needed}?")
    choice = choose(
        (*headers, "none: it is the same in every row"),
        words=(*headers, "none"),
        said=examples,
    )
    if choice < len(headers):
        return "map", [f"{headers[choice]}={needed}"]
    while not (value := prompt(f"{needed} of every row")):
        typer.echo(f"That needs the {needed} of every row; q ends, and nothing is written.")
    return "fill", [f"{needed}={value}"]
