"""The dashboard: what breaks when somebody leaves, on a screen of this computer only.

Dash asks the package of a component for the two names below; nothing else happens on import.
"""

from collabnet import __version__

_js_dist = [
    {"relative_package_path": f"components/{path}", "namespace": "collabnet_dashboards"}
    for path in (
        "vendor/cytoscape.min.js",
        "scripts/map_text.js",
        "scripts/map_colours.js",
        "scripts/map_states.js",
        "scripts/map_look.js",
        "scripts/map_drawing.js",
        "scripts/map_keys.js",
        "scripts/map_legend.js",
        "scripts/map_stage.js",
        "scripts/network_map.js",
        "scripts/choice.js",
        "scripts/finding_card.js",
        "scripts/plain_table.js",
    )
]

__all__ = ["__version__"]
