"""Read coalition.toml: what a coalition says about itself, and the answers it keeps."""

import contextlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from collabnet.data.issues import Facts, Ledger, shown
from collabnet.data.options import OPTIONS, Answer, Answers, parse_answer
from collabnet.data.settings_assumptions import read_assumptions
from collabnet.data.settings_coverage import read_coverage_settings
from collabnet.data.settings_planning import read_planning_settings
from collabnet.data.surveys_settings import read_survey_settings
from collabnet.model.settings import Settings
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import EVIDENCE

_TEXTS = ("id", "name", "label", "about", "log_status")
_TABLES = (
    "period",
    "roster",
    "reading",
    "assumptions",
    "policy",
    "survey",
    "waves",
    "files",
    "recipes",
    "coverage",
    "team",
    "planning",
)
_LATER = ("columns", "posts")


def parse_settings(data: bytes, ledger: Ledger) -> dict[str, Any]:
    """Parse TOML; an empty table when it can't be, said in the ledger."""
    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        ledger.add("settings_syntax", why="it is not UTF-8 text")
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        line = re.search(r"at line (\d+)", str(error))
        why = shown(str(error) or "it is nested too deeply")
        ledger.add("settings_syntax", line=int(line[1]) if line else None, why=why)
    return {}


def build_settings(
    document: Mapping[str, Any], default: str, answers: Answers, ledger: Ledger, today: date
) -> Settings:
    """Build the settings from a parsed coalition.toml; ``default`` is the folder's name."""
    reader = Reader(document, ledger)
    reader.note_unknown("", document, (*_TEXTS, *_TABLES, "vital", "confirmed"))
    period, policy = reader.table("period"), reader.table("policy")
    reader.note_unknown("period.", period, ("start", "end"))
    reader.note_unknown("policy.", policy, ("consent",))
    start, end = reader.period(period, today)
    name = reader.text("name", document)
    return Settings(
        id=reader.text("id", document) or default,
        name=name or default,
        is_named=bool(name),
        label=reader.text("label", document),
        log_status=reader.evidence(document),
        period_start=start,
        period_end=end,
        vital=reader.pairs("vital", document),
        confirmed=reader.pairs("confirmed", document),
        boundary=reader.boundary(),
        consent=reader.texts("policy.consent", policy),
        assumptions=read_assumptions(reader),
        reading=answers.values,
        survey=read_survey_settings(reader),
        coverage=read_coverage_settings(reader),
        planning=read_planning_settings(reader),
    )


def read_answers(
    document: Mapping[str, Any],
    given: Mapping[str, object] | None,
    ledger: Ledger,
    beside: Ledger,
) -> Answers:
    """Read the answers under ``[reading]``, and those given beside the file, which win.

    Problems of the latter go to the ledger ``beside``.
    """
    answers: dict[str, Answer] = {}
    stated = Reader(document, ledger).table("reading")
    for source, told in ((stated, ledger), (given or {}, beside)):
        for key, value in source.items():
            if isinstance(value, Mapping) and key in TABLES:
                inner = {f"{key}.{name}": one for name, one in value.items()}
            else:
                inner = {str(key): value}
            for name, one in inner.items():
                _add_answer(answers, name, one, told)
    return Answers(answers)


def _add_answer(answers: dict[str, Answer], name: str, value: object, ledger: Ledger) -> None:
    table, _, key = name.rpartition(".")
    if key not in OPTIONS or (table and table not in TABLES):
        _unknown(f"reading.{name}", "reading.", [*OPTIONS, *TABLES], ledger)
        return
    answer = parse_answer(OPTIONS[key], value)
    if answer is None:
        told: Facts = {"name": f"reading.{name}", "needed": OPTIONS[key].needed}
        ledger.add("wrong_setting", column=name, value=str(value), **told)
        return
    answers[name] = answer


