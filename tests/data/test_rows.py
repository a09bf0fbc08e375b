"""Which records of a file are rows of its table, and what becomes of the others."""

import pytest

from collabnet.model.errors import ChoiceNeededError, ReadingError
from data.small_site import HEADER, LOG, where

GOOD = "r1,2024-01-05,o1,court,program,i1", "r2,2024-02-06,o2,court,program,i1"


class TestEmptyFiles:
    def test_a_file_of_no_bytes_is_refused(self, site):
        problem = site.write("referrals.csv", "").found("empty_file")
        assert where(problem) == ("STOP", "referrals.csv", None, None, "", "")
        assert problem.message == "referrals.csv is an empty file."
        assert problem.remedy == "Export it again, or delete it."
        with pytest.raises(
            ReadingError, match=r"referrals\.csv is an empty file\. Export it again"
        ):
            site.load()

    @pytest.mark.parametrize(
        "data", [b"\n\n", b" \t ", b"\xff\xfe\n\x00", b"sep=;\n", b",,,\n,,,\n"]
    )
    def test_a_file_without_a_single_word_is_an_empty_file(self, site, data):
        assert site.write("referrals.csv", data).found("empty_file").level == "STOP"

    def test_a_header_without_rows_is_refused(self, site):
        problem = site.write("referrals.csv", HEADER).found("no_data_rows")
        assert (problem.level, problem.message) == ("STOP", "referrals.csv has no data rows.")
        assert problem.remedy == (
            "Fill it in, or delete the file: a table that is not there is not missed."
        )

    def test_one_row_is_read_and_called_small(self, site):
        problem = site.log(GOOD[0]).found("one_row")
        assert where(problem) == ("NOTE", "referrals.csv", 2, 2, "", "")
        assert len(site.load().referrals) == 1

    def test_the_last_line_needs_no_line_end(self, site):
        site.write("referrals.csv", LOG.rstrip("\n"))
        assert site.codes() == []
        assert len(site.load().referrals) == 3


class TestBlankLines:
    def test_blank_lines_at_the_end_are_skipped_and_counted(self, site):
        problem = site.write("referrals.csv", f"{LOG}\n\n\n").found("blank_lines")
        assert where(problem) == ("NOTE", "referrals.csv", 5, 5, "", "")
        assert problem.message == "Skipped 3 blank lines (at the end, rows 5, 6 and 7)."
        count = site.check().files[-1]
        assert (count.read, count.kept, count.rejected, count.skipped) == (6, 3, 0, 3)

    def test_row_numbers_count_blank_lines_inside(self, site):
        problem = site.log(GOOD[0], "", GOOD[1]).found("blank_lines")
        assert problem.message == "Skipped 1 blank line (inside, row 3)."
        assert list(site.load().referrals["row"]) == [2, 4]

    def test_a_row_of_delimiters_is_a_blank_line(self, site):
        assert site.log(GOOD[0], ",,,,,", GOOD[1]).codes() == ["blank_lines"]


