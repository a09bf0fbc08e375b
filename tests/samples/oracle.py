"""The definitions once more, by trying everything: slow, plain, and independent of collabnet."""

from collections import Counter, defaultdict
from itertools import combinations

from samples.sample_files import agency_of, persons, table

USABLE = ("positive", "unrated")
CONTACTS = ("contact", "case_report", "team_invitation", "information")


def pathway_rows(sample):
    """Give the rows of every ordered pair of different agencies."""
    rows = defaultdict(list)
    for row in table(sample, "referrals"):
        if row["from_agency"] != row["to_agency"]:
            rows[row["from_agency"], row["to_agency"]].append(row)
    return dict(rows)


def bus_factor(counts):
    """Count the fewest whose rows are together more than half."""
    total = sum(counts.values())
    return next(
        size
        for size in range(1, len(counts) + 1)
        if max(sum(some) for some in combinations(counts.values(), size)) > total / 2
    )


def ways(sample):
    """Give the rows as ties between ends; a blank end is somebody of that row alone."""
    agency = agency_of(sample)
    ties = set()
    for i, row in enumerate(table(sample, "referrals")):
        ends = []
        for side in ("from", "to"):
            end = row[f"{side}_person"] or f"unknown {side} {i}"
            agency.setdefault(end, row[f"{side}_agency"])
            ends.append(end)
        ties.add(tuple(ends))
    return ties, agency


def reachable(ties, agency, gone=frozenset()):
    """Give the ordered pairs of different agencies with a way from end to end."""
    after = defaultdict(set)
    for start, end in ties:
        if start not in gone and end not in gone:
            after[start].add(end)
    pairs = set()
    for start in list(after):
        seen, new = set(), {start}
        while new:
            seen |= new
            new = set().union(*(after[one] for one in new if one in after)) - seen
        pairs |= {(agency[start], agency[end]) for end in seen - {start}}
    return {(one, other) for one, other in pairs if one != other}


def cut_sets(sample, pair, ties, agency):
    """Give every smallest set of people without whom the pair is not connected."""
    people = sorted({end for tie in ties for end in tie} & persons(sample))
    if pair in reachable(ties, agency, set(people)):
        return []
    for size in range(1, len(people) + 1):
        found = [
            some
            for some in combinations(people, size)
            if pair not in reachable(ties, agency, set(some))
        ]
        if found:
            return [{"people": list(some), "side": side(some, pair, agency)} for some in found]
    raise AssertionError


def side(people, pair, agency):
    """Say on which side of the pathway people are."""
    place = {pair[0]: "sending", pair[1]: "receiving"}
    sides = {place.get(agency[one], "between") for one in people}
    return sides.pop() if len(sides) == 1 else "mixed"


def basis(sample, row):
    """Say what a row rests on: an agreement in use, a tie of kind referral, or not known."""
    for agreement in table(sample, "agreements"):
        ends = (agreement["from_agency"], agreement["to_agency"])
        if ends == (row["from_agency"], row["to_agency"]) and agreement["in_use"] == "yes":
            return "formal"
    for tie in table(sample, "ties"):
        ends = (tie["source"], tie["target"])
        if tie["kind"] == "referral" and ends == (row["from_person"], row["to_person"]):
            return tie["basis"]
    return "unknown"


def formal_contacts(sample):
    """Give for every person the actors with whom a usable formal contact is recorded."""
    found = defaultdict(set)
    for tie in table(sample, "ties"):
        if tie["kind"] in CONTACTS and tie["quality"] in USABLE and tie["basis"] == "formal":
            found[tie["source"]].add(tie["target"])
            found[tie["target"]].add(tie["source"])
    return {one: found[one] for one in sorted(found) if one in persons(sample)}


def informal_contacts(sample, person):
    """Give the actors with whom a person has informal usable contacts only."""
    found = set()
    for tie in table(sample, "ties"):
        if tie["kind"] in CONTACTS and tie["quality"] in USABLE and tie["basis"] == "informal":
            ends = {tie["source"], tie["target"]}
            found |= ends - {person} if person in ends else set()
    return found - formal_contacts(sample).get(person, set())


def single_contacts(sample):
    """Give the pairs of agencies whose usable direct ties rest on one person on a side."""
    agency = agency_of(sample)
    sides = defaultdict(lambda: defaultdict(set))
    links = [(t["source"], t["target"]) for t in table(sample, "ties") if t["quality"] in USABLE]
    links += [(row["from_person"], row["to_person"]) for row in table(sample, "referrals")]
    for ends in links:
        if "" not in ends and agency[ends[0]] != agency[ends[1]]:
            pair = tuple(sorted(agency[end] for end in ends))
            for end in ends:
                sides[pair][agency[end]].add(end)
    found = {}
    for pair, both in sides.items():
        alone = {one for ends in both.values() if len(ends) == 1 for one in ends}
        if alone & persons(sample):
            found[pair] = sorted(alone & persons(sample))
    return found


def ties_of_quality(sample, quality):
    """Count the ties of a quality for every pair of agencies, or inside one."""
    agency = agency_of(sample)
    pairs = Counter(
        tuple(sorted((agency[tie["source"]], agency[tie["target"]])))
        for tie in table(sample, "ties")
        if tie["quality"] == quality
    )
    return sorted([*pair, count] for pair, count in pairs.items())


def chances(rows, p):
    """Give, over every outcome of who leaves, the chance that all rows go, and the mean lost."""
    people = sorted({row[f"{side}_person"] for row in rows for side in ("from", "to")})
    gone = lost = 0.0
    for size in range(len(people) + 1):
        for some in combinations(people, size):
            chance = p**size * (1 - p) ** (len(people) - size)
            broken = sum(1 for r in rows if {r["from_person"], r["to_person"]} & set(some))
            lost += chance * broken
            gone += chance * (broken == len(rows))
    return gone, lost
