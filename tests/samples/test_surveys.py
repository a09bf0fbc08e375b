"""The made-up surveys of the sites: labelled in every row, apart from the coding, as counted."""

import pytest

import collabnet as cn
from collabnet.model.vocabulary import QUESTION
from samples import survey_oracle as oracle
from samples.sample_files import SAMPLES, SITES, expected, table
from samples.shared import coalition_of


@pytest.mark.parametrize("sample", SITES)
class TestFile:
    def test_every_answer_is_labelled_illustrative(self, sample):
        rows = oracle.answers(sample)
        assert {row["status"] for row in rows} == {"illustrative"}
        assert {row["evidence"] for row in rows} == {"made up"}
        assert len(rows) == expected(sample)["survey"]["answers"]

    def test_agencies_answer_about_agencies_on_known_questions(self, sample):
        agencies = {row["agency_id"] for row in table(sample, "agencies")}
        for row in oracle.answers(sample):
            assert {row["respondent"], row["alter"]} <= agencies
            assert row["respondent"] != row["alter"]
            assert row["question"] in QUESTION.terms

    def test_no_answer_stands_twice(self, sample):
        keys = [(r["respondent"], r["alter"], r["question"]) for r in oracle.answers(sample)]
        assert len(set(keys)) == len(keys)

    def test_the_readme_says_that_it_is_made_up_and_apart(self, sample):
        text = " ".join((SAMPLES / sample / "README.md").read_text(encoding="utf-8").split())
        answer = expected(sample)["survey"]
        assert "**The survey is made up as a whole**" in text
        assert f"{answer['answered']} of {answer['asked']} agencies" in text
        assert 'says `merge = "no"`' in text


@pytest.mark.parametrize("sample", SITES)
class TestAnswers:
    def test_the_committed_answers_are_those_of_the_file(self, sample):
        answer = expected(sample)["survey"]
        assert len(oracle.members(sample)) == answer["asked"]
        respondents = {row["respondent"] for row in oracle.answers(sample)}
        assert len(respondents) == answer["answered"]
        counts = oracle.tie_counts(sample, "contact")
        assert {rule: answer["contact"][rule] for rule in counts} == counts
        assert answer["wide_gaps"] == oracle.wide_gaps(sample)
        assert oracle.against_log(sample) == (
            answer["claimed_never_used"], answer["used_never_claimed"], answer["used_not_known"],
        )  # fmt: skip

    def test_collabnet_gives_them(self, sample):
        coalition, answer = coalition_of(sample), expected(sample)["survey"]
        rates = cn.surveys.response_rates(coalition)
        assert set(rates["asked"]) == {answer["asked"]}
        assert set(rates["answered"]) == {answer["answered"]}
        assert set(rates["standing"]) == {answer["standing"]}
        assert rates["is_one_view"].all()
        contact = rates[rates["question"] == "contact"].iloc[0]
        assert contact["known_ties"] == answer["contact"]["known"]
        assert contact["possible_ties"] == answer["contact"]["possible"]
        for rule in ("union", "confirmed", "reconstructed", "fewest", "most"):
            found = cn.surveys.ties(coalition, rule=rule, question="contact")
            assert len(found) == answer["contact"][rule], rule
        sides = cn.surveys.sides(coalition)
        wide = sides[sides["is_wide"]]
        assert wide[["from_id", "to_id"]].values.tolist() == answer["wide_gaps"]
        both = cn.surveys.claimed_and_used(coalition)
        for made, name in zip(
            both, ("claimed_never_used", "used_never_claimed", "used_not_known"), strict=True
        ):
            assert made[["from_id", "to_id"]].values.tolist() == answer[name], name


@pytest.mark.parametrize("sample", SITES)
class TestApart:
    def test_no_tie_comes_from_the_survey(self, sample):
        coalition = coalition_of(sample)
        assert len(coalition.ties) == expected(sample)["counts"]["ties"]
        assert set(coalition.ties["file"]) == {"ties.csv"}

    def test_no_finding_rests_on_it_and_none_moves_without_it(self, sample):
        coalition = coalition_of(sample)
        without = coalition.with_tables(answers=coalition.answers.iloc[:0])
        found, before = cn.assess(coalition).found, cn.assess(without).found
        assert found == before
        assert all("survey" not in one.sources for one in found)

    def test_the_check_says_that_it_is_apart(self, sample):
        assert "Ties by the survey: it is kept apart (merge), and no finding uses it." in (
            cn.check(f"sample:{sample}").cannot_say
        )
