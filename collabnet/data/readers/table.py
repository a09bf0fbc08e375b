"""Any table by a column map: which table it is, which row names the columns, what each holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from collabnet.data.codes.base import option
from collabnet.data.hand_kept import Months, count_youths, stack_tabs, take_month_headings, tidy
from collabnet.data.hand_kept.ages import band_ages
from collabnet.data.header import is_blank, known_names
from collabnet.data.importing.roles import (
    IGNORE,
    KEEP,
    Role,
    propose_roles,
    score_table,
    wrong_roles,
)
from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.rejects import take_origins
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program
from collabnet.data.sources.pick import pick_sheets
from collabnet.data.table import draft_table
from collabnet.model.specs import TABLES, TableSpec

HEADERS_LOOKED_AT = 30
_NEEDED_FIRST = ("referrals", "ties", "answers", "people", "agencies")


def recognise(opened: Opened) -> float:
    """Any file with rows and columns may be a table; one that names ours by their names is one."""
    ours = 0.0
    for grid in opened.grids:
        for cells in grid.records.cells[:HEADERS_LOOKED_AT]:
            ours = max(ours, *(_likeness(cells, spec) for spec in TABLES.values()))
    return ours or (0.2 if opened.grids else 0.0)


def _likeness(cells: Sequence[str], spec: TableSpec) -> float:
    """How likely a row is a header of ours: every needed name as we write it, and one more.

    Of a log the names may be others that people give to a day, a sender and a receiver.
    """
    written = {one.file_name for one in spec.columns} & {cell.strip() for cell in cells}
    needed = set(spec.required)
    # Other programs, too, call the ends of a tie source and target; with a day it is a log.
    if spec.name == "referrals" and score_table(cells, spec)[0]:
        return 0.6
    return 0.6 if needed <= written and (len(written) > len(needed) or len(needed) > 2) else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate a sheet to the table that its columns make it; ask what isn't plain.

    Sheets called after months are one log; of others one is read, or each with ``sheet=all``.
    """
    whole = ledgers.of()
    tabs = stack_tabs(opened.grids, whole, answers)
    if tabs is None:
        grids = pick_sheets(opened, whole, answers, stacks=True)
        tabs = [(grid, Months()) for grid in grids]
    drafts = [
        _read_grid(
            grid,
            months,
            ledgers.of(grid.name),
            _for_sheet(answers, grid, [other for other, _ in tabs]),
            ledgers.known,
        )
        for grid, months in tabs
    ]
    return [draft for draft in drafts if draft is not None]


def _for_sheet(answers: Answers, grid: Grid, grids: Sequence[Grid]) -> Answers:
    """Give the answers for one sheet: its own, and of the column map what isn't another's."""
    own = answers.within(grid.name)
    here = {cell.strip() for cells in grid.records.cells[:HEADERS_LOOKED_AT] for cell in cells}
    elsewhere = {
        cell.strip()
        for other in grids
        for cells in other.records.cells[:HEADERS_LOOKED_AT]
        for cell in cells
    } - here
    said = own.of("", "map")
    if not elsewhere or not isinstance(said, tuple):
        return own
    kept = tuple(one for one in said if one.rpartition("=")[0].strip() not in elsewhere)
    return Answers({**own.values, "map": kept})


TABLE = Program("table", "a table with one row a record", recognise, read)


def _read_grid(
    grid: Grid, months: Months, ledger: Ledger, answers: Answers, known: frozenset[str]
) -> Draft | None:
    records = take_origins(grid.records, ledger)
    ledger.rows, ledger.lines = records.rows, records.lines
    at = _header_at(records.cells, answers)
    if at is None:
        ledger.add("empty_file")
        return None
    headers = [cell.strip() for cell in records.cells[at]]
    spec = _choose_table(headers, ledger, answers)
    if spec is None:
        return None
    roles = _roles(headers, records.cells[at + 1 :], spec, ledger, answers, known)
    if not roles:
        return None
    names = {role.header: role.role for role in roles}
    cells = list(records.cells)
    cells[at] = [
        names[header] if names.get(header) in known_names(spec) else header for header in headers
    ]
    if spec.name == "referrals":
        months = take_month_headings(records, at + 1, ledger, answers, months)
    draft = draft_table(replace(records, cells=cells), spec, ledger, answers)
    if draft is None:
        return None
    ledger.originals = records.cells
    _fill(draft, spec, ledger, answers)
    draft = count_youths(draft, answers)
    draft = band_ages(draft, answers)
    _leave_out(draft, [role.header for role in roles if role.role == IGNORE], ledger)
    return tidy(draft, answers, months, known)


def _header_at(cells: Sequence[Sequence[str]], answers: Answers) -> int | None:
    """The row that names the columns: as answered, else the one with the most known names."""
    given = answers.of("", "header_row")
    if isinstance(given, int):
        return min(given - 1, len(cells) - 1)
    filled = [at for at, record in enumerate(cells[:2000]) if not is_blank(record)]
    if not filled:
        return None

    def known(at: int) -> int:
        return max(score_table(cells[at], spec)[2] for spec in TABLES.values())

    best = max(filled[:HEADERS_LOOKED_AT], key=lambda at: (known(at), -at))
    # One known word in a row of data proves nothing.
    return best if known(best) > max(known(filled[0]), 1) else filled[0]


