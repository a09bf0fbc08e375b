"""``collabnet convert``: what is written, what is said of it, what is refused."""

import html
import json
import zipfile

import pytest

import collabnet as cn
from cli.calls import call
from collabnet.data.networks.read import read_network
from collabnet.data.samples import copy_sample
from collabnet.sharing.disclosures import read_disclosures


@pytest.fixture
def ties(tmp_path):
    """A small network file."""
    path = tmp_path / "ties.gml"
    path.write_text(
        'graph [ directed 1 node [ id 1 label "court" sector "justice" ] '
        'node [ id 2 label "clinic" ] edge [ source 1 target 2 weight 2 kind "referral" ] ]'
    )
    return path


class TestNetworkFiles:
    def test_it_says_what_was_written(self, capsys, ties, tmp_path):
        answer = call(capsys, "convert", ties, tmp_path / "ties.graphml")
        assert (answer.code, answer.err) == (0, "")
        assert (
            answer.out.split()
            == (
                f"Written: {tmp_path / 'ties.graphml'} (GraphML): 2 actors, 1 tie with direction, "
                "relation referral."
            ).split()
        )
        assert read_network(tmp_path / "ties.graphml").ties["strength"].tolist() == [2]

    @pytest.mark.parametrize("format", ["kumu", "kumu_xlsx", "polinode", "gephi", "node_link"])
    def test_a_format_can_be_named(self, capsys, ties, tmp_path, format):
        answer = call(capsys, "convert", ties, tmp_path / "made", "--format", format)
        assert answer.code == 0
        assert read_network(tmp_path / "made").actor_ids == ("court", "clinic")
        back = call(capsys, "convert", tmp_path / "made", tmp_path / "back.gexf")
        assert back.code == 0

    def test_what_would_be_lost_is_refused_until_it_is_said(self, capsys, ties, tmp_path):
        answer = call(capsys, "convert", ties, tmp_path / "ties.dl")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == (
            "UCINET DL can't hold attributes of actors (sector). Agree to leave that out (--drop "
            "sector, or leave_out=['sector']), or choose GraphML or node-link JSON.\n"
        )
        assert not (tmp_path / "ties.dl").exists()
        answer = call(capsys, "convert", ties, tmp_path / "ties.dl", "--drop", "sector")
        assert answer.code == 0
        said = " ".join(answer.out.split())
        assert said.endswith("Left out, where the format can't hold it: sector.")

    def test_what_is_to_be_known_of_the_file_is_said(self, capsys, tmp_path):
        source = tmp_path / "e.csv"
        source.write_text("Source,Target,Weight\na,b,1\nb,c,2\n")
        answer = call(capsys, "convert", source, tmp_path / "e.json", "--reading", "directed=no")
        assert "without direction" in answer.out
        answer = call(capsys, "convert", source, tmp_path / "f.json")
        assert " ".join(answer.err.split()) == (
            "Of the file that was read: - e.csv: e.csv does not say whether its ties have a "
            "direction; read as ties with one. Nothing to do if that is right. Say --reading "
            'directed=yes or --reading directed=no, or directed = "yes" under [reading] in '
            "coalition.toml. "
            "[direction_not_said]"
        )

    def test_a_file_that_cannot_be_read_is_refused(self, capsys, tmp_path):
        (tmp_path / "a.graphml").write_text("<graphml>")
        answer = call(capsys, "convert", tmp_path / "a.graphml", tmp_path / "b.gml")
        assert answer.code == 1
        assert "[xml_syntax]" in answer.err


