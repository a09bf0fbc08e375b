"""FHIR R4: ServiceRequest and Task to referrals, organizations to agencies, roles to people.

References to patients are never stored, nor is anything that says where people can be reached.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from collabnet.data.issues import Facts, Ledger, listed
from collabnet.data.options import Answers
from collabnet.data.readers.fhir_resources import (
    End,
    Entry,
    Resource,
    Resources,
    coded,
    concept,
    items,
    read_entries,
    text_of,
    typed,
    words_for,
)
from collabnet.data.sources.opened import Draft, Ledgers, Opened, Program

REQUESTS = ("ServiceRequest", "Task")
_LOOKED_AT = 200_000
_COLUMNS = (
    "referral_id", "date", "from_person", "from_agency", "to_agency", "to_person", "service",
    "status", "status_date",
)  # fmt: skip
_STATUS = {
    "ServiceRequest": {
        "active": "made", "on-hold": "waitlisted", "revoked": "cancelled", "completed": "served",
        "unknown": "open",
    },
    "Task": {
        "requested": "made", "received": "acknowledged", "accepted": "accepted",
        "rejected": "declined", "ready": "accepted", "cancelled": "cancelled",
        "in-progress": "accepted", "on-hold": "waitlisted", "failed": "closed_unreached",
        "completed": "served",
    },
}  # fmt: skip
_CONTACT = ("telecom", "address", "photo", "birthDate", "gender")


def recognise(opened: Opened) -> float:
    """Tell by the types of the resources that it names."""
    start = opened.text[:_LOOKED_AT]
    if not start.lstrip("\ufeff \t\r\n").startswith(("{", "[")) or '"resourceType"' not in start:
        return 0.0
    return 1.0 if any(f'"{kind}"' in start for kind in REQUESTS) else 0.6


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate the requests of a file."""
    ledger = ledgers.of()
    entries = read_entries(opened.text, ledger)
    if entries is None:
        return []
    if not any(entry.kind in REQUESTS for entry in entries):
        kinds = Counter(entry.kind or "no type" for entry in entries)
        ledger.add("fhir_nothing", found=listed(sorted(kinds)[:8]))
        return []
    return _Reader(Resources(entries), ledger, answers.text("", "service_text")).read()


FHIR = Program("fhir", "FHIR R4 ServiceRequest and Task", recognise, read)


