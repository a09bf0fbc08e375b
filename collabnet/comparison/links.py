"""The links of two sites side by side: each pathway with its counterpart, and those without."""

from dataclasses import dataclass

from collabnet.comparison.align import Alignment
from collabnet.comparison.conditions import Conditions, Verdict
from collabnet.comparison.figures import named_too_few, rarefied, who_is_not_known
from collabnet.comparison.one_site import OneSite
from collabnet.comparison.rarefaction import Rarefied
from collabnet.risk.pathways import Pathway

Sides = tuple[Rarefied, Rarefied] | None


@dataclass(frozen=True)
class LinkPair:
    """A link between two agencies of one site, and the same link of the other site.

    Attributes
    ----------
    a, b : the pathways of all services together; None where there is none, though both agencies
        have counterparts
    a_pair, b_pair : ids of the two agencies in each site
    """

    a_pair: tuple[str, str]
    b_pair: tuple[str, str]
    a: Pathway | None
    b: Pathway | None

    @property
    def few(self) -> tuple[int, ...]:
        """Which sites, 0 for the first, have too few referrals on the link to compare it."""
        both = enumerate((self.a, self.b))
        return tuple(place for place, one in both if one is not None and one.is_thin)

    @property
    def sending(self) -> Sides:
        """People expected in as many referrals as the smaller pathway has; None if too thin."""
        return self._rarefied("sending")

    @property
    def receiving(self) -> Sides:
        """The same on the side that receives."""
        return self._rarefied("receiving")

    def _rarefied(self, side: str) -> Sides:
        if self.a is None or self.b is None:
            return None
        one, other = (getattr(pathway, side) for pathway in (self.a, self.b))
        if self.few or not (self.a.is_log and self.b.is_log):
            return None
        return None if named_too_few(one) or named_too_few(other) else rarefied(one, other)


def link_verdict(link: LinkPair, conditions: Conditions) -> Verdict:
    """Say whether a link may be compared.

    Both sites must use it often enough, in the same months, and most referrals name somebody.
    """
    if conditions.log.comparable == "no":
        return conditions.log
    names = conditions.a.name, conditions.b.name
    for place, one in enumerate((link.a, link.b)):
        if one is None:
            return Verdict("no", f"only {names[1 - place]} uses it")
    if link.few:
        who = names[link.few[0]] if len(link.few) == 1 else "both sites"
        return Verdict("no", f"too few referrals in {who}")
    for name, one in zip(names, (link.a, link.b), strict=True):
        if one is not None and named_too_few(one.sending):
            return who_is_not_known(name, "senders")
        if one is not None and named_too_few(one.receiving):
            return who_is_not_known(name, "receivers")
    return conditions.log


def ends_by_one(pathway: Pathway) -> bool | None:
    """Whether one departure ends a link; None where that hangs on who isn't named."""
    worst, best = pathway.cut_sizes
    if worst != 1:
        return False
    return True if best == 1 else None


def link_pairs(a: OneSite, b: OneSite, alignment: Alignment) -> tuple[LinkPair, ...]:
    """Put the links together whose two agencies both have counterparts, in id order."""
    to_b = alignment.to_b
    to_a = {other: one for one, other in to_b.items()}
    pairs = {pair for pair in a.pathways if set(pair) <= set(to_b)}
    pairs |= {(to_a[x], to_a[y]) for x, y in b.pathways if {x, y} <= set(to_a)}
    found = []
    for x, y in sorted(pairs):
        there = to_b[x], to_b[y]
        found.append(LinkPair((x, y), there, a.pathways.get((x, y)), b.pathways.get(there)))
    return tuple(found)


def links_alone(site: OneSite, aligned: set[str]) -> tuple[Pathway, ...]:
    """Give the links of a site of which an agency has no counterpart, in id order."""
    return tuple(one for pair, one in sorted(site.pathways.items()) if not set(pair) <= aligned)
