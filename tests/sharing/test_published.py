"""Every number that partners and the public are shown stands in the tables that are audited."""

import re
from datetime import date

import pytest

import collabnet as cn
from collabnet.data.samples import list_samples
from collabnet.risk.assessment import assess
from collabnet.sharing import release
from collabnet.sharing.bands import HIDDEN
from collabnet.sharing.published import pathway_cell, published_counts
from collabnet.sharing.withholding import audit, audit_with_earlier
from samples.shared import assessment_of
from sharing.drawn import drawn, log
from sharing.test_outside import said

OUTSIDE = ("partner", "public")
NUMBER = re.compile(r"(?<![\w.<])\d[\d,]*(?![\w.]|\s*%)")
WORDS = re.compile(r"fewer than 11|below 11|<11|(?:aged?|ages?) \d+(?: to \d+)?|\bof \d+ to \d+")
SAMPLES = [one.name for one in list_samples()]


def check(assessment):
    """Fail if a number isn't one that is audited, or a hidden one is known too closely."""
    tables = published_counts(assessment)
    shown = {text for table in tables for text in table.shown.values()}
    for audience in OUTSIDE:
        released = release(assessment, audience)
        # What isn't seen counts nobody: years, assumptions, how many versions were tried.
        plain = {released.name, *released.unseen}
        whole = WORDS.sub("", "\n".join(one for one in said(released) if one not in plain))
        assert set(NUMBER.findall(whole)) <= shown | {"0"}
        assert released.pathways["Referrals"].isin([*shown, "only a tie"]).all()
    for one in audit(*tables):
        assert (one.low, one.high) == (1, 10)


class TestReleases:
    @pytest.mark.parametrize("name", SAMPLES)
    def test_of_a_sample(self, name):
        check(assessment_of(name))

    @pytest.mark.parametrize("seed", range(12))
    def test_of_a_random_coalition(self, seed):
        check(assess(drawn(seed), worlds=0))

    @pytest.mark.long
    @pytest.mark.parametrize("seed", range(12, 100))
    def test_of_a_hundred(self, seed):
        check(assess(drawn(seed), worlds=0))


class TestPublishedCounts:
    def test_of_a_sample(self):
        (table,) = published_counts(assessment_of("site_b"))
        assert table.shown[pathway_cell("court_b", "residential_program")] == "48"
        assert HIDDEN in table.shown.values()

    def test_without_a_log_there_are_none(self):
        assert published_counts(assessment_of("programs")) == ()

    def test_two_periods_of_one_log_are_audited_together(self):
        """With the last referrals of the year and without them: what is between is small."""
        rows = log(("court", "O1", "clinic", "C1", 60))
        tables = []
        for end in ("2024-12-31", "2024-12-10"):
            coalition = cn.Coalition.from_frames(
                referrals=rows[rows["date"] <= end],
                settings=cn.Settings(
                    period_start=date(2024, 1, 1), period_end=date.fromisoformat(end)
                ),
            )
            tables += published_counts(assess(coalition, worlds=0))
        (first,) = audit_with_earlier([tables[0].to_dict()], [tables[1].to_dict()])
        assert first.startswith(
            "Side by side, these tell a small count: what is left of from agency"
        )
