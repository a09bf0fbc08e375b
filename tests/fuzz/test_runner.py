"""The script that reads many cases: what hangs, dies or takes too much memory is a find."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
WORKER = """
import sys
sys.path.insert(0, {scripts!r})
import fuzz_files
finds = fuzz_files.ours("finds")
def result_of(number):
    if number == 1:
        {does}
    return {{"case": number, "program": "x", "level": "OK", "imported": ""}}
finds.result_of = result_of
fuzz_files.LIMIT, fuzz_files.MEMORY = 1, 200
fuzz_files.work(range(3))
"""


def worker(does):
    """What a worker prints that reads three cases, the second of which does something bad."""
    code = WORKER.format(scripts=str(SCRIPTS), does=does)
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )


class TestWorker:
    def test_a_case_that_hangs_ends_the_worker(self):
        done = worker("import time; time.sleep(30)")
        assert [json.loads(line)["case"] for line in done.stdout.splitlines()] == [0]
        assert done.returncode != 0
        assert "Timeout" in done.stderr

    @pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is bounded on Linux")
    def test_a_case_that_takes_too_much_memory_raises(self):
        done = worker("bytearray(400 * 1024 * 1024)")
        assert "MemoryError" in done.stderr

    def test_cases_that_end_well_are_told_one_a_line(self):
        done = worker("pass")
        assert [json.loads(line)["case"] for line in done.stdout.splitlines()] == [0, 1, 2]
        assert done.returncode == 0


class TestRun:
    def test_a_worker_that_dies_is_a_find_and_another_goes_on(self, monkeypatch):
        monkeypatch.syspath_prepend(str(SCRIPTS))
        import fuzz_files

        code = "import json; print(json.dumps({'case': 7})) if 7 in json.load(open(0)) else None"
        script = Path(fuzz_files.__file__)
        commands = []

        class Process(subprocess.Popen):
            def __init__(self, command, **options):
                commands.append(command)
                super().__init__([sys.executable, "-c", code, *command[2:]], **options)

        monkeypatch.setattr(fuzz_files.subprocess, "Popen", Process)
        found = list(fuzz_files.run([7, 3, 5]))
        assert [one["case"] for one in found] == [7, 3, 5]
        assert "find" not in found[0]
        assert all("the process ended (0)" in one["find"] for one in found[1:])
        assert [command[1:] for command in commands] == [[str(script), "--worker"]] * 2
