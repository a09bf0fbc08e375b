"""What a large log holds, counted: pathways, carriers, and what became of every row."""

from dataclasses import dataclass, field

import pandas as pd

from collabnet.data.issues import Problem, counted

OUTCOMES = (
    "made", "acknowledged", "accepted", "declined", "waitlisted", "served", "closed_unreached",
    "open", "cancelled",
)  # fmt: skip
"""The outcomes that get a column of their own; what the vocabulary lacks is ``n_other_status``."""


@dataclass(frozen=True)
class Counts:
    """A large log, counted. Rows read are those counted, rejected and skipped, always.

    Attributes
    ----------
    pathways : one row for each from_agency, to_agency and service: n_referrals, first_on, last_on,
        one column for each outcome (n_accepted and so on), n_from_people (different people who
        are named), n_from_unknown (rows that name nobody), n_from_position (rows whose person is
        an agency), and n_clients where clients were linked
    carriers : one row for each from_agency, to_agency and from_person: n_referrals, first_on,
        last_on; blanks are nobody and have no row
    paths : where clients were linked, one row for each from_agency, via_agency and to_agency:
        n_clients, different clients sent from the first to the second, and on that day or later
        from there to the third, whatever the service; without rows else
    rejected : file, row, line, column, code, message and remedy of rejected rows, the first
        thousand of each file
    rejected_by_code : how many rows were rejected, by code
    problems : what is worth knowing of the files
    n_clients : different clients in all that was counted; None where they were not linked
    """

    pathways: pd.DataFrame
    carriers: pd.DataFrame
    rejected: pd.DataFrame
    rejected_by_code: dict[str, int]
    problems: list[Problem]
    n_read: int
    n_counted: int
    n_rejected: int
    n_skipped: int
    n_clients: int | None = None
    paths: pd.DataFrame = field(default_factory=pd.DataFrame)

    def __repr__(self) -> str:
        """Say how much was counted; never what."""
        return f"Counts({len(self.pathways)} pathways, {self.n_counted} of {self.n_read} rows)"

    @property
    def balance(self) -> str:
        """What became of the rows, in a sentence.

        Examples
        --------
        >>> nothing = pd.DataFrame()
        >>> Counts(nothing, nothing, nothing, {}, [], 12, 9, 2, 1).balance
        '12 rows read: 9 counted, 2 rejected, 1 skipped.'
        """
        return (
            f"{counted(self.n_read, 'row')} read: {self.n_counted} counted, {self.n_rejected} "
            f"rejected, {self.n_skipped} skipped."
        )
