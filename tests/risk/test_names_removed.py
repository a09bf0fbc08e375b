"""Leaving names out of a log never makes a severity milder."""

from random import Random

import pytest

from collabnet.risk.assessment import assess
from risk.cases import coalition, person, spread
from risk.random_coalitions import draw_coalition, without_names
from risk.severities import milder, places

BOTH = ("from", "to")


@pytest.mark.parametrize("first", range(0, 60, 5))
def test_no_severity_falls_on_random_coalitions(first):
    """Positions, groups, people of two agencies, silence, leavers and weak rows among them."""
    for seed in range(first, first + 5):
        random = Random(seed)
        given = draw_coalition(random)
        some = without_names(
            random, given, random.choice([0.2, 0.6, 0.9]), random.choice([BOTH, BOTH[:1], BOTH[1:]])
        )
        before, between = places(given), places(some)
        assert milder(before, between) == {}, seed
        more = without_names(random, some, random.choice([0.5, 1]))
        assert milder(between, places(more)) == {}, seed


def severity(*parts, **tables):
    found = assess(coalition(*parts, **tables)).found
    return {one.id: one.severity for one in found}.get("pathway:court:program")


class TestWhoIsGone:
    """Cases in which a name left out would add a backup."""

    def test_the_silence_of_somebody_whose_early_rows_lose_their_name(self):
        """O1 to O4 have been silent since June; with one named row each they'd seem to be there."""
        june = [*spread(5, end=spread(12)[5]), spread(12)[5]]
        early = [(f"O{i}", june) for i in range(1, 5)]
        named = [("court", who, "program", "program", days) for who, days in early]
        late = ("court", "O5", "program", "program", 12)
        assert severity(*named, late) == "critical"
        blank = [("court", "", "program", "program", days[:-1]) for _, days in early]
        last = [("court", who, "program", "program", days[-1:]) for who, days in early]
        assert severity(*blank, *last, late) == "critical"

    def test_rows_of_somebody_who_left(self):
        """With or without the names of those who left, one officer is all that is there."""
        left = [person(f"O{i}", "court", active_to="2024-10-31") for i in range(1, 5)]
        october = spread(6, end=spread(12)[9])
        named = [
            ("court", one["person_id"], "program", f"I{i}", october) for i, one in enumerate(left)
        ]
        blank = [("court", "", "program", f"I{i}", october) for i in range(4)]
        here = [("court", "O5", "program", f"I{i}", 3) for i in range(4)]
        assert severity(*named, *here, people=left) == "critical"
        assert severity(*blank, *here, people=left) == "critical"

    def test_somebody_of_both_agencies_who_sends_some_and_receives_the_others(self):
        """B1 stands at every row; a blank may be B1 on either side."""
        tables = {
            "people": [person("B1", "court")],
            "memberships": [{"person_id": "B1", "agency_id": "program"}],
        }
        sends = [("court", "B1", "program", f"I{i}", 2) for i in range(4)]
        receives = [("court", f"O{i}", "program", "B1", 2) for i in range(4)]
        assert severity(*sends, *receives, **tables) == "critical"
        blank = [("court", f"O{i}", "program", "", 2) for i in range(4)]
        assert severity(*sends, *blank, **tables) == "critical"

    def test_somebody_of_both_agencies_who_carries_more_than_a_quarter(self):
        """B1 sends three rows of 18 and receives two more, named or not: 5 of 18."""
        tables = {
            "people": [person("B1", "court")],
            "memberships": [{"person_id": "B1", "agency_id": "program"}],
        }
        others = [("court", f"O{i}", "program", f"I{i}", 1) for i in range(13)]
        own = [("court", "B1", "program", f"I{i}", 1) for i in range(13, 16)]
        receives = [("court", f"O{i}", "program", "B1", 1) for i in range(13, 15)]
        assert severity(*others, *own, *receives, **tables) == "moderate"
        blank = [("court", f"O{i}", "program", "", 1) for i in range(13, 15)]
        assert severity(*others, *own, *blank, **tables) == "moderate"
