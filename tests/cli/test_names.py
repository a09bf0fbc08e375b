"""collabnet names: what is open, what is decided, and what is asked on a terminal."""

import json
import shlex

import pytest

from cli.calls import call, program
from data.small_site import Site

HEADER = "kind,written,means,decision,at_agency,in_file,evidence,decided_on,note,version"


@pytest.fixture
def site(tmp_path):
    """A coalition whose log writes the court in two ways."""
    return Site(tmp_path / "site").log(
        ",2024-01-05,o1,court,program,i1", ",2024-01-06,o1,Juv. Court,program,",
        ",2024-01-07,o1,court,Prgm,",
    )  # fmt: skip


def lines(site):
    """The lines of the crosswalk, without their day."""
    rows = (site.path / "crosswalk.csv").read_text("utf-8").splitlines()
    return [row.split(",")[:6] for row in rows[1:]]


class TestListing:
    def test_open_names_stand_with_their_candidates(self, capsys, site):
        answer = call(capsys, "names", site.path)
        assert answer.code == 0
        assert "Site: 2 names are open, 2 with a likely meaning." in answer.out
        assert "- agency 'Juv. Court' (1 row, referrals.csv: from_agency)\n" in answer.out
        assert "    likely court, Juvenile court: 'juv' may be short for 'juvenile'" in answer.out
        assert not (site.path / "crosswalk.csv").exists()

    def test_as_json(self, capsys, site):
        made = json.loads(call(capsys, "names", site.path, "--format", "json").out)
        assert made["schema_version"] == 1
        assert [one["written"] for one in made["open"]] == ["Juv. Court", "Prgm"]
        assert [one["id"] for one in made["candidates"]] == ["court", "program"]

    def test_a_sample_has_nothing_open(self, capsys):
        answer = call(capsys, "names", "sample:site_b")
        assert (answer.code, answer.out) == (0, "Site B: every name is an id; nothing is open.\n")

    def test_into_a_file(self, capsys, site, tmp_path):
        call(capsys, "names", site.path, "--output", tmp_path / "names.txt")
        assert "Open (2)" in (tmp_path / "names.txt").read_text("utf-8")


class TestDeciding:
    def test_what_is_the_same_is_kept_and_read(self, capsys, site):
        answer = call(capsys, "names", site.path, "--same", "Juv. Court=court", "--same",
                      "Prgm = program")  # fmt: skip
        assert (answer.code, answer.out) == (
            0,
            "'Juv. Court' means 'court'.\n'Prgm' means 'program'.\nKept in "
            f"{site.path / 'crosswalk.csv'}.\nTo take the last one back: collabnet names "
            f"{site.path} --undo Prgm\n",
        )
        assert lines(site) == [
            ["agency", "Juv. Court", "court", "same", "", ""],
            ["agency", "Prgm", "program", "same", "", ""],
        ]
        assert list(site.load().referrals["to_agency"]) == ["program"] * 3

    def test_different_and_undo_are_lines_more(self, capsys, site):
        call(capsys, "names", site.path, "--same", "Prgm=program")
        answer = call(capsys, "names", site.path, "--undo", "Prgm")
        assert answer.out.startswith("'Prgm' is as before the last decision.\n")
        answer = call(capsys, "names", site.path, "--different", "Prgm=program", "--note", "no")
        assert answer.out.startswith("'Prgm' does not mean 'program'.\n")
        answer = call(capsys, "names", site.path, "--agency", "--different", "Prgm")
        assert answer.out.startswith("'Prgm' does not mean anybody in the rosters.\n")
        assert [line[3] for line in lines(site)] == ["same", "undone", "different", "different"]

    def test_a_person_at_one_agency(self, capsys, site):
        site.log(",2024-01-05,O.T.,court,program,i1", ",2024-01-06,o1,court,program,")
        answer = call(capsys, "names", site.path, "--same", "O.T.=o2", "--at", "court")
        assert answer.out.startswith("'O.T.' at court means 'o2'.\n")
        assert lines(site) == [["person", "O.T.", "o2", "same", "court", ""]]
        assert list(site.load().referrals["from_person"]) == ["o2", "o1"]

    def test_a_spelling_may_hold_the_sign(self, capsys, site):
        call(capsys, "names", site.path, "--same", "A=B=court", "--agency")
        assert lines(site)[0][:3] == ["agency", "A=B", "court"]

    @pytest.mark.parametrize(("written", "at"), [("Ofc. 2", "court"), ("The $2 'man'", "")])
    def test_the_hint_takes_it_back_as_it_stands(self, capsys, site, tmp_path, written, at):
        folder = site.path.rename(tmp_path / "our site")
        where = ["--at", at] if at else []
        answer = call(capsys, "names", folder, "--person", "--same", f"{written}=o2", *where)
        hint = answer.out.splitlines()[-1]
        start = "To take it back: "
        assert hint.startswith(f'{start}collabnet names "{folder}" --undo ')
        command = shlex.split(hint.removeprefix(start))
        assert command[3:] == ["--undo", written, *where]
        assert call(capsys, *command[1:]).code == 0
        assert "undone" in (folder / "crosswalk.csv").read_text("utf-8")

    def test_after_undoing_there_is_no_hint(self, capsys, site):
        call(capsys, "names", site.path, "--same", "Prgm=program")
        answer = call(capsys, "names", site.path, "--undo", "Prgm")
        assert answer.out.splitlines()[1:] == [f"Kept in {site.path / 'crosswalk.csv'}."]

    def test_no_other_file_is_touched(self, capsys, site):
        before = {one.name: one.read_bytes() for one in site.path.iterdir()}
        call(capsys, "names", site.path, "--same", "Juv. Court=court")
        after = {one.name: one.read_bytes() for one in site.path.iterdir()}
        assert after.keys() - before.keys() == {"crosswalk.csv"}
        assert all(after[name] == data for name, data in before.items())


