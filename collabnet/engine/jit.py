"""How kernels are compiled: when first called, and kept beside their module."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])
_HERE = Path(__file__).parent
_PLACE = _HERE / "__pycache__"


def is_kept() -> bool:
    """Say whether compiled kernels stay on disk: where this folder can be written to.

    Where it can't, numba would use the home folder.
    """
    return os.access(_PLACE if _PLACE.exists() else _HERE, os.W_OK)


def jit(kernel: Kernel) -> Kernel:
    """Compile when first called; kept on disk beside this file, or nowhere."""
    return cast("Kernel", njit(nogil=True, cache=is_kept())(kernel))


def drop_outdated(module: str, *called: str) -> None:
    """Forget what is kept of one module here if a module that it calls was changed since.

    numba itself sees changes of a kernel's own file only.
    """
    if not is_kept():
        return
    newest = max((_HERE / f"{name}.py").stat().st_mtime for name in called)
    for index in _PLACE.glob(f"{module}.*.nbi"):
        if index.stat().st_mtime < newest:
            index.unlink(missing_ok=True)
