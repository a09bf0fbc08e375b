"""What changed over time: warnings to ask about, windows of the log, waves of the survey, a map."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from collabnet.reports.waves_files import map_of
from collabnet.reports.waves_parts import (
    CHANCE,
    EARLIER_WARNINGS,
    MAP_HINT,
    NOTHING,
    WARNINGS,
    WINDOWS,
    findings_of,
    tables_of,
    title_of,
    warnings_of,
)
from collabnet.risk.wording import capital, count
from collabnet.sharing.released_waves import ReleasedTimes, ReleasedWaves

from ..pieces import drawn, panel, plain_table
from .beside import LIGHT


def title(released: ReleasedWaves) -> str:
    """Say what was found, in a few words."""
    if released.warnings:
        return capital(f"{count(len(released.warnings), 'link')} to ask about")
    return "What changed over time" if released.times else "Nothing to compare with yet"


def parts(released: ReleasedWaves) -> list[Component]:
    """Give the panels: early warnings first, then each two times."""
    if not released.times and released.windows.empty:
        return [panel("compare-none", "Over time", [html.P(NOTHING)])]
    return [*_warnings(released), *(_times(one, released) for one in released.times[::-1])]


def _warnings(released: ReleasedWaves) -> Iterator[Component]:
    """Give what was seen in the log; nothing where there is none."""
    found: list[Component] = []
    for title, said in warnings_of(released):
        told = html.Ul([html.Li(one) for one in said])
        is_past = title == EARLIER_WARNINGS
        found.append(
            html.Details([html.Summary(title), told], className="cn-more") if is_past else told
        )
    if not released.windows.empty:
        found.append(plain_table(released.windows, WINDOWS, note=released.label))
    found += [html.P(one, className="cn-hint") for one in released.watch]
    if found:
        yield panel("compare-warnings", WARNINGS, found)


def _times(one: ReleasedTimes, released: ReleasedWaves) -> Component:
    pictures: list[Component] = []
    if one.map["ties"]:
        says = f"{released.name}: {one.title}. {MAP_HINT}"
        pictures = [drawn(map_of(released, one), says, LIGHT)]
    said = [html.P(words, className="cn-hint") for words in one.said]
    name = f"compare-{one.what}-{one.title}".lower().replace(" ", "-")
    return panel(name, title_of(one), [*said, *pictures, *_tables(one), *_findings(one)])


def _tables(one: ReleasedTimes) -> Iterator[Component]:
    for caption, rows in tables_of(one):
        yield plain_table(rows, f"{caption}: {one.title}")
    if len(one.measures):
        yield html.P(CHANCE, className="cn-hint")


def _findings(one: ReleasedTimes) -> Iterator[Component]:
    for words, found in findings_of(one):
        yield html.H3(words)
        yield html.Ul([html.Li(sentence) for sentence in found])
