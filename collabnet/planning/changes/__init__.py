"""Single changes to a coalition: each gives an edited copy, as if the input had been edited."""

from collabnet.planning.changes.apply import CHANGES, Change, apply_changes, change_by_change
from collabnet.planning.changes.backs import Backs
from collabnet.planning.changes.closes import Closes
from collabnet.planning.changes.contacts import Invites, Repairs, Ties
from collabnet.planning.changes.formalizes import Formalizes
from collabnet.planning.changes.leaves import Leaves
from collabnet.planning.changes.moves import Moves
from collabnet.planning.changes.retains import Retains
from collabnet.planning.changes.text import FORMS, parse_change, parse_changes, write_change

__all__ = [
    "CHANGES",
    "FORMS",
    "Backs",
    "Change",
    "Closes",
    "Formalizes",
    "Invites",
    "Leaves",
    "Moves",
    "Repairs",
    "Retains",
    "Ties",
    "apply_changes",
    "change_by_change",
    "parse_change",
    "parse_changes",
    "write_change",
]
