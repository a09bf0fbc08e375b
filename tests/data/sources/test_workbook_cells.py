"""Cells of .xlsx workbooks: text exactly as it is stored, rows as a person sees them."""

import io
from datetime import date, datetime

import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.issues import Ledger
from collabnet.data.sources.archive import open_archive
from collabnet.data.sources.xlsx import read_xlsx
from data.sources.made_books import book, number, parts, reader, row, sheet, styles, text, zipped


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


def cell(read, content, **others):
    """The text of the only cell."""
    return read(book(row(1, content), **others)).cells[0][0]


class TestTexts:
    @pytest.mark.parametrize(
        "word", ["007", "NA", "None", "null", "N/A", "TRUE", "1E5", "-", "  b ", "=1+1", "+1 (x)",
                 "1234567890123456789", "2024-03-05", "🙂 שלום", "a&amp;b&lt;c"]
    )  # fmt: skip
    def test_a_text_stays_as_it_is(self, read, word):
        plain = word.replace("&amp;", "&").replace("&lt;", "<")
        assert cell(read, text("A1", word)) == plain
        shared = f'<si><t xml:space="preserve">{word}</t></si>'
        assert cell(read, '<c r="A1" t="s"><v>0</v></c>', strings=shared) == plain

    def test_the_runs_of_a_text_are_joined_without_their_reading_aid(self, read):
        strings = "<si><r><t>court</t></r><r><rPr><b/></rPr><t>_b</t></r><rPh><t>KO</t></rPh></si>"
        assert cell(read, '<c r="A1" t="s"><v>0</v></c>', strings=strings) == "court_b"

    def test_escaped_characters_are_those_that_are_meant(self, read):
        assert cell(read, text("A1", "a_x000D_b_x005F_x000D_")) == "a\rb_x000D_"

    def test_a_text_that_is_nowhere_is_blank(self, read):
        assert read(book(row(1, '<c r="A1" t="s"><v>7</v></c>', text("B1", "b")))).cells == [
            ["", "b"]
        ]

    def test_an_apostrophe_that_guards_a_formula_is_taken_off(self, read):
        words = ["'=1+1", "''=1+1", "'t Huis", "'"]
        rows = [row(i, text(f"A{i}", word)) for i, word in enumerate(words, 1)]
        assert [cells[0] for cells in read(book(*rows)).cells] == ["=1+1", "'=1+1", "'t Huis", "'"]


class TestNumbers:
    @pytest.mark.parametrize(
        ("raw", "meant"),
        [
            ("3", "3"), ("3.0", "3"), ("1234567890123456789", "1234567890123456789"),
            ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.3"), ("-2.50", "-2.5"),
            ("1E5", "100000"), ("1.23456789012345E+18", "1234567890123450000"),
            ("1.0000000000000001E-5", "0.00001"), ("1e300", "1e+300"),
        ],
    )  # fmt: skip
    def test_a_number_has_neither_noise_nor_a_needless_point(self, read, raw, meant):
        assert cell(read, number("A1", raw)) == meant

    @pytest.mark.parametrize(("raw", "meant"), [("1", "TRUE"), ("0", "FALSE")])
    def test_yes_and_no_are_words(self, read, raw, meant):
        assert cell(read, f'<c r="A1" t="b"><v>{raw}</v></c>') == meant


