"""Coverage in a few lines: who is alone with a service, for whom, and who is on the team."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from collabnet.model import Coalition
from collabnet.model.field_terms import ROLE, SECTOR, SERVICES
from collabnet.risk.assessment import Assessment
from collabnet.risk.coverage.gaps import NOT_SOUGHT
from collabnet.risk.coverage.offers import build_offers
from collabnet.risk.coverage.services import EVERYBODY, Cover, build_covers
from collabnet.risk.coverage.team import TeamCheck
from collabnet.risk.finding import Finding
from collabnet.risk.say_coverage import (
    GENDERS,
    REFERRALS,
    group_words,
    member_words,
    service_words,
)
from collabnet.risk.wording import Speaker, capital, count, listed

A_SERVICE = "one service"
ONE_AGENCY = "one agency"
_TERMS = {"role": ROLE.terms, "sector": SECTOR.terms}
NOT_EACH = "not reached by every agency that identifies cases"
_ORDER = (
    "on the team", "reached", NOT_EACH, "strained", "missing", "nobody listed", "not known",
)  # fmt: skip
_STATES = {
    "strained": "only through strained ties",
    "nobody listed": "nobody on the lists",
}


class ProviderSpeaker:
    """Speaks outside of providers: by name where they agreed, else as one agency.

    A letter would tie all that is said elsewhere of "agency D" to the one that alone offers
    shelter, which everybody knows.
    """

    def __init__(self, coalition: Coalition, speaker: Speaker) -> None:
        self._agreed = frozenset(coalition.settings.consent)
        self._speaker = speaker

    def agency(self, agency: str) -> str:
        """The agency's name by consent, else that it is one."""
        return self._speaker.agency(agency) if agency in self._agreed else ONE_AGENCY

    def noun(self, people: Collection[str]) -> str:
        """As elsewhere."""
        return self._speaker.noun(people)

    def end(self, actor: str) -> str:
        """As elsewhere."""
        return self._speaker.end(actor)


def coverage_lines(
    assessment: Assessment, speaker: Speaker, *, inside: bool, says_roles: bool = True
) -> tuple[str, ...]:
    """Say in a few sentences what is covered; nothing where no agency lists services.

    Outside, services, groups, roles and sectors are said only in the words of the field's
    lists, since whatever else stands in a cell is somebody's free text; places stay inside, and
    providers are named only where they agreed. Without roles only the team's sectors are said.
    """
    coalition = assessment.coalition
    covers = [one for one in build_covers(build_offers(coalition)) if one.service not in NOT_SOUGHT]
    speaker = speaker if inside else ProviderSpeaker(coalition, speaker)
    said = [*_services(covers, speaker, inside), *_groups(covers, speaker, inside)]
    if inside:
        said += _places(covers, speaker)
    return (*said, *_team(assessment, inside, says_roles=says_roles))


def _by(agency: str, speaker: Speaker) -> str:
    name = speaker.agency(agency)
    return "" if name == ONE_AGENCY else f" ({name})"


def service_label(service: str, *, inside: bool) -> str:
    """The service in words; outside only if it is on the field's list."""
    return service_words(service) if inside or service in SERVICES.terms else A_SERVICE


def _services(covers: Sequence[Cover], speaker: Speaker, inside: bool) -> Iterator[str]:
    whole = [one for one in covers if one.dimension == EVERYBODY]
    if not whole:
        return
    sole = [one for one in whole if len(one.known) == 1]
    named = [
        service_label(one.service, inside=inside) + _by(one.known[0].agency, speaker)
        for one in sole
    ]
    alone = f"by one agency alone: {listed(named)}" if named else "none by one agency alone"
    yield f"{capital(count(len(whole), 'service')) if inside else 'Services'} on record; {alone}."


