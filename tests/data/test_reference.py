"""The reference page of problems, and what every code must have."""

import re
from pathlib import Path

import pytest

from collabnet.data.codes import CODES, LEVELS, SECTIONS
from collabnet.data.options import OPTIONS
from collabnet.data.reference import reference_page

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "problems.md"


class TestReferencePage:
    def test_the_page_is_what_the_code_says(self):
        """Write it anew with: python -m collabnet.data.reference > docs/reference/problems.md"""
        assert PAGE.read_text("utf-8") == reference_page()

    def test_every_code_stands_in_it(self):
        for name in CODES:
            assert f"| `{name}` |" in reference_page()


class TestCodes:
    def test_no_code_is_given_twice(self):
        assert len(CODES) == sum(len(codes) for codes in SECTIONS.values())

    @pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
    def test_every_code_says_what_is_wrong_and_what_to_do(self, code):
        assert code.level in LEVELS
        assert code.meaning.endswith(".")
        assert code.remedy.rstrip("…").endswith((".", "?", "}"))
        assert re.fullmatch(r"[a-z0-9_]+", code.name)

    @pytest.mark.parametrize("code", [c for c in CODES.values() if c.level == "ASK"], ids=str)
    def test_every_question_names_the_setting_that_answers_it(self, code):
        assert code.key in OPTIONS

    def test_every_code_is_used_in_a_test(self):
        """A rule without a test is no rule."""
        text = "".join(path.read_text("utf-8") for path in Path(__file__).parent.rglob("test_*.py"))
        unused = [name for name in CODES if not re.search(rf"\b{name}\b", text)]
        assert unused == []
