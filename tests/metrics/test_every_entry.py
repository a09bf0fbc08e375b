"""What is written about every measure is whole, and readable."""

import inspect
import re

import collabnet as cn
from collabnet.metrics.catalogue import FAMILIES, MEASURES, USUAL
from collabnet.metrics.facts import options_of
from metrics.every_measure import (
    EACH,
    fits,
)
from risk.reading import grade

GRADE = 12


class TestCatalogue:
    def test_every_public_function_has_an_entry_and_the_other_way_round(self):
        assert sorted(cn.metrics.__all__) == sorted(MEASURES)
        assert all(getattr(cn.metrics, name) is one.function for name, one in MEASURES.items())

    def test_no_measure_stands_twice(self):
        assert sum(map(len, FAMILIES.values())) == len(MEASURES)

    def test_every_family_has_measures(self):
        assert all(FAMILIES.values())

    def test_the_usual_measures_exist_and_need_nothing(self):
        usual = {of: [MEASURES[name] for name in names] for of, names in USUAL.items()}
        assert all(one.of == of and not one.needs for of, some in usual.items() for one in some)

    @EACH
    def test_everything_is_filled_in(self, name):
        entry = MEASURES[name]
        for field in ("sentence", "definition", "direction", "weights", "complexity"):
            assert getattr(entry, field).strip() == getattr(entry, field) != "", field
        assert entry.columns and all(entry.columns.values())
        assert entry.matches and all(entry.matches.values())
        assert set(entry.matches) <= {"UCINET", "sna", "igraph", "networkx"}
        assert entry.sources and all(re.search(r"\b(1[89]|20)\d\d\b", one) for one in entry.sources)
        assert "O(" in entry.complexity
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)

    @EACH
    def test_the_sentence_is_one_that_anybody_can_read(self, name):
        sentence = MEASURES[name].sentence
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert grade(sentence) <= GRADE, grade(sentence)

    @EACH
    def test_what_it_needs_has_no_default(self, name):
        entry = MEASURES[name]
        found = options_of(entry)
        assert set(entry.needs) == {option for option, default in found.items() if default is None}
        kinds = {p.kind for p in list(inspect.signature(entry.function).parameters.values())[1:]}
        assert kinds <= {inspect.Parameter.KEYWORD_ONLY}

    @EACH
    def test_columns_with_an_r_expression_exist(self, name):
        entry = MEASURES[name]
        assert all(any(fits(shape, column) for shape in entry.columns) for column in entry.r)
