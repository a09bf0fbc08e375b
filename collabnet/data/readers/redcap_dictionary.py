"""Read REDCap's data dictionary: what each variable asks, and what its codes stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.sources.opened import Grid, Opened

VARIABLE = "Variable / Field Name"
_CHOICES = "Choices, Calculations, OR Slider Labels"
_WITH_CHOICES = ("radio", "dropdown", "checkbox")
_FIXED = {
    "yesno": {"1": "Yes", "0": "No"},
    "truefalse": {"1": "True", "0": "False"},
}


@dataclass(frozen=True)
class Variable:
    """One variable: its form, kind, label and choices, and the matrix that it is a row of."""

    name: str
    form: str
    kind: str
    label: str
    choices: Mapping[str, str] = field(default_factory=dict)
    matrix: str = ""
    header: str = ""
    is_identifier: bool = False


def is_dictionary(opened: Opened) -> bool:
    """Whether a file is a data dictionary, by its first column."""
    cells = opened.grids[0].records.cells[:1] if opened.grids else []
    return bool(cells) and bool(cells[0]) and cells[0][0].strip().lstrip("\ufeff") == VARIABLE


def read_dictionary(grid: Grid) -> list[Variable]:
    """Give the variables in order; the header of a matrix holds for all its rows."""
    rows = grid.records.cells
    names = [name.strip().lstrip("\ufeff") for name in rows[0]]
    made: list[Variable] = []
    headers: dict[str, str] = {}
    for row in rows[1:]:
        cells = dict(zip(names, (cell.strip() for cell in row), strict=False))
        name = cells.get(VARIABLE, "")
        if not name:
            continue
        matrix, kind = cells.get("Matrix Group Name", ""), cells.get("Field Type", "")
        header = cells.get("Section Header", "")
        if matrix and header:
            headers.setdefault(matrix, header)
        choices = parse_choices(cells.get(_CHOICES, "")) if kind in _WITH_CHOICES else {}
        made.append(
            Variable(
                name,
                cells.get("Form Name", ""),
                kind,
                cells.get("Field Label", ""),
                choices or _FIXED.get(kind, {}),
                matrix,
                headers.get(matrix, ""),
                cells.get("Identifier?", "").lower() == "y",
            )
        )
    return made


def parse_choices(text: str) -> dict[str, str]:
    """Read the choices of a variable: codes and labels.

    Examples
    --------
    >>> parse_choices("1, Juvenile court | 2, Shelter, east side")
    {'1': 'Juvenile court', '2': 'Shelter, east side'}
    """
    split = [part.partition(",") for part in text.split("|") if part.strip()]
    return {code.strip(): label.strip() for code, _, label in split}


def as_column(code: str) -> str:
    """Write a code as a checkbox's column has it: small letters, a minus as an underscore.

    Examples
    --------
    >>> as_column("-99"), as_column("JC")
    ('_99', 'jc')
    """
    return code.lower().replace("-", "_").replace(".", "_")


def by_label(
    headers: Sequence[str], variables: Sequence[Variable]
) -> dict[int, tuple[Variable, str]]:
    """Match the columns of an export with labels to variables: both stand in the same order.

    Gives the variable of each column, with the choice where it is a box to tick.
    """
    found: dict[int, tuple[Variable, str]] = {}
    begin = 0
    for place, header in enumerate(headers):
        text, choice = split_choice(header)
        ahead = range(begin, len(variables))
        hit = next((at for at in ahead if variables[at].label == text), None)
        if hit is not None:
            found[place] = variables[hit], choice
            # The boxes of one variable are several columns.
            begin = hit if choice else hit + 1
    return found


def split_choice(header: str) -> tuple[str, str]:
    """Take the choice off a label: To whom? (choice=Shelter).

    Examples
    --------
    >>> split_choice("To whom? (choice=Shelter (east))")
    ('To whom?', 'Shelter (east)')
    """
    text, sign, choice = header.partition(" (choice=")
    return (text, choice.removesuffix(")")) if sign else (header, "")
