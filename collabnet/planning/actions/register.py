"""Add an action, close it with what the files show of it, or drop it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from os import PathLike
from pathlib import Path

from collabnet.data.files import write_atomic
from collabnet.data.folder_lock import PATIENCE, locked
from collabnet.data.issues import listed
from collabnet.model.errors import CollabnetError
from collabnet.planning.actions.action import Action
from collabnet.planning.actions.file import FILE, Register, load_actions
from collabnet.planning.actions.standing import standing_of
from collabnet.planning.scenarios.folder import own_folder
from collabnet.risk.assessment import Assessment

LONGEST = 500


def add_action(
    path: str | PathLike[str],
    what: str,
    *,
    who: str = "",
    due: date | None = None,
    finding: str = "",
    assessment: Assessment | None = None,
    today: date | None = None,
    reading: Mapping[str, object] | None = None,
) -> Action:
    """Write down what was decided, and how the finding that it is about stands today.

    Parameters
    ----------
    path : the coalition's folder; not a sample
    what : what is to be done, in words
    who : who sees to it; kept in the folder, and never in what is made for others
    due : until when
    finding : the id of the finding that it is about, as `Assessment.findings` has it
    assessment : of the coalition as it is now; needed with a finding
    today : the day to write down; the computer's if not given
    reading : answers as `collabnet.load` takes them; of these the encoding counts here

    Returns
    -------
    Action
        The action with its number: one above the highest in the file.

    Raises
    ------
    CollabnetError
        If nothing is said, there is no such finding, actions.csv can't be read or needs a
        correction first, or the folder can't be written; nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> from collabnet.data.samples import copy_sample
    >>> folder = copy_sample("g1", Path(tempfile.mkdtemp()) / "ours")
    >>> add_action(folder, "Ask the court for its list", who="the director").id
    1
    """
    folder = own_folder(path)
    said = " ".join(what.split())
    if not 0 < len(said) <= LONGEST:
        raise CollabnetError(
            f"An action needs what is to be done, in 1 to {LONGEST} letters; got {len(said)}."
        )
    before = None
    if finding:
        if assessment is None:
            raise CollabnetError("An action about a finding needs the assessment it stands in.")
        known = [one.id for one in assessment.judged]
        if finding not in known:
            raise CollabnetError(_no_finding(finding, known))
        before = standing_of(assessment, finding)
    with locked(folder, wait=PATIENCE):
        register = load_actions(folder, reading)
        number = register.next_number
        opened = today or today_in_utc()
        action = Action(number, said, " ".join(who.split()), due, "open", finding, opened)
        return _write(folder, register, replace(action, before=before))


def close_action(
    path: str | PathLike[str],
    number: int,
    *,
    assessment: Assessment | None = None,
    today: date | None = None,
    reading: Mapping[str, object] | None = None,
) -> Action:
    """Close an action, and test anew how its finding stands: ``measured`` says what changed.

    An action that is closed already is tested once more.

    Where too little is recorded of the link by then, nothing is told of a change: data that are
    missing mend nothing.

    Parameters
    ----------
    path : the coalition's folder; not a sample
    number : of the action in the register
    assessment : of the coalition as it is now; needed for an action about a finding
    today : the day to write down; the computer's if not given
    reading : answers as `collabnet.load` takes them; of these the encoding counts here

    Returns
    -------
    Action
        The action as it stands in the register now.

    Raises
    ------
    CollabnetError
        If there is no such action, or the folder can't be written; nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> import collabnet as cn
    >>> from collabnet.data.samples import copy_sample
    >>> folder = copy_sample("g1", Path(tempfile.mkdtemp()) / "ours")
    >>> now = cn.assess(cn.load(folder))
    >>> about = "pathway:court:residential"
    >>> made = add_action(folder, "Name a second person", finding=about, assessment=now)
    >>> close_action(folder, made.id, assessment=now).measured
    'The files show no change yet: ...'
    """
    folder = own_folder(path)
    with locked(folder, wait=PATIENCE):
        register = load_actions(folder, reading)
        action = register[number]
        after = None
        if action.finding:
            if assessment is None:
                raise CollabnetError(
                    f"Action {number} is about a finding: closing it needs the assessment of today."
                )
            after = standing_of(assessment, action.finding, action.before)
        closed = replace(action, status="done", closed=today or today_in_utc(), after=after)
        return _write(folder, register, closed)


def drop_action(
    path: str | PathLike[str],
    number: int,
    *,
    today: date | None = None,
    reading: Mapping[str, object] | None = None,
) -> Action:
    """Drop an action: it stays in the register, and nothing is tested.

    Parameters
    ----------
    path, number, today, reading : as in `close_action`

    Returns
    -------
    Action
        The action as it stands in the register now.

    Raises
    ------
    CollabnetError
        As in `close_action`.

    Examples
    --------
    >>> import tempfile
    >>> from collabnet.data.samples import copy_sample
    >>> folder = copy_sample("g1", Path(tempfile.mkdtemp()) / "ours")
    >>> drop_action(folder, add_action(folder, "Ask the court for its list").id).status
    'dropped'
    """
    folder = own_folder(path)
    with locked(folder, wait=PATIENCE):
        register = load_actions(folder, reading)
        dropped = replace(register[number], status="dropped", closed=today or today_in_utc())
        return _write(folder, register, dropped)


def _write(folder: Path, register: Register, action: Action) -> Action:
    write_atomic(folder / FILE, register.with_action(action))
    return action


def _no_finding(finding: str, known: list[str]) -> str:
    near = get_close_matches(finding, known, n=3, cutoff=0.5)
    told = f"Near is {listed(near, 'or')}." if near else "collabnet assess --format csv lists them."
    return f"There is no finding {finding!r} in this coalition as it is now. {told}"


def today_in_utc() -> date:
    """Give the day that the register writes down where no other is given."""
    return datetime.now(UTC).date()
