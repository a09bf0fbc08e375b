"""What is written about a measure: the one source of docs, help and screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import pandas as pd

Of: TypeAlias = Literal["actors", "ties", "pairs", "groups", "network", "list"]
"""What a row of a measure's table stands for.

``actors``: ``actor_id``, every actor in the network's order. ``ties``: ``from_id`` and ``to_id``,
every tie once. ``pairs``: ``from_id`` and ``to_id``, pairs of actors, tied or not. ``groups``:
``from_group`` and ``to_group``, or ``group``. ``network``: one row. ``list``: what the measure
finds (components, steps of a curve); such a table stands alone.
"""
Program: TypeAlias = Literal["UCINET", "sna", "igraph", "networkx"]
Given: TypeAlias = float | str | type[Exception]
"""A value of every row, words where rows differ (``1, 2, 3``), or the error that refuses."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One measure of the catalogue.

    Attributes
    ----------
    function : takes a network, then keywords; gives a table
    of : what a row stands for
    sentence : what it says, for somebody who knows no networks; ends with a full stop
    definition : the formula in words and signs
    columns : each column of values and its unit or range, by name; ``*`` stands for what differs
    direction : what it does with the direction of ties
    weights : what a tie's strength means to it
    undefined : where a value is NaN, and why; empty if never
    one_actor, no_ties : the value of each column with one actor, and with three without a tie;
        or the error that refuses
    sources : author (year), journal or book, volume, pages
    complexity : time, as O(...)
    matches : per program, the call or option that gives the same numbers, or how it differs
    needs : options without a default, as ``groups`` or ``from_actor``
    r : R that gives the same numbers, one per column where there is such: a vector over the
        actors, or one number; ``g`` is the igraph graph, ``s`` the sna matrix of 0 and 1,
        ``w`` that of strengths
    """

    function: Callable[..., pd.DataFrame]
    of: Of
    sentence: str
    definition: str
    columns: Mapping[str, str]
    direction: str
    weights: str
    undefined: str
    one_actor: Mapping[str, Given] | type[Exception]
    no_ties: Mapping[str, Given] | type[Exception]
    sources: tuple[str, ...]
    complexity: str
    matches: Mapping[Program, str]
    needs: tuple[str, ...] = ()
    r: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name in ``cn.metrics`` and on the command line."""
        return str(self.function.__name__)
