"""Every table as XLSX and CSV: explained, numbers as numbers, safe cells, the same bytes."""

import csv
import io
import re
import zipfile
from datetime import date

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

import collabnet as cn
from collabnet.data.writers.cells import unguarded
from collabnet.reports.readme import column_rows
from collabnet.reports.tables import Column, tables_of
from collabnet.reports.tables.table import table
from collabnet.sharing import AUDIENCES, release
from samples.sample_files import NAMES
from samples.shared import assessment_of, coalition_of

HARMFUL = ("=1+1", "+cmd()", "-x", "@sum", "'=quoted")


def written(assessment, folder, ending, audience="partner"):
    return cn.report(assessment, folder / f"tables{ending}", audience)


def sheets(path):
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def csvs(path):
    with zipfile.ZipFile(path) as found:
        return {
            name: list(csv.reader(io.StringIO(found.read(name).decode("utf-8-sig"), newline="")))
            for name in found.namelist()
            if name.endswith(".csv")
        }


def harmful():
    """A coalition whose agencies have names that a spreadsheet would run."""
    coalition = coalition_of("site_b")
    agencies = coalition.agencies
    names = [*HARMFUL, *agencies["name"][len(HARMFUL) :]]
    return cn.assess(coalition.with_tables(agencies=agencies.assign(name=names)), worlds=0)


class TestTables:
    @pytest.mark.parametrize("audience", AUDIENCES)
    @pytest.mark.parametrize("sample", NAMES)
    def test_every_column_is_explained_and_has_a_unit(self, sample, audience):
        for one in tables_of(assessment_of(sample), audience):
            assert all(column.says.endswith(".") and column.unit for column in one.columns)
            assert all(len(row) == len(one.columns) for row in one.typed)

    def test_those_outside_get_fewer_tables(self):
        names = {
            audience: [one.name for one in tables_of(assessment_of("site_b"), audience)]
            for audience in AUDIENCES
        }
        assert names["internal"] == [
            "findings", "pathways", "too thin", "contacts", "services", "ways", "team",
            "agencies", "answered", "evidence", "assumptions", "known",
        ]  # fmt: skip
        assert names["partner"] == names["public"]
        assert names["partner"] == ["findings", "pathways", "too thin", "contacts", "known"]

    def test_a_finding_says_what_it_says_everywhere(self):
        (findings, *_), released = (
            tables_of(assessment_of("site_b")),
            release(assessment_of("site_b"), "partner"),
        )
        said = [(row[3], row[4]) for row in findings.cells]
        assert said == [(one.sentence, one.remedy) for one in released.findings]

    @pytest.mark.parametrize(
        ("cell", "unit", "value"),
        [
            ("1,204", "referrals", 1204.0), ("<11", "referrals", "<11"), ("–", "people", None),
            ("44 %", "per cent", 44.0), ("0 of 48", "text", "0 of 48"), ("48", "text", "48"),
            ("2023-12-29", "day", date(2023, 12, 29)), ("1 to 3", "people", "1 to 3"),
            ("-2.5", "people", -2.5), (float("nan"), "places", None), ("1,20", "people", "1,20"),
        ],
    )  # fmt: skip
    def test_a_cell_is_what_it_is(self, cell, unit, value):
        assert Column("a", "A.", unit).value(cell) == value


