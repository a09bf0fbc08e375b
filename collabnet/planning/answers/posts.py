"""How often posts change hands: which posts there are, what is known of them, answers as rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from collabnet.data.editing import Edit, read_own
from collabnet.data.place import Place
from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.risk.turnover.rates import Posts, roles_in

COLUMNS = ("holders_in_period", "years", "weeks_vacant")


@dataclass(frozen=True)
class Post:
    """A post of an agency, and what was said of it.

    Attributes
    ----------
    agency, role : its place; the role "" stands for everybody there whose own post has no row
    seats : how many hold it at once
    holders, years, weeks : how many held it in so many years, and for how many weeks it was
        empty; None where that wasn't said
    row : in posts.csv; None where nothing was said of it
    """

    agency: str
    role: str
    seats: int
    holders: float | None = None
    years: float | None = None
    weeks: float | None = None
    row: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether it gives a rate of leaving."""
        return bool(self.holders and self.years)


@dataclass(frozen=True)
class PostAnswer:
    """What was said of a post."""

    agency: str
    role: str
    holders: float | None
    years: float | None
    weeks: float | None


def posts_of(coalition: Coalition) -> tuple[Post, ...]:
    """Give the posts in which somebody works, and those of posts.csv, by agency and role.

    Examples
    --------
    >>> import collabnet as cn
    >>> [(post.agency, post.role, post.seats) for post in posts_of(cn.load("sample:g1"))][:2]
    [('advocacy', 'advocate', 1), ('court', 'deputy juvenile officer', 3)]
    """
    seats = Posts(coalition)
    found: dict[tuple[str, str], Post] = {}
    for person, role, kind in records(coalition.people, "person_id", "role", "kind"):
        for agency in coalition.agencies_of[person] if kind != "group" else ():
            for term in roles_in(role):
                found[agency, term] = Post(agency, term, seats.seats(agency, term, None))
    columns = ("row", "agency_id", "role", "seats", *COLUMNS)
    for row, agency, role, stated, holders, years, weeks in records(coalition.posts, *columns):
        for term in roles_in(role) or ("",):
            n = seats.seats(agency, term, stated)
            found[agency, term] = Post(agency, term, n, holders, years, weeks, row)
    return tuple(found[post] for post in sorted(found))


def post_edits(
    coalition: Coalition,
    place: Place,
    answers: Iterable[PostAnswer],
    reading: Mapping[str, object] | None = None,
) -> list[Edit]:
    """Give the rows of posts.csv that answers come to; those that say what is known give none.

    Raises
    ------
    CollabnetError
        If an answer can't be right, or posts.csv can't be edited.
    """
    known = {(post.agency, post.role): post for post in posts_of(coalition)}
    edits = []
    for answer in answers:
        _need_sense(answer, coalition.names[answer.agency])
        post = known[answer.agency, answer.role]
        if (answer.holders, answer.years, answer.weeks) == (post.holders, post.years, post.weeks):
            continue
        said = (_text(answer.holders), _text(answer.years), _text(answer.weeks))
        cells = dict(zip(COLUMNS, said, strict=True))
        if post.row is None:
            whose = {"agency_id": answer.agency, "role": answer.role}
            edits.append(Edit("posts", None, None, whose | cells))
        else:
            found = read_own(place, "posts", reading).row(post.row) or {}
            before = {name: found.get(name, "") for name in cells}
            edits.append(Edit("posts", post.row, before, cells))
    return edits


def _need_sense(answer: PostAnswer, agency: str) -> None:
    where = f"{answer.role or 'Everybody else'} at {agency}"
    holders, years, weeks = answer.holders, answer.years, answer.weeks
    if holders is not None and (holders < 1 or holders != int(holders)):
        raise CollabnetError(
            f"{where}: how many held the post needs a whole number from 1, the present holder "
            f"included; it is {holders:g}."
        )
    if holders is not None and not years:
        raise CollabnetError(f"{where}: say in how many years so many held it, such as 3.")
    if years is not None and not 0 < years <= 50:
        raise CollabnetError(f"{where}: the years need a number up to 50; it is {years:g}.")
    if weeks is not None and (weeks < 0 or (years and weeks > 53 * years)):
        raise CollabnetError(
            f"{where}: the weeks without a holder need a number from 0, and no more than the "
            f"years have; it is {weeks:g}."
        )


def _text(number: float | None) -> str:
    return "" if number is None else f"{number:.15g}"
