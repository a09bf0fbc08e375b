"""Days: ISO is read as it is, order is proven or asked, and what no calendar has is rejected."""

from datetime import date

import pandas as pd
import pytest

from collabnet.model.errors import ChoiceNeededError
from data.small_site import where


def log_of(site, *days):
    return site.log(*(f"r{n},{day},o1,court,program,i1" for n, day in enumerate(days, 1)))


def days_of(site, *days, **reading):
    return [day.date() for day in log_of(site, *days).load(**reading).referrals["on"]]


class TestOrder:
    def test_one_date_proves_that_the_day_comes_first(self, site):
        assert days_of(site, "01/02/2024", "13/02/2024") == [date(2024, 2, 1), date(2024, 2, 13)]
        problem = site.found("date_order_found")
        assert where(problem) == ("NOTE", "referrals.csv", 3, 3, "date", "13/02/2024")
        assert problem.message == ("Dates in date are day first: '13/02/2024' can be nothing else.")

    def test_one_date_proves_that_the_month_comes_first(self, site):
        assert days_of(site, "01-02-2024", "02-13-2024") == [date(2024, 1, 2), date(2024, 2, 13)]
        assert "month first" in site.found("date_order_found").message

    def test_dates_that_may_be_either_are_asked_about(self, site):
        problem = log_of(site, "01/02/2024", "03/04/2024").found("date_order_unclear")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "date", "01/02/2024")
        assert problem.message == (
            "2 dates in date, such as '01/02/2024', can be read day first or month first."
        )
        assert problem.remedy == (
            "Which comes first? Say --reading date_order=day-first or --reading "
            'date_order=month-first, or date_order = "day-first" under [reading] in coalition.toml.'
        )
        with pytest.raises(ChoiceNeededError, match="date_order=day-first"):
            site.load()
        assert days_of(site, "01/02/2024", date_order="day-first") == [date(2024, 2, 1)]
        assert days_of(site, "01/02/2024", date_order="month first") == [date(2024, 1, 2)]

    def test_a_date_that_is_the_same_either_way_needs_no_answer(self, site):
        assert days_of(site, "05/05/2024") == [date(2024, 5, 5)]

    def test_an_impossible_date_proves_nothing(self, site):
        codes = log_of(site, "01/02/2024", "31/02/2024").codes()
        assert codes == ["date_order_unclear", "no_such_day"]

    @pytest.mark.parametrize("days", [("2024-01-05", "01/13/2024"), ("13/01/2024", "01/13/2024")])
    def test_two_ways_of_writing_in_one_column_are_asked_about(self, site, days):
        problem = log_of(site, *days).found("mixed_dates")
        assert (problem.level, problem.column) == ("ASK", "date")
        assert f"'{days[0]}'" in problem.message
        assert f"'{days[1]}'" in problem.message
        assert "--reading date_order=day-first or" in problem.remedy

    def test_the_answer_rejects_what_it_makes_impossible(self, site):
        assert days_of(site, "2024-01-05", "01/13/2024", date_order="month-first") == [
            date(2024, 1, 5),
            date(2024, 1, 13),
        ]
        log_of(site, "2024-01-05", "01/13/2024")
        assert "no_such_day" in site.codes(date_order="day-first")


class TestRejected:
    @pytest.mark.parametrize("day", ["31/02/2024", "2024-02-31", "1900-01-00", "2024-13-01"])
    def test_a_day_that_no_calendar_has_rejects_its_row(self, site, day):
        problem = log_of(site, "13/03/2024" if "/" in day else "2024-03-13", day).found(
            "no_such_day"
        )
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "date", day)
        assert problem.message == f"'{day}' is not a day of the calendar."
        assert problem.remedy == "Correct it; write the day as YYYY-MM-DD."
        assert len(site.load().referrals) == 1

    def test_a_day_in_the_future_rejects_its_row(self, site):
        problem = log_of(site, "2024-06-30", "2024-07-01").found("future_date")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "date", "2024-07-01")
        assert problem.remedy == "Correct the year or the order of day and month."

    def test_what_is_planned_may_lie_in_the_future(self, site):
        site.write(
            "agreements.csv",
            "agreement_id,from_agency,to_agency,signed,expires\na1,court,program,1934-01-01,2030-01-01\n",
        )
        assert site.codes() == []

    def test_the_zero_of_a_spreadsheet_rejects_its_row(self, site):
        problem = log_of(site, "2024-06-30", "1900-01-01").found("date_too_early")
        assert problem.message == "'1900-01-01' lies before 1950."

    @pytest.mark.parametrize("day", ["yesterday", "2024", "Mar 24", "2024-03", "x" * 5000])
    def test_what_is_no_day_rejects_its_row(self, site, day):
        problem = log_of(site, "2024-06-30", day).found("not_a_date")
        assert (problem.level, problem.row, problem.column) == ("ROW", 3, "date")
        assert problem.remedy == "Write the day as YYYY-MM-DD."


