"""Components of our own that Dash has none for."""

from .choice import Choice
from .network_map import NetworkMap

__all__ = ["Choice", "NetworkMap"]
