"""Whom a third of the network can call in writing, and what a successor would inherit."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import CONTACT_KINDS, USABLE
from collabnet.risk.basis import BasisOf
from collabnet.risk.contacts import PairContacts
from collabnet.risk.rows import end_kinds

SHARE = 1 / 3
"""Formal usable contacts to at least this share of the actors make a hub."""
SEVERAL = 3
"""An agency that so many others reach through one person only has a single point of contact."""

Row = tuple[str, int]
"""A file and the row in it."""

_PARTS = ("formal", "passes", "may_pass", "not_named", "no_agreement", "informal", "unknown")


@dataclass(frozen=True)
class Hub:
    """A person with formal contacts to at least a third of the actors that have ties.

    Attributes
    ----------
    person, agency : str
    formal : alters (ids) with a formal usable contact
    passes : alters whose contact is expected to pass to a successor: an agreement in use
        between the two agencies names the position
    may_pass : alters where the agreement doesn't say whether it names the position
    not_named : alters whose agreement doesn't name the position: these leave with the person
    no_agreement : formal contacts for which no agreement is on record
    informal : alters reached by informal contacts only; these leave with the person
    unknown : alters reached by contacts of unknown basis only
    n_actors : actors, positions included, with a tie of any quality
    """

    person: str
    agency: str
    formal: tuple[str, ...]
    passes: tuple[str, ...]
    may_pass: tuple[str, ...]
    not_named: tuple[str, ...]
    no_agreement: tuple[str, ...]
    informal: tuple[str, ...]
    unknown: tuple[str, ...]
    n_actors: int
    rows: tuple[Row, ...]
    statuses: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it has formal contacts to a third of the actors."""
        return len(self.formal) >= SHARE * self.n_actors


def find_hubs(coalition: Coalition, *, without: Collection[str] = ()) -> tuple[Hub, ...]:
    """Find the hubs, by id; groups, positions and people outside are never hubs.

    ``without`` leaves out ties with these statuses of evidence.
    """
    ties = coalition.ties
    ties = ties[~ties["status"].isin(list(without))]
    actors = set(ties["from_id"]) | set(ties["to_id"])
    usable = ties[ties["kind"].isin(CONTACT_KINDS) & ties["quality"].isin(USABLE)]
    alters: defaultdict[str, defaultdict[str, list[tuple[str, Row, str]]]]
    alters = defaultdict(lambda: defaultdict(list))
    for source, target, basis, file, row, status in records(
        usable, "from_id", "to_id", "basis", "file", "row", "status"
    ):
        if source != target:
            alters[source][target].append((basis, (file, row), status))
            alters[target][source].append((basis, (file, row), status))
    kind_of = end_kinds(coalition)
    basis_of = BasisOf(coalition)
    found = []
    for person in sorted(alters):
        if kind_of[person] == "person" and person not in coalition.outside:
            hub = _hub(coalition, person, alters[person], len(actors), basis_of)
            if hub.is_wide:
                found.append(hub)
    return tuple(found)


def reached_only_through(hub: Hub, contacts: Sequence[PairContacts]) -> tuple[str, ...]:
    """Give the agencies that reach a hub's agency, if each of them does so through the hub alone.

    By usable direct ties of any kind, log rows included. None if fewer than three are in touch, or
    if anybody else, or a position, at the hub's agency is.
    """
    touching = [one for one in contacts if hub.agency in one.pair and one.usable]
    others = [one for one in touching if not one.is_inside]
    alone = [one for one in others if (hub.agency, hub.person) in one.single]
    if len(alone) < max(SEVERAL, len(others)):
        return ()
    return tuple(sorted(end for one in alone for end in one.pair if end != hub.agency))


def _hub(
    coalition: Coalition,
    person: str,
    alters: dict[str, list[tuple[str, Row, str]]],
    n_actors: int,
    basis_of: BasisOf,
) -> Hub:
    home = coalition.agencies_of[person][0]
    parts: dict[str, list[str]] = defaultdict(list)
    for alter, reports in sorted(alters.items()):
        other = coalition.agencies_of[alter][0]
        said = {basis_of.of_contact(home, other, tie, "").form for tie, _, _ in reports}
        if "formal" not in said:
            parts["informal" if said == {"informal"} else "unknown"].append(alter)
            continue
        parts["formal"].append(alter)
        basis = basis_of.of_contact(home, other, "formal", "")
        heir = {"yes": "passes", "unknown": "may_pass", "no": "not_named"}[basis.passes]
        parts[heir if basis.agreements else "no_agreement"].append(alter)
    rows = sorted({row for reports in alters.values() for _, row, _ in reports})
    statuses = sorted({status for reports in alters.values() for _, _, status in reports})
    listed = {name: tuple(parts[name]) for name in _PARTS}
    return Hub(
        person=person,
        agency=home,
        n_actors=n_actors,
        rows=tuple(rows),
        statuses=tuple(statuses),
        **listed,
    )
