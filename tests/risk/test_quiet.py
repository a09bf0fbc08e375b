"""When a silence is long enough to ask about, and who is no backup."""

from datetime import date, timedelta

import pytest

import collabnet as cn
from collabnet.model import Period
from collabnet.risk.intervals import poisson_interval, unseen_share
from collabnet.risk.quiet import is_quiet, is_silent_carrier, silence_limit
from collabnet.risk.standing import standing_rows
from risk.random_rows import row

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def monthly(n, day=15):
    """One day in each of the first ``n`` months."""
    return [date(2024, month, day) for month in range(1, n + 1)]


def every(days, n, start=YEAR.start):
    return [start + timedelta(days=days * i) for i in range(n)]


class TestSilenceLimit:
    @pytest.mark.parametrize(("rate", "months"), [(12, 3), (1, 36), (36, 1), (6, 6)])
    def test_three_expected_referrals_that_did_not_come(self, rate, months):
        """exp(-3) is 0.05: at 12 a year three months, at one a year three years."""
        assert round(silence_limit(rate) / 30.44, 1) == pytest.approx(months, abs=0.15)


class TestIsQuiet:
    def test_at_twelve_a_year_three_months(self):
        assert not is_quiet(monthly(10), YEAR)
        assert is_quiet(monthly(9), YEAR)

    def test_the_rate_is_that_before_the_silence(self):
        """Six in six months, then six months without: 12 a year, not 6."""
        assert is_quiet(monthly(6), YEAR)

    def test_at_one_a_year_eleven_silent_months_say_nothing(self):
        six_years = Period(date(2019, 1, 1), date(2024, 12, 31))
        days = [date(year, 1, 31) for year in range(2019, 2025)]
        assert not is_quiet(days, six_years)

    def test_fewer_than_six_before_it_say_nothing(self):
        assert not is_quiet(monthly(5, 1), YEAR)

    def test_a_burst_in_a_week_is_taken_over_a_quarter(self):
        """Six in the first week are 24 a year, not 300: silent after six and a half weeks."""
        burst = every(1, 6)
        assert not is_quiet(burst, Period(YEAR.start, date(2024, 2, 18)))
        assert is_quiet(burst, Period(YEAR.start, date(2024, 2, 22)))

    def test_a_busy_pathway_may_rest_over_a_holiday(self):
        """At 365 a year four days are beyond chance; below 30 days the log may be incomplete."""
        busy = every(1, 336)
        assert busy[-1] == date(2024, 12, 1)
        assert is_quiet(busy, YEAR)
        assert not is_quiet([*busy, date(2024, 12, 2)], YEAR)

    def test_a_log_that_ends_at_a_holiday_makes_no_question(self):
        """180 referrals a year to 24 December, of a log to the end of the year."""
        answer = cn.assess(cn.load("sample:two_waves"), worlds=0)
        said = {one.id: one.sentence for one in answer.judged}
        assert "None has been logged" not in said["pathway:court:residential"]
        assert "None has been logged since 2024-03-02" in said["pathway:school:shelter"]


class TestSilentCarrier:
    def test_by_their_own_rate_without_a_least_number(self):
        assert is_silent_carrier([date(2024, 1, 20)], YEAR)
        assert is_silent_carrier(monthly(3), YEAR)

    def test_who_carries_little_may_be_silent_for_long(self):
        assert not is_silent_carrier([date(2024, 1, 10), date(2024, 7, 10)], YEAR)

    def test_a_silence_below_thirty_days_says_nothing(self):
        """The end of a log may be incomplete."""
        busy = every(1, 330)
        assert busy[-1] == date(2024, 11, 25)
        assert is_silent_carrier(busy, YEAR)
        assert not is_silent_carrier([*busy, date(2024, 12, 2)], YEAR)


class TestPoissonInterval:
    @pytest.mark.parametrize(
        ("n", "low", "high"),
        [(0, 0, 3.69), (2, 0.24, 7.22), (3, 0.62, 8.77), (12, 6.2, 20.96), (48, 35.39, 63.64)],
    )
    def test_exact(self, n, low, high):
        """Garwood (1936); the classical table of limits for a Poisson count."""
        assert [round(found, 2) for found in poisson_interval(n)] == [low, high]


