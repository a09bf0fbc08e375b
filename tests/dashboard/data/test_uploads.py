"""Uploads: each browser's own, in a private folder, as large as said, gone when they are done."""

import io
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage

from collabnet.model.errors import CollabnetError
from collabnet_dashboards import uploads as module
from collabnet_dashboards.intake import Intake
from collabnet_dashboards.scratch import sweep
from collabnet_dashboards.server import BODY_LIMIT, create_app
from collabnet_dashboards.uploads import LONGEST_NAME, ROUTE, Uploads, safe_name
from dashboard_visit import Visitor


def file(name="log.csv", content=b"date\n"):
    return FileStorage(io.BytesIO(content), filename=name)


@pytest.fixture
def uploads():
    return Uploads(Intake)


class TestNames:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("log.csv", "log.csv"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\Ann\\log.csv", "log.csv"),
            ("..", "file"),
            ("", "file"),
            (".hidden", "hidden"),
            ("~$log.xlsx", "_~$log.xlsx"),
            ("aux.csv", "_aux.csv"),
            ("a\x00b\n.csv", "a_b_.csv"),
            ("log\u202egpj.csv", "log_gpj.csv"),
            ('<script>"x".csv', "_script__x_.csv"),
            ("Fürsorge 2024.xlsx", "Fürsorge 2024.xlsx"),
        ],
    )
    def test_a_name_is_one_that_every_system_can_have(self, given, kept):
        assert safe_name(given) == kept

    def test_a_long_name_keeps_its_end(self):
        kept = safe_name("x" * 500 + ".xlsx")
        assert (len(kept), kept[-6:]) == (LONGEST_NAME, "x.xlsx")


class TestUploads:
    def test_a_file_lies_in_a_folder_that_only_this_user_may_open(self, uploads):
        path = uploads.of(uploads.add("", file())).files["log.csv"]
        assert path.read_bytes() == b"date\n"
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700 or os.name == "nt"

    def test_each_browser_has_its_own(self, uploads):
        mine, theirs = uploads.add("", file()), uploads.add("", file("survey.csv"))
        assert mine != theirs
        assert [*uploads.of(mine).files] == ["log.csv"]
        assert [*uploads.of(theirs).files] == ["survey.csv"]

    def test_a_token_that_was_guessed_begins_anew(self, uploads):
        mine = uploads.add("", file())
        assert uploads.add("guessed", file("x.csv")) not in (mine, "guessed")
        with pytest.raises(CollabnetError, match="Choose them again"):
            uploads.of("guessed")

    def test_a_file_of_the_same_name_takes_the_place(self, uploads):
        token = uploads.add("", file(content=b"old"))
        assert uploads.add(token, file(content=b"new")) == token
        assert [one.read_bytes() for one in uploads.of(token).files.values()] == [b"new"]

    def test_what_is_taken_back_or_done_with_is_deleted(self, uploads):
        token = uploads.add("", file())
        uploads.add(token, file("survey.csv"))
        first, second = uploads.of(token).files.values()
        uploads.remove(token, "log.csv")
        assert not first.exists()
        assert second.exists()
        uploads.end(token)
        assert not second.parent.exists()
        with pytest.raises(CollabnetError, match="aren't here any more"):
            uploads.of(token)

    def test_what_was_brought_in_is_deleted_and_known_for_a_moment_longer(
        self, uploads, monkeypatch
    ):
        """A second click on the button hears the same, and not that nothing was written."""
        now = [0.0]
        monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
        token = uploads.add("", file())
        path = uploads.of(token).files["log.csv"]
        uploads.finish(token)
        assert not path.parent.exists()
        assert [*uploads.of(token).files] == ["log.csv"]
        assert uploads.add(token, file()) != token
        now[0] = module.DONE + 1
        uploads.add("", file())
        with pytest.raises(CollabnetError, match="aren't here any more"):
            uploads.of(token)

    def test_a_file_sent_anew_never_lies_there_in_half(self, uploads, monkeypatch):
        """A reading that is under way finds the old one, or the new one."""
        token = uploads.add("", file(content=b"old"))
        found = []

        def save(self, target):
            Path(target).write_bytes(b"ne")
            found.append(uploads.of(token).files["log.csv"].read_bytes())
            Path(target).write_bytes(b"new")

        monkeypatch.setattr(FileStorage, "save", save)
        uploads.add(token, file())
        assert found == [b"old"]
        assert uploads.of(token).files["log.csv"].read_bytes() == b"new"

    def test_a_file_of_this_computer_is_never_deleted(self, uploads, tmp_path):
        path = tmp_path / "log.csv.rejects.csv"
        path.write_text("date")
        token = uploads.lay("", path)
        uploads.remove(token, path.name)
        uploads.lay(token, path)
        uploads.end(token)
        assert path.exists()

    def test_after_an_hour_without_being_asked_for_it_is_deleted(self, uploads, monkeypatch):
        now = [0.0]
        monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
        old = uploads.add("", file())
        path = uploads.of(old).files["log.csv"]
        now[0] = module.KEPT + 1
        uploads.add("", file())
        assert not path.exists()

    def test_when_the_dashboard_goes_nothing_stays(self):
        uploads = Uploads(Intake)
        path = uploads.of(uploads.add("", file())).files["log.csv"]
        del uploads
        assert not path.parent.parent.exists()

    def test_too_many_files_or_browsers_are_refused_in_words(self, uploads, monkeypatch):
        monkeypatch.setattr(module, "MOST_FILES", 1)
        monkeypatch.setattr(module, "MOST_BROWSERS", 2)
        token = uploads.add("", file())
        with pytest.raises(CollabnetError, match="At most 1 files"):
            uploads.add(token, file("survey.csv"))
        uploads.add("", file())
        with pytest.raises(CollabnetError, match="Wait a while"):
            uploads.add("", file())

    def test_too_much_together_is_refused_and_not_kept(self, uploads, monkeypatch):
        monkeypatch.setattr(module, "MOST_BYTES", 8)
        token = uploads.add("", file(content=b"12345"))
        with pytest.raises(CollabnetError, match="too large together"):
            uploads.add(token, file("survey.csv", b"12345"))
        path = uploads.of(token).files["log.csv"]
        assert [one.name for one in path.parent.iterdir()] == ["log.csv"]


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs without a signal")
class TestEnding:
    """A real program with a file that was uploaded, ended from outside."""

    PROGRAM = """
import io
from werkzeug.datastructures import FileStorage
from collabnet_dashboards.intake import Intake
from collabnet_dashboards.server import create_app, serve
from collabnet_dashboards.uploads import Uploads
app = create_app()
app.layout = []
uploads = Uploads(Intake)
uploads.serve(app.server)
token = uploads.add("", FileStorage(io.BytesIO(b"date"), filename="log.csv"))
path = uploads.of(token).files["log.csv"]
serve(app, port=0, open_message=lambda _: print(path, flush=True))
"""

    @pytest.fixture
    def begin(self, tmp_path, monkeypatch):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        running = []

        def begin():
            process = subprocess.Popen(
                [sys.executable, "-c", self.PROGRAM],
                env=os.environ | {"TMPDIR": str(tmp_path)},
                stdout=subprocess.PIPE,
                text=True,
            )
            running.append(process)
            path = Path(process.stdout.readline().strip())
            assert path.read_bytes() == b"date"
            return process, path

        yield begin
        for process in running:
            process.kill()
            process.communicate()

    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
    def test_nothing_stays_when_the_terminal_is_closed_or_it_is_told_to_end(
        self, begin, tmp_path, name
    ):
        process, _ = begin()
        process.send_signal(getattr(signal, name))
        process.wait(60)
        assert list(tmp_path.iterdir()) == []

    def test_what_one_left_that_was_killed_goes_when_the_next_starts(self, begin, tmp_path):
        """Of one that still runs, nothing is touched."""
        process, left = begin()
        sweep()
        assert left.exists()
        process.kill()
        process.wait(60)
        assert left.exists()
        Uploads(Intake).serve(create_app().server)
        assert list(tmp_path.iterdir()) == []