class TestCoalitions:
    def test_the_network_of_people_or_of_agencies(self, capsys, tmp_path):
        for level in ("people", "agencies"):
            path = tmp_path / f"{level}.graphml"
            answer = call(capsys, "convert", "sample:site_b", path, "--level", level)
            assert answer.code == 0
            network = cn.load("sample:site_b").network(level=level)
            assert read_network(path).ties.equals(network.ties)
            assert ("It names people" in answer.err) == (level == "people")

    @pytest.mark.parametrize(
        ("level", "notice"),
        [
            ("people", "Internal: names staff"),
            ("agencies", "Internal: names agencies, small counts aren't hidden"),
        ],
    )
    def test_the_file_says_what_it_names(self, capsys, tmp_path, level, notice):
        path = tmp_path / "n.graphml"
        answer = call(capsys, "convert", "sample:g1", path, "--level", level)
        assert (answer.code, "does not say so itself" in answer.err) == (0, False)
        said = f"<desc>{notice}. example: made up for hand checks</desc>"
        assert said in html.unescape(path.read_text("utf-8"))

    def test_what_a_file_has_no_place_for_is_said_beside(self, capsys, tmp_path):
        asked = ("sample:g1", tmp_path / "n.dl", "--drop", "attributes")
        assert (
            "The file does not say so itself: Internal: names staff. example: made up for hand "
            "checks. It names people: for use inside the coalition."
        ) in " ".join(call(capsys, "convert", *asked).err.split())

    @pytest.mark.parametrize(
        ("asked", "what", "file"),
        [
            (["t.xlsx"], "tables", "tables_1.xlsx"),
            (["t", "--format", "csv"], "tables", "tables_1.csv"),
            (["Anna.graphml"], "network", "network_1.graphml"),
        ],
    )
    def test_it_is_in_the_disclosure_log(self, capsys, tmp_path, asked, what, file):
        """By a name of ours: the user's own file name may name somebody."""
        ours = copy_sample("g1", tmp_path / "ours")
        name, *more = asked
        assert call(capsys, "convert", ours, tmp_path / name, *more).code == 0
        (line,) = read_disclosures(ours)
        assert (line.audience, line.what, min(line.files)) == ("internal", (what,), file)
        assert call(capsys, "convert", ours, tmp_path / "none" / "a.xlsx").code == 1
        assert len(read_disclosures(ours)) == 1

    def test_a_workbook_and_json_say_it_too(self, capsys, tmp_path):
        book, told = tmp_path / "t.xlsx", tmp_path / "t.json"
        call(capsys, "convert", "sample:g1", book)
        call(capsys, "convert", "sample:g1", told, "--format", "json")
        with zipfile.ZipFile(book) as pack:
            assert b"Internal: names staff" in pack.read("xl/sharedStrings.xml")
        assert json.loads(told.read_text("utf-8"))["notice"] == "Internal: names staff"

    @pytest.mark.parametrize(
        ("name", "options"),
        [
            ("t.xlsx", []),
            ("t", ["--format", "csv"]),
            ("t", ["--format", "parquet"]),
            ("t.json", ["--format", "json"]),
        ],
    )
    def test_the_tables(self, capsys, tmp_path, name, options):
        answer = call(capsys, "convert", "sample:g1", tmp_path / name, *options)
        assert answer.code == 0
        assert "5 rows of agencies, 8 rows of people and 25 rows of referrals" in " ".join(
            answer.out.split()
        )
        assert (tmp_path / name).exists()


class TestWrongCalls:
    def test_an_end_or_a_name_that_says_nothing(self, capsys, ties, tmp_path):
        answer = call(capsys, "convert", ties, tmp_path / "made")
        assert answer.code == 2
        assert answer.err.startswith("collabnet convert: A network file needs a name that says")
        answer = call(capsys, "convert", ties, tmp_path / "made", "--format", "gefx")
        assert answer.code == 2
        assert "Did you mean gexf?" in answer.err

    def test_tables_of_a_network_file(self, capsys, ties, tmp_path):
        answer = call(capsys, "convert", ties, tmp_path / "made", "--format", "parquet")
        assert answer.code == 2
        assert answer.err == (
            f"collabnet convert: --format parquet means the tables of a coalition; {ties} is a "
            "network file. Name a network format such as graphml or edge_list. Read: collabnet "
            "convert --help\n"
        )

    def test_nothing_of_that_name(self, capsys, tmp_path):
        answer = call(capsys, "convert", tmp_path / "none.gml", tmp_path / "a.gml")
        assert answer.code == 1
        assert answer.err == (
            f"There is no file {tmp_path / 'none.gml'}. Check its name, and the folder that it is "
            "in.\n"
        )


@pytest.fixture
def numbered(tmp_path):
    """A file whose ids are numbers, with names beside them."""
    path = tmp_path / "gephi.gml"
    path.write_text(
        'graph [ directed 1 node [ id 0 name "Court" sector "justice" ] '
        'node [ id 1 name "Clinic" ] edge [ source 0 target 1 ] ]'
    )
    return path


