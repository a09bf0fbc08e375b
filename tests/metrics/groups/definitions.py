"""The measures of groups, written out as they are defined: every pair, triple and relabelling."""

from collections import Counter
from itertools import permutations, product

from metrics.networks import simple

NAN = float("nan")
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def arcs(graph):
    """The ties as pairs; undirected ones both ways."""
    plain = simple(graph, directed=graph.is_directed())
    return set(plain.edges) | (set() if plain.is_directed() else {(v, u) for u, v in plain.edges})


def role(first, own, second):
    if first == own == second:
        return "coordinator"
    if first == second:
        return "itinerant"
    if own == second:
        return "gatekeeper"
    return "representative" if first == own else "liaison"


def open_pairs(actors, ties, v):
    """Pairs that v stands between."""
    return [
        (a, b)
        for a, b in permutations([one for one in actors if one != v], 2)
        if (a, v) in ties and (v, b) in ties and (a, b) not in ties
    ]


def roles(actors, ties, groups, v):
    found = Counter(role(groups[a], groups[v], groups[b]) for a, b in open_pairs(actors, ties, v))
    return {**{name: found[name] for name in ROLES}, "total": found.total()}


def random_grouping(actors, ties, groups, v):
    """Mean and variance of each role of v over every way to deal the others' groups out."""
    others = [one for one in actors if one != v]
    dealt = [
        roles(actors, ties, {v: groups[v], **dict(zip(others, names, strict=True))}, v)
        for names in set(permutations(groups[one] for one in others))
    ]
    return _moments([(one, 1 / len(dealt)) for one in dealt])


def random_ties(actors, density, groups, v):
    """Mean and variance of each role of v over every network, each tie with this probability."""
    pairs = list(permutations(actors, 2))
    drawn = []
    for there in product((False, True), repeat=len(pairs)):
        ties = {pair for pair, is_there in zip(pairs, there, strict=True) if is_there}
        chance = density ** len(ties) * (1 - density) ** (len(pairs) - len(ties))
        drawn.append((roles(actors, ties, groups, v), chance))
    return _moments(drawn)


def _moments(counts):
    found = {}
    for name in (*ROLES, "total"):
        mean = sum(one[name] * chance for one, chance in counts)
        square = sum(one[name] ** 2 * chance for one, chance in counts)
        found[name] = (mean, square - mean**2)
    return found


def ei(pairs, groups):
    """E-I of (u, v, size) triples."""
    between = sum(size for u, v, size in pairs if groups[u] != groups[v])
    within = sum(size for u, v, size in pairs if groups[u] == groups[v])
    total = between + within
    return (between - within) / total if total else NAN


def pairs_of(graph, *, direction="ignored", weighted=False):
    """Each tie with what it counts; with direction ignored, each pair."""
    plain = simple(graph, directed=graph.is_directed() and direction != "ignored")
    return [(u, v, size if weighted else 1) for u, v, size in plain.edges(data="strength")]


def mixing(graph, groups, *, weighted=False):
    """Ties from group to group; undirected ones counted both ways."""
    plain = simple(graph, directed=graph.is_directed())
    found = Counter()
    for u, v, size in plain.edges(data="strength"):
        found[groups[u], groups[v]] += size if weighted else 1
        if not plain.is_directed():
            found[groups[v], groups[u]] += size if weighted else 1
    return found


def assortativity(mixed):
    total = sum(mixed.values())
    if not total:
        return NAN
    names = {name for pair in mixed for name in pair}
    share = {pair: size / total for pair, size in mixed.items()}
    within = sum(share.get((name, name), 0) for name in names)
    chance = sum(
        sum(one for (a, _), one in share.items() if a == name)
        * sum(one for (_, b), one in share.items() if b == name)
        for name in names
    )
    return (within - chance) / (1 - chance) if abs(1 - chance) > 1e-12 else NAN
