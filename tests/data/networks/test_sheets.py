"""Kumu, Gephi and Polinode: two sheets of nodes and edges, and Kumu's blueprints."""

import csv
import io
import zipfile

import pytest

from collabnet.data.networks import gephi, kumu, kumu_sheets, polinode
from collabnet.data.networks.read import drafts_of, read_network
from collabnet.data.options import Answers
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import ReadFile, again, workbook
from data.networks.json_programs import BLUEPRINT, GEPHI_EDGES, GEPHI_NODES, KUMU_BACKUP
from data.networks.strategies import content

ELEMENTS = [
    ["Label", "Type", "Tags", "Description"],
    ["Juvenile court", "Agency", "justice|county", "Sends youths"],
    ["Residential program", "Agency", "", ""],
]
CONNECTIONS = [
    ["From", "To", "Direction", "Type", "Strength"],
    ["Juvenile court", "Residential program", "directed", "referral", "3"],
    ["Residential program", "Juvenile court", "mutual", "trust", ""],
]


def kumu_book(elements=ELEMENTS, connections=CONNECTIONS, **others):
    data = workbook(Elements=elements, Connections=connections, **others)
    return ReadFile(data, "map.xlsx", "kumu_xlsx")


class TestKumuWorkbook:
    def test_labels_are_ids_and_several_values_a_list(self):
        found = kumu_book()
        assert found.actors["Juvenile court"] == {
            "type": "Agency",
            "tags": ["justice", "county"],
            "description": "Sends youths",
        }
        first = found.reading.ties[0]
        assert (first.from_id, first.is_directed, first.number) == ("Juvenile court", True, 3)
        assert found.ties[-1] == (
            "Residential program",
            "Juvenile court",
            {"kind": "trust", "direction": "mutual", "directed": "no"},
        )

    def test_ids_tell_elements_of_one_label_apart(self):
        elements = [["ID", "Label"], ["e1", "Officer"], ["e2", "Officer"]]
        found = kumu_book(elements, [["From", "To", "Direction"], ["e1", "e2", "Directed"]])
        assert found.actors == {"e1": {"name": "Officer"}, "e2": {"name": "Officer"}}
        found = kumu_book(elements, [["From", "To"], ["Officer", "e2"]])
        assert str(found.problem("choose_actor_label")) == (
            "map.xlsx, sheet Connections: Two elements are called 'Officer' and have no id of "
            "their own, so ties can't tell them apart. Give each an ID and use it in the ties, or "
            "merge the two. [choose_actor_label]"
        )

    def test_sheets_to_be_ignored_are_left_out_and_named(self):
        found = kumu_book(**{"Notes (ignore)": [["Label"], ["x"]]})
        assert found.problem("sheet_left_out").level == "NOTE"
        assert len(found.actors) == 2

    def test_an_unknown_direction_rejects_its_row(self):
        rows = [["From", "To", "Direction"], ["a", "b", "sideways"], ["a", "b", "directed"]]
        found = kumu_book([["Label"], ["a"], ["b"]], rows)
        assert str(found.problem("direction_word")) == (
            "map.xlsx, sheet Connections, row 2, column Direction: The direction is 'sideways'; "
            "directed, undirected or mutual are known. Write one of these. [direction_word]"
        )
        assert len(found.reading.ties) == 1

    def test_rows_and_problems_belong_to_their_sheet(self):
        found = kumu_book([["Label"], ["a"], [" "], ["a"]], [["From", "To"], ["a", "b"]])
        assert found.network is None
        assert str(found.problem("duplicate_actor")) == (
            "map.xlsx, sheet Elements, row 4: 'a' is declared as an actor more than once. Give "
            "each actor an id of its own. [duplicate_actor]"
        )

    def test_drafts_have_the_ledger_of_their_sheet(self):
        found = kumu_book(
            connections=[*CONNECTIONS, ["Shelter", "Juvenile court", "directed", "", ""]]
        )
        drafts = drafts_of(found.reading, Answers())
        told = [
            (one.table, one.ledger.sheet, [one.ledger.rows[at] for at in one.at]) for one in drafts
        ]
        assert told == [
            ("agencies", "Elements", [2, 3]),
            ("agencies", "Connections", [4]),
            ("ties", "Connections", [2, 3, 4]),
        ]
        for ledger in {id(one.ledger): one.ledger for one in drafts}.values():
            used = {at for one in drafts if one.ledger is ledger for at in one.at}
            assert len(used | ledger.gone) == ledger.n_read

    def test_words_for_strength_stay_words(self):
        rows = [["From", "To", "Strength"], ["a", "b", "Strong"]]
        found = kumu_book([["Label"], ["a"], ["b"]], rows)
        assert found.ties == [("a", "b", {"strength_in_file": "Strong"})]
        assert "strength_in_words" in found.codes

    def test_what_is_written_comes_back_and_has_kumus_columns(self):
        network = Network(
            [("c1", {"name": "Court", "tags": ["a", "b"]}), ("007", {"type": "Person"})],
            [("c1", "007", 0, {"kind": "referral", "strength": 2.5, "note": "=1+1"})],
            is_directed=True,
            is_multigraph=False,
        )
        found = ReadFile(kumu_sheets.write(network), "k.xlsx", "kumu_xlsx")
        assert [grid.records.cells[0] for grid in found.opened.grids] == [
            ["Label", "ID", "Tags", "Type"],
            ["From", "To", "Direction", "Type", "Strength", "note"],
        ]
        assert content(found.network) == content(network)

    def test_the_same_network_gives_the_same_bytes_and_no_formula(self):
        network = Network.from_pairs([("=cmd()", "@b"), ("http://a.example", "+1")])
        data = kumu_sheets.write(network)
        assert data == kumu_sheets.write(network)
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            sheets = b"".join(book.read(n) for n in book.namelist() if n.endswith(".xml"))
        assert b"<f>" not in sheets and b"<hyperlink" not in sheets

    def test_the_sign_between_values_is_refused_inside_one(self):
        with pytest.raises(CollabnetError) as error:
            kumu_sheets.write(Network([("a", {"note": "x|y"})], [], is_directed=True))
        assert str(error.value) == (
            "a Kumu workbook takes | for the sign between several values; it stands in 'x|y'. "
            "Replace it, or choose GraphML."
        )


