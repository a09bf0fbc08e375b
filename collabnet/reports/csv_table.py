"""Tables as CSV that is safe to open: no cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from collabnet.data.writers.cells import guarded
from collabnet.sharing import Released, ReleasedMeasure

FINDING_COLUMNS = (
    "id", "severity", "kind", "subjects", "sentence", "remedy", "sure", "statuses", "people",
    "rows", "notice",
)  # fmt: skip


def findings_csv(released: Released) -> str:
    """Write one line for each finding, status labels and the notice on every line."""
    rows = [
        {
            "id": one.id,
            "severity": one.severity,
            "kind": one.kind,
            "subjects": one.subjects,
            "sentence": one.sentence,
            "remedy": one.remedy,
            "sure": one.sure,
            "statuses": one.statuses,
            "people": "; ".join(person.name for person in one.people),
            "rows": "; ".join(f"{file} {row}" for file, row in one.rows),
            "notice": released.notice,
        }
        for one in released.findings
    ]
    return to_csv(FINDING_COLUMNS, rows)


def measure_csv(found: ReleasedMeasure) -> str:
    """Write one line for each actor by name, the notice and the label on every line."""
    columns = [*found.table.columns, "Notice", "Label"]
    told = [found.notice, found.label]
    rows = found.table.to_numpy().tolist()
    return to_csv(columns, (dict(zip(columns, [*row, *told], strict=True)) for row in rows))


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Write rows as CSV; undefined is an empty cell.

    A text that a spreadsheet program would take for a formula gets an apostrophe in front.

    Examples
    --------
    >>> print(to_csv(["actor_id", "degree"], [{"actor_id": "=1+1", "degree": -2}]).rstrip())
    actor_id,degree
    '=1+1,-2
    """
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow([_safe(column) for column in columns])
    writer.writerows([_safe(row[column]) for column in columns] for row in rows)
    return made.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str):
        return " ".join(guarded(cell).splitlines())
    return "" if cell is None or cell != cell else cell
