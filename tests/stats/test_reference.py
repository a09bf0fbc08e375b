"""The reference page has a part for every function, with its null hypothesis and a source."""

from pathlib import Path

import pytest

from collabnet import stats

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "statistics.md"
FUNCTIONS = [name for name in stats.__all__ if name[0].islower() and hasattr(stats, name)]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_of_networks_is_explained(name):
    text = PAGE.read_text("utf-8")
    assert f"| `{name}` |" in text
    part = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
    assert "ull hypothesis" in part or "o hypothesis" in part
    assert "(1" in part or "(2" in part, "a source with its year"
