"""The chance that a pathway is gone altogether: every row has lost an end."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from collabnet.risk.rows import End

EXACT_TO = 20
"""Up to so many people every combination of departures is counted out."""
DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Gone:
    """Chance that a link is gone, with the chance that each side is emptied.

    ``standard_error`` is 0 where the chance is exact.
    """

    chance: float
    sending: float
    receiving: float
    standard_error: float = 0.0


def chance_gone(rows: Iterable[tuple[End, End, bool]], p: float, *, seed: int = 0) -> Gone:
    """Chance that every row of a pathway loses an end, each person leaving with chance ``p``.

    A row that passes to a successor (third item true), or stands between ends that can't
    leave, keeps the link. Exact on the actual rows when one side has at most 20 people;
    beyond, 20,000 seeded draws. For a complete pathway with s carriers and r receivers it is
    1 - (1 - p^s)(1 - p^r).

    Examples
    --------
    >>> carriers, receiver = [End(f"O{i}", "person") for i in range(3)], End("I1", "person")
    >>> found = chance_gone([(carrier, receiver, False) for carrier in carriers], 0.2)
    >>> round(found.chance, 4), round(found.sending, 4), round(found.receiving, 4)
    (0.2064, 0.008, 0.2)
    """
    kept = list(rows)
    lossy = {(s, r) for s, r, passes in kept if not passes}
    senders = {s for s, _ in lossy}
    receivers = {r for _, r in lossy}
    sending, receiving = _side_gone(senders, p), _side_gone(receivers, p)
    stays = any(passes for _, _, passes in kept) or any(
        s.kind != "person" and r.kind != "person" for s, r in lossy
    )
    if stays or not lossy:
        return Gone(0.0, sending if not stays else 0.0, receiving if not stays else 0.0)
    if min(_n_people(senders), _n_people(receivers)) <= EXACT_TO and senders.isdisjoint(
        end for end in receivers if end.kind == "person"
    ):
        return Gone(_exact(lossy, p), sending, receiving)
    chance, error = _drawn(lossy, p, seed)
    return Gone(chance, sending, receiving, error)


def _n_people(ends: set[End]) -> int:
    return sum(end.kind == "person" for end in ends)


def _side_gone(ends: set[End], p: float) -> float:
    everybody = bool(ends) and all(end.kind == "person" for end in ends)
    return float(p ** len(ends)) if everybody else 0.0


def _exact(pairs: set[tuple[End, End]], p: float) -> float:
    """Sum over who stays on the smaller side: then all of the others they reach must leave."""
    if _n_people({s for s, _ in pairs}) > _n_people({r for _, r in pairs}):
        pairs = {(r, s) for s, r in pairs}
    small = sorted({s for s, _ in pairs if s.kind == "person"}, key=lambda end: end.id)
    number = {end: i for i, end in enumerate(small)}
    reached_by: defaultdict[End, int] = defaultdict(int)
    forced: set[End] = set()
    for s, r in pairs:
        if s.kind == "person":
            reached_by[r] |= 1 << number[s]
        else:
            forced.add(r)
    staying = np.arange(1 << len(small), dtype=np.int64)
    n_staying = np.bitwise_count(staying).astype(np.int64)
    chance = (1 - p) ** n_staying * p ** (len(small) - n_staying)
    for r in sorted(set(reached_by) | forced, key=lambda end: (end.id, end.kind)):
        must = np.ones(len(staying), dtype=bool) if r in forced else (staying & reached_by[r]) > 0
        chance = np.where(must, chance * (p if r.kind == "person" else 0.0), chance)
    return float(chance.sum())


def _drawn(pairs: set[tuple[End, End]], p: float, seed: int) -> tuple[float, float]:
    people = sorted({end.id for pair in pairs for end in pair if end.kind == "person"})
    number = {person: i for i, person in enumerate(people)}
    left = np.random.default_rng(seed).random((DRAWS, len(people))) < p
    gone = np.ones(DRAWS, dtype=bool)
    for pair in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)):
        columns = [number[end.id] for end in pair if end.kind == "person"]
        gone &= left[:, columns].any(axis=1)
    chance = float(gone.mean())
    return chance, float(np.sqrt(chance * (1 - chance) / DRAWS))
