"""Months instead of days, months as headings, one tab a month."""

from datetime import date

import pytest

from collabnet.data.hand_kept import Months, stack_tabs
from collabnet.data.hand_kept.months import Month, read_day_of, read_month, with_years
from collabnet.data.issues import Ledger
from collabnet.data.options import OPTIONS, parse_answer
from collabnet.data.records import Records
from collabnet.data.sources.opened import Grid
from data.hand_kept.kept_log import KeptLog, answers_of
from data.small_site import where

REST = "Officer B1,Court,Shelter,"


def grid(name, *, is_hidden=False):
    return Grid(name, Records(",", [["date"], ["2024-01-05"]], [1, 2], [1, 2]), is_hidden)


class TestMonthOnly:
    @pytest.mark.parametrize(
        "cell", ["Mar 24", "2024-03", "March 2024", "03/2024", "Mar-24", "March '24", "Mar24"]
    )
    def test_a_month_is_read_as_its_first_day_and_said(self, cell):
        log = KeptLog(f"2024-02-05,{REST}", f"{cell},{REST}")
        assert log.column("date") == ["2024-02-05", "2024-03-01"]
        assert log.column("date_precision") == ["day", "month"]
        assert log.column("date_as_written") == ["", cell]
        problem = log.found("month_only")
        assert where(problem) == ("NOTE", "log.xlsx", 3, 3, "date", cell)
        assert problem.message == (
            f"1 date in date with the month only, such as '{cell}'; the first of the month stands "
            "for it, and date_precision says so."
        )
        assert list(log.read().kept["on"].dt.date) == [date(2024, 2, 5), date(2024, 3, 1)]

    def test_days_without_a_year_are_no_months(self):
        """Beside Mar 5 and Mar 31, Mar 24 is a day: its year isn't written."""
        log = KeptLog(f"Mar 5,{REST}", f"Mar 24,{REST}", f"Mar 31,{REST}")
        assert log.codes == []
        assert log.read().ledger.rejected == {1, 2, 3}

    @pytest.mark.parametrize("cell", ["2024-03-01", "Marc 24", "Mar 1700", "13/2024", "Maria"])
    def test_what_is_a_day_or_no_month_is_left_to_the_rules_of_days(self, cell):
        assert "month_only" not in KeptLog(f"{cell},{REST}").codes


class TestHeadings:
    ROWS = ("March 2024", f"5,{REST}", f",{REST}", "April", f"4/9,{REST}", f"2024-04-10,{REST}")

    def test_months_in_rows_of_their_own_are_asked_about(self):
        log = KeptLog(*self.ROWS)
        problem = log.found("month_heading")
        assert where(problem) == ("ASK", "log.xlsx", 2, 2, "", "March 2024")
        assert problem.message == (
            "2 rows hold a month and nothing else (rows 2 and 5), such as 'March 2024'."
        )
        assert problem.remedy.startswith(
            "Do the rows below belong to that month (use), or is the heading to be left out "
            "(leave_out)? Say --reading month_headings=use or"
        )

    def test_rows_below_get_the_month(self):
        log = KeptLog(*self.ROWS, month_headings="use")
        assert log.column("date") == ["2024-03-05", "2024-03-01", "2024-04-09", "2024-04-10"]
        assert log.column("date_precision") == ["day", "month", "day", "day"]
        assert log.codes == ["month_heading_used", "month_only", "day_completed"]
        assert log.found("day_completed").message == (
            "2 dates in date such as '5' got month and year from above."
        )
        assert log.draft.at == [2, 3, 5, 6]
        assert log.ledger.skipped == {1, 4}

    def test_a_row_without_a_day_below_a_heading_is_no_second_table(self):
        log = KeptLog("March 2024", ",Ann,Court,Shelter,", month_headings="use")
        assert log.column("date") == ["2024-03-01"]
        assert log.codes == ["month_heading_used", "month_only"]

    def test_headings_can_be_left_out(self):
        log = KeptLog("March 2024", f"2024-04-10,{REST}", month_headings="leave_out")
        assert log.column("date") == ["2024-04-10"]
        assert log.found("month_heading_left_out").message == (
            "Skipped 1 row with a month and nothing else (row 2), as month_headings says."
        )

    def test_a_year_that_is_needed_and_not_written_is_asked_about(self):
        rows = ("November", f"5,{REST}", "January", f"6,{REST}")
        problem = KeptLog(*rows).found("month_without_year")
        assert where(problem) == ("ASK", "log.xlsx", 3, 3, "date", "5")
        assert problem.message == (
            "Row 3 says only '5' in date; it stands below 'November', and 1 more row is like it."
        )
        assert problem.remedy == (
            "Which year is that November of? Later months follow it. Say --reading year=YYYY, or "
            "year = YYYY under [reading] in coalition.toml."
        )
        log = KeptLog(*rows, month_headings="use", year="2023")
        assert log.column("date") == ["2023-11-05", "2024-01-06"]

    def test_a_row_without_a_date_is_named_with_the_month_above_it(self):
        problem = KeptLog("March", f",{REST}").found("month_without_year")
        assert problem.message == "Row 3 has no date; it stands below 'March'."
        assert problem.remedy.startswith("Which year is that March of? Later months follow it.")

    def test_it_is_the_first_month_whose_year_is_asked(self):
        problem = KeptLog("November", "January", f",{REST}").found("month_without_year")
        assert problem.message == "Row 4 has no date; it stands below 'January'."
        assert problem.remedy.startswith("Which year is the first month, November, of?")

    def test_headings_on_a_tab_are_of_the_year_of_the_tab(self):
        tab = Months(Month(2024, 1), first=Month(2023, 11))
        log = KeptLog("January", f"5,{REST}", of_sheet=tab, month_headings="use", year="2023")
        assert log.column("date") == ["2024-01-05"]

    @pytest.mark.parametrize("year", ["1", "0", "1949", "2101", "24", "20240", "x"])
    def test_a_year_is_one_of_our_time(self, year):
        assert parse_answer(OPTIONS["year"], year) is None
        assert OPTIONS["year"].needed == "a year from 1950 to 2100, such as 2024"

    @pytest.mark.parametrize("year", ["1950", " 2024 ", 2100])
    def test_years_of_our_time_are_taken(self, year):
        assert parse_answer(OPTIONS["year"], year) == int(year)

    def test_nobody_is_asked_for_a_year_that_no_date_needs(self):
        log = KeptLog("November", f"2023-11-05,{REST}", month_headings="use")
        assert log.codes == ["month_heading_used"]

    def test_years_run_on_over_new_year(self):
        months = [Month(0, 11), Month(0, 12), Month(2024, 1), Month(0, 2)]
        assert with_years(months) == [
            Month(2023, 11), Month(2023, 12), Month(2024, 1), Month(2024, 2),
        ]  # fmt: skip