@dataclass
class _Reader:
    resources: Resources
    ledger: Ledger
    service_text: str = ""
    skipped: dict[str, list[int]] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)
    only_typed: list[int] = field(default_factory=list)

    def read(self) -> list[Draft]:
        """Translate referrals first: agencies and people are positions after them."""
        requests = list(self.resources.of(*REQUESTS))
        others = list(self.resources.of("Organization", "Practitioner"))
        entries = [*requests, *others]
        self.ledger.rows = [entry.row for entry in entries]
        self.ledger.lines = [entry.line for entry in entries]
        self.ledger.n_read = len(entries)
        referrals = Draft("referrals", _COLUMNS, self.ledger)
        tasks = self._tasks(requests)
        originals: list[list[str]] = []
        for at, entry in enumerate(requests):
            task = tasks.get(id(entry.resource))
            sender = self.resources.end(entry.resource.get("requester"), entry.resource)
            receivers = self._receivers(entry, task)
            service = self._service(at, entry.resource)
            cells = _cells(entry, task, sender, receivers[0] if receivers else End(), service)
            originals.append(cells)
            if self._is_referral(at, entry) and self._has_ends(at, sender, receivers):
                referrals.add(at, *cells)
        agencies, people = self._rosters(others, len(requests), originals)
        self.ledger.originals, self.ledger.headers = originals, [_COLUMNS]
        self._tell()
        return [draft for draft in (agencies, people, referrals) if draft.cells]

    def _tasks(self, requests: Sequence[Entry]) -> dict[int, Resource]:
        """The last task of each request; tasks of a request are no referrals of their own."""
        found: dict[int, Resource] = {}
        joined = []
        for at, entry in enumerate(requests):
            if entry.kind != "Task":
                continue
            focus = [entry.resource.get("focus"), *items(entry.resource.get("basedOn"))]
            request = next(
                filter(None, (self.resources.find(one, entry.resource) for one in focus)), None
            )
            if request is None or text_of(request.get("resourceType")) != "ServiceRequest":
                continue
            joined.append(at)
            if text_of(entry.resource.get("status")) == "entered-in-error":
                continue
            before = found.get(id(request))
            if before is None or _changed(before) <= _changed(entry.resource):
                found[id(request)] = entry.resource
        if joined:
            self.ledger.skipped.update(joined)
            self.ledger.add("fhir_task_joined", joined[0], count=len(joined))
        return found

    def _receivers(self, entry: Entry, task: Resource | None) -> list[End]:
        """Who receives: the owner of the task, else the performers; one of each agency."""
        sides = [(task.get("owner"), task)] if task is not None else []
        if entry.kind == "Task":
            sides.append((entry.resource.get("owner"), entry.resource))
        sides = [side for side in sides if side[0]]
        if not sides:
            performers = items(entry.resource.get("performer"))
            sides = [(one, entry.resource) for one in performers]
        ends = [self.resources.end(one, inside) for one, inside in sides]
        by_agency = {end.agency: end for end in reversed(ends)}
        return list(reversed(by_agency.values()))

    def _is_referral(self, at: int, entry: Entry) -> bool:
        one = entry.resource
        why = ""
        if at in self.ledger.skipped:
            return False
        if text_of(one.get("status")) == "entered-in-error":
            why = "entered in error"
        elif text_of(one.get("status")) == "draft":
            why = "a draft still"
        elif text_of(one.get("intent")) in ("proposal", "plan") or one.get("doNotPerform") is True:
            why = "a proposal or a plan, not a request"
        elif self.resources.kind_of(one.get("requester"), one) in ("Patient", "RelatedPerson"):
            why = "asked for by the patient, not by an agency"
        if why:
            self.skipped.setdefault(why, []).append(at)
            self.ledger.skipped.add(at)
        return not why

    def _has_ends(self, at: int, sender: End, receivers: Sequence[End]) -> bool:
        if len(receivers) > 1:
            found = listed([end.agency or end.shown for end in receivers])
            self.ledger.add("fhir_several_receivers", at, count=len(receivers), found=found)
            return False
        receiver = receivers[0] if receivers else End()
        for side, end in (("requester", sender), ("receiver", receiver)):
            if end.agency:
                continue
            if not end.kind:
                self.ledger.add("fhir_no_end", at, side=side)
            else:
                why = f": it has {end.several}" if end.several > 1 else ""
                told: Facts = {"value": end.shown, "side": side, "why": why}
                self.ledger.add("fhir_no_agency", at, **told)
            return False
        return True

    def _rosters(
        self, others: Sequence[Entry], first: int, originals: list[list[str]]
    ) -> tuple[Draft, Draft]:
        agencies = Draft("agencies", ("agency_id", "name", "alternate_names"), self.ledger)
        people = Draft("people", ("person_id", "name", "agency_id", "role"), self.ledger)
        homes = self._homes()
        n_contact = 0
        for at, entry in enumerate(others, first):
            one, name = entry.resource, text_of(entry.resource.get("id"))
            n_contact += sum(1 for key in _CONTACT if one.get(key))
            if entry.kind == "Organization":
                alias = one.get("alias")
                other = [text_of(word) for word in alias] if isinstance(alias, list) else []
                cells = [name, text_of(one.get("name")), ";".join(filter(None, other))]
                draft = agencies
            else:
                home, role = homes.get(name, ("", ""))
                cells = [name, words_for(one), home, role]
                draft = people
            originals.append([*cells, *[""] * (len(_COLUMNS) - len(cells))])
            if draft is people and not cells[2]:
                self.ledger.add("fhir_no_agency", at, side="practitioner", value=name, why="")
            elif not name:
                self.skipped.setdefault("without an id", []).append(at)
                self.ledger.skipped.add(at)
            else:
                draft.add(at, *cells)
        if n_contact:
            told = "phones, addresses and the like"
            self.ledger.add("contact_details_dropped", count=n_contact, found=told)
        return agencies, people

    def _homes(self) -> dict[str, tuple[str, str]]:
        """The first agency and role of each practitioner."""
        homes: dict[str, tuple[str, str]] = {}
        for entry in self.resources.of("PractitionerRole"):
            one = entry.resource
            person = self.resources.name_of(one.get("practitioner"), one)
            agency = self.resources.name_of(one.get("organization"), one)
            if person and agency:
                homes.setdefault(person, (agency, concept(one.get("code"))))
        return homes

    def _service(self, at: int, one: Resource) -> str:
        """What was asked for, in the words of a code system: typed ones may name the client."""
        found, words = coded(one.get("code")), typed(one.get("code"))
        if words and not found:
            if self.service_text == "keep":
                return words
            self.only_typed.append(at)
        elif words:
            self.dropped.append(at)
        return found or coded(one.get("category"))

    def _tell_services(self) -> None:
        dropped = [at for at in self.dropped if at not in self.ledger.skipped]
        only_typed = [at for at in self.only_typed if at not in self.ledger.skipped]
        if only_typed and not self.service_text:
            self.ledger.add("fhir_service_typed", only_typed[0], count=len(only_typed))
        elif only_typed:
            dropped += only_typed
        if dropped:
            self.ledger.add("fhir_text_left_out", min(dropped), count=len(dropped))

    def _tell(self) -> None:
        self._tell_services()
        for why, found in self.skipped.items():
            self.ledger.add("fhir_skipped", found[0], count=len(found), found=why)
        subjects = sum(
            1 for entry in self.resources.of(*REQUESTS)
            for key in ("subject", "for") if entry.resource.get(key)
        )  # fmt: skip
        if subjects:
            self.ledger.add("fhir_patients_left_out", count=subjects)


def _cells(
    entry: Entry, task: Resource | None, sender: End, receiver: End, service: str
) -> list[str]:
    one = entry.resource
    kind, told = (entry.kind, one) if task is None else ("Task", task)
    status = text_of(told.get("status"))
    return [
        text_of(one.get("id")) or _identifier(one), _day(one), sender.person, sender.agency,
        receiver.agency, receiver.person, service,
        _STATUS[kind].get(status, status), _changed(told) if kind == "Task" else "",
    ]  # fmt: skip


def _changed(one: Resource) -> str:
    return text_of(one.get("lastModified")) or _day(one)


def _day(one: Resource) -> str:
    """The day of a request: when it was written, else when it was to be done."""
    period = next(iter(items(one.get("occurrencePeriod"))), {})
    span = next(iter(items(one.get("executionPeriod"))), {})
    found = (
        one.get("authoredOn"), one.get("occurrenceDateTime"), period.get("start"),
        span.get("start"), one.get("lastModified"),
    )  # fmt: skip
    return next((text_of(day) for day in found if text_of(day)), "")


def _identifier(one: Resource) -> str:
    return next((text_of(each.get("value")) for each in items(one.get("identifier"))), "")
