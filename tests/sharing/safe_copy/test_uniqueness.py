"""How many actors of a diagram without names can be told apart."""

from collections import Counter

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.model import Network
from collabnet.model.errors import CollabnetError, EmptyNetworkError
from collabnet.sharing.uniqueness import KNOWLEDGE, uniqueness

STAR = Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c"), ("c", "d")])


def sizes(looks):
    """For each actor how many look like it."""
    found = Counter(looks.values())
    return [found[look] for look in looks.values()]


def brute_force(graph, steps):
    """What is known after so many steps, written out in full for each actor."""

    def look(actor, left):
        if left == 0:
            return ()
        return tuple(sorted(look(other, left - 1) for other in graph[actor] if other != actor))

    return sizes({actor: look(actor, steps) for actor in graph})


@st.composite
def graphs(draw):
    """Networks of up to 9 actors."""
    n = draw(st.integers(1, 9))
    pairs = [(i, j) for i in range(n) for j in range(i)]
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else [])
    return graph


class TestUniqueness:
    def test_by_hand(self):
        """a and b look alike throughout; d has one contact too, but c has two."""
        alike = uniqueness(STAR).alike.set_index("actor_id")
        assert alike["degree"].to_dict() == {"a": 3, "b": 3, "c": 1, "d": 3, "hub": 1}
        assert alike["neighbourhood"].to_dict() == {"a": 2, "b": 2, "c": 1, "d": 1, "hub": 1}
        assert uniqueness(STAR).k == 1

    @given(graphs())
    def test_it_is_what_writing_all_neighbourhoods_out_gives(self, graph):
        alike = uniqueness(graph).alike
        for steps, knowledge in enumerate(list(KNOWLEDGE)[:3], 1):
            assert alike[knowledge].tolist() == brute_force(graph, steps)

    @given(graphs())
    def test_it_is_networkx_refinement(self, graph):
        """networkx hashes the same subtrees (Shervashidze et al. 2011)."""
        steps = len(graph) + 1
        nx.set_node_attributes(graph, "actor", "is")
        hashes = nx.weisfeiler_lehman_subgraph_hashes(graph, iterations=steps, node_attr="is")
        told = {actor: found[-1] for actor, found in hashes.items()}
        assert uniqueness(graph).alike["whole"].tolist() == sizes(told)

    @given(graphs(), st.randoms())
    def test_names_and_order_change_nothing(self, graph, random):
        actors = list(graph)
        random.shuffle(actors)
        other = nx.relabel_nodes(graph, dict(zip(graph, actors, strict=True)))
        assert uniqueness(graph).table.equals(uniqueness(other).table)

    @given(graphs())
    def test_who_knows_more_tells_more(self, graph):
        table = uniqueness(graph).table
        assert table["n_unique"].is_monotonic_increasing
        assert table["k"].is_monotonic_decreasing

    def test_a_ring_shows_nobody(self):
        found = uniqueness(nx.cycle_graph(6))
        assert (found.k, found.is_safe) == (6, True)
        assert found.sentences[-1] == (
            "To these readers every actor looks like 5 or more others. Who knows which contacts "
            "of somebody are in contact may still tell more apart."
        )

    def test_what_the_diagram_shows_of_actors_tells_them_apart(self):
        ring = nx.cycle_graph(6)
        nx.set_node_attributes(ring, {n: "court" if n == 0 else "clinic" for n in ring}, "sector")
        assert uniqueness(ring).k == 6
        assert uniqueness(ring, attributes=["sector"]).k == 1

    def test_what_the_diagram_shows_of_ties_tells_them_apart(self):
        ring = nx.cycle_graph(6)
        nx.set_edge_attributes(ring, "sound", "quality")
        ring.edges[0, 1]["quality"] = "strained"
        assert uniqueness(ring, tie_attributes=["quality"]).k == 2

    def test_direction_tells_apart_where_it_is_shown(self):
        pairs = [("a", "b"), ("b", "c")]
        assert uniqueness(nx.Graph(pairs)).k == 1
        assert uniqueness(nx.Graph(pairs)).table["n_unique"].iloc[0] == 1
        assert uniqueness(nx.DiGraph(pairs)).table["n_unique"].iloc[0] == 3

    def test_self_ties_and_parallel_ties_count_once(self):
        twice = nx.MultiGraph([("a", "b"), ("a", "b"), ("a", "a")])
        assert uniqueness(twice).k == 2

    def test_at_40_actors_and_mean_degree_10_nearly_all_have_a_neighbourhood_of_their_own(self):
        """What spec/trust.md, Privacy 6, says: 99 %, over random networks."""
        shares = [
            uniqueness(nx.gnm_random_graph(40, 200, seed=seed)).table["unique_share"]
            for seed in range(50)
        ]
        mean = sum(share[1] for share in shares) / len(shares)
        assert 0.99 <= mean < 1
        assert sum(share[0] for share in shares) / len(shares) < 0.15

    def test_the_sentences(self):
        assert str(uniqueness(STAR)) == (
            "A reader who knows how many contacts somebody has can tell 2 of 5 actors apart; 2 look"
            " like fewer than 2 others.\n"
            "One who also knows how many contacts each of these has can tell 3 of 5 actors apart; 5"
            " look like fewer than 2 others.\n"
            "One who knows the same one step further out can tell 3 of 5 actors apart; 5 look like"
            " fewer than 2 others.\n"
            "One who knows it of the whole diagram can tell 3 of 5 actors apart; 5 look like fewer"
            " than 2 others.\n"
            "So a diagram without names would still show who is who: pass on sectors instead."
        )

    def test_no_actors_is_an_error(self):
        with pytest.raises(EmptyNetworkError, match=r"^uniqueness needs at least one actor; the n"):
            uniqueness(nx.Graph())

    def test_a_misspelt_attribute_is_refused_since_it_would_hide_nothing(self):
        with pytest.raises(CollabnetError) as refused:
            uniqueness(STAR, attributes=["sectr"])
        assert str(refused.value) == (
            "No actor of the network has the attribute 'sectr'; there are: none. Name one of "
            "these, or leave it out."
        )

    def test_fewest_is_one_or_more(self):
        with pytest.raises(CollabnetError, match=r"^fewest is a whole number, 1 or more; got 0"):
            uniqueness(STAR, fewest=0)
