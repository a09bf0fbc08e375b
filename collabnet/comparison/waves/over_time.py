"""A coalition over time: its survey waves, the windows of its log, early warnings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

import pandas as pd

from collabnet.comparison.months import months_words
from collabnet.comparison.waves.compared import WaveComparison
from collabnet.comparison.waves.draws import check_draws
from collabnet.comparison.waves.fades import Fade, fading, watched
from collabnet.comparison.waves.kept_ties import changes_of, counts_of, jaccard
from collabnet.comparison.waves.one_wave import coalition_of_wave, waves_of
from collabnet.comparison.waves.one_window import coalition_of_window
from collabnet.comparison.waves.quiet_links import Silence, silences
from collabnet.comparison.waves.windows import MONTHS, YEAR, check_months, windows, year_before
from collabnet.model import Coalition, Period
from collabnet.model.errors import CollabnetError, unknown_name

SCHEMA_VERSION = 1
_WINDOWS = (
    "start", "end", "referrals", "inside", "pathways", "kept", "new", "lost", "jaccard"
)  # fmt: skip


@dataclass(frozen=True)
class OverTime:
    """What changed in a coalition over time.

    Attributes
    ----------
    coalition : Coalition
    months : length of a window
    waves : the waves of the survey that are compared, the first one first
    seed : of what is drawn
    """

    coalition: Coalition
    months: int
    waves: tuple[str, ...]
    seed: int = 0

    @cached_property
    def survey(self) -> tuple[WaveComparison, ...]:
        """Each wave of the survey beside the one before."""
        seen = {wave: coalition_of_wave(self.coalition, wave) for wave in self.waves}
        return tuple(
            WaveComparison(seen[one], seen[other], one, other, seed=self.seed, what="survey")
            for one, other in pairwise(self.waves)
        )

    @cached_property
    def _windows(self) -> tuple[Period, ...]:
        return windows(self.coalition.period, self.months) if self.has_log else ()

    @property
    def has_log(self) -> bool:
        """Whether the log has a referral from one agency to another."""
        log = self.coalition.referrals
        return bool((log["from_agency"] != log["to_agency"]).any())

    @cached_property
    def log(self) -> WaveComparison | None:
        """The last window beside the same months a year ago, else beside the one before.

        The log alone: neither ties nor answers are those of a window. None where the log doesn't
        fill two windows.
        """
        if not self._windows:
            return None
        last = self._windows[-1]
        # Of windows longer than a year the same months a year ago would be partly the same months.
        earlier = year_before(last, self.coalition.period) if self.months <= YEAR else None
        if earlier is None and len(self._windows) > 1:
            earlier = self._windows[-2]
        if earlier is None:
            return None
        return WaveComparison(
            coalition_of_window(self.coalition, earlier),
            coalition_of_window(self.coalition, last),
            months_words(earlier),
            months_words(last),
            seed=self.seed,
            what="log",
        )

    @cached_property
    def _window_table(self) -> pd.DataFrame:
        rows: list[dict[str, Any]] = []
        on = self.coalition.referrals["on"]
        before: set[tuple[str, str]] | None = None
        for one in self._windows:
            inside = on.between(pd.Timestamp(one.start), pd.Timestamp(one.end))
            log = self.coalition.referrals[inside]
            ends = zip(log["from_agency"], log["to_agency"], strict=True)
            sent = [(a, b) for a, b in ends if a != b]
            links = set(sent)
            changes = list(changes_of(before, links).values()) if before is not None else []
            row = {"start": one.start, "end": one.end, "referrals": len(sent)}
            row |= {"inside": len(log) - len(sent), "pathways": len(links)}
            row |= {"jaccard": jaccard(changes)}
            rows.append(row if before is None else row | counts_of(changes))
            before = links
        table = pd.DataFrame(rows, columns=list(_WINDOWS))
        return table.astype(dict.fromkeys(("kept", "new", "lost"), "Int64"))

    @property
    def windows(self) -> pd.DataFrame:
        """The windows of the log, each beside the one before.

        Returns
        -------
        DataFrame, one row per window, the first one first
            start, end : date
            referrals, pathways : int, of the window, from one agency to another
            inside : int, hand-offs inside an agency
            kept, new, lost : int, pathways against the window before; missing in the first
            jaccard : float, 0 to 1, kept of all in either; NaN in the first
        """
        return self._window_table.copy()

    @cached_property
    def quiet(self) -> tuple[Silence, ...]:
        """Links that fell silent, by the ids of their agencies; see `silences`."""
        return silences(self.coalition, seed=self.seed)

    @cached_property
    def fades(self) -> tuple[Fade, ...]:
        """Carriers whose share of a link has fallen; see `fading`."""
        return fading(self.coalition, months=self.months, seed=self.seed)

    @cached_property
    def watched(self) -> tuple[int, int]:
        """Carriers who are watched, and those of whom a halving would mostly be found."""
        return watched(self.coalition, months=self.months)

    @property
    def warnings(self) -> pd.DataFrame:
        """The early warnings, by link: questions, no findings.

        Returns
        -------
        DataFrame, one row per warning
            kind : "quiet pathway" or "fading carrier"
            from_agency, to_agency : str; person : str, "" for a pathway
            now, of_now, before, of_before : int, referrals of the carrier and of all who are
                named, since the fall began and before; missing for a pathway
            is_now : bool, whether it lasts to the end of the log
            since : date, the first day of the fall, or of the months without a referral
        """
        rows = [
            ("quiet pathway", one.from_agency, one.to_agency, "", *[pd.NA] * 4, True, one.since)
            for one in self.quiet
        ]
        rows += [
            ("fading carrier", one.from_agency, one.to_agency, one.person, one.n_now, one.of_now,
             one.n_before, one.of_before, one.is_now, one.now.start)
            for one in self.fades
        ]  # fmt: skip
        counts = ["now", "of_now", "before", "of_before"]
        names = ["kind", "from_agency", "to_agency", "person", *counts, "is_now", "since"]
        table = pd.DataFrame(rows, columns=names)
        return table.astype(dict.fromkeys(counts, "Int64") | {"is_now": "bool"})

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; names staff."""
        from collabnet.risk.as_dict import plain, table_records

        made: dict[str, Any] = plain(
            {
                "schema_version": SCHEMA_VERSION,
                "name": self.coalition.settings.name,
                "label": self.coalition.settings.label,
                "months": self.months,
                "fading": [_written(one) for one in self.fades],
                "quiet": [_written(one) for one in self.quiet],
                "watched": {"carriers": self.watched[0], "enough": self.watched[1]},
                "windows": [_days(row) for row in table_records(self._window_table)],
                "log": self.log.to_dict() if self.log else None,
                "waves": [one.to_dict() for one in self.survey],
                "inputs": {**self.coalition.inputs, "coalition": self.coalition.digest},
                "seed": self.seed,
            }
        )
        return made


