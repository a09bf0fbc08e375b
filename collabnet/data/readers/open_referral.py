"""Open Referral directories (HSDS 3): organizations, services and contacts.

Addresses, places, phones and e-mail are never stored: where an agency is may not be public.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.options import Answers
from collabnet.data.readers.header_rows import HeaderRows, first_names, read_header_rows
from collabnet.data.sources.opened import Draft, Ledgers, Opened, Program

_CONTACT = {"email", "phone", "phones", "url", "website", "assurer_email"}
_INACTIVE = ("inactive", "defunct", "temporarily closed")
# What tells the files from each other: names that it has, names that it hasn't.
_KINDS: Mapping[str, tuple[set[str], set[str]]] = {
    "service_at_location": ({"id", "service_id", "location_id"}, {"name", "number"}),
    "contact": ({"id", "organization_id", "service_id", "title", "name"}, set()),
    "service": ({"id", "organization_id", "name", "status"}, {"title"}),
    "address": ({"id", "location_id", "address_1"}, set()),
    "phone": ({"id", "number", "organization_id"}, set()),
    "location": ({"id", "name", "latitude", "longitude"}, set()),
    "organization": ({"id", "name", "description"}, {"organization_id", "latitude", "status"}),
}
_NEEDED = {
    "organization": ("id", "name"),
    "service": ("id", "organization_id", "name"),
    "contact": ("id", "name"),
}
_PLACES = ("location", "address", "phone")


def recognise(opened: Opened) -> float:
    """Tell by the names of the columns; service and contact files name ids of others."""
    kind = _kind(opened)
    if not kind:
        return 0.0
    names = first_names(opened)
    own = {"alternate_name", "organization_id", "service_id", "location_type", "tax_status"}
    return 0.9 if kind != "organization" or names & own or "legal_status" in names else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate one file of a directory."""
    return read_together([(opened, ledgers)], answers)


def read_together(files: Sequence[tuple[Opened, Ledgers]], answers: Answers) -> list[Draft]:
    """Translate the files of a directory: agencies with their services, and people."""
    directory = _Directory()
    for opened, ledgers in files:
        if not opened.grids:
            continue
        kind = _kind(opened) or "organization"
        rows = read_header_rows(
            opened.grids[0], ledgers.of(opened.grids[0].name), _NEEDED.get(kind, ("id",))
        )
        if rows is not None:
            directory.sheets.setdefault(kind, []).append(rows)
    return directory.drafts()


OPEN_REFERRAL = Program(
    "open_referral", "Open Referral directory (HSDS 3)", recognise, read, read_together
)


def _kind(opened: Opened) -> str:
    names = first_names(opened)
    for kind, (has, lacks) in _KINDS.items():
        if has <= names and not lacks & names:
            return kind
    return ""


