"""Tables written and read again are the same, cell for cell; nothing in them is run by anybody."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.data.options import Answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers
from collabnet.data.writers.cells import guarded, unguarded
from collabnet.data.writers.tables import FORMATS, write_tables
from collabnet.data.writers.tables_content import Content, tables_of
from collabnet.data.writers.tables_csv import csv_bytes
from collabnet.data.writers.tables_parquet import parquet_bytes
from collabnet.data.writers.tables_xlsx import xlsx_bytes
from collabnet.model.coalition import Coalition
from collabnet.model.errors import CollabnetError

NASTY = ["=1+1", "+x", "-", "-x", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1", "'t Huis", "'", "-3",
         "+5", "007", "1E5", "NA", "TRUE", "a,b", 'a"b', "a\nb", "a\r\nb", " a ", "🙂", "\u202eabc",
         "שלום", "2024-03-05", "_x000D_", "_x005F_", "#N/A", "", "12345678901234567890", "sep=;",
         "http://a.example", "0" * 300]  # fmt: skip
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
WORDS = st.one_of(
    st.text(LETTERS, max_size=15),
    st.text("=+-@'\t\n,\"; 0aé🙂_x", max_size=8),
    st.sampled_from(NASTY),
)
NUMBERS = st.one_of(
    st.none(), st.floats(0, 1e12), st.floats(0, 1), st.integers(0, 10**9).map(float)
)
DAYS = st.one_of(st.none(), st.dates(date(1800, 1, 1), date(2200, 1, 1)))
ROWS = st.lists(st.tuples(WORDS.filter(bool), WORDS, NUMBERS, DAYS), min_size=1, max_size=8)


def content(rows):
    names = ["id", 'what, "it" is', "=n", "on"]
    return Content("ties", names, ["text", "text", "number", "day"], [list(row) for row in rows])


def text(value):
    """A value as its cell is read."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else format(value, "f") if "e" not in repr(
            value) else None  # fmt: skip
    return value if isinstance(value, str) else value.isoformat()


def cells_of(data, name, folder, sheet=""):
    path = folder / name
    path.write_bytes(data)
    opened = open_source(path, Ledgers(name), Answers({"sheet": sheet} if sheet else {}))
    return opened.grids[0].records.cells


def same(read, rows):
    """Every cell as it was written; numbers to their last digit."""
    assert read[0] == ["id", 'what, "it" is', "=n", "on"]
    for got, row in zip(read[1:], rows, strict=True):
        assert got[:2] == list(row[:2])
        assert (float(got[2]) if got[2] else None) == row[2]
        assert got[3] == text(row[3])


class TestCells:
    @given(WORDS)
    def test_what_is_guarded_comes_back(self, word):
        assert unguarded(guarded(word)) == word

    @pytest.mark.parametrize("word", [word for word in NASTY if word[:1] in "=@\t\r" and word])
    def test_what_a_spreadsheet_would_run_is_guarded(self, word):
        assert guarded(word).startswith("'")


