"""Properties of every sentence, over coalitions drawn at random with names that are hard to say."""

import random
import re
from functools import cache

import pytest

from collabnet.risk import rules as table
from collabnet.risk.assessment import assess
from collabnet.risk.patterns import EVERY
from collabnet.risk.reference import SECTIONS, SENTENCES
from collabnet.sharing import release
from risk.random_coalitions import draw_coalition
from risk.reading import NAMES, named, texts

COALITIONS = 20
MANY = r"(?:(?i:two|three|four|five|six|seven|eight|nine|ten)|1[1-9]|[2-9]\d+)"
ONE_NOUN = (
    r"(?:person|officer|worker|judge|nurse|advocate|director|attorney|liaison|row|tie|referral"
    r"|agency|contact|case report|departure)"
)
MANY_NOUN = (
    r"(?:people|officers|workers|judges|nurses|advocates|directors|attorneys|liaisons|rows|ties"
    r"|referrals|agencies|contacts|case reports|departures|staff(?! member)|staff members)"
)
WRONG = {
    "two blanks": r"  ",
    "a gap that wasn't filled": r"[{}]|\bNone\b(?! has been)|\bnan\b|NaN|inf\b",
    "a blank before a mark": r" [.,;:)]|\( ",
    "two marks": r"\.\.|,,|;;|(?<!Inc)\.,|,\.|\)\(",
    "one of many": rf"\b[Oo]ne {MANY_NOUN}\b|\b1 {MANY_NOUN}\b",
    "many of one": rf"(?<!to )\b{MANY} {ONE_NOUN}\b(?!s)",
    "none in numbers": r"\b0 (?!%|yes|no\b|not)[a-z]+",
    "a before a vowel": r"\ba (?!one|usable|unit|use)[aeio]",
    "an before a consonant": r"\ban (?!hour|hon|FBI|[aeiouAEIO])\w",
    "one that carry": rf"\b[Oo]ne {ONE_NOUN} (?:carry|receive|have|are)\b",
    "many that carries": rf"\b{MANY} \w+ (?:carries|receives|has|is|was)\b",
    "a small letter after a full stop": r"(?<!St)(?<!Inc)\. [a-z]",
    "an id for a person": r"\bp\d\d\b",
    "an id for an agency": (
        r"\b(?:from|to|at|inside|between) (?:court|police|program|shelter)\b(?! (?:report|admin))"
    ),
    "who is a survivor": r"\b(?:one|the|two|three|any) survivors?\b",
    "a word that blames": r"\b(?:fault|blame|fails?|failed|weak link|guilty|protected)\b",
}


def draw(seed):
    chosen = random.Random(seed)
    return named(chosen, draw_coalition(chosen))


@cache
def assessed():
    return [assess(draw(seed), worlds=0) for seed in range(COALITIONS)]


@cache
def said():
    """Give every text, with the number of its coalition."""
    inside = [(seed, text) for seed, one in enumerate(assessed()) for text in texts(one.found)]
    return inside + [
        (seed, text)
        for seed, one in enumerate(assessed()[:6])
        for audience in ("partner", "public")
        for finding in release(one, audience).findings
        for text in (finding.sentence, finding.remedy, finding.sure)
    ]


def faults(pattern):
    """Give the texts in which something wrong stands, with the number of the coalition."""
    return [(seed, text) for seed, text in said() if re.search(pattern, text)]


def test_there_is_something_to_read():
    assert len(said()) > 200


@pytest.mark.parametrize("what", WRONG)
def test_no_text_has(what):
    """Each kind of slip by its name."""
    assert faults(WRONG[what]) == []


def test_every_text_begins_with_a_capital_or_a_number_and_ends_with_a_full_stop():
    """Whatever stands first: a number, a role, a service, an agency's name."""
    assert [text for _, text in said() if not re.fullmatch(r"[A-Z0-9].*[^ .]\.", text)] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("One people carries it.", "one of many"),
        ("Two officer carry it.", "many of one"),
        ("Ask a officer.", "a before a vowel"),
        ("One officer carry it.", "one that carry"),
        ("Three officers carries it.", "many that carries"),
        ("From None to p01.", "a gap that wasn't filled"),
        ("It goes to p01.", "an id for a person"),
        ("It goes to court.", "an id for an agency"),
        ("If 0 referrals pass.", "none in numbers"),
        ("One staff carries it.", "one of many"),
    ],
)
def test_a_slip_would_be_seen(text, what):
    """The patterns above find what they are for."""
    assert re.search(WRONG[what], text)


RULES = {rule.name: rule for part in SECTIONS.values() for rule in part}
PATTERNS = {
    "pathway": SENTENCES["Pathways"],
    "contacts": SENTENCES["Direct contacts, and gaps inside one agency"],
    "gaps": SENTENCES["Direct contacts, and gaps inside one agency"],
    "hub": SENTENCES["Hubs"],
    "coverage": SENTENCES["Coverage"],
}


class TestTable:
    """The rule table and the patterns are what findings are made by."""

    def test_no_two_rules_or_patterns_share_a_name(self):
        names = [rule.name for part in SECTIONS.values() for rule in part]
        assert len(names) == len(set(names)) == len(RULES)
        assert len({one.name for one in EVERY}) == len({one.text for one in EVERY}) == len(EVERY)

    def test_every_rule_of_the_module_is_in_the_reference(self):
        every = [
            one
            for value in vars(table).values()
            for one in (value if isinstance(value, tuple) else (value,))
            if isinstance(one, table.Rule)
        ]
        assert {rule.name for rule in every} == set(RULES)

    def test_every_rule_has_a_condition_a_severity_and_a_sentence_of_its_kind(self):
        for rule in RULES.values():
            assert rule.when
            assert rule.severity in table.SEVERITIES
            assert rule.says
            assert set(rule.says) <= set(PATTERNS[rule.kind])

    def test_a_finding_says_what_its_rule_claims(self):
        """At least one sentence of each rule by which a finding was made."""
        for assessment in assessed():
            for one in assessment.found:
                for name in one.rule.split(", "):
                    rule = RULES.get(one.rule) or RULES[name]
                    assert any(shape(p).search(one.sentence) for p in rule.says), one

    def test_a_finding_is_made_of_the_patterns_of_its_kind_alone(self):
        """Nothing is said that the reference doesn't show."""
        for assessment in assessed():
            for one in assessment.found:
                shapes = "|".join(shape(p).pattern for p in PATTERNS[one.kind])
                assert re.fullmatch(rf"(?:(?:{shapes})(?: |$))+", one.sentence), one.sentence


@cache
def shape(pattern):
    """Give what a pattern looks like when it is filled: each gap holds no end of a sentence."""
    words = r"(?:[^.]|\.\d|(?<=St)\.|(?<=Inc)\.)*?"
    parts = re.split(r"\{\w+\}", pattern.text)
    parts[0] = parts[0][:1].upper() + parts[0][1:]
    return re.compile(words.join(map(re.escape, parts)))


def test_names_that_are_hard_to_say_are_said_as_they_are():
    """A name is never changed, nor given an article."""
    whole = " ".join(text for _, text in said())
    assert all(name in whole for name in NAMES)
