"""Two sites side by side as an audience may see them."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from collabnet.sharing.audiences import Audience
from collabnet.sharing.released import SEAL

Drawn = Mapping[str, list[dict[str, Any]]]


class Told(NamedTuple):
    """What is said of two sites before any table, in sentences.

    Attributes
    ----------
    alike, differs : what is so in both, and what is not
    open : what can't be compared, or isn't known well enough to say which
    """

    alike: tuple[str, ...]
    differs: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True)
class ReleasedComparison:
    """Two sites side by side in words.

    Attributes
    ----------
    audience, notice : as in `Released`
    names, labels, periods : of the first site and of the second
    months : the months that both logs cover, in words; "" where there is none
    told : what is alike, what differs, what can't be compared
    figures : What, each site by its name, Compared (yes, or no with the reason)
    positions : Ties, What, each site by its name, Compared
    links : From, To, and for each site Referrals, Senders, Receivers, On paper, One departure ends
        it; both sites' names stand before these
    agencies : each site by its name, Why
    limits : What, Why: what can't be compared
    maps : agencies, people and ties of each site, as `Released.map` has them
    same : id on the first map for an id on the second, where both have the same part
    methods : how this was worked out, in sentences
    """

    audience: Audience
    notice: str
    names: tuple[str, str]
    labels: tuple[str, str]
    periods: tuple[str, str]
    months: str
    told: Told
    figures: pd.DataFrame
    positions: pd.DataFrame
    links: pd.DataFrame
    agencies: pd.DataFrame
    limits: pd.DataFrame
    maps: tuple[Drawn, Drawn]
    same: Mapping[str, str]
    methods: tuple[str, ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_comparison(comparison)."
            )

    @property
    def label(self) -> str:
        """What stands on every line: the label of both sites, once where it is the same."""
        return "; ".join(dict.fromkeys(filter(None, self.labels)))
