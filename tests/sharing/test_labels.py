"""How agencies and people are spoken of outside."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.sharing.bands import count_words, people_words, share_words
from collabnet.sharing.labels import OutsideSpeaker, letters


def speak(agencies, people=(), *, consent=(), audience="partner"):
    coalition = cn.Coalition.from_frames(
        agencies=pd.DataFrame(agencies, columns=["agency_id", "name", "sector"]),
        people=pd.DataFrame(people, columns=["person_id", "agency_id", "role"]),
        settings=cn.Settings(consent=tuple(consent)),
    )
    return OutsideSpeaker(coalition, audience)


TOWN = [("a", "Alpha House", "Shelter"), ("b", "Beta Court", "court"), ("c", "Gamma", "shelter")]


class TestAgencies:
    def test_one_of_its_sector_is_called_by_it(self):
        assert speak(TOWN).agency("b") == "the court agency"
        assert speak(TOWN).title("b") == "Court agency"

    def test_several_of_a_sector_get_letters(self):
        speaker = speak(TOWN)
        said = {speaker.agency("a"), speaker.agency("c")}
        assert said == {"shelter agency A", "shelter agency B"}

    def test_consent_gives_the_name(self):
        speaker = speak(TOWN, consent=["a"])
        assert speaker.agency("a") == "Alpha House"
        assert speaker.agency("c") == "the shelter agency"

    def test_without_a_sector_it_is_an_agency(self):
        speaker = speak([("a", "Alpha", ""), ("b", "Beta", "")])
        assert {speaker.agency("a"), speaker.agency("b")} == {"agency A", "agency B"}
        assert speak([("a", "Alpha", "")]).agency("a") == "agency A"

    @pytest.mark.parametrize(
        ("name", "sector"),
        [
            ("Hope House", "Hope House"),
            ("Rosewood", "Rosewood shelter"),
            ("Zulu", "Zulu shelter"),
            ("Alpha", "shelter (Zoe Zulu)"),
            ("Alpha", "Zoe Zulu's shelter"),
            ("Alpha", "office of p1"),
        ],
    )
    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_a_sector_that_is_on_no_list_is_not_said(self, name, sector, audience):
        people = [("p1", "a", "chief")]
        speaker = speak([("a", name, sector)], people, audience=audience)
        assert speaker.agency("a") == "agency A"

    @pytest.mark.parametrize("sector", ["Police", "police-department", " Law Enforcement "])
    def test_a_sector_is_called_as_the_list_has_it(self, sector):
        assert speak([("a", "Alpha", sector)]).agency("a") == "the law enforcement agency"

    def test_letters_go_on_after_z(self):
        assert [letters(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


class TestPeople:
    three = [(f"p{i}", "a", "Deputy officer") for i in range(3)] + [("q", "b", "deputy officer")]

    def test_a_role_is_said_where_three_hold_it_in_the_agency(self):
        assert speak(TOWN, self.three).noun(["p0", "p1"]) == "officer"

    def test_a_role_that_one_holds_there_is_not_said(self):
        assert speak(TOWN, self.three).noun(["q"]) == "person"
        assert speak(TOWN, self.three).noun(["p0", "q"]) == "person"

    def test_the_public_hears_no_role(self):
        assert speak(TOWN, self.three, audience="public").noun(["p0"]) == "person"

    @pytest.mark.parametrize(
        "role", ["officer under Zoe Zulu", "Zulu", "Zoe Zulu's officers' zulu", "survivor"]
    )
    def test_a_role_that_is_on_no_list_is_not_said(self, role):
        people = [(f"p{i}", "a", role) for i in range(3)]
        assert "zulu" not in speak(TOWN, people).noun(["p0"])

    @pytest.mark.parametrize(
        "role", ["peer mentor", "peer support mentor", "Survivor mentor", "peer advocate"]
    )
    def test_peer_mentors_are_program_staff_and_so_are_others(self, role):
        people = [("p0", "a", role), ("p1", "a", "shelter staff"), ("p2", "a", "program staff")]
        assert speak(TOWN, people).noun(["p0"]) == "program staff member"
        assert speak(TOWN, people).noun(["p0", "p1", "p2"]) == "program staff member"
        assert speak(TOWN, people[:2]).noun(["p0"]) == "person"

    def test_an_end_is_one_person_at_the_agency(self):
        assert speak(TOWN, self.three).end("q") == "one person at the court agency"
        assert speak(TOWN, self.three).end("b") == "the court agency"


class TestBands:
    @pytest.mark.parametrize(("n", "words"), [(0, "0"), (1, "<11"), (10, "<11"), (11, "11")])
    def test_counts_from_1_to_10_are_hidden(self, n, words):
        assert count_words(n) == words

    def test_people_are_one_two_or_three_four_or_more(self):
        said = [people_words(n) for n in (1, 2, 3, 4, 40)]
        assert said == ["one person", *["two or three people"] * 2, *["four or more people"] * 2]

    @pytest.mark.parametrize(
        ("low", "high", "words"),
        [
            (0.0, 0.0, "none"),
            (1.0, 1.0, "all"),
            (0.0, 0.25, "none to a quarter"),
            (0.3, 0.3, "a quarter to a half"),
            (0.5, 0.5, "a quarter to a half"),
            (0.7, 0.8, "a half at least"),
            (0.2, 0.3, "none to a half"),
            (0.1, 0.7, "none to three quarters"),
            (0.3, 0.6, "a quarter to three quarters"),
            (0.0, 1.0, "withheld"),
        ],
    )
    def test_shares_are_in_quarters(self, low, high, words):
        assert share_words(low, high) == words
