"""The sample two_waves: its committed answers, and what is told of it to whom."""

import json
import re
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location

import pytest

import collabnet as cn
from cli.calls import call
from collabnet.comparison.waves import compare_waves, waves
from collabnet.comparison.waves.one_wave import coalition_of_wave, waves_of
from collabnet.data.samples import copy_sample
from collabnet.plots.difference_map import difference_highlight, difference_places, difference_svg
from collabnet.reports.waves_text import CHANCE, waves_text
from collabnet.sharing.released_waves import ReleasedWaves
from collabnet.sharing.say_waves import ABOUT_PEOPLE
from collabnet.sharing.waves import release_waves
from risk.reading import GRADE, grade
from samples.sample_files import ROOT, SAMPLES, expected, table

NAME = "two_waves"


@cache
def over_time():
    return waves(cn.load(f"sample:{NAME}"))


@cache
def script():
    path = ROOT / "scripts" / "make_two_waves.py"
    spec = spec_from_file_location("make_two_waves", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestFiles:
    def test_the_committed_files_are_what_the_script_writes(self):
        for name, text in script().build_files().items():
            assert (SAMPLES / NAME / name).read_text("utf-8") == text, name

    def test_the_rows_are_as_many_as_stated(self):
        counts = expected(NAME)["counts"]
        for name in ("agencies", "people", "referrals"):
            assert len(table(NAME, name)) == counts[name]
        assert len(over_time().coalition.answers) == counts["answers"]

    def test_every_row_is_illustrative(self):
        assert set(over_time().coalition.answers["status"]) == {"illustrative"}
        assert set(over_time().coalition.referrals["evidence_status"]) == {"illustrative"}


class TestAnswers:
    def test_ties_among_those_who_answered_both_times(self):
        (survey,), answer = over_time().survey, expected(NAME)
        counts = survey.counts.set_index("what").loc["ties"].to_dict()
        assert counts == pytest.approx(answer["ties"])
        told = survey.to_dict()["answered"]
        assert {key: told[key] for key in answer["answered"]} == answer["answered"]
        assert (survey.earlier_label, survey.later_label) == ("2023", "2024")

    def test_mean_ties_and_its_chance(self):
        row = over_time().survey[0].measures.set_index("measure").loc["mean_ties"]
        answer = expected(NAME)["mean_ties"]
        assert row["earlier"] == pytest.approx(answer["earlier"], abs=1e-4)
        assert row["later"] == pytest.approx(answer["later"], abs=1e-4)
        assert row["p"] == answer["p"]
        assert row["is_exact"]

    def test_the_carrier_who_fades_and_the_link_that_fell_silent(self):
        (fade,), (quiet,) = over_time().fades, over_time().quiet
        answer = expected(NAME)
        told = {key: getattr(fade, key, None) for key in answer["fading"]}
        assert told | {"since": str(fade.now.start)} == answer["fading"]
        told = {key: getattr(quiet, key) for key in answer["quiet"]}
        assert told | {"since": str(quiet.since)} == answer["quiet"]

    def test_the_last_window_stands_beside_the_same_months_a_year_before(self):
        log = over_time().log
        assert log.earlier_label == "July 2023 to December 2023"
        counts = log.counts.set_index("what").loc["pathways"].drop("not_compared").to_dict()
        assert counts == expected(NAME)["pathways_year_on_year"]

    def test_windows_of_more_than_a_year_never_overlap(self):
        assert waves(over_time().coalition, months=13).log is None
        year = waves(over_time().coalition, months=12).log
        assert year.earlier_label == "January 2023 to December 2023"

    def test_without_two_years_the_window_before_is_taken(self):
        coalition = over_time().coalition.with_settings(period_start=date(2023, 7, 1))
        assert waves(coalition, months=6).log.earlier_label == "July 2023 to December 2023"
        assert waves(coalition, months=8).log.earlier_label == "September 2023 to April 2024"

    def test_findings_are_gained_and_resolved(self):
        change = over_time().log.change
        assert "pathway:clinic:advocacy" in [one.id for one in change.gained]
        assert "pathway:school:shelter" in [one.id for one in change.resolved]

    def test_windows_stand_beside_the_one_before(self):
        found = over_time().windows
        assert found["referrals"].tolist() == [120, 120, 119, 120]
        assert found["pathways"].tolist() == [3, 3, 4, 3]
        assert found["jaccard"].tolist()[1:] == [1.0, 0.75, 0.75]


class TestChosen:
    def test_waves_come_by_their_days(self):
        assert waves_of(over_time().coalition) == ("2023", "2024")

    def test_a_wave_holds_its_own_answers_only(self):
        one = coalition_of_wave(over_time().coalition, "2023")
        assert set(one.answers["wave"]) == {"2023"}
        assert set(one.ties["wave"]) == {"2023"}

    def test_waves_that_are_kept_apart_are_none(self):
        assert waves_of(cn.load("sample:site_b")) == ()

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (["2023"], "Two waves or more are compared; got 2023. The waves are: 2023, 2024."),
            (
                ["2023", "2025"],
                "There is no wave '2025'. Did you mean 2024 or 2023? The waves are: 2023, 2024.",
            ),
        ],
    )
    def test_a_wave_that_is_not_there(self, given, said):
        with pytest.raises(cn.CollabnetError) as error:
            cn.waves(over_time().coalition, given)
        assert str(error.value) == said

    def test_what_is_no_coalition(self):
        with pytest.raises(cn.CollabnetError) as error:
            cn.waves("two_waves")
        assert str(error.value) == (
            "Waves need a coalition; got 'two_waves'. Load one first: cn.load('folder')."
        )


