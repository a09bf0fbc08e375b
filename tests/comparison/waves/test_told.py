"""What is told of two times: what each rests on, what got worse, and what stays inside."""

import json
from datetime import date
from random import Random

import pandas as pd
import pytest

import collabnet as cn
from cli.calls import call
from collabnet.comparison.waves import compare_waves, waves
from collabnet.comparison.waves.apart import SAME_MONTHS
from collabnet.reports.compared import compared_text
from collabnet.reports.waves_parts import NOTHING, NOTHING_OUTSIDE
from collabnet.reports.waves_text import waves_text
from collabnet.sharing.say_waves import ABOUT_PEOPLE, LOG_OF_ONE, ONE_LOG, UNTRIED, WINDOWS_ALONE
from collabnet.sharing.waves import release_waves
from comparison.waves.small import every, log, survey
from risk.cases import G1, coalition
from risk.reading import GRADE, grade
from samples.shared import coalition_of

OUTSIDE = ("partner", "public")
TWO_YEARS = every("2023-01", "2024-12", "court", "o1", "home", 4)


def over_time(**options):
    return waves(coalition_of("two_waves"), **options)


def taken_over():
    """Site B, and Site B with two officers where there were three."""
    before = coalition_of("site_b")
    rows = before.referrals
    after = rows.assign(from_person=rows["from_person"].replace("officer_b1", "officer_b2"))
    return compare_waves(before, before.with_tables(referrals=after))


class TestWindows:
    def test_they_rest_on_the_log_alone(self):
        """Neither answers nor ties are those of a month: no contact comes or goes with one."""
        found = over_time().log
        for one in (found.earlier, found.later):
            assert one.ties.empty
            assert one.answers.empty
        told = [*found.gained, *found.resolved, *(one for pair in found.changed for one in pair)]
        assert {(one.kind, one.sources) for one in told} == {("pathway", ("log",))}

    def test_ties_that_say_on_what_referrals_rest_stay(self):
        ties = pd.DataFrame(
            {"from_id": ["o1", "o1"], "to_id": ["home_worker", "away_worker"],
             "kind": ["referral"] * 2, "basis": ["formal"] * 2}
        )  # fmt: skip
        people = pd.DataFrame(
            {"person_id": ["o1", "home_worker", "away_worker"],
             "agency_id": ["court", "home", "away"]}
        )  # fmt: skip
        both = log(*TWO_YEARS, people=people)
        made = cn.Coalition.from_frames(
            referrals=both.referrals, people=people, ties=ties, settings=both.settings
        )
        (tie,) = waves(made).log.later.ties.to_dict("records")
        assert tie["to_id"] == "home_worker"

    def test_what_counts_findings_on_contacts_is_no_figure_of_a_window(self):
        assert not over_time().log.differences["figure"].str.contains("findings").any()

    def test_hand_offs_inside_an_agency_are_counted_apart(self):
        within = every("2023-01", "2024-12", "court", "o1", "court", 1)
        found = waves(log(*TWO_YEARS, *within))
        assert found.windows["referrals"].tolist() == [24] * 4
        assert found.windows["inside"].tolist() == [6] * 4
        released = release_waves(found)
        assert released.windows.iloc[0, 1:4].tolist() == ["24", "6", "1"]
        assert released.times[0].figures["Later"].tolist() == [
            "0 to 24 of 24 (not known what is on paper)",
            "0 of 24",
        ]

    def test_a_coalition_without_a_log_has_none(self):
        people = pd.DataFrame({"person_id": ["ann", "bob"], "agency_id": ["a", "b"]})
        two = pd.DataFrame(
            {"source": ["ann"], "target": ["bob"], "kind": ["contact"], "reported_by": ["ann"]}
        )
        ties = pd.concat([two.assign(wave="2023"), two.assign(wave="2024")], ignore_index=True)
        settings = coalition_of("two_waves").settings
        made = cn.Coalition.from_frames(people=people, ties=ties, settings=settings)
        found = waves(made)
        assert found.log is None
        assert found.windows.empty
        text = waves_text(release_waves(found))
        for word in ("Windows", "Early warnings", "The log", "Pathways"):
            assert word not in text
        assert text.count("Ties of wave 2024 beside 2023, over those who told of them both") == 1

    def test_how_much_is_found_is_said_of_six_months_only(self):
        said = {months: " ".join(release_waves(over_time(months=months)).watch)
                for months in (3, 6, 12)}  # fmt: skip
        assert "None of them carries 40 referrals in six months or more" in said[6]
        assert UNTRIED not in said[6]
        for months in (3, 12):
            assert UNTRIED in said[months]
            assert "40" not in said[months]


