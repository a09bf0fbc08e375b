"""What was found in the files of an import: where it stands, and what is open."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.data.importing.answering import Question, bare
from collabnet.data.importing.sources import Source
from collabnet.data.issues import Ledger, counted, listed, shown
from collabnet.data.readers.table import TABLE

from ... import ids
from ...intake import Intake
from ..pieces import aria
from .import_button import button
from .import_questions import fields, message, where
from .import_ready import ready
from .import_rejects import rejects

CORRECT = "Correct the file, save it, and choose it again: it takes the place of this one."


def found(intake: Intake) -> list[Component]:
    """Lay out what was found: where it stands, then what is to be done, in order."""
    if intake.plan is None:
        return []
    asked = [one for one in enumerate(intake.questions) if not _is_of_rejects(one[1])]
    parts = [_files(intake)]
    if intake.stops:
        parts.append(_stops(intake))
    elif asked:
        parts.append(_questions(intake, asked))
    elif intake.plan.is_refused:
        parts.append(rejects(intake))
    else:
        parts.append(ready(intake))
    if intake.said:
        parts.append(_answered(intake))
    return [
        html.H2(now(intake), id=ids.IMPORT_NOW, tabIndex=-1, className="cn-import-now"),
        *parts,
    ]


def _is_of_rejects(question: Question) -> bool:
    return question.about.code == "rejects_to_accept"


def now(intake: Intake) -> str:
    """Say in a sentence how far it is."""
    plan = intake.plan
    if plan is None:
        return ""
    n = sum(not _is_of_rejects(one) for one in intake.questions)
    if intake.stops:
        return f"{counted(len(intake.stops), 'thing')} to correct in a file first"
    if n:
        return f"{counted(n, 'question')} before the files can be read"
    if plan.is_refused:
        return f"{counted(plan.rejected, 'row')} can't be used yet"
    new = sum(draft.added for draft in plan.drafts.values())
    again = sum(draft.replaced for draft in plan.drafts.values())
    if not new and not again:
        return "Everything in these files is there already"
    return f"{counted(new, 'row')} ready to be brought in"


def _files(intake: Intake) -> Component:
    """List the files: what each was taken for, and what became of its rows."""
    rows = []
    sources = {one.given.name: one for one in intake.plan.sources} if intake.plan else {}
    for name in intake.files:
        source = sources.get(name)
        title = _read_as(source) if source else ""
        counts = [_count(one) for one in source.ledgers.all if one.n_read] if source else []
        said = [html.Strong(shown(name)), html.Span(f" {title}", className="cn-small")]
        said += [html.Div(one, className="cn-small") for one in counts]
        rows.append(html.Li([html.Div(said), button("Remove", "remove", name, about=shown(name))]))
    return html.Ul(rows, className="cn-files", **aria(label="Files chosen"))


def _read_as(source: Source) -> str:
    """Say what a file was taken for: the program that wrote it, or the table that it holds."""
    tables = list(dict.fromkeys(draft.table for draft in source.drafts))
    if source.program is not None and source.program.name != TABLE.name:
        return source.program.title
    return f"read as a table of {listed(tables)}" if tables else ""


def _count(ledger: Ledger) -> str:
    rejected, skipped = len(ledger.rejected - ledger.skipped), len(ledger.skipped)
    sheet = f"Sheet {shown(ledger.sheet)}: " if ledger.sheet else ""
    kept = ledger.n_read - rejected - skipped
    said = f"{sheet}{counted(ledger.n_read, 'row')} read: {kept} can be used"
    if rejected:
        said += f", {rejected} can't"
    return f"{said}, {skipped} left out as no data." if skipped else f"{said}."


def _stops(intake: Intake) -> Component:
    items = [
        html.Li([html.Strong(f"{place}: "), f"{message} {bare(remedy) or CORRECT}"])
        for place, message, remedy in intake.stops
    ]
    return html.Div([html.Ul(items), html.P(CORRECT, className="cn-hint")])


def _questions(intake: Intake, asked: Sequence[tuple[int, Question]]) -> Component:
    parts: list[Component] = [
        fields("import", at, one, intake.before.get((one.about.file, one.about.sheet), {}))
        for at, one in asked
    ]
    return html.Div([*parts, button("Read on with these answers", "answer", is_first=True)])


def _answered(intake: Intake) -> Component:
    items = []
    for at, one in enumerate(intake.said):
        said = f"{where(one.question)}: {message(one.question)} "
        change = button("Change", "change", at, about=one.question.words)
        items.append(html.Li([html.Div([said, html.Strong(one.words)]), change]))
    return html.Details(
        [
            html.Summary(f"What you answered ({len(items)})"),
            html.Ul(items, className="cn-files"),
            html.P(
                "These answers are kept with the coalition: the next file of the same kind needs "
                "none of them.",
                className="cn-hint",
            ),
        ],
        className="cn-more",
    )
