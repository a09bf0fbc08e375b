"""Early warnings and what changed, as sentences: links that weaken, never people to blame."""

from collections.abc import Mapping
from dataclasses import replace

from collabnet.comparison.months import months_words
from collabnet.comparison.waves.compared import WaveComparison
from collabnet.comparison.waves.fades import ENOUGH, Fade
from collabnet.comparison.waves.over_time import OverTime
from collabnet.comparison.waves.quiet_links import Silence
from collabnet.comparison.waves.windows import MONTHS
from collabnet.model.response import response, response_phrases
from collabnet.model.sheets import build_sheets
from collabnet.risk.finding import Finding
from collabnet.risk.nouns import plural
from collabnet.risk.wording import Speaker, capital, count, number, share

ASK = "This may be leave, a new task or another way of keeping the log: ask there."
ASK_LINK = "This may be no cases, another way to send them or another way of keeping the log: ask."
HOW_OFTEN = (
    "Of logs in which nothing changes at most 5 in 100 warn of anything. Warnings are questions, "
    "not findings: some will be wrong, and some changes are missed."
)
WINDOWS_ALONE = (
    "Each window is assessed by itself, and by the log alone: who is in contact with whom has no "
    "month. With fewer referrals than in the whole log, some findings come and go by chance."
)
ONE_LOG = (
    "Early warnings were not looked for: they need one log over both times. Bring both years into "
    "one folder with collabnet import; then collabnet waves and that folder tell them."
)
LOG_OF_ONE = "Referrals are logged of one of the two times only, so no pathway is compared."
UNTRIED = "How much is found was tried with windows of six months only."
ABOUT_PEOPLE = (
    "Early warnings, and all that the log tells over time, stay with those who hold the data: they "
    "are about few people."
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
    """Say what the warnings could see in this log; nothing where there is none."""
    if not found.has_log:
        return ()
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
            f"{_are(carriers)} watched. {_found(enough) if found.months == MONTHS else UNTRIED} "
            "Whoever carries a link alone has nobody to be compared with: only silence is told."
        )
    return seen, HOW_OFTEN


def _found(enough: int) -> str:
    """Say of how many carriers a halving is mostly found, in windows of six months."""
    return (
        f"{_or_none(enough)} of them {'carry' if enough > 1 else 'carries'} {ENOUGH} referrals in "
        "six months or more: from there on it is mostly found within a year if half of it moves "
        "to colleagues. With fewer only larger falls are found."
    )


def answered_lines(one: WaveComparison) -> tuple[str, ...]:
    """Say who answered both times, and how much is not compared."""
    told = one.tie_changes
    answered = "answered" if told.is_survey else "told of ties"
    if not told.is_asked:
        return ("Ties are known of one of the two times only, so none is compared.",)
    if not told.is_recorded:
        said = [f"It is not recorded for both times who {answered}, so everybody in both counts."]
    else:
        both, *once = len(told.both), told.earlier_only, told.later_only
        first, second = (_or_none(n).lower() for n in once)
        said = [
            f"{_or_none(both)} {answered} both times{f' and {_are(both)} compared' * bool(both)}; "
            f"{first} {answered} only the first time, {second} only the second."
        ]
    out = told.left_out_earlier + told.left_out_later
    if out:
        said.append(
            f"{count(out, 'tie').capitalize()} {_are(out)} not compared: "
            f"somebody at an end {answered} once only."
        )
    return tuple(said)


def response_lines(one: WaveComparison, waves: Mapping[str, str]) -> tuple[str, ...]:
    """Say how many of those asked answered at each time: a missing answer is unknown.

    ``waves`` gives the words for waves; those that aren't in it are called what they are.
    """
    times = [time for time in (one.earlier, one.later) if time.settings.survey.merge]
    rates = [[response(sheet) for sheet in build_sheets(time)] for time in times]
    found = [
        response_phrases(replace(rate, wave=waves.get(rate.wave, rate.wave)) for rate in of)
        for of in rates
    ]
    said = dict.fromkeys(phrase for phrases in found for _, phrase in phrases)
    return tuple(f"{phrase}." for phrase in said)


def changed_line(before: Finding, after: Finding) -> tuple[str, str]:
    """Say what a finding said at each time, with its severity where that changed."""
    if before.severity == after.severity:
        return before.sentence, after.sentence
    first, second = (f"{capital(one.severity)}: {one.sentence}" for one in (before, after))
    return first, second


def _or_none(n: int) -> str:
    return number(n).capitalize() if n else "None"


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
