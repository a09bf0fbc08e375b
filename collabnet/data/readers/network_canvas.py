"""Read what Network Canvas exports as CSV: sessions, people named, and ties among these.

Each is a file of its own, its name ending in _ego, _attributeList_TYPE or _edgeList_TYPE. Given
together, ids are replaced by names; given alone, a file is read with the ids that it has.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.issues import Facts, listed, shown
from collabnet.data.options import Answers
from collabnet.data.readers.survey_parts import (
    Item,
    Layout,
    Survey,
    build_survey,
    first_row,
    header_rows,
    open_grid,
    pairs,
)
from collabnet.data.readers.survey_parts_answers import read_answers
from collabnet.data.readers.survey_parts_questions import find_respondents, propose_kind
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program

_EGO = "networkCanvasEgoUUID"
_UUID = "networkCanvasUUID"
_CASE = "networkCanvasCaseID"
_ENDS = ("networkCanvasSourceUUID", "networkCanvasTargetUUID")
_TYPE = "networkCanvasType"
_OURS = ("nodeID", "edgeID", "from", "to", _EGO, _UUID, _CASE, *_ENDS, _TYPE,
         "networkCanvasSessionID", "networkCanvasProtocolName", "sessionStart", "sessionFinish",
         "sessionExported", "APP_VERSION", "COMMIT_HASH")  # fmt: skip
_NAME = re.compile(r"(full_?)?name|label|nickname", re.IGNORECASE)
_EDGE_FILE = re.compile(r"edgeList_(.+?)(?:\.csv)?$", re.IGNORECASE)
_NAMED = "named"
_TRUTH = {"true": "1", "false": "0"}


@dataclass
class _Part:
    """One file of an export: its survey, and the places of its columns by name."""

    opened: Opened
    survey: Survey
    answers: Answers
    places: Mapping[str, int] = field(default_factory=dict)

    def cell(self, at: int, name: str) -> str:
        """Give the cell of a column; empty where the file lacks it."""
        return self.survey.cell(at, self.places.get(name))


def recognise(opened: Opened) -> float:
    """Certain: no other program has columns of these names."""
    return 1.0 if _EGO in first_row(opened) else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate one file of an export, with the ids that it has."""
    return read_together([(opened, ledgers)], answers)


def read_together(files: Sequence[tuple[Opened, Ledgers]], answers: Answers) -> list[Draft]:
    """Translate the files of an export: answers of and about people, ties among those named."""
    parts: dict[str, list[_Part]] = {"ego": [], "alters": [], "ties": []}
    for opened, ledgers in files:
        for grid in opened.grids:
            ledger = ledgers.of(grid.name)
            grid = open_grid(grid, ledger)
            names = _names(grid)
            kind = "ties" if "edgeID" in names else "alters" if "nodeID" in names else "ego"
            needed = [_EGO, *(_ENDS if kind == "ties" else ())]
            if missing := [name for name in needed if name not in names]:
                found = f"its first row lacks {listed(missing)}"
                ledger.add("survey_headers", needed=f"the columns {listed(needed)}", found=found)
                continue
            survey = build_survey(grid, _layout(names, kind), ledger)
            if survey is not None:
                places = {name: at for at, name in enumerate(names)}
                parts[kind].append(_Part(opened, survey, ledgers.answers or answers, places))
    who = _respondents(parts["ego"])
    alters = _alter_names(parts["alters"])
    drafts = []
    for part in parts["ego"]:
        drafts += read_answers(part.survey, part.answers, who)
    for part in parts["alters"]:
        _note_companion(part, who, _EGO, "respondents", "the file ending in _ego.csv")
        drafts += read_answers(part.survey, part.answers, who)
    for part in parts["ties"]:
        _note_companion(part, alters, _ENDS[0], "both ends of each tie", "the attributeList file")
        drafts.append(_ties(part, who, alters))
    return drafts


NETWORK_CANVAS = Program(
    "network_canvas", "Network Canvas, CSV export", recognise, read, read_together
)


def _names(grid: Grid) -> list[str]:
    top = header_rows(grid, 1)
    return [name.strip().lstrip("\ufeff") for name in top[0]] if top else []


