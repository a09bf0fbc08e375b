"""The loops of Louvain's method, in plain Python.

They only read and set single entries of rows, so that lists do as well as arrays: word for word
the same loops are compiled in :mod:`collabnet.engine.communities.louvain_compiled`, with the same
answers.
"""

from typing import Any, TypeAlias

Row: TypeAlias = Any
"""A list of numbers, or an array."""
HIGHEST = 1e308
"""No gain is higher: who has moved eagerly looks no further."""


def move(
    begin: Row,
    to: Row,
    strength: Row,
    out: Row,
    into: Row,
    total: float,
    resolution: float,
    is_eager: bool,
    label: Row,
    size: Row,
    free: Row,
    near: Row,
    held_out: Row,
    held_into: Row,
    pull: Row,
) -> tuple[bool, int]:
    """Move each to where modularity gains most, until nobody gains; say if any did, and labels.

    ``is_eager``: to the first place where it gains.
    """
    n = len(label)
    least = total * total * 1e-14  # less is rounding
    for i in range(n):
        size[label[i]] += 1
        held_out[label[i]] += out[i]
        held_into[label[i]] += into[i]
    n_free = 0
    for c in range(n):
        if size[c] == 0:
            free[n_free] = c
            n_free += 1
    has_moved, goes_on = False, True
    while goes_on:
        goes_on = False
        for i in range(n):
            own = label[i]
            size[own] -= 1
            held_out[own] -= out[i]
            held_into[own] -= into[i]
            n_near = 0
            for at in range(begin[i], begin[i + 1]):
                c = label[to[at]]
                if pull[c] == 0.0:
                    near[n_near] = c
                    n_near += 1
                pull[c] += strength[at]
            best = own
            lost = resolution * (out[i] * held_into[own] + into[i] * held_out[own])
            most = total * pull[own] - lost + least
            if size[own] > 0 and most < 0.0:
                best, most = free[n_free - 1], 0.0
            for k in range(n_near):
                c = near[k]
                lost = resolution * (out[i] * held_into[c] + into[i] * held_out[c])
                if total * pull[c] - lost > most:
                    best, most = c, total * pull[c] - lost
                    if is_eager:
                        most = HIGHEST
                pull[c] = 0.0
            if best != own:
                has_moved = goes_on = True
                if size[best] == 0:
                    n_free -= 1
                if size[own] == 0:
                    free[n_free] = own
                    n_free += 1
                label[i] = best
            size[best] += 1
            held_out[best] += out[i]
            held_into[best] += into[i]
    return has_moved, n - n_free


def split(begin: Row, to: Row, label: Row, part: Row, todo: Row) -> int:
    """Number the connected parts of all communities as they come; give how many there are."""
    found = 0
    for first in range(len(label)):
        if part[first] >= 0:
            continue
        part[first] = found
        todo[0] = first
        n_todo = 1
        while n_todo > 0:
            n_todo -= 1
            i = todo[n_todo]
            for at in range(begin[i], begin[i + 1]):
                j = to[at]
                if part[j] < 0 and label[j] == label[i]:
                    part[j] = found
                    todo[n_todo] = j
                    n_todo += 1
        found += 1
    return found


def gather(
    begin: Row,
    to: Row,
    strength: Row,
    out: Row,
    into: Row,
    part: Row,
    first: Row,
    following: Row,
    near: Row,
    new_begin: Row,
    new_to: Row,
    new_strength: Row,
    new_out: Row,
    new_into: Row,
    pull: Row,
) -> None:
    """Put communities in the place of their members; ties inside one are left out."""
    for i in range(len(part) - 1, -1, -1):  # each community's members as a chain, lowest first
        c = part[i]
        following[i] = first[c]
        first[c] = i
        new_out[c] += out[i]
        new_into[c] += into[i]
    at_new = 0
    for c in range(len(new_out)):
        n_near = 0
        i = first[c]
        while i >= 0:
            for at in range(begin[i], begin[i + 1]):
                d = part[to[at]]
                if d == c:
                    continue
                if pull[d] == 0.0:
                    near[n_near] = d
                    n_near += 1
                pull[d] += strength[at]
            i = following[i]
        for k in range(n_near):
            new_to[at_new] = near[k]
            new_strength[at_new] = pull[near[k]]
            pull[near[k]] = 0.0
            at_new += 1
        new_begin[c + 1] = at_new
