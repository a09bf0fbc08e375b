"""Panel: what would come of what is tried; before and after, findings, links, assumptions."""

from collections.abc import Sequence

from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component

from collabnet.plots.before_after import before_after
from collabnet.sharing import ReleasedFinding, ReleasedWhatIf, release_quality
from collabnet.sharing.changes import FIGURE_WORDS

from ... import ids
from ...desk import Desk, Look
from ..charts import chart
from ..pieces import panel, plain_table, severity_tag
from .beginning import EMPTY_TITLE, beginning
from .outcome import WAITING, is_waiting, spoken, title

PAGE = "what-if"
MOST = 20
"""So many findings of a kind are written out; a change that touches more is told in numbers."""
OF_NETWORKS = tuple(
    FIGURE_WORDS[name,] for name in ("reachable_pairs", "distance_weighted_fragmentation")
)
"""These need a word of explanation: they stand among all figures only."""
GONE_ALREADY = "Less could be lost afterwards because some of it would be gone already."
NOTHING_CHANGES = (
    "None of these figures changes: no referral on record rests on what is tried here."
)
NOTHING_TRIED = "Nothing is tried any more."


def layout() -> Component:
    """Lay the panel out, empty; the hint stands where nothing is tried."""
    return html.Div(
        [
            html.Div(id=ids.WHAT_IF_HINT),
            html.Div(id=ids.WHAT_IF_RESULT),
        ],
        className="cn-trying-result",
    )


def parts(look: Look) -> list[Component]:
    """Lay out what would come of what is tried."""
    tried = look.tried
    if tried is None:
        return []
    waiting = [html.P(WAITING)] if is_waiting(tried) else []
    assumed = html.Ul([html.Li(one) for one in tried.assumes], className="cn-assumes")
    return [
        panel("what-if-figures", "Before and after", [*waiting, *figures(look, tried)]),
        panel("what-if-findings", "Findings", findings(tried)),
        *links(tried),
        panel("what-if-assumes", "This takes for granted", [assumed]),
    ]


def figures(look: Look, tried: ReleasedWhatIf) -> list[Component]:
    """Draw the counts of referrals, with all figures in a table beside them."""
    table = tried.differences
    plain = table[~table["What"].isin(OF_NETWORKS)]
    changed = plain[plain["Before"] != plain["After"]][["What", "Before", "After"]]
    every = plain_table(table[["What", "Before", "After"]], "All figures", cards=False)
    if changed.empty:
        return [html.P(NOTHING_CHANGES), _more("All figures", [every])]
    beside = plain_table(changed, "What changes", cards=False)
    if not any(one.before[1] for one in tried.referrals):
        return [beside, _more("All figures", [every])]
    drawn = chart(before_after(tried.referrals), says=described(tried), caption=caption(look))
    passing, _, at_risk = tried.referrals
    gone = passing.after[0] < passing.before[0] and at_risk.after[0] < at_risk.before[0]
    note = [html.P(GONE_ALREADY, className="cn-hint")] if gone else []
    return [drawn, *note, beside, _more("All figures", [every])]


def described(tried: ReleasedWhatIf) -> str:
    """Say in words what the bars show, the finding first."""
    counted = [one.words for one in tried.referrals]
    pairs = [
        f"{words}: {before} before, {after} after."
        for words, before, after, _ in tried.differences.itertuples(index=False, name=None)
        if words in counted
    ]
    return " ".join([f"{title(tried)}.", *pairs])


def caption(look: Look) -> str:
    """Say of how many referrals, when, what is missing, and the unit."""
    data = release_quality(look.assessment)
    said = [data.referrals, data.made_up, look.released.period, "Bars count referrals"]
    return " ".join(f"{one}." for one in said if one)


def _more(words: str, parts: Sequence[Component]) -> Component:
    return html.Details([html.Summary(words), *parts], className="cn-more")


def findings(tried: ReleasedWhatIf) -> list[Component]:
    """List the findings that are new, others, mended, or gone with what they were about."""
    mended = [one for one in tried.resolved if one.id not in tried.broken]
    lost = [one for one in tried.resolved if one.id in tried.broken]
    found = [
        *_group("New", tried.gained),
        *_group("Not the same as before", [after for _, after in tried.changed]),
        *_group("Resolved", mended),
        *_group("Gone, but not mended: the link, person or agency is gone", lost),
    ]
    return found or [html.P("The findings stay as they are.")]


def _group(words: str, found: Sequence[ReleasedFinding]) -> list[Component]:
    if not found:
        return []
    items = [
        html.Li(
            [
                severity_tag(one.severity, one.severity_words),
                html.Span(one.sentence),
                html.Span(one.statuses, className="cn-status"),
            ]
        )
        for one in found[:MOST]
    ]
    if len(found) > MOST:
        items.append(html.Li(f"and {len(found) - MOST} more."))
    return [html.H3(f"{words} ({len(found)})"), html.Ul(items, className="cn-changes")]


def links(tried: ReleasedWhatIf) -> list[Component]:
    """Fold the tables of what is different between agencies, each with its number of rows."""
    within = f" within {tried.chances_within}" if tried.chances_within else ""
    tables = [
        ("Referrals on each link", tried.pathways),
        ("People who carry each link", tried.carriers),
        ("Contacts between agencies", tried.contacts),
        (f"Chances of losing a link{within}", tried.chances),
    ]
    folded = [
        _more(f"{words}: {len(table)} {'is' if len(table) == 1 else 'are'} different",
              [plain_table(table, words)])
        for words, table in tables
        if len(table)
    ]  # fmt: skip
    return [panel("what-if-links", "Link by link", folded)] if folded else []


def register(app: Dash, desk: Desk) -> None:
    """Show and say what would come of what the address says is tried."""

    @app.callback(
        Output(ids.title(PAGE), "children"),
        Output(ids.WHAT_IF_HINT, "children"),
        Output(ids.WHAT_IF_RESULT, "children"),
        Output(ids.SPOKEN, "children"),
        Input(ids.shown(PAGE), "data"),
        State(ids.SPOKEN, "children"),
    )
    def _(shown: object, said: str | None) -> tuple[str, list[Component], list[Component], str]:
        look = desk.look(shown)
        tried = look.tried
        if tried is None:
            hint = [] if look.steps else beginning(look)
            return EMPTY_TITLE, hint, [], NOTHING_TRIED if said else ""
        return title(tried), [], parts(look), spoken(tried)
