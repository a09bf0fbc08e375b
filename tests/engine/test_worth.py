"""When kernels are compiled: only where that is sooner, and never so that an answer hangs on it."""

from types import SimpleNamespace

import numpy as np
import pytest

from collabnet.engine import worth
from collabnet.engine.worth import COMPILING, LOADING, READING, READY, is_worth_compiling

MODULE = "collabnet.engine.paths.rings_compiled"


@pytest.fixture(autouse=True)
def nothing_is_loaded(monkeypatch):
    monkeypatch.setattr(worth, "sys", SimpleNamespace(modules={}))
    monkeypatch.setattr(worth, "_is_kept", lambda _: False)


def least(module=None):
    """Give the shortest of some plain times from which kernels are compiled."""
    times = np.array([READY, READING, LOADING, COMPILING])
    return times[[is_worth_compiling(time, module) for time in times]].min(initial=np.inf)


def test_what_must_be_compiled_has_to_save_seconds():
    assert least() == least("paths.rings_compiled") == COMPILING


def test_what_is_kept_has_to_save_less(monkeypatch):
    monkeypatch.setattr(worth, "_is_kept", lambda _: True)
    assert least("paths.rings_compiled") == LOADING
    worth.sys.modules["numba"] = object()
    assert least("paths.rings_compiled") == READING
    worth.sys.modules[MODULE] = object()
    assert least("paths.rings_compiled") == READY


def test_what_ran_before_decides_only_where_answers_are_the_same(monkeypatch):
    monkeypatch.setattr(worth, "_is_kept", lambda _: True)
    worth.sys.modules.update({"numba": object(), MODULE: object()})
    assert least() == COMPILING


def test_never_without_numba(monkeypatch):
    worth.sys.modules[MODULE] = object()
    monkeypatch.setattr(worth, "find_spec", lambda _: None)
    assert least() == least("paths.rings_compiled") == np.inf