def _unknown(name: str, prefix: str, known: list[str], ledger: Ledger) -> None:
    close = get_close_matches(name.removeprefix(prefix)[:100], known, n=1, cutoff=0.6)
    near = f" It may be {prefix}{close[0]}." if close else ""
    ledger.add("unknown_setting", column=name, value=name, near=near)


class Reader:
    """Read typed values out of parsed TOML; what has the wrong type is said and left out."""

    def __init__(self, document: Mapping[str, Any], ledger: Ledger) -> None:
        self.document = document
        self.ledger = ledger

    def wrong(self, name: str, needed: str, value: object, code: str = "wrong_setting") -> None:
        """Say that a setting can't have its value."""
        self.ledger.add(code, column=name, value=str(value), name=name, needed=needed)

    def note_unknown(self, prefix: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
        """Note the settings of a table that nobody knows."""
        for key in table:
            if not prefix and key in _LATER:
                self.ledger.add("setting_not_used", column=key, value=key)
            elif key not in known:
                _unknown(f"{prefix}{key}", prefix, list(known), self.ledger)

    def table(self, name: str) -> Mapping[str, Any]:
        """Give a table; an empty one where it is absent."""
        found = self.document.get(name, {})
        if isinstance(found, dict):
            return found
        self.wrong(name, f"to be a table: a line [{name}] and settings below it", found)
        return {}

    def text(self, name: str, table: Mapping[str, Any]) -> str:
        """Give a text; empty where it is absent."""
        found = table.get(name.rpartition(".")[2], "")
        if isinstance(found, str):
            return found.strip()
        self.wrong(name, "a text in double quotes", found)
        return ""

    def texts(self, name: str, table: Mapping[str, Any]) -> tuple[str, ...]:
        """Give a list of texts."""
        found = table.get(name.rpartition(".")[2], [])
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(found)
        self.wrong(name, 'a list of ids such as ["court_b"]', found)
        return ()

    def pairs(self, name: str, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """Give a list of pairs of ids."""
        found = table.get(name, [])
        fits = isinstance(found, list) and all(
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)
            for pair in found
        )
        if fits:
            return tuple((pair[0], pair[1]) for pair in found)
        self.wrong(name, 'a list of pairs of agencies such as [["court_b", "shelter"]]', found)
        return ()

    def day(self, name: str, table: Mapping[str, Any]) -> date | None:
        """Give a day, or None."""
        found = table.get(name.rpartition(".")[2])
        if found is None:
            return None
        if isinstance(found, datetime):
            return found.date()
        if isinstance(found, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", found):
            with contextlib.suppress(ValueError):
                found = date.fromisoformat(found)
        if isinstance(found, date):
            return found
        self.wrong(name, "a day such as 2023-01-31", found)
        return None

    def period(self, table: Mapping[str, Any], today: date) -> tuple[date | None, date | None]:
        """The days observed as stated; a day after today is left out, since nobody saw it.

        Without an end the last month in the log counts. So nothing changes from one day to the
        next until the period is over, and no result depends on the day of its making.
        """
        start, end = (self.day(f"period.{name}", table) for name in ("start", "end"))
        if start and end and end < start:
            self.wrong("period.end", "a day that is not before period.start", end)
            return None, None
        for name, day in (("period.start", start), ("period.end", end)):
            if day and day > today:
                self.ledger.add("period_ahead", column=name, value=str(day), name=name)
        return start if start and start <= today else None, end if end and end <= today else None

    def evidence(self, document: Mapping[str, Any]) -> str:
        """Give the status of evidence of the whole log."""
        found = self.text("log_status", document)
        term, is_known = EVIDENCE.normalise(found) if found else ("", True)
        if not is_known:
            self.wrong("log_status", " or ".join(EVIDENCE.terms), found)
        return term

    def boundary(self) -> str:
        """The boundary, and whatever else is said of the roster, as one text."""
        table = self.table("roster")
        said = {key: self.text(f"roster.{key}", table) for key in table}
        others = [f"{key}: {text}" for key, text in said.items() if key != "boundary" and text]
        return " ".join([*filter(None, [said.get("boundary", "")]), *others])
