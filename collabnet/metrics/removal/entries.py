"""What is written about what the network loses when actors leave."""

from collabnet.metrics.entry import Entry
from collabnet.metrics.removal.entries_sets import SETS
from collabnet.metrics.removal.fragments import (
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
)
from collabnet.metrics.removal.pairs import pairs_broken, pairs_cut

BORGATTI = (
    "Borgatti (2006), Identifying sets of key players in a social network, Computational & "
    "Mathematical Organization Theory 12, 21-34"
)
NAN = float("nan")
IGNORED = "Ignored."
UNUSED = "Not used."
R_F = "with(igraph::components({}), 1 - sum(csize * (csize - 1)) / (sum(csize) * (sum(csize) - 1)))"
R_DF = "1 - igraph::global_efficiency(igraph::as.undirected(g), weights = NA, directed = FALSE)"
R_EACH = (
    "sapply(igraph::V(g), function(v) {{ h <- igraph::delete_vertices(igraph::as.undirected(g), v);"
    " {} }})"
)

FRAGMENTS = (
    Entry(
        function=fragmentation,
        of="network",
        sentence="The share of pairs of actors who can't reach each other at all.",
        definition=(
            "F = 1 - (sum over components of s(s - 1)) / (n(n - 1)), s the actors of a component. "
            "Some can leave first (without): by default n counts those who stay; with "
            "variant='isolates' those who left count as actors without ties."
        ),
        columns={"fragmentation": "share, 0 to 1: 0 all joined, 1 nobody joined to anybody"},
        direction=IGNORED,
        weights=UNUSED,
        undefined="With fewer than two actors there is no pair.",
        one_actor={"fragmentation": NAN},
        no_ties={"fragmentation": 1},
        sources=(BORGATTI,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Fragmentation; Key Player's F after removal leaves those removed in, as "
            "variant='isolates'.",
            "sna": "1 - connectedness of the symmetrised network; those removed left in as "
            "isolates, as variant='isolates', with their rows and columns set to 0.",
            "igraph": "From components()$csize by the formula.",
            "networkx": "From connected_components by the formula.",
        },
        r={"fragmentation": R_F.format("g")},
    ),
    Entry(
        function=distance_weighted_fragmentation,
        of="network",
        sentence="How far apart the actors are, from all tied to nobody joined.",
        definition=(
            "DF = 1 - (sum over pairs i < j of 2/d(i, j)) / (n(n - 1)), d the ties on a shortest "
            "path; a pair without a path adds 0. Some can leave first (without), as for "
            "fragmentation."
        ),
        columns={
            "distance_weighted_fragmentation": "0 to 1: 0 all tied to all, 1 without a tie",
        },
        direction=IGNORED,
        weights=UNUSED,
        undefined="With fewer than two actors there is no pair.",
        one_actor={"distance_weighted_fragmentation": NAN},
        no_ties={"distance_weighted_fragmentation": 1},
        sources=(BORGATTI,),
        complexity="O(n m / 64)",
        matches={
            "UCINET": "Distance-weighted fragmentation, which is 1 - compactness.",
            "sna": "1 - the mean of 1/geodist()$gdist over pairs of the symmetrised network.",
            "igraph": "1 - global_efficiency(directed=FALSE), without weights.",
            "networkx": "1 - global_efficiency of the undirected graph.",
        },
        r={"distance_weighted_fragmentation": R_DF},
    ),
    Entry(
        function=fragmentation_without,
        of="actors",
        sentence="How much more broken up the others are once an actor has left.",
        definition=(
            "F and DF among those who stay when the actor alone leaves, n counted after removal, "
            "and each less its value with everybody there. In the other reading of F the leaver "
            "counts as an actor without ties."
        ),
        columns={
            "fragmentation_without": "F of those who stay, 0 to 1",
            "fragmentation_as_isolate": "F with the leaver as an isolate, 0 to 1",
            "fragmentation_rise": "F without less F with everybody, -1 to 1",
            "distance_weighted_without": "DF of those who stay, 0 to 1",
            "distance_weighted_rise": "DF without less DF with everybody, -1 to 1",
        },
        direction=IGNORED,
        weights=UNUSED,
        undefined="Where fewer than two stay there is no pair; so is a rise from an undefined F.",
        one_actor={
            "fragmentation_without": NAN,
            "fragmentation_as_isolate": NAN,
            "fragmentation_rise": NAN,
            "distance_weighted_without": NAN,
            "distance_weighted_rise": NAN,
        },
        no_ties={
            "fragmentation_without": 1,
            "fragmentation_as_isolate": 1,
            "fragmentation_rise": 0,
            "distance_weighted_without": 1,
            "distance_weighted_rise": 0,
        },
        sources=(
            BORGATTI,
            "Tarjan (1972), Depth-first search and linear graph algorithms, SIAM Journal on "
            "Computing 1, 146-160",
        ),
        complexity="F: O(n + m) for all actors; DF: O(n^2 m / 64) at worst",
        matches={
            "UCINET": "Key Player, one actor removed: its F is fragmentation_as_isolate.",
            "sna": "No function; by removing each actor.",
            "igraph": "No function; by delete_vertices.",
            "networkx": "No function; by removing each actor.",
        },
        r={
            "fragmentation_without": R_EACH.format(R_F.format("h")),
            "distance_weighted_without": R_EACH.format(
                "1 - igraph::global_efficiency(h, weights = NA, directed = FALSE)"
            ),
        },
    ),
)

