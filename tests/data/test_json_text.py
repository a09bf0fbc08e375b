"""JSON text: strict, bounded, and with the line of what is wrong."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.data.issues import Ledger
from collabnet.data.sources.json_text import as_text, parse_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def refused(text):
    ledger = Ledger("a.json")
    assert parse_json(text, ledger) is None
    (problem,) = ledger.problems
    assert problem.level == "STOP"
    return problem.code, problem.line, problem.message


class TestRefused:
    @pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 1001])
    def test_what_is_no_number(self, word):
        code, line, _ = refused(f'{{"a": "NaN",\n "b": [1, {word}]}}')
        assert (code, line) == ("json_not_a_number", 2)

    def test_a_key_that_stands_twice_with_its_place(self):
        assert refused('{"a": {"b": 1},\n "c": [{"b": 2,\n   "b": 3}]}') == (
            "json_duplicate_key",
            3,
            "The key 'b' stands twice in one object, the second time in line 3, column 4.",
        )

    def test_a_key_is_compared_as_it_is_read(self):
        assert refused('{"a": 1, "\\u0061": 2}')[0] == "json_duplicate_key"

    @pytest.mark.parametrize("opening", ["[", '{"a":'])
    def test_ten_thousand_levels(self, opening):
        assert refused(opening * 10_000)[0] == "json_too_deep"

    def test_two_hundred_levels_are_read(self):
        assert parse_json("[" * 200 + "1" + "]" * 200, Ledger("a.json")) is not None

    def test_brackets_inside_text_nest_nothing(self):
        assert parse_json(json.dumps(["[" * 5000]), Ledger("a.json")) is not None

    @pytest.mark.parametrize(
        ("text", "line"),
        [("{", 1), ("[1,\n2", 2), ("{'a': 1}", 1), ('"a\nb"', 1), ("[1] [2]", 1), ("null", 1)],
    )
    def test_what_is_no_json_has_its_line(self, text, line):
        assert refused(text)[:2] == ("json_syntax", line)

    def test_nothing(self):
        assert refused(" \n")[0] == "empty_file"

    def test_half_a_character(self):
        assert refused('{"a": ["\\ud83d"]}')[0] == "json_half_character"
        assert parse_json('"\\ud83d\\ude00"', Ledger("a.json")) == "😀"

    def test_twenty_megabytes_of_open_quotes_end_soon(self):
        start = time.process_time()
        refused('["' + "\\\\" * 10_000_000)
        assert time.process_time() - start < 5


class TestRead:
    @given(VALUES.filter(lambda value: value is not None))
    def test_json_is_read_as_it_is(self, value):
        assert parse_json(json.dumps(value), Ledger("a.json")) == value
        assert parse_json(json.dumps(value, ensure_ascii=False), Ledger("a.json")) == value

    def test_numbers_keep_how_they_are_written(self):
        found = parse_json('[1.50, 1E5, -0.0, 12345678901234567890, "007"]', Ledger("a.json"))
        assert [as_text(one) for one in found] == [
            "1.50", "1E5", "-0.0", "12345678901234567890", "007",
        ]  # fmt: skip