class TestDays:
    @pytest.mark.parametrize(
        ("raw", "code", "meant"),
        [
            ("45356", "yyyy-mm-dd", "2024-03-05"),
            ("45356", "[$-409]d/mmm/yy;@", "2024-03-05"),
            ("45356.4375", "dd.mm.yyyy hh:mm", "2024-03-05T10:30:00"),
            ("45356.999999999", "dd.mm.yyyy hh:mm", "2024-03-06"),
            ("0.4375", "h:mm AM/PM", "10:30:00"),
            ("1.5", "[h]:mm", "36:00:00"),
            ("59", "d/m/yyyy", "1900-02-28"),
            ("60", "d/m/yyyy", "1900-02-29"),
            ("61", "d/m/yyyy", "1900-03-01"),
            ("0", "d/m/yyyy", "1900-01-00"),
            ("-1", "d/m/yyyy", "-1"),
            ("9999999", "d/m/yyyy", "9999999"),
            ("45356", "0.00", "45356"),
            ("45356", '0 "days"', "45356"),
            ("45356", "[Red]0", "45356"),
            ("45356", "General", "45356"),
        ],
    )
    def test_a_day_is_written_in_iso_form_where_the_cell_shows_one(self, read, raw, code, meant):
        code = code.replace('"', "&quot;")
        assert cell(read, number("A1", raw, 1), styles=styles(code)) == meant

    def test_a_built_in_format_needs_no_code(self, read):
        plain = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        assert cell(read, number("A1", "45356", 1), styles=plain) == "2024-03-05"

    @pytest.mark.parametrize("flag", ["1", "true"])
    def test_the_calendar_of_1904_is_read_right(self, read, flag):
        found = cell(
            read,
            number("A1", "43894", 1),
            styles=styles("yyyy-mm-dd"),
            properties=f'<workbookPr date1904="{flag}"/>',
        )
        assert found == "2024-03-05"

    def test_a_day_that_is_stored_as_text_of_its_own_kind_is_read(self, read):
        assert cell(read, '<c r="A1" t="d"><v>2024-03-05T00:00:00</v></c>') == "2024-03-05"


class TestRows:
    def test_rows_keep_the_numbers_that_a_person_sees(self, read):
        grid = read(book(row(3, text("B3", "date")), row(6, text("C6", "x")))).opened.grids[0]
        assert list(grid.records.rows) == [1, 2, 3, 4, 5, 6]
        assert grid.records.cells[2] == ["", "date", ""]
        assert grid.records.cells[5] == ["", "", "x"]
        assert grid.name == "Log"

    def test_rows_and_cells_without_names_follow_each_other(self, read):
        first = '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row>'
        bare = f"{first}<row><c><v>2</v></c></row>"
        assert read(book(bare)).cells == [["a", "1"], ["2", ""]]

    def test_names_with_prefixes_are_read(self, read):
        prefixed = (
            sheet(row(1, number("A1", "5")))
            .replace("<", "<x:")
            .replace("<x:/", "</x:")
            .replace("<x:?", "<?")
            .replace("xmlns=", "xmlns:x=")
        )
        assert read(zipped(parts({"Log": prefixed}))).cells == [["5"]]

    def test_a_cell_outside_of_a_sheet_is_no_cell(self, read):
        rows = row(1, number("A1", "5"), number("XFE1", "6")), row(9999999, number("A9999999", "7"))
        assert read(book(*rows)).cells[0][0] == "5"


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)
VALUES = st.one_of(
    WORDS.filter(lambda word: not word.startswith("'") and "_x" not in word),
    st.integers(-(10**14), 10**14),
    st.booleans(),
    st.floats(0.001, 1e9).map(lambda value: float(f"{value:.12g}")),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["007", "NA", "=1+1", "1E5", '"q"', "a\nb", "a,b", "שלום", "🙂"]),
)


class TestAnotherReader:
    """calamine, which is not ours, reads the same from workbooks that XlsxWriter made."""

    @given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=6))
    @settings(max_examples=60, deadline=None)
    def test_both_read_the_same_cells(self, rows):
        out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(out, options) as made:
            page = made.add_worksheet("Log")
            day = made.add_format({"num_format": "yyyy-mm-dd"})
            for i, values in enumerate(rows):
                for j, value in enumerate(values):
                    if isinstance(value, date):
                        page.write_datetime(i, j, datetime.combine(value, datetime.min.time()), day)
                    elif isinstance(value, str):
                        page.write_string(i, j, value)
                    else:
                        page.write(i, j, value)
        ledger = Ledger("log.xlsx")
        archive = open_archive(out.getvalue(), "an archive", ledger)
        (ours,) = read_xlsx(archive, ledger)
        theirs = python_calamine.load_workbook(io.BytesIO(out.getvalue())).get_sheet_by_index(0)
        seen = {
            (i + 1, j): said(value)
            for i, values in enumerate(theirs.to_python(skip_empty_area=False))
            for j, value in enumerate(values)
            if value != ""
        }
        assert {
            (i, j): word for i, words in ours.rows.items() for j, word in enumerate(words) if word
        } == seen


def said(value):
    """What a value of calamine is called here."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return (
            format(value, ".15g") if value != int(value) or abs(value) >= 1e15 else str(int(value))
        )
    return value.isoformat()[:10] if isinstance(value, date) else str(value)
