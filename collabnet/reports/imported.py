"""An import in words: what each file was taken for, what became of its rows, what was written."""

import re
from collections.abc import Sequence

from collabnet.data.codes.base import shell_word
from collabnet.data.importing.plan import Import
from collabnet.data.importing.roles import IGNORE, KEEP
from collabnet.data.importing.sources import Source
from collabnet.data.issues import Ledger, Problem, counted, listed, shown
from collabnet.data.rejects import FOLDER as REJECTS
from collabnet.reports.groups import group
from collabnet.reports.layout import wrapped_lines

MOST_NOTES = 5
MOST_ROWS = 20
MOST_SHEETS = 6
_BLANK = "\ue000"
"""Stands for a blank at which no line may be broken."""
_COMMAND = re.compile(
    r"(?m)^ *collabnet .*$|(?:--[a-z-]+ (?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"']+)(?: (?=--))?)+"
)


def told(done: Import, width: int | None, *, everything: bool = False) -> str:
    """Say what an import found and wrote, or what it needs before it writes anything.

    Notes and rejected rows beyond the first few are counted only, but for ``everything``.
    Commands are never broken in two: they can be copied.
    """
    refusing = [one for one in done.problems if one.level in ("ASK", "STOP")]
    rows = [one for one in done.problems if one.level == "ROW"]
    notes = [one for one in done.problems if one.level in ("NOTE", "OK")]
    blocks = [_result(done, refusing)]
    blocks += [_source(one, done) for one in done.sources if one.opened is not None]
    blocks.append(_titled("To answer or correct first", [str(one) for one in group(refusing)]))
    blocks.append(_rows(rows, done, everything=everything))
    blocks.append(_notes(notes, done, everything=everything))
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines)
    whole = _COMMAND.sub(lambda found: _glued(found[0]), text)
    return wrapped_lines(whole, width).replace(_BLANK, " ")


def _glued(command: str) -> str:
    bare = command.lstrip(" ")
    return command[: len(command) - len(bare)] + bare.replace(" ", _BLANK)


def _result(done: Import, refusing: Sequence[Problem]) -> list[str]:
    if done.is_refused:
        n = len(group(refusing))
        things = "1 thing is" if n == 1 else f"{n} things are"
        return [f"Nothing was imported: {things} to be answered or corrected first."]
    into = shell_word(str(done.into))
    lines = [f"Imported into {done.into}:"]
    for name, draft in sorted(done.drafts.items()):
        if draft.rows:
            replaced = f", {draft.replaced} read anew" if draft.replaced else ""
            added = counted(draft.added, "row")
            lines.append(f"- {name}: {added} added{replaced}, {len(draft.rows)} in all")
    kept = sorted(name for name in done.files if name.startswith(f"{REJECTS}/"))
    if kept:
        those = "that file" if len(kept) == 1 else "these files"
        lines.append(
            f"- {counted(done.rejected, 'row')} kept aside in {listed(kept)}: correct them there "
            f"and import {those}"
        )
        lines += [
            f"  collabnet import {shell_word(str(done.into / name))} --into {into}" for name in kept
        ]
    return [*lines, "Next:", f"  collabnet check {into}", f"  collabnet assess {into}"]


def _source(source: Source, done: Import) -> list[str]:
    title = source.program.title if source.program else "not recognised"
    lines = [f"{shown(source.given.name)}: {title}"]
    read = [one for one in source.ledgers.all if one.n_read]
    if len(read) > 1:
        lines.append(f"- {len(read)} sheets: {_counts(read)}")
    if len(read) > MOST_SHEETS:
        read = [one for one in read if one.rejected - one.skipped][:MOST_SHEETS]
    for ledger in read:
        sheet = f"sheet {shown(ledger.sheet)}: " if ledger.sheet else ""
        lines.append(f"- {sheet}{_counts([ledger])}")
    if done.is_refused:
        # What columns are taken for stands in the question about it.
        return lines
    said = [_taken(ledger) for ledger in source.ledgers.all]
    return [*lines, *dict.fromkeys(f"- {one}" for one in said if one)]


def _taken(ledger: Ledger) -> str:
    """What the columns were read as that have other names in a coalition's files."""
    dropped = {one.column for one in ledger.problems if one.code == "column_dropped"}
    read, kept, left = [], [], []
    for role in ledger.roles:
        name = shown(role.header)
        if not role.header or role.why == "name":
            continue
        if role.role == IGNORE or role.header in dropped:
            left.append(name)
        elif role.role == KEEP:
            kept.append(name)
        else:
            read.append(f"{name} as {role.role}")
    parts = (("read", read), ("kept under their own names:", kept), ("left out:", left))
    return "; ".join(f"{word} {', '.join(names)}" for word, names in parts if names)


def _counts(ledgers: Sequence[Ledger]) -> str:
    read = sum(one.n_read for one in ledgers)
    skipped = sum(len(one.skipped) for one in ledgers)
    rejected = sum(len(one.rejected - one.skipped) for one in ledgers)
    return (
        f"{counted(read, 'row')} read = {read - rejected - skipped} kept + {rejected} rejected + "
        f"{skipped} skipped"
    )


def _rows(problems: Sequence[Problem], done: Import, *, everything: bool) -> list[str]:
    lines = list(dict.fromkeys(map(str, problems)))
    title = "Rows that can't be used"
    if everything or len(lines) <= MOST_ROWS:
        return _titled(title, lines)
    kept = sorted(name for name in done.files if name.startswith(f"{REJECTS}/"))
    where = "listed with --all-notes" if done.is_refused else f"in {listed(kept)}"
    return _titled(title, lines, MOST_ROWS, f"and {len(lines) - MOST_ROWS} more, {where}")


def _notes(problems: Sequence[Problem], done: Import, *, everything: bool) -> list[str]:
    title = "Worth knowing"
    if everything:
        return _titled(title, list(dict.fromkeys(map(str, problems))))
    lines = list(dict.fromkeys(str(one) for one in group(problems)))
    rest = len(lines) - MOST_NOTES
    if done.is_refused and lines:
        # Nothing of it matters before the questions are answered.
        return [f"{title} ({len(lines)}): listed with --all-notes, or once it is imported."]
    if rest <= 0:
        return _titled(title, lines)
    last = f"and {rest} more (an import with --all-notes lists all of them):"
    check = f"  collabnet check {shell_word(str(done.into))}"
    return [*_titled(title, lines, MOST_NOTES, last), check]


def _titled(title: str, lines: Sequence[str], most: int | None = None, last: str = "") -> list[str]:
    shown_lines = [f"- {line}" for line in lines[:most]]
    rest = [f"- {last}"] if last else []
    return [f"{title} ({len(lines)})", *shown_lines, *rest] if lines else []
