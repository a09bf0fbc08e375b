"""Recognise what tells who a client is, or how to find somebody, before it is stored."""

import re
from collections.abc import Sequence

from collabnet.data.codes.base import naming
from collabnet.data.columns import Field
from collabnet.data.hand_kept.clients import looks_like_client_names
from collabnet.data.issues import Facts, shown
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.model.privacy import is_client_id, personal_header
from collabnet.model.specs import TableSpec

_VALUE_RULES = [
    (re.compile(pattern), what)
    for pattern, what in (
        (r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])", "a social security number"),
        (r"[\w.+-]{1,64}@[\w-]{1,64}\.\w", "an e-mail address"),
        (
            r"(?<![\d.:-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])",
            "a phone number",
        ),
        (
            r"\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w'.]{0,30} ){1,3}"
            r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Place|Pl)\b",
            "a street address",
        ),
        (
            r"(?i)\b(?:dob|d\.o\.b\.?|born(?: on)?|birth ?da(?:te|y)|date of birth)\W{0,3}\d",
            "a birth date",
        ),
        (
            r"(?i)\b(?:case|docket)\s?(?:no\b\.?|nr\b\.?|number|#)\W{0,3}\w{0,6}-?\d",
            "a case number",
        ),
    )
]
LONGEST_LOOKED_AT = 20_000


def screen_columns(
    fields: Sequence[Field],
    draft: Draft,
    spec: TableSpec,
    answers: Answers,
) -> list[Field]:
    """Give the columns that may be stored.

    Ids of clients are dropped. A column whose name or cells look personal stops the file until
    it is dropped or accepted by name.
    """
    ledger = draft.ledger
    drop, accept = answers.names(spec.name, "drop"), answers.names(spec.name, "accept")
    kept = []
    for one in fields:
        name = one.name.strip().lower()
        required = one.spec is not None and one.spec.required
        if name in drop and not required:
            ledger.add("column_dropped", column=one.name)
            draft.leave_out(one.place)
            continue
        texts = [cells[one.place] for cells in draft.cells]
        if _is_client_id(one, spec):
            ledger.masked.add(one.name)
            draft.leave_out(one.place)
            count = sum(bool(text.strip()) for text in texts)
            ledger.add("client_ids_dropped", column=one.name, count=count)
            continue
        if one.spec is None or one.spec.role == "free_text":
            ledger.masked.add(one.name)
        found = "" if one.spec else _what_it_names(one.name, texts, spec)
        hits = [] if found else _personal_cells(one, texts, draft.at)
        if not found and not hits:
            kept.append(one)
        elif name in accept:
            ledger.add("column_accepted", column=one.name, found=found or hits[0][1])
            kept.append(one)
        elif found:
            ledger.add("personal_column", column=one.name, found=found, **_choices(one.name))
        else:
            at, what = hits[0]
            ledger.masked.add(one.name)
            told: Facts = {"count": len(hits), "found": what, **_choices(one.name)}
            ledger.add("personal_values", at, column=one.name, value="x", **told)
    return kept


def _what_it_names(name: str, texts: Sequence[str], spec: TableSpec) -> str:
    """What a column that isn't the table's seems to hold of young people, by name and cells."""
    found = personal_header(name, spec.name)
    if found or spec.name in ("agencies", "people", "posts"):
        return found
    return looks_like_client_names(name, texts)


def _choices(name: str) -> Facts:
    """How to leave a column out, or keep it."""
    seen = name if name.isprintable() else shown(name)
    return {key: naming(key, seen) for key in ("drop", "accept")}


def _is_client_id(one: Field, spec: TableSpec) -> bool:
    if one.spec is not None:
        return one.spec.role == "client"
    return is_client_id(one.name, spec.name)


def _personal_cells(one: Field, texts: Sequence[str], rows: Sequence[int]) -> list[tuple[int, str]]:
    """The rows whose cell looks personal, with what it looks like; ids are never looked into."""
    if one.spec is not None and (one.spec.kind != "text" or one.spec.role == "actor"):
        return []
    if one.spec is not None and one.spec.file_name.endswith("_id"):
        return []
    seen = {text: personal_detail(text) for text in dict.fromkeys(texts)}
    return [(at, seen[text]) for at, text in zip(rows, texts, strict=True) if seen[text]]


def personal_detail(text: str) -> str:
    """Name what a text looks like that should not be stored; empty when nothing.

    Examples
    --------
    >>> personal_detail("call 555-010-0199 after five")
    'a phone number'
    >>> personal_detail("3.2.1: in 13 of 35 interviews")
    ''
    """
    if not any(character.isdigit() or character == "@" for character in text):
        return ""
    start = text[:LONGEST_LOOKED_AT]
    return next((what for rule, what in _VALUE_RULES if rule.search(start)), "")
