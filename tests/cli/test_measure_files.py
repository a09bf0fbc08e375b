"""``collabnet measure`` of a network file: measured as it is, just as a script measures it."""

import csv
import hashlib
import io
import json

import networkx as nx
import pytest

import collabnet as cn
from cli.calls import call


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


@pytest.fixture
def karate(tmp_path):
    """The karate club, undirected, with an actor without ties."""
    graph = nx.karate_club_graph()
    graph.add_node(34, club="Officer")
    nx.write_graphml(graph, tmp_path / "karate.graphml")
    return tmp_path / "karate.graphml"


@pytest.fixture
def kinds(tmp_path):
    """Two kinds of directed ties among four actors, one of them without any."""
    graph = nx.DiGraph()
    graph.add_nodes_from(["a", "b", "c", "d"])
    graph.add_edge("a", "b", kind="referral")
    graph.add_edge("b", "c", kind="contact")
    nx.write_graphml(graph, tmp_path / "kinds.graphml")
    return tmp_path / "kinds.graphml"


class TestAsItIs:
    def test_undirected_stays_undirected_and_isolates_stay(self, capsys, karate):
        told = rows(call(capsys, "measure", karate, "--measures", "degree").out)
        degrees = {str(one): str(n) for one, n in nx.karate_club_graph().degree()}
        assert {row["actor_id"]: row["degree"] for row in told} == degrees | {"34": "0"}
        assert list(told[0]) == ["actor_id", "degree"]

    @pytest.mark.parametrize("format", ["gml", "gexf", "net", "json"])
    def test_whatever_the_format(self, capsys, karate, tmp_path, format):
        path = tmp_path / f"made.{format}"
        assert call(capsys, "convert", karate, path, "--drop", "attributes").code == 0
        told = rows(call(capsys, "measure", path, "--measures", "degree").out)
        assert [row["degree"] for row in told][:3] == ["16", "9", "10"]

    def test_a_list_of_ties_without_direction(self, capsys, tmp_path):
        graph = nx.karate_club_graph()
        path = tmp_path / "karate.csv"
        path.write_text("\n".join(["Source,Target", *(f"{u},{v}" for u, v in graph.edges)]) + "\n")
        given = ("measure", path, "--measures", "degree")
        answer = call(capsys, *given, "--reading", "directed=no")
        assert answer.err == ""
        told = {row["actor_id"]: row["degree"] for row in rows(answer.out)}
        assert told == {str(one): str(n) for one, n in graph.degree()}
        taken = call(capsys, *given)
        assert list(rows(taken.out)[0]) == ["actor_id", "out_degree", "in_degree", "degree"]
        assert " ".join(taken.err.split()) == (
            "karate.csv does not say whether ties have a direction; each stands in one row, so "
            "they were read as ties from the first to the second. Nothing to do if that is right. "
            "Say --reading directed=yes or --reading directed=no, "
            'or directed = "yes" under [reading] in coalition.toml. Read with 1 note: collabnet '
            f"check {path} shows it."
        )

    def test_directed_stays_directed(self, capsys, kinds):
        made = json.loads(call(capsys, "measure", kinds, "--format", "json").out)
        table = cn.measure(cn.read_network(kinds))
        assert list(made["actors"][0]) == list(table.columns)
        assert [row["out_degree"] for row in made["actors"]] == [1, 1, 0, 0]
        digest = hashlib.sha256(kinds.read_bytes()).hexdigest()
        assert made["inputs"] == {"kinds.graphml": digest}
        assert (made["name"], made["label"], made["level"]) == ("kinds", "", None)
        assert (made["relations"], made["is_directed"]) == (None, True)

    def test_a_folder_of_gephi(self, capsys, kinds, tmp_path):
        folder = tmp_path / "gephi"
        assert call(capsys, "convert", kinds, folder, "--format", "gephi").code == 0
        made = json.loads(call(capsys, "measure", folder, "--format", "json").out)
        assert [row["actor_id"] for row in made["actors"]] == ["a", "b", "c", "d"]
        assert sorted(made["inputs"]) == ["edges.csv", "nodes.csv"]

    def test_attributes_of_its_actors_are_groups(self, capsys, karate):
        out = call(
            capsys, "measure", karate, "--measures", "density_between", "--groups", "club"
        ).out
        table = cn.metrics.density_between(cn.read_network(karate), groups="club")
        assert [float(row["density"]) for row in rows(out)] == table["density"].tolist()

    def test_numbers_get_their_names_beside_them(self, capsys, tmp_path):
        path = tmp_path / "named.gml"
        path.write_text(
            'graph [ directed 1 node [ id 0 name "Court" ] node [ id 1 name "Clinic" ] '
            "edge [ source 0 target 1 ] ]"
        )
        given = ("measure", path, "--measures", "degree")
        told = rows(call(capsys, *given).out)
        assert [(row["actor_id"], row["name"]) for row in told] == [("0", "Court"), ("1", "Clinic")]
        told = rows(call(capsys, *given, "--reading", "actors=people").out)
        assert "name" not in told[0]

    def test_a_script_for_r(self, capsys, karate):
        given = ("measure", karate, "--measures", "degree,density", "--format", "r")
        script = cn.r_script(cn.read_network(karate), ["degree", "density"])
        assert call(capsys, *given).out.rstrip("\n") == script.rstrip("\n")

    def test_one_kind_of_tie(self, capsys, kinds):
        given = ("measure", kinds, "--measures", "degree", "--relations", "referral")
        told = rows(call(capsys, *given).out)
        assert [row["degree"] for row in told] == ["1", "1", "0", "0"]

    def test_a_table_of_referrals_is_a_coalition(self, capsys, tmp_path):
        path = tmp_path / "log.csv"
        path.write_text("date,from_agency,to_agency\n2024-03-05,court,clinic\n")
        made = json.loads(
            call(capsys, "measure", path, "--level", "agencies", "--format", "json").out
        )
        assert made["level"] == "agencies"
        assert "coalition" in made["inputs"]


