"""The field's terms and the other ways in which people write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


def plain(name: str) -> str:
    """Bring a column's name into the form in which names are compared.

    Examples
    --------
    >>> plain(" From-Agency ")
    'from_agency'
    """
    return "_".join(re.sub(r"[-_\s]+", " ", name.strip().strip('"').casefold()).split())


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of terms with synonyms; a value outside it is kept and noted."""

    name: str
    terms: tuple[str, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def normalise(self, value: str) -> tuple[str, bool]:
        """Give the term for a written value, and whether the list knows it.

        Examples
        --------
        >>> BASIS.normalise(" Written ")
        ('formal', True)
        >>> BASIS.normalise("handshake")
        ('handshake', False)
        """
        key = "_".join(value.strip().lower().replace("-", " ").split())
        if key in self.terms:
            return key, True
        if key in self.synonyms:
            return self.synonyms[key], True
        return value.strip(), False


CONTACT_KINDS = ("contact", "case_report", "team_invitation", "information")
"""Kinds of tie through which people reach each other: the contact graph."""

TIE_KIND = Vocabulary(
    "kind of tie",
    (
        "referral",
        *CONTACT_KINDS,
        "trust",
        "advice",
        "court_report",
        "protocol",
        "meeting_invitation",
    ),
    {
        "refer": "referral",
        "referrals": "referral",
        "refers_to": "referral",
        "contacts": "contact",
        "case_reports": "case_report",
        "report": "case_report",
        "team": "team_invitation",
        "info": "information",
        "information_sharing": "information",
        "meeting": "meeting_invitation",
    },
)
BASIS = Vocabulary(
    "basis",
    ("formal", "informal", "unknown"),
    {
        "written": "formal",
        "on_paper": "formal",
        "yes": "formal",
        "personal": "informal",
        "no": "informal",
        "not_known": "unknown",
        "": "unknown",
    },
)
QUALITY = Vocabulary(
    "quality",
    ("positive", "strained", "absent", "unrated"),
    {
        "good": "positive",
        "works": "positive",
        "bad": "strained",
        "difficult": "strained",
        "none": "absent",
        "missing": "absent",
        "": "unrated",
    },
)
USABLE = ("positive", "unrated")
"""Qualities through which something can pass; strained and absent ties are never ways."""

EVIDENCE = Vocabulary(
    "status of evidence",
    ("reported", "reported_of_group", "inferred", "illustrative"),
    {"group": "reported_of_group", "made_up": "illustrative", "": "reported"},
)
WEAK_EVIDENCE = ("inferred", "illustrative")
"""Statuses without which a structural finding is computed a second time."""

OUTCOME = Vocabulary(
    "referral status",
    (
        "made",
        "acknowledged",
        "accepted",
        "declined",
        "waitlisted",
        "served",
        "closed_unreached",
        "open",
        "cancelled",
    ),
    {
        "sent": "made",
        "received": "acknowledged",
        "rejected": "declined",
        "waitlist": "waitlisted",
        "closed": "served",
        "unreached": "closed_unreached",
        "canceled": "cancelled",
        "": "made",
    },
)
PERSON_KIND = Vocabulary("kind of person", ("person", "group"), {"": "person", "team": "group"})
AGREEMENT_KIND = Vocabulary(
    "kind of agreement",
    ("protocol", "memorandum", "contract", "law", "custom"),
    {"mou": "memorandum", "memorandum_of_understanding": "memorandum", "statute": "law"},
)
YES_NO = Vocabulary(
    "yes or no",
    ("yes", "no", "unknown"),
    {"y": "yes", "true": "yes", "n": "no", "false": "no", "?": "unknown", "": "unknown"},
)
IN_USE = Vocabulary(
    "in use",
    ("yes", "partly", "no", "unknown"),
    {"y": "yes", "true": "yes", "n": "no", "false": "no", "sometimes": "partly", "": "unknown"},
)
OUTSIDE = Vocabulary("outside", ("yes", "no"), {"": "no", "y": "yes", "n": "no"})
DIRECTED = Vocabulary("directed", ("yes", "no"), {"": "yes", "true": "yes", "false": "no"})
