"""HMIS CSV exports: Event.csv, joined to Enrollment, Project and Organization where given.

The columns are those of HUD's HMIS CSV specification. Ids of clients and of enrollments are used
for joining only and never stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.issues import listed, shown
from collabnet.data.options import Answers
from collabnet.data.readers.header_rows import HeaderRows, first_names, read_header_rows
from collabnet.data.sources.opened import Draft, Ledgers, Opened, Program

_EVENT = ("EventID", "EnrollmentID", "PersonalID", "EventDate", "Event")
_KEYS = {
    "event": _EVENT,
    "enrollment": ("EnrollmentID", "PersonalID", "ProjectID", "EntryDate"),
    "project": ("ProjectID", "OrganizationID", "ProjectName"),
    "organization": ("OrganizationID", "OrganizationName"),
}
_CLIENT = ("PersonalID", "EnrollmentID")
_KEPT = (
    *_EVENT, "LocationCrisisOrPHHousing", "ReferralResult", "ResultDate", "UserID", "DateDeleted",
)  # fmt: skip
NOT_A_REFERRAL = "2"
EVENTS = {
    "1": ("homelessness prevention", "Prevention assistance project"),
    "2": ("problem solving", ""),
    "3": ("coordinated entry crisis assessment", "Coordinated entry, crisis needs assessment"),
    "4": ("coordinated entry housing assessment", "Coordinated entry, housing needs assessment"),
    "5": ("case management", "Follow-up case management"),
    "6": ("street outreach", "Street outreach project"),
    "7": ("housing navigation", "Housing navigation project"),
    "8": ("non-continuum services", "Services outside the continuum of care"),
    "9": ("non-continuum services", "Services outside the continuum of care"),
    "10": ("emergency shelter", "Emergency shelter"),
    "11": ("transitional housing", "Transitional housing"),
    "12": ("transitional and rapid rehousing", "Joint transitional and rapid rehousing project"),
    "13": ("rapid rehousing", "Rapid rehousing project"),
    "14": ("permanent supportive housing", "Permanent supportive housing project"),
    "15": ("other permanent housing", "Other permanent housing project"),
    "16": ("emergency assistance", "Emergency assistance"),
    "17": ("emergency housing voucher", "Emergency housing vouchers"),
    "18": ("housing stability voucher", "Housing stability vouchers"),
}
"""The codes of Event: the service, and a name for the kind of receiver."""
_RESULTS = {
    "": ("made", ""),
    "1": ("accepted", ""),
    "2": ("declined", "declined by the client"),
    "3": ("declined", "declined by the provider"),
}
_COLUMNS = (
    "referral_id", "date", "from_agency", "to_agency", "service", "status", "status_date", "reason",
)  # fmt: skip


def recognise(opened: Opened) -> float:
    """Tell by the names of the columns."""
    return 1.0 if _kind(opened) else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate one file of an export."""
    return read_together([(opened, ledgers)], answers)


def read_together(files: Sequence[tuple[Opened, Ledgers]], answers: Answers) -> list[Draft]:
    """Translate the files of an export: events to referrals, organizations to agencies."""
    sheets: dict[str, list[HeaderRows]] = {kind: [] for kind in _KEYS}
    own: list[Answers] = []
    for opened, ledgers in files:
        kind = _kind(opened) or "event"
        ledger = ledgers.of(opened.grids[0].name) if opened.grids else ledgers.of()
        rows = read_header_rows(opened.grids[0], ledger, _KEYS[kind]) if opened.grids else None
        if rows is not None:
            sheets[kind].append(rows)
            if kind == "event":
                own.append(ledgers.answers or answers)
    homes = _homes(sheets)
    drafts = [_agencies(rows) for rows in sheets["organization"]]
    for rows, given in zip(sheets["event"], own, strict=True):
        drafts.append(_referrals(rows, homes, given))
    _tell_joined(sheets)
    return drafts


HMIS = Program("hmis", "HMIS CSV export (Event.csv)", recognise, read, read_together)


def _kind(opened: Opened) -> str:
    names = first_names(opened)
    for kind, keys in _KEYS.items():
        if {key.lower() for key in keys} <= names:
            return kind
    return ""


@dataclass
class _Homes:
    """Which project an enrollment belongs to, and which organization a project."""

    project_of: Mapping[str, str] = field(default_factory=dict)
    organization_of: Mapping[str, str] = field(default_factory=dict)
    has_enrollments: bool = False

    def agency(self, project: str) -> str:
        """The organization of a project; the project itself where that isn't known."""
        return self.organization_of.get(project, project)


def _homes(sheets: Mapping[str, Sequence[HeaderRows]]) -> _Homes:
    return _Homes(
        _pairs(sheets["enrollment"], "EnrollmentID", "ProjectID"),
        _pairs(sheets["project"], "ProjectID", "OrganizationID"),
        bool(sheets["enrollment"]),
    )


