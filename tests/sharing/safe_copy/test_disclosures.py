"""The disclosure log: what left is written down, whatever happens."""

import json
import shutil
from datetime import date
from multiprocessing import get_context

import pytest

import collabnet as cn
from collabnet.data.folder_lock import LOCK
from collabnet.model.errors import CollabnetError
from collabnet.sharing.disclosures import FILE, disclosing, read_disclosures
from collabnet_dashboards.desk.coalitions import stamp_of
from sharing.safe_copy.folders import made_folder

DAY = date(2024, 3, 5)


def table(n):
    """One pathway with a count, as an audit takes it."""
    cell = {"counts": {"from agency": "a", "to agency": "b"}, "shown": n}
    return {"title": "Pathways", "start": "", "end": "", "only": {}, "cells": [cell]}


TABLE = table("30")


@pytest.fixture
def folder(tmp_path):
    return made_folder(tmp_path, "g1")


def log(folder, audience="partner", **more):
    """Write one export down."""
    told = {"what": ["map"], "files": {"map.svg": b"1"}, "made_on": DAY} | more
    with disclosing(cn.load(folder), audience=audience, **told) as said:
        return said


class TestDisclosing:
    def test_each_export_is_a_line_with_what_is_needed_to_trace_it(self, folder):
        log(folder, nonce="00" * 32, published=[TABLE])
        (line,) = (folder / FILE).read_text("utf-8").splitlines()
        told = json.loads(line)
        assert list(told)[:2] == ["number", "made_on"]
        assert told | {"inputs": {}} == {
            "number": 1,
            "made_on": "2024-03-05",
            "audience": "partner",
            "what": ["map"],
            "files": {
                "map.svg": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
            },
            "inputs": {},
            "nonce": "00" * 32,
            "published": [TABLE],
            "policy": "1",
            "version": cn.__version__,
        }
        assert set(told["inputs"]) == {p.name for p in folder.iterdir() if p.name in told["inputs"]}
        assert "referrals.csv" in told["inputs"]

    def test_lines_come_back_in_order(self, folder):
        log(folder)
        log(folder, "public")
        assert [one.words for one in read_disclosures(folder)] == [
            "1. 2024-03-05, for partners: map (1 file).",
            "2. 2024-03-05, for the public: map (1 file).",
        ]

    @pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x1e", "\n", "é"])
    def test_ids_may_hold_any_sign(self, folder, sign):
        told = table("30")
        told["cells"][0]["counts"]["to agency"] = f"b{sign}c"
        log(folder, published=[told])
        assert [one.published for one in read_disclosures(folder)] == [(told,)]

    def test_the_same_bytes_for_the_same_audience_on_the_same_day_are_one_line(self, folder):
        for _ in range(2):
            log(folder)
        assert len(read_disclosures(folder)) == 1
        log(folder, files={"map.svg": b"2"})
        log(folder, made_on=date(2024, 3, 6))
        assert len(read_disclosures(folder)) == 3

    def test_it_is_in_the_log_before_the_files_are_written(self, folder):
        with disclosing(cn.load(folder), audience="partner", what=["map"], files={}):
            assert len(read_disclosures(folder)) == 1
            assert (folder / LOCK).exists()

    def test_a_line_is_taken_back_when_the_files_cant_be_written(self, folder):
        log(folder)
        before = (folder / FILE).read_bytes()
        with (
            pytest.raises(KeyboardInterrupt),
            disclosing(cn.load(folder), audience="public", what=["map"], files={}),
        ):
            raise KeyboardInterrupt
        assert (folder / FILE).read_bytes() == before

    def test_the_first_line_is_taken_back_with_its_file(self, folder):
        with (
            pytest.raises(CollabnetError),
            disclosing(cn.load(folder), audience="public", what=["map"], files={}),
        ):
            raise CollabnetError("disk full")
        assert not (folder / FILE).exists()

    def test_a_folder_of_its_name_is_told_as_such(self, folder):
        (folder / FILE).mkdir()
        with pytest.raises(CollabnetError) as caught:
            read_disclosures(folder)
        assert str(caught.value) == (
            "disclosures.jsonl in the coalition's folder is a folder, where the disclosure log is "
            "a file of that name. Give the folder another name."
        )

    def test_several_at_once_lose_no_line(self, folder):
        jobs = [get_context("fork").Process(target=log, args=(folder,),
                kwargs={"files": {"map.svg": bytes([n])}}) for n in range(4)]  # fmt: skip
        for job in jobs:
            job.start()
        for job in jobs:
            job.join()
        assert [one.number for one in read_disclosures(folder)] == [1, 2, 3, 4]

    def test_a_sample_has_no_log_and_that_is_said(self):
        sample = cn.load("sample:g1")
        assert log("sample:g1") == "This is a sample: no disclosure log is kept of it."
        assert not (sample.folder / FILE).exists()

    def test_data_without_a_folder_has_none(self, folder):
        alone = cn.Coalition.from_frames(referrals=cn.load(folder).referrals.drop(columns="row"))
        with disclosing(alone, audience="partner", what=["map"], files={}) as said:
            assert said == ""

    def test_a_changed_coalition_still_knows_its_folder(self, folder):
        assert cn.load(folder).with_settings(name="Other").folder == folder

    def test_what_is_for_others_is_refused_where_it_cant_be_written_down(self, folder):
        (folder / FILE).write_text("not ours\n", "utf-8")
        with pytest.raises(CollabnetError) as refused:
            log(folder)
        assert str(refused.value) == (
            "What leaves has to be written down in disclosures.jsonl of the coalition's folder, "
            "and that failed, so nothing was written. disclosures.jsonl isn't as it was written, "
            "so nothing can be added to it. Bring the file back from a copy, or move it to another "
            "folder to begin a new log."
        )
        assert (folder / FILE).read_text("utf-8") == "not ours\n"

    def test_a_folder_that_cant_be_written_is_no_way_round_the_log(self, folder):
        coalition = cn.load(folder)
        shutil.rmtree(folder)
        told = {"what": ["map"], "files": {"map.svg": b"1"}}
        with (
            pytest.raises(CollabnetError, match=r"^What leaves has to be written down in disclos"),
            disclosing(coalition, audience="partner", **told),
        ):
            pytest.fail("nothing may be written")
        with disclosing(coalition, audience="internal", **told) as said:
            assert "can't be written" in said

    def test_the_screen_is_not_out_of_date_for_it(self, folder):
        before = stamp_of(folder)
        log(folder)
        assert stamp_of(folder) == before

    @pytest.mark.parametrize("second", ["partner", "public"])
    def test_counts_that_tell_a_small_one_beside_earlier_ones_are_refused(self, folder, second):
        log(folder, published=[TABLE])
        before = (folder / FILE).read_bytes()
        with pytest.raises(CollabnetError) as refused:
            log(folder, second, files={"map.svg": b"2"}, published=[table("33")])
        first, why, end = str(refused.value).splitlines()
        assert first == "This can't be passed on beside what left before, so nothing was written."
        assert why.startswith(
            "Pathways, from agency a, to agency b: 30 was passed on earlier, now it would be 33. "
            "The difference of 3 is a small count."
        )
        assert end == (
            "The file that left before can be sent once more, and collabnet share --what "
            "map,network passes on what shows no counts."
        )
        assert (folder / FILE).read_bytes() == before

    def test_those_that_dont_may_go_out(self, folder):
        log(folder, "internal", published=[table("29")])
        log(folder, published=[TABLE])
        log(folder, "public", published=[TABLE])
        log(folder, files={"map.svg": b"2"}, published=[table("41")])
        assert len(read_disclosures(folder)) == 4

    def test_what_is_internal_goes_on_and_says_so(self, folder):
        (folder / FILE).write_text("not ours\n", "utf-8")
        said = log(folder, "internal")
        assert said.startswith("It was not written down in disclosures.jsonl: ")

    @pytest.mark.parametrize(
        "line",
        [
            "{}",
            "[]",
            '{"number": 1, "made_on": "soon", "audience": "partner", "what": [], "files": {}, '
            '"published": []}',
            '{"number": 0, "made_on": "2024-03-05", "audience": "partner", "what": [], '
            '"files": {}, "published": []}',
            '{"number": 1, "made_on": "2024-03-05", "audience": "all", "what": [], "files": {}, '
            '"published": []}',
        ],
    )
    def test_a_damaged_log_is_recognised(self, folder, line):
        (folder / FILE).write_text(f"{line}\n", "utf-8")
        with pytest.raises(CollabnetError, match=r"^disclosures\.jsonl isn't as it was written"):
            read_disclosures(folder)

    def test_what_a_newer_version_adds_is_passed_over(self, folder):
        log(folder)
        told = json.loads((folder / FILE).read_text("utf-8")) | {"later": 1}
        (folder / FILE).write_text(json.dumps(told) + "\n", "utf-8")
        assert [one.number for one in read_disclosures(folder)] == [1]

    def test_the_log_is_no_surprise_to_the_check(self, folder):
        before = cn.check(folder)
        log(folder)
        assert str(cn.check(folder)) == str(before)
