"""The action register: what was decided about a link, by whom until when, and what came of it."""

from collabnet.planning.actions.action import STATUSES, Action
from collabnet.planning.actions.file import FILE, Register, load_actions
from collabnet.planning.actions.register import (
    add_action,
    close_action,
    drop_action,
    today_in_utc,
)
from collabnet.planning.actions.standing import Standing, standing_of

__all__ = [
    "FILE",
    "STATUSES",
    "Action",
    "Register",
    "Standing",
    "add_action",
    "close_action",
    "drop_action",
    "load_actions",
    "standing_of",
    "today_in_utc",
]
