"""What a what-if says: its title, what is read out, figures, findings, steps; without a browser."""

import pytest

import collabnet as cn
from collabnet.planning.changes import Backs, Closes, Formalizes, Leaves, Retains
from collabnet.sharing import release_what_if
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.what_if import beginning, result, steps
from collabnet_dashboards.panels.what_if.outcome import spoken, title
from screen_page import text_of

PAPER = Formalizes("court_b", "residential_program")


@pytest.fixture(scope="module")
def desk():
    return Desk("sample:site_b", home="/nowhere")


@pytest.fixture(scope="module")
def site_a():
    return cn.assess(cn.load("sample:site_a"))


def look_at(desk, search=""):
    """The view of an address of this page, of Site B."""
    now, _ = desk.open("site_b")
    return desk.look({"path": "/what-if", "search": search, "opened": now})


def tried(desk, *changes):
    now, _ = desk.open("site_b")
    return desk.tried(now["key"], now["stamp"], changes)


class TestTitle:
    """The title says first what matters most."""

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ([Leaves("officer_b1")], "21 of 59 referrals would have no way to pass"),
            ([PAPER], "48 of 59 referrals would be covered by an agreement, now 0"),
            (
                [Backs("program_director")],
                "25 of 59 referrals would be lost if one more person left, now 48",
            ),
            (
                [cn.Repairs("court_b", "police_b")],
                "The contact between two agencies would change; all referrals would still pass",
            ),
            ([Formalizes("bench_b", "police_b")], "Nothing that is counted here would change"),
        ],
        ids=str,
    )
    def test_it_says_what_matters_most(self, desk, changes, said):
        assert title(tried(desk, *changes)) == said

    def test_chances_count_where_nothing_else_is_another(self):
        made = cn.what_if(cn.load("sample:deputized_task_force"), Retains("advocate", 0.01))
        assert title(release_what_if(made)) == (
            "The chance of losing a link would change; all referrals would still pass"
        )


class TestSpoken:
    def test_it_is_read_out_in_sentences(self, desk):
        assert spoken(tried(desk, Leaves("officer_b1"))) == (
            "Tried: Officer B1 at Juvenile court leaves; a successor is in the post. 21 of 59 "
            "referrals would have no way to pass. Referrals lost for good if one person leaves: 27 "
            "of 38. Referrals covered by an agreement: 0 of 38. Findings: 4 not the same as "
            "before, 1 no longer found."
        )

    def test_what_waits_for_a_successor_is_told_apart(self, site_a, desk):
        waits = "they are expected to pass on once the post is filled"
        empty = release_what_if(cn.what_if(site_a, Leaves("investigator_a1", "empty")))
        assert waits in spoken(empty)
        assert waits not in spoken(tried(desk, Leaves("program_director", "empty")))


