"""A log that is counted gives what a log that is loaded gives, row by row."""

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabnet.data.importing.sources import read_sources
from collabnet.data.logs import count_pathways
from collabnet.data.options import Answers
from collabnet.model.errors import ChoiceNeededError, ReadingError
from data.logs.logs_made import (
    HEADER,
    TODAY,
    as_csv,
    assert_same,
    counted,
    expected,
    made_rows,
)

QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def count(path, data, **options):
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return count_pathways(path, today=TODAY, **options)


class TestFiveThousandRows:
    """5,000 random rows: blanks, odd names, quoted newlines, days that are none."""

    @pytest.mark.parametrize("odd", [0, 0.1])
    @pytest.mark.parametrize("seed", [1, 2])
    def test_they_are_counted_as_they_are_loaded(self, tmp_path, seed, odd):
        text = as_csv(made_rows(5000, seed, odd))
        counts = count(tmp_path / "log.csv", text)
        assert_same(counts, text.encode())

    @pytest.mark.parametrize(
        "style",
        [
            {"lineterminator": "\r\n"},
            {"lineterminator": "\r"},
            {"delimiter": ";"},
            {"delimiter": "\t"},
            {"quoting": 1},
        ],
        ids=str,
    )
    def test_however_they_are_written(self, tmp_path, style):
        text = as_csv(made_rows(1000, 3), **style)
        assert_same(count(tmp_path / "log.csv", text), text.encode())

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_in_other_encodings(self, tmp_path, encoding):
        data = as_csv(made_rows(500, 4)).encode(encoding)
        assert_same(count(tmp_path / "log.csv", data), data)

    def test_from_parquet(self, tmp_path):
        rows = made_rows(5000, 5)
        data = as_csv(rows).encode()
        (tmp_path / "log.csv").write_bytes(data)
        with duckdb.connect() as base:
            base.execute(
                "COPY (SELECT * FROM read_csv($path, all_varchar = true, header = true, "
                "delim = ',', quote = '\"', escape = '\"')) TO "
                f"'{tmp_path / 'log.parquet'}' (FORMAT parquet)",
                {"path": str(tmp_path / "log.csv")},
            )
        from_csv = counted(count_pathways(tmp_path / "log.csv", today=TODAY))
        parquet = count_pathways(tmp_path / "log.parquet", today=TODAY)
        found = counted(parquet)
        assert found[:3] == from_csv[:3]
        assert found[4] == from_csv[4]
        assert [row for row, _ in from_csv[3]][:999] == [row for row, _ in found[3]][:999]

    def test_a_row_of_parquet_is_called_as_an_import_calls_it(self, tmp_path):
        """The first record is row 2: the names of the columns are row 1."""
        path = tmp_path / "log.parquet"
        with duckdb.connect() as base:
            base.execute(
                "COPY (SELECT * FROM (VALUES ('2024-01-05', 'court_b', 'shelter'), "
                "('2024-13-05', 'court_b', 'shelter'), ('2024-01-06', 'court_b', 'shelter')) "
                f"AS log(date, from_agency, to_agency)) TO '{path}' (FORMAT parquet)"
            )
        (source,) = read_sources([path], lambda _: Answers(), TODAY)
        imported = [problem.row for problem in source.problems if problem.level == "ROW"]
        assert [row for row, _ in counted(count_pathways(path, today=TODAY))[3]] == imported == [3]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "2024-01-05,officer_b1,court_b,program,legal,made,x",
                "2024-01-06,,court_b,program,,,",
                '"2024-01-07",officer_b2,"court_b",program,"a ""b"" c",,',
                "2024-01-08,officer_b1,court_b,program,legal,made",
                "2024-01-09,officer_b1,court_b,program,legal,made,x,",
                "2024-01-10,officer_b1,court_b,program,legal,made,x,y",
                '2024-01-11,officer "b1",court_b,program,legal,made,x',
                '2024-01-12, "officer_b1",court_b,program,legal,made,x',
                '2024-01-13,"officer_b1" ,court_b,program,legal,made,x',
                '2024-01-14,"of\nficer",court_b,program,"le,gal",made,"x\r\ny"',
                '2024-01-15,"officer_b1"x,court_b,program,legal,made,x',
                ",,,,,,",
                "",
                "   ",
                "  ,,,,,, ",
                "2024-01-16,\x00,court_b,program,legal,made,x",
                "2024-01-17,officer_b1,,program,legal,made,x",
                "2024-01-18,officer_b1,court_b,program,legal,made,x\r",
                "2024-01-19,Ж" + "x" * 1001 + ",court_b,program,legal,made,x",
            ]
        ),
        st.text(alphabet=',"\n\r ab2024-01', max_size=12),
    ),
    max_size=25,
)


class TestAnyLines:
    @QUICK
    @given(LINES, st.sampled_from(["\n", "\r\n"]))
    def test_no_line_is_lost_or_read_otherwise(self, tmp_path, lines, end):
        """Ragged rows, stray quotes, blank lines: all as the reader of our own tables has them."""
        text = ",".join(HEADER) + end + "".join(line + end for line in lines)
        try:
            counts = count(tmp_path / "log.csv", text)
        except (ChoiceNeededError, ReadingError) as error:
            assert "Traceback" not in str(error)
            return
        assert counts.n_read == counts.n_counted + counts.n_rejected + counts.n_skipped
        # A large log isn't looked through for a second table below a blank line.
        found, wanted = counted(counts), expected(text.encode(), second_table="keep")
        assert found[4][:2] == wanted[4][:2]
        assert found[:3] == wanted[:3]
