"""What of a cell may be said outside: words of the field's lists, never what somebody wrote.

A sector, a role, a wave and a folder are named in free text, and whatever is written freely can
name somebody: "Hope House", "officer under Zoe Zulu", "asked by Maria Lopez". So it isn't looked
for names; what is on no list isn't said.
"""

import re
from collections.abc import Iterable, Mapping

from collabnet.model import Settings
from collabnet.model.field_terms import ROLE, SECTOR
from collabnet.risk.nouns import head_of
from collabnet.sharing.audiences import Audience

OTHER_SECTOR = "other sector"
A_COALITION = "A coalition"
PROGRAM_STAFF = "program staff member"
_PEER = {"peer", "peers", "survivor", "survivors", "mentor", "mentors", "lived"}
_STAFF = "staff member"
_MORE_NOUNS = {
    "analyst", "assistant", "captain", "chief", "clerk", "clinician", "deputy", "detective",
    "doctor", "educator", "interpreter", "interviewer", "lawyer", "liaison", "lieutenant",
    "magistrate", "navigator", "psychiatrist", "psychologist", "responder", "sergeant",
    "sheriff", "specialist", "teacher", "trainer", "trooper", "volunteer",
}  # fmt: skip
NOUNS = frozenset({head_of(term) for term in ROLE.terms} | _MORE_NOUNS)
"""The nouns of roles that may be said: those of the field's roles, and other common ones."""
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter"
)
_TIME = re.compile(
    rf"(?:(?:wave|round)\s)?\d{{1,2}}"
    rf"|(?:(?:{_MONTHS}|q[1-4])\s)?(?:19|20)\d\d(?:\s(?:{_MONTHS}|q[1-4])|-\d\d(?:-\d\d)?)?",
    re.IGNORECASE,
)


def sector_words(sector: str) -> str:
    """Give the sector as the field's list has it; "other sector" if it has none, "" if blank.

    Examples
    --------
    >>> sector_words("Police"), sector_words("Hope House"), sector_words(" ")
    ('law enforcement', 'other sector', '')
    """
    if not sector.strip():
        return ""
    term, is_listed = SECTOR.normalise(sector)
    return term if is_listed else OTHER_SECTOR


def role_noun(role: str) -> str:
    """Give the noun of a role if it is a common one; "" if not.

    Peer mentors are program staff, as are those whose role is to be staff: nobody is set apart.

    Examples
    --------
    >>> role_noun("Deputy juvenile officer"), role_noun("officer under Zoe Zulu")
    ('officer', '')
    >>> role_noun("peer support mentor"), role_noun("shelter staff")
    ('program staff member', 'program staff member')
    """
    term, _ = ROLE.normalise(role)
    if _PEER & set(re.findall(r"[a-z]+", f"{role} {term}".lower())):
        return PROGRAM_STAFF
    noun = head_of(term).lower()
    return PROGRAM_STAFF if noun == _STAFF else noun if noun in NOUNS else ""


def wave_words(waves: Iterable[str]) -> Mapping[str, str]:
    """Give what waves are called: as written where all are times or numbers, else by their order.

    Parameters
    ----------
    waves : in the order of their days, each once or more; "" has no name

    Examples
    --------
    >>> wave_words(["2024", "spring 2025"])
    {'2024': '2024', 'spring 2025': 'spring 2025'}
    >>> wave_words(["2023", "asked by Maria Lopez"])
    {'2023': '1', 'asked by Maria Lopez': '2'}
    """
    known = [one for one in dict.fromkeys(waves) if one]
    if all(_TIME.fullmatch(" ".join(one.split())) for one in known):
        return {one: one for one in known}
    return {one: str(place) for place, one in enumerate(known, 1)}


def name_words(settings: Settings, audience: Audience) -> str:
    """Give a coalition's name; outside only one that was stated, for a folder's can name anybody.

    Examples
    --------
    >>> name_words(Settings(name="Site B"), "partner")
    'Site B'
    >>> unnamed = Settings(name="maria_lopez", is_named=False)
    >>> name_words(unnamed, "internal"), name_words(unnamed, "public")
    ('maria_lopez', 'A coalition')
    """
    return settings.name if settings.is_named or audience == "internal" else A_COALITION
