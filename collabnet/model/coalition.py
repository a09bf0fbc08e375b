"""A coalition: its agencies, people, agreements, ties and referrals, checked once."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from collabnet.model import specs
from collabnet.model.ends import check_ends, complete, with_kinds
from collabnet.model.errors import CollabnetError
from collabnet.model.frames import in_shape
from collabnet.model.homes import agencies_on
from collabnet.model.period import Period, whole_months
from collabnet.model.privacy import screen_all
from collabnet.model.records import records
from collabnet.model.settings import Settings
from collabnet.model.specs import is_survey

if TYPE_CHECKING:
    from collabnet.model.network import Network

Level = Literal["people", "agencies", "sectors"]
PROBLEM_COLUMNS = (
    "file", "sheet", "row", "line", "column", "code", "level", "value", "message", "remedy",
)  # fmt: skip


class Coalition:
    """The tables of a coalition as one value that never changes.

    Made by :func:`collabnet.load` from a folder or by :meth:`from_frames` from data frames.
    Tables are read through properties; each read gives a copy, so nothing done to it changes
    the coalition. An edited copy is made by :meth:`with_tables`.
    """

    def __init__(
        self,
        tables: Mapping[str, pd.DataFrame | None],
        settings: Settings | None = None,
        *,
        problems: pd.DataFrame | None = None,
        inputs: Mapping[str, str] | None = None,
        known: Mapping[str, pd.DataFrame] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Check and shape the tables; those that are the same as in ``known`` are in shape."""
        if unknown := set(tables) - set(specs.TABLES):
            raise CollabnetError(
                f"A coalition has the tables {', '.join(specs.TABLES)}; got "
                f"{', '.join(sorted(unknown))}. Rename the table, or leave it out."
            )
        known = known or {}
        shaped = {name: in_shape(name, tables.get(name), known.get(name)) for name in specs.TABLES}
        given = {name for name, table in tables.items() if table is not None}
        self._tables = complete(shaped, given)
        check_ends(self._tables)
        self.settings = settings or Settings()
        self.inputs = MappingProxyType(dict(inputs or {}))
        self.folder = folder  # where it was read from: what leaves is written down there
        empty = pd.DataFrame(columns=list(PROBLEM_COLUMNS))
        self._problems = empty if problems is None else problems.copy()

    @classmethod
    def from_frames(
        cls,
        *,
        people: pd.DataFrame | None = None,
        agencies: pd.DataFrame | None = None,
        ties: pd.DataFrame | None = None,
        referrals: pd.DataFrame | None = None,
        memberships: pd.DataFrame | None = None,
        agreements: pd.DataFrame | None = None,
        answers: pd.DataFrame | None = None,
        posts: pd.DataFrame | None = None,
        settings: Settings | None = None,
    ) -> "Coalition":
        """Build a coalition from data frames with the columns of the coalition folder.

        A table that is left out is completed from the others: agencies from people and
        referrals, people from the person cells of referrals. Ids of clients are dropped, which
        ``problems`` says.

        Raises
        ------
        CollabnetError
            If a table lacks a needed column, an id stands twice, an end is in no table, or a
            column tells who a client is.

        Examples
        --------
        >>> log = pd.DataFrame({
        ...     "date": ["2024-01-05", "2024-02-07"],
        ...     "from_person": ["O1", "O2"], "from_agency": ["court", "court"],
        ...     "to_agency": ["program", "program"], "to_person": ["I1", "I1"],
        ... })
        >>> coalition = Coalition.from_frames(referrals=log)
        >>> list(coalition.agencies["agency_id"])
        ['court', 'program']
        """
        tables = {
            "people": people, "agencies": agencies, "ties": ties, "referrals": referrals,
            "memberships": memberships, "agreements": agreements, "answers": answers,
            "posts": posts,
        }  # fmt: skip
        kept, notes = screen_all(tables)
        problems = pd.DataFrame(notes, columns=list(PROBLEM_COLUMNS))
        return cls(kept, settings, problems=problems).with_survey_ties()

    def with_tables(self, **tables: pd.DataFrame) -> "Coalition":
        """Give a new coalition with some tables replaced; this one stays as it is."""
        return Coalition({**self._tables, **tables}, self.settings, **self._origin())

    def with_settings(self, **changes: Any) -> "Coalition":  # noqa: ANN401 - fields of Settings
        """Give a new coalition with some settings replaced; this one stays as it is."""
        settings = replace(self.settings, **changes)
        return Coalition(self._tables, settings, problems=self._problems, **self._origin())

    def _origin(self) -> dict[str, Any]:
        """What a copy keeps: tables in shape, digests of the files, where they are."""
        return {"inputs": self.inputs, "known": self._tables, "folder": self.folder}

    def with_survey_ties(self) -> "Coalition":
        """Give the coalition with a tie for each answer that says so, unless kept apart.

        Such ties keep the file and the row of their answer; those that the coalition has already
        are made anew, never twice.

        Raises
        ------
        CollabnetError
            If an answer is by or about somebody whom no table has.
        """
        if self._tables["answers"].empty:
            return self
        from collabnet.model.survey_ties import with_stated

        tables = {**self._tables, "ties": with_stated(self._tables, self)}
        return Coalition(tables, self.settings, problems=self._problems, **self._origin())

    @property
    def agencies(self) -> pd.DataFrame:
        """One row per agency."""
        return self._tables["agencies"].copy()

    @property
    def people(self) -> pd.DataFrame:
        """One row per person or group of people recorded as one."""
        return self._tables["people"].copy()

    @property
    def memberships(self) -> pd.DataFrame:
        """One row per agency that a person belongs to beside the one in ``people``."""
        return self._tables["memberships"].copy()

    @property
    def agreements(self) -> pd.DataFrame:
        """One row per agreement from one agency to another."""
        return self._tables["agreements"].copy()

    @property
    def ties(self) -> pd.DataFrame:
        """One row per tie that somebody reported; ``file`` says where: ties.csv or a survey."""
        return self._tables["ties"].copy()

    @property
    def own_ties(self) -> pd.DataFrame:
        """The ties of ties.csv alone, without those that answers to a survey state."""
        ties = self._tables["ties"]
        return ties[~ties["file"].map(is_survey).astype("bool")].reset_index(drop=True)

    @property
    def referrals(self) -> pd.DataFrame:
        """One row per referral in the log."""
        return self._tables["referrals"].copy()

    @property
    def answers(self) -> pd.DataFrame:
        """One row per answer to a survey; ``value`` as written, "" where nothing was answered."""
        return self._tables["answers"].copy()

    @property
    def posts(self) -> pd.DataFrame:
        """One row per post: how many people held it in how many years. Never about a person."""
        return self._tables["posts"].copy()

    @property
    def problems(self) -> pd.DataFrame:
        """What the reading found: one row per problem."""
        return self._problems.copy()

    @cached_property
    def _log(self) -> pd.DataFrame:
        return with_kinds(self._tables)

    def log(self, window: Period | None = None) -> pd.DataFrame:
        """Give the referrals with what stands at each end.

        Returns
        -------
        DataFrame, one row per referral
            from_id, to_id : str, a person, a group, an agency (its position) or "" (unknown)
            from_kind, to_kind : "person", "group", "position" or "unknown"
            and the columns of ``referrals``
        """
        log = self._log
        if window is not None and not isinstance(window, Period):
            raise CollabnetError(
                f"A window needs a Period of two days; got {window!r}. Write "
                "Period(date(2024, 1, 1), date(2024, 6, 30))."
            )
        if window is not None:
            first, last = pd.Timestamp(window.start), pd.Timestamp(window.end)
            log = log[log["on"].between(first, last)]
        return log.copy()

    @cached_property
    def period(self) -> Period | None:
        """The time observed: as stated, else from the first to the last month in the log."""
        stated = self.settings.period_start, self.settings.period_end
        on = self._tables["referrals"]["on"].dropna()
        if stated[0] and stated[1]:
            return Period(stated[0], stated[1])
        if on.empty:
            return None
        days = sorted(on.dt.date)  # a log may end before the stated start, or begin after the end
        found = whole_months(days[0], days[-1])
        start = stated[0] or min(found.start, stated[1] or found.start)
        return Period(start, stated[1] or max(found.end, start))

    @cached_property
    def agencies_of(self) -> Mapping[str, tuple[str, ...]]:
        """The agencies of each person at the end, home agency first; a position is its own."""
        return agencies_on(self._tables, self.period.end if self.period else None)

    def agencies_at(self, day: date | None) -> Mapping[str, tuple[str, ...]]:
        """The agencies of each person on a day, home agency first; without a day at the end."""
        return self.agencies_of if day is None else agencies_on(self._tables, day)

    def homes_at(self, day: date | None) -> dict[str, str]:
        """The first agency of each person and position on a day; at the end without one."""
        return {actor: agencies[0] for actor, agencies in self.agencies_at(day).items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each agency and person; the id where no name is given."""
        tables = (self._tables["agencies"], "agency_id"), (self._tables["people"], "person_id")
        pairs = [records(table, key, "name") for table, key in tables]
        return MappingProxyType({actor: name or actor for pair in pairs for actor, name in pair})

    @cached_property
    def outside(self) -> frozenset[str]:
        """Agencies and people outside the coalition: ends of ties only."""
        agencies, people = self._tables["agencies"], self._tables["people"]
        gone = set(agencies.loc[agencies["outside"] == "yes", "agency_id"])
        ours = people["outside"].eq("yes") | people["agency_id"].isin(gone)
        return frozenset(gone | set(people.loc[ours, "person_id"]))

    @cached_property
    def interviewed(self) -> frozenset[str]:
        """People who were asked about the contacts of their agency."""
        people = self._tables["people"]
        return frozenset(people.loc[people["interviewed"].eq("yes"), "person_id"])

    @cached_property
    def digest(self) -> str:
        """A fingerprint of the tables and settings: equal exactly when they are equal."""
        made = hashlib.sha256(repr(self.settings).encode())
        for name in specs.TABLES:
            made.update(name.encode() + self._tables[name].to_csv(index=False).encode())
        return made.hexdigest()

    def network(
        self,
        level: Level = "people",
        relations: Sequence[str] | None = None,
        window: Period | None = None,
        *,
        tie_rule: str | None = None,
        wave: str | None = None,
    ) -> "Network":
        """Build the network of people, agencies or sectors from some kinds of tie.

        See :func:`collabnet.model.build.build_network` for what becomes an actor and a tie.
        """
        from collabnet.model.build import build_network

        return build_network(
            self, level=level, relations=relations, window=window, tie_rule=tie_rule, wave=wave
        )

    def __repr__(self) -> str:
        counts = {name: len(self._tables[name]) for name in specs.TABLES}
        said = ", ".join(f"{n} {name}" for name, n in counts.items() if n)
        return f"Coalition({self.settings.name!r}: {said})"
