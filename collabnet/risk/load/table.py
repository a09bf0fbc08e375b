"""Load as tables: who is named by how many, who carries how much, and what a departure adds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import nan

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.records import records
from collabnet.model.vocabulary import USABLE
from collabnet.risk.load.loads import LIMIT, Cascade, Loads, agency_loads, people_loads
from collabnet.risk.rows import Row

TABLE = (
    "actor_id", "level", "agency_id", "n_sent", "n_received", "referral_share",
    "n_nominations", "nomination_share", "n_uncarried", "overloaded",
)  # fmt: skip
AFTER = ("actor_id", "level", "before", "after", "ratio", "is_overloaded", "round")


class LoadTables:
    """The loads of one coalition, of its people and of its agencies."""

    def __init__(self, coalition: Coalition, rows: Sequence[Row]) -> None:
        self._coalition = coalition
        self._rows = [row for row in rows if row.is_log]
        self.people = people_loads(rows)
        self.agencies = agency_loads(rows, self._most())

    def _most(self) -> dict[str, float]:
        """The rows in the log's time that make an agency's stated capacity in a year."""
        period = self._coalition.period
        if period is None or not self._rows:
            return {}
        of_one = period.a_year(1)
        if not of_one > 0:
            return {}
        return {
            agency: capacity / of_one
            for agency, capacity in records(self._coalition.agencies, "agency_id", "capacity")
            if capacity is not None
        }

    def table(self) -> pd.DataFrame:
        """List what each person and each agency carries, and what their leaving would add.

        For scripts: people stand by id, and nothing that is passed on shows them.

        Returns
        -------
        DataFrame, one row per person, then one per agency, by id
            level : "person" or "agency"; agency_id : of a person, the first one
            n_sent, n_received : int, referrals of the log
            referral_share : float, 0 to 1, of all log rows; NaN without a log
            n_nominations : int, others who name them in a usable tie or answer; of an agency,
                other agencies
            nomination_share : float, 0 to 1, of all such pairs; NaN if there are none
            n_uncarried : float, what nobody would carry if they left; of an agency that closes,
                referrals to it for services that nobody else receives
            overloaded : str, ids of those who would then carry more than 1.5 times what they
                carry today, or more a year than the places that they state, joined by ";"
        """
        single = self._coalition.people
        people = sorted(single.loc[single["kind"].ne("group"), "person_id"])
        homes = self._coalition.agencies_of
        found = []
        named = self._nominations({person: person for person in homes})
        touched = self._touched()
        for person in people:
            sent, received = touched["sent"][person], touched["received"][person]
            both = touched["both"][person]
            found.append((person, "person", homes[person][0], sent, received, both, person))
        pairs = sum(map(len, named.values()))
        rows = [self._row(one, self.people, named, pairs) for one in found]
        by_agency = {actor: agencies[0] for actor, agencies in homes.items()}
        named = self._nominations(by_agency)
        pairs = sum(map(len, named.values()))
        sending = Counter(row.from_agency for row in self._rows if not row.is_inside)
        for agency in sorted(self._coalition.agencies["agency_id"]):
            sent = sending[agency]
            received = self.agencies.before.get(agency, 0)
            one = (agency, "agency", agency, sent, received, sent + received, agency)
            rows.append(self._row(one, self.agencies, named, pairs))
        return pd.DataFrame(rows, columns=list(TABLE))

    def _row(
        self,
        one: tuple[str, str, str, int, int, int, str],
        loads: Loads,
        named: Mapping[str, set[str]],
        pairs: int,
    ) -> tuple[object, ...]:
        actor, *_, both, _ = one
        after, uncarried = loads.changed({actor})
        nominations = len(named.get(actor, ()))
        return (
            *one[:5],
            both / len(self._rows) if self._rows else nan,
            nominations,
            nominations / pairs if pairs else nan,
            uncarried,
            ";".join(loads.overloaded(after)),
        )

    def _touched(self) -> dict[str, defaultdict[str, int]]:
        """Log rows that name each person as sender, as receiver, and at either end."""
        found: dict[str, defaultdict[str, int]] = {
            name: defaultdict(int) for name in ("sent", "received", "both")
        }
        for row in self._rows:
            found["sent"][row.sender.id] += 1
            found["received"][row.receiver.id] += 1
            for person in row.people:
                found["both"][person] += 1
        return found

    def _nominations(self, standing: Mapping[str, str]) -> dict[str, set[str]]:
        """Who names each actor in a usable tie; ``standing`` says for whom an end stands."""
        ties = self._coalition.ties
        usable = ties[ties["quality"].isin(USABLE)]
        found: dict[str, set[str]] = {}
        for source, target, directed in records(usable, "from_id", "to_id", "directed"):
            ways = [(source, target), (target, source)] if directed == "no" else [(source, target)]
            for by, about in ways:
                if (a := standing[by]) != (b := standing[about]):
                    found.setdefault(b, set()).add(a)
        return found

    def after(self, leaving: Iterable[str], limit: float = LIMIT) -> pd.DataFrame:
        """Say what everybody else would carry if some people, or some agencies, left.

        The overloaded leave too, round by round, until a round overloads nobody new.

        Parameters
        ----------
        leaving : ids of people, or of agencies
        limit : so many times today's load is too much; 1 or more

        Returns
        -------
        DataFrame, one row per actor of that level that carries anything, by id
            before, after : float, referrals; ratio : after / before
            is_overloaded : bool, of those who leave in a later round
            round : Int64, in which they leave: 0 those asked about; missing for who stays

        Raises
        ------
        NotFoundError
            If somebody is no person and no agency of the coalition.
        CollabnetError
            If people and agencies are asked about at once, or the limit is below 1.
        """
        if not limit >= 1:
            raise CollabnetError(
                f"load_after needs a limit of 1 or more times today's load, such as {LIMIT}; got "
                f"{limit!r}."
            )
        asked = sorted(set(leaving))
        agencies = set(self._coalition.agencies["agency_id"])
        known = agencies | set(self._coalition.people["person_id"])
        for actor in asked:
            if actor not in known:
                advice = "Look at the tables people and agencies."
                raise unknown_name("person or agency", actor, known, advice)
        if not agencies.isdisjoint(asked) and not agencies.issuperset(asked):
            raise CollabnetError(
                f"load_after needs people or agencies; got both: {', '.join(asked)}. Ask for one "
                "kind after the other."
            )
        level = "agency" if asked and agencies.issuperset(asked) else "person"
        loads = self.agencies if level == "agency" else self.people
        return _after_table(loads, loads.cascade(asked, limit), level)


def _after_table(loads: Loads, made: Cascade, level: str) -> pd.DataFrame:
    left_in = {actor: n for n, actors in enumerate(made.rounds) for actor in actors}
    rows = [
        (
            actor,
            level,
            float(before),
            made.after.get(actor, 0.0),
            made.after.get(actor, 0.0) / before,
            left_in.get(actor, 0) > 0,
            left_in.get(actor),
        )
        for actor, before in loads.before.items()
    ]
    return pd.DataFrame(rows, columns=list(AFTER)).astype({"round": "Int64"})
