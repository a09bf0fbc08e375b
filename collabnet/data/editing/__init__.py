"""Correct a coalition's own tables row by row: checked first, written whole, undoable."""

from collabnet.data.editing.correct import Corrected, correct, undo_last
from collabnet.data.editing.edit import Edit
from collabnet.data.editing.journal import Step, steps_in
from collabnet.data.editing.own_table import OwnTable, read_own

__all__ = ["Corrected", "Edit", "OwnTable", "Step", "correct", "read_own", "steps_in", "undo_last"]
