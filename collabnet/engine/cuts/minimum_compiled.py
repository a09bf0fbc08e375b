"""One question after the other, compiled: what is found, as one row of numbers."""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.cuts.flow_compiled import fill_flow, find_follows, find_sides
from collabnet.engine.cuts.flow_state import IS_WHOLE, N_RINGS, Flat, Flow, Lattice, Wave
from collabnet.engine.cuts.waves_compiled import copy_row, has, lowest_in, next_of
from collabnet.engine.jit import drop_outdated, jit, jit_lean
from collabnet.engine.scenarios.blocks import Words

_NONE, _ONE = np.uint64(0), np.uint64(1)
drop_outdated("cuts.minimum_compiled", "cuts.waves_compiled", "cuts.flow_compiled")


@jit_lean
def _fill_rings(flow: Flow, ahead: Wave, gone: Words) -> None:
    """The vertices 0, 1, 2, ... steps before the sinks, and all of them together."""
    left, ring = flow.row, flow.rings
    copy_row(ahead.ends, ring[0])
    copy_row(ahead.ends, ahead.within)
    for w in range(left.shape[0]):
        left[w] = ~(ahead.ends[w] | gone[w])
    r = 0
    while next_of(ring[r], -1) >= 0:
        r += 1
        ring[r] = _NONE
        v = next_of(ring[r - 1], -1)
        while v >= 0:
            for w in range(left.shape[0]):
                ring[r, w] |= ahead.towards[v, w]
            v = next_of(ring[r - 1], v)
        for w in range(left.shape[0]):
            ring[r, w] &= left[w]
            left[w] &= ~ring[r, w]
            ahead.within[w] |= ring[r, w]
    flow.known[N_RINGS] = r + 1


@jit_lean
def _is_new(lattice: Lattice, number: int) -> bool:
    for k in range(number):
        w = lattice.cut.shape[1] - 1
        while w >= 0 and lattice.cut[k, w] == lattice.cut[number, w]:
            w -= 1
        if w < 0:
            return False
    return True


@jit_lean
def _find_cuts(flow: Flow, ahead: Wave, back: Wave, lattice: Lattice) -> int:
    """Walk through the lattice of minimum cuts; give how many, one above the cap if more."""
    find_sides(flow, ahead, back)
    flow.has_follows[:] = 0
    flow.whole[:] = _NONE
    flow.known[IS_WHOLE] = 0
    room, words = lattice.cut.shape
    is_only = True
    for w in range(words):
        lattice.ins[0, w], lattice.outs[0, w] = flow.first[0, w], flow.first[1, w]
        lattice.cut[0, w] = flow.first[0, w] & ~flow.first[1, w]
        is_only = is_only and lattice.cut[0, w] == flow.last[1, w] & ~flow.last[0, w]
    number = 1
    at = 0 if not is_only else 1
    while at < number and number < room:
        v = next_of(lattice.cut[at], -1)
        while v >= 0 and number < room:
            if not has(flow.last[1], v):
                if not flow.has_follows[v]:
                    find_follows(flow, ahead, back, v)
                for w in range(words):
                    lattice.ins[number, w] = lattice.ins[at, w] | flow.follows[v, 0, w]
                    lattice.outs[number, w] = lattice.outs[at, w] | flow.follows[v, 1, w]
                    lattice.cut[number, w] = lattice.ins[number, w] & ~lattice.outs[number, w]
                if _is_new(lattice, number):
                    number += 1
            v = next_of(lattice.cut[at], v)
        at += 1
    return number


@jit_lean
def _is_before(one: Words, two: Words) -> bool:
    """Order sets of one size as their sorted members are ordered."""
    for w in range(one.shape[0]):
        differs = one[w] ^ two[w]
        if differs:
            return bool(one[w] & (differs & (~differs + _ONE)))
    return False


@jit_lean
def _order_cuts(lattice: Lattice, number: int, both: Words) -> None:
    for k in range(number):
        for w in range(both.shape[0]):
            lattice.cut[k, w] |= both[w]
        j = k
        while j > 0 and _is_before(lattice.cut[k], lattice.cut[lattice.order[j - 1]]):
            lattice.order[j] = lattice.order[j - 1]
            j -= 1
        lattice.order[j] = k


@jit
def _follow_ways(flow: Flow, ahead: Wave, places: Ints, out: Ints) -> int:
    """Write the ways one after the other, each from its end to its beginning."""
    taken = flow.has_follows
    taken[:] = 0
    for v in range(taken.shape[0]):
        if ahead.held[v] > 1:
            ahead.back[ahead.at[v] : ahead.at[v] + ahead.held[v]].sort()
    number, end = 0, 0
    sink = next_of(ahead.ends, -1)
    while sink >= 0:
        while taken[sink] < ahead.held[sink]:
            begin, here = end, sink
            out[end] = here
            end += 1
            while taken[here] < ahead.held[here]:
                before = ahead.back[ahead.at[here] + taken[here]]
                taken[here] += 1
                here = before
                k = begin
                while k < end and out[k] != before:
                    k += 1
                out[k] = before  # met again: a ring, which leads nowhere
                end = k + 1
            places[number], places[number + 1] = begin, end
            number += 1
        sink = next_of(ahead.ends, sink)
    return number


