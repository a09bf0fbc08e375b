"""Maps of two sites with the same agencies in the same places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from collabnet.plots.agencies_alone import Drawn, agencies_alone
from collabnet.plots.layout import Positions, positions
from collabnet.plots.map_svg import map_svg

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class SideBySide:
    """Two maps of agencies on one set of places.

    Attributes
    ----------
    a, b : agencies and ties of each map; an agency with the same part has the same id in both
    places : where the agencies of both stand, as `collabnet.plots.layout.positions` gives them
    sectors : of both, so that a sector has one colour
    """

    a: Rows
    b: Rows
    places: Positions
    sectors: tuple[str, ...]

    def svgs(self, titles: Sequence[str], label: str) -> tuple[str, str]:
        """Draw both; ``label`` says who may see them and where the data come from."""
        one, other = (
            map_svg(
                drawn,
                self.places,
                title=title,
                label=label,
                sectors=self.sectors,
                beside=beside["ties"],
            )
            for drawn, beside, title in zip((self.a, self.b), (self.b, self.a), titles, strict=True)
        )
        return one, other


def side_by_side(a: Drawn, b: Drawn, same: Mapping[str, str]) -> SideBySide:
    """Place the agencies of two maps: those with the same part stand in the same place.

    An agency without a counterpart has a place of its own, which stays free on the other map.

    Parameters
    ----------
    a, b : agencies, people and ties, as ``Released.map`` has them
    same : id on the first map for an id on the second, where both have the same part

    Examples
    --------
    >>> court = {"id": "court", "label": "Court"}
    >>> one = {"agencies": [court, {"id": "fbi", "label": "FBI"}], "people": [], "ties": []}
    >>> other = {"agencies": [{"id": "bench", "label": "Court"}], "people": [], "ties": []}
    >>> found = side_by_side(one, other, {"bench": "court"})
    >>> [row["id"] for row in found.b["agencies"]], sorted(found.places["agencies"])
    (['court'], ['court', 'fbi'])
    """
    taken = {str(row["id"]) for row in a["agencies"]}
    ours = agencies_alone(a)
    theirs = _renamed(agencies_alone(b), _ids(b, same, taken))
    together: dict[str, dict[str, Any]] = {}
    all_agencies = [*ours["agencies"], *theirs["agencies"]]
    for row in all_agencies:
        known = together.setdefault(row["id"], row)
        if len(str(row["label"])) > len(str(known["label"])):  # a box must hold both names
            together[row["id"]] = {**known, "label": row["label"]}
    rows = [together[id_] for id_ in sorted(together)]
    return SideBySide(
        ours,
        theirs,
        positions(rows, [], [*ours["ties"], *theirs["ties"]]),
        tuple(sorted({str(row.get("sector") or "") for row in all_agencies})),
    )


def _ids(b: Drawn, same: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """Ids of the second map on both: its counterpart's, or one that the first map has not."""
    found = {}
    for row in b["agencies"]:
        id_ = str(row["id"])
        own = id_
        while own in taken:
            own += "'"
        found[id_] = same.get(id_, own)
    return found


def _renamed(drawn: Drawn, ids: Mapping[str, str]) -> Rows:
    agencies = [{**row, "id": ids[str(row["id"])]} for row in drawn["agencies"]]
    ties = [
        {**tie, "from": ids[str(tie["from"])], "to": ids[str(tie["to"])]} for tie in drawn["ties"]
    ]
    return {"agencies": agencies, "people": [], "ties": ties}