class TestLabels:
    def test_names_are_written_where_only_numbers_would_be_left(self, capsys, numbered, tmp_path):
        answer = call(capsys, "convert", numbered, tmp_path / "a.dl", "--drop", "attributes")
        assert answer.code == 0
        assert read_network(tmp_path / "a.dl").actor_ids == ("Court", "Clinic")
        assert (
            "The ids of the actors are numbers, and UCINET DL holds one label for each: the names "
            "(name) were written. To keep the numbers: --labels id."
        ) in " ".join(answer.err.split())

    def test_the_numbers_are_kept_where_that_is_said(self, capsys, numbered, tmp_path):
        options = ("--drop", "attributes", "--labels", "id")
        assert call(capsys, "convert", numbered, tmp_path / "a.dl", *options).code == 0
        assert read_network(tmp_path / "a.dl").actor_ids == ("0", "1")

    def test_names_can_be_asked_for_and_the_ids_stay_where_they_can(
        self, capsys, numbered, tmp_path
    ):
        path = tmp_path / "a.graphml"
        assert call(capsys, "convert", numbered, path, "--labels", "name").code == 0
        made = read_network(path)
        assert made.actor_ids == ("Court", "Clinic")
        assert [str(values["id_in_file"]) for _, values in made.named_actors] == ["0", "1"]

    def test_a_refusal_names_the_way(self, capsys, numbered, tmp_path):
        answer = call(capsys, "convert", numbered, tmp_path / "a.dl")
        assert answer.code == 1
        assert answer.err.endswith("Its ids are numbers: --labels name writes names.\n")

    def test_an_attribute_that_some_lack_names_nobody(self, capsys, numbered, tmp_path):
        answer = call(capsys, "convert", numbered, tmp_path / "a.gexf", "--labels", "sector")
        assert (answer.code, answer.err) == (
            1,
            "Actors can't be called by sector: actor 1 has none. Fill it in, or name another "
            "attribute.\n",
        )

    def test_a_measure_shows_the_names(self, capsys, numbered):
        table = call(capsys, "measure", numbered, "--measures", "degree").out.splitlines()
        assert [line.split(",")[:2] for line in table] == [
            ["actor_id", "name"],
            ["0", "Court"],
            ["1", "Clinic"],
        ]


class TestWhatIsThereAlready:
    def test_a_file_is_left_as_it_is_unless_it_may_be_replaced(self, capsys, ties, tmp_path):
        path = tmp_path / "kept.gexf"
        path.write_text("mine")
        answer = call(capsys, "convert", ties, path)
        assert (answer.code, answer.out, answer.err) == (
            1,
            "",
            f"{path} is there already; it was left as it is. Say --replace to write over it, or "
            "name another file.\n",
        )
        assert path.read_text() == "mine"
        assert call(capsys, "convert", ties, path, "--replace").code == 0
        assert read_network(path).actor_ids == ("court", "clinic")

    def test_the_file_that_is_read_is_not_written_over(self, capsys, ties):
        before = ties.read_bytes()
        assert call(capsys, "convert", ties, ties).code == 1
        assert ties.read_bytes() == before


class TestYoungPeople:
    """A file that goes on to another program doesn't take along who a young person is."""

    LIST = "source,target,client,note\ncourt_b,shelter,17,call 555-010-0199\n"

    def test_what_seems_personal_is_refused_by_name(self, tmp_path, capsys):
        (tmp_path / "ties.csv").write_text(self.LIST)
        out = tmp_path / "ties.graphml"
        done = call(capsys, "convert", tmp_path / "ties.csv", out)
        assert done.code == 1
        said = " ".join(done.err.split())
        assert "client seems to hold ids of clients; note seems to hold a phone number" in said
        assert "555" not in said
        assert not out.exists()

    def test_dropped_by_name_the_rest_is_written(self, tmp_path, capsys):
        (tmp_path / "ties.csv").write_text(self.LIST)
        out = tmp_path / "ties.graphml"
        dropped = ("--drop", "client", "--drop", "note")
        assert call(capsys, "convert", tmp_path / "ties.csv", out, *dropped).code == 0
        assert "555" not in out.read_text()

    def test_what_holds_no_such_thing_can_be_accepted(self, tmp_path, capsys):
        (tmp_path / "ties.csv").write_text(self.LIST)
        out = tmp_path / "ties.graphml"
        given = ("--reading", "accept=client,note")
        assert call(capsys, "convert", tmp_path / "ties.csv", out, *given).code == 0