class TestRefused:
    @pytest.mark.parametrize(
        ("file", "options", "said"),
        [
            (
                "karate",
                ["--level", "people"],
                "--level says what an actor of a coalition is; karate.graphml is a network file, "
                "whose actors are measured as they are. Leave --level out.",
            ),
            (
                "karate",
                ["--relations", "referral"],
                "--relations needs ties that say of which kind they are; those of karate.graphml "
                "have neither relation nor kind. Leave --relations out.",
            ),
            (
                "kinds",
                ["--relations", "referral,fame"],
                "--relations needs kinds of tie that kinds.graphml has: contact, referral; got "
                "fame. Choose among these, or leave --relations out.",
            ),
        ],
        ids=str,
    )
    def test_what_a_network_file_has_not(self, capsys, karate, kinds, file, options, said):
        path = {"karate": karate, "kinds": kinds}[file]
        answer = call(capsys, "measure", path, *options)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"collabnet measure: {said} Read: collabnet measure --help\n"

    def test_what_may_tell_who_a_young_person_is(self, capsys, tmp_path):
        graph = nx.Graph([("a", "b")])
        nx.set_node_attributes(graph, {"a": "c1", "b": "c2"}, "client_id")
        nx.write_graphml(graph, tmp_path / "net.graphml")
        given = ("measure", tmp_path / "net.graphml", "--measures", "degree")
        answer = call(capsys, *given)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == (
            "Nothing was written, since the file may tell who a young person is: client_id seems "
            "to hold ids of clients. Leave such an attribute out with --reading "
            '"drop=client_id"; or, if it holds no such thing, say --reading '
            '"accept=client_id".\n'
        )
        assert call(capsys, *given, "--reading", "drop=client_id").code == 0

    def test_strict_stops_where_a_tie_is_left_out(self, capsys, tmp_path):
        path = tmp_path / "ties.csv"
        path.write_text("Source,Target,Weight\na,b,1\nb,c,much\n")
        given = ("measure", path, "--reading", "directed=no")
        assert call(capsys, *given).code == 0
        answer = call(capsys, *given, "--strict")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("1 problem in ties:\n- ties.csv, row 3")
        assert answer.err.endswith("Mend the problems, or leave --strict out.\n")
