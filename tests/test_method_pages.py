"""Each kind of finding has a page of the method: sentence, rule, numbers, example, sources."""

import re
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest

from collabnet.model.settings import CoverageSettings
from collabnet.risk import continuity, facts, hubs, pathways, quiet
from collabnet.risk.coverage import gaps
from collabnet.risk.patterns import EVERY
from collabnet.risk.reference import SECTIONS

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {page.stem: page.read_text("utf-8") for page in sorted((DOCS / "method").glob("*.md"))}
RULES = [rule for rules in SECTIONS.values() for rule in rules]
PARTS = [
    "What it says", "The rule", "What it can't tell", "How sure", "What would help", "An example",
    "Sources",
]  # fmt: skip
SENTENCE = re.compile(r"(?<=[.:]) (?=[A-Z])")
NUMBERS = {
    "pathway-on-few-people": {
        ("facts", "MOST_OF_AGENCY"): "50 %",
        ("facts", "MONTHLY"): "12",
        ("facts", "FEW"): "3",
        ("facts", "FEW_CARRY"): "80 %",
        ("continuity", "REDUCED"): "25 %",
        ("pathways", "THIN"): "6",
        ("pathways", "RECENT_MONTHS"): "6",
    },
    "not-known-who-carries": {("facts", "NAMED_TOO_FEW"): "50 %", ("pathways", "THIN"): "6"},
    "fallen-silent": {
        ("quiet", "CHANCE"): "5 %",
        ("quiet", "LEAST_BEFORE"): "6",
        ("quiet", "_INCOMPLETE"): "30",
    },
    "single-contact": {("pathways", "THIN"): "6"},
    "hub": {("hubs", "SHARE"): "a third", ("hubs", "SEVERAL"): "3"},
    "one-provider": {("pathways", "THIN"): "6"},
    "group-left-out": {("gaps", "ADULT"): "18"},
    "response-team": {("settings", "hand_offs"): "2"},
    "strained-tie": {},
    "gap": {},
}
"""The numbers of each page's rules: where the code has them, and how the page writes them."""
MODULES: tuple[ModuleType, ...] = (continuity, facts, gaps, hubs, pathways, quiet)


def value_of(module, name):
    """A number as the code has it."""
    if module == "settings":
        return getattr(CoverageSettings(), name)
    value = getattr({one.__name__.split(".")[-1]: one for one in MODULES}[module], name)
    return value.days if isinstance(value, timedelta) else value


def read(text):
    """A number as a page writes it."""
    if text == "a third":
        return 1 / 3
    return int(text.removesuffix(" %")) / (100 if text.endswith("%") else 1)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_line_of_the_rule_table_has_one_page(rule):
    """The page names the line with its severity."""
    row = f"| `{rule.name}` | {rule.severity} | "
    assert [page for page, text in PAGES.items() if row in text] != []
    assert sum(text.count(row) for text in PAGES.values()) == 1


def test_no_page_is_about_a_line_that_is_gone():
    named = re.findall(r"^\| `([^`]+)` \|", "\n".join(PAGES.values()), re.MULTILINE)
    assert sorted(named) == sorted(rule.name for rule in RULES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_all_parts_in_order(page):
    """What it says is printed; sources are named; the example is one that runs."""
    text = PAGES[page]
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == PARTS
    part = dict(zip(PARTS, re.split(r"^## .*$", text, flags=re.MULTILINE)[1:], strict=True))
    assert part["What it says"].count("\n> ") >= 1
    assert "```python" in part["An example"] and "assert " in part["An example"]
    assert part["Sources"].strip().startswith("* ")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_quotes_sentences_that_are_printed(page):
    """Each quoted sentence is one of those that findings are made of, filled in."""
    made = [sentence for one in EVERY for sentence in SENTENCE.split(one.text)]
    said = [re.compile(re.sub(r"\\{[\w\\ ]+\\}", ".*", re.escape(one))) for one in made]
    for quote in re.findall(r"^> (.*(?:\n> .*)*)", PAGES[page], re.MULTILINE):
        for sentence in SENTENCE.split(quote.replace("\n> ", " ")):
            assert any(one.fullmatch(sentence) for one in said), sentence


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_every_number_of_its_rules(page):
    text = PAGES[page]
    for (module, name), written in NUMBERS[page].items():
        assert value_of(module, name) == pytest.approx(read(written)), name
        assert f"| {written} | " in text, name
    assert text.count("\n| ") - text.count("\n| ---") - text.count("\n| `") == (
        1 + bool(NUMBERS[page]) + len(NUMBERS[page])
    )


def test_no_number_of_the_code_is_missing():
    """A number that is added to the rules is added to a page."""
    told = {name for numbers in NUMBERS.values() for name in numbers}
    found = {
        (module.__name__.split(".")[-1], name)
        for module in MODULES
        for name, value in vars(module).items()
        if re.fullmatch(r"_?[A-Z][A-Z_]+", name)
        and isinstance(value, int | float | timedelta)
        and f"\n{name} = " in Path(module.__file__).read_text("utf-8")
    }
    units = {("quiet", "_YEAR"), ("quiet", "_QUARTER"), ("quiet", "_EVENTS")}
    assert found - units == told - {("settings", "hand_offs")}


def test_the_index_and_the_method_name_every_page():
    index, method = ((DOCS / name).read_text("utf-8") for name in ("index.md", "method.md"))
    for page in PAGES:
        assert f"(method/{page}.md)" in index
        assert f"(method/{page}.md)" in method
