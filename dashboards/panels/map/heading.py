"""What the page says on top: on what the ties of the coalition rest."""

from collections import Counter

from collabnet.risk.wording import capital, count, number

from .view import Drawn, first_closed

TITLE = "Who works with whom"
CLOSED = "Ties are many, so agencies are closed at first: double-click one to see its people."


def title(drawn: Drawn) -> str:
    """State on what the ties rest.

    Examples
    --------
    >>> tie = {"basis": "informal", "quality": "usable"}
    >>> title({"agencies": [], "people": [], "ties": [tie, tie, {"basis": "formal"}]})
    'Two of three ties are held by people, not by paper or post'
    """
    there = [tie for tie in drawn["ties"] if tie.get("quality") != "absent"]
    if not there:
        return "No ties are on record"
    bases = Counter(tie.get("basis") or "unknown" for tie in there)
    most = max(("unknown", "informal", "formal"), key=lambda basis: bases[basis])
    n, whole = bases[most], len(there)
    share = number(n) if n == whole else f"{number(n)} of {number(whole)}"
    what = {
        "informal": "held by people, not by paper or post",
        "formal": "formal: on paper, or part of a post",
        "unknown": "of unknown basis: nobody wrote down whether they are on paper",
    }[most]
    noun, verb = ("tie", "is") if whole == 1 else ("ties", "are")
    return capital(f"{share} {noun} {verb} {what}")


def lead(drawn: Drawn, tried: bool) -> str:
    """Say what boxes and lines are, and what is marked."""
    ties = Counter(str(tie.get("quality") or "usable") for tie in drawn["ties"])
    parts = ["Boxes are agencies with their people inside. Lines are ties."]
    if first_closed(drawn):
        parts.append(CLOSED)
    if ties["strained"]:
        parts.append(f"{capital(count(ties['strained'], 'tie'))} {_is(ties['strained'])} strained.")
    if ties["absent"]:
        absent = capital(count(ties["absent"], "tie"))
        shown = "it" if ties["absent"] == 1 else "them"
        parts.append(
            f"{absent} {_is(ties['absent'])} reported missing: press \u201creported missing\u201d "
            f"in the legend to see {shown}."
        )
    if tried:
        parts.append("What you try is marked: who leaves, and which ties are lost.")
    return " ".join(parts)


def _is(n: int) -> str:
    return "is" if n == 1 else "are"