def _groups(covers: Sequence[Cover], speaker: Speaker, inside: bool) -> Iterator[str]:
    """Groups for which one of several providers is alone."""
    by_service: dict[str, list[Cover]] = {}
    for one in covers:
        is_alone = one.dimension != EVERYBODY and len(one.known) == 1 < len(one.all_known)
        if is_alone and (inside or is_said_outside(one)):
            by_service.setdefault(one.service, []).append(one)
    for service, found in by_service.items():
        by_agency: dict[str, list[Cover]] = {}
        for one in found:
            by_agency.setdefault(one.known[0].agency, []).append(one)
        named = [
            listed(group_words(groups)) + _by(agency, speaker)
            for agency, groups in by_agency.items()
        ]
        yield f"One provider alone of {service_label(service, inside=inside)} for {listed(named)}."


def is_said_outside(cover: Cover) -> bool:
    """Whether a group's words are the field's, and not what somebody wrote in a cell."""
    return cover.dimension == "age" or cover.group in GENDERS or cover.group in REFERRALS


def _places(covers: Sequence[Cover], speaker: Speaker) -> Iterator[str]:
    for one in covers:
        if one.dimension == EVERYBODY and one.capacity == one.capacity:
            silent = [speaker.agency(o.agency) for o in one.known if o.capacity is None]
            rest = f"; not known of {listed(silent)}" if silent else ""
            yield f"Places stated for {service_words(one.service)}: {one.capacity:g}{rest}."


def _team(assessment: Assessment, inside: bool, *, says_roles: bool) -> Iterator[str]:
    """The seats of the team by what is known of them; one line, if anything is."""
    check = TeamCheck(assessment.coalition, assessment.rows)
    settings = assessment.coalition.settings.coverage
    states = {
        member: _state(check, member, each=bool(settings.identifying))
        for member in settings.team
        if inside or is_listed_member(member, says_roles=says_roles)
    }
    if set(states.values()) <= {"not known", "nobody listed"}:
        return
    said = [
        f"{listed([member_words(one) for one in states if states[one] == state])} "
        f"{_STATES.get(state, state)}"
        for state in _ORDER
        if state in states.values()
    ]
    within = f" (within {count(settings.hand_offs, 'hand-off')})" if inside else ""
    how = "" if check.is_on_record else within
    yield f"Response team{how}: {'; '.join(said)}."


def _state(check: TeamCheck, member: str, *, each: bool) -> str:
    """From the nearest agency; from each of those that coalition.toml states."""
    views = [(one,) for one in check.starts] if each else [check.starts]
    found = {check.seat(member, starts).state for starts in views or [()]}
    return found.pop() if len(found) == 1 else NOT_EACH


def is_listed_member(member: str, *, says_roles: bool = True) -> bool:
    """Whether a sector, or a role where these may be said, is on the field's list."""
    kind, _, word = member.partition(":")
    return word in _TERMS[kind] and (says_roles or kind != "role")


def numbers_of_coverage(finding: Finding, names: Callable[[str], str]) -> list[tuple[str, str]]:
    """The figures behind a finding about coverage, in words."""
    numbers: Any = finding.numbers
    if "providers" not in numbers:
        return [
            ("Missing", listed([member_words(one) for one in numbers["missing"]]) or "nobody"),
            (
                "On no list",
                listed([member_words(one) for one in numbers["not_listed"]]) or "nobody",
            ),
            (
                "Looked for",
                "in the team on record"
                if numbers["team_on_record"]
                else f"within {count(numbers['hand_offs'], 'hand-off')}",
            ),
        ]
    places = numbers["capacity"]
    return [
        ("Agencies that offer it", listed([names(one) for one in numbers["providers"]])),
        ("Referrals in the log that ask for it", _said(numbers["referrals"])),
        ("Places stated", _said(places)),
        ("Providers that state no places", str(numbers["capacity_unknown"])),
        ("Agencies without services on record", str(len(numbers["without_services"]))),
    ]


def _said(number: float | None) -> str:
    return "–" if number is None else f"{number:g}"


def concerned(coalition: Coalition, finding: Finding) -> tuple[str, ...]:
    """The agencies that a finding about coverage is about: those who provide, or miss somebody."""
    numbers: Any = finding.numbers
    if "providers" in numbers:
        return tuple(numbers["providers"])
    homes = coalition.agencies_of
    return tuple(sorted({*numbers["from_agencies"], *(homes[one][0] for one in finding.people)}))
