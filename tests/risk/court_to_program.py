"""One pathway, from the court to the program, and what is found about it."""

from collabnet.risk.assessment import assess
from risk.cases import agreement, coalition, person, tie

PEOPLE = (
    *(person(f"O{i}", "court", role="deputy juvenile officer") for i in range(1, 9)),
    *(person(f"I{i}", "program", role="intake worker") for i in range(1, 5)),
)
AGENCIES = (
    {"agency_id": "court", "name": "Court"},
    {"agency_id": "program", "name": "Program"},
    {"agency_id": "shelter", "name": "Shelter"},
)


def rows(n, sender="O1", receiver="I1", **extras):
    return ("court", sender, "program", receiver, n, extras)


def finding(*parts, people=PEOPLE, **tables):
    found = assess(coalition(*parts, people=people, agencies=AGENCIES, **tables)).found
    return {one.id: one for one in found}["pathway:court:program"]


def said(*parts, **tables):
    return finding(*parts, **tables).sentence


def agreed(**cells):
    return {"agreements": [agreement("court", "program", **cells)]}


def informal(*pairs):
    return {"ties": [tie(*pair, "referral", basis="informal") for pair in pairs]}
