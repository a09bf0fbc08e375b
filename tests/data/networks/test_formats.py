"""Reading and writing by name and by content: which format, what is refused, what is said."""

import random

import pytest

from collabnet.data.networks.formats import FORMATS, format_of, named_format, recognised
from collabnet.data.networks.read import (
    NETWORK_PROGRAMS,
    network_of,
    read_file,
    read_network,
    read_network_drafts,
    recognise_network,
)
from collabnet.data.networks.write import write_network, written
from collabnet.data.options import Answers
from collabnet.data.samples import sample_path
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.errors import ChoiceNeededError, CollabnetError, ReadingError
from collabnet.model.network import Network
from data.networks import json_programs
from data.networks import other_programs as files

PAIRS = Network.from_pairs([("court", "clinic", 2), ("clinic", "007", 1)], is_directed=True)
TEXTS = {
    "yed.xml": (files.YED, "graphml"),
    "cytoscape.graphml": (files.CYTOSCAPE, "graphml"),
    "gephi.gexf": (files.GEPHI_GEXF, "gexf"),
    "gephi.gml": (files.GEPHI_GML, "gml"),
    "published.txt": (files.PUBLISHED_GML, "gml"),
    "d3.json": (json_programs.D3, "node_link"),
    "networkx.txt": (json_programs.NETWORKX, "node_link"),
    "cytoscape.cyjs": (json_programs.CYTOSCAPE_JSON, "node_link"),
    "map.json": (json_programs.BLUEPRINT, "kumu"),
    "backup.json": (json_programs.KUMU_BACKUP, "kumu"),
    "nodes.csv": (json_programs.GEPHI_NODES, "gephi"),
    "edges.csv": (json_programs.GEPHI_EDGES, "gephi"),
}


