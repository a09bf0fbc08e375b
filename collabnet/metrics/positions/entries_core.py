"""What is written about core and periphery."""

from collabnet.metrics.entry import Entry, Program
from collabnet.metrics.positions.core import core_periphery, core_periphery_fit

NAN = float("nan")
BORGATTI = "Borgatti and Everett (1999), Social Networks 21, 375-395"
EVERY_PAIR = (
    "Every ordered pair counts; a tie from the core or to it is what the pattern has. In an "
    "undirected network that is the same as every pair once."
)
STRENGTHS = "Not used, unless weights='strength': then strengths are correlated with the pattern."
TIME = "O(2^n) up to 20 actors; beyond, about O(n + m) a step of each search"
MATCHES: dict[Program, str] = {
    "UCINET": (
        "Core/Periphery, categorical, by correlation, with ties between core and periphery as in "
        "the core. Its search is random, and may end at a lower fit."
    ),
    "sna": "No function.",
    "igraph": "No function.",
    "networkx": "No function.",
}

CORE = (
    Entry(
        function=core_periphery,
        of="actors",
        sentence="The core is the set of actors that come nearest to being tied to all, while "
        "the rest are tied to the core alone.",
        definition=(
            "The set for which the correlation, over all ordered pairs, of the tie (1 or 0) with "
            "a pattern is highest; the pattern is 1 where either end is in the set, else 0. Up to "
            "20 actors every set is tried. Beyond, the best of many searches from seeded "
            "beginnings is taken, at which no single actor's joining or leaving, and no swap, "
            "gives more. Of sets that fit equally well, the smallest, then the first by the "
            "actors' ties, then by type and text of their ids."
        ),
        columns={
            "is_core": "yes or no; no for all where nothing can fit",
            "best_cores_share": "share, 0 to 1, of the equally good sets found that it is in",
        },
        direction=EVERY_PAIR,
        weights=STRENGTHS,
        undefined=(
            "best_cores_share where no set can fit: with fewer than three actors, and where every "
            "pair is tied alike, as without ties."
        ),
        one_actor={"is_core": 0, "best_cores_share": NAN},
        no_ties={"is_core": 0, "best_cores_share": NAN},
        sources=(BORGATTI,),
        complexity=TIME,
        matches=MATCHES,
    ),
    Entry(
        function=core_periphery_fit,
        of="network",
        sentence="It says how far the network looks like a core to which all are tied, with a "
        "periphery that has no ties of its own.",
        definition=(
            "The correlation, over all ordered pairs, of the tie with the pattern of the best core "
            "(see core_periphery): 1 where either end is in the core, else 0."
        ),
        columns={
            "correlation": "-1 to 1; 1 is a perfect core with its periphery",
            "n_core": "actors in the core, 0 or more",
            "n_best_cores": "equally good cores found, 0 or more",
            "is_exact": "yes where every set was tried, so that none fits better",
        },
        direction=EVERY_PAIR,
        weights=STRENGTHS,
        undefined=(
            "correlation with fewer than three actors, and where every pair is tied alike, as "
            "without ties."
        ),
        one_actor={"correlation": NAN, "n_core": 0, "n_best_cores": 0, "is_exact": 1},
        no_ties={"correlation": NAN, "n_core": 0, "n_best_cores": 0, "is_exact": 1},
        sources=(BORGATTI,),
        complexity=TIME,
        matches=MATCHES,
    ),
)
