"""An import in words: what each file was taken for, what became of its rows, what was written."""

from collabnet.data.importing.plan import Import
from collabnet.data.importing.sources import Source
from collabnet.data.issues import Ledger, Problem, counted, listed, shown
from collabnet.data.rejects import FOLDER as REJECTS
from collabnet.reports.layout import wrapped_lines

_WORTH = ("NOTE", "OK")


def told(done: Import, width: int | None) -> str:
    """Say what an import found and wrote, or what it needs before it writes anything."""
    blocks = [_result(done)]
    blocks += [_source(source) for source in done.sources]
    refusing = [one for one in done.problems if one.level in ("ASK", "STOP")]
    if done.is_refused:
        blocks.append(_problems("To answer or correct first", refusing))
    rows = [one for one in done.problems if one.level == "ROW"]
    blocks.append(_problems("Rows that can't be used", rows))
    notes = [one for one in done.problems if one.level in _WORTH]
    blocks.append(_problems("Worth knowing", notes))
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines)
    return wrapped_lines(text, width)


def _result(done: Import) -> list[str]:
    if done.is_refused:
        n = sum(one.level in ("ASK", "STOP") for one in done.problems)
        things = "1 thing is" if n == 1 else f"{n} things are"
        return [f"Nothing was imported: {things} to be answered or corrected first."]
    lines = [f"Imported into {shown(str(done.into))}:"]
    for name, draft in sorted(done.drafts.items()):
        if draft.rows:
            replaced = f", {draft.replaced} read anew" if draft.replaced else ""
            added = counted(draft.added, "row")
            lines.append(f"- {name}: {added} added{replaced}, {len(draft.rows)} in all")
    kept = sorted(name for name in done.files if name.startswith(f"{REJECTS}/"))
    if kept:
        lines.append(
            f"- {counted(done.rejected, 'row')} kept aside in {listed(kept)}: correct them there "
            "and import that file"
        )
    lines.append(f"Look at it with: collabnet check {shown(str(done.into))}")
    return lines


def _source(source: Source) -> list[str]:
    title = source.program.title if source.program else "not recognised"
    lines = [f"{shown(source.given.name)}: {title}"]
    for ledger in source.ledgers.all:
        if ledger.n_read or ledger.sheet:
            lines.append(f"- {_counts(ledger)}")
        for role in ledger.roles:
            if role.header and role.why != "name":
                meant = {"keep": "kept under its own name", "ignore": "left out"}
                examples = ", ".join(shown(one) for one in role.examples)
                such = f" (such as {examples})" if examples else ""
                said = meant.get(role.role, f"read as {role.role}")
                lines.append(f"  {shown(role.header)}: {said}{such}")
    return lines


def _counts(ledger: Ledger) -> str:
    skipped = len(ledger.skipped)
    rejected = len(ledger.rejected - ledger.skipped)
    sheet = f"sheet {shown(ledger.sheet)}: " if ledger.sheet else ""
    return (
        f"{sheet}{ledger.n_read} rows read = {ledger.n_read - rejected - skipped} kept + "
        f"{rejected} rejected + {skipped} skipped"
    )


def _problems(title: str, problems: list[Problem]) -> list[str]:
    lines = list(dict.fromkeys(f"- {problem}" for problem in problems))
    return [f"{title} ({len(lines)})", *lines] if lines else []
