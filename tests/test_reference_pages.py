"""The reference pages say what the code says."""

import re
from pathlib import Path
from typing import get_args

import pytest

import collabnet as cn
from benchmarks.screen_page import screen_page
from benchmarks.speed_page import speed_page
from collabnet.metrics.reference import reference_page as measures_page
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import EVIDENCE
from collabnet.reports.glossary import reference_page as glossary_page
from collabnet.risk import patterns
from collabnet.risk.reference import reference_page
from collabnet.risk.rules import SEVERITIES
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.sure import Level

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def page(name: str) -> str:
    """A reference page as one text."""
    return (REFERENCE / name).read_text("utf-8")


def test_the_rule_table_is_what_the_code_says():
    """The page is the text that the rules, the limits and the sentences make."""
    assert page("rules.md") == reference_page()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_of_the_folder_is_explained(table):
    """Each file has a heading, and below it each column, saying whether it is needed."""
    part = page("coalition-folder.md").split(f"## {table.file}\n")[1].split("\n## ")[0]
    for column in table.columns:
        rows = [line for line in part.splitlines() if line.startswith(f"| `{column.file_name}` |")]
        assert len(rows) == 1, column.file_name
        assert rows[0].endswith("| yes |" if column.required else "|  |")


def test_the_measures_are_what_the_catalogue_says():
    """The page is the text that the entries of the measures make."""
    assert page("measures.md") == measures_page()


def test_the_glossary_is_what_the_screen_says():
    """The page is the text that the words of the glossary make."""
    assert page("glossary.md") == glossary_page()


def test_every_public_name_is_explained_once():
    """Each name of the public face but modules and the version stands on the page for Python."""
    told = re.findall(r"^\.\. auto(?:function|class):: (\w+)$", page("python.md"), re.MULTILINE)
    modules = {"metrics", "stats", "surveys"}
    assert sorted(told) == sorted(set(cn.__all__) - modules - {"__version__"})


def test_the_speed_is_what_was_measured():
    """The page is the text that the results of the benchmarks make."""
    assert page("speed.md") == speed_page()
    assert page("screen-speed.md") == screen_page()


def test_every_term_of_a_finding_is_explained():
    """Whatever stands in brackets, each kind of tie, level, severity, source and status."""
    glossary = page("glossary.md").lower()
    in_brackets = {
        term.split(" {")[0]
        for one in patterns.EVERY
        for term in re.findall(r"\(([a-z][a-z ]*(?: \{\w+\})?)\)", one.text)
    }
    assert {"effective carriers", "hub"} <= in_brackets
    terms = {
        *in_brackets,
        *(re.sub(r" \(.*", "", noun) for noun in KIND_NOUN.values() if noun != "contact"),
        *SEVERITIES,
        *get_args(Level),
        *(status.replace("reported_of_group", "reported of a group") for status in EVIDENCE.terms),
        "log", "survey", "coding", "strained", "gap", "a direct contact", "working tie", "post",
        "cut set", "bus factor", "actors", "pathway", "carrier", "receiver", "names nobody",
        "would need another way", "would wait until the post is filled", "if not on paper",
        "on paper", "no agreement on record", "on a formal basis", "too thin to rank",
        "single point of failure", "hand-off",
    }  # fmt: skip
    assert sorted(term for term in terms if term not in glossary) == []
