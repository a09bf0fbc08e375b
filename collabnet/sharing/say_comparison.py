"""What is alike in two sites, what differs and what is left open, in sentences."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from collabnet.comparison.conditions import Verdict
from collabnet.comparison.figures import Figure, PositionPair, Value
from collabnet.risk.wording import capital, count, listed, number, share, span
from collabnet.sharing.released_comparison import Told

POINTS = 0.1
"""Shares differ from ten points in a hundred on."""
TIMES = 1.5
"""Numbers of people or agencies differ where one is half as much again."""
MOST_LINKS = 3
"""So many links are told of before the tables,"""
MOST_NAMED = 3
"""and so many that are alike are named."""
ENDS = "one departure ends it:"
NAMES = tuple[str, str]
Said = tuple[str, str]
"""What becomes of a sentence: "alike", "differs" or "open"; and the sentence."""

MEASURE_WORDS = {
    "centralization": "gather around one agency (centralization)",
    "fragmentation": "fall apart into separate parts (fragmentation)",
    "reciprocity": "go both ways (reciprocity)",
    "transitivity": "close into triangles (transitivity)",
}
NETWORK_WORDS = {"referrals": "Links with referrals", "contacts": "Contacts between agencies"}
SENTENCES = {
    "lost_for_good": "Referrals lost for good if one person leaves",
    "on_paper": "Referrals covered by an agreement, where that is known",
    "senders": "People who send",
    "receivers": "People who receive",
    "mean_contacts": "Agencies that each is in contact with, on average",
}
BAND_WORDS = {
    "more": "more than by chance",
    "less": "less than by chance",
    "as many": "as by chance",
}


def judge(one: Figure) -> str:
    """Say whether a figure is alike in both sites, differs, or is left open by what isn't known."""
    if one.verdict.comparable == "no" or one.a.low != one.a.low or one.b.low != one.b.low:
        return "open"
    low, high = sorted((one.a, one.b), key=lambda each: (each.low, each.high))
    if differ(low.high, high.low, one.unit):
        return "differs"
    ends = [value for each in (low, high) for value in (each.low, each.high)]
    return "open" if differ(min(ends), max(ends), one.unit) else "alike"


def differ(less: float, more: float, unit: str) -> bool:
    """Whether two figures of a unit are far enough from each other to be said to differ.

    Examples
    --------
    >>> differ(0.2, 0.25, "share"), differ(0.2, 0.3, "share"), differ(3.0, 8.0, "people")
    (False, True, True)
    """
    if less >= more:
        return False
    return round(more - less, 9) >= POINTS if unit == "share" else more >= TIMES * less


def share_cell(value: Value) -> str:
    """A share with what it is a share of; a range where it isn't known exactly.

    Examples
    --------
    >>> share_cell(Value(0.25, 0.25, 0.25, 8)), share_cell(Value(float("nan"), 0.0, 0.5, 8))
    ('25 % (2 of 8)', '0 % to 50 % (0 to 4 of 8)')
    """
    if value.low != value.low:
        return "not known"
    counts = span(value.low * value.of, value.high * value.of)
    ends = dict.fromkeys((share(value.low), share(value.high)))
    return f"{' to '.join(ends)} ({counts} of {value.of:,})"


def number_cell(value: Value) -> str:
    """A number of people or agencies to one decimal, with its range.

    Examples
    --------
    >>> number_cell(Value(5.0, 4.99, 10.4, 53)), number_cell(Value(1.0, 1.0, 1.0, 53))
    ('5.0 (to 10.4)', '1.0')
    """
    if value.value != value.value:
        return "not known"
    said, low, high = (f"{each:.1f}" for each in (value.value, value.low, value.high))
    if low == high:
        return said
    return f"{said} (to {high})" if low == said else f"{said} ({low} to {high})"


