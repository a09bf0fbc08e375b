"""The names by which other programs and books know the measures."""

from collections.abc import Mapping

KNOWN_AS: Mapping[str, tuple[str, ...]] = {
    "degree": ("degree centrality", "in-degree", "out-degree"),
    "strength": ("weighted degree", "valued degree"),
    "betweenness": ("betweenness centrality", "Freeman betweenness"),
    "tie_betweenness": ("edge betweenness", "line betweenness"),
    "closeness": ("closeness centrality",),
    "harmonic": ("harmonic centrality", "reciprocal closeness"),
    "reach_in_steps": ("reach centrality", "k-reach"),
    "eigenvector": ("eigenvector centrality", "eigen centrality", "evcent"),
    "bonacich_power": ("power centrality", "beta centrality", "bonpow"),
    "katz": ("Katz centrality", "alpha centrality"),
    "hubs_and_authorities": ("HITS", "hub score", "authority score"),
    "centralization": ("degree centralization", "Freeman centralization"),
    "mean_distance": ("average path length", "average distance"),
    "constraint": ("Burt's constraint", "aggregate constraint"),
    "effective_size": ("effective network size", "effsize"),
    "local_clustering": ("clustering coefficient", "local transitivity"),
    "global_clustering": ("clustering coefficient",),
    "average_clustering": ("clustering coefficient",),
    "density_between": ("density by groups", "density by block", "block density"),
    "group_assortativity": ("nominal assortativity",),
    "degree_assortativity": ("degree correlation",),
    "ei_index": ("E-I index",),
    "brokerage_roles": ("Gould-Fernandez brokerage", "G&F brokerage"),
    "krackhardt_efficiency": ("graph efficiency",),
    "krackhardt_hierarchy": ("graph hierarchy",),
    "cutpoints": ("articulation points", "cut vertices"),
    "biconnected_components": ("bicomponents", "blocks"),
    "bridges": ("cut edges",),
    "core_numbers": ("k-core", "coreness"),
    "node_connectivity": ("vertex connectivity", "point connectivity"),
    "tie_connectivity": ("edge connectivity", "line connectivity"),
    "key_players": ("key player problem", "KPP-Neg", "KPP-Pos"),
    "structural_equivalence": ("profile similarity",),
}
"""What else a measure is called; one name may be that of several."""

NEAR: Mapping[str, tuple[str, ...]] = {
    "structural holes": ("constraint", "effective_size", "burt_efficiency", "burt_hierarchy"),
    "clustering": ("local_clustering", "global_clustering", "average_clustering"),
    "closure": ("transitivity", "global_clustering"),
    "farness": ("closeness", "mean_distance"),
    "geodesic": ("mean_distance", "diameter"),
    "reach": ("reach_in_steps",),
    "power": ("bonacich_power",),
    "core": ("core_numbers", "core_periphery"),
    "cores": ("core_numbers", "core_periphery"),
    "triads": ("triad_census",),
    "dyads": ("dyad_census",),
    "homophily": ("ei_index", "group_assortativity"),
    "assortativity": ("group_assortativity", "degree_assortativity"),
    "E-I": ("ei_index", "ei_index_by_group", "ei_index_by_actor"),
    "brokerage": ("brokerage_roles", "brokerage_expected", "brokerage_totals"),
    "Gould-Fernandez": ("brokerage_roles", "brokerage_expected"),
    "Gould and Fernandez": ("brokerage_roles", "brokerage_expected"),
    "Louvain": ("communities", "community_agreement"),
    "Leiden": ("communities",),
    "factions": ("communities",),
    "CONCOR": ("equivalent_positions", "structural_equivalence"),
    "blockmodel": ("equivalent_positions", "density_between"),
    "isolates": ("components", "degree"),
    "affiliations": ("two_mode_projection",),
    "Jaccard": ("two_mode_projection",),
}
"""Where somebody should look who asks for something that is no measure here by any name."""


def known_as(name: str) -> list[str]:
    """Give the measures to look at under another name; capitals, blanks and signs don't count.

    Examples
    --------
    >>> known_as("Articulation_Points"), known_as("k core"), known_as("fame")
    (['cutpoints'], ['core_numbers'], [])
    """
    wished = _bare(name)
    same = [one for one, others in KNOWN_AS.items() if wished in map(_bare, others)]
    near = [one for other, ones in NEAR.items() if _bare(other) == wished for one in ones]
    return same or near


def _bare(name: str) -> str:
    return "".join(one for one in name.casefold() if one.isalnum())
