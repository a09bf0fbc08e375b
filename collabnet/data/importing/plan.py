"""What an import would do: read, ask, check against what is there; then write it, or not."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from collabnet.data.codes import REFUSING
from collabnet.data.folder import SETTINGS_FILE, Folder
from collabnet.data.importing.correcting import Corrections
from collabnet.data.importing.fitting import add_to_rosters, draft_files, known_actors, read_drafts
from collabnet.data.importing.history import HISTORY_FILE, History
from collabnet.data.importing.merge import FileDraft
from collabnet.data.importing.recipes import (
    is_once,
    parse_answers,
    read_recipe,
    with_reading,
    with_recipes,
)
from collabnet.data.importing.roles import Role
from collabnet.data.importing.sources import Given, Source, read_sources
from collabnet.data.importing.target import is_coalition, may_go
from collabnet.data.issues import Facts, Ledger, Problem
from collabnet.data.options import Answer, Answers
from collabnet.data.place import Place
from collabnet.data.rejects import FOLDER as REJECTS
from collabnet.data.rejects import rejects_csv
from collabnet.data.settings import parse_settings, read_answers
from collabnet.data.store import digests, write_together
from collabnet.data.templates import settings_template, staff_notice
from collabnet.model.specs import TABLES

TOGETHER = (
    "unknown_actors", "duplicate_ties", "zero_strength", "self_ties", "wave_files", "tie_rule",
)  # fmt: skip
"""Settings that answer what only a coalition's files together ask."""


