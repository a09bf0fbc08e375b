"""Say whom an unknown name may mean, in half a sentence."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from functools import cached_property

from collabnet.data.crosswalk.candidates import LEAST, Proposer
from collabnet.data.crosswalk.entries import Spelling
from collabnet.data.crosswalk.rosters import agencies_in, ids_of, people_in
from collabnet.data.issues import listed, shown
from collabnet.data.roster import Tables

_LONGEST = 200
_SPELLED = re.compile(r"; spelled \d+ of 100 alike")


class Nearest:
    """Looks unknown names up in the rosters; nothing is done before the first is asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def _proposer(self) -> Proposer:
        return Proposer([*agencies_in(self._tables), *people_in(self._tables)])

    def to_text(self, name: str, known: Collection[str], agency: str = "") -> str:
        """Ask whether one of the known ids was meant, with the evidence; "" if none comes near."""
        # Somebody who can't stand in this column is no help there.
        at = agency if agency in ids_of(self._tables) else ""
        one = Spelling(("agency", "person"), name[:_LONGEST], at)
        found = self._proposer.propose([one], least=LEAST)
        found = found[found["id"].isin(set(known))]
        said = [
            f"{shown(key)} ({_called(key, own)}{_SPELLED.sub('', evidence)})"
            for key, own, evidence in zip(
                found["id"], found["name"], found["evidence"], strict=True
            )
        ]
        if not said:
            close = get_close_matches(name[:100], sorted(known), n=3, cutoff=0.7)
            said = [shown(key) for key in close]
        return f" Did you mean {listed(said, 'or')}?" if said else ""


def _called(key: str, name: str) -> str:
    return "" if name == key else f"{shown(name)}: "
