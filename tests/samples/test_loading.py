"""Every sample is read as it stands: no row is lost and nothing needs an answer."""

from datetime import date
from functools import cache

import pytest

from collabnet.data.load import load
from samples.sample_files import NAMES, SAMPLES, expected, table

TODAY = date(2025, 1, 1)


@cache
def read(sample):
    """Read a sample's folder, once for all tests."""
    return load(SAMPLES / sample, today=TODAY)


@pytest.mark.parametrize("sample", NAMES)
class TestLoad:
    def test_nothing_is_worse_than_a_note(self, sample):
        problems = read(sample).problems
        assert set(problems["level"]) <= {"NOTE"}, problems["message"].to_list()

    def test_every_row_arrives(self, sample):
        coalition = read(sample)
        for name, count in expected(sample)["counts"].items():
            assert len(getattr(coalition, name)) == count, name

    def test_the_log_arrives_as_it_is_written(self, sample):
        log = read(sample).referrals
        written = table(sample, "referrals")
        assert log["referral_id"].to_list() == [row["referral_id"] for row in written]
        assert log["on"].dt.strftime("%Y-%m-%d").to_list() == [row["date"] for row in written]
        for column in ("from_person", "from_agency", "to_agency", "to_person", "service"):
            assert log[column].to_list() == [row[column] for row in written], column

    def test_a_sample_is_found_by_its_name(self, sample):
        by_name = load(f"sample:{sample}", today=TODAY)
        assert by_name.digest == read(sample).digest

    def test_label_period_and_status_arrive(self, sample):
        settings = read(sample).settings
        assert settings.id == sample
        assert settings.label.startswith("example: ")
        assert settings.log_status == "illustrative"
        assert settings.assumptions.departure_rate is None
        assert (settings.period_end - settings.period_start).days + 1 in (365, 366)
