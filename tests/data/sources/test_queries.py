"""Parquet files and databases: text out exactly, read-only, nothing reached from a query."""

import sqlite3
import sys
import time
from pathlib import Path

import duckdb
import pytest

from collabnet.data.options import Answers
from collabnet.data.sources import duck as duck_source
from collabnet.data.sources import fetched, sqlite
from collabnet.data.sources.opened import Ledgers
from collabnet.data.sources.pick import pick_sheets
from collabnet.data.sources.query import open_query
from data.sources.made_books import Read, reader

ROWS = [("007", 3, 2.5, "court_b"), ("12", None, 3.0, 'a,"b"\n\u05e9\u05dc 🙂')]
TEXT = [["id", "n", "weight", "name"], ["007", "3", "2.5", "court_b"],
        ["12", "", "3", 'a,"b"\n\u05e9\u05dc 🙂']]  # fmt: skip


@pytest.fixture
def lite(tmp_path):
    """A SQLite database with two tables and a view."""
    path = tmp_path / "site.sqlite"
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE log (id TEXT, n INTEGER, weight REAL, name TEXT)")
    made.executemany("INSERT INTO log VALUES (?, ?, ?, ?)", ROWS)
    made.execute('CREATE TABLE "two ""words""" (a BLOB)')
    made.execute('INSERT INTO "two ""words""" VALUES (x\'00ff\')')
    made.execute("CREATE VIEW names AS SELECT name FROM log")
    made.commit()
    made.close()
    return path


@pytest.fixture
def duck(tmp_path):
    """A DuckDB database with a table and another schema."""
    path = tmp_path / "site.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute("CREATE TABLE log (id VARCHAR, n INTEGER, weight DOUBLE, name VARCHAR)")
        made.executemany("INSERT INTO log VALUES (?, ?, ?, ?)", ROWS)
        made.execute("CREATE SCHEMA old; CREATE TABLE old.log AS SELECT 1 AS a")
    return path


class Asked(Read):
    """A query as it was answered, with its problems."""

    def __init__(self, address, query, **parameters):
        self.ledgers = Ledgers(Path(str(address)).name)
        self.opened = open_query(str(address), query, self.ledgers, parameters)


class TestTables:
    """A database file without a query is its tables, each a sheet."""

    def test_every_table_and_view_of_sqlite_is_a_sheet(self, lite):
        found = Read(lite)
        assert [grid.name for grid in found.opened.grids] == ["log", 'two "words"', "names"]
        assert found.cells == TEXT
        assert list(found.opened.grids[0].records.rows) == [1, 2, 3]
        assert found.opened.kind == "database"

    def test_every_table_of_duckdb_is_a_sheet(self, duck):
        found = Read(duck)
        assert [(grid.name, len(grid.records.cells)) for grid in found.opened.grids] == [
            ("log", 3), ("old.log", 2),
        ]  # fmt: skip
        assert found.cells == TEXT

    def test_which_one_is_asked_and_answered(self, lite):
        found = Read(lite)
        pick_sheets(found.opened, found.ledgers.of(), Answers())
        problem = found.found("several_sheets")
        assert (problem.level, problem.answers) == ("ASK", ("log", 'two "words"', "names"))
        assert [grid.name for grid in Read(lite, sheet="names").opened.grids] == ["names"]

    def test_bytes_are_written_as_digits_and_said(self, lite):
        found = Read(lite, sheet='two "words"')
        assert found.cells == [["a"], ["00ff"]]
        problem = found.found("binary_cells")
        assert (problem.level, problem.sheet, problem.column) == ("NOTE", 'two "words"', "a")

    def test_text_that_is_no_utf8_shows_where_it_was_lost(self, tmp_path):
        made = sqlite3.connect(tmp_path / "a.db")
        made.execute("CREATE TABLE t AS SELECT CAST(x'43e9' AS TEXT) AS a")
        made.commit()
        made.close()
        assert Read(tmp_path / "a.db").cells == [["a"], ["C\ufffd"]]

    def test_a_damaged_database_is_refused(self, lite, duck):
        for path in (lite, duck):
            data = bytearray(path.read_bytes())
            data[100:3000] = b"\x99" * 2900
            path.write_bytes(data)
            assert Read(path).stopped("database_unreadable").remedy

    def test_a_database_without_tables_is_refused(self, tmp_path):
        made = sqlite3.connect(tmp_path / "a.db")
        made.execute("PRAGMA user_version = 1")
        made.close()
        assert Read(tmp_path / "a.db").stopped("empty_workbook")

    def test_changes_that_wait_beside_it_are_said(self, lite):
        lite.with_name(f"{lite.name}-wal").write_bytes(b"x")
        assert Read(lite).found("unsaved_changes").message == (
            "'site.sqlite-wal' lies beside site.sqlite: its changes belong to the database and "
            "need to stay there."
        )

    def test_more_than_is_read_is_refused(self, lite, duck, monkeypatch):
        monkeypatch.setattr(fetched, "MOST_CELLS", 5)
        assert Read(lite).stopped("sheet_too_large")
        assert Read(duck).stopped("sheet_too_large")