class TestOtherWays:
    def test_years_of_two_digits_are_asked_about(self, site):
        problem = log_of(site, "13/03/24", "14/03/24").found("two_digit_year")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "date", "13/03/24")
        assert (
            problem.message == "2 dates in date with two digits for the year, such as '13/03/24'."
        )
        assert "--reading century=20 or --reading century=19" in problem.remedy
        assert days_of(site, "13/03/24", century=20) == [date(2024, 3, 13)]
        assert log_of(site, "01/03/24", "02/03/24").codes() == [
            "date_order_unclear",
            "two_digit_year",
        ]

    @pytest.mark.parametrize("day", ["5-Jan-24", "5 Jan '24", "Jan 5, 24", "Fri 5-Jan-24"])
    def test_only_the_century_of_a_named_month_is_asked_about(self, site, day):
        problem = log_of(site, f'"{day}"').found("two_digit_year")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "date", day)
        assert days_of(site, f'"{day}"', century=20) == [date(2024, 1, 5)]

    @pytest.mark.parametrize(
        "day", ["1/13/2024 10:30 AM", "13.01.2024 9:05 p.m.", "Sat, 13 Jan 2024 08:00"]
    )
    def test_a_clock_of_twelve_hours_is_a_time_too(self, site, day):
        assert days_of(site, f'"{day}"') == [date(2024, 1, 13)]
        assert site.found("time_left_out").level == "NOTE"

    def test_day_numbers_of_a_spreadsheet_are_asked_about(self, site):
        problem = log_of(site, "45292", "45293").found("excel_dates")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "date", "45292")
        assert "--reading excel_dates=1900 or --reading excel_dates=1904" in problem.remedy
        assert days_of(site, "45292", excel_dates="1900") == [date(2024, 1, 1)]
        assert days_of(site, "43830", excel_dates=1904) == [date(2024, 1, 1)]

    def test_times_and_zones_are_left_out_and_said(self, site):
        days = "2024-01-05T23:30:00-06:00", "2024-01-06 00:10Z", "2024-01-07 08:00"
        assert days_of(site, *days) == [date(2024, 1, 5), date(2024, 1, 6), date(2024, 1, 7)]
        problem = site.found("time_left_out")
        assert problem.level == "NOTE"
        assert problem.message == (
            "3 cells of date with a time, such as '2024-01-05T23:30:00-06:00'; the day was kept as "
            "written."
        )

    @pytest.mark.parametrize(
        "day", ["5 Jan 2024", "January 5, 2024", "2024/1/5", "20240105", "Friday, January 5, 2024"]
    )
    def test_other_unmistakable_ways_are_read_and_said(self, site, day):
        assert days_of(site, f'"{day}"') == [date(2024, 1, 5)]
        assert site.found("date_style").message.endswith(
            f"written like '{day}'; read as 2024-01-05."
        )

    def test_digits_of_other_scripts_are_read_and_said(self, site):
        assert days_of(site, "\u0662\u0660\u0662\u0664-01-05") == [date(2024, 1, 5)]
        assert site.found("other_digits").level == "NOTE"

    def test_an_empty_day_is_missing_where_it_may_be(self, site):
        people = "person_id,agency_id,active_to\no1,court,2024-01-01\no2,court,\ni1,program,\n"
        site.write("people.csv", people)
        assert site.codes() == []
        assert list(site.load().people["active_to"].isna()) == [False, True, True]

    def test_an_end_before_its_beginning_is_noted(self, site):
        people = "person_id,agency_id,active_from,active_to\no1,court,2024-02-01,2024-01-01\n"
        site.write("people.csv", f"{people}o2,court,,\ni1,program,,\n")
        problem = site.found("dates_reversed")
        assert where(problem) == ("NOTE", "people.csv", 2, 2, "active_to", "2024-01-01")
        assert problem.message == (
            "active_to ('2024-01-01') lies before active_from ('2024-02-01')."
        )

    def test_days_have_no_clock(self, site):
        assert site.load().referrals["on"].dtype == "datetime64[us]"
        assert site.load().referrals["on"][0] == pd.Timestamp("2024-01-05")
