"""``collabnet plan``: words, JSON, a file, and changes that a what-if takes."""

import json

import pytest

from cli.calls import call

SITE_B = "sample:site_b"


class TestPlan:
    def test_words_begin_with_the_best_changes_alone(self, capsys):
        answer = call(capsys, "plan", SITE_B, "--changes", "1")
        assert answer.code == 0
        first = answer.out.index("1. Put the link from Juvenile court to Residential program")
        assert first < answer.out.index("The best together")

    def test_json_holds_the_same(self, capsys):
        answer = call(capsys, "plan", SITE_B, "--format", "json", "--changes", "2")
        found = json.loads(answer.out)
        assert [step["change"] for step in found["steps"]] == [
            "formalizes:court_b:residential_program",
            "backs:program_director:program_therapist",
        ]

    def test_terms_are_taken(self, capsys):
        given = ("--kinds", "backs, ties", "--effort", "backs=9", "--not-person", "officer_b1",
                 "--at-most-per-person", "1", "--takeover", "0.5", "--rates", "middle",
                 "--rank-by", "volume")  # fmt: skip
        answer = call(capsys, "plan", SITE_B, "--format", "json", *given)
        terms = json.loads(answer.out)["terms"]
        assert terms["kinds"] == ["backs", "ties"]
        assert terms["efforts"]["backs"] == 9
        assert (terms["not_people"], terms["at_most_per_person"]) == (["officer_b1"], 1)
        assert (terms["takeover"], terms["rank_by"]) == (0.5, "volume")

    def test_the_changes_can_be_saved_and_tried(self, capsys, tmp_path):
        file, text = tmp_path / "plan.txt", tmp_path / "words.txt"
        answer = call(capsys, "plan", SITE_B, "--save", file, "--output", text)
        assert f"Written: {file}. Try it: collabnet whatif PATH --changes {file}" in answer.err
        assert text.read_text("utf-8").startswith("Plan: Site B")
        assert file.read_text("utf-8").splitlines() == [
            "formalizes:court_b:residential_program",
            "backs:program_director:program_therapist",
            "backs:officer_b1:officer_b4",
        ]
        assert call(capsys, "whatif", SITE_B, "--changes", file).code == 0

    def test_a_plan_without_changes_is_not_saved(self, capsys, tmp_path):
        file = tmp_path / "plan.txt"
        answer = call(capsys, "plan", SITE_B, "--kinds", "retains", "--save", file)
        assert f"Not written: {file}. The plan has no change." in answer.err
        assert not file.exists()

    @pytest.mark.parametrize("effort", ["formalizes", "=3", "backs=many"])
    def test_an_effort_needs_kind_and_number(self, capsys, effort):
        answer = call(capsys, "plan", SITE_B, "--effort", effort)
        assert answer.code == 2
        needed = f"--effort needs KIND=N, for example formalizes=3; got {effort!r}."
        assert needed in answer.err

    def test_what_cannot_be_is_refused_in_a_sentence(self, capsys):
        answer = call(capsys, "plan", SITE_B, "--changes", "99")
        assert (answer.code, answer.out) == (1, "")
        assert "A plan needs a number of changes from 1 to 20; got 99." in answer.err
