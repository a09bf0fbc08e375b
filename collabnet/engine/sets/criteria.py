"""What makes a set of actors a good one: how much is left without it, or whom it reaches."""

from typing import Protocol

import numpy as np

from collabnet.engine.csr import Bools, Csr, Floats, Ints, build_csr, entry_rows, to_undirected
from collabnet.engine.parts.breaks import pairs_broken
from collabnet.engine.parts.components import component_labels, isolate, pairs_in_contact
from collabnet.engine.parts.reach import reach_bits
from collabnet.engine.parts.structure import departures
from collabnet.engine.paths.spread import (
    distance_weighted_fragmentation,
    distance_weighted_fragmentation_without,
    distances,
)


class Criterion(Protocol):
    """Tells how good every set is that has one actor more than a given one."""

    csr: Csr
    work: int
    """About what one call of ``losses`` looks at."""

    def losses(self, chosen: list[int]) -> Floats:
        """Say for every actor what the set is worth with it added; less is better."""

    def intact(self) -> float:
        """Say what nobody's going is worth."""


class PairsInContact:
    """Unordered pairs of those who stay that are in contact; direction is ignored."""

    def __init__(self, csr: Csr) -> None:
        self.csr = to_undirected(csr)
        self.work = 3 * (csr.n + self.csr.indices.size)

    def losses(self, chosen: list[int]) -> Floats:
        """Count them for every actor added."""
        return departures(isolate(self.csr, chosen)).pairs_left.astype(np.float64)

    def intact(self) -> float:
        """Count them with everybody there."""
        return float(pairs_in_contact(component_labels(self.csr)))


class PairsReached:
    """Pairs of a source and a target who stay and are joined by a path along the ties."""

    def __init__(self, csr: Csr, sources: Ints, targets: Ints) -> None:
        self.csr = csr
        self.sources, self.targets = sources, targets
        self._source_bits = sum(1 << v for v in sources.tolist())
        self._target_bits = sum(1 << v for v in targets.tolist())
        self.work = 3 * max(1, min(sources.size, targets.size)) * (csr.n + csr.indices.size)

    def losses(self, chosen: list[int]) -> Floats:
        """Count them for every actor added."""
        left = isolate(self.csr, chosen)
        turned = build_csr(left.n, left.indices, entry_rows(left), directed=True)
        out, into = self._reached(left, self._target_bits), self._reached(turned, self._source_bits)
        ends, total = np.zeros(left.n), 0
        for v in self.sources.tolist():
            ends[v] += out[v]
            total += out[v]
        for v in self.targets.tolist():
            ends[v] += into[v]
        found: Floats = total - ends - pairs_broken(left, self.sources, self.targets)
        return found

    def intact(self) -> float:
        """Count them with everybody there."""
        out = self._reached(self.csr, self._target_bits)
        return float(sum(out[v] for v in self.sources.tolist()))

    @staticmethod
    def _reached(csr: Csr, counted: int) -> list[int]:
        return [(bits & counted).bit_count() for bits in reach_bits(csr)]


class Closeness:
    """The sum of 1/distance over ordered pairs of those who stay; direction is ignored."""

    def __init__(self, csr: Csr) -> None:
        self.csr = to_undirected(csr)
        self.work = 20 * csr.n * (csr.n + self.csr.indices.size)

    def losses(self, chosen: list[int]) -> Floats:
        """Add it up for every actor added."""
        n = self.csr.n
        apart = distance_weighted_fragmentation_without(isolate(self.csr, chosen))
        return (1 - apart) * ((n - 1) * (n - 2)) if n > 2 else np.zeros(n)

    def intact(self) -> float:
        """Add it up with everybody there."""
        n = self.csr.n
        return (1 - distance_weighted_fragmentation(self.csr)) * n * (n - 1) if n > 1 else 0.0

    def least(self, size: int, may: Bools) -> float:
        """Say what every set leaves at least: the ties that it can't take away."""
        ties = np.sort(np.diff(self.csr.indptr)[may])[::-1]
        return max(0.0, float(self.csr.indices.size - 2 * ties[:size].sum()))


class Reach:
    """Less the sum over all of 1/distance from the nearest member, members counted as 1."""

    def __init__(self, csr: Csr) -> None:
        self.csr = csr
        self.distances = distances(csr)
        near = self.distances.astype(np.float64)
        np.fill_diagonal(near, 1)
        self._near = np.divide(1, near, out=np.zeros_like(near), where=near > 0)
        self.work = csr.n * csr.n
        self.entries = int((self.distances > 0).sum())

    def losses(self, chosen: list[int]) -> Floats:
        """Add it up for every actor added."""
        near = self._near
        if chosen:
            near = np.maximum(near, near[chosen].max(axis=0))
        found: Floats = -near.sum(axis=1)
        return found

    def intact(self) -> float:
        """Nobody is reached by no one."""
        return 0.0
