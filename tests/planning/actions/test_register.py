"""The action register: kept in the folder, tested anew when an action is closed."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.data.samples import copy_sample
from collabnet.planning.actions import FILE, Action, Standing

LINK = "pathway:court_b:residential_program"
DAY = date(2027, 1, 4)
HEADER = (
    "action,what,who,due,status,finding,opened,closed,severity_before,a_year_before,"
    "severity_after,a_year_after"
)


@pytest.fixture
def folder(tmp_path):
    return copy_sample("site_b", tmp_path / "ours", called="Ours")


def assessed(folder):
    return cn.assess(cn.load(folder))


def opened(folder, **more):
    given = {"finding": LINK, "assessment": assessed(folder), "today": DAY} | more
    return cn.add_action(folder, "Name a second person to receive them", **given)


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
            before=Standing("critical", 48.0),
        )
        assert list(cn.load_actions(folder)) == [action]
        assert (folder / FILE).read_text("utf-8").splitlines() == [
            HEADER,
            "1,Name a second person to receive them,the director,2027-03-01,open,"
            f"{LINK},2027-01-04,,critical,48,,",
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
        assert closed.before == Standing("critical", 48.0)
        assert closed.after is not None and closed.after.a_year == 32.0
        assert closed.measured == (
            "Was: critical, 48 referrals a year would stop if one person left. Now: "
            f"{closed.after.severity}, 32 referrals a year would stop if one person left."
        )
        assert list(cn.load_actions(folder)) == [closed]

    def test_no_change_in_the_files_is_said(self, folder):
        opened(folder)
        assert cn.close_action(folder, 1, assessment=assessed(folder)).measured == (
            "The files show no change yet: critical, 48 referrals a year would stop if one person "
            "left."
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


class TestFile:
    def test_what_people_write_in_it_is_kept(self, folder):
        """Own columns, blank lines, formulas as text and lines that can't be used all stay."""
        (folder / FILE).write_text(
            "what,action,status,remark\n'=SUM(A1),1,Open,ours\n\nAsk,zwei,open,kept\n", "utf-8"
        )
        register = cn.load_actions(folder)
        assert [(one.what, one.status) for one in register] == [("=SUM(A1)", "open")]
        assert register.problems == (
            "actions.csv, row 4 can't be used and is left as it is: action needs a number from 1 "
            "on; got 'zwei'. Correct it there.",
        )
        cn.drop_action(folder, 1, today=DAY)
        lines = (folder / FILE).read_text("utf-8").splitlines()
        assert lines[1].startswith("'=SUM(A1),1,dropped,ours,,,,,2027-01-04")
        assert lines[3].startswith("Ask,zwei,open,kept")

    @pytest.mark.parametrize(
        ("line", "why"),
        [
            ("1,,open,,", "what is empty; it needs what was decided"),
            ("1,Ask,later,,", "status needs open, done or dropped; got 'later'"),
            ("1,Ask,open,soon,", "due needs a day like 2027-01-31; got 'soon'"),
            (
                "1,Ask,open,,worst",
                "severity_before and a_year_before are written by collabnet; got 'worst' and '0'",
            ),
            ("1,Ask,open,,,6", "it has 6 cells and the header 5"),
        ],
    )
    def test_a_line_that_cannot_be_used_is_told(self, folder, line, why):
        (folder / FILE).write_text(f"action,what,status,due,severity_before\n{line}\n")
        register = cn.load_actions(folder)
        assert register.problems == (
            f"actions.csv, row 2 can't be used and is left as it is: {why}. Correct it there.",
        )
        assert len(register) == 0

    def test_a_number_twice_counts_once(self, folder):
        (folder / FILE).write_text("action,what,status\n1,Ask,open\n1,Tell,open\n")
        register = cn.load_actions(folder)
        assert [one.what for one in register] == ["Ask"]
        assert "there is an action 1 above it already" in register.problems[0]

    def test_another_table_is_refused_and_left(self, folder):
        (folder / FILE).write_text("name,sum\nx,1\n")
        with pytest.raises(cn.CollabnetError) as caught:
            cn.add_action(folder, "Ask")
        assert str(caught.value) == (
            "actions.csv needs one column each of action, what and status; found name and sum. "
            "Correct the first row, or move the file out of the folder; it was left as it is."
        )
        assert (folder / FILE).read_text() == "name,sum\nx,1\n"


def test_an_open_action_is_late_after_its_day():
    action = Action(1, "Ask", due=DAY)
    assert not action.is_late(DAY)
    assert action.is_late(date(2027, 1, 5))
    assert not Action(1, "Ask", due=DAY, status="done").is_late(date(2027, 1, 5))
