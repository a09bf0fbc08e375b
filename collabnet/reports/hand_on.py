"""The one way out: every file that is made to be passed on is written, and written down, here."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collabnet.data.files import write_atomic
from collabnet.model import Coalition
from collabnet.risk.assessment import Assessment
from collabnet.sharing.disclosures import disclosing
from collabnet.sharing.published import published_counts

NO_COUNTS = ("map", "waves")
"""What outside internal shows no count of referrals."""


@dataclass(frozen=True)
class Concerned:
    """A coalition in what is handed on, and the tables of counts shown of it, for the audit."""

    coalition: Coalition
    published: tuple[Mapping[str, Any], ...] = ()


def concerned_in(assessment: Assessment, audience: str, what: str) -> Concerned:
    """Give the coalition of an assessment with the counts of referrals that it shows outside."""
    if audience == "internal" or what in NO_COUNTS:
        return Concerned(assessment.coalition)
    counts = tuple(one.to_dict() for one in published_counts(assessment))
    return Concerned(assessment.coalition, counts)


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
    concerned = [concerned_in(assessment, audience, what)]
    return hand_on_all(data, path, concerned, audience=audience, what=what, ending=ending)


def hand_on_all(
    data: bytes,
    path: Path | None,
    concerned: Sequence[Concerned],
    *,
    audience: str,
    what: str,
    ending: str,
) -> str:
    """Write a file of several coalitions, after a line in the log of each.

    If one log refuses or the file can't be written, the lines of all are taken back. Parameters
    and errors are those of `hand_on`.

    Returns
    -------
    str
        What a user is told of the logs; each coalition is named where there are several.
    """
    told = []
    with ExitStack() as lines:
        for one in _by_folder(concerned):
            said = lines.enter_context(
                disclosing(
                    one.coalition,
                    audience=audience,
                    what=(what,),
                    files={f"{what.replace(' ', '_')}{ending}": data},
                    published=one.published,
                )
            )
            if said:
                whose = f"{one.coalition.settings.name}: " if len(concerned) > 1 else ""
                told.append(f"{whose}{said}")
        if path is not None:
            write_atomic(path, data)
    return "\n".join(told)


def _by_folder(concerned: Sequence[Concerned]) -> list[Concerned]:
    """One for each folder, in one order: who compares two sites the other way round waits too."""
    found: dict[str, Concerned] = {}
    for place, one in enumerate(concerned):
        folder = one.coalition.folder
        key = f" {place}" if folder is None else str(folder.resolve())
        counts = found[key].published if key in found else ()
        more = tuple(table for table in one.published if table not in counts)
        found[key] = Concerned(one.coalition, (*counts, *more))
    return [found[key] for key in sorted(found)]
