"""Another response team than the coalition's own, tried on the page: roles and sectors.

In the address each is a word of the field's lists, such as ``role.judge``.
"""

from typing import Any

from collabnet.model.field_terms import ROLE, SECTOR
from collabnet.risk.say_coverage import member_words
from collabnet.risk.wording import capital

KINDS = {"role": ("Roles", ROLE.terms), "sector": ("Sectors", SECTOR.terms)}


def options() -> list[dict[str, Any]]:
    """List what can be chosen, roles and sectors apart."""
    return [
        {"group": group, "items": [_option(f"{kind}:{term}") for term in terms]}
        for kind, (group, terms) in KINDS.items()
    ]


def _option(member: str) -> dict[str, str]:
    return {"value": word(member), "label": capital(member_words(member))}


def word(member: str) -> str:
    """Write a role or sector for an address.

    Examples
    --------
    >>> word("sector:health care")
    'sector.health_care'
    """
    return member.replace(":", ".").replace(" ", "_")


def chosen(said: str) -> list[str]:
    """Read the roles and sectors that an address chooses; what is on no list is left out.

    Examples
    --------
    >>> chosen("role.judge,role.nothing,sector.health_care")
    ['role:judge', 'sector:health care']
    """
    known = {
        word(f"{kind}:{term}"): f"{kind}:{term}"
        for kind, (_, terms) in KINDS.items()
        for term in terms
    }
    return [known[one] for one in dict.fromkeys(said.split(",")) if one in known]
