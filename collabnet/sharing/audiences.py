"""Who something is shown to, and the line that says so."""

from typing import Literal, get_args

from collabnet.data.writers.tables_content import INTERNAL
from collabnet.model.errors import CollabnetError

Audience = Literal["internal", "partner", "public"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

NOTICES: dict[Audience, str] = {
    "internal": INTERNAL,
    "partner": "Made for partners: no names, small counts hidden",
    "public": "Made for the public: no names, no roles, small counts hidden",
}
"""The line under which everything made for an audience stands."""
LEVEL_NOTICES = {
    "people": INTERNAL,
    "agencies": "Internal: names agencies, small counts aren't hidden",
    "sectors": "Internal: small counts aren't hidden",
}
"""The line of a table or a network of these actors, which is for whoever holds the data."""


def check_audience(audience: str) -> Audience:
    """Give the audience if it is one.

    Raises
    ------
    CollabnetError
        If it isn't; the message lists those there are.

    Examples
    --------
    >>> check_audience("partner")
    'partner'
    """
    for known in AUDIENCES:
        if audience == known:
            return known
    raise CollabnetError(
        f"An audience is one of {', '.join(AUDIENCES)}; got {audience!r}. Choose one of them: "
        "internal names staff, the others don't."
    )
