"""How good the data are: who answered, what rows rest on, in one sentence and in tables."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.sharing import ReleasedChecks, release_checks
from samples.shared import assessment_of

HEAD = "date,from_agency,to_agency,evidence_status"


def checks(folder):
    return release_checks(cn.assess(cn.load(folder)))


@pytest.fixture
def log(tmp_path):
    def write(*statuses):
        rows = [f"2023-01-{day:02d},a,b,{status}" for day, status in enumerate(statuses, 1)]
        (tmp_path / "referrals.csv").write_text("\n".join([HEAD, *rows, ""]))
        return tmp_path

    return write


class TestFinding:
    def test_it_says_how_many_answered_and_what_is_made_up(self):
        found = release_checks(assessment_of("site_b"))
        assert found.finding == "9 of 12 answered the survey, and all 59 referrals are made up"

    def test_a_log_that_was_reported_says_so(self, log):
        assert checks(log("reported", "")).finding == "All rows were reported by somebody"

    def test_weak_rows_are_counted_by_their_kind(self, log):
        found = checks(log("reported", "inferred", "illustrative"))
        assert found.finding == "2 of 3 referrals are inferred or made up"
        assert checks(log("reported", "inferred")).finding == "1 of 2 referrals is inferred"


class TestTables:
    def test_rows_without_a_status_count_as_reported(self, log):
        table = checks(log("reported", "", "inferred")).evidence
        assert table.iloc[0].tolist() == ["Referrals", "3", "2", "0", "1", "0"]

    def test_who_answered_stands_question_by_question(self):
        table = release_checks(assessment_of("site_b")).answered
        assert table[["Asked", "Answered", "Share"]].drop_duplicates().to_numpy().tolist() == [
            ["12", "9", "75 %"]
        ]

    def test_nobody_else_makes_it(self):
        with pytest.raises(TypeError):
            ReleasedChecks("", pd.DataFrame(), pd.DataFrame(), (), (), ())
