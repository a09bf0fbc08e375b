"""Every kind of bad input has its level, its code, and a test that shows what becomes of it.

They stand in ``bad_inputs.csv``: "accept" where a file or a value is read as it is; the tests are
below ``tests/data``.
"""

import ast
import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from collabnet.data.codes import CODES

HERE = Path(__file__).resolve().parent
SECTIONS = {
    "structure": 33,
    "bytes": 16,
    "values": 23,
    "actors and ties": 17,
    "workbooks": 18,
    "sensitive and hostile": 6,
    "environment": 7,
    "logs kept by hand": 12,
}
"""How many kinds each section has: none can be lost."""
with (HERE / "bad_inputs.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
KINDS = {row["kind"]: row for row in ROWS}


def codes_of(row):
    """Level and code of each problem that the kind may get; none where it is read as it is."""
    return [] if row["becomes"] == "accept" else [b.split(" ") for b in row["becomes"].split(", ")]


@cache
def names_in(path):
    """The names of the tests in a file, those in classes included."""
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def path_of(row):
    return HERE / row["test"].partition("::")[0]


def test_no_kind_is_missing():
    assert Counter(row["section"] for row in ROWS) == SECTIONS
    assert len(KINDS) == len(ROWS) == 132


@pytest.mark.parametrize("kind", KINDS)
def test_its_codes_have_these_levels(kind):
    for level, name in codes_of(KINDS[kind]):
        assert CODES[name].level == level


@pytest.mark.parametrize("kind", KINDS)
def test_its_test_is_there_and_names_the_code(kind):
    """One of its codes stands in the file of its test, unless it is read as it is."""
    row = KINDS[kind]
    assert row["test"].partition("::")[2] in names_in(path_of(row))
    text = path_of(row).read_text("utf-8")
    names = [name for _, name in codes_of(row)]
    assert any(name in text for name in names) or not names
