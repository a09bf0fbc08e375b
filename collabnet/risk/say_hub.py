"""The plain sentence about a hub: what an empty post interrupts, what a successor inherits."""

from collabnet.model import Coalition
from collabnet.risk.hubs import Hub
from collabnet.risk.say_pathway import HEDGE
from collabnet.risk.wording import Speaker, capital, number


def hub_sentence(hub: Hub, coalition: Coalition, speaker: Speaker) -> str:
    """Say how many contacts go unanswered, which would pass on, and which would not."""
    n = len(hub.formal)
    who = f"one {speaker.noun([hub.person])} at {speaker.agency(hub.agency)}"
    first = (
        f"{n} of the {hub.n_actors} actors with a tie count on {who}. "
        f"If this post is empty, {n} contacts go unanswered until it is filled."
    )
    after = _after(hub, coalition, speaker)
    return f"{first} {capital('; '.join(after))}." if after else first


def _after(hub: Hub, coalition: Coalition, speaker: Speaker) -> list[str]:
    said = []
    if hub.passes:
        n = len(hub.passes)
        every = f"all {n}" if n == len(hub.formal) else f"{n}"
        said.append(
            f"the protocol names the position, so {every} are expected to pass to a successor "
            f"({HEDGE})"
        )
    if hub.may_pass:
        n_open = number(len(hub.may_pass))
        said.append(f"for {n_open} the agreement doesn't say whether it names the position")
    if hub.not_named:
        n_lost = number(len(hub.not_named))
        said.append(f"the agreement doesn't name the position for {n_lost}, which would not")
    if hub.no_agreement:
        inside = all(coalition.agencies_of[alter][0] == hub.agency for alter in hub.no_agreement)
        where = " inside the unit" if inside else ""
        said.append(f"for the {number(len(hub.no_agreement))}{where} no agreement is on record")
    if hub.unknown:
        said.append(f"for {number(len(hub.unknown))} more the basis isn't known")
    if len(hub.informal) == 1:
        said.append(f"the informal one, to {speaker.end(hub.informal[0])}, would not")
    elif hub.informal:
        said.append(f"the {number(len(hub.informal))} informal ones would not")
    return said