class TestFormats:
    @given(ROWS)
    @settings(max_examples=60, deadline=None)
    def test_csv_comes_back_cell_for_cell(self, tmp_path_factory, rows):
        data = csv_bytes(content(rows))
        same(cells_of(data, "t.csv", tmp_path_factory.getbasetemp()), rows)

    @given(ROWS)
    @settings(max_examples=60, deadline=None)
    def test_xlsx_comes_back_cell_for_cell(self, tmp_path_factory, rows):
        data = xlsx_bytes([content(rows)], "Site B", "")
        same(cells_of(data, "t.xlsx", tmp_path_factory.getbasetemp(), "ties"), rows)

    @given(ROWS)
    @settings(max_examples=15, deadline=None)
    def test_parquet_comes_back_cell_for_cell(self, tmp_path_factory, rows):
        data = parquet_bytes(content(rows))
        same(cells_of(data, "t.parquet", tmp_path_factory.getbasetemp()), rows)

    def test_no_cell_of_a_csv_begins_as_a_formula(self):
        rows = [(word or "x", word, 2.0, None) for word in NASTY]
        read = csv.reader(io.StringIO(csv_bytes(content(rows)).decode("utf-8-sig"), newline=""))
        for cells in list(read)[1:]:
            for cell in cells:
                assert not cell.startswith(("=", "@", "\t", "\r")), cell
                assert not cell.startswith(("+", "-")) or float(cell) is not None

    def test_no_cell_of_an_xlsx_is_a_formula_or_a_link(self):
        data = xlsx_bytes([content([(word or "x", word, None, None) for word in NASTY])], "=S", "")
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            every = {name: made.read(name).decode() for name in made.namelist()}
        assert not [name for name in every if "<f>" in every[name] or "hyperlink" in every[name]]
        assert 'quotePrefix="1"' in every["xl/styles.xml"]

    def test_an_xlsx_says_nothing_of_who_made_it_when(self):
        data = xlsx_bytes([content([("a", "b", 1.0, None)])], "Site B", "")
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            core = made.read("docProps/core.xml").decode()
            assert {one.date_time[0] for one in made.infolist()} == {1980}
        assert "<dc:creator></dc:creator>" in core
        assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
        assert core.count("2000-01-01T00:00:00Z") == 2

    def test_what_a_sheet_can_not_hold_is_refused(self):
        with pytest.raises(CollabnetError) as raised:
            xlsx_bytes([content([("a", "b" * 32_767, None, None)])], "Site B", "")
        assert str(raised.value) == (
            'A cell of a workbook holds 32,767 letters; what, "it" is of the table ties has 32,767 '
            "in row 2. Write it as CSV or Parquet."
        )
        table = content([("a", "b", None, None)])
        table.rows = table.rows * 1_048_576
        with pytest.raises(CollabnetError, match="holds 1,048,575 rows; the table ties has"):
            xlsx_bytes([table], "Site B", "")


@pytest.fixture(scope="module")
def coalition():
    """Every table, with names that are hard on each format."""
    agencies = [f"a{i}" for i in range(len(NASTY))]
    log = pd.DataFrame({
        "date": ["2024-01-05", "2024-02-07"], "from_person": ["o1", ""],
        "from_agency": ["a0", "a1"], "to_agency": ["a1", "a2"], "status": ["made", ""],
        "Our own column": ["=1+1", "007"], "client": ["", ""],
    })  # fmt: skip
    return Coalition.from_frames(
        agencies=pd.DataFrame({"agency_id": agencies, "name": [word.strip() for word in NASTY],
                               "capacity": [0.1 + 0.2, *[float("nan")] * (len(NASTY) - 1)]}),
        people=pd.DataFrame({"person_id": ["o1"], "agency_id": ["a0"], "name": ["'=Officer"],
                             "active_from": ["2020-02-29"]}),
        ties=pd.DataFrame({"source": ["a0"], "target": ["o1"], "strength": [2.5]}),
        memberships=pd.DataFrame({"person_id": ["o1"], "agency_id": ["a1"],
                                  "from": ["1990-01-01"]}),
        referrals=log,
    )  # fmt: skip


