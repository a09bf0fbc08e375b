"""The dashboard: what breaks when somebody leaves, on a screen of this computer only.

Dash asks the package of a component for the two names below; nothing else happens on import.
"""

from collabnet import __version__

_js_dist = [
    {"relative_package_path": f"components/{path}", "namespace": "collabnet_dashboards"}
    for path in (
        "vendor/regenerator-runtime.js",
        "vendor/cytoscape.min.js",
        "scripts/map_text.js",
        "scripts/map_colours.js",
        "scripts/map_clear.js",
        "scripts/map_bend.js",
        "scripts/map_shown.js",
        "scripts/map_samples.js",
        "scripts/map_states.js",
        "scripts/map_look.js",
        "scripts/map_drawing.js",
        "scripts/map_camera.js",
        "scripts/map_hands.js",
        "scripts/map_keys.js",
        "scripts/map_help.js",
        "scripts/map_search.js",
        "scripts/map_filters.js",
        "scripts/map_legend.js",
        "scripts/map_tools.js",
        "scripts/map_svg.js",
        "scripts/map_save.js",
        "scripts/map_stage.js",
        "scripts/network_map.js",
        "scripts/file_drop.js",
        "scripts/finding_card.js",
        "scripts/link_matrix.js",
        "scripts/plain_table.js",
        "scripts/row_editor.js",
    )
]

__all__ = ["__version__"]
