"""A change equals reading files that a person has edited by hand, on random coalitions."""

import csv
from random import Random

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import apply_changes
from collabnet.risk.assessment import assess
from planning.edited_rows import edit
from risk.random_coalitions import draw_coalition

TABLES = ("agencies", "people", "memberships", "agreements", "ties", "referrals", "answers")
ROLES = ("", "intake worker", "officer", "director")
FILES = {"from_id": "source", "to_id": "target", "on": "date", "status_on": "status_date"}
SEEDS = range(14)


def drawn(seed):
    """Draw a coalition as rows of text, some with answers to a survey."""
    random = Random(seed)
    given = draw_coalition(random)
    tables = {}
    for name in TABLES:
        frame = getattr(given, name)
        frame = frame[[c for c in frame.columns if c not in ("row", "file")]]
        rows = frame.astype("object").where(frame.notna(), "").to_dict("records")
        tables[name] = [{c: cell_text(value) for c, value in row.items()} for row in rows]
    for person in tables["people"]:
        person["role"], person["unit"] = random.choice(ROLES), random.choice(("", "unit 1"))
    kinds = ("meeting_invitation", "team_invitation", "contact", "information")
    for tie in tables["ties"]:
        if random.random() < 0.4:
            tie["kind"] = random.choice(kinds)
    people = [row["person_id"] for row in tables["people"] if row["kind"] == "person"]
    if random.random() < 0.5 and len(people) > 1:
        asked = {tuple(random.sample(people, 2)) for _ in range(5)}
        cells = {"question": "information", "wave": "2024", "status": "reported"}
        tables["answers"] = [
            {"respondent": a, "alter": b, "value": random.choice(("yes", "no")), **cells}
            for a, b in sorted(asked)
        ]
    return random, tables, given.settings


def cell_text(value):
    return str(value)[:10] if isinstance(value, pd.Timestamp) else str(value)


def build(tables, settings):
    frames = {name: pd.DataFrame(rows) for name, rows in tables.items() if rows}
    empty = {"agreements", "memberships", "answers"}
    frames |= {
        name: pd.DataFrame(columns=columns)
        for name, columns in COLUMNS.items()
        if not tables[name] and name not in empty
    }
    return cn.Coalition.from_frames(**frames, settings=settings)


COLUMNS = {
    "agencies": ["agency_id"],
    "people": ["person_id", "agency_id"],
    "memberships": ["person_id", "agency_id"],
    "agreements": ["agreement_id", "from_agency", "to_agency"],
    "ties": ["source", "target"],
    "referrals": ["date", "from_agency", "to_agency"],
    "answers": ["respondent"],
}


def draw_change(random, given):
    """Draw a change of any kind; one that can't be made is drawn again by the caller."""
    people, agencies = list(given.people["person_id"]), list(given.agencies["agency_id"])
    actors = people + agencies
    person, agency = random.choice(people or ["-"]), random.choice(agencies)
    two = random.choices(random.choice((actors, agencies)), k=2)
    return random.choice(
        [
            cn.Leaves(person, random.choice(("filled", "empty"))),
            cn.Closes(agency),
            cn.Formalizes(*random.choices(agencies, k=2)),
            cn.Backs(person),
            cn.Backs(person, random.choice(people or ["-"])),
            cn.Ties(*two),
            cn.Repairs(*two),
            cn.Invites(*two),
            cn.Moves(person, agency),
            cn.Retains(random.choice(ROLES), 0.3),
        ]
    )


def draw_changes(random, given, most=3):
    """Draw some changes, each of which can be made after those before it."""
    changes, tries = [], 0
    while len(changes) < random.randint(1, most) and tries < 200:
        tries += 1
        change = draw_change(random, given)
        try:
            given = change.apply(given)
        except CollabnetError:
            continue
        changes.append(change)
    return changes


def rows_of(given):
    """The rows of every table, but for where they stand and what a new agreement is called."""
    found = {}
    for name in TABLES:
        frame = getattr(given, name)
        kept = [c for c in frame.columns if c not in ("row", "file", "agreement_id")]
        rows = frame[kept].astype("object").where(frame[kept].notna(), "").to_dict("records")
        found[name] = sorted(rows, key=str)
    return found


def told(given):
    """Everything that is said of a coalition, but for the rows and digests it stands on."""
    return without_rows(assess(given, worlds=0).to_dict())


def without_rows(value):
    if isinstance(value, dict):
        origins = ("rows", "inputs", "methods")
        return {key: without_rows(one) for key, one in value.items() if key not in origins}
    return [without_rows(one) for one in value] if isinstance(value, list) else value


class TestEqualToEditedInput:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_a_change_is_an_edit_of_the_rows(self, seed):
        """One to three changes of any kind, against rows edited in plain Python."""
        random, tables, settings = drawn(seed)
        given = build(tables, settings)
        digest = given.digest
        changes = draw_changes(random, given)
        for change in changes:
            tables = edit(tables, change)
        edited, found = build(tables, settings), apply_changes(given, changes)
        assert rows_of(found) == rows_of(edited), changes
        assert given.digest == digest
        rates = {c.role: c.rate for c in changes if isinstance(c, cn.Retains)}
        assert found.settings.assumptions.role_rates == rates

    @pytest.mark.parametrize("seed", range(2))
    def test_so_it_is_in_all_that_is_said_and_in_files_of_a_folder(self, seed, tmp_path):
        random, tables, settings = drawn(seed + 1000)
        tables["answers"] = []
        tables["ties"] = [tie for tie in tables["ties"] if tie["from_id"] != tie["to_id"]]
        given = build(tables, settings)
        changes = [c for c in draw_changes(random, given) if not isinstance(c, cn.Retains)]
        for change in changes:
            tables = edit(tables, change)
        for name, rows in tables.items():
            if name != "answers" and rows:
                write(tmp_path / f"{name}.csv", rows)
        period = "[period]\nstart = 2024-01-01\nend = 2024-12-31\n"
        vital = f"vital = {[list(pair) for pair in given.settings.vital]}\n"
        (tmp_path / "coalition.toml").write_text(f'name = "Small"\n{vital}{period}', "utf-8")
        edited = cn.load(tmp_path)
        found = apply_changes(given, changes).with_settings(id=edited.settings.id)
        assert told(found) == told(edited), changes


def write(path, rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writerow({name: FILES.get(name, name) for name in names})
        writer.writerows(rows)