PAIRS = (
    Entry(
        function=pairs_cut,
        of="actors",
        sentence="How many pairs of others lose all contact when an actor leaves.",
        definition=(
            "The number of unordered pairs of other actors joined by a path with the actor and by "
            "none without. With groups, also those of them whose two actors are of different "
            "groups; an actor without a group counts as one of its own."
        ),
        columns={
            "pairs_cut": "unordered pairs, 0 to (n - 1)(n - 2)/2",
            "pairs_cut_between_groups": "those between groups; with groups only",
        },
        direction=IGNORED,
        weights=UNUSED,
        undefined="",
        one_actor={"pairs_cut": 0, "pairs_cut_between_groups": 0},
        no_ties={"pairs_cut": 0, "pairs_cut_between_groups": 0},
        sources=(
            BORGATTI,
            "Tarjan (1972), Depth-first search and linear graph algorithms, SIAM Journal on "
            "Computing 1, 146-160",
        ),
        complexity="O(n + m) for all actors; with groups O(n log n + m)",
        matches={
            "UCINET": "No function; above 0 for the cutpoints of Biconnected components.",
            "sna": "No function; above 0 where cutpoints() is true.",
            "igraph": "No function; above 0 for articulation_points().",
            "networkx": "No function; above 0 for articulation_points.",
        },
        r={
            "pairs_cut": (
                "sapply(seq_along(igraph::V(g)), function(v) { p <- function(k) sum(k * (k - 1) / "
                "2); a <- igraph::components(g); b <- igraph::components("
                "igraph::delete_vertices(g, v)); p(a$csize) - (a$csize[a$membership[v]] - 1) - "
                "p(b$csize) })"
            )
        },
    ),
    Entry(
        function=pairs_broken,
        of="actors",
        sentence="How many ways from one actor to another end when an actor in between leaves.",
        definition=(
            "The number of ordered pairs (s, t) of other actors, s among from_actors and t among "
            "to_actors, with a path along the ties from s to t, every one of which passes through "
            "the actor: the actor dominates t as seen from s. Everybody is in both lists if not "
            "said otherwise."
        ),
        columns={"pairs_broken": "ordered pairs, 0 to (n - 1)(n - 2)"},
        direction="Along the ties; in an undirected network every pair counts from both ends.",
        weights=UNUSED,
        undefined="",
        one_actor={"pairs_broken": 0},
        no_ties={"pairs_broken": 0},
        sources=(
            "Lengauer and Tarjan (1979), A fast algorithm for finding dominators in a flowgraph, "
            "ACM Transactions on Programming Languages and Systems 1, 121-141",
            "Cooper, Harvey and Kennedy (2001), A simple, fast dominance algorithm, Rice "
            "University, TR-06-33870",
        ),
        complexity="About O(n + m) for each source; undirected O(n + m) for all",
        matches={
            "UCINET": "No function.",
            "sna": "No function; by removing each actor and counting reachability().",
            "igraph": "No function; from dominator_tree() of each source, the targets below.",
            "networkx": "No function; from immediate_dominators of each source.",
        },
    ),
)

ENTRIES: tuple[Entry, ...] = (*FRAGMENTS, *PAIRS, *SETS)
