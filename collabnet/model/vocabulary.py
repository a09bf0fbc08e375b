"""The field's terms and the other ways in which people write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


def plain(name: str) -> str:
    """Bring a column's name into the form in which names are compared.

    Examples
    --------
    >>> plain(" From-Agency ")
    'from_agency'
    """
    return "_".join(re.sub(r"[-_\s]+", " ", name.strip().strip('"').casefold()).split())


def spelling(value: str) -> str:
    """Bring a term into the form in which terms are compared: capitals and hyphens don't matter.

    Examples
    --------
    >>> spelling(" Drop-in Support;Therapy ")
    'drop_in_support;therapy'
    """
    parts = value.lower().replace("-", " ").replace("_", " ").replace("’", "'").split(";")
    return ";".join("_".join(part.split()) for part in parts)


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of terms with synonyms; a value outside it is kept and noted.

    ``several`` terms may stand in one cell, separated by semicolons, or two joined by "and".
    """

    name: str
    terms: tuple[str, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)
    several: bool = False

    def normalise(self, value: str) -> tuple[str, bool]:
        """Give the term for a written value, and whether the list knows it.

        Examples
        --------
        >>> BASIS.normalise(" Written ")
        ('formal', True)
        >>> BASIS.normalise("handshake")
        ('handshake', False)
        >>> food = Vocabulary("food", ("bread", "tea"), {"toast": "bread"}, several=True)
        >>> food.normalise("Toast; tea; hay")
        ('bread;tea;hay', False)
        """
        if not self.several or ";" not in value:
            return self._one(value)
        read = [self._one(part) for part in value.split(";") if part.strip()]
        return ";".join(term for term, _ in read), all(is_known for _, is_known in read)

    def unlisted(self, value: str) -> str:
        """Give the first part of a value that the list doesn't know; "" if it knows all.

        Examples
        --------
        >>> Vocabulary("food", ("bread",), several=True).unlisted("bread; hay")
        'hay'
        """
        parts = [part.strip() for part in (value.split(";") if self.several else [value])]
        return next((part for part in parts if part and not self._one(part)[1]), "")

    def _one(self, value: str) -> tuple[str, bool]:
        if term := self._known.get(spelling(value)):
            return term, True
        if spelling(value) in self.synonyms:
            return self.synonyms[spelling(value)], True
        if self.several and len(pair := spelling(value).split("_and_")) == 2:
            terms = [self._known.get(one) or self.synonyms.get(one) for one in pair]
            if terms[0] and terms[1]:
                return f"{terms[0]} and {terms[1]}", True
        return value.strip(), False

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The terms by their spelling; some are of two words."""
        return {spelling(term): term for term in self.terms}


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
SIDE_QUESTIONS = (
    "trust",
    "value",
    "shared_goal",
    "communication",
    "follow_up",
    "invited",
    "collaboration",
)
"""What each side of a tie says of the other: answers that are compared side by side."""

QUESTION = Vocabulary(
    "question of a survey",
    (
        *TIE_KIND.terms,
        *(name for name in SIDE_QUESTIONS if name not in TIE_KIND.terms),
        "reliability",
        "openness",
        "mission",
        "power",
        "resources",
        "involvement",
    ),
    {
        **TIE_KIND.synonyms,
        "trusts": "trust",
        "shared_goals": "shared_goal",
        "common_goal": "shared_goal",
        "followup": "follow_up",
        "follows_up": "follow_up",
        "invites": "invited",
        "invitation": "invited",
        "level_of_collaboration": "collaboration",
        "collaborates": "collaboration",
        "communicates": "communication",
    },
)
ONE_WAY = ("referral", "case_report", "court_report")
"""Kinds that lead from one to another: two sides who send to each other have two such ties."""

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
