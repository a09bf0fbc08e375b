"""The one way out of the commands: what is for others is written down, printed or in a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabnet.cli.console import deliver, say, warn, warn_wrapped

if TYPE_CHECKING:
    from collabnet.reports.hand_on import Concerned

PASSED_ON = ("html", "pdf", "xlsx", "zip", "svg")
"""Formats that are made to be passed on: they are written down whoever they are for."""


def give(
    made: str | bytes,
    output: Path | None,
    *,
    form: str,
    audience: str,
    what: str,
    concerned: "Sequence[Concerned]",
) -> None:
    """Print what was made for an audience, or write it to a file.

    What is for partners or the public, and every page, has a line in the disclosure logs first:
    a text on a terminal can be passed on as well as a file. The rest is the work of whoever
    holds the data, and is just written.

    Parameters
    ----------
    made : a text, or the bytes of a file, which need ``output``
    form : its format, as in `collabnet.cli.endings`
    audience : "internal", "partner" or "public"
    what : the kind of thing in the log, such as "findings"
    concerned : the coalitions in it, with the counts that it shows of them

    Raises
    ------
    CollabnetError
        If the file can't be written, or it is for others and a log can't be.
    """
    from collabnet.data.files import encoded, write_atomic

    data = encoded(made) if isinstance(made, str) else made
    if audience != "internal" or form in PASSED_ON:
        from collabnet.cli.endings import ENDINGS
        from collabnet.reports.hand_on import hand_on_all

        told = hand_on_all(
            data, output, concerned, audience=audience, what=what, ending=ENDINGS[form].lower()
        )
        if told and audience == "internal":  # what is for others is refused where a log fails
            warn_wrapped(told)
    elif output is not None:
        write_atomic(output, data)
    if output is not None:
        warn(f"Written: {output}")
    elif form == "text":
        say(data.decode())
    else:
        deliver(data.decode(), None)