class TestQueries:
    @pytest.fixture(params=["lite", "duck", "sqlite:///", "duckdb:///"])
    def address(self, request, lite, duck):
        files = {"lite": lite, "duck": duck}
        return files.get(request.param) or (
            f"{request.param}{lite if request.param.startswith('sqlite') else duck}"
        )

    def test_rows_come_as_text(self, address):
        found = Asked(address, "SELECT * FROM log ORDER BY id;")
        assert (found.cells, found.codes, found.opened.kind) == (TEXT, [], "database")

    def test_parameters_are_values_and_never_part_of_the_query(self, address):
        name = "$name" if "duck" in str(address) else ":name"
        query = f"SELECT id FROM log WHERE name = {name}"
        assert Asked(address, query, name="court_b").cells == [["id"], ["007"]]
        assert Asked(address, query, name="x' OR '1'='1").cells == [["id"]]

    def test_a_query_without_rows_has_its_columns(self, address):
        assert Asked(address, "SELECT id, n FROM log WHERE 1 = 0").cells == [["id", "n"]]

    def test_two_columns_of_one_name_are_both_there(self, address):
        assert Asked(address, "SELECT n, n FROM log WHERE n = 3").cells == [["n", "n"], ["3", "3"]]

    def test_with_and_comments_begin_a_query(self, address):
        query = "-- what\n/* we */ WITH a AS (SELECT 1 AS b) SELECT b FROM a"
        assert Asked(address, query).cells == [["b"], ["1"]]

    @pytest.mark.parametrize(
        "query",
        ["DROP TABLE log", "DELETE FROM log", "INSERT INTO log SELECT * FROM log",
         "CREATE TABLE x AS SELECT 1", "ATTACH '{tmp}/x.db' AS x", "PRAGMA user_version = 3",
         "SELECT 1; DROP TABLE log", "SELECT 1) AS x; DROP TABLE log; SELECT (1", "", "VACUUM",
         "COPY log TO '{tmp}/out.csv'", "EXPORT DATABASE '{tmp}/out'", "INSTALL httpfs",
         "SELECT load_extension('x')", "SET enable_external_access = true"],
    )  # fmt: skip
    def test_anything_but_one_select_is_refused(self, address, tmp_path, query):
        path = Path(str(address).removeprefix("sqlite:///").removeprefix("duckdb:///"))
        before = path.read_bytes(), sorted(tmp_path.iterdir())
        found = Asked(address, query.replace("{tmp}", str(tmp_path)))
        assert found.opened is None
        assert {problem.level for problem in found.problems} == {"STOP"}
        assert set(found.codes) <= {"query_refused", "query_failed"}
        assert (path.read_bytes(), sorted(tmp_path.iterdir())) == before

    @pytest.mark.parametrize(
        "query",
        ["SELECT * FROM read_csv('{tmp}/secret.csv')", "SELECT * FROM '{tmp}/secret.csv'",
         "SELECT * FROM read_text('{tmp}/secret.csv')", "SELECT * FROM glob('{tmp}/*')",
         "SELECT * FROM read_csv('https://a.example/a.csv')"],
    )  # fmt: skip
    def test_other_files_and_the_network_are_out_of_reach(self, duck, tmp_path, query):
        (tmp_path / "secret.csv").write_text("a\n1\n")
        found = Asked(duck, query.replace("{tmp}", str(tmp_path)))
        assert found.opened is None
        assert set(found.codes) <= {"query_refused", "query_failed"}

    def test_a_query_that_fails_says_why(self, lite):
        problem = Asked(lite, "SELECT x FROM log").stopped("query_failed")
        assert str(problem) == (
            "site.sqlite: The database could not answer the query: no such column: x. Correct the "
            "query; it is one SELECT over tables of this database. [query_failed]"
        )

    def test_a_query_without_end_is_ended(self, lite, duck, monkeypatch):
        monkeypatch.setattr(sqlite, "SECONDS", 0.2)
        monkeypatch.setattr(duck_source, "SECONDS", 0.2)
        begun = time.monotonic()
        endless = (
            "WITH RECURSIVE a(b) AS (SELECT 1 UNION ALL SELECT 1 - b FROM a) SELECT count(*) FROM a"
        )
        for path in (lite, duck):
            problem = Asked(path, endless).stopped("query_too_long")
            assert problem.message == "The query took longer than 0.2 seconds and was ended."
        assert time.monotonic() - begun < 20

    def test_a_file_that_is_no_database_is_refused(self, tmp_path):
        (tmp_path / "a.csv").write_text("a\n")
        assert Asked(tmp_path / "a.csv", "SELECT 1").stopped("database_unreadable")
        assert Asked(tmp_path, "SELECT 1").stopped("not_a_file")
        assert Asked(tmp_path / "gone.db", "SELECT 1").stopped("cannot_open")


