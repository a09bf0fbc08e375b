"""Columns that name young people are refused; a person in the place of an agency is noted."""

import pytest

from collabnet.data.column import Column
from collabnet.data.hand_kept import looks_like_client_names, looks_like_person, note_persons
from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from data.hand_kept.kept_log import KeptLog
from data.small_site import where

ROW = ["2024-01-05", "Court", "Shelter"]


def log_with(header, *cells, **given):
    names = f"date,from_agency,to_agency,{header}"
    return KeptLog(*([*ROW, cell] for cell in cells), names=names, **given)


class TestClientNames:
    @pytest.mark.parametrize(
        ("header", "cells", "what"),
        [
            ("client", ["AB", "C.D."], "initials of clients"),
            ("Youth", ["Ann", "Bea", ""], "names of clients"),
            ("girl", ["Ann B.", "Bea"], "names of clients"),
            ("Who", ["AB", "CD"], "initials of clients"),
        ],
    )
    def test_a_column_that_names_young_people_is_refused(self, header, cells, what):
        log = log_with(header, *cells)
        problem = log.found("client_names")
        assert where(problem) == ("STOP", "log.xlsx", None, None, header, "")
        count = sum(bool(cell) for cell in cells)
        assert problem.message == (
            f"The column {header} seems to hold {what} ({count} cells); nothing of it was stored."
        )
        assert f"--reading drop={header}" in problem.remedy
        assert not any(cell in str(log.ledger.problems) for cell in ("C.D.", "Bea"))

    def test_dropped_or_accepted_by_name_it_stops_nothing(self):
        for answer in ("drop", "accept"):
            assert log_with("Youth", "AB", **{answer: "youth"}).codes == []

    @pytest.mark.parametrize(
        ("header", "cells"),
        [
            ("client", ["0017", "c-18"]),
            ("service", ["AB", "CD"]),
            ("youth worker", ["Ann", "Bea"]),
            ("Youth", ["moved on", "at home"]),
            ("Youth", ["", ""]),
        ],
    )
    def test_other_columns_are_left_alone(self, header, cells):
        assert looks_like_client_names(header, cells) == ""


class TestPersonsInThePlaceOfAgencies:
    @pytest.mark.parametrize(
        "text", ["Officer B1", "Det. Hall", "Judge Hall", "Bea", "Ann Hall", "Hall, Ann"]
    )
    def test_a_title_or_a_given_name_tells_a_person(self, text):
        assert looks_like_person(text)

    @pytest.mark.parametrize(
        "text",
        ["Juvenile court", "Mary House", "St. Mary Hospital", "Judges", "Hope", "AB", "officer",
         "Judge Baker Center", "detective unit", "", "x" * 500],
    )  # fmt: skip
    def test_agencies_roles_and_initials_are_no_persons(self, text):
        assert not looks_like_person(text)

    def test_it_is_noted_and_kept(self):
        ledger = Ledger("agencies.csv")
        ledger.rows = ledger.lines = [1, 2, 3]
        cells = ["Juvenile court", "Officer B1"]
        note_persons(Column("agencies", "name", cells, [1, 2], ledger, Answers()))
        problem = ledger.problems[0]
        assert problem.code == "person_for_agency"
        assert where(problem) == ("NOTE", "agencies.csv", 3, 3, "name", "Officer B1")
        assert problem.message == (
            "1 cell of name with what looks like a person's name, such as 'Officer B1'."
        )
        assert problem.remedy == ("Write the agency there, and the person in a column of persons.")

    def test_columns_of_persons_are_not_looked_at(self):
        ledger = Ledger("people.csv")
        note_persons(Column("people", "name", ["Officer B1"], [0], ledger, Answers()))
        assert ledger.problems == []
