"""Whatever is said of a finding can be read at grade 9, and without a network."""

import random
import socket

import pytest

import collabnet as cn
from collabnet.data.samples import list_samples
from collabnet.risk import patterns
from collabnet.risk.nothing import nothing_found
from collabnet.sharing import release
from risk.random_coalitions import draw_coalition
from risk.reading import GRADE, found_in, grade, neutral, too_hard
from samples.shared import coalition_of

SAMPLES = tuple(one.name for one in list_samples())
WORDS = {
    "who": "any one of the clerks", "carry": "carry", "referral": "referral", "is": "is",
    "referrals": "referrals", "way": "from Ames to Bell", "n": "48 of 50", "of": "50",
    "sends": "sends", "sender": "sender", "share": "90 to 96 %", "which": "that name a sender",
    "no_log": "there is no log", "as_if": "two people shared it evenly", "effective": "2.1",
    "them": "them all", "and_receive": ", and one person receives them all", "formal": "5",
    "informal": "4", "unknown": "3", "amount": "11 to 21 referrals a year",
    "mark": " (if not on paper)", "rows": "six rows", "name": "name", "departures": "one departure",
    "over": "it takes two", "day": "2024-06-01", "people": "two people", "have": "have",
    "are": "are", "officer": "clerk", "agency": "Ames", "between": "between Ames and Bell",
    "names": "names anybody", "agencies": "Ames or Bell", "ties": "ten ties",
    "kinds": "case report", "gap": "no contact between one clerk and Bell", "count": "count",
    "contacts": "12 contacts", "go": "go", "paper": "agreement", "end": "the clerks",
    "other": "Bell", "service": "Legal aid", "ask": "ask", "groups": "boys and men",
    "members": "no judge", "steps": "two hand-offs",
}  # fmt: skip
"""What may stand in the gaps of a pattern."""


def test_the_measure_needs_no_network(monkeypatch):
    """The words' syllables come with the library."""
    monkeypatch.setattr(socket, "socket", None)
    assert 4 < grade("Three officers carry every referral. One person takes them all.") < 9


def test_the_measure_tells_hard_from_plain():
    """Otherwise the other tests would say nothing."""
    hard = "Intermediary disintermediation disproportionately deteriorates institutional relations."
    assert grade(hard) > GRADE
    assert grade("Three people carry it. If one left, some would need another way.") < 5


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_text_of_a_sample(sample):
    """Sentence, remedy and how sure it is, of every finding."""
    assert too_hard(found_in(coalition_of(sample), worlds=8)) == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("audience", ["partner", "public"])
def test_every_text_made_for_others(sample, audience):
    """The same of what partners and the public read."""
    assert too_hard_outside(coalition_of(sample), audience) == []


@pytest.mark.parametrize("seed", range(5))
def test_every_text_made_for_partners_of_coalitions_drawn_at_random(seed):
    """In bands, with whatever may stand at an end."""
    assert too_hard_outside(draw_coalition(random.Random(seed)), "partner") == []


def too_hard_outside(coalition, audience):
    """Give the texts of released findings that are above the grade; agencies agree to be named."""
    given = neutral(coalition)
    agreed = given.with_settings(consent=tuple(given.agencies["agency_id"]))
    found = release(cn.assess(agreed, worlds=0), audience).findings
    said = {text for one in found for text in (one.sentence, one.remedy, one.sure)}
    return [text for text in sorted(said) if grade(text) > GRADE]


@pytest.mark.parametrize("start", range(0, 36, 12))
def test_every_text_of_coalitions_drawn_at_random(start):
    """Positions, groups, blanks, silence, weak evidence, agreements of every kind among them."""
    hard = []
    for seed in range(start, start + 12):
        worlds = 10 if seed % 10 == 0 else 0
        hard += too_hard(found_in(draw_coalition(random.Random(seed)), worlds=worlds))
    assert hard == []


@pytest.mark.parametrize("pattern", patterns.EVERY, ids=lambda one: one.name)
def test_every_pattern(pattern):
    """Each sentence by itself, filled with words of usual length."""
    assert grade(pattern.say(**WORDS)) <= GRADE


@pytest.mark.parametrize("sample", ["programs", "g1"])
def test_where_nothing_is_found(sample):
    """What is said instead, with and without a reason."""
    assert grade(nothing_found(cn.assess(coalition_of(sample), worlds=0))) <= GRADE
