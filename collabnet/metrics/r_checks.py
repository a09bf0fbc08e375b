"""Write an R script that recomputes measures with sna and igraph, for whoever wants to check."""

from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import Any

import numpy as np
import pandas as pd

from collabnet.metrics.arrays import Given, strengths_along
from collabnet.metrics.catalogue import USUAL, Asked, asked_of, check_options, entry_named
from collabnet.metrics.entry import Entry
from collabnet.metrics.facts import NOWHERE
from collabnet.metrics.options import groups_of
from collabnet.model.network import Network, as_network

PACKAGES = "suppressPackageStartupMessages({library(sna); library(igraph)})"
"""Both stand open; igraph's functions win where names are the same."""

_HEAD = """
# The measures of a network, computed again with the R packages sna and igraph.
#
#     Rscript measures.R
#
# prints, for each column of each measure, the largest relative difference, and ends with an error
# if one is above 1e-9. Ids of the actors stand below: share this file as you would the table.
# Self-ties are left out, parallel ties added. g is the igraph graph (weight: the strength), s the
# matrix of 0 and 1, w the matrix of strengths.
"""
_CHECK = """
found <- data.frame()
compare <- function(measure, column, ours, theirs) {
  theirs <- tryCatch(as.numeric(suppressWarnings(theirs())), error = conditionMessage)
  if (is.character(theirs)) {
    row <- data.frame(measure, column, difference = NA, agrees = paste("R has no answer:", theirs))
  } else if (length(theirs) != length(ours)) {
    said <- paste("no: R gives", length(theirs), "values")
    row <- data.frame(measure, column, difference = NA, agrees = said)
  } else {
    apart <- abs(ours - theirs) / pmax(abs(ours), abs(theirs), 0.001)
    apart[is.na(ours) & is.na(theirs)] <- 0
    apart[!is.na(ours) & !is.na(theirs) & ours == theirs] <- 0
    apart[is.na(apart)] <- Inf
    worst <- if (length(apart)) max(apart) else 0
    said <- if (worst <= 1e-9) "yes" else if (length(apart) == n)
      paste("no: at", actors[which.max(apart)]) else "no"
    row <- data.frame(measure, column, difference = signif(worst, 2), agrees = said)
  }
  found <<- rbind(found, row)
}
"""
_END = """
if (nrow(found)) print(found, row.names = FALSE, right = FALSE)
cat("\\n")
cat(notes, sep = "\\n")
cat("\\nR ", as.character(getRversion()), ", sna ", as.character(packageVersion("sna")),
    ", igraph ", as.character(packageVersion("igraph")), "\\n", sep = "")
if (any(grepl("^no", found$agrees))) quit(status = 1)
"""


def r_script(network: Given, measures: Asked | str | None = None) -> str:
    """Write an R script that recomputes measures with sna and igraph and compares them with ours.

    It holds ties, actors' ids and our values; it needs R with the packages sna and igraph, and
    nothing else. Measures without a counterpart there are named, and so is where the
    conventions of the two differ.

    Parameters
    ----------
    measures : a name, several, or names with options, as for :func:`measure`, of any kinds of row;
        if not said, the few usual measures of actors

    Returns
    -------
    str, to be saved and run as ``Rscript measures.R``

    Raises
    ------
    NotFoundError
        If a measure doesn't exist.
    AssumptionError
        If an option or its value doesn't exist or is missing.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> import collabnet as cn
    >>> script = cn.r_script(cn.load("sample:g1").network(), ["degree"])
    >>> "library(igraph)" in script
    True
    """
    given = as_network(network)
    asked = asked_of(USUAL["actors"] if measures is None else measures)
    checks: list[str] = []
    notes: list[str] = []
    for name, options in asked.items():
        entry = entry_named(name)
        check_options(entry, options)
        table = entry.function(given, **options)
        lines = _comparisons(given, entry, options, table)
        checks += lines
        notes += _notes(entry, options, is_compared=bool(lines))
    return "\n".join(
        [
            _HEAD.strip(),
            "",
            PACKAGES,
            "",
            *network_lines(given),
            _CHECK,
            *checks,
            "",
            f"notes <- c({', '.join(map(r_text, notes))})",
            _END.lstrip(),
        ]
    )


