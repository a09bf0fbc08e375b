"""Each service from each identifying agency: hand-offs, and ways that share nobody."""

from random import Random

import networkx as nx
import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.rows import build_rows
from risk.cases import G1, coalition, group
from risk.random_coalitions import draw_network

SERVICES = [
    {"agency_id": "residential", "services": "residential care", "sector": "housing"},
    {"agency_id": "advocacy", "services": "case management;food", "sector": "victim services"},
]


def reach(given, start, target):
    """Hand-offs and disjoint ways; what is not known is None."""
    table = assess(given, worlds=0).service_reach.set_index(["from_agency", "target"])
    row = table.loc[(start, target)]
    names = ("hand_offs", "n_disjoint_ways", "n_disjoint_ways_worst", "n_disjoint_ways_best")
    return tuple(None if row[name] != row[name] else int(row[name]) for name in names)


class TestG1:
    given = coalition(*G1, agencies=SERVICES)

    @pytest.mark.parametrize(
        ("start", "target", "hand_offs", "ways"),
        [
            ("court", "residential care", 1, 1),
            ("police", "residential care", 2, 1),
            ("hospital", "residential care", 2, 1),
            ("police", "case management", 1, 1),
            ("advocacy", "residential care", 1, 1),
            ("advocacy", "case management", 0, None),
            ("court", "case management", None, None),
        ],
    )
    def test_by_hand(self, start, target, hand_offs, ways):
        """Police to residential: by O1 or A1, but everything through I1."""
        assert reach(self.given, start, target) == (hand_offs, ways, ways, ways)

    def test_it_is_the_size_of_the_reach_cut_set(self):
        """Menger: with one provider the most ways are the fewest people whose leaving ends them."""
        cuts = assess(self.given, worlds=0).reach
        for start in ("court", "police", "hospital", "advocacy"):
            size = cuts[start, "residential"].size
            assert reach(self.given, start, "residential care")[1] == size

    def test_sectors_are_reached_alike(self):
        assert reach(self.given, "police", "housing") == reach(
            self.given, "police", "residential care"
        )


class TestProviders:
    def test_two_providers_are_two_ways(self):
        agencies = [{"agency_id": one, "services": "shelter"} for one in ("a", "b")]
        given = coalition(
            ("court", "O1", "a", "I1", 1), ("court", "O2", "b", "I2", 1), agencies=agencies
        )
        assert reach(given, "court", "shelter") == (1, 2, 2, 2)

    def test_positions_and_groups_dont_leave(self):
        given = coalition(
            ("court", "court", "a", "staff", 1),
            people=[group("staff", "a")],
            agencies=[{"agency_id": "a", "services": "shelter"}],
        )
        assert reach(given, "court", "shelter") == (1, None, None, None)

    def test_blanks_are_a_range(self):
        """Six rows without a name: all by O1, the only one named, or by somebody else."""
        given = coalition(
            ("court", "O1", "a", "a", 1),
            ("court", "", "a", "a", 6),
            agencies=[{"agency_id": "a", "services": "shelter"}],
        )
        assert reach(given, "court", "shelter") == (1, 1, 1, None)

    def test_a_way_that_names_nobody_is_a_way(self):
        given = coalition(
            ("court", "", "a", "", 3), agencies=[{"agency_id": "a", "services": "shelter"}]
        )
        row = assess(given, worlds=0).service_reach.iloc[0]
        assert (row["hand_offs"], row["is_reached"]) == (1, True)

    def test_an_agency_outside_provides_nothing_here(self):
        given = coalition(
            ("court", "O1", "a", "I1", 1),
            agencies=[{"agency_id": "a", "services": "shelter", "outside": "yes"}],
        )
        assert assess(given, worlds=0).service_reach.empty


class TestIdentifying:
    agencies = ({"agency_id": "shelter", "services": "shelter"},)
    log = (("court", "O1", "shelter", "I1", 1), ("shelter", "I1", "clinic", "N1", 1))

    def test_else_whoever_refers(self):
        table = assess(coalition(*self.log, agencies=self.agencies), worlds=0).service_reach
        assert table["from_agency"].tolist() == ["court", "shelter"]

    def test_as_stated(self):
        from collabnet.model.settings import CoverageSettings

        stated = CoverageSettings(identifying=("clinic", "court", "nobody"))
        given = coalition(*self.log, agencies=self.agencies, coverage=stated)
        table = assess(given, worlds=0).service_reach
        assert table["from_agency"].tolist() == ["clinic", "court"]
        assert table["is_reached"].tolist() == [False, True]


class TestAgainstNetworkx:
    @pytest.mark.parametrize("seed", range(60))
    def test_random_networks(self, seed):
        """Hand-offs by breadth, ways by flow over people of capacity one; rows that name both."""
        random = Random(seed)
        given = draw_network(random)
        agencies = given.agencies
        agencies["services"] = [random.choice(("", "x", "y", "x;y")) for _ in range(len(agencies))]
        given = given.with_tables(agencies=agencies)
        rows = [
            row
            for row in build_rows(given)
            if "unknown" not in (row.sender.kind, row.receiver.kind)
        ]
        services = dict(zip(agencies["agency_id"], agencies["services"], strict=True))
        table = assess(given, worlds=0).service_reach
        for row in table[table["target_kind"] == "service"].to_dict("records"):
            providers = {a for a, cell in services.items() if row["target"] in cell.split(";")}
            if row["from_agency"] in providers:
                assert row["hand_offs"] == 0
                continue
            ways = flow(rows, row["from_agency"], providers)
            found = row["n_disjoint_ways"]
            assert (None if found != found else found) == (ways if 0 < ways < BIG else None)


BIG = 10_000


def flow(rows, start, providers):
    graph = nx.DiGraph()
    graph.add_nodes_from(["source", "sink"])
    for row in rows:
        for end in (row.sender, row.receiver):
            most = 1 if end.kind == "person" else BIG
            graph.add_edge(("in", end), ("out", end), capacity=most)
        graph.add_edge(("out", row.sender), ("in", row.receiver), capacity=BIG)
        if row.from_agency == start:
            graph.add_edge("source", ("in", row.sender), capacity=BIG)
        if row.to_agency in providers:
            graph.add_edge(("out", row.receiver), "sink", capacity=BIG)
    return nx.maximum_flow_value(graph, "source", "sink")
