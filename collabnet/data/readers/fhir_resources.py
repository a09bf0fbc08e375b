"""The resources of a FHIR bundle or NDJSON file, and who stands behind a reference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from collabnet.data.issues import Ledger
from collabnet.data.sources.json_text import as_text, parse_json

Resource = Mapping[str, Any]
_PATIENTS = ("Patient", "RelatedPerson", "Group")


@dataclass(frozen=True)
class Entry:
    """One resource: its place in the file, its address there, and what it holds."""

    row: int
    line: int
    url: str
    resource: Resource

    @property
    def kind(self) -> str:
        """The type of the resource."""
        return text_of(self.resource.get("resourceType"))


@dataclass
class End:
    """Who asks or is asked: an agency, and a person of it where one is named.

    Attributes
    ----------
    kind : what the reference leads to; empty where there is none
    several : how many organizations are behind a person without a role that says which
    """

    kind: str = ""
    agency: str = ""
    person: str = ""
    shown: str = ""
    several: int = 0


def read_entries(text: str, ledger: Ledger) -> list[Entry] | None:
    """Read a bundle, one resource, a list of them, or NDJSON; None when the file is refused."""
    if _is_ndjson(text):
        return _read_lines(text, ledger)
    found = parse_json(text, ledger)
    if found is None:
        return None
    if isinstance(found, dict) and found.get("resourceType") != "Bundle":
        return [Entry(1, 1, "", found)]
    listed = found.get("entry") if isinstance(found, dict) else found
    entries = []
    for at, one in enumerate(listed if isinstance(listed, list) else [], 1):
        if not isinstance(one, dict):
            continue
        inner = one.get("resource") if "resourceType" not in one else one
        if isinstance(inner, dict):
            entries.append(Entry(at, at, text_of(one.get("fullUrl")), inner))
    return entries


def _is_ndjson(text: str) -> bool:
    lines = [line for line in text[:1_000_000].splitlines() if line.strip()][:2]
    return len(lines) == 2 and all(
        line.lstrip("\ufeff ").startswith("{") and line.rstrip().endswith("}") for line in lines
    )


def _read_lines(text: str, ledger: Ledger) -> list[Entry] | None:
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        trial = Ledger(ledger.file)
        found = parse_json(line, trial)
        if not isinstance(found, dict) or not text_of(found.get("resourceType")):
            why = trial.problems[0].message if trial.problems else "it has no resourceType"
            ledger.add("fhir_bad_line", line=number, why=why.rstrip("."))
            return None
        entries.append(Entry(number, number, "", found))
    return entries


def text_of(value: object) -> str:
    """Give a value as trimmed text."""
    return as_text(value).strip()


def items(value: object) -> list[Resource]:
    """Give a list of objects, whether the file has one or several."""
    many = value if isinstance(value, list) else [value]
    return [one for one in many if isinstance(one, dict)]


def concept(value: object) -> str:
    """Give the words of a CodeableConcept: its text, else the first coding's name or code."""
    for one in items(value):
        codings = items(one.get("coding"))
        words = [text_of(one.get("text")), *(text_of(c.get("display")) for c in codings)]
        words += [text_of(coding.get("code")) for coding in codings]
        if found := next((word for word in words if word), ""):
            return found
    return ""


def coded(value: object) -> str:
    """Give the words of a code system for a CodeableConcept, never those that somebody typed."""
    codings = [coding for one in items(value) for coding in items(one.get("coding"))]
    words = [text_of(coding.get(key)) for key in ("display", "code") for coding in codings]
    return next(filter(None, words), "")


def typed(value: object) -> str:
    """Give the words of a CodeableConcept that somebody typed, where its codes don't say them."""
    for one in items(value):
        words = text_of(one.get("text"))
        displays = {text_of(coding.get("display")).lower() for coding in items(one.get("coding"))}
        if words and words.lower() not in displays:
            return words
    return ""


