"""Two folders of one coalition: no wave and no month counts for both times."""

from datetime import date

import pandas as pd
import pytest

import collabnet as cn
from collabnet.comparison.waves import compare_waves
from collabnet.comparison.waves.apart import SAME_MONTHS
from collabnet.comparison.waves.one_wave import coalition_of_wave
from comparison.waves.small import every, log, survey
from samples.shared import coalition_of

YEAR_1 = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}


def whole():
    return coalition_of("two_waves")


def last_year(**settings):
    """The folder two_waves as it was a year before: one wave, and half of the log."""
    both = whole()
    answers = both.answers
    log = both.referrals
    return both.with_tables(
        answers=answers[answers["wave"] == "2023"].reset_index(drop=True),
        referrals=log[log["on"] < "2024"].reset_index(drop=True),
        ties=both.own_ties,
    ).with_survey_ties().with_settings(**(settings or YEAR_1))  # fmt: skip


class TestWaves:
    def test_of_this_years_folder_the_last_wave_alone_is_compared(self):
        """Its ties of 2023 would hide that they are lost."""
        found = compare_waves(last_year(), whole())
        ties = found.counts.set_index("what").loc["ties", ["kept", "new", "lost"]].tolist()
        assert ties == [3, 1, 2]
        assert found.said[0] == (
            "Ties are those of wave 2024 in the later folder and of wave 2023 in the earlier one."
        )

    def test_they_are_those_of_waves_within_the_folder(self):
        apart, within = compare_waves(last_year(), whole()), cn.waves(whole()).survey[0]
        assert apart.ties.equals(within.ties)
        assert apart.measures.equals(within.measures)

    def test_of_two_folders_with_both_waves_the_earlier_one_gives_the_wave_before(self):
        corrected = whole().with_settings(name="Corrected")
        assert compare_waves(whole(), corrected).ties.equals(cn.waves(whole()).survey[0].ties)

    def test_one_and_the_same_wave_is_said_to_be_a_correction(self):
        one = coalition_of_wave(whole(), "2024")
        found = compare_waves(one, one.with_settings(name="Corrected"))
        assert set(found.ties["change"]) == {"kept"}
        assert found.said[0] == (
            "Both folders end with wave 2024, and the earlier one has no wave before it: what "
            "differs in its ties was corrected."
        )

    def test_the_same_label_on_another_day_is_another_wave(self):
        days = [{"2024": date(year, 5, 1)} for year in (2023, 2024)]
        old, new = (
            one.with_settings(survey=one.settings.survey.__class__(
                undirected=("contact",), level="person", waves=day))
            for one, day in zip((survey(("ann", "bob"), answered=("ann", "bob")),
                                 survey(answered=("ann", "bob"))), days, strict=True)
        )  # fmt: skip
        found = compare_waves(old, new)
        assert found.ties["change"].tolist() == ["lost"]
        assert found.said == ()

    def test_where_nobody_was_asked_again_no_tie_is_lost(self):
        old = survey(("ann", "bob"), answered=("ann", "bob"))
        nobody = old.with_tables(answers=old.answers.iloc[:0], ties=old.own_ties)
        found = compare_waves(old, nobody)
        assert found.ties.empty
        assert found.counts.loc[0, "not_compared"] == 1


class TestMonths:
    def test_months_in_both_logs_count_for_the_earlier_one(self):
        found = compare_waves(last_year(), whole())
        assert (found.earlier_label, found.later_label) == (
            "January 2023 to December 2023",
            "January 2024 to December 2024",
        )
        assert len(found.later.referrals) + len(found.earlier.referrals) == 479
        assert found.said[1] == (
            "The later folder holds months of the earlier one too. So of its log only January 2024 "
            "to December 2024 counts."
        )

    def test_so_a_pathway_that_ended_is_lost(self):
        ended = [*every("2023-01", "2023-12", "school", "c1", "home", 1)]
        steady = every("2023-01", "2024-12", "court", "o1", "home", 2)
        old = log(*ended, *steady[:12], until="2023-12")
        new = log(*ended, *steady)
        assert compare_waves(old, new).pathways["change"].tolist() == ["kept", "lost"]

    def test_of_a_folder_that_ends_together_with_the_later_one_its_own_months_are_taken(self):
        steady = every("2023-01", "2024-12", "court", "o1", "home", 2)
        late = log(*steady[12:]).with_settings(period_start=date(2024, 1, 1))
        found = compare_waves(log(*steady), late)
        assert found.pathways[["earlier", "later"]].to_numpy().tolist() == [[24, 24]]
        assert found.said == (
            "The earlier folder holds months of the later one too. So of its log only January 2023 "
            "to December 2023 counts.",
        )

    def test_undated_referrals_of_a_log_that_is_cut_are_counted(self):
        undated = pd.DataFrame(
            {"from_agency": ["court"], "to_agency": ["home"], "from_person": ["o1"], "date": [""]}
        )
        steady = every("2023-01", "2024-12", "court", "o1", "home", 2)
        old, new = log(*steady[:12], until="2023-12"), log(*steady)
        rows = cn.Coalition.from_frames(referrals=undated).referrals
        new = new.with_tables(referrals=pd.concat([new.referrals, rows], ignore_index=True))
        assert compare_waves(old, new).said[1] == (
            "One referral of the later folder without a date is left out: the month isn't known."
        )

    def test_the_very_same_months_stay_and_it_is_said(self):
        one = log(("2023-01", "court", "o1", "home", 2))
        found = compare_waves(one, log(("2023-01", "court", "o1", "home", 3)))
        assert found.said == (SAME_MONTHS,)
        assert found.pathways[["earlier", "later"]].to_numpy().tolist() == [[2, 3]]

    def test_compare_puts_the_log_that_begins_earlier_first(self):
        late = whole().with_settings(period_start=date(2024, 1, 1))
        later = late.with_tables(
            referrals=late.referrals[late.referrals["on"] >= "2024"].reset_index(drop=True)
        )
        found = cn.compare(later, whole())
        assert found.later_label == "January 2024 to December 2024"
        assert found.earlier_label == "January 2023 to December 2023"

    def test_a_later_log_within_the_earlier_one_is_refused(self):
        with pytest.raises(cn.CollabnetError) as error:
            compare_waves(whole(), last_year())
        assert str(error.value) == (
            "Two times need an earlier and a later one; all months of the second log (January "
            "2023 to December 2023) are in the first (January 2023 to December 2024). Give the "
            "earlier time first, or compare times of one folder: cn.waves(coalition)."
        )
