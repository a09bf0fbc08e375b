"""What a test gives back: a table, a sentence, and what a reader should know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

import pandas as pd

from collabnet.model.errors import CollabnetError


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """A table of numbers with the sentence that says what they mean.

    Attributes
    ----------
    table : the numbers; the function says what its columns are
    sentence : what was found, for somebody who knows no statistics
    notes : what a reader should know before using it, as what was left out
    settings : the options used, the seed and the number of draws among them
    """

    table: pd.DataFrame
    sentence: str
    notes: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def row(self) -> pd.Series:
        """The only row of the table, by column: ``found.row["p_greater"]``.

        Raises
        ------
        CollabnetError
            If the table has more than one row.

        Examples
        --------
        >>> Result(pd.DataFrame({"r": [0.5]}), "Some.").row["r"].item()
        0.5
        """
        if len(self.table) != 1:
            raise CollabnetError(
                f"row needs a table of one row; this one has {len(self.table)}. Use table."
            )
        return self.table.iloc[0]

    def __repr__(self) -> str:
        shown = self.table.to_string(index=False)
        return "\n".join([self.sentence, "", shown, *(f"Note: {one}" for one in self.notes)])

    def _repr_html_(self) -> str:
        """Show the sentence, the table and the notes in a notebook; every name is escaped."""
        notes = "".join(f"<p><small>{escape(one)}</small></p>" for one in self.notes)
        shown = self.table.to_html(index=False, border=0, na_rep="undefined", escape=True)
        return f"<div><p>{escape(self.sentence)}</p>{shown}{notes}</div>"


def p_words(p: float) -> str:
    """Say a p value in words: rounded, and never as zero.

    Examples
    --------
    >>> p_words(0.0314), p_words(0.0001), p_words(float("nan"))
    ('p = 0.031', 'p < 0.001', 'p undefined')
    """
    if p != p:
        return "p undefined"
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def by_chance(p: float) -> str:
    """Say how often chance gives as much, for somebody who has not met p values.

    Examples
    --------
    >>> by_chance(0.113), by_chance(0.004)
    ('chance gives as much in 11 of 100 cases (p = 0.113)', \
'chance gives as much in fewer than 1 of 100 cases (p = 0.004)')
    """
    if p != p:
        return "how often chance gives as much is undefined"
    often = "fewer than 1" if p < 0.01 else f"{100 * p:.0f}"
    return f"chance gives as much in {often} of 100 cases ({p_words(p)})"


def percent(share: float) -> str:
    """Say a share as a percentage.

    Examples
    --------
    >>> percent(0.486)
    '49 %'
    """
    return f"{100 * share:.0f} %"
