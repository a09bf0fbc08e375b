"""From two modes to one: the women of Davis, the definition, networkx and igraph."""

from itertools import combinations

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.metrics import two_mode_projection
from collabnet.metrics.positions import build_projection
from collabnet.model.errors import AssumptionError, EmptyNetworkError
from metrics.networks import network_of, random_graphs

DAVIS = nx.davis_southern_women_graph()
MODE = {actor: values["bipartite"] for actor, values in DAVIS.nodes(data=True)}
TEAMS = network_of(("Ann", "team"), ("Bea", "team"), ("Bea", "board"), ("Cat", "board"))
KIND = {"Ann": "person", "Bea": "person", "Cat": "person", "team": "group", "board": "group"}


def shared(table, column="n_shared"):
    """Give the values by pair."""
    ends = map(frozenset, zip(table["from_id"], table["to_id"], strict=True))
    return dict(zip(ends, table[column].tolist(), strict=True))


class TestPublished:
    """Davis, Gardner and Gardner (1941), as projected by Breiger (1974), figures 2 and 3."""

    def test_women_by_the_events_they_share(self):
        found = shared(two_mode_projection(DAVIS, mode=MODE, onto=0))
        wanted = {
            ("Evelyn Jefferson", "Laura Mandeville"): 6,
            ("Evelyn Jefferson", "Theresa Anderson"): 7,
            ("Laura Mandeville", "Theresa Anderson"): 6,
            ("Brenda Rogers", "Theresa Anderson"): 6,
            ("Katherina Rogers", "Sylvia Avondale"): 6,
            ("Flora Price", "Olivia Carleton"): 2,
        }
        assert {pair: found[frozenset(pair)] for pair in wanted} == wanted
        assert frozenset({"Flora Price", "Laura Mandeville"}) not in found
        assert len(found) == 139

    def test_events_by_the_women_they_share(self):
        found = shared(two_mode_projection(DAVIS, mode=MODE, onto=1))
        assert found[frozenset({"E8", "E9"})] == 9
        assert found[frozenset({"E13", "E14"})] == 3
        assert len(found) == 66


class TestByHand:
    def test_both_modes_in_the_order_of_the_network(self):
        table = two_mode_projection(TEAMS, mode=KIND)
        assert table.to_dict("list") == {
            "mode": ["person", "person", "group"],
            "from_id": ["Ann", "Bea", "board"],
            "to_id": ["Bea", "Cat", "team"],
            "n_shared": [1, 1, 1],
            "newman": [1.0, 1.0, 1.0],
            "jaccard": [0.5, 0.5, 1 / 3],
        }

    def test_whom_many_know_counts_little_for_newman(self):
        star = network_of(*(("hub", end) for end in "abcd"))
        table = two_mode_projection(star, mode={"hub": 1, **dict.fromkeys("abcd", 2)})
        assert table["newman"].tolist() == pytest.approx([1 / 3] * 6)
        assert table["jaccard"].tolist() == [1] * 6

    def test_an_attribute_says_the_mode(self):
        table = two_mode_projection(DAVIS, mode="bipartite", onto=0)
        assert table.equals(two_mode_projection(DAVIS, mode=MODE, onto=0))
        assert table.attrs["settings"] == {"mode": "bipartite", "onto": 0}

    def test_without_ties_nobody_shares(self):
        table = two_mode_projection(network_of(actors="ab"), mode={"a": 1, "b": 2})
        assert table.empty
        assert list(table) == ["mode", "from_id", "to_id", "n_shared", "newman", "jaccard"]


class TestRefusals:
    @pytest.mark.parametrize("measure", [two_mode_projection, build_projection])
    def test_a_tie_inside_a_mode(self, measure):
        inside = network_of(("Ann", "team"), ("Ann", "Bea"), ("Bea", "Cat"))
        with pytest.raises(AssumptionError) as refused:
            measure(inside, mode=KIND, onto="person")
        assert str(refused.value) == (
            f"{measure.__name__} needs ties between the two modes alone; the tie 'Ann' to 'Bea' "
            "stays inside 'person', and so do 1 more. Leave such ties out, or correct the mode."
        )

    def test_modes_that_are_not_two(self):
        with pytest.raises(AssumptionError) as refused:
            two_mode_projection(TEAMS, mode={**KIND, "team": "team"})
        assert str(refused.value) == (
            "two_mode_projection needs actors of exactly two modes; got 3: 'person', 'group', "
            "'team'. Choose an attribute with two values, or hand over a dict from actor to mode."
        )

    def test_a_mode_that_nobody_has(self):
        with pytest.raises(AssumptionError) as refused:
            two_mode_projection(TEAMS, mode=KIND, onto="persons")
        assert str(refused.value) == (
            "two_mode_projection needs one of the modes 'person', 'group' as onto; got 'persons'."
        )

    def test_an_actor_without_a_mode(self):
        with pytest.raises(AssumptionError) as refused:
            two_mode_projection(TEAMS, mode={"Ann": "person"})
        assert str(refused.value).startswith("two_mode_projection needs a mode for every actor;")

    def test_an_attribute_that_nobody_has_is_refused_as_a_mode(self):
        with pytest.raises(AssumptionError) as refused:
            two_mode_projection(network_of(("p", "club")), mode="kind")
        assert str(refused.value) == (
            "two_mode_projection needs an attribute of the actors as mode: they have none; got "
            "'kind'. Choose among these, or hand over a dict from actor to mode."
        )

    def test_a_strength_that_there_is_not(self):
        with pytest.raises(AssumptionError) as refused:
            build_projection(TEAMS, mode=KIND, onto="person", strength="count")
        assert str(refused.value) == (
            "build_projection needs the strength 'n_shared' or 'newman' or 'jaccard'; got 'count'."
        )

    def test_no_actors(self):
        with pytest.raises(EmptyNetworkError):
            build_projection(nx.Graph(), mode={}, onto="person")