def opened(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    ledgers = Ledgers(name)
    return open_source(path, ledgers, Answers()), ledgers


class TestRecognise:
    @pytest.mark.parametrize("name", TEXTS)
    def test_a_file_is_told_by_its_content(self, tmp_path, name):
        text, format = TEXTS[name]
        found = recognised(opened(tmp_path, name, text)[0])
        assert found[0][1].name == format
        assert read_network(tmp_path / name).actor_ids

    @pytest.mark.parametrize("format", [name for name in FORMATS if name != "gephi"])
    def test_what_is_written_is_told_too(self, tmp_path, format):
        path = write_network(PAIRS, tmp_path / "network", format=format)
        assert set(read_network(path).actor_ids) == {"court", "clinic", "007"}

    @pytest.mark.parametrize("kind", ["table", "workbook", "text", "xml", "json", "database"])
    def test_nothing_is_recognised_in_what_is_empty(self, kind):
        assert recognise_network(Opened("x", kind)) == 0


class TestNames:
    def test_a_format_is_known_by_name_and_by_end(self):
        assert named_format("GEXF") is named_format(".gexf") is FORMATS["gexf"]
        assert named_format("node-link") is FORMATS["node_link"]

    def test_an_unknown_name_lists_those_there_are(self):
        with pytest.raises(CollabnetError) as error:
            named_format("graphm")
        assert str(error.value) == (
            "There is no network format 'graphm'. Did you mean graphml? Formats are graphml, gexf, "
            "gml, node_link, kumu, kumu_xlsx, polinode, gephi, pajek, dl, edge_list, matrix."
        )

    def test_an_end_that_says_nothing_is_asked_about(self, tmp_path):
        with pytest.raises(CollabnetError) as error:
            write_network(PAIRS, tmp_path / "ties.xlsx")
        assert str(error.value) == (
            "A network in a workbook needs its program's name; ties.xlsx says only that it is one. "
            "Say format kumu_xlsx or polinode."
        )
        with pytest.raises(CollabnetError, match="A network file needs a name that says its"):
            format_of(tmp_path / "ties")


class TestRead:
    def test_a_file_that_is_no_network_names_the_formats(self, tmp_path):
        (tmp_path / "page.json").write_text('{"a": 1}')
        with pytest.raises(ReadingError, match=r"page\.json is in no network format that is known"):
            read_network(tmp_path / "page.json")

    def test_everything_that_refuses_it_is_listed(self, tmp_path):
        (tmp_path / "a.gml").write_text("graph [ node [ id 1 ] node [ id 1 ] ]")
        with pytest.raises(ReadingError) as error:
            read_network(tmp_path / "a.gml")
        assert str(error.value) == (
            "a.gml can't be read until 1 thing is answered or corrected.\n"
            "a.gml, row 1: '1' is declared as an actor more than once. Give each actor an id of "
            "its own. [duplicate_actor]"
        )

    def test_a_question_is_another_error(self, tmp_path):
        (tmp_path / "a.txt").write_bytes('*Vertices 1\n1 "Caf\xe9"\n*Arcs\n'.encode("cp1252"))
        with pytest.raises(ChoiceNeededError):
            read_network(tmp_path / "a.txt")
        found = read_network(tmp_path / "a.txt", reading={"encoding": "cp1252"})
        assert found.actor_ids == ("Café",)

    def test_what_is_left_out_is_a_notice(self, tmp_path):
        (tmp_path / "e.csv").write_text("Source,Target,Type\na,b,Directed\na,b,sideways\n")
        network = read_network(tmp_path / "e.csv")
        assert network.notices == (
            "1 entry was left out; e.csv, row 3, column Type: The direction is 'sideways'; "
            "directed, undirected or mutual are known. Write one of these. [direction_word]",
        )

    @pytest.mark.parametrize("name", ["there is none", "folder"])
    def test_what_is_not_there_or_no_network_is_said(self, tmp_path, name):
        (tmp_path / "folder").mkdir()
        with pytest.raises(ReadingError):
            read_network(tmp_path / name)

    def test_a_coalition_is_no_network_file(self):
        with pytest.raises(ReadingError, match="is a coalition, not a network file"):
            read_network(sample_path("site_b"))


class TestDrafts:
    def test_any_format_gives_drafts_and_each_row_is_counted(self, tmp_path):
        for name, (text, _) in TEXTS.items():
            one, ledgers = opened(tmp_path, name, text)
            drafts = read_network_drafts(one, ledgers, Answers())
            assert drafts, name
            for ledger in ledgers.all:
                used = {at for draft in drafts if draft.ledger is ledger for at in draft.at}
                assert len(used | ledger.gone) == ledger.n_read, name

    def test_columns_are_those_of_a_coalition(self, tmp_path):
        one, ledgers = opened(tmp_path, "map.json", json_programs.BLUEPRINT)
        agencies, ties = read_network_drafts(one, ledgers, Answers())
        assert (agencies.table, ties.table) == ("agencies", "ties")
        assert agencies.names == ("agency_id", "type", "description", "tags", "Beds open")
        assert agencies.cells[0][3] == "justice;county"
        assert ties.names == ("source", "target", "directed", "kind", "direction")
        assert [cells[2] for cells in ties.cells] == ["yes", "no"]

    def test_every_format_is_a_program(self, tmp_path):
        assert [one.name for one in NETWORK_PROGRAMS] == list(FORMATS)
        gephi = next(one for one in NETWORK_PROGRAMS if one.name == "gephi")
        pairs = [
            opened(tmp_path, "nodes.csv", json_programs.GEPHI_NODES),
            opened(tmp_path, "edges.csv", json_programs.GEPHI_EDGES),
        ]
        drafts = gephi.read_together(pairs, Answers())
        assert [(one.table, one.ledger.file, len(one.at)) for one in drafts] == [
            ("agencies", "nodes.csv", 3),
            ("ties", "edges.csv", 2),
        ]


class TestWrite:
    def test_a_file_that_cannot_be_written_stays_as_it_was(self, tmp_path):
        path = tmp_path / "ties.gml"
        path.write_text("before")
        with pytest.raises(CollabnetError):
            write_network(Network([("a", {"open": True})], [], is_directed=True), path)
        assert path.read_text() == "before"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_networkx_graph_is_written_too(self, tmp_path):
        path = write_network(PAIRS.to_networkx(), tmp_path / "ties.gexf")
        assert read_network(path).actor_ids == PAIRS.actor_ids

    def test_ties_without_direction_may_become_two(self, tmp_path):
        loose = Network.from_pairs([("a", "b", 2)])
        path = tmp_path / "ties.xlsx"
        write_network(loose, path, format="polinode", leave_out=["direction"])
        assert [tie[:2] for tie in read_network(path).keyed_ties] == [("a", "b"), ("b", "a")]

    def test_kinds_of_tie_are_relations_where_a_format_has_these(self):
        network = Network(
            [("a", {}), ("b", {})],
            [("a", "b", 0, {"kind": "trust"}), ("a", "b", 1, {"kind": "referral"})],
            is_directed=True,
        )
        assert b"referral" in written(network, FORMATS["pajek"])
        assert b"*Arcs :2" in written(network, FORMATS["pajek"])


class TestMutations:
    """Damaged files are refused or read, never answered with an exception of another kind."""

    @pytest.mark.parametrize("name", TEXTS)
    def test_no_damage_breaks_a_reader(self, tmp_path, name):
        text, _ = TEXTS[name]
        chance = random.Random(name)
        for _ in range(60):
            path = tmp_path / name
            path.write_bytes(_damaged(text.encode("utf-8"), chance))
            ledgers = Ledgers(name)
            one = open_source(path, ledgers, Answers())
            if one is None:
                assert any(problem.level in ("ASK", "STOP") for problem in ledgers.of().problems)
                continue
            for draft in read_network_drafts(one, ledgers, Answers()):
                assert all(len(cells) == len(draft.names) for cells in draft.cells)
            try:
                network_of(read_file(path))
            except ReadingError as error:
                assert str(error)


def _damaged(data, chance):
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made))
        end = min(len(made), at + chance.randint(1, 30))
        what = chance.randrange(4)
        if what == 0:
            del made[at:end]
        elif what == 1:
            made[at:at] = made[at:end]
        elif what == 2:
            made[at] = chance.randrange(256)
        else:
            made[at:at] = chance.choice(
                [b'"', b"<", b"]", b"{", b"\x00", b"&#x0;", b"[[", b",", b"1e999"]
            )
        if not made:
            return b" "
    return bytes(made)
