"""Labels that an old program cut at 18 characters and wrote in capitals."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers

CUT_AT = 18


def match_cut_labels(
    labels: Sequence[str],
    roster: Iterable[str],
    ledger: Ledger | None = None,
    answers: Answers | None = None,
) -> dict[str, str]:
    """Match labels to the names of a roster whose first 18 characters they are.

    Capitals and spaces at the ends don't count. A label that is a name of the roster, or the
    beginning of none, is left out. One that may be several names is asked about; the answer
    ``cut_labels`` holds entries such as ``JUVENILE COURT OF=Juvenile Court of B``.

    Examples
    --------
    >>> match_cut_labels(["RESIDENTIAL PROGRA", "COURT"], ["Residential program", "Court"])
    {'RESIDENTIAL PROGRA': 'Residential program', 'COURT': 'Court'}
    """
    names = list(dict.fromkeys(roster))
    by_start: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_start[_start(name)].append(name)
    known = set(names)
    answered = ",".join((answers or Answers()).names("", "cut_labels"))
    matched = {}
    for label in dict.fromkeys(labels):
        if label in known:
            continue
        found = by_start.get(_start(label), []) if _may_be_cut(label) else []
        same = [name for name in found if name.casefold() == label.strip().casefold()]
        found = same if len(same) == 1 else found
        if len(found) > 1:
            found = _chosen(label, found, answered, ledger)
        if len(found) == 1:
            matched[label] = found[0]
            if ledger is not None:
                ledger.add("cut_label_matched", value=label, read=f"'{shown(found[0])}'")
    return matched


def _start(name: str) -> str:
    # Each end is trimmed: a cut may leave a space as the last character.
    return name.strip().upper()[:CUT_AT].strip()


def _may_be_cut(label: str) -> bool:
    """Whether a label can be what an old program left of a name: capitals, 18 at most."""
    return label == label.upper() and len(label) <= CUT_AT


def _chosen(label: str, found: list[str], answered: str, ledger: Ledger | None) -> list[str]:
    """The name that was said to be meant; all where nobody said it, or the label itself."""
    for name in [*found, label]:
        # Answers are read without capitals; a name may hold a comma.
        if f",{label}={name},".lower() in f",{answered},":
            return [name] if name != label else []
    if ledger is not None:
        choices = tuple(f"{label}={name}" for name in [*found[:5], label])
        told = listed([f"'{shown(name)}'" for name in found[:5]], "or")
        ledger.add("cut_label_unclear", value=label, found=told, answers=choices)
    return found
