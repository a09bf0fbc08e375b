"""What of free text may be said outside: nothing that is on no list."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.field_terms import SECTOR
from collabnet.sharing import release
from collabnet.sharing.field_words import NOUNS, sector_words, wave_words


class TestSectors:
    def test_every_sector_of_the_list_is_said(self):
        assert [sector_words(one) for one in SECTOR.terms] == list(SECTOR.terms)

    def test_the_map_shows_others_as_one_block(self):
        agencies = [("a", "Hope House"), ("b", "Zulu shelter"), ("c", ""), ("d", "court")]
        made = cn.Coalition.from_frames(
            agencies=pd.DataFrame(agencies, columns=["agency_id", "sector"])
        )
        drawn = release(cn.assess(made), "public").map
        labels = [row["label"] for row in drawn["agencies"]]
        assert labels == ["Court", "No sector stated", "Other sector"]


class TestRoles:
    def test_no_noun_tells_who_is_served(self):
        assert not NOUNS & {"survivor", "victim", "client", "youth", "minor", "parent", ""}


class TestWaves:
    @pytest.mark.parametrize(
        "wave",
        ["2024", "2024-05", "2024-05-01", "spring 2024", "2024 Q1", "May 2024", "2", "wave 3"],
    )
    def test_a_time_or_a_number_is_said(self, wave):
        assert wave_words([wave]) == {wave: wave}

    @pytest.mark.parametrize(
        "wave",
        ["Asked by Maria Lopez", "May", "April May", "123", "555-1234", "maria 2024", "20245"],
    )
    def test_anything_else_is_a_number_by_its_order(self, wave):
        assert wave_words(["2023", wave]) == {"2023": "1", wave: "2"}

    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_nobody_outside_reads_who_asked(self, audience):
        wave = "Asked by Maria Lopez"
        ends = [("a", "b", "1"), ("b", "a", "1")]
        answers = pd.DataFrame(ends, columns=["respondent", "alter", "value"])
        made = cn.Coalition.from_frames(
            agencies=pd.DataFrame({"agency_id": ["a", "b"], "name": ["Alpha", "Beta"]}),
            answers=answers.assign(question="contact", wave=wave),
        )
        said = " ".join(release(cn.assess(made), audience).unseen)
        assert wave not in said
        assert "Lopez" not in said
        inside = " ".join(release(cn.assess(made)).unseen)
        assert f"in wave {wave}" in inside


class TestNames:
    def test_a_folder_that_states_no_name_has_none_outside(self, tmp_path):
        folder = cn.load("sample:g1").folder
        (tmp_path / "maria_lopez").mkdir()
        for name in ("agencies.csv", "people.csv", "referrals.csv"):
            (tmp_path / "maria_lopez" / name).write_bytes((folder / name).read_bytes())
        made = cn.assess(cn.load(tmp_path / "maria_lopez"))
        assert release(made).name == "maria_lopez"
        outside = release(made, "partner")
        assert outside.name == "A coalition"
        assert outside.methods.startswith("A coalition was assessed ")
