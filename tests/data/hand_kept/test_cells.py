"""Dittos, rows for several young people, cells with two agencies."""

import pytest

from data.hand_kept.kept_log import KeptLog
from data.small_site import where

ROW = "2024-01-05,Officer B1,Court,Shelter,"


class TestDittos:
    @pytest.mark.parametrize("cell", ["same", "Ditto", '"', "do.", "\u2033"])
    def test_a_cell_that_says_the_same_is_asked_about(self, cell):
        problem = KeptLog(ROW, ["2024-01-06", cell, "Court", "Shelter"]).found("ditto")
        assert where(problem) == ("ASK", "log.xlsx", 3, 3, "from_person", cell)
        assert problem.message == f"1 cell of from_person with '{cell}'."
        assert problem.remedy == (
            "Is what stands above meant (fill_down), or is it not known (unknown)? Say --reading "
            'ditto=fill_down or --reading ditto=unknown, or ditto = "fill_down" under [reading] '
            "in coalition.toml."
        )

    def test_the_cell_above_is_filled_down_through_several(self):
        log = KeptLog(ROW, 'same,same,",same', "2024-01-07,do.,Court,ditto", ditto="fill_down")
        assert log.column("date") == ["2024-01-05", "2024-01-05", "2024-01-07"]
        assert log.column("from_person") == ["Officer B1"] * 3
        assert log.column("to_agency") == ["Shelter"] * 3
        assert log.column("from_person_as_written") == ["", "same", "do."]
        assert log.codes == ["ditto_filled"] * 4

    def test_unknown_empties_the_cell(self):
        log = KeptLog(ROW, "2024-01-06,same,Court,Shelter", ditto="unknown")
        assert log.column("from_person") == ["Officer B1", ""]
        assert log.found("ditto_unknown").level == "NOTE"

    def test_nothing_above_leaves_the_row_out(self):
        log = KeptLog("2024-01-05,same,Court,Shelter", ROW, ditto="fill_down")
        problem = log.found("nothing_above")
        assert where(problem) == ("ROW", "log.xlsx", 2, 2, "from_person", "same")
        assert problem.message == "'same' stands below no row that can be used."
        assert log.ledger.rejected == {1}

    def test_a_row_that_was_rejected_is_never_leant_on(self):
        too_long = ["2024-01-06", "Officer B2", "Court", "Shelter", "", "more"]
        log = KeptLog(ROW, too_long, "2024-01-07,same,Court,Shelter", ditto="fill_down")
        assert log.codes == ["row_too_long", "ditto_filled", "nothing_above"]
        assert log.ledger.rejected == {2, 3}


class TestSeveralYouths:
    @pytest.mark.parametrize("cell", ["Shelter x2", "Shelter (2)", "Shelter (2 girls)"])
    def test_a_row_for_several_is_asked_about(self, cell):
        problem = KeptLog(ROW, f"2024-01-06,,Court,{cell}").found("several_youths")
        assert where(problem) == ("ASK", "log.xlsx", 3, 3, "to_agency", cell)
        assert problem.message == (
            f"1 cell of to_agency for several young people, such as '{cell}'."
        )
        assert problem.answers == ("one", "rows", "keep")

    def test_one_referral_each_takes_the_mark_away(self):
        log = KeptLog("2024-01-06,,Court,Shelter x2", several_youths="one")
        assert log.column("to_agency") == ["Shelter"]
        assert log.found("several_youths_read").message == (
            "1 cell of to_agency for several young people, such as 'Shelter x2', read as one "
            "referral, as several_youths says."
        )

    def test_as_many_rows_keep_the_record_s_position(self):
        names = "referral_id,date,from_agency,to_agency,client"
        log = KeptLog(
            "r1,2024-01-06,Court,Shelter,3 girls",
            "r2,2024-01-07,Court,Shelter,",
            names=names,
            several_youths="rows",
        )
        assert log.draft.at == [1, 1, 1, 2]
        assert log.column("referral_id") == ["r1", "r1-2", "r1-3", "r2"]
        kept = log.read().kept
        assert list(kept["row"]) == [2, 2, 2, 3]
        assert "client" not in kept

    def test_an_id_that_is_taken_is_not_given_again(self):
        names = "referral_id,date,from_agency,to_agency"
        log = KeptLog(
            "r1,2024-01-06,Court,Shelter x2",
            "r1-2,2024-01-07,Court,Shelter",
            names=names,
            several_youths="rows",
        )
        assert log.column("referral_id") == ["r1", "r1-3", "r1-2"]

    def test_a_column_that_counts_them(self):
        names = "date,from_agency,to_agency,number of youth"
        log = KeptLog("2024-01-06,Court,Shelter,2", names=names, several_youths="rows")
        assert len(log.draft.cells) == 2

    def test_it_may_belong_to_a_name(self):
        log = KeptLog("2024-01-06,,Court,Shelter (2)", several_youths="keep")
        assert log.column("to_agency") == ["Shelter (2)"]
        assert log.codes == []


class TestTwoAgencies:
    @pytest.mark.parametrize("cell", ["Shelter / Clinic", "Shelter; Clinic", "Shelter + Clinic"])
    def test_two_agencies_in_a_cell_are_asked_about(self, cell):
        problem = KeptLog(ROW, f"2024-01-06,,Court,{cell}").found("two_agencies")
        assert where(problem) == ("ASK", "log.xlsx", 3, 3, "to_agency", cell)
        assert problem.message == f"1 cell of to_agency with more than one agency: '{cell}'."
        assert problem.remedy.startswith(
            "Is it a referral for each (split), for the first (first), or is it one agency (keep)?"
        )

    def test_an_ampersand_parts_agencies_only_where_both_stand_alone(self):
        alone = [ROW, "2024-01-05,,Court,Clinic"]
        cell = ["2024-01-06", "", "Court", "Shelter & Clinic"]
        assert KeptLog(*alone, cell).codes == ["two_agencies"]
        assert KeptLog(ROW, ["2024-01-06", "", "Court", "Health & Hope"]).codes == []

    def test_split_gives_one_row_to_each(self):
        names = "referral_id,date,from_agency,to_agency"
        log = KeptLog("r1,2024-01-06,Court,Shelter/Clinic", names=names, two_agencies="split")
        assert log.column("to_agency") == ["Shelter", "Clinic"]
        assert log.column("to_agency_as_written") == ["Shelter/Clinic"] * 2
        assert log.column("referral_id") == ["r1", "r1-2"]
        assert log.draft.at == [1, 1]
        assert log.found("two_agencies_read").message == (
            "1 cell of to_agency with more than one agency read as one row for each, as "
            "two_agencies says: 'Shelter/Clinic'."
        )

    def test_the_first_only_or_one_agency_after_all(self):
        row = "2024-01-06,,Court,Shelter/Clinic"
        assert KeptLog(row, two_agencies="first").column("to_agency") == ["Shelter"]
        kept = KeptLog(row, two_agencies="keep")
        assert kept.column("to_agency") == ["Shelter/Clinic"]
        assert kept.codes == ["two_agencies_kept"]

    def test_several_youths_go_to_each_of_two_agencies(self):
        log = KeptLog(
            "2024-01-06,,Court,Shelter/Clinic x2", several_youths="rows", two_agencies="split"
        )
        assert log.column("to_agency") == ["Shelter", "Clinic"] * 2

    def test_several_youths_and_the_first_agency_only(self):
        log = KeptLog(
            "2024-01-06,,Court,Shelter/Clinic x2", several_youths="rows", two_agencies="first"
        )
        assert log.column("to_agency") == ["Shelter", "Shelter"]
