"""Every kind of change in words: with names inside, without names and counts outside."""

import re
from random import Random

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import apply_changes
from collabnet.planning.whatif import what_if
from collabnet.sharing import release_what_if
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.say_changes import changes_inside, changes_outside
from risk.cases import agreement, coalition, person, tie
from sharing.drawn import drawn
from sharing.test_outside import check, said

GIVEN = coalition(
    *[("court", f"O{i}", "program", "I1", 4) for i in (1, 2, 3)],
    ("police", "D1", "court", "O1", 2),
    people=[
        *(person(f"O{i}", "court", role="officer", name=f"Officer {i}") for i in (1, 2, 3)),
        person("I1", "program", role="intake worker", name="Ann Lee"),
        person("D1", "police"),
    ],
    agencies=[{"agency_id": "court", "name": "Juvenile court", "sector": "juvenile court"}],
    ties=[tie("O1", "D1", quality="strained"), tie("O2", "court", quality="strained")],
)
STEPS = [
    (cn.Leaves("D1", post="empty"), "D1 at police leaves; the post is empty."),
    (cn.Formalizes("court", "program"), "An agreement in use from Juvenile court to program "
     "names the position."),
    (cn.Backs("I1"), "A new colleague shares the work of Ann Lee at program."),
    (cn.Backs("O1", by="O2"), "Officer 2 shares the work of Officer 1 at Juvenile court."),
    (cn.Ties("D1", "program"), "Between D1 at police and program there is a contact."),
    (cn.Repairs("police", "O1"), "The strained ties between police and Officer 1 at Juvenile "
     "court are repaired."),
    (cn.Repairs("court", "court"), "The strained ties inside Juvenile court are repaired."),
    (cn.Invites("court", "I1"), "Invitations to meetings go from Juvenile court to Ann Lee at "
     "program."),
    (cn.Moves("O3", "police"), "Officer 3 at Juvenile court moves to police."),
    (cn.Retains("officer", 0.05), "Each person in the role of officer: 0.05 departures a year."),
    (cn.Closes("police"), "police closes."),
]  # fmt: skip
OUTSIDE = [
    "One person at agency A leaves; the post is empty.",
    "An agreement in use from the juvenile court agency to agency B names the position.",
    "A new colleague shares the work of one person at agency B.",
    "A colleague shares the work of one person at the juvenile court agency.",
    "Between one person at agency A and agency B there is a contact.",
    "The strained ties between agency A and one person at the juvenile court agency are repaired.",
    "The strained ties inside the juvenile court agency are repaired.",
    "Invitations to meetings go from the juvenile court agency to one person at agency B.",
    "One person at the juvenile court agency moves to agency A.",
    "For everybody in one role it is assumed how often they leave.",
    "Agency A closes.",
]


class TestWords:
    @pytest.mark.parametrize(("change", "words"), STEPS, ids=lambda one: str(one)[:40])
    def test_each_kind_with_names(self, change, words):
        assert changes_inside(what_if(GIVEN, change)) == (words,)

    def test_each_kind_without_names(self):
        speaker = OutsideSpeaker(GIVEN, "partner")
        found = [changes_outside(what_if(GIVEN, one), speaker)[0] for one, _ in STEPS]
        assert found == OUTSIDE

    def test_somebody_whom_a_change_makes_up_is_spoken_of_afterwards(self):
        change = what_if(GIVEN, [cn.Backs("I1"), cn.Moves("I1_backup", "court")])
        assert changes_inside(change)[1] == ("Ann Lee (backup) at program moves to Juvenile court.")
        assert release_what_if(change, "public").changes[1] == (
            "One person at agency B moves to the juvenile court agency."
        )

    def test_agencies_keep_their_letters_when_one_closes(self):
        change = what_if(GIVEN, [cn.Closes("police"), cn.Backs("I1")])
        assert release_what_if(change, "partner").changes[1] == OUTSIDE[2]


class TestRoles:
    def test_a_role_is_not_said_because_a_change_makes_up_one_who_holds_it(self):
        """Two officers and a made-up third are not three: nobody learns that there are two."""
        two = coalition(
            ("court", "O1", "program", "I1", 6),
            ("court", "O2", "program", "I1", 6),
            people=[person(f"O{i}", "court", role="officer") for i in (1, 2)],
        )
        backed = apply_changes(two, [cn.Backs("O1")])
        people = ["O1", "O2", "O1_backup"]
        assert OutsideSpeaker(backed, "partner").noun(people) == "officer"
        assert OutsideSpeaker(backed, "partner", was=two).noun(people) == "person"


