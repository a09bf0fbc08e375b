"""On paper, on the page Data: asked once for each two agencies; then what got sharper.

Its walks by mouse and by keyboard are in tests/dashboard/tasks/test_answers.py.
"""

import pandas as pd
import pytest

from collabnet import assess, load
from collabnet.model.errors import CollabnetError
from collabnet.planning.answers import PaperAnswer
from collabnet.sharing.asked import release_links
from collabnet.sharing.sharper import release_sharper
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.data.paper_questions import PART, answers, asked, known, title
from collabnet_dashboards.panels.data.sharper import told
from screen_page import text_of


@pytest.fixture
def look(tmp_path):
    """Return a view of G1: agencies a0 (advocacy center) to a4 (residential program)."""
    desk = Desk("sample:g1", home=tmp_path)
    now, _ = desk.open("g1")
    return desk.look({"path": "/data", "search": "?c=g1", "opened": now})


class TestTitle:
    def test_it_says_how_many_are_open(self):
        links = release_links(assess(load("sample:site_b")))
        assert title(links) == "Nobody has said yet whether 3 of 9 links are written down"
        assert title(links[2:]) == "Nobody has said yet whether 1 of 7 links is written down"
        assert title(links[:2]) == "Nobody has said yet which links are written down"
        assert title(links[3:]) == "Of every link it is known whether it is written down"


class TestAsked:
    def test_those_of_one_agency_are_asked_about_alone(self, look):
        links = release_links(look.assessment)
        assert len(asked(links, None)) == 5
        found = asked(links, "hospital")
        assert [one.agencies for one in found] == [("Advocacy center", "Hospital")]

    def test_what_is_known_is_a_table(self):
        links = release_links(assess(load("sample:site_b")))
        said = text_of(known(links))
        assert "Juvenile court Residential program 48 referrals" in said
        assert "Youth drop-in center two referrals" not in said


class TestAnswers:
    def test_what_is_not_known_is_no_answer(self, look):
        said = [("a1-a4", "used", "yes"), ("a0-a3", "", "unknown"), ("a0-a4", "nothing", "no")]
        assert answers(said, look) == [
            PaperAnswer(("court", "residential"), "used", "yes"),
            PaperAnswer(("advocacy", "residential"), "nothing", "no"),
        ]
        with pytest.raises(CollabnetError) as told:
            answers([("a1-a4", "", "yes"), ("a1-a4", "anything", "yes")], look)
        assert str(told.value) == "Nothing was answered yet, so nothing was written."


class TestSharper:
    def test_what_is_the_same_is_said_to_be(self):
        same = assess(load("sample:g1"))
        assert text_of(told(release_sharper(same, same), PART)) == (
            "What got sharper The findings are the same as before."
        )

    def test_a_finding_says_only_what_differs(self, look):
        """The court's link gets paper that names the post: what was critical is lower."""
        coalition = look.assessment.coalition
        columns = ["agreement_id", "from_agency", "to_agency", "in_use", "names_position"]
        paper = pd.DataFrame([("x", "court", "residential", "yes", "yes")], columns=columns)
        after = assess(coalition.with_tables(agreements=paper))
        said = text_of(told(release_sharper(look.assessment, after), PART))
        assert "Referrals covered by an agreement 0 of 25 12 of 25" in said
        assert "(was critical): Three officers carry every referral" in said
