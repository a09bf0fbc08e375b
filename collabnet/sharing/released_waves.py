"""A coalition over time as an audience may see it."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Any

import pandas as pd

from collabnet.sharing.audiences import Audience
from collabnet.sharing.released import SEAL

Drawn = Mapping[str, list[dict[str, Any]]]
NO_MAP: Drawn = {"agencies": [], "people": [], "ties": []}


@dataclass(frozen=True)
class ReleasedTimes:
    """Two times of a coalition, compared.

    Attributes
    ----------
    what : "survey", "coded" (ties with waves but no answers), "log" or "both"
    title : what the two times are, in words
    said : how many answered; internal, what was cut off and what is not compared too
    counts : What, Kept, New, Lost, Kept of all; all text
    changes : What, From, To, Change; without rows outside internal
    measures : What, Earlier, Later, Chance; without rows outside internal
    figures : What, Earlier, Later; without rows outside internal
    gained, mended, broken : sentences of findings that are new, gone, or gone with their link;
        none outside internal
    unclear : those of a pathway that is there still, with too few referrals to rank it
    changed : findings of both times that say something else, each before and now; none outside
    map : agencies, people and ties, each tie with ``change``; empty outside internal
    """

    what: str
    title: str
    said: tuple[str, ...]
    counts: pd.DataFrame
    changes: pd.DataFrame
    measures: pd.DataFrame
    figures: pd.DataFrame
    gained: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    map: Drawn = field(default_factory=lambda: NO_MAP)


@dataclass(frozen=True)
class ReleasedWaves:
    """A coalition over time in words.

    Attributes
    ----------
    audience, notice, name, label : as in `Released`
    warnings : early warnings that hold to the end of the log, in sentences; none outside internal
    earlier_warnings : those that held for a while and hold no longer
    watch : what the warnings can and can't see, in sentences
    windows : Window, Referrals, Inside an agency, Pathways, Kept, New, Lost; all text, without
        rows outside internal
    times : the log's last window beside an earlier one, then each wave beside the one before;
        outside internal those with survey ties alone
    is_watched : whether early warnings were looked for
    """

    audience: Audience
    notice: str
    name: str
    label: str
    warnings: tuple[str, ...]
    earlier_warnings: tuple[str, ...]
    watch: tuple[str, ...]
    windows: pd.DataFrame
    times: tuple[ReleasedTimes, ...]
    is_watched: bool = False
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError("Only collabnet.sharing makes released values: call release_waves.")