def form(port, *parts, **headers):
    """Write a request as a browser sends a form."""
    lines = []
    for name, more, content in parts:
        lines += [b"--x", f'Content-Disposition: form-data; name="{name}"{more}'.encode(), b"",
                  content]  # fmt: skip
    body = b"\r\n".join([*lines, b"--x--", b""])
    own = {"Origin": f"http://127.0.0.1:{port}",
           "Content_Type": "multipart/form-data; boundary=x"}  # fmt: skip
    return body, own | headers


class TestRoute:
    @pytest.fixture
    def visitor(self, start):
        app = create_app()
        app.layout = []
        self.uploads = Uploads(Intake)
        self.uploads.serve(app.server)
        return Visitor(start(app))

    def send(self, visitor, *parts, **headers):
        body, own = form(visitor.port, *parts, **headers)
        return visitor.ask(ROUTE, "POST", body, **own)

    LOG = ("file", '; filename="../log.csv"', b"date\n2024-01-05\n")

    def test_a_file_is_taken_and_the_token_given(self, visitor):
        visitor.enter()
        answer = self.send(visitor, ("token", "", b""), self.LOG)
        token = json.loads(answer.text)["token"]
        assert Path(self.uploads.of(token).files["log.csv"]).read_bytes() == b"date\n2024-01-05\n"

    def test_nobody_else_may_send_one(self, visitor):
        assert self.send(visitor, self.LOG).status == 403
        visitor.enter()
        assert self.send(visitor, self.LOG, Origin="http://evil.invalid").status == 403

    def test_what_is_no_file_is_refused_in_words(self, visitor):
        visitor.enter()
        answer = self.send(visitor, ("token", "", b""))
        assert (answer.status, answer.text) == (400, "No file came. Choose one and try again.")

    def test_what_is_too_large_is_refused_from_its_length_alone(self, visitor):
        visitor.enter()
        answer = self.send(visitor, self.LOG, Content_Length=str(BODY_LIMIT + 1))
        assert answer.status == 413
