"""Cuts and ways of many questions, compiled: imported for large networks only.

Step for step what :mod:`collabnet.engine.cuts.flow` and :mod:`collabnet.engine.cuts.minimum` do,
which say why; one flow after the other in the same rows.
"""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.cuts.flow_state import (
    IS_DEAD_WHOLE,
    IS_SHUT,
    IS_WHOLE,
    N_RINGS,
    Flow,
    Wave,
)
from collabnet.engine.cuts.waves_compiled import (
    begin,
    behind,
    bit_of,
    copy_row,
    covers,
    expand,
    has,
    lowest_in,
    meets,
    next_of,
    trail,
    turn_back,
)  # fmt: skip
from collabnet.engine.jit import drop_outdated, jit_lean
from collabnet.engine.scenarios.blocks import Words

_NONE = np.uint64(0)
drop_outdated("cuts.flow_compiled", "cuts.waves_compiled")


@jit_lean
def _remove(at: Ints, items: Ints, held: Ints, v: int, gone: int) -> None:
    j = at[v]
    while items[j] != gone:
        j += 1
    held[v] -= 1
    for k in range(j, at[v] + held[v]):
        items[k] = items[k + 1]


@jit_lean
def _append(at: Ints, items: Ints, held: Ints, v: int, new: int) -> None:
    items[at[v] + held[v]] = new
    held[v] += 1


@jit_lean
def _book(flow: Flow, ahead: Wave, back: Wave, length: int) -> None:
    """Enter ``flow.way`` and what it takes back."""
    n, way, is_back = ahead.following.shape[0], flow.way, flow.is_back
    at, comes_from, held, goes_to, held_after = (
        ahead.at, ahead.back, ahead.held, back.back, back.held,
    )  # fmt: skip
    passing, fixed, taken = ahead.passing, flow.fixed, flow.row
    entered, left = ahead.undoable, back.undoable
    open_sources, open_sinks = flow.open_sources, flow.open_sinks
    taken[:] = _NONE
    for i in range(length):
        v = way[i]
        if v < n and not has(passing, v) and not has(fixed, v):
            taken[v >> 6] |= bit_of(v)
        is_back[i] = 0
        if i + 1 < length and v < n:
            for j in range(at[v], at[v] + held[v]):
                if comes_from[j] == way[i + 1] % n:
                    is_back[i] = 1
    for i in range(length - 1):
        v, w = way[i], way[i + 1]
        if is_back[i]:
            _remove(at, comes_from, held, v, w % n)
            _remove(at, goes_to, held_after, w % n, v)
        elif v - n == w:
            passing[w >> 6] ^= bit_of(w)
        else:
            _append(at, comes_from, held, w % n, v % n)
            _append(at, goes_to, held_after, v % n, w % n)
    for w in range(taken.shape[0]):
        passing[w] |= taken[w]
        open_sources[w] &= ~passing[w]
        open_sinks[w] &= ~passing[w]
    for i in range(length):
        v = way[i] % n
        entered[v >> 6] &= ~bit_of(v)
        left[v >> 6] &= ~bit_of(v)
        if held[v] > 0:
            entered[v >> 6] |= bit_of(v)
        if held_after[v] > 0:
            left[v >> 6] |= bit_of(v)


@jit_lean
def _sink_near(flow: Flow, ahead: Wave, vertices: Words) -> int:
    v = lowest_in(vertices, flow.near)
    while v >= 0:
        if lowest_in(ahead.following[v], flow.open_sinks) >= 0:
            return v
        flow.near[v >> 6] ^= bit_of(v)
        v = lowest_in(vertices, flow.near)
    return -1


@jit_lean
def _add_short_ways(flow: Flow, ahead: Wave, back: Wave) -> None:
    for steps in (1, 2):
        source = next_of(flow.open_sources, -1)
        while source >= 0:
            while has(flow.open_sources, source):
                last, length = source, 1
                flow.way[0] = source
                if steps == 2:
                    for w in range(flow.row.shape[0]):
                        via = ahead.following[source, w] & ahead.within[w]
                        flow.row[w] = via & ~(ahead.passing[w] | ahead.own[w] | ahead.ends[w])
                    last, length = _sink_near(flow, ahead, flow.row), 2
                    if last < 0:
                        break
                    flow.way[1] = last
                sink = lowest_in(ahead.following[last], flow.open_sinks)
                if sink < 0:
                    break
                flow.way[length] = sink
                _book(flow, ahead, back, length + 1)
            source = next_of(flow.open_sources, source)


@jit_lean
def _nearest(flow: Flow, todo: Words) -> int:
    for r in range(flow.known[N_RINGS]):
        v = lowest_in(todo, flow.rings[r])
        if v >= 0:
            return v
    return -1