class TestTold:
    def test_warnings_are_questions_about_links(self):
        assert release_waves(over_time()).warnings == (
            "No referral has gone from School to Shelter in the last nine months of the log; 15 "
            "referrals had in the 15 months before. This may be no cases, another way to send "
            "them or another way of keeping the log: ask.",
            "One of the three officers who carry the link from Court to Residential Program "
            "carries less than half of what they did. From July 2024 to December 2024 it was 12 "
            "of 90 referrals (13 %); before, 108 of 270 (40 %). This may be leave, a new task or "
            "another way of keeping the log: ask there.",
        )

    def test_every_text_can_be_read_at_grade_9(self):
        released = release_waves(over_time())
        said = [*released.warnings, *released.watch, ABOUT_PEOPLE, CHANCE]
        said += [text for one in released.times for text in one.said]
        assert [text for text in said if grade(text) > GRADE] == []

    def test_a_log_too_short_says_so(self):
        text = waves_text(release_waves(waves(cn.load("sample:two_waves"), months=24)))
        assert "The log fills fewer than two windows of 24 months" in text

    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_outside_nothing_but_numbers_of_links(self, audience):
        """No id or name of a person or agency, no count of referrals, no date of a warning."""
        released = release_waves(over_time(), audience)
        text = waves_text(released)
        coalition = over_time().coalition
        names = [*coalition.people["name"], *coalition.agencies["name"]]
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)]
        assert not re.search(r"\b(12|15|108|119|120|270|479)\b", text)
        assert released.warnings == released.earlier_warnings == ()
        assert released.windows.empty
        for one in released.times:
            assert one.changes.empty
            assert one.figures.empty
            assert not one.map["ties"]
            assert one.gained == one.mended == one.broken == ()

    @pytest.mark.parametrize("audience", ["internal", "partner"])
    def test_how_many_answered_stands_beside_the_ties(self, audience):
        said = release_waves(over_time(), audience).times[-1].said
        assert said[:2] == (
            "7 of 10 asked answered on contact in wave 2023 (70 %; 63 of 90 possible ties known).",
            "7 of 10 asked answered on contact in wave 2024 (70 %; 63 of 90 possible ties known).",
        )

    def test_only_sharing_makes_it(self):
        with pytest.raises(TypeError, match=r"Only collabnet\.sharing makes released values"):
            ReleasedWaves("internal", "", "", "", (), (), (), over_time().windows, ())

    def test_two_coalitions_compared_are_told_as_one(self):
        coalition = over_time().coalition
        one, other = (coalition_of_wave(coalition, wave) for wave in ("2023", "2024"))
        text = waves_text(release_waves(compare_waves(one, other)))
        assert "Two times: later beside earlier" in text
        assert "Ties      3     1    2     50 %" in text


