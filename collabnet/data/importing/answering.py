"""What a reading leaves open, as questions; and what an answer to one makes of the settings.

The terminal and the screen ask the same questions: only how they look differs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from collabnet.data.forms.answers_said import ANSWERS_SAID
from collabnet.data.forms.meanings import MEANINGS, TABLES_SAID
from collabnet.data.importing.roles import IGNORE, KEEP, Role
from collabnet.data.issues import Problem, shown
from collabnet.data.options import OPTIONS, parse_answer
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES

PERSONAL = ("personal_column", "personal_values")
"""Codes of columns that are left out, or kept by name."""
ROLES_SAID = {KEEP: "Kept under its own name.", IGNORE: "Left out: nothing of it is stored."}
PERSONAL_SAID = {"drop": "Leave it out", "accept": "It holds no such thing: keep it"}
NO_COLUMN = "none: it is the same in every row"
FIRST = ("several_sheets", "no_such_sheet", "program_unclear", "table_unclear")
"""Codes of what is asked alone: until it is answered, what else a file asks rests on a guess."""
_LAST = ("status", "status_date", "evidence_status", "evidence")
"""Columns that hardly any export has."""

PAIRED = ("questions", "likert")
"""Settings that say something of each of several things: Q5=contact, Q6=trust."""
ASKED_FOR = (
    "contact", "referral", "information", "trust", "advice", "value", "shared_goal",
    "communication", "follow_up", "invited", "collaboration", "self",
)  # fmt: skip
"""What a question of a survey may ask for; a name of one's own is possible too."""
Kind = Literal["roles", "personal", "column", "pairs", "yes", "choice", "text"]
Answer = tuple[str, object]
"""The key of a setting, and its value."""


@dataclass(frozen=True)
class Choice:
    """One answer that is offered: the value of the setting, and what it says in words."""

    value: str
    words: str = ""


@dataclass(frozen=True)
class Question:
    """A question that a reading leaves open.

    Attributes
    ----------
    kind : what is asked: what each column is (roles), whether columns are left out (personal),
        which column something is (column), something of each of several things (pairs), a yes
        (yes), one of the choices (choice), or a text
    about : the problem that asks
    choices : what is offered
    roles : what the columns were taken for, where that is asked
    columns : the columns that seem personal, where that is asked
    pairs : of what something is asked, and the likely answer
    is_open : whether another text than those offered may be given
    meaning : what the column that is looked for means, where that is asked
    """

    kind: Kind
    about: Problem
    choices: tuple[Choice, ...] = ()
    roles: tuple[Role, ...] = ()
    columns: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    is_open: bool = False
    meaning: str = ""

    @property
    def words(self) -> str:
        """What is asked, in words, without how to answer on the command line."""
        if self.kind == "roles":
            return "Is each column what it is taken for? Change what isn't right."
        if self.kind == "column":
            return f"Which column is {self.about.column}? {self.meaning}".strip()
        if self.kind == "pairs" and self.setting == "questions":
            return (
                "What does each ask for? Choose a word or write your own; self, where its rows are "
                "neither agencies nor people."
            )
        return bare(self.about.remedy, (one.value for one in self.choices))

    @property
    def setting(self) -> str:
        """The setting that the answer goes to, without the name of a sheet."""
        return self.about.key.rpartition(".")[2]


def can_be_asked(problem: Problem) -> bool:
    """Tell whether a problem goes away with an answer."""
    return problem.level == "ASK" or problem.code in PERSONAL


def question_of(
    problem: Problem,
    columns: Sequence[str] = (),
    roles: Sequence[Role] = (),
    table: Sequence[str] = (),
) -> Question:
    """Make the question of a problem.

    Parameters
    ----------
    columns : the columns that the same answer is for, where they seem personal
    roles, table : what the columns of the file were taken for, and the columns of its table
    """
    named = tuple(role for role in roles if role.header)
    if problem.code == "columns_to_confirm":
        return Question("roles", problem, role_choices(table), named)
    if problem.code in PERSONAL:
        choices = tuple(Choice(value, words) for value, words in PERSONAL_SAID.items())
        return Question("personal", problem, choices, columns=tuple(columns))
    if problem.code == "column_needed":
        headers = tuple(Choice(role.header, _such(role)) for role in named)
        return Question("column", problem, headers, named, meaning=_meaning(problem))
    if problem.answers == ("yes",):
        return Question("yes", problem, _choices(problem))
    option = OPTIONS[problem.key.rpartition(".")[2]]
    choices = _choices(problem)
    is_open = isinstance(option.takes, str)
    pairs = _pairs(problem)
    if pairs:
        others = tuple(one for one in choices if "=" not in one.value)
        return Question("pairs", problem, others, pairs=pairs)
    return Question("choice" if choices else "text", problem, choices, is_open=is_open)


def _pairs(problem: Problem) -> tuple[tuple[str, str], ...]:
    """Take a proposal such as "Q5=contact,Q6=trust" apart."""
    if problem.key.rpartition(".")[2] not in PAIRED:
        return ()
    proposal = next((one for one in problem.answers if "=" in one), "")
    found = [one.strip().rpartition("=") for one in proposal.split(",")] if proposal else []
    return tuple((key, value) for key, sign, value in found if sign)


