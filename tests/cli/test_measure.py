"""``collabnet measure``: what is asked for, how it is written, what is refused."""

import csv
import io
import json

import pytest

import collabnet as cn
from cli.calls import call
from collabnet.cli.measure_asked import parse_measures
from collabnet.metrics.catalogue import MEASURES, USUAL
from collabnet.metrics.facts import options_of
from collabnet.reports import progress_bar


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


class TestAsked:
    """Measures by commas, options behind colons."""

    @pytest.mark.parametrize(
        ("text", "asked"),
        [
            ("degree", {"degree": {}}),
            (" degree , harmonic,", {"degree": {}, "harmonic": {}}),
            ("betweenness:cost=1/strength", {"betweenness": {"cost": "1/strength"}}),
            (
                "betweenness : cost = 1/strength : normalised = yes,degree",
                {"betweenness": {"cost": "1/strength", "normalised": True}, "degree": {}},
            ),
            ("degree:normalised=True", {"degree": {"normalised": True}}),
            ("reach_in_steps:steps=3", {"reach_in_steps": {"steps": 3}}),
            ("pagerank:damping=0.5", {"pagerank": {"damping": 0.5}}),
            (
                "dominators:from_actor=court:judge 1",
                {"dominators": {"from_actor": "court:judge 1"}},
            ),
            (
                "key_players:size=2:from_actors=D1+D2:among=O1",
                {"key_players": {"size": 2, "from_actors": ["D1", "D2"], "among": ["O1"]}},
            ),
            ("ei_index:groups=sector:draws=50", {"ei_index": {"groups": "sector", "draws": 50}}),
        ],
    )
    def test_names_and_values(self, text, asked):
        assert parse_measures(text) == asked

    def test_a_value_may_hold_a_colon_and_an_equals_sign_behind_a_blank(self):
        asked = parse_measures("dominators:from_actor=a: b c=d")
        assert asked == {"dominators": {"from_actor": "a: b c=d"}}


class TestTable:
    def test_where_nothing_is_named_the_few_usual_measures_are_told(self, capsys):
        (first, *_) = rows(call(capsys, "measure", "sample:g1").out)
        network = cn.load("sample:g1").network()
        assert list(first) == [*cn.measure(network).columns, "notice", "label"]
        assert first["notice"] == "Internal: names staff"
        assert 5 <= len(USUAL["actors"]) <= 8

    @pytest.mark.parametrize("level", ["people", "agencies", "sectors"])
    def test_every_level(self, capsys, level):
        out = call(capsys, "measure", "sample:site_b", "--level", level, "--measures", "degree").out
        network = cn.load("sample:site_b").network(level=level)
        assert [row["actor_id"] for row in rows(out)] == list(network.actor_ids)

    def test_where_no_people_are_named_agencies_are_measured(self, capsys, tmp_path):
        """Agencies without a tie are among them."""
        (tmp_path / "coalition.toml").write_text('name = "Three"')
        (tmp_path / "agencies.csv").write_text("agency_id,sector\na,x\nb,x\nc,y\n")
        (tmp_path / "ties.csv").write_text("source,target,kind\na,b,contact\n")
        given = ("measure", tmp_path, "--measures", "degree", "--format", "json")
        made = json.loads(call(capsys, *given).out)
        assert [(row["actor_id"], row["degree"]) for row in made["actors"]] == [
            ("a", 1), ("b", 1), ("c", 0),
        ]  # fmt: skip
        assert made["level"] == "agencies"

    @pytest.mark.parametrize("of", ["actors", "ties", "pairs", "network"])
    def test_every_kind_of_row(self, capsys, of):
        answer = call(capsys, "measure", "sample:g1", "--of", of, "--format", "json")
        made = json.loads(answer.out)
        table = cn.measure(cn.load("sample:g1").network(), of=of)
        assert len(made[of]) == len(table)
        assert list(made[of][0]) == list(table.columns)

    def test_groups_are_an_attribute(self, capsys):
        """Of people also the sector of their agency: a table between sectors."""
        out = call(
            capsys, "measure", "sample:site_b", "--measures", "density_between",
            "--groups", "sector",
        ).out  # fmt: skip
        network = cn.load("sample:site_b").network()
        table = cn.metrics.density_between(network, groups="sector")
        assert len(rows(out)) == len(table)
        assert [row["from_group"] for row in rows(out)] == table["from_group"].tolist()

    def test_the_seed_reaches_every_measure_that_draws(self, capsys):
        out = call(
            capsys, "measure", "sample:g1", "--measures", "degree,communities:draws=5",
            "--seed", 7, "--format", "json",
        ).out  # fmt: skip
        settings = json.loads(out)["settings"]
        assert settings["communities"]["seed"] == 7
        assert "seed" not in settings["degree"]

    def test_json_tells_settings_and_definitions(self, capsys):
        out = call(
            capsys, "measure", "sample:g1", "--measures", "betweenness:cost=1/strength",
            "--format", "json",
        ).out  # fmt: skip
        made = json.loads(out)
        entry = MEASURES["betweenness"]
        assert made["settings"]["betweenness"]["cost"] == "1/strength"
        assert made["definitions"] == {
            "betweenness": {
                "sentence": entry.sentence,
                "definition": entry.definition,
                "columns": dict(entry.columns),
            }
        }
        assert (made["level"], made["relations"], made["is_directed"]) == ("people", None, True)

    def test_undefined_is_an_empty_cell_and_null(self, capsys):
        given = ("measure", "sample:g1", "--measures", "closeness")
        assert {row["closeness"] for row in rows(call(capsys, *given).out)} == {""}
        made = json.loads(call(capsys, *given, "--format", "json").out)
        assert {row["closeness"] for row in made["actors"]} == {None}

    def test_a_script_for_r(self, capsys, tmp_path):
        path = tmp_path / "measures.R"
        answer = call(
            capsys, "measure", "sample:g1", "--measures", "degree,density", "--format", "r",
            "--output", path,
        )  # fmt: skip
        assert (answer.code, answer.out, answer.err) == (0, "", f"Written: {path}\n")
        network = cn.load("sample:g1").network()
        assert path.read_text("utf-8") == cn.r_script(network, ["degree", "density"])