def network_lines(network: Network) -> list[str]:
    """Write the network in R: ``actors``, ``n``, ``g``, ``s`` and ``w``."""
    csr, strengths = strengths_along(network, "r_script")
    rows = np.repeat(np.arange(csr.n), np.diff(csr.indptr))
    once = np.ones(rows.size, dtype=bool) if csr.is_directed else rows < csr.indices
    return [
        f"actors <- {r_vector(str(one) for one in network.actor_ids)}",
        "n <- length(actors)",
        f"from <- {r_vector((rows[once] + 1).tolist())}",
        f"to <- {r_vector((csr.indices[once] + 1).tolist())}",
        f"strength <- {r_vector(strengths[once].tolist())}",
        f"g <- igraph::make_graph(rbind(from, to), n = n, directed = {_said(csr.is_directed)})",
        "igraph::E(g)$weight <- strength",
        "w <- matrix(0, n, n)",
        "w[cbind(from, to)] <- strength",
        "s <- matrix(0, n, n)",
        "s[cbind(from, to)] <- 1",
        *([] if csr.is_directed else ["w <- w + t(w)", "s <- s + t(s)"]),
    ]


def option_lines(network: Network, entry: Entry, options: Mapping[str, Any]) -> list[str]:
    """Write what the measure was told in R: ``groups`` by number, an actor by position."""
    lines = []
    place = {actor: i + 1 for i, actor in enumerate(network.actor_ids)}
    for name, value in options.items():
        if name == "groups":
            listed = groups_of(network, value, entry.name)
            different = list(dict.fromkeys(listed))
            lines.append(f"groups <- {r_vector(different.index(one) + 1 for one in listed)}")
        elif name in ("from_actor", "to_actor"):
            lines.append(f"{name} <- {place[value]}")
    return lines


def _comparisons(
    network: Network, entry: Entry, options: Mapping[str, Any], table: pd.DataFrame
) -> list[str]:
    """A comparison for each column that R can give; none with options that change what it is."""
    if set(options) - set(entry.needs):
        return []
    lines = []
    for column, expression in entry.r.items():
        if column in table:
            ours = r_vector(pd.to_numeric(table[column]).astype("float64").tolist())
            lines.append(
                f"compare({r_text(entry.name)}, {r_text(column)}, {ours},\n"
                f"  function() {{ {cleandoc(expression)} }})"
            )
    return [*option_lines(network, entry, options), *lines] if lines else []


def _notes(entry: Entry, options: Mapping[str, Any], *, is_compared: bool) -> Iterable[str]:
    if not is_compared:
        chosen = [name for name in options if name not in entry.needs]
        why = f"not with {', '.join(chosen)} chosen" if entry.r and chosen else "not in this script"
        yield f"{entry.name}: not computed again, {why}."
    for program in ("sna", "igraph"):
        said = entry.matches.get(program, "none.")
        if said.casefold() not in NOWHERE:
            yield f"{entry.name} in {program}: {said}"


def r_vector(values: Iterable[object]) -> str:
    """Write values as an R vector, in lines that R can read however many there are.

    Examples
    --------
    >>> r_vector([1, 0.5, float("nan")]), r_vector(["court"]), r_vector([])
    ('c(1, 0.5, NaN)', 'c("court")', 'c()')
    """
    said = [_said(one) for one in values]
    lines = [", ".join(said[at : at + 12]) for at in range(0, len(said), 12)]
    return f"c({f',{chr(10)}  '.join(lines)})"


def _said(value: object) -> str:
    if isinstance(value, str):
        return r_text(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value != value:
            return "NaN"
        return repr(value) if abs(value) != float("inf") else "Inf" if value > 0 else "-Inf"
    return str(value)


def r_text(text: str) -> str:
    r"""Write a text so that R reads it as it is, whatever stands in it and whatever its locale.

    Examples
    --------
    >>> print(r_text('say "no"\n\\ é'))
    "say \"no\"\u{a}\\ \u{e9}"
    """
    return f'"{"".join(_letter(one) for one in text)}"'


def _letter(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    if " " <= one <= "~":
        return one
    code = ord(one)
    if code == 0 or 0xD800 <= code <= 0xDFFF:  # R has neither NUL nor halves of a pair
        return "?"
    return f"\\U{{{code:x}}}" if code > 0xFFFF else f"\\u{{{code:x}}}"
