"""Give each finding its level: in how many versions of the data it would be made again."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from collabnet.model import Coalition
from collabnet.risk.contacts import PairContacts
from collabnet.risk.finding import Finding
from collabnet.risk.hubs import Hub, find_hubs
from collabnet.risk.pathways import Pathway
from collabnet.risk.rules import PATHWAY_RULES, SEVERITIES
from collabnet.risk.sure import (
    DEPENDS,
    LIKELY,
    LIKELY_FROM,
    MOST_UNSEEN,
    SOLID,
    SOLID_FROM,
    TOO_FEW,
    TOO_FEW_TO_TELL,
    WEAK_NOTE,
    Level,
    Sure,
)
from collabnet.risk.survey import NO_RANKING
from collabnet.risk.worlds.answers import Answers
from collabnet.risk.worlds.claims import Claim
from collabnet.risk.worlds.draws import Floats, Months, generator
from collabnet.risk.worlds.of_contacts import all_heard, none_holds, single_holds
from collabnet.risk.worlds.of_hubs import hub_holds
from collabnet.risk.worlds.of_pathways import PathwayDraws

_LEVELS: tuple[Level, ...] = (SOLID, LIKELY, DEPENDS, TOO_FEW_TO_TELL)
Shares = tuple[float, float]
"""Share of the worlds in which a claim holds, with what is missing filled in and without."""
_CLAIMS = {rule.name: rule.claim for rule in PATHWAY_RULES}


class Judge:
    """Says how sure the findings of a coalition are.

    Parameters
    ----------
    n_worlds : versions of the data to draw, 1 or more
    seed : with a finding's id it decides what is drawn for the finding
    near : of nearly the same coalition, drawn alike: equal pathways aren't tried again
    """

    def __init__(
        self,
        coalition: Coalition,
        pathways: Sequence[Pathway],
        contacts: Sequence[PairContacts],
        *,
        n_worlds: int,
        seed: int,
        near: "Judge | None" = None,
    ) -> None:
        self._coalition, self._n, self._seed = coalition, n_worlds, seed
        self._pathways = {
            (*one.pair, *(() if one.service is None else (one.service,))): one for one in pathways
        }
        self._contacts = {one.pair: one for one in contacts}
        self._confirmed = frozenset(coalition.settings.confirmed)
        self._tried: dict[str, tuple[Pathway, Floats, Shares]] = {}
        self._near = near if near is not None and near.draws_like(self) else None

    def draws_like(self, other: "Judge") -> bool:
        """Whether equal pathways have equal worlds in both."""
        mine, theirs = (
            (one._n, one._seed, one._confirmed, one._coalition.period) for one in (self, other)
        )
        return mine == theirs

    def judge(self, finding: Finding) -> Finding:
        """Give the finding with how sure it is."""
        if finding.kind == "pathway":
            sure = self._of_pathway(finding)
        elif finding.kind in ("contacts", "gaps"):
            sure = self._of_contacts(finding)
        elif finding.kind == "hub":
            sure = self._of_hub(finding)
        else:
            sure = finding.sure
        return replace(finding, sure=sure)

    @cached_property
    def _draws(self) -> PathwayDraws:
        period = self._coalition.period
        return PathwayDraws(
            self._pathways.values(),
            Months(period, self._n, self._seed),
            n_worlds=self._n,
            seed=self._seed,
            confirmed=self._confirmed,
        )

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self._coalition, tuple(self._contacts.values()))

    def _of_pathway(self, finding: Finding) -> Sure:
        pathway, claim = self._pathways[finding.subjects], _CLAIMS[finding.rule]
        if not pathway.is_log or claim is None:
            return finding.sure
        shares = self._shares(finding.id, pathway, claim)
        # Questions claim nothing; what nobody wrote down depends on those who know.
        cap = SOLID if finding.severity != "ask" else LIKELY if pathway.is_quiet else DEPENDS
        sure = pathway.pair in self._confirmed
        return _sure(finding.sure, self._n, shares, cap=cap, is_confirmed=sure)

    def _shares(self, name: str, pathway: Pathway, claim: Claim) -> Shares:
        """In how many worlds a pathway's claim holds, with the blanks filled in and without."""
        sent = self._draws.sent(pathway.from_agency)
        old = self._near._tried.get(name) if self._near is not None else None
        if old is not None and old[0] == pathway and np.array_equal(old[1], sent):
            shares = old[2]
        else:
            worlds = self._draws.worlds(pathway, name)
            held = seen = claim(next(worlds))
            # Blanks are read otherwise only where that decides the level.
            if held.mean() < LIKELY_FROM:
                seen = next((claim(one) for one in worlds), held)
            shares = float(held.mean()), float(seen.mean())
        self._tried[name] = pathway, sent, shares
        return shares

    def _of_contacts(self, finding: Finding) -> Sure:
        subjects = finding.subjects * 2 if len(finding.subjects) == 1 else finding.subjects
        pair = self._contacts[subjects[0], subjects[1]]
        sure = not self._confirmed.isdisjoint({pair.pair, pair.pair[::-1]})
        every = np.ones(self._n, dtype=bool)
        held, cap = (every, every), SOLID
        draw = generator(self._seed, finding.id)
        for name in _worst(finding):
            if name.startswith("single contact"):
                found = single_holds(pair, self._answers, draw, self._n, is_confirmed=sure)
                if not sure and not all_heard(pair, self._answers):
                    cap = _weaker(cap, LIKELY)
            elif name == "gap" and not pair.usable and not pair.is_inside:
                found = none_holds(pair, self._answers, draw, self._n)
                if not all_heard(pair, self._answers):
                    cap = _weaker(cap, LIKELY)
            else:
                found = every, every
                if set(finding.numbers["sides_asked"]) != set(pair.pair):
                    cap = _weaker(cap, LIKELY)
            held = held[0] & found[0], held[1] & found[1]
        if NO_RANKING in finding.sure.notes:
            cap = _weaker(cap, DEPENDS)
        shares = float(held[0].mean()), float(held[1].mean())
        return _sure(finding.sure, self._n, shares, cap=cap, is_confirmed=sure)

    def _of_hub(self, finding: Finding) -> Sure:
        draw = generator(self._seed, finding.id)
        hub = self._hubs[finding.subjects[0]]
        held = hub_holds(self._coalition, hub, self._answers, draw, self._n)
        # A third is a third of everybody: whoever is missing from it counts.
        cap = SOLID if self._answers.is_everybody_heard else LIKELY
        return _sure(finding.sure, self._n, (float(held.mean()), 1.0), cap=cap)

    @cached_property
    def _hubs(self) -> dict[str, Hub]:
        return {one.person: one for one in find_hubs(self._coalition)}


