"""The title of the page: how many links rest on one person, and on paper."""

from collections.abc import Sequence

from collabnet.risk.wording import count
from collabnet.sharing import ReleasedLink, ReleasedLinks

TITLE = "Links between agencies"
NONE = "No link between agencies is on record"
ALL_THIN = "No link has enough referrals to rank"


def ranked(links: Sequence[ReleasedLink]) -> list[ReleasedLink]:
    """Give the links that aren't too thin to say anything of."""
    return [one for one in links if not one.is_thin]


def title(released: ReleasedLinks) -> str:
    """Say how many links rest on one person, and how many on paper; thin ones don't count."""
    links = ranked(released.links)
    if not links:
        return ALL_THIN if released.links else NONE
    alone = sum(one.rests_on_one for one in links)
    rests = "rest on one person each" if alone > 1 else "rests on one person"
    return f"{_of(alone, links)} {rests}; {_paper(links)}"


def _of(n: int, links: Sequence[ReleasedLink]) -> str:
    if len(links) == 1:
        return "The only link" if n else "No link"
    if n == len(links):
        return f"All {n} links"
    return f"{n or 'None'} of {len(links)} links"


def _paper(links: Sequence[ReleasedLink]) -> str:
    n = sum(one.form == "formal" for one in links)
    if len(links) == 1:
        return "it is on paper" if n else "it is not on paper"
    if n in (0, len(links)):
        return "all are on paper" if n else "none is on paper"
    return f"{n} {'is' if n == 1 else 'are'} on paper"


def lead(released: ReleasedLinks) -> str:
    """Say what is counted, and what stands apart."""
    links = released.links
    said = [counted(released)]
    apart = [one for one in links if one.is_thin or one.is_quiet]
    if apart:
        verb = "stands" if len(apart) == 1 else "stand"
        said.append(
            f"{count(len(apart), 'link').capitalize()} with few referrals, or silent of late, "
            f"{verb} apart below."
        )
    return " ".join(said)


def counted(released: ReleasedLinks) -> str:
    """Say how many referrals, of when, and what is missing of them."""
    if not released.n_referrals:
        return "There is no log of referrals: links are those that people reported."
    blank = released.n_blank
    missing = "all name both ends"
    if blank:
        missing = f"{blank:,} {'does' if blank == 1 else 'do'} not name both ends"
    return f"{released.n_referrals:,} referrals between agencies, {released.period}; {missing}."
