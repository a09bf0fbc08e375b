"""One row as a form: a field for each column, and what can be chosen in it."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from collabnet.data.forms.meanings import MEANINGS
from collabnet.data.forms.template_book import form_columns
from collabnet.model.specs import TABLES, ColumnSpec

from ... import ids
from .corrections_rows import Actors
from .field_words import label, term

PART = "corrections"
MAIN = {
    "people": ("name", "agency_id", "role", "kind", "active_from", "active_to", "status"),
    "agencies": ("name", "sector", "services", "capacity", "outside", "status"),
    "ties": ("source", "target", "kind", "directed", "basis", "quality", "status", "evidence"),
    "agreements": ("from_agency", "to_agency", "kind", "covers", "in_use", "names_position",
                   "expires", "evidence"),
    "referrals": ("date", "from_agency", "from_person", "to_agency", "to_person", "service",
                  "status"),
}  # fmt: skip
"""The fields that are always in sight; the others are one click away."""
PLAIN_ENOUGH = (
    "name", "agency_id", "person_id", "role", "sector", "capacity", "region", "office", "unit",
    "source", "target", "kind", "quality", "from_agency", "to_agency", "service", "evidence",
    "reported_by", "group_size", "covers", "outside", "reason", "serves_ages", "serves_genders",
    "site", "holders_in_period", "years", "weeks_vacant",
)  # fmt: skip
DAYS = ("date", "status_date", "active_from", "active_to", "from", "to", "signed", "expires")
HINTS = {
    "status": "Empty is as good as reported.",
    "evidence_status": "Empty is as good as reported.",
    "basis": "Formal: it is written down. Informal: it rests on the people.",
    "directed": "No, if it goes both ways.",
    "from_person": "Empty, if nobody knows.",
    "to_person": "Empty, if nobody knows.",
    "in_use": "Whether people work by it.",
    "names_position": "Yes, if it names the post that acts; no, if a person or nobody.",
    "seats": "How many hold it at once. Empty: as many as now.",
}
AGENCIES_ONLY = ("agency_id", "from_agency", "to_agency")


def form(table: str, cells: Mapping[str, str] | None, actors: Actors) -> list[Component]:
    """Lay out the fields of a row; of a new one, where there are no cells."""
    spec = TABLES[table]
    columns = form_columns(spec)
    main = [one for one in columns if one.required or one.file_name in MAIN.get(table, ())]
    main.sort(key=lambda one: _place(table, one.file_name))
    if table not in MAIN:
        main = list(columns)
    rest = [one for one in columns if one not in main]
    shown, hidden = (
        html.Div([_field(table, one, cells, actors) for one in group], className="cn-form")
        for group in (main, rest)
    )
    if not rest:
        return [shown]
    return [shown, html.Details([html.Summary("More fields"), hidden], className="cn-more")]


def _place(table: str, column: str) -> int:
    """Where a field stands among those in sight; an id comes last."""
    order = MAIN.get(table, ())
    return order.index(column) if column in order else len(order)


def shown_value(column: ColumnSpec, text: str) -> str:
    """Give what a field shows for what is written: a term by its name, other text as it is."""
    if column.kind != "term" or column.vocabulary is None or not text:
        return text
    return column.vocabulary.normalise(text)[0]


def _field(
    table: str, column: ColumnSpec, cells: Mapping[str, str] | None, actors: Actors
) -> Component:
    name = column.file_name
    value = shown_value(column, (cells or {}).get(name, ""))
    is_key = TABLES[table].key == name
    given: dict[str, Any] = {
        "id": ids.edit_field(PART, name),
        "label": label(table, name),
        "description": _description(table, name, is_key=is_key, is_new=cells is None),
    }
    options = _options(column, value, actors, is_key=is_key)
    made: Component
    if is_key and cells is not None:
        made = dmc.TextInput(value=value, disabled=True, **given)
    elif options is not None:
        made = dmc.Select(
            data=options, value=value or None, searchable=True, clearable=not column.required,
            nothingFoundMessage="None of this name.", placeholder="Not said", **given,
        )  # fmt: skip
    elif column.vocabulary is not None:
        terms = [one for one in column.vocabulary.terms if one]
        made = dmc.Autocomplete(data=terms, value=value, limit=20, **given)
    elif column.role == "free_text":
        made = dmc.Textarea(value=value, autosize=True, minRows=1, **given)
    else:
        made = dmc.TextInput(value=value, **given)
    return made


def _description(table: str, name: str, *, is_key: bool, is_new: bool) -> str:
    """Say what a field holds where its label doesn't."""
    if is_key and not is_new:
        return "Other files name it, so it stays."
    if is_key and table in ("people", "agencies", "agreements"):
        return "Leave it empty, and one is made."
    if name in PLAIN_ENOUGH:
        return ""
    if name in DAYS:
        return "As 2024-03-05."
    return HINTS.get(name, MEANINGS[table][name].removesuffix(" Needed."))


def _options(
    column: ColumnSpec, value: str, actors: Actors, *, is_key: bool
) -> list[dict[str, str]] | None:
    """What can be chosen in a field; None where anything can be typed."""
    if column.kind == "term" and column.vocabulary is not None:
        terms = [one for one in column.vocabulary.terms if one]
        found = [{"value": one, "label": term(one)} for one in terms]
    elif column.kind == "id" and not is_key:
        known = actors.agencies
        if column.file_name not in AGENCIES_ONLY:
            known = {**actors.people, **actors.agencies}
        found = [{"value": one, "label": name} for one, name in known.items()]
        found = _told_apart(sorted(found, key=lambda one: one["label"]))
    else:
        return None
    if value and value not in [one["value"] for one in found]:
        found.append({"value": value, "label": value})
    return found


def _told_apart(options: list[dict[str, str]]) -> list[dict[str, str]]:
    """Add the id to names that several have."""
    labels = [one["label"] for one in options]
    return [
        one | {"label": f"{one['label']} ({one['value']})"}
        if labels.count(one["label"]) > 1
        else one
        for one in options
    ]