@jit_lean
def _add_way(flow: Flow, ahead: Wave, back: Wave, source: int) -> bool:
    n = ahead.following.shape[0]
    flow.row[:] = _NONE
    flow.row[source >> 6] = bit_of(source)
    begin(ahead, flow.row)
    copy_row(flow.dead[0], ahead.entered)
    copy_row(flow.dead[1], ahead.left)
    begin(back, flow.open_sinks)
    while next_of(ahead.todo, -1) >= 0:
        last = _sink_near(flow, ahead, ahead.todo)
        node, rest = last, 0
        if last >= 0:
            flow.tail[1] = lowest_in(ahead.following[last], flow.open_sinks)
            rest = 2
            node = last + n if has(ahead.passing, last) else last
        else:
            v = next_of(back.todo, -1)
            if v < 0:
                if lowest_in(back.entered, flow.open_sources) < 0:
                    flow.known[IS_SHUT] = 1
                flow.known[IS_DEAD_WHOLE] = 0
                return False
            expand(ahead, _nearest(flow, ahead.todo))
            expand(back, v)
            node = meets(ahead, back)
            if node < 0:
                continue
            rest = trail(back, node, True, flow.tail)
        length = trail(ahead, node, False, flow.way)
        for i in range(length // 2):
            flow.way[i], flow.way[length - 1 - i] = flow.way[length - 1 - i], flow.way[i]
        for i in range(1, rest):
            k = 0
            while k < length and flow.way[k] != flow.tail[i]:
                k += 1
            flow.way[k] = flow.tail[i]  # met again: what was between leads nowhere
            length = k + 1
        _book(flow, ahead, back, length)
        return True
    copy_row(ahead.entered, flow.dead[0])
    copy_row(ahead.left, flow.dead[1])
    return False


@jit_lean
def fill_flow(flow: Flow, ahead: Wave, back: Wave) -> None:
    """Find a largest flow; sources, sinks, rings and what is near are there already."""
    ahead.passing[:] = _NONE
    flow.dead[:] = _NONE
    flow.known[IS_SHUT], flow.known[IS_DEAD_WHOLE] = 0, 1
    for wave in (ahead, back):
        wave.undoable[:] = _NONE
        wave.held[:] = 0
    for w in range(flow.near.shape[0]):
        flow.open_sources[w] = ahead.own[w] & ahead.within[w]
        flow.open_sinks[w] = ahead.ends[w]
    _add_short_ways(flow, ahead, back)
    source = next_of(flow.open_sources, -1)
    while source >= 0:
        while has(flow.open_sources, source) and _add_way(flow, ahead, back, source):
            pass
        if flow.known[IS_SHUT] or next_of(flow.open_sinks, -1) < 0:
            return
        source = next_of(flow.open_sources, source)


@jit_lean
def find_sides(flow: Flow, ahead: Wave, back: Wave) -> None:
    """Find what a further unit would reach, and from where it would reach a sink."""
    passing, first, last = ahead.passing, flow.first, flow.last
    words = passing.shape[0]
    if flow.known[IS_SHUT] or next_of(flow.open_sinks, -1) < 0 or not flow.known[IS_DEAD_WHOLE]:
        begin(back, flow.open_sinks)
        v = next_of(back.todo, -1)
        while v >= 0:
            expand(back, v)
            v = next_of(back.todo, -1)
        for w in range(words):
            last[0, w] = back.left[w]
            last[1, w] = (back.entered[w] | ahead.ends[w]) & passing[w]
            flow.goal[w] = passing[w] & ~ahead.own[w] & ~last[0, w]
        begin(ahead, flow.open_sources)
        copy_row(flow.dead[0], ahead.entered)
        copy_row(flow.dead[1], ahead.left)
        is_whole = covers(ahead, back, flow.goal)
        for w in range(words):
            first[0, w] = (ahead.entered[w] | ahead.own[w]) & passing[w]
            first[1, w] = ahead.left[w]
            if is_whole:
                first[0, w] = passing[w] & ~last[0, w]
                first[1, w] = passing[w] & ~last[1, w]
        return
    for w in range(words):
        first[0, w] = (flow.dead[0, w] | ahead.own[w]) & passing[w]
        first[1, w] = flow.dead[1, w]
        flow.goal[w] = passing[w] & ~ahead.ends[w] & ~first[1, w]
    begin(back, flow.open_sinks)
    is_whole = covers(back, ahead, flow.goal)
    for w in range(words):
        last[0, w] = back.left[w]
        last[1, w] = (back.entered[w] | ahead.ends[w]) & passing[w]
        if is_whole:
            last[0, w] = passing[w] & ~first[0, w]
            last[1, w] = passing[w] & ~first[1, w]


@jit_lean
def find_follows(flow: Flow, ahead: Wave, back: Wave, v: int) -> None:
    """Find what comes along with ``v`` and keep it."""
    found, passing = flow.follows[v], ahead.passing
    words = passing.shape[0]
    flow.has_follows[v] = 1
    flow.row[:] = _NONE
    flow.row[v >> 6] = bit_of(v)
    is_whole = has(flow.whole, v)
    if not is_whole:
        behind(ahead, flow.row)
        for w in range(words):
            flow.goal[w] = passing[w] & ~flow.last[0, w] & ~ahead.own[w] & ~flow.first[0, w]
        is_whole = covers(ahead, back, flow.goal)
    for w in range(words):
        found[0, w] = ahead.entered[w] & passing[w]
        found[1, w] = ahead.left[w]
        if is_whole:
            found[0, w] = passing[w] & ~flow.last[0, w]
            found[1, w] = passing[w] & ~flow.last[1, w]
    if is_whole and not flow.known[IS_WHOLE]:
        flow.known[IS_WHOLE] = 1
        flow.row[:] = _NONE
        begin(back, flow.row)
        back.entered[v >> 6] |= bit_of(v)
        turn_back(back, v)
        for w in range(words):
            flow.goal[w] = passing[w] & ~flow.last[1, w] & ~flow.first[1, w]
        covers(back, ahead, flow.goal)
        copy_row(back.entered, flow.whole)
