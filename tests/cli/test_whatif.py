"""``collabnet whatif``: every kind of change, from options and files; scenarios saved and run."""

import json

import pytest

from cli.calls import call
from collabnet.data.samples import copy_sample
from collabnet.planning.scenarios import load_scenarios


@pytest.fixture
def folder(tmp_path):
    return copy_sample("g1", tmp_path / "site")


def tried(capsys, path, *arguments):
    answer = call(capsys, "whatif", path, *arguments, "--format", "json")
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


class TestChanges:
    def test_every_kind_in_the_order_written(self, capsys, tmp_path):
        (tmp_path / "more.txt").write_text("# then\nrepairs:court_b:police_b\n")
        found = tried(
            capsys, "sample:site_b", "--backs", "officer_b1:officer_b2", "--retains",
            "director:low", "--ties=officer_b4:investigator_b1", "--changes",
            tmp_path / "more.txt", "--invites", "caseworkers:court_b", "--moves",
            "officer_b3:police_b", "--backs", "program_director", "--closes",
            "prevention_education", "--leaves", "program_director:empty",
        )  # fmt: skip
        assert found["written"] == [
            "backs:officer_b1:officer_b2",
            "retains:director:0.05",
            "ties:officer_b4:investigator_b1",
            "repairs:court_b:police_b",
            "invites:caseworkers:court_b",
            "moves:officer_b3:police_b",
            "backs:program_director",
            "closes:prevention_education",
            "leaves:program_director:empty",
        ]
        assert "scenario" not in found

    def test_an_id_with_a_colon_needs_no_backslash_where_one_id_is_needed(self, capsys, folder):
        people = folder / "people.csv"
        people.write_text(people.read_text("utf-8").replace("D2,", "D:2,"), "utf-8")
        log = folder / "referrals.csv"
        log.write_text(log.read_text("utf-8").replace(",D2,", ",D:2,"), "utf-8")
        assert tried(capsys, folder, "--leaves", "D:2")["written"] == [r"leaves:D\:2"]
        assert tried(capsys, folder, "--backs", "D:2")["written"] == [r"backs:D\:2"]
        assert tried(capsys, folder, "--moves", r"D\:2:court")["written"] == [r"moves:D\:2:court"]

    def test_text_tells_who_carries_contacts_and_what_is_new(self, capsys):
        out = " ".join(call(capsys, "whatif", "sample:g1", "--moves", "S1:police").out.split())
        label = "[example: made up for hand checks]"
        assert " Changed - Social worker S1 at Hospital moves to Police. Assumed - " in out
        assert "- from Hospital to Advocacy center: senders 1 before, 0 after;" in out
        assert (
            " Contacts that change - between Advocacy center and Hospital: usable 2 before, 0 "
            f"after; sides on one person 2 before, 0 after {label} " in out
        )

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--ties", "O1"], "--ties needs A:B, for example O1:I2; got 'O1'."),
            (
                ["--retains", "officer:20"],
                "--retains needs ROLE:RATE (departures a year, or low, middle, high), for example "
                "intake worker:0.05; got 'officer:20'.",
            ),
            (
                ["--leaves", "O1", "--undo"],
                "--undo, --redo, --off and --on need a saved scenario: --scenario NAME.",
            ),
            (
                ["--scenario", "x", "--undo", "--redo"],
                "--undo and --redo can't go together. Name one of them.",
            ),
        ],
    )
    def test_a_wrong_call_ends_with_2(self, capsys, arguments, said):
        answer = call(capsys, "whatif", "sample:g1", *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"collabnet whatif: {said} Read: collabnet whatif --help\n"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (
                ["--backs", "I1:O1"],
                "Backs needs a colleague of the same agency; 'O1' belongs to court, 'I1' to "
                "residential. Name a colleague, or nobody: then somebody new comes.",
            ),
            (
                ["--leaves", "I1", "--save", "x"],
                "sample:g1 is a sample, which stays as it is, so nothing can be saved in it. Copy "
                "it first: collabnet samples g1 --to my_copy",
            ),
            (
                ["--scenario", "x"],
                "There is no scenario 'x'. None is saved yet.",
            ),
        ],
    )
    def test_what_cannot_be_tried_ends_with_1(self, capsys, arguments, said):
        answer = call(capsys, "whatif", "sample:g1", *arguments)
        assert (answer.code, answer.out, answer.err) == (1, "", f"{said}\n")


