"""Components of our own that Dash has none for."""

from .choice import Choice
from .finding_card import FindingCard
from .network_map import NetworkMap
from .plain_table import PlainTable

__all__ = ["Choice", "FindingCard", "NetworkMap", "PlainTable"]
