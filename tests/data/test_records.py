"""Records: the quick reader equals a slow one, letter by letter, and Python's own on clean text."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from collabnet.data.records import split_records

LETTERS = st.text(alphabet='a,"\n\r \\', max_size=40)
CELLS = st.text(alphabet='ab,;"\n\r \\é', max_size=8)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6)


def slow(text):
    """The records, lines, positions of flawed records and unclosed line of CSV text.

    One state for each letter: at the start of a cell, in a plain or quoted one, or behind a quote.
    """
    records, lines, flawed = [], [], set()
    cells, cell, state = [], "", "start"
    line = begun = opened = 1
    is_bad = False

    def close_record():
        nonlocal cells, cell, state, is_bad, begun
        records.append([*cells, cell])
        lines.append(begun)
        if is_bad:
            flawed.add(len(records) - 1)
        cells, cell, state, is_bad = [], "", "start", False

    at = 0
    spaces = ""
    while at < len(text):
        letter = text[at]
        end = "\r\n" if text.startswith("\r\n", at) else letter if letter in "\r\n" else ""
        if state == "quoted":
            if letter == '"' and text.startswith('""', at):
                cell += '"'
                at += 2
                continue
            if letter == '"':
                state, spaces = "behind", ""
            else:
                cell += end or letter
                line += bool(end)
                at += len(end or letter)
                continue
        elif end:
            if state == "behind" and spaces.strip():
                if line > opened:
                    return records, lines, flawed, opened
                cell, is_bad = cell + spaces, True
            close_record()
            line += 1
            begun = line
            at += len(end)
            continue
        elif letter == ",":
            if state == "behind" and spaces.strip():
                if line > opened:
                    return records, lines, flawed, opened
                cell, is_bad = cell + spaces, True
            cells, cell, state = [*cells, cell], "", "start"
        elif state == "start" and letter == '"':
            state, opened = "quoted", line
        elif state == "behind":
            spaces += letter
        else:
            state = "plain"
            is_bad = is_bad or letter == '"'
            cell += letter
        at += 1
    if state == "quoted":
        return records, lines, flawed, opened
    if state == "behind" and spaces.strip():
        if line > opened:
            return records, lines, flawed, opened
        cell, is_bad = cell + spaces, True
    if (text and text[-1] not in "\r\n") or state == "behind":
        close_record()
    return records, lines, flawed, None


class TestSplitRecords:
    @given(LETTERS)
    def test_it_equals_a_reader_that_goes_letter_by_letter(self, text):
        records, lines, flawed, unclosed = slow(text)
        fast = split_records(text, ",", escape="none")
        assert fast.unclosed == unclosed
        if unclosed is None:
            assert fast.cells == records
            assert fast.lines == lines
            assert set(fast.flaws) == flawed

    @given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]))
    def test_what_a_writer_writes_comes_back(self, table, delimiter, end):
        made = io.StringIO(newline="")
        csv.writer(made, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
            table
        )
        read = split_records(made.getvalue(), delimiter, escape="none")
        assert (read.cells, read.flaws, read.unclosed) == (table, {}, None)

    @given(st.lists(st.lists(st.text("ab ;é", max_size=5), min_size=1, max_size=4), max_size=6))
    def test_text_without_quotes_is_read_as_python_reads_it(self, table):
        text = "".join(",".join(row) + "\n" for row in table)
        python = [row or [""] for row in csv.reader(io.StringIO(text))]
        assert split_records(text, ",").cells == python

    @given(LETTERS)
    def test_no_letter_is_lost_outside_quotes(self, text):
        plain = text.replace('"', "")
        read = split_records(plain, ",")
        assert sum(len(cell) for record in read.cells for cell in record) == sum(
            letter not in ",\r\n" for letter in plain
        )

    @given(LETTERS)
    def test_every_way_of_escaping_ends(self, text):
        for escape in ("", "backslash", "none"):
            read = split_records(text, ",", escape=escape)
            assert len(read.cells) == len(read.lines) == len(read.rows) or read.unclosed

    def test_a_quoted_cell_may_be_empty_at_the_end_of_the_text(self):
        assert split_records('a,""', ",").cells == [["a", ""]]
        assert split_records('""', ",").cells == [[""]]
