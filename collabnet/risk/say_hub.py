"""The plain sentences about a hub: what an empty post interrupts, what a successor inherits."""

from collections.abc import Collection

from collabnet.model import Coalition
from collabnet.risk import patterns as p
from collabnet.risk.hubs import Hub
from collabnet.risk.wording import Speaker, count, number


def hub_sentence(
    hub: Hub,
    coalition: Coalition,
    speaker: Speaker,
    asked: Collection[str],
    only: Collection[str] = (),
) -> str:
    """Say how many contacts go unanswered, which would pass on, and which would not.

    ``asked`` are the agencies that were asked about them, ``only`` those that reach the hub's
    agency through this one person.
    """
    n = len(hub.formal)
    noun, where = speaker.noun([hub.person]), speaker.agency(hub.agency)
    said = [
        p.HUB.say(n=number(n), of=number(hub.n_actors), officer=noun, agency=where, count=_form(n)),
        *_single_point(hub, only, coalition, where),
        p.HUB_EMPTY.say(contacts=count(n, "contact"), go="goes" if n == 1 else "go"),
        *_after(hub, coalition, speaker),
    ]
    others = {coalition.agencies_of[alter][0] for alter in (*hub.formal, *hub.informal)}
    if not (others - {hub.agency}) & {*asked}:
        said.append(p.OWN_SIDE.say(agency=where) if hub.agency in asked else p.NOBODY.say())
    return " ".join(said)


def _single_point(hub: Hub, only: Collection[str], coalition: Coalition, where: str) -> list[str]:
    """Name a single point of contact; by design if agreements with most of them name the post."""
    if not only:
        return []
    agreed = {coalition.agencies_of[alter][0] for alter in hub.passes}
    is_design = 2 * len(agreed.intersection(only)) > len(only)
    pattern = p.HUB_POINT if is_design else p.HUB_POINT_IN_FACT
    return [pattern.say(n=number(len(only)), agency=where)]


def _form(n: int) -> str:
    return "counts" if n == 1 else "count"


def _after(hub: Hub, coalition: Coalition, speaker: Speaker) -> list[str]:
    # A contract is no protocol: only where nothing else is on record it is called one.
    paper = "protocol" if set(coalition.agreements["kind"]) == {"protocol"} else "agreement"
    said = []
    if n := len(hub.passes):
        every = number(n)
        if n == len(hub.formal) > 1:
            every = "both" if n == 2 else f"all {every}"
        said.append(p.HUB_PASS.say(paper=paper, n=every, are="is" if n == 1 else "are"))
    if hub.may_pass:
        said.append(p.HUB_MAY_PASS.say(paper=paper, n=number(len(hub.may_pass))))
    if hub.not_named:
        said.append(p.HUB_NOT_NAMED.say(paper=paper, n=number(len(hub.not_named))))
    if hub.no_agreement:
        inside = all(coalition.agencies_of[alter][0] == hub.agency for alter in hub.no_agreement)
        none = number(len(hub.no_agreement))
        said.append(p.HUB_NO_AGREEMENT.say(n=f"the {none} inside the unit" if inside else none))
    if hub.unknown:
        said.append(p.HUB_UNKNOWN.say(n=number(len(hub.unknown))))
    if len(hub.informal) == 1:
        said.append(p.HUB_INFORMAL_ONE.say(end=speaker.end(hub.informal[0])))
    elif hub.informal:
        said.append(p.HUB_INFORMAL.say(n=number(len(hub.informal))))
    return said