def draw_changes(random, given):
    """Draw changes of every kind that can be made one after the other."""
    found = []
    kinds = [
        cn.Backs, cn.Ties, cn.Repairs, cn.Invites, cn.Moves, cn.Formalizes, cn.Leaves, cn.Retains,
        cn.Closes,
    ]  # fmt: skip
    for kind in random.sample(kinds, 5):
        for _ in range(10):
            people, agencies = given.people["person_id"].tolist(), given.agencies["agency_id"]
            two = random.sample([*people, *agencies], 2)
            parts = {
                cn.Backs: (two[0],),
                cn.Leaves: (two[0],),
                cn.Closes: (agencies.iloc[0],),
                cn.Moves: (two[0], agencies.iloc[-1]),
                cn.Formalizes: (agencies.iloc[0], agencies.iloc[-1]),
                cn.Retains: (random.choice(given.people["role"].tolist() or ["x"]), 0.05),
            }
            try:
                change = kind(*parts.get(kind, two))
                given = change.apply(given)
            except CollabnetError:
                continue
            found.append(change)
            break
    return found


class TestOutside:
    @pytest.mark.parametrize("seed", range(6))
    def test_no_name_and_no_count_whatever_is_changed(self, seed):
        given = drawn(seed)
        changes = draw_changes(Random(seed), given)
        everything = said(release_what_if(what_if(given, changes), "partner"))
        check(everything, given)
        whole = "\n".join(everything)
        assert "_backup" not in whole and "what_if_" not in whole
        bare = re.sub(r"<11|below 11|than 11|0 whole, 1 in pieces", "", whole)
        assert re.findall(r"(?<![\w.])\d+(?![\w.])", bare) == []

    def test_who_carries_and_contacts_are_told_inside_only(self):
        """Beside another release a single number more or less would give people away."""
        change = what_if(GIVEN, [cn.Backs("I1"), cn.Repairs("police", "court")])
        inside, outside = release_what_if(change), release_what_if(change, "partner")
        assert len(inside.carriers) == 1 and len(inside.contacts) == 2
        assert outside.carriers.empty and outside.contacts.empty
        assert list(outside.carriers) == list(inside.carriers)


class TestPaper:
    @pytest.mark.parametrize(("n", "said"), [(3, ("–", "–")), (12, ("some", "more"))])
    def test_what_is_on_paper_is_said_only_where_the_count_is_shown(self, n, said):
        """Some and then more takes two referrals at least."""
        given = coalition(
            ("court", "O1", "program", "I1", 1),
            ("court", "O2", "program", "I1", n - 1),
            ties=[tie("O1", "I1", kind="referral", basis="formal")],
        )
        change = what_if(given, cn.Formalizes("court", "program"))
        assert change.pathways.iloc[0].tolist()[4:] == [1, n]
        assert tuple(release_what_if(change, "partner").pathways.iloc[0])[4:] == said


class TestMap:
    def test_who_moves_stays_and_takes_along_what_is_their_own(self):
        ties = [tie("O1", "I1", basis="informal"), tie("O1", "D1", basis="unknown")]
        given = coalition(
            ("court", "O1", "program", "I1", 3),
            ("court", "O2", "program", "I1", 3),
            people=[person("D1", "police")],
            ties=ties,
        )
        found = release_what_if(what_if(given, cn.Moves("O1", "police"))).highlight
        assert found == {
            "gone": [],
            "lost": ["log:O1>I1:unknown", "tie:3"],
            "interrupted": [],
        }

    def test_what_is_on_paper_stays_with_the_post(self):
        given = coalition(
            ("court", "O1", "program", "I1", 3), agreements=[agreement("court", "program")]
        )
        change = what_if(given, [cn.Moves("O1", "program")])
        assert release_what_if(change).highlight["lost"] == []


class TestReferrals:
    """Counts of referrals as numbers, for a picture; outside internal there are none."""

    def test_each_is_given_before_and_after_with_the_ends_of_its_range(self):
        change = what_if(cn.load("sample:site_b"), cn.Formalizes("court_b", "residential_program"))
        assert [one[1:] for one in release_what_if(change).referrals] == [
            ((59, 59), (59, 59)),
            ((0, 0), (48, 48)),
            ((48, 48), (0, 6)),
        ]
        assert release_what_if(change, "partner").referrals == ()
