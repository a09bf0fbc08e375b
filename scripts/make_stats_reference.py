"""Run the tests of collabnet.stats with R's sna: the numbers that our tests compare.

Needs Rscript with sna. Writes tests/stats/r_reference.json, with the version; takes a minute.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from make_r_reference import number, run

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "tests" / "stats" / "r_reference.json"
REPS = 5000
_SAY = """
suppressPackageStartupMessages(library(sna))
set.seed(1)
say <- function(name, values) {
  cat(name, formatC(as.numeric(values), digits = 14, format = "g"), "\\n", sep = "\\t")
}
"""


def main() -> None:
    """Run R on every relation and network and write what it says."""
    sys.path.insert(0, str(ROOT / "tests"))
    ours = import_module("stats.r_relations")
    lines = [_SAY, 'cat("sna", as.character(packageVersion("sna")), "", sep = "\\t"); cat("\\n")']
    for name, (arrays, is_directed) in ours.regressions().items():
        y, *x = (matrix(one) for one in arrays)
        mode = "digraph" if is_directed else "graph"
        lines += [
            f'fit <- netlm({y}, list({", ".join(x)}), mode = "{mode}", '
            f'nullhyp = "qapspp", reps = {REPS})',
            f'say("{name}/coefficient", fit$coefficients)',
            f'say("{name}/t", fit$tstat)',
            f'say("{name}/p_greater", fit$pgreq)',
            f'say("{name}/p_less", fit$pleeq)',
            f'say("{name}/p_two_sided", fit$pgreqabs)',
            f'say("{name}/r_squared", 1 - sum(fit$residuals^2) / '
            "sum((fit$fitted.values + fit$residuals - "
            "mean(fit$fitted.values + fit$residuals))^2))",
            f'test <- qaptest(list({y}, {x[0]}), gcor, g1 = 1, g2 = 2, mode = "{mode}", '
            f"reps = {REPS})",
            f'say("{name}/qap", c(test$testval, test$pgreq, test$pleeq))',
        ]
    for name, graph in ours.cug_graphs().items():
        mode = "digraph" if graph.is_directed() else "graph"
        for condition in ("size", "edges", *(["dyad.census"] if graph.is_directed() else [])):
            lines += [
                f"test <- cug.test({matrix(nx.to_numpy_array(graph, weight=None))}, gtrans, "
                f'mode = "{mode}", cmode = "{condition}", reps = {REPS})',
                f'say("{name}/{condition}", c(test$obs.stat, test$pgteobs, test$plteobs, '
                "mean(test$rep.stat), sd(test$rep.stat)))",
            ]
    families = sorted(ours.MARRIAGE)
    money = ", ".join(str(ours.wealth()[one]) for one in families)
    for kind in ("moran", "geary"):
        lines.append(
            f"say('{kind}', nacf({matrix(ours.array_of(ours.MARRIAGE, families))}, c({money}), "
            f'type = "{kind}", mode = "graph")[2])'
        )
    found: dict[str, Any] = {"reps": REPS}
    for label, *values in run(lines):
        kept = [one for one in values if one.strip()]
        found[label] = kept[0] if label == "sna" else [number(one) for one in kept]
    text = json.dumps(found, ensure_ascii=False).replace("], ", "],\n").replace(', "', ',\n"')
    REFERENCE.write_text(f"{text}\n", "utf-8")


def matrix(array: np.ndarray) -> str:
    """Write an array as R reads it."""
    cells = ", ".join(f"{one:.15g}" for one in array.T.ravel().tolist())
    return f"matrix(c({cells}), {len(array)})"


if __name__ == "__main__":
    main()
