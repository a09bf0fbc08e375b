"""Read one case in every way an import does, and check what comes of it."""

import shutil
from datetime import date

from collabnet.data.check import check
from collabnet.data.importing.plan import plan_import
from collabnet.data.importing.sources import read_sources
from collabnet.data.networks.read import read_network
from collabnet.data.options import OPTIONS, Answers
from collabnet.data.records import split_records
from collabnet.model.errors import CollabnetError
from fuzz.dice import Dice
from fuzz.rules import check_network, check_problems, check_sources, hold

TODAY = date(2024, 12, 31)
REPEATED_EVERY, IMPORTED_EVERY, AGAIN_EVERY, NETWORK_EVERY = 11, 10, 5, 3
LOOSE_EVERY = 4
GOOD_LOG = b"date,from_person,from_agency,to_agency\n2024-01-05,officer_b1,court_b,shelter\n"
MOST_ROUNDS = 12
LARGE = 5_000
"""Rows beyond which a file is read once: each reading has the time that is allowed to itself."""
LEVELS = ("OK", "NOTE", "ROW", "ASK", "STOP")


def examine(case, folder):
    """Check everything of a case in an empty folder; give its program and its worst level.

    Raises
    ------
    BrokenRuleError
        If a rule doesn't hold. Whatever else is raised is a find as well.
    """
    paths = []
    for name, data in case.files.items():
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    if case.seed.folder:
        level = _check_folder(folder)
        return "folder", level, _import_into(folder) if _drawn(case, LOOSE_EVERY) else ""
    sources = read_sources(paths, lambda _: Answers(), TODAY)
    check_sources(sources, folder)
    program = next((one.program.name for one in sources if one.program), "none")
    worst = _worst([one for source in sources for one in source.problems])
    if sum(len(draft.cells) for source in sources for draft in source.drafts) > LARGE:
        return program, worst, ""
    if _drawn(case, REPEATED_EVERY):
        again = read_sources(paths, lambda _: Answers(), TODAY)
        hold(_said(sources) == _said(again), "reading twice says the same twice")
    if _drawn(case, NETWORK_EVERY):
        for source in sources:
            check_network(source)
            _read_as_network(source.given)
    if _drawn(case, LOOSE_EVERY):
        for path in paths:
            _check_loose(path, folder)
    imported = _import(case, paths, folder) if _drawn(case, IMPORTED_EVERY) else ""
    return program, worst, imported


def _drawn(case, every):
    """Whether it is this case's turn, of so many; number 0 is everything's."""
    return case.number == 0 or Dice(f"{case.number} of {every}").below(every) == 0


def _said(sources):
    return [
        (source.problems, [(t.spec.name, t.kept.to_csv()) for t in source.tables])
        for source in sources
    ]


def _worst(problems):
    return max((one.level for one in problems), key=LEVELS.index, default="OK")


def _read_as_network(path):
    try:
        read_network(path)
    except CollabnetError as error:
        hold(str(error).strip(), "an error says why")
        hold(str(path.parent) not in str(error), "an error holds no path", str(error))


def _check_folder(folder):
    found = check(folder, today=TODAY)
    check_problems(found.found, folder)
    for count in found.files:
        parts = count.kept, count.rejected, count.skipped
        hold(
            sum(parts) == count.read and min(parts) >= 0, "read = kept + rejected + skipped", count
        )
    hold(found.to_text(), "a check says something")
    return _worst(found.found)


def _check_loose(path, folder):
    """A file that lies in no coalition is checked as one."""
    found = check(path, today=TODAY)
    check_problems(found.found, folder)
    hold(all(one.kept >= 0 for one in found.files), "no fewer than no rows are kept", found.files)
    hold(found.is_refused or found.coalition is not None, "what is not refused is read")
    hold(found.to_text(), "a check says something")


def _import_into(folder):
    """A good file into a folder that is spoilt: said why not, or written and read back."""
    (folder.parent / "good.csv").write_bytes(GOOD_LOG)
    given = {"unknown_actors": "add", "date_order": "day-first"}
    try:
        done = plan_import([folder.parent / "good.csv"], folder, given=given, today=TODAY)
        check_problems(done.problems, folder)
        if done.is_refused:
            return "refused"
        before = check(folder, today=TODAY)
        done.write()
    except CollabnetError as error:
        hold(str(error).strip(), "an error says why")
        return "refused"
    after = check(folder, today=TODAY)
    hold(not after.is_refused, "an import leaves a coalition that can be read",
         [str(one) for one in after.found if one.level in ("ASK", "STOP")])  # fmt: skip
    kept = {one.file: one.kept for one in before.files}
    for one in after.files:
        fewer = one.kept < kept.get(one.file, 0)
        hold(before.is_refused or not fewer, "an import takes no rows away", one)
    return "written"


