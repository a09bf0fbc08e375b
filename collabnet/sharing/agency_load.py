"""How much each agency carries, in sentences: who names it, what it receives, its busiest post."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from typing import Any

from collabnet.risk.assessment import Assessment
from collabnet.risk.wording import InternalSpeaker, capital, count, listed, number, share
from collabnet.sharing.released_agencies import FEW_REFERRALS, MANY


class AgencyLoad:
    """The loads of all agencies, worked out once."""

    def __init__(self, assessment: Assessment) -> None:
        self._speaker = InternalSpeaker(assessment.coalition)
        self._log = [row for row in assessment.rows if row.is_log]
        self._rows = {row["actor_id"]: row for row in assessment.load.to_dict("records")}
        self._others = len(assessment.coalition.agencies) - 1

    def of(self, actor: str) -> Mapping[Hashable, Any]:
        """The row of a person or an agency in the table of loads."""
        return self._rows[actor]

    @cached_property
    def n_between(self) -> int:
        """Referrals of the log from one agency to another."""
        return sum(not row.is_inside for row in self._log)

    def said(self, agency: str) -> Iterator[str]:
        """Say how much an agency carries, and what would be left behind.

        Of people only the busiest post is spoken of, by its role; nothing where there are few
        referrals.
        """
        told = self._rows[agency]
        others, named = self._others, int(told["n_nominations"])
        if others:
            yield _named_said(named, others)
        received, uncarried = int(told["n_received"]), round(told["n_uncarried"])
        if received:
            part = share(received / self.n_between)
            yield (
                f"It receives {number(received)} of the "
                f"{count(self.n_between, 'referral')} between agencies ({part})."
            )
            if uncarried:
                which = "them" if uncarried == received else f"{number(uncarried)} of them"
                yield f"If it closed, no other agency is known to take {which}."
        yield from self._busiest(agency)

    def _busiest(self, agency: str) -> Iterator[str]:
        """The post with most of the agency's referrals, by role; nothing where they are few."""
        counts, total = self._carried.get(agency, (Counter[str](), 0))
        if total < FEW_REFERRALS or not counts:
            return
        person = min(counts, key=lambda one: (-counts[one], one))
        n = counts[person]
        if n < MANY * total:
            return
        role, whole = self._speaker.noun([person]), count(total, "referral")
        n_said = f"all {whole}" if n == total else f"{number(n)} of the {whole}"
        yield f"One {role} here takes part in {n_said} that it sends or receives."
        told = self._rows[person]
        uncarried, more = round(told["n_uncarried"]), told["overloaded"].split(";")
        n_more = len([one for one in more if one])
        then = []
        if uncarried:
            them = "them" if uncarried == n else f"{number(uncarried)} of them"
            then.append(f"nobody else here is known to carry {them}")
        if n_more:
            then.append(f"{count(n_more, 'colleague')} would carry over half as much again as now")
        if then:
            yield f"If that person left, {listed(then)}."

    @cached_property
    def _carried(self) -> Mapping[str, tuple[Counter[str], int]]:
        """The referrals of each person at each agency, and all that it sends or receives."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        totals: Counter[str] = Counter()
        for row in self._log:
            if row.is_inside:
                continue
            ends = ((row.from_agency, row.sender), (row.to_agency, row.receiver))
            for agency, end in ends:
                totals[agency] += 1
                if end.kind == "person":
                    counts[agency][end.id] += 1
        return {agency: (counts[agency], totals[agency]) for agency in totals}


def _named_said(named: int, others: int) -> str:
    """Say how many other agencies name one.

    Examples
    --------
    >>> _named_said(0, 4)
    'None of the four other agencies names it in a tie that works.'
    """
    if others == 1:
        names = "names" if named else "doesn't name"
        return f"The one other agency {names} it in a tie that works."
    n = capital(number(named)) if named else "None"
    names = "name" if named > 1 else "names"
    return f"{n} of the {count(others, 'other agency')} {names} it in a tie that works."
