"""What a status says of the steps of a referral: the one table that all outcomes rest on."""

from typing import Literal, NamedTuple

Said = Literal["yes", "no", "not yet", "unknown"]
Step = Literal["acknowledged", "accepted", "served"]
STEPS: tuple[Step, ...] = ("acknowledged", "accepted", "served")


class Meaning(NamedTuple):
    """A status, what it says of each step, and how the referral ended by it; "" while it is open.

    "not yet" may still come; "no" can't any more.
    """

    acknowledged: Said
    accepted: Said
    served: Said
    end: str = ""


MEANINGS: dict[str, Meaning] = {
    # Sent, and no word since. A blank cell reads as this too: nothing is known.
    "made": Meaning("unknown", "unknown", "unknown"),
    "acknowledged": Meaning("yes", "not yet", "not yet"),
    "waitlisted": Meaning("yes", "not yet", "not yet"),
    "accepted": Meaning("yes", "yes", "not yet"),
    "served": Meaning("yes", "yes", "yes", "served"),
    # The receiving agency took it on, looked for the client, and didn't reach them.
    "closed_unreached": Meaning("yes", "yes", "no", "closed_unreached"),
    "declined": Meaning("yes", "no", "no", "declined"),
    # Whoever sent it took it back; what had been done by then isn't said.
    "cancelled": Meaning("unknown", "unknown", "no", "cancelled"),
    # Not at its end; whether anybody answered isn't said.
    "open": Meaning("unknown", "unknown", "not yet"),
}
NOT_LISTED = Meaning("unknown", "unknown", "unknown")
"""Of any other word: the check notes it, and nothing is read from it."""


def meaning(status: str) -> Meaning:
    """Give what a status says.

    Examples
    --------
    >>> meaning("served").accepted, meaning("open").accepted, meaning("in limbo").served
    ('yes', 'unknown', 'unknown')
    """
    return MEANINGS.get(status, NOT_LISTED)