class TestTabs:
    def test_sheets_called_after_months_are_asked_about(self):
        ledger = Ledger("log.xlsx")
        tabs = stack_tabs([grid("Key"), grid("Jan 2024"), grid("Feb")], ledger, answers_of())
        problem = ledger.problems[0]
        assert (problem.code, problem.level) == ("month_tabs", "ASK")
        assert problem.message == (
            "2 sheets are called after months: 'Jan 2024' and 'Feb'; not read: Key."
        )
        assert "--reading tabs=stack or --reading tabs=one" in problem.remedy
        assert [(one.name, months.of_sheet) for one, months in tabs] == [
            ("Jan 2024", Month(2024, 1)),
            ("Feb", Month(2024, 2)),
        ]
        assert {months.first for _, months in tabs} == {Month(2024, 1)}

    def test_a_year_that_a_tab_lacks_is_asked_for(self):
        problem = KeptLog(f"5,{REST}", of_sheet=Months(Month(0, 3), first=Month(0, 1))).found(
            "month_without_year"
        )
        assert problem.message == "Row 2 says only '5' in date; it stands on the tab 'March'."
        assert problem.remedy.startswith("Which year is the first month, January, of?")

    def test_they_are_read_as_one_log(self):
        ledger = Ledger("log.xlsx")
        given = answers_of(tabs="stack", year="2024")
        tabs = stack_tabs([grid("Jan"), grid("Feb")], ledger, given)
        assert [(problem.code, problem.message) for problem in ledger.problems] == [
            ("tabs_stacked", "2 sheets were read as one log: 'Jan' and 'Feb'.")
        ]
        assert [months.of_sheet.year for _, months in tabs] == [2024, 2024]

    def test_one_sheet_only_is_another_question(self):
        ledger = Ledger("log.xlsx")
        assert stack_tabs([grid("Jan"), grid("Feb")], ledger, answers_of(tabs="one")) is None
        assert ledger.problems == []

    def test_a_single_or_a_hidden_month_is_no_stack(self):
        grids = [grid("Jan"), grid("Feb", is_hidden=True), grid("Summary")]
        assert stack_tabs(grids, Ledger("log.xlsx"), answers_of()) is None

    def test_days_of_a_tab_get_its_month(self):
        log = KeptLog(f"5,{REST}", f"2nd,{REST}", of_sheet=Month(2024, 2))
        assert log.column("date") == ["2024-02-05", "2024-02-02"]

    def test_a_day_that_the_month_does_not_have_is_left_to_the_rules_of_days(self):
        log = KeptLog(f"31,{REST}", f"5,{REST}", of_sheet=Month(2024, 2))
        assert log.column("date") == ["31", "2024-02-05"]
        assert log.read().ledger.rejected == {1}


class TestWords:
    @pytest.mark.parametrize("text", ["", "Ann", "Marc", "5", "x" * 50, "2024-03-05"])
    def test_what_is_no_month(self, text):
        assert read_month(text) is None

    @pytest.mark.parametrize("text", ["5", "5th", "Mon 5", "3/5", "5/3", "5 March", "Mar 5"])
    def test_ways_to_write_a_day_below_its_month(self, text):
        assert read_day_of(text, Month(2024, 3)) == date(2024, 3, 5)

    @pytest.mark.parametrize("text", ["32", "4/5", "5 April", "Ann 5", ""])
    def test_what_is_no_day_of_the_month(self, text):
        assert read_day_of(text, Month(2024, 3)) is None