def _choose_table(headers: Sequence[str], ledger: Ledger, answers: Answers) -> TableSpec | None:
    if given := answers.text("", "table"):
        return TABLES[given]
    stated = _stated(answers)
    meant = [*(stated.get(header, header) for header in headers), *_filled(answers)]
    scores = {name: score_table(meant, spec) for name, spec in TABLES.items()}
    order = [*_NEEDED_FIRST, *TABLES]
    ranked = sorted(scores, key=lambda name: (*(-one for one in scores[name]), order.index(name)))
    best = ranked[0]
    called = [name for name in TABLES if ledger.file.lower().startswith(name) and scores[name][0]]
    if called and scores[called[0]] == scores[best]:
        return TABLES[called[0]]
    # A list of staff has agencies and names, too: what knows more of the columns may be meant.
    likelier = [name for name in ranked if scores[name][2] > scores[best][2]]
    if scores[best][0] and scores[best] != scores[ranked[1]] and not likelier:
        return TABLES[best]
    found = listed([shown(one) for one in headers if one][:12])
    choices = tuple(dict.fromkeys((*likelier, *ranked)))
    ledger.add("table_unclear", found=found, answers=choices)
    return TABLES[best] if scores[best][2] else None


def _roles(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    spec: TableSpec,
    ledger: Ledger,
    answers: Answers,
    known: frozenset[str],
) -> list[Role]:
    """The role of each column: as answered, else as proposed and asked about; none if refused."""
    roles = propose_roles(headers, rows, spec, known)
    stated = _stated(answers)
    needed = [header for header, role in stated.items() if role != IGNORE]
    if absent := [header for header in needed if header not in headers]:
        found = listed([shown(one) for one in headers if one][:40])
        options = " ".join(option("--column", f"{one}={IGNORE}") for one in absent)
        said = listed([f"'{shown(one)}'" for one in absent], "or")
        ledger.add("map_does_not_fit", value=absent[0], found=found, missing=said, options=options)
        return []
    # A table that is asked about is a guess.
    is_asked = any(one.code == "table_unclear" for one in ledger.problems)
    if wrong := wrong_roles(stated) or wrong_roles(stated, None if is_asked else spec):
        ledger.add("wrong_setting", column="map", value=wrong[0], **wrong[1])
        return []
    roles = [
        replace(one, role=stated[one.header], why="answered") if one.header in stated else one
        for one in roles
    ]
    have = {one.role for one in roles} | set(_filled(answers))
    if missing := [name for name in spec.required if name not in have]:
        names = listed([shown(one) for one in headers if one][:40])
        needs: Facts = {"needed": listed(missing), "found": names, "first": missing[0]}
        ledger.add("column_needed", column=missing[0], table=spec.file, **needs)
        ledger.roles = roles
        return []
    unsure = [one for one in roles if one.header and not one.is_sure]
    if unsure:
        said = "; ".join(f"{shown(one.header)}: {_said(one)}" for one in unsure)
        proposal = tuple(f"{one.header}={one.role}" for one in unsure)
        options = " ".join(option("--column", one) for one in proposal)
        told: Facts = {
            "count": len(unsure), "table": spec.file, "found": said, "options": options,
        }  # fmt: skip
        ledger.add("columns_to_confirm", proposal=proposal, **told)
    ledger.roles = roles
    return roles


def _stated(answers: Answers) -> Mapping[str, str]:
    given = answers.of("", "map")
    pairs = given if isinstance(given, tuple) else ()
    return {one.rpartition("=")[0].strip(): one.rpartition("=")[2].strip() for one in pairs}


def _filled(answers: Answers) -> Mapping[str, str]:
    """The columns that are the same in every row, each with its value."""
    given = answers.of("", "fill")
    pairs = [one.partition("=") for one in (given if isinstance(given, tuple) else ())]
    return {name.strip(): value.strip() for name, _, value in pairs}


def _said(role: Role) -> str:
    meant = {KEEP: "kept under its own name", IGNORE: "left out"}.get(role.role, role.role)
    examples = ", ".join(shown(one) for one in role.examples[:2])
    return f"{meant} (such as {examples})" if examples else meant


def _fill(draft: Draft, spec: TableSpec, ledger: Ledger, answers: Answers) -> None:
    """Add columns that are the same in every row, as was answered: from_agency=court_b."""
    for name, value in _filled(answers).items():
        if name not in known_names(spec) or not value:
            needed = f"COLUMN=VALUE with a column of {spec.file}"
            ledger.add("wrong_setting", column="fill", value=name, name="fill", needed=needed)
            continue
        draft.names = (*draft.names, name)
        for cells in draft.cells:
            cells.append(value)
        ledger.add("column_filled", column=name, value=value)


def _leave_out(draft: Draft, headers: Sequence[str], ledger: Ledger) -> None:
    gone = {place for place, name in enumerate(draft.names) if name.strip() in headers}
    for place in sorted(gone):
        ledger.add("column_left_out", column=draft.names[place].strip())
        draft.leave_out(place)
    keep = [place for place in range(len(draft.names)) if place not in gone]
    draft.names = tuple(draft.names[place] for place in keep)
    draft.cells = [[cells[place] for place in keep] for cells in draft.cells]
    draft.places = [draft.places[place] for place in keep if place < len(draft.places)]
