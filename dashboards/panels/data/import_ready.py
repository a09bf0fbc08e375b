"""What an import would write, to be looked at first; and what it has written."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from collabnet.data.importing.answering import bare
from collabnet.data.importing.merge import FileDraft
from collabnet.data.importing.rows import ORIGIN
from collabnet.data.issues import counted, listed, shown
from collabnet.reports.groups import group

from ... import ids
from ...intake import Intake
from ..pieces import plain_table
from .import_button import button

PREVIEWED = 5


def ready(intake: Intake) -> Component:
    """Lay out what would be written, and the button that does it."""
    plan = intake.plan
    drafts = {name: one for name, one in sorted(plan.drafts.items()) if one.rows} if plan else {}
    items = [html.Li(draft_words(name, one)) for name, one in drafts.items()]
    if plan and plan.rejected:
        n = counted(plan.rejected, "row is", "rows are")
        items.append(html.Li(f"{n} kept aside in the folder rejects, with the reasons."))
    previews = [_preview(name, one) for name, one in drafts.items() if _new(one)]
    write = button("Bring them in", "write", is_first=True)
    return html.Div([html.Ul(items), *previews, *_notes(intake), write])


def draft_words(name: str, draft: FileDraft) -> str:
    """Say what happens to one of the coalition's files.

    Examples
    --------
    >>> from collabnet.model.specs import REFERRALS
    >>> draft_words("referrals.csv", FileDraft(REFERRALS, "referrals.csv", rows=[{}], added=1))
    'referrals.csv: 1 row more, 1 in all.'
    """
    anew = f", {counted(draft.replaced, 'row')} read anew" if draft.replaced else ""
    return f"{name}: {counted(draft.added, 'row')} more{anew}, {len(draft.rows)} in all."


def _new(draft: FileDraft) -> list[dict[str, str]]:
    pairs = zip(draft.rows, draft.sources, strict=True)
    return [cells for cells, source in pairs if source is not None]


def _preview(name: str, draft: FileDraft) -> Component:
    rows = _new(draft)
    names = [one for one in draft.names if one != ORIGIN]
    cells = [[shown(row.get(one, "")) for one in names] for row in rows[:PREVIEWED]]
    caption = f"{name}: the first {len(cells)} of {counted(len(rows), 'new row')}"
    table = pd.DataFrame(cells, columns=names)
    return html.Details(
        [html.Summary(f"Look at {name}"), plain_table(table, caption)],
        className="cn-more",
        open=True,
    )


def _notes(intake: Intake) -> list[Component]:
    """Say what is worth knowing, each kind once."""
    problems = intake.plan.problems if intake.plan else []
    notes = group(one for one in problems if one.level in ("NOTE", "OK"))
    said = list(
        dict.fromkeys(f"{one.place}: {one.message} {bare(one.remedy)}".strip() for one in notes)
    )
    if not said:
        return []
    items = [html.Li(one) for one in said]
    summary = html.Summary(f"Worth knowing ({len(items)})")
    return [html.Details([summary, html.Ul(items)], className="cn-more")]


def written(intake: Intake, title: str, link: str) -> list[Component]:
    """Say what was written, with the ways on."""
    plan = intake.plan
    drafts = sorted(plan.drafts.items()) if plan else []
    files = listed([shown(name) for name in intake.files])
    done = html.H2(
        f"{files}: brought into {title}", id=ids.IMPORT_NOW, tabIndex=-1, className="cn-import-now"
    )
    items = [html.Li(draft_words(name, one)) for name, one in drafts if one.rows]
    if plan and plan.rejected:
        n = counted(plan.rejected, "row was", "rows were")
        items.append(
            html.Li(
                f"{n} kept aside in the folder rejects of the coalition, with the reasons. Correct "
                "them whenever you like: above, under the field for files."
            )
        )
    ways = [
        html.A("See what it says", href=f"/overview?{link}", className="cn-button cn-first"),
        html.A("Settle which names are the same", href=f"/data?{link}&part=names"),
        html.A("See the checks", href=f"/data?{link}&part=checks"),
    ]
    return [html.Div([done, html.Ul(items), html.Div(ways, className="cn-buttons")])]
