"""What was worked out is kept: once for each question, however many ask."""

import threading

import pytest

from collabnet_dashboards.desk.kept import Kept


def test_it_is_worked_out_once_for_each_question():
    asked = []
    kept = Kept(lambda n: asked.append(n) or 2 * n, most=4)
    assert [kept(1), kept(2), kept(1)] == [2, 4, 2]
    assert asked == [1, 2]
    assert (kept.has(2), kept.has(3)) == (True, False)


def test_the_oldest_goes_first():
    asked = []
    kept = Kept(lambda n: asked.append(n) or n, most=2)
    for n in (1, 2, 1, 3, 1, 2):
        kept(n)
    assert asked == [1, 2, 3, 2]


def test_an_error_is_not_kept():
    answers = iter([ValueError("not yet"), 7])

    def work(_):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    kept = Kept(work, most=2)
    with pytest.raises(ValueError, match="not yet"):
        kept(1)
    assert kept(1) == 7


def test_those_who_ask_the_same_wait_and_others_do_not():
    """While one question takes long, another is answered; then both get the same answer."""
    begun, go_on = threading.Event(), threading.Event()
    asked = []

    def work(n):
        asked.append(n)
        if n == 1:
            begun.set()
            go_on.wait(30)
        return object()

    kept = Kept(work, most=4)
    found = []
    threads = [threading.Thread(target=lambda: found.append(kept(1))) for _ in range(2)]
    for thread in threads:
        thread.start()
    begun.wait(30)
    assert kept(2) is kept(2)
    go_on.set()
    for thread in threads:
        thread.join(30)
    assert found[0] is found[1]
    assert sorted(asked) == [1, 2]