class TestWhatGotWorse:
    def test_findings_that_changed_say_what_they_said_and_say(self):
        (pair,) = release_waves(taken_over()).times[0].changed
        before, now = pair
        assert before.startswith("Three officers carry every referral from Juvenile court")
        assert "11 to 21 referrals a year" in before
        assert now.startswith("Two officers carry every referral from Juvenile court")

    @pytest.mark.parametrize("form", ["text", "html", "csv", "json"])
    def test_they_stand_in_every_format(self, form):
        text = " ".join(compared_text(taken_over(), form).split())
        for word in ("Three officers carry every referral", "Two officers carry every referral"):
            assert word in text

    def test_another_severity_is_said(self):
        few, many = (
            log(*every("2023-01", "2024-12", "court", "o1", "home", n),
                *every("2023-01", "2024-12", "court", "o1", "away", 2))
            for n in (1, 5)
        )  # fmt: skip
        said = dict(release_waves(compare_waves(few, many)).times[0].changed)
        severities = [(before.split(":")[0], now.split(":")[0]) for before, now in said.items()]
        assert ("High", "Critical") in severities

    def test_a_pathway_with_too_few_referrals_left_is_not_mended(self):
        old = log(*every("2023-01", "2023-12", "court", "o1", "home", 1), until="2023-12")
        new = log(*every("2023-01", "2023-12", "court", "o1", "home", 1),
                  *every("2024-01", "2024-03", "court", "o1", "home", 1))  # fmt: skip
        (one,) = release_waves(compare_waves(old, new)).times
        assert one.mended == one.broken == ()
        assert len(one.unclear) == 1
        text = waves_text(release_waves(compare_waves(old, new)))
        assert "Findings whose link has too few referrals now to be ranked" in text

    def test_of_a_time_without_a_log_no_pathway_is_lost(self):
        before = coalition_of("two_waves")
        after = before.with_tables(referrals=before.referrals.iloc[:0])
        found = compare_waves(before, after)
        assert found.pathways.empty
        assert not [one for one in found.resolved if "log" in one.sources]
        (told,) = release_waves(found).times
        assert LOG_OF_ONE in told.said
        assert told.counts["What"].tolist() == ["Ties"]

    def test_of_a_time_without_ties_no_contact_is_new(self):
        after = coalition_of("two_waves")
        before = after.with_tables(
            answers=after.answers.iloc[:0], ties=after.own_ties
        ).with_settings(name="Before")
        kinds = {one.kind for one in compare_waves(before, after).gained}
        assert kinds <= {"pathway", "coverage"}

    def test_of_two_folders_no_early_warning_is_looked_for_and_it_is_said(self):
        text = " ".join(waves_text(release_waves(taken_over())).split())
        assert ONE_LOG in text
        assert "fell silent and no carrier" not in text


