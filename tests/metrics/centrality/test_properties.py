"""What holds of centrality in any network: drawn by Hypothesis."""

from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import (
    betweenness,
    bonacich_power,
    centralization,
    closeness,
    degree,
    eigenvector,
    global_efficiency,
    harmonic,
    hubs_and_authorities,
    katz,
    mean_distance,
    pagerank,
    reach_in_steps,
    strength,
    tie_betweenness,
)
from metrics.centrality.oracles import near, plain_of
from metrics.networks import random_graph

drawn = st.integers(0, 2**32 - 1).map(lambda seed: random_graph(Random(seed), most=12))
OF_ACTORS = [
    (degree, {}),
    (strength, {}),
    (strength, {"normalised": True}),
    (betweenness, {}),
    (betweenness, {"cost": "1/strength"}),
    (closeness, {}),
    (closeness, {"variant": "wasserman_faust", "cost": "1/strength"}),
    (harmonic, {"cost": "1/strength"}),
    (reach_in_steps, {}),
    (eigenvector, {"weights": "strength"}),
    (eigenvector, {"variant": "igraph"}),
    (bonacich_power, {}),
    (katz, {}),
    (pagerank, {}),
    (hubs_and_authorities, {}),
]
few = settings(max_examples=30)


def columns(table):
    return {name: table[name].to_numpy(float) for name in table.columns[1:]}


def same(one, other):
    for name, values in columns(one).items():
        assert values.tolist() == near(columns(other)[name])


@pytest.mark.parametrize(("measure", "options"), OF_ACTORS)
@few
@given(graph=drawn, seed=st.integers(0, 99))
def test_names_and_the_order_of_actors_and_ties_change_nothing(measure, options, graph, seed):
    turned = type(graph)()
    actors, ties = list(graph), list(graph.edges(data=True))
    Random(seed).shuffle(actors)
    Random(seed).shuffle(ties)
    turned.add_nodes_from(("new", actor) for actor in actors)
    turned.add_edges_from((("new", u), ("new", v), cells) for u, v, cells in ties)
    table = measure(turned, **options)
    table["actor_id"] = [actor for _, actor in table["actor_id"]]
    place = {actor: i for i, actor in enumerate(graph)}
    table = table.sort_values("actor_id", key=lambda ids: ids.map(place), ignore_index=True)
    same(measure(graph, **options), table)


@pytest.mark.parametrize(
    ("measure", "options"),
    [
        (betweenness, {}),
        (eigenvector, {}),
        (degree, {}),
        (strength, {}),
        (reach_in_steps, {}),
        (hubs_and_authorities, {}),
        (closeness, {"variant": "within_reach"}),
    ],
)
@few
@given(one=drawn, other=drawn)
def test_a_network_beside_it_changes_nothing(measure, options, one, other):
    if one.is_directed() != other.is_directed():
        other = other.to_directed() if one.is_directed() else nx.Graph(other.to_undirected())
    one, other = plain_of(one), plain_of(other)
    both = nx.disjoint_union(one, other)
    table = measure(both, **options)
    for name in table.columns[1:]:
        if not name.endswith("_share"):
            apart = [*measure(one, **options)[name], *measure(other, **options)[name]]
            assert table[name].tolist() == near(apart)


@few
@given(graph=drawn)
def test_an_isolate_scales_what_is_per_other_actor_and_nothing_else(graph):
    n, wider = len(graph), graph.copy()
    wider.add_node("isolate")
    for measure, options in OF_ACTORS:
        if measure in (pagerank, bonacich_power) or options.get("variant") == "wasserman_faust":
            continue
        before, after = measure(graph, **options), measure(wider, **options).iloc[:-1]
        for name, values in columns(before).items():
            if name == "closeness":
                assert after[name].isna().all()
            elif options.get("normalised") or name in ("harmonic", "reach_in_steps_share"):
                if n > 1:
                    assert after[name].tolist() == near(values * (n - 1) / n)
            else:
                assert after[name].tolist() == near(values)
    wider = bonacich_power(wider, beta=0)["bonacich_power"].to_numpy()[:-1]
    expected = bonacich_power(graph, beta=0)["bonacich_power"].to_numpy()
    assert wider.tolist() == near(expected * ((n + 1) / n) ** 0.5)


@few
@given(graph=drawn)
def test_reversing_ties_swaps_in_and_out(graph):
    if not graph.is_directed():
        return
    turned = graph.reverse()
    assert degree(graph)["out_degree"].tolist() == degree(turned)["in_degree"].tolist()
    assert strength(graph)["out_strength"].tolist() == near(strength(turned)["in_strength"])
    for measure in (closeness, harmonic, reach_in_steps, eigenvector, katz, bonacich_power):
        same(measure(graph, direction="out"), measure(turned, direction="in"))
    same(pagerank(graph, direction="in"), pagerank(turned))
    same(betweenness(graph), betweenness(turned))
    assert global_efficiency(graph).iloc[0, 0] == pytest.approx(
        global_efficiency(turned).iloc[0, 0], nan_ok=True
    )


@few
@given(graph=drawn)
def test_sums(graph):
    """Ties have two ends; each path's inner actors and its ties add up to its length."""
    plain = plain_of(graph)
    n, once = len(plain), 1 if plain.is_directed() else 2
    ends = degree(graph)["degree"].sum()
    assert ends == 2 * plain.number_of_edges()
    assert pagerank(graph)["pagerank"].sum() == pytest.approx(1)
    reached = reach_in_steps(graph, steps=n)["reach_in_steps"].sum()
    mean = mean_distance(graph, variant="within_reach").iloc[0, 0]
    total = mean * reached if reached else 0
    over_ties = tie_betweenness(graph)["tie_betweenness"].sum()
    assert over_ties == pytest.approx(total / once)
    inner = betweenness(graph)["betweenness"].sum()
    assert inner == pytest.approx((total - reached) / once)
    if n > 1:
        mean_harmonic = harmonic(graph)["harmonic"].mean()
        assert mean_harmonic == pytest.approx(global_efficiency(graph).iloc[0, 0])
    power = bonacich_power(graph, beta=0)["bonacich_power"]
    assert power.isna().all() or (power**2).sum() == pytest.approx(n)


@few
@given(graph=drawn)
def test_ranges(graph):
    n = len(graph)
    for measure, options in [
        (degree, {"normalised": True}),
        (strength, {"normalised": True}),
        (betweenness, {"normalised": True}),
        (tie_betweenness, {"normalised": True}),
        (closeness, {}),
        (closeness, {"variant": "gil_schmidt"}),
        (harmonic, {}),
        (eigenvector, {}),
        (hubs_and_authorities, {}),
        (katz, {"normalised": True}),
        (pagerank, {}),
    ]:
        table = measure(graph, **options)
        for name in table.columns[2 if measure is tie_betweenness else 1 :]:
            assert table[name].dropna().between(0, 1 + 1e-9).all()
    for of in ("degree", "betweenness", "closeness"):
        value = centralization(graph, of=of).iloc[0, 0]
        assert np.isnan(value) or 0 <= value <= 1
        assert np.isnan(value) or n > 2
    assert (closeness(graph, variant="within_reach")["closeness"].dropna() > 0).all()
    assert (katz(graph)["katz"].dropna() >= 1).all()
