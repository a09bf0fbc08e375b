"""The chance that a pathway is gone altogether: every row has lost an end."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import prod

import numpy as np

from collabnet.engine.scenarios.blocks import ALL, Words, pattern_weights, patterns, weight_of
from collabnet.engine.scenarios.draw import count_bits, draw_left, draw_until
from collabnet.risk.rows import End

EXACT_TO = 20
"""Up to so many people every combination of departures is counted out."""

Pair = tuple[End, End]
Chance = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Gone:
    """Chance that a link is gone, with the chance that each side is emptied.

    ``standard_error`` and ``draws`` are 0 where the chance is exact.
    """

    chance: float
    sending: float
    receiving: float
    standard_error: float = 0.0
    draws: int = 0


def chance_gone(rows: Iterable[tuple[End, End, bool]], p: Chance, *, seed: int = 0) -> Gone:
    """Chance that every row of a pathway loses an end, each person leaving with their chance.

    A row that passes to a successor (third item true), or stands between ends that can't
    leave, keeps the link. Exact on the actual rows when one side has at most 20 people, or
    both sides together where somebody stands on both; beyond, seeded draws until the standard
    error is 0.0025 or less. For a complete pathway with s carriers and r receivers it is
    1 - (1 - p^s)(1 - p^r).

    Examples
    --------
    >>> carriers, receiver = [End(f"O{i}", "person") for i in range(3)], End("I1", "person")
    >>> p = dict.fromkeys(["O0", "O1", "O2", "I1"], 0.2)
    >>> found = chance_gone([(carrier, receiver, False) for carrier in carriers], p)
    >>> round(found.chance, 4), round(found.sending, 4), round(found.receiving, 4)
    (0.2064, 0.008, 0.2)
    """
    kept = list(rows)
    lossy = {(s, r) for s, r, passes in kept if not passes}
    stays = any(passes for _, _, passes in kept) or any(
        s.kind != "person" and r.kind != "person" for s, r in lossy
    )
    if stays or not lossy:
        return Gone(0.0, 0.0, 0.0)
    senders, receivers = {s for s, _ in lossy}, {r for _, r in lossy}
    sending, receiving = _side_gone(senders, p), _side_gone(receivers, p)
    people = [_people(senders), _people(receivers)]
    if people[0].isdisjoint(people[1]) and min(map(len, people)) <= EXACT_TO:
        return Gone(_by_side(lossy, p), sending, receiving)
    everybody = sorted(people[0] | people[1])
    if len(everybody) <= EXACT_TO:
        return Gone(_by_everybody(lossy, everybody, p), sending, receiving)
    test, chances = _test(lossy, everybody), [p[person] for person in everybody]
    drawn = draw_until(
        lambda first, blocks: count_bits(test(draw_left(chances, seed, first, blocks)))
    )
    error = float(drawn.standard_error[0])
    return Gone(float(drawn.share[0]), sending, receiving, error, drawn.draws)


def _people(ends: Collection[End]) -> set[str]:
    return {end.id for end in ends if end.kind == "person"}


def _side_gone(ends: Collection[End], p: Chance) -> float:
    if any(end.kind != "person" for end in ends):
        return 0.0
    return prod(p[end.id] for end in sorted(ends))


def _by_side(pairs: Collection[Pair], p: Chance) -> float:
    """Sum over who stays on the smaller side: then all of the others they reach must leave."""
    if len(_people({s for s, _ in pairs})) > len(_people({r for _, r in pairs})):
        pairs = {(r, s) for s, r in pairs}
    small = sorted(_people({s for s, _ in pairs}))
    number = {person: i for i, person in enumerate(small)}
    reached_by: defaultdict[End, int] = defaultdict(int)
    forced: set[End] = set()
    for s, r in pairs:
        if s.kind == "person":
            reached_by[r] |= 1 << number[s.id]
        else:
            forced.add(r)
    staying = np.arange(1 << len(small), dtype=np.int64)
    chance = pattern_weights([1 - p[person] for person in small])
    for r in sorted(set(reached_by) | forced):
        must = np.ones(len(staying), dtype=bool) if r in forced else (staying & reached_by[r]) > 0
        chance = np.where(must, chance * (p[r.id] if r.kind == "person" else 0.0), chance)
    return float(chance.sum())


def _by_everybody(pairs: Collection[Pair], everybody: list[str], p: Chance) -> float:
    """Sum over every combination of all people."""
    gone = _test(pairs, everybody)(patterns(len(everybody)))
    return weight_of(gone[0], pattern_weights([p[person] for person in everybody]))


def _test(pairs: Collection[Pair], everybody: list[str]) -> Callable[[Words], Words]:
    """For bits of who left, one row each, the bits of whether the link is gone, in one row."""
    number = {person: i for i, person in enumerate(everybody)}
    ends = sorted(
        [number[end.id] for end in pair if end.kind == "person"] for pair in sorted(pairs)
    )

    def test(left: Words) -> Words:
        gone = np.full((1, left.shape[1]), ALL, dtype=np.uint64)
        for numbers in ends:
            gone[0] &= np.bitwise_or.reduce(left[numbers], axis=0)
        return gone

    return test
