"""Make a coalition of any size, seeded: a folder as a user would have it."""

import random
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

YEAR_START = date(2024, 1, 1)
SERVICES = ("emergency shelter", "legal", "case management", "health", "counseling")


def write_coalition(
    folder: Path, *, people: int, agencies: int, referrals: int, seed: int = 1
) -> Path:
    """Write a coalition: uneven carriers, some blanks, some positions, a few agreements."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    ids = [f"agency_{i:03d}" for i in range(agencies)]
    home = {f"person_{i:04d}": ids[i % agencies] for i in range(people)}
    staff = {agency: [p for p, a in home.items() if a == agency] for agency in ids}
    pairs = [(a, b) for a in ids for b in draw.sample(ids, min(10, agencies)) if a != b]
    weight = [draw.paretovariate(1.2) for _ in pairs]
    rows = []
    for i, (a, b) in enumerate(draw.choices(pairs, weight, k=referrals)):
        day = YEAR_START + timedelta(days=draw.randrange(366))
        sender = _end(draw, staff[a], a)
        receiver = _end(draw, staff[b], b)
        service = draw.choice(SERVICES)
        rows.append((f"r{i:06d}", day.isoformat(), sender, a, b, receiver, service))
    columns = ["referral_id", "date", "from_person", "from_agency", "to_agency", "to_person"]
    frames = {
        "agencies": pd.DataFrame({"agency_id": ids, "name": [f"Agency {i}" for i in ids]}),
        "people": pd.DataFrame(
            {"person_id": list(home), "agency_id": list(home.values()), "role": "case manager"}
        ),
        "referrals": pd.DataFrame(rows, columns=[*columns, "service"]),
        "agreements": pd.DataFrame(
            [
                (f"a{i}", a, b, "memorandum", "yes", "yes")
                for i, (a, b) in enumerate(sorted(set(draw.sample(pairs, agencies))))
            ],
            columns=[
                "agreement_id",
                "from_agency",
                "to_agency",
                "kind",
                "names_position",
                "in_use",
            ],
        ),
    }
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    (folder / "coalition.toml").write_text(
        'name = "Synthetic"\n[period]\nstart = 2024-01-01\nend = 2024-12-31\n', encoding="utf-8"
    )
    return folder


def _end(draw: random.Random, people: list[str], agency: str) -> str:
    luck = draw.random()
    if luck < 0.08:
        return ""
    if luck < 0.12:
        return agency
    return people[min(int(draw.expovariate(0.5)), len(people) - 1)]