class TestMap:
    def test_the_change_is_told_by_dashes_sign_and_word_beside_colour(self):
        drawn = release_waves(over_time()).times[1].map
        picture = difference_svg(drawn, title="Two waves", label="made up")
        for word in ("kept", "new (+)", "lost (×)"):
            assert f">{word}</text>" in picture
        # Two lost lines and their line in the legend are dashed, and signed with a disc.
        assert picture.count('stroke="#d55e00" stroke-width="1.6"') == 3
        assert picture.count("stroke-dasharray") == 3
        assert picture.count('stroke="#0072b2" stroke-width="1.6"') == 2

    def test_whoever_is_there_at_either_time_has_one_place(self):
        drawn = release_waves(over_time()).times[1].map
        places = difference_places(drawn)
        assert set(places["agencies"]) == set(over_time().coalition.agencies["agency_id"])
        assert {row["id"] for row in drawn["people"]} == {
            "advocate_1", "counselor_1", "detective_1", "intake_1", "officer_1", "officer_2",
        }  # fmt: skip

    def test_the_lines_to_highlight(self):
        drawn = release_waves(over_time()).times[0].map
        assert difference_highlight(drawn) == {
            "kept": ["change:court>residential", "change:police>advocacy"],
            "new": ["change:clinic>advocacy"],
            "lost": ["change:school>shelter"],
        }


class TestCommand:
    def test_text_says_warnings_first(self, capsys):
        answer = call(capsys, "waves", f"sample:{NAME}")
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.index("Early warnings") < answer.out.index("Windows of the log")
        assert answer.out.index("The log:") < answer.out.index("Survey wave 2024 beside 2023")

    def test_json_has_the_same_answers_each_time(self, capsys):
        first, second = (
            call(capsys, "waves", f"sample:{NAME}", "--format", "json").out for _ in range(2)
        )
        assert first == second
        said = json.loads(first)
        assert next(iter(said)) == "schema_version"
        assert said["fading"][0]["person"] == "officer_1"
        assert said["waves"][0]["counts"][0]["jaccard"] == 0.5

    def test_json_for_partners_names_nobody(self, capsys):
        out = call(
            capsys, "waves", f"sample:{NAME}", "--format", "json", "--audience", "partner"
        ).out
        assert not re.search("officer|court", out, re.IGNORECASE)

    def test_csv_is_one_cell_a_line(self, capsys):
        out = call(capsys, "waves", f"sample:{NAME}", "--format", "csv").out.splitlines()
        assert out[0] == "times,table,row,column,value,notice,label"
        assert all(line.endswith("example: made up to show change over time") for line in out[1:])

    def test_a_map_is_written_to_a_file(self, capsys, tmp_path):
        file = tmp_path / "map.svg"
        answer = call(capsys, "waves", f"sample:{NAME}", "--format", "svg", "--output", file)
        assert answer.code == 0
        assert file.read_text("utf-8").startswith("<svg ")

    def test_a_file_for_partners_is_written_down_in_the_folder(self, capsys, tmp_path):
        folder = copy_sample(NAME, tmp_path / "ours")
        file = tmp_path / "passed_on.txt"
        options = ("--audience", "partner", "--output", file)
        answer = call(capsys, "waves", folder, *options)
        assert (answer.code, answer.err) == (0, f"Written: {file}\n")
        assert "Early warnings, and all that the log tells over time, stay with" in file.read_text(
            "utf-8"
        )
        (line,) = (folder / "disclosures.jsonl").read_text("utf-8").splitlines()
        assert json.loads(line)["audience"] == "partner"

    def test_without_ties_nothing_is_said_of_ties(self, capsys):
        one, other = cn.load("sample:g1"), cn.load("sample:g1_second_intake")
        text = waves_text(release_waves(compare_waves(one, other)))
        assert "Ties" not in text
        assert "answered" not in text

    def test_no_map_for_partners(self, capsys):
        answer = call(capsys, "waves", f"sample:{NAME}", "--format", "svg", "--audience", "partner")
        assert answer.code == 1
        assert "A map of differences needs two times of a coalition and the audience" in answer.err

    def test_a_window_that_can_not_be(self, capsys):
        answer = call(capsys, "waves", f"sample:{NAME}", "--months", "0")
        assert answer.code == 1
        assert answer.err.startswith("A window needs a whole number of months from 1 to 24; got 0.")

    @pytest.mark.parametrize("sample", ["g1", "programs"])
    def test_a_coalition_without_waves_is_answered(self, capsys, sample):
        answer = call(capsys, "waves", f"sample:{sample}")
        assert answer.code == 0, answer.err
        assert "Survey wave" not in answer.out
