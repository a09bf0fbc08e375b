"""How links are spoken of: what they rest on, how few carry them, and where they lead."""

from collabnet.sharing import ReleasedLink, ReleasedLinks, ReleasedWhatIf

from ...desk import Look

SIGNS = {"formal": "■", "informal": "□", "unknown": "?", "mixed": "◧"}
PAPER = {
    "formal": "on paper",
    "informal": "not on paper",
    "unknown": "not known whether on paper",
    "mixed": "partly on paper",
}
ALONE = "①"
TRIED = {
    "lost": "lost",
    "interrupted": "waits until the post is filled",
    "reduced": "fewer",
    "gained": "more on paper",
}
NONE_CHOSEN = "No link is of this kind."
NONE_AT_ALL = "Links come from a log of referrals, or from ties that people report."


def nothing(released: ReleasedLinks) -> str:
    """Say why no link is shown."""
    return NONE_CHOSEN if released.links else NONE_AT_ALL


def referrals(link: ReleasedLink) -> str:
    """Say how many referrals.

    A link of which only a tie speaks has none in the log.
    """
    if link.referrals is None:
        return "only a tie, no referral in the log"
    return f"{link.referrals:,} {'referral' if link.referrals == 1 else 'referrals'}"


def ends(link: ReleasedLink) -> str:
    """Say from where to where."""
    return f"{link.from_name} to {link.to_name}"


def on_paper(link: ReleasedLink) -> str:
    """Say how many of its rows are on paper, not, or of which it isn't known."""
    parts = (("formal", "yes"), ("informal", "no"), ("unknown", "not known"))
    return ", ".join(f"{link.forms[form]:,} {said}" for form, said in parts if link.forms[form])


def alone(link: ReleasedLink) -> str:
    """Say at which ends one person stands alone; nothing where none does, or few are sent."""
    if not link.rests_on_one:
        return ""
    if link.one_sends and link.one_receives:
        return "one person sends, one receives"
    return "one person sends" if link.one_sends else "one person receives"


def href(link: ReleasedLink, look: Look) -> str:
    """Give the address that opens a link; what else is chosen on the page stays."""
    args = {"from": look.refs.short(link.from_id), "to": look.refs.short(link.to_id)}
    return look.numbered(look.address.on("links", **{**look.address.args, **args})).href


def closed(look: Look) -> str:
    """Give the address without an open link."""
    return look.numbered(look.address.with_args(**{"from": "", "to": ""})).href


def with_tried(link: ReleasedLink, tried: ReleasedWhatIf | None) -> str:
    """Say what becomes of a link with what is tried; nothing where it stays."""
    states = {(a, b): state for a, b, state in tried.links} if tried else {}
    state = states.get((link.from_id, link.to_id))
    return TRIED[state] if state else ""