class TestScenarios:
    def test_saved_run_again_and_added_to(self, capsys, folder):
        answer = call(capsys, "whatif", folder, "--backs", "I1", "--save", "Second worker")
        assert answer.err == "Saved: scenarios/second-worker.toml\n"
        found = tried(capsys, folder, "--scenario", "second worker", "--leaves", "O1")
        assert found["written"] == ["backs:I1", "leaves:O1"]
        assert found["scenario"]["stale"] is False
        assert [len(one.steps) for one in load_scenarios(folder)] == [1]
        call(
            capsys, "whatif", folder, "--scenario", "Second worker", "--leaves", "O1", "--save",
            "Second worker",
        )  # fmt: skip
        (saved,) = load_scenarios(folder)
        assert [str(step) for step in saved.steps] == ["backs:I1", "leaves:O1"]

    def test_under_another_name_it_is_another_one(self, capsys, folder):
        call(capsys, "whatif", folder, "--backs", "I1", "--save", "One")
        call(capsys, "whatif", folder, "--scenario", "One", "--leaves", "O1", "--save", "Two")
        assert [(one.name, len(one.steps)) for one in load_scenarios(folder)] == [
            ("One", 1), ("Two", 2),
        ]  # fmt: skip

    def test_a_name_that_is_taken_is_refused(self, capsys, folder):
        call(capsys, "whatif", folder, "--backs", "I1", "--save", "One")
        answer = call(capsys, "whatif", folder, "--leaves", "O1", "--save", "One")
        assert answer.code == 1
        assert answer.err == (
            "There is a scenario 'One' already. Choose another name, or change that one.\n"
        )

    def test_undo_redo_on_and_off_are_saved(self, capsys, folder):
        call(capsys, "whatif", folder, "--backs", "I1", "--leaves", "O1", "--save", "One")
        run = ("whatif", folder, "--scenario", "One")
        out = call(capsys, *run, "--off", "2").out
        assert out.startswith("Scenario: One\n1. backs:I1\n2. leaves:O1 (off)\n\nWhat if: G1 [")
        assert "2. leaves:O1\n" in call(capsys, *run, "--undo").out
        assert "2. leaves:O1 (off)\n" in call(capsys, *run, "--redo").out
        answer = call(capsys, *run, "--off", "1")
        assert answer.out.endswith("2. leaves:O1 (off)\n\nNo step is on, so nothing is tried.\n")
        answer = call(capsys, *run, "--on", "3")
        assert (answer.code, answer.err) == (
            1,
            "The scenario 'One' has no step 3. Its steps are: 1. backs:I1 (off); 2. leaves:O1 "
            "(off).\n",
        )

    def test_a_stale_one_says_so_and_runs_and_is_fresh_when_saved_again(self, capsys, folder):
        call(capsys, "whatif", folder, "--backs", "I1", "--save", "One")
        log = (folder / "referrals.csv").read_text("utf-8").splitlines(keepends=True)
        (folder / "referrals.csv").write_text("".join(log[:-1]), "utf-8")
        answer = call(capsys, "whatif", folder, "--scenario", "One")
        said = " ".join(answer.err.split())
        assert answer.code == 0
        assert said.startswith("The coalition has changed since 'One' was saved on 20")
        assert said.endswith(
            "Its steps are tried on the coalition as it is now: look whether each still makes "
            "sense, then save the scenario again."
        )
        answer = call(capsys, "whatif", folder, "--scenario", "One", "--save", "One")
        assert answer.err == "Saved: scenarios/one.toml\n"
        assert call(capsys, "whatif", folder, "--scenario", "One").err == ""

    def test_what_cannot_be_tried_is_not_saved(self, capsys, folder):
        assert call(capsys, "whatif", folder, "--leaves", "nobody", "--save", "One").code == 1
        assert not (folder / "scenarios").exists()


class TestListing:
    def test_none(self, capsys, folder):
        assert call(capsys, "scenarios", folder).out == (
            "No scenario is saved. Save one with: collabnet whatif PATH --leaves ID --save NAME\n"
        )

    def test_name_steps_when_and_whether_stale(self, capsys, folder):
        call(capsys, "whatif", folder, "--backs", "I1", "--save", "One")
        out = call(capsys, "scenarios", folder).out
        assert out.startswith("One (saved on 20") and out.endswith(" UTC)\n  1. backs:I1\n")
        (folder / "agreements.csv").write_text(
            "agreement_id,from_agency,to_agency\na,court,police\n", "utf-8"
        )
        (folder / "scenarios" / "two.toml").write_text("version = 9\n")
        answer = call(capsys, "scenarios", folder)
        assert "; stale: the coalition has changed since)" in answer.out
        assert "two.toml can't be read and is left as it is: a newer collabnet" in answer.err
        made = json.loads(call(capsys, "scenarios", folder, "--format", "json").out)
        assert made["scenarios"][0]["stale"] is True
        assert made["scenarios"][0]["steps"] == [{"change": "backs:I1", "on": True}]
        assert [one["file"] for one in made["unreadable"]] == ["two.toml"]

    def test_rename_and_delete(self, capsys, folder):
        call(capsys, "whatif", folder, "--backs", "I1", "--save", "One")
        out = call(capsys, "scenarios", folder, "--rename", "one", "--to", "Two").out
        assert out == "Renamed: One is Two now\n"
        assert call(capsys, "scenarios", folder, "--delete", "Two").out == "Deleted: Two\n"
        assert len(load_scenarios(folder)) == 0

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--rename", "x"], "--rename and --to go together: --rename NAME --to NAME."),
            (
                ["--rename", "x", "--to", "y", "--delete", "x"],
                "--delete and --rename can't go together. Name one of them.",
            ),
        ],
    )
    def test_a_wrong_call_ends_with_2(self, capsys, arguments, said):
        answer = call(capsys, "scenarios", "sample:g1", *arguments)
        assert answer.code == 2
        assert answer.err == f"collabnet scenarios: {said} Read: collabnet scenarios --help\n"
