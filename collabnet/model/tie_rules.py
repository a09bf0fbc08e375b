"""From reports to ties: rules with a name, for what two sides say of one tie."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from collabnet.model.errors import unknown_name
from collabnet.model.sheets import Said, Sheet


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors in the order of their ids, and what each says of the other."""

    first: str
    second: str
    by_first: Said
    by_second: Said

    @property
    def says(self) -> tuple[float, float]:
        """What each side says: 1.0 yes, 0.0 no, NaN unknown."""
        return self.by_first.says, self.by_second.says

    @property
    def rows(self) -> tuple[tuple[str, int], ...]:
        """The rows in which either side says it."""
        return self.by_first.rows + self.by_second.rows

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses of evidence of the answers."""
        return tuple(sorted({one.status for one in (self.by_first, self.by_second) if one.rows}))


def union(one: float, other: float) -> bool:
    """Either side says so."""
    return 1.0 in (one, other)


def confirmed(one: float, other: float) -> bool:
    """Both sides say so."""
    return one == other == 1.0


def reconstructed(one: float, other: float) -> bool:
    """Both sides say so, or the one that answered does where the other didn't."""
    known = [says for says in (one, other) if says == says]
    return bool(known) and all(says == 1.0 for says in known)


def most(one: float, other: float) -> bool:
    """Nobody denies it: it would be confirmed if all who are silent said yes."""
    return 0.0 not in (one, other)


RULES: Mapping[str, Callable[[float, float], bool]] = {
    "union": union,
    "confirmed": confirmed,
    "reconstructed": reconstructed,
    "fewest": confirmed,
    "most": most,
}
"""Rules by name; fewest and most are the bounds of confirmed ties, whatever the silent say."""
BOUNDS = "bounds"


def check_rule(name: str, *, more: tuple[str, ...] = ()) -> None:
    """Refuse a rule that doesn't exist.

    Raises
    ------
    NotFoundError
        With the rules there are.
    """
    known = (*RULES, *more)
    if name not in known:
        raise unknown_name("tie rule", str(name), known, f"Rules are: {', '.join(known)}.")


def pairs(sheet: Sheet) -> Iterator[Pair]:
    """Give every two actors of a sheet, whoever spoke of whom."""
    return (_pair(sheet, *two) for two in combinations(sheet.actors, 2))


def spoken_of(sheet: Sheet) -> Iterator[Pair]:
    """Give the pairs of which a row says something, in the order of their ids."""
    two = {(min(i, j), max(i, j)) for i, j in sheet.answers}
    return (_pair(sheet, *one) for one in sorted(two))


def tied(sheet: Sheet, rule: str) -> Iterator[Pair]:
    """Give the pairs that are tied by a rule."""
    holds = RULES[rule]
    # Only where silence may be a yes can two be tied of whom no row speaks.
    found = pairs(sheet) if holds is most else spoken_of(sheet)
    return (pair for pair in found if holds(*pair.says))


def _pair(sheet: Sheet, first: str, second: str) -> Pair:
    return Pair(first, second, sheet.said(first, second), sheet.said(second, first))
