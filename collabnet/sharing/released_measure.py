"""A measure as an audience may see it."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Literal, NamedTuple

import pandas as pd

from collabnet.sharing.audiences import Audience
from collabnet.sharing.released import SEAL


class Spread(NamedTuple):
    """How the values of one column are spread, without saying whose they are.

    Attributes
    ----------
    name, unit : of the column, in words
    kind : what the values are: numbers, 1 and 0 for yes and no, or the number of a part that an
        actor belongs to
    values : those there are, in order of size
    n_undefined : how many have none
    """

    name: str
    unit: str
    kind: Literal["number", "yes or no", "part"]
    values: tuple[float, ...]
    n_undefined: int


@dataclass(frozen=True)
class ReleasedMeasure:
    """One measure of every person or agency, as a table in words.

    Attributes
    ----------
    audience, notice, name, label : as in `Released`
    measure : its name in the catalogue
    level : "people" or "agencies"
    actors, n_ties : how many of whom, in words; pairs with a tie, each direction by itself
    notices : sentences on what was left out, who answered and how ties were taken
    settings : the options it was computed with
    spreads : the values of each column by size, for charts
    table : DataFrame of text, by name and never by value: Name, for people Agency, then the values
    undefined : how many values are undefined, and why; "" where none is
    """

    audience: Audience
    notice: str
    name: str
    label: str
    measure: str
    level: str
    actors: str
    n_ties: int
    notices: tuple[str, ...]
    settings: Mapping[str, str]
    spreads: tuple[Spread, ...]
    table: pd.DataFrame
    undefined: str
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_measure(coalition, "
                "measure)."
            )
