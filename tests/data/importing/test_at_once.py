"""Two imports at once: no update is lost, and who came second is told."""

import multiprocessing

import pytest

from collabnet.data.importing.plan import plan_import
from collabnet.data.store import FolderChangedError
from collabnet.model.errors import CollabnetError
from data.importing.import_case import TODAY

HEADER = "date,from_agency,to_agency\n"


def log(case, number):
    rows = f"2024-01-0{number},court_{number},shelter\n2024-02-0{number},court_{number},clinic\n"
    return case.file(f"log_{number}.csv", HEADER + rows)


def import_at(barrier, path, into, queue):
    """Import a file when all others are ready too; tell what came of it."""
    barrier.wait()
    try:
        done = plan_import([path], into, today=TODAY)
        assert not done.is_refused
        done.write()
        queue.put((path.name, ""))
    except CollabnetError as error:
        queue.put((path.name, str(error)))


class TestAtOnce:
    @pytest.mark.parametrize("is_new", [True, False])
    def test_processes_at_once_lose_nothing(self, case, is_new):
        """The rows of each import that says it was done are there; the others say that not."""
        case.into = case.into.resolve()
        if not is_new:
            case.do(log(case, 9))
        context = multiprocessing.get_context("spawn")
        barrier, queue = context.Barrier(4), context.Queue()
        every = [
            context.Process(target=import_at, args=(barrier, log(case, n), case.into, queue))
            for n in range(1, 5)
        ]
        for one in every:
            one.start()
        told = dict(queue.get(timeout=100) for _ in every)
        for one in every:
            one.join()
        done = {name for name, said in told.items() if not said} | (
            set() if is_new else {"log_9.csv"}
        )
        rows = [row[0].partition(",")[0] for row in case.rows("referrals.csv", "imported_from")]
        assert sorted(rows) == sorted([*done, *done])
        assert {row[0] for row in case.rows("imports.csv", "file")} == done
        assert {said for said in told.values() if said} <= {
            f"{case.into} has changed while the files were read. Nothing was written; run the "
            "import again."
        }
        assert len(done) > (not is_new)

    def test_the_second_is_told_and_both_are_there_once_it_is_run_again(self, case):
        case.do(log(case, 9))
        first, second = case.plan(log(case, 1)), case.plan(log(case, 2))
        first.write()
        with pytest.raises(FolderChangedError):
            second.write()
        case.do(log(case, 2))
        assert len(case.rows()) == 6

    @pytest.mark.parametrize(
        "name", ["coalition.toml", "imports.csv", "crosswalk.csv", "agencies.csv", "referrals.csv"]
    )
    def test_whatever_was_read_and_has_changed_refuses_it(self, case, name):
        case.do(log(case, 9))
        done = case.plan(log(case, 1))
        path = case.into / name
        changed = (path.read_bytes() if path.exists() else b"") + b"\n"
        path.write_bytes(changed)
        with pytest.raises(FolderChangedError):
            done.write()
        assert path.read_bytes() == changed
        assert len(case.rows()) == 2
