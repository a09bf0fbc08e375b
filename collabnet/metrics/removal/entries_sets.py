"""What is written about sets of key players, and about robustness."""

from collabnet.metrics.entry import Entry
from collabnet.metrics.removal.curves import robustness, robustness_r
from collabnet.metrics.removal.sets import key_players

SCHNEIDER = (
    "Schneider, Moreira, Andrade, Havlin and Herrmann (2011), Mitigation of malicious attacks on "
    "networks, PNAS 108, 3838-3841"
)
NAN = float("nan")
TIES = (
    "Of actors tied in rank, what surrounds them decides (degrees up to ten steps away, in a fixed "
    "order without meaning); if they are alike in that too, the network's order of actors."
)

SETS = (
    Entry(
        function=key_players,
        of="list",
        sentence="The few actors whose leaving hurts most, or who reach most together.",
        definition=(
            "The set of so many actors (size) with the best score. fragmentation: F among those "
            "who stay. distance fragmentation: DF among them. pairs connectivity: the pairs of "
            "them that are joined by a path, sum of s(s - 1)/2 over components; from and to some "
            "actors, and in directed networks, ordered pairs along the ties. reach: (sum over all "
            "actors of 1/distance from the nearest member) / n, members counted as 1. All sets "
            "are tried where there are few; else greedy choice with swaps and an integer program; "
            "no set of the size is better than score_bound."
        ),
        columns={
            "set": "1 for the first of the best sets, which are listed up to 100",
            "actor_id": "a member",
            "score": "shares, or pairs left: 0 or more",
            "score_intact": "the score without any: 0 or more",
            "score_bound": "what no set of the size betters: 0 or more",
            "gap": "score and bound apart, 0 or more: 0 is proven best",
            "tied_sets": "sets as good as this: 1 or more",
            "method": "all sets tried, integer program, or greedy with swaps",
        },
        direction="Ignored for F and DF; pairs connectivity along the ties; reach by choice.",
        weights="Not used.",
        undefined="F and DF where fewer than two stay; tied_sets where not all sets were tried.",
        one_actor={
            "set": 1,
            "score": NAN,
            "score_intact": NAN,
            "score_bound": NAN,
            "gap": NAN,
            "tied_sets": 1,
        },
        no_ties={
            "set": "1, 2, 3",
            "score": 1,
            "score_intact": 1,
            "score_bound": 1,
            "gap": 0,
            "tied_sets": 3,
        },
        sources=(
            "Borgatti (2006), Identifying sets of key players in a social network, Computational "
            "& Mathematical Organization Theory 12, 21-34",
            "Arulselvan, Commander, Elefteriadou and Pardalos (2009), Detecting critical nodes in "
            "sparse graphs, Computers & Operations Research 36, 2193-2200",
        ),
        complexity="O(C(n, size - 1) (n + m)) where all sets are tried; else as far as effort "
        "goes; by reach at most 5,000 actors",
        matches={
            "UCINET": "Key Player: negative (F, DF, which count those removed as isolates) and "
            "positive (distance-weighted reach); by swaps alone.",
            "sna": "No function.",
            "igraph": "No function.",
            "networkx": "No function.",
        },
    ),
    Entry(
        function=robustness,
        of="list",
        sentence="How large the largest joined-up part stays while actors leave one by one.",
        definition=(
            "After q actors have left, q = 0 to n, the actors in the largest component, and their "
            "share of all there were. Who leaves next: the highest degree or betweenness, counted "
            f"anew after each leaving or once (adaptive), or anybody at random. {TIES}"
        ),
        columns={
            "n_removed": "actors who have left, 0 to n",
            "actor_id": "who left at this step; blank at the first and with random orders",
            "largest": "actors in the largest component, 0 to n; a mean with random orders",
            "largest_share": "share of all actors, 0 to 1",
        },
        direction="Ignored.",
        weights="Not used.",
        undefined="",
        one_actor={"n_removed": "0, 1", "largest": "by step", "largest_share": "by step"},
        no_ties={"n_removed": "0, 1, 2, 3", "largest": "by step", "largest_share": "by step"},
        sources=(
            SCHNEIDER,
            "Albert, Jeong and Barabasi (2000), Error and attack tolerance of complex networks, "
            "Nature 406, 378-382",
        ),
        complexity="O(n + m) a curve; adaptive O((n + m) log n), by betweenness O(n^2 m), where "
        "that is hours refused",
        matches={
            "UCINET": "No function.",
            "sna": "No function.",
            "igraph": "No function; by delete_vertices and components()$csize, step by step.",
            "networkx": "No function; by connected_components, step by step.",
        },
    ),
    Entry(
        function=robustness_r,
        of="network",
        sentence="How well the network holds together while actors leave, the most tied first.",
        definition=(
            "R = (1/n) sum over q = 1 to n of the share of all actors in the largest component "
            "after q have left: those with the highest degree of that moment first, or as said for "
            f"robustness. {TIES}"
        ),
        columns={"robustness_r": "0 to 0.5: (n - 1)/n^2 without ties, (n - 1)/(2n) all tied"},
        direction="Ignored.",
        weights="Not used.",
        undefined="",
        one_actor={"robustness_r": 0},
        no_ties={"robustness_r": 2 / 9},
        sources=(SCHNEIDER,),
        complexity="O((n + m) log n); by betweenness O(n^2 m), where that is hours refused",
        matches={
            "UCINET": "No function.",
            "sna": "No function.",
            "igraph": "No function; from the curve.",
            "networkx": "No function; from the curve.",
        },
    ),
)
