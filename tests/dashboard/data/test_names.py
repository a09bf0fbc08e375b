"""Names on the page Data: likely same names are settled one by one, and taken back.

The walks by mouse and by keyboard are in tests/dashboard/tasks/test_own_files.py.
"""

from types import MappingProxyType

import pytest

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.review import decide, review_names
from collabnet.data.samples import copy_sample
from collabnet.model.errors import CollabnetError
from collabnet_dashboards.panels.data.names_cards import (
    decision,
    held_decisions,
    next_name,
    open_names,
    title,
)


@pytest.fixture
def folder(tmp_path):
    """Site B with an agency and a person written as a log would, and somebody nobody knows."""
    folder = copy_sample("site_b", tmp_path / "ours", called="Ours")
    log = folder / "referrals.csv"
    text = log.read_text("utf-8").replace("residential_program", "Resid. Prog.", 3)
    text = text.replace("officer_b1", "Ofc. B-1", 1).replace("officer_b4", "Zed", 1)
    log.write_text(text, encoding="utf-8")
    return folder


class TestOpenNames:
    def test_likely_names_come_first_with_their_evidence(self, folder):
        asked = open_names(review_names(folder))
        assert [(one.written, one.at_agency, one.id, one.is_likely) for one in asked] == [
            ("Resid. Prog.", "", "residential_program", True),
            ("Ofc. B-1", "court_b", "officer_b1", True),
            ("Zed", "court_b", "", False),
        ]
        assert title(asked) == "Two names may mean the same as another"
        assert title(asked[2:]) == "One name is in no list"

    def test_what_is_put_off_comes_last(self, folder):
        asked = open_names(review_names(folder))
        assert next_name(asked, set()) == asked[0]
        assert next_name(asked, {asked[0].place}) == asked[1]
        assert next_name(asked, {one.place for one in asked}) == asked[0]
        assert next_name([], set()) is None

    def test_who_was_said_to_be_nobody_is_asked_about_no_more(self, folder):
        decide(folder, [Decision("person", "Zed", "", "different", "court_b")])
        assert [one.written for one in open_names(review_names(folder))] == [
            "Resid. Prog.",
            "Ofc. B-1",
        ]

    def test_decisions_that_hold_are_listed_in_their_order(self, folder):
        made = [
            Decision("agency", "Resid. Prog.", "residential_program"),
            Decision("person", "Ofc. B-1", "officer_b1", "different", "court_b"),
        ]
        decide(folder, made)
        decide(folder, [Decision("agency", "Resid. Prog.", "", "undone")])
        held = held_decisions(review_names(folder))
        assert [(one.written, one.decision) for one in held] == [("Ofc. B-1", "different")]


class TestDecision:
    NOW = MappingProxyType(
        {"kind": "agency", "written": "JC", "at": "", "means": "court", "name": "Court"}
    )

    def test_an_answer_is_a_line(self):
        assert decision(self.NOW, "same") == Decision("agency", "JC", "court", "same")
        assert decision(self.NOW, "different") == Decision("agency", "JC", "court", "different")
        assert decision(self.NOW, "other", "home") == Decision("", "JC", "home", "same")

    def test_somebody_else_has_to_be_chosen(self):
        with pytest.raises(CollabnetError) as told:
            decision(self.NOW, "other")
        assert str(told.value) == "Choose first whom this name means."
