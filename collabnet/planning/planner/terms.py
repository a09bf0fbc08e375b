"""What a plan is asked for: how many changes, of which kinds, at what effort, of whom not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.settings import EFFORTS
from collabnet.planning.planner.candidates import KINDS

MOST_CHANGES = 20
MOST_EFFORT = 1000.0
RANKINGS = ("effort", "volume")
UNIT = "half-days of meetings"


@dataclass(frozen=True)
class Terms:
    """The terms of a plan, those of coalition.toml included; see :func:`collabnet.plan`."""

    changes: int
    efforts: Mapping[str, float] = field(default_factory=lambda: dict(EFFORTS))
    contact_worth: float = 6.0
    kinds: tuple[str, ...] = KINDS
    takeover: float | None = None
    at_most_per_person: int | None = None
    not_people: tuple[str, ...] = ()
    rank_by: str = "effort"


def terms_of(
    coalition: Coalition,
    changes: int,
    kinds: Collection[str] | None,
    efforts: Mapping[str, float] | None,
    takeover: float | None,
    at_most_per_person: int | None,
    not_people: Collection[str],
    rank_by: str,
) -> Terms:
    """Put the terms together; refuse what can't be."""
    stated = coalition.settings.planning
    if not _is_whole(changes) or not 1 <= changes <= MOST_CHANGES:
        raise CollabnetError(
            f"A plan needs a number of changes from 1 to {MOST_CHANGES}; got {changes!r}. Ask "
            "for three: few are done."
        )
    if takeover is not None and not (_is_number(takeover) and 0 <= takeover <= 1):
        raise CollabnetError(
            "A plan needs the share that colleagues take over, a number from 0 to 1; got "
            f"{takeover!r}. Leave it out for the middle of what is assumed."
        )
    if at_most_per_person is not None and not (
        _is_whole(at_most_per_person) and at_most_per_person >= 1
    ):
        raise CollabnetError(
            "A plan needs a whole number from 1 of changes for one person; got "
            f"{at_most_per_person!r}. Leave it out for no limit, or name people of whom nothing "
            "is asked."
        )
    if rank_by not in RANKINGS:
        raise unknown_name("ranking", rank_by, RANKINGS, "A plan ranks by effort or by volume.")
    return Terms(
        changes=changes,
        efforts={**stated.efforts, **_efforts(efforts or {})},
        contact_worth=stated.contact_worth,
        kinds=_kinds(kinds),
        takeover=takeover,
        at_most_per_person=at_most_per_person or stated.at_most_per_person,
        not_people=_people(coalition, (*stated.not_people, *not_people), not_people),
        rank_by=rank_by,
    )


def _kinds(kinds: Collection[str] | None) -> tuple[str, ...]:
    if isinstance(kinds, str):
        kinds = (kinds,)
    if kinds is None:
        return KINDS
    for kind in kinds:
        if kind not in KINDS:
            raise unknown_name("kind of change", kind, KINDS, f"Kinds are {', '.join(KINDS)}.")
    if not kinds:
        raise CollabnetError(
            f"A plan needs a kind of change; none came. Kinds are {', '.join(KINDS)}."
        )
    return tuple(kind for kind in KINDS if kind in kinds)


def _efforts(efforts: Mapping[str, float]) -> dict[str, float]:
    for kind, effort in efforts.items():
        if kind not in EFFORTS:
            known = tuple(EFFORTS)
            raise unknown_name("effort", kind, known, f"Efforts are of {', '.join(known)}.")
        if not _is_number(effort) or not 0 < effort <= MOST_EFFORT:
            raise CollabnetError(
                f"An effort needs {UNIT}, a number above 0 and at most {MOST_EFFORT:g}; "
                f"{kind} has {effort!r}. State what it would take."
            )
    return {kind: float(effort) for kind, effort in efforts.items()}


def _people(
    coalition: Coalition, people: Collection[str], given: Collection[str]
) -> tuple[str, ...]:
    """Everybody left out; only an id given here is refused if nobody has it: people leave."""
    known = coalition.people["person_id"].tolist()
    for person in given:
        if person not in known:
            where = f"Ids of {coalition.settings.name} stand in people.csv."
            raise unknown_name("person", person, known, where, coalition.names)
    return tuple(sorted(set(people)))


def _is_whole(value: Any) -> bool:  # noqa: ANN401 - whatever was given
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:  # noqa: ANN401 - whatever was given
    return isinstance(value, int | float) and not isinstance(value, bool)
