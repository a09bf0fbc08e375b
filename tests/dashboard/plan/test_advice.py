"""What the page Plan says of a plan, and how it comes by one; without a browser."""

import time

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.sharing import release_plan
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.plan import advice, beside, choices, page
from risk.cases import agreement, coalition
from screen_page import text_of


@pytest.fixture(scope="module")
def desk():
    return Desk("sample:site_b", home="/nowhere")


UNHELPED = release_plan(
    cn.plan(
        coalition(("court", "O1", "program", "I1", 9), agreements=[agreement("court", "program")]),
        kinds=["repairs"],
    )
)
"""On paper and with names: there is nothing to ask, and no strained tie to repair."""


def look_at(desk, search="", key="site_b"):
    now, _ = desk.open(key)
    return desk.look({"path": "/plan", "search": f"?c={key}{search}", "opened": now})


@pytest.fixture(scope="module")
def made(desk):
    now, _ = desk.open("site_b")
    return desk.planned(now["key"], now["stamp"], 3, "effort")


def planned(name, **terms):
    return release_plan(cn.plan(cn.load(f"sample:{name}"), **terms))


class TestTitle:
    def test_it_says_how_many_changes_bring_how_much(self, made):
        assert advice.title(made) == (
            "Three changes would lower what is at stake from 165 to 99 referrals a year"
        )

    def test_one_change_is_one(self):
        assert advice.title(planned("site_b", changes=1)).startswith("One change would lower")

    def test_a_question_that_matters_more_comes_first(self):
        assert advice.title(planned("deputized_task_force")) == (
            "Ask one thing first. Three changes would lower what is at stake from 47 to 15 "
            "referrals a year"
        )

    def test_where_nothing_is_at_stake_it_says_so(self):
        assert advice.title(planned("programs")) == "Nothing is at stake by what is counted here"

    def test_where_no_change_helps_it_says_so(self):
        assert advice.title(UNHELPED) == "No change on offer would lower what is at stake"

    def test_where_only_a_question_helps_it_says_between_what_the_answer_decides(self):
        given = coalition(("court", "O1", "program", "I1", 9))
        assert advice.title(release_plan(cn.plan(given, kinds=["repairs"]))) == (
            "Ask one thing first: by the answer 4 to 18 referrals a year are at stake"
        )


class TestSteps:
    def test_each_step_says_what_why_how_much_what_it_takes_and_how_sure(self, desk, made):
        said = text_of(advice.together(look_at(desk), made))
        assert "Put the link from Juvenile court to Residential program on paper" in said
        assert "If the one director who receives them left, 48 referrals a year" in said
        assert "At stake a year 165 → before, 112 after" in said
        assert "3 half-days of meetings" in said
        assert "How sure: solid." in said
        assert "Assessed anew with these changes, what is at stake goes from 165 to 99" in said

    def test_the_whole_plan_and_each_step_can_be_tried(self, desk, made):
        said = str(advice.together(look_at(desk), made))
        changes = [step.change for step in made.steps]
        for change in changes:
            assert f'{{"do": "try", "change": "{change}"}}' in said
        assert f'"changes": ["{changes[0]}", "{changes[1]}", "{changes[2]}"]' in said

    def test_each_step_leads_to_the_link_that_it_helps(self, desk, made):
        look = look_at(desk)
        court, program = look.refs.short("court_b"), look.refs.short("residential_program")
        said = str(advice.together(look, made))
        way = f"/links?c=site_b&v={look.stamp[:8]}&from={court}&to={program}"
        assert said.count(way) == len(made.steps)

    def test_what_is_tried_already_is_said_to_stay(self, desk, made):
        look = look_at(desk)
        added = "It is added to what you try already."
        assert added not in text_of(advice.together(look, made))
        look = look_at(desk, f"&w=closes.{look.refs.short('police_b')}")
        assert added in text_of(advice.together(look, made))

    def test_nobody_is_named(self, desk, made):
        said = text_of(beside.parts(look_at(desk), made))
        names = {person["label"] for person in look_at(desk).released.map["people"]
                 if person["kind"] == "person"}  # fmt: skip
        assert [name for name in names if name in said] == []

    def test_where_there_is_no_step_it_says_why(self, desk):
        said = text_of(advice.together(look_at(desk), UNHELPED))
        assert said == "The plan There is no change to choose among."

    def test_where_nothing_is_at_stake_it_says_what_a_plan_needs(self, desk):
        said = text_of(advice.together(look_at(desk), planned("programs")))
        assert "A plan needs a log of referrals, or contacts between people" in said
        assert said.endswith("Bring in data")


