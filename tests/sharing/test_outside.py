"""What those outside may see: no names of staff, no small counts, nothing that gives them away."""

import re

import pytest

from collabnet.planning.changes import Closes, Formalizes, Leaves
from collabnet.planning.whatif import what_if
from collabnet.risk.assessment import assess
from collabnet.sharing import release, release_what_if
from sharing.drawn import drawn, texts

OUTSIDE = ("partner", "public")
SMALL = re.compile(r"(?<![\d.<-])(?:10|[1-9])(?![\d.]|\s*-)")
SMALL_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b(?! or (?:three|more)\b)", re.I
)
BANDS = re.compile(
    r"two or three|four or more|three quarters|\bthe two\b|0 whole, 1 in pieces", re.I
)
SEEDS = range(20)


def said(released):
    """Everything a release says, apart from the days of the period and the version."""
    skip = {released.period, released.methods} if hasattr(released, "period") else set()
    return [text for text in texts(released) if text not in skip]


def check(everything, coalition):
    """Fail if a text holds a name, an id, a note or a small count."""
    whole = "\n".join(everything)
    people = {*coalition.people["person_id"], *coalition.people["name"]}
    agreed = set(coalition.settings.consent)
    agencies = coalition.agencies[~coalition.agencies["agency_id"].isin(agreed)]
    names = people | {*agencies["agency_id"], *agencies["name"]} | set(agreed)
    assert [name for name in names if name.lower() in whole.lower()] == []
    assert "wv" not in whole
    bare = re.sub(r"qx\d+ agency name", "", whole, flags=re.I)
    bare = BANDS.sub("", bare)
    assert SMALL.findall(bare) == []
    assert SMALL_WORDS.findall(bare) == []


class TestAssessment:
    @pytest.mark.parametrize("audience", OUTSIDE)
    @pytest.mark.parametrize("seed", SEEDS)
    def test_no_name_and_no_small_count(self, seed, audience):
        """No staff, no agency without consent, no note, and no count from 1 to 10."""
        coalition = drawn(seed)
        released = release(assess(coalition), audience)
        check(said(released), coalition)
        assert all(
            not one.people and not one.rows and not one.subject_ids for one in released.findings
        )

    @pytest.mark.parametrize("seed", range(10))
    def test_the_internal_release_names_staff(self, seed):
        """The same coalition, released internally, does name them: the check can fail."""
        coalition = drawn(seed)
        whole = "\n".join(said(release(assess(coalition))))
        assert coalition.people["name"].iloc[0] in whole

    @pytest.mark.parametrize("seed", SEEDS)
    def test_ids_are_unique(self, seed):
        """Two findings never share an id, also where two agencies read alike."""
        ids = [one.id for one in release(assess(drawn(seed)), "partner").findings]
        assert len(set(ids)) == len(ids)


class TestWhatIf:
    @pytest.mark.parametrize("seed", range(15))
    def test_no_name_and_no_count_at_all(self, seed):
        """Two releases side by side could be subtracted: a what-if shows no count."""
        coalition = drawn(seed)
        people, agencies = (coalition.people["person_id"], coalition.agencies["agency_id"])
        changes = [
            Formalizes(agencies.iloc[0], agencies.iloc[1]),
            Leaves(people.iloc[0], post="empty"),
            Leaves(people.iloc[1]),
            Closes(agencies.iloc[0]),
        ]
        everything = said(release_what_if(what_if(coalition, changes), "partner"))
        check(everything, coalition)
        bare = re.sub(r"<11|below 11|than 11|0 whole, 1 in pieces", "", "\n".join(everything))
        assert re.findall(r"(?<![\w.])\d+(?![\w.])", bare) == []
