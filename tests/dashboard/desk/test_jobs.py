"""Long work in the background: told, cancelled, taken once, by whoever holds its token alone."""

import threading

import pytest

from collabnet.engine.work import in_parts
from collabnet.model.errors import CollabnetError
from collabnet_dashboards.desk import jobs as module
from collabnet_dashboards.desk.jobs import Jobs, TooManyError

GONE = "What was asked for isn't there any more. Ask for it again."


def over(jobs, token):
    """Wait until a job is over, and give it."""
    for _ in range(2_000):
        if (job := jobs.state(token)) is not None and job.is_over:
            return job
        threading.Event().wait(0.005)
    raise AssertionError("the job doesn't end")


class TestAnswers:
    def test_an_answer_is_taken_once(self):
        jobs = Jobs()
        token = jobs.begin("Adding", lambda: 1 + 1)
        assert over(jobs, token).status == "done"
        assert jobs.take(token) == 2
        with pytest.raises(CollabnetError) as caught:
            jobs.take(token)
        assert str(caught.value) == GONE

    @pytest.mark.parametrize("token", ["", "guessed", None, 3, ["a"]])
    def test_without_its_token_nobody_hears_of_it(self, token):
        jobs = Jobs()
        jobs.begin("Adding", lambda: 1)
        assert jobs.state(token) is None
        jobs.cancel(token)
        with pytest.raises(CollabnetError, match="isn't there any more"):
            jobs.take(token)

    def test_an_error_for_users_keeps_its_words(self):
        def fail():
            raise CollabnetError("The plan needs a log. Add one.")

        jobs = Jobs()
        token = jobs.begin("The plan", fail)
        assert over(jobs, token).status == "failed"
        with pytest.raises(CollabnetError, match="The plan needs a log"):
            jobs.take(token)

    def test_of_another_error_only_an_id_is_told(self):
        def fail():
            raise ValueError("Ann in staff.csv")

        jobs = Jobs()
        token = jobs.begin("The plan", fail)
        assert over(jobs, token).error.startswith("Something went wrong (error ")
        assert "Ann" not in jobs.state(token).error


class TestTelling:
    def test_it_says_how_far_it_is_and_stops_where_it_is_cancelled(self):
        """Work in parts hears of it between two parts."""
        reached, go_on = threading.Event(), threading.Event()

        def part(begin, end):
            if begin == 2:
                reached.set()
                go_on.wait(30)
            parts.append(begin)

        parts = []
        jobs = Jobs()
        token = jobs.begin("Betweenness", lambda: list(in_parts(part, 10, part=2, what="people")))
        reached.wait(30)
        assert jobs.state(token).words.startswith("Betweenness: ")
        assert jobs.state(token).words.endswith("so far, 20% of people.")
        jobs.cancel(token)
        go_on.set()
        assert over(jobs, token).status == "cancelled"
        for _ in range(400):
            if threading.active_count() == 1:
                break
            threading.Event().wait(0.005)
        assert parts == [0, 2]
        with pytest.raises(CollabnetError, match="isn't there any more"):
            jobs.take(token)

    def test_no_more_than_two_run_at_once_and_the_next_says_so(self):
        go_on = threading.Event()
        jobs = Jobs()
        tokens = [jobs.begin("The plan", lambda: go_on.wait(30)) for _ in range(3)]
        for _ in range(400):
            states = [jobs.state(token).status for token in tokens]
            if states.count("running") == 2:
                break
            threading.Event().wait(0.005)
        assert sorted(states) == ["running", "running", "waiting"]
        waiting = tokens[states.index("waiting")]
        assert jobs.state(waiting).words == "The plan: waits for other work to end."
        go_on.set()
        assert {over(jobs, token).status for token in tokens} == {"done"}

    def test_too_much_work_is_refused(self, monkeypatch):
        monkeypatch.setattr(module, "MOST", 1)
        go_on = threading.Event()
        jobs = Jobs()
        token = jobs.begin("One", lambda: go_on.wait(30))
        with pytest.raises(TooManyError) as caught:
            jobs.begin("Two", lambda: None)
        assert str(caught.value) == (
            "The dashboard is busy with other work. Wait a moment and try again."
        )
        go_on.set()
        over(jobs, token)

    def test_what_nobody_takes_is_forgotten(self, monkeypatch):
        monkeypatch.setattr(module, "KEPT", 0.0)
        jobs = Jobs()
        token = jobs.begin("One", lambda: None)
        over(jobs, token)
        over(jobs, jobs.begin("Two", lambda: None))
        assert jobs.state(token) is None

    def test_work_that_took_long_is_kept_from_its_end_on(self, monkeypatch):
        """Else the answer of work that took longer than that would be gone before it is taken."""
        now = [0.0]
        monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
        jobs = Jobs()
        token = jobs.begin("The plan", lambda: now.append(now.pop() + 2 * module.KEPT))
        over(jobs, token)
        over(jobs, jobs.begin("Another", lambda: None))
        assert jobs.state(token).status == "done"

    def test_work_that_nobody_asks_about_any_more_ends(self, monkeypatch):
        """Its page was closed: it would take the place of others."""
        monkeypatch.setattr(module, "UNASKED", -1.0)
        jobs, parts = Jobs(), []
        token = jobs.begin(
            "The plan", lambda: list(in_parts(lambda a, b: parts.append(a), 10, part=2, what="x"))
        )
        assert over(jobs, token).status == "cancelled"
        assert len(parts) < 5


class TestFastHands:
    def test_work_cancelled_before_its_turn_never_begins(self):
        go_on, begun = threading.Event(), []
        jobs = Jobs()
        busy = [jobs.begin("The plan", lambda: go_on.wait(30)) for _ in range(module.AT_ONCE)]
        third = jobs.begin("Another", lambda: begun.append(1))
        jobs.cancel(third)
        go_on.set()
        for token in busy:
            over(jobs, token)
        over(jobs, jobs.begin("Last", lambda: None))
        assert jobs.state(third).status == "cancelled"
        assert begun == []

    def test_what_is_done_cannot_be_cancelled(self):
        jobs = Jobs()
        token = jobs.begin("Adding", lambda: 2)
        over(jobs, token)
        jobs.cancel(token)
        assert jobs.take(token) == 2

    def test_what_is_taken_too_early_goes_on(self):
        go_on = threading.Event()
        jobs = Jobs()
        token = jobs.begin("Adding", lambda: go_on.wait(30))
        with pytest.raises(CollabnetError, match="isn't there any more"):
            jobs.take(token)
        go_on.set()
        assert over(jobs, token).status == "done"
        assert jobs.take(token) is True
