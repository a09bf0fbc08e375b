"""Catalogue entries: ties within groups against ties between them."""

from collabnet.metrics.entry import Entry
from collabnet.metrics.groups.assortative import degree_assortativity, group_assortativity
from collabnet.metrics.groups.blocks import density_between, group_mixing, strength_between
from collabnet.metrics.groups.external import ei_index, ei_index_by_actor, ei_index_by_group

NAN = float("nan")
KRACKHARDT = (
    "Krackhardt and Stern (1988), Informal networks and organizational crises: an experimental "
    "simulation, Social Psychology Quarterly 51, 123-140"
)
NEWMAN = "Newman (2003), Mixing patterns in networks, Physical Review E 67, 026126"
FAUST = "Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press"
COUNTED = "Not used, unless weights='strength'."
BY_SIZE = "as many as the sizes of the groups make"
BLOCKS = (
    "Directed networks have a row for both orders of two groups, ties leading from the first to "
    "the second; direction='in' turns them round, 'ignored' takes pairs tied either way, one row "
    "for two groups."
)
ENDS = "Ties lead from one group to the other; undirected ties count from both ends."
EITHER_WAY = (
    "direction='ignored' counts a pair once, tied one way or both; 'out' and 'in' count each tie "
    "of a directed network, at whom it starts and at whom it ends."
)
PAIR = {"from_group": "a group", "to_group": "a group, the same or another"}
APART = """z <- (s + t(s)) > 0
  other <- outer(groups, groups, "!=")"""
"""R: pairs in contact, and pairs of different groups."""

