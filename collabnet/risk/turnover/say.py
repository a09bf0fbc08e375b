"""What is assumed about departures, and what the order of the first findings hangs on, in words."""

from collections.abc import Mapping, Sequence

from collabnet.model import Assumptions, Coalition
from collabnet.model.settings import Range
from collabnet.risk.turnover.rates import rates_of
from collabnet.risk.turnover.sensitivity import Sensitivity
from collabnet.risk.wording import listed, share

NO_RATES = "No departure rates were given"
CHANGES = {
    "departure_rate": "people left at {} a year, not {}",
    "takeover": "colleagues of unknown unit took over {}, not {}",
    "weeks_to_fill": "a post took {} weeks to fill, not {}",
    "weeks_can_wait": "a referral could wait {} weeks, not {}",
    "weeks_to_rebuild": "an informal tie took {} weeks to build anew, not {}",
    "trust_share": "successors began at {} of what was agreed, not {}",
    "trust_weeks": "successors took {} weeks to be trusted, not {}",
}
"""What would have to be otherwise, with the value at which the order changes and that assumed."""
_SHARES = ("takeover", "trust_share")


def has_rates(coalition: Coalition) -> bool:
    """Whether anybody has a rate of leaving."""
    return coalition.settings.assumptions.departure_rate is not None or bool(rates_of(coalition))


def rates_sentences(coalition: Coalition) -> str:
    """Say at what rates people were taken to leave, and what else was assumed, with ranges."""
    assumed = coalition.settings.assumptions
    if not has_rates(coalition):
        return f"{NO_RATES}, so no chances were computed."
    return (
        f"Assumed were {_rates(coalition)}, {weeks_words(assumed)}. An informal tie "
        f"takes {_weeks(assumed.weeks_to_rebuild, assumed.rebuild_range)} to build anew; "
        f"colleagues of the same unit take over all, of another unit nothing, where that isn't "
        f"known {_shares(assumed.takeover)}; after a departure what was agreed works at "
        f"{_shares(assumed.trust_share)} for {_numbers(assumed.trust_weeks)} weeks."
    )


def chances_sentence(coalition: Coalition) -> str:
    """Say what the chances assume, to any audience."""
    assumed = coalition.settings.assumptions
    if not has_rates(coalition):
        return (
            f"{NO_RATES}: findings say what would break if somebody left, not how likely that is."
        )
    return (
        f"Chances assume {_rates(coalition)}, {weeks_words(assumed)}, "
        f"{_weeks(assumed.weeks_to_rebuild, assumed.rebuild_range)} to rebuild an informal tie, "
        "and show what is lost if colleagues of unknown unit take over "
        f"{_shares(assumed.takeover)}."
    )


def years_words(years: float) -> str:
    """The time within which people may leave.

    Examples
    --------
    >>> years_words(1.0), years_words(2.0), years_words(0.25)
    ('a year', '2 years', '3 months')
    """
    if years == 1:
        return "a year"
    return f"{years:g} years" if years > 1 else f"{years * 12:.2g} months"


def weeks_words(assumed: Assumptions) -> str:
    """The weeks to fill a post, and those that a referral can wait."""
    return (
        f"{_weeks(assumed.weeks_to_fill, assumed.fill_range)} to fill a post, "
        f"{_weeks(assumed.weeks_can_wait, assumed.wait_range)} that a referral can wait"
    )


def _rates(coalition: Coalition) -> str:
    """The rates, without counts of people: it may be said to anybody."""
    assumed = coalition.settings.assumptions
    of_posts = any(r.source.startswith("posts.csv") for r in rates_of(coalition).values())
    said = []
    if assumed.departure_rate is not None:
        whom = "each person whose post was not asked about" if of_posts else "each person"
        said.append(f"{assumed.departure_rate:g} departures a year for {whom}")
        said[-1] += f" ({assumed.rate_label})"
    if of_posts:
        said.append("how often each post changed hands (posts.csv)")
    if assumed.role_rates:
        said.append("a rate of their own for some roles")
    over = "" if assumed.years == 1 else f" over {years_words(assumed.years)}"
    return listed(said) + over


def order_sentences(
    found: Sequence[Sensitivity],
    disrupted: Mapping[str, tuple[float, Range]],
    names: Mapping[str, str],
) -> tuple[str, ...]:
    """Say which links are disrupted most, and what would change their order.

    Parameters
    ----------
    disrupted : by id of a finding, referrals disrupted a year as assumed, and the range
    names : what to call the link of each finding
    """
    if not found:
        return ()
    first = [f"{names[one]} ({_disrupted(*disrupted[one])})" for one in found[0].order]
    return f"Links by referrals delayed or lost: {'; '.join(first)}.", order_sentence(found)


def _disrupted(as_assumed: float, ends: Range) -> str:
    said, span = f"{as_assumed:.1f}", _numbers(ends, 1)
    return f"{said} a year" if span == said else f"{said} a year, {span} within all ranges"


def order_sentence(found: Sequence[Sensitivity]) -> str:
    """Say at which values the order of the first three links changes, or that none does."""
    changes = [one for one in found if one.changes_at == one.changes_at]
    if not changes:
        return "No one of the assumptions, within its range, changes the order of these links."
    told = [
        CHANGES[one.assumption].format(*(_value(one, v) for v in (one.changes_at, one.value)))
        for one in changes
    ]
    return f"Their order would change if {'; or if '.join(told)}."


def _value(one: Sensitivity, value: float) -> str:
    if one.assumption in _SHARES:
        return share(value)
    return f"{value:.2g}" if one.assumption == "departure_rate" else f"{value:.3g}"


def _weeks(value: float, stated: Range | None) -> str:
    return f"{_numbers(stated) if stated else f'{value:g}'} weeks"


def _numbers(ends: Range, digits: int | None = None) -> str:
    low, high = (f"{end:g}" if digits is None else f"{end:.{digits}f}" for end in ends)
    return low if low == high else f"{low} to {high}"


def _shares(ends: Range) -> str:
    low, high = share(ends[0]), share(ends[1])
    return low if low == high else f"{low} to {high}"
