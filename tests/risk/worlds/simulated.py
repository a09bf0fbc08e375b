"""Simulated coalitions with known truth, as they are and as a user would have recorded them.

Agencies of two to eight people; pathways with one to all of them, unevenly, and volumes that
change from month to month; agreements; contacts between people, some formal, some strained.
What is recorded leaves things out: people who don't answer (the busiest twice as often), who
write their names in all, half or none of the rows, and agencies that keep no log.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from collabnet.model import Coalition
from collabnet.model.settings import Settings

START = date(2014, 1, 1)
LONG_YEARS = 10


@dataclass(frozen=True)
class Setting:
    """What a simulated record leaves out.

    ``without_log`` is the share of agencies that keep no log; ``per_pathway`` fixes the referrals
    that a pathway is expected to have in the record; with ``log_nothing`` whoever doesn't answer
    doesn't log either what they send.
    """

    name: str
    missing: float
    without_log: float = 0.0
    per_pathway: float | None = None
    log_nothing: bool = False


SETTINGS = (
    Setting("20 % did not answer", 0.2),
    Setting("40 % did not answer", 0.4),
    Setting("40 % did not answer, every third agency keeps no log", 0.4, without_log=1 / 3),
    Setting("20 % did not answer, three referrals a pathway", 0.2, per_pathway=3.0),
    Setting("20 % did not answer, nor logged what they sent", 0.2, log_nothing=True),
)


@dataclass(frozen=True)
class Way:
    """A true pathway: its rate a year, and the share of each of its carriers and receivers."""

    pair: tuple[str, str]
    rate: float
    senders: dict[str, float]
    receivers: dict[str, float]


@dataclass(frozen=True)
class Truth:
    """What is so: who works where, what passes, what is on paper, who knows whom."""

    staff: dict[str, list[str]]
    ways: tuple[Way, ...]
    agreements: tuple[dict[str, str], ...]
    contacts: tuple[tuple[str, str, str, str], ...]
    gaps: tuple[tuple[str, str], ...]

    @property
    def home(self):
        return {person: agency for agency, people in self.staff.items() for person in people}


def draw_truth(draw):
    """Draw a coalition as it is."""
    staff = {
        f"agency_{i}": [f"p{i}_{j}" for j in range(draw.integers(2, 9))]
        for i in range(draw.integers(4, 8))
    }
    pairs = [(a, b) for a in staff for b in staff if a != b]
    ways = tuple(
        Way(
            pair, float(draw.lognormal(np.log(12), 0.9)), *(_carriers(draw, staff[a]) for a in pair)
        )
        for pair in pairs
        if draw.random() < 0.35
    )
    agreements = tuple(
        {
            "agreement_id": f"g{i}",
            "from_agency": way.pair[0],
            "to_agency": way.pair[1],
            "names_position": str(draw.choice(["yes", "no"])),
            "in_use": str(draw.choice(["yes", "yes", "partly"])),
        }
        for i, way in enumerate(ways)
        if draw.random() < 0.3
    )
    contacts = _contacts(draw, staff)
    known = {(x, b) for x, y, *_ in contacts for x, b in ((x, _home(y)), (y, _home(x)))}
    people = [person for found in staff.values() for person in found]
    gaps = tuple(
        (x, b)
        for x in people
        for b in staff
        if b != _home(x) and (x, b) not in known and draw.random() < 0.04
    )
    return Truth(staff, ways, agreements, contacts, gaps)


def _home(person):
    return f"agency_{person[1:].split('_')[0]}"


def _carriers(draw, people):
    """One to all of the people, with uneven shares."""
    most = len(people)
    n = min(int(draw.choice([1, 1, 2, 3, 4, 5, most])), most)
    chosen = draw.choice(people, n, replace=False)
    return {str(p): float(s) for p, s in zip(chosen, draw.dirichlet(np.ones(n)), strict=True)}


def _contacts(draw, staff):
    """Contacts between people of different agencies: kind of basis and quality with each."""
    people = [person for found in staff.values() for person in found]
    outgoing = dict(zip(people, draw.lognormal(0, 0.8, len(people)), strict=True))
    hub = str(draw.choice(people)) if draw.random() < 0.4 else ""
    found = {}
    for a in staff:
        for b in staff:
            density = draw.choice([0.0, draw.beta(1, 12)]) if a < b else 0.0
            for x in staff[a]:
                for y in staff[b]:
                    if density and draw.random() < density * outgoing[x] * outgoing[y]:
                        quality = "strained" if draw.random() < 0.08 else "positive"
                        basis = "formal" if draw.random() < 0.1 else "informal"
                        found[x, y] = (x, y, basis, quality)
    reach = draw.uniform(0.2, 0.6)
    for y in people if hub else []:
        if _home(y) != _home(hub) and draw.random() < reach:
            x, z = sorted((hub, y))
            found[x, z] = (x, z, "formal", "positive")
    return tuple(found.values())


def full(truth, draw):
    """The coalition as it is: everybody answers, every row of a long log names both ends."""
    rows = [row for way in truth.ways for row in _rows(draw, way, LONG_YEARS, noise=0.0)]
    ties = [
        {"source": x, "target": y, "basis": basis, "quality": quality, "reported_by": who}
        for x, y, basis, quality in truth.contacts
        for who in (x, y)
    ]
    ties += _gap_ties(truth, truth.home)
    return _coalition(truth, rows, ties, set(truth.home), LONG_YEARS)


def recorded(truth, setting, draw):
    """The coalition as somebody recorded it."""
    years = int(draw.integers(1, 4))
    missing = _missing(truth, setting.missing, draw)
    signs = {person: float(draw.choice([0.0, 0.5, 1.0])) for person in sorted(missing)}
    no_log = {a for a in truth.staff if draw.random() < setting.without_log}
    rows = []
    for way in truth.ways:
        if way.pair[0] not in no_log:
            for day, sender, receiver in _rows(draw, way, years, 0.3, setting.per_pathway):
                if setting.log_nothing and sender in missing:
                    continue
                ends = [p if draw.random() < signs.get(p, 1.0) else "" for p in (sender, receiver)]
                rows.append((day, ends[0], way.pair[0], way.pair[1], ends[1]))
    ties = [
        {"source": x, "target": y, "basis": basis, "quality": quality, "reported_by": who}
        for x, y, basis, quality in truth.contacts
        for who in (x, y)
        if who not in missing and draw.random() < 0.9
    ]
    here = {person for person in truth.home if person not in missing}
    ties += _gap_ties(truth, here)
    vital = [way.pair for way in truth.ways] if setting.per_pathway else []
    return _coalition(truth, rows, ties, here, years, vital)


def _missing(truth, share, draw):
    """Who doesn't answer: the busiest third twice as often."""
    busy = dict.fromkeys(truth.home, 0.0)
    for way in truth.ways:
        for side in (way.senders, way.receivers):
            for person, part in side.items():
                busy[person] += part * way.rate
    for x, y, *_ in truth.contacts:
        busy[x], busy[y] = busy[x] + 1, busy[y] + 1
    people = sorted(busy, key=lambda person: (-busy[person], person))
    weight = np.where(np.arange(len(people)) < len(people) / 3, 2.0, 1.0)
    n = round(share * len(people))
    return {str(p) for p in draw.choice(people, n, replace=False, p=weight / weight.sum())}


