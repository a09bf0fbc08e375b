"""The same bytes for any hash seed and any number of threads of the numerics library."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SCRIPT = """
import networkx as nx
import collabnet as cn
families = nx.florentine_families_graph()
friends = nx.gnm_random_graph(15, 30, seed=3)
friends = nx.relabel_nodes(friends, dict(enumerate(sorted(families))))
groups = {one: one[0] < "H" for one in families}
blanks = nx.to_pandas_adjacency(friends).astype(float)
blanks.iloc[0] = float("nan")
stats = cn.stats
for found in (
    stats.qap_correlation(families, friends, permutations=200),
    stats.qap_correlation(families, blanks, permutations=200),
    stats.mrqap(friends, [families], permutations=100),
    stats.mrqap(families, {"blanks": blanks}, permutations=100),
    stats.cug_test(families, "transitivity", draws=50),
    stats.homophily(families, groups=groups, permutations=200),
    stats.network_autocorrelation(families, values={one: len(one) for one in families}),
    stats.jackknife(families, "transitivity"),
    stats.vertex_bootstrap(families, "transitivity", draws=20),
    stats.compare_paired(families, friends, by="bootstrap", draws=20),
    stats.centrality_intervals(families, ["degree", "betweenness"], draws=20),
    stats.centrality_intervals(families, "degree", by="tie_resampling", draws=20),
    stats.stability(families, "betweenness", draws=20),
    stats.stability(families, "betweenness", by="ties", draws=20),
):
    print(found.table.to_csv(), found.sentence, found.notes, sorted(found.settings.items()))
"""


def run(hash_seed: str, threads: str) -> str:
    """Run every test in a process of its own and give what it prints."""
    told = {
        "PYTHONHASHSEED": hash_seed,
        "OPENBLAS_NUM_THREADS": threads,
        "OMP_NUM_THREADS": threads,
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **told},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_hash_seed_and_threads_change_nothing():
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(run, ("1", "2"), ("1", "4"))
    assert first == second
    assert first.count("measure,actor_id") == 2