@dataclass
class Import:
    """What an import found and would write.

    Attributes
    ----------
    into : the coalition's folder
    sources : the files, as far as they were understood
    drafts : the coalition's files as they will be, by name
    folder : the coalition as it would be read then; None while something has to be answered
    files : what is written, by name
    gone : files of rejects that are used up
    seen : the digests of the folder's files as they were before they were read
    """

    into: Path
    sources: list[Source]
    drafts: dict[str, FileDraft] = field(default_factory=dict)
    folder: Folder | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    beside: Ledger = field(default_factory=lambda: Ledger("(import)"))
    seen: dict[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> list[Problem]:
        """Every problem of the files, then those of the coalition as it would be."""
        found = [*self.beside.problems]
        for source in self.sources:
            found += source.problems
        if self.folder is not None:
            found += [one for one in self.folder.problems if one.level in REFUSING]
        return found

    @property
    def questions(self) -> list[Problem]:
        """What has to be answered first."""
        return [one for one in self.problems if one.level == "ASK"]

    @property
    def is_refused(self) -> bool:
        """Whether something has to be answered or corrected before anything is written."""
        return any(one.level in REFUSING for one in self.problems)

    @property
    def rejected(self) -> int:
        """How many rows can't be used."""
        return sum(source.rejected for source in self.sources)

    def roles(self, problem: Problem) -> tuple[Sequence[Role], tuple[str, ...]]:
        """What the columns of a problem's file were taken for, and the columns of its table."""
        for source in self.sources:
            for ledger in source.ledgers.all:
                if ledger.file == problem.file and ledger.sheet == problem.sheet and ledger.roles:
                    spec = next(
                        (TABLES[d.table] for d in source.drafts if d.ledger is ledger), None
                    )
                    columns = [one.file_name for one in spec.columns] if spec else []
                    return ledger.roles, tuple(columns)
        return (), ()

    def write(self) -> None:
        """Write the coalition's files, all of them or none.

        Raises
        ------
        FolderChangedError
            If somebody else wrote to the folder since it was read.
        CollabnetError
            If the folder can't be written; it is as it was before.
        """
        write_together(self.into, self.files, self.gone, expected=self.seen)


def plan_import(
    paths: Sequence[Given],
    into: Path,
    *,
    given: Mapping[str, object] | None = None,
    by_file: Mapping[str, Mapping[str, object]] | None = None,
    recipe: Mapping[str, Any] | None = None,
    corrections: Mapping[str, Corrections] | None = None,
    name: str = "",
    today: date,
) -> Import:
    """Read files and say what importing them into a coalition's folder would do.

    Answers come from ``by_file`` (for one file, by its name), else from ``given`` (for all), else
    from ``recipe`` (a parsed recipe file), else from the recipes kept in the folder's
    coalition.toml. ``corrections`` are rows that somebody corrected by hand, by file; ``name`` is
    that of a new coalition. Nothing is written; :meth:`Import.write` does. The same call with more
    answers goes on where this one asked.
    """
    place, seen = Place(into), digests(into)
    beside = Ledger("(import)")
    settings = _settings(place, into, name or into.name)
    document = _parsed(settings, beside)
    stated = read_answers(document, None, beside, beside).values
    answers = {
        path.name: _answers(
            path.name,
            {**(given or {}), **(by_file or {}).get(path.name, {})},
            recipe or {},
            document,
            stated,
            beside,
        )
        for path in paths
    }
    history = History.read(place)
    chosen = history.choose(paths, answers, beside)
    is_new = not is_coalition(into, place)
    if is_new and not may_go(into, place, answers.values(), by_file or {}, beside):
        return Import(into, [], beside=beside)
    known = known_actors(place, today)
    sources = read_sources(chosen, answers.__getitem__, today, known, corrections)
    done = Import(into, sources, beside=beside, seen=seen)
    if done.is_refused:
        return done
    done.drafts = draft_files(place, sources, beside)
    if done.is_refused:
        return done
    kept = {source.given.name: source.answers for source in sources}
    fixed = {SETTINGS_FILE: with_recipes(settings, kept, stated)}
    if is_new:
        fixed |= staff_notice()
    reading = _folder_answers(given or {}, by_file or {}, sources, done.drafts)
    fixed[SETTINGS_FILE] = with_reading(fixed[SETTINGS_FILE], reading)
    done.folder = read_drafts(place, done.drafts, fixed, today, reading)
    if add_to_rosters(place, done.folder, done.drafts, beside):
        # Actors may read otherwise once a roster has them: what is written has to be readable.
        lasting = {key: answer for key, answer in reading.items() if not is_once(key)}
        done.folder = read_drafts(place, done.drafts, fixed, today, lasting)
    for source in sources:
        accepted = source.answers.text("", "accept_rejects") == "yes"
        if source.rejected and not accepted:
            source.whole.add("rejects_to_accept", count=source.rejected)
    history.add(sources, today)
    done.files = {name: draft.to_csv() for name, draft in done.drafts.items() if draft.rows}
    rejects, done.gone = _rejects(sources, into / REJECTS)
    done.files |= {HISTORY_FILE: history.to_csv()} | rejects | fixed
    return done


def _answers(
    name: str,
    given: Mapping[str, object],
    recipe: Mapping[str, Any],
    document: Mapping[str, Any],
    stated: Mapping[str, Answer],
    beside: Ledger,
) -> Answers:
    values = dict(stated)
    values |= read_recipe(document, name, beside)
    if isinstance(told := recipe.get("reading"), dict):
        recipe = {**told, **{key: one for key, one in recipe.items() if key != "reading"}}
    if "recipes" in recipe:
        values |= read_recipe(recipe, name, beside)
    else:
        values |= parse_answers(recipe, name, beside)
    now = parse_answers(given, name, beside)
    for key in ("map", "fill"):
        # A map given now completes the one that is kept, column by column.
        before, added = values.get(key), now.get(key)
        if isinstance(before, tuple) and isinstance(added, tuple):
            now[key] = _completed(before, added)
    return Answers(values | now)


def _completed(before: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    said = {one.rpartition("=")[0] for one in now}
    return (*(one for one in before if one.rpartition("=")[0] not in said), *now)


def _settings(place: Place, into: Path, name: str) -> bytes:
    if into.is_dir() and SETTINGS_FILE in place.listing().names:
        return place.read(SETTINGS_FILE, Ledger(SETTINGS_FILE)) or b""
    return settings_template(name)


def _parsed(settings: bytes, beside: Ledger) -> dict[str, Any]:
    """The folder's settings; what answers can't be added to is refused before anything is read."""
    ledger = Ledger(SETTINGS_FILE)
    document = parse_settings(settings, ledger)
    for name in ("reading", "recipes"):
        if not isinstance(document.get(name, {}), dict):
            told: Facts = {"name": name, "needed": f"a table, [{name}]"}
            ledger.add("wrong_setting", column=name, value=str(document[name]), **told)
    beside.problems += ledger.problems
    return document


def _folder_answers(
    given: Mapping[str, object],
    by_file: Mapping[str, Mapping[str, object]],
    sources: Sequence[Source],
    drafts: Mapping[str, FileDraft],
) -> dict[str, object]:
    """The answers to what only the files together ask: how rows fit each other."""
    found: dict[str, object] = {}
    for answers in (
        *(source.answers.values for source in sources),
        given,
        *(by_file[name] for name in sorted(drafts.keys() & by_file.keys())),
    ):
        found |= {key: value for key, value in answers.items() if key in TOGETHER}
    for name in drafts.keys() & by_file.keys():
        # Names without a roster are asked about table by table: each keeps its own answer.
        if said := by_file[name].get("unknown_actors"):
            found[f"{drafts[name].spec.name}.unknown_actors"] = said
    return found


def _rejects(sources: Sequence[Source], folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """The files of rejects to be written, and those that are used up.

    Rejects of an earlier import stay, unless it is they that were corrected and read again.
    """
    made: dict[str, bytes] = {}
    gone = []
    for source in sources:
        path = source.given
        again = isinstance(path, Path) and path.parent.resolve() == folder.resolve()
        taken = {f"{REJECTS}/{one.name}" for one in folder.glob("*")} if folder.is_dir() else set()
        if again:
            gone.append(f"{REJECTS}/{source.given.name}")
            taken.discard(gone[-1])
        for ledger in source.ledgers.all:
            if ledger.rejected - ledger.skipped:
                data = rejects_csv(ledger)
                if not again and _are_there(data, folder):
                    continue
                plain = re.sub(r"[^\w -]", "_", ledger.sheet)
                sheet = f" ({plain})" if plain else ""
                made[_unused(source.given.name, sheet, taken | set(made))] = data
    return made, [name for name in gone if name not in made]


def _are_there(data: bytes, folder: Path) -> bool:
    """Whether a file holds the same rejects already: the same file was read again."""
    lines = set(data.splitlines())
    return any(lines <= set(one.read_bytes().splitlines()) for one in folder.glob("*.csv"))


def _unused(name: str, sheet: str, taken: Collection[str]) -> str:
    base = re.sub(r"\.rejects(\.\d+)?\.csv$", "", name)
    names = (f"{REJECTS}/{base}{sheet}.rejects{f'.{n}' if n else ''}.csv" for n in count())
    return next(one for one in names if one not in taken)
