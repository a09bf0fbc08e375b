"""The frame around every page: where one is, what is open, what is tried, and the way elsewhere."""

from .frame import layout, register

__all__ = ["layout", "register"]
