"""Who something is shown to, and the line that says so."""

from typing import Literal, get_args

from collabnet.model.errors import CollabnetError

Audience = Literal["internal", "partner", "public"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

NOTICES: dict[Audience, str] = {
    "internal": "Internal: names staff",
    "partner": "Made for partners: no names, small counts hidden",
    "public": "Made for the public: no names, no roles, small counts hidden",
}
"""The line under which everything made for an audience stands."""


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
