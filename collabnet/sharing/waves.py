"""Let a coalition over time through to an audience."""

from collections.abc import Mapping, Sequence

import pandas as pd

from collabnet.comparison.months import months_words
from collabnet.comparison.waves.compared import WaveComparison
from collabnet.comparison.waves.over_time import OverTime
from collabnet.model import Period
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.wording import InternalSpeaker, share
from collabnet.sharing.audiences import NOTICES, Audience, check_audience
from collabnet.sharing.changes import broken
from collabnet.sharing.internal import headline_words
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_waves import NO_MAP, ReleasedTimes, ReleasedWaves
from collabnet.sharing.say_waves import (
    ABOUT_PEOPLE,
    WINDOWS_ALONE,
    answered_lines,
    response_lines,
    say_fade,
    say_silence,
    watch_lines,
)
from collabnet.sharing.waves_map import difference_rows

WINDOW_COLUMNS = ("Window", "Referrals", "Pathways", "Kept", "New", "Lost")
COUNT_COLUMNS = ("What", "Kept", "New", "Lost", "Kept of all")
CHANGE_COLUMNS = ("What", "From", "To", "Change")
MEASURE_COLUMNS = ("What", "Earlier", "Later", "Chance")
FIGURE_COLUMNS = ("What", "Earlier", "Later")
MEASURE_WORDS = {
    "mean_ties": "Ties of each, on average",
    "without_ties_share": "Share without a tie",
    "transitivity": "Transitivity (0 to 1)",
    "degree_centralization": "Degree centralization (0 to 1)",
}
NOT_SHOWN = "–"


def release_waves(found: OverTime | WaveComparison, audience: str = "internal") -> ReleasedWaves:
    """Give what an audience may see of a coalition over time, or of two times of it.

    Outside internal there are numbers of links and ties alone: no warning, no referrals, no
    names, since two times side by side can be subtracted.

    Parameters
    ----------
    found : OverTime of `cn.waves`, or WaveComparison of `cn.compare`
    audience : "internal", "partner" or "public"

    Raises
    ------
    CollabnetError
        If there is no such audience.

    Examples
    --------
    >>> import collabnet as cn
    >>> released = release_waves(cn.waves(cn.load("sample:two_waves")))
    >>> released.times[1].counts.loc[0].tolist()
    ['Ties', '3', '1', '2', '50 %']
    """
    chosen = check_audience(audience)
    if isinstance(found, WaveComparison):
        settings, times = found.later.settings, [("both", found)]
        warnings: tuple[str, ...] = ()
        earlier: tuple[str, ...] = ()
        watch: tuple[str, ...] = ()
        windows = pd.DataFrame(columns=list(WINDOW_COLUMNS))
    else:
        settings = found.coalition.settings
        times = [("log", found.log)] if found.log else []
        times += [("survey", one) for one in found.survey]
        warnings, earlier = _warnings(found)
        watch, windows = watch_lines(found), _windows(found)
    if chosen != "internal":
        warnings, earlier, watch, windows = (), (), (ABOUT_PEOPLE,), windows.iloc[:0]
    return ReleasedWaves(
        audience=chosen,
        notice=NOTICES[chosen],
        name=settings.name,
        label=settings.label,
        warnings=warnings,
        earlier_warnings=earlier,
        watch=watch,
        windows=windows,
        times=tuple(_times(what, one, chosen) for what, one in times),
        seal=SEAL,
    )


