"""Whoever knows the rules and sees a release can't work out a hidden count.

Every coalition that differs in its hidden counts alone is released. Those that read alike can't be
told apart; in each such group every hidden count takes all values from 1 to 10.
"""

from collections import defaultdict

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model import Coalition, Settings
from collabnet.planning.changes import Closes, Formalizes, Leaves
from collabnet.risk.assessment import assess
from collabnet.sharing import release, release_what_if
from sharing.drawn import YEAR, log, texts

COUNTS = (1, 2, 3, 5, 6, 8, 10)
FEWER = (1, 5, 6, 10)
AGENCIES = ("court", "police", "shelter", "clinic", "school", "outreach")
IN_USE = {"from_agency": "police", "to_agency": "shelter", "names_position": "yes"}


def build(rows, **tables):
    settings = Settings(name="Town", **YEAR)
    agencies = pd.DataFrame({"agency_id": AGENCIES, "sector": AGENCIES})
    return Coalition.from_frames(
        agencies=agencies, referrals=log(*rows), settings=settings, **tables
    )


def partner(coalition):
    return release(assess(coalition, worlds=20), "partner")


def readings(shape, places, released=partner, **tables):
    """Release every coalition of a shape; group the hidden counts by what is read."""
    found = defaultdict(set)
    for first in COUNTS if places == 1 else FEWER:
        for second in FEWER if places == 2 else (None,):
            counts = (first,) if second is None else (first, second)
            said = "\n".join(texts(released(build(shape(*counts), **tables))))
            found[said].add(counts)
    return found


def check(found, places):
    """Fail if a reader can leave out any value of a hidden count."""
    for counts in found.values():
        for place in range(places):
            values = {one[place] for one in counts}
            assert values == set(COUNTS if places == 1 else FEWER)


def by(agency, senders, to, receiver, n):
    """Spread n referrals over some senders, as far as they go."""
    people = senders[: min(n, len(senders))]
    parts = [n // len(people) + (i < n % len(people)) for i in range(len(people))]
    return [(agency, who, to, receiver, part) for who, part in zip(people, parts, strict=True)]


SHOWN = [("court", "O1", "shelter", "I1", 12), ("court", "O2", "shelter", "I1", 12)]
SHAPES = {
    "one hidden pathway beside one that is shown": (
        1,
        lambda n: [*SHOWN, ("police", "D1", "shelter", "I1", n)],
    ),
    "one hidden pathway of the same agency": (
        1,
        lambda n: [("court", "O1", "shelter", "I1", 13), ("court", "O2", "clinic", "C1", n)],
    ),
    "a total that a quarter would betray": (
        1,
        lambda n: [("court", "O1", "shelter", "I1", 27), ("police", "D1", "clinic", "C1", n)],
    ),
    "several people carry a hidden pathway": (
        1,
        lambda n: [*SHOWN, *by("police", ["D1", "D2", "D3", "D4"], "clinic", "C1", n)],
    ),
    "several people receive a hidden pathway and somebody isn't named": (
        1,
        lambda n: [
            *SHOWN,
            *[(c, d, a, b, m) for a, b, c, d, m in by("clinic", ["C1", "", "C2"], "police", "", n)],
        ],
    ),
    "a hidden pathway back, beside one that rests on one person": (
        1,
        lambda n: [("court", "O1", "shelter", "I1", 14), ("shelter", "I1", "court", "O1", n)],
    ),
    "a pathway of three people, critical if it is half": (
        2,
        lambda n, m: [
            *by("court", ["O1", "O2", "O3"], "shelter", "I1", 12),
            ("court", "O1", "clinic", "C1", n),
            ("court", "O2", "school", "S1", m),
        ],
    ),
    "two hidden pathways of the same agency": (
        2,
        lambda n, m: [
            ("court", "O1", "shelter", "I1", 12),
            ("court", "O2", "clinic", "C1", n),
            ("court", "O2", "school", "S1", m),
        ],
    ),
    "two hidden pathways and nothing else": (
        2,
        lambda n, m: [
            ("court", "O1", "shelter", "I1", n),
            ("police", "D1", "clinic", "C1", m),
        ],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_hidden_count_can_be_anything_from_1_to_10(name):
    places, shape = SHAPES[name]
    check(readings(shape, places), places)


@pytest.mark.parametrize("in_use", ["yes", "unknown", "no"])
def test_what_is_on_paper_tells_no_count(in_use):
    """Nor whether the headline hangs on what isn't known to be on paper."""
    paper = pd.DataFrame([{"agreement_id": "p1", "in_use": in_use, **IN_USE}])

    def shape(n, m):
        shown = [("court", "O1", "shelter", "I1", 11)]
        return [*shown, ("police", "D1", "shelter", "I2", n), ("police", "D1", "clinic", "C1", m)]

    check(readings(shape, 2, agreements=paper), 2)


@pytest.mark.parametrize("quality", ["positive", "strained", "absent"])
def test_a_tie_beside_a_hidden_pathway_tells_no_count(quality):
    """Inside a contact isn't told again where a ranked pathway tells it: outside it always is."""
    ties = pd.DataFrame(
        [{"source": "D1", "target": "I1", "kind": "contact", "basis": "", "quality": quality}]
    )
    _, shape = SHAPES["one hidden pathway beside one that is shown"]
    check(readings(shape, 1, ties=ties), 1)


CHANGES = {
    "one who carries a hidden pathway leaves": [Leaves("D1", post="empty")],
    "one who carries a shown pathway leaves": [Leaves("O1", post="empty")],
    "an agency closes": [Closes("police")],
    "an agreement and a departure": [Formalizes("police", "clinic"), Leaves("O2", post="empty")],
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_what_if_tells_no_count(name):
    """Not by which figure moves, nor by what is left of a link, nor by which finding is gone."""

    def shape(n, m):
        return [*SHOWN, ("police", "D1", "clinic", "C1", n), ("court", "O2", "school", "S1", m)]

    def released(coalition):
        return release_what_if(cn.what_if(assess(coalition, worlds=0), CHANGES[name]), "partner")

    check(readings(shape, 2, released), 2)


def test_what_is_left_of_a_small_count_may_be_none():
    """That one of two who carry it leaves isn't told apart from that the only one does."""

    def released(*rows):
        made = cn.what_if(assess(build([*SHOWN, *rows]), worlds=0), Leaves("D1", post="empty"))
        return release_what_if(made, "partner").pathways.to_numpy().tolist()

    alone = released(("police", "D1", "clinic", "C1", 1))
    both = released(("police", "D1", "clinic", "C1", 1), ("police", "D2", "clinic", "C1", 1))
    assert alone == both
    assert alone[0][2:] == ["some", "less or none", "–", "–"]