def two_mode_graphs():
    """Random graphs with ties between even and odd places alone."""
    for graph in random_graphs():
        mode = {actor: i % 2 for i, actor in enumerate(graph)}
        if len(set(mode.values())) < 2:
            continue
        across = [(u, v) for u, v in graph.edges() if mode[u] != mode[v]]
        kept = graph.__class__()
        kept.add_nodes_from(graph)
        kept.add_edges_from(across)
        yield kept, mode


class TestOnRandomNetworks:
    def test_the_definition_and_networkx(self):
        for graph, mode in two_mode_graphs():
            plain = nx.Graph(graph)
            table = two_mode_projection(graph, mode=mode)
            for column, project in (
                ("n_shared", nx.bipartite.weighted_projected_graph),
                ("newman", nx.bipartite.collaboration_weighted_projected_graph),
                ("jaccard", nx.bipartite.overlap_weighted_projected_graph),
            ):
                wanted = {}
                for one in (0, 1):
                    made = project(plain, [a for a in plain if mode[a] == one])
                    wanted |= {frozenset((u, v)): w for u, v, w in made.edges(data="weight")}
                found = shared(table, column)
                assert found == pytest.approx(wanted, rel=1e-9)
            for u, v in combinations(plain, 2):
                both = set(plain[u]) & set(plain[v])
                if mode[u] == mode[v] and both:
                    same = frozenset((u, v))
                    assert shared(table)[same] == len(both)
                    value = sum(1 / (plain.degree(k) - 1) for k in both)
                    assert shared(table, "newman")[same] == pytest.approx(value, rel=1e-9)
                    either = set(plain[u]) | set(plain[v])
                    assert shared(table, "jaccard")[same] == len(both) / len(either)
                else:
                    assert frozenset((u, v)) not in shared(table)

    def test_igraph(self):
        for graph, mode in two_mode_graphs():
            actors = list(graph)
            other = igraph.Graph.from_networkx(nx.Graph(graph))
            types = [mode[actor] for actor in actors]
            for one, made in enumerate(other.bipartite_projection(types=types)):
                ids = [actor for actor in actors if mode[actor] == one]
                wanted = (
                    {frozenset(ids[i] for i in tie.tuple): tie["weight"] for tie in made.es}
                    if made.ecount()
                    else {}
                )
                assert shared(two_mode_projection(graph, mode=mode, onto=one)) == wanted


class TestBuildProjection:
    def test_actors_attributes_and_strengths(self):
        women = build_projection(DAVIS, mode="bipartite", onto=0)
        assert not women.is_directed
        assert women.actor_ids == tuple(DAVIS.graph["top"])
        assert set(women.actors["bipartite"]) == {0}
        found = {frozenset((u, v)): values["strength"] for u, v, _, values in women.keyed_ties}
        assert found == shared(two_mode_projection(DAVIS, mode=MODE, onto=0))
        assert women.notices == (
            "Two are tied where they share somebody of another mode; strength: n_shared.",
        )

    def test_another_strength(self):
        persons = build_projection(TEAMS, mode=KIND, onto="person", strength="jaccard")
        assert persons.ties["strength"].tolist() == [0.5, 0.5]

    def test_who_shares_with_nobody_stays(self):
        alone = network_of(("Ann", "team"), actors=["Bea"])
        kind = {"Ann": "person", "Bea": "person", "team": "group"}
        assert build_projection(alone, mode=kind, onto="person").actor_ids == ("Ann", "Bea")


PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=20)


class TestProperties:
    @given(PAIRS, st.permutations(range(6)))
    def test_names_an_isolate_and_direction_change_nothing(self, pairs, names):
        def found(ties, **more):
            network = network_of(*((f"p{u}", f"e{v}") for u, v in ties), **more)
            mode = {actor: actor[0] for actor in network.actor_ids}
            return two_mode_projection(network, mode=mode, onto="p")

        whole = found(pairs)
        renamed = shared(found([(names[u], v) for u, v in pairs]))
        name = {f"p{i}": f"p{names[i]}" for i in range(6)}
        assert renamed == {
            frozenset(name[one] for one in ends): value for ends, value in shared(whole).items()
        }
        assert shared(found(pairs, actors=["p9"])) == shared(whole)
        assert found(pairs, directed=True).equals(whole)
        events = {}
        for u, v in pairs:
            events.setdefault(v, set()).add(u)
        counted = sum(len(who) * (len(who) - 1) // 2 for who in events.values())
        assert whole["n_shared"].sum() == counted
        assert whole["newman"].sum() == pytest.approx(
            sum(len(who) / 2 for who in events.values() if len(who) > 1)
        )