@jit_lean
def _order_ways(lattice: Lattice, places: Ints, ways: Ints, number: int) -> None:
    for k in range(number):
        j = k
        while j > 0:
            other = lattice.order[j - 1]
            length = places[k + 1] - places[k]
            longer = length - (places[other + 1] - places[other])
            i = 1
            while longer == 0 and i <= length:
                longer = ways[places[k + 1] - i] - ways[places[other + 1] - i]
                i += 1
            if longer >= 0:
                break
            lattice.order[j] = other
            j -= 1
        lattice.order[j] = k


@jit_lean
def _write_row(out: Ints | Flat, end: int, row: Words) -> int:
    v = next_of(row, -1)
    while v >= 0:
        out[end] = v
        end += 1
        v = next_of(row, v)
    return end


@jit
def _with_room(out: Flat, end: int, more: int) -> Flat:
    if end + more <= out.shape[0]:
        return out
    wider = np.empty(2 * (end + more), dtype=np.int32)
    wider[:end] = out[:end]
    return wider


@jit
def solve_all(
    groups: tuple[Words, Words, Words, Words],
    questions: Ints,
    flow: Flow,
    ahead: Wave,
    back: Wave,
    lattice: Lattice,
) -> tuple[Flat, Ints]:
    """Answer for pairs of a group of senders and one of receivers.

    ``groups`` are the senders, who is left out with them, the receivers, who is left out. What
    is found begins at the numbers given second: the size of the cuts, how many, whether all,
    how many ways, how many numbers these take; the members of each cut, each way after its
    length.
    """
    from_rows, from_gone, to_rows, to_gone = groups
    n, words = ahead.following.shape
    cap = lattice.cut.shape[0] - 1
    places = np.zeros(n + 2, dtype=np.int64)
    ways = np.zeros(ahead.back.shape[0] + n + 2, dtype=np.int64)
    gone = np.zeros(words, dtype=np.uint64)
    both = np.zeros(words, dtype=np.uint64)
    known_gone = np.zeros(words, dtype=np.uint64)
    known_ends = np.zeros(words, dtype=np.uint64)
    out = np.empty(1 << 16, dtype=np.int32)
    begins = np.zeros(questions.shape[0], dtype=np.int64)
    flow.known[N_RINGS] = 0
    end = 0
    for q in range(questions.shape[0]):
        s, r = questions[q]
        is_known = flow.known[N_RINGS] > 0
        for w in range(words):
            out_of = from_gone[s, w] | to_gone[r, w]
            both[w] = from_rows[s, w] & to_rows[r, w] & ~out_of
            gone[w] = out_of | both[w]
            ahead.own[w] = from_rows[s, w] & ~gone[w]
            ahead.ends[w] = to_rows[r, w] & ~gone[w]
            is_known &= ahead.ends[w] == known_ends[w] and gone[w] == known_gone[w]
        if not is_known:
            _fill_rings(flow, ahead, gone)
            copy_row(ahead.ends, known_ends)
            copy_row(gone, known_gone)
        number, n_ways = 1, 0
        places[0] = 0
        if lowest_in(ahead.own, ahead.within) >= 0:
            copy_row(flow.rings[1], flow.near)
            fill_flow(flow, ahead, back)
            number = _find_cuts(flow, ahead, back, lattice)
            n_ways = _follow_ways(flow, ahead, places, ways)
        else:
            lattice.cut[0] = _NONE
        n_kept = min(number, cap)
        _order_cuts(lattice, n_kept, both)
        size = _write_row(ways, places[n_ways], lattice.cut[0]) - places[n_ways]
        n_alone = _write_row(ways, places[n_ways], both) - places[n_ways]
        out = _with_room(out, end, 5 + n_kept * size + 2 * n_alone + n_ways + places[n_ways])
        begins[q] = end
        out[end], out[end + 1], out[end + 2] = size, n_kept, number == n_kept
        out[end + 3] = n_alone + n_ways
        out[end + 4] = 2 * n_alone + n_ways + places[n_ways]
        end += 5
        for k in range(n_kept):
            end = _write_row(out, end, lattice.cut[lattice.order[k]])
        v = next_of(both, -1)
        while v >= 0:
            out[end], out[end + 1] = 1, v
            end += 2
            v = next_of(both, v)
        _order_ways(lattice, places, ways, n_ways)
        for k in range(n_ways):
            first, last = places[lattice.order[k]], places[lattice.order[k] + 1]
            out[end] = last - first
            for i in range(last - first):
                out[end + 1 + i] = ways[last - 1 - i]
            end += 1 + last - first
    return out[:end].copy(), begins
