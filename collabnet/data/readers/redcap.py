"""Read records that REDCap exports as CSV, raw or with labels: one row of headers.

The data dictionary, given together with the data, says what each variable asks and whom it is
about; without it the names of the variables are all there is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.readers.redcap_columns import bare_items, dictionary_items
from collabnet.data.readers.redcap_dictionary import Variable, is_dictionary, read_dictionary
from collabnet.data.readers.survey_parts import (
    Layout,
    Survey,
    build_survey,
    first_row,
    header_rows,
    open_grid,
    pairs,
)
from collabnet.data.readers.survey_parts_answers import read_answers
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program

_EVENT = ("redcap_event_name", "Event Name")
_REPEAT = ("redcap_repeat_instrument", "Repeat Instrument")
_GROUP = ("redcap_data_access_group", "Data Access Group")
_SURVEY = ("redcap_survey_identifier", "Survey Identifier")
_ABOUT = ("redcap_repeat_instance", "Repeat Instance")
_SURE = {*_EVENT[:1], *_REPEAT[:1], *_GROUP[:1], *_SURVEY[:1], *_ABOUT[:1]}
_NAMES = re.compile(r"(^|_)(name|agency|org|organi[sz]ation|partner|alter|who|whom)(_|$)", re.I)


def recognise(opened: Opened) -> float:
    """Certain by REDCap's own columns or a dictionary; likely by how columns are named."""
    if is_dictionary(opened):
        return 1.0
    names = first_row(opened)
    if _SURE & set(names):
        return 1.0
    has_labels = {"Event Name", "Repeat Instrument", "Complete?"} & set(names)
    if len(has_labels) > 1 or (has_labels and any(" (choice=" in name for name in names)):
        return 0.9
    has_boxes = any("___" in name for name in names)
    has_status = any(name.endswith("_complete") for name in names[1:])
    has_record = bool(names) and re.fullmatch(r"(record|\w+)_id", names[0]) is not None
    if has_status and (has_boxes or has_record):
        return 0.9
    return 0.7 if has_boxes or (has_labels and names[0] == "Record ID") else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate one file's records to answers, without a dictionary."""
    return read_together([(opened, ledgers)], answers)


def read_together(files: Sequence[tuple[Opened, Ledgers]], answers: Answers) -> list[Draft]:
    """Translate the records of all files, with the dictionary that is among them."""
    variables: list[Variable] = []
    drafts: list[Draft] = []
    for opened, ledgers in files:
        if not is_dictionary(opened):
            continue
        variables += read_dictionary(opened.grids[0])
        ledger = ledgers.of(opened.grids[0].name)
        ledger.rows, ledger.lines = opened.grids[0].records.rows, opened.grids[0].records.lines
        if all(is_dictionary(one) for one, _ in files):
            ledger.add("survey_dictionary_alone")
    for opened, ledgers in files:
        if not is_dictionary(opened):
            for grid in opened.grids:
                ledger = ledgers.of(grid.name)
                own = ledgers.answers or answers
                drafts += _read_grid(open_grid(grid, ledger), ledger, variables, own)
    return drafts


REDCAP = Program("redcap", "REDCap, exported records", recognise, read, read_together)


def _read_grid(
    grid: Grid, ledger: Ledger, variables: Sequence[Variable], answers: Answers
) -> list[Draft]:
    top = header_rows(grid, 1)
    if not top:
        ledger.add("empty_file")
        return []
    names = [name.strip().lstrip("\ufeff") for name in top[0]]
    layout, places = _layout(names, variables)
    survey = build_survey(grid, layout, ledger)
    if survey is None:
        return []
    is_raw = not any(" " in name or "?" in name for name in names)
    if variables:
        layout.items = dictionary_items(names, places, variables, is_raw)
    else:
        given = pairs(answers, "alter_names")
        layout.items, unnamed = bare_items(names, places, given, is_raw)
        ledger.add("survey_companion", what="choices and rows", found="the data dictionary (CSV)")
        if unnamed:
            found = listed([shown(name) for name in unnamed[:12]])
            ledger.add("survey_alters_unnamed", column=unnamed[0], found=found)
    if layout.repeat is not None:
        _mark_repeats(survey, answers)
    return read_answers(survey, answers)


def _layout(names: Sequence[str], variables: Sequence[Variable]) -> tuple[Layout, list[int]]:
    """Where REDCap's own columns are; the places of the others."""

    def place_of(pair: Sequence[str]) -> int | None:
        return next((at for at, name in enumerate(names) if at and name in pair), None)

    identifiers = {one.name for one in variables if one.is_identifier}
    identifiers |= {one.label for one in variables if one.is_identifier and one.label}
    group, survey_id = place_of(_GROUP), place_of(_SURVEY)
    states = [at for at, name in enumerate(names) if at and _is_state(name)]
    stamps = [at for at, name in enumerate(names) if at and _is_stamp(name)]
    instance = place_of(_ABOUT)
    layout = Layout(
        names,
        1,
        [],
        response=0,
        finished=states[0] if len(states) == 1 else None,
        day=stamps[0] if stamps else None,
        wave=place_of(_EVENT),
        repeat=place_of(_REPEAT),
        candidates=[at for at in (group, 0) if at is not None],
        personal=[at for at, name in enumerate(names) if name in identifiers],
        about=[*stamps, *states],
    )
    if survey_id is not None:
        # It is whatever invitations were sent to: an e-mail address, as a rule.
        layout.personal.append(survey_id)
    taken = {0, group, layout.wave, layout.repeat, instance, *layout.personal, *layout.about}
    return layout, [at for at in range(len(names)) if at not in taken and names[at]]


def _is_state(name: str) -> bool:
    return name.endswith("_complete") or re.fullmatch(r"Complete\?(\.\d+)?", name) is not None


def _is_stamp(name: str) -> bool:
    return name.endswith("_timestamp") or name == "Survey Timestamp"


def _mark_repeats(survey: Survey, answers: Answers) -> None:
    """Tell the columns of a form that is filled in once for each alter, and which names it."""
    layout = survey.layout
    repeats = [at for at in survey.rows if survey.cell(at, layout.repeat)]
    base = [at for at in survey.rows if not survey.cell(at, layout.repeat)]
    once = {item.place for item in layout.items if any(survey.cell(at, item.place) for at in base)}
    inside = [
        item
        for item in layout.items
        if item.place not in once and any(survey.cell(at, item.place) for at in repeats)
    ]
    if not inside:
        return
    choices = sorted(inside, key=lambda item: not _NAMES.search(item.name))
    answer = answers.text("", "alter").lower()
    naming = next((item for item in inside if item.name.lower() == answer), choices[0])
    if naming.name.lower() != answer:
        names = tuple(item.name for item in choices[:6])
        found = listed([shown(name) for name in names], "or")
        survey.ledger.add(
            "survey_alter_column", repeats[0], column=naming.name, found=found, answers=names
        )
    marked = []
    for item in layout.items:
        if item not in inside:
            marked.append(item)
        elif item is naming:
            question = survey.cell(repeats[0], layout.repeat)
            marked.append(
                replace(item, question=question, names_alters=True, is_repeated=True, alter="")
            )
        else:
            marked.append(
                replace(item, alter="", alter_place=naming.place, is_repeated=True, labels={})
            )
    layout.items = marked