def _such(role: Role) -> str:
    return f"such as {', '.join(map(shown, role.examples))}" if role.examples else ""


def _choices(problem: Problem) -> tuple[Choice, ...]:
    setting = problem.key.rpartition(".")[2]
    said = ANSWERS_SAID.get(setting, {})
    said = TABLES_SAID | said if setting == "table" else said
    answers = list(problem.answers)
    if setting == "table":
        answers += [name for name in TABLES if name not in answers]
    return tuple(Choice(value, said.get(value, "")) for value in answers)


def _meaning(problem: Problem) -> str:
    """Say what a needed column means; the message begins with the file of the table."""
    for table, said in MEANINGS.items():
        if problem.message.startswith(TABLES[table].file) and problem.column in said:
            return said[problem.column].removesuffix(" Needed.")
    return ""


def role_choices(columns: Sequence[str]) -> tuple[Choice, ...]:
    """Offer the columns of a table, those first that it needs, each with its meaning."""
    table = next(
        (
            name
            for name, spec in TABLES.items()
            if [one.file_name for one in spec.columns] == list(columns)
        ),
        "",
    )
    specs = {one.file_name: one for one in TABLES[table].columns} if table else {}
    hidden = {name for name, one in specs.items() if one.role in ("origin", "client")}
    needed = [name for name in columns if name in specs and specs[name].required]
    last = [name for name in _LAST if name in columns]
    others = [name for name in columns if name not in (*hidden, *needed, *last)]
    said = ROLES_SAID | MEANINGS.get(table, {})
    return tuple(
        Choice(name, said.get(name, "")) for name in (*needed, *others, KEEP, IGNORE, *last)
    )


def give_role(chosen: Mapping[str, str], header: str, role: str) -> dict[str, str]:
    """Give a column its role; whichever had it is kept under its own name.

    Examples
    --------
    >>> give_role({"Day": "date", "Sent": "keep"}, "Sent", "date")
    {'Day': 'keep', 'Sent': 'date'}
    """
    taken = {
        other: KEEP if had == role and role not in (KEEP, IGNORE) else had
        for other, had in chosen.items()
    }
    return taken | {header: role}


def roles_answer(question: Question, chosen: Mapping[str, str]) -> Answer:
    """Say what each column is, of this sheet where the file has several."""
    return question.about.key, [f"{header}={role}" for header, role in chosen.items()]


def column_answer(question: Question, header: str) -> Answer:
    """Say which column the needed one is."""
    return question.about.key, [f"{header}={question.about.column}"]


def fill_answer(question: Question, text: str) -> Answer:
    """Say what stands in every row, where no column says it.

    Raises
    ------
    CollabnetError
        If nothing was said.
    """
    if not text.strip():
        raise CollabnetError(f"That needs the {question.about.column} of every row.")
    sheet = question.about.key.removesuffix("map")
    return f"{sheet}fill", [f"{question.about.column}={text.strip()}"]


def pairs_answer(question: Question, said: Mapping[str, str]) -> Answer:
    """Say something of each of several things."""
    return question.about.key, [f"{key}={value.strip()}" for key, value in said.items()]


def text_answer(question: Question, text: str) -> Answer:
    """Take one of the choices, or a text where one may be given.

    Raises
    ------
    CollabnetError
        If the setting doesn't take it; the text says what it needs.
    """
    option = OPTIONS[question.setting]
    if not text or parse_answer(option, text) is None:
        raise CollabnetError(f"That needs {option.needed}.")
    return question.about.key, text


def with_answer(answers: Mapping[str, object], answer: Answer) -> dict[str, object]:
    """Add an answer to those given before: of lists both count.

    Examples
    --------
    >>> with_answer({"drop": ["dob"]}, ("drop", ["phone"]))
    {'drop': ['dob', 'phone']}
    """
    key, value = answer
    before = answers.get(key)
    if isinstance(before, list) and isinstance(value, list):
        value = [*before, *value]
    return {**answers, key: value}


def bare(remedy: str, answers: Iterable[str] = ()) -> str:
    """Say what to do without what only the command line knows.

    Examples
    --------
    >>> bare("Is it a total (drop), or data? Say --reading total_rows=drop.", ["drop"])
    'Is it a total, or data?'
    """
    text = re.split(r" Say (?:so: )?--| Say which one it is: --", remedy)[0]
    for answer in (*answers, "unknown"):
        text = re.sub(rf" \({re.escape(answer)}(: [^()]*)?\)", "", text)
    parts = re.split(r"(?<=[.?;:])\s+", text)
    kept = [part for part in parts if not re.search(r"--\w|\bcollabnet \w|coalition\.toml", part)]
    said = " ".join(kept).rstrip(" ;:,").removeprefix("or ")
    said = said[:1].upper() + said[1:]
    return said if not said or said[-1] in ".?!" else f"{said}."
