"""What would help: one or two steps that follow from why a finding was made."""

from collections.abc import Sequence

from collabnet.risk.contacts import PairContacts
from collabnet.risk.facts import FEW, NAMED_TOO_FEW
from collabnet.risk.hubs import Hub
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import Speaker, listed

INVITATIONS = frozenset(("meeting_invitation", "team_invitation"))


def pathway_remedy(pathway: Pathway, through: Sequence[str], speaker: Speaker) -> str:
    """Ask first where too little is known; then a second receiver, paper, another carrier."""
    from_agency, to_agency = speaker.agency(pathway.from_agency), speaker.agency(pathway.to_agency)
    steps = []
    if pathway.named_share < NAMED_TOO_FEW:
        steps.append("Ask who makes and who takes these referrals, and log a name or the post.")
    if pathway.receiving.sole is not None:
        steps.append(f"Name a second person, or a shared inbox, at {to_agency} to receive them.")
    if pathway.basis["unknown"]:
        bases = [row.basis for row in pathway.rows if row.basis.form == "unknown"]
        if all(basis.agreements and basis.names_position != "unknown" for basis in bases):
            steps.append("Ask whether the agreement is in use.")
        else:
            steps.append("Ask whether anything is written down, and whether it names the post.")
    agreed = all(row.basis.agreements for row in pathway.rows)
    if agreed and pathway.basis["formal"] < len(pathway.rows):
        if any(row.basis.names_position == "no" for row in pathway.rows):
            steps.append("Let the agreement name the position, and see that it is in use.")
        else:
            steps.append("See that the agreement is in use and names the position.")
    elif pathway.basis["formal"] < len(pathway.rows):
        steps.append(
            f"Put the link on paper: an agreement from {from_agency} to {to_agency} that names "
            "the position, so that whoever takes over the post takes over the link."
        )
    else:
        if all(row.basis.passes == "unknown" and not row.basis.agreements for row in pathway.rows):
            named = {row.basis.names_position for row in pathway.rows}
            if named == {"no"}:
                steps.append("Let what is written name the position, and see that it is in use.")
            else:
                names = "" if named == {"yes"} else ", and whether it names the post"
                steps.append(f"Ask whether what is written is in use{names}.")
        elif any(row.basis.passes != "yes" for row in pathway.rows):
            steps.append(
                "Let the agreement name the position, so that whoever takes over the post takes "
                "over the link."
            )
        if pathway.receiving.sole is not None or pathway.sending.sole is not None:
            steps.append("Agree on who stands in while the post is empty.")
    if pathway.sending.people and len(pathway.sending.people) <= FEW:
        steps.append(f"Let one more person at {from_agency} make some of them.")
    steps = steps[:4]
    if through:
        names = listed([speaker.agency(agency) for agency in through], "or")
        steps.append(f"In principle it could also go through {names}; ask whether it would.")
    if pathway.is_quiet:
        steps.append("Ask both agencies whether the pathway is still open.")
    return " ".join(steps)


def contacts_remedy(contacts: PairContacts, speaker: Speaker, *, says_single: bool) -> str:
    """A second contact, a meeting, a written process; nothing that blames a person."""
    steps = []
    if says_single:
        places = sorted(speaker.agency(agency) for agency, _ in contacts.single)
        steps.append(f"Introduce a second person at {listed(places)}, and let them meet.")
    if contacts.strained:
        steps.append("Bring both sides together on what each needs, and hear the other side.")
    kinds = {link.kind for link in contacts.absent}
    if kinds & INVITATIONS:
        steps.append("Invite the other side to the meetings where its cases are discussed.")
    if "protocol" in kinds:
        steps.append("Write down whom to call, and for which post.")
    if kinds - INVITATIONS - {"protocol"}:
        steps.append("Ask both sides whom they would call, and make the introduction.")
    return " ".join(steps)


def hub_remedy(hub: Hub) -> str:
    """A stand-in for the post, and paper for what would go with the person."""
    steps = ["Name a stand-in who answers while the post is empty."]
    if hub.no_agreement or hub.not_named or hub.informal or hub.unknown:
        steps.append("Put the contacts that would go with the person on paper, or share them.")
    return " ".join(steps)
