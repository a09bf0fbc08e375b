"""What may be shown to an audience. Only this package makes it; screens and reports take it."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from collabnet.sharing.audiences import Audience

Headline = tuple[tuple[str, str], tuple[str, str]]
"""Two pairs of words and value."""

SEAL = object()
"""Given by this package alone, so that nothing is shown that it has not let through."""


def _check(seal: object) -> None:
    if seal is not SEAL:
        raise TypeError("Only collabnet.sharing makes released values: call release(assessment).")


class ReleasedPerson(NamedTuple):
    """A person concerned by a finding, shown when it is opened."""

    name: str
    role: str
    agency: str
    id: str


@dataclass(frozen=True)
class ReleasedFinding:
    """A finding as an audience may read it.

    Attributes
    ----------
    id : stable over runs; neutral outside internal
    severity, severity_words : the term and the word for it
    sentence, remedy, sure : what is so, what would help, how sure it is
    statuses : status labels, as they stand on every line
    subjects : the link in words
    people : each person concerned, alphabetical by name; empty outside internal
    numbers : words and values of the figures behind the sentence
    chances : those of the numbers that assume how often people leave
    rows : file and row of each row it stands on; empty outside internal
    subject_ids : ids of the agencies, or of the person for a hub; empty outside internal
    """

    id: str
    kind: str
    severity: str
    severity_words: str
    sentence: str
    remedy: str
    sure: str
    statuses: str
    subjects: str
    people: tuple[ReleasedPerson, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    chances: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    subject_ids: tuple[str, ...] = ()


class Compared(NamedTuple):
    """A count of referrals before and after a change: each its smallest and largest value."""

    words: str
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True)
class Released:
    """An assessment as an audience may see it.

    Attributes
    ----------
    audience, notice : for whom, and the line that says so
    name, label, period : of the coalition; the label stands on every line, page and export
    headline : two pairs of words and value
    findings : ranked
    thin : pathways too thin to rank, without shares
    pathways, contacts : tables in plain language
    map : agencies, people and ties as the network map takes them
    unseen : what the data can't show, in sentences
    methods : a paragraph on data, rules and assumptions
    nothing_found : what is said where there are no findings, and what was not looked at
    coverage : what is covered, in sentences
    hangs_on : what the order of the first links hangs on, in sentences; empty outside internal
    answered : who answered and how good the data are, in sentences
    agreements : which are on record, in sentences
    has_log : whether there is a log of referrals
    """

    audience: Audience
    notice: str
    name: str
    label: str
    period: str
    headline: Headline
    findings: tuple[ReleasedFinding, ...]
    thin: pd.DataFrame
    pathways: pd.DataFrame
    contacts: pd.DataFrame
    map: Mapping[str, list[dict[str, Any]]]
    unseen: tuple[str, ...]
    methods: str
    nothing_found: str = ""
    coverage: tuple[str, ...] = ()
    hangs_on: tuple[str, ...] = ()
    answered: str = ""
    agreements: tuple[str, ...] = ()
    has_log: bool = True
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        _check(seal)

    @property
    def when(self) -> str:
        """Say of what time the log is."""
        return f"Log: {self.period}." if self.has_log else "There is no log of referrals."


@dataclass(frozen=True)
class ReleasedWhatIf:
    """What a change would do, as an audience may see it.

    Attributes
    ----------
    audience, notice, name, label : as in `Released`
    changes, assumes : sentences
    differences : DataFrame with the columns What, Before, After, Difference, all text
    pathways : DataFrame with the columns From, To, Before, After, On paper before, On paper
        after, all text
    carriers, contacts, chances : DataFrames of text in the same way: who carries and receives;
        what is direct between two agencies; what may be lost, where rates are given; without
        rows outside internal
    resolved, gained, changed : findings that are gone, new, or another; ``changed`` holds pairs
    broken : ids of those in ``resolved`` that are gone because the link itself is
    highlight : ids on the map as it was before: ``gone`` (people and agencies), ``lost`` and
        ``interrupted`` (ties; agencies that close are lost too)
    links : from_id, to_id (agencies on the map) and "lost", "interrupted", "reduced" or "gained"
        for each pathway that carries less, or more on paper
    headline_before, headline_after : the headline pair without and with the changes
    chances_within : the time of the chances in words, such as "a year"; "" where none are shown
    referrals : those of the differences that count referrals, as numbers; empty outside internal
    """

    audience: Audience
    notice: str
    name: str
    label: str
    changes: tuple[str, ...]
    assumes: tuple[str, ...]
    differences: pd.DataFrame
    pathways: pd.DataFrame
    carriers: pd.DataFrame
    contacts: pd.DataFrame
    chances: pd.DataFrame
    resolved: tuple[ReleasedFinding, ...]
    gained: tuple[ReleasedFinding, ...]
    changed: tuple[tuple[ReleasedFinding, ReleasedFinding], ...]
    broken: tuple[str, ...]
    highlight: Mapping[str, list[str]]
    links: tuple[tuple[str, str, str], ...]
    headline_before: Headline
    headline_after: Headline
    chances_within: str = ""
    referrals: tuple[Compared, ...] = ()
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        _check(seal)
