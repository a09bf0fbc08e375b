"""What is written of a comparison, as tests look through it."""

from collabnet.reports.comparison_files import (
    comparison_csv,
    comparison_html,
    comparison_released_dict,
)
from collabnet.reports.comparison_text import comparison_text

OUTSIDE = ("partner", "public")


def cells(released):
    """Every cell of every table."""
    tables = (released.figures, released.positions, released.links, released.agencies)
    return [cell for rows in (*tables, released.limits) for cell in rows.to_numpy().ravel()]


def written(released):
    """Everything that is written of a comparison."""
    return "\n".join(
        [
            comparison_text(released, None),
            comparison_html(released),
            comparison_csv(released),
            str(comparison_released_dict(released)),
        ]
    )