class TestOtherDatabases:
    """Any address of SQLAlchemy; sqlite+pysqlite with options stands for all of them here."""

    def test_rows_come_as_text_and_nothing_is_kept(self, lite):
        address = f"sqlite+pysqlite:///file:{lite}?mode=rw&uri=true"
        from collabnet.data.sources import query

        ledger = Ledgers("db")
        grid = query._ask_sqlalchemy(address, "SELECT * FROM log", {}, ledger.of())
        assert grid.records.cells == TEXT
        refused = query._ask_sqlalchemy(address, "DELETE FROM log", {}, ledger.of())
        assert refused is None
        assert [problem.code for problem in ledger.of().problems] == ["query_refused"]
        assert Read(lite).cells == TEXT

    def test_parameters_are_values(self, lite):
        from collabnet.data.sources import query

        address = f"sqlite+pysqlite:///file:{lite}?mode=ro&uri=true"
        text = "SELECT id FROM log WHERE name = :name"
        grid = query._ask_sqlalchemy(address, text, {"name": "court_b"}, Ledgers("db").of())
        assert grid.records.cells == [["id"], ["007"]]

    def test_a_missing_package_is_named_with_its_command(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "sqlalchemy", None)
        problem = Asked("postgresql://a@localhost/db", "SELECT 1").stopped("package_missing")
        assert problem.message == "db needs the package SQLAlchemy, which is not installed."
        assert problem.remedy == 'Install it: pip install "collabnet[sql]".'

    def test_a_missing_driver_is_named_with_its_command(self):
        problem = Asked("postgresql+pg8000://a:s3cret@localhost/db", "SELECT 1").stopped(
            "package_missing"
        )
        assert "the driver pg8000" in problem.message
        assert "s3cret" not in str(problem)

    def test_an_address_of_nothing_is_refused_without_its_password(self):
        problem = Asked("klingon://a:s3cret@localhost/db", "SELECT 1").stopped(
            "database_unreadable"
        )
        assert "s3cret" not in str(problem)


class TestParquet:
    @pytest.fixture
    def make(self, tmp_path):
        def make(query, name="log.parquet"):
            path = tmp_path / name
            duckdb.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
            return path

        return make

    def test_every_kind_of_value_is_text(self, make):
        found = Read(make(
            "SELECT '007' AS id, 1234567890123456789 AS long, 0.1::REAL AS small, 3.0::DOUBLE AS d,"
            " 1e22::DOUBLE AS big, DATE '2024-03-05' AS day, TIMESTAMP '2024-03-05 00:00:00' AS t,"
            " TIMESTAMP '2024-03-05 10:30:00' AS u, true AS yes, NULL::VARCHAR AS none,"
            " 12.50::DECIMAL(9,2) AS money, ['a', 'b'] AS list"
        ))  # fmt: skip
        assert found.cells == [
            ["id", "long", "small", "d", "big", "day", "t", "u", "yes", "none", "money", "list"],
            ["007", "1234567890123456789", "0.1", "3", "10000000000000000000000", "2024-03-05",
             "2024-03-05", "2024-03-05T10:30:00", "TRUE", "", "12.50", "[a, b]"],
        ]  # fmt: skip
        assert (found.opened.kind, found.codes) == ("parquet", [])

    def test_a_name_with_signs_of_a_pattern_is_the_file_alone(self, make, tmp_path):
        make("SELECT 2 AS a", "b.parquet")
        (tmp_path / "year=2024").mkdir()
        path = make("SELECT 1 AS a", "year=2024/[b]*.parquet")
        assert Read(path).cells == [["a"], ["1"]]

    def test_a_parquet_file_called_csv_is_read_and_said(self, make):
        assert Read(make("SELECT 1 AS a", "a.csv")).codes == ["named_otherwise"]

    def test_a_truncated_or_damaged_one_is_refused(self, make, tmp_path):
        data = make("SELECT 1 AS a").read_bytes()
        read = reader(tmp_path)
        problem = read(data[:-9], "a.parquet").stopped("damaged_file")
        assert problem.message == (
            "a.parquet is a Parquet file that is cut off or damaged: its end is missing."
        )
        spoilt = data[:4] + b"\xff" * (len(data) - 8) + data[-4:]
        assert read(spoilt, "a.parquet").stopped("damaged_file")

    def test_a_file_that_claims_billions_of_rows_is_refused_before_it_is_read(self, make):
        path = make("SELECT 7 AS a FROM range(20_000_000)")
        assert path.stat().st_size < 1_000_000
        begun = time.monotonic()
        assert Read(path).stopped("sheet_too_large")
        assert time.monotonic() - begun < 20
