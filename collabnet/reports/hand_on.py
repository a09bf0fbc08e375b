"""The one way out: every file that is made to be passed on is written, and written down, here."""

from pathlib import Path

from collabnet.data.files import write_atomic
from collabnet.risk.assessment import Assessment
from collabnet.sharing.disclosures import disclosing
from collabnet.sharing.published import published_counts

NO_COUNTS = ("map", "waves")
"""What outside internal shows no count of referrals."""


def hand_on(
    data: bytes,
    path: Path | None,
    *,
    assessment: Assessment,
    audience: str,
    what: str,
    ending: str,
) -> str:
    """Write a file whole or not at all, after a line on it in the coalition's disclosure log.

    Parameters
    ----------
    data : what was made of the assessment for the audience
    path : the file; None where somebody else sends the bytes on, as the screen does
    what : the kind of thing, such as "brief" or "map"; the log never has the user's file name
    ending : of the file in the log, such as ".html"

    Returns
    -------
    str
        What a user is told of the log; "" where all is as always.

    Raises
    ------
    CollabnetError
        If the file can't be written, or it is not internal and the log can't be written.
    """
    has_counts = audience != "internal" and what not in NO_COUNTS
    with disclosing(
        assessment.coalition,
        audience=audience,
        what=(what,),
        files={f"{what.replace(' ', '_')}{ending}": data},
        published=[one.to_dict() for one in published_counts(assessment)] if has_counts else (),
    ) as said:
        if path is not None:
            write_atomic(path, data)
    return said
