"""What stands in the tables, and the words around them, without a browser."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.sharing import release
from collabnet_dashboards.panels import chooser, network, pathways
from collabnet_dashboards.panels.pieces import lead_of, plain_table, rows_words
from screen_page import text_of


@pytest.fixture(scope="module")
def site_b():
    return release(cn.assess(cn.load("sample:site_b")))


class TestTables:
    def test_thin_pathways_are_in_a_table_of_their_own(self, site_b):
        ranked, thin = (text_of(one) for one in pathways.tables(site_b))
        assert "Residential program" in ranked
        assert "Youth shelter" not in ranked
        assert "Youth shelter" in thin
        assert "%" not in thin

    def test_services_are_told_apart_where_there_are_several(self):
        said = [
            text_of(one) for one in pathways.tables(release(cn.assess(cn.load("sample:site_a"))))
        ]
        assert len(said) == len(set(said))

    def test_ids_and_empty_columns_are_left_out(self):
        table = pd.DataFrame({"id": ["x"], "From": ["Court"], "Notes": [""]})
        assert plain_table(table, "Ways").columns == ["From"]

    def test_contacts_have_formal_informal_strained_and_missing(self, site_b):
        said = network.contacts(site_b)
        assert said.columns[:4] == ["Agency", "Other agency", "Usable ties", "Formal"]
        assert {"Informal", "Strained", "Reported missing"} <= set(said.columns)

    def test_a_person_or_an_agency_chosen_on_the_map_is_passed_on(self):
        assert network.chosen({"what": "person", "id": "ann"}, "person") == "ann"
        for selected in (None, {"what": "tie", "id": "t"}, {"what": "agency", "id": "court"}):
            assert network.chosen(selected, "person") != "court"


class TestWords:
    @pytest.mark.parametrize(
        ("sentence", "lead"),
        [
            ("One carries all. If they left, all would stop.", "One carries all."),
            ("St. Mary sends all (6 of 6). The rest is unknown.", "St. Mary sends all (6 of 6)."),
            ("Gaps reported inside the court.", "Gaps reported inside the court."),
        ],
    )
    def test_the_first_sentence_leads(self, sentence, lead):
        assert lead_of(sentence)[0] == lead
        assert " ".join(filter(None, lead_of(sentence))) == sentence

    def test_rows_are_told_in_few_words(self):
        rows = [("ties.csv", 9), ("referrals.csv", 4), ("referrals.csv", 3), ("referrals.csv", 7)]
        assert rows_words(rows) == ["referrals.csv: rows 3 to 4, 7", "ties.csv: row 9"]


class TestChooser:
    def test_the_label_of_a_sample_stands_under_the_title(self, site_b):
        said = text_of(chooser.label(site_b))
        assert said == (
            "Internal: names staff example: coding of a published article, log made up "
            "2023-01-01 to 2023-12-31"
        )

    def test_what_cannot_be_seen_is_said(self, site_b):
        said = text_of(chooser.methods(site_b))
        assert "Referrals that nobody logged, and contacts that nobody spoke of" in said

    def test_rows_left_out_are_counted(self):
        found = cn.check("sample:site_b")
        assert text_of(chooser.reading(found)).startswith("What was read Site B")
