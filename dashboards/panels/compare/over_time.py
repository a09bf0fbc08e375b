"""What changed over time: warnings to ask about, windows of the log, waves of the survey, a map."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from collabnet.plots.difference_map import difference_svg
from collabnet.risk.wording import capital, count
from collabnet.sharing.released_waves import ReleasedTimes, ReleasedWaves

from ..pieces import drawn, panel, plain_table
from .beside import LIGHT

NOTHING = (
    "This coalition has one time only. Add a second wave of the survey, or a log of a year or "
    "more: then what is new, lost and kept stands here."
)
NO_WARNING = "No link fell silent and nobody carries much less than before."


def title(released: ReleasedWaves) -> str:
    """Say what was found, in a few words."""
    if released.warnings:
        return capital(f"{count(len(released.warnings), 'link')} to ask about")
    return "What changed over time" if released.times else "Nothing to compare with yet"


def parts(released: ReleasedWaves) -> list[Component]:
    """Give the panels: early warnings first, then each two times."""
    if not released.times and released.windows.empty:
        return [panel("compare-none", "Over time", [html.P(NOTHING)])]
    return [_warnings(released), *(_times(one, released) for one in released.times[::-1])]


def _warnings(released: ReleasedWaves) -> Component:
    said = [html.Li(one) for one in released.warnings]
    found: list[Component] = [html.Ul(said) if said else html.P(NO_WARNING)]
    if released.earlier_warnings:
        before = html.Ul([html.Li(one) for one in released.earlier_warnings])
        summary = html.Summary("Warnings that held for a while and hold no longer")
        found.append(html.Details([summary, before], className="cn-more"))
    if not released.windows.empty:
        found.append(
            plain_table(released.windows, "The log, window by window", note=released.label)
        )
    found += [html.P(one, className="cn-hint") for one in released.watch]
    return panel("compare-warnings", "Early warnings", found)


def _times(one: ReleasedTimes, released: ReleasedWaves) -> Component:
    pictures: list[Component] = []
    if one.map["ties"]:
        title = f"{released.name}: {one.title}"
        label = ". ".join(filter(None, (released.notice, released.label)))
        pictures = [
            drawn(
                difference_svg(one.map, title=title, label=label),
                f"{title}. New ties are thick with a plus, lost ones dashed with a cross.",
                LIGHT,
            )
        ]
    said = [html.P(words, className="cn-hint") for words in one.said]
    name = f"compare-{one.what}-{one.title}".lower().replace(" ", "-")
    return panel(name, capital(one.title), [*said, *pictures, *_tables(one), *_findings(one)])


def _tables(one: ReleasedTimes) -> Iterator[Component]:
    for caption, rows in (
        ("Kept, new and lost", one.counts),
        ("New and lost", one.changes),
        ("Before and after", one.figures),
        ("Measures over those who answered both times", one.measures),
    ):
        if not rows.empty:
            yield plain_table(rows, f"{caption}: {one.title}")


def _findings(one: ReleasedTimes) -> Iterator[Component]:
    for words, found in (
        ("New findings", one.gained),
        ("Findings that are mended", one.mended),
        ("Findings that went with their link", one.broken),
    ):
        if found:
            yield html.H3(words)
            yield html.Ul([html.Li(sentence) for sentence in found])
