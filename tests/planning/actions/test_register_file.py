"""The file of the action register: what people write in it is kept."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.planning.actions import FILE, Action
from planning.actions.ours import DAY


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
                "the columns that end in _before are written by collabnet; got 'worst'",
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

    def test_a_folder_of_its_name_is_no_empty_register(self, folder):
        (folder / FILE).mkdir()
        with pytest.raises(cn.CollabnetError, match=r"actions\.csv is a folder, not a file"):
            cn.load_actions(folder)

    def test_a_number_that_is_taken_is_not_given_again(self, folder):
        """Not even where its line can't be used: once it is corrected it needs its number."""
        text = "action,what,status\n1,Ask,open\n2,Tell,later\n"
        (folder / FILE).write_text(text)
        assert cn.add_action(folder, "Sign").id == 3
        file = folder / FILE
        file.write_text(file.read_text("utf-8").replace("later", "open"), "utf-8")
        assert [one.what for one in cn.load_actions(folder)] == ["Ask", "Tell", "Sign"]

    def test_a_cell_too_many_is_not_moved_into_a_new_column(self, folder):
        text = "action,what,status\n1,Ask,open\n3,Foo,open,extra\n"
        (folder / FILE).write_text(text)
        with pytest.raises(cn.CollabnetError) as caught:
            cn.add_action(folder, "Sign")
        assert str(caught.value) == (
            "actions.csv needs more columns, and row 3 has 4 cells where the first row names 3: "
            "what stands in the last would be taken for another column. Correct that row; nothing "
            "was written."
        )
        assert (folder / FILE).read_text() == text

    def test_a_file_as_a_spreadsheet_saves_it_is_read_once_it_is_said_how(self, folder):
        (folder / FILE).write_bytes("action;what;status\n1;Caf\u00e9;open\n".encode("cp1252"))
        with pytest.raises(cn.CollabnetError, match="encoding"):
            cn.load_actions(folder)
        assert [one.what for one in cn.load_actions(folder, {"encoding": "cp1252"})] == [
            "Caf\u00e9"
        ]
        settings = folder / "coalition.toml"
        said = settings.read_text("utf-8") + '\n[reading]\nencoding = "cp1252"\n'
        settings.write_text(said, "utf-8")
        assert cn.drop_action(folder, 1).what == "Caf\u00e9"
        assert [one.what for one in cn.load_actions(folder)] == ["Caf\u00e9"]

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