class TestCoalitions:
    def test_a_folder_of_csv_is_the_coalition_again(self, coalition, tmp_path):
        folder = write_tables(coalition, tmp_path / "out")
        again = cn.load(folder, today=date(2024, 6, 30))
        for name in ("agencies", "people", "memberships", "ties", "referrals"):
            pd.testing.assert_frame_equal(getattr(again, name), getattr(coalition, name))

    @pytest.mark.parametrize("format", FORMATS)
    def test_the_same_tables_give_the_same_bytes(self, coalition, tmp_path, format):
        made = []
        for name in ("one", "two"):
            path = write_tables(coalition, tmp_path / name, format)
            files = sorted(path.iterdir()) if path.is_dir() else [path]
            made.append({(f.name if path.is_dir() else ""): f.read_bytes() for f in files})
        assert made[0] == made[1]

    @pytest.mark.parametrize("format", FORMATS)
    def test_ids_of_clients_are_never_written(self, tmp_path, format):
        log = pd.DataFrame({"date": ["2024-01-05"], "from_agency": ["a"], "to_agency": ["b"],
                            "client": ["secret-77"], "Youth ID": ["secret-78"]})  # fmt: skip
        path = write_tables(Coalition.from_frames(referrals=log), tmp_path / "out", format)
        for file in path.iterdir() if path.is_dir() else [path]:
            data = file.read_bytes()
            if format == "xlsx":
                with zipfile.ZipFile(file) as made:
                    data = b"".join(made.read(name) for name in made.namelist())
            assert b"secret" not in data
            assert b"client" not in data

    def test_every_table_is_a_sheet_beside_one_that_says_what_they_are(self, coalition, tmp_path):
        path = write_tables(coalition, tmp_path / "out.xlsx", "xlsx")
        opened = open_source(path, ledgers := Ledgers("out.xlsx"), Answers())
        assert [grid.name for grid in opened.grids] == [
            "readme", "agencies", "people", "memberships", "ties", "referrals",
        ]  # fmt: skip
        assert opened.grids[0].records.cells[0] == [coalition.settings.name]
        assert {problem.level for ledger in ledgers.all for problem in ledger.problems} <= {"NOTE"}
        for grid, table in zip(opened.grids[1:], tables_of(coalition), strict=True):
            names = grid.records.cells[0]
            assert names == table.names
            for cells, row in zip(grid.records.cells[1:], table.rows, strict=True):
                assert [c for c, k in zip(cells, table.kinds, strict=True) if k == "text"] == [
                    v for v, k in zip(row, table.kinds, strict=True) if k == "text"
                ]

    def test_every_table_is_a_parquet_file(self, coalition, tmp_path):
        folder = write_tables(coalition, tmp_path / "out", "parquet")
        assert sorted(file.name for file in folder.iterdir()) == [
            "agencies.parquet", "memberships.parquet", "people.parquet", "referrals.parquet",
            "ties.parquet",
        ]  # fmt: skip

    def test_json_holds_texts_numbers_and_nothing(self, coalition, tmp_path):
        path = write_tables(coalition, tmp_path / "out.json", "json")
        found = json.loads(path.read_text("utf-8"))
        assert found["tables"]["people"][0]["name"] == "'=Officer"
        assert found["tables"]["people"][0]["active_from"] == "2020-02-29"
        assert found["tables"]["people"][0]["group_size"] is None
        assert found["tables"]["agencies"][0]["capacity"] == 0.1 + 0.2
        assert [one["name"] for one in found["tables"]["agencies"]] == [w.strip() for w in NASTY]

    def test_answers_go_back_to_the_file_of_their_wave(self, tmp_path):
        agencies = pd.DataFrame({"agency_id": ["a", "b"]})
        answers = pd.DataFrame({"respondent": ["a", "b"], "alter": ["b", "a"],
                                "question": ["contact", "contact"], "value": ["1", "1"],
                                "file": ["survey_2023.csv", "survey_2024.csv"]})  # fmt: skip
        made = Coalition.from_frames(agencies=agencies, answers=answers)
        names = sorted(file.name for file in write_tables(made, tmp_path / "one").iterdir())
        assert names == ["agencies.csv", "survey_2023.csv", "survey_2024.csv"]
        loose = Coalition.from_frames(agencies=agencies, answers=answers.drop(columns="file"))
        names = sorted(file.name for file in write_tables(loose, tmp_path / "two").iterdir())
        assert names == ["agencies.csv", "survey_all.csv"]

    def test_a_folder_that_holds_something_is_left_alone(self, coalition, tmp_path):
        (tmp_path / "mine.txt").write_text("x")
        with pytest.raises(CollabnetError, match="needs to be a new or an empty folder"):
            write_tables(coalition, tmp_path)
        assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]

    def test_a_format_that_is_not_known_is_refused(self, coalition, tmp_path):
        with pytest.raises(CollabnetError) as raised:
            write_tables(coalition, tmp_path / "out", "sas")
        assert str(raised.value) == (
            "Tables are written as csv, xlsx, parquet or json; got 'sas'. Choose one of these."
        )


def test_importing_collabnet_loads_none_of_the_libraries_of_formats():
    """Help has to come at once."""
    program = (
        "import sys, collabnet; heavy = {'duckdb', 'xlsxwriter', 'python_calamine', 'sqlalchemy'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
