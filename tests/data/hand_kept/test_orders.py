"""Dates below a month: the month of the tab or heading says whether the day comes first."""

from datetime import date

from collabnet.data.hand_kept.months import Month
from data.hand_kept.kept_log import KeptLog
from data.small_site import where

REST = "Officer B1,Court,Shelter,"
MARCH = Month(2024, 3)


def on_march(*cells, of_sheet=MARCH, **given):
    return KeptLog(*(f"{cell},{REST}" for cell in cells), of_sheet=of_sheet, **given)


def days(log):
    return [str(day) for day in log.read().kept["on"].dt.date]


class TestOneOrder:
    def test_the_month_wins_over_what_was_answered_and_says_so(self):
        log = on_march("3/4/2024", "3/12/2024", date_order="day-first")
        problem = log.found("date_order_of_month")
        assert where(problem) == ("NOTE", "log.xlsx", 2, 2, "date", "3/4/2024")
        assert problem.message == (
            "2 dates in date such as '3/4/2024' can only be March 2024 if read month first, so "
            "this sheet's dates were; date_order says day first."
        )
        assert days(log) == ["2024-03-04", "2024-03-12"]
        assert log.codes == ["date_order_of_month"]

    def test_nobody_is_asked_for_an_order_that_the_month_tells(self):
        log = on_march("3/4/2024", "3/3/2024", "2024-03-09")
        assert days(log) == ["2024-03-04", "2024-03-03", "2024-03-09"]
        assert [problem.level for problem in log.ledger.problems] == ["NOTE"]
        assert log.found("date_order_of_month").message == (
            "1 date in date such as '3/4/2024' can only be March 2024 if read month first, so "
            "this sheet's dates were."
        )

    def test_an_answer_that_fits_is_followed_without_a_word(self):
        log = on_march("4/3/2024", "5/3/2024", date_order="day-first")
        assert days(log) == ["2024-03-04", "2024-03-05"]
        assert log.codes == []

    def test_headings_tell_it_too(self):
        log = KeptLog("March", f"3/4/2024,{REST}", month_headings="use", date_order="day-first")
        assert log.codes == ["month_heading_used", "date_order_of_month"]
        assert days(log) == ["2024-03-04"]

    def test_days_of_the_status_are_read_in_the_order_of_the_sheet(self):
        names = "date,from_agency,to_agency,status_date"
        rows = ("3/4/2024,Court,Shelter,4/5/2024",)
        log = KeptLog(*rows, names=names, of_sheet=MARCH, date_order="day-first")
        assert [day.date() for day in log.read().kept["status_on"]] == [date(2024, 4, 5)]

    def test_short_years_follow_it(self):
        log = on_march("3/4/24", date_order="day-first", century="20")
        assert days(log) == ["2024-03-04"]

    def test_without_a_month_above_nothing_is_told(self):
        assert on_march("3/4/2024", of_sheet=None, date_order="day-first").codes == []


class TestTwoOrders:
    CELLS = ("3/4/2024", "3/5/2024", "6/3/2024")

    def test_two_orders_on_one_sheet_are_asked_about(self):
        log = on_march(*self.CELLS)
        problem = log.found("date_orders_of_month")
        assert where(problem) == ("ASK", "log.xlsx", 2, 2, "date", "3/4/2024")
        assert (problem.key, problem.answers) == ("month_dates", ("by_month", "by_order"))
        assert problem.message == (
            "Dates in date fit the month of their tab or heading in two ways: 2 dates, such as "
            "'3/4/2024', only month first; 1, such as '6/3/2024', only day first."
        )
        assert problem.remedy.startswith(
            "Is each to be read so that it lies in its month (by_month), or all of them month "
            "first (by_order)? Say --reading month_dates=by_month or"
        )

    def test_each_is_read_so_that_it_lies_in_its_month(self):
        log = on_march(*self.CELLS, month_dates="by_month")
        assert days(log) == ["2024-03-04", "2024-03-05", "2024-03-06"]
        assert log.column("date_as_written") == ["", "", "6/3/2024"]
        assert log.codes == ["date_orders_read"]
        assert log.found("date_orders_read").message == (
            "1 date in date such as '6/3/2024' read day first, each as it lies in its month, as "
            "month_dates says."
        )

    def test_or_all_in_one_order_and_those_outside_are_noted(self):
        log = on_march(*self.CELLS, month_dates="by_order", date_order="month-first")
        assert days(log)[:2] == ["2024-03-04", "2024-03-05"]
        assert log.draft.cells[2][0] == "6/3/2024"
        assert log.found("date_outside_month").message == (
            "1 date in date not of the month that the tab or heading says: row 4 ('6/3/2024', "
            "March 2024)."
        )


class TestOutside:
    def test_a_day_outside_its_month_in_either_order_is_noted_and_kept(self):
        log = on_march("3/4/2024", "4/5/2024", "2024-02-28", "2023-03-09")
        problem = log.found("date_outside_month")
        assert where(problem) == ("NOTE", "log.xlsx", 3, 3, "date", "4/5/2024")
        assert problem.sheet == "Log"
        assert problem.message == (
            "3 dates in date not of the month that the tab or heading says: row 3 ('4/5/2024', "
            "March 2024), row 4 ('2024-02-28', March 2024) and row 5 ('2023-03-09', March 2024)."
        )
        assert days(log) == ["2024-03-04", "2024-04-05", "2024-02-28", "2023-03-09"]

    def test_of_a_month_without_a_year_any_year_will_do(self):
        assert on_march("2023-03-09", "2024-03-09", of_sheet=Month(0, 3)).codes == []
