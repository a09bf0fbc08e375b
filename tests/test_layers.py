"""Which module may import which, what may be imported at all, and what an import costs."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LINTER = SETTINGS["tool"]["importlinter"]
HEAVY = {"dash", "flask", "networkx", "numba", "numpy", "pandas", "plotly", "scipy"}
HELP = """
import contextlib
sys.argv = ["collabnet", "--help"]
from collabnet.cli.main import run
with contextlib.suppress(SystemExit):
    run()
"""


class TestLayers:
    def test_every_import_goes_down(self, monkeypatch, capsys):
        """The contracts hold: rows, Dash in the dashboards only, an engine without frames."""
        monkeypatch.chdir(ROOT)
        broken = lint_imports(no_cache=True)
        assert not broken, capsys.readouterr().out

    def test_every_part_has_a_row(self):
        """A new folder or module of collabnet must be given its row in the contract."""
        (layers,) = [c["layers"] for c in LINTER["contracts"] if c["type"] == "layers"]
        rows = {part.strip("() ") for row in layers for part in row.split("|")}
        parts = {
            f"collabnet.{path.stem}"
            for path in (ROOT / "collabnet").iterdir()
            if (path.suffix == ".py" or any(path.glob("*.py"))) and not path.stem.startswith("__")
        }
        assert parts - rows == set()

    def test_every_package_used_is_a_declared_dependency(self):
        """What is imported is of the standard library, of pyproject's dependencies or extras."""
        graph = grimp.build_graph(
            *LINTER["root_packages"],
            include_external_packages=True,
            exclude_type_checking_imports=True,
            cache_dir=None,
        )
        used = {name for name in graph.modules if graph.is_module_squashed(name)}
        project = SETTINGS["project"]
        extras = project["optional-dependencies"]
        users = [text for name in ("igraph", "pdf", "png", "sql") for text in extras[name]]
        needs = [Requirement(text).name for text in (*project["dependencies"], *users)]
        declared = {name.lower().replace("-", "_") for name in needs}
        assert {name.partition(".")[0] for name in used} - sys.stdlib_module_names <= declared


def heavy_after(program):
    """Run a program in a new Python; return the heavy packages it loaded and its seconds."""
    told = "[sorted(heavy & sys.modules.keys()), time.process_time()]"
    whole = f"import json, sys, time\nheavy = {HEAVY}\n{program}\nprint(json.dumps({told}))"
    done = subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


class TestImport:
    def test_collabnet_loads_nothing_heavy(self):
        """``import collabnet`` is for everybody: it loads no frames, graphs, plots or screens."""
        loaded, _ = heavy_after("import collabnet")
        assert loaded == []

    def test_help_loads_nothing_heavy_and_is_quick(self):
        """``collabnet --help`` takes 0.3 seconds of the processor at most, the best of five."""
        pytest.importorskip("collabnet.cli.main")
        runs = [heavy_after(HELP) for _ in range(5)]
        assert runs[0][0] == []
        assert min(seconds for _, seconds in runs) <= 0.3
