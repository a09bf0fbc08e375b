"""What a file of tables says of itself: for whom, of when, how made, what each column means."""

from collabnet.reports.tables import Table
from collabnet.sharing import Released

COLUMNS = ("Table", "Column", "What it says", "Unit")
_HOW = (
    "Numbers are numbers; an empty cell means that nothing is known or that it doesn't apply. "
    "<11 is a small count that is hidden, withheld a cell that would give one away. A text that a "
    "spreadsheet would take for a formula has an apostrophe in front."
)
_USE = (
    "A finding is about a link between agencies, not about a person's work; it is not for "
    "personnel decisions."
)


def facts(released: Released, tables: tuple[Table, ...]) -> list[tuple[str, str]]:
    """Give words and value of what stands on top of a readme; the method comes last.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release
    >>> facts(release(cn.assess(cn.load("sample:g1")), "partner"), ())[3]
    ('Period', '2024-01-01 to 2024-12-31')
    """
    from collabnet import __version__

    rows = [(f"Table: {one.name}", f"{one.says} Rows: {len(one.cells)}.") for one in tables]
    found = [
        ("Coalition", released.name),
        ("Data", released.label),
        ("For whom", released.notice),
        ("Period", released.period),
        *released.headline,
        ("How many answered", released.answered),
        *rows,
        ("Cells", _HOW),
        ("Use", _USE),
        ("Made with", f"collabnet {__version__}"),
        ("Method", released.methods),
    ]
    return [(words, value) for words, value in found if value]


def column_rows(tables: tuple[Table, ...]) -> list[tuple[str, str, str, str]]:
    """Give a row for each column of each table: table, column, what it says, unit."""
    return [
        (one.name, column.name, column.says, column.unit)
        for one in tables
        for column in one.columns
    ]
