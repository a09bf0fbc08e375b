"""The action register: kept in the folder, tested anew when an action is closed."""

from dataclasses import replace
from datetime import date

import pytest

import collabnet as cn
from collabnet.model import Period
from collabnet.planning.actions import FILE, Action, Standing, standing_of
from planning.actions.ours import DAY, HEADER, LINK, STANDS, WAS, WHOSE, YEAR, assessed, opened


class TestAdding:
    def test_it_is_written_with_how_the_finding_stands(self, folder):
        action = opened(folder, who="the director", due=date(2027, 3, 1))
        assert action == Action(
            1,
            "Name a second person to receive them",
            "the director",
            date(2027, 3, 1),
            "open",
            LINK,
            DAY,
            before=STANDS,
        )
        assert list(cn.load_actions(folder)) == [action]
        assert (folder / FILE).read_text("utf-8").splitlines() == [
            HEADER,
            "1,Name a second person to receive them,the director,2027-03-01,open,"
            f"{LINK},2027-01-04,,critical,48,need another way,48,2023-01-01/2023-12-31,,,,,",
        ]

    def test_numbers_go_on_after_the_highest(self, folder):
        (folder / FILE).write_text("action,what,status\n7,Ask the court,open\n")
        assert opened(folder).id == 8

    def test_an_unknown_finding_is_refused_with_what_is_near(self, folder):
        with pytest.raises(cn.CollabnetError) as caught:
            opened(folder, finding="pathway:court_b:residential")
        assert str(caught.value).startswith(
            "There is no finding 'pathway:court_b:residential' in this coalition as it is now. "
            "Near is pathway:court_b:residential_program"
        )
        assert not (folder / FILE).exists()

    def test_nothing_said_is_refused(self, folder):
        with pytest.raises(cn.CollabnetError) as caught:
            cn.add_action(folder, " \n")
        assert str(caught.value) == (
            "An action needs what is to be done, in 1 to 500 letters; got 0."
        )

    def test_a_sample_stays_as_it_is(self):
        with pytest.raises(cn.CollabnetError, match="is a sample, which stays as it is"):
            cn.add_action("sample:site_b", "Ask")

    def test_the_folder_is_read_as_before(self, folder):
        opened(folder)
        assert not [one for one in cn.check(folder).problems["code"] if "file" in one]
        assert FILE not in cn.check(folder).other_files