def _import(case, paths, folder):
    """Answer every question by its first answer, write, and read back what was written."""
    into = folder / "coalition"
    by_file = {path.name: {"accept_rejects": "yes"} for path in paths}
    for _ in range(MOST_ROUNDS):
        done = plan_import(paths, into, by_file=by_file, today=TODAY)
        check_problems(done.problems, folder)
        if not done.is_refused:
            break
        new = [_answer(one, done, by_file) for one in done.problems]
        if not any(new):
            hold(all(one.message for one in done.problems), "a refusal says why")
            return "refused"
    else:
        return "asked on"
    _check_rows(done)
    _check_rejects(done)
    done.write()
    _check_written(done, into, folder)
    if _drawn(case, AGAIN_EVERY):
        _import_again(paths, into, by_file, done)
    shutil.rmtree(into)
    return "written"


def _answer(problem, done, by_file):
    """Give the first answer to a question; False where there is none or it was given before."""
    answers = by_file.get(problem.file)
    if problem.file == "coalition.toml" or answers is None:
        answers = next(iter(by_file.values()))
    if problem.code in ("personal_column", "personal_values"):
        return _append(answers, "drop", [problem.column])
    if problem.level != "ASK":
        return False
    if problem.code == "column_needed":
        roles, _ = done.roles(problem)
        free = [one.header for one in roles if one.header and one.why not in ("name", "answered")]
        return bool(free) and _append(answers, "map", [f"{free[0]}={problem.column}"])
    option = OPTIONS.get(problem.key)
    if option is None or not problem.answers:
        return False
    if option.takes == "list":
        return _append(answers, problem.key, list(problem.answers))
    if answers.get(problem.key) is not None:
        return False
    answers[problem.key] = problem.answers[0]
    return True


def _append(answers, key, values):
    before = answers.get(key, [])
    new = [value for value in values if value not in before]
    answers[key] = [*before, *new]
    return bool(new)


def _check_rows(done):
    """Every record of every file is in a row that is written, rejected or skipped."""
    used = {}
    for draft in done.drafts.values():
        for row in draft.sources:
            if row is not None:
                used.setdefault(id(row.ledger), set()).add(row.at)
    # Details of an actor that replace others have no row of their own.
    is_merged = any(draft.replaced for draft in done.drafts.values())
    for source in done.sources:
        for ledger in source.ledgers.all:
            kept = used.get(id(ledger), set())
            hold(not kept & ledger.gone, "a record is imported whole or not at all", ledger.file)
            if is_merged or any(one.code == "already_there" for one in ledger.problems):
                continue
            n = len(kept) + len(ledger.rejected | ledger.skipped)
            tables = [table for table in source.tables if table.ledger is ledger]
            hold(not tables or n == ledger.n_read, "every record is imported or said not to be",
                 ledger.file, ledger.sheet, ledger.n_read, n, sorted(ledger.gone)[:20])  # fmt: skip


def _check_rejects(done):
    """The files of rejects are valid tables that hold every rejected row once."""
    n = 0
    for name, data in done.files.items():
        if name.startswith("rejects/"):
            records = split_records(data.decode("utf-8-sig"), ",")
            rows = records.cells
            hold(records.unclosed is None and not records.flaws, "rejects are a valid table", name)
            heads = [at for at, row in enumerate(rows) if "reject_row" in row]
            hold(heads, "rejects have a header", rows[:2])
            n += sum(row[-4].isdecimal() for row in rows[heads[0] + 1 :] if len(row) > 3)
    rejected = sum(len(one.rejected) for source in done.sources for one in source.ledgers.all
                   if one.rejected - one.skipped)  # fmt: skip
    hold(n == rejected, "rejects hold every rejected row", n, rejected)


def _check_written(done, into, folder):
    found = check(into, today=TODAY)
    check_problems(found.found, folder)
    refusing = [str(one) for one in found.found if one.level in ("ASK", "STOP")]
    hold(not refusing, "what an import writes can be read", refusing)
    kept = {one.file: one.kept for one in found.files}
    for name, draft in done.drafts.items():
        if draft.rows:
            planned = done.folder.tables
            table = next((t for t in planned.values() if t.ledger.file == name), None)
            at = [] if table is None else table.kept["at"].tolist()
            # Rosters also hold the actors that were added; in a matrix a row holds many answers.
            n = len(set(at) - {-1}) + (at.count(-1) if table.spec.key else 0)
            hold(kept.get(name) == n, "as many rows are read back", name, kept, n, len(draft.rows))


def _import_again(paths, into, by_file, done):
    """The same files a second time add nothing."""
    again = {name: {**given, "again": "read"} for name, given in by_file.items()}
    once_more = plan_import(paths, into, by_file=again, today=TODAY)
    said = [str(one) for one in once_more.problems if one.level in ("ASK", "STOP")]
    hold(not said, "the same files again ask nothing new", said)
    added = {name: (one.added, one.replaced) for name, one in once_more.drafts.items()}
    hold(not any(map(any, added.values())), "the same files again add nothing", added)
