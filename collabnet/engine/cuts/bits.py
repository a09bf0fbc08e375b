"""Sets of vertices as the bits of Python's integers: bit v for vertex v."""

from collections.abc import Iterable, Iterator


def mask(vertices: Iterable[int]) -> int:
    """Give the set of some vertices.

    Examples
    --------
    >>> bin(mask([0, 3, 3]))
    '0b1001'
    """
    bits = 0
    for v in vertices:
        bits |= 1 << v
    return bits


def members(bits: int) -> Iterator[int]:
    """Yield the vertices of a set, smallest first.

    Examples
    --------
    >>> list(members(0b1001))
    [0, 3]
    """
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def lowest(bits: int) -> int:
    """Give the smallest vertex of a set that isn't empty.

    Examples
    --------
    >>> lowest(0b1010)
    1
    """
    return (bits & -bits).bit_length() - 1