@dataclass
class Resources:
    """The resources of a file by address, and how references among them are resolved."""

    entries: Sequence[Entry]
    by_url: dict[str, Resource] = field(default_factory=dict)
    n_patients: int = 0

    def __post_init__(self) -> None:
        """Remember every resource under the addresses by which others may refer to it."""
        for entry in self.entries:
            name = f"{entry.kind}/{text_of(entry.resource.get('id'))}"
            for url in (entry.url, name):
                if url and not url.endswith("/"):
                    self.by_url.setdefault(url, entry.resource)
        self._roles: dict[str, set[str]] = {}
        for entry in self.of("PractitionerRole"):
            person = self.name_of(entry.resource.get("practitioner"), entry.resource)
            agency = self.name_of(entry.resource.get("organization"), entry.resource)
            if person and agency:
                self._roles.setdefault(person, set()).add(agency)

    def of(self, *kinds: str) -> Iterator[Entry]:
        """Give the resources of some types."""
        return (entry for entry in self.entries if entry.kind in kinds)

    def find(self, reference: object, inside: Resource) -> Resource | None:
        """Find what a reference leads to: in the file, or inside the resource that has it."""
        url = text_of(reference.get("reference")) if isinstance(reference, dict) else ""
        if url.startswith("#"):
            contained = items(inside.get("contained"))
            return next((one for one in contained if text_of(one.get("id")) == url[1:]), None)
        return self.by_url.get(url) or self.by_url.get(_tail(url))

    def name_of(self, reference: object, inside: Resource) -> str:
        """Give the id of what a reference leads to; else its own words for it."""
        if not isinstance(reference, dict):
            return ""
        found = self.find(reference, inside)
        if found is not None and _is_contained(reference):
            # Its id counts inside this one resource only.
            known = [text_of(one.get("value")) for one in items(found.get("identifier"))]
            return next(iter(known), "") or words_for(found) or text_of(reference.get("display"))
        if found is not None and text_of(found.get("id")):
            return text_of(found.get("id"))
        url = "" if _is_contained(reference) else text_of(reference.get("reference"))
        tail = _tail(url).rpartition("/")[2]
        number = [text_of(one.get("value")) for one in items(reference.get("identifier"))]
        return tail or next(iter(number), "") or text_of(reference.get("display"))

    def kind_of(self, reference: object, inside: Resource) -> str:
        """Give the type of what a reference leads to."""
        if not isinstance(reference, dict):
            return ""
        found = self.find(reference, inside)
        if found is not None:
            return text_of(found.get("resourceType"))
        stated = text_of(reference.get("type")).rpartition("/")[2]
        return stated or _tail(text_of(reference.get("reference"))).rpartition("/")[0]

    def end(self, reference: object, inside: Resource) -> End:
        """Say which agency and person stand behind a reference."""
        kind = self.kind_of(reference, inside)
        if kind in _PATIENTS:
            self.n_patients += 1
            return End(kind)
        name = self.name_of(reference, inside)
        found = self.find(reference, inside) or {}
        around = inside if _is_contained(reference) else found
        if kind in ("Organization", ""):
            return End(kind or ("Organization" if name else ""), agency=name, shown=name)
        if kind == "Practitioner":
            homes = sorted(self._roles.get(name, ()))
            agency = homes[0] if len(homes) == 1 else ""
            return End(kind, agency, name, name, len(homes))
        if kind == "PractitionerRole":
            return End(
                kind,
                self.name_of(found.get("organization"), around),
                self.name_of(found.get("practitioner"), around),
                name,
            )
        keys = ("providedBy", "managingOrganization", "owner")
        homes = [self.name_of(one, around) for key in keys for one in items(found.get(key))]
        return End(kind, next(iter(homes), ""), shown=name)


def _is_contained(reference: object) -> bool:
    url = reference.get("reference") if isinstance(reference, dict) else ""
    return text_of(url).startswith("#")


def words_for(one: Resource) -> str:
    """Give the name of an organization or a person."""
    if isinstance(one.get("name"), str):
        return text_of(one.get("name"))
    for name in items(one.get("name")):
        given = name.get("given")
        first = [text_of(word) for word in given] if isinstance(given, list) else []
        if found := text_of(name.get("text")) or " ".join([*first, text_of(name.get("family"))]):
            return found.strip()
    return ""


def _tail(url: str) -> str:
    """Type and id of an address, whatever server and version stand around them."""
    parts = url.partition("/_history")[0].split("/")
    return "/".join(parts[-2:]) if len(parts) > 1 else url
