"""When compiled kernels pay: numba takes a while to load, and longer to compile."""

import sys
from importlib.util import find_spec
from pathlib import Path

COMPILING, LOADING, READING, READY = 3.0, 0.6, 0.05, 0.0003
"""Seconds of plain Python from which compiled kernels are done sooner, if they must be compiled,
or read from disk with numba, or read from disk alone, or were used before in this process."""
ENTRY = 1e-7
"""Seconds of plain Python for looking at one entry, or one actor, once."""


def is_worth_compiling(plain_seconds: float, same_as_plain: str | None = None) -> bool:
    """Say whether compiled kernels are done sooner than plain Python.

    Parameters
    ----------
    same_as_plain : the module of kernels whose answers are the same to the last bit. Such are
        also used where less would be saved, because they are at hand; of others it must not depend
        on what ran before which answer is given.

    Examples
    --------
    >>> is_worth_compiling(0.0001), is_worth_compiling(0.0001, "csr_compiled")
    (False, False)
    """
    is_loaded = same_as_plain is not None and f"collabnet.engine.{same_as_plain}" in sys.modules
    if plain_seconds < (READY if is_loaded else READING) or find_spec("numba") is None:
        return False
    if is_loaded:
        return True
    least = COMPILING
    if same_as_plain is not None and _is_kept(same_as_plain):
        least = READING if "numba" in sys.modules else LOADING
    return plain_seconds >= least


def _is_kept(module: str) -> bool:
    """Say whether machine code of ``x_compiled``, or of its loops in ``x_loops``, is kept."""
    *folders, name = module.split(".")
    place = Path(__file__).parent.joinpath(*folders, "__pycache__")
    return any(place.glob(f"{name.removesuffix('compiled')}*.nbi"))
