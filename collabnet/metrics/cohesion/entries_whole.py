"""What is written about density, Krackhardt's dimensions and components."""

from collabnet.metrics.cohesion.joined import component_sizes, components
from collabnet.metrics.cohesion.whole import (
    connectedness,
    density,
    krackhardt_efficiency,
    krackhardt_hierarchy,
)
from collabnet.metrics.entry import Entry

NAN = float("nan")
FAUST = "Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press, chapter 4"
KRACKHARDT = (
    "Krackhardt (1994), Graph theoretical dimensions of informal organizations, in Carley and "
    "Prietula (eds), Computational Organization Theory, 89-111"
)

WHOLE = (
    Entry(
        function=density,
        of="network",
        sentence="Of all ties that could be there, this share is there.",
        definition=(
            "m / [n(n-1)/2] with m ties among n actors; in a directed network m / [n(n-1)]. "
            "weights='strength': the sum of strengths in place of m, so that it is the mean "
            "strength of all pairs, with 0 for a pair without a tie."
        ),
        columns={
            "n_actors": "actors, from 1",
            "n_ties": "pairs of actors with a tie; each direction apart in a directed network",
            "density": "share, 0 to 1; with weights='strength' in units of the ties",
        },
        direction="Each direction of a pair is a tie of its own in a directed network.",
        weights="Not used, unless weights='strength'.",
        undefined="density with one actor: no tie could be there.",
        one_actor={"n_actors": 1, "n_ties": 0, "density": NAN},
        no_ties={"n_actors": 3, "n_ties": 0, "density": 0},
        sources=(FAUST,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Density, with and without values; self-ties left out.",
            "sna": "gden(s); gden(w) for weights='strength'.",
            "igraph": "edge_density(g) without self-ties and parallel ties.",
            "networkx": "density(G) without self-ties and parallel ties; 0 with one actor.",
        },
        r={
            "n_actors": "igraph::vcount(g)",
            "n_ties": "igraph::ecount(g)",
            "density": "sna::gden(s)",
        },
    ),
    Entry(
        function=connectedness,
        of="network",
        sentence="In this share of the pairs of actors, the two are in contact, directly or "
        "through others.",
        definition=(
            "Pairs of actors joined by a path, divided by n(n-1)/2 pairs. It is 1 minus "
            "fragmentation F."
        ),
        columns={"connectedness": "share, 0 (no ties) to 1 (all in one component)"},
        direction="Ignored.",
        weights="Not used.",
        undefined="With one actor: there is no pair.",
        one_actor={"connectedness": NAN},
        no_ties={"connectedness": 0},
        sources=(KRACKHARDT,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Connectedness, and 1 minus Fragmentation.",
            "sna": "connectedness(s); it gives 1 with one actor.",
            "igraph": "None; from the sizes of components(g).",
            "networkx": "None; from the sizes of connected_components(G).",
        },
        r={"connectedness": "if (nrow(s) > 1) sna::connectedness(s) else NaN"},
    ),
    Entry(
        function=krackhardt_efficiency,
        of="network",
        sentence="It is 1 where no tie could be spared without losing contact, and nearer to 0 "
        "the more ties there are beyond those.",
        definition=(
            "1 - (m - sum of (N-1)) / sum of [N(N-1) - (N-1)] over the components, with N actors "
            "each. Where pairs count instead of directed ties (an undirected network, or "
            "direction='ignored'), N(N-1)/2 stands in place of N(N-1)."
        ),
        columns={
            "krackhardt_efficiency": "0 (every possible tie) to 1 (just enough to hold together)"
        },
        direction="Each direction of a pair counts; direction='ignored' counts the pair once.",
        weights="Not used.",
        undefined=(
            "Where no component has room for a further tie: all have one actor; where pairs "
            "count, two at most."
        ),
        one_actor={"krackhardt_efficiency": NAN},
        no_ties={"krackhardt_efficiency": NAN},
        sources=(KRACKHARDT,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Krackhardt GTD, Efficiency, on pairs: direction='ignored'.",
            "sna": (
                "efficiency(s) for directed networks. For undirected ones it counts every tie "
                "twice, 2m in place of m, and N(N-1) in place of N(N-1)/2, so that a tree falls "
                "short of 1."
            ),
            "igraph": "None.",
            "networkx": "None; its efficiency is another measure, here global_efficiency.",
        },
        r={
            "krackhardt_efficiency": (
                "if (igraph::is_directed(g)) sna::efficiency(s) else {N <- "
                "igraph::components(g)$csize; 1 - (igraph::ecount(g) - sum(N - 1)) / sum(N * (N - "
                "1) / 2 - (N - 1))}"
            )
        },
    ),
    Entry(
        function=krackhardt_hierarchy,
        of="network",
        sentence="Among pairs in which one can reach the other, this is the share in which the "
        "other can't reach back.",
        definition=(
            "In the graph of who reaches whom along the ties: asymmetric pairs divided by pairs "
            "that aren't null."
        ),
        columns={"krackhardt_hierarchy": "share, 0 (a ring of three) to 1 (an out-tree)"},
        direction="Along the ties; 0 in an undirected network with a tie.",
        weights="Not used.",
        undefined="Without ties: nobody reaches anybody.",
        one_actor={"krackhardt_hierarchy": NAN},
        no_ties={"krackhardt_hierarchy": NAN},
        sources=(KRACKHARDT,),
        complexity="O((n + m) n / 4096)",
        matches={
            "UCINET": "Krackhardt GTD, Hierarchy.",
            "sna": "hierarchy(s, measure='krackhardt').",
            "igraph": "None.",
            "networkx": "None; flow_hierarchy counts ties on no ring.",
        },
        r={"krackhardt_hierarchy": "sna::hierarchy(s, measure='krackhardt')"},
    ),
    Entry(
        function=components,
        of="actors",
        sentence="Actors with the same number are in contact, directly or through others; those "
        "with different numbers aren't.",
        definition=(
            "variant='weak': the largest sets in which a path joins any two, whatever the "
            "direction of its ties. variant='strong': in which any two reach each other along "
            "the ties. Numbered from 1 in the order of the network's actors."
        ),
        columns={
            "component": "number of the component, from 1",
            "component_size": "actors in it, 1 to n",
        },
        direction="Ignored; with variant='strong' along the ties.",
        weights="Not used.",
        undefined="",
        one_actor={"component": 1, "component_size": 1},
        no_ties={"component": "1, 2, 3", "component_size": 1},
        sources=(
            FAUST,
            "Tarjan (1972), Depth-first search and linear graph algorithms, SIAM J. Comput. 1, "
            "146-160",
        ),
        complexity="O(n + m)",
        matches={
            "UCINET": "Components, weak or strong; it may number them in another order.",
            "sna": (
                "component.dist(s, connected='weak') and 'strong'; strong ones are numbered "
                "differently."
            ),
            "igraph": "components(g, mode='weak'); with 'strong' numbered differently.",
            "networkx": (
                "connected_components(G), or weakly_connected_components(G); "
                "strongly_connected_components(G)."
            ),
        },
        r={
            "component": "igraph::components(g, mode='weak')$membership",
            "component_size": "with(igraph::components(g, mode='weak'), csize[membership])",
        },
    ),
    Entry(
        function=component_sizes,
        of="list",
        sentence="The parts into which the network falls, with how many actors and ties each has.",
        definition=(
            "The components as in components, the largest first; of the same size, the one with "
            "the smaller number first."
        ),
        columns={
            "component": "number of the component, from 1",
            "n_actors": "actors in it, 1 to n",
            "n_ties": "pairs in it with a tie; each direction apart in a directed network",
            "actors_share": "share of all actors, 0 to 1",
        },
        direction="Ignored; with variant='strong' along the ties.",
        weights="Not used.",
        undefined="",
        one_actor={"component": 1, "n_actors": 1, "n_ties": 0, "actors_share": 1},
        no_ties={"component": "1, 2, 3", "n_actors": 1, "n_ties": 0, "actors_share": 1 / 3},
        sources=(FAUST,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Components, table of sizes.",
            "sna": "component.dist(s, connected='weak')$csize, in another order.",
            "igraph": "components(g)$csize, in another order.",
            "networkx": "The sizes of connected_components(G).",
        },
    ),
)
