"""``collabnet purge``: what goes is shown first, asked about, and gone."""

import io

import pytest

from cli.calls import call
from collabnet.data.samples import copy_sample


@pytest.fixture
def ours(tmp_path):
    folder = copy_sample("g1", tmp_path / "ours")
    (folder / "rejects").mkdir()
    (folder / "rejects" / "log.csv").write_text("source,reject_file\nrj7token,log.csv\n", "utf-8")
    return folder


SHOWN = "This goes for good:\n- rejects/log.csv: rows that could not be used\n"


class TestPurge:
    def test_with_yes_it_goes_at_once(self, capsys, ours):
        answer = call(capsys, "purge", ours, "--yes")
        assert (answer.code, " ".join(answer.out.split())) == (
            0,
            " ".join(SHOWN.split()) + " The old bytes were overwritten and the files deleted. What "
            "no program can reach: a solid-state disk may keep old blocks, and backups, "
            "synchronised folders and version control keep copies of their own. Ask whoever runs "
            "these.",
        )
        assert not (ours / "rejects" / "log.csv").exists()

    @pytest.mark.parametrize(("typed", "is_kept"), [("yes\n", False), ("no\n", True)])
    def test_without_it_is_asked(self, capsys, ours, monkeypatch, typed, is_kept):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        answer = call(capsys, "purge", ours)
        assert answer.code == 0
        assert answer.out.startswith(SHOWN)
        assert (ours / "rejects" / "log.csv").exists() is is_kept
        assert answer.out.endswith("Nothing was removed.\n") is is_kept

    def test_nobody_there_to_answer_removes_nothing(self, capsys, ours, monkeypatch):
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        answer = call(capsys, "purge", ours)
        assert answer.code != 0
        assert (ours / "rejects" / "log.csv").exists()

    def test_only_what_is_asked_for_goes(self, capsys, ours):
        answer = call(capsys, "purge", ours, "--originals", "--yes")
        assert (answer.code, answer.out) == (0, "Nothing to remove.\n")
        assert (ours / "rejects" / "log.csv").exists()

    def test_one_that_was_interrupted_is_completed_and_said(self, capsys, ours):
        (ours / ".collabnet-wiping").mkdir()
        (ours / ".collabnet-wiping" / "ab12").write_bytes(b"rj7token")
        answer = call(capsys, "purge", ours, "--originals")
        assert " ".join(answer.out.split()) == (
            "An earlier purge had been interrupted. It has been completed now: what was left of it "
            "was overwritten and deleted. Nothing more to remove."
        )
        assert not (ours / ".collabnet-wiping").exists()

    def test_what_was_never_imported_is_named(self, capsys, ours):
        (ours / "youth log.csv").write_text("date,client_id\n2024-01-05,cl7token\n", "utf-8")
        answer = call(capsys, "purge", ours, "--client-tokens")
        assert " ".join(answer.out.split()) == (
            "Nothing to remove. Never imported, and with ids of clients: youth log.csv. These "
            "stay, since nobody else may have what is in them. Delete them yourself if they "
            "aren't needed."
        )

    def test_a_history_that_keeps_it_is_named(self, capsys, ours):
        (ours / ".git").mkdir()
        answer = call(capsys, "purge", ours, "--rejects", "--yes")
        assert answer.out.endswith(
            "This folder is under version control: its history still has what was there.\n"
        )

    def test_a_sample_and_what_is_no_folder_are_refused(self, capsys, tmp_path):
        answer = call(capsys, "purge", tmp_path / "none")
        assert (answer.code, answer.err) == (
            1,
            f"A purge needs a coalition's folder; {tmp_path / 'none'} is none. Name the folder.\n",
        )
