"""``collabnet actions``: what was decided, and what came of it."""

import json
from datetime import UTC, datetime

import pytest

from cli.calls import call
from collabnet.data.samples import copy_sample

LINK = "pathway:court_b:residential_program"
STANDS = "critical, 48 referrals a year would need another way if one person left"


@pytest.fixture
def ours(tmp_path):
    return copy_sample("site_b", tmp_path / "ours", called="Ours")


def words(answer):
    return " ".join(answer.out.split())


class TestActions:
    def test_one_is_added_listed_and_closed(self, capsys, ours):
        """What, who, until when; then what the files show of it, in words and as JSON."""
        given = ("--add", "Name a second person", "--finding", LINK, "--who", "the director")
        told = call(capsys, "actions", ours, *given, "--due", "2020-01-31")
        expected = (
            "1. Name a second person open; who: the director; due 2020-01-31, late. When it was "
            f"written down: {STANDS}."
        )
        assert (told.code, words(told)) == (0, expected)
        assert words(call(capsys, "actions", ours)) == expected
        today = datetime.now(UTC).date()
        told = call(capsys, "actions", ours, "--done", "1")
        assert words(told) == (
            f"1. Name a second person done on {today}; who: the director. The files show no change "
            f"yet: {STANDS}."
        )
        found = json.loads(call(capsys, "actions", ours, "--format", "json").out)
        assert found["actions"][0]["before"] == {
            "severity": "critical",
            "a_year": 48.0,
            "then": "need another way",
            "rows": 48,
            "period": ["2023-01-01", "2023-12-31"],
        }
        assert found["actions"][0]["measured"] == f"The files show no change yet: {STANDS}."

    def test_an_empty_register_says_how_to_begin(self, capsys):
        told = call(capsys, "actions", "sample:site_b")
        assert (told.code, words(told)) == (
            0,
            "No action is written down. Add one with: collabnet actions PATH --add WHAT --finding "
            "ID --who WHO --due 2027-01-31",
        )

    def test_a_line_that_cannot_be_used_is_told_beside(self, capsys, ours):
        (ours / "actions.csv").write_text("action,what,status\n1,Ask,later\n2,Tell,open\n")
        told = call(capsys, "actions", ours)
        assert words(told) == "2. Tell open; nobody sees to it yet; no day is set."
        assert " ".join(told.err.split()) == (
            "actions.csv, row 2 can't be used and is left as it is: status needs open, done or "
            "dropped; got 'later'. Correct it there."
        )

    @pytest.mark.parametrize(
        ("given", "why"),
        [
            (("--add", "x", "--drop", "1"), "--add, --done and --drop can't go together."),
            (("--who", "x"), "--finding, --who and --due go with --add WHAT."),
            (("--add", "x", "--due", "soon"), "--due needs a day like 2027-01-31; got 'soon'."),
        ],
    )
    def test_a_wrong_call_is_refused(self, capsys, ours, given, why):
        told = call(capsys, "actions", ours, *given)
        assert told.code == 2
        assert why in " ".join(told.err.split())
        assert not (ours / "actions.csv").exists()
