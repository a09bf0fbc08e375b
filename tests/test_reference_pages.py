"""The reference pages say what the code says."""

from pathlib import Path

import pytest

from collabnet.metrics.catalogue import MEASURES
from collabnet.model.specs import TABLES
from collabnet.risk.rules import OTHER_RULES, PATHWAY_RULES, SINGLE_RULES

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def page(name: str) -> str:
    """A reference page as one text."""
    return (REFERENCE / name).read_text("utf-8")


def test_the_rule_table_is_printed_line_by_line():
    """Name, severity and condition of every rule stand on the page, in the order applied."""
    lines = [f"| {r.name} | {r.severity} | {r.when} |" for r in (*PATHWAY_RULES, *SINGLE_RULES)]
    lines += [f"| {name} | {severity} | {when} |" for name, severity, when in OTHER_RULES]
    printed = [
        line
        for line in page("rules.md").splitlines()
        if line.startswith("| ") and not line.startswith(("| Line", "| ---"))
    ]
    assert printed == lines


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_of_the_folder_is_explained(table):
    """Each file has a heading, and below it each column, saying whether it is needed."""
    part = page("coalition-folder.md").split(f"## {table.file}\n")[1].split("\n## ")[0]
    for column in table.columns:
        rows = [line for line in part.splitlines() if line.startswith(f"| `{column.file_name}` |")]
        assert len(rows) == 1, column.file_name
        assert rows[0].endswith("| yes |" if column.required else "|  |")


def test_every_measure_is_defined():
    """The page of measures has a row for each name that can be asked for."""
    rows = [line.split(" | ")[0] for line in page("measures.md").splitlines() if "|" in line]
    assert {f"| `{name}`" for name in MEASURES} <= set(rows)
