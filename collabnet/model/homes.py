"""Where people belong: their agencies on a day, as rosters and dated memberships say."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pandas as pd

from collabnet.model.records import records


def agencies_on(
    tables: Mapping[str, pd.DataFrame], day: date | None
) -> Mapping[str, tuple[str, ...]]:
    """Give the agencies of each person on a day, home agency first; positions are their own.

    Memberships that ended before the day, or begin after it, don't count. Nor does the home
    agency of somebody who belonged to another on that day, where a dated membership in the home
    agency says that they weren't there yet, or no longer.
    """
    homes = dict(records(tables["people"], "person_id", "agency_id"))
    found: dict[str, list[str]] = {person: [agency] for person, agency in homes.items()}
    there: set[str] = set()
    elsewhere: set[str] = set()
    on = pd.Timestamp(day) if day else None
    joined = records(tables["memberships"], "person_id", "agency_id", "from_on", "to_on")
    for person, agency, from_on, to_on in joined:
        left = on is not None and to_on is not None and to_on < on
        not_yet = on is not None and from_on is not None and from_on > on
        if homes[person] == agency:
            (elsewhere if left or not_yet else there).add(person)
        elif not (left or not_yet) and agency not in found[person]:
            found[person].append(agency)
    for person in elsewhere - there:
        found[person] = found[person][1:] or found[person]
    positions = {agency: (agency,) for agency in tables["agencies"]["agency_id"]}
    people = {person: tuple(agencies) for person, agencies in found.items()}
    return MappingProxyType(people | positions)