def _warnings(found: OverTime) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Warnings that hold to the end, and those that hold no longer."""
    speaker = InternalSpeaker(found.coalition)
    quiet = [say_silence(one, speaker) for one in found.quiet]
    now = [say_fade(one, speaker) for one in found.fades if one.is_now]
    return (*quiet, *now), tuple(say_fade(one, speaker) for one in found.fades if not one.is_now)


def _windows(found: OverTime) -> pd.DataFrame:
    rows = [
        (months_words(Period(start, end)), *(_cell(value) for value in cells))
        for start, end, *cells, _ in found.windows.itertuples(index=False, name=None)
    ]
    return pd.DataFrame(rows, columns=list(WINDOW_COLUMNS))


def _times(what: str, one: WaveComparison, audience: Audience) -> ReleasedTimes:
    inside = audience == "internal"
    kinds = _kinds(what, one)
    counts = [
        (kind.capitalize(), *(str(n) for n in cells), NOT_SHOWN if kept != kept else share(kept))
        for kind, *cells, kept, _ in one.counts.itertuples(index=False, name=None)
        if kind in kinds
    ]
    changes = _changes(one, kinds) if inside else []
    measures = _measures(one) if inside and "ties" in kinds else []
    figures = _figures(one) if inside and "pathways" in kinds else []
    resolved = one.change.resolved if inside else ()
    gone = {finding.id for finding in broken(one.change, resolved)} if resolved else set()
    return ReleasedTimes(
        what=what,
        title=f"{one.later_label} beside {one.earlier_label}",
        said=(
            *((WINDOWS_ALONE,) if what == "log" and inside else ()),
            *(_said(one, audience) if "ties" in kinds else ()),
        ),
        counts=pd.DataFrame(counts, columns=list(COUNT_COLUMNS)),
        changes=pd.DataFrame(changes, columns=list(CHANGE_COLUMNS)),
        measures=pd.DataFrame(measures, columns=list(MEASURE_COLUMNS)),
        figures=pd.DataFrame(figures, columns=list(FIGURE_COLUMNS)),
        gained=tuple(finding.sentence for finding in one.change.gained) if inside else (),
        mended=tuple(finding.sentence for finding in resolved if finding.id not in gone),
        broken=tuple(finding.sentence for finding in resolved if finding.id in gone),
        map=difference_rows(one, kinds) if inside else NO_MAP,
    )


def _kinds(what: str, one: WaveComparison) -> tuple[str, ...]:
    """What two times are compared in: a survey's waves have one log, and windows one survey."""
    told = one.tie_changes
    has_ties = what != "log" and (told.ties or told.left_out_earlier or told.left_out_later)
    return (*(["ties"] if has_ties else []), *(["pathways"] if what != "survey" else []))


def _said(one: WaveComparison, audience: Audience) -> tuple[str, ...]:
    """Who answered; outside internal how many did, which every page with survey ties says."""
    rates = response_lines(one)
    return (*rates, *answered_lines(one)) if audience == "internal" else rates


def _changes(one: WaveComparison, kinds: Sequence[str]) -> list[tuple[str, ...]]:
    """The ties and pathways that are not the same at both times."""
    names: Mapping[str, str] = {**one.earlier.names, **one.later.names}
    rows: list[tuple[str, ...]] = []
    if "pathways" in kinds:
        for a, b, change, _, _, is_sure in one.pathways.itertuples(index=False, name=None):
            if change != "kept":
                chance = "" if is_sure else " (may be chance: few referrals)"
                rows.append(("pathway", names[a], names[b], f"{change}{chance}"))
    if "ties" in kinds:
        for kind, a, b, change in one.ties.itertuples(index=False, name=None):
            if change != "kept":
                rows.append((KIND_NOUN.get(kind, kind), names[a], names[b], change))
    return rows


def _measures(one: WaveComparison) -> list[tuple[str, ...]]:
    return [
        (MEASURE_WORDS[measure], _number(before), _number(after), _number(p))
        for measure, before, after, _, p, _ in one.measures.itertuples(index=False, name=None)
    ]


def _figures(one: WaveComparison) -> list[tuple[str, ...]]:
    pairs = zip(headline_words(one.change.before), headline_words(one.change.after), strict=True)
    return [(what, before, after) for (what, before), (_, after) in pairs]


def _number(value: float) -> str:
    return NOT_SHOWN if value != value else f"{value:.2f}"


def _cell(value: object) -> str:
    return NOT_SHOWN if value is pd.NA or value != value else str(value)
