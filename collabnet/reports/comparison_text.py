"""Two sites as text for a terminal: one page of what is alike, differs and can't be compared."""

from collections.abc import Iterable, Sequence

import pandas as pd

from collabnet.reports.layout import joined, table, wrap
from collabnet.sharing.comparison_links import NONE
from collabnet.sharing.released_comparison import ReleasedComparison

TITLES = {
    "figures": "Side by side",
    "links": "The same links",
    "positions": "Next to random networks of the same size and ties",
    "agencies": "Agencies with the same part",
}


def comparison_text(released: ReleasedComparison, width: int | None = None) -> str:
    """Write a comparison for a terminal of ``width`` cells: the page, then the tables."""
    return f"{comparison_page(released, width)}\n{_tables(released, width)}"


def comparison_page(released: ReleasedComparison, width: int | None = None) -> str:
    """Write the page: what is alike, what differs, what can't be compared and why."""
    told = released.told
    limits = (f"{what}: {why}" for what, why in released.limits.to_numpy().tolist())
    return joined(
        [
            _heading(released, width),
            _said("What differs", told.differs, width),
            _said("What is alike", told.alike, width),
            _said("What can't be compared, or only with care", [*told.open, *limits], width),
        ]
    )


def _heading(released: ReleasedComparison, width: int | None) -> list[str]:
    label = f" [{released.label}]" if released.label else ""
    if released.months:
        months = f"Months compared: {released.months}."
    else:
        spans = zip(released.names, released.periods, strict=True)
        months = f"Logs: {'; '.join(f'{name}, {period}' for name, period in spans)}."
    return [
        *wrap(f"{released.names[0]} and {released.names[1]} side by side{label}", width),
        *wrap(f"{released.notice}. {months}", width),
    ]


def _said(title: str, said: Iterable[str], width: int | None) -> list[str]:
    lines = [line for text in said for line in wrap(text, width, "- ")]
    return [title, *lines] if lines else []


def _tables(released: ReleasedComparison, width: int | None) -> str:
    shown = {
        "figures": released.figures,
        "links": links_by_site(released),
        "positions": released.positions,
        "agencies": released.agencies,
    }
    blocks = [[TITLES[name], *_table(rows, width)] for name, rows in shown.items() if len(rows)]
    return joined([*blocks, wrap(" ".join(released.methods), width)])


def links_by_site(released: ReleasedComparison) -> pd.DataFrame:
    """Give the links with a row for each site that uses them: narrow enough to be read."""
    rows = []
    for link in released.links.to_dict("records"):
        for name in released.names:
            cells = {
                str(column).removeprefix(f"{name}: "): cell
                for column, cell in link.items()
                if str(column).startswith(f"{name}: ")
            }
            if cells["Referrals"] != NONE:
                named = {"Link": f"{link['From']} to {link['To']}", "Site": name}
                rows.append(named | cells | {"Compared": link["Compared"]})
    return pd.DataFrame(rows)


def _table(rows: pd.DataFrame, width: int | None) -> list[str]:
    cells: list[Sequence[str]] = [[str(column) for column in rows.columns]]
    return table([*cells, *rows.astype("str").to_numpy().tolist()], width)