ENTRIES: tuple[Entry, ...] = (
    Entry(
        function=density_between,
        of="groups",
        sentence="Which share of the pairs within a group, and between two groups, have a tie.",
        definition=(
            "Pairs with a tie over all pairs: n_a n_b of two groups; n_a (n_a - 1) within one, "
            "half of that without direction."
        ),
        columns={
            **PAIR,
            "n_pairs": "pairs of actors, 0 or more",
            "n_ties": "pairs of actors with a tie, 0 or more",
            "density": "share, 0 to 1",
        },
        direction=BLOCKS,
        weights="Not used.",
        undefined="density where there are no pairs, as within a group of one actor.",
        one_actor={"n_pairs": 0, "n_ties": 0, "density": NAN},
        no_ties={"n_pairs": BY_SIZE, "n_ties": 0, "density": "0, or undefined without pairs"},
        sources=(f"{FAUST}, 10.2",),
        complexity="O(n + m + k^2) with k groups",
        matches={
            "UCINET": "Density by Groups.",
            "sna": "blockmodel(s, groups)$block.model, with groups numbered from 1.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
    ),
    Entry(
        function=strength_between,
        of="groups",
        sentence="How strong the ties are within a group, and between two groups.",
        definition="Sum of strengths, and that sum over the pairs with a tie.",
        columns={
            **PAIR,
            "n_ties": "pairs of actors with a tie, 0 or more",
            "strength": "sum, in the unit of the strengths",
            "strength_mean": "mean, in the unit of the strengths",
        },
        direction=BLOCKS,
        weights="They are added up, of parallel ties too.",
        undefined="strength_mean where there are no ties.",
        one_actor={"n_ties": 0, "strength": 0, "strength_mean": NAN},
        no_ties={"n_ties": 0, "strength": 0, "strength_mean": NAN},
        sources=(f"{FAUST}, 10.2",),
        complexity="O(n + m + k^2) with k groups",
        matches={
            "UCINET": "Density by Groups with sums; its means are over all pairs.",
            "sna": "blockmodel(w, groups, block.content='sum')$block.model, with groups numbered "
            "from 1; undirected networks count a tie within a group twice.",
            "igraph": "contract(g, groups), then simplify(remove.loops=FALSE, "
            "edge.attr.comb='sum').",
            "networkx": "quotient_graph(G, ...) with weight='strength', between groups.",
        },
        needs=("groups",),
    ),
    Entry(
        function=group_mixing,
        of="groups",
        sentence="Which share of all ties leads from each group to each.",
        definition="e_ij, ties from group i to group j over all ties; over all i and j: 1.",
        columns={**PAIR, "mixing_share": "share, 0 to 1"},
        direction=ENDS,
        weights=COUNTED,
        undefined="Without ties.",
        one_actor={"mixing_share": NAN},
        no_ties={"mixing_share": NAN},
        sources=(NEWMAN,),
        complexity="O(n + m + k^2) with k groups",
        matches={
            "networkx": "attribute_mixing_matrix(G, 'attribute'), where self-ties count.",
            "sna": "None.",
            "igraph": "None.",
        },
        needs=("groups",),
    ),
    Entry(
        function=group_assortativity,
        of="network",
        sentence="Whether ties stay within groups more than they would by chance.",
        definition=(
            "(sum of e_ii - sum of a_i b_i) / (1 - sum of a_i b_i): e_ij is the share of ties from "
            "group i to group j, a_i that of ties from i, b_i that of ties to i."
        ),
        columns={"group_assortativity": "coefficient, -1 to 1; 0 is chance, 1 all ties within"},
        direction=ENDS,
        weights=COUNTED,
        undefined="Without ties, and where all ties are within one group: 0/0.",
        one_actor={"group_assortativity": NAN},
        no_ties={"group_assortativity": NAN},
        sources=(NEWMAN,),
        complexity="O(n + m + k^2) with k groups",
        matches={
            "sna": "None.",
            "igraph": "assortativity_nominal(g, groups, directed = is_directed(g)).",
            "networkx": "attribute_assortativity_coefficient(G, 'attribute'), where self-ties "
            "count.",
        },
        needs=("groups",),
        r={
            "group_assortativity": "igraph::assortativity_nominal(g, groups, "
            "directed = igraph::is_directed(g))"
        },
    ),
    Entry(
        function=degree_assortativity,
        of="network",
        sentence="Whether actors with many ties have them with others who have many.",
        definition=(
            "Pearson's correlation, over ties, of the degrees at the two ends: where it starts, "
            "from_degree, and where it ends, to_degree."
        ),
        columns={"degree_assortativity": "correlation, -1 to 1"},
        direction="Out-degree where a tie starts and in-degree where it ends, if nothing else is "
        "said; undirected ties count both ways.",
        weights="Not used.",
        undefined="Without ties, and where all degrees at one end are the same.",
        one_actor={"degree_assortativity": NAN},
        no_ties={"degree_assortativity": NAN},
        sources=(
            NEWMAN,
            "Foster, Foster, Grassberger and Paczuski (2010), Edge direction and the structure "
            "of networks, PNAS 107, 10815-10820",
        ),
        complexity="O(n + m)",
        matches={
            "sna": "None.",
            "igraph": "assortativity_degree(g, directed = is_directed(g)).",
            "networkx": "degree_assortativity_coefficient(G, x=from_degree, y=to_degree), where "
            "self-ties count.",
        },
        r={
            "degree_assortativity": "igraph::assortativity_degree(g, "
            "directed = igraph::is_directed(g))"
        },
    ),
    Entry(
        function=ei_index,
        of="network",
        sentence="Whether ties lead to other groups or stay within, next to what chance gives.",
        definition=(
            "(E - I) / (E + I), with E ties between groups and I within. Chance deals the groups "
            "out anew among the actors: all ways if these are 10,000 or no more than draws, else "
            "so many drawn from the seed, the grouping as it is counted as one of them: "
            "(count + 1) / (draws + 1). Expected: 1 - 2 sum of n_g (n_g - 1) / [n (n - 1)]."
        ),
        columns={
            "ei_external": "ties, or their strength, 0 or more",
            "ei_internal": "ties, or their strength, 0 or more",
            "ei_index": "index, -1 (all within) to 1 (all between)",
            "ei_expected": "index, -1 to 1: the exact mean over all ways to deal the groups out",
            "ei_at_least": "share, 0 to 1, of the ways with an index as large or larger",
            "ei_at_most": "share, 0 to 1, of the ways with an index as small or smaller",
            "ei_p_value": "probability, 0 to 1: twice the smaller share, 1 at most",
            "ei_relabellings": "ways looked at, 1 or more",
            "ei_is_exact": "whether these are all there are",
        },
        direction=EITHER_WAY,
        weights=COUNTED,
        undefined="Without ties: the index, what is expected, shares and p-value.",
        one_actor={
            **{f"ei_{one}": 0 for one in ("external", "internal")},
            **{f"ei_{one}": NAN for one in ("index", "expected", "at_least", "at_most", "p_value")},
            "ei_relabellings": 1,
            "ei_is_exact": 1,
        },
        no_ties={
            **{f"ei_{one}": 0 for one in ("external", "internal")},
            **{f"ei_{one}": NAN for one in ("index", "expected", "at_least", "at_most", "p_value")},
            "ei_relabellings": BY_SIZE,
            "ei_is_exact": 1,
        },
        sources=(KRACKHARDT,),
        complexity="O(draws (n + m))",
        matches={
            "UCINET": "E-I Index, for an undirected network; its p-values are those of its draws.",
            "sna": "None.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
        r={
            "ei_external": f"{APART}\n  sum(z & other) / 2",
            "ei_internal": f"{APART}\n  sum(z & !other) / 2",
            "ei_index": f"{APART}\n  (sum(z & other) - sum(z & !other)) / sum(z)",
            "ei_expected": """k <- table(groups)
  if (sum(s)) 1 - 2 * sum(k * (k - 1)) / (n * (n - 1)) else NaN""",
        },
    ),
    Entry(
        function=ei_index_by_group,
        of="groups",
        sentence="Whether the ties of a group lead to other groups or stay within.",
        definition="(E - I) / (E + I), with E the group's ties to others and I those within; "
        "variant='ends' counts a tie within from both ends where direction is ignored.",
        columns={
            "group": "the group",
            "ei_external": "ties, or their strength, 0 or more",
            "ei_internal": "ties, or their strength, 0 or more; with variant='ends' twice that",
            "ei_index": "index, -1 (all within) to 1 (all to others)",
        },
        direction=EITHER_WAY,
        weights=COUNTED,
        undefined="ei_index of a group without ties.",
        one_actor={"ei_external": 0, "ei_internal": 0, "ei_index": NAN},
        no_ties={"ei_external": 0, "ei_internal": 0, "ei_index": NAN},
        sources=(KRACKHARDT,),
        complexity="O(n + m)",
        matches={
            "UCINET": "E-I Index, group level, of an undirected network is variant='ends'.",
            "sna": "None.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
    ),
    Entry(
        function=ei_index_by_actor,
        of="actors",
        sentence="Whether an actor's ties lead to other groups or to its own.",
        definition="(E - I) / (E + I), with E ties to other groups and I ties to the own.",
        columns={
            "ei_external": "ties, or their strength, 0 or more",
            "ei_internal": "ties, or their strength, 0 or more",
            "ei_index": "index, -1 (all to the own group) to 1 (all to others)",
        },
        direction=EITHER_WAY,
        weights=COUNTED,
        undefined="ei_index of an actor without ties.",
        one_actor={"ei_external": 0, "ei_internal": 0, "ei_index": NAN},
        no_ties={"ei_external": 0, "ei_internal": 0, "ei_index": NAN},
        sources=(KRACKHARDT,),
        complexity="O(n + m)",
        matches={
            "UCINET": "E-I Index, individual level, for an undirected network.",
            "sna": "None.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
        r={
            "ei_external": f"{APART}\n  rowSums(z & other)",
            "ei_internal": f"{APART}\n  rowSums(z & !other)",
            "ei_index": f"{APART}\n  (rowSums(z & other) - rowSums(z & !other)) / rowSums(z)",
        },
    ),
)
