"""Coalitions for the tests of sharing: names that can be found again, random logs."""

from datetime import date, timedelta
from random import Random

import pandas as pd

from collabnet.model import Coalition, Settings

YEAR = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
SECTORS = ("law enforcement", "social services", "juvenile court", "")
ROLES = ("intake worker", "deputy officer", "peer mentor", "program director", "")


def spread_days(n):
    """Give n days spread evenly over the year, the last one late in December."""
    return [date(2024, 12, 30) - timedelta(days=int(360 * i / n)) for i in range(n)]


def log(*rows):
    """Build a referral table from (agency, person, agency, person, how many)."""
    return pd.DataFrame(
        [
            {
                "date": day.isoformat(),
                "from_agency": a,
                "from_person": sender,
                "to_agency": b,
                "to_person": receiver,
            }
            for a, sender, b, receiver, n in rows
            for day in spread_days(n)
        ]
    )


def draw(random):
    """Draw a coalition whose names, ids, roles and notes nobody else would write."""
    agencies = [f"qx{i}agency" for i in range(random.randint(2, 6))]
    people = [f"zk{i}person" for i in range(random.randint(2, 14))]
    homes = {person: random.choice(agencies) for person in people}
    rows = []
    for _ in range(random.randint(1, 8)):
        sender, receiver = random.choice(people), random.choice(people)
        if homes[sender] != homes[receiver]:
            ends = [random.choice((one, one, "")) for one in (sender, receiver)]
            count = random.randint(1, 25)
            rows.append((homes[sender], ends[0], homes[receiver], ends[1], count))
    consent = [agency for agency in agencies if random.random() < 0.2]
    ties = [
        {
            "source": random.choice(people),
            "target": random.choice(people + agencies),
            "kind": random.choice(("contact", "referral", "information", "odd wv7kind")),
            "basis": random.choice(("formal", "informal", "")),
            "quality": random.choice(("positive", "strained", "absent", "")),
            "evidence": "wv8note",
        }
        for _ in range(random.randint(0, 10))
    ]
    return Coalition.from_frames(
        agencies=pd.DataFrame(
            {
                "agency_id": agencies,
                "name": [f"Qx{i} Agency Name" for i in range(len(agencies))],
                "sector": [random.choice(SECTORS) for _ in agencies],
                "note": "wv9note",
            }
        ),
        people=pd.DataFrame(
            {
                "person_id": people,
                "name": [f"Zk{i} Person Name" for i in range(len(people))],
                "agency_id": [homes[person] for person in people],
                "role": [random.choice(ROLES) for _ in people],
            }
        ),
        ties=pd.DataFrame(ties) if ties else None,
        referrals=log(*rows) if rows else None,
        settings=Settings(
            name="Coalition under test", consent=tuple(consent), boundary="wv6boundary", **YEAR
        ),
    )


def drawn(seed):
    """Draw the coalition of a seed."""
    return draw(Random(seed))


def texts(value):
    """Give every text and number in a released value, however deep."""
    if isinstance(value, pd.DataFrame):
        yield from (str(cell) for row in value.to_numpy().tolist() for cell in row)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name, None))
    elif value is not None and not isinstance(value, bool):
        yield str(value)
