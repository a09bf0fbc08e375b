"""A safe copy: what it holds, what its manifest says, and that it can be made again."""

import hashlib
import json
import zipfile
from datetime import date

import networkx as nx
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.sharing.disclosures import FILE, read_disclosures
from collabnet.sharing.pseudonyms import keyed
from sharing.safe_copy.folders import made_folder

DAY = date(2024, 3, 5)
HELD = [
    "brief.html", "manifest.json", "map.svg", "network.graphml", "readme.txt", "report.html",
    "tables.xlsx",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return made_folder(tmp_path)


def names(path):
    return sorted(p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file())


def share(folder, to, *args, **more):
    return cn.share(cn.assess(cn.load(folder)), to, *args, **({"made_on": DAY} | more))


class TestShare:
    def test_a_folder_holds_the_parts_a_readme_and_a_manifest(self, folder, tmp_path):
        made = share(folder, tmp_path / "copy")
        assert (made, names(made)) == (tmp_path / "copy", HELD)
        graph = nx.read_graphml(made / "network.graphml")
        assert "Juvenile court" in graph

    def test_a_zip_file_holds_the_same_and_says_nothing_of_the_computer(self, folder, tmp_path):
        with zipfile.ZipFile(share(folder, tmp_path / "copy.zip", what=["map", "network"])) as pack:
            entries = pack.infolist()
        assert {one.filename for one in entries} <= set(HELD)
        assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {(one.extra, one.comment, one.create_system) for one in entries} == {(b"", b"", 0)}

    def test_the_manifest_says_for_whom_by_which_rules_of_which_data_and_nothing_else(
        self, folder, tmp_path
    ):
        made = share(folder, tmp_path / "copy", what=["map"])
        told = json.loads((made / "manifest.json").read_text("utf-8"))
        (line,) = read_disclosures(folder)
        assert told == {
            "schema_version": 1,
            "audience": "partner",
            "notice": "Made for partners: no names, small counts hidden",
            "label": "example: coding of a published article, log made up",
            "policy": "1",
            "version": cn.__version__,
            "made_on": "2024-03-05",
            "what": ["map"],
            "files": {
                name: hashlib.sha256((made / name).read_bytes()).hexdigest()
                for name in ("map.svg", "readme.txt")
            },
            "inputs": told["inputs"],
        }
        assert line.inputs == dict(cn.load(folder).inputs)
        keys = [keyed(line.nonce, digest) for digest in line.inputs.values()]
        assert sorted(told["inputs"].values()) == sorted(keys)

    def test_each_copy_draws_its_own_nonce_and_never_holds_it(self, folder, tmp_path):
        for name in ("one", "two"):
            share(folder, tmp_path / name, what=["network"])
        first, second = read_disclosures(folder)
        assert first.nonce != second.nonce
        for name in ("one", "two"):
            held = b"".join(p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file())
            assert first.nonce.encode() not in held
            assert second.nonce.encode() not in held

    def test_the_same_copy_is_made_again_to_the_byte(self, folder, tmp_path):
        first = share(folder, tmp_path / "one.zip", "public", what=["map", "network"])
        again = cn.share(cn.assess(cn.load(folder)), tmp_path / "two.zip", again=1)
        assert first.read_bytes() == again.read_bytes()
        assert len(read_disclosures(folder)) == 1

    def test_not_once_the_data_has_changed(self, folder, tmp_path):
        share(folder, tmp_path / "one.zip", what=["map"])
        with (folder / "people.csv").open("a", encoding="utf-8") as file:
            file.write("\n")
        with pytest.raises(CollabnetError) as refused:
            share(folder, tmp_path / "two.zip", again=1)
        assert str(refused.value) == (
            "Copy 1 can't be made again: people.csv changed since. Bring back what was then, or "
            "make a new copy, without a number."
        )
        assert not (tmp_path / "two.zip").exists()

    def test_nor_where_it_comes_out_otherwise(self, folder, tmp_path):
        share(folder, tmp_path / "one.zip", what=["map"])
        other = cn.assess(cn.load(folder).with_settings(name="Other"))
        with pytest.raises(CollabnetError, match=r"again: its files come out otherwise"):
            cn.share(other, tmp_path / "two.zip", again=1)

    def test_nor_what_was_never_made(self, folder, tmp_path):
        with pytest.raises(CollabnetError) as refused:
            share(folder, tmp_path / "two.zip", again=3)
        assert str(refused.value) == (
            "The disclosure log has no safe copy with the number 3; it has no copies yet. Make a "
            "new one, without a number."
        )

    def test_what_is_internal_is_no_safe_copy(self, folder, tmp_path):
        with pytest.raises(CollabnetError) as refused:
            share(folder, tmp_path / "copy", "internal")
        assert str(refused.value) == (
            "A safe copy is for partners or for the public; got internal, which names staff. "
            "Choose partner or public; what is internal stays in the coalition's folder."
        )

    @pytest.mark.parametrize(("what", "got"), [(["maps"], "maps"), ([], "nothing")])
    def test_parts_that_there_are_not_are_named(self, folder, tmp_path, what, got):
        with pytest.raises(CollabnetError) as refused:
            share(folder, tmp_path / "copy", what=what)
        assert str(refused.value) == (
            f"A safe copy holds some of brief, report, tables, map, network; got {got}. Name at "
            "least one of these."
        )

    def test_a_folder_that_holds_something_is_left_and_nothing_is_written_down(
        self, folder, tmp_path
    ):
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "kept.txt").write_text("kept", "utf-8")
        with pytest.raises(CollabnetError, match="needs to be a new or an empty folder"):
            share(folder, tmp_path / "mine", what=["network"])
        assert names(tmp_path / "mine") == ["kept.txt"]
        assert not (folder / FILE).exists()

    def test_the_readme_says_it_in_plain_words(self, folder, tmp_path):
        made = share(folder, tmp_path / "copy", what=["map", "network"])
        assert (made / "readme.txt").read_text("utf-8") == (
            "Site B. Log: 2023-01-01 to 2023-12-31.\n"
            "Made for partners: no names, small counts hidden.\n"
            "example: coding of a published article, log made up.\n"
            "\n"
            "map.svg: the sectors and what joins them.\n"
            "network.graphml: for network programs. Someone stands out among the people, and among "
            "the agencies: so sectors are the actors.\n"
            "manifest.json: for whom this is, under which rules, and a digest of each file.\n"
            "\n"
            "Counts below 11 are hidden. Please don't try to find out who is meant.\n"
        )

    def test_for_the_public_it_says_so_in_every_file(self, folder, tmp_path):
        made = share(folder, tmp_path / "copy", "public")
        for name in set(HELD) - {"network.graphml", "tables.xlsx"}:
            assert "Made for the public" in (made / name).read_text("utf-8"), name
