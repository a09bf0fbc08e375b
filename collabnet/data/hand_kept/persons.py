"""Tell a personal name from the name of an agency, a role, or initials."""

import re

from collabnet.data.column import Column


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN_NAMES = _words("""
    aaron abigail adam adrian aisha alan alex alexander alice alicia alyssa amanda amber amy ana
    andrea andrew angela anita ann anna anne anthony ashley barbara bea beatrice becky ben
    benjamin beth betty beverly bill bob bonnie brandon brenda brian brianna bridget brittany
    bruce caitlin carl carla carlos carmen carol caroline catherine charles charlotte cheryl chloe
    chris christina christine christopher cindy claire connie courtney crystal cynthia daniel
    danielle danny david dawn deborah debra denise dennis derek diana diane donald donna doris
    dorothy douglas ebony edward elaine elena elizabeth ellen emily emma eric erica erin ethan eva
    evelyn fatima frank gabriel gabriela gary george gloria greg gregory hannah harold heather
    helen henry holly ian isabel isabella jack jackie jacob jaime james jamie jane janet janice
    jared jasmine jason jean jeff jeffrey jenna jennifer jenny jeremy jerry jesse jessica jill
    joan joanna joe joel john jonathan jorge jose joseph joshua joyce juan juanita judith judy
    julia julian julie justin karen katherine kathleen kathryn kathy katie kayla keisha keith
    kelly ken kenneth kevin kim kimberly kristen kristin kyle larry latoya laura lauren lauri leah
    leslie linda lisa liz lori luis luke lynn madison manuel marcus margaret maria marie marilyn
    mario marjorie marta martha martin mary matt matthew megan melanie melissa mia michael michele
    michelle miguel mike mohammed monica nancy natalie natasha nathan nicholas nicole nina noah
    olivia oscar pablo pamela patricia patrick paul paula peggy peter philip phyllis rachel ralph
    raymond rebecca regina richard rick rob robert robin roger ron ronald rosa rose roy russell
    ruth ryan sally sam samantha samuel sandra sara sarah scott sean shannon sharon shawn sheila
    shirley sofia sonia sophia stacy stephanie stephen steve steven sue susan suzanne sylvia
    tamara tammy tanya tara teresa terry thomas tiffany tim timothy tina todd tom tony tracy tyler
    valerie vanessa veronica victor vincent virginia wanda wendy william yolanda yvonne zachary
    zoe
""")
"""Common given names, to notice where a person may stand in the place of an agency or a client.

Names that agencies bear too (Grace, Hope, Faith, Joy) are left out.
"""
_TITLE = (
    r"(?:mr|mrs|ms|miss|mx|dr|hon|officer|ofc|detective|det|sergeant|sgt|lieutenant|lt|captain|"
    r"capt|judge|commissioner|agent|deputy|investigator|nurse|sister|father|pastor|rev)"
)
_NAME = r"[^\W\d_](?:[\w.'’-]*)"
_TITLED = re.compile(rf"{_TITLE}\.?\s+({_NAME}(?:\s+{_NAME}){{0,2}})", re.IGNORECASE)
_NAMED = re.compile(rf"({_NAME})((?:\s+{_NAME}){{0,2}})")
_LAST_FIRST = re.compile(rf"({_NAME}),\s*({_NAME})(?:\s+{_NAME})?")
_INITIALS = re.compile(r"[A-Z]{1,3}|(?:[A-Z]\.\s?){1,3}[A-Z]?|[A-Z]\s[A-Z]|[A-Z]-[A-Z]")
_OFFICES = _words("""
    agency association attorney authority bureau center centre central church city clinic
    coalition college commission community council county court courts department dept diocese
    district division enforcement facility federal foundation group health home hospital house inc
    institute intake juvenile legal llc ministries ministry network office org organization
    organisation police probation program programme project residential safe school service
    services shelter society state station task team treatment unit university youth
""")
_LONGEST = 60
_AGENCY_COLUMNS = frozenset(
    {
        ("agencies", "agency_id"), ("agencies", "name"), ("people", "agency_id"),
        ("memberships", "agency_id"), ("agreements", "from_agency"), ("agreements", "to_agency"),
        ("referrals", "from_agency"), ("referrals", "to_agency"),
    }
)  # fmt: skip


def looks_like_person(text: str) -> bool:
    """Whether a text reads as the name of a person: by a title or a common given name.

    Examples
    --------
    >>> looks_like_person("Officer B1"), looks_like_person("Bea"), looks_like_person("Judges")
    (True, True, False)
    >>> looks_like_person("Mary House"), looks_like_person("Juvenile court")
    (False, False)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _OFFICES & set(re.findall(r"\w+", text.lower())):
        return False
    if found := _TITLED.fullmatch(text):
        return found[1][0].isupper()
    return is_given_name(text)


def is_given_name(text: str) -> bool:
    """Whether a text is a common given name, alone or with other names.

    Examples
    --------
    >>> is_given_name("bea"), is_given_name("Ann B."), is_given_name("Hall, Ann")
    (True, True, True)
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return False
    if found := _LAST_FIRST.fullmatch(text):
        return found[2].lower().strip(".") in GIVEN_NAMES
    found = _NAMED.fullmatch(text)
    if not found or found[1].lower() not in GIVEN_NAMES:
        return False
    return all(word[0].isupper() for word in found[2].split())


def is_initials(text: str) -> bool:
    """Whether a text is initials: up to three capitals, with dots or without.

    Examples
    --------
    >>> is_initials("AB"), is_initials("A. B."), is_initials("O1"), is_initials("ANN")
    (True, True, False, False)
    """
    is_short_name = len(text) == 3 and text.lower() in GIVEN_NAMES
    return _INITIALS.fullmatch(text.strip()) is not None and not is_short_name


def note_persons(column: Column) -> None:
    """Note names of persons in a column of agencies; they are kept as they are."""
    if (column.table, column.name) not in _AGENCY_COLUMNS:
        return
    persons = {text: looks_like_person(text) for text in dict.fromkeys(column.cells)}
    for at, text in column:
        if persons[text]:
            column.gather("person_for_agency", at, text)
    column.tell("person_for_agency")
