"""The most that each change can bring in any company: what makes a search exact, or a gap honest.

For every part of the objective (a pathway, a pair's contacts) and every change that touches it a
share is worked out such that no set of at most k changes brings more in that part than the shares
of those of them that touch it. A change's bound is the sum of its shares, so no set brings more
than the sum of its bounds.

Why the shares hold.

- Contacts, by counting out: let g(T) be what a set T brings. The share of c is the largest
  g(T) / |T| over the sets T with c; then g(T) is the sum over T of g(T) / |T|, and so at most
  the sum of the shares. Where too many changes touch a pair, each share is all that it counts.
- A pathway's loss is w x L: w falls from w0 to w1 on paper, L falls with the other changes. Then
  w0 L0 - w L <= (w0 - w) L0 + w0 (L0 - L): paper's share is (w0 - w1) L0, and the rest is shared
  by those who change L.
- Without rates L is the sum over both sides of the busiest person's rows n1 >= n2 >= ... (and a
  constant for blanks). Sharing the work of some never takes rows off others, and whoever shares
  keeps at least half (where every row counts). So if the j busiest have their work shared and the
  next has not, the side falls by at most n1 - max(n(j+1), n1 / 2), j <= k. Each of these j gets a
  j-th of it, and each person the largest such share over the j that may be; others get none.
- With rates and full takeover L is n (1 - (1 - a)(1 - b)), a and b the chances that a side is
  emptied. Somebody new who leaves with chance q makes a at least a q, so L falls by at most
  n a (1 - q), and several by at most the sum (1 - qr <= (1 - q) + (1 - r)). Without takeover
  each row that passes from a chance p to a chance q brings at most max(0, p - q).
- Keeping people of a role longer, which makes nobody's chance higher, is taken first, before
  anybody new: its share is what it brings alone, where no other role's staying touches the pathway,
  else the whole loss. The chance q of somebody new is then the lowest that it may be, and a can
  only be less.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from collabnet.planning.changes import Backs, Formalizes, Retains
from collabnet.planning.planner.lines import Loads
from collabnet.planning.planner.objective import line_loss
from collabnet.planning.planner.problem import Problem

COUNTED_OUT = 8
"""Up to so many changes of one pair's contacts every set of them is counted out."""


def shares_of(problem: Problem, k: int) -> tuple[dict[int, float], ...]:
    """For each part the share of each candidate that touches it, in sets of at most ``k``."""
    n_lines = len(problem.ground.lines)
    return tuple(
        dict(
            zip(
                places,
                _of_line(problem, part, k) if part < n_lines else _of_spot(problem, part, k),
                strict=True,
            )
        )
        for part, places in enumerate(problem.parts)
    )


def bounds_of(problem: Problem, shares: Sequence[Mapping[int, float]]) -> tuple[float, ...]:
    """The most that each candidate can bring in any company, in referrals a year."""
    found = [0.0] * len(problem.candidates)
    for own in shares:
        for place, share in own.items():
            found[place] += share
    return tuple(found)


def _of_spot(problem: Problem, part: int, k: int) -> list[float]:
    places, before = problem.parts[part], problem.part_loss(part, ())
    if len(places) > COUNTED_OUT:
        return [before] * len(places)
    best = dict.fromkeys(places, 0.0)
    for size in range(1, min(k, len(places)) + 1):
        for chosen in combinations(places, size):
            share = (before - problem.part_loss(part, chosen)) / size
            for place in chosen:
                best[place] = max(best[place], share)
    return list(best.values())


def _of_line(problem: Problem, part: int, k: int) -> list[float]:
    line, measure = problem.ground.lines[part], problem.measure
    loss = problem.part_loss(part, ())
    weight = line.a_year * (measure.waiting if line.passes else 1.0)
    falls = [_falls(side, k, all(line.counted)) for side in line.sides]
    kept = [p for p in problem.parts[part] if isinstance(problem.candidates[p].change, Retains)]
    found = []
    for place in problem.parts[part]:
        change = problem.candidates[place].change
        if isinstance(change, Formalizes):
            found.append(loss - line_loss(line.on_paper(), measure, problem.people))
        elif isinstance(change, Retains):
            alone = loss - problem.part_loss(part, (place,))
            found.append(max(0.0, alone) if len(kept) == 1 else loss)
        elif isinstance(change, Backs) and not measure.has_rates:
            found.append(weight * sum(fall.get(change.person, 0.0) for fall in falls))
        else:
            assert isinstance(change, Backs)  # noqa: S101 - the only kind left
            chances = [problem.line(part, one)[1].chance for one in ((), *((r,) for r in kept))]
            found.append(weight * _expected(problem, part, place, chances))
    return found


def _falls(side: Loads, k: int, all_counted: bool) -> dict[str, float]:
    """Each person's share of what the side's busiest can fall by; see the module."""
    ranked = sorted(side.people.items(), key=lambda one: (-one[1], one[0]))
    rows = [n for _, n in ranked] + [0]
    least = -(-rows[0] // 2) if all_counted else 0
    falls = [(rows[0] - max(rows[j], least)) / j for j in range(1, min(k, len(ranked)) + 1)]
    return {who: max(falls[place:]) for place, (who, _) in enumerate(ranked[: len(falls)])}


def _expected(
    problem: Problem, part: int, place: int, chances: Sequence[Mapping[str, float]]
) -> float:
    line, people, share = problem.ground.lines[part], problem.people, problem.measure.takeover
    change, by = problem.candidates[place].change, problem.by(place)
    assert isinstance(change, Backs)  # noqa: S101 - what it is called for
    person, q = change.person, min(chance[by] for chance in chances)
    n, most = sum(line.counted), 0.0
    for side, agency in zip(line.sides, line.pair, strict=True):
        if person in side.people:
            unseen = people.unseen.get(agency, 0.0)
            emptied = side.emptied(people.chance, unseen, people.gone)
            left = not people.gone.isdisjoint(side.people)
            on_side = [q, *(chance[one] for chance in chances for one in side.people)]
            moved = side.people[person] * max(0.0, people.chance[person] - q)
            laid = side.blanks * (max(on_side) - min(on_side))
            most += share * n * emptied * (1.0 if left else 1 - q) + (1 - share) * (moved + laid)
    return most
