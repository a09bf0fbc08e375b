"""How the controls look: one accent, system fonts, light and dark."""

from typing import Any

import dash_mantine_components as dmc
from dash.development.base_component import Component

from .. import ids

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif'
THEME: dict[str, Any] = {
    "primaryColor": "blue",
    "primaryShade": {"light": 8, "dark": 5},  # 8 has enough contrast on white, 5 on dark
    "autoContrast": True,
    "fontFamily": FONT,
    "headings": {"fontFamily": FONT, "fontWeight": "650"},
    "defaultRadius": "md",
    "cursorType": "pointer",
    "respectReducedMotion": True,
}
SCHEMES = [("auto", "As this computer is set"), ("light", "Light"), ("dark", "Dark")]


def themed(parts: list[Component]) -> Component:
    """Put parts under the theme."""
    whole: Component = dmc.MantineProvider(
        parts, id=ids.THEME, theme=THEME, defaultColorScheme="auto"
    )
    return whole
