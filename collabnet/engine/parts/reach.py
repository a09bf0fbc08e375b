"""What can be reached in a directed graph, as sets of bits in Python's integers."""

from collections.abc import Iterable, Iterator, Sequence

from collabnet.engine.csr import Csr, neighbour_lists


def reach_bits(csr: Csr) -> list[int]:
    """For every actor, the other actors that can be reached from it: bit j for actor j.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> [f"{bits:03b}" for bits in reach_bits(build_csr(3, [0, 1], [1, 2], directed=True))]
    ['110', '100', '000']
    """
    steps = neighbour_lists(csr)
    marks = {actor: 1 << actor for actor in range(csr.n)}
    bits = marks_reached(steps, range(csr.n), bytearray(csr.n), marks)
    return [bits[actor] & ~(1 << actor) for actor in range(csr.n)]


def marks_reached(
    steps: Sequence[Sequence[int]],
    starts: Iterable[int],
    skip: bytearray,
    marks: dict[int, int],
) -> list[int]:
    """Unite the marks of all nodes that each start reaches, itself included.

    One depth-first search (Tarjan's strong components: their nodes reach the same).
    Nodes flagged in ``skip`` are not entered. Time: O(nodes + steps) unions.

    Returns
    -------
    list of int, one per node; 0 for nodes that no start reaches

    Examples
    --------
    >>> marks_reached([[1], [0, 2], []], [0], bytearray(3), {1: 0b01, 2: 0b10})
    [3, 3, 2]
    """
    n = len(steps)
    done = n + 1
    # 0: not found yet, or a node to skip; else when it was found, or ``done`` once what it
    # reaches is complete.
    found_at = [0] * n
    low = [0] * n
    united = [0] * n
    above = [-1] * n
    todo: dict[int, Iterator[int]] = {}
    waiting: list[int] = []
    clock = 0
    for start in starts:
        if found_at[start] or skip[start]:
            continue
        here = start
        clock += 1
        found_at[here] = lowest = clock
        todo[here] = iter(steps[here])
        union = marks.get(here, 0)
        waiting.append(here)
        while True:
            for other in todo[here]:
                if skip[other]:
                    continue
                when = found_at[other]
                if not when:
                    low[here], united[here], above[other] = lowest, union, here
                    here = other
                    clock += 1
                    found_at[here] = lowest = clock
                    todo[here] = iter(steps[here])
                    union = marks.get(here, 0)
                    waiting.append(here)
                    break
                if when < lowest:
                    lowest = when
                elif when == done:
                    union |= united[other]
            else:
                if lowest == found_at[here]:
                    member = -1
                    while member != here:
                        member = waiting.pop()
                        found_at[member] = done
                        united[member] = union
                    lowest = done
                here = above[here]
                if here < 0:
                    break
                union |= united[here]
                lowest = min(lowest, low[here])
    return united
