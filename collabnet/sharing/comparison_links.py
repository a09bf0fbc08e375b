"""A link of two sites in words, for whoever holds the data: who holds it, and what is on paper."""

from collections.abc import Iterator, Mapping

from collabnet.comparison.links import LinkPair, ends_by_one
from collabnet.risk.carriers import Side
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import count, listed
from collabnet.sharing.released import ReleasedPerson
from collabnet.sharing.say_comparison import ENDS, NOT_KNOWN, differ

LINK_COLUMNS = ("Referrals", "Senders", "Receivers", "On paper", "One departure ends it")
NONE = "–"
"""In the cells of a site that doesn't use a link."""
MOST_NAMES = 3
"""So many people of a side are named in a cell; more are counted."""
People = Mapping[str, ReleasedPerson]


def link_cells(one: Pathway | None, people: People) -> dict[str, str]:
    """Give the cells of one site: no verdict on one departure where there are few referrals."""
    if one is None:
        return dict.fromkeys(LINK_COLUMNS, NONE)
    cells = (
        str(one.n) if one.n is not None else "only a tie",
        _held(one.sending, people),
        _held(one.receiving, people),
        _paper(one),
        "too few to tell" if one.is_thin else _ends(one),
    )
    return dict(zip(LINK_COLUMNS, cells, strict=True))


def link_parts(link: LinkPair, people: tuple[People, People]) -> Iterator[tuple[str, str, str]]:
    """Give what is told of a link, with the words for each site.

    People are told of where their numbers differ in equal logs.
    """
    if link.a is None or link.b is None:
        return
    for name, sides, found in (
        ("who sends:", (link.a.sending, link.b.sending), link.sending),
        ("who receives:", (link.a.receiving, link.b.receiving), link.receiving),
    ):
        if found is None:
            continue
        expected = [one.expected for one in found]
        if not differ(min(expected), max(expected), "people"):
            continue
        one, other = (
            f"{_held(side, who, most_names=0)}{_in(each.n, each.expected)}"
            for side, who, each in zip(sides, people, found, strict=True)
        )
        yield name, one, other
    yield "on paper:", _paper(link.a), _paper(link.b)
    yield ENDS, _ends(link.a), _ends(link.b)


def _held(side: Side, people: People, *, most_names: int = MOST_NAMES) -> str:
    """Who holds a side: a few by name in the order of the alphabet, more by number."""
    words = sorted(people[one].name for one in side.people)
    if len(words) > most_names:
        words = [count(len(words), "person")]
    kinds = {end.kind for end, _ in side.counts}
    words += ["a group"] if "group" in kinds else []
    words += ["the agency's own position"] if "position" in kinds else []
    words += ["some not named"] if side.n_unknown and words else []
    return listed(words) or "nobody named"


def _paper(one: Pathway) -> str:
    """How much of a link is on paper: all, none, or how many of its referrals."""
    n, unknown = len(one.rows), one.basis["unknown"]
    for form, words in (("formal", "all of it"), ("informal", "none"), ("unknown", NOT_KNOWN)):
        if one.basis[form] == n:
            return words
    return f"{one.basis['formal']} of {n}" + (f", {unknown} not known" if unknown else "")


def _ends(one: Pathway) -> str:
    """Not known where it hangs on who stands behind the referrals that name nobody."""
    return {True: "yes", False: "no", None: NOT_KNOWN}[ends_by_one(one)]


def _in(n: int, expected: float) -> str:
    """People in equal logs; nothing where no person stands there."""
    return f" ({expected:.1f} in {n:,} referrals)" if expected else ""
