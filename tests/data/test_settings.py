"""coalition.toml: what a coalition says about itself, and the answers that it keeps."""

from datetime import date

import pytest

from collabnet.data.options import OPTIONS, Answers, parse_answer
from collabnet.model.errors import AssumptionError, ReadingError
from collabnet.model.period import Period
from collabnet.risk.outcomes import outcomes
from data.small_site import HEADER, where


def settings(site, text):
    return site.write("coalition.toml", text).load().settings


class TestSettings:
    def test_every_setting_is_read(self, site):
        read = settings(
            site,
            """
            name = "Site B"
            id = "b"
            label = "example: made up"
            about = "An example."
            log_status = "illustrative"
            vital = [["court", "shelter"]]
            confirmed = [["court", "program"]]
            [period]
            start = 2023-07-01
            end = "2024-06-30"
            [roster]
            boundary = "Agencies of the letter."
            asked = "one person each"
            [assumptions]
            departure_rate = "middle"
            weeks_to_fill = 8
            weeks_can_wait = 2.5
            [policy]
            consent = ["court"]
            [reading]
            date_order = "day-first"
            [reading.ties]
            zero_strength = "no tie"
            """,
        )
        assert (read.name, read.id, read.label) == ("Site B", "b", "example: made up")
        assert (read.log_status, read.vital) == ("illustrative", (("court", "shelter"),))
        assert read.confirmed == (("court", "program"),)
        assert (read.period_start, read.period_end) == (date(2023, 7, 1), date(2024, 6, 30))
        assert read.boundary == "Agencies of the letter. asked: one person each"
        assert read.assumptions.departure_rate == 0.15
        assert read.assumptions.rate_label == "middle: 0.15 a year for everybody, assumed"
        assert (read.assumptions.weeks_to_fill, read.assumptions.weeks_can_wait) == (8, 2.5)
        assert read.consent == ("court",)
        assert read.reading == {"date_order": "day-first", "ties.zero_strength": "no tie"}
        assert site.codes() == []

    def test_without_the_file_the_folder_gives_the_name(self, site):
        (site.path / "coalition.toml").unlink()
        assert site.found("no_settings").level == "NOTE"
        read = site.load().settings
        assert (read.name, read.id) == ("site", "site")
        assert read.assumptions.departure_rate is None

    def test_the_files_read_have_their_fingerprints(self, site):
        inputs = site.load().inputs
        assert list(inputs) == ["coalition.toml", "agencies.csv", "people.csv", "referrals.csv"]
        assert {len(digest) for digest in inputs.values()} == {64}


