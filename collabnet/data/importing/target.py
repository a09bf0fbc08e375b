"""The folder that an import goes into: a coalition's, a new one, or one with other documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.listing import OURS
from collabnet.data.options import Answers
from collabnet.data.place import Place
from collabnet.model.specs import ANSWERS

_MOST_NAMED = 3


def is_coalition(into: Path, place: Place) -> bool:
    """Whether a folder has a file of a coalition, be it one only."""
    if not into.is_dir():
        return False
    return any(name in OURS or ANSWERS.is_file(name) for name in place.listing().names)


def may_go(
    into: Path,
    place: Place,
    answers: Iterable[Answers],
    by_file: Mapping[str, Mapping[str, object]],
    beside: Ledger,
) -> bool:
    """Whether a coalition may begin in a folder: asked where other documents lie in it."""
    others = place.listing().names if into.is_dir() else ()
    said = by_file.get(str(into), {}).get("into") == "yes"
    if not others or said or any(one.text("", "into") == "yes" for one in answers):
        return True
    rest = len(others) - _MOST_NAMED
    more = [f"{rest} more"] if rest > 0 else []
    ledger = Ledger(str(into))
    ledger.answered_in = "in the recipe"
    found = f"holds {listed([*map(shown, others[:_MOST_NAMED]), *more])}"
    ledger.add("into_other_folder", found=found)
    beside.problems += ledger.problems
    return False
