"""The network map without people: one line for all ties alike between two agencies."""

from collections.abc import Mapping, Sequence
from typing import Any

Drawn = Mapping[str, Sequence[Mapping[str, Any]]]


def agencies_alone(drawn: Drawn) -> dict[str, list[dict[str, Any]]]:
    """Give agencies and what joins them; ties inside an agency are left out, gaps too.

    Ties of one basis and quality between two agencies become one line, as strong as they are
    together.

    Parameters
    ----------
    drawn : agencies, people and ties, as ``Released.map`` has them

    Examples
    --------
    >>> drawn = {
    ...     "agencies": [{"id": "court", "label": "Court"}, {"id": "shelter", "label": "Shelter"}],
    ...     "people": [{"id": "ann", "agency": "court"}, {"id": "bea", "agency": "court"}],
    ...     "ties": [{"id": "1", "from": "ann", "to": "shelter", "basis": "formal", "strength": 2},
    ...              {"id": "2", "from": "bea", "to": "shelter", "basis": "formal"},
    ...              {"id": "3", "from": "ann", "to": "bea", "basis": "formal"}],
    ... }
    >>> [(tie["from"], tie["to"], tie["strength"]) for tie in agencies_alone(drawn)["ties"]]
    [('court', 'shelter', 3.0)]
    """
    home = {str(row["id"]): str(row["id"]) for row in drawn["agencies"]}
    home |= {str(row["id"]): str(row["agency"]) for row in drawn["people"]}
    lines: dict[tuple[object, ...], dict[str, Any]] = {}
    for tie in drawn["ties"]:
        ends = [home[str(tie["from"])], home[str(tie["to"])]]
        if ends[0] == ends[1] or tie.get("quality") == "absent":
            continue
        if not tie.get("directed"):
            ends.sort()
        key = (*ends, tie.get("basis"), tie.get("quality"), bool(tie.get("directed")))
        line = lines.setdefault(key, {**tie, "from": ends[0], "to": ends[1], "strength": 0.0})
        line["strength"] += float(tie.get("strength") or 1.0)
    agencies = [dict(row) for row in drawn["agencies"]]
    return {"agencies": agencies, "people": [], "ties": list(lines.values())}
