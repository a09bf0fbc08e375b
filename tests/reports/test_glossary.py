"""The glossary: one entry for each word, found by any of its names, for every number shown."""

import pytest

import collabnet as cn
from collabnet.model.errors import NotFoundError
from collabnet.reports.glossary import (
    SECTIONS,
    all_terms,
    measure_term,
    measure_terms,
    search,
    term_named,
)
from collabnet.sharing import release, release_what_if
from risk.reading import GRADE, grade
from samples.shared import assessment_of

PLAIN = {"From", "To", "Service", "Agency", "Other agency", "Notes", "Before", "After", "id"}
"""Headings that say what they are."""


def labels(sample):
    """The words beside every number that is shown of a sample, and of one departure."""
    assessment = assessment_of(sample)
    released = release(assessment)
    people = assessment.coalition.people
    somebody = people.loc[people["kind"] != "group", "person_id"].iloc[0]
    tried = release_what_if(cn.what_if(assessment, [cn.Leaves(somebody)]))
    tables = (
        released.thin, released.pathways, released.contacts,
        tried.pathways, tried.carriers, tried.contacts, tried.chances,
    )  # fmt: skip
    found = {words for one in released.findings for words, _ in (*one.numbers, *one.chances)}
    found |= {words for words, _ in released.headline} | set(tried.differences["What"])
    return (found | {name for table in tables for name in table.columns}) - PLAIN


class TestNamed:
    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("bus factor", "fewest people who send more than half"),
            ("Busiest sender (by rows)", "busiest sender"),
            ("the judges", '"the officers", "the judges"'),
            ("On paper", "covered by an agreement, on a formal basis"),
            ("Expected referrals lost within a year", "expected referrals lost"),
            ("Senders before", "people who send"),
        ],
    )
    def test_a_word_is_found_under_any_of_its_names(self, name, words):
        """Capitals, brackets behind it, "within a year", "before" and "after" don't matter."""
        assert term_named(name).words == words

    def test_an_unknown_word_is_said_with_the_nearest(self):
        with pytest.raises(NotFoundError) as caught:
            term_named("bus facto")
        assert str(caught.value) == (
            "There is no word 'bus facto'. Did you mean bus factor? "
            "The page Method lists those there are."
        )

    @pytest.mark.parametrize("sample", ["site_b", "deputized_task_force", "hospital_program"])
    def test_every_number_on_the_screen_is_explained(self, sample):
        """Each label of a finding, a headline, a table and a what-if is a word of the glossary."""
        said = labels(sample)
        assert {"On paper", "Referrals covered by an agreement"} <= said
        for label in said:
            assert term_named(label).meaning

    def test_meanings_are_sentences(self):
        for one in all_terms():
            assert one.meaning[0].isupper() or one.meaning[0].isdigit() or one.meaning[0] == '"'
            assert one.meaning.endswith(".")

    def test_meanings_are_plain(self):
        """Their reading grade is at most 9 as a whole; hardly one is above it by itself."""
        assert grade(" ".join(one.meaning for one in all_terms())) <= GRADE
        assert [one.words for one in all_terms() if grade(one.meaning) > GRADE + 2] == []

    def test_no_word_stands_twice(self):
        words = [one.words for one in all_terms()]
        assert sorted(words) == sorted(set(words))
        assert len(words) == sum(map(len, SECTIONS.values()))


LATER = [
    "wave", "withheld", "Kaplan-Meier", "rarefaction", "rolling window", "Jaccard",
    "early warning", "safe copy", "QAP", "MRQAP", "CUG", "jackknife", "bootstrap", "pseudonym",
    "rank band", "censored", "Aalen-Johansen", "case-dropping", "homophily", "disclosure log",
    "purge", "<11", "action register", "confidence interval", "seed", "alignment", "not comparable",
    "p-value", "block picture", "early warnings", "partner",
]  # fmt: skip


class TestSearch:
    @pytest.mark.parametrize("word", LATER)
    def test_words_of_comparisons_statistics_and_safe_copies_are_found_first(self, word):
        """Under their own name, on the page Method, in the glossary and in the full report."""
        assert word.casefold() in [name.casefold() for name in term_named(word).names]
        assert term_named(word) in search(word, all_terms())

    def test_names_come_before_meanings(self):
        found = [one.words for one in search("paper", all_terms())]
        assert found[0] == "covered by an agreement, on a formal basis"
        assert found.index("if not on paper") < found.index("basis not known")

    def test_all_parts_must_be_there_in_any_order(self):
        assert [one.term for one in search("factor BUS", all_terms())] == ["bus factor"]
        assert search("factor nothing", all_terms()) == []


class TestMeasures:
    def test_a_measure_is_told_by_its_own_sentence(self):
        said = measure_term("closeness")
        assert said.title == "Closeness"
        assert said.term == "closeness centrality"
        assert said.meaning.startswith("How near an actor is to everybody else")

    def test_every_measure_is_there_once(self):
        listed = [name for family in measure_terms().values() for name in family]
        assert sorted(listed) == sorted(cn.list_measures()["measure"])
