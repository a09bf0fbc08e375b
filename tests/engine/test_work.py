"""Long work in parts: the same answers in any number of threads, told and stopped in between."""

import logging
import os
import signal
import threading
import time

import pytest

from collabnet.engine import work
from collabnet.engine.work import in_parts, told_to


class Heard:
    """Keeps what it is told; stops the work after some parts if asked to."""

    def __init__(self, stop_after=None):
        self.stop_after = stop_after
        self.expected, self.parts = [], []

    def expect(self, what, seconds):
        self.expected.append((what, round(seconds, 6)))

    def advance(self, what, done, total):
        self.parts.append((what, done, total))
        if self.stop_after is not None and len(self.parts) == self.stop_after:
            raise KeyboardInterrupt


class Clock:
    """Time goes on by what the work says, and not otherwise."""

    def __init__(self, monkeypatch):
        self.now = 0.0
        monkeypatch.setattr(work.time, "perf_counter", lambda: self.now)

    def takes(self, seconds):
        """A part that takes so many seconds an item."""

        def part(begin, end):
            self.now += seconds * (end - begin)
            return end - begin

        return part


def bounds(begin, end):
    return begin, end


class TestAnswers:
    """They come in order, and depend on the parts alone."""

    @pytest.mark.parametrize("threads", [1, 2, 5, None])
    def test_the_same_for_any_number_of_threads(self, threads):
        def slower_at_first(begin, end):
            time.sleep(0.005 if begin < 4 else 0)
            return begin, end

        found = list(in_parts(slower_at_first, 11, part=2, what="x", threads=threads))
        assert found == [(0, 2), (2, 4), (4, 6), (6, 8), (8, 10), (10, 11)]

    def test_nothing_to_do_gives_nothing(self):
        assert list(in_parts(bounds, 0, part=3, what="x")) == []
        assert list(in_parts(bounds, 0, part=3, what="x", threads=None)) == []

    def test_a_part_larger_than_all(self):
        assert list(in_parts(bounds, 3, part=100, what="x", threads=None)) == [(0, 3)]

    def test_one_thread_works_in_the_thread_that_asks(self):
        (found,) = in_parts(lambda *_: threading.current_thread(), 1, part=1, what="x")
        assert found is threading.current_thread()

    def test_few_answers_wait_to_be_taken(self):
        """Work goes no further ahead than two parts for each thread."""
        done = []
        answers = in_parts(lambda begin, _: done.append(begin), 100, part=1, what="x", threads=2)
        next(answers)
        time.sleep(0.05)
        assert len(done) <= 6
        answers.close()

    def test_an_error_of_a_part_reaches_who_asked(self):
        def fails(begin, end):
            raise ValueError(f"{begin} to {end}")

        for threads in (1, 2):
            with pytest.raises(ValueError, match="0 to 1"):
                list(in_parts(fails, 5, part=1, what="x", threads=threads))


class TestListener:
    @pytest.mark.parametrize("threads", [1, 3])
    def test_it_hears_of_every_part_in_order(self, threads):
        heard = Heard()
        with told_to(heard):
            list(in_parts(bounds, 5, part=2, what="counting", threads=threads))
        assert heard.parts == [("counting", 2, 5), ("counting", 4, 5), ("counting", 5, 5)]

    def test_of_work_inside_of_work_it_hears_the_whole_alone(self):
        """In between it is told again how far the whole is."""

        def work(begin, end):
            return sum(in_parts(lambda one, other: other - one, 3, part=1, what="inside"))

        heard = Heard()
        with told_to(heard):
            assert list(in_parts(work, 2, part=1, what="the whole")) == [3, 3]
        assert heard.parts == [
            ("the whole", done, 2) for done in (0, 0, 1, 1, 1, 2)
        ]  # fmt: skip

    def test_and_can_cancel_it_there(self):
        begun = []

        def work(begin, end):
            return list(in_parts(lambda one, _: begun.append(one), 9, part=1, what="inside"))

        with told_to(Heard(stop_after=2)), pytest.raises(KeyboardInterrupt):
            list(in_parts(work, 2, part=1, what="the whole"))
        assert begun == [0, 1]

    def test_after_the_block_it_hears_nothing(self):
        heard = Heard()
        with told_to(heard):
            pass
        list(in_parts(bounds, 5, part=2, what="counting"))
        assert heard.parts == []

    @pytest.mark.parametrize("threads", [1, 2])
    def test_raising_cancels_the_rest(self, threads):
        begun = []
        with told_to(Heard(stop_after=2)), pytest.raises(KeyboardInterrupt):
            list(
                in_parts(
                    lambda begin, _: begun.append(begin), 1000, part=1, what="x", threads=threads
                )
            )
        so_far = len(begun)
        assert so_far <= 2 + 3 * threads
        time.sleep(0.02)
        assert len(begun) == so_far, "threads go on"

    @pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
    @pytest.mark.parametrize("threads", [1, 2])
    def test_ctrl_c_is_heard_between_two_parts(self, threads):
        begun = []

        def part(begin, end):
            begun.append(begin)
            time.sleep(0.01)
            if begin == 3:
                os.kill(os.getpid(), signal.SIGINT)

        with pytest.raises(KeyboardInterrupt):
            list(in_parts(part, 1000, part=1, what="x", threads=threads))
        assert len(begun) < 20


class TestExpectation:
    """Work of more than some seconds is announced, once, soon after it began."""

    def test_said_once_after_the_second_part(self, monkeypatch):
        clock, heard = Clock(monkeypatch), Heard()
        with told_to(heard):
            list(in_parts(clock.takes(1.0), 100, part=1, what="long work"))
        assert heard.expected == [("long work", 98.0)]

    def test_nothing_is_said_of_short_work(self, monkeypatch):
        clock, heard = Clock(monkeypatch), Heard()
        with told_to(heard):
            list(in_parts(clock.takes(0.049), 100, part=1, what="short work"))
        assert heard.expected == []

    def test_what_is_done_once_is_not_multiplied(self, monkeypatch):
        """Compiling makes the first part slow; it says nothing about the others."""
        clock, heard = Clock(monkeypatch), Heard()

        def compiles_first(begin, end):
            clock.now += 9.0 if begin == 0 else 0.001

        with told_to(heard):
            list(in_parts(compiles_first, 100, part=1, what="x"))
        assert heard.expected == []

    def test_work_that_grows_slower_is_announced_when_that_shows(self, monkeypatch):
        clock, heard = Clock(monkeypatch), Heard()

        def slower(begin, end):
            clock.now += 0.001 if begin < 50 else 1.0

        with told_to(heard):
            list(in_parts(slower, 100, part=1, what="x"))
        assert len(heard.expected) == 1

    def test_without_a_listener_it_stands_in_the_log(self, monkeypatch, caplog):
        clock = Clock(monkeypatch)
        with caplog.at_level(logging.WARNING, logger="collabnet"):
            list(in_parts(clock.takes(2.0), 101, part=1, what="betweenness"))
        assert caplog.messages == ["betweenness takes about 3 minutes; Ctrl+C stops it."]
