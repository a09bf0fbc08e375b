"""Posts on the page Data: how often each changes hands; then the chances that follow."""

import pytest
from playwright.sync_api import expect

from collabnet import assess, load
from collabnet.data.samples import copy_sample
from collabnet.planning.answers import PostAnswer
from collabnet.sharing.asked import release_posts
from collabnet.sharing.sharper import release_sharper
from collabnet_dashboards.panels.data.posts_questions import answers, asked, question, title
from collabnet_dashboards.panels.data.sharper import told
from screen_page import text_of


def posts():
    return release_posts(assess(load("sample:g1")))


class TestTitle:
    def test_it_says_how_many_are_open(self):
        open_ones, known = posts(), release_posts(assess(load("sample:deputized_task_force")))
        assert title(open_ones) == "Nobody has said yet how often posts change hands"
        assert title(known) == "Of every post it is known how often it changes hands"
        assert title([*open_ones[:1], *known[:3]]) == (
            "Nobody has said yet how often 1 of 4 posts changes hands"
        )


class TestAsked:
    def test_open_posts_are_asked_about_and_of_a_chosen_agency_all(self):
        known = release_posts(assess(load("sample:deputized_task_force")))
        assert asked(known, None) == []
        assert len(asked(posts(), None)) == 5
        found = asked(known, known[0].agency_id)
        assert {one.agency for one in found} == {known[0].agency}

    def test_a_question_names_the_post_and_nobody(self):
        said = text_of(question(posts()[1], "1"))
        assert said.startswith("Deputy juvenile officer Court . Three seats now")
        assert "Officer" not in said


class TestAnswers:
    def test_the_years_that_are_filled_in_alone_are_no_answer(self):
        numbers = [[5, ""], [3, 3], ["", ""]]
        assert answers(posts(), ["1", "0"], numbers) == [
            PostAnswer("court", "deputy juvenile officer", 5, 3, None),
            PostAnswer("advocacy", "advocate", None, None, None),
        ]


class TestSharper:
    def test_where_nothing_moved_it_is_said_what_it_takes(self):
        same = assess(load("sample:g1"))
        assert text_of(told(release_sharper(same, same), "posts")) == (
            "What got sharper The findings are the same as before. How likely the loss of a link "
            "is needs the posts at both its ends. Answer for those at the other end as well."
        )


COUNT_CLICKS = "window.clicks = 0; document.addEventListener('click', () => { clicks += 1; })"


class TestPage:
    @pytest.mark.long
    def test_posts_are_answered_and_chances_follow(self, screen, tmp_path):
        """On a telephone in the dark; what can't be right is refused first; two clicks are one."""
        folder = copy_sample("g1", tmp_path / "ours", called="Ours")
        page = screen(folder, path="/data?part=posts", width=400, scheme="dark").ready()
        part = page.page.locator("#data-posts")
        officers = part.get_by_role(
            "textbox", name="People who held it Deputy juvenile officer, Court"
        )
        officers.fill("1.5")
        part.get_by_role("button", name="Save the answers").click()
        expect(part.get_by_role("alert")).to_contain_text(
            "deputy juvenile officer at Court: how many held the post needs a whole number"
        )
        officers.fill("6")
        part.get_by_role(
            "textbox", name="People who held it Intake worker, Residential program"
        ).fill("2")
        page.page.evaluate(COUNT_CLICKS)
        part.get_by_role("button", name="Save the answers").dblclick()
        assert page.page.evaluate("window.clicks") == 1
        expect(part).to_contain_text("Kept for two posts: 2 rows of posts.csv added.")
        expect(part.locator(".cn-sharper")).to_contain_text(
            "Chance that the link is gone altogether within a year"
        )
        rows = (folder / "posts.csv").read_text("utf-8-sig").splitlines()
        assert rows[1:] == [
            "court,deputy juvenile officer,6,3,,",
            "residential,intake worker,2,3,,",
        ]
        page.is_accessible()
