"""Time a QAP correlation against plain loops, in one run, and check that all say the same.

Two random directed networks of 100 actors with a tenth of the pairs tied. Prints milliseconds for
1,000 relabellings; the loops do as many as they are told, and are scaled.

    python -m benchmarks.permutations
"""

import time
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np

from collabnet.stats import qap_correlation

ACTORS, DENSITY, SEED = 100, 0.1, 1
DRAWS = {"collabnet": 10_000, "numpy, a loop": 500, "networkx, a loop": 50}


def main() -> None:
    """Time each and print a table."""
    x, y = (nx.gnp_random_graph(ACTORS, DENSITY, seed=one, directed=True) for one in (1, 2))
    ways: dict[str, Callable[[int], float]] = {
        "collabnet": lambda draws: qap_correlation(x, y, permutations=draws).row["r"],
        "numpy, a loop": lambda draws: _numpy(x, y, draws),
        "networkx, a loop": lambda draws: _networkx(x, y, draws),
    }
    taken, found = {}, {}
    for name, way in ways.items():
        began = time.process_time()
        found[name] = way(DRAWS[name])
        taken[name] = (time.process_time() - began) * 1000 / DRAWS[name] * 1000
    if np.ptp(list(found.values())) > 1e-9:
        raise SystemExit(f"They differ: {found}")
    for name, milliseconds in taken.items():
        times = milliseconds / taken["collabnet"]
        print(f"{name:<18}{milliseconds:>10.1f} ms for 1,000{times:>8.1f} times")


def _off(array: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    return np.asarray(array[~np.eye(ACTORS, dtype=bool)])


def _numpy(x: "nx.DiGraph[Any]", y: "nx.DiGraph[Any]", draws: int) -> float:
    random = np.random.default_rng(SEED)
    first, second = nx.to_numpy_array(x), nx.to_numpy_array(y)
    for _ in range(draws):
        order = random.permutation(ACTORS)
        np.corrcoef(_off(first), _off(second[np.ix_(order, order)]))
    return float(np.corrcoef(_off(first), _off(second))[0, 1])


def _networkx(x: "nx.DiGraph[Any]", y: "nx.DiGraph[Any]", draws: int) -> float:
    random = np.random.default_rng(SEED)
    for _ in range(draws):
        names = dict(enumerate(random.permutation(ACTORS).tolist()))
        again = nx.relabel_nodes(y, names)
        np.corrcoef(_off(nx.to_numpy_array(x)), _off(nx.to_numpy_array(again, nodelist=list(x))))
    return float(np.corrcoef(_off(nx.to_numpy_array(x)), _off(nx.to_numpy_array(y)))[0, 1])


if __name__ == "__main__":
    main()