def level_of(sure: Sure, held: float, seen: float, *, cap: Level, is_confirmed: bool) -> Level:
    """Name the level of a finding that holds in a share of the worlds.

    Parameters
    ----------
    held, seen : share of the worlds with what is missing filled in, and without
    cap : the best level that it can have
    is_confirmed : whether those concerned said that nobody else carries the link

    Examples
    --------
    >>> few = Sure("not assessed yet", n_named=8, unseen_share_up_to=0.31)
    >>> level_of(few, 0.97, 0.97, cap=SOLID, is_confirmed=False)
    'likely'
    >>> level_of(few, 0.97, 0.97, cap=SOLID, is_confirmed=True)
    'solid'
    """
    if sure.n_named is not None and sure.n_named < TOO_FEW:
        return TOO_FEW_TO_TELL
    is_bounded = sure.unseen_share_up_to is None or sure.unseen_share_up_to <= MOST_UNSEEN
    if held >= SOLID_FROM and (is_bounded or is_confirmed):
        return _weaker(SOLID, cap)
    if held >= LIKELY_FROM:
        return _weaker(LIKELY, cap)
    return DEPENDS if seen >= LIKELY_FROM else TOO_FEW_TO_TELL


def _sure(
    sure: Sure, n_worlds: int, shares: Shares, *, cap: Level = SOLID, is_confirmed: bool = False
) -> Sure:
    if any(note.startswith(WEAK_NOTE) for note in sure.notes):
        cap = _weaker(cap, LIKELY)
    level = level_of(sure, *shares, cap=cap, is_confirmed=is_confirmed)
    return replace(
        sure, level=level, holds_in=shares[0], n_worlds=n_worlds, is_confirmed=is_confirmed
    )


def _worst(finding: Finding) -> list[str]:
    """The reasons of a finding that make its severity."""
    parts = finding.numbers["parts"]
    worst = min(SEVERITIES.index(part["severity"]) for part in parts)
    return [part["name"] for part in parts if SEVERITIES.index(part["severity"]) == worst]


def _weaker(one: Level, other: Level) -> Level:
    return _LEVELS[max(_LEVELS.index(one), _LEVELS.index(other))]
