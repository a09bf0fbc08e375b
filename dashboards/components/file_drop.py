"""A place for files: chosen or dropped, and sent one by one to a route of the dashboard.

Dash's own upload keeps files in the page as text and sends them with every callback.
"""

from typing import Any

from dash.development.base_component import Component


class FileDrop(Component):
    """A native field for files with a place to drop them on.

    Once they are sent, ``uploaded`` is ``{"token": ..., "count": ...}``: the token that the route
    gave, and a number that grows with every time. What went wrong stands below in words.

    Parameters
    ----------
    label, hint : what to do, and what can be sent
    route : where files are sent to, as the form fields ``file`` and ``token``
    most : the largest size in bytes

    Examples
    --------
    >>> FileDrop(id="files", label="Choose files", hint="", route="/uploads", most=1000).most
    1000
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "FileDrop"

    def __init__(
        self,
        *,
        id: str,
        label: str,
        hint: str,
        route: str,
        most: int,
        uploaded: dict[str, Any] | None = None,
    ) -> None:
        given: dict[str, Any] = {
            "id": id,
            "label": label,
            "hint": hint,
            "route": route,
            "most": most,
            "uploaded": uploaded,
        }
        self._prop_names = list(given)
        self.available_properties = list(given)
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
