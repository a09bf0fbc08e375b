"""What is written about measures of how near actors are to one another."""

from math import nan

from collabnet.metrics.centrality.distance import closeness, harmonic, reach_in_steps
from collabnet.metrics.centrality.entries_ties import COST, FREEMAN, NEWMAN
from collabnet.metrics.centrality.lengths import diameter, global_efficiency, mean_distance
from collabnet.metrics.entry import Entry

OUTWARDS = (
    "In a directed network along the ties, from the actor outwards; direction='in' towards it, "
    "'ignored' both ways."
)
BOTH_ENDS = "In a directed network along the ties; direction='ignored' takes them both ways."
LATORA = (
    "Latora and Marchiori (2001), Efficient behavior of small-world networks, Phys. Rev. Lett. 87, "
    "198701"
)
FINITE = "if (is.finite(d)) d else NaN"

NEAR = (
    Entry(
        function=closeness,
        of="actors",
        sentence="How near an actor is to everybody else, where it can reach everybody.",
        definition=(
            "(n - 1) divided by the sum of the distances to the other actors; a distance is the "
            "number of ties, or the cost, of a shortest path. Variants for networks in which not "
            "everybody is within reach, r being the number of others who are: within_reach, r "
            "divided by the sum of the distances to them; wasserman_faust, that times r/(n - 1); "
            "gil_schmidt, the mean of 1/distance over them."
        ),
        columns={"closeness": "0 to 1 (tied to everybody); with costs up to the largest strength"},
        direction=OUTWARDS,
        weights=COST,
        undefined=(
            "Where somebody is out of the actor's reach; harmonic has a value there. within_reach: "
            "only where nobody is within reach; the other variants give 0 there. With one actor "
            "always."
        ),
        one_actor={"closeness": nan},
        no_ties={"closeness": nan},
        sources=(
            FREEMAN,
            "Sabidussi (1966), The centrality index of a graph, Psychometrika 31, 581-603",
            "Wasserman and Faust (1994), Social Network Analysis, Cambridge, 201",
            "Gil and Schmidt (1996), The origin of the Mexican network of power, Int. Social "
            "Network Conf., Charleston, 22-25",
            NEWMAN,
        ),
        complexity="O(n m), 64 actors at a time; with costs O(n m log n)",
        matches={
            "UCINET": "Freeman Closeness, normalised, as a share, of a connected network.",
            "sna": "closeness(gmode='graph') or closeness() of a directed network, with 0 for "
            "undefined; variant='gil_schmidt' is cmode='gil-schmidt'.",
            "igraph": "closeness(normalized=TRUE, weights=NA) is variant='within_reach'.",
            "networkx": "closeness_centrality is variant='wasserman_faust' with direction='in', "
            "and 0 with one actor; wf_improved=False is within_reach, with 0 for undefined.",
        },
        r={
            "closeness": """d <- igraph::distances(g, mode = "out", weights = NA)
                r <- (nrow(d) - 1) / rowSums(d)
                replace(r, r == 0, NaN)"""
        },
    ),
    Entry(
        function=harmonic,
        of="actors",
        sentence="How near an actor is to the others, whether or not it can reach them all.",
        definition=(
            "The sum of 1/distance to every other actor, divided by n - 1; an actor out of reach "
            "adds 0. A distance is the number of ties, or the cost, of a shortest path."
        ),
        columns={"harmonic": "0 to 1 (tied to everybody); with costs up to the largest strength"},
        direction=OUTWARDS,
        weights=COST,
        undefined="With one actor, who has nobody to be near to.",
        one_actor={"harmonic": nan},
        no_ties={"harmonic": 0},
        sources=(
            "Marchiori and Latora (2000), Harmony in the small-world, Physica A 285, 539-546",
            "Rochat (2009), Closeness centrality extended to unconnected graphs: the harmonic "
            "centrality index, Applications of Social Network Analysis, Zurich",
        ),
        complexity="O(n m), 64 actors at a time; with costs O(n m log n)",
        matches={
            "UCINET": "Reciprocal closeness, normalised, as a share.",
            "sna": "closeness(cmode='suminvdir'), 'suminvundir' of an undirected network.",
            "igraph": "harmonic_centrality(mode='out', normalized=TRUE, weights=NA).",
            "networkx": "harmonic_centrality with direction='in', divided by n - 1.",
        },
        r={
            "harmonic": 'igraph::harmonic_centrality(g, mode = "out", weights = NA, '
            "normalized = TRUE)"
        },
    ),
    Entry(
        function=reach_in_steps,
        of="actors",
        sentence="How many others an actor reaches within two steps, or as many as are said.",
        definition=(
            "The number of other actors at a distance of at most steps ties, and its share of the "
            "n - 1 others."
        ),
        columns={
            "reach_in_steps": "actors, 0 to n - 1",
            "reach_in_steps_share": "share of the others, 0 to 1",
        },
        direction=OUTWARDS,
        weights="Not used.",
        undefined="reach_in_steps_share with one actor.",
        one_actor={"reach_in_steps": 0, "reach_in_steps_share": nan},
        no_ties={"reach_in_steps": 0, "reach_in_steps_share": 0},
        sources=(
            "Borgatti, Everett and Johnson (2013), Analyzing Social Networks, Sage, ch. 10: "
            "k-reach centrality",
        ),
        complexity="O(ways of so many steps); at most O(n m steps), 512 actors at a time",
        matches={
            "UCINET": "Reach centrality: the share within each number of steps.",
            "sna": "rowSums(geodist(s)$gdist <= steps) - 1.",
            "igraph": "ego_size(order=steps, mode='out') - 1.",
            "networkx": "len(single_source_shortest_path_length(g, actor, cutoff=steps)) - 1.",
        },
        r={
            "reach_in_steps": 'igraph::ego_size(g, order = 2, mode = "out") - 1',
            "reach_in_steps_share": '(igraph::ego_size(g, order = 2, mode = "out") - 1) / '
            "(igraph::vcount(g) - 1)",
        },
    ),
)