class TestKumuBlueprint:
    def read(self, text, **options):
        return ReadFile(text, "map.json", "kumu", **options)

    def test_the_guides_shape(self):
        found = self.read(BLUEPRINT)
        assert found.actors["Juvenile court"]["tags"] == ["justice", "county"]
        assert found.actors["Residential program"] == {"type": "Agency", "Beds open": "6"}
        assert [(one.relation, one.attributes, one.is_directed) for one in found.reading.ties] == [
            ("", {"kind": "referral"}, True),
            ("", {"kind": "trust", "direction": "mutual"}, False),
        ]
        assert found.reading.ledger.lines == [3, 9, 16, 22]

    def test_a_backup_of_a_project(self):
        found = self.read(KUMU_BACKUP)
        assert found.actors["elem-AbC2"] == {"type": "Person", "name": "Officer B1"}
        told = {"delayed": False, "reversed": False, "kind": "contact", "id": "conn-Xy1"}
        assert found.ties == [("elem-AbC1", "elem-AbC2", told)]
        assert found.problem("part_left_out").value == "maps"

    def test_what_is_written_comes_back(self):
        network = self.read(BLUEPRINT).network
        assert content_of_lists(again(network, "kumu")) == content_of_lists(network)

    def test_words_of_kumu_are_no_attributes(self):
        with pytest.raises(CollabnetError, match="an attribute called label, a word of its own"):
            kumu.write(Network([("a", {"label": "x"})], [], is_directed=True))


def content_of_lists(network):
    graph = network.to_networkx()
    ties = sorted((u, v, repr(sorted(told.items()))) for u, v, told in graph.edges(data=True))
    return graph.is_directed(), dict(graph.nodes(data=True)), ties