class TestWrongCalls:
    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--same", "Juv. Court"], "collabnet names: --same needs WRITTEN=ID, for example "
             "--same \"Juv. Court=court_b\"; got 'Juv. Court'. Read: collabnet names --help\n"),
            (["--agency", "--person"], "collabnet names: --agency and --person exclude each "
             "other. Say one of them. Read: collabnet names --help\n"),
            (["--note", "x"], "collabnet names: --at, --in and --note need a decision: --same, "
             "--different or --undo. Read: collabnet names --help\n"),
        ],
    )  # fmt: skip
    def test_they_are_said(self, capsys, site, options, told):
        answer = call(capsys, "names", site.path, *options)
        assert (answer.code, answer.err) == (2, told)

    def test_an_unknown_id_is_refused_with_the_nearest(self, capsys, site):
        answer = call(capsys, "names", site.path, "--same", "Juv. Court=curt")
        assert (answer.code, answer.err) == (
            1,
            "There is no agency or person 'curt'. Did you mean court? Name an id of agencies.csv "
            "or people.csv.\n",
        )

    def test_a_sample_is_not_changed(self, capsys):
        answer = call(capsys, "names", "sample:g1", "--agency", "--same", "x=court")
        assert (answer.code, answer.err) == (
            1,
            "A sample stays as it is. Copy it first: collabnet samples g1 --to DIR.\n",
        )


class TestOnATerminal:
    @pytest.fixture
    def asked(self, capsys, site, monkeypatch):
        """Answer the questions of a terminal; give what was printed."""

        def ask(*answers):
            given = iter(answers)
            monkeypatch.setattr("typer.prompt", lambda *_, **__: next(given))
            monkeypatch.setattr("collabnet.cli.names.is_terminal", lambda: True)
            return call(capsys, "names", site.path)

        return ask

    def test_each_likely_pair_is_asked_about(self, asked, site):
        answer = asked("y", "maybe", "n")
        assert "'Juv. Court': Juvenile court? 'juv' may be short for 'juvenile'" in answer.out
        assert "That needs y, n, s or q." in answer.out
        assert lines(site) == [
            ["agency", "Juv. Court", "court", "same", "", ""],
            ["agency", "Prgm", "program", "different", "", ""],
        ]

    def test_quitting_keeps_the_answers(self, asked, site):
        answer = asked("yes", "q")
        assert len(lines(site)) == 1
        assert answer.out.endswith(
            f"\n\n1 name still has a likely meaning. Look again: collabnet names {site.path}\n"
            f"Next: collabnet check {site.path}\nThen: collabnet assess {site.path}\n"
        )

    def test_when_all_is_settled_the_next_step_is_said(self, asked, site):
        answer = asked("y", "y")
        assert "still" not in answer.out
        assert answer.out.endswith(
            f" --undo Prgm\n\nNext: collabnet check {site.path}\n"
            f"Then: collabnet assess {site.path}\n"
        )

    def test_what_was_settled_is_no_name_for_another(self, asked, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        names = ["Juvenile Court"] * 3 + ["Juv. Court"] * 2 + ["JC"]
        site.log(*(f",2024-01-07,,Door,{name}," for name in names))
        answer = asked("y", "y")
        assert [line[1:4] for line in lines(site)] == [
            ["Juv. Court", "Juvenile Court", "same"],
            ["JC", "Juvenile Court", "same"],
        ]
        assert "still" not in answer.out

    def test_skipping_all_writes_nothing(self, asked, site):
        assert asked("s", "s").err == "Nothing was decided; nothing was written.\n"
        assert not (site.path / "crosswalk.csv").exists()

    def test_without_a_terminal_nothing_is_asked(self, site):
        answer = program("names", site.path)
        assert (answer.code, answer.err) == (0, "")


def test_the_header_names_every_column(capsys, site):
    call(capsys, "names", site.path, "--same", "Juv. Court=court")
    assert (site.path / "crosswalk.csv").read_text("utf-8").splitlines()[0] == HEADER
