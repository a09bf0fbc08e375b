"""What each change does to the files, row by row in plain Python: the oracle of the changes.

Tables are lists of rows as dicts of text, as a person sees them in a sheet. Nothing here uses
the code under test; people have no dated memberships and agreements don't expire.
"""

from collections import defaultdict

USABLE = ("positive", "unrated", "")
TIE_KINDS = ("contact", "referral", "information")
ID_COLUMNS = (
    "agency_id", "person_id", "from_id", "to_id", "from_agency", "to_agency", "from_person",
    "to_person", "respondent", "alter",
)  # fmt: skip


def edit(tables, change):
    """Give the tables after a change; those given stay as they are."""
    tables = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    EDITS[type(change).__name__](tables, change)
    return tables


def homes(tables, actor):
    """The agencies of a person, home first; an agency is its own."""
    found = [row["agency_id"] for row in tables["people"] if row["person_id"] == actor]
    found += [r["agency_id"] for r in tables["memberships"] if r["person_id"] == actor]
    return list(dict.fromkeys(found)) or [actor]


def passes(tables, one, other):
    """Whether an agreement in use from one agency to the other names the position."""
    ways = [r for r in tables["agreements"] if (r["from_agency"], r["to_agency"]) == (one, other)]
    return any(r["in_use"] == "yes" and r["names_position"] == "yes" for r in ways)


def in_use(tables, one, other):
    ways = ((one, other), (other, one))
    found = [r for r in tables["agreements"] if (r["from_agency"], r["to_agency"]) in ways]
    return [r["in_use"] for r in found]


def write_answers_as_ties(tables, person):
    """Answers by or about a person are gone; what they stated are ties of nobody's answer."""
    kept = []
    for row in tables["answers"]:
        if person not in (row["respondent"], row["alter"]):
            kept.append(row)
        elif row["value"] == "yes" and row["question"] in TIE_KINDS:
            tables["ties"].append(
                {
                    "from_id": row["respondent"],
                    "to_id": row["alter"],
                    "kind": row["question"],
                    "reported_by": row["respondent"],
                    "directed": "yes",
                    "basis": "unknown",
                    "quality": "unrated",
                    "status": "reported",
                }
            )
    tables["answers"] = kept


def leave_ties(tables, person, stays, keeps=lambda tie, other: False):
    """Ties of a person go, pass to the position, or are kept."""
    home = homes(tables, person)[0]
    found = []
    for tie in tables["ties"]:
        if person not in (tie["from_id"], tie["to_id"]):
            found.append(tie)
            continue
        end = tie["to_id"] if tie["from_id"] == person else tie["from_id"]
        other = homes(tables, end)[0]
        either = passes(tables, home, other) or passes(tables, other, home)
        if stays and either and tie["quality"] != "absent":
            for side in ("from_id", "to_id"):
                if tie[side] == person:
                    tie[side] = home
            if tie["from_id"] != tie["to_id"]:
                found.append(tie)
        elif keeps(tie, other):
            found.append(tie)
    tables["ties"] = found


def leave_log(tables, person, agencies, stays):
    found = []
    for row in tables["referrals"]:
        sides = [s for s in ("from", "to") if row[f"{s}_person"] == person]
        sides = [s for s in sides if row[f"{s}_agency"] in agencies]
        if sides and not (stays and passes(tables, row["from_agency"], row["to_agency"])):
            continue
        for side in sides:
            row[f"{side}_person"] = row[f"{side}_agency"]
        found.append(row)
    tables["referrals"] = found


def leaves(tables, change):
    person, stays = change.person, change.post == "filled"
    write_answers_as_ties(tables, person)
    leave_log(tables, person, homes(tables, person), stays)
    everywhere = {row["agency_id"] for row in tables["agencies"]}
    leave_log(tables, person, everywhere, stays)
    leave_ties(tables, person, stays)
    for name in ("people", "memberships"):
        tables[name] = [row for row in tables[name] if row["person_id"] != person]


def moves(tables, change):
    person, old = change.person, homes(tables, change.person)[0]
    write_answers_as_ties(tables, person)
    leave_log(tables, person, [old], stays=True)

    def keeps(tie, other):
        said = in_use(tables, old, other)
        unclear = any(one in ("yes", "partly", "unknown") for one in said)
        return tie["quality"] in USABLE and tie["basis"] == "informal" and not unclear

    leave_ties(tables, person, True, keeps)
    for row in tables["people"]:
        if row["person_id"] == person:
            row.update(agency_id=change.to, unit="", office="")
    tables["memberships"] = [
        row
        for row in tables["memberships"]
        if row["person_id"] != person or row["agency_id"] not in (old, change.to)
    ]


def closes(tables, change):
    gone = {change.agency}
    for row in tables["people"]:
        left = [one for one in homes(tables, row["person_id"]) if one != change.agency]
        if left:
            row["agency_id"] = left[0]
        else:
            gone.add(row["person_id"])
    for name, rows in tables.items():
        tables[name] = [
            row for row in rows if not any(row.get(column) in gone for column in ID_COLUMNS)
        ]