def say_figures(
    found: Iterable[Figure], names: NAMES, known: Collection[Verdict]
) -> Iterator[Said]:
    """Say the figures that tell most: the headline pair, who sends and receives, contacts.

    ``known`` is what is said of all figures of a kind: it isn't said again of each.
    """
    for one in found:
        if one.name not in SENTENCES:
            continue
        if one.verdict.comparable == "no":
            if one.verdict not in known:
                yield "open", f"{SENTENCES[one.name]}: {one.verdict.reason}."
            continue
        judged = judge(one)
        cell = share_cell if one.unit == "share" else number_cell
        both = [f"{name} {cell(value)}" for name, value in zip(names, (one.a, one.b), strict=True)]
        about = SENTENCES[one.name]
        if one.unit == "people":
            about += f", in {one.a.of:,} referrals of each log that name somebody"
        end = {
            "alike": " That is about the same.",
            "differs": "",
            "open": " What is not known leaves open how far they differ.",
        }
        yield judged, f"{about}: {listed(both)}.{end[judged]}"


def say_positions(pairs: Iterable[PositionPair], names: NAMES) -> Iterator[Said]:
    """Say where both sites stand among random networks of their own size and ties."""
    for one in pairs:
        if one.verdict.comparable == "no":
            continue
        what = f"{NETWORK_WORDS[one.network]} {MEASURE_WORDS[one.measure]}"
        a, b = BAND_WORDS[one.a.band], BAND_WORDS[one.b.band]
        if one.a.band == one.b.band:
            yield "alike", f"{what} {a} in both."
        else:
            yield "differs", f"{what} {a} in {names[0]}, {b} in {names[1]}."


class LinkWords(NamedTuple):
    """A link that both sites use, in the words of an audience.

    Attributes
    ----------
    link : from which agency to which
    parts : what is told of it, and the words for each site; empty where it has too few referrals
    """

    link: str
    parts: tuple[tuple[str, str, str], ...]

    @property
    def unlike(self) -> tuple[tuple[str, str, str], ...]:
        """The parts that differ."""
        return tuple(part for part in self.parts if part[1] != part[2])


def say_links(links: Iterable[LinkWords], n_all: int, names: NAMES) -> Iterator[Said]:
    """Say how the links that both sites use differ, and how many those are."""
    found = list(links)
    if n_all:
        used = number(len(found)) if found else "none"
        said = f"Links between agencies with a counterpart: {number(n_all)}; both sites use {used}."
        yield "alike" if len(found) == n_all else "differs", said
    few = [one.link for one in found if not one.parts]
    alike = [one.link for one in found if one.parts and not one.unlike]
    # Those that one departure ends in one site only come first; then by name, never by size.
    unlike = sorted((one for one in found if one.unlike), key=lambda one: (_rank(one), one.link))
    for one in unlike[:MOST_LINKS]:
        told = (
            f"{name}: {'; '.join(f'{part[0]} {part[place]}' for part in one.unlike)}"
            for place, name in enumerate(names, start=1)
        )
        yield "differs", f"The link {one.link}. {'. '.join(told)}."
    if more := len(unlike) - MOST_LINKS if len(unlike) > MOST_LINKS else 0:
        yield "differs", f"{capital(count(more, 'more link'))} differ: the table has them."
    if alike:
        yield "alike", f"Held alike in both: {_named(alike)}."
    if few:
        yield "open", f"Too few referrals to compare: {_named(few)}."


def _rank(one: LinkWords) -> int:
    return 0 if any(part[0] == ENDS for part in one.unlike) else 1


def _named(links: Sequence[str]) -> str:
    """A few links by their agencies, more by their number."""
    if len(links) > MOST_NAMED:
        return f"{number(len(links))} links"
    return f"the link{'s' if len(links) > 1 else ''} {'; '.join(links)}"


def told(said: Iterable[Said]) -> Told:
    """Sort sentences by what becomes of them."""
    kept = list(said)
    return Told(*(tuple(text for kind, text in kept if kind == name) for name in KINDS))


KINDS = ("alike", "differs", "open")
