"""What is written about cutpoints, bridges, blocks, cores and cliques."""

from collabnet.metrics.cohesion.all_tied import clique_overlap, cliques
from collabnet.metrics.cohesion.blocks import biconnected_components, bridges, cutpoints
from collabnet.metrics.cohesion.cores import core_numbers
from collabnet.metrics.entry import Entry

TARJAN = (
    "Hopcroft and Tarjan (1973), Algorithm 447: efficient algorithms for graph manipulation, "
    "Communications of the ACM 16, 372-378"
)
LUCE = (
    "Luce and Perry (1949), A method of matrix analysis of group structure, Psychometrika 14, "
    "95-116"
)

PARTS = (
    Entry(
        function=cutpoints,
        of="actors",
        sentence="If a cutpoint leaves, some of the others lose all contact; the table says how "
        "many pairs.",
        definition=(
            "An actor without whom its component falls into several. pairs_cut: the pairs of "
            "other actors joined by a path now and by none without it."
        ),
        columns={
            "is_cutpoint": "yes or no",
            "pairs_cut": "pairs of other actors, 0 to (n-1)(n-2)/2",
        },
        direction="Ignored.",
        weights="Not used.",
        undefined="",
        one_actor={"is_cutpoint": 0, "pairs_cut": 0},
        no_ties={"is_cutpoint": 0, "pairs_cut": 0},
        sources=(
            TARJAN,
            "Borgatti (2006), Identifying sets of key players in a social network, Computational "
            "and Mathematical Organization Theory 12, 21-34",
        ),
        complexity="O(n + m) for all actors",
        matches={
            "UCINET": "Bi-components, on the symmetrised network.",
            "sna": (
                "cutpoints(s, connected='weak'). Its default, 'strong', asks which actors strong "
                "components hang on."
            ),
            "igraph": "articulation_points(g).",
            "networkx": "articulation_points(G) of an undirected graph.",
        },
        r={
            "is_cutpoint": "seq_len(igraph::vcount(g)) %in% as.integer("
            "igraph::articulation_points(g))",
            "pairs_cut": (
                "{p <- function(x) sum(choose(igraph::components(x)$csize, 2)); k <- "
                "igraph::components(g); sapply(seq_len(igraph::vcount(g)), function(v) p(g) - "
                "k$csize[k$membership[v]] + 1 - p(igraph::delete_vertices(g, v)))}"
            ),
        },
    ),
    Entry(
        function=bridges,
        of="list",
        sentence="If a bridge ends, the actors on its two sides lose all contact.",
        definition="A tie on no ring: without it its component falls into two.",
        columns={"from_id": "one end", "to_id": "the other end, later in the network's order"},
        direction="Ignored; ties both ways between two actors are one.",
        weights="Not used.",
        undefined="",
        one_actor={},
        no_ties={},
        sources=(
            "Tarjan (1974), A note on finding the bridges of a graph, Information Processing "
            "Letters 2, 160-161",
        ),
        complexity="O(n + m)",
        matches={
            "UCINET": "None of its own; they are the bi-components of two.",
            "sna": "None; bicomponent.dist(s) shows them as blocks of two.",
            "igraph": "bridges(g); parallel ties must be simplified first.",
            "networkx": "bridges(G) of an undirected graph.",
        },
    ),
    Entry(
        function=biconnected_components,
        of="list",
        sentence="Parts of the network that stay in one piece whoever of them leaves; they "
        "overlap in the cutpoints.",
        definition=(
            "The largest sets of actors in which any two ties lie on a common ring, and single "
            "ties on no ring. One row for each set and each of its actors."
        ),
        columns={
            "part": "number of the set, from 1; the largest first",
            "n_actors": "actors in the set, 2 to n",
            "actor_id": "an actor of the set",
        },
        direction="Ignored.",
        weights="Not used.",
        undefined="Isolates belong to no set.",
        one_actor={},
        no_ties={},
        sources=(TARJAN,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Bi-components.",
            "sna": "bicomponent.dist(s, symmetrize='weak'); it leaves out sets of two.",
            "igraph": "biconnected_components(g)$components.",
            "networkx": "biconnected_components(G) of an undirected graph.",
        },
    ),
    Entry(
        function=core_numbers,
        of="actors",
        sentence="An actor with core number 3 belongs to a part of the network in which everybody "
        "has three contacts or more within the part.",
        definition=(
            "The k-core is the largest part in which each actor has k ties or more within the "
            "part; an actor's number is the largest k of a core it belongs to. Contacts count; "
            "direction='in' or 'out' counts ties that come in or go out; variant='arcs' counts "
            "a pair with ties both ways twice."
        ),
        columns={"core_number": "ties, 0 (isolate) to n - 1; to 2(n - 1) with variant='arcs'"},
        direction="Ignored; or ties in, ties out, or both added up, as asked.",
        weights="Not used.",
        undefined="",
        one_actor={"core_number": 0},
        no_ties={"core_number": 0},
        sources=(
            "Seidman (1983), Network structure and minimum degree, Social Networks 5, 269-287",
        ),
        complexity="O(n + m)",
        matches={
            "UCINET": "K-cores, on the symmetrised network.",
            "sna": (
                "kcores(s) of a directed network is variant='arcs', with cmode='indegree' "
                "direction='in', with 'outdegree' direction='out'; kcores(symmetrize(s), "
                "mode='graph') the default."
            ),
            "igraph": (
                "coreness(as.undirected(g)); coreness(g) is variant='arcs', with mode='in' and "
                "'out' direction='in' and 'out'."
            ),
            "networkx": "core_number(G); of a directed graph it is variant='arcs'.",
        },
        r={"core_number": "igraph::coreness(igraph::as.undirected(g))"},
    ),
    Entry(
        function=cliques,
        of="list",
        sentence="Sets of actors in which everybody has a tie with everybody; one actor can be in "
        "several.",
        definition=(
            "Sets of actors, all pairs of whom have a tie, that no further actor could join. "
            "size: the fewest actors of a set that is listed, 3 if not said. variant='weak': a "
            "tie one way is enough; 'strong': ties both ways. One row for each set and each of "
            "its actors. A network with more than 100,000 sets of three or more is refused."
        ),
        columns={
            "clique": "number of the set, from 1; the largest first",
            "n_actors": "actors in the set, from size to n",
            "actor_id": "an actor of the set",
        },
        direction="Ignored; with variant='strong' only ties both ways count.",
        weights="Not used.",
        undefined="",
        one_actor={},
        no_ties={},
        sources=(
            LUCE,
            "Bron and Kerbosch (1973), Algorithm 457: finding all cliques of an undirected graph, "
            "Communications of the ACM 16, 575-577",
        ),
        complexity="O(3^(n/3)) at worst; small networks",
        matches={
            "UCINET": "Cliques, with the same minimum size.",
            "sna": "clique.census(s) is variant='strong'; with mode='graph' undirected networks.",
            "igraph": "max_cliques(g, min=3); it ignores direction.",
            "networkx": "find_cliques(G) of an undirected graph, those of 3 and more.",
        },
    ),
    Entry(
        function=clique_overlap,
        of="pairs",
        sentence="In how many sets in which everybody has a tie with everybody the two actors "
        "are together.",
        definition="For each pair of actors, the sets of cliques that hold both; pairs with one "
        "or more.",
        columns={"n_cliques": "cliques, from 1"},
        direction="Ignored; with variant='strong' only ties both ways count.",
        weights="Not used.",
        undefined="",
        one_actor={},
        no_ties={},
        sources=(
            LUCE,
            "Everett and Borgatti (1998), Analyzing clique overlap, Connections 21, 49-61",
        ),
        complexity="O(3^(n/3)) at worst; small networks",
        matches={
            "UCINET": "Cliques, actor-by-actor clique co-membership matrix.",
            "sna": "clique.census(s, clique.comembership='sum')$clique.comemb is variant='strong', "
            "with cliques of every size.",
            "igraph": "None; from max_cliques(g, min=3).",
            "networkx": "None; from find_cliques(G).",
        },
    ),
)
