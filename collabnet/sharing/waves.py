"""Let a coalition over time through to an audience."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from collabnet.comparison.months import months_words
from collabnet.comparison.waves.compared import WaveComparison
from collabnet.comparison.waves.one_wave import waves_of
from collabnet.comparison.waves.over_time import OverTime
from collabnet.model import Period
from collabnet.risk.assessment import Assessment
from collabnet.risk.continuity import Headline, departures, headline
from collabnet.risk.finding import Finding
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.summary import covered_phrase, lost_phrase
from collabnet.risk.wording import InternalSpeaker, share
from collabnet.sharing.audiences import NOTICES, Audience, check_audience
from collabnet.sharing.changes import broken
from collabnet.sharing.field_words import name_words, wave_words
from collabnet.sharing.internal import COVERED, LOST
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_waves import NO_MAP, ReleasedTimes, ReleasedWaves
from collabnet.sharing.say_waves import (
    ABOUT_PEOPLE,
    LOG_OF_ONE,
    ONE_LOG,
    WINDOWS_ALONE,
    answered_lines,
    changed_line,
    response_lines,
    say_fade,
    say_silence,
    watch_lines,
)
from collabnet.sharing.waves_map import difference_rows

WINDOW_COLUMNS = ("Window", "Referrals", "Inside an agency", "Pathways", "Kept", "New", "Lost")
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

    Outside internal there are numbers of survey ties alone: no warning, no names, and nothing of
    the log, not even how many pathways are kept, since a pathway kept in several windows has
    several referrals and a small count could be worked out.

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
    is_inside = chosen == "internal"
    if isinstance(found, WaveComparison):
        settings, times = found.later.settings, [found]
        waves = (*waves_of(found.earlier), *waves_of(found.later))
    else:
        settings, waves = found.coalition.settings, waves_of(found.coalition)
        times = [*([found.log] if found.log else []), *found.survey]
    if not is_inside:
        times = [one for one in times if "ties" in _kinds(one)]
    words = {} if is_inside else wave_words(waves)
    seen = _seen(found) if is_inside else _Seen(watch=(ABOUT_PEOPLE,))
    return ReleasedWaves(
        audience=chosen,
        notice=NOTICES[chosen],
        name=name_words(settings, chosen),
        label=settings.label,
        warnings=seen.warnings,
        earlier_warnings=seen.earlier,
        watch=seen.watch,
        windows=pd.DataFrame(seen.windows, columns=list(WINDOW_COLUMNS)),
        times=tuple(_times(one, chosen, words) for one in times),
        is_watched=seen.is_watched,
        seal=SEAL,
    )


class _Seen(NamedTuple):
    """What the log tells beside the two times: warnings that hold, and held; windows."""

    warnings: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    windows: Sequence[tuple[str, ...]] = ()
    is_watched: bool = False


def _seen(found: OverTime | WaveComparison) -> _Seen:
    if isinstance(found, WaveComparison):
        has_logs = len(found.earlier.referrals) and len(found.later.referrals)
        return _Seen(watch=(ONE_LOG,) if has_logs else ())
    speaker = InternalSpeaker(found.coalition)
    quiet = (say_silence(one, speaker) for one in found.quiet)
    now = (say_fade(one, speaker) for one in found.fades if one.is_now)
    earlier = tuple(say_fade(one, speaker) for one in found.fades if not one.is_now)
    windows = [
        (months_words(Period(start, end)), *(_cell(value) for value in cells))
        for start, end, *cells, _ in found.windows.itertuples(index=False, name=None)
    ]
    return _Seen((*quiet, *now), earlier, watch_lines(found), windows, found.has_log)


def _times(one: WaveComparison, audience: Audience, waves: Mapping[str, str]) -> ReleasedTimes:
    is_inside = audience == "internal"
    kinds = _kinds(one) if is_inside else ("ties",)
    is_coded = one.what == "survey" and not one.tie_changes.is_survey
    counts = [
        (kind.capitalize(), *(str(n) for n in cells), NOT_SHOWN if kept != kept else share(kept))
        for kind, *cells, kept, _ in one.counts.itertuples(index=False, name=None)
        if kind in kinds
    ]
    changes = _changes(one, kinds) if is_inside else []
    measures = _measures(one) if is_inside and "ties" in kinds else []
    figures = _figures(one) if is_inside and "pathways" in kinds else []
    resolved = one.resolved if is_inside else ()
    gone, thin = _not_mended(one, resolved)
    return ReleasedTimes(
        what="coded" if is_coded else one.what,
        title=_title(one, audience, waves),
        said=(
            *((WINDOWS_ALONE,) if one.what == "log" and is_inside else ()),
            *(one.said if is_inside else ()),
            *((LOG_OF_ONE,) if is_inside and _is_logged_once(one) else ()),
            *(response_lines(one, waves) if "ties" in kinds else ()),
            *(answered_lines(one) if "ties" in kinds and is_inside else ()),
        ),
        counts=pd.DataFrame(counts, columns=list(COUNT_COLUMNS)),
        changes=pd.DataFrame(changes, columns=list(CHANGE_COLUMNS)),
        measures=pd.DataFrame(measures, columns=list(MEASURE_COLUMNS)),
        figures=pd.DataFrame(figures, columns=list(FIGURE_COLUMNS)),
        gained=tuple(finding.sentence for finding in one.gained) if is_inside else (),
        mended=tuple(one.sentence for one in resolved if one.id not in gone | thin),
        broken=tuple(one.sentence for one in resolved if one.id in gone),
        unclear=tuple(one.sentence for one in resolved if one.id in thin),
        changed=tuple(changed_line(*pair) for pair in one.changed) if is_inside else (),
        map=difference_rows(one, kinds) if is_inside else NO_MAP,
    )


def _is_logged_once(one: WaveComparison) -> bool:
    return not one.has_both_logs and bool(len(one.earlier.referrals) or len(one.later.referrals))


def _title(one: WaveComparison, audience: Audience, waves: Mapping[str, str]) -> str:
    """What the two times are; outside neither a wave nor a folder by a name that anybody wrote."""
    earlier, later = (
        name_words(time.settings, audience) if label == time.settings.name
        else waves.get(label, label)
        for label, time in ((one.earlier_label, one.earlier), (one.later_label, one.later))
    )  # fmt: skip
    return f"{later} beside {earlier}" if earlier != later else "later beside earlier"


def _not_mended(
    one: WaveComparison, resolved: Sequence[Finding]
) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of findings whose link is gone, and of those whose pathway is too thin to rank now."""
    if not resolved:
        return frozenset(), frozenset()
    thin = {(*path.pair, path.service) for path in one.change.after.all_pathways if path.is_thin}
    subjects = {found.id: found.subjects for found in resolved if found.kind == "pathway"}
    return (
        frozenset(found.id for found in broken(one.change, resolved)),
        frozenset(id_ for id_, (a, b, *rest) in subjects.items()
                  if (a, b, rest[0] if rest else None) in thin),
    )  # fmt: skip


def _kinds(one: WaveComparison) -> tuple[str, ...]:
    """What two times are compared in: a survey's waves have one log, and windows no survey."""
    told = one.tie_changes
    has_ties = one.what != "log" and (told.ties or told.left_out_earlier or told.left_out_later)
    has_log = one.what != "survey" and one.has_both_logs
    return (*(["ties"] if has_ties else []), *(["pathways"] if has_log else []))


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
    """The headline pair at both times; hand-offs inside an agency are counted apart."""
    rows: list[tuple[str, ...]] = []
    for what, phrase in ((LOST, lost_phrase), (COVERED, covered_phrase)):
        times = (one.change.before, one.change.after)
        before, after = (phrase(_headline(time), has_log=_has_log(time)) for time in times)
        rows.append((what, before, after))
    return rows


def _headline(time: Assessment) -> Headline:
    sent = [row for row in time.rows if row.is_log and not row.is_inside]
    return headline(sent, departures(sent))


def _has_log(time: Assessment) -> bool:
    return len(time.coalition.referrals) > 0


def _number(value: float) -> str:
    return NOT_SHOWN if value != value else f"{value:.2f}"


def _cell(value: object) -> str:
    return NOT_SHOWN if value is pd.NA or value != value else str(value)
