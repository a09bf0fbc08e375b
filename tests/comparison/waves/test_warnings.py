"""Fading carriers and quiet links: what is told of a log, and what is not."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.comparison.waves import fading, silences
from collabnet.comparison.waves.fades import watched
from collabnet.data.samples import copy_sample
from comparison.waves.small import every, log

STEADY = every("2023-01", "2024-12", "court", "o2", "home", 6)


def halved(least=2, **more):
    return log(
        *every("2023-01", "2024-06", "court", "o1", "home", 6),
        *every("2024-07", "2024-12", "court", "o1", "home", least),
        *STEADY,
        **more,
    )


class TestFading:
    def test_who_carries_less_is_told_with_both_times(self):
        (one,) = fading(halved())
        assert (one.from_agency, one.to_agency, one.person) == ("court", "home", "o1")
        assert (one.n_now, one.of_now, one.n_before, one.of_before) == (12, 48, 108, 216)
        assert (str(one.now.start), str(one.now.end)) == ("2024-07-01", "2024-12-31")
        assert (one.carriers, one.is_now) == (2, True)

    def test_whose_share_falls_because_a_colleague_does_more_is_not(self):
        busier = log(
            *every("2023-01", "2024-12", "court", "o1", "home", 6),
            *every("2023-01", "2024-06", "court", "o2", "home", 6),
            *every("2024-07", "2024-12", "court", "o2", "home", 26),
        )
        assert fading(busier) == ()

    def test_a_quiet_summer_of_everybody_is_no_fall(self):
        summers = [
            (month, "court", who, "home", 1 if month[5:] in ("06", "07", "08") else 6)
            for month, *_ in STEADY
            for who in ("o1", "o2")
        ]
        assert fading(log(*summers)) == ()

    def test_who_is_known_to_have_left_is_not_told(self):
        people = pd.DataFrame(
            {"person_id": ["o1", "o2", "home_worker"], "agency_id": ["court", "court", "home"],
             "active_to": ["2024-06-30", "", ""]}
        )  # fmt: skip
        assert fading(halved(0, people=people)) == ()

    def test_who_carries_alone_has_nobody_to_be_compared_with(self):
        alone = log(
            *every("2023-01", "2024-06", "court", "o1", "home", 6),
            *every("2024-07", "2024-12", "court", "o1", "home", 1),
        )
        assert fading(alone) == ()

    def test_blanks_are_no_colleagues(self):
        blank = log(
            *every("2023-01", "2024-12", "court", "o1", "home", 6),
            *every("2024-07", "2024-12", "court", "", "home", 20),
            *STEADY,
        )
        assert fading(blank) == ()

    def test_the_order_of_the_rows_changes_nothing(self):
        coalition = halved()
        turned = coalition.with_tables(referrals=coalition.referrals.iloc[::-1])
        assert fading(turned) == fading(coalition)

    def test_a_log_too_short_says_nothing(self):
        short = log(*every("2023-01", "2023-11", "court", "o1", "home", 6), until="2023-11")
        assert fading(short) == ()
        assert watched(short) == (0, 0)

    @pytest.mark.parametrize("months", [0, 25, 2.5, True])
    def test_a_window_has_a_whole_number_of_months(self, months):
        with pytest.raises(cn.CollabnetError) as error:
            fading(halved(), months=months)
        assert str(error.value) == (
            f"A window needs a whole number of months from 1 to 24; got {months!r}. 6 is usual."
        )

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ({"seed": -1}, "A seed needs to be a whole number, 0 or more; got -1."),
            ({"draws": 5}, "The number of draws needs to be a whole number, 19 or more; got 5."),
        ],
    )
    def test_draws_and_seed_that_can_not_be(self, options, said):
        with pytest.raises(cn.CollabnetError) as error:
            fading(halved(), **options)
        assert str(error.value) == f"{said} Leave it out to take the usual one."

    def test_who_can_be_watched_is_counted(self):
        """Six a month are 36 in six months: below 40."""
        assert watched(halved()) == (2, 0)


class TestSilences:
    def test_a_link_that_fell_silent(self):
        (one,) = silences(log(*every("2023-01", "2024-03", "school", "c1", "shelter", 1), *STEADY))
        assert (one.from_agency, one.to_agency, str(one.since)) == (
            "school",
            "shelter",
            "2024-04-01",
        )
        assert (one.months, one.n_before, one.months_before) == (9, 15, 15)

    def test_a_link_that_is_silent_each_autumn_is_not_told(self):
        spring = [row for row in every("2023-01", "2024-12", "school", "c1", "shelter", 3)
                  if row[0][5:] <= "08"]  # fmt: skip
        assert silences(log(*spring, *STEADY)) == ()

    def test_fewer_than_six_referrals_say_nothing(self):
        assert (
            silences(log(*every("2023-01", "2023-05", "school", "c1", "shelter", 1), *STEADY)) == ()
        )

    def test_a_month_that_is_not_whole_is_no_silence(self):
        """A link with a referral in the last whole month isn't silent, however busy it is."""
        busy = log(*every("2023-01", "2024-12", "court", "o1", "home", 20))
        assert silences(busy) == ()

    def test_months_that_have_not_happened_are_not_silent(self, tmp_path):
        """A period that is still running, as a folder states it."""
        folder = copy_sample("two_waves", tmp_path / "running")
        settings = folder / "coalition.toml"
        stated = settings.read_text("utf-8")
        settings.write_text(stated.replace("end = 2024-12-31", "end = 2999-12-31"), "utf-8")
        found = cn.waves(cn.load(folder))
        assert str(found.windows["end"].iloc[-1]) == "2024-12-31"
        assert [one.months for one in found.quiet] == [9]

    def test_a_log_without_a_row(self):
        empty = cn.Coalition.from_frames(agencies=pd.DataFrame({"agency_id": ["court"]}))
        assert silences(empty) == ()
        assert fading(empty) == ()
