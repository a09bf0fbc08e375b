"""Each actor's contacts, and how strong what they have with each other is, after Burt."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np

from collabnet.engine import Bools, Csr, Floats, Ints, entry_rows
from collabnet.metrics.arrays import csr_of, strengths_along
from collabnet.metrics.ego.corners import Corners, corners, entries_back, find_keys
from collabnet.metrics.ego.sums import Sums, row_sums
from collabnet.metrics.options import Weights
from collabnet.model import Network
from collabnet.model.errors import CollabnetError

Variant: TypeAlias = Literal["whole network", "ego network"]
"""Whether all ties of a contact count, or only those to ego and to ego's other contacts."""
VARIANTS = ("whole network", "ego network")


@dataclass(frozen=True, eq=False)
class Contacts:
    """Who is in contact with whom, in either direction.

    Attributes
    ----------
    csr : undirected, without ties of strength 0
    strength : of each entry: a_ij + a_ji in a directed network, a_ij in an undirected one
    """

    csr: Csr
    strength: Floats

    @cached_property
    def rows(self) -> Ints:
        """The ego of every entry."""
        return entry_rows(self.csr)

    @property
    def n_contacts(self) -> Ints:
        """The contacts of each actor."""
        return np.diff(self.csr.indptr)

    @property
    def most(self) -> int:
        """The most contacts of an actor."""
        return int(self.n_contacts.max(initial=0))

    @cached_property
    def totals(self) -> Floats:
        """The strength of all contacts of each actor."""
        return row_sums(self.csr.indptr, self.strength)

    @property
    def strongest(self) -> Floats:
        """The strength of each actor's strongest contact, 0 if it has none."""
        found = np.zeros(self.csr.n)
        np.maximum.at(found, self.rows, self.strength)
        return found

    @property
    def shares(self) -> Floats:
        """Of each entry, what part of ego's strength it is: p_ij of Burt."""
        return self.strength / self.totals[self.rows]

    def corners(self, what: str) -> Iterator[Corners]:
        """Yield every ego with two contacts in contact, in both orders of the contacts."""
        back = entries_back(self.csr)
        for found in corners(self.csr, what):
            yield found.both_ways(back)


def contacts_of(network: Network, measure: str, weights: Weights) -> Contacts:
    """Give everybody's contacts.

    Raises
    ------
    CollabnetError
        If strengths count and one is below zero or no number.
    """
    if weights == "strength":
        refuse_negative(network, measure)
        csr, strength = strengths_along(network, measure, "ignored")
    else:
        csr = csr_of(network, directed=False)
        strength = np.ones(csr.indices.size)
        if network.is_directed:
            is_along, is_against = ways_of(network)
            strength = is_along.astype(np.float64) + is_against
    if not strength.all():
        csr, strength = _without_zeros(csr, strength)
    return Contacts(csr, strength)


def refuse_negative(network: Network, measure: str) -> None:
    """Refuse a tie with a strength below zero.

    Raises
    ------
    CollabnetError
        Naming the tie.
    """
    rows, columns, strengths = network.arcs
    if (bad := np.flatnonzero(strengths < 0)).size:
        first, second = network.actor_ids[rows[bad[0]]], network.actor_ids[columns[bad[0]]]
        raise CollabnetError(
            f"The measure {measure} needs strengths of zero or more; the tie {first!r} to "
            f"{second!r} has {strengths[bad[0]]}. Correct it, leave the tie out, or measure "
            "without strengths."
        )


def ways_of(network: Network) -> tuple[Bools, Bools]:
    """Say of each entry whether there is a tie along it, and whether there is one against it.

    In an undirected network there are both.
    """
    csr, along = csr_of(network, directed=False), csr_of(network, directed=network.is_directed)
    rows, keys = entry_rows(csr), entry_rows(along) * csr.n + along.indices
    _, is_along = find_keys(keys, rows * csr.n + csr.indices)
    return is_along, is_along[entries_back(csr)]


def _without_zeros(csr: Csr, strength: Floats) -> tuple[Csr, Floats]:
    kept = strength > 0
    indptr = np.concatenate([[0], np.cumsum(kept)])[csr.indptr]
    return Csr(csr.n, indptr, csr.indices[kept]), strength[kept]


def strength_within(contacts: Contacts, what: str) -> Floats:
    """Sum, for ego's entry of a contact, the contact's strengths within the network of ego.

    That is its tie with ego and those with ego's other contacts.
    """
    strength = contacts.strength
    sums = Sums(strength.size, largest=strongest_within(contacts, what), most=contacts.most + 1)
    sums.add(np.arange(strength.size), strength)
    for corner in contacts.corners(what):
        sums.add(corner.first, strength[corner.across])
    return sums.total


def strongest_within(contacts: Contacts, what: str) -> Floats:
    """Find, for ego's entry of a contact, the contact's strongest tie in the network of ego."""
    found = contacts.strength.copy()
    for corner in contacts.corners(what):
        np.maximum.at(found, corner.first, contacts.strength[corner.across])
    return found
