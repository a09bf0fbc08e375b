"""Surveys: who answered, ties by rules with a name, both sides of a tie, survey against log."""

from collabnet.surveys.both_sides import sides
from collabnet.surveys.counts import response_rates, tie_counts
from collabnet.surveys.rules import ties
from collabnet.surveys.two_sources import ClaimedAndUsed, claimed_and_used

__all__ = [
    "ClaimedAndUsed",
    "claimed_and_used",
    "response_rates",
    "sides",
    "tie_counts",
    "ties",
]
