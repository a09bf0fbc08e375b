"""The table of what was decided, from the action register: for whoever holds the data alone."""

from collections.abc import Iterator

from collabnet.planning.actions import FILE, Action, load_actions
from collabnet.reports.tables.columns import DECIDED
from collabnet.reports.tables.table import Table, table
from collabnet.risk.assessment import Assessment
from collabnet.risk.wording import InternalSpeaker, capital
from collabnet.sharing.internal import subjects_words


def decided_tables(assessment: Assessment) -> Iterator[Table]:
    """Give what was decided about the links of a folder, by number; nothing without a register.

    Raises
    ------
    CollabnetError
        If actions.csv is there and isn't a register.
    """
    folder = assessment.coalition.folder
    if folder is None or not (folder / FILE).is_file():
        return
    register = load_actions(folder)
    if not len(register) and not register.problems:
        return
    speaker = InternalSpeaker(assessment.coalition)
    about = {
        one.id: capital(subjects_words(assessment.coalition, one, speaker))
        for one in assessment.found
    }
    says = " ".join(["A row is what was decided about a link.", *register.problems])
    rows = [
        (one.id, one.what, about.get(one.finding, one.finding), *_rest(one)) for one in register
    ]
    yield table("decided", "What was decided", says, DECIDED, rows)


def _rest(one: Action) -> tuple[object, ...]:
    """Who sees to it, until when, how it stands and what came of it."""
    closed = f", {one.closed}" if one.closed else ""
    return one.who, one.due, f"{one.status}{closed}", one.measured or _then(one)


def _then(one: Action) -> str:
    return f"When it was written down: {one.before}." if one.before else ""