class TestBeside:
    def test_the_picture_is_said_in_words_with_its_table(self, desk, made):
        drawn = beside.picture(look_at(desk), made)
        said = text_of(drawn)
        assert "59 referrals in the log; 6 name nobody at one end" in said
        assert "As it is 165 After step 1 112 After step 2 101 After step 3 99" in said
        assert "At stake: as it is 165; after step 1 112; after step 2 101; after step 3 99." in (
            str(drawn)
        )

    def test_without_a_change_there_is_no_picture(self, desk):
        assert beside.picture(look_at(desk), planned("programs")) == []

    def test_questions_stand_with_what_hangs_on_them(self, desk, made):
        said = text_of(beside.questions(look_at(desk), made))
        assert "With whom at Juvenile court do people at Children's Division work" in said
        assert "Nobody at Children's Division was asked." in said

    def test_words_for_how_it_was_found_are_explained(self, made):
        said = text_of(beside.how(made))
        assert "exact by enumeration: no other three changes" in said
        assert "Exact by enumeration: every choice of so many changes was tried." in said


class TestWanted:
    @pytest.mark.parametrize(
        ("search", "wanted"),
        [
            ("", (3, "effort")),
            ("&n=1&by=volume", (1, "volume")),
            ("&n=20&by=names", (3, "effort")),
        ],
    )
    def test_the_address_says_which_plan(self, desk, search, wanted):
        assert choices.wanted(look_at(desk, search)) == wanted

    def test_the_ways_to_other_plans_say_which_is_shown(self, desk):
        look = look_at(desk, "&n=2")
        found = choices.ways(look)
        assert [one for one in found if found[one]["aria-current"]] == [
            "plan-way-n-2",
            "plan-way-by-effort",
        ]
        start = f"/plan?c=site_b&v={look.stamp[:8]}"
        assert found["plan-way-n-1"]["href"] == f"{start}&n=1&by=effort"
        assert found["plan-way-by-volume"]["href"] == f"{start}&n=2&by=volume"


class TestAnswered:
    """The plan comes at once where it is known; else it is worked out beside the page."""

    @pytest.fixture
    def fresh(self):
        return Desk("sample:g1", home="/nowhere")

    def until_over(self, desk, token):
        for _ in range(600):
            if desk.jobs.state(token).is_over:
                return
            time.sleep(0.05)
        raise AssertionError("The plan takes more than half a minute.")

    def test_it_is_worked_out_once(self, fresh):
        look = look_at(fresh, key="g1")
        begun = page.asked(look, None)
        assert (begun["title"], begun["body"]) == (page.EMPTY_TITLE, [])
        self.until_over(fresh, begun["token"])
        made = page.answered(look, begun["token"])
        assert made["title"].startswith("Three changes would lower what is at stake from 29 to 6")
        assert made["is_there"] is True
        assert page.asked(look, begun["token"])["title"] == made["title"]

    def test_one_that_is_not_wanted_any_more_is_cancelled(self, fresh, monkeypatch):
        cancelled = []
        monkeypatch.setattr(fresh.jobs, "cancel", cancelled.append)
        page.asked(look_at(fresh, key="g1"), "an older one")
        assert cancelled == ["an older one"]

    def test_one_that_was_cancelled_says_so_and_can_be_begun_again(self, fresh, monkeypatch):
        monkeypatch.setattr(fresh, "planned", lambda *_: time.sleep(0.2))
        begun = page.asked(look_at(fresh, key="g1"), None)
        fresh.jobs.cancel(begun["token"])
        over = page.answered(look_at(fresh, key="g1"), begun["token"])
        assert text_of(over["body"]) == "The plan was cancelled before it was worked out."
        assert over["is_there"] is False

    def test_one_that_failed_says_why(self, fresh, monkeypatch):
        def fail(*_):
            raise CollabnetError("The plan can't be made.")

        monkeypatch.setattr(fresh, "planned", fail)
        begun = page.asked(look_at(fresh, key="g1"), None)
        self.until_over(fresh, begun["token"])
        over = page.answered(look_at(fresh, key="g1"), begun["token"])
        assert text_of(over["body"]) == "The plan can't be made."