class TestWorkbook:
    def test_a_readme_comes_first_and_explains_each_column(self, tmp_path):
        found = sheets(written(assessment_of("site_b"), tmp_path, ".xlsx"))
        (name, readme), *_ = found.items()
        assert name == "readme"
        assert readme[0][0] == (
            "Made for partners: no names, small counts hidden. Example: coding of a published "
            "article, log made up"
        )
        told = {row[0]: row[1] for row in readme}
        assert told["Period"] == "2023-01-01 to 2023-12-31"
        assert told["Method"].startswith("Site B was assessed with collabnet")
        assert told["How many answered"].startswith("Between half and 80 % of those asked")
        rows = [tuple(row) for row in readme]
        assert set(column_rows(tables_of(assessment_of("site_b")))) <= set(rows)

    @pytest.mark.parametrize("audience", ["internal", "partner"])
    def test_each_sheet_says_for_whom_it_is(self, audience, tmp_path):
        """On top, and at the foot of each page that is printed of it."""
        path = written(assessment_of("g1"), tmp_path, ".xlsx", audience)
        notice = release(assessment_of("g1"), audience).notice
        assert all(rows[0][0].startswith(notice) for rows in sheets(path).values())
        with zipfile.ZipFile(path) as book:
            pages = [book.read(name).decode() for name in book.namelist() if "/sheet" in name]
        assert pages and all(f"&amp;L{notice}" in page for page in pages)

    def test_numbers_are_numbers_and_days_are_days(self, tmp_path):
        path = written(assessment_of("site_b"), tmp_path, ".xlsx", "internal")
        _, head, first, *_ = sheets(path)["pathways"]
        row = dict(zip(head, first, strict=True))
        assert row["Referrals"] == 48.0
        assert row["Effective carriers"] == 2.82
        assert row["Busiest sender"] == 44.0
        assert row["On paper"] == "0 of 48"
        assert row["Last used"] == date(2023, 12, 29)

    def test_the_header_stays_and_rows_can_be_filtered(self, tmp_path):
        path = written(assessment_of("site_b"), tmp_path, ".xlsx")
        with zipfile.ZipFile(path) as book:
            page = book.read("xl/worksheets/sheet3.xml").decode()
        assert 'ySplit="2"' in page and 'state="frozen"' in page
        assert re.search(r'<autoFilter ref="A2:[A-Z]\d+"/>', page)
        assert len(re.findall(r"<col min=", page)) >= 4

    def test_nothing_tells_who_made_it_where_or_when(self, tmp_path, monkeypatch):
        monkeypatch.setenv("USER", "token_of_user")
        path = written(assessment_of("g1"), tmp_path, ".xlsx")
        with zipfile.ZipFile(path) as book:
            core, app = (book.read(f"docProps/{one}.xml").decode() for one in ("core", "app"))
            whole = b"".join(book.read(name) for name in book.namelist())
            days = {one.date_time for one in book.infolist()}
        assert "<dc:creator></dc:creator>" in core and "2000-01-01T00:00:00Z" in core
        assert "<Company></Company>" in app
        assert b"token_of_user" not in whole and str(tmp_path).encode() not in whole
        assert days == {(1980, 1, 1, 0, 0, 0)}

    def test_no_cell_is_a_formula_and_texts_stay_as_they_are(self, tmp_path):
        path = written(harmful(), tmp_path, ".xlsx", "internal")
        with zipfile.ZipFile(path) as book:
            pages = [book.read(name).decode() for name in book.namelist() if "/sheet" in name]
        assert not any("<f>" in page or "hyperlink" in page for page in pages)
        names = {row[0] for row in sheets(path)["agencies"][2:]}
        assert {unguarded(str(one)) for one in names} >= set(HARMFUL)


class TestZip:
    def test_a_csv_for_each_table_with_a_readme(self, tmp_path):
        path = written(assessment_of("site_b"), tmp_path, ".zip")
        names = [one.name.replace(" ", "_") for one in tables_of(assessment_of("site_b"))]
        with zipfile.ZipFile(path) as found:
            assert found.namelist() == ["README.txt", "columns.csv"] + [f"{n}.csv" for n in names]
            readme = found.read("README.txt").decode()
        assert "Period: 2023-01-01 to 2023-12-31\n" in readme
        assert readme.endswith("What each column says, and its unit: columns.csv.\n")

    def test_every_line_says_for_whom_and_where_from(self, tmp_path):
        found = csvs(written(assessment_of("site_b"), tmp_path, ".zip", "internal"))
        head, *rows = found["pathways.csv"]
        assert head[-2:] == ["Notice", "Label"]
        told = ["Internal: names staff", "example: coding of a published article, log made up"]
        assert rows and all(row[-2:] == told for row in rows)

    def test_no_cell_is_a_formula_and_the_reading_gives_it_back(self, tmp_path):
        """By the one rule of all CSV of ours: numbers stay, an apostrophe is doubled."""
        found = csvs(written(harmful(), tmp_path, ".zip", "internal"))
        cells = [row[0] for row in found["agencies.csv"][1:]]
        assert not [one for one in cells if one.startswith(("=", "+", "-", "@", "\t"))]
        assert {unguarded(one) for one in cells} >= set(HARMFUL)

    def test_spreadsheets_read_it_as_it_is(self, tmp_path):
        path = written(assessment_of("site_b"), tmp_path, ".zip", "internal")
        with zipfile.ZipFile(path) as found, found.open("pathways.csv") as file:
            table_read = pd.read_csv(file)
        assert table_read["Referrals"].tolist()[:3] == [48, 48, 2]

    def test_a_negative_number_is_a_number(self):
        made = table("t", "T", "A row.", {"a": ("A.", "people")}, [(-2,)])
        assert made.typed == [[-2.0]]


@pytest.mark.parametrize("ending", [".xlsx", ".zip", ".html"])
def test_the_same_input_gives_the_same_bytes(ending, tmp_path):
    """For rows in any order too."""
    coalition = coalition_of("site_b")
    turned = coalition.with_tables(agencies=coalition.agencies.iloc[::-1])
    one, other = (
        written(cn.assess(each, worlds=4), tmp_path, ending).read_bytes()
        for each in (coalition, turned)
    )
    assert one == other


@pytest.mark.parametrize("ending", [".xlsx", ".zip"])
@pytest.mark.parametrize("audience", ["partner", "public"])
def test_nobody_is_named_outside(ending, audience, tmp_path):
    path = written(assessment_of("site_a"), tmp_path, ending, audience)
    coalition = coalition_of("site_a")
    with zipfile.ZipFile(path) as found:
        text = "".join(found.read(name).decode("utf-8") for name in found.namelist()).lower()
    staff = {*coalition.people["person_id"], *coalition.people["name"]}
    assert [one for one in staff if one.lower() in text] == []
