"""What is written about measures of an actor's ties and of the paths over it."""

from collabnet.metrics.centrality.activity import degree, strength
from collabnet.metrics.centrality.between import betweenness, tie_betweenness
from collabnet.metrics.entry import Entry

FREEMAN = (
    "Freeman (1979), Centrality in social networks: conceptual clarification, Social Networks 1, "
    "215-239"
)
NEWMAN = (
    "Newman (2001), Scientific collaboration networks. II. Shortest paths, weighted networks, and "
    "centrality, Phys. Rev. E 64, 016132: the cost 1/strength"
)
DIRECTED = "In a directed network along the ties; direction='ignored' takes them both ways."
COST = (
    "Not used by default. With cost='1/strength' a step over a tie is the shorter the stronger the "
    "tie, in exact fractions; strengths must be above zero."
)

TIES = (
    Entry(
        function=degree,
        of="actors",
        sentence="How many others an actor has a tie with.",
        definition=(
            "The number of other actors joined to the actor by a tie. In a directed network "
            "out_degree counts those it has a tie to, in_degree those with a tie to it, and degree "
            "is their sum, so that a tie in both directions counts 2. Self-ties don't count, "
            "parallel ties count once. Normalised: divided by n - 1, degree of a directed network "
            "by 2(n - 1)."
        ),
        columns={
            "degree": "ties, 0 to n - 1; directed 0 to 2(n - 1)",
            "out_degree": "ties going out, 0 to n - 1; directed networks only",
            "in_degree": "ties coming in, 0 to n - 1; directed networks only",
        },
        direction="Ties going out and coming in are counted apart.",
        weights="Not used.",
        undefined="Only if normalised: with one actor, who has nobody to be tied to.",
        one_actor={"degree": 0, "out_degree": 0, "in_degree": 0},
        no_ties={"degree": 0, "out_degree": 0, "in_degree": 0},
        sources=(FREEMAN,),
        complexity="O(n + m log m)",
        matches={
            "UCINET": "Degree; normalised: nDegree as a share.",
            "sna": "degree(gmode='graph'), or cmode='outdegree', 'indegree', 'freeman'.",
            "igraph": "degree(mode='out'), 'in', 'all' on a simplified graph.",
            "networkx": "degree, out_degree, in_degree of a plain Graph or DiGraph; normalised as "
            "degree_centrality, whose value of a directed network is twice ours.",
        },
        r={
            "degree": "igraph::degree(g)",
            "out_degree": 'igraph::degree(g, mode = "out")',
            "in_degree": 'igraph::degree(g, mode = "in")',
        },
    ),
    Entry(
        function=strength,
        of="actors",
        sentence="How strong an actor's ties are when added up, such as all its referrals.",
        definition=(
            "The sum of the strengths of the actor's ties; a tie without a strength counts 1. In "
            "a directed network out_strength adds those going out, in_strength those coming in, "
            "strength both. Normalised: divided by (n - 1) times the largest strength between "
            "two actors, strength of a directed network by twice that."
        ),
        columns={
            "strength": "sum, in units of the ties",
            "out_strength": "sum of those going out; directed networks only",
            "in_strength": "sum of those coming in; directed networks only",
        },
        direction="Ties going out and coming in are added apart.",
        weights="Higher is closer; parallel ties are added.",
        undefined="Only if normalised: without a tie above zero there is no strongest one.",
        one_actor={"strength": 0, "out_strength": 0, "in_strength": 0},
        no_ties={"strength": 0, "out_strength": 0, "in_strength": 0},
        sources=(
            "Barrat, Barthelemy, Pastor-Satorras and Vespignani (2004), The architecture of "
            "complex weighted networks, PNAS 101, 3747-3752",
        ),
        complexity="O(n + m log m)",
        matches={
            "UCINET": "Degree of valued data; normalised: nDegree, by the largest value.",
            "sna": "degree(ignore.eval=FALSE) on the matrix of strengths.",
            "igraph": "strength(mode='out'), 'in', 'all'.",
            "networkx": "degree(weight='strength').",
        },
        r={
            "strength": "igraph::strength(g)",
            "out_strength": 'igraph::strength(g, mode = "out")',
            "in_strength": 'igraph::strength(g, mode = "in")',
        },
    ),
    Entry(
        function=betweenness,
        of="actors",
        sentence="How often an actor lies on the shortest ways between two others.",
        definition=(
            "Over all pairs of other actors s and t, the share of the shortest paths from s to t "
            "that pass through the actor, added up. Pairs without a path add 0. An undirected "
            "pair counts once. Normalised: divided by the number of pairs of others, "
            "(n - 1)(n - 2)/2, in a directed network (n - 1)(n - 2)."
        ),
        columns={"betweenness": "pairs, 0 to (n - 1)(n - 2)/2, directed twice that; or a share"},
        direction=DIRECTED,
        weights=COST,
        undefined="Only if normalised: with fewer than three actors there is no pair of others.",
        one_actor={"betweenness": 0},
        no_ties={"betweenness": 0},
        sources=(
            "Freeman (1977), A set of measures of centrality based on betweenness, Sociometry 40, "
            "35-41",
            "Brandes (2001), A faster algorithm for betweenness centrality, J. Math. Sociol. 25, "
            "163-177",
            NEWMAN,
        ),
        complexity="O(n m); with costs O(n m log n)",
        matches={
            "UCINET": "Freeman Betweenness; normalised: nBetweenness as a share.",
            "sna": "betweenness(gmode='graph') or betweenness() of a directed network.",
            "igraph": "betweenness(weights=NA); with costs weights=1/strength, where sums of "
            "floats may take tied paths for different ones.",
            "networkx": "betweenness_centrality(normalized=False); with costs it is wrong where "
            "sums of floats tie.",
        },
        r={
            "betweenness": "igraph::betweenness(g, directed = igraph::is_directed(g), weights = NA)"
        },
    ),
    Entry(
        function=tie_betweenness,
        of="ties",
        sentence="How often a tie lies on the shortest ways between two actors.",
        definition=(
            "Over all pairs of actors s and t, the share of the shortest paths from s to t that "
            "run over the tie, added up; the two ends of the tie are a pair as well. An "
            "undirected pair counts once. Parallel ties are one. Normalised: divided by the "
            "number of pairs, n(n - 1)/2, in a directed network n(n - 1)."
        ),
        columns={"tie_betweenness": "pairs, above 0 to n(n - 1)/2, directed twice; or a share"},
        direction=DIRECTED,
        weights=COST + " A tie longer than the way around it then has 0.",
        undefined="",
        one_actor={},
        no_ties={},
        sources=(
            "Girvan and Newman (2002), Community structure in social and biological networks, "
            "PNAS 99, 7821-7826",
        ),
        complexity="O(n m); with costs O(n m log n)",
        matches={
            "UCINET": "Line (edge) betweenness.",
            "igraph": "edge_betweenness(weights=NA).",
            "networkx": "edge_betweenness_centrality(normalized=False).",
        },
        r={
            "tie_betweenness": "igraph::edge_betweenness(g, directed = igraph::is_directed(g), "
            "weights = NA)"
        },
    ),
)
