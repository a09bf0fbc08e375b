"""New, lost and kept ties and pathways, over those who answered both times."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import collabnet as cn
from collabnet.comparison.waves import compare_waves
from collabnet.comparison.waves.kept_ties import changes_of, jaccard, tie_changes
from comparison.waves.small import every, log, survey

THINGS = st.sets(st.tuples(st.integers(0, 5).map(str)))


class TestChanges:
    @given(THINGS, THINGS)
    def test_jaccard_is_what_both_have_of_what_either_has(self, old, new):
        found = changes_of(old, new).values()
        if old | new:
            assert jaccard(found) == len(old & new) / len(old | new)
        else:
            assert jaccard(found) != jaccard(found)

    @given(THINGS, THINGS)
    def test_turning_time_round_turns_new_into_lost(self, old, new):
        turned = {"kept": "kept", "new": "lost", "lost": "new"}
        back = {one: turned[change] for one, change in changes_of(new, old).items()}
        assert changes_of(old, new) == back


class TestTies:
    def test_a_tie_is_compared_only_where_both_ends_answered_both_times(self):
        """Dan answered in 2024 only: his tie isn't new. Cat in 2023 only: hers isn't lost."""
        old = survey(("ann", "bob"), ("bob", "cat"), answered=("ann", "bob", "cat"))
        new = survey(("ann", "dan"), ("ann", "bob"), answered=("ann", "bob", "dan"))
        found = tie_changes(old, new)
        assert found.ties == {("contact", "ann", "bob"): "kept"}
        assert found.both == {"ann", "bob"}
        assert (found.earlier_only, found.later_only) == (1, 1)
        assert (found.left_out_earlier, found.left_out_later) == (1, 1)
        assert found.is_recorded

    def test_a_tie_that_one_side_still_tells_of_is_kept(self):
        old = survey(("ann", "bob"), answered=("ann", "bob"))
        answers = old.answers
        one_sided = answers.assign(
            value=answers["value"].where(answers["respondent"] != "bob", "0")
        )
        new = old.with_tables(answers=one_sided, ties=old.own_ties).with_survey_ties()
        assert list(tie_changes(old, new).ties.values()) == ["kept"]

    def test_without_a_word_on_who_answered_everybody_is_compared_and_it_is_said(self):
        people = pd.DataFrame({"person_id": ["ann", "bob"], "agency_id": ["a", "b"]})
        tie = pd.DataFrame({"source": ["ann"], "target": ["bob"], "kind": ["contact"]})
        old, new = (
            cn.Coalition.from_frames(people=people, ties=ties)
            for ties in (tie, tie.assign(quality="absent"))
        )
        found = tie_changes(old, new)
        assert not found.is_recorded
        assert found.ties == {("contact", "ann", "bob"): "lost"}

    def test_strained_and_absent_ties_are_no_ways(self):
        people = pd.DataFrame({"person_id": ["ann", "bob"], "agency_id": ["a", "b"]})
        tie = pd.DataFrame({"source": ["ann"], "target": ["bob"], "kind": ["contact"]})
        old = cn.Coalition.from_frames(people=people, ties=tie)
        new = cn.Coalition.from_frames(people=people, ties=tie.assign(quality="strained"))
        assert list(tie_changes(old, new).ties.values()) == ["lost"]


class TestPathways:
    def test_new_lost_and_kept_between_agencies_of_both_times(self):
        names = pd.DataFrame({"agency_id": ["court", "home", "shelter", "clinic"]})
        old = log(*every("2023-01", "2023-06", "court", "o1", "home", 2),
                  *every("2023-01", "2023-06", "court", "o1", "shelter", 1),
                  until="2023-06", agencies=names)  # fmt: skip
        new = log(*every("2023-01", "2023-06", "court", "o1", "home", 2),
                  ("2023-03", "clinic", "n1", "home", 2),
                  until="2023-06", agencies=names)  # fmt: skip
        found = compare_waves(old, new).pathways.drop(columns=["from_agency", "to_agency"])
        assert found.to_numpy().tolist() == [
            ["new", 0, 2, False],  # exp(-2) = 0.14: two could well be none by chance
            ["kept", 12, 12, False],
            ["lost", 6, 0, True],  # exp(-6) = 0.002
        ]

    def test_a_pathway_of_an_agency_that_one_time_does_not_know_is_counted_only(self):
        old = log(("2023-01", "court", "o1", "home", 2))
        new = log(("2023-01", "court", "o1", "home", 2), ("2023-01", "clinic", "n", "home", 3))
        found = compare_waves(old, new).counts.set_index("what").loc["pathways"]
        assert found[["kept", "new", "lost", "not_compared"]].tolist() == [1, 0, 0, 1]


class TestRefusals:
    def test_two_coalitions_without_an_id_in_common(self):
        with pytest.raises(
            cn.CollabnetError,
            match=(
                r"^Two times of one coalition need the same ids; these have no person and no "
                r"agency in common\. Compare them as two sites: cn\.compare\(one, other\)\.$"
            ),
        ):
            compare_waves(log(("2023-01", "a", "x", "b", 1)), log(("2023-01", "c", "y", "d", 1)))

    def test_what_is_no_coalition(self):
        with pytest.raises(
            cn.CollabnetError,
            match=(
                r"^Two times of a coalition are compared; got 'site_b'\. Load each first: "
                r"cn\.load\('folder'\)\.$"
            ),
        ):
            compare_waves("site_b", log(("2023-01", "a", "x", "b", 1)))