class TestLength:
    def test_a_row_too_long_is_rejected_with_both_counts(self, site):
        problem = site.log(GOOD[0], f"{GOOD[1]},more,still more").found("row_too_long")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "", "")
        assert problem.message == "The row has 8 cells; the header has 6."
        assert problem.remedy.startswith("Put cells that hold the delimiter in double quotes")
        assert list(site.load().referrals["referral_id"]) == ["r1"]

    def test_a_row_too_short_is_rejected_and_never_filled_up(self, site):
        problem = site.log(GOOD[0], "r2,2024-02-06,o2,court").found("row_too_short")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "", "")
        assert problem.message == "The row has 4 cells; the header has 6."
        assert problem.remedy == "Add the missing cells; an empty one counts."

    def test_when_every_row_has_one_more_cell_the_file_is_refused(self, site):
        problem = site.log(*(f"x,{row}" for row in GOOD)).found("rows_longer_than_header")
        assert where(problem) == ("STOP", "referrals.csv", None, None, "", "")
        assert problem.message == "Every row has 7 cells; the header has 6."
        assert problem.remedy == "A column has no name: add it in its place in the first row."

    def test_a_delimiter_at_the_end_of_all_rows_is_left_out(self, site):
        rows = [f"{row}," for row in GOOD]
        for header in (f"{HEADER.strip()},\n", HEADER):
            problem = site.log(*rows, header=header).found("trailing_delimiter")
            assert problem.level == "NOTE"
            assert len(site.load().referrals) == 2

    def test_a_delimiter_at_the_end_of_one_row_may_hide_a_shift(self, site):
        site.log(GOOD[0], "r2,2024-02-06,Hall, Ann,court,program,")
        assert site.codes() == ["row_too_long"]

    def test_a_file_of_which_no_row_fits_is_refused(self, site):
        problem = site.log("r1", "r2").found("no_rows_kept")
        assert problem.message == "None of the 2 rows of referrals.csv can be used."
        assert problem.remedy == "The problems listed for the rows say why."
        count = site.check().files[-1]
        assert (count.read, count.kept, count.rejected) == (2, 0, 2)

    def test_where_many_rows_do_not_fit_the_delimiter_is_the_likely_cause(self, site):
        problem = site.log(*(f"r{n}" for n in range(5))).found("no_rows_kept")
        assert problem.remedy == (
            "The problems listed for the rows say why; a wrong delimiter or column order is likely."
        )


class TestQuotes:
    def test_a_quoted_cell_may_hold_lines_and_rows_are_counted_by_record(self, site):
        site.log('"r\n1",2024-01-05,o1,court,program,i1', "r2,2024-02-06,o2,court", GOOD[1])
        problem = site.found("row_too_short")
        assert (problem.row, problem.line) == (3, 4)
        log = site.load().referrals
        assert list(zip(log["referral_id"], log["row"], strict=True)) == [("r\n1", 2), ("r2", 4)]

    def test_an_unclosed_quote_is_refused_with_the_line_that_opens_it(self, site):
        problem = site.log(GOOD[0], 'r2,2024-02-06,"o2,court,program,i1').found("unclosed_quote")
        assert where(problem) == ("STOP", "referrals.csv", None, 3, "", "")
        assert problem.message == (
            "A double quote opened in line 3 of referrals.csv is not closed where it should be."
        )
        assert problem.remedy.startswith("Close it or remove it in that line")

    def test_a_quote_that_runs_into_the_next_one_is_an_unclosed_quote(self, site):
        site.log('"r1,2024-01-05,o1,court,program,i1', '"r2",2024-02-06,o2,court,program,i1')
        assert site.found("unclosed_quote").line == 2

    @pytest.mark.parametrize("cell", ['r"2', '"r"2', ' "r2"'])
    def test_a_stray_quote_rejects_its_row(self, site, cell):
        problem = site.log(GOOD[0], f"{cell},2024-02-06,o2,court,program,i1").found("stray_quote")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "", "")
        assert problem.remedy.startswith("Put the whole cell in double quotes")

    def test_quotes_behind_backslashes_are_asked_about(self, site):
        site.log(GOOD[0], '"the \\"new\\" one",2024-02-06,o2,court,program,i1')
        problem = site.found("backslash_quotes")
        assert where(problem) == ("ASK", "referrals.csv", 3, 3, "", "")
        assert problem.message == 'Line 3 writes a double quote as \\", in 1 row.'
        assert "--reading escape=backslash or --reading escape=none" in problem.remedy
        with pytest.raises(ChoiceNeededError, match="escape=backslash"):
            site.load()
        kept = site.load(escape="backslash").referrals
        assert list(kept["referral_id"]) == ["r1", 'the "new" one']
        assert site.codes(escape="none") == ["stray_quote"]

    def test_a_quote_behind_a_backslash_at_the_end_of_a_cell(self, site):
        """\\"" is not a quote written twice when it ends the cell."""
        site.log(GOOD[0], '"say \\"x\\"",2024-02-06,o2,court,program,i1', *GOOD[1:])
        assert site.found("backslash_quotes").row == 3
        kept = site.load(escape="backslash").referrals
        assert list(kept["referral_id"]) == ["r1", 'say "x"', "r2"]


