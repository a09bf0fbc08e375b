"""The questions that a coalition can answer when it has no log, and the words that answer them."""

import re
from dataclasses import dataclass

YEARS = 3
"""The time over which a post is asked about."""
UNSURE = "don't know"
SENT = ("none", "1 to 5", "6 to 11", "12 to 49", "50 or more", UNSURE)
ONE, SEVERAL, SHARED = "one person", "several people", "a shared inbox or whoever is on duty"
CALLER_IS = (ONE, SEVERAL, SHARED, UNSURE)
NOBODY = "nobody"
NO, FOR_PERSON, FOR_POST = "no", "for the person", "for the post"
WRITTEN = (NO, FOR_PERSON, FOR_POST, UNSURE)


@dataclass(frozen=True)
class Question:
    """One question: its id, its wording, and the answers to choose from.

    ``is_open`` says that another answer can be typed; a question without choices is answered in
    words.
    """

    key: str
    wording: str
    choices: tuple[str, ...] = ()
    is_open: bool = False

    def asked(self, partner: str) -> str:
        """The wording about one partner agency.

        Examples
        --------
        >>> QUESTIONS["second"].asked("the shelter")
        'Who else in your agency could do it next week? Write the role; or nobody.'
        """
        return self.wording.replace("{partner}", partner)


AGENCY = Question("agency", "Which agency do you answer for?")
PARTNER = Question("partner", "Name a partner agency: one that yours sends young people to.")
QUESTIONS = {
    one.key: one
    for one in (
        Question(
            "sent",
            "About how many young people did your agency send to {partner} in the last 12 months?",
            SENT,
            is_open=True,
        ),
        Question(
            "caller",
            "Who in your agency makes the call to {partner}? Write the role, such as intake "
            "officer; or nobody.",
        ),
        Question(
            "caller_is",
            "Is that one person, several people, or a shared inbox or whoever is on duty?",
            CALLER_IS,
        ),
        Question(
            "second",
            "Who else in your agency could do it next week? Write the role; or nobody.",
            (NOBODY, UNSURE),
            is_open=True,
        ),
        Question(
            "written",
            "Is it written down that your agency sends to {partner}, and is it for the person "
            "who makes the call or for the post, whoever holds it?",
            WRITTEN,
        ),
        Question(
            "holders",
            f"How many people have held that post in the last {YEARS} years, the present one "
            "included? A number.",
            ("1", "2", "3", "4", UNSURE),
            is_open=True,
        ),
        Question(
            "weeks_empty",
            f"How many weeks of these {YEARS} years was that post empty? A number; 0 if never.",
            ("0", UNSURE),
            is_open=True,
        ),
    )
}
"""What is asked about each partner agency, by id."""

_TAG = re.compile(r"\[\s*(\w+)\s*(?:\|\s*([^\[\]]*?)\s*|#\s*(\d{1,3})\s*)?\]")
_LABEL = re.compile(r"(.*?)\s*\[([^\[\]]+)\]", re.DOTALL)
_KEPT = re.compile(r"[%\[\]<>&|{}$\x00-\x1f\x7f]|^ | $")


@dataclass(frozen=True)
class Tag:
    """What a question's mark says: which question, about which agency or which numbered place."""

    key: str
    partner: str = ""
    number: int = 0

    def __str__(self) -> str:
        about = f" | {_encoded(self.partner)}" if self.partner else ""
        return f"[{self.key}{about or (f' #{self.number}' if self.number else '')}]"


def find_tag(text: str) -> Tag | None:
    """Find the mark of one of our questions in a column's name or wording.

    Examples
    --------
    >>> find_tag("Q3 [sent | shelter] About how many ...")
    Tag(key='sent', partner='shelter', number=0)
    >>> str(Tag("sent", "a [b]")), find_tag("[note] anything")
    ('[sent | a %5Bb%5D]', None)
    """
    for key, partner, number in _TAG.findall(text[:2000]):
        name = key.lower()
        if name == AGENCY.key and not partner and not number:
            return Tag(name)
        if name == PARTNER.key and number:
            return Tag(name, number=int(number))
        if name in QUESTIONS and (partner or number):
            return Tag(name, _decoded(partner), int(number or 0))
    return None


def label(agency_id: str, name: str) -> str:
    """Write an agency so that people know it and its id is read back.

    Examples
    --------
    >>> label("court_b", "Juvenile Court")
    'Juvenile Court [court_b]'
    """
    # A name that would not be read back as it is gives way to the id.
    shown = name if name and name == _plain(name) else _plain(agency_id)
    return f"{shown} [{_encoded(agency_id)}]"


def read_label(text: str) -> tuple[str, str]:
    """Give id and name of an agency as :func:`label` writes it; no id where one was typed in.

    Examples
    --------
    >>> read_label("Juvenile Court [court_b]"), read_label("the shelter")
    (('court_b', 'Juvenile Court'), ('', 'the shelter'))
    """
    found = _LABEL.fullmatch(text.strip())
    if found is None:
        return "", text.strip()
    agency_id = _decoded(found[2].strip())
    return agency_id, "" if found[1] == _plain(agency_id) else found[1]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\[\]]", " ", text).split())


def _encoded(text: str) -> str:
    """Write what would end a mark, or be taken for code by a survey platform, as a number."""
    return _KEPT.sub(lambda found: f"%{ord(found[0]):02X}", text)


def _decoded(text: str) -> str:
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), text)
