"""What holds for every file of the repository."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = {".cff", ".css", ".csv", ".html", ".js", ".json", ".md", ".py", ".sh", ".toml", ".txt", ""}
LIMIT = 300
# Written with escapes, so that this file passes its own test.
MACHINE_PATH = re.compile(r"(?<![\w.~/])/(?:work|tmp|root|home)/")
HOSTS = re.compile(r"(?:pypi|npmjs|pythonhosted|debian|ubuntu)\.(?:org|com)|registry\.npm", re.I)
UNSAID = re.compile(r"\b(?:prostitut\w*|delinquent\w*|rescu(?:e|ed|es|ing))\b", re.I)


def files():
    """List the files that belong to the repository: known to git, or new and not ignored."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    if (ROOT / ".git").exists():
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, text=True)
        found = [ROOT / name for name in names.stdout.split("\0") if name]
    else:
        skip = re.compile(r"(^|/)(\.(?!ci)[^/]*|build|dist|__pycache__)/")
        found = [p for p in ROOT.rglob("*") if not skip.search(p.relative_to(ROOT).as_posix())]
    return sorted(path for path in found if path.is_file())


FILES = files()
# Vendored files are other people's, kept to the byte.
OURS = [p for p in FILES if "vendor" not in p.parts and not p.name.endswith(".min.js")]


def lines_with(pattern, paths):
    """List the places where a pattern occurs, as file:line: text."""
    return [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}"
        for path in paths
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_is_long():
    """A file of Python has 300 lines at most; near 100 is better."""
    ours = [p for p in OURS if p.suffix == ".py"]
    lengths = {p.relative_to(ROOT).as_posix(): len(p.read_text("utf-8").splitlines()) for p in ours}
    assert {name: length for name, length in lengths.items() if length > LIMIT} == {}


def test_no_path_of_a_machine():
    """No file speaks of one developer's folders."""
    assert lines_with(MACHINE_PATH, OURS) == []


def test_no_host_of_a_package_registry():
    """Where packages come from is the business of whoever installs."""
    assert lines_with(HOSTS, OURS) == []


def test_words_about_young_people():
    """Survivors and young people are called so; the other words stay out of code, text and data."""
    ours = [path for path in OURS if path.relative_to(ROOT).parts[0] != "tests"]
    assert lines_with(UNSAID, ours) == []


def undocumented(path):
    """List the public modules, classes and functions of a file without a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    members = [(owner, node) for owner in [tree, *classes] for node in owner.body]
    named = [(owner, node) for owner, node in members if isinstance(node, kinds)]
    public = [
        node
        for owner, node in named
        if not node.name.startswith("_")
        and not getattr(owner, "name", "").startswith("_")
        and not any("overload" in ast.unparse(mark) for mark in node.decorator_list)
    ]
    return [getattr(n, "name", "the module") for n in [tree, *public] if not ast.get_docstring(n)]


@pytest.mark.parametrize("folder", ["collabnet", "dashboards", "sample_networks"])
def test_everything_public_has_a_docstring(folder):
    """Every module, public class, function and method says what it is for."""
    modules = [p for p in OURS if p.suffix == ".py" and p.relative_to(ROOT).parts[0] == folder]
    found = {p.relative_to(ROOT).as_posix(): undocumented(p) for p in modules}
    assert {name: lacking for name, lacking in found.items() if lacking} == {}


def test_the_changelog_tells_which_numbers_moved():
    """Every release in the changelog has a part "Changed results"."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    releases = re.split(r"^## ", text, flags=re.M)[1:]
    assert releases
    assert [r.splitlines()[0] for r in releases if "### Changed results" not in r] == []