def _written(one: Fade | Silence) -> dict[str, Any]:
    """A warning as plain values: each time as its first and its last day."""
    made: dict[str, Any] = {}
    for name, value in vars(one).items():
        if isinstance(value, Period):
            made[name] = [value.start.isoformat(), value.end.isoformat()]
        else:
            made[name] = value
    return _days(made)


def _days(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()
    }


def waves(
    coalition: Coalition,
    waves: Sequence[str] | None = None,
    months: int | None = None,
    *,
    seed: int = 0,
) -> OverTime:
    """Say what changed in a coalition over time, and warn early of links that weaken.

    Parameters
    ----------
    coalition : Coalition
    waves : labels of two or more waves of its survey, in the order to compare them; all by
        their days if not said
    months : length of a window of the log, 1 to 24; 6 if not said
    seed : of what is drawn

    Raises
    ------
    NotFoundError
        If there is no such wave.
    CollabnetError
        If one wave alone is named, ``months`` is no whole number from 1 to 24, or what is given
        is no coalition.

    Examples
    --------
    >>> import collabnet as cn
    >>> cn.waves(cn.load("sample:two_waves")).warnings[["kind", "from_agency", "to_agency"]]
                 kind from_agency    to_agency
    0   quiet pathway      school      shelter
    1  fading carrier       court  residential
    """
    if not isinstance(coalition, Coalition):
        raise CollabnetError(
            f"Waves need a coalition; got {coalition!r}. Load one first: cn.load('folder')."
        )
    check_draws(seed)
    known = waves_of(coalition)
    chosen = known if waves is None else _chosen(waves, known)
    return OverTime(coalition, check_months(MONTHS if months is None else months), chosen, seed)


def _chosen(given: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise CollabnetError(
            f"Waves need a list of two labels or more; got {given!r} alone. The waves are: "
            f"{', '.join(known) or 'none'}."
        )
    chosen = tuple(given)
    for wave in chosen:
        if wave not in known:
            remedy = f"The waves are: {', '.join(known)}." if known else "There is no survey."
            raise unknown_name("wave", str(wave), known, remedy)
    if len(set(chosen)) < 2:
        raise CollabnetError(
            f"Two waves or more are compared; got {', '.join(chosen) or 'none'}. The waves are: "
            f"{', '.join(known) or 'none'}."
        )
    return chosen
