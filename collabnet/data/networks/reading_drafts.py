"""A network that was read, as drafts of a coalition's tables."""

from collections.abc import Mapping, Sequence

from collabnet.data.header import known_names
from collabnet.data.networks.reading import NetworkReading, ReadActor, ReadTie
from collabnet.data.networks.tie_kinds import say_kinds
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.model.specs import TABLES, TableSpec
from collabnet.model.vocabulary import plain

UNKNOWN = "unknown"
_AGENCY_OF = ("agency_id", "agency", "organization", "organisation", "affiliation")
_KIND = ("kind", "actor_kind", "actor_type", "type")
_PERSON = ("person", "people", "individual", "group", "team")
_AGENCY = ("agency", "agencies", "organization", "organisation")
_NAMED = ("name", "label")


def network_drafts(reading: NetworkReading, answers: Answers | None = None) -> list[Draft]:
    """Give the actors of a network as drafts of agencies and people, and its ties as ties.

    An actor with an agency, or said to be a person, is a person. Where no actor says what it is,
    the answer ``actors`` does; agencies are taken meanwhile, and the ledger says so. Attributes
    with the name of a table's column become that column, others are kept. Ties that don't say
    what they are become contacts, or what the answer ``tie_kind`` says.
    """
    if reading.network is None:
        return []
    people, agencies = _sorted(reading, answers or Answers())
    drafts = []
    named = [(actor, _own(actor, "agency_id")) for actor in agencies]
    if rest := _agencies_of(people, {actor.actor_id for actor in agencies}, reading):
        named += rest
    if named:
        drafts.append(_draft("agencies", named, reading))
    if people:
        drafts.append(_draft("people", [(one, _person(one)) for one in people], reading))
    if reading.ties:
        drafts.append(_ties(reading.ties, reading, answers or Answers()))
    return drafts


def _sorted(reading: NetworkReading, answers: Answers) -> tuple[list[ReadActor], list[ReadActor]]:
    """The people and the agencies among the actors."""
    are_people = [is_person(actor) for actor in reading.actors]
    if all(one is None for one in are_people):
        answer = answers.text("", "actors")
        if not answer and reading.actors:
            told = {"count": len(reading.actors), "what": "agencies"}
            reading.ledger.add("actors_taken_as", **told)  # type: ignore[arg-type] # facts
        are_people = [answer == "people"] * len(are_people)
    pairs = list(zip(reading.actors, are_people, strict=True))
    return [actor for actor, one in pairs if one], [actor for actor, one in pairs if not one]


def is_person(actor: ReadActor) -> bool | None:
    """Tell whether the attributes of an actor call it a person; None where they don't say."""
    values = {plain(name): value.strip() for name, value in actor.attributes.items()}
    kinds = [plain(values[name]) for name in _KIND if values.get(name)]
    if any(kind in _PERSON for kind in kinds):
        return True
    if any(kind in _AGENCY for kind in kinds):
        return False
    if any(values.get(name) for name in _AGENCY_OF):
        return True
    return None


def _agency(actor: ReadActor) -> tuple[str, str]:
    """The attribute that names an actor's agency, and the agency."""
    by_name = {plain(name): name for name in reversed(actor.attributes)}
    for name in _AGENCY_OF:
        if name in by_name and (value := actor.attributes[by_name[name]].strip()):
            return by_name[name], value
    return "", UNKNOWN


def _agencies_of(
    people: Sequence[ReadActor], known: set[str], reading: NetworkReading
) -> list[tuple[ReadActor, dict[str, str]]]:
    """The agencies that only people name."""
    found: dict[str, tuple[ReadActor, dict[str, str]]] = {}
    for actor in people:
        agency = _agency(actor)[1]
        if agency not in known and agency not in found:
            found[agency] = (ReadActor(agency, {}, actor.at), {"agency_id": agency})
    lost = [actor for actor in people if not _agency(actor)[0]]
    if lost:
        told = {"count": len(lost), "what": UNKNOWN, "value": lost[0].actor_id}
        reading.ledger.add("agency_not_known", lost[0].at, **told)  # type: ignore[arg-type]
    return list(found.values())


def _person(actor: ReadActor) -> dict[str, str]:
    attribute, agency = _agency(actor)
    rest = {name: value for name, value in actor.attributes.items() if name != attribute}
    return {
        "person_id": actor.actor_id,
        "agency_id": agency,
        **_columns(rest, TABLES["people"], ("person_id", "agency_id")),
    }


def _own(actor: ReadActor, key: str) -> dict[str, str]:
    return {key: actor.actor_id, **_columns(actor.attributes, TABLES["agencies"], (key,))}


def _ties(ties: Sequence[ReadTie], reading: NetworkReading, answers: Answers) -> Draft:
    rows: list[tuple[int, dict[str, str]]] = []
    for tie in ties:
        row = {"source": tie.from_id, "target": tie.to_id}
        row["directed"] = "yes" if tie.is_directed else "no"
        if tie.relation:
            row["kind"] = tie.relation
        if tie.number == tie.number:
            row["strength"] = number_text(tie.number)
        rows.append((tie.at, row | _columns(tie.attributes, TABLES["ties"], tuple(row))))
    say_kinds([row for _, row in rows], reading.ledger, answers)
    return _filled("ties", rows, reading)


def _draft(
    table: str, rows: Sequence[tuple[ReadActor, dict[str, str]]], reading: NetworkReading
) -> Draft:
    return _filled(table, [(actor.at, values) for actor, values in rows], reading)


def _filled(
    table: str, rows: Sequence[tuple[int, Mapping[str, str]]], reading: NetworkReading
) -> Draft:
    names = tuple(dict.fromkeys(name for _, values in rows for name in values))
    draft = Draft(table, names, reading.ledger)
    for at, values in rows:
        draft.add(at, *(values.get(name, "") for name in names))
    return draft


def _columns(
    attributes: Mapping[str, str], spec: TableSpec, taken: Sequence[str]
) -> dict[str, str]:
    """Attributes under the names of the table's columns; a name already taken gets another."""
    known = known_names(spec)
    made: dict[str, str] = {}
    for name, value in attributes.items():
        # A column without a name could not be told from others.
        column = known.get(plain(name)) or name.strip() or "attribute"
        if plain(name) in _NAMED and "name" in known.values():
            column = "name"
        while plain(column) in {plain(one) for one in (*taken, *made)}:
            column = f"{column}_in_file"
        made[column] = value
    return made


def number_text(number: float) -> str:
    """Write a number so that reading it gives the same number.

    Examples
    --------
    >>> number_text(3.0), number_text(0.1)
    ('3', '0.1')
    """
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
