"""numba takes a second to import and seconds to compile: only large networks pay for it."""

import subprocess
import sys

import pytest

ASSESS = """
from collabnet.cli.main import run
sys.argv = ["collabnet", "assess", "sample:site_b", "--rates", "middle", "--format", "json"]
run()
"""


HELP = "sys.argv = ['collabnet', '--help']; import collabnet.cli.main as m; m.run()"


@pytest.mark.parametrize("does", [HELP, ASSESS], ids=["help", "assess"])
def test_a_small_coalition_never_imports_it(does):
    code = (
        "import atexit, os, sys\n"
        "atexit.register(lambda: os._exit(bool({'numba', 'llvmlite'} & set(sys.modules))))\n"
        f"{does}\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert answer.stderr == b""
    assert answer.returncode == 0
