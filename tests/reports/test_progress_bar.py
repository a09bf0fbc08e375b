"""What who waits for long work sees."""

import sys

import pytest

import collabnet as cn
from collabnet.engine import work
from collabnet.engine.work import in_parts
from collabnet.reports import progress_bar
from collabnet.reports.progress_bar import open_bar


@pytest.fixture
def one_second_a_part(monkeypatch):
    """Work that seems to take a second an item."""
    now = [0.0]
    monkeypatch.setattr(work.time, "perf_counter", lambda: now[0])

    def part(begin, end):
        now[0] += end - begin
        return end - begin

    return part


def at_a_terminal(monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


class TestProgress:
    def test_long_work_is_announced_where_there_is_no_terminal(self, capsys, one_second_a_part):
        with cn.progress():
            assert sum(in_parts(one_second_a_part, 30, part=1, what="walking all paths")) == 30
        printed = capsys.readouterr()
        assert printed.err == "walking all paths takes about 28 seconds; Ctrl+C stops it.\n"
        assert printed.out == ""

    def test_short_work_is_silent(self, capsys):
        with cn.progress():
            list(in_parts(lambda begin, end: end, 30, part=1, what="walking all paths"))
        assert capsys.readouterr() == ("", "")

    def test_it_is_part_of_the_public_face(self):
        assert cn.progress is progress_bar.progress

    def test_an_error_inside_goes_on(self):
        with pytest.raises(KeyboardInterrupt), cn.progress():
            raise KeyboardInterrupt


class TestBar:
    """On a terminal a bar appears after half a second, and is gone at the end."""

    def test_it_names_what_is_done_and_how_much(self, monkeypatch, capsys):
        at_a_terminal(monkeypatch)
        monkeypatch.setattr(progress_bar, "WAIT", 0)
        with open_bar() as tell:
            tell("walking all paths", 0.25)
        said = capsys.readouterr().err
        assert "walking all paths" in said
        assert "25%" in said

    def test_short_work_shows_none(self, monkeypatch, capsys):
        at_a_terminal(monkeypatch)
        with open_bar() as tell:
            tell("walking all paths", 0.25)
            tell("walking all paths", 1.0)
        assert capsys.readouterr().err == ""

    def test_the_announcement_stands_beside_it(self, monkeypatch, capsys, one_second_a_part):
        at_a_terminal(monkeypatch)
        monkeypatch.setattr(progress_bar, "WAIT", 0)
        with cn.progress():
            list(in_parts(one_second_a_part, 30, part=1, what="walking all paths"))
        said = capsys.readouterr().err
        assert "walking all paths takes about 28 seconds; Ctrl+C stops it." in said

    def test_no_terminal_no_bar(self):
        with open_bar() as tell:
            assert tell is None
