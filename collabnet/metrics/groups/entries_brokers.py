"""Catalogue entries: who brokers between groups."""

from collabnet.metrics.entry import Entry
from collabnet.metrics.groups.brokers import (
    ROLES,
    brokerage_roles,
    brokerage_roles_by_group,
    brokerage_totals,
)
from collabnet.metrics.groups.brokers_expected import brokerage_expected

NAN = float("nan")
GOULD = (
    "Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in "
    "transaction networks, Sociological Methodology 19, 89-126"
)
SNA = {
    "coordinator": "w_I",
    "itinerant": "w_O",
    "gatekeeper": "b_OI",
    "representative": "b_IO",
    "liaison": "b_O",
    "total": "t",
}
"""sna's columns of the roles."""
COLUMNS = (*ROLES, "total")
COUNTS = {
    "coordinator": "ordered pairs, 0 or more: A > A > A",
    "itinerant": "ordered pairs, 0 or more: A > B > A",
    "gatekeeper": "ordered pairs, 0 or more: B > A > A",
    "representative": "ordered pairs, 0 or more: A > A > B",
    "liaison": "ordered pairs, 0 or more: B > A > C",
    "total": "ordered pairs, 0 or more",
}
ZEROS = dict.fromkeys(COLUMNS, 0)
BY_CHANCE = {
    f"{role}_{one}": NAN if one == "z" else 0.0
    for role in COLUMNS
    for one in ("expected", "sd", "z")
}
BETWEEN = (
    "v stands between a and b if there are ties a > v > b and none from a to b. By the groups of a "
    "> v > b: coordinator A > A > A, itinerant A > B > A, gatekeeper B > A > A, representative "
    "A > A > B, liaison B > A > C."
)
BOTH_WAYS = (
    "Ties lead from a over v to b. Undirected ties lead both ways: each pair counts in both "
    "orders, and gatekeeper and representative are alike."
)
TIME = "O(sum over actors of ties in times ties out)"
NAMES = "coordinator w_I, itinerant w_O, gatekeeper b_OI, representative b_IO, liaison b_O, total t"
SHARES = """t <- sna::brokerage(s, groups)$raw.nli[, "t"]
  k <- as.vector(table(groups)[as.character(groups)])
  all <- (n - 1) * (n - 2)
  squares <- sum(table(groups)^2) - k^2"""
"""R: pairs each actor stands between, its group's size, the others' sizes squared."""

ENTRIES: tuple[Entry, ...] = (
    Entry(
        function=brokerage_roles,
        of="actors",
        sentence="Between how many pairs an actor stands, and in which role by their groups.",
        definition=BETWEEN,
        columns=COUNTS,
        direction=BOTH_WAYS,
        weights="Not used.",
        undefined="",
        one_actor=ZEROS,
        no_ties=ZEROS,
        sources=(GOULD,),
        complexity=TIME,
        matches={
            "UCINET": "G&F Brokerage roles, un-normalised.",
            "sna": f"brokerage(s, groups)$raw.nli: {NAMES}. The help of early versions turns b_IO "
            "and b_OI round.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
        r={role: f"sna::brokerage(s, groups)$raw.nli[, '{SNA[role]}']" for role in COLUMNS},
    ),
    Entry(
        function=brokerage_expected,
        of="actors",
        sentence="Between how many pairs an actor would stand by chance, in each role.",
        definition=(
            "chance='random grouping': the ties and the actor's group stay; the groups of all "
            "others are dealt out anew, so that the mean is the total times the share of ordered "
            "pairs of others with groups as the role asks; exact mean and variance over all ways. "
            "chance='random ties': the groups stay, each tie is there with probability d, the "
            "density: mean d^2 (1-d) times the ordered pairs with groups as the role asks. "
            "z = (count - mean) / standard deviation."
        ),
        columns={
            f"{role}_{one}": said
            for role in COLUMNS
            for one, said in (
                ("expected", "ordered pairs, 0 or more"),
                ("sd", "ordered pairs, 0 or more"),
                ("z", "standard deviations"),
            )
        },
        direction=BOTH_WAYS,
        weights="Not used.",
        undefined="*_z where the standard deviation is 0, as for the total with random grouping.",
        one_actor=BY_CHANCE,
        no_ties=BY_CHANCE,
        sources=(GOULD,),
        complexity=TIME,
        matches={
            "UCINET": "None that gives a standard deviation.",
            "sna": f"chance='random ties' is brokerage(s, groups)$exp.nli, sd.nli and z.nli: "
            f"{NAMES}. Nothing gives random grouping.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
        r={
            "coordinator_expected": f"{SHARES}\n  t * (k - 1) * (k - 2) / all",
            "itinerant_expected": f"{SHARES}\n  t * (squares - (n - k)) / all",
            "gatekeeper_expected": f"{SHARES}\n  t * (n - k) * (k - 1) / all",
            "representative_expected": f"{SHARES}\n  t * (n - k) * (k - 1) / all",
            "liaison_expected": f"{SHARES}\n  t * ((n - k)^2 - squares) / all",
            "total_expected": f"{SHARES}\n  t",
        },
    ),
    Entry(
        function=brokerage_roles_by_group,
        of="groups",
        sentence="Between how many pairs the actors of a group stand, and in which role.",
        definition=f"Sum over the actors of a group. {BETWEEN}",
        columns={"group": "the group", **COUNTS},
        direction=BOTH_WAYS,
        weights="Not used.",
        undefined="",
        one_actor=ZEROS,
        no_ties=ZEROS,
        sources=(GOULD,),
        complexity=TIME,
        matches={
            "UCINET": "G&F Brokerage roles, un-normalised, added up by group.",
            "sna": "rowsum(brokerage(s, groups)$raw.nli, groups).",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
    ),
    Entry(
        function=brokerage_totals,
        of="network",
        sentence="Between how many pairs somebody stands in the whole network, by role.",
        definition=f"Sum over all actors; a pair counts for each broker. {BETWEEN}",
        columns=COUNTS,
        direction=BOTH_WAYS,
        weights="Not used.",
        undefined="",
        one_actor=ZEROS,
        no_ties=ZEROS,
        sources=(GOULD,),
        complexity=TIME,
        matches={
            "UCINET": "G&F Brokerage roles, un-normalised, added up.",
            "sna": f"brokerage(s, groups)$raw.gli: {NAMES}.",
            "igraph": "None.",
            "networkx": "None.",
        },
        needs=("groups",),
        r={role: f"sna::brokerage(s, groups)$raw.gli['{SNA[role]}']" for role in COLUMNS},
    ),
)
