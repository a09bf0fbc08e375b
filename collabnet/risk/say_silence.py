"""The plain sentences about what a log leaves open: rows that name nobody, and silence."""

from collabnet.risk import patterns as p
from collabnet.risk.carriers import Side
from collabnet.risk.facts import NAMED_TOO_FEW
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import count, number, share


def blank_sentence(pathway: Pathway) -> str:
    """Give the range of the largest share, where a good part of the rows names somebody."""
    if not pathway.is_log:
        return ""
    for side, what in ((pathway.sending, "sender"), (pathway.receiving, "receiver")):
        if NAMED_TOO_FEW <= side.named_share < 1:
            return _range(side, what)
    return ""


def _range(side: Side, what: str) -> str:
    worst, best, n = side.worst, side.best, side.n_unknown
    if worst is None or best is None:
        return ""
    ends = f"{100 * best.top_share:.0f} to {share(worst.top_share)}"
    name = "names" if n == 1 else "name"
    return p.BLANKS.say(rows=count(n, "row"), name=name, sender=what, share=ends)


def silence_sentences(pathway: Pathway) -> list[str]:
    """Say what differs of late, whether it has fallen silent, and who is no backup."""
    said = [_recent(pathway)]
    if pathway.is_quiet and pathway.last_used is not None:
        said.append(p.SILENT.say(day=pathway.last_used.isoformat()))
    if gone := len(pathway.absent):
        have, are = ("has", "is") if gone == 1 else ("have", "are")
        said.append(p.GONE.say(people=count(gone, "person"), have=have, are=are))
    if _may_rest_on_one(pathway):
        said.append(p.MAY_BE_GONE.say())
    return said


def _recent(pathway: Pathway) -> str:
    recent = pathway.recent
    if recent is None:
        return ""
    size, whole = recent.cut_sizes[0], pathway.cut_sizes[0]
    if size == whole:
        return ""
    if size is None:
        return p.LATELY_POSITIONS.say()
    return p.LATELY.say(
        rows=count(len(recent.rows), "row"),
        departures=count(size, "departure"),
        over="none would" if whole is None else f"it takes {number(whole)}",
    )


def _may_rest_on_one(pathway: Pathway) -> bool:
    """Only if some blanks are those of people who left or fell silent does one person end it."""
    standing = pathway.standing
    alone = standing is None or standing.rests_on_one
    return alone and not pathway.rests_on_one and pathway.has_blanks
