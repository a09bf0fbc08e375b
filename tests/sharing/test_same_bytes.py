"""Coalitions that differ in hidden counts alone give the same bytes to those outside."""

from random import Random

import pandas as pd
import pytest

from collabnet.model import Coalition, Settings
from collabnet.planning.changes import Closes, Formalizes, Leaves, Repairs
from collabnet.planning.whatif import what_if
from collabnet.reports.made import report_bytes
from collabnet.risk.assessment import assess
from collabnet.sharing import release, release_what_if
from collabnet.sharing.released_network import release_network
from sharing.drawn import ROLES, SECTORS, YEAR, log, texts

FILES = ((".html", "brief"), (".html", "full"), (".xlsx", "brief"))


class Town:
    """A coalition whose hidden pathways rest on one pair of people each; only counts are open."""

    def __init__(self, seed):
        random = Random(seed)
        self.agencies = [f"qx{i}agency" for i in range(random.randint(4, 8))]
        self.people = [f"zk{i}person" for i in range(14)]
        homes = {one: self.agencies[i % len(self.agencies)] for i, one in enumerate(self.people)}
        self.ends = {}
        for sender in self.people:
            receiver = random.choice(self.people)
            if homes[sender] != homes[receiver]:
                ends = [random.choice((one, one, one, "")) for one in (sender, receiver)]
                pair = homes[sender], homes[receiver]
                n = random.choice((None, None, random.randint(11, 40)))
                self.ends.setdefault(pair, (ends[0], ends[1], n))
        self.tables = {
            "agencies": pd.DataFrame(
                {
                    "agency_id": self.agencies,
                    "sector": [random.choice(SECTORS) for _ in self.agencies],
                }
            ),
            "people": pd.DataFrame(
                {
                    "person_id": self.people,
                    "agency_id": [homes[one] for one in self.people],
                    "role": [random.choice(ROLES) for _ in self.people],
                }
            ),
            "ties": pd.DataFrame(
                [
                    {
                        "source": random.choice(self.people),
                        "target": random.choice(self.people + self.agencies),
                        "kind": random.choice(("contact", "information", "protocol")),
                        "basis": random.choice(("formal", "informal", "")),
                        "quality": random.choice(("positive", "strained", "absent", "")),
                        "status": random.choice(("reported", "inferred")),
                    }
                    for _ in range(16)
                ]
            ),
        }

    def with_counts(self, seed, worlds=0):
        """Give it with other counts from 1 to 10 where the count is hidden."""
        random = Random(seed)
        rows = [
            (a, sender, b, receiver, n or random.randint(1, 10))
            for (a, b), (sender, receiver, n) in self.ends.items()
        ]
        settings = Settings(name="Town", **YEAR)
        coalition = Coalition.from_frames(referrals=log(*rows), settings=settings, **self.tables)
        return assess(coalition, worlds=worlds)


@pytest.mark.parametrize(("seed", "worlds"), [*((n, 0) for n in range(12)), (12, 20)])
def test_every_text_and_its_place_is_the_same(seed, worlds):
    first, second = (Town(seed).with_counts(one, worlds) for one in (1, 2))
    for audience in ("partner", "public"):
        said = [list(texts(release(one, audience))) for one in (first, second)]
        assert said[0] == said[1]
    drawn = [release_network(one, "partner", "0" * 64).network for one in (first, second)]
    assert drawn[0].keyed_ties == drawn[1].keyed_ties


@pytest.mark.parametrize("seed", range(2))
def test_so_is_every_what_if(seed):
    town = Town(seed)
    steps = [Formalizes(*town.agencies[:2]), Leaves(town.people[0]), Closes(town.agencies[3])]
    for changes in (steps[:1], steps[1:2], steps):
        first, second = (what_if(town.with_counts(one), changes) for one in (1, 2))
        said = [list(texts(release_what_if(one, "partner"))) for one in (first, second)]
        assert said[0] == said[1]


@pytest.mark.parametrize(("ending", "kind"), FILES)
def test_every_file_is_the_same(ending, kind):
    town = Town(3)
    first, second = (
        report_bytes(town.with_counts(one), ending, "partner", kind=kind) for one in (1, 2)
    )
    assert first == second


def test_the_order_is_by_labels_where_all_counts_are_hidden():
    """Ten pathways, each with a strained tie: inside they stand by their counts."""
    ends = [f"qx{letter}{i}agency" for letter in "ab" for i in range(10)]
    ties = [
        {"source": f"zk{i}", "target": f"zk{i + 10}", "kind": "contact", "quality": "strained"}
        for i in range(10)
    ]

    def told(counts):
        rows = [(ends[i], f"zk{i}", ends[i + 10], f"zk{i + 10}", n) for i, n in enumerate(counts)]
        given = Coalition.from_frames(
            referrals=log(*rows), ties=pd.DataFrame(ties), settings=Settings(**YEAR)
        )
        return [one.id for one in release(assess(given, worlds=0), "public").findings]

    given = told(range(1, 11))
    assert len(given) == 10
    assert given == told(range(10, 0, -1)) == sorted(given)


def test_nor_does_the_order_of_what_a_what_if_changes():
    """Two links that rest on one person each, with a gap, whose strained ties are repaired."""
    ties = [
        {"source": f"zk{i}", "target": f"zk{i + 2}", "kind": "contact", "quality": quality}
        for i in range(2)
        for quality in ("strained", "absent")
    ]

    def told(*counts):
        rows = [(f"qxa{i}", f"zk{i}", f"qxb{i}", f"zk{i + 2}", n) for i, n in enumerate(counts)]
        given = Coalition.from_frames(
            referrals=log(*rows), ties=pd.DataFrame(ties), settings=Settings(**YEAR)
        )
        change = what_if(assess(given, worlds=0), [Repairs(f"qxa{i}", f"qxb{i}") for i in range(2)])
        return [before.id for before, _ in release_what_if(change, "partner").changed]

    assert len(told(3, 9)) == 2
    assert told(3, 9) == told(9, 3)
