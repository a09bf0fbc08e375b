"""Choose the answers that a table is about."""

from collabnet.model import Coalition
from collabnet.model.errors import unknown_name
from collabnet.model.sheets import Sheet, build_sheets


def sheets_of(
    coalition: Coalition, question: str | None = None, wave: str | None = None
) -> tuple[Sheet, ...]:
    """Give the sheets of answers of one question or all, in one wave or all.

    Raises
    ------
    NotFoundError
        If nobody was asked the question, or there is no such wave.
    """
    sheets = build_sheets(coalition)
    for what, name, known in (
        ("question", question, sorted({one.question for one in sheets})),
        ("wave", wave, sorted({one.wave for one in sheets})),
    ):
        if name is not None and name not in known:
            remedy = f"The survey has: {', '.join(known)}." if known else "There is no survey."
            raise unknown_name(what, name, known, remedy)
    return tuple(
        one
        for one in sheets
        if (question is None or one.question == question) and (wave is None or one.wave == wave)
    )


def cited(rows: tuple[tuple[str, int], ...]) -> list[dict[str, object]]:
    """Rows as file and row, for a table.

    Examples
    --------
    >>> cited((("survey_2024.csv", 7),))
    [{'file': 'survey_2024.csv', 'row': 7}]
    """
    return [{"file": file, "row": row} for file, row in rows]
