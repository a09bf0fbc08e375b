"""Immutable values: a coalition, its network, and the words both are written in."""

from collabnet.model.coalition import Coalition
from collabnet.model.network import Network
from collabnet.model.period import Period
from collabnet.model.settings import Assumptions, Settings

__all__ = ["Assumptions", "Coalition", "Network", "Period", "Settings"]
