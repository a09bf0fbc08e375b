"""What is tried is kept in the coalition's folder under a name, replaced and opened again."""

import shutil

import pytest

import collabnet as cn
from collabnet.data.samples import find_path
from collabnet.model.errors import CollabnetError
from collabnet.planning.scenarios import load_scenarios, save_scenario
from collabnet.planning.scenarios.scenario import Step
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.what_if import kept
from screen_page import text_of

STEPS = (Step(cn.Backs("I1")), Step(cn.Leaves("O1"), is_on=False))


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(find_path("sample:g1"), tmp_path / "mine")


@pytest.fixture
def desk(folder, tmp_path):
    return Desk(folder, home=tmp_path / "home")


def look_at(desk, search="", key="given"):
    now, _ = desk.open(key)
    return desk.look({"path": "/what-if", "search": search, "opened": now})


def trying(desk):
    """The view in which a second intake worker is tried, and a departure is switched off."""
    refs = look_at(desk).refs
    return look_at(desk, f"?w=backs.{refs.short('I1')}~-leaves.{refs.short('O1')}")


class TestKeep:
    def test_steps_are_kept_as_they_are_switched(self, desk, folder):
        kept.keep(trying(desk), "Second intake worker")
        assert load_scenarios(folder)["second intake worker"].steps == STEPS

    def test_a_kept_what_if_makes_nothing_on_the_page_outdated(self, desk):
        before = desk.open("given")[0]["stamp"]
        kept.keep(trying(desk), "Second intake worker")
        assert desk.open("given")[0]["stamp"] == before

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("", "A scenario needs a name of 1 to 100 letters that can be read; got ''."),
            ("second INTAKE worker", "There is a scenario 'second INTAKE worker' already."),
        ],
    )
    def test_a_name_is_needed_that_none_has(self, desk, name, why):
        kept.keep(trying(desk), "Second intake worker")
        with pytest.raises(CollabnetError) as caught:
            kept.keep(trying(desk), name)
        assert str(caught.value).startswith(why)

    def test_nothing_tried_is_nothing_to_keep(self, desk):
        with pytest.raises(CollabnetError, match=r"^Try a change first"):
            kept.keep(look_at(desk), "Nothing")

    def test_a_sample_keeps_nothing(self, desk):
        look = look_at(desk, key="site_b")
        assert len(kept.kept(look)) == 0
        tried = look_at(desk, f"?c=site_b&w=closes.{look.refs.short('court_b')}", key="site_b")
        with pytest.raises(CollabnetError, match="is a sample, which stays as it is"):
            kept.keep(tried, "Court closes")


class TestOpen:
    def test_what_was_kept_is_tried_again(self, desk):
        made = kept.keep(trying(desk), "Second intake worker")
        look = look_at(desk)
        href = kept.opened(look, kept.kept(look), made.digest)
        assert href == f"/what-if?c=given&v={look.stamp[:8]}&w={trying(desk).address.steps}"

    def test_it_is_chosen_first(self, desk):
        with pytest.raises(CollabnetError) as caught:
            kept.opened(look_at(desk), kept.kept(look_at(desk)), None)
        assert str(caught.value) == "Choose one of the kept what-ifs first."

    def test_who_is_not_there_any_more_is_said_and_nothing_opens(self, desk, folder):
        made = save_scenario(folder, cn.Scenario("Gone", [cn.Leaves("nobody")]))
        look = look_at(desk)
        with pytest.raises(CollabnetError, match="isn't in the files any more"):
            kept.opened(look, kept.kept(look), made.digest)
        assert "isn't in the files any more" in text_of(
            kept.told(look, kept.kept(look), made.digest)
        )

    def test_what_is_out_of_date_says_so(self, desk, folder):
        made = kept.keep(trying(desk), "Second intake worker")
        people = folder / "people.csv"
        people.write_text(people.read_text(encoding="utf-8").replace("Officer O1", "Olive"),
                          encoding="utf-8")  # fmt: skip
        look = look_at(desk)
        said = text_of(kept.told(look, kept.kept(look), made.digest))
        assert "The coalition has changed since 'Second intake worker' was saved" in said
        assert "Olive at Court leaves; a successor is in the post. (switched off)" in said

    def test_what_can_not_be_read_is_named(self, desk, folder):
        (folder / "scenarios").mkdir()
        (folder / "scenarios" / "odd.toml").write_text("version = 9\n", encoding="utf-8")
        look = look_at(desk)
        said = text_of(kept.told(look, kept.kept(look), None))
        assert said.startswith("scenarios/odd.toml can't be read and is left as it is:")


class TestReplace:
    def test_it_takes_the_place_of_what_was_kept_which_can_be_undone(self, desk, folder):
        made = kept.keep(trying(desk), "Second intake worker")
        refs = look_at(desk).refs
        look = look_at(desk, f"?w=closes.{refs.short('court')}")
        kept.replaced(look, kept.kept(look), made.digest)
        found = load_scenarios(folder)["Second intake worker"]
        assert found.changes == (cn.Closes("court"),)
        assert found.undone().steps == STEPS

    def test_what_somebody_else_changed_meanwhile_is_not_written_over(self, desk, folder):
        made = kept.keep(trying(desk), "Second intake worker")
        save_scenario(folder, load_scenarios(folder)["Second intake worker"].switched(0))
        look = trying(desk)
        with pytest.raises(CollabnetError, match=r"^Somebody else has changed what was chosen"):
            kept.replaced(look, kept.kept(look), made.digest)
