"""The frame around every page: where one is, what is open, what is tried, and the way elsewhere."""

from .answers import register as keep_answers
from .frame import layout, register

__all__ = ["keep_answers", "layout", "register"]
