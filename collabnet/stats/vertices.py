"""The vertex bootstrap: how sure a number of a network is, from drawing actors anew."""

from collections.abc import Callable
from itertools import chain

import numpy as np

from collabnet.engine import Floats
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, read
from collabnet.metrics.options import check_count
from collabnet.model.network import Network
from collabnet.stats.bare import Bare, bare, made
from collabnet.stats.leave_one_out import say_estimate, table_of
from collabnet.stats.relations import check_actors
from collabnet.stats.result import Result
from collabnet.stats.statistic import Statistic, statistic_of

TOO_WIDE = (
    "The vertex bootstrap is 34 to 70 % too wide for the density of sparse networks: there, use "
    "the jackknife."
)


def vertex_bootstrap(
    network: Given, statistic: Statistic, *, draws: int = 500, seed: int = 1
) -> Result:
    """Give the standard error of a number of a network by drawing its actors anew.

    As many actors as there are get drawn with replacement, with the ties between them; a pair of
    copies of one actor gets what a pair of actors drawn at random has. For the density of sparse
    networks the jackknife is better: this is 34 to 70 % too wide. After Snijders and
    Borgatti (1999), Connections 22, 61-70. Time: O(draws (n^2)) and that of the statistic.

    Parameters
    ----------
    statistic : the name of a measure with one number for a network; one with its options; or a
        function that takes a network and gives a number. Ties have their strength, parallel
        ones added up; kinds of ties are left out
    draws : how many networks are drawn
    seed : of the draws

    Returns
    -------
    Result, with a table of one row
        statistic, estimate, standard_error, ci_low, ci_high, n_actors : as of ``jackknife``
        mean_of_draws : float; apart from the estimate, it shows what the method distorts
        n_draws, n_undefined : int, how many, and in how many of them the statistic is undefined;
            these are left out

    Raises
    ------
    AssumptionError
        If there are fewer than 3 actors or no draws, or the statistic is not one number.
    CollabnetError
        If a strength is no number.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> import networkx as nx
    >>> found = vertex_bootstrap(nx.karate_club_graph(), "transitivity", draws=200)
    >>> bool(0.03 < found.row["standard_error"] < 0.09)
    True
    """
    check_count("vertex_bootstrap", "draws", draws)
    check_count("vertex_bootstrap", "seed", seed, least=0)
    name, number = statistic_of(statistic, "vertex_bootstrap")
    given = read(network, "vertex_bootstrap")
    own = bare(given, "vertex_bootstrap", with_strength=True)
    check_actors(own.n, 3, "vertex_bootstrap")
    (found,) = drawn([own], lambda graphs: [number(graphs[0])], draws, seed, name)
    estimate = number(made(own.actors, own.is_tie, own.strength, is_directed=own.is_directed))
    values = found[np.isfinite(found)]
    error = float(values.std(ddof=1)) if values.size > 1 else float("nan")
    table = table_of(
        name,
        estimate,
        error,
        n_actors=own.n,
        mean_of_draws=float(values.mean()) if values.size else float("nan"),
        n_draws=draws,
        n_undefined=draws - values.size,
    )
    notes = [TOO_WIDE]
    if values.size < draws:
        notes.append(f"In {draws - values.size} of {draws} draws {name} is undefined.")
    settings = {"draws": draws, "seed": seed}
    return Result(table, say_estimate(name, estimate, error), tuple(notes), settings)


def drawn(
    networks: list[Bare],
    numbers: Callable[[list[Network]], list[float]],
    draws: int,
    seed: int,
    name: str,
) -> list[Floats]:
    """Draw networks of the same actors anew, the same actors of each, and take numbers of them.

    Returns
    -------
    list of arrays (draws,), one for each of the ``numbers``
    """
    random = np.random.Generator(np.random.PCG64(seed))
    n = networks[0].n

    def work(begin: int, end: int) -> list[list[float]]:
        return [numbers(_redrawn(networks, n, random)) for _ in range(end - begin)]

    parts = in_parts(work, draws, part=1, what=f"{name} of actors drawn anew")
    return list(np.array(list(chain.from_iterable(parts)), dtype=np.float64).T)


def _redrawn(networks: list[Bare], n: int, random: np.random.Generator) -> list[Network]:
    actors = random.integers(n, size=n)
    rows, columns = np.repeat(actors[:, None], n, axis=1), np.repeat(actors[None, :], n, axis=0)
    copies = np.argwhere(np.triu(rows == columns, 1))
    first = random.integers(n, size=len(copies))
    second = (first + 1 + random.integers(n - 1, size=len(copies))) % n
    u, v = copies[:, 0], copies[:, 1]
    rows[u, v], columns[u, v] = first, second
    rows[v, u], columns[v, u] = second, first
    graphs = []
    for one in networks:
        is_tie, strength = one.is_tie[rows, columns], one.strength[rows, columns]
        np.fill_diagonal(is_tie, val=False)
        named = [(i, one.actors[actor][1]) for i, actor in enumerate(actors.tolist())]
        graphs.append(made(named, is_tie, strength, is_directed=one.is_directed))
    return graphs