def _rows(draw, way, years, noise, per_pathway=None):
    """Day, sender and receiver of each referral; some months have more than others."""
    yearly = way.rate if per_pathway is None else per_pathway / years
    found = []
    senders, receivers = list(way.senders), list(way.receivers)
    for month in range(12 * years):
        luck = draw.gamma(1 / noise**2, noise**2) if noise else 1.0
        first = date(START.year + month // 12, month % 12 + 1, 1)
        for _ in range(draw.poisson(yearly / 12 * luck)):
            day = first + timedelta(days=int(draw.integers(0, 28)))
            sender = senders[draw.choice(len(senders), p=list(way.senders.values()))]
            receiver = receivers[draw.choice(len(receivers), p=list(way.receivers.values()))]
            found.append((day, sender, receiver))
    return found


def _gap_ties(truth, tellers):
    return [
        {"source": x, "target": b, "basis": "", "quality": "absent", "reported_by": x}
        for x, b in truth.gaps
        if x in tellers
    ]


def _coalition(truth, rows, ties, heard, years, vital=()):
    home = truth.home
    columns = ["date", "from_person", "from_agency", "to_agency", "to_person"]
    rows = [
        row if len(row) == 5 else (row[0], row[1], home[row[1]], home[row[2]], row[2])
        for row in rows
    ]
    referrals = pd.DataFrame(rows, columns=columns)
    people = pd.DataFrame(
        [
            {"person_id": p, "agency_id": a, "interviewed": "yes" if p in heard else "no"}
            for p, a in home.items()
        ]
    )
    made = {"people": people, "agencies": pd.DataFrame({"agency_id": list(truth.staff)})}
    if rows:
        made["referrals"] = referrals.astype({"date": "str"}).assign(
            referral_id=[f"r{i}" for i in range(len(rows))]
        )
    if ties:
        frame = pd.DataFrame(ties).assign(kind="contact", directed="no", status="reported")
        made["ties"] = frame
    if truth.agreements:
        made["agreements"] = pd.DataFrame(truth.agreements)
    settings = Settings(
        period_start=START,
        period_end=date(START.year + years - 1, 12, 31),
        vital=tuple(vital),
    )
    return Coalition.from_frames(**made, settings=settings)
