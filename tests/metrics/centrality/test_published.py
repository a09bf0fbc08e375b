"""Numbers that others have published or computed, on networks that many know."""

import networkx as nx
import pytest

from collabnet.metrics import (
    betweenness,
    bonacich_power,
    centralization,
    closeness,
    degree,
    diameter,
    eigenvector,
    global_efficiency,
    hubs_and_authorities,
    katz,
    mean_distance,
    pagerank,
    tie_betweenness,
)
from metrics.g1 import values

NAMES = ["Andre", "Beverly", "Carol", "Diane", "Ed"]
NAMES += ["Fernando", "Garth", "Heather", "Ike", "Jane"]
KITE = nx.relabel_nodes(nx.krackhardt_kite_graph(), dict(enumerate(NAMES)))
FLORENCE = nx.florentine_families_graph()
KARATE = nx.Graph(nx.karate_club_graph().edges)
"""Without the counts of contexts that networkx has as weights."""


def nine(*expected):
    return pytest.approx(list(expected), rel=2e-9)


class TestFreeman:
    """Freeman (1979), Social Networks 1, 215-239; Wasserman and Faust (1994), ch. 5."""

    def test_a_line_of_five(self):
        found = [
            centralization(nx.path_graph(5), of=of).iloc[0, 0]
            for of in ("degree", "betweenness", "closeness")
        ]
        assert [round(one, 2) for one in found] == [0.17, 0.42, 0.42]

    def test_a_line_of_seven(self):
        line = nx.path_graph(7)
        assert round(centralization(line, of="closeness").iloc[0, 0], 3) == 0.277
        assert round(centralization(line, of="betweenness").iloc[0, 0], 3) == 0.311

    def test_marriages_of_florentine_families(self):
        """Wasserman and Faust, ch. 5, without the Pucci, who married into none of the others."""
        table = {
            "degree": degree(FLORENCE, normalised=True),
            "closeness": closeness(FLORENCE),
            "betweenness": betweenness(FLORENCE, normalised=True),
        }
        medici = {name: round(values(one, name)["Medici"], 3) for name, one in table.items()}
        assert medici == {"degree": 0.429, "closeness": 0.560, "betweenness": 0.522}
        assert round(centralization(FLORENCE, of="betweenness").iloc[0, 0], 3) == 0.437
        assert round(centralization(FLORENCE, of="closeness").iloc[0, 0], 3) == 0.322


class TestKite:
    """Krackhardt (1990), Admin. Sci. Q. 35, 342-369: each of three leads on one centrality."""

    def test_three_centralities_three_leaders(self):
        ties = values(degree(KITE), "degree")
        assert max(ties, key=ties.get) == "Diane"
        assert ties["Diane"] == 6
        over = values(betweenness(KITE), "betweenness")
        assert max(over, key=over.get) == "Heather"
        assert over["Heather"] == 14
        near = values(closeness(KITE), "closeness")
        assert near["Fernando"] == near["Garth"] == max(near.values())
        assert round(near["Garth"], 3) == 0.643

    def test_as_sna_and_igraph(self):
        """sna 2.7-1 and igraph 1.3.5 of R 4.2."""
        between = betweenness(KITE)["betweenness"].tolist()
        assert between[:6] == nine(0.8333333333, 0.8333333333, 0, 3.666666667, 0, 8.333333333)
        assert eigenvector(KITE)["eigenvector"].tolist() == nine(
            *[0.3522093968, 0.3522093968, 0.2858349914, 0.4810208583, 0.2858349914],
            *[0.3976906365, 0.3976906365, 0.195860583, 0.04807348503, 0.01116325531],
        )
        assert pagerank(KITE)["pagerank"].tolist() == nine(
            *[0.101919913, 0.101919913, 0.07941811401, 0.1471479163, 0.07941811401],
            *[0.1289069276, 0.1289069276, 0.09524828681, 0.08569395631, 0.05141993143],
        )
        assert bonacich_power(KITE)["bonacich_power"].tolist() == nine(
            *[1.088991457, 1.088991457, 0.8718547332, 1.518478472, 0.8718547332],
            *[1.273858674, 1.273858674, 0.6865673706, 0.2697149863, 0.1122685244],
        )
        assert katz(KITE)["katz"].tolist() == nine(
            *[3.904624138, 3.904624138, 3.325463885, 5.050177985, 3.325463885],
            *[4.397713207, 4.397713207, 2.831254181, 1.719400189, 1.299449425],
        )
        table = tie_betweenness(KITE)["tie_betweenness"].tolist()
        assert table[:4] == nine(2.666666667, 1.5, 1.833333333, 4.666666667)
        lengths = [
            measure(KITE).iloc[0, 0] for measure in (global_efficiency, mean_distance, diameter)
        ]
        assert lengths == nine(0.6462962963, 1.977777778, 4)


class TestKarate:
    """Zachary (1977), J. Anthropol. Res. 33, 452-473; sna 2.7-1 and igraph 1.3.5 of R 4.2."""

    def test_the_instructor_and_the_president_lead(self):
        first = {0: 16, 33: 17}
        assert {a: n for a, n in values(degree(KARATE), "degree").items() if a in first} == first
        over = values(betweenness(KARATE), "betweenness")
        assert [over[0], over[33], over[2]] == nine(231.0714286, 160.5515873, 75.85079365)
        near = values(closeness(KARATE), "closeness")
        assert [near[0], near[33]] == nine(0.5689655172, 0.55)
        scores = values(eigenvector(KARATE), "eigenvector")
        assert [scores[33], scores[0], scores[16]] == nine(0.3733634703, 0.3554914445, 0.0236356281)
        shares = values(pagerank(KARATE), "pagerank")
        assert [shares[33], shares[0]] == nine(0.1009191823, 0.09699728539)
        power = values(bonacich_power(KARATE), "bonacich_power")
        assert [power[33], power[0]] == nine(2.308379751, 2.218912773)
        hubs = values(hubs_and_authorities(KARATE, variant="igraph"), "hub")
        assert [hubs[0], hubs[1], hubs[33]] == nine(0.9521323665, 0.7123351391, 1)

    def test_centralization(self):
        found = [
            centralization(KARATE, of=of).iloc[0, 0]
            for of in ("degree", "closeness", "betweenness")
        ]
        assert found == nine(0.3996212121, 0.2981948912, 0.4055571953)
