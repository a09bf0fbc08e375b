"""How kernels are compiled: when first called, and kept beside their module."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])
_ENGINE = Path(__file__).parent


def kept_in(module: str) -> Path:
    """Give the folder where the compiled kernels of a module of the engine stay.

    Examples
    --------
    >>> kept_in("cuts.flow_compiled").parts[-3:]
    ('engine', 'cuts', '__pycache__')
    """
    return _source(module).parent / "__pycache__"


def _source(module: str) -> Path:
    return _ENGINE.joinpath(*module.split(".")).with_suffix(".py")


def _is_writable(place: Path) -> bool:
    """Whether kernels can be kept there; where they can't, numba would use the home folder."""
    return os.access(place if place.exists() else place.parent, os.W_OK)


def _is_kept(kernel: Callable[..., Any]) -> bool:
    return _is_writable(Path(kernel.__code__.co_filename).parent / "__pycache__")


def jit(kernel: Kernel) -> Kernel:
    """Compile when first called; kept on disk beside its module, or nowhere."""
    return cast("Kernel", njit(nogil=True, cache=_is_kept(kernel))(kernel))


def jit_lean(kernel: Kernel) -> Kernel:
    """Compile a kernel that makes no arrays: then nobody counts who holds those it is given.

    The counting, atomic for the sake of threads, takes most of the time of a kernel that is
    called millions of times with many arrays.
    """
    options: dict[str, Any] = {"nogil": True, "cache": _is_kept(kernel), "_nrt": False}
    return cast("Kernel", njit(**options)(kernel))


def drop_outdated(module: str, *called: str) -> None:
    """Forget what is kept of one module of the engine if one that it calls was changed since.

    numba itself sees changes of a kernel's own file only.
    """
    place = kept_in(module)
    if not _is_writable(place):
        return
    newest = max(_source(name).stat().st_mtime for name in called)
    for index in place.glob(f"{module.rpartition('.')[2]}.*.nbi"):
        if index.stat().st_mtime < newest:
            index.unlink(missing_ok=True)
