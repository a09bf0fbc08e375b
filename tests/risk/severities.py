"""Compare what two assessments find, whichever finding says it."""

from collabnet.risk.assessment import assess
from collabnet.risk.rules import SEVERITIES

NONE = len(SEVERITIES)


def places(coalition):
    """Give the place of each severity in the order of severities, by the finding's id."""
    return {one.id: SEVERITIES.index(one.severity) for one in assess(coalition).found}


def milder(before, after):
    """Give the findings that are milder afterwards, or gone."""
    return {
        one: SEVERITIES[place]
        for one, place in before.items()
        if min(after.get(other, NONE) for other in _told_by(one)) > place
    }


def _told_by(finding):
    """Give the ids that may say the same: a service within all, a contact within a pathway."""
    kind, *subjects = finding.split(":")
    yield finding
    if kind == "pathway":
        yield ":".join((kind, *subjects[:2]))
    elif kind == "contacts":
        yield from (f"pathway:{a}:{b}" for a, b in (subjects, subjects[::-1]))
