"""R's sna and igraph give the same numbers, and the script that shows it says so."""

import json
import math
import shutil
import subprocess
from functools import cache
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import collabnet as cn
from collabnet.metrics.catalogue import MEASURES
from collabnet.metrics.r_checks import r_text
from collabnet.model.errors import AssumptionError, EmptyNetworkError, NotFoundError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED
from metrics.r_networks import networks, told
from samples.shared import coalition_of

REFERENCE = json.loads(Path(__file__).with_name("r_reference.json").read_text("utf-8"))
GRAPHS = networks()
WITH_R = tuple(name for name, entry in MEASURES.items() if entry.r)
REFUSED = {("directed parts and isolates", "eigenvector.eigenvector")}
"""What R has no answer to: its search doesn't come to an end."""
HAS_R = "quit(status = !(requireNamespace('sna') && requireNamespace('igraph')))"


@cache
def r_is_there():
    """Whether Rscript and both packages are installed."""
    found = shutil.which("Rscript")
    return (
        found is not None
        and not subprocess.run([found, "-e", HAS_R], capture_output=True, check=False).returncode
    )


@pytest.fixture
def run_r(tmp_path):
    if not r_is_there():
        pytest.skip("Rscript with the packages sna and igraph is not installed")

    def run(script):
        path = tmp_path / "measures.R"
        path.write_text(script, "utf-8")
        return subprocess.run(
            ["Rscript", str(path)], capture_output=True, encoding="utf-8", check=False
        )

    return run


class TestReference:
    """Numbers computed with R, by scripts/make_r_reference.py."""

    def test_the_versions_stand_with_the_numbers(self):
        assert REFERENCE["versions"] == {"R": "4.2.2", "sna": "2.7.1", "igraph": "1.3.5"}

    @pytest.mark.parametrize("name", WITH_R)
    @pytest.mark.parametrize("title", GRAPHS)
    def test_our_numbers_are_those_of_r(self, title, name):
        entry, graph = MEASURES[name], GRAPHS[title]
        table = entry.function(graph, **told(entry, graph))
        for column in entry.r:
            label = f"{name}.{column}"
            theirs = REFERENCE["networks"][title].get(label)
            assert (theirs is not None) == (column in table), (
                f"{label} is new: run scripts/make_r_reference.py"
            )
            if (title, label) in REFUSED:
                assert isinstance(theirs, str)
                continue
            ours = pd.to_numeric(table[column]).tolist() if column in table else []
            assert len(ours) == len(theirs or [])
            for one, other in zip(ours, theirs or [], strict=True):
                other = math.nan if other is None else float(other)
                same = math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-11)
                assert same or (math.isnan(one) and math.isnan(other)), (label, one, other)


class TestScript:
    """What the script says, and what it does where R is."""

    def test_it_holds_the_network_and_our_values(self):
        script = cn.r_script(UNDIRECTED, ["betweenness"])
        assert 'actors <- c("A1", "D1", "D2", "I1", "O1", "O2", "O3", "S1")' in script
        assert "from <- c(1, 1, 1, 1, 2, 4, 4, 4)" in script
        assert "strength <- c(5.0, 1.0, 3.0, 2.0, 2.0, 6.0, 4.0, 2.0)" in script
        assert "directed = FALSE" in script
        assert 'compare("betweenness", "betweenness", c(12.5, 1.5, 0.0, 12.5, 1.5, 0' in script

    def test_no_id_can_break_out_of_its_quotes(self):
        ids = ['"); quit(', "back\\slash", "Zoë \U0001f600", "line\nbreak", "null\0", "O'Neil"]
        graph = nx.Graph()
        graph.add_nodes_from(ids)
        (line,) = [one for one in cn.r_script(graph, ["degree"]).splitlines() if "actors <-" in one]
        assert line == (
            r'actors <- c("\"); quit(", "back\\slash", "Zo\u{eb} \U{1f600}", "line\u{a}break", '
            r"""'null?', "O'Neil")"""
        ).replace("'null?'", '"null?"')

    def test_everything_is_plain_letters(self):
        graph = nx.Graph([("Zoë", "日本")])
        assert cn.r_script(graph, ["degree"]).isascii()
        assert r_text("\ud800") == '"?"'

    def test_measures_without_a_counterpart_are_named(self):
        name = next(name for name, one in MEASURES.items() if not one.r and not one.needs)
        assert f"{name}: not computed again, not in this script." in cn.r_script(UNDIRECTED, [name])

    def test_so_are_those_that_need_groups(self):
        names = [name for name, one in MEASURES.items() if not one.r and one.needs == ("groups",)]
        asked = {name: {"groups": AGENCY} for name in names}
        script = cn.r_script(DIRECTED, asked)
        assert names
        assert "groups <- " not in script
        assert all(f"{name}: not computed again" in script for name in names)

    def test_a_program_without_a_counterpart_gets_no_line(self):
        script = cn.r_script(DIRECTED, ["constraint"])
        assert "constraint in igraph: " in script
        assert "constraint in sna" not in script

    def test_with_other_options_nothing_is_compared(self):
        script = cn.r_script(UNDIRECTED, {"betweenness": {"cost": "1/strength"}})
        assert "compare(" not in script.split("found <<- rbind")[1]
        assert "betweenness: not computed again, not with cost chosen." in script

    def test_the_same_call_gives_the_same_script(self):
        assert cn.r_script(DIRECTED) == cn.r_script(DIRECTED)

    def test_what_is_wrong_is_said_as_by_measure(self):
        with pytest.raises(NotFoundError):
            cn.r_script(DIRECTED, ["fame"])
        with pytest.raises(AssumptionError):
            cn.r_script(DIRECTED, {"degree": {"up": 1}})
        with pytest.raises(EmptyNetworkError):
            cn.r_script(nx.Graph())

    @pytest.mark.parametrize(
        ("sample", "level", "directed"),
        [
            ("g1", "people", True),
            ("site_a", "people", False),
            ("site_a", "agencies", True),
            ("site_b", "people", True),
            ("site_b", "agencies", False),
        ],
    )
    def test_r_agrees_on_the_samples(self, run_r, sample, level, directed):
        graph = coalition_of(sample).network(level=level).to_networkx()
        asked = {name: told(MEASURES[name], graph) for name in WITH_R}
        done = run_r(cn.r_script(graph if directed else graph.to_undirected(), asked))
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stderr == ""

    def test_a_difference_is_told_and_ends_with_an_error(self, run_r):
        script = cn.r_script(UNDIRECTED, ["betweenness"]).replace("c(12.5, 1.5", "c(12.5, 1.6", 1)
        done = run_r(script)
        assert done.returncode == 1
        assert "no: at D1" in done.stdout

    def test_ids_come_through_r_as_they_are(self, run_r):
        ids = ['"); quit(', "back\\slash", "Zoë \U0001f600", "line\nbreak"]
        graph = nx.path_graph(ids)
        done = run_r(f"{cn.r_script(graph, ['degree'])}\ncat(utf8ToInt(actors[3]), nchar(actors))")
        assert done.returncode == 0, done.stderr
        assert done.stdout.endswith("90 111 235 32 128512 9 10 5 10")

    def test_an_expression_that_r_refuses_is_told(self, run_r):
        script = cn.r_script(UNDIRECTED, ["degree"]).replace("igraph::degree", "igraph::fame", 1)
        done = run_r(script.replace("igraph::degree", "igraph::fame"))
        assert done.returncode == 0
        assert "R has no answer: 'fame' is not an exported object" in done.stdout