class TestWords:
    def test_what_was_compared_can_be_read_at_grade_9(self):
        both = coalition_of("two_waves")
        said = [
            SAME_MONTHS,
            ONE_LOG,
            UNTRIED,
            WINDOWS_ALONE,
            ABOUT_PEOPLE,
            NOTHING,
            NOTHING_OUTSIDE,
        ]
        said += compare_waves(both, both.with_settings(name="Copy")).said
        said += compare_waves(both, both.with_settings(period_end=date(2025, 6, 30))).said
        assert [text for text in said if grade(text) > GRADE] == []

    def test_none_is_none(self):
        old, new = (survey(("ann", "bob"), answered=("ann", "bob"), wave=w) for w in "12")
        assert release_waves(compare_waves(old, new)).times[0].said[-1] == (
            "Two answered both times and are compared; none answered only the first time, "
            "none only the second."
        )

    def test_where_nobody_was_surveyed_nobody_answered(self):
        said = release_waves(taken_over()).times[0].said
        assert said[-2].startswith("23 told of ties both times and are compared; none told of")
        assert "answered" not in " ".join(said)

    def test_ties_of_one_time_alone_are_not_compared(self):
        old = survey(("ann", "bob"), answered=("ann", "bob"))
        nobody = old.with_tables(answers=old.answers.iloc[:0], ties=old.own_ties)
        assert release_waves(compare_waves(old, nobody)).times[0].said[-1] == (
            "Ties are known of one of the two times only, so none is compared."
        )

    def test_each_wave_says_its_own_rate_once(self):
        both = coalition_of("two_waves")
        said = release_waves(compare_waves(both, both.with_settings(name="Copy"))).times[0].said
        assert [one[:46] for one in said if "asked answered" in one] == [
            f"7 of 10 asked answered on contact in wave {year}" for year in (2023, 2024)
        ]

    def test_waves_are_a_list(self):
        with pytest.raises(cn.CollabnetError) as error:
            cn.waves(coalition_of("two_waves"), "2023")
        assert str(error.value) == (
            "Waves need a list of two labels or more; got '2023' alone. The waves are: 2023, 2024."
        )

    def test_two_folders_are_for_compare(self, capsys):
        answer = call(capsys, "waves", "old", "new")
        assert answer.code == 2
        assert answer.err == (
            "collabnet waves: Got unexpected extra argument(s) (new). It takes one folder; two are "
            "compared by: collabnet compare OLD NEW. Read: collabnet waves --help\n"
        )


class TestOutside:
    @pytest.mark.parametrize("audience", OUTSIDE)
    def test_nothing_of_the_log_is_told(self, audience):
        """Any log gives the same text: no count of it can be bounded, whatever the windows."""
        random, known = Random(0), coalition_of("two_waves")
        rows = known.referrals
        texts = set()
        for _ in range(5):
            drawn = rows.iloc[sorted(random.sample(range(len(rows)), random.randint(5, 400)))]
            made = known.with_tables(referrals=drawn.reset_index(drop=True))
            for months in (1, 6):
                found = waves(made, months=months)
                texts.add(tuple(compared_text(found, form, audience)
                                for form in ("text", "html", "csv", "json")))  # fmt: skip
        (told,) = texts
        assert "Pathways" not in " ".join(told)

    def test_a_log_alone_leaves_nothing_to_pass_on(self):
        text = compared_text(taken_over().__class__(coalition(*G1[:7]), coalition(*G1)), "text",
                             "partner")  # fmt: skip
        assert "No two waves of a survey are compared here" in text

    def test_a_wave_is_told_by_its_order_where_its_name_could_name_somebody(self):
        people = [survey(("ann", "bob"), answered=("ann", "bob"), wave=w)
                  for w in ("first", "asked by Zoe Zulu")]  # fmt: skip
        settings = people[0].settings
        answers = pd.concat([one.answers for one in people], ignore_index=True)
        both = cn.Coalition.from_frames(people=people[0].people, answers=answers, settings=settings)
        for form in ("text", "html", "csv", "json"):
            assert "Zulu" not in compared_text(waves(both), form, "partner")
        (told,) = json.loads(compared_text(waves(both), "json", "partner"))["times"]
        assert told["title"] == "2 beside 1"
        assert "answered on contact in wave 1 (" in told["said"][0]