def _pairs(sheets: Sequence[HeaderRows], key: str, name: str) -> dict[str, str]:
    """What each id leads to; one that leads to two things in two exports leads nowhere."""
    found: dict[str, set[str]] = {}
    for rows in sheets:
        last = {rows.cell(at, key): rows.cell(at, name) for at in rows}
        for one, home in last.items():
            found.setdefault(one, set()).add(home)
    return {one: homes.pop() for one, homes in found.items() if len(homes) == 1}


def _drop_deleted(rows: HeaderRows) -> None:
    rows.skip("hmis_deleted", [at for at in rows if rows.cell(at, "DateDeleted")])


def _agencies(rows: HeaderRows) -> Draft:
    _drop_deleted(rows)
    names = ("agency_id", "name", "alternate_names")
    draft = Draft("agencies", names, rows.ledger)
    for at in rows:
        common = rows.cell(at, "OrganizationCommonName")
        draft.add(at, rows.cell(at, "OrganizationID"), rows.cell(at, "OrganizationName"), common)
    rows.note_not_kept(("OrganizationID", "OrganizationName", "OrganizationCommonName",
                        "DateDeleted"))  # fmt: skip
    return draft


def _referrals(rows: HeaderRows, homes: _Homes, answers: Answers) -> Draft:
    ledger = rows.ledger
    rows.leave_out(_CLIENT)
    _drop_deleted(rows)
    rows.skip(
        "hmis_not_a_referral", [at for at in rows if rows.cell(at, "Event") == NOT_A_REFERRAL]
    )
    for name in _CLIENT:
        count = sum(bool(rows.cell(at, name)) for at in rows.at)
        ledger.add("client_ids_dropped", column=name, count=count)
    _tell_users(rows)
    rows.note_not_kept(_KEPT)
    draft = Draft("referrals", _COLUMNS, ledger)
    unknown: dict[str, list[int]] = {"sender": [], "receiver": []}
    fallback = answers.text("", "from_agency")
    for at in list(rows):
        event, result = rows.cell(at, "Event"), rows.cell(at, "ReferralResult")
        if event not in EVENTS:
            ledger.add("hmis_unknown_event", at, column="Event", value=event)
            continue
        if result not in _RESULTS:
            ledger.add("hmis_unknown_result", at, column="ReferralResult", value=result)
            continue
        project = homes.project_of.get(rows.cell(at, "EnrollmentID"), "")
        sender = homes.agency(project) if project else fallback
        receiver = homes.agency(rows.cell(at, "LocationCrisisOrPHHousing"))
        if not receiver and answers.text("", "no_receiver") == "by_kind":
            receiver = EVENTS[event][1]
        if not receiver:
            unknown["receiver"].append(at)
            continue
        if not sender:
            unknown["sender"].append(at)
        status, reason = _RESULTS[result]
        day, settled = rows.cell(at, "EventDate"), rows.cell(at, "ResultDate")
        service = EVENTS[event][0]
        cells = (rows.cell(at, "EventID"), day, sender, receiver, service, status, settled, reason)
        draft.add(at, *cells)
    _ask(rows, unknown, homes, answers)
    gone = ledger.gone
    kept = [(at, cells) for at, cells in zip(draft.at, draft.cells, strict=True) if at not in gone]
    draft.at, draft.cells = [at for at, _ in kept], [cells for _, cells in kept]
    return draft


def _ask(
    rows: HeaderRows, unknown: Mapping[str, list[int]], homes: _Homes, answers: Answers
) -> None:
    ledger = rows.ledger
    if sent := unknown["sender"]:
        if homes.has_enrollments:
            found = "Enrollment.csv"
            ledger.add(
                "hmis_not_joined", sent[0], count=len(sent), value="an enrollment", found=found
            )
        ledger.add("hmis_from_agency", sent[0], count=len(sent))
    if received := unknown["receiver"]:
        if answers.text("", "no_receiver") == "leave_out":
            rows.skip("hmis_no_receiver_skipped", received)
        else:
            ledger.skipped.update(received)
            ledger.add("hmis_no_receiver", received[0], count=len(received))


def _tell_users(rows: HeaderRows) -> None:
    users = sorted({rows.cell(at, "UserID") for at in rows} - {""})
    if users:
        few = [shown(user) for user in users[:10]]
        found = listed([*few, f"{len(users) - 10} more"] if len(users) > 10 else few)
        rows.ledger.add("hmis_enters_data", column="UserID", count=len(users), found=found)


def _tell_joined(sheets: Mapping[str, Sequence[HeaderRows]]) -> None:
    for kind in ("enrollment", "project"):
        for rows in sheets[kind]:
            rows.leave_out(_CLIENT)
            rows.skip("file_joined", list(rows), found="Event.csv")
