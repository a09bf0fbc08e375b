"""Draw coalitions at random: positions, blanks, groups, people of two agencies among them."""

from datetime import timedelta

from risk.cases import YEAR, agreement, coalition, group, person, tie

AGENCIES = ("court", "police", "program", "shelter")
SERVICES = ("", "shelter", "therapy")
WEAK = ("inferred", "illustrative")


def draw_people(random, n, agencies):
    """Draw up to ``n`` people and groups, and some second agencies."""
    people, memberships = [], []
    for i in range(random.randint(2, n)):
        home = random.choice(agencies)
        make = group if random.random() < 0.12 else person
        people.append(make(f"p{i:02d}", home))
        if random.random() < 0.15:
            memberships.append(
                {"person_id": f"p{i:02d}", "agency_id": random.choice(agencies), "share": 0.5}
            )
    return people, memberships


def ends_of(people, memberships, agencies):
    """Give who may stand for each agency: its people, its position, and nobody named."""
    found = {agency: [agency, ""] for agency in agencies}
    for one in (*people, *memberships):
        found[one["agency_id"]].append(one["person_id"])
    return found


def draw_rows(random, n, ends, agencies, blank=0.15, position=0.15):
    """Draw up to ``n`` rows, some to the own agency; the log has one at least."""
    rows = []
    for _ in range(random.randint(1, n)):
        from_agency, to_agency = random.choice(agencies), random.choice(agencies)
        row = [from_agency, draw_end(random, ends[from_agency], blank, position)]
        rows.append((*row, to_agency, draw_end(random, ends[to_agency], blank, position)))
    return rows


def draw_end(random, ends, blank, position):
    kind = random.random()
    if kind < blank:
        return ""
    if kind < blank + position or len(ends) == 2:
        return ends[0]
    return random.choice(ends[2:])


def draw_network(random, n=12, most=18):
    """Draw a coalition for cut sets: few people, few rows, everything that may stand at an end."""
    agencies = AGENCIES[: random.randint(2, 4)]
    people, memberships = draw_people(random, n, agencies)
    ends = ends_of(people, memberships, agencies)
    blank, position = random.choice([0, 0, 0.2]), random.choice([0, 0.1, 0.3])
    rows = draw_rows(random, most, ends, agencies, blank, position)
    parts = [(*row, 1, {"service": random.choice(SERVICES)}) for row in rows]
    listed = [{"agency_id": agency} for agency in agencies]
    return coalition(*parts, agencies=listed, people=people, memberships=memberships)


def draw_coalition(random):
    """Draw a coalition with all that a severity may depend on, and rows enough for some.

    Most rows run along a few pathways; days cluster, so that people and pathways fall silent.
    """
    agencies = AGENCIES[: random.randint(2, 4)]
    people, memberships = draw_people(random, 10, agencies)
    for one in people:
        if random.random() < 0.1:
            one["active_to"] = str(_day(random, 0.9))
        if random.random() < 0.3:
            one["interviewed"] = random.choice(["yes", "no"])
    ends = ends_of(people, memberships, agencies)
    parts = []
    for _ in range(random.randint(1, 4)):
        from_agency, to_agency = random.sample(agencies, 2)
        carriers = [draw_end(random, ends[from_agency], 0, 0.1) for _ in range(5)]
        receivers = [draw_end(random, ends[to_agency], 0, 0.2) for _ in range(3)]
        carriers = carriers[: random.randint(1, 5)]
        receivers = receivers[: random.randint(1, 3)]
        stop = random.choice([1, 1, 1, 0.8, 0.5])
        stops = {who: random.choice([1, 1, 1, 0.4]) for who in (*carriers, *receivers)}
        for _ in range(random.choice([3, 8, 14, 30])):
            sender, receiver = random.choice(carriers), random.choice(receivers)
            day = _day(random, min(stop, stops[sender], stops[receiver]))
            extras = {
                "service": random.choice(SERVICES),
                "evidence_status": random.choice(["reported", "reported", "reported", *WEAK]),
            }
            sender = "" if random.random() < 0.05 else sender
            parts.append((from_agency, sender, to_agency, receiver, [day], extras))
    return coalition(
        *parts,
        agencies=[{"agency_id": agency} for agency in agencies],
        people=people,
        memberships=memberships,
        ties=[_tie(random, people, agencies) for _ in range(random.randint(1, 12))],
        agreements=_agreements(random, agencies),
        vital=tuple((p[0], p[2]) for p in parts[:1] if random.random() < 0.3),
    )


def _day(random, until):
    start, end = YEAR["period_start"], YEAR["period_end"]
    return start + timedelta(days=random.randint(0, int((end - start).days * until)))


def _tie(random, people, agencies):
    actors = [*(one["person_id"] for one in people), *agencies]
    return tie(
        random.choice(actors),
        random.choice(actors),
        random.choice(["referral", "referral", "contact", "contact", "trust", "protocol"]),
        basis=random.choice(["formal", "informal", "unknown"]),
        quality=random.choice(["positive", "positive", "unrated", "strained", "absent"]),
        status=random.choice(["reported", "reported", *WEAK]),
        directed=random.choice(["yes", "no"]),
    )


def _agreements(random, agencies):
    made = []
    for number in range(random.choice([0, 0, 1, 2])):
        from_agency, to_agency = random.sample(agencies, 2)
        made.append(
            agreement(
                from_agency,
                to_agency,
                agreement_id=f"agreement_{number}",
                in_use=random.choice(["yes", "yes", "partly", "no", "unknown"]),
                names_position=random.choice(["yes", "yes", "no", "unknown"]),
            )
        )
    return made


def without_names(random, given, share, sides=("from", "to")):
    """Blank the people's cells of some rows, on some sides; positions stay."""
    frame = given.referrals
    people = set(given.people["person_id"])
    for side in sides:
        cells = frame[f"{side}_person"]
        drawn = [random.random() < share and cell in people for cell in cells]
        frame[f"{side}_person"] = cells.mask(drawn, "")
    return given.with_tables(referrals=frame)
