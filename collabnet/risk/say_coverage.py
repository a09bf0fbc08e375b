"""The plain sentences about coverage: one agency alone, groups left out, seats left empty."""

from collections.abc import Iterable, Mapping, Sequence

from collabnet.risk import patterns as p
from collabnet.risk.coverage.cells import Ages
from collabnet.risk.coverage.gaps import ServiceGap, TeamGap
from collabnet.risk.coverage.services import Cover
from collabnet.risk.wording import Speaker, count, listed

GENDERS: Mapping[str, str] = {
    "female": "girls and young women",
    "male": "boys and young men",
    "transgender": "transgender young people",
    "nonbinary": "nonbinary young people",
}
REFERRALS: Mapping[str, str] = {
    "voluntary": "young people who come by choice",
    "court-mandated": "young people whom a court sends",
}
SERVICES_SAID: Mapping[str, str] = {
    "legal": "legal help",
    "immigration attorney": "help by an immigration attorney",
    "employment": "help with work",
    "life skills": "training in life skills",
}
"""What a service is called in a sentence, where the list's own word wouldn't fit into one."""


def service_words(service: str) -> str:
    """Say a service in a sentence.

    Examples
    --------
    >>> service_words("legal"), service_words("shelter")
    ('legal help', 'shelter')
    """
    return SERVICES_SAID.get(service, service)


def service_sentence(gap: ServiceGap, speaker: Speaker) -> str:
    """Say that one agency alone offers a service, and to whom nobody offers it.

    Where nothing says whom its providers take, that is said instead of every group there is.
    """
    service, said = service_words(gap.service), []
    if gap.rests_on_one:
        (only,) = gap.providers
        said.append(p.SOLE.say(service=service, agency=speaker.agency(only.agency)))
        if gap.n_referrals is not None:
            n = gap.n_referrals
            said.append(
                p.SOUGHT.say(referrals=count(n, "referral"), ask="asks" if n == 1 else "ask")
                if n
                else p.NOT_SOUGHT.say()
            )
        said.append(p.NO_OTHER.say())
    if gap.unserved and gap.is_silent:
        said.append(p.NOT_SAID_WHOM.say(service=service))
    elif gap.unserved:
        first, *others = group_words(gap.unserved)
        groups = listed([first, *(f"to {one}" for one in others)], "or")
        said.append(p.UNSERVED.say(service=service, groups=groups))
        if gap.possible:
            names = dict.fromkeys(speaker.agency(one) for one in gap.possible)
            agencies = listed([*names], "or")
            said.append(p.MAY_SERVE.say(agencies=agencies))
    return " ".join(said)


def group_words(covers: Iterable[Cover]) -> list[str]:
    """Say groups as people would; ages that follow each other are said as one.

    Examples
    --------
    >>> from collabnet.risk.coverage.services import Cover
    >>> def left_out(dimension, group):
    ...     return Cover("food", dimension, group, (), (), True, ())
    >>> group_words([left_out("age", Ages(12, 13)), left_out("age", Ages(14, 17))])
    ['young people aged 12 to 17']
    >>> group_words([left_out("gender", "male"), left_out("language", "spanish")])
    ['boys and young men', 'young people who speak Spanish']
    >>> group_words([left_out("region", "metro county"), left_out("language", "asl")])
    ['young people in Metro County', 'young people who speak ASL']
    """
    found = list(covers)
    ages = [one.group for one in found if isinstance(one.group, Ages)]
    joined: list[Ages] = []
    for one in ages:
        if joined and joined[-1].high is not None and joined[-1].high + 1 == one.low:
            joined[-1] = Ages(joined[-1].low, one.high)
        else:
            joined.append(one)
    words = [f"young people aged {_ages(one)}" for one in joined]
    for cover in found:
        group = str(cover.group)
        match cover.dimension:
            case "gender":
                words.append(GENDERS.get(group, f"{group} young people"))
            case "referral":
                words.append(REFERRALS.get(group, f"young people who come by {group}"))
            case "region":
                words.append(f"young people in {_name(group)}")
            case "language":
                words.append(f"young people who speak {_name(group)}")
    return words


def _name(word: str) -> str:
    """A region or a language as a name; three letters at most are an abbreviation, as in ASL."""
    return word.upper() if len(word) <= 3 else word.title()


def _ages(ages: Ages) -> str:
    if ages.high is None:
        return f"{ages.low} or more"
    return f"{ages.low}" if ages.low == ages.high else f"{ages.low} to {ages.high}"


def team_sentence(gap: TeamGap, speaker: Speaker, *, says_count: bool = True) -> str:
    """Say which seats of the team are empty, and how that was looked for.

    ``says_count`` is whether the number of hand-offs is said.
    """
    said = [p.EMPTY_SEATS.say()] if gap.from_agencies else []
    steps = count(gap.hand_offs, "hand-off") if says_count else "a few hand-offs"
    for members, agencies in gap.missed:
        if gap.is_on_record:
            said.append(p.NOT_ON_TEAM.say(members=_none(members)))
        else:
            names = listed(sorted(speaker.agency(one) for one in agencies), "or")
            said.append(p.OUT_OF_REACH.say(members=_none(members), agencies=names, steps=steps))
    if gap.unlisted:
        said.append(p.NOT_LISTED.say(members=_none(gap.unlisted)))
    return " ".join(said)


def _none(members: Sequence[str]) -> str:
    return listed([f"no {member_words(one)}" for one in members])


def member_words(member: str) -> str:
    """Say a role or a sector of the team, as one of them.

    Examples
    --------
    >>> member_words("role:judge"), member_words("sector:health care")
    ('judge', 'health care agency')
    """
    kind, _, word = member.partition(":")
    return word if kind == "role" or word.endswith(("court", "agency")) else f"{word} agency"


def service_remedy(gap: ServiceGap) -> str:
    """A second provider or a plan for when the only one is full; asking who else would."""
    steps = []
    if gap.rests_on_one:
        steps.append(
            "Ask who else could offer it, or agree now where to turn when that agency is full."
        )
    if gap.unlisted and gap.rests_on_one:
        steps.append("Ask the agencies without services on record what they offer.")
    if gap.possible:
        steps.append("Ask whom the providers take, and write it down.")
    if gap.unserved and not gap.is_silent:
        steps.append("Agree on a provider for those left out before one of them needs it.")
    return " ".join(steps)


def team_remedy(gap: TeamGap) -> str:
    """An invitation, or a first contact; a name where nobody is on the lists."""
    steps = []
    if gap.missing:
        steps.append(
            "Invite them to the team, and write down which post comes."
            if gap.is_on_record
            else "Ask whom they would call, make the introduction, and write down which post it is."
        )
    if gap.unlisted:
        steps.append("Ask who holds these posts, and add them to the lists.")
    return " ".join(steps)