class TestWhatIsWrong:
    def test_a_syntax_error_names_its_line(self, site):
        problem = site.write("coalition.toml", 'name = "x"\nid = b\n').found("settings_syntax")
        assert where(problem) == ("STOP", "coalition.toml", None, 2, "", "")
        assert problem.message.startswith("coalition.toml can't be read: Invalid value")
        with pytest.raises(ReadingError, match="Correct that line; texts stand in double quotes"):
            site.load()

    @pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"name = 'Caf\xe9'", b"a = " + b"[" * 9999])
    def test_bytes_that_are_no_toml_are_refused(self, site, data):
        assert site.write("coalition.toml", data).found("settings_syntax").level == "STOP"

    def test_an_unknown_setting_is_noted_with_the_nearest(self, site):
        problem = site.write("coalition.toml", "[period]\nstrat = 2024-01-01\n").found(
            "unknown_setting"
        )
        assert (problem.level, problem.value) == ("NOTE", "period.strat")
        assert problem.message == (
            "The setting 'period.strat' is not known and has no effect. It may be period.start."
        )

    def test_settings_of_what_is_not_read_yet_are_noted(self, site):
        assert site.write("coalition.toml", "[columns]\nx = 1\n").codes() == ["setting_not_used"]

    @pytest.mark.parametrize(
        ("text", "name", "needed"),
        [
            ("name = 3", "name", "a text in double quotes"),
            ("vital = ['court']", "vital", "a list of pairs of agencies"),
            ("confirmed = 'court'", "confirmed", "a list of pairs of agencies"),
            ("period = 2024", "period", "to be a table: a line [period]"),
            ("[period]\nstart = '1.2.2024'", "period.start", "a day such as 2023-01-31"),
            ("[period]\nstart = 2024-02-01\nend = 2024-01-01", "period.end", "a day that is not"),
            ("[policy]\nconsent = 'court'", "policy.consent", 'a list of ids such as ["court_b"]'),
            ("log_status = 'rumour'", "log_status", "reported or reported_of_group or inferred"),
            ("[roster]\nboundary = 3", "roster.boundary", "a text in double quotes"),
            ("[reading]\ndate_order = 'ymd'", "reading.date_order", "day-first or month-first"),
            ("[reading]\nheader_row = 0", "reading.header_row", "a whole number from 1"),
            ("reading = 3", "reading", "to be a table: a line [reading]"),
        ],
    )
    def test_a_value_that_a_setting_cannot_have_is_refused(self, site, text, name, needed):
        problem = site.write("coalition.toml", text).found("wrong_setting")
        assert problem.level == "STOP"
        assert problem.message.startswith(f"The setting {name} needs {needed}")

    def test_agencies_that_no_table_has_are_noted(self, site):
        site.write("coalition.toml", 'vital = [["court", "clinic"]]\n')
        problem = site.found("unknown_in_settings")
        assert problem.message == "vital names the agency 'clinic', which is in no table."

    def test_so_are_those_of_confirmed_pathways(self, site):
        site.write("coalition.toml", 'confirmed = [["court", "clinic"]]\n')
        problem = site.found("unknown_in_settings")
        assert problem.message == "confirmed names the agency 'clinic', which is in no table."

    def test_referrals_outside_the_stated_period_are_noted(self, site):
        site.write("coalition.toml", "[period]\nstart = 2024-02-01\n")
        problem = site.found("outside_period")
        assert (problem.level, problem.row) == ("NOTE", 2)
        assert problem.message == (
            "1 referral lies outside the period observed (2024-02-01 to the last): not counted."
        )

    def test_an_end_that_lies_ahead_is_left_out_until_it_is_over(self, site):
        """Sent on 5 January to 7 March, read on 30 June: the log ends in March, not in 2099."""
        site.write("coalition.toml", "[period]\nstart = 2024-01-01\nend = 2099-12-31\n")
        problem = site.found("period_ahead")
        assert (problem.level, problem.column, problem.value) == (
            "NOTE", "period.end", "2099-12-31",
        )  # fmt: skip
        assert problem.message == (
            "period.end is '2099-12-31' and lies ahead: nobody knows yet what happens until then. "
            "Up to that day the first or last month in the log counts instead."
        )
        assert site.load().period == Period(date(2024, 1, 1), date(2024, 3, 31))

    def test_so_no_referral_is_followed_into_the_future(self, site):
        """One accepted on the day, eight open since 28 June: nobody knows of 30 days yet."""
        rows = [f"r{i},2024-06-28,o1,court,program,i1," for i in range(9)]
        rows = [f"{rows[0]}accepted,2024-06-28", *(f"{row}acknowledged," for row in rows[1:])]
        site.log(*rows, header=f"{HEADER.strip()},status,status_date\n")
        site.write("coalition.toml", "[period]\nstart = 2024-01-01\nend = 2024-12-31\n")
        found = outcomes(site.load())
        assert found.until == date(2024, 6, 28)
        assert found.times["within_30_share"].isna().all()

    def test_a_start_that_lies_ahead_is_left_out_too(self, site):
        site.write("coalition.toml", "[period]\nstart = 2099-01-01\nend = 2099-12-31\n")
        assert site.codes(besides={"no_roster"}).count("period_ahead") == 2
        assert site.load().period == Period(date(2024, 1, 1), date(2024, 3, 31))

    def test_today_itself_is_over(self, site):
        site.write("coalition.toml", "[period]\nstart = 2024-01-01\nend = 2024-06-30\n")
        assert site.load().period == Period(date(2024, 1, 1), date(2024, 6, 30))

    def test_a_period_never_ends_before_it_starts(self, site):
        """The log ends in March, the period begins in May and isn't over: no day of it is known."""
        site.write("coalition.toml", "[period]\nstart = 2024-05-01\nend = 2024-12-31\n")
        assert site.load().period == Period(date(2024, 5, 1), date(2024, 5, 1))


