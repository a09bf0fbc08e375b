"""Katz, Bonacich power and PageRank, by hand and by adding walks one length after the other."""

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import bonacich_power, degree, katz, pagerank
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.centrality.oracles import as_igraph, matrix_of, near, plain_of
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs

LINE = network_of(("a", "b"), ("b", "c"))
NO_TIES = network_of(actors=["a", "b", "c"])


def root_of(plain, matrix):
    """The largest eigenvalue, by core, for one of an acyclic network comes out as noise."""
    place = {actor: i for i, actor in enumerate(plain)}
    cores = [
        [place[a] for a in one] for one in nx.strongly_connected_components(plain.to_directed())
    ]
    blocks = [matrix[np.ix_(one, one)] for one in cores]
    return max((np.abs(np.linalg.eigvals(one)).max() for one in blocks), default=0.0)


def walks(matrix, factor, start, most=4000):
    total, term = start.astype(float), start.astype(float)
    for _ in range(most):
        term = factor * matrix @ term
        total = total + term
    return total


class TestKatz:
    def test_a_line_by_hand(self):
        """x = 1 + y/2 and y = 1 + x make 3 and 4."""
        assert values(katz(LINE, alpha=0.5), "katz") == {"a": 3, "b": 4, "c": 3}

    def test_walks_that_end_at_the_actor_count_unless_said(self):
        chain = Network.from_pairs([("a", "b"), ("b", "c")], is_directed=True)
        assert values(katz(chain, alpha=0.5), "katz") == {"a": 1, "b": 1.5, "c": 1.75}
        outwards = katz(chain, alpha=0.5, direction="out")
        assert values(outwards, "katz") == {"a": 1.75, "b": 1.5, "c": 1}

    def test_g1_as_igraph(self):
        """igraph 1.3.5 of R: alpha_centrality(g, alpha = 0.3, weights = NA); 0.1 with strengths."""
        found = katz(DIRECTED, alpha=0.3)["katz"].tolist()
        assert found == near([1.9, 1, 1, 2.56, 1.3, 1, 1, 1])
        found = katz(DIRECTED, alpha=0.1, weights="strength")["katz"].tolist()
        assert found == near([1.8, 1, 1, 2.86, 1.2, 1, 1, 1])

    def test_alpha_is_three_quarters_of_the_most_unless_said(self):
        table = katz(LINE)
        assert table.attrs["settings"]["alpha"] == pytest.approx(0.75 / 2**0.5)
        assert table["katz"].tolist() == near(katz(LINE, alpha=0.75 / 2**0.5)["katz"])

    def test_an_acyclic_network_has_no_alpha_of_its_own(self):
        assert katz(DIRECTED)["katz"].isna().all()

    def test_without_ties_nobody_leads_to_anybody(self):
        assert katz(NO_TIES)["katz"].tolist() == [1, 1, 1]

    def test_normalised_has_length_one(self):
        found = katz(LINE, alpha=0.5, normalised=True)["katz"].tolist()
        assert found == near(np.array([3, 4, 3]) / 34**0.5)

    @pytest.mark.parametrize("alpha", [-0.1, 0.7072, float("nan"), 1j])
    def test_an_alpha_for_which_walks_have_no_sum_is_refused(self, alpha):
        with pytest.raises(AssumptionError) as refused:
            katz(LINE, alpha=alpha)
        assert str(refused.value) == (
            "katz needs alpha from 0 up to, not including, 0.707107, 1/largest eigenvalue of this "
            f"network; got {alpha}. Nearer to 0 long walks count less."
        )

    @pytest.mark.parametrize("direction", ["in", "out", "ignored"])
    def test_the_largest_eigenvalue_itself_is_beyond_the_most(self, direction):
        with pytest.raises(AssumptionError) as refused:
            katz(nx.complete_graph(3), alpha=0.5, direction=direction)
        assert str(refused.value) == (
            "katz needs alpha from 0 up to, not including, 0.5, 1/largest eigenvalue of this "
            "network; got 0.5. Nearer to 0 long walks count less."
        )

    def test_in_an_acyclic_network_any_alpha_from_zero_has_a_sum(self):
        assert katz(DIRECTED, alpha=7)["katz"].max() == 1 + 7 * 4 + 49 * 4
        with pytest.raises(AssumptionError) as refused:
            katz(DIRECTED, alpha=-1)
        assert str(refused.value) == (
            "katz needs alpha to be a number from 0; got -1. Nearer to 0 long walks count less."
        )

    def test_random_networks(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            for weights in ("unweighted", "strength"):
                matrix = matrix_of(plain, "in", weighted=weights == "strength")
                root = root_of(plain, matrix)
                alpha = 0.9 / root if root > 1e-9 else 0.4
                expected = walks(matrix, alpha, np.ones(len(plain)), most=400)
                found = katz(graph, alpha=alpha, weights=weights)["katz"].tolist()
                assert found == near(expected)
                if len(plain) < 2:  # networkx refuses
                    continue
                weight = "strength" if weights == "strength" else None
                theirs = nx.katz_centrality_numpy(plain, alpha, normalized=False, weight=weight)
                assert found == near(theirs.values())


class TestPower:
    def test_g1_as_sna_and_igraph(self):
        """sna 2.7-1 bonpow, igraph 1.3.5 power_centrality: exponent 0.75/largest eigenvalue."""
        found = values(bonacich_power(UNDIRECTED), "bonacich_power")
        assert found["I1"] == found["A1"] == pytest.approx(1.5430451863, rel=1e-9)
        assert found["O1"] == found["D1"] == pytest.approx(0.9789637462, rel=1e-9)
        assert found["O2"] == found["S1"] == pytest.approx(0.5747353898, rel=1e-9)

    def test_over_ties_going_out_unless_said(self):
        """As 7, 8, 1, 0; igraph 1.3.5 of R: power_centrality(g, exponent = 0.75) 1.3112201 ..."""
        ties = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "d")]
        found = bonacich_power(Network.from_pairs(ties, is_directed=True), beta=0.75)
        expected = np.array([7, 8, 1, 0]) * (4 / 114) ** 0.5
        assert found["bonacich_power"].tolist() == near(expected)
        assert expected[0] == pytest.approx(1.3112201, abs=5e-8)

    def test_a_negative_beta_makes_those_powerful_on_whom_others_depend(self):
        """In a line of five, as he argues of bargaining, the middle is central but not powerful.

        The two beside it have each a contact at the end who has nobody else.
        """
        line = network_of(("a1", "b1"), ("b1", "c"), ("c", "b2"), ("b2", "a2"))
        powerful = values(bonacich_power(line, beta=-0.3), "bonacich_power")
        assert powerful["b1"] == powerful["b2"] > powerful["c"] > powerful["a1"]
        central = values(bonacich_power(line, beta=0.5), "bonacich_power")
        assert central["c"] > central["b1"]

    def test_a_beta_of_zero_is_degree(self):
        found = bonacich_power(UNDIRECTED, beta=0)["bonacich_power"].to_numpy()
        ties = degree(UNDIRECTED)["degree"].to_numpy()
        assert found.tolist() == near(ties * (8 / (ties**2).sum()) ** 0.5)

    def test_an_acyclic_network_has_no_beta_of_its_own(self):
        assert bonacich_power(DIRECTED)["bonacich_power"].isna().all()
        assert bonacich_power(DIRECTED, beta=0.5)["bonacich_power"].notna().all()

    def test_without_ties_nobody_has_a_share(self):
        assert bonacich_power(NO_TIES, beta=0.5)["bonacich_power"].isna().all()

    @pytest.mark.parametrize("beta", [float("nan"), float("inf"), "0.5"])
    def test_a_beta_that_is_no_number_is_refused(self, beta):
        with pytest.raises(AssumptionError) as refused:
            bonacich_power(DIRECTED, beta=beta)
        assert str(refused.value) == (
            f"bonacich_power needs beta to be a number; got {beta!r}. Nearer to 0 long walks count "
            "less."
        )

    def test_a_beta_beyond_the_largest_eigenvalue_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            bonacich_power(LINE, beta=1)
        assert str(refused.value) == (
            "bonacich_power needs beta between -0.707107 and 0.707107, 1/largest eigenvalue of "
            "this network; got 1. Nearer to 0 long walks count less."
        )

    def test_random_networks(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            if not plain.number_of_edges():
                continue
            for share in (-0.9, 0.5):
                matrix = matrix_of(plain, "out", weighted=True)
                root = root_of(plain, matrix)
                beta = share / root if root > 1e-9 else share
                expected = walks(matrix, beta, matrix.sum(axis=1), most=400)
                expected = expected * (len(plain) / (expected**2).sum()) ** 0.5
                found = bonacich_power(graph, beta=beta, weights="strength")["bonacich_power"]
                assert found.tolist() == near(expected)


class TestPageRank:
    def test_g1(self):
        found = {a: round(v, 4) for a, v in values(pagerank(DIRECTED), "pagerank").items()}
        assert found.pop("I1") == 0.4075
        assert found.pop("A1") == 0.2052
        assert found.pop("O1") == 0.0771
        assert set(found.values()) == {0.0620}

    def test_a_star_by_hand(self):
        """Leaves hand all to the hub, which hands back a third of 0.85 to each of three."""
        star = network_of(("hub", "a"), ("hub", "b"), ("hub", "c"))
        hub = (0.15 / 4 + 0.85) / (1 + 0.85)
        found = values(pagerank(star), "pagerank")
        assert found["hub"] == pytest.approx(hub)
        assert found["a"] == found["b"] == found["c"] == pytest.approx((1 - hub) / 3)

    def test_without_damping_all_are_alike(self):
        assert pagerank(DIRECTED, damping=0)["pagerank"].tolist() == near([1 / 8] * 8)

    def test_a_strength_of_zero_hands_nothing_on(self):
        ties = [("a", "b", 0), ("b", "a", 1)]
        found = pagerank(Network.from_pairs(ties, is_directed=True))["pagerank"].tolist()
        dangling = pagerank(Network.from_pairs([("b", "a")], is_directed=True))["pagerank"].tolist()
        assert found == near(dangling)

    def test_strengths_count_unless_said(self):
        ties = [("a", "b", 3), ("a", "c", 1)]
        network = Network.from_pairs(ties, is_directed=True)
        found = values(pagerank(network), "pagerank")
        assert found["b"] > found["c"]
        alike = values(pagerank(network, weights="unweighted"), "pagerank")
        assert alike["b"] == alike["c"]

    @pytest.mark.parametrize("damping", [-0.1, 1, 1.5, float("nan"), None])
    def test_another_damping_is_refused(self, damping):
        with pytest.raises(AssumptionError) as refused:
            pagerank(DIRECTED, damping=damping)
        assert str(refused.value) == (
            f"pagerank needs a damping from 0 up to, not including, 1; got {damping}. 0.85 is the "
            "usual one."
        )

    def test_a_negative_strength_is_refused_by_name(self):
        network = Network.from_pairs([("court", "program", -2)], is_directed=True)
        with pytest.raises(CollabnetError) as refused:
            pagerank(network, direction="in")
        assert str(refused.value) == (
            "The measure pagerank needs strengths of zero or more; the tie 'court' to 'program' "
            "has -2.0. Correct it, leave the tie out, or measure with the weights 'unweighted'."
        )

    @pytest.mark.parametrize("direction", ["out", "in", "ignored"])
    def test_random_networks_step_by_step(self, direction):
        for graph in random_graphs():
            plain = plain_of(graph)
            n = len(plain)
            matrix = matrix_of(plain, direction, weighted=True)
            leaving = matrix.sum(axis=1, keepdims=True)
            steps = np.where(leaving > 0, matrix / np.where(leaving > 0, leaving, 1), 1 / n)
            at = np.full(n, 1 / n)
            for _ in range(250):
                at = 0.15 / n + 0.85 * at @ steps
            assert pagerank(graph, direction=direction)["pagerank"].tolist() == near(at)

    def test_as_networkx_and_igraph(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            found = pagerank(graph)["pagerank"].tolist()
            theirs = nx.pagerank(plain, weight="strength", tol=1e-14, max_iter=1000)
            assert found == near(theirs.values())
            assert found == near(as_igraph(plain).pagerank(weights="strength"))


class TestManyActors:
    """Beyond 400 actors walks are added up, or the equation is solved without the zeros."""

    graph = nx.gnm_random_graph(900, 4000, seed=1, directed=True)

    @pytest.mark.parametrize("share", [0.75, 0.9999])
    def test_the_equation_of_katz_and_bonacich_holds(self, share):
        matrix = nx.to_scipy_sparse_array(self.graph, dtype=float)
        usual = katz(self.graph).attrs["settings"]["alpha"]
        x = katz(self.graph, alpha=usual / 0.75 * share)["katz"].to_numpy()
        assert x.tolist() == near(1 + usual / 0.75 * share * (matrix.T @ x))
        beta = -usual / 0.75 * share
        c = bonacich_power(self.graph, beta=beta)["bonacich_power"].to_numpy()
        rest = c - beta * (matrix @ c)  # a multiple of the number of ties
        ties = matrix.sum(axis=1)
        assert rest.tolist() == near(rest.sum() / ties.sum() * ties, digits=1e-8)

    def test_pagerank_as_networkx(self):
        theirs = nx.pagerank(self.graph, tol=1e-14, max_iter=1000)
        assert pagerank(self.graph)["pagerank"].tolist() == near(theirs.values())

    def test_an_acyclic_one(self):
        acyclic = nx.DiGraph((u, v) for u, v in self.graph.edges if u < v)
        matrix = nx.to_scipy_sparse_array(acyclic, dtype=float)
        x = katz(acyclic, alpha=0.5)["katz"].to_numpy()
        assert x.tolist() == near(1 + 0.5 * (matrix.T @ x))
