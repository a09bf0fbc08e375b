"""Whenever the machine stops, scenarios are as before or as after; no update is lost."""

import multiprocessing
import os
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest

from collabnet.data.folder_lock import LOCK
from collabnet.data.samples import copy_sample
from collabnet.planning.scenarios import (
    Scenario,
    ScenarioChangedError,
    delete_scenario,
    load_scenarios,
    rename_scenario,
    save_scenario,
)

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class Stop(BaseException):
    """The machine stops here."""


@pytest.fixture
def folder(tmp_path):
    return copy_sample("g1", tmp_path / "site")


def save(folder, changes=("backs:I1",)):
    return save_scenario(folder, Scenario("Second worker", changes, "0"), now=NOW)


def stopping(owner, name, step):
    """Give a function of the system that may be the last one called."""
    real = getattr(owner, name)
    return lambda *arguments, **named: step(real, *arguments, **named)


class TestInterrupted:
    """Whenever the machine stops, a reader finds the state before or the one after."""

    STEPS = ((Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (os, "fsync"))

    def moments(self, folder, act):
        """Stop at each moment in turn; give what a reader finds then."""
        for moment in range(1, 100):
            calls = 0

            def step(real, *arguments, moment=moment, **named):
                nonlocal calls
                calls += 1
                if calls == moment:
                    raise Stop
                return real(*arguments, **named)

            try:
                with ExitStack() as stack:
                    for owner, name in self.STEPS:
                        stack.enter_context(
                            mock.patch.object(owner, name, stopping(owner, name, step))
                        )
                    act()
            except Stop:
                (folder / LOCK).unlink(missing_ok=True)
                yield list(load_scenarios(folder))
                continue
            yield list(load_scenarios(folder))
            return

    def test_saving_anew(self, folder):
        made = Scenario("x", ["leaves:O1"], "0")

        def act():
            for one in load_scenarios(folder):
                delete_scenario(folder, one)
            save_scenario(folder, made, now=NOW)

        found = [[one.steps for one in state] for state in self.moments(folder, act)]
        assert all(state in ([], [made.steps]) for state in found)
        assert found[-1] == [made.steps] and [] in found

    def test_saving_over(self, folder):
        old = save(folder)
        new = old.with_change("leaves:O1")

        def act():
            (now,) = load_scenarios(folder)
            save_scenario(folder, replace(new, digest=now.digest), now=NOW)

        found = [[one.steps for one in state] for state in self.moments(folder, act)]
        assert all(state in ([old.steps], [new.steps]) for state in found)
        assert found[0] == [old.steps] and found[-1] == [new.steps]

    def test_renaming(self, folder):
        save(folder)

        def act():
            (now,) = load_scenarios(folder)
            rename_scenario(folder, now, "Two at intake")

        found = [[one.name for one in state] for state in self.moments(folder, act)]
        assert all(state in (["Second worker"], ["Two at intake"]) for state in found)
        assert found[0] == ["Second worker"] and found[-1] == ["Two at intake"]


def add_steps(folder, name, times):
    """Add steps to a scenario that others edit too, reading it again where they were faster."""
    done = 0
    while done < times:
        try:
            save_scenario(folder, load_scenarios(folder)[0].with_change(f"closes:{name}{done}"))
            done += 1
        except ScenarioChangedError:
            continue


class TestAtOnce:
    def test_no_update_is_lost(self, folder):
        """Two processes edit one scenario at the same time; every step of both is there."""
        save(folder, changes=())
        context = multiprocessing.get_context("fork")
        workers = [context.Process(target=add_steps, args=(folder, who, 6)) for who in "ab"]
        for one in workers:
            one.start()
        for one in workers:
            one.join(60)
        (found,) = load_scenarios(folder)
        told = sorted(str(step) for step in found.steps)
        assert told == sorted(f"closes:{who}{i}" for who in "ab" for i in range(6))
