"""What is written about connectivity between actors, and dominators."""

from collabnet.metrics.cohesion.on_every_path import dominators
from collabnet.metrics.cohesion.separated import node_connectivity, tie_connectivity
from collabnet.metrics.entry import Entry

NAN = float("nan")

SEPARATED = (
    Entry(
        function=node_connectivity,
        of="network",
        sentence="How many actors must leave before one actor can't reach another any more.",
        definition=(
            "The fewest other actors that every path from from_actor to to_actor meets. "
            "disjoint_paths: the most paths that share no other actor; a tie between the two is "
            "one of them. Without a tie the two numbers are equal (Menger). If no actors are "
            "named: the smallest over all ordered pairs; n - 1 where all have ties with all."
        ),
        columns={
            "node_connectivity": "actors, 0 (no path) to n - 2; over all pairs to n - 1",
            "disjoint_paths": "paths, 0 to n - 1",
        },
        direction="Along the ties; direction='in' against them, 'ignored' both ways.",
        weights="Not used.",
        undefined=(
            "node_connectivity of two actors with a tie: no leaving of others separates them. "
            "Both with one actor."
        ),
        one_actor={"node_connectivity": NAN, "disjoint_paths": NAN},
        no_ties={"node_connectivity": 0, "disjoint_paths": 0},
        sources=(
            "Menger (1927), Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10, 96-115",
            "White and Harary (2001), The cohesiveness of blocks in social networks: node "
            "connectivity and conditional density, Sociological Methodology 31, 305-359",
            "Esfahanian and Hakimi (1984), On computing the connectivities of graphs and digraphs, "
            "Networks 14, 355-366",
        ),
        complexity="one flow, O(m) a path; over all pairs 2n + d^2 flows, d the ties of one actor",
        matches={
            "UCINET": "Point connectivity gives disjoint_paths.",
            "sna": "None.",
            "igraph": (
                "vertex_connectivity(g, source, target), an error with a tie between the two; "
                "vertex_disjoint_paths for disjoint_paths; vertex_connectivity(g) over all "
                "pairs, 0 with one actor."
            ),
            "networkx": (
                "local_node_connectivity(G, s, t) gives disjoint_paths. node_connectivity(G) "
                "over all pairs is too large for some directed graphs (version 3.6.1)."
            ),
        },
        r={
            "node_connectivity": "if (nrow(s) > 1) igraph::vertex_connectivity(g) else NaN",
            "disjoint_paths": "if (nrow(s) > 1) igraph::vertex_connectivity(g) else NaN",
        },
    ),
    Entry(
        function=tie_connectivity,
        of="network",
        sentence="How many ties must end before one actor can't reach another any more.",
        definition=(
            "The fewest ties that every path from from_actor to to_actor meets; as many paths "
            "share no tie (Menger). If no actors are named: the smallest over all ordered pairs."
        ),
        columns={"tie_connectivity": "ties, 0 (no path) to n - 1"},
        direction="Along the ties; direction='in' against them, 'ignored' both ways.",
        weights="Not used; parallel ties count once.",
        undefined="With one actor.",
        one_actor={"tie_connectivity": NAN},
        no_ties={"tie_connectivity": 0},
        sources=(
            "Ford and Fulkerson (1956), Maximal flow through a network, Canadian Journal of "
            "Mathematics 8, 399-404",
            "Borgatti, Everett and Shirey (1990), LS sets, lambda sets and other cohesive "
            "subsets, Social Networks 12, 337-357",
        ),
        complexity="one flow, O(m) a path; over all pairs n flows",
        matches={
            "UCINET": "Lambda sets, the matrix of line connectivity, on the symmetrised network.",
            "sna": "maxflow(s) for each pair.",
            "igraph": (
                "edge_connectivity(g, source, target); edge_connectivity(g) over all pairs, 0 "
                "with one actor."
            ),
            "networkx": "edge_connectivity(G, s, t) and edge_connectivity(G).",
        },
        r={"tie_connectivity": "if (nrow(s) > 1) igraph::edge_connectivity(g) else NaN"},
    ),
    Entry(
        function=dominators,
        of="actors",
        sentence="On whom every way from one chosen actor to each other depends, and whom the "
        "chosen one loses if this actor leaves.",
        definition=(
            "An actor dominates another if every path from from_actor to it passes through it; "
            "dominator is the last such actor before it, from_actor if there is no other. "
            "n_on_every_path: those between the two. n_cut_off: how many others it dominates."
        ),
        columns={
            "dominator": "id of the last actor on every path",
            "n_on_every_path": "actors between the two, 0 to n - 2",
            "n_cut_off": "other actors out of reach if this one leaves, 0 to n - 1",
        },
        direction="Along the ties; direction='in': paths end at from_actor; 'ignored': both ways.",
        weights="Not used.",
        undefined=(
            "dominator and n_on_every_path of from_actor and of who isn't reached: there is no "
            "path."
        ),
        one_actor={"dominator": NAN, "n_on_every_path": NAN, "n_cut_off": 0},
        no_ties={"dominator": NAN, "n_on_every_path": NAN, "n_cut_off": 0},
        sources=(
            "Lowry and Medlock (1969), Object code optimization, Communications of the ACM 12, "
            "13-22",
            "Cooper, Harvey and Kennedy (2001), A simple, fast dominance algorithm, Rice "
            "University, TR-06-33870",
        ),
        complexity="O(n^2) at worst, near O(n + m) as a rule",
        matches={
            "UCINET": "None.",
            "sna": "None.",
            "igraph": "dominator_tree(g, root)$dom for dominator.",
            "networkx": "immediate_dominators(G, start) for dominator.",
        },
        needs=("from_actor",),
    ),
)
