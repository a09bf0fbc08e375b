"""Small coalitions for the tests of judgement, written as a person would say them."""

from datetime import date, timedelta

import pandas as pd

from collabnet.model import Coalition, Settings

YEAR = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
G1 = (
    ("court", "O1", "residential", "I1", 6),
    ("court", "O2", "residential", "I1", 4),
    ("court", "O3", "residential", "I1", 2),
    ("police", "D1", "advocacy", "A1", 5),
    ("police", "D2", "advocacy", "A1", 1),
    ("advocacy", "A1", "residential", "I1", 3),
    ("hospital", "S1", "advocacy", "A1", 2),
    ("police", "D1", "court", "O1", 2),
)
G1_SECOND_INTAKE = (
    G1[0],
    ("court", "O2", "residential", "I1", 3),
    ("court", "O2", "residential", "I2", 1),
    ("court", "O3", "residential", "I1", 1),
    ("court", "O3", "residential", "I2", 1),
    *G1[3:],
)


def spread(n, start=YEAR["period_start"], end=YEAR["period_end"]):
    """Give ``n`` days spread evenly over a period, the last of them its end."""
    whole = (end - start).days
    return [end - timedelta(days=whole * (n - 1 - i) // max(n, 1)) for i in range(n)]


def log(*parts):
    """Write a log; a part is from agency, from person, to agency, to person, days, extras.

    Days are a number (spread over 2024) or a list of days; extras are cells of other columns.
    """
    rows = []
    for from_agency, from_person, to_agency, to_person, days, *extras in parts:
        rows += [
            {
                "date": str(day),
                "from_agency": from_agency,
                "from_person": from_person,
                "to_agency": to_agency,
                "to_person": to_person,
                **(extras[0] if extras else {}),
            }
            for day in (spread(days) if isinstance(days, int) else days)
        ]
    columns = ["date", "from_agency", "from_person", "to_agency", "to_person"]
    return pd.DataFrame(rows, columns=None if rows else columns)


def person(person_id, agency_id, **cells):
    return {"person_id": person_id, "agency_id": agency_id, **cells}


def group(person_id, agency_id, **cells):
    return person(person_id, agency_id, kind="group", **cells)


def tie(source, target, kind="contact", **cells):
    return {"source": source, "target": target, "kind": kind, **cells}


def agreement(from_agency, to_agency, **cells):
    """An agreement in use that names the position, unless said otherwise."""
    made = {"agreement_id": f"{from_agency}_{to_agency}", "in_use": "yes", "names_position": "yes"}
    return made | {"from_agency": from_agency, "to_agency": to_agency} | cells


def coalition(*parts, people=(), agencies=(), ties=(), agreements=(), memberships=(), **settings):
    """Build a coalition from the parts of a log and rows of other tables, over the year 2024.

    People of the log who aren't listed belong to the agency they stand for there.
    """
    frame = log(*parts)
    listed = {one["person_id"] for one in people}
    found = {}
    for side in ("from", "to"):
        for who, agency in zip(frame[f"{side}_person"], frame[f"{side}_agency"], strict=True):
            if who and who not in listed and who != agency:
                found.setdefault(who, agency)
    everybody = [*people, *(person(who, agency) for who, agency in sorted(found.items()))]
    known = {one["agency_id"] for one in agencies}
    ids = {*frame["from_agency"], *frame["to_agency"], *(p["agency_id"] for p in everybody)}
    ids |= {a[end] for a in agreements for end in ("from_agency", "to_agency")}
    ids |= {m["agency_id"] for m in memberships}
    all_agencies = [*agencies, *({"agency_id": one} for one in sorted(ids - known))]
    return Coalition.from_frames(
        people=pd.DataFrame(everybody, columns=None if everybody else ["person_id", "agency_id"]),
        agencies=pd.DataFrame(all_agencies),
        referrals=frame,
        ties=pd.DataFrame(ties) if ties else None,
        agreements=pd.DataFrame(agreements) if agreements else None,
        memberships=pd.DataFrame(memberships) if memberships else None,
        settings=Settings(**({"name": "Small"} | YEAR | settings)),
    )