def formalizes(tables, change):
    tables["agreements"].append(
        {
            "agreement_id": f"made_{len(tables['agreements'])}",
            "from_agency": change.from_agency,
            "to_agency": change.to_agency,
            "kind": "protocol",
            "in_use": "yes",
            "names_position": "yes",
            "status": "illustrative",
        }
    )


def backs(tables, change):
    person, by = change.person, change.by
    if by is None:
        by = f"{person}_backup"
        (own,) = [row for row in tables["people"] if row["person_id"] == person]
        home, *others = homes(tables, person)
        cells = {"person_id": by, "agency_id": home, "role": own["role"], "unit": own["unit"]}
        named = {"name": own["name"] and f"{own['name']} (backup)"}
        tables["people"].append({**cells, **named, "status": "illustrative"})
        tables["memberships"] += [{"person_id": by, "agency_id": one} for one in others]
    shared = set(homes(tables, person)) & set(homes(tables, by))
    for side, other in (("from", "to"), ("to", "from")):
        seen = defaultdict(int)
        for row in sorted(tables["referrals"], key=lambda row: row["on"]):
            key = row[f"{side}_agency"], row[f"{other}_agency"], row[f"{other}_person"]
            if row[f"{side}_person"] == person and key[0] in shared and key[2] != by:
                seen[key] += 1
                row["passes_on"] = side if seen[key] == 2 else ""
                seen[key] %= 2
        for row in tables["referrals"]:
            if row.pop("passes_on", "") == side:
                row[f"{side}_person"] = by
    named = ("from_id", "to_id", "kind", "basis")
    usable = [tie for tie in (*tables["ties"], *stated(tables)) if tie["quality"] in USABLE]
    held = {tuple(tie[one] for one in named) for tie in usable}
    for tie in usable:
        new = dict(tie, status="illustrative", reported_by="")
        for side in ("from_id", "to_id"):
            new[side] = by if tie[side] == person else tie[side]
        key = tuple(new[one] for one in named)
        is_own = person in (tie["from_id"], tie["to_id"]) and new["from_id"] != new["to_id"]
        if is_own and key not in held:
            held.add(key)
            tables["ties"].append(new)


def stated(tables):
    """The ties that answers state."""
    copy = {"answers": tables["answers"], "ties": []}
    people = {row["respondent"] for row in tables["answers"]}
    for person in sorted(people):
        write_answers_as_ties(copy, person)
    return copy["ties"]


def agency_pairs(tables, tie):
    """The pairs of agencies between which a tie is counted, from and to."""
    pairs = [(a, b) for a in homes(tables, tie["from_id"]) for b in homes(tables, tie["to_id"])]
    return [(a, b) for a, b in pairs if a != b] or pairs


def lead(tables, tie, a, b):
    """Whether a tie leads from one to another, each a person, a group or an agency."""
    if tie["from_id"] == tie["to_id"]:
        return False
    return any(
        a in (tie["from_id"], x) and b in (tie["to_id"], y) for x, y in agency_pairs(tables, tie)
    )


def new_tie(a, b, kind, directed):
    made = {"from_id": a, "to_id": b, "kind": kind, "directed": directed, "basis": "informal"}
    return {**made, "quality": "positive", "status": "illustrative"}


def ties(tables, change):
    one, other = ({end, *homes(tables, end)} for end in (change.a, change.b))
    tables["ties"] = [
        tie
        for tie in tables["ties"]
        if (tie["kind"], tie["quality"]) != ("contact", "absent")
        or not any({x, y} == {tie["from_id"], tie["to_id"]} and x != y for x in one for y in other)
    ]
    tables["ties"].append(new_tie(change.a, change.b, "contact", "no"))


def repairs(tables, change):
    for tie in tables["ties"]:
        ways = ((change.a, change.b), (change.b, change.a))
        if tie["quality"] == "strained" and any(lead(tables, tie, *way) for way in ways):
            tie["quality"] = "positive"


def invites(tables, change):
    kinds = ("team_invitation", "meeting_invitation")
    missing = [
        tie
        for tie in tables["ties"]
        if tie["kind"] in kinds
        and tie["quality"] == "absent"
        and (
            lead(tables, tie, change.a, change.b)
            or (tie["directed"] == "no" and lead(tables, tie, change.b, change.a))
        )
    ]
    for tie in missing:
        tie["quality"] = "positive"
    if not missing:
        tables["ties"].append(new_tie(change.a, change.b, "team_invitation", "yes"))


def retains(tables, change):
    """A rate stands in coalition.toml, not in a table."""


EDITS = {
    "Leaves": leaves, "Moves": moves, "Closes": closes, "Formalizes": formalizes, "Backs": backs,
    "Ties": ties, "Repairs": repairs, "Invites": invites, "Retains": retains,
}  # fmt: skip
