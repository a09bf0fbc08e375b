"""What is installed: the names, the versions, the pinned packages, and how it is set up."""

import doctest
import importlib
import importlib.metadata
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import collabnet

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = SETTINGS["project"]
FOLDERS = SETTINGS["tool"]["setuptools"]["package-dir"]
NEEDS = [
    *PROJECT["dependencies"],
    *PROJECT["optional-dependencies"]["test"],
    *PROJECT["optional-dependencies"]["dev"],
]
PINS = [
    line
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PINNED = dict(line.split("==") for line in PINS)
PINNED = {canonicalize_name(name): version for name, version in PINNED.items()}


class TestNames:
    @pytest.mark.parametrize(("name", "folder"), FOLDERS.items())
    def test_a_folder_is_imported_by_its_installed_name(self, name, folder):
        """An editable install gives the folders the names that they have in the wheel."""
        module = importlib.import_module(name)
        assert Path(module.__file__).resolve() == ROOT / folder / "__init__.py"

    def test_nothing_imports_a_folder_by_another_name(self):
        """One module under two names would be two modules with two states."""
        others = "|".join(folder for name, folder in FOLDERS.items() if name != folder)
        wrong = re.compile(rf"^\s*(?:from|import)\s+(?:{others})\b", re.M)
        places = [*FOLDERS.values(), "tests", "scripts", "benchmarks"]
        files = [path for place in places for path in (ROOT / place).rglob("*.py")]
        assert [str(path) for path in files if wrong.search(path.read_text("utf-8"))] == []

    def test_examples_of_the_dashboards_run(self):
        """Their doctests run here, under the installed name, instead of by their folder."""
        package = importlib.import_module("collabnet_dashboards")
        modules = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        tried = [
            doctest.testmod(importlib.import_module(m.name), optionflags=flags) for m in modules
        ]
        assert sum(result.failed for result in tried) == 0


class TestVersion:
    def test_the_version_is_the_same_everywhere(self):
        """The package, what is installed, pyproject and the citation agree."""
        citation = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.M)
        installed = importlib.metadata.version("collabnet")
        assert {collabnet.__version__, installed, citation[1]} == {PROJECT["version"]}


class TestConstraints:
    def test_every_line_is_one_exact_version(self):
        """No ranges, no hashes, no addresses: a name and a version."""
        assert [line for line in PINS if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []

    def test_the_versions_lie_in_the_ranges(self):
        """What is pinned is what pyproject.toml allows."""
        asked = [Requirement(text) for text in NEEDS if not text.startswith("collabnet")]
        outside = [
            str(need)
            for need in asked
            if not need.specifier.contains(PINNED.get(canonicalize_name(need.name), "0"))
        ]
        assert outside == []

    def test_everything_that_is_needed_is_pinned(self):
        """Nothing that comes along with a package is left to the day of the installation."""
        todo = {canonicalize_name(Requirement(text).name) for text in NEEDS} - {"collabnet"}
        seen: set[str] = set()
        while todo:
            name = todo.pop()
            seen.add(name)
            try:
                needs = importlib.metadata.requires(name) or []
            except importlib.metadata.PackageNotFoundError:
                continue  # of the extra for developers, which the tests don't need
            asked = [Requirement(text) for text in needs]
            asked = [
                need for need in asked if not need.marker or need.marker.evaluate({"extra": ""})
            ]
            todo |= {canonicalize_name(need.name) for need in asked} - seen
        assert seen - PINNED.keys() == set()


def run(*call, **environment):
    """Run a program; return its exit code and all that it printed."""
    done = subprocess.run(
        call,
        cwd=ROOT,
        env=os.environ | environment,
        check=False,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
    )
    return done.returncode, done.stdout


class TestEntryPoints:
    def test_the_command_and_the_module_are_one(self):
        """``collabnet`` and ``python -m collabnet`` answer alike, but for the name they go by."""
        suffix = ".exe" if os.name == "nt" else ""
        command = str(Path(sys.executable).with_name("collabnet" + suffix))
        by_command, by_module = (
            run(*call, "--help") for call in ([command], [sys.executable, "-m", "collabnet"])
        )
        assert by_command[0] == by_module[0] == 0
        usage = re.compile(r"^.*Usage:.*$", re.M)
        assert usage.sub("", by_command[1]) == usage.sub("", by_module[1])


@pytest.mark.skipif(os.name == "nt", reason="make and its scripts are for POSIX systems")
class TestSetup:
    """``make demo`` on a machine that lacks something says what, and the command that helps."""

    def setup_in(self, folder, python_lines):
        """Run the setup in a copy without an environment, with a Python of our making."""
        (folder / "scripts").mkdir()
        script = folder / "scripts" / "setup.sh"
        script.write_text((ROOT / "scripts" / "setup.sh").read_text("utf-8"), "utf-8")
        python = folder / "fake-python"
        python.write_text("#!/bin/sh\n" + python_lines, "utf-8")
        python.chmod(0o755)
        return run("bash", str(script), "run", PYTHON=str(python))

    def test_without_the_venv_module_it_names_the_command(self, tmp_path):
        code, told = self.setup_in(
            tmp_path, 'case "$*" in *ensurepip*) exit 1;; -V) echo Python 3.11.2;; esac\n'
        )
        assert told == (
            f"collabnet needs Python's venv module, and Python 3.11.2 ({tmp_path}/fake-python) "
            "comes without it. Install it with\n\n    sudo apt-get install -y python3-venv\n\n"
            "and run the same command again.\n"
        )
        assert code == 1
        assert not (tmp_path / ".venv").exists()

    def test_with_an_old_python_it_says_which_is_needed(self, tmp_path):
        code, told = self.setup_in(
            tmp_path, 'case "$*" in *version_info*) exit 1;; -V) echo Python 3.9.2;; esac\n'
        )
        assert told.startswith(
            f"collabnet needs Python 3.11 or later; {tmp_path}/fake-python is Python 3.9.2. "
            "On Debian 12 or later install it with\n\n"
            "    sudo apt-get install -y python3 python3-venv\n"
        )
        assert code == 1
