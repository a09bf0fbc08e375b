"""Files of every kind, spoilt: nothing raises, nothing hangs, and nothing is lost.

scripts/fuzz_files.py reads many more of them.
"""

import json
import time
from pathlib import Path

import pandas as pd
import pytest

from collabnet.data.issues import Ledger
from collabnet.data.table import Table
from collabnet.model.specs import TABLES
from fuzz.cases import SLOW_EVERY, make_case, seeds
from fuzz.finds import result_of
from fuzz.rules import BrokenRuleError, check_ledger, check_problems

RESULTS = Path(__file__).with_name("results.json")
BLOCK = 50
LIMIT = 10


class TestSlice:
    @pytest.mark.parametrize("start", range(0, 6 * BLOCK, BLOCK))
    def test_nothing_breaks_and_nothing_is_lost(self, start):
        for number in range(start, start + BLOCK):
            began = time.perf_counter()
            found = result_of(number)
            assert "find" not in found, f"case {number}\n{found['trace']}"
            assert time.perf_counter() - began < LIMIT, f"case {number}"


class TestCases:
    def test_a_number_gives_the_same_bytes_every_time(self):
        for number in (*range(0, 600, 7), SLOW_EVERY - 1):
            first, second = make_case(number), make_case(number)
            assert first.files == second.files
            assert first.edits == second.edits

    def test_most_cases_differ_from_their_seed(self):
        same = [n for n in range(400) if make_case(n).files == make_case(n).seed.files]
        assert len(same) < 40

    def test_no_two_seeds_have_one_name(self):
        names = [seed.name for kind in seeds() for seed in kind]
        assert len(names) == len(set(names)) > 100


class TestRules:
    """A rule that never fails would find nothing."""

    def ledger(self, n_read=2):
        ledger = Ledger("log.csv")
        ledger.rows = ledger.lines = [1, 2, 3]
        ledger.n_read = n_read
        return ledger

    def table(self, ledger, *at):
        frame = pd.DataFrame({"at": list(at)})
        return Table(TABLES["ties"], ledger, frame)

    def test_a_record_that_is_lost(self):
        ledger = self.ledger()
        check_ledger(ledger, [self.table(ledger, 1, 2)])
        with pytest.raises(BrokenRuleError, match="read = kept"):
            check_ledger(ledger, [self.table(ledger, 1)])

    def test_a_record_that_is_used_and_rejected(self):
        ledger = self.ledger()
        ledger.rejected = {2}
        with pytest.raises(BrokenRuleError, match="whole or not at all"):
            check_ledger(ledger, [self.table(ledger, 1, 2)])

    def test_a_message_that_names_a_folder(self, tmp_path):
        ledger = self.ledger()
        ledger.add("damaged_file", what="an archive", why=f"see {tmp_path}")
        with pytest.raises(BrokenRuleError, match="no path of the computer"):
            check_problems(ledger.problems, tmp_path)


class TestResult:
    def test_the_committed_run_is_whole_and_found_nothing(self):
        made = json.loads(RESULTS.read_text("utf-8"))
        assert made["cases"] == 50_000
        assert made["finds"] == 0
        assert made["slowest_share_of_seconds_allowed"] < 1
