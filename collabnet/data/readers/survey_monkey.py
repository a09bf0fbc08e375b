"""Read the responses that SurveyMonkey exports, as CSV or XLSX: two rows of headers.

The first row has the questions' wording, only above the first of a question's columns; the second
has the choices or the rows of a matrix. Columns have no ids: they are called Q1, Q2_1 in order.
"""

import re
from collections.abc import Sequence

from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.data.readers.survey_parts import (
    Item,
    Layout,
    build_survey,
    first_row,
    header_rows,
    open_grid,
)
from collabnet.data.readers.survey_parts_answers import read_answers
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program

_RESPONDENT, _COLLECTOR = "respondentid", "collectorid"
_DAYS = ("enddate", "datemodified", "startdate", "datecreated")
_PERSONAL = ("ipaddress", "emailaddress", "firstname", "lastname")
_ABOUT = (_COLLECTOR, *_DAYS)
_CUSTOM = re.compile(r"customdata\d*")
_ALONE = {"", "response", "open-ended response", "open ended response"}
_OTHER = re.compile(r"other\b.*", re.IGNORECASE)
_SLOT = re.compile(
    r"(name|person|agency|organi[sz]ation|partner|contact|program|provider|colleague|member)"
    r"\s*(no\.?|nr\.?|#)?\s*\d{1,2}\s*[.:)]?",
    re.IGNORECASE,
)
_CONTACT = {
    "name": False,
    "company": False,
    "country": False,
    "state/province": False,
    "address": True,
    "address 2": True,
    "city/town": True,
    "zip/postal code": True,
    "email address": True,
    "phone number": True,
}
"""The fields of a question for contact information, and whether they are never stored."""
_ROWS_LOOKED_AT = 500


def recognise(opened: Opened) -> float:
    """Certain by the first columns, which every export has."""
    names = {_bare(name) for name in first_row(opened)}
    if _RESPONDENT not in names:
        return 0.0
    return 1.0 if _COLLECTOR in names and names & set(_DAYS) else 0.6 if _COLLECTOR in names else 0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate each sheet's responses to answers."""
    drafts = []
    for grid in opened.grids:
        ledger = ledgers.of(grid.name)
        grid = open_grid(grid, ledger)
        layout = _layout(grid, ledger)
        survey = build_survey(grid, layout, ledger) if layout else None
        if survey is not None:
            drafts += read_answers(survey, answers)
    return drafts


SURVEY_MONKEY = Program("survey_monkey", "SurveyMonkey, all responses", recognise, read)


def _bare(name: str) -> str:
    return re.sub(r"[\s_]+", "", name).lower()


def _layout(grid: Grid, ledger: Ledger) -> Layout | None:
    top = header_rows(grid, 2)
    if not top:
        ledger.add("empty_file")
        return None
    questions = [cell.strip().lstrip("\ufeff") for cell in top[0]]
    bare = [_bare(name) for name in questions]
    if _RESPONDENT not in bare:
        found = "there is no Respondent ID in the first row"
        ledger.add("survey_headers", needed="the questions in the first row", found=found)
        return None
    # The second header is blank under the respondents' ids; an export with one header is not.
    id_place = bare.index(_RESPONDENT)
    has_two = len(top) > 1 and not top[1][id_place].strip() and not is_blank(top[1])
    labels = [cell.strip() for cell in top[1]] if has_two else [""] * len(questions)
    first = 2 if has_two else 1
    layout = Layout(questions, first, [], response=id_place)
    begin = 0
    for place, name in enumerate(bare):
        if name in (_RESPONDENT, *_ABOUT, *_PERSONAL) or _CUSTOM.fullmatch(name):
            begin = place + 1
            if name in _PERSONAL:
                layout.personal.append(place)
            elif name in _ABOUT:
                layout.about.append(place)
            elif name != _RESPONDENT:
                layout.candidates.append(place)
        else:
            break
    layout.candidates.append(id_place)
    layout.day = next((bare.index(name) for name in _DAYS if name in bare[:begin]), None)
    if {"firstname", "lastname"} <= set(bare[:begin]):
        layout.recipient = bare.index("firstname"), bare.index("lastname")
    _add_questions(layout, questions, labels, begin, grid.records.cells[first:])
    return layout


def _add_questions(
    layout: Layout,
    questions: Sequence[str],
    labels: Sequence[str],
    begin: int,
    rows: Sequence[Sequence[str]],
) -> None:
    """Add the columns behind the administrative ones, a question's wording filled forward."""
    groups: list[tuple[str, list[int]]] = []
    for place in range(begin, len(questions)):
        if questions[place] or not groups:
            groups.append((questions[place], [place]))
        elif labels[place] or any(place < len(row) and row[place].strip() for row in rows[:50]):
            groups[-1][1].append(place)
    names = list(questions)
    for number, (wording, places) in enumerate(groups, 1):
        called = f"Q{number}"
        for place in places:
            names[place] = called if len(places) == 1 else f"{called}_{place - places[0] + 1}"
        fields = [labels[place].lower().rstrip("*: ") for place in places]
        if len(places) > 1 and all(field in _CONTACT for field in fields):
            for place, field in zip(places, fields, strict=True):
                if _CONTACT[field]:
                    layout.personal.append(place)
                    names[place] = f"{called} ({labels[place]})"
                else:
                    text = f"{wording} - {labels[place]}"
                    layout.items.append(Item(place, names[place], names[place], text))
            continue
        layout.items += _question(called, wording, places, names, labels, rows)
    layout.names = names


def _question(
    called: str,
    wording: str,
    places: Sequence[int],
    names: Sequence[str],
    labels: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> list[Item]:
    if len(places) == 1 and labels[places[0]].lower() in _ALONE:
        return [Item(places[0], names[places[0]], called, wording)]
    others = [place for place in places if _OTHER.fullmatch(labels[place])]
    listed = [place for place in places if place not in others]
    are_slots = bool(listed) and all(_SLOT.fullmatch(labels[place]) for place in listed)
    are_boxes = any(
        place < len(row) and row[place].strip() and row[place].strip() == labels[place]
        for row in rows[:_ROWS_LOOKED_AT]
        for place in listed
    )
    items = []
    for place in places:
        if place in others and not are_boxes:
            # Behind a matrix it is a comment; only among boxes does it name somebody.
            text = f"{wording} - {labels[place]}"
            items.append(Item(place, names[place], names[place], text))
        elif place in others or are_slots:
            items.append(Item(place, names[place], called, wording, names_alters=True))
        elif labels[place].lower() in _ALONE:
            items.append(Item(place, names[place], names[place], wording))
        else:
            items.append(Item(place, names[place], called, wording, labels[place]))
    return items
