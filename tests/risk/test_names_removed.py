"""Leaving names out of a log never makes a severity milder."""

from random import Random

import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.rules import SEVERITIES
from risk.random_coalitions import draw_coalition, without_names

NONE = len(SEVERITIES)


def places(coalition):
    """Give the place of each severity in the order of severities, by the finding's id."""
    return {one.id: SEVERITIES.index(one.severity) for one in assess(coalition).found}


def told_by(finding, before):
    """Give the ids that may say the same: a service within all, a contact within a pathway."""
    kind, *subjects = finding.split(":")
    if kind == "pathway":
        yield finding
        yield ":".join((kind, *subjects[:2]))
    elif kind == "contacts":
        yield finding
        yield from (f"pathway:{a}:{b}" for a, b in (subjects, subjects[::-1]))
    else:
        yield finding


def milder(before, after):
    return {
        one: (SEVERITIES[place], after)
        for one, place in before.items()
        if min(after.get(other, NONE) for other in told_by(one, before)) > place
    }


@pytest.mark.parametrize("seed", range(300))
def test_no_severity_falls_on_random_coalitions(seed):
    random = Random(seed)
    given = draw_coalition(random)
    before = places(given)
    share = random.choice([0.2, 0.6, 0.9, 1])
    sides = random.choice([("from",), ("to",), ("from", "to")])
    assert milder(before, places(without_names(random, given, share, sides))) == {}
