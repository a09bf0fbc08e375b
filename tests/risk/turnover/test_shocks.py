"""Everybody of one agency, unit, role or funding source gone at once: counted, never named."""

from random import Random

import networkx as nx
import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.blanks import fill
from collabnet.risk.rows import build_rows
from collabnet.risk.turnover.shock_losses import shocks_table
from collabnet.risk.turnover.shocks import Shock, shocks_of
from risk.cases import G1, agreement, coalition, group, person, tie
from risk.random_rows import draw_rows

PEOPLE = (
    person("O1", "court", role="djo", unit="north", funding="county"),
    person("O2", "court", role="djo", unit="south"),
    person("O3", "court", role="supervisor", unit="south"),
    person("I1", "residential", role="intake worker"),
)
AGENCIES = (
    {"agency_id": "court", "funding": "state; federal grant"},
    {"agency_id": "residential", "funding": "federal grant"},
)


def site(*parts, **tables):
    given = {"people": PEOPLE, "agencies": AGENCIES} | tables
    return coalition(*(parts or G1), **given)


def table(*parts, **tables):
    made = site(*parts, **tables)
    found = shocks_table(shocks_of(made), build_rows(made))
    return found.set_index(["kind", "agency", "name"])


class TestShocksOf:
    def test_every_agency_unit_role_and_source(self):
        made = coalition(people=PEOPLE, agencies=AGENCIES)
        found = [(one.kind, one.agency, one.name, len(one.people)) for one in shocks_of(made)]
        assert found == [
            ("agency", "", "court", 3),
            ("agency", "", "residential", 1),
            ("unit", "court", "north", 1),
            ("unit", "court", "south", 2),
            ("role", "", "deputy juvenile officer", 2),
            ("role", "", "intake worker", 1),
            ("role", "", "supervisor", 1),
            ("funding", "", "county", 1),
            ("funding", "", "federal grant", 3),
            ("funding", "", "state", 2),
        ]

    def test_who_left_is_not_there_to_go(self):
        people = [person("O1", "court", active_to="2024-03-01")]
        assert shocks_of(coalition(people=people)) == ()

    def test_groups_go_with_the_others(self):
        found = shocks_of(coalition(people=[group("judges", "court", role="judge")]))
        assert [len(one.people) for one in found] == [1, 1]

    def test_nobody_is_named(self):
        made = site()
        ids = {"O1", "O2", "O3", "I1"}
        assert ids.isdisjoint(
            str(table().reset_index().drop(columns=["n_people"]).to_dict()).split("'")
        )
        assert len(made.people) > 4


class TestRows:
    def test_of_an_agency_by_basis(self):
        """O1's 6 informal, the others' 6 unknown, the 2 from the police to O1 unknown."""
        found = table(ties=[tie("O1", "I1", "referral", basis="informal")]).loc[
            "agency", "", "court"
        ]
        assert (found["lost_low"], found["lost_high"], found["interrupted"]) == (6, 14, 0)
        assert found["of"] == 25

    def test_rows_under_an_agreement_that_names_the_position_wait(self):
        found = table(agreements=[agreement("court", "residential")]).loc["agency", "", "court"]
        assert (found["lost_high"], found["interrupted"]) == (2, 12)
        assert found["pathways_ended"] == [["police", "court"]]
        assert found["pathways_interrupted"] == [["court", "residential"]]

    def test_rows_without_a_name_are_the_agencys_for_certain_and_may_be_a_roles(self):
        parts = [("court", "O1", "residential", "", 6), ("court", "", "residential", "I1", 3)]
        ties = [tie("O1", "residential", "referral", basis="informal")]
        found = table(*parts, ties=ties)
        agency = found.loc["agency", "", "court"]
        assert (agency["lost_low"], agency["lost_high"]) == (0, 9)
        role = found.loc["role", "", "supervisor"]
        assert (role["lost_low"], role["lost_high"], role["pathways_ended"]) == (0, 3, [])

    def test_the_position_stays(self):
        found = table(("court", "court", "residential", "residential", 6)).loc[
            "agency", "", "court"
        ]
        assert (found["lost_high"], found["pairs_without_way"]) == (0, 0)


class TestPairs:
    def test_ways_that_end_with_the_residential_program(self):
        found = table().loc["agency", "", "residential"]
        assert found["pairs_without_way"] == 4
        assert found["pairs_of_others"] == 0
        assert found["pairs"][0] == ["advocacy", "residential"]

    def test_a_role_of_one_agency_cuts_ways_between_others(self):
        """Without the advocate nothing goes from the hospital to the residential program."""
        people = [person("A1", "advocacy", role="advocate")]
        found = table(people=people).loc["role", "", "advocate"]
        assert found["pairs"] == [
            ["advocacy", "residential"],
            ["hospital", "advocacy"],
            ["hospital", "residential"],
            ["police", "advocacy"],
        ]
        assert found["pairs_of_others"] == 4

    def test_at_most_64_are_listed_all_are_counted(self):
        parts = [("hub", "H", f"a{i}", f"p{i}", 1) for i in range(10)]
        parts += [(f"a{i}", f"p{i}", "hub", "H", 1) for i in range(10)]
        found = table(*parts).loc["agency", "", "hub"]
        assert found["pairs_without_way"] == 110
        assert len(found["pairs"]) == 64
        assert found["pairs_of_others"] == 90

    @pytest.mark.parametrize("seed", range(30))
    def test_equal_a_search_for_each_shock(self, seed):
        random = Random(seed)
        rows = draw_rows(random)
        people = sorted({one for row in rows for one in row.people})
        none = frozenset()
        shocks = [
            Shock(
                "role",
                str(k),
                "",
                frozenset(random.sample(people, k % (len(people) + 1))),
                none,
                none,
            )
            for k in range(70)
        ]
        found = shocks_table(shocks, rows)
        for shock, pairs in zip(shocks, found["pairs"], strict=True):
            before, after = reachable(rows, none), reachable(rows, shock.people)
            assert [tuple(pair) for pair in pairs] == sorted(before - after)[:64]


def reachable(rows, gone):
    """Ordered pairs of agencies joined by ways without those who are gone; blanks at the worst."""
    graph, senders, receivers = nx.DiGraph(), {}, {}
    for row, s, r in fill(rows, "worst"):
        for end, agency, side in ((s, row.from_agency, senders), (r, row.to_agency, receivers)):
            if end.id not in gone:
                graph.add_node(end)
                side.setdefault(agency, set()).add(end)
        if s.id not in gone and r.id not in gone:
            graph.add_edge(s, r)
    return {
        (a, b)
        for a, starts in senders.items()
        for b, ends in receivers.items()
        if a != b and any(not {s, *nx.descendants(graph, s)}.isdisjoint(ends) for s in starts)
    }


class TestAssessment:
    def test_the_table_and_the_json(self):
        assessment = assess(site(), worlds=0)
        assert list(assessment.shocks["kind"].unique()) == ["agency", "unit", "role", "funding"]
        found = assessment.to_dict()["shocks"]
        assert len(found) == len(assessment.shocks)
        assert found[0]["name"] == "advocacy"
