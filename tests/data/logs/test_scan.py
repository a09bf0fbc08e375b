"""The second count: bytes tell records, and call the same ones bad."""

import csv
import io
import random

from collabnet.data.issues import Ledger
from collabnet.data.logs.job import Job
from collabnet.data.logs.scan import scan_csv
from collabnet.data.records import split_records


def scanned(tmp_path, text, width=3, skip=1):
    path = tmp_path / "log.csv"
    path.write_bytes(text.encode())
    return scan_csv(path, ",", width, skip, Ledger("log.csv"), Job())


class TestScan:
    def test_records_are_counted_through_pieces(self, tmp_path):
        """Quoted delimiters, doubled quotes and newlines, in more text than one piece."""
        draw = random.Random(5)
        cells = ["plain", "a,b", 'say "so"', "two\nlines", "", "é", ' "x', '""']
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["a", "b", "c"])
        writer.writerows([draw.choices(cells, k=3) for _ in range(60_000)])
        found = scanned(tmp_path, out.getvalue())
        assert found.n_records == 60_001
        assert found.is_plain
        assert found.n_whole == 60_001
        assert found.n_lines == out.getvalue().count("\n")

    def test_rows_of_the_wrong_length_have_their_row_and_line(self, tmp_path):
        """One too short and one too long in a piece make the sum fit: DuckDB's count won't."""
        good = '1,"two\nlines",3\n' * 20_000
        found = scanned(tmp_path, f"a,b,c\n{good}1,2\n{good}1,2,3,4\n")
        assert found.wrong_length == [(20_002, 40_002, 2), (40_003, 80_003, 4)]

    def test_blank_rows(self, tmp_path):
        """A row of blank cells is a row to DuckDB; it is told from others later."""
        found = scanned(tmp_path, "a,b,c\n1,2,3\n\n , ,\n   \n1,2,3\n")
        assert (found.n_records, found.n_blank, found.n_whole) == (6, 2, 4)

    def test_what_duckdb_would_read_otherwise_is_not_plain(self, tmp_path):
        for row in ('1,a"b,3', '1,"a"b,3', '1, "a",3', "1,2,3,", "1,2\r,3", '1,"a'):
            text = "a,b,c\n" + "1,2,3\n" * 100 + row + "\n"
            assert not scanned(tmp_path, text).is_plain, row

    def test_quotes_that_compensate_each_other_are_seen(self, tmp_path):
        """Random delimiters, quotes and line ends: plain only if the reader finds no flaw."""
        draw = random.Random(7)
        for _ in range(1500):
            body = "".join(draw.choices('a,"\n', weights=[5, 4, 3, 2], k=draw.randint(1, 24)))
            text = f"h,h,h\n{body}\n"
            path = tmp_path / "log.csv"
            path.write_bytes(text.encode())
            ledger = Ledger("log.csv")
            found = scan_csv(path, ",", 3, 0, ledger, Job())
            records = split_records(text, ",")
            if found is not None and found.is_plain:
                assert records.unclosed is None
                assert not records.flaws
                assert found.n_records == len(records.cells), text