class TestUnseenShare:
    @pytest.mark.parametrize(("n", "share"), [(3, 63), (6, 39), (12, 22), (25, 11), (48, 6)])
    def test_up_to(self, n, share):
        assert round(100 * unseen_share(n)) == share

    def test_no_row_tells_nothing(self):
        assert unseen_share(0) == 1

    def test_solid_from_eleven_rows(self):
        """At most a quarter could be unseen from 11 named rows on."""
        assert unseen_share(11) <= 0.25 < unseen_share(10)


EARLY, LATE = date(2024, 2, 1), date(2024, 12, 20)


def rows(*ends):
    """Rows from the court to the program: sender, receiver, day."""
    return [row("court", s, "program", r, on=on) for s, r, on in ends]


def standing(*ends, **known):
    return [(r.sender.id, r.receiver.id) for r in standing_rows(rows(*ends), YEAR, **known)]


class TestStandingRows:
    """Rows of those who are there still, whatever names the blanks stand for."""

    def test_rows_of_who_fell_silent_at_either_end_do_not_stand(self):
        assert standing(("O1", "I1", EARLY), ("O2", "I2", LATE), ("O1", "I2", EARLY)) == [
            ("O2", "I2")
        ]

    def test_nor_rows_of_who_left(self):
        assert standing(("O1", "I1", LATE), ("O2", "I1", LATE), gone={"O1"}) == [("O2", "I1")]

    def test_positions_and_groups_stay(self):
        ends = [("court", "team+", EARLY), ("court", "program", EARLY)]
        assert len(standing(*ends)) == 2

    def test_a_late_blank_is_somebody_who_is_there(self):
        assert standing(("", "I1", LATE), ("O1", "I1", LATE)) == [("", "I1"), ("O1", "I1")]

    def test_an_early_blank_may_be_somebody_who_fell_silent(self):
        assert standing(("", "I1", EARLY), ("O1", "I1", LATE)) == [("O1", "I1")]

    def test_blanks_may_belong_to_somebody_named_and_make_their_silence_longer(self):
        """O1's one row in June says little; with five blanks before it, O1 fell silent."""
        june = date(2024, 6, 15)
        assert standing(("O1", "I1", june), ("O2", "I1", LATE)) == [("O1", "I1"), ("O2", "I1")]
        blanks = [("", "I1", date(2024, month, 15)) for month in range(1, 6)]
        assert standing(("O1", "I1", june), *blanks, ("O2", "I1", LATE)) == [("O2", "I1")]

    def test_a_blank_may_be_anybody_who_left_that_agency(self):
        ends = [("", "I1", LATE), ("O1", "", LATE)]
        assert standing(*ends, left={"court"}) == [("O1", "")]
        assert standing(*ends, left={"program"}) == [("", "I1")]

    def test_people_of_both_agencies_may_stand_behind_a_blank_on_either_side(self):
        blanks = [("O1", "", date(2024, month, 15)) for month in range(1, 6)]
        ends = [("B1", "I1", date(2024, 6, 15)), *blanks, ("O1", "I1", LATE)]
        assert ("B1", "I1") in standing(*ends)
        assert ("B1", "I1") not in standing(*ends, both={"B1"})

    def test_and_behind_blanks_on_both_sides_together(self):
        """One row in June and a blank on either side are three, enough for a silence."""
        may = [("O1", "", date(2024, 5, 2)), ("", "I1", date(2024, 5, 3))]
        ends = [("B1", "I1", date(2024, 6, 15)), *may, ("O1", "I1", LATE)]
        assert ("B1", "I1") not in standing(*ends, both={"B1"})
        for one in may:
            assert ("B1", "I1") in standing(ends[0], one, ends[-1], both={"B1"})

    def test_without_a_period_only_who_left_is_gone(self):
        made = rows(("O1", "I1", EARLY), ("O2", "", EARLY))
        assert len(standing_rows(made, None)) == 2
        assert len(standing_rows(made, None, gone={"O1"}, left={"program"})) == 0
