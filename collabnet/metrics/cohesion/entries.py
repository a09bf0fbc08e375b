"""Catalogue entries of this family."""

from collabnet.metrics.cohesion.entries_parts import PARTS
from collabnet.metrics.cohesion.entries_separated import SEPARATED
from collabnet.metrics.cohesion.entries_whole import WHOLE
from collabnet.metrics.entry import Entry

ENTRIES: tuple[Entry, ...] = (*WHOLE, *PARTS, *SEPARATED)
