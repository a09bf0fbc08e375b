"""Networks and costs for tests of search along paths."""

from fractions import Fraction
from random import Random

from collabnet.engine import build_csr, entry_costs, entry_rows, integer_costs
from engine.oracles import columns


def networks(count, most=80):
    """Sparse and dense, with long ways and short ones, isolates, several components, repeats."""
    for seed in range(count):
        draw = Random(seed)
        n = draw.choice([seed % 4, draw.randint(1, 12), draw.randint(20, most)])
        far = draw.random() < 0.6
        pairs = []
        for _ in range(round(n * draw.choice([0.5, 1, 1.3, 2, 5]))):
            u = draw.randrange(n)
            pairs.append((u, draw.randrange(n) if far else (u + draw.randint(-3, 4)) % n))
        yield build_csr(n, *columns(pairs), directed=seed % 2 == 1)


def costs_of(csr, largest, seed=1):
    """A cost for each entry; the same both ways where ties have no direction."""
    draw = Random(seed)
    rows, found = entry_rows(csr).tolist(), {}
    for u, v in zip(rows, csr.indices.tolist(), strict=True):
        pair = (u, v) if csr.is_directed else (min(u, v), max(u, v))
        found.setdefault(pair, draw.randint(1, largest))
    pairs = list(found)
    return entry_costs(csr, *columns(pairs), list(found.values()))


def wide_costs_of(csr, kind, seed=1):
    """Costs whose sums need several words, with many ties and near ties between paths."""
    drawn = [draw - 1 for draw in costs_of(csr, 100, seed)]
    if kind == "1/strength":
        return integer_costs([Fraction(1, draw + 1) for draw in drawn])
    if kind == "near ties":  # apart by the least there is, or by what is carried
        return [(1 << 300) + (0, 0, 1, (1 << 150) - 1, 1 << 150)[draw % 5] for draw in drawn]
    if kind == "far apart":  # too many buckets
        return [(1 << 200) * 10 ** (draw % 10) + draw % 2 for draw in drawn]
    # "full words": what two costs of 2**k - 1 and one of 1 add up to differs by carrying alone
    return [((1 << 124) - 1, 1 << 123, (1 << 124) + 1)[draw % 3] for draw in drawn]


def chain_of_squares(squares):
    """Between its ends are 2**squares shortest paths."""
    pairs = []
    for k in range(squares):
        left, up, down, right = range(3 * k, 3 * k + 4)
        pairs += [(left, up), (left, down), (up, right), (down, right)]
    return build_csr(3 * squares + 1, *columns(pairs))
