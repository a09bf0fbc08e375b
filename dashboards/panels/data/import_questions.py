"""The questions that files leave open, as a form; and what was chosen in it, as answers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from collabnet.data.importing.answering import (
    ASKED_FOR,
    NO_COLUMN,
    PERSONAL_SAID,
    Answer,
    Choice,
    Question,
    column_answer,
    fill_answer,
    pairs_answer,
    roles_answer,
    text_answer,
)
from collabnet.data.importing.roles import IGNORE, KEEP
from collabnet.data.issues import listed, shown
from collabnet.model.errors import CollabnetError

from ... import ids
from ..pieces import aria

OTHER = "other answer"
ANOTHER = ("Another answer", "If it is another: which")
SHEETS = ("Some of them", "If some: their names, with semicolons between, such as Log; Contacts")
PAIRS = "pairs"
ROLES_WORDS = {KEEP: "Kept under its own name", IGNORE: "Left out"}
Chosen = Mapping[tuple[str, int], str]
"""What was chosen for one question: by part ("choice", "text", "column") and column."""


def fields(of: str, at: int, question: Question, before: Mapping[str, str]) -> Component:
    """Lay out one question.

    ``of`` says whose questions these are, "import" or "check"; ``before`` is what the columns were
    said to be the last time.
    """
    asked = message(question)
    parts: list[Component] = {
        "roles": lambda: [_roles(of, at, question, before)],
        "personal": lambda: _personal(of, at, question),
        "pairs": lambda: _pairs(of, at, question),
    }.get(question.kind, lambda: _choices(of, at, question))()
    return html.Fieldset(
        [
            html.Legend([html.Span(where(question), className="cn-small"), html.Span(asked)]),
            html.P(question.words, className="cn-hint"),
            *parts,
        ],
        className="cn-import-asked",
    )


def where(question: Question) -> str:
    """Say of which file and sheet a question is."""
    sheet = f", sheet {shown(question.about.sheet)}" if question.about.sheet else ""
    return f"{question.about.file}{sheet}"


def message(question: Question) -> str:
    """Say what is unclear; of columns the table below says it better than a sentence."""
    said = question.about.message
    return said.split(". ")[0] + "." if question.kind == "roles" else said


def _roles(of: str, at: int, question: Question, before: Mapping[str, str]) -> Component:
    choices = [{"value": one.value, "label": role_label(one)} for one in question.choices]
    known = {one.value for one in question.choices}
    rows = []
    for place, role in enumerate(question.roles):
        value = before.get(role.header, role.role)
        box = dmc.Select(
            id=ids.answer(of, at, "column", place),
            data=choices,
            value=value if value in known else KEEP,
            searchable=True,
            allowDeselect=False,
            size="xs",
            nothingFoundMessage="None of this name.",
            **aria(label=f"What the column {shown(role.header)} is"),
        )
        examples = ", ".join(map(shown, role.examples)) or _why_no_examples(role.why)
        cells = [html.Th(shown(role.header), scope="row"), html.Td(box), html.Td(examples)]
        rows.append(html.Tr(cells))
    head = [html.Th(words, scope="col") for words in ("Your column", "Is read as", "Such as")]
    caption = f"Columns of {where(question)}"
    table = html.Table(
        [html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(rows)], className="cn-table"
    )
    meanings = [
        item
        for one in question.choices
        if one.words and one.value not in ROLES_WORDS
        for item in (html.Dt(one.value), html.Dd(one.words))
    ]
    return html.Div(
        [
            html.Div(
                table, className="cn-scroll", tabIndex=0, role="region", **aria(label=caption)
            ),
            html.Details(
                [html.Summary("What these names mean"), html.Dl(meanings)], className="cn-more"
            ),
        ]
    )


def role_label(choice: Choice) -> str:
    """Say what a column can be, in words, with the name that a coalition's files have for it.

    Examples
    --------
    >>> role_label(Choice("to_agency", "Which agency got it. Needed."))
    'Which agency got it (to_agency)'
    """
    if choice.value in ROLES_WORDS:
        return ROLES_WORDS[choice.value]
    first = re.split(r"[.;,:]", choice.words)[0]
    return f"{first} ({choice.value})" if first else choice.value


def _why_no_examples(why: str) -> str:
    return "not shown: it may be personal" if why in ("personal", "client id", "free text") else ""


def _personal(of: str, at: int, question: Question) -> list[Component]:
    options = [(one.value, one.words) for one in question.choices]
    return [
        _radios(ids.answer(of, at, "column", place), shown(column), options)
        for place, column in enumerate(question.columns)
    ]


def _pairs(of: str, at: int, question: Question) -> list[Component]:
    """Lay out a field for each thing, filled with the likely answer."""
    known = list(ASKED_FOR) if question.setting == "questions" else []
    boxes: list[Component] = [
        dmc.Autocomplete(
            id=ids.answer(of, at, "column", place),
            label=shown(key),
            data=known,
            value=value,
            className="cn-text",
        )
        for place, (key, value) in enumerate(question.pairs)
    ]
    options = [(one.value, one.words or shown(one.value)) for one in question.choices]
    if not options:
        return boxes
    options = [(PAIRS, "Take what stands in the fields"), *options]
    return [*boxes, _radios(ids.answer(of, at), question.words, options, PAIRS, is_hidden=True)]


def _choices(of: str, at: int, question: Question) -> list[Component]:
    options = [(one.value, _said(one.value, one.words)) for one in question.choices]
    text_label = ""
    if question.kind == "column":
        options.append((NO_COLUMN, "None: it is the same in every row"))
        text_label = f"If it is the same in every row: the {question.about.column}"
    elif question.kind == "text":
        text_label = "Your answer"
    elif question.is_open:
        another, text_label = SHEETS if question.setting == "sheet" else ANOTHER
        options.append((OTHER, another))
    parts: list[Component] = []
    if options:
        parts.append(_radios(ids.answer(of, at), question.words, options, is_hidden=True))
    if text_label:
        parts.append(
            dmc.TextInput(
                id=ids.answer(of, at, "text"), label=text_label, value="", className="cn-text"
            )
        )
    return parts


def _said(value: str, words: str) -> str:
    if not words:
        return shown(value)
    return f"{shown(value)}, {words}" if words.startswith("such as") else words


def _radios(
    radio_id: dict[str, object],
    label: str,
    options: Sequence[tuple[str, str]],
    value: str = "",
    *,
    is_hidden: bool = False,
) -> Component:
    """Lay out radio buttons; the label may stand above already."""
    named = aria(label=label) if is_hidden else {"label": label}
    radios = [dmc.Radio(value=value, label=words) for value, words in options]
    group: Component = dmc.RadioGroup(
        dmc.Stack(radios, gap=6), id=radio_id, value=value, className="cn-offered", **named
    )
    return group


def chosen_in(controls: Sequence[Mapping[str, Any]]) -> dict[int, Chosen]:
    """Read the controls of questions as Dash lists them: each with its id and its value."""
    found: dict[int, dict[tuple[str, int], str]] = {}
    for one in controls:
        at, value = one["id"], one.get("value")
        if isinstance(value, str):
            found.setdefault(at["at"], {})[at["part"], at["column"]] = value
    return dict(found)


def answers_of(question: Question, chosen: Chosen) -> tuple[tuple[Answer, ...], str]:
    """Read what was chosen for a question: answers, and what to call them; none for nothing yet.

    Raises
    ------
    CollabnetError
        If it isn't an answer; the text says what is needed.
    """
    choice, text = chosen.get(("choice", 0), ""), chosen.get(("text", 0), "").strip()
    if question.kind == "roles":
        return (_roles_chosen(question, chosen),), "as you set them"
    if question.kind == "personal":
        return _personal_chosen(question, chosen)
    if question.kind == "pairs" and choice in ("", PAIRS):
        said = {key: chosen.get(("column", i), "") for i, (key, _) in enumerate(question.pairs)}
        return (pairs_answer(question, said),), "; ".join(f"{k}: {v}" for k, v in said.items())
    if question.kind == "column" and choice == NO_COLUMN:
        return (fill_answer(question, text),), f"the same in every row: {text}"
    if question.kind == "column" and choice:
        return (column_answer(question, choice),), choice
    if choice == OTHER or (question.kind == "text" and text):
        return (text_answer(question, text),), text
    if not choice:
        return (), ""
    words = next((one.words for one in question.choices if one.value == choice), "")
    return (text_answer(question, choice),), _said(choice, words)


def _roles_chosen(question: Question, chosen: Chosen) -> Answer:
    said = {
        role.header: chosen.get(("column", place)) or KEEP
        for place, role in enumerate(question.roles)
    }
    times = Counter(role for role in said.values() if role not in ROLES_WORDS)
    for role, n in times.items():
        if n > 1:
            all_of = listed([shown(header) for header, one in said.items() if one == role])
            raise CollabnetError(
                f"In {question.about.file} only one column can be {role}, and {all_of} are. "
                "Choose something else for the others."
            )
    return roles_answer(question, said)


def _personal_chosen(question: Question, chosen: Chosen) -> tuple[tuple[Answer, ...], str]:
    said: dict[str, list[str]] = {}
    for place, column in enumerate(question.columns):
        said.setdefault(chosen.get(("column", place), ""), []).append(column)
    if "" in said:
        return (), ""
    words = [f"{PERSONAL_SAID[what]}: {listed(columns)}" for what, columns in said.items()]
    return tuple(said.items()), "; ".join(words)