class TestGephi:
    def test_two_files_are_one_network(self, tmp_path):
        (tmp_path / "nodes.csv").write_text(GEPHI_NODES, "utf-8")
        (tmp_path / "edges.csv").write_text(GEPHI_EDGES, "utf-8")
        network = read_network(tmp_path)
        graph = network.to_networkx()
        assert dict(graph.nodes(data=True)) == {
            "court_b": {"name": "Juvenile court", "Sector": "justice", "modularity_class": "0"},
            "clinic": {"name": "Clinic, north", "Sector": "health", "modularity_class": "1"},
            "007": {},
        }
        assert ("court_b", "clinic", 0, {"kind": "referral", "strength": 2.0}) in network.keyed_ties
        assert [key for _, _, key, _ in network.keyed_ties] == [0, 1, 1]

    def test_each_file_alone_is_read(self):
        nodes = ReadFile(GEPHI_NODES, "nodes.csv", "gephi")
        assert (list(nodes.actors), nodes.reading.ties) == (["court_b", "clinic", "007"], [])
        edges = ReadFile(GEPHI_EDGES, "edges.csv", "gephi")
        assert list(edges.actors) == ["court_b", "clinic"]

    def test_without_a_type_what_was_taken_is_said(self):
        found = ReadFile("Source,Target,Weight\na,b,1\nb,c,2\n", "edges.csv", "gephi")
        assert found.problem("direction_not_said").message == (
            "edges.csv does not say whether its ties have a direction; read as ties with one."
        )
        found = ReadFile("Source,Target,Weight\na,b,1\nb,c,2\n", "e.csv", "gephi", directed="no")
        assert not found.network.is_directed

    def test_rows_that_do_not_fit_are_rejected_with_their_line(self):
        text = "Source,Target,Type\na,b,Directed\na,b\nb,a,Directed,x\n,b,Directed\n"
        found = ReadFile(text, "edges.csv", "gephi")
        told = [(one.code, one.row) for one in found.problems if one.level == "ROW"]
        assert told == [("row_too_short", 3), ("row_too_long", 4), ("required_blank", 5)]
        assert len(found.reading.ties) == 1

    def test_what_is_written_is_what_gephi_reads(self):
        network = Network(
            [("court", {"name": "=Court"}), ("007", {})],
            [("court", "007", 0, {"strength": 2, "kind": "referral", "label": "x"})],
            is_directed=True,
        )
        files = gephi.write_files(network)
        rows = {name: list(csv.reader(io.StringIO(data.decode()))) for name, data in files.items()}
        assert rows == {
            "nodes.csv": [["Id", "Label"], ["court", "'=Court"], ["007", ""]],
            "edges.csv": [
                ["Source", "Target", "Type", "Weight", "Kind", "Label"],
                ["court", "007", "Directed", "2", "referral", "x"],
            ],
        }
        assert content(again(network, "gephi")) == content(network)

    def test_a_column_of_gephis_is_no_attribute(self):
        network = Network([("a", {"Id": "x"})], [], is_directed=True)
        with pytest.raises(CollabnetError) as error:
            gephi.write_files(network)
        assert str(error.value) == (
            "Gephi CSV can't hold an attribute called 'Id', a word of its own. Agree to leave that "
            "out (--drop Id, or leave_out=['Id']), or choose GraphML or node-link JSON."
        )


POLINODE = {
    "Nodes": [["Name", "Sector"], ["court_b", "justice"], ["clinic", "health"]],
    "Edges": [["Source", "Target", "Weight", "Reason"], ["court_b", "clinic", "2", "intake"]],
}


class TestPolinode:
    def test_names_are_ids(self):
        found = ReadFile(workbook(**POLINODE), "p.xlsx", "polinode")
        assert found.actors == {"court_b": {"Sector": "justice"}, "clinic": {"Sector": "health"}}
        assert found.ties == [("court_b", "clinic", {"Reason": "intake", "strength": 2.0})]
        assert set(found.codes) == {"direction_not_said", "numbers_as_text"}

    def test_what_is_written_comes_back(self):
        network = Network(
            [("court", {"name": "Court B"}), ("007", {})],
            [("court", "007", 0, {"strength": 0.1 + 0.2, "kind": "referral"})],
            is_directed=True,
        )
        found = ReadFile(polinode.write(network), "p.xlsx", "polinode")
        assert content(found.network) == content(network)

    def test_ties_without_direction_are_refused(self):
        with pytest.raises(CollabnetError) as error:
            polinode.write(Network.from_pairs([("a", "b")]))
        assert str(error.value) == (
            "a Polinode workbook can't hold ties without direction. Agree to leave that out "
            "(--drop direction, or leave_out=['direction']), or choose GraphML or node-link JSON."
        )
