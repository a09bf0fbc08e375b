"""How sure a count is: the exact Poisson interval, and who may have gone unseen."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def poisson_interval(n: int, level: float = 0.95) -> tuple[float, float]:
    """Exact (Garwood) interval for the mean of a Poisson count.

    Source: Garwood (1936), Biometrika 28, 437-442.

    Examples
    --------
    >>> [round(end, 3) for end in poisson_interval(12)]
    [6.201, 20.962]
    """
    from scipy.special import gammaincinv

    tail = (1 - level) / 2
    low = float(gammaincinv(n, tail)) if n else 0.0
    return low, float(gammaincinv(n + 1, 1 - tail))


def unseen_share(n_named: int) -> float:
    """Largest share that a carrier whom none of ``n`` named rows shows may still have.

    At a larger share such a carrier would appear in n rows with a chance above 95 %.

    Examples
    --------
    >>> [round(unseen_share(n), 2) for n in (3, 6, 12, 25, 48)]
    [0.63, 0.39, 0.22, 0.11, 0.06]
    """
    return 1.0 if n_named == 0 else float(1 - 0.05 ** (1 / n_named))
