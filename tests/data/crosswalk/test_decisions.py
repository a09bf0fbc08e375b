"""What holds after the lines of a crosswalk: later ones win, undo takes back, places are apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from collabnet.data.crosswalk.decisions import Crosswalk, Decision

SAME = Decision("person", "OB", "officer_b1")
NAMES = ("OB", "O.B.", "Officer B", "ob")
LINES = st.lists(
    st.builds(
        Decision,
        kind=st.sampled_from(["agency", "person"]),
        written=st.sampled_from(NAMES),
        means=st.sampled_from(["officer_b1", "officer_b2", ""]),
        decision=st.sampled_from(["same", "different", "undone"]),
        at_agency=st.sampled_from(["", "court_b", "shelter"]),
        in_file=st.sampled_from(["", "ties.csv"]),
    ).filter(lambda line: line.means or line.decision != "same"),
    max_size=12,
)


def holds(lines):
    """What a crosswalk answers for every spelling at every place."""
    walk = Crosswalk(lines)
    places = [(a, f) for a in ("", "court_b", "shelter") for f in ("", "ties.csv")]
    return [
        (kind, written, place, line and line.means, sorted(walk.apart(kind, written, *place)))
        for kind in ("agency", "person")
        for written in NAMES
        for place in places
        for line in [walk.meant(kind, written, *place)]
    ]


class TestLaterLinesWin:
    def test_the_last_of_two_counts(self):
        walk = Crosswalk([SAME, replace(SAME, means="officer_b2")])
        assert walk.meant("person", "OB").means == "officer_b2"

    def test_different_takes_same_away(self):
        walk = Crosswalk([SAME, replace(SAME, decision="different")])
        assert walk.meant("person", "OB") is None
        assert walk.apart("person", "OB") == {"officer_b1"}

    def test_different_from_another_leaves_it(self):
        walk = Crosswalk([SAME, replace(SAME, means="officer_b2", decision="different")])
        assert walk.meant("person", "OB").means == "officer_b1"

    def test_different_from_everybody_takes_all_away(self):
        walk = Crosswalk([SAME, replace(SAME, means="", decision="different")])
        assert (walk.meant("person", "OB"), walk.apart("person", "OB")) == (
            None,
            {"", "officer_b1"} - {"officer_b1"},
        )

    @given(LINES, st.randoms())
    def test_only_the_order_within_a_spelling_and_place_counts(self, lines, random):
        by_key = {}
        for line in lines:
            by_key.setdefault(line.key, []).append(line)
        left = [list(group) for group in by_key.values()]
        mixed = []
        while any(left):
            group = random.choice([group for group in left if group])
            mixed.append(group.pop(0))
        assert holds(mixed) == holds(lines)


class TestUndo:
    def test_the_decision_before_holds_again(self):
        other = replace(SAME, means="officer_b2")
        walk = Crosswalk([SAME, other, replace(SAME, means="", decision="undone")])
        assert walk.meant("person", "OB").means == "officer_b1"

    @given(LINES, LINES)
    def test_undoing_new_lines_restores_what_held(self, before, new):
        new = [line for line in new if line.decision != "undone"]
        undone = [replace(line, means="", decision="undone") for line in reversed(new)]
        assert holds([*before, *new, *undone]) == holds(before)

    def test_one_with_an_id_takes_the_last_about_that_id_back(self):
        lines = [SAME, replace(SAME, means="officer_b2"), replace(SAME, decision="undone")]
        assert Crosswalk(lines).meant("person", "OB").means == "officer_b2"

    def test_undoing_nothing_has_no_effect_and_is_known(self):
        undo = replace(SAME, decision="undone")
        walk = Crosswalk([undo])
        assert (walk.meant("person", "OB"), walk.without_effect) == (None, [undo])


class TestPlaces:
    def test_one_spelling_is_two_people_at_two_agencies(self):
        lines = [
            replace(SAME, at_agency="court_b"),
            replace(SAME, means="intake_1", at_agency="shelter"),
        ]
        walk = Crosswalk(lines)
        assert walk.meant("person", "OB", "court_b").means == "officer_b1"
        assert walk.meant("person", "OB", "shelter").means == "intake_1"
        assert walk.meant("person", "OB") is None

    def test_a_split_leaves_the_rest_as_it_was(self):
        walk = Crosswalk([SAME, replace(SAME, decision="different", at_agency="shelter")])
        assert walk.meant("person", "OB", "court_b").means == "officer_b1"
        assert walk.meant("person", "OB", "shelter") is None

    def test_a_file_can_be_split_off_too(self):
        walk = Crosswalk([SAME, replace(SAME, decision="different", in_file="ties.csv")])
        assert walk.meant("person", "OB", "", "referrals.csv").means == "officer_b1"
        assert walk.meant("person", "OB", "", "ties.csv") is None

    def test_an_agency_is_no_person(self):
        assert Crosswalk([SAME]).meant("agency", "OB") is None
