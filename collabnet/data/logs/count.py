"""Count a log of any size: from rows to pathways, without loading it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike
from pathlib import Path
from threading import Event

import pandas as pd

from collabnet.data.codes import CODES, REFUSING
from collabnet.data.issues import Ledger, Problem, listed, shown
from collabnet.data.logs.cell_rules import Verdicts, judge
from collabnet.data.logs.counts import Counts
from collabnet.data.logs.database import MEMORY, Database, LogReadingError, open_database
from collabnet.data.logs.gather import KEYS, TABLE, Gathered, Span, gather_csv
from collabnet.data.logs.job import Job, Progress
from collabnet.data.logs.layout import Layout, find_layout
from collabnet.data.logs.locate import Located, locate, locate_in_parquet
from collabnet.data.logs.parquet import complete_layout, gather_parquet
from collabnet.data.logs.roll_up import carriers, paths, pathways, store_verdicts
from collabnet.data.logs.tokens import KeyFileError, Tokens
from collabnet.data.options import Answers
from collabnet.data.settings import read_answers
from collabnet.model.errors import ChoiceNeededError, ReadingError

Paths = str | PathLike[str] | Sequence[str | PathLike[str]]
REJECTED = ("file", "row", "line", "column", "code", "message", "remedy")


@dataclass
class _Log:
    """One file: where its cells are, what was found, what became of its rows."""

    number: int
    layout: Layout
    ledger: Ledger
    types: Mapping[str, str]
    gathered: Gathered


def count_pathways(
    paths: Paths,
    *,
    columns: Mapping[str, str] | None = None,
    period: tuple[date | None, date | None] | None = None,
    clients: str = "",
    tokens: Tokens | None = None,
    reading: Mapping[str, object] | None = None,
    today: date | None = None,
    progress: Progress | None = None,
    cancel: Event | None = None,
    memory: str = MEMORY,
    threads: int | None = None,
) -> Counts:
    """Count the referrals of logs of any size, CSV or Parquet, by pathway.

    The rules for cells are those of a coalition's own log; a bad row is rejected and listed, and
    never stops the counting. Columns that aren't counted are not read.

    Parameters
    ----------
    columns : the file's names of our columns, as in ``{"date": "Day"}``
    period : first and last day; None leaves a side open. Rows outside are skipped
    clients : the column of clients, to count different ones; needs ``tokens``
    tokens : the key under which clients are told apart while the log is counted
    reading : answers to questions of the check, as for :func:`collabnet.load`
    progress : called with what is being done and the share that is done
    cancel : an event; once it is set, the counting stops and leaves nothing behind
    memory : how much memory the database may take, as in "2GB"
    threads : how many threads it may take; all of the computer's, if not said

    Raises
    ------
    ReadingError, ChoiceNeededError
        If a file can't be a log, or can be read in more than one way.
    Stopped
        If ``cancel`` was set.

    Examples
    --------
    >>> from importlib.resources import files
    >>> log = files("collabnet_samples") / "g1" / "referrals.csv"
    >>> counts = count_pathways(str(log))
    >>> counts.balance
    '25 rows read: 25 counted, 0 rejected, 0 skipped.'
    """
    if clients and not (tokens and tokens.key):
        raise KeyFileError(
            "To count different clients a key is needed: tokens=Tokens(read_key(FILE))."
        )
    beside = Ledger("--reading")
    answers = read_answers({}, reading, Ledger("coalition.toml"), beside)
    files = [
        Path(one).absolute() for one in ([paths] if isinstance(paths, str | PathLike) else paths)
    ]
    start, end = period or (None, None)
    span = Span(today or date.today(), start, end)
    counter = _Counter(answers, span, tokens or Tokens(), Job(progress, cancel))
    _refuse([beside])
    with ExitStack() as stack:
        counter.database = stack.enter_context(
            open_database(
                files,
                counter.job,
                memory=memory,
                threads=threads,
                # Of clients nothing is written to disk, not even for a moment.
                may_spill=not counter.tokens.key,
            )
        )
        return counter.count(files, columns or {}, clients)


class _Counter:
    database: Database

    def __init__(self, answers: Answers, span: Span, tokens: Tokens, job: Job) -> None:
        self.answers = answers
        self.span = span
        self.tokens = tokens
        self.job = job

    def count(self, files: Sequence[Path], columns: Mapping[str, str], client: str) -> Counts:
        self.database.ask(TABLE)
        logs = self._gather(files, columns, client)
        verdicts = self._judge(logs)
        store_verdicts(verdicts, self.span, self.database)
        located = {log.number: self._locate(log, verdicts) for log in logs}
        counts = self._counts(logs, verdicts, located, with_clients=bool(client))
        self.job.tell(1.0)  # a query that took long may have told a smaller share last
        return counts

    def _gather(self, files: Sequence[Path], columns: Mapping[str, str], client: str) -> list[_Log]:
        ledgers = [Ledger(path.name) for path in files]
        logs = []
        before = {}
        for number, (path, ledger) in enumerate(zip(files, ledgers, strict=True)):
            for other in files[:number]:
                if path.exists() and other.exists() and path.samefile(other):
                    ledger.add("log_given_twice", value=str(other.name))
            layout = find_layout(path, columns, client, ledger, self.answers)
            if layout is None or ledger.is_refused:
                continue
            before[number] = _state(path)
            log = self._gather_one(number, layout, client, ledger)
            if log is not None and _state(path) != before[number]:
                ledger.add("changed_while_read")
            elif log is not None:
                if log.gathered.n_read == 0:
                    ledger.add("no_data_rows")
                logs.append(log)
        _refuse(ledgers)
        return logs

    def _gather_one(self, number: int, layout: Layout, client: str, ledger: Ledger) -> _Log | None:
        types: Mapping[str, str] = {}
        if layout.kind == "parquet":
            complete = complete_layout(layout, client, self.database, ledger)
            if complete is None:
                return None
            layout, types = complete
            gathered = gather_parquet(
                number, layout, types, self.span, self.tokens, self.database, ledger
            )
        else:
            gathered = gather_csv(number, layout, self.span, self.tokens, self.database, ledger)
        if gathered is None:
            return None
        if gathered.is_row_by_row and not layout.unusual:
            layout = replace(layout, unusual="row by row")
        if layout.others:
            told = listed([shown(name) for name in layout.others][:20])
            ledger.add("log_columns_not_read", count=len(layout.others), found=told)
        if any(name.strip().lower() == "referral_id" for name in layout.others):
            ledger.add("log_ids_not_compared")
        return _Log(number, layout, ledger, types, gathered)

    def _judge(self, logs: Sequence[_Log]) -> Verdicts:
        values = {name: self._distinct(name) for name in KEYS}
        values["date"] = self._distinct("odd_date")
        ((plain,),) = self.database.ask("SELECT count(*) FROM cells WHERE first_on IS NOT NULL")
        name = listed([log.layout.path.name for log in logs])
        verdicts = judge(values, name, plain > 0, self.answers, self.span.today)
        if verdicts.refusals:
            raise _refusal(verdicts.refusals)
        return verdicts

    def _distinct(self, name: str) -> list[str]:
        sql = f"SELECT DISTINCT {name} FROM cells WHERE {name} IS NOT NULL ORDER BY {name}"
        return [str(row[0]) for row in self.database.ask(sql)]

    def _locate(self, log: _Log, verdicts: Verdicts) -> Located:
        where = f"file = {log.number} AND code <> ''"
        ((n_bad, n_unsure),) = self.database.ask(
            f"SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (unsure), 0) FROM judged "
            f"WHERE {where}"
        )
        if not n_bad:
            return Located()
        if log.layout.kind == "parquet":
            return locate_in_parquet(log.layout, log.types, verdicts.bad, self.database)
        return locate(log.layout, verdicts.bad, int(n_bad), int(n_unsure), self.job)

    def _counts(
        self,
        logs: Sequence[_Log],
        verdicts: Verdicts,
        located: Mapping[int, Located],
        *,
        with_clients: bool,
    ) -> Counts:
        by_code: dict[str, int] = {}
        for code, n in self.database.ask(
            "SELECT code, sum(n) FROM judged WHERE code <> '' GROUP BY code ORDER BY code"
        ):
            by_code[str(code)] = int(n)
        n_blank = sum(one.n_blank for one in located.values())
        if n_blank:
            # A row that is blank altogether is no data: the rules met its empty date first.
            by_code["required_blank"] -= n_blank
        for log in logs:
            for _, _, code, _ in log.gathered.structure:
                by_code[code] = by_code.get(code, 0) + 1
        ((outside,),) = self.database.ask(
            "SELECT coalesce(sum(n), 0) FROM judged WHERE code = '' AND outside"
        )
        blank = n_blank + sum(log.gathered.n_blank for log in logs)
        first = logs[0].ledger
        if outside:
            found = f"{self.span.start or 'the first'} to {self.span.end or 'the last'}"
            first.add("log_outside_period", count=int(outside), found=found)
        if blank:
            first.add("log_blank_rows", count=blank)
        table = pathways(self.database, with_clients=with_clients)
        n_clients = None
        if with_clients:
            ((n_clients,),) = self.database.ask(
                "SELECT count(DISTINCT nullif(token, '')) FROM good"
            )
        counts = Counts(
            pathways=table,
            carriers=carriers(self.database),
            paths=paths(self.database) if with_clients else pd.DataFrame(),
            rejected=_rejected(logs, located),
            rejected_by_code={code: n for code, n in sorted(by_code.items()) if n},
            problems=[*(one for log in logs for one in log.ledger.problems), *verdicts.notes],
            n_read=sum(log.gathered.n_read for log in logs),
            n_counted=int(table["n_referrals"].sum()),
            n_rejected=sum(by_code.values()),
            n_skipped=blank + int(outside),
            n_clients=n_clients,
        )
        if counts.n_read != counts.n_counted + counts.n_rejected + counts.n_skipped:
            raise LogReadingError(
                f"{counts.balance} That does not add up, so nothing is said. Keep the file and "
                "report it."
            )
        return counts


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _rejected(logs: Sequence[_Log], located: Mapping[int, Located]) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = []
    for log in logs:
        name, width = log.layout.path.name, log.layout.width
        found: list[tuple[object, ...]] = []
        for row, line, code, n in log.gathered.structure[:1000]:
            kind = CODES[code]
            told = kind.message.format_map({"found": n, "expected": width})
            found.append((name, row, line, "", code, told, kind.remedy))
        for row, line, one in located[log.number].rows:
            found.append((name, row, line, one.column, one.code, one.message, one.remedy))
        rows += sorted(found, key=lambda one: int(str(one[1])))
    frame = pd.DataFrame(rows, columns=list(REJECTED))
    texts = dict.fromkeys(("file", "column", "code", "message", "remedy"), "str")
    return frame.astype({**texts, "row": "int64", "line": "int64"})


def _refuse(ledgers: Iterable[Ledger]) -> None:
    found = [one for ledger in ledgers for one in ledger.problems if one.level in REFUSING]
    if found:
        raise _refusal(found)


def _refusal(found: Sequence[Problem]) -> ReadingError | ChoiceNeededError:
    kind = ChoiceNeededError if all(one.level == "ASK" for one in found) else ReadingError
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    lines = [f"The log can't be counted until {things} answered or corrected.", *map(str, found)]
    return kind("\n".join(lines))
