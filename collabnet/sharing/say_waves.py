"""Early warnings and what changed, as sentences: links that weaken, never people to blame."""

from collabnet.comparison.months import months_words
from collabnet.comparison.waves.compared import WaveComparison
from collabnet.comparison.waves.fades import ENOUGH, Fade
from collabnet.comparison.waves.over_time import OverTime
from collabnet.comparison.waves.quiet_links import Silence
from collabnet.model.response import response, response_phrases
from collabnet.model.sheets import build_sheets
from collabnet.risk.nouns import plural
from collabnet.risk.wording import Speaker, count, number, share

ASK = "This may be leave, a new task or another way of keeping the log: ask there."
ASK_LINK = "This may be no cases, another way to send them or another way of keeping the log: ask."
HOW_OFTEN = (
    "Of logs in which nothing changes at most 5 in 100 warn of anything. Warnings are questions: "
    "docs/reference/early-warnings.md tells how often they are right."
)
WINDOWS_ALONE = (
    "Each window is assessed by itself: with fewer referrals than in the whole log, some findings "
    "come and go by chance."
)
ABOUT_PEOPLE = (
    "Early warnings, referrals and lists of links stay with those who hold the data: they are "
    "about few people."
)


def say_fade(one: Fade, speaker: Speaker) -> str:
    """Say that a link's work has moved away from one of its carriers.

    >>> from datetime import date
    >>> from collabnet.model import Period
    >>> class Plain:
    ...     def agency(self, agency): return agency.title()
    ...     def noun(self, people): return "officer"
    >>> spring, summer = (Period(date(2024, a, 1), date(2024, b, 30)) for a, b in ((1, 6), (7, 9)))
    >>> say_fade(Fade("court", "home", "o1", summer, spring, 2, 20, 20, 40, 3, 0.01, True), Plain())
    ... # doctest: +NORMALIZE_WHITESPACE
    'One of the three officers who carry the link from Court to Home carries less than half of what
    they did. From July 2024 to September 2024 it was 2 of 20 referrals (10 %); before, 20 of 40
    (50 %). This may be leave, a new task or another way of keeping the log: ask there.'
    """
    noun = speaker.noun([one.person])
    kept = one.share_now / one.share_before
    less = "less than half of what they did" if kept < 0.5 else "less than they did"
    carries, tail = ("carries", ASK) if one.is_now else ("carried", "It is so no longer.")
    return (
        f"One of the {number(one.carriers)} {plural(noun)} who carry the link from "
        f"{speaker.agency(one.from_agency)} to {speaker.agency(one.to_agency)} {carries} {less}. "
        f"From {months_words(one.now)} it was {one.n_now} of {one.of_now} referrals "
        f"({share(one.share_now)}); before, {one.n_before} of {one.of_before} "
        f"({share(one.share_before)}). {tail}"
    )


def say_silence(one: Silence, speaker: Speaker) -> str:
    """Say that a link fell silent."""
    return (
        f"No referral has gone from {speaker.agency(one.from_agency)} to "
        f"{speaker.agency(one.to_agency)} in the last {count(one.months, 'month')} of the log; "
        f"{count(one.n_before, 'referral')} had in the {count(one.months_before, 'month')} before. "
        f"{ASK_LINK}"
    )


def watch_lines(found: OverTime) -> tuple[str, ...]:
    """Say what the warnings could see in this log."""
    if found.log is None:
        return (
            f"The log fills fewer than two windows of {count(found.months, 'month')}, so early "
            "warnings of carriers and a comparison of windows need more of it.",
        )
    carriers, enough = found.watched
    if not carriers:
        seen = "No carrier has colleagues on a link and enough referrals to be watched."
    else:
        seen = (
            f"{count(carriers, 'carrier').capitalize()} with colleagues on a link "
            f"{_are(carriers)} watched. {number(enough).capitalize() if enough else 'None'} of "
            f"them {'carries' if enough == 1 else 'carry'} {ENOUGH} referrals in six months or "
            "more: from there on it is mostly found within a year if half of it moves to "
            "colleagues. With fewer only larger falls are found. Whoever carries a link alone has "
            "nobody to be compared with: only silence is told."
        )
    return seen, HOW_OFTEN


def answered_lines(one: WaveComparison) -> tuple[str, ...]:
    """Say who answered both times, and how much is not compared."""
    told = one.tie_changes
    if not told.is_recorded:
        said = ["It is not recorded for both times who answered, so everybody in both is compared."]
    else:
        said = [
            f"{number(len(told.both)).capitalize()} answered both times and "
            f"{_are(len(told.both))} compared; {number(told.earlier_only)} answered only the first "
            f"time, {number(told.later_only)} only the second."
        ]
    out = told.left_out_earlier + told.left_out_later
    if out:
        said.append(
            f"{count(out, 'tie').capitalize()} {_are(out)} not compared: "
            "somebody at an end answered once only."
        )
    return tuple(said)


def response_lines(one: WaveComparison) -> tuple[str, ...]:
    """Say how many of those asked answered at each time: a missing answer is unknown."""
    times = (one.earlier, one.later) if one.earlier.settings.survey.merge else ()
    found = (response(sheet) for time in times for sheet in build_sheets(time))
    said = dict.fromkeys(phrase for _, phrase in response_phrases(found))
    return tuple(f"{phrase}." for phrase in said)


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
