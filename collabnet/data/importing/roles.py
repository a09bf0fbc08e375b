"""Propose what each column of a foreign table is: by its name, and by what it holds."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from collabnet.data.dates import read_written
from collabnet.data.hand_kept.clients import looks_like_client_names
from collabnet.data.header import known_names
from collabnet.data.issues import Facts
from collabnet.data.personal import personal_detail
from collabnet.data.synonyms import AGENCY, SYNONYMS
from collabnet.model.privacy import is_client_id, personal_header
from collabnet.model.specs import TABLES, TableSpec
from collabnet.model.vocabulary import plain

KEEP, IGNORE = "keep", "ignore"
"""Roles beside the table's columns: kept under its own name; left out and never stored."""
WrongRole = tuple[str, Facts]
"""What was said of a column, and what is needed instead."""
LOOKED_AT = 200
MOST_EXAMPLES = 3
_LONG = 40
_YOUNG = {
    "client", "clients", "youth", "youths", "survivor", "survivors", "minor", "minors", "victim",
    "victims", "child", "children", "patient", "patients", "juvenile", "juveniles", "participant",
    "student", "students", "alias", "served",
}  # fmt: skip
"""Words in the name of a column that speak of those whom a log is about."""
_BY_WORD: Mapping[str, Mapping[str, str]] = {
    table: {word: ours for ours, words in reversed(list(known.items())) for word in words}
    for table, known in SYNONYMS.items()
}
"""What each other name of a column means, by table; of two columns with one the first."""


