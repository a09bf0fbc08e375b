"""What the buttons of the import do; only one of them writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash.development.base_component import Component

from collabnet.data.rejects import rejects_in
from collabnet.model.errors import CollabnetError

from ...desk import Desk
from ...intake import Intake
from ...uploads import Uploads
from .import_questions import Chosen, answers_of, chosen_in
from .import_ready import written
from .import_rejects import take_corrections


@dataclass(frozen=True)
class Filled:
    """What stands in the controls of the page.

    Attributes
    ----------
    answers : what was chosen, by the place of the question
    rows : what was corrected, by the place of the table: row, then place of the cell
    """

    answers: Mapping[int, Chosen] = field(default_factory=dict)
    rows: Mapping[int, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, controls: Sequence[Sequence[Mapping[str, Any]]]) -> "Filled":
        """Read the controls as Dash lists them: each with its id and its value."""
        answers = chosen_in(controls[0])
        rows = {one["id"]["at"]: one.get("value") or {} for one in controls[1]}
        return cls(answers, rows)


@dataclass(frozen=True)
class Wish:
    """What the page asks for: what is done, to which, and what stands in its controls.

    Attributes
    ----------
    do : what a button does; "read" where files came or go elsewhere
    token : of the files that this browser has sent; "" for none yet
    into, name : where the files go to, and what a new coalition is called
    opened : the key of the coalition that is open; "" for none
    """

    do: str
    at: object
    token: str
    into: str
    name: str
    opened: str
    filled: Filled

    @classmethod
    def of(
        cls,
        triggered: object,
        clicks: object,
        token: str,
        into: str,
        name: str,
        opened: str,
        filled: Filled,
    ) -> "Wish | None":
        """Read what Dash tells; None where nobody wished for anything.

        Dash tells of new buttons as well, with no clicks.
        """
        if isinstance(triggered, Mapping):
            do, at = str(triggered["do"]), triggered["at"]
            return cls(do, at, token, into, name, opened, filled) if clicks else None
        return cls("read", 0, token, into, name, opened, filled) if token else None


@dataclass(frozen=True)
class Outcome:
    """What comes of a wish; None leaves what is on the page as it is.

    Attributes
    ----------
    work : the token of the reading that was begun
    said : why something could not be done
    body : what stands on the page then
    token : of the files; "" where they are done with
    """

    work: str | None = None
    said: str | None = None
    body: list[Component] | None = None
    token: str | None = None
    is_written: bool = False

    @property
    def uploaded(self) -> dict[str, Any] | None:
        """The token as the field for files keeps it."""
        return {"token": self.token, "count": 0} if self.token else None


def met(uploads: Uploads[Intake], desk: Desk, wish: Wish) -> Outcome:
    """Meet a wish: write, or do what it says and read the files anew."""
    try:
        token = wish.token
        if wish.do == "aside":
            token = _aside(uploads, desk, wish)
        intake = uploads.of(token)
        intake.into, intake.name = wish.into, wish.name
        if wish.do == "write":
            key = intake.write(desk.coalitions)
            told = written(intake, desk.coalitions.title(key), f"c={key}")
            uploads.finish(token)
            return Outcome(said="", body=told, token="", is_written=True)
        if wish.do == "remove":
            uploads.remove(token, str(wish.at))
        elif wish.do not in ("read", "aside"):
            meet(intake, wish.do, wish.at, wish.filled)
        if not intake.files:
            return Outcome(said="", body=[])
        desk.jobs.cancel(intake.work)
        work = desk.jobs.begin("Reading your files", lambda: intake.read(desk.coalitions))
        intake.work = work
    except CollabnetError as error:
        return Outcome(said=str(error))
    return Outcome(work=work, said="", token=token if token != wish.token else None)


def _aside(uploads: Uploads[Intake], desk: Desk, wish: Wish) -> str:
    """Lay rows that an earlier import kept aside beside the files; give the token."""
    folder = desk.coalitions.path(wish.opened)
    if wish.into != wish.opened:
        raise CollabnetError(
            f"These rows belong to {desk.coalitions.title(wish.opened)}. Choose it under "
            '"Where they go".'
        )
    known = {name.rpartition("/")[2]: folder / name for name in rejects_in(folder)}
    if wish.at not in known:
        raise CollabnetError("These rows aren't there any more. Reload the page.")
    return uploads.lay(wish.token, known[str(wish.at)])


def meet(intake: Intake, do: str, at: object, filled: Filled) -> None:
    """Do what a button says; the files are to be read again then.

    Raises
    ------
    CollabnetError
        If it can't be done; the text says what is needed.
    """
    match do:
        case "answer":
            _answer(intake, filled.answers)
        case "change" if isinstance(at, int):
            intake.take_back(at)
        case "correct":
            if not take_corrections(intake, filled.rows):
                raise CollabnetError("Change a cell first, then read the rows again.")
        case "accept":
            for one in intake.questions:
                if one.about.code == "rejects_to_accept":
                    intake.answer(one, ((one.about.key, "yes"),), "kept aside")
        case _:
            raise CollabnetError("The page asked for something that isn't there. Reload it.")


def _answer(intake: Intake, given: Mapping[int, Chosen]) -> None:
    read = [
        (one, *answers_of(one, given[at])) for at, one in enumerate(intake.questions) if at in given
    ]
    found = [(one, answers, words) for one, answers, words in read if answers]
    if not found:
        raise CollabnetError("Answer at least one of the questions first.")
    for one, answers, words in found:
        intake.answer(one, answers, words)