WHOLE = (
    Entry(
        function=global_efficiency,
        of="network",
        sentence="How near the actors of a network are to one another on average.",
        definition=(
            "The mean of 1/distance over all pairs of actors, ordered pairs in a directed network; "
            "a pair without a path adds 0. A distance is the number of ties, or the cost, of a "
            "shortest path. By ties it is 1 - distance-weighted fragmentation."
        ),
        columns={
            "global_efficiency": "0 (no ties) to 1 (everybody tied to everybody); with costs up to "
            "the largest strength"
        },
        direction=BOTH_ENDS,
        weights=COST,
        undefined="With one actor.",
        one_actor={"global_efficiency": nan},
        no_ties={"global_efficiency": 0},
        sources=(LATORA,),
        complexity="O(n m), 64 actors at a time; with costs O(n m log n)",
        matches={
            "UCINET": "Cohesion: Compactness.",
            "sna": "mean of 1/geodist(s)$gdist off the diagonal.",
            "igraph": "global_efficiency(weights=NA), with costs weights=1/strength.",
            "networkx": "global_efficiency, undirected networks only.",
        },
        r={
            "global_efficiency": "igraph::global_efficiency(g, weights = NA, "
            "directed = igraph::is_directed(g))"
        },
    ),
    Entry(
        function=mean_distance,
        of="network",
        sentence="How many steps lie between two actors on average.",
        definition=(
            "The mean number of ties on a shortest path, or its cost, over all pairs of actors, "
            "ordered pairs in a directed network. variant='within_reach' takes the pairs with a "
            "path only."
        ),
        columns={"mean_distance": "ties, 1 or more; with costs above 0"},
        direction=BOTH_ENDS,
        weights=COST,
        undefined="Where a pair has no path; within_reach: where no pair has one.",
        one_actor={"mean_distance": nan},
        no_ties={"mean_distance": nan},
        sources=(
            "Watts and Strogatz (1998), Collective dynamics of small-world networks, Nature 393, "
            "440-442",
        ),
        complexity="O(n m), 64 actors at a time; with costs O(n m log n)",
        matches={
            "UCINET": "Cohesion: Avg Distance, which is variant='within_reach'.",
            "sna": "mean of geodist(s)$gdist off the diagonal, Inf where ours is undefined.",
            "igraph": "mean_distance(weights=NA), with costs weights=1/strength, is "
            "variant='within_reach'.",
            "networkx": "average_shortest_path_length, which refuses where ours is undefined.",
        },
        r={
            "mean_distance": f"""d <- igraph::distances(g, mode = "out", weights = NA)
                d <- mean(d[row(d) != col(d)])
                {FINITE}"""
        },
    ),
    Entry(
        function=diameter,
        of="network",
        sentence="How many steps lie between the two actors who are farthest apart.",
        definition=(
            "The largest number of ties on a shortest path between two actors, or the largest cost "
            "of one. variant='within_reach' takes the pairs with a path only."
        ),
        columns={"diameter": "ties, 1 to n - 1; with costs above 0"},
        direction=BOTH_ENDS,
        weights=COST,
        undefined="Where a pair has no path; within_reach: where no pair has one.",
        one_actor={"diameter": nan},
        no_ties={"diameter": nan},
        sources=("Harary (1969), Graph Theory, Addison-Wesley, ch. 2",),
        complexity="O(n m), 64 actors at a time; with costs O(n m log n)",
        matches={
            "UCINET": "Cohesion: Diameter, which is variant='within_reach'.",
            "sna": "max(geodist(s)$gdist), Inf where ours is undefined.",
            "igraph": "diameter(weights=NA), with costs weights=1/strength, is "
            "variant='within_reach', with 0 for undefined.",
            "networkx": "diameter, which refuses where ours is undefined.",
        },
        r={
            "diameter": f"""d <- igraph::distances(g, mode = "out", weights = NA)
                d <- if (nrow(d) > 1) max(d) else NaN
                {FINITE}"""
        },
    ),
)
