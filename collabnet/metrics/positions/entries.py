"""What is written about communities, cores, equivalent positions and projections."""

from collabnet.metrics.entry import Entry
from collabnet.metrics.positions.detection import communities, community_agreement
from collabnet.metrics.positions.entries_alike import ALIKE
from collabnet.metrics.positions.entries_core import CORE
from collabnet.metrics.positions.partition import modularity

NAN = float("nan")
NEWMAN = "Newman and Girvan (2004), Physical Review E 69, 026113"
LOUVAIN = "Blondel, Guillaume, Lambiotte and Lefebvre (2008), J. Stat. Mech., P10008"
DIRECTED = "Leicht and Newman (2008), Physical Review Letters 100, 118703"
IGNORED = (
    "Ignored: ties there and back are one, and their strengths are added. direction='out' (or "
    "'in', the same) keeps outgoing and incoming ties apart."
)
STRENGTHS = "Not used, unless weights='strength': then strengths stand in place of counted ties."

_FOUND = (
    Entry(
        function=communities,
        of="actors",
        sentence="Actors with the same number belong together: they have more ties with each "
        "other than chance would give them.",
        definition=(
            "The partition with the highest modularity of all runs of Louvain's method, each of "
            "which takes the actors in another random order. Within a run actors move, "
            "communities merge and actors move again until nothing raises the modularity; a "
            "community in two parts is split. An actor moves to the community that raises the "
            "modularity most, in every fourth run to the first that raises it. Of partitions with "
            "the same modularity, that with fewest communities, then the first in order. The "
            "order in which runs number the actors comes from their ties, then from type and text "
            "of their ids, so that the order of the data changes nothing. For two actors in one "
            "community, the share of runs that put them together; for two in different ones, the "
            "share of runs that kept them apart; each actor has the mean over the others."
        ),
        columns={
            "community": "number from 1, which is the largest",
            "together_share": "share of runs, 0 to 1, with the others of its community",
            "apart_share": "share of runs, 0 to 1, apart from those of other communities",
        },
        direction=IGNORED,
        weights=STRENGTHS,
        undefined=(
            "together_share of an actor alone in its community, as an isolate is; apart_share "
            "where all are in one community."
        ),
        one_actor={"community": 1, "together_share": NAN, "apart_share": NAN},
        no_ties={"community": "1, 2, 3", "together_share": NAN, "apart_share": 1},
        sources=(LOUVAIN, NEWMAN, DIRECTED),
        complexity="about O(m) a run: some seconds for 10 runs on 5,000 actors, 40,000 ties",
        matches={
            "UCINET": "Its Louvain method is one search; groups may differ.",
            "sna": "No function.",
            "igraph": (
                "cluster_louvain(g) and cluster_leiden(g) are one search each, and depend on the "
                "order of the actors; groups may differ, their modularity is rarely higher."
            ),
            "networkx": (
                "community.louvain_communities(G) is one search, and depends on the seed and the "
                "order of actors and ties; groups may differ."
            ),
        },
    ),
    Entry(
        function=community_agreement,
        of="network",
        sentence="It says how clear the communities are: how many more ties they hold than by "
        "chance, and whether each search finds them again.",
        definition=(
            "The modularity of the communities (see modularity); how many different partitions "
            "the runs gave; the share of runs that gave exactly the one shown; and the mean, over "
            "all pairs of runs, of the adjusted Rand index: (R - E) / (M - E), with R the pairs "
            "of actors together in both runs, E what chance gives for communities of these sizes, "
            "M the mean of the pairs together in either run."
        ),
        columns={
            "modularity": "-0.5 to 1, of the communities shown",
            "n_communities": "communities, from 1",
            "n_partitions": "different partitions, from 1 to the number of runs",
            "same_share": "share of runs, 0 to 1, that gave exactly these communities",
            "adjusted_rand": "mean agreement of two runs, -1 to 1; 1: the same, 0: as by chance",
        },
        direction=IGNORED,
        weights=STRENGTHS,
        undefined="modularity without ties; adjusted_rand with one run.",
        one_actor={
            "modularity": NAN,
            "n_communities": 1,
            "n_partitions": 1,
            "same_share": 1,
            "adjusted_rand": 1,
        },
        no_ties={
            "modularity": NAN,
            "n_communities": 3,
            "n_partitions": 1,
            "same_share": 1,
            "adjusted_rand": 1,
        },
        sources=(LOUVAIN, "Hubert and Arabie (1985), Journal of Classification 2, 193-218"),
        complexity="about O(m) a run, and O(n) for every two different partitions",
        matches={
            "UCINET": "No function; its Louvain method shows the modularity of one search.",
            "sna": "No function.",
            "igraph": (
                "modularity(g, membership) of what is shown; compare(one, other, "
                "'adjusted.rand') of two runs."
            ),
            "networkx": "community.modularity(G, communities) of what is shown.",
        },
    ),
    Entry(
        function=modularity,
        of="network",
        sentence="Of all ties, this share more lies inside the groups than chance would put there.",
        definition=(
            "Sum over groups of L/m - r (K/2m)^2, with m ties, L of them inside the group, K the "
            "sum of its actors' degrees and r the resolution, 1 if not said. direction='out': L/m "
            "- r Kout Kin / m^2, with degrees out and in apart."
        ),
        columns={
            "modularity": "-0.5 to 1; 0 is what chance gives (with resolution 1)",
            "n_groups": "groups, from 1",
        },
        direction=IGNORED,
        weights=STRENGTHS,
        undefined="modularity without ties.",
        one_actor={"modularity": NAN, "n_groups": 1},
        no_ties={"modularity": NAN, "n_groups": 2},
        sources=(NEWMAN, DIRECTED),
        complexity="O(n + m)",
        matches={
            "UCINET": "Modularity Q of a partition.",
            "sna": "No function.",
            "igraph": (
                "modularity(as.undirected(g), groups); with direction='out' modularity(g, groups) "
                "of a directed g."
            ),
            "networkx": (
                "community.modularity(G, groups, weight=None) of an undirected G; with "
                "direction='out' of a directed one."
            ),
        },
        needs=("groups",),
        r={
            "modularity": (
                "igraph::modularity(igraph::as.undirected(g, mode = 'collapse'), groups, "
                "weights = NULL)"
            ),
            "n_groups": "length(unique(groups))",
        },
    ),
)

ENTRIES = _FOUND + CORE + ALIKE