@dataclass(frozen=True)
class Role:
    """What a column of a file is taken for, and why.

    Attributes
    ----------
    header : the column's name in the file
    role : a column of the table, "keep" or "ignore"
    why : one of "name", "synonym", "content", "client id", "personal", "free text", "other",
        "answered"
    examples : a few of its values
    """

    header: str
    role: str
    why: str
    examples: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether nobody has to confirm it: our own name, an answer, or what is never stored."""
        return self.why in ("name", "answered", "client id")


def propose_roles(
    headers: Sequence[str], rows: Sequence[Sequence[str]], spec: TableSpec, ids: Collection[str]
) -> list[Role]:
    """Propose a role for each column of a file.

    Each of the table's columns is given once: to the column that carries its name, else to the
    first that carries another name for it, else by content (days, and ids or names of the
    roster, ``ids``). Columns that seem personal or hold free text are proposed to be left out;
    what else there is, is kept.

    Examples
    --------
    >>> from collabnet.model.specs import REFERRALS
    >>> rows = [["5 Jan 2024", "court", "shelter"]]
    >>> roles = propose_roles(["Date of referral", "Sent by", "Sent to"], rows, REFERRALS, ())
    >>> [(one.header, one.role) for one in roles]
    [('Date of referral', 'date'), ('Sent by', 'from_agency'), ('Sent to', 'to_agency')]
    """
    columns = [
        [row[place].strip() for row in rows[:LOOKED_AT] if place < len(row) and row[place].strip()]
        for place in range(len(headers))
    ]
    found: dict[int, tuple[str, str]] = {}
    for names, why in ((known_names(spec), "name"), (_BY_WORD.get(spec.name, {}), "synonym")):
        _by_name(headers, names, why, found)
    if spec.name == "referrals":
        _person_beside_agency(headers, found)
    _by_content(headers, columns, spec, ids, found)
    free = {one.file_name for one in spec.columns if one.role == "free_text"}
    roles = []
    for place, header in enumerate(headers):
        role, why = found.get(place) or _other(header, columns[place], spec)
        if why != "name" and role in free:
            # A column of notes may name young people: it is stored only when somebody says so.
            role, why = IGNORE, "free text"
        elif why in ("other", "synonym", "content") and _is_personal(header, columns[place], spec):
            role, why = IGNORE, "personal"
        # Examples of what seems personal are not shown.
        seen = (
            ()
            if why in ("client id", "personal", "free text")
            else tuple(dict.fromkeys(columns[place]))
        )
        roles.append(Role(header, role, why, seen[:MOST_EXAMPLES]))
    return roles


def score_table(headers: Sequence[str], spec: TableSpec) -> tuple[bool, int, int]:
    """Say how well column names fit a table: all needed ones there, how many exact, how many.

    Examples
    --------
    >>> from collabnet.model.specs import TABLES
    >>> score_table(["date", "from_agency", "Referred to"], TABLES["referrals"])
    (True, 2, 3)
    """
    found: dict[int, tuple[str, str]] = {}
    for names, why in ((known_names(spec), "name"), (_BY_WORD.get(spec.name, {}), "synonym")):
        _by_name(headers, names, why, found)
    have = {role for role, _ in found.values()}
    exact = sum(why == "name" for _, why in found.values())
    return have >= set(spec.required), exact, len(found)


def wrong_roles(stated: Mapping[str, str], spec: TableSpec | None = None) -> WrongRole | None:
    """Give the first column said to be what no column of the table is, and what is needed.

    Without a table, a column of any of them will do.

    Examples
    --------
    >>> wrong_roles({"Sent by": "from_agancy", "Notes": "ignore"})
    ('Sent by=from_agancy', {'name': 'map', 'needed': 'a column of some table, keep or ignore \
behind the equals sign (did you mean from_agency?)'})
    """
    specs = TABLES.values() if spec is None else (spec,)
    known = {name for one in specs for name in known_names(one)} | {KEEP, IGNORE}
    for header, role in stated.items():
        if role not in known:
            near = get_close_matches(role, sorted(known), n=1, cutoff=0.6)
            hint = f" (did you mean {near[0]}?)" if near else ""
            of = f"a column of {spec.file}" if spec else "a column of some table"
            needed = f"{of}, keep or ignore behind the equals sign{hint}"
            return f"{header}={role}", {"name": "map", "needed": needed}
    return None


def _by_name(
    headers: Sequence[str], names: Mapping[str, str], why: str, found: dict[int, tuple[str, str]]
) -> None:
    taken = {role for role, _ in found.values()}
    for place, header in enumerate(headers):
        ours = names.get(plain(header), "")
        if ours and ours not in taken and place not in found:
            found[place] = ours, why
            taken.add(ours)


def _person_beside_agency(headers: Sequence[str], found: dict[int, tuple[str, str]]) -> None:
    """Take "Referred by" for a person where a column "Agency" stands beside it."""
    sends = next((at for at, one in found.items() if one == ("from_agency", "synonym")), None)
    agency = next(
        (at for at, one in enumerate(headers) if at not in found and plain(one) in AGENCY), None
    )
    has_person = any(role == "from_person" for role, _ in found.values())
    if sends is not None and agency is not None and not has_person:
        found[sends], found[agency] = ("from_person", "synonym"), ("from_agency", "synonym")


def _by_content(
    headers: Sequence[str],
    columns: Sequence[Sequence[str]],
    spec: TableSpec,
    ids: Collection[str],
    found: dict[int, tuple[str, str]],
) -> None:
    """Find days and ids of the roster among the columns whose names say nothing."""
    taken = {role for role, _ in found.values()}
    missing = [one for one in spec.columns if one.required and one.file_name not in taken]
    for one in missing:
        for place, cells in enumerate(columns):
            if place in found or not cells or not headers[place].strip():
                continue
            if (one.kind == "day" and _are_days(cells)) or (
                one.kind == "id" and ids and sum(cell in ids for cell in cells) > len(cells) / 2
            ):
                found[place] = one.file_name, "content"
                break


def _are_days(cells: Sequence[str]) -> bool:
    read = sum(read_written(cell).style in ("iso", "other", "slashed") for cell in cells)
    return read > 0.8 * len(cells)


def _is_personal(header: str, cells: Sequence[str], spec: TableSpec) -> bool:
    """Whether a column seems to name young people, or to hold how somebody is found."""
    if spec.name in ("agencies", "people", "posts"):
        return any(map(personal_detail, cells))
    words = set(plain(header).split("_"))
    return (
        bool(words & _YOUNG)
        or bool(looks_like_client_names(header, cells))
        or any(map(personal_detail, cells))
    )


def _other(header: str, cells: Sequence[str], spec: TableSpec) -> tuple[str, str]:
    if is_client_id(header, spec.name):
        return IGNORE, "client id"
    if personal_header(header, spec.name):
        return IGNORE, "personal"
    words = sum(len(cell) > _LONG for cell in cells)
    if cells and words > len(cells) / 4:
        return IGNORE, "free text"
    return KEEP, "other"
