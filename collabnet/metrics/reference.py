"""Write the reference page of the measures from what is written about each."""

import sys
from collections.abc import Iterator

from collabnet.metrics.catalogue import FAMILIES, USUAL
from collabnet.metrics.entry import Entry
from collabnet.metrics.facts import facts

_HEAD = """# Measures

Every measure takes a `Network` or a networkx graph, of whatever kind and with whatever hashable
ids, and gives a table; [how to measure a network](../how-to/measures.md) shows it from start to
end. To find one by the name you know, search this page: *also called* names it. This page is
written by `python -m collabnet.metrics.reference`.

## What holds for all

* **Rows.** A table of actors has one row for each actor, in the network's order; isolates are
  rows.
* **Strength and cost.** A tie's *strength* (higher is closer) and a path's *cost* are different
  things. Measures on paths count each tie as 1 unless `cost="1/strength"` is asked for; costs
  are exact, so that tied paths are told from nearly tied ones. A strength is the attribute
  `strength` of a tie, else `weight`, else 1.
* **Direction.** `direction="out"` follows the ties, `"in"` goes against them, `"ignored"` goes
  both ways. An undirected network knows one way only.
* **Self-ties** are left out, and counted in `network.notices`. **Parallel ties** count as one,
  with their strengths added.
* **Undefined** is NaN, never 0, and each measure says where. A network without actors is an
  error (`EmptyNetworkError`).
* **Random draws** start from `seed`: the same call gives the same table, whatever the order of
  the ties.
* **Settings.** `table.attrs["settings"]` holds the options used.
* **Other programs.** Under *same numbers elsewhere* stands which call of UCINET, R's sna (2.7)
  and igraph (1.3), or networkx (3.6) gives the same, or how it differs; `collabnet measure
  --format r` writes an R script that checks it.
* Measures describe how a network is built; they are for research, not for judging staff.

```python
import collabnet as cn

network = cn.load("sample:g1").network(relations=["referral"])
table = cn.measure(network.to_networkx().to_undirected(), ["degree", "betweenness", "cutpoints"])
by_actor = table.set_index("actor_id")
assert by_actor.loc["I1", "betweenness"] == 12.5
assert sorted(by_actor.index[by_actor["is_cutpoint"]]) == ["A1", "I1"]
```

On the command line: `collabnet measure sample:g1 --measures degree,harmonic`. Where none is
named, these are measured:
"""


def reference_page() -> str:
    """Give the page in Markdown: docs/reference/measures.md is this text."""
    return "".join(_parts())


def _parts() -> Iterator[str]:
    yield _HEAD
    for of, names in USUAL.items():
        yield f"\n* {of}: {', '.join(f'`{name}`' for name in names)}"
    yield "\n"
    for family, entries in FAMILIES.items():
        yield f"\n## {family}\n\n| Measure | Rows | What it says |\n| --- | --- | --- |\n"
        for one in entries:
            yield f"| [`{one.name}`](#{one.name}) | {one.of} | {_cell(one.sentence)} |\n"
        for one in entries:
            yield from _measure(one)


def _measure(entry: Entry) -> Iterator[str]:
    yield f"\n### {entry.name}\n\n{_safe(entry.sentence)}\n\n"
    for heading, texts in facts(entry):
        first, *others = texts
        yield f"* **{heading}.** {_safe(first)}\n"
        yield from (f"  * {_safe(text)}\n" for text in others)


def _safe(text: str) -> str:
    """A text whose signs Markdown leaves alone, all on one line."""
    line = " ".join(text.split())
    for sign in "\\*_<[":
        line = line.replace(sign, f"\\{sign}")
    return line


def _cell(text: str) -> str:
    return _safe(text).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference_page())
