"""Read the answers that Qualtrics exports: three rows of headers, one row a response.

The first row has the columns' names (Q5_1), the second their wording, the roster's entry behind
the last " - ", the third their ids as JSON ({"ImportId":"QID5_1"}). CSV is UTF-8, TSV is UTF-16.
"""

import json
from collections.abc import Sequence

from collabnet.data.issues import Ledger, listed
from collabnet.data.options import Answers
from collabnet.data.readers.qualtrics_columns import is_about, read_items
from collabnet.data.readers.survey_parts import (
    Layout,
    Survey,
    build_survey,
    first_row,
    header_rows,
    open_grid,
)
from collabnet.data.readers.survey_parts_answers import read_answers
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program

_HEADERS = 3
_LOOKED_AT = 8
_IDS = {
    "StartDate": "startDate",
    "EndDate": "endDate",
    "Status": "status",
    "IPAddress": "ipAddress",
    "Progress": "progress",
    "Duration (in seconds)": "duration",
    "Finished": "finished",
    "RecordedDate": "recordedDate",
    "ResponseId": "_recordId",
    "ResponseID": "_recordId",
    "RecipientLastName": "recipientLastName",
    "RecipientFirstName": "recipientFirstName",
    "RecipientEmail": "recipientEmail",
    "ExternalReference": "externalDataReference",
    "ExternalDataReference": "externalDataReference",
    "LocationLatitude": "locationLatitude",
    "LocationLongitude": "locationLongitude",
    "DistributionChannel": "distributionChannel",
    "UserLanguage": "userLanguage",
}
"""Columns that every export has, and the ids by which they go in any language."""
_PERSONAL = (
    "ipAddress",
    "recipientLastName",
    "recipientFirstName",
    "recipientEmail",
    "locationLatitude",
    "locationLongitude",
)
_ABOUT = ("startDate", "endDate", "status", "progress", "duration", "distributionChannel",
          "userLanguage")  # fmt: skip
_TESTS = {
    "survey preview": "previews",
    "1": "previews",
    "survey test": "tests",
    "2": "tests",
    "spam": "spam",
    "possible spam": "spam",
    "8": "spam",
    "survey preview spam": "spam",
    "9": "spam",
    "offline survey preview": "previews",
    "17": "previews",
}
"""What the column Status says of a response that nobody gave in earnest."""


def recognise(opened: Opened) -> float:
    """Certain with the row of import ids, likely with the names of the columns alone."""
    if not opened.grids:
        return 0.0
    if _ids_at(opened.grids[0]) is not None:
        return 1.0
    names = set(first_row(opened))
    known = len(names & set(_IDS))
    return 0.9 if known >= 6 and {"ResponseId", "ResponseID"} & names else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate each sheet's responses to answers."""
    drafts = []
    for grid in opened.grids:
        ledger = ledgers.of(grid.name)
        grid = open_grid(grid, ledger)
        layout = _layout(grid, ledger)
        survey = build_survey(grid, layout, ledger) if layout else None
        if survey is not None:
            _skip_tests(survey)
            drafts += read_answers(survey, answers)
    return drafts


QUALTRICS = Program("qualtrics", "Qualtrics, exported responses", recognise, read)


def _ids_at(grid: Grid) -> int | None:
    """The row of import ids."""
    for at, record in enumerate(grid.records.cells[:_LOOKED_AT]):
        found = sum(cell.lstrip().startswith('{"ImportId"') for cell in record[:1000])
        if found >= 2 or found == len(record) == 1:
            return at
    return None


def _layout(grid: Grid, ledger: Ledger) -> Layout | None:
    ids_at = _ids_at(grid)
    top = header_rows(grid, _HEADERS if ids_at is None else ids_at + 1)
    if ids_at is not None and ids_at < _HEADERS - 1:
        needed = "the columns' names, their wording and their import ids, one row each"
        ledger.add(
            "survey_headers", needed=needed, found=f"the import ids stand in row {ids_at + 1}"
        )
        return None
    if len(top) < 2:
        ledger.add("no_data_rows")
        return None
    if ids_at is None:
        # Somebody deleted the row of import ids, as many guides advise: the names tell the same.
        names, texts = top[0], top[1]
        ids = [_IDS.get(name.strip(), name.strip()) for name in names]
        return _arrange(names, texts, ids, 2)
    names, texts = top[ids_at - 2], top[ids_at - 1]
    return _arrange(names, texts, [_import_id(cell) for cell in top[ids_at]], ids_at + 1)


def _arrange(names: Sequence[str], texts: Sequence[str], ids: Sequence[str], first: int) -> Layout:
    names = [name.strip().lstrip("\ufeff") for name in names]
    known = {one: place for place, one in reversed(list(enumerate(ids))) if one in _IDS.values()}
    about = [known[one] for one in _ABOUT if one in known]
    about += [place for place, name in enumerate(names) if is_about(name, ids[place])]
    taken = {*known.values(), *about}
    places = [place for place in range(len(names)) if place not in taken and names[place]]
    layout = Layout(
        names,
        first,
        read_items(names, texts, ids, places),
        response=known.get("_recordId"),
        finished=known.get("finished"),
        day=known.get("recordedDate"),
        wave=next((at for at in places if names[at].lower() in ("wave", "survey_wave")), None),
        personal=[known[one] for one in _PERSONAL if one in known],
        about=sorted(about),
    )
    if "recipientFirstName" in known and "recipientLastName" in known:
        layout.recipient = known["recipientFirstName"], known["recipientLastName"]
    layout.items = [item for item in layout.items if item.place != layout.wave]
    wanted = ("externalDataReference", "_recordId")
    layout.candidates = [known[one] for one in wanted if one in known]
    return layout


def _import_id(cell: str) -> str:
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return ""
    return str(found.get("ImportId", "")) if isinstance(found, dict) else ""


def _skip_tests(survey: Survey) -> None:
    names = [name.lower() for name in survey.layout.names]
    if "status" not in names:
        return
    place = names.index("status")
    kinds = {at: _TESTS.get(survey.cell(at, place).lower(), "") for at in survey.rows}
    found = listed(sorted({kind for kind in kinds.values() if kind}))
    survey.skip("survey_tests", [at for at, kind in kinds.items() if kind], found=found)
