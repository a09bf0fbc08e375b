"""Outcomes beside structure: what became of referrals, and how long they waited."""

from collabnet.risk.outcomes.find import outcomes
from collabnet.risk.outcomes.result import Outcomes

__all__ = ["Outcomes", "outcomes"]