@dataclass
class _Directory:
    sheets: dict[str, list[HeaderRows]] = field(default_factory=dict)

    def of(self, kind: str) -> Sequence[HeaderRows]:
        """Every file of a kind, in the order given."""
        return self.sheets.get(kind, [])

    def drafts(self) -> list[Draft]:
        """Agencies and people, as far as the files go."""
        services, of_service = self._services()
        drafts = [self._agencies(rows, services) for rows in self.of("organization")]
        if not drafts:
            seen: set[str] = set()
            for rows in self.of("service"):
                drafts.append(self._agencies_of_services(rows, services, seen))
        of_place = self._of_place(of_service)
        for rows in self.of("contact"):
            drafts.append(self._people(rows, of_service, of_place))
        for kind in _PLACES:
            for rows in self.of(kind):
                rows.leave_out(rows.names)
                code = "contact_details_dropped" if kind == "phone" else "hsds_places_left_out"
                rows.skip(code, list(rows), found="phone numbers")
        for rows in self.of("service_at_location"):
            rows.skip("file_joined", list(rows), found="the agencies of their services")
        return drafts

    def _services(self) -> tuple[dict[str, list[str]], dict[str, str]]:
        """The names of each organization's services, and the organization of each service."""
        found: dict[str, list[str]] = {}
        home: dict[str, str] = {}
        known = self._organizations()
        for rows in self.of("service"):
            self._read_services(rows, found, home, known)
        return found, home

    def _read_services(
        self,
        rows: HeaderRows,
        found: dict[str, list[str]],
        home: dict[str, str],
        known: set[str] | None,
    ) -> None:
        _drop_contact(rows)
        for at in rows:
            home[rows.cell(at, "id")] = rows.cell(at, "organization_id")
        gone = [at for at in rows if rows.cell(at, "status").lower() in _INACTIVE]
        rows.skip("hsds_not_active", gone)
        for at in list(rows):
            name = rows.cell(at, "name").replace(";", ",")
            if name and name not in found.setdefault(rows.cell(at, "organization_id"), []):
                found[rows.cell(at, "organization_id")].append(name)
        for at in list(rows):
            if not rows.cell(at, "organization_id") or (
                known is not None and rows.cell(at, "organization_id") not in known
            ):
                rows.ledger.add("hsds_no_organization", at, column="organization_id")
        if known is not None:
            rows.skip("file_joined", list(rows), found="their agencies")
        rows.note_not_kept(("id", "organization_id", "name", "status", *_CONTACT))

    def _organizations(self) -> set[str] | None:
        sheets = self.of("organization")
        return {rows.cell(at, "id") for rows in sheets for at in rows} if sheets else None

    def _agencies(self, rows: HeaderRows, services: Mapping[str, Sequence[str]]) -> Draft:
        _drop_contact(rows)
        draft = Draft("agencies", ("agency_id", "name", "services", "alternate_names"), rows.ledger)
        for at in rows:
            found = ";".join(services.get(rows.cell(at, "id"), ()))
            other = rows.cell(at, "alternate_name")
            draft.add(at, rows.cell(at, "id"), rows.cell(at, "name"), found, other)
        rows.note_not_kept(("id", "name", "alternate_name", *_CONTACT))
        return draft

    def _agencies_of_services(
        self, rows: HeaderRows, services: Mapping[str, Sequence[str]], seen: set[str]
    ) -> Draft:
        """Agencies known by their services only: one row each, from its first service."""
        draft = Draft("agencies", ("agency_id", "services"), rows.ledger)
        joined: list[int] = []
        for at in list(rows):
            home = rows.cell(at, "organization_id")
            if home in seen:
                joined.append(at)
            else:
                seen.add(home)
                draft.add(at, home, ";".join(services.get(home, ())))
        rows.skip("file_joined", joined, found="the first service of their agency")
        return draft

    def _people(
        self, rows: HeaderRows, of_service: Mapping[str, str], of_place: Mapping[str, str]
    ) -> Draft:
        _drop_contact(rows)
        rows.skip("hsds_contact_without_name", [at for at in rows if not rows.cell(at, "name")])
        columns = ("person_id", "name", "agency_id", "role", "office")
        draft = Draft("people", columns, rows.ledger)
        for at in list(rows):
            home = (
                rows.cell(at, "organization_id")
                or of_service.get(rows.cell(at, "service_id"), "")
                or of_place.get(rows.cell(at, "service_at_location_id"), "")
                or of_place.get(rows.cell(at, "location_id"), "")
            )
            if not home:
                rows.ledger.add("hsds_no_organization", at, column="organization_id")
                continue
            title, office = rows.cell(at, "title"), rows.cell(at, "department")
            draft.add(at, rows.cell(at, "id"), rows.cell(at, "name"), home, title, office)
        used = ("id", "name", "title", "department", "organization_id", "service_id",
                "service_at_location_id", "location_id")  # fmt: skip
        rows.note_not_kept((*used, *_CONTACT))
        return draft

    def _of_place(self, of_service: Mapping[str, str]) -> dict[str, str]:
        """The organization of each place, and of each service at a place."""
        found: dict[str, str] = {}
        for rows in self.of("service_at_location"):
            for at in rows.at:
                found[rows.cell(at, "id")] = of_service.get(rows.cell(at, "service_id"), "")
        for rows in self.of("location"):
            for at in rows.at:
                found[rows.cell(at, "id")] = rows.cell(at, "organization_id")
        return {place: home for place, home in found.items() if place and home}


def _drop_contact(rows: HeaderRows) -> None:
    names = [name for name in rows.names if name.lower() in _CONTACT]
    count = sum(bool(rows.cell(at, name)) for at in rows.at for name in names)
    rows.leave_out(names)
    if count:
        rows.ledger.add("contact_details_dropped", count=count, found=", ".join(names))
