"""What can simply be asked, let through to whoever holds the data: links on paper, and posts."""

from dataclasses import InitVar, dataclass, field

from collabnet.planning.answers.paper import Names, Pair, PaperLink, Standing, paper_links
from collabnet.planning.answers.posts import Post, posts_of
from collabnet.risk.assessment import Assessment
from collabnet.risk.wording import capital, count, listed
from collabnet.sharing.released import SEAL

STANDINGS: dict[Standing, str] = {
    "open": "Not known",
    "in use": "Written down, and in use",
    "partly in use": "Written down, partly in use",
    "not in use": "Nothing written is in use",
    "not written": "Nothing is written down",
}
NAMES: dict[Names, str] = {
    "yes": "; it names the post",
    "no": "; it names no post",
    "unknown": "; whether it names the post isn't known",
}


@dataclass(frozen=True)
class ReleasedLink:
    """A link of two agencies, to ask whether it is on paper.

    Attributes
    ----------
    pair : ids of the agencies
    agencies : their names
    passes : what passes between them, in words
    standing : what is known of it, in words
    is_open : whether an answer would tell something
    referrals : in the log, both ways
    """

    pair: Pair
    agencies: tuple[str, str]
    passes: str
    standing: str
    is_open: bool
    referrals: int
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError("Only collabnet.sharing makes released values.")


@dataclass(frozen=True)
class ReleasedPost:
    """A post of an agency, to ask how often it changes hands; never about who holds it.

    Attributes
    ----------
    agency_id, role : which post; the role "" stands for all others of the agency
    agency, words : the agency and the post in words
    seats : how many hold it at once
    holders, years, weeks : what was said of it; None where nothing was
    """

    agency_id: str
    role: str
    agency: str
    words: str
    seats: int
    holders: float | None
    years: float | None
    weeks: float | None
    is_known: bool
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError("Only collabnet.sharing makes released values.")


def release_links(assessment: Assessment) -> tuple[ReleasedLink, ...]:
    """Give the links to ask about: the open ones first, those with most referrals on top.

    Examples
    --------
    >>> import collabnet as cn
    >>> links = release_links(cn.assess(cn.load("sample:g1")))
    >>> links[0].agencies, links[0].passes
    (('Court', 'Residential program'), '12 referrals from Court to Residential program')
    """
    names = assessment.coalition.names
    links = [
        _link(one, (names[one.pair[0]], names[one.pair[1]])) for one in paper_links(assessment)
    ]
    return tuple(sorted(links, key=lambda one: (not one.is_open, -one.referrals, one.agencies)))


def _link(link: PaperLink, names: tuple[str, str]) -> ReleasedLink:
    there, back = link.referrals
    ways = ((there, names), (back, names[::-1]))
    said = [f"{count(n, 'referral')} from {a} to {b}" for n, (a, b) in ways if n]
    said += [count(link.ties, "working tie")] if link.ties else []
    standing = STANDINGS[link.standing]
    standing += NAMES[link.names_position] if link.standing == "in use" else ""
    referrals = there + back
    is_open = link.standing == "open"
    passes = capital(listed(said))
    return ReleasedLink(link.pair, names, passes, standing, is_open, referrals, seal=SEAL)


def release_posts(assessment: Assessment) -> tuple[ReleasedPost, ...]:
    """Give the posts to ask about, by agency and role.

    Examples
    --------
    >>> import collabnet as cn
    >>> [post.words for post in release_posts(cn.assess(cn.load("sample:g1")))][:2]
    ['Advocate', 'Deputy juvenile officer']
    """
    names = assessment.coalition.names
    posts = [_post(post, names[post.agency]) for post in posts_of(assessment.coalition)]
    return tuple(sorted(posts, key=lambda one: (one.agency, one.role == "", one.role)))


def _post(post: Post, agency: str) -> ReleasedPost:
    words = capital(post.role) if post.role else "All other posts"
    said = (post.seats, post.holders, post.years, post.weeks, post.is_known)
    return ReleasedPost(post.agency, post.role, agency, words, *said, seal=SEAL)
