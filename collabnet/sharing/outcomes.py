"""Let what became of referrals through: all of it to whoever holds the data, bands outside."""

from collections.abc import Iterator, Mapping

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.risk.outcomes import Outcomes, outcomes
from collabnet.risk.outcomes.referred import GOALS, Goal, Waits
from collabnet.risk.outcomes.result import KEYS, By, Key
from collabnet.sharing.audiences import NOTICES, Audience, check_audience
from collabnet.sharing.field_words import name_words
from collabnet.sharing.internal import period_words
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outcomes_outside import NOTES, published_outcomes, table_outside
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_outcomes import ReleasedOutcomes, ReleasedWait
from collabnet.sharing.say_outcomes import count_cells, day_cells, left_out, said
from collabnet.sharing.withholding import PublishedTable

TITLES: dict[str, tuple[str, ...]] = {
    "all": ("Referrals",),
    "pathway": ("From", "To"),
    "service": ("Service",),
    "receiver": ("Receiving agency",),
}
NO_SERVICE = "no service named"
ALL = "All between agencies"
GOAL_WORDS: dict[Goal, str] = {"accepted": "Acceptance", "served": "Service"}


def release_outcomes(
    coalition: Coalition, audience: str = "internal", *, by: By = "pathway"
) -> ReleasedOutcomes:
    """Give what an audience may see of what became of referrals.

    Outside internal: counts for pathways alone, since counts by service or by receiver beside
    them would give small ones away. How many were accepted is shown only where both those and
    the others are none, or eleven or more; then the same of those served, and of those
    acknowledged. No days, which tell of single referrals. Agencies are called as in other
    releases, and stand in the order of what they are called. Nobody is ever named.

    Raises
    ------
    CollabnetError
        If there is no such audience, or something else than pathways is asked for outside.

    Examples
    --------
    >>> import collabnet as cn
    >>> coalition = cn.load("sample:site_b")
    >>> release_outcomes(coalition).table.loc[0, ["Sent", "Accepted, of decided"]].tolist()
    ['48', '35 of 39 (90 %)']
    >>> release_outcomes(coalition, "partner").table.loc[0, ["Sent", "Accepted"]].tolist()
    ['48', '35 of 48 (73 %)']
    """
    known = check_audience(audience)
    if known != "internal" and by != "pathway":
        raise CollabnetError(
            "Outside internal, outcomes are shown by pathway alone: beside these, counts by "
            f"{by} would give small ones away. Got by={by!r}. Leave it out."
        )
    found = outcomes(coalition, by)
    return _internal(coalition, found) if known == "internal" else _outside(coalition, found, known)


def published_table(coalition: Coalition) -> PublishedTable:
    """Give what partners and the public are shown as an audit of later exports takes it.

    Examples
    --------
    >>> import collabnet as cn
    >>> table = published_table(cn.load("sample:site_b"))
    >>> table.title, table.start, len(table.shown)
    ('Outcomes', '2023-01-01', 36)
    """
    period = coalition.period
    days = (period.start.isoformat(), period.end.isoformat()) if period else ("", "")
    return published_outcomes(outcomes(coalition).table, start=days[0], end=days[1])


def _outside(coalition: Coalition, found: Outcomes, audience: Audience) -> ReleasedOutcomes:
    table = table_outside(found.table, OutsideSpeaker(coalition, audience))
    return _made(coalition, found, audience, table, pd.DataFrame(), {}, "", NOTES)


def _internal(coalition: Coalition, found: Outcomes) -> ReleasedOutcomes:
    named = _Named(coalition, found.by)
    counted = dict(_rows(found.table, found.by))
    order = sorted(counted, key=lambda key: (named.place(key), key))
    table = pd.DataFrame(
        [{**named.cells(key), **count_cells(counted[key])} for key in order],
        columns=[*TITLES[found.by], *count_cells(dict.fromkeys(found.table.columns, 0))],
    )
    timed = {(key, str(row["goal"])): row for key, row in _rows(found.times, found.by)}
    waits = {
        (key, goal): _wait(named.words(key), goal, found.waits[key, goal], timed[key, goal])
        for key in order
        for goal in GOALS
    }
    times = pd.DataFrame(
        [
            {**named.cells(key), "Until": words, **day_cells(timed[key, goal])}
            for key in order
            for goal, words in GOAL_WORDS.items()
        ]
    )
    return _made(coalition, found, "internal", table, times, waits, found.sentence, found.notes)


def _made(
    coalition: Coalition,
    found: Outcomes,
    audience: Audience,
    table: pd.DataFrame,
    times: pd.DataFrame,
    waits: Mapping[tuple[Key, Goal], ReleasedWait],
    sentence: str,
    notes: tuple[str, ...],
) -> ReleasedOutcomes:
    return ReleasedOutcomes(
        audience=audience,
        notice=NOTICES[audience],
        name=name_words(coalition.settings, audience),
        label=coalition.settings.label,
        period=period_words(coalition.period),
        by=found.by,
        table=table,
        times=times,
        waits=waits,
        sentence=sentence,
        notes=notes,
        seal=SEAL,
    )


def _rows(frame: pd.DataFrame, by: By) -> Iterator[tuple[Key, dict[str, float]]]:
    columns = [str(column) for column in frame.columns]
    for cells in records(frame, *columns):
        known = (float("nan") if cell is None else cell for cell in cells)
        row = dict(zip(columns, known, strict=True))
        yield tuple(str(row[column]) for column in KEYS[by]), row


class _Named:
    """Calls the rows by the agencies' names."""

    def __init__(self, coalition: Coalition, by: By) -> None:
        self._names, self._by = coalition.names, by

    def _parts(self, key: Key) -> tuple[str, ...]:
        if self._by == "service":
            return tuple(one or NO_SERVICE for one in key)
        return tuple(self._names[one] for one in key) or (ALL,)

    def cells(self, key: Key) -> dict[str, str]:
        """The cells that say what a row is about."""
        return dict(zip(TITLES[self._by], self._parts(key), strict=True))

    def words(self, key: Key) -> str:
        """The same in a line."""
        return " to ".join(self._parts(key))

    def place(self, key: Key) -> tuple[str, ...]:
        """Where a row stands: by name, never by how it does."""
        return tuple(one.casefold() for one in self._parts(key))


def _wait(about: str, goal: Goal, waits: Waits, row: Mapping[str, float]) -> ReleasedWait:
    return ReleasedWait(
        about=about,
        goal=goal,
        sentence=said(goal, row),
        n=int(row["n_timed"]),
        n_open=int(row["n_waiting"]),
        n_left_out=left_out(row),
        waits=waits,
    )
