"""A scenario as TOML: what is written is read back; what is no scenario says why."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.planning.scenarios import Scenario, Step, read_scenario, write_scenario
from collabnet.planning.scenarios.toml import NewerScenarioError
from planning.test_change_text import ANY

# What UTF-8 can't hold is refused when a scenario is saved; TOML has no such letters either.
LETTERS = st.characters(exclude_categories=["Cs"])
NAME = st.text(LETTERS, min_size=1, max_size=40).filter(
    lambda name: " ".join(name.split()) and " ".join(name.split()).isprintable()
)
STEPS = st.lists(st.builds(Step, ANY, st.booleans()), max_size=3).map(tuple)
STATES = st.lists(STEPS, max_size=3).map(tuple)
TIMES = st.none() | st.datetimes(
    datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)
).map(lambda day: day.replace(microsecond=0))


class TestInverse:
    @settings(max_examples=40)
    @given(st.builds(Scenario, NAME, STEPS, st.text("0123456789abcdef"), STATES, STATES, TIMES))
    def test_what_is_written_is_read_back(self, scenario):
        try:
            text = write_scenario(scenario).encode("utf-8").decode("utf-8")
        except UnicodeEncodeError:
            return
        assert read_scenario(text) == scenario

    def test_a_person_can_read_it(self):
        made = Scenario("Paper first", ["formalizes:court:program", "leaves:O1"], "abc")
        made = made.switched(1).undone()
        assert write_scenario(made) == (
            "# A scenario of collabnet: changes to try on this coalition, in this order.\n"
            "# A step with on = false is left out. How changes are written: collabnet whatif "
            "--help\n"
            "version = 1\n"
            'name = "Paper first"\n'
            'baseline = "abc"\n\n'
            '[[steps]]\nchange = "formalizes:court:program"\non = true\n\n'
            '[[steps]]\nchange = "leaves:O1"\non = true\n\n'
            "[history]\nredo = [\n"
            '  [{ change = "formalizes:court:program", on = true }, '
            '{ change = "leaves:O1", on = false }],\n]\n'
        )

    def test_a_person_can_write_it(self):
        """Little is needed; line ends of Windows and a byte order mark don't matter."""
        text = '\ufeffversion = 1\r\nname = "x"\r\n[[steps]]\r\nchange = "leaves:O1"\r\n'
        assert read_scenario(text) == Scenario("x", ["leaves:O1"])


HEAD = 'version = 1\nname = "x"\n'


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("name = 'x'", "its version needs to be 1; got None"),
            ("version = true", "its version needs to be 1; got True"),
            ("version = 0", "its version needs to be 1; got 0"),
            (HEAD + "colour = 1", "it has a key that no scenario has: 'colour'"),
            ("version = 1\nname = 3", "name needs to be a text; got 3"),
            (HEAD + "steps = 3", "steps needs to be a list; got 3"),
            (HEAD + "history = 3", "history needs to be a table; got 3"),
            (
                HEAD + "steps = [3]",
                'a step needs change = "..." and on = true or false; got 3',
            ),
            (
                HEAD + '[[steps]]\nchange = "leaves:O1"\non = 1',
                'a step needs change = "..." and on = true or false; got '
                "{'change': 'leaves:O1', 'on': 1}",
            ),
            (HEAD + "[history]\nundo = [3]", "steps need to be a list; got 3"),
            (
                HEAD + "saved = 2024-05-01",
                "saved needs a time with its zone, such as 2024-05-01T12:00:00Z",
            ),
            (
                HEAD + '[[steps]]\nchange = "closes"',
                "closes needs AGENCY, such as closes:court; got ''.",
            ),
        ],
    )
    def test_they_say_what_is_wrong(self, text, said):
        with pytest.raises(cn.CollabnetError) as refused:
            read_scenario(text)
        assert str(refused.value) == said

    @pytest.mark.parametrize("text", ["version = ", "[" * 5000, HEAD + 'name = "y"'])
    def test_what_is_no_toml(self, text):
        with pytest.raises(cn.CollabnetError, match="it is no TOML"):
            read_scenario(text)

    def test_a_newer_version_is_recognised_whatever_else_it_holds(self):
        with pytest.raises(NewerScenarioError) as refused:
            read_scenario("version = 2\nbranches = [1, 2]\n")
        assert str(refused.value) == (
            "a newer collabnet wrote it (version 2 of scenarios, this one reads 1); update "
            "collabnet to use it"
        )