class TestClosing:
    def test_the_change_is_measured_in_the_files_of_that_day(self, folder):
        """A second person receives a third of the referrals: one departure ends it no more."""
        opened(folder)
        log = folder / "referrals.csv"
        text = log.read_text("utf-8")
        log.write_text(text.replace("program_director", "program_therapist", 16), "utf-8")
        closed = cn.close_action(folder, 1, assessment=assessed(folder), today=DAY)
        assert (closed.status, closed.closed) == ("done", DAY)
        assert closed.before == STANDS
        assert closed.after is not None and closed.after.a_year == 32.0
        assert closed.measured == (
            f"{WAS}Now: {closed.after.severity}, 32 referrals a year would need another way if one "
            f"person left.{WHOSE}"
        )
        assert list(cn.load_actions(folder)) == [closed]

    def test_no_change_in_the_files_is_said(self, folder):
        opened(folder)
        assert cn.close_action(folder, 1, assessment=assessed(folder)).measured == (
            "The files show no change yet: critical, 48 referrals a year would need another way "
            "if one person left."
        )

    def closed_with(self, folder, change, table="referrals.csv"):
        """What is said when it is closed after a change of a table's lines, the header first."""
        opened(folder)
        file = folder / table
        header, *lines = file.read_text("utf-8").splitlines()
        file.write_text("\n".join([header, *change(lines)]) + "\n", "utf-8")
        return cn.close_action(folder, 1, assessment=assessed(folder), today=DAY)

    @pytest.mark.parametrize("n", [0, 1, 5, 20])
    def test_rows_that_are_missing_mend_nothing(self, folder, n):
        """A log that was cut short isn't a link that was mended."""

        def cut(lines):
            along = [line for line in lines if "court_b,residential_program" in line]
            return [line for line in lines if line not in along[n:]]

        closed = self.closed_with(folder, cut)
        assert closed.after.severity == "not told"
        assert closed.measured == (
            f"{WAS}Now it can't be told: {n} referral{'s' * (n != 1)} in the log now, 48 then."
        )
        assert list(cn.load_actions(folder)) == [closed]

    def test_nor_does_a_log_that_is_gone(self, folder):
        """What is known of a tie alone is less, not better."""
        opened(folder)
        (folder / "referrals.csv").unlink()
        closed = cn.close_action(folder, 1, assessment=assessed(folder), today=DAY)
        assert closed.after.severity == "not told"
        assert closed.measured.startswith(
            f"{WAS}Now it can't be told: 0 referrals in the log now, 48 then"
        )

    def test_nor_does_an_agency_that_is_called_otherwise(self, folder):
        opened(folder)
        for file in folder.glob("*.csv"):
            text = file.read_text("utf-8")
            if file.name != FILE:
                file.write_text(text.replace("residential_program", "the_program"), "utf-8")
        closed = cn.close_action(folder, 1, assessment=assessed(folder), today=DAY)
        assert closed.measured == (
            f"{WAS}Now it can't be told: the files have no such agency any more."
        )

    def test_nor_do_names_that_are_missing(self):
        """A question is no better than what was known: whoever isn't named may be one person."""
        one = Action(1, "Sign", finding=LINK, before=STANDS, after=replace(STANDS, severity="ask"))
        assert one.measured == (
            f"{WAS}Now it can't be told: the files only raise a question about it (ask)."
        )

    def test_what_another_finding_tells_is_not_resolved(self, folder):
        """Of one service what is said of all; of a single contact what is said of its pathway."""
        found, pair = assessed(folder), "court_b:residential_program"
        assert standing_of(found, f"{LINK}:residential care").severity == "critical"
        assert standing_of(found, f"contacts:{pair}").severity == "moderate"
        (folder / "ties.csv").unlink()
        found = assessed(folder)
        assert f"contacts:{pair}" not in {one.id for one in found.judged}
        single, strained = Standing("high", 48.0, rows=48), Standing("moderate", rows=48)
        assert standing_of(found, f"contacts:{pair}", single).severity != "resolved"
        assert standing_of(found, f"contacts:{pair}", strained).severity == "resolved"

    def test_few_rows_tell_of_a_link_that_never_had_more(self):
        """A pathway that is marked vital has findings however thin it is."""
        found = assessed("sample:site_b")
        thin = next(
            one for one in found.all_pathways
            if one.is_thin and not one.service and not [f for f in found.judged
            if f.id == f"pathway:{':'.join(one.pair)}"]
        )  # fmt: skip
        id_ = f"pathway:{':'.join(thin.pair)}"
        assert standing_of(found, id_, Standing("high", 2.0, rows=thin.n)).severity == "resolved"
        assert standing_of(found, id_, Standing("high", 9.0, rows=9)).severity == "not told"

    def test_half_a_year_with_half_of_the_rows_is_as_much(self):
        then = Standing("high", 48, "stop", 48, YEAR)
        half = Standing("resolved", 0, "stop", 24, Period(date(2024, 1, 1), date(2024, 6, 30)))
        assert half.beside(then) == half
        few = replace(half, rows=11)
        assert few.beside(then).severity == "not told"
        one = Action(1, "Sign", finding=LINK, before=then, after=few.beside(then))
        assert one.measured.endswith(
            "Now it can't be told: 11 referrals in the log now (2024-01-01 to 2024-06-30), 48 then "
            "(2023-01-01 to 2023-12-31)."
        )

    def test_a_finding_that_is_gone_while_its_link_is_recorded_is_resolved(self, folder):
        """Four officers and four who receive, and an agreement: nothing rests on a few."""
        opened(folder)
        log = folder / "referrals.csv"
        lines = log.read_text("utf-8").splitlines()
        for place, line in enumerate(lines):
            if "court_b,residential_program" in line:
                cells = line.split(",")
                cells[2] = f"officer_n{place % 8}" if cells[2] else ""
                lines[place] = ",".join(cells).replace("program_director", f"helper_{place % 8}")
        log.write_text("\n".join(lines) + "\n", "utf-8")
        people = folder / "people.csv"
        header = people.read_text("utf-8").splitlines()[0].split(",")
        more = [
            {"person_id": f"{who}_{n}".replace("n_", "n"), "agency_id": agency}
            for n in range(8)
            for who, agency in (("officer_n", "court_b"), ("helper", "residential_program"))
        ]
        with people.open("a", encoding="utf-8") as file:
            file.writelines(",".join(one.get(name, "") for name in header) + "\n" for one in more)
        closed = cn.close_action(folder, 1, assessment=assessed(folder), today=DAY)
        assert (closed.after.severity, closed.after.rows) == ("resolved", 48)
        assert closed.measured == f"{WAS}Now: resolved.{WHOSE}"

    def test_what_waits_is_not_said_to_stop(self, folder):
        """An agreement that names the post: the same referrals would wait, and are not lost."""
        opened(folder)
        file = folder / "agreements.csv"
        text = file.read_text("utf-8").rstrip("\n")
        said = {
            "agreement_id": "ours", "from_agency": "court_b", "to_agency": "residential_program",
            "kind": "protocol", "names_position": "yes", "in_use": "yes",
        }  # fmt: skip
        cells = [said.get(name, "") for name in text.splitlines()[0].split(",")]
        file.write_text(f"{text}\n{','.join(cells)}\n", "utf-8")
        closed = cn.close_action(folder, 1, assessment=assessed(folder), today=DAY)
        assert closed.measured == (
            f"{WAS}Now: moderate, 48 referrals a year would wait for a successor if one person "
            f"left.{WHOSE}"
        )

    def test_an_action_about_no_finding_has_nothing_to_measure(self, folder):
        cn.add_action(folder, "Ask the court for its list")
        assert cn.close_action(folder, 1).measured == ""

    def test_a_finding_needs_the_assessment_of_today(self, folder):
        opened(folder)
        with pytest.raises(cn.CollabnetError) as caught:
            cn.close_action(folder, 1)
        assert str(caught.value) == (
            "Action 1 is about a finding: closing it needs the assessment of today."
        )
        assert cn.load_actions(folder)[1].status == "open"

    def test_a_dropped_action_stays_in_the_register(self, folder):
        opened(folder)
        assert cn.drop_action(folder, 1, today=DAY).status == "dropped"
        assert [one.status for one in cn.load_actions(folder)] == ["dropped"]

    def test_there_is_no_such_action(self, folder):
        cn.add_action(folder, "Ask")
        with pytest.raises(cn.CollabnetError) as caught:
            cn.drop_action(folder, 3)
        assert str(caught.value) == "There is no action 3. The register has 1."
