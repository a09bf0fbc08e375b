"""Louvain's loops, compiled: imported for large networks only."""

from collabnet.engine.communities import louvain_loops
from collabnet.engine.jit import jit

move, split, gather = jit(louvain_loops.move), jit(louvain_loops.split), jit(louvain_loops.gather)