def _layout(names: Sequence[str], kind: str) -> Layout:
    place = names.index
    layout = Layout(names, 1, [], response=place(_EGO))
    others = [at for at, name in enumerate(names) if name and name not in _OURS]
    layout.about = [at for at in others if _is_position(names[at], names)]
    others = [at for at in others if at not in layout.about]
    if kind == "ego":
        layout.items = [Item(at, names[at], names[at]) for at in others]
        wanted = [name for name in (_CASE, _EGO) if name in names]
        layout.candidates = [*map(place, wanted)]
        layout.day = place("sessionFinish") if "sessionFinish" in names else None
    elif kind == "alters":
        naming = _naming_place(names)
        layout.items = [Item(naming, names[naming], _NAMED, names_alters=True)]
        layout.items += [
            Item(at, names[at], names[at], alter_place=naming, labels=_TRUTH)
            for at in others
            if at != naming
        ]
    return layout


def _is_position(name: str, names: Sequence[str]) -> bool:
    """Whether a column is where a person was put on the screen: x beside y."""
    stem, last = name[:-2], name[-2:]
    return last in ("_x", "_y") and {f"{stem}_x", f"{stem}_y"} <= set(names)


def _naming_place(names: Sequence[str]) -> int:
    """The column that names the person; the id where there is none."""
    found = [at for at, name in enumerate(names) if _NAME.fullmatch(name)]
    return found[0] if found else names.index(_UUID) if _UUID in names else 0


def _respondents(parts: Sequence[_Part]) -> dict[str, str]:
    """The respondent of each session, by its id."""
    who: dict[str, str] = {}
    for part in parts:
        found, _, taken = find_respondents(part.survey, part.answers)
        layout = part.survey.layout
        layout.items = [item for item in layout.items if item.place not in taken]
        who |= {part.cell(at, _EGO): name for at, name in found.items() if name}
    return who


def _alter_names(parts: Sequence[_Part]) -> dict[str, str]:
    names: dict[str, str] = {}
    for part in parts:
        place = _naming_place(part.survey.layout.names)
        for at in part.survey.rows:
            names[part.cell(at, _UUID)] = part.survey.cell(at, place)
    return {uuid: name for uuid, name in names.items() if uuid and name}


def _note_companion(
    part: _Part, known: Mapping[str, str], column: str, what: str, found: str
) -> None:
    if any(part.cell(at, column) not in known for at in part.survey.rows):
        part.survey.ledger.add("survey_companion", what=what, found=found)


def _ties(part: _Part, who: Mapping[str, str], alters: Mapping[str, str]) -> Draft:
    """Ties among those whom a respondent named: without direction, reported by the respondent."""
    survey = part.survey
    kind = _kind(part)
    more = [
        name
        for at, name in enumerate(survey.layout.names)
        if name and name not in _OURS and at not in survey.layout.about
    ]
    draft = Draft(
        "ties", ("source", "target", "kind", "directed", "reported_by", *more), survey.ledger
    )
    for at in survey.rows:
        ends = [part.cell(at, name) for name in _ENDS]
        ego = part.cell(at, _EGO)
        values = [part.cell(at, name) for name in more]
        named = [alters.get(end, end) for end in ends]
        draft.add(at, *named, kind(at), "no", who.get(ego, ego), *values)
    return draft


def _kind(part: _Part) -> Callable[[int], str]:
    """The kind of each tie: of the file, or of the row where it says so; asked about."""
    stated = {name.lower(): kind for name, kind in pairs(part.answers, "questions").items()}
    name = part.survey.ledger.sheet or part.opened.name
    of_file = found[1] if (found := _EDGE_FILE.search(name)) else ""
    types = {at: part.cell(at, _TYPE) or of_file or "edge" for at in part.survey.rows}
    kinds = {}
    for one in dict.fromkeys(types.values()):
        item = [Item(at, one, one, one) for at in (0, 1)]
        kinds[one] = stated.get(one.lower()) or propose_kind(item)
    if any(one.lower() not in stated for one in kinds):
        said = [f"{shown(one)} (ties among those named) seems to be {kind}"
                for one, kind in kinds.items()]  # fmt: skip
        told: Facts = {"count": len(kinds), "found": "; ".join(said)}
        proposal = ",".join(f"{one}={kind}" for one, kind in kinds.items())
        part.survey.ledger.add("survey_questions", answers=(proposal,), **told)
    return lambda at: kinds[types[at]]
