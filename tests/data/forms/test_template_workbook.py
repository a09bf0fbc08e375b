"""coalition.xlsx: what it offers, and that what is typed into it is read back."""

import io
import re
import subprocess
import sys
import zipfile

import pytest
import python_calamine

from collabnet.data.forms.book import LISTS, README
from collabnet.data.forms.meanings import MEANINGS
from collabnet.data.forms.template_book import form_columns, template_book
from collabnet.data.templates import table_template
from collabnet.model.specs import TABLES
from data.forms.filled import fill, sheet_parts, table
from data.importing.import_case import only

FORMS = [spec for spec in TABLES.values() if not spec.pattern]
AGENCIES = [["court_b", "Juvenile Court"], ["shelter", "Shelter"], ["007", 'Clinic, "The"']]
REFERRALS = [
    [None, "2024-01-05", "officer_b1", "court_b", "shelter"],
    [None, "2024-02-06", None, "court_b", "007"],
]
PEOPLE = [["officer_b1", "Officer B1", "court_b", "caseworker"]]


def filled(**sheets):
    return fill(template_book(), {name: table(rows) for name, rows in sheets.items()})


def sheets(data):
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def number_format(style):
    """The format of numbers that a style of the workbook has."""
    with zipfile.ZipFile(io.BytesIO(template_book())) as book:
        part = book.read("xl/styles.xml").decode()
    formats = dict(re.findall(r'<numFmt numFmtId="(\d+)" formatCode="([^"]+)"', part))
    number = re.findall(r'<xf numFmtId="(\d+)"', part.split("<cellXfs")[1])[int(style or 0)]
    return formats.get(number, "")


class TestStructure:
    def test_one_sheet_a_table_with_the_columns_of_its_csv(self):
        made = sheets(template_book())
        assert list(made) == [README, *(spec.name for spec in FORMS), LISTS]
        for spec in FORMS:
            csv = table_template(spec).decode("utf-8-sig").strip().split(",")
            assert made[spec.name] == [csv]

    def test_the_first_sheet_says_what_each_column_means(self):
        said = {(row[0], row[1]): row[2] for row in sheets(template_book())[README]}
        for spec in FORMS:
            assert set(MEANINGS[spec.name]) == {one.file_name for one in form_columns(spec)}
            for column in form_columns(spec):
                assert said[spec.name, column.file_name] == MEANINGS[spec.name][column.file_name]

    @pytest.mark.parametrize("spec", FORMS, ids=lambda spec: spec.name)
    def test_every_column_with_a_vocabulary_offers_its_terms(self, spec):
        made = sheets(template_book())
        part = sheet_parts(template_book())[spec.name]
        found = re.findall(
            r"<dataValidation type=\"list\".*?sqref=\"([A-Z]+)2:[A-Z]+1048576\">"
            r"<formula1>'Lists'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)</formula1>",
            part,
        )
        offered = {}
        for column, where, last in found:
            cells = [row[ord(where) - 65] for row in made[LISTS][1 : int(last)]]
            offered[made[spec.name][0][ord(column) - 65]] = cells
        assert offered == {
            one.file_name: [term for term in one.vocabulary.terms if term]
            for one in form_columns(spec)
            if one.vocabulary
        }

    @pytest.mark.parametrize("spec", FORMS, ids=lambda spec: spec.name)
    def test_header_frozen_ids_are_texts_and_days_are_days(self, spec):
        part = sheet_parts(template_book())[spec.name]
        assert 'ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"' in part
        styles = {}
        for first, last, style in re.findall(
            r'<col min="(\d+)" max="(\d+)" width="[\d.]+"(?: style="(\d+)")? customWidth', part
        ):
            styles |= dict.fromkeys(range(int(first), int(last) + 1), style)
        wanted = {"day": "yyyy-mm-dd", "number": "", "count": "", "share": ""}
        for at, column in enumerate(form_columns(spec), start=1):
            assert number_format(styles[at]) == wanted.get(column.kind, "@"), column.file_name

    def test_nothing_is_hidden_run_or_linked(self):
        with zipfile.ZipFile(io.BytesIO(template_book())) as book:
            assert "hidden" not in book.read("xl/workbook.xml").decode().lower()
            assert not [name for name in book.namelist() if "vba" in name or "comment" in name]
            for name in book.namelist():
                assert b"<f>" not in book.read(name)
                assert b'hidden="1"' not in book.read(name)

    def test_no_user_and_no_day_are_in_it(self):
        with zipfile.ZipFile(io.BytesIO(template_book())) as book:
            core = book.read("docProps/core.xml").decode()
        assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
        assert set(re.findall(r"\d{4}-\d\d-\d\dT", core)) == {"2000-01-01T"}

    def test_the_same_bytes_in_another_process(self):
        code = (
            "import hashlib; from collabnet.data.forms.template_book import template_book as t;"
            "from collabnet.data.forms.questionnaire_book import questionnaire_book as q;"
            "print(hashlib.sha256(t() + q({'b': 'B', 'a': ''})).hexdigest())"
        )
        runs = {
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, check=True,
                env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
            ).stdout
            for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
        }  # fmt: skip
        assert len(runs) == 1