class TestTold:
    def test_the_list_names_every_measure_with_its_sentence(self, capsys):
        answer = call(capsys, "measure", "--list")
        text = " ".join(answer.out.split())
        for name, entry in MEASURES.items():
            assert f"{name} ({entry.of}): {' '.join(entry.sentence.split())}" in text
        assert text.endswith("collabnet measure --explain NAME tells the whole of one.")

    def test_an_explanation_is_that_of_a_script(self, capsys):
        answer = call(capsys, "measure", "--explain", "constraint")
        assert " ".join(answer.out.split()) == " ".join(cn.explain_measure("constraint").split())

    def test_lines_are_as_wide_as_the_terminal(self, capsys, monkeypatch):
        monkeypatch.setenv("COLUMNS", "60")
        for given in (["--list"], ["--explain", "constraint"]):
            lines = call(capsys, "measure", *given).out.splitlines()
            assert all(len(line) <= 60 for line in lines if " " in line.strip())


class TestWrongCalls:
    """They end with 2, and say what was needed, what came and what to do."""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], "PATH is needed: a coalition folder, one file, or a sample's name."),
            (
                ["g1", "--measures", "degree,fame"],
                "--measures: There is no measure 'fame'. collabnet measure --list and "
                "cn.list_measures() list those there are.",
            ),
            (
                ["g1", "--measures", ","],
                "--measures needs NAME or NAME:OPTION=VALUE, by commas, such as "
                "degree,betweenness:cost=1/strength; got ','.",
            ),
            (
                ["g1", "--measures", "degree:fast"],
                "--measures needs NAME or NAME:OPTION=VALUE, by commas, such as "
                "betweenness:cost=1/strength; got 'degree:fast'.",
            ),
            (
                ["g1", "--measures", "cutpoints:cost=1/strength"],
                "cutpoints has no option 'cost'; it has none.",
            ),
            (
                ["g1", "--measures", "harmonic:kost=1"],
                "harmonic has no option 'kost'; it has direction, cost.",
            ),
            (
                ["g1", "--measures", "betweenness:cost=2"],
                "betweenness needs cost='unweighted' or '1/strength'; got '2'.",
            ),
            (
                ["g1", "--measures", "betweenness:normalised=maybe"],
                "betweenness needs normalised=yes or no; got 'maybe'.",
            ),
            (
                ["g1", "--measures", "reach_in_steps:steps=two"],
                "reach_in_steps needs steps=a whole number; got 'two'.",
            ),
            (
                ["g1", "--measures", "degree,degree"],
                "--measures names degree twice; a table holds a measure once. Ask for each in a "
                "call of its own.",
            ),
            (
                ["g1", "--measures", "degree,density"],
                "One table needs measures with one kind of row; degree has rows for actors, "
                "density for network. Ask for them apart.",
            ),
            (
                ["g1", "--measures", "degree", "--of", "network"],
                "--of network needs measures with rows for network; degree has rows for actors. "
                "Leave --of out, or name others.",
            ),
            (
                ["g1", "--measures", "ei_index"],
                "ei_index needs groups: say ei_index:groups=VALUE, or --groups ATTRIBUTE.",
            ),
            (
                ["g1", "--measures", "dominators"],
                "dominators needs from_actor: say dominators:from_actor=VALUE.",
            ),
            (
                ["--explain", "fame"],
                "--explain: There is no measure 'fame'. collabnet measure --list and "
                "cn.list_measures() list those there are.",
            ),
        ],
        ids=str,
    )
    def test_they_say_what_is_wrong(self, capsys, arguments, said):
        answer = call(capsys, "measure", *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"collabnet measure: {said} Read: collabnet measure --help\n"

    @pytest.mark.parametrize(("option", "value"), [("groups", "sector"), ("seed", "3")])
    def test_an_option_that_no_measure_asked_for_has(self, capsys, option, value):
        answer = call(capsys, "measure", "g1", "--measures", "degree", f"--{option}", value)
        known = [name for name, one in MEASURES.items() if option in options_of(one)]
        assert answer.code == 2
        assert answer.err == (
            f"collabnet measure: --{option} needs a measure that uses it: {', '.join(known)}; got "
            f"degree. Name one with --measures, or leave --{option} out. Read: collabnet measure "
            "--help\n"
        )

    def test_an_attribute_that_nobody_has_is_refused(self, capsys):
        answer = call(capsys, "measure", "g1", "--measures", "ei_index", "--groups", "hair colour")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == (
            "ei_index needs an attribute of the actors as groups: name, agency_id, sector, role, "
            "kind; got 'hair colour'. Choose among these, or hand over a dict from actor to "
            "group.\n"
        )


def test_ctrl_c_stops_long_work(capsys, monkeypatch, tmp_path):
    """It says so in a sentence, and ends as an interrupted program does; nothing is written."""

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(progress_bar._OnTerminal, "advance", interrupted)
    path = tmp_path / "table.csv"
    answer = call(capsys, "measure", "g1", "--measures", "betweenness", "--output", path)
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == "Interrupted: nothing was written.\n"
    assert not path.exists()
