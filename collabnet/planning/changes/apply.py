"""Several changes, one after the other."""

from collections.abc import Iterable

from collabnet.model import Coalition
from collabnet.model.errors import NotFoundError
from collabnet.planning.changes.backs import Backs
from collabnet.planning.changes.closes import Closes
from collabnet.planning.changes.contacts import Invites, Repairs, Ties
from collabnet.planning.changes.formalizes import Formalizes
from collabnet.planning.changes.leaves import Leaves
from collabnet.planning.changes.moves import Moves
from collabnet.planning.changes.retains import Retains
from collabnet.risk.turnover.rates import with_seats

Change = Leaves | Closes | Formalizes | Backs | Ties | Repairs | Invites | Moves | Retains
CHANGES: tuple[type[Change], ...] = (
    Leaves, Closes, Formalizes, Backs, Ties, Repairs, Invites, Moves, Retains,
)  # fmt: skip
"""Every kind of change."""


def apply_changes(coalition: Coalition, changes: Iterable[Change]) -> Coalition:
    """Apply changes one after the other; the coalition that was given stays as it is.

    The period observed stays too: the log covers the same months, whoever is gone. So do the
    rates of posts: how often a post changed hands was asked of the seats that it had then, so the
    copy states them in posts.csv, and a second person or an empty desk doesn't change the answer.
    """
    return change_by_change(coalition, changes)[-1]


def change_by_change(coalition: Coalition, changes: Iterable[Change]) -> tuple[Coalition, ...]:
    """Apply changes one after the other; give the coalition before each, and after the last."""
    if period := coalition.period:
        coalition = coalition.with_settings(period_start=period.start, period_end=period.end)
    if not coalition.posts.empty:
        coalition = coalition.with_tables(posts=with_seats(coalition))
    stages = [coalition]
    made: list[str] = []
    for change in changes:
        try:
            stages.append(change.apply(stages[-1]))
        except NotFoundError as error:
            if not made:
                raise
            # What is looked for in vain may have gone with an earlier change.
            raise NotFoundError(f"{error} Changes made before it: {'; '.join(made)}.") from error
        made.append(str(change))
    return tuple(stages)
