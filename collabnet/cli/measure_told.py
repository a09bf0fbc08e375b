"""What ``collabnet measure`` tells of measures: the list of all, and each in full."""

from collabnet.cli.options import WrongCall
from collabnet.model.errors import CollabnetError


def listed(columns: int | None) -> str:
    """Name every measure with its sentence, by family."""
    from collabnet.metrics.catalogue import FAMILIES
    from collabnet.reports.layout import joined, wrap

    blocks = []
    for family, entries in FAMILIES.items():
        lines = [family]
        for one in entries:
            lines += wrap(f"{one.name} ({one.of}): {one.sentence}", columns, "  ", "    ")
        blocks.append(lines)
    end = wrap("collabnet measure --explain NAME tells the whole of one.", columns)
    return joined([*blocks, end])


def explained(name: str, columns: int | None) -> str:
    """Tell what is written about one measure.

    Raises
    ------
    WrongCall
        If there is none of that name.
    """
    from collabnet.metrics.catalogue import explain_measure
    from collabnet.reports.layout import wrapped_lines

    try:
        return wrapped_lines(explain_measure(name, width=None), columns)
    except CollabnetError as error:
        raise WrongCall(f"--explain: {error}") from None
