"""Read the member list of PARTNER (Visible Network Labs): one row a member, with its contact.

Organisations become agencies, their first and last names people. Streets, e-mail addresses and
phone numbers are not stored, unless a column is accepted by name.
"""

from collections.abc import Sequence

from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.readers.survey_parts import (
    Layout,
    Survey,
    build_survey,
    first_row,
    header_rows,
    open_grid,
)
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program

_ORGANISATION = ("primary organization", "organization name", "primary organisation")
_LABEL = ("node label", "map label name", "label for network maps")
_KNOWN = {
    "first name": "first",
    "last name": "last",
    "job title": "role",
    "position/job title": "role",
    "sector": "sector",
    "primary org function": "services",
    "primary organization function": "services",
    "province": "region",
    "state/province": "region",
    "state": "region",
}
_PERSONAL = ("email", "e-mail", "email address", "phone", "phone number", "phone no", "address",
             "street address", "street", "postal code", "zip", "zip code", "zip/postal code",
             "latitude", "longitude", "location", "city", "notes", "note")  # fmt: skip
_AGENCY = ("agency_id", "name", "sector", "services", "region", "alternate_names")
_PEOPLE = ("person_id", "name", "agency_id", "role")


def recognise(opened: Opened) -> float:
    """Certain with organisation and label; likely with organisation, names and title."""
    names = {name.lower() for name in first_row(opened)}
    if not names & set(_ORGANISATION):
        return 0.0
    if names & set(_LABEL):
        return 1.0
    return 0.8 if {"first name", "last name"} <= names else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate each sheet's members to agencies and people."""
    drafts: list[Draft] = []
    for grid in opened.grids:
        ledger = ledgers.of(grid.name)
        survey = _open(open_grid(grid, ledger), ledger, answers)
        if survey is not None:
            drafts += _Members(survey).drafts()
    return drafts


PARTNER = Program("partner", "PARTNER, member list", recognise, read)


def _open(grid: Grid, ledger: Ledger, answers: Answers) -> Survey | None:
    top = header_rows(grid, 1)
    names = [cell.strip().lstrip("\ufeff") for cell in top[0]] if top else []
    lower = [name.lower() for name in names]
    if not set(lower) & set(_ORGANISATION):
        found = listed([shown(name) for name in names if name][:12])
        needed = "the column Primary Organization"
        ledger.add("survey_headers", needed=needed, found=f"its first row has {found}")
        return None
    drop, accept = answers.names("agencies", "drop"), answers.names("agencies", "accept")
    layout = Layout(names, 1, [])
    layout.personal = [
        place for place, name in enumerate(lower) if name in _PERSONAL and name not in accept
    ]
    layout.about = [place for place, name in enumerate(lower) if name and name in drop]
    return build_survey(grid, layout, ledger)


class _Members:
    """The rows of a member list, and what is known of their organisations."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        lower = [name.lower() for name in survey.layout.names]
        self.place = {ours: lower.index(name) for name, ours in _KNOWN.items() if name in lower}
        self.organisation = next(lower.index(name) for name in _ORGANISATION if name in lower)
        self.label = next((lower.index(name) for name in _LABEL if name in lower), None)
        taken = {self.organisation, self.label, *self.place.values()}
        gone = {*survey.layout.personal, *survey.layout.about}
        self.more = [
            place for place, name in enumerate(lower) if name and place not in taken | gone
        ]

    def drafts(self) -> list[Draft]:
        """Agencies, one for each organisation, and people, one for each contact."""
        survey, names = self.survey, self.survey.layout.names
        agencies = Draft(
            "agencies", (*_AGENCY, *(names[place] for place in self.more)), survey.ledger
        )
        people = Draft("people", _PEOPLE, survey.ledger)
        ids = self._ids()
        first: dict[str, int] = {}
        taken: dict[str, str] = {}
        repeated: list[int] = []
        for at in survey.rows:
            agency = ids[at]
            is_known = agency in first
            if not is_known:
                first[agency] = at
                agencies.add(at, agency, survey.cell(at, self.organisation), *self._about(at))
            person = " ".join(filter(None, (self._cell(at, name) for name in ("first", "last"))))
            if person:
                person_id = person if taken.get(person, agency) == agency else f"{person}, {agency}"
                taken.setdefault(person, agency)
                people.add(at, person_id, person, agency, self._cell(at, "role"))
            elif is_known:
                repeated.append(at)
        survey.skip("members_repeated", repeated)
        self._note_differences(ids, first)
        return [agencies, people] if people.cells else [agencies]

    def _cell(self, at: int, name: str) -> str:
        return self.survey.cell(at, self.place.get(name))

    def _about(self, at: int) -> list[str]:
        known = [self._cell(at, name) for name in ("sector", "services", "region")]
        label = self.survey.cell(at, self.label)
        return [*known, label, *(self.survey.cell(at, place) for place in self.more)]

    def _ids(self) -> dict[int, str]:
        """The id of each row's agency: its name; with the label where two have the same name."""
        survey = self.survey
        labels: dict[str, list[str]] = {}
        for at in survey.rows:
            name = survey.cell(at, self.organisation)
            if not name:
                column = survey.layout.names[self.organisation]
                survey.ledger.add("required_blank", at, column=column)
                continue
            label = survey.cell(at, self.label)
            if label and label not in labels.setdefault(name, []):
                labels[name].append(label)
        survey.settle()
        for name, found in labels.items():
            if len(found) > 1:
                told = listed([shown(label) for label in found])
                survey.ledger.add("members_same_name", value=name, found=told)
        ids = {}
        for at in survey.rows:
            name, label = survey.cell(at, self.organisation), survey.cell(at, self.label)
            is_shared = len(labels.get(name, ())) > 1
            ids[at] = f"{name} ({label})" if is_shared and label else name
        return ids

    def _note_differences(self, ids: dict[int, str], first: dict[str, int]) -> None:
        """Say where rows of one organisation differ in what is kept of it."""
        known = [self.place[one] for one in ("sector", "services", "region") if one in self.place]
        for place in [*known, *self.more]:
            found: dict[str, list[str]] = {}
            for at, agency in ids.items():
                cell = self.survey.cell(at, place)
                if cell and cell not in found.setdefault(agency, []):
                    found[agency].append(cell)
            for agency, cells in found.items():
                if len(cells) > 1:
                    self._tell(agency, self.survey.layout.names[place], cells, first[agency])

    def _tell(self, agency: str, column: str, cells: Sequence[str], at: int) -> None:
        told = listed([shown(cell) for cell in cells[:5]])
        self.survey.ledger.add("members_differ", at, column=column, value=agency, found=told)
