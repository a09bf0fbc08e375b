"""The box that says by what people and agencies are sized on the map."""

import dash_mantine_components as dmc

from collabnet.risk.wording import capital
from collabnet.sharing.map_sizes import SIZES, Size, map_sizes

from ...components.network_map import Sizes
from ...desk import Look
from .. import choosing

PAGE, ARG = "map", "size"


def layout() -> dmc.Select:
    """Lay the box out: everybody alike, or by a measure."""
    options = [{"value": name, "label": capital(words)} for name, words in SIZES.items()]
    alike = "Everybody alike"
    return choosing.choice(PAGE, ARG, "Size by", options, placeholder=alike, clearable=True)


def chosen(look: Look) -> Size | None:
    """Read what the address asks for; None where all are drawn alike."""
    asked = look.arg(ARG)
    return next((name for name in SIZES if name == asked), None)


def sizes(look: Look) -> Sizes | None:
    """Give the value of each person and agency; None where all are drawn alike."""
    measure = chosen(look)
    if measure is None:
        return None
    return {"measure": SIZES[measure], "values": map_sizes(look.assessment, measure)}
