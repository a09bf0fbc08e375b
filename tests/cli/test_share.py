"""``collabnet share``: a safe copy from the command line, and the log of what left."""

import json
import zipfile

import pytest

from cli.calls import call, program
from collabnet.data.samples import copy_sample


@pytest.fixture
def ours(tmp_path):
    return copy_sample("site_b", tmp_path / "ours")


class TestShare:
    def test_a_copy_is_written_and_it_is_said_what_is_in_it(self, capsys, ours, tmp_path):
        answer = call(capsys, "share", ours, "--to", tmp_path / "copy", "--on", "2024-03-05")
        assert answer.code == 0
        flat = " ".join(answer.out.split())
        assert flat.startswith(
            f"Written: {tmp_path / 'copy'} (7 files). Made for partners: no names, small counts "
            "hidden. Someone stands out among the people, and among the agencies: so sectors are "
            "the actors. A reader who knows how many contacts somebody has can tell 11 of 29 "
            "actors apart"
        )
        told = json.loads((tmp_path / "copy" / "manifest.json").read_text("utf-8"))
        assert (told["audience"], told["made_on"]) == ("partner", "2024-03-05")

    def test_what_left_is_listed(self, capsys, ours, tmp_path):
        assert call(capsys, "share", ours, "--log").out == "Nothing has left so far.\n"
        for audience in ("partner", "public"):
            call(capsys, "share", ours, "--to", tmp_path / audience, "--audience", audience,
                 "--what", "map, network", "--on", "2024-03-05")  # fmt: skip
        assert call(capsys, "share", ours, "--log").out == (
            "1. 2024-03-05, for partners: map and network (4 files).\n"
            "2. 2024-03-05, for the public: map and network (4 files).\n"
        )

    def test_a_copy_is_made_again_to_the_byte(self, capsys, ours, tmp_path):
        one, two = tmp_path / "one.zip", tmp_path / "two.zip"
        call(capsys, "share", ours, "--to", one, "--what", "map,network")
        assert call(capsys, "share", ours, "--to", two, "--again", "1").code == 0
        assert one.read_bytes() == two.read_bytes()

    def test_of_a_sample_no_log_is_kept_and_that_is_said(self, capsys, tmp_path):
        answer = call(capsys, "share", "sample:g1", "--to", tmp_path / "copy", "--what", "map")
        assert answer.code == 0
        assert answer.err.endswith("This is a sample: no disclosure log is kept of it.\n")

    def test_without_a_place_the_call_is_wrong(self, capsys, ours):
        answer = call(capsys, "share", ours)
        assert (answer.code, answer.err) == (
            2,
            "collabnet share: share needs --to with a new folder or a file ending in .zip, such as "
            "--to for_partners; got none. To see what has left so far: --log. Read: collabnet "
            "share --help\n",
        )

    @pytest.mark.parametrize(
        ("option", "value", "said"),
        [
            ("--audience", "internal", "A safe copy is for partners or for the public; got "),
            ("--audience", "board", "An audience is one of internal, partner, public; got 'board'"),
            (
                "--what",
                "maps",
                "A safe copy holds some of brief, report, tables, map, network; got ",
            ),
            ("--again", "7", "The disclosure log has no safe copy with the number 7; it has no "),
        ],
    )
    def test_what_cant_be_is_refused_and_nothing_is_written(
        self, capsys, ours, tmp_path, option, value, said
    ):
        answer = call(capsys, "share", ours, "--to", tmp_path / "copy", option, value)
        assert answer.code == 1
        assert answer.err.startswith(said)
        assert not (tmp_path / "copy").exists()
        assert not (ours / "disclosures.jsonl").exists()

    @pytest.mark.parametrize(
        ("to", "why"),
        [
            ("ours/inside", "A safe copy lies outside the coalition's folder, which holds what"),
            ("ours", "A safe copy lies outside the coalition's folder, which holds what must"),
            ("copy.tar", "A safe copy is a folder or a file ending in .zip; got copy.tar, which"),
            ("copy.html", "A safe copy is a folder or a file ending in .zip; got copy.html, which"),
        ],
    )
    def test_a_place_that_mixes_it_with_the_data_or_is_another_file_is_refused(
        self, capsys, ours, tmp_path, to, why
    ):
        answer = call(capsys, "share", ours, "--to", tmp_path / to, "--what", "map")
        assert (answer.code, answer.err.startswith(why)) == (1, True)
        assert not (ours / "disclosures.jsonl").exists()
        assert sorted(one.name for one in tmp_path.iterdir()) == ["ours"]

    def test_a_folder_may_end_in_a_year(self, capsys, ours, tmp_path):
        assert call(capsys, "share", ours, "--to", tmp_path / "c.2027", "--what", "map").code == 0

    @pytest.mark.parametrize("more", [("--to", "q"), ("--what", "map"), ("--again", "1")])
    def test_the_log_alone_is_listed(self, capsys, ours, more):
        answer = call(capsys, "share", ours, "--log", *more)
        assert (answer.code, answer.err) == (
            2,
            "collabnet share: --log lists what has left and makes nothing; it can't go with --to, "
            "--what, --on or --again. Leave one or the other out. Read: collabnet share --help\n",
        )

    def test_a_day_that_is_none_is_a_wrong_call(self, capsys, ours, tmp_path):
        answer = call(capsys, "share", ours, "--to", tmp_path / "copy", "--on", "05/03/2024")
        assert answer.code == 2
        assert "'%Y-%m-%d'" in answer.err

    def test_the_bytes_don_t_hang_on_hash_seed_time_zone_or_user(self, capsys, ours, tmp_path):
        what = ["--what", "tables,map,network", "--on", "2024-03-05"]
        call(capsys, "share", ours, "--to", tmp_path / "one.zip", *what)
        made = tmp_path / "two.zip"
        answer = program(
            "share", ours, "--to", made, "--again", "1",
            PYTHONHASHSEED="1", TZ="Asia/Tokyo", USER="somebody", HOME=str(tmp_path),
        )  # fmt: skip
        assert (answer.code, answer.err) == (0, "")
        assert made.read_bytes() == (tmp_path / "one.zip").read_bytes()
        with zipfile.ZipFile(tmp_path / "one.zip") as pack:
            assert pack.testzip() is None
