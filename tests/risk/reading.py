"""Texts of findings as a reader meets them, and how hard they are to read.

The grade is that of Flesch and Kincaid, as textstat computes it: 0.39 x words a sentence + 11.8 x
syllables a word - 15.59. Names of agencies, and the field's lists of roles, services and sectors,
are not ours to choose, and a long one says nothing of how we write: the same coalition is
measured with short words in their place.
"""

import re
from functools import cache

import textstat

from collabnet.model.field_terms import ROLE, SECTOR, SERVICES
from collabnet.risk.assessment import assess

GRADE = 9
TERMS = sorted({*SERVICES.terms, *SECTOR.terms, *ROLE.terms} - {"case report"}, key=len)[::-1]
"""Words of the field's lists, which are as they are."""
_TERM = re.compile(rf"\b(?:{'|'.join(map(re.escape, TERMS))})\b", re.IGNORECASE)
SHORT = ("Ames", "Bell", "Clay", "Dale", "East", "Ford", "Glen", "Hill", "Kent", "Lake", "March")


@cache
def grade(text):
    """Give the reading grade of a text (years at an American school)."""
    return textstat.flesch_kincaid_grade(_TERM.sub("care", text))


def neutral(coalition):
    """Give the same coalition with short names of agencies, and one short role."""
    agencies, people = coalition.agencies, coalition.people
    agencies["name"] = [_short(place) for place in range(len(agencies))]
    people["role"] = people["role"].where(people["role"] == "", "clerk")
    return coalition.with_tables(agencies=agencies, people=people)


def _short(place):
    turn, at = divmod(place, len(SHORT))
    return SHORT[at] + ("" if turn == 0 else " " + "ABCDEFGH"[turn - 1])


def texts(found):
    """Give what is said of findings: each sentence, remedy and how sure it is, once."""
    return sorted({text for one in found for text in (one.sentence, one.remedy, one.sure.text)})


def too_hard(found):
    """Give the texts of findings that are above the grade."""
    return [(round(grade(text), 1), text) for text in texts(found) if grade(text) > GRADE]


def found_in(coalition, worlds=0):
    """Give the findings of a coalition with neutral names."""
    return assess(neutral(coalition), worlds=worlds).found


NAMES = ("St. Mary's Home", "Juvenile Office", "FBI", "The Bridge (North)", "Harbor Inc.")
TRAPS = (
    "staff", "Court Staff", "liaison", "school liaison", "legal counsel", "DJO", "SANE nurse",
    "survivor and advocate", "survivor", "advocate and survivor", "Detective II", "chief of police",
    "director, intake", "case manager/advocate", "guardian ad litem", "policewoman", "coach",
    "boss", "Officer", "intern (acting)", "chairperson", "",
)  # fmt: skip


def named(random, coalition):
    """Give the same coalition with names and roles that are hard to say."""
    agencies, people = coalition.agencies, coalition.people
    agencies["name"] = random.sample(NAMES, len(agencies))
    roles = random.sample([*ROLE.terms, *TRAPS], 4)
    people["role"] = [random.choice(roles) for _ in range(len(people))]
    return coalition.with_tables(agencies=agencies, people=people)
