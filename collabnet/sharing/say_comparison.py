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
NOT_KNOWN = "not known"
NAMES = tuple[str, str]
Said = tuple[str, str]
"""What becomes of a sentence: "alike", "differs" or "open"; and the sentence."""
Part = tuple[str, str, str]
"""What is told of a link, and the words for each site."""
OPEN = Verdict("open", "what is not known leaves open how far they differ")

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


def as_sure(verdict: Verdict, kind: str) -> str:
    """What becomes of a sentence: only what may be compared is called alike or unlike."""
    return kind if verdict.comparable == "yes" else "open"


def verdict_of(one: Figure) -> Verdict:
    """The verdict on a figure; "open" where it may be compared and too little is known to."""
    return OPEN if one.verdict.comparable == "yes" and judge(one) == "open" else one.verdict


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
        return NOT_KNOWN
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
        return NOT_KNOWN
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
        if one.unit == "people" and one.a.of:
            about += f", in {one.a.of:,} referrals of each log that name somebody"
        end = {
            "alike": " That is about the same.",
            "differs": "",
            "open": f" {capital(OPEN.reason)}.",
        }
        yield as_sure(one.verdict, judged), f"{about}: {listed(both)}.{end[judged]}"


def say_positions(pairs: Iterable[PositionPair], names: NAMES) -> Iterator[Said]:
    """Say where both sites stand among random networks of their own size and ties."""
    for one in pairs:
        if one.verdict.comparable == "no":
            continue
        what = f"{NETWORK_WORDS[one.network]} {MEASURE_WORDS[one.measure]}"
        a, b = BAND_WORDS[one.a.band], BAND_WORDS[one.b.band]
        if one.a.band == one.b.band:
            yield as_sure(one.verdict, "alike"), f"{what} {a} in both."
        else:
            said = f"{what} {a} in {names[0]}, {b} in {names[1]}."
            yield as_sure(one.verdict, "differs"), said


class LinkWords(NamedTuple):
    """A link that both sites use, in the words of an audience.

    Attributes
    ----------
    link : from which agency to which
    verdict : whether it may be compared
    parts : what is told of it, and the words for each site; empty where it may not be
    """

    link: str
    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def unlike(self) -> tuple[Part, ...]:
        """The parts that differ."""
        return tuple(part for part in self.parts if part[1] != part[2] and part not in self.open)

    @property
    def open(self) -> tuple[Part, ...]:
        """The parts that aren't known of a site."""
        return tuple(part for part in self.parts if any(NOT_KNOWN in words for words in part[1:]))

    @property
    def is_open(self) -> bool:
        """Whether what is not known leaves open whether the link is held alike."""
        return bool(self.open) and not self.unlike


def say_links(links: Iterable[LinkWords], n_all: int, names: NAMES, log: Verdict) -> Iterator[Said]:
    """Say how the links that both sites use differ, and how many those are.

    ``log`` is whether figures of the logs may be compared.
    """
    for kind, said in _links_said(list(links), n_all, names):
        yield as_sure(log, kind), said


def _links_said(found: Sequence[LinkWords], n_all: int, names: NAMES) -> Iterator[Said]:
    if n_all:
        used = number(len(found)) if found else "none"
        said = f"Links between agencies with a counterpart: {number(n_all)}; both sites use {used}."
        yield "alike" if len(found) == n_all else "differs", said
    told = [one for one in found if one.parts]
    alike = [one.link for one in told if not one.unlike and not one.open]
    unsure = [one.link for one in told if one.is_open]
    # Those that one departure ends in one site only come first; then by name, never by size.
    unlike = sorted((one for one in found if one.unlike), key=lambda one: (_rank(one), one.link))
    for one in unlike[:MOST_LINKS]:
        parts = [part for part in one.parts if part in (*one.unlike, *one.open)]
        sites = (
            f"{name}: {'; '.join(f'{part[0]} {part[place]}' for part in parts)}"
            for place, name in enumerate(names, start=1)
        )
        yield "differs", f"The link {one.link}. {'. '.join(sites)}."
    if more := len(unlike) - MOST_LINKS if len(unlike) > MOST_LINKS else 0:
        yield "differs", f"{capital(count(more, 'more link'))} differ: the table has them."
    if alike:
        yield "alike", f"Held alike in both: {_named(alike)}."
    if unsure:
        yield "open", f"Not known well enough to compare: {_named(unsure)}."
    without = [one for one in found if not one.parts]
    for reason in dict.fromkeys(one.verdict.reason for one in without):
        links = [one.link for one in without if one.verdict.reason == reason]
        yield "open", f"Not compared: {_named(links)} ({reason})."


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
