"""Two folders of one coalition, cut down to two times: no wave and no month counts twice."""

from datetime import date, timedelta

from collabnet.comparison.months import months_words, within
from collabnet.comparison.waves.one_wave import coalition_of_wave, waves_of
from collabnet.model import Coalition, Period
from collabnet.model.errors import CollabnetError
from collabnet.model.sheets import wave_day
from collabnet.risk.wording import capital, count

Cut = tuple[Coalition, Coalition, tuple[str, ...]]
"""The earlier and the later time, and in sentences what was cut."""
SAME_MONTHS = (
    "Both logs are of the same months, so what differs in them may be a correction. If they are "
    "of two years, give each folder its own period in coalition.toml. Times within one folder are "
    "compared by collabnet waves."
)
_DAY = timedelta(days=1)


def apart(earlier: Coalition, later: Coalition) -> Cut:
    """Cut two folders down to two times, and say what was cut.

    This year's folder often holds last year's rows too. Of the survey the last wave of each
    folder is taken, of the earlier one the last that isn't the later one's too; ties of no wave
    stay. Months in both logs count for the earlier one. Two logs of the very same months stay as
    they are: one corrects the other.

    Raises
    ------
    CollabnetError
        If the later log ends before the earlier one does and begins no later.

    Examples
    --------
    >>> import collabnet as cn
    >>> both = cn.load("sample:two_waves")
    >>> _, _, said = apart(coalition_of_wave(both, "2023"), both)
    >>> said[0]
    'Ties are those of wave 2024 in the later folder and of wave 2023 in the earlier one.'
    """
    old, new, of_waves = _waves_apart(earlier, later)
    old, new, of_months = _months_apart(old, new)
    return old, new, (*of_waves, *of_months)


def _waves_apart(earlier: Coalition, later: Coalition) -> Cut:
    old, new = waves_of(earlier), waves_of(later)
    if not old and not new:
        return earlier, later, ()
    last = new[-1:]
    others = [wave for wave in old if not (wave in last and _is_same(wave, earlier, later))]
    first = tuple(others[-1:]) or old[-1:]
    cut = [
        coalition_of_wave(one, wave[0]) if wave else one
        for one, wave in ((earlier, first), (later, last))
    ]
    if old and not others:
        said = (
            f"Both folders end with wave {last[0]}, and the earlier one has no wave before it: "
            "what differs in its ties was corrected."
        )
    elif len(old) > 1 or len(new) > 1:
        told = [f"wave {wave[0]}" if wave else "no wave" for wave in (last, first)]
        said = (
            f"Ties are those of {told[0]} in the later folder and of {told[1]} in the earlier one."
        )
    else:
        return cut[0], cut[1], ()
    return cut[0], cut[1], (said,)


def _is_same(wave: str, earlier: Coalition, later: Coalition) -> bool:
    """Whether both folders mean the same time by a label, as far as they say."""
    return wave_day(wave, earlier.settings.survey) == wave_day(wave, later.settings.survey)


def _months_apart(earlier: Coalition, later: Coalition) -> Cut:
    one, other = earlier.period, later.period
    has_logs = len(earlier.referrals) > 0 and len(later.referrals) > 0
    if not has_logs or one is None or other is None or one.end < other.start:
        return earlier, later, ()
    if one == other:
        return earlier, later, (SAME_MONTHS,)
    if one.end < other.end:
        cut = _from(later, one.end + _DAY, other.end)
        return earlier, cut, _said("later", "earlier", later, cut)
    if one.start < other.start:
        cut = _from(earlier, one.start, other.start - _DAY)
        return cut, later, _said("earlier", "later", earlier, cut)
    raise CollabnetError(
        "Two times need an earlier and a later one; all months of the second log "
        f"({months_words(other)}) are in the first ({months_words(one)}). Give the earlier time "
        "first, or compare times of one folder: cn.waves(coalition)."
    )


def _from(coalition: Coalition, start: date, end: date) -> Coalition:
    return within(coalition, Period(start, end))


def _said(which: str, other: str, whole: Coalition, cut: Coalition) -> tuple[str, ...]:
    undated = int(whole.referrals["on"].isna().sum())
    said = [
        f"The {which} folder holds months of the {other} one too. So of its log only "
        f"{months_words(cut.period)} counts."
    ]
    if undated:
        said.append(
            f"{capital(count(undated, 'referral'))} of the {which} folder without a date "
            f"{'is' if undated == 1 else 'are'} left out: the month isn't known."
        )
    return tuple(said)
