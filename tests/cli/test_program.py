"""The program as a user starts it: every command once, the same answer wherever it runs."""

import json
import subprocess
import sys

import pytest

from cli.calls import call, program, programs
from collabnet.cli import (
    assess,
    check,
    demo,
    measure,
    new,
    samples,
    scenarios,
    serve,
    survey,
    whatif,
)

COMMANDS = {
    "demo": demo, "samples": samples, "new": new, "check": check, "assess": assess,
    "measure": measure, "whatif": whatif, "serve": serve, "survey": survey,
    "scenarios": scenarios,
}  # fmt: skip


class TestEveryCommand:
    @pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"serve"}))
    def test_its_example_runs(self, name, tmp_path, capsys, monkeypatch):
        """The last line of each help can be copied and answers."""
        told = COMMANDS[name].EXAMPLE.removeprefix("Example: collabnet ").split()
        monkeypatch.chdir(tmp_path)
        answer = call(capsys, *told)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out

    @pytest.mark.parametrize("name", sorted(COMMANDS))
    def test_its_help_ends_with_the_example(self, name):
        answer = program(name, "--help", COLUMNS="100")
        assert answer.code == 0
        last = answer.out.strip().rpartition("\n\n")[2]
        assert " ".join(last.split()) == COMMANDS[name].EXAMPLE

    def test_without_a_command_it_lists_them(self):
        answer = program()
        assert answer.code == 0
        assert all(f"\n  {name} " in answer.out for name in COMMANDS)

    def test_the_version(self):
        assert program("--version").out == "collabnet 0.1.0\n"


class TestSameEverywhere:
    CALLS = (
        ("assess", "sample:site_b", "--format", "json"),
        ("assess", "sample:site_a"),
        ("demo", "--no-serve"),
        ("assess", "sample:site_b", "--format", "html"),
        ("whatif", "sample:g1", "--leaves", "I1", "--format", "json"),
    )

    def test_hash_seed_language_and_time_zone_change_no_byte(self):
        first = programs(self.CALLS, PYTHONHASHSEED="1", LANG="C", TZ="UTC", PYTHONUTF8="0")
        second = programs(
            self.CALLS, PYTHONHASHSEED="77", LANG="de_DE.ISO-8859-1", LC_ALL="", TZ="Asia/Tokyo"
        )
        for said, answer in first.items():
            assert (answer.code, bool(answer.out)) == (0, True), said
            assert second[said] == answer, said

    def test_no_colours_when_nobody_looks(self):
        assert "\x1b" not in program("assess", "sample:site_b", TERM="xterm-256color").out


class TestEnds:
    def test_a_reader_who_stops_early_is_no_error(self):
        """``collabnet ... | head -1`` ends without a complaint."""
        call = [sys.executable, "-m", "collabnet", "assess", "sample:site_b", "--format", "json"]
        process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout.readline() == b"{\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
        process.stderr.close()

    def test_json_is_one_object(self):
        answer = program("assess", "sample:g1", "--format", "json")
        assert answer.err == ""
        assert isinstance(json.loads(answer.out), dict)
