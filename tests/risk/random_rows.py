"""Draw rows at random without a coalition around them."""

from datetime import date

from collabnet.risk.basis import Basis
from collabnet.risk.rows import End, Row

AGENCIES = ("court", "police", "program", "shelter")
UNKNOWN = Basis("unknown", "unknown")
BLANK = End("", "unknown")


def end(name, agency="court"):
    """Give a person; the agency's name gives its position, "" nobody, "x+" a group."""
    if not name:
        return BLANK
    kind = "position" if name == agency else "group" if name.endswith("+") else "person"
    return End(name, kind)


def row(from_agency, sender, to_agency, receiver, *, service="", on=None, basis=UNKNOWN, number=2):
    return Row(
        "referrals.csv",
        number,
        on or date(2024, 12, 20),
        from_agency,
        end(sender, from_agency),
        to_agency,
        end(receiver, to_agency),
        service,
        basis,
        "reported",
    )


def draw_rows(random, n_people=12, n_rows=16):
    """Draw rows between up to four agencies, blanks, positions, groups and repeats among them.

    Some people stand for two agencies; some rows stay in one agency.
    """
    agencies = AGENCIES[: random.randint(2, 4)]
    standing = {agency: [] for agency in agencies}
    for i in range(random.randint(2, n_people)):
        name = f"p{i:02d}+" if random.random() < 0.1 else f"p{i:02d}"
        homes = random.sample(agencies, 2 if random.random() < 0.15 else 1)
        for agency in homes:
            standing[agency].append(name)
    blank, position = random.choice([0, 0.1, 0.3]), random.choice([0, 0.1, 0.3])

    def draw(agency):
        kind = random.random()
        if kind < blank:
            return ""
        if kind < blank + position or not standing[agency]:
            return agency
        return random.choice(standing[agency])

    rows = []
    for number in range(random.randint(1, n_rows)):
        a, b = random.choice(agencies), random.choice(agencies)
        service = random.choice(["", "shelter", "therapy"])
        rows.append(row(a, draw(a), b, draw(b), service=service, number=number + 2))
    return rows
