"""Whoever knows the rules and sees a release can't work out a hidden count.

Every coalition that differs in its hidden counts alone is released. Those that read alike can't be
told apart; in each such group every hidden count takes all values of its band.
"""

from collections import defaultdict

import pandas as pd
import pytest

from collabnet.model import Coalition, Settings
from collabnet.risk.assessment import assess
from collabnet.sharing import release
from sharing.drawn import YEAR, log, texts

COUNTS = (1, 3, 5, 6, 8, 10)
BANDS = {n: {one for one in COUNTS if (one < 6) == (n < 6)} for n in COUNTS}
AGENCIES = ("court", "police", "shelter", "clinic", "school", "outreach")


def build(rows):
    settings = Settings(name="Town", **YEAR)
    agencies = pd.DataFrame({"agency_id": AGENCIES, "sector": AGENCIES})
    return Coalition.from_frames(agencies=agencies, referrals=log(*rows), settings=settings)


def readings(shape, places):
    """Release every coalition of a shape; group the hidden counts by what is read."""
    found = defaultdict(set)
    for first in COUNTS:
        for second in COUNTS if places == 2 else (None,):
            counts = (first,) if second is None else (first, second)
            released = release(assess(build(shape(*counts))), "partner")
            found["\n".join(texts(released))].add(counts)
    return found


SHAPES = {
    "one hidden pathway beside one that is shown": (
        1,
        lambda n: [
            ("court", "O1", "shelter", "I1", 12),
            ("court", "O2", "shelter", "I1", 12),
            ("police", "D1", "shelter", "I1", n),
        ],
    ),
    "one hidden pathway of the same agency": (
        1,
        lambda n: [("court", "O1", "shelter", "I1", 13), ("court", "O2", "clinic", "C1", n)],
    ),
    "a total that a quarter would betray": (
        1,
        lambda n: [("court", "O1", "shelter", "I1", 27), ("police", "D1", "clinic", "C1", n)],
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
def test_every_hidden_count_can_be_anything_in_its_band(name):
    places, shape = SHAPES[name]
    for counts in readings(shape, places).values():
        for place in range(places):
            values = {one[place] for one in counts}
            assert values == {one for n in values for one in BANDS[n]}
