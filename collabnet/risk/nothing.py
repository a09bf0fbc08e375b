"""What is said where the rules find nothing: the same on every door, and never an all-clear."""

from typing import TYPE_CHECKING

from collabnet.risk.pathways import THIN
from collabnet.risk.wording import listed

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment


def nothing_found(assessment: "Assessment", *, few: int = THIN) -> str:
    """Say that nothing was found, why nothing could be, and what wasn't looked at.

    Links with fewer than ``few`` referrals weren't ranked.

    Examples
    --------
    >>> import collabnet as cn
    >>> print(nothing_found(cn.assess(cn.load("sample:programs"))).split(". ")[1])
    That is no proof that nothing can break
    """
    why = none_because(assessment)
    found = f"Nothing could be found by the rules: {why}." if why else ""
    first = found or "Nothing was found by the rules."
    unseen = listed(_not_looked_at(assessment, few), "or")
    return f"{first} That is no proof that nothing can break. Not looked at: {unseen}."


def none_because(assessment: "Assessment") -> str:
    """Say why the rules can find nothing in these data; "" where they can."""
    coalition = assessment.coalition
    if not len(coalition.referrals) and coalition.ties.empty:
        return "there are no referrals and no ties"
    if coalition.people.empty:
        return "the data name agencies, not people, so nobody's departure can be tried"
    if len(coalition.agencies) == 1:
        return "all people belong to one agency, so there is no link between agencies"
    return ""


def _not_looked_at(assessment: "Assessment", few: int) -> list[str]:
    said = ["referrals that nobody logged", "contacts that nobody spoke of"]
    counts = [one.n for one in assessment.all_pathways if one.service is None]
    if any(n is not None and n < few for n in counts):
        said.append("links with too few referrals to rank")
    return said
