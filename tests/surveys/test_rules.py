"""Ties by a rule: the example of the definitions, brute force, and what never changes."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.model.errors import NotFoundError
from surveys.answers import BLANK, FOUR, NO, YES, confirmed_in, frame, pairs, survey, worlds

ACTORS = "ABCD"
WAYS = [(i, j) for i in ACTORS for j in ACTORS if i != j]
ANSWERS = st.dictionaries(st.sampled_from(WAYS), st.sampled_from([YES, NO, BLANK, "3"]))


def ties(coalition, rule, **options):
    return pairs(cn.surveys.ties(coalition, rule=rule, **options))


class TestExample:
    """Four agencies, of which D did not answer."""

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            ("union", {"AB", "AC", "AD", "CD"}),
            ("confirmed", {"AB"}),
            ("reconstructed", {"AB", "AD", "CD"}),
            ("fewest", {"AB"}),
            ("most", {"AB", "AD", "CD"}),
            ("bounds", {"AB", "AD", "CD"}),
        ],
    )
    def test_each_rule_by_its_name(self, rule, expected):
        assert ties(survey(FOUR), rule) == {tuple(pair) for pair in expected}

    def test_counts_rates_and_what_they_are_of(self):
        (row,) = cn.surveys.tie_counts(survey(FOUR)).to_dict("records")
        assert (row["union"], row["pairs"]) == (4, 6)
        assert (row["confirmed"], row["confirmed_of"]) == (1, 3)
        assert (row["reconstructed"], row["reconstructed_of"]) == (3, 6)
        assert (row["fewest"], row["most"]) == (1, 3)
        assert (row["confirmation_rate"], row["claimed_of"]) == (0.5, 2)
        (rate,) = cn.surveys.response_rates(survey(FOUR)).to_dict("records")
        assert (rate["answered"], rate["asked"], rate["response_rate"]) == (3, 4, 0.75)
        assert (rate["known_ties"], rate["possible_ties"]) == (9, 12)

    def test_bounds_mark_what_holds_whatever_the_silent_say(self):
        table = cn.surveys.ties(survey(FOUR), rule="bounds")
        assert dict(zip(table["to_id"], table["is_certain"], strict=True)) == {
            "B": True, "D": False,
        }  # fmt: skip
        assert set(table["rule"]) == {"bounds"}

    def test_a_tie_keeps_both_answers_and_their_rows(self):
        row = cn.surveys.ties(survey(FOUR), rule="union").iloc[1]
        assert (row["from_id"], row["to_id"]) == ("A", "C")
        assert (row["said_by_from"], row["said_by_to"]) == (1.0, 0.0)
        assert row["rows"] == [
            {"file": "survey.csv", "row": 4}, {"file": "survey.csv", "row": 5},
        ]  # fmt: skip

    def test_a_missing_side_is_unknown_and_never_zero(self):
        row = cn.surveys.ties(survey(FOUR), rule="union").iloc[2]
        assert (row["from_id"], row["to_id"], row["said_by_from"]) == ("A", "D", 1.0)
        assert math.isnan(row["said_by_to"])
        assert math.isnan(row["strength_by_to"])


class TestBlanks:
    """Blank, not asked and "0 = no interaction" are three different answers."""

    @pytest.mark.parametrize(
        ("value", "rules"),
        [
            (BLANK, {"union", "reconstructed", "most"}),
            (NO, {"union"}),
            (YES, {"union", "confirmed", "reconstructed", "fewest", "most"}),
        ],
    )
    def test_what_the_other_side_says_decides(self, value, rules):
        given_ = survey([("A", "B", YES), ("B", "A", value), ("B", "C", YES)], agencies="ABC")
        found = {
            rule
            for rule in ("union", "confirmed", "reconstructed", "fewest", "most")
            if ("A", "B") in ties(given_, rule)
        }
        assert found == rules

    def test_names_recalled_freely_are_a_no_of_all_others(self):
        rows = [("A", "B", YES), ("B", "C", YES)]
        assert ties(survey(rows, agencies="ABC", recall="free"), "reconstructed") == {("B", "C")}
        listed = survey(rows, agencies="ABC", recall="list")
        assert ties(listed, "reconstructed") == {("A", "B"), ("B", "C")}

    def test_at_the_cap_nothing_is_known_of_those_who_were_not_named(self):
        rows = [("A", "B", YES), ("B", "C", YES), ("C", "D", YES), ("C", "A", YES)]
        free = survey(rows, recall="free", most_names=1)
        assert ties(free, "reconstructed") == {("A", "B"), ("A", "C"), ("B", "C"), ("C", "D")}


class TestBruteForce:
    @settings(max_examples=25)
    @given(ANSWERS)
    def test_bounds_are_the_fewest_and_the_most_of_all_worlds(self, answers):
        if sum(answers.get(way, BLANK) == BLANK for way in WAYS) > 8:
            answers = {way: answers.get(way, NO) for way in WAYS[4:]} | answers
        coalition = survey([(i, j, value) for (i, j), value in answers.items()])
        plain = {way: YES if value == "3" else value for way, value in answers.items()}
        found = [confirmed_in(world, ACTORS) for world in worlds(plain, ACTORS)]
        if not answers:
            assert cn.surveys.ties(coalition, rule="most").empty  # nobody was asked anything
            return
        assert ties(coalition, "fewest") == set.intersection(*found)
        assert ties(coalition, "most") == set.union(*found)
        sure = cn.surveys.ties(coalition, rule="bounds")
        assert pairs(sure[sure["is_certain"]]) == ties(coalition, "fewest")

    @settings(max_examples=25)
    @given(ANSWERS)
    def test_rules_by_their_definition(self, answers):
        coalition = survey([(i, j, value) for (i, j), value in answers.items()])
        yes = {way for way, value in answers.items() if value in (YES, "3")}
        no = {way for way, value in answers.items() if value == NO}
        both = list(combinations(ACTORS, 2))
        assert ties(coalition, "union") == {p for p in both if {p, p[::-1]} & yes}
        assert ties(coalition, "confirmed") == {p for p in both if {p, p[::-1]} <= yes}
        assert ties(coalition, "reconstructed") == {
            p for p in both if {p, p[::-1]} & yes and not {p, p[::-1]} & no
        }


class TestProperties:
    @settings(max_examples=25)
    @given(ANSWERS)
    def test_stricter_rules_give_fewer_ties(self, answers):
        coalition = survey([(i, j, value) for (i, j), value in answers.items()])
        confirmed, most = ties(coalition, "confirmed"), ties(coalition, "most")
        assert confirmed <= ties(coalition, "reconstructed") <= ties(coalition, "union")
        assert ties(coalition, "fewest") == confirmed
        assert ties(coalition, "reconstructed") <= most

    @settings(max_examples=25)
    @given(ANSWERS, st.permutations(ACTORS), st.sampled_from(["union", "confirmed", "most"]))
    def test_other_names_change_nothing(self, answers, names, rule):
        new = dict(zip(ACTORS, names, strict=True))
        before = survey([(i, j, value) for (i, j), value in answers.items()])
        after = survey([(new[i], new[j], value) for (i, j), value in answers.items()])
        renamed = {tuple(sorted((new[i], new[j]))) for i, j in ties(before, rule)}
        assert ties(after, rule) == renamed

    @settings(max_examples=25)
    @given(st.permutations(FOUR))
    def test_the_order_of_the_rows_changes_nothing(self, rows):
        reordered, usual = survey(rows), survey(FOUR)
        for rule in ("union", "confirmed", "reconstructed", "most"):
            assert ties(reordered, rule) == ties(usual, rule)


class TestChoice:
    def test_questions_and_waves_are_apart(self):
        more = [frame([("A", "B", NO)], wave="2025"), frame([("C", "D", YES)], question="trust")]
        coalition = survey(FOUR, more=more)
        assert ties(coalition, "union", question="trust") == {("C", "D")}
        assert ties(coalition, "union", question="contact", wave="2025") == set()
        table = cn.surveys.ties(coalition, rule="union", wave="2024")
        assert set(table["question"]) == {"contact", "trust"}

    def test_a_rule_that_does_not_exist(self):
        with pytest.raises(NotFoundError) as refused:
            cn.surveys.ties(survey(FOUR), rule="unoin")
        assert str(refused.value) == (
            "There is no tie rule 'unoin'. Did you mean union? Rules are: union, confirmed, "
            "reconstructed, fewest, most, bounds."
        )

    def test_a_question_that_nobody_was_asked(self):
        with pytest.raises(NotFoundError) as refused:
            cn.surveys.ties(survey(FOUR), question="advice")
        assert str(refused.value) == "There is no question 'advice'. The survey has: contact."

    def test_without_a_survey_tables_are_empty_and_keep_their_columns(self):
        empty = cn.Coalition.from_frames()
        assert list(cn.surveys.ties(empty).columns)[:4] == ["from_id", "to_id", "wave", "question"]
        assert cn.surveys.response_rates(empty).empty
        assert cn.surveys.sides(empty).empty
        assert cn.surveys.tie_counts(empty).empty
