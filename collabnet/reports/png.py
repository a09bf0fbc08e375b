"""Pictures as PNG, through resvg: white ground, twice the size, no metadata."""

from functools import cache
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.model.installing import install_command

ZOOM = 2.0
"""Pixels for each unit of the SVG: sharp on paper and on dense screens."""
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<text x="2" y="16" font-size="16" font-family="sans-serif">{letter}</text></svg>'
)


def png_bytes(svg: str) -> bytes:
    """Draw an SVG of ours as PNG.

    Raises
    ------
    CollabnetError
        If resvg isn't installed, or the computer has no font to write the names with.
    """
    resvg = _resvg()
    if not _has_font():
        raise CollabnetError(
            "A picture as PNG needs a font, and this computer has none. Install one, such as "
            "DejaVu (on Debian and Ubuntu the package fonts-dejavu), or save as SVG."
        )
    return _drawn(resvg, svg, ZOOM)


def _drawn(resvg: Any, svg: str, zoom: float) -> bytes:  # noqa: ANN401 - a module without types
    data: bytes = resvg.svg_to_bytes(svg_string=svg, zoom=zoom, background="#ffffff", **_families())
    return data


def _families() -> dict[str, str]:
    """DejaVu Sans where a picture asks for any sans-serif: what its texts are measured by."""
    return {"font_family": "DejaVu Sans", "sans_serif_family": "DejaVu Sans"}


@cache
def _has_font() -> bool:
    """Whether a letter leaves anything behind; without fonts resvg draws none and says nothing."""
    resvg = _resvg()
    blank, written = (_drawn(resvg, _PROBE.format(letter=one), 1.0) for one in (" ", "x"))
    return blank != written


def _resvg() -> Any:  # noqa: ANN401 - a module without types
    try:
        import resvg_py
    except ImportError as error:
        raise CollabnetError(
            "A picture as PNG needs resvg, which isn't installed. Install it: "
            f"{install_command('png')}; or save as SVG."
        ) from error
    return resvg_py
