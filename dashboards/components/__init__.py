"""Components of our own that Dash has none for."""

from .network_map import NetworkMap

__all__ = ["NetworkMap"]
