"""numba takes a second to import and seconds to compile: only large networks pay for it."""

import subprocess
import sys

import pytest

ASSESS = """
from collabnet.cli.main import run
sys.argv = ["collabnet", "assess", "sample:site_b", "--rates", "middle", "--format", "json"]
run()
"""


MEASURE = """
from random import Random
from collabnet import engine
draw = Random(1)
ends = ([draw.randrange(500) for _ in range(1500)] for _ in "uv")
csr = engine.build_csr(500, *ends)
engine.betweenness(csr), engine.tie_betweenness(csr), engine.distance_sums(csr)
engine.cost_sums(csr, [1] * csr.indices.size)
engine.distance_weighted_fragmentation_without(csr)
"""

HELP = "sys.argv = ['collabnet', '--help']; import collabnet.cli.main as m; m.run()"


@pytest.mark.parametrize("does", [HELP, ASSESS, MEASURE], ids=["help", "assess", "measure"])
def test_a_small_coalition_never_imports_it(does):
    code = (
        "import atexit, os, sys\n"
        "atexit.register(lambda: os._exit(bool({'numba', 'llvmlite'} & set(sys.modules))))\n"
        f"{does}\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert answer.stderr == b""
    assert answer.returncode == 0
