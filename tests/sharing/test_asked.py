"""What is asked of links and posts, and what got sharper, as whoever holds the data reads it."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.data.editing import correct
from collabnet.data.place import Place
from collabnet.data.samples import copy_sample
from collabnet.planning.answers import PaperAnswer, PostAnswer, paper_edits, post_edits
from collabnet.sharing.asked import ReleasedLink, release_links, release_posts
from collabnet.sharing.sharper import release_sharper

DAY = date(2024, 3, 5)


@pytest.fixture(scope="module")
def plain():
    return cn.assess(cn.load("sample:g1"))


class TestLinks:
    def test_open_links_come_first_those_with_most_referrals_on_top(self):
        links = release_links(cn.assess(cn.load("sample:site_b")))
        said = [(*link.agencies, link.referrals) for link in links if link.is_open]
        assert said == [
            ("Children's services", "Police", 6),
            ("Juvenile court", "Youth shelter", 3),
            ("Juvenile court", "Youth drop-in center", 2),
        ]
        assert [link.is_open for link in links] == [True] * 3 + [False] * 6
        known = {link.agencies: (link.passes, link.standing) for link in links if not link.is_open}
        assert known["Juvenile court", "Residential program"] == (
            "48 referrals from Juvenile court to Residential program and five working ties",
            "Nothing is written down",
        )

    def test_only_sharing_makes_them(self):
        with pytest.raises(TypeError):
            ReleasedLink(("a", "b"), ("A", "B"), "", "", is_open=True, referrals=1)


class TestPosts:
    def test_no_post_says_who_holds_it(self, plain):
        posts = release_posts(plain)
        assert [(post.agency, post.words, post.seats) for post in posts] == [
            ("Advocacy center", "Advocate", 1),
            ("Court", "Deputy juvenile officer", 3),
            ("Hospital", "Social worker", 1),
            ("Police", "Investigator", 2),
            ("Residential program", "Intake worker", 1),
        ]
        assert not any("Officer O1" in str(post) for post in posts)


class TestSharper:
    def test_the_same_is_said_to_be_the_same(self, plain):
        found = release_sharper(plain, plain)
        assert found.lead == "The findings are the same as before."
        assert found.figures.empty
        assert found.gained == found.resolved == found.changed == ()

    def test_what_was_not_known_and_is_known_now(self, plain, tmp_path):
        """12 referrals get paper, six are said to rest on people: seven of 25 stay open."""
        folder = copy_sample("g1", tmp_path / "ours")
        said = [
            PaperAnswer(("court", "residential"), "used", "yes"),
            PaperAnswer(("advocacy", "police"), "nothing"),
        ]
        correct(folder, paper_edits(plain, Place(folder), said), today=DAY)
        found = release_sharper(plain, cn.assess(cn.load(folder)))
        figures = {what: (before, now) for what, before, now in found.figures.to_numpy()}
        assert figures["Referrals covered by an agreement"] == ("0 of 25", "12 of 25")
        assert figures["Referrals of which it isn't known what they rest on"] == ("25", "7")
        assert figures["Referrals that rest on the people alone"] == ("0", "6")
        assert "An agreement covers them" in found.changed[0][1].sentence

    def test_posts_give_chances(self, plain, tmp_path):
        folder = copy_sample("g1", tmp_path / "ours")
        said = [
            PostAnswer("court", "deputy juvenile officer", 6, 3, None),
            PostAnswer("residential", "intake worker", 2, 3, None),
        ]
        correct(folder, post_edits(plain.coalition, Place(folder), said), today=DAY)
        found = release_sharper(plain, cn.assess(cn.load(folder)))
        assert found.figures.to_numpy().tolist() == [
            ["Links between agencies whose chance of loss can be worked out", "0", "1"]
        ]
        assert found.lead == "Findings: 1 said more exactly."
        ((before, after),) = found.changed
        assert (before.chances, len(after.chances)) == ((), 4)
