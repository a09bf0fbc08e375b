"""The compiled twin gives what the plain search gives; so do rows that are counted out."""

import numpy as np
import pytest

from collabnet.engine import build_csr, departures
from collabnet.engine.csr import _rows_of
from collabnet.engine.csr_compiled import rows_of


def networks(count=150, most=60):
    for seed in range(count):
        random = np.random.default_rng(seed)
        n = int(random.integers(1, most))
        m = int(random.integers(0, 3 * n))
        yield n, random.integers(0, n, m), random.integers(0, n, m)


def test_departures():
    for n, rows, columns in networks():
        csr = build_csr(n, rows, columns)
        plain, fast = departures(csr, compiled=False), departures(csr, compiled=True)
        assert fast.bridges == plain.bridges
        for name in ("is_cutpoint", "pairs_cut", "pairs_left", "fragmentation_without"):
            one, other = getattr(fast, name), getattr(plain, name)
            assert np.array_equal(one, other, equal_nan=True), name


@pytest.mark.parametrize("directed", [True, False])
def test_rows(directed):
    for n, rows, columns in networks():
        one, two = (
            rows_of(n, rows, columns, directed),
            _rows_of(n, rows, columns, directed=directed),
        )
        assert np.array_equal(one[0], two[0]) and np.array_equal(one[1], two[1])
