"""The terms of the field: what is usable, what carries contact, how a written value is read."""

import pytest

from collabnet.model import vocabulary as words

VOCABULARIES = [value for value in vars(words).values() if isinstance(value, words.Vocabulary)]


class TestTerms:
    def test_contact_graph_and_measures_only(self):
        assert words.CONTACT_KINDS == ("contact", "case_report", "team_invitation", "information")
        others = set(words.TIE_KIND.terms) - set(words.CONTACT_KINDS) - {"referral"}
        assert others == {"trust", "advice", "court_report", "protocol", "meeting_invitation"}

    def test_strained_and_absent_are_never_ways(self):
        assert words.USABLE == ("positive", "unrated")
        assert set(words.QUALITY.terms) - set(words.USABLE) == {"strained", "absent"}

    def test_evidence_without_which_a_finding_is_computed_again(self):
        assert words.WEAK_EVIDENCE == ("inferred", "illustrative")


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.name)
class TestVocabulary:
    def test_a_term_is_itself_however_it_is_written(self, vocabulary):
        for term in vocabulary.terms:
            for written in (term, term.upper(), f"  {term.replace('_', ' ')} ", term.title()):
                assert vocabulary.normalise(written) == (term, True)

    def test_every_synonym_leads_to_a_term(self, vocabulary):
        assert set(vocabulary.synonyms.values()) <= set(vocabulary.terms)
        for written, term in vocabulary.synonyms.items():
            assert vocabulary.normalise(written) == (term, True)

    def test_what_the_list_does_not_know_is_kept(self, vocabulary):
        assert vocabulary.normalise(" Something else ") == ("Something else", False)