class TestAssumptions:
    @pytest.mark.parametrize(
        ("given", "rate"), [('"low"', 0.05), ('"High"', 0.35), ("0.2", 0.2), ("1", 1.0)]
    )
    def test_rates_are_a_word_or_a_number(self, site, given, rate):
        read = settings(site, f"[assumptions]\ndeparture_rate = {given}\n")
        assert read.assumptions.departure_rate == rate
        assert "a year for everybody" in read.assumptions.rate_label

    @pytest.mark.parametrize(
        "given", ["-0.1", '"often"', "nan", "inf", "true", "13", "[0.1]", "9" * 400]
    )
    def test_a_rate_outside_what_it_can_be_is_refused(self, site, given):
        site.write("coalition.toml", f"[assumptions]\ndeparture_rate = {given}\n")
        assert site.found("wrong_assumption").level == "STOP"
        needed = "needs low, middle, high or a number of departures a year from 0 to 12"
        with pytest.raises(AssumptionError, match=needed):
            site.load()

    @pytest.mark.parametrize("text", ["weeks_to_fill = -1", "years = 0", "weeks_can_wait = '3'"])
    def test_other_assumptions_have_bounds(self, site, text):
        site.write("coalition.toml", f"[assumptions]\n{text}\n")
        with pytest.raises(AssumptionError, match=f"assumptions.{text.split()[0]} needs a number"):
            site.load()

    def test_weeks_are_a_number_or_the_lowest_and_the_highest(self, site):
        text = "weeks_to_fill = [8, 26]\nweeks_can_wait = 3\nweeks_to_rebuild = [40, 40]\n"
        read = settings(site, f"[assumptions]\n{text}").assumptions
        assert (read.weeks_to_fill, read.fill_range) == (17, (8, 26))
        assert (read.weeks_can_wait, read.wait_range) == (3, None)
        assert (read.weeks_to_rebuild, read.rebuild_range) == (40, None)

    def test_takeover_and_trust_are_ranges_and_a_number_is_both_ends(self, site):
        text = "takeover = 0.3\ntrust_share = [0.4, 0.8]\ntrust_weeks = [2, 10]\n"
        read = settings(site, f"[assumptions]\n{text}").assumptions
        assert (read.takeover, read.trust_share, read.trust_weeks) == (
            (0.3, 0.3),
            (0.4, 0.8),
            (2, 10),
        )
        plain = settings(site, "").assumptions
        assert (plain.takeover, plain.trust_share, plain.trust_weeks) == (
            (0, 1),
            (0.5, 1),
            (4, 26),
        )

    @pytest.mark.parametrize(
        ("text", "needed"),
        [
            ("weeks_to_fill = [26, 8]", "a number from 0 to 520, or the lowest and the highest"),
            ("weeks_to_fill = [8]", "a number from 0 to 520, or the lowest and the highest"),
            ("takeover = [0, 2]", "a number from 0 to 1, or the lowest and the highest"),
            ("trust_weeks = [true, 3]", "a number from 0 to 520, or the lowest and the highest"),
        ],
    )
    def test_a_range_that_is_none_is_refused(self, site, text, needed):
        site.write("coalition.toml", f"[assumptions]\n{text}\n")
        with pytest.raises(AssumptionError, match=f"assumptions.{text.split()[0]} needs {needed}"):
            site.load()


class TestAnswers:
    def test_what_is_said_beside_the_file_wins(self, site):
        site.write("coalition.toml", '[reading]\nunknown_actors = "reject"\n')
        site.log("r1,2024-01-05,o9,court,program,i1")
        assert len(site.load(unknown_actors="add").referrals) == 1

    def test_an_unknown_answer_is_noted_with_the_nearest(self, site):
        problem = site.found("unknown_setting", dateorder="day-first")
        assert (problem.file, problem.level) == ("--reading", "NOTE")
        assert problem.message.endswith("It may be reading.date_order.")

    def test_a_wrong_answer_is_refused(self, site):
        problem = site.found("wrong_setting", delimiter="ab")
        assert (problem.file, problem.level) == ("--reading", "STOP")
        assert problem.message == (
            "The setting reading.delimiter needs one character such as ; or its name such as tab; "
            "got 'ab'."
        )

    def test_one_file_may_be_answered_alone(self):
        answers = Answers({"decimal": ",", "ties.decimal": "."})
        assert (answers.of("ties", "decimal"), answers.of("agencies", "decimal")) == (".", ",")

    @pytest.mark.parametrize(
        ("key", "given", "read"),
        [
            ("delimiter", "tab", "\t"),
            ("delimiter", "\t", "\t"),
            ("delimiter", ";", ";"),
            ("decimal", ",", ","),
            ("decimal", "Comma", ","),
            ("zero_strength", "NO_TIE", "no tie"),
            ("century", 20, "20"),
            ("header_row", "3", 3),
            ("header_row", True, None),
            ("header_row", 2.5, None),
            ("header_row", "9" * 5000, None),
            ("drop", "a, b", ("a", "b")),
            ("drop", ["a"], ("a",)),
            ("drop", [1], None),
            ("strength_scale", "5-1", None),
            ("encoding", "", None),
            ("second_table", {}, None),
        ],
    )
    def test_answers_are_read_or_refused(self, key, given, read):
        assert parse_answer(OPTIONS[key], given) == read
