"""The files that start collabnet by a double click, without a terminal."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

START = Path(__file__).resolve().parents[1] / "start"
MAC = START / "Start collabnet.command"
WINDOWS = START / "Start collabnet.bat"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the first of the two is a shell script")


def write_program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def folder(tmp_path):
    """A folder with a space in its name, as people have them, and the start file in it."""
    made = tmp_path / "my collabnet"
    (made / "start").mkdir(parents=True)
    (made / "pyproject.toml").touch()
    shutil.copy2(MAC, made / "start")
    return made


def double_click(folder, **environment):
    return subprocess.run(
        [folder / "start" / MAC.name],
        cwd="/",
        env={"PATH": os.environ["PATH"], **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class TestMac:
    def test_it_may_be_run(self):
        assert MAC.stat().st_mode & stat.S_IXUSR

    def test_what_is_set_up_is_opened_in_the_browser(self, folder):
        write_program(folder / ".venv" / "bin" / "collabnet", 'echo "called: $*"')
        done = double_click(folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == (
            "collabnet opens in your browser. Leave this window open while you work; close it to "
            "stop.\ncalled: serve --open\n"
        )

    def test_the_first_time_it_is_set_up(self, folder):
        """With a Python that is new enough: an environment, collabnet in it, then the browser."""
        python = 'mkdir -p .venv/bin; printf "#!/bin/sh\\necho \\"$(basename $0): $*\\"\\n"'
        write_program(
            folder / "bin" / "python3.13",
            'case "$1" in -c) exit 0;; esac\n'
            f"{python} > .venv/bin/python\n"
            'printf "#!/bin/sh\\necho called: \\$*\\n" > .venv/bin/collabnet\n'
            "chmod +x .venv/bin/*",
        )
        done = double_click(folder, PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
        assert "Setting up collabnet. This happens once" in done.stdout
        assert "called: serve --open" in done.stdout

    def test_without_python_it_says_what_to_do(self, folder):
        for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
            write_program(folder / "bin" / name, "exit 1")
        done = double_click(folder, PATH=f"{folder / 'bin'}:/usr/bin:/bin")
        assert done.returncode == 1
        assert "collabnet needs Python 3.11 or later. Install it from python.org" in done.stdout

    def test_alone_out_of_a_zip_file_it_says_to_unpack_first(self, folder):
        """A double click inside a ZIP file unpacks one file alone, far from the others."""
        (folder / "pyproject.toml").unlink()
        done = double_click(folder)
        assert done.returncode == 1
        assert "Unpack the whole ZIP file first" in done.stdout
        assert not (folder / ".venv").exists()

    def test_where_setting_up_fails_nothing_half_made_stays(self, folder):
        write_program(
            folder / "bin" / "python3.13",
            'case "$1" in -c) exit 0;; esac\nmkdir -p .venv/bin; exit 1',
        )
        done = double_click(folder, PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
        assert done.returncode == 1
        assert "collabnet could not be set up." in done.stdout
        assert not (folder / ".venv").exists()


class TestWindows:
    def test_lines_end_as_windows_reads_them(self):
        data = WINDOWS.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n") > 20

    def test_both_files_say_the_same(self):
        for words in (
            "The rest of collabnet isn't beside this file. Unpack the whole ZIP file first,",
            "collabnet needs Python 3.11 or later.",
            "Setting up collabnet. This happens once and takes a few minutes.",
            "collabnet opens in your browser. Leave this window open while you work;",
            "install --constraint constraints.txt .",
            "serve --open",
            "If that is not it, install Python 3.13 from python.org as well.",
        ):
            assert words in MAC.read_text("utf-8"), words
            assert words in WINDOWS.read_text("utf-8"), words

    def test_every_jump_has_its_place(self):
        lines = WINDOWS.read_text("utf-8").split()
        jumps = {lines[i + 1] for i, word in enumerate(lines) if word == "goto"} - {":eof"}
        assert jumps == {"start", "finish", "failed"}
        assert {f":{name}" for name in jumps} <= set(lines)
