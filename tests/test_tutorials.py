"""Each tutorial runs from an empty folder, cell by cell, and shows what it says it shows."""

import ast
import contextlib
import io
import json
from pathlib import Path

import pandas as pd
import pytest

TUTORIALS = sorted((Path(__file__).resolve().parent.parent / "docs" / "tutorials").glob("*.ipynb"))


def code_cells(path):
    """The code of each cell, and the text that it shows."""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            shown = [
                one["text"] if "text" in one else one["data"]["text/plain"]
                for one in cell["outputs"]
            ]
            yield "".join(cell["source"]), "".join("".join(one) for one in shown)


def run_cell(code, names):
    """Run a cell as a notebook does: what is printed, then the last expression."""
    *body, last = ast.parse(code).body
    printed, told = io.StringIO(), ""
    with contextlib.redirect_stdout(printed):
        if not isinstance(last, ast.Expr):
            body.append(last)
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
            told = "" if value is None else repr(value)
    return printed.getvalue() + told


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
def test_a_tutorial_shows_what_it_says(path, tmp_path, monkeypatch):
    """To renew what is shown: python scripts/run_tutorials.py."""
    monkeypatch.chdir(tmp_path)
    names = {}
    with pd.option_context("display.width", 80, "display.max_columns", 20):  # as in a notebook
        for code, shown in code_cells(path):
            assert run_cell(code, names).split() == shown.split(), code


def test_there_are_tutorials_for_coordinators_and_researchers():
    found = [path.stem for path in TUTORIALS]
    assert found == ["comparing-waves", "first-findings", "measures-for-a-paper"]


def test_a_cell_that_shows_something_else_is_found():
    assert run_cell("n = 1\nprint(n)\nn + 1", {}) == "1\n2"
    assert run_cell("n = 1", {}) == ""
