"""Compute the measures of some networks with R's sna and igraph: the numbers the tests compare.

Needs Rscript with both packages. Writes tests/metrics/r_reference.json, with the versions; run it
again when a measure gets an R expression, or another one.
"""

import json
import math
import subprocess
import sys
import tempfile
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import Any

from collabnet.metrics.catalogue import MEASURES
from collabnet.metrics.r_checks import PACKAGES, network_lines, option_lines, r_text
from collabnet.model import Network

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "tests" / "metrics" / "r_reference.json"
DIGITS = 12
"""Significant digits that are kept; the tests compare nine."""
_SAY = f"""
say <- function(name, values) {{
  values <- tryCatch(as.numeric(suppressWarnings(values())), error = conditionMessage)
  if (is.character(values)) values <- c("refused", gsub("\\\\s+", " ", values))
  else values <- formatC(values, digits = {DIGITS}, format = "g")
  cat(name, values, sep = "\\t")
  cat("\\n")
}}
"""
_VERSIONS = """
cat("R", as.character(getRversion()), sep = "\\t"); cat("\\n")
for (one in c("sna", "igraph")) {
  cat(one, as.character(packageVersion(one)), sep = "\\t"); cat("\\n")
}
"""


def main() -> None:
    """Run R on every network and write what it says."""
    sys.path.insert(0, str(ROOT / "tests"))
    ours = import_module("metrics.r_networks")
    networks, told = ours.networks, ours.told

    found: dict[str, Any] = {"versions": dict(run([_VERSIONS])), "networks": {}}
    for name, graph in networks().items():
        network = Network.from_networkx(graph)
        lines = [*network_lines(network), _SAY]
        for entry in MEASURES.values():
            lines += option_lines(network, entry, told(entry, graph))
            shown = entry.function(network, **told(entry, graph)).columns if entry.r else ()
            for column, expression in entry.r.items():
                if column in shown:  # some columns are those of directed networks alone
                    label = r_text(f"{entry.name}.{column}")
                    lines.append(f"say({label}, function() {{ {cleandoc(expression)} }})")
        found["networks"][name] = {
            label: values[1] if values[0] == "refused" else [number(one) for one in values]
            for label, *values in run(lines)
        }
        refused = [label for label, one in found["networks"][name].items() if isinstance(one, str)]
        print(f"{name}: {len(found['networks'][name])} columns; R refused {refused}")
    rows = json.dumps(found, ensure_ascii=False).replace("], ", "],\n").replace("}, ", "},\n")
    REFERENCE.write_text(f"{rows}\n", "utf-8")


def run(lines: list[str]) -> list[list[str]]:
    """Give what R prints, by line and tab."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "reference.R"
        path.write_text("\n".join([PACKAGES, *lines]) + "\n", "utf-8")
        done = subprocess.run(["Rscript", str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return [line.split("\t") for line in done.stdout.splitlines()]


def number(text: str) -> float | str | None:
    """Give a number as JSON has it: undefined is null, infinity a word."""
    value = math.nan if text.strip() == "NA" else float(text)
    if math.isnan(value):
        return None
    if math.isinf(value):
        return text.strip()
    return int(value) if value == int(value) else value


if __name__ == "__main__":
    main()