class TestResult:
    def said(self, desk, *changes):
        return text_of(result.findings(tried(desk, *changes)))

    def test_what_is_broken_is_not_called_resolved(self, desk):
        said = self.said(desk, Leaves("program_director"))
        assert "Gone, but not mended: the link, person or agency is gone (2)" in said
        assert "Resolved" not in said

    def test_findings_that_stay_are_said_to_stay(self, desk):
        assert self.said(desk, Formalizes("bench_b", "police_b")) == (
            "The findings stay as they are."
        )

    def test_many_findings_are_cut_with_their_number(self, desk):
        made = release_what_if(cn.what_if(cn.load("sample:site_b"), Closes("court_b")))
        object.__setattr__(made, "resolved", made.resolved[:1] * (result.MOST + 3))
        assert "and 3 more." in text_of(result.findings(made))

    def test_figures_that_change_stand_in_a_table_and_all_of_them_behind_a_word(self, desk):
        look = look_at(desk)
        said = text_of(result.figures(look, tried(desk, PAPER)))
        changing, every = said.split("All figures", 1)
        assert "Referrals covered by an agreement 0 48" in changing
        assert "Pathways between agencies" not in changing
        assert "Pathways between agencies 4 4" in every

    def test_what_needs_a_word_of_explanation_stands_among_all_figures_alone(self, desk):
        said = text_of(result.figures(look_at(desk), tried(desk, Closes("court_b"))))
        changing, every = said.split("All figures", 1)
        assert "Fragmentation" not in changing
        assert "Fragmentation by distance (0 whole, 1 in pieces)" in every

    def test_a_smaller_loss_is_explained_where_some_of_it_would_be_gone(self, desk):
        look = look_at(desk)
        assert result.GONE_ALREADY in text_of(
            result.figures(look, tried(desk, Leaves("officer_b1")))
        )
        assert result.GONE_ALREADY not in text_of(result.figures(look, tried(desk, PAPER)))

    def test_without_a_change_in_figures_it_says_so(self, desk):
        said = text_of(
            result.figures(look_at(desk), tried(desk, Formalizes("bench_b", "police_b")))
        )
        assert said.startswith("None of these figures changes: no referral on record rests on")

    def test_the_picture_is_said_in_words(self, desk):
        assert result.described(tried(desk, PAPER)) == (
            "48 of 59 referrals would be covered by an agreement, now 0. Referrals that still have "
            "a way to pass: 59 before, 59 after. Referrals covered by an agreement: 0 before, 48 "
            "after. Referrals lost for good if one more person leaves: 48 before, 0 to 6 after."
        )

    def test_its_caption_says_of_how_many_when_and_what_is_missing(self, desk):
        assert result.caption(look_at(desk)).startswith(
            "59 referrals in the log; 6 name nobody at one end"
        )
        assert result.caption(look_at(desk)).endswith(
            "2023-01-01 to 2023-12-31. Bars count referrals."
        )

    def test_tables_are_folded_with_their_number_of_rows(self, desk):
        said = text_of(result.links(tried(desk, Leaves("officer_b1"))))
        assert "Referrals on each link: 1 is different" in said
        assert "Contacts between agencies: 5 are different" in said
        assert result.links(tried(desk, Formalizes("bench_b", "police_b"))) == []

    def test_what_is_assumed_is_said(self, desk):
        look = look_at(desk, f"?c=site_b&w=leaves.{look_at(desk).refs.short('officer_b1')}")
        assert "Nobody rebuilds ties, and no colleague takes over." in text_of(result.parts(look))

    def test_it_begins_with_links_and_agencies_and_never_with_people(self, desk):
        said = text_of(beginning.beginning(look_at(desk)))
        assert "Juvenile court and Residential program sign an agreement" in said
        assert "Residential program closes" in said
        assert "leaves" not in said


class TestSteps:
    def test_each_step_is_said_and_what_is_off_too(self, desk):
        refs = look_at(desk).refs
        code = f"leaves.{refs.short('officer_b1')}~-closes.{refs.short('police_b')}"
        assert steps.rows(look_at(desk, f"?c=site_b&w={code}")) == [
            ("Officer B1 at Juvenile court leaves; a successor is in the post.", True),
            ("Police closes.", False),
        ]

    def test_a_switch_says_its_state_in_a_word_and_to_those_who_hear_it(self):
        laid = steps.listed([steps.Row("Court closes.", True), steps.Row("Bea leaves.", False)])
        items = laid[0].children
        switches = [item.children[1].children[0].to_plotly_json()["props"] for item in items]
        assert [one["aria-checked"] for one in switches] == ["true", "false"]
        assert [text_of(one["children"]) for one in switches] == [
            "On Court closes.",
            "Off Bea leaves.",
        ]

    def test_where_every_step_is_off_it_says_so(self):
        assert steps.NONE_ON in text_of(steps.listed([steps.Row("Court closes.", False)]))
        assert steps.NONE_ON not in text_of(steps.listed([steps.Row("Court closes.", True)]))