class TestLineEnds:
    @pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
    def test_every_line_end_is_read(self, site, end):
        site.write("referrals.csv", LOG.replace("\n", end))
        assert site.codes() == []
        assert list(site.load().referrals["row"]) == [2, 3, 4]

    def test_mixed_line_ends_are_read_and_said(self, site):
        problem = site.write("referrals.csv", LOG.replace("\n", "\r\n", 2)).found("mixed_line_ends")
        assert problem.message == "Lines of referrals.csv end in more than one way (CRLF, LF)."
        assert len(site.load().referrals) == 3

    def test_a_line_end_inside_quotes_is_no_mixture(self, site):
        text = LOG.replace("\n", "\r\n").replace("r2,", '"r\n2",')
        assert site.write("referrals.csv", text).codes() == []


class TestTotalsAndNotes:
    @pytest.mark.parametrize(
        "row", ["Total,,,,,3", "TOTAL: 3,,,,,", "Grand total,,,,,3", "Total,3"]
    )
    def test_a_total_is_asked_about_and_never_becomes_a_row(self, site, row):
        problem = site.log(*GOOD, row).found("total_row")
        assert where(problem) == ("ASK", "referrals.csv", 4, 4, "", "")
        assert problem.message == "Row 4 looks like a total."
        assert "--reading total_rows=drop or --reading total_rows=keep" in problem.remedy
        assert len(site.load(total_rows="drop").referrals) == 2
        assert site.found("total_row_dropped", total_rows="drop").row == 4

    def test_an_agency_called_total_can_be_kept(self, site):
        site.write("agencies.csv", "agency_id\ncourt\nprogram\nshelter\ntotal\n")
        assert site.codes() == ["total_row"]
        assert "total" in list(site.load(total_rows="keep").agencies["agency_id"])

    @pytest.mark.parametrize("row", ["* as of March 2024,,,,,", "Source: county court"])
    def test_a_line_of_text_below_the_data_is_rejected(self, site, row):
        problem = site.log(*GOOD, row).found("footnote")
        assert (problem.level, problem.row, problem.line) == ("ROW", 4, 4)
        assert problem.remedy == "Delete the line, or move it to another file."
        assert len(site.load().referrals) == 2

    def test_an_agency_of_which_only_the_id_is_known_is_no_note(self, site):
        site.write(
            "agencies.csv", "agency_id,name\ncourt,Court\nprogram,P\nshelter,S\nsafe place,\n"
        )
        assert site.codes() == ["blank_name"]

    def test_a_second_table_with_columns_of_its_own_is_asked_about_too(self, site):
        """A log has a day in each row: after a blank line, words alone begin another table."""
        site.log("r1,2023-01-05,o1,court,program,i1", "", "name,city,state,,,", "A,B,C,,,")
        assert site.found("second_table").row == 4
        assert site.check().is_refused

    def test_a_second_table_is_asked_about(self, site):
        site.log(*GOOD, "", "agency_id,name,sector,,,", "court,Court,,,,")
        problem = site.found("second_table")
        assert where(problem) == ("ASK", "referrals.csv", 5, 5, "", "")
        assert problem.message == "Row 5 looks like the header of a second table."
        assert len(site.load(second_table="leave_out").referrals) == 2
        said = site.found("second_table_skipped", second_table="leave_out")
        assert said.message == "Skipped 2 rows from row 5 on, as second_table says."
        count = site.check(second_table="leave_out").files[-1]
        assert (count.read, count.kept, count.rejected, count.skipped) == (5, 2, 0, 3)

    def test_a_repeated_header_can_be_skipped_alone(self, site):
        site.log(*GOOD, HEADER.strip(), GOOD[1].replace("r2", "r3"))
        assert site.codes() == ["second_table"]
        assert len(site.load(second_table="continue").referrals) == 3


class TestLargeLogs:
    def test_a_log_of_more_rows_than_are_read_in_a_moment_is_told_of_the_other_command(
        self, site, monkeypatch
    ):
        monkeypatch.setattr("collabnet.data.table.LARGE_LOG", 2)
        problem = site.found("large_log")
        assert (problem.level, problem.message) == (
            "NOTE",
            "referrals.csv has 3 rows: reading them takes minutes.",
        )
        assert problem.remedy == (
            "For its pathways alone, collabnet count FILE is faster and needs little memory."
        )
