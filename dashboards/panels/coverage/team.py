"""Panel: the response team, seat by seat: who is there, who is out of reach, who is on no list."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import capital, count, listed
from collabnet.sharing import ReleasedCoverage
from collabnet.sharing.released_coverage import ReleasedSeat

from ... import ids
from ...components import Cell, PlainTable
from ..define import define
from ..pieces import panel

WORDS = {
    "on the team": "on the team",
    "reached": "reached",
    "strained": "only by strained ties",
    "missing": "missing",
    "nobody listed": "nobody on record",
    "not known": "not known",
}
MARKS = {"strained": "alone", "missing": "none", "nobody listed": "none"}
ANYWHERE = "State"
KEEP = "To keep another one, write it under [team] in the file coalition.toml."


def layout(box: Component) -> Component:
    """Lay the panel out, with the box that tries another team."""
    hint: list[Component | str] = [
        define("the response team", "The response team"),
        " is who should be at the table when a case is found. The young person and the family are "
        "never in the data.",
    ]
    return panel(
        "coverage-seats",
        "Is the response team complete?",
        [
            html.P(hint, className="cn-hint"),
            html.Div([box], className="cn-fields cn-wide-field"),
            html.Div(id=ids.COVERAGE_TEAM),
        ],
    )


def shown(
    now: ReleasedCoverage,
    seats: Sequence[ReleasedSeat],
    after: Sequence[ReleasedSeat],
    *,
    is_other: bool,
) -> list[Component]:
    """Give the finding in a sentence, and the seats from each agency.

    Parameters
    ----------
    seats, after : as it is, and with what is tried
    is_other : they are of another team than the coalition's
    """
    if not seats:
        return []
    members = list(dict.fromkeys(seat.member for seat in seats))
    starts = list(dict.fromkeys(seat.start.name if seat.start else ANYWHERE for seat in seats))
    table = PlainTable(
        caption="Seats of the response team",
        columns=["Seat", *starts],
        rows=[_row(member, seats, after) for member in members],
        note=now.label,
        cards=False,
    )
    said = how(now, is_other=is_other)
    return [html.P(finding(seats)), table, html.P(said, className="cn-caption")]


def finding(seats: Sequence[ReleasedSeat]) -> str:
    """Say which seats are empty.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> finding(release_coverage(cn.assess(cn.load("sample:site_b"))).seats)
    'Missing: judge. Only by strained ties: child welfare agency.'
    """
    said = []
    for state in ("missing", "strained", "nobody listed", "not known"):
        found = list(dict.fromkeys(seat.member for seat in seats if seat.state == state))
        if found:
            said.append(f"{capital(WORDS[state])}: {listed(found)}.")
    return " ".join(said) or "Every seat is filled, or can be reached."


def how(now: ReleasedCoverage, *, is_other: bool = False) -> str:
    """Say whose list it is, and what counts as being there."""
    if is_other:
        whose = f"This list is only tried here. {KEEP}"
    else:
        whose = "The list is your own." if now.is_own_team else f"The list is the usual one. {KEEP}"
    if now.is_team_on_record:
        return f"On the team are those whom a tie of invitation names. {whose}"
    steps = count(now.hand_offs, "hand-off")
    return f"Reached means within {steps} over ties that work and referrals. {whose}"


def _row(member: str, seats: Sequence[ReleasedSeat], after: Sequence[ReleasedSeat]) -> list[Cell]:
    then = {_start(seat): seat for seat in after if seat.member == member}
    cells = [_cell(seat, then.get(_start(seat))) for seat in seats if seat.member == member]
    return [capital(member), *cells]


def _start(seat: ReleasedSeat) -> str:
    return seat.start.id if seat.start else ""


def _cell(seat: ReleasedSeat, then: ReleasedSeat | None) -> Cell:
    words = WORDS[seat.state]
    if seat.state == "reached" and seat.hand_offs is not None:
        n = seat.hand_offs
        words = "in the agency" if n == 0 else f"reached in {count(n, 'hand-off')}"
    if then is not None and then.state != seat.state:
        words += f"; with what is tried: {WORDS[then.state]}"
    mark = MARKS.get(seat.state)
    return {"text": words, "mark": mark} if mark else words
