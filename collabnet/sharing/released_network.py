"""A network as it may be handed to researchers: who is who can't be told."""

from collections import Counter
from dataclasses import InitVar, dataclass, field
from typing import Any, Literal

from collabnet.model.network import Network, Tie
from collabnet.risk.assessment import Assessment
from collabnet.sharing.audiences import NOTICES, Audience, check_audience
from collabnet.sharing.field_words import sector_words
from collabnet.sharing.neighbourhoods import smallest_group
from collabnet.sharing.pseudonyms import pseudonyms
from collabnet.sharing.released import SEAL
from collabnet.sharing.sector_map import NO_SECTOR, sector_map
from collabnet.sharing.suppression import cells_of
from collabnet.sharing.uniqueness import Uniqueness, uniqueness

Level = Literal["people", "agencies", "sectors"]
SECTOR = "sector"


@dataclass(frozen=True)
class ReleasedNetwork:
    """A network without names, and why it is as coarse as it is.

    Attributes
    ----------
    audience, notice : for whom, and the line that says so
    level : what an actor is
    network : without direction and strengths; actors under pseudonyms, or sectors
    report : how far the people could be told apart if they were the actors; None where not asked
    reasons : in sentences
    """

    audience: Audience
    notice: str
    level: Level
    network: Network
    report: Uniqueness | None
    reasons: tuple[str, ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_network(assessment)."
            )


def release_network(assessment: Assessment, audience: str, nonce: str) -> ReleasedNetwork:
    """Give the network that an audience may have: the finest in which nobody stands out.

    For partners the people, else the agencies, are actors under pseudonyms where each looks
    like two others or more to a reader who knows of everybody in the diagram how many contacts
    each has, and around somebody every contact up to two steps away; their sector goes along if
    that is so with the sector too. Otherwise, and for the public always, sectors are the actors.
    Ties have neither direction nor strength, and no kind: each says that there is contact.

    Parameters
    ----------
    assessment : Assessment
    audience : "partner" or "public"
    nonce : the secret of the pseudonyms; the same one makes the same network

    Raises
    ------
    CollabnetError
        If there is no such audience, or the nonce is none.

    Examples
    --------
    >>> import collabnet as cn
    >>> release_network(cn.assess(cn.load("sample:site_b")), "partner", "0" * 64).level
    'sectors'
    """
    chosen = check_audience(audience)
    if chosen == "public":
        said = "For the public, sectors are the actors."
        return _released(chosen, "sectors", _sectors(assessment), None, said)
    report = None
    for level in ("people", "agencies"):
        bare = contacts(assessment, level)
        if len(bare.actor_ids) < 1:
            continue
        for shown in ((SECTOR,), ()):
            found = uniqueness(bare, attributes=shown)
            report = report or found
            k = smallest_group(bare, found.groups, fewest=found.fewest) if found.is_safe else None
            if k and k >= found.fewest:
                said = (
                    f"Each of these {level} looks like {k - 1} or more others, even to a reader "
                    "who knows every contact up to two steps away. Who knows more may tell them "
                    "apart."
                )
                made = _renamed(bare, nonce, shown)
                return _released(chosen, level, made, report, said)
    said = "Someone stands out among the people, and among the agencies: so sectors are the actors."
    return _released(chosen, "sectors", _sectors(assessment), report, said)


def contacts(assessment: Assessment, level: Literal["people", "agencies"]) -> Network:
    """Build the diagram of who is in contact with whom: one line for a pair, sectors beside.

    Referrals join people only where their count may be shown: who carries a small one isn't told.
    """
    coalition = assessment.coalition
    told = coalition.referrals["row"].isin(_told_rows(assessment, level))
    kept = coalition.referrals[told].reset_index(drop=True)
    full = coalition.with_tables(referrals=kept).network(level=level)
    pairs = sorted({tuple(sorted((str(u), str(v)))) for u, v, _, _ in full.keyed_ties if u != v})
    actors = [
        (actor, {SECTOR: sector_words(str(values.get(SECTOR) or "")) or NO_SECTOR})
        for actor, values in full.named_actors
    ]
    ties: list[Tie] = [(pair[0], pair[1], 0, {}) for pair in pairs]
    return Network(actors, ties, is_directed=False, is_multigraph=False)


def _told_rows(assessment: Assessment, level: Literal["people", "agencies"]) -> set[int]:
    """The rows of the log from which it may be told who is in contact."""
    return {
        row.row
        for cell in cells_of(assessment.rows)
        if level == "agencies" or not cell.is_hidden
        for row in cell.rows
    }


def _released(
    audience: Audience, level: Level, network: Network, report: Uniqueness | None, said: str
) -> ReleasedNetwork:
    return ReleasedNetwork(audience, NOTICES[audience], level, network, report, (said,), seal=SEAL)


def _renamed(network: Network, nonce: str, shown: tuple[str, ...]) -> Network:
    """Give actors pseudonyms; rows are sorted by these, so that their order tells nothing."""
    new = pseudonyms((str(actor) for actor in network.actor_ids), nonce)
    values = {str(actor): told for actor, told in network.named_actors}
    actors = [(name, {one: values[old][one] for one in shown}) for old, name in new.items()]
    pairs = sorted(tuple(sorted((new[str(u)], new[str(v)]))) for u, v, _, _ in network.keyed_ties)
    ties: list[Tie] = [(pair[0], pair[1], 0, {}) for pair in pairs]
    return Network(actors, ties, is_directed=False, is_multigraph=False)


def _sectors(assessment: Assessment) -> Network:
    """The block picture as a network: what joins two sectors, and what that rests on."""
    drawn: dict[str, list[dict[str, Any]]] = sector_map(assessment)
    labels = {row["id"]: str(row["label"]) for row in drawn["agencies"]}
    seen: Counter[tuple[str, str]] = Counter()
    ties: list[Tie] = []
    for tie in drawn["ties"]:
        pair = labels[tie["from"]], labels[tie["to"]]
        ties.append((*pair, seen[pair], {"basis": tie["basis"], "quality": tie["quality"]}))
        seen[pair] += 1
    return Network([(label, {}) for label in labels.values()], ties, is_directed=False)
