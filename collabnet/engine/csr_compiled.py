"""Compressed rows of large networks, by counting instead of sorting."""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.jit import jit


def _rows_of(n: int, rows: Ints, columns: Ints, directed: bool) -> tuple[Ints, Ints]:
    """Give where each row begins, and the sorted columns of every row without repeats.

    Entries are dealt out by column, then by row: each row gets its columns in order.
    """
    m = rows.shape[0]
    begin = np.zeros(n + 1, np.int64)
    for at in range(m):
        if rows[at] != columns[at]:
            begin[columns[at] + 1] += 1
            if not directed:
                begin[rows[at] + 1] += 1
    for v in range(n):
        begin[v + 1] += begin[v]
    place = begin[:-1].copy()
    dealt = np.empty(begin[n], np.int32)
    by_row = np.zeros(n + 1, np.int64)
    for at in range(m):
        u, v = rows[at], columns[at]
        if u != v:
            dealt[place[v]] = u
            place[v] += 1
            by_row[u + 1] += 1
            if not directed:
                dealt[place[u]] = v
                place[u] += 1
                by_row[v + 1] += 1
    for v in range(n):
        by_row[v + 1] += by_row[v]
        place[v] = by_row[v]
    entries = np.empty(by_row[n], np.int64)
    for v in range(n):
        for at in range(begin[v], begin[v + 1]):
            u = dealt[at]
            if place[u] == by_row[u] or entries[place[u] - 1] != v:
                entries[place[u]] = v
                place[u] += 1
    kept = np.int64(0)
    for v in range(n):
        first, last = by_row[v], place[v]
        by_row[v] = kept
        for at in range(first, last):
            entries[kept] = entries[at]
            kept += 1
    by_row[n] = kept
    return by_row, entries[:kept]


rows_of = jit(_rows_of)
