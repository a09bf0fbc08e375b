"""Birth dates become age bands, and the dates themselves go."""

import pytest

from collabnet.data.hand_kept import band_ages
from collabnet.data.issues import Ledger
from collabnet.data.sources.opened import Draft
from collabnet.data.table import read_draft
from data.hand_kept.kept_log import TODAY, answers_of
from data.small_site import where


def banded(*pairs, name="dob", **given):
    """A log with the day of each referral and a birth date."""
    ledger = Ledger("log.csv")
    ledger.rows = ledger.lines = range(1, len(pairs) + 2)
    ledger.n_read = len(pairs)
    names = ("date", name, "from_agency", "to_agency")
    draft = Draft("referrals", names, ledger, places=[0, 1, 2, 3])
    for at, (day, born) in enumerate(pairs, 1):
        draft.add(at, day, born, "court", "shelter")
    return band_ages(draft, answers_of(**given))


class TestBands:
    @pytest.mark.parametrize(
        ("born", "band"),
        [
            ("2020-01-01", "under 12"),
            ("2009-01-06", "12 to 14"),
            ("2009-01-05", "15 to 17"),
            ("5 Jan 2005", "18 to 20"),
            ("2000-01-06", "21 to 24"),
            ("1980-01-01", "25 and over"),
            ("", ""),
            ("unknown", ""),
            ("2024-02-01", ""),
            ("1800-01-01", ""),
        ],
    )
    def test_the_age_on_the_day_of_the_referral(self, born, band):
        assert banded(("2024-01-05", born)).cells[0][-1] == band

    def test_a_band_that_hangs_on_the_order_of_day_and_month_stays_empty(self):
        pair = ("2024-02-05", "01/03/2009")
        assert banded(pair).cells[0][-1] == ""
        assert banded(pair, date_order="month-first").cells[0][-1] == "15 to 17"
        assert banded(pair, date_order="day-first").cells[0][-1] == "12 to 14"
        assert banded(("2024-06-05", "01/03/2009")).cells[0][-1] == "15 to 17"

    def test_it_is_said_and_the_dates_are_not_stored(self):
        draft = banded(("2024-01-05", "2009-01-05"), ("2024-01-06", "soon"))
        (problem,) = draft.ledger.problems
        assert problem.code == "ages_banded"
        assert where(problem) == ("NOTE", "log.csv", None, None, "dob", "")
        assert problem.message == (
            "1 birth date of dob became an age band; for 1 more it can't be told."
        )
        kept = read_draft(draft, answers_of(drop="dob"), TODAY).kept
        assert list(kept["age_band"]) == ["15 to 17", ""]
        assert "dob" not in kept
        assert "2009-01-05" not in kept.to_csv()

    def test_without_a_column_of_birth_dates_nothing_changes(self):
        assert banded(("2024-01-05", "x"), name="need").names == (
            "date", "need", "from_agency", "to_agency",
        )  # fmt: skip
