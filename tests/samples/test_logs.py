"""The script that writes the logs."""

import doctest
import importlib.util
import os
import shutil
import subprocess
import sys

from samples.sample_files import NAMES, SAMPLES, SCRIPT


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONHASHSEED": "7"} | environment,
    )


def copy(folder):
    for name in NAMES:
        shutil.copytree(SAMPLES / name, folder / name)


class TestMakeSampleLogs:
    def test_the_committed_logs_are_what_it_writes(self):
        done = run("--check")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_writing_again_gives_the_same_bytes(self, tmp_path):
        copy(tmp_path)
        assert run("--samples", str(tmp_path), TZ="Pacific/Apia", LC_ALL="C").returncode == 0
        for name in NAMES:
            written = (tmp_path / name / "referrals.csv").read_bytes()
            committed = (SAMPLES / name / "referrals.csv").read_bytes()
            assert written == committed.replace(b"\r\n", b"\n")

    def test_a_changed_or_missing_log_is_named(self, tmp_path):
        copy(tmp_path)
        log = tmp_path / "site_b" / "referrals.csv"
        log.write_text(log.read_text(encoding="utf-8").replace("officer_b3", "officer_b2", 1))
        (tmp_path / "g1" / "referrals.csv").unlink()
        done = run("--check", "--samples", str(tmp_path))
        remedy = (
            "is not what scripts/make_sample_logs.py writes. "
            "Run the script without --check, or undo the change by hand."
        )
        assert done.returncode == 1
        assert sorted(done.stderr.splitlines()) == [
            f"g1/referrals.csv {remedy}",
            f"site_b/referrals.csv {remedy}",
        ]

    def test_its_examples_run(self):
        spec = importlib.util.spec_from_file_location("make_sample_logs", SCRIPT)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        assert doctest.testmod(module) == (0, 2)