class TestReadBack:
    def test_a_clean_one_asks_nothing(self, case):
        form = case.file("coalition.xlsx", filled(agencies=AGENCIES, people=PEOPLE,
                                                  referrals=REFERRALS))  # fmt: skip
        done = case.do(form)
        assert done.sources[0].program.name == "workbook"
        assert case.rows("agencies.csv", "agency_id", "name") == [
            ("court_b", "Juvenile Court"), ("shelter", "Shelter"), ("007", 'Clinic, "The"'),
        ]  # fmt: skip
        assert case.rows("referrals.csv", "date", "from_person", "to_agency") == [
            ("2024-01-05", "officer_b1", "shelter"), ("2024-02-06", "", "007"),
        ]  # fmt: skip
        assert only(done, "sheets_empty").message == (
            "4 sheets hold nothing below the names of the columns: memberships, agreements, ties "
            "and posts."
        )
        codes = {one.code for one in done.problems}
        assert codes <= {"sheets_empty", "numbers_as_text", "one_row"}

    def test_days_and_numbers_as_excel_stores_them(self, case):
        data = fill(
            template_book(),
            {
                "agencies": table([*AGENCIES[:2]]) | {"F2": 12},
                "referrals": {"B2": 45296, "D2": "court_b", "E2": "shelter"},
            },
        )
        # A number typed into a column of days is shown as a day, as its cell has the style.
        data = _styled(data, "referrals", "B2", 5)
        case.do(case.file("coalition.xlsx", data))
        assert case.rows("referrals.csv", "date") == [("2024-01-05",)]
        assert case.rows("agencies.csv", "capacity")[0] == ("12",)

    def test_again_with_more_rows_doubles_nothing(self, case):
        first = filled(agencies=AGENCIES, referrals=REFERRALS[:1], people=PEOPLE)
        case.do(case.file("coalition.xlsx", first))
        case.do(case.file("coalition.xlsx", filled(agencies=AGENCIES, referrals=REFERRALS,
                                                   people=PEOPLE)))  # fmt: skip
        assert len(case.rows("referrals.csv")) == 2
        assert len(case.rows("agencies.csv")) == 3

    def test_a_formula_is_refused_and_nothing_else(self, case):
        rows = [*AGENCIES, ["=1+1", "Sum"]]
        form = case.file("coalition.xlsx", filled(agencies=rows, referrals=REFERRALS,
                                                  people=PEOPLE))  # fmt: skip
        done = case.plan(form)
        (found,) = [one for one in done.problems if one.level == "ROW"]
        assert (found.code, found.sheet, found.row) == ("formula_without_value", "agencies", 5)
        case.do(form, accept_rejects="yes")
        assert len(case.rows("agencies.csv")) == 3

    def test_an_untouched_one_imports_nothing(self, case):
        case.do(case.file("coalition.xlsx", filled(agencies=AGENCIES)))
        done = case.plan(case.file("copy.xlsx", template_book()))
        assert only(done, "form_untouched").message == (
            "Nothing is filled in in copy.xlsx; nothing was imported from it."
        )

    def test_a_sheet_of_ones_own_is_left_alone_and_said(self, case):
        data = _renamed(filled(agencies=AGENCIES), "posts", "My notes")
        done = case.do(case.file("coalition.xlsx", data))
        assert only(done, "sheets_not_tables").message == (
            "Not read, as 1 sheet is none of a coalition's tables: My notes."
        )

    @pytest.mark.parametrize(
        "name",
        ["a, b", 'the "Centre"', "🙂", "שלום", "0042", "1E5", "TRUE", "N/A", "2024-03-05"],
    )
    def test_ids_are_read_as_they_are_typed(self, case, name):
        form = filled(agencies=[["court_b"], [name, name]],
                      referrals=[[None, "2024-01-05", None, "court_b", name]] * 2)  # fmt: skip
        case.do(case.file("coalition.xlsx", form))
        assert ("court_b",) in case.rows("agencies.csv", "agency_id")
        assert case.rows("agencies.csv", "agency_id", "name")[1] == (name, name)
        assert case.rows("referrals.csv", "to_agency") == [(name,), (name,)]


def _styled(data, sheet, cell, style):
    there, styled = f'<c r="{cell}">', f'<c r="{cell}" s="{style}">'
    return _changed(data, sheet, lambda part: part.replace(there, styled))


def _changed(data, sheet, change):
    out = io.BytesIO()
    number = list(sheet_parts(data)).index(sheet) + 1
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == f"xl/worksheets/sheet{number}.xml":
                part = change(part.decode()).encode()
            made.writestr(item.filename, part)
    return out.getvalue()


def _renamed(data, sheet, name):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == "xl/workbook.xml":
                part = part.replace(f'name="{sheet}"'.encode(), f'name="{name}"'.encode())
            made.writestr(item.filename, part)
    return out.getvalue()


def test_tables_written_as_a_workbook_are_read_back_too(case):
    from datetime import date

    import collabnet as cn
    from collabnet.data.importing.plan import plan_import
    from collabnet.data.writers.tables_content import tables_of
    from collabnet.data.writers.tables_xlsx import xlsx_bytes

    ours = cn.load("sample:g1")
    form = case.file("g1.xlsx", xlsx_bytes(tables_of(ours), "G1", ""))
    done = plan_import([form], case.into, today=date(2025, 1, 31))
    assert not done.is_refused, [str(one) for one in done.problems]
    done.write()
    back = cn.load(case.into)
    for name in ("agencies", "people", "referrals"):
        assert len(getattr(back, name)) == len(getattr(ours, name))
