"""What is said of putting a link on paper, or of paper that doesn't yet carry it."""

from collabnet.planning.planner.lines import Line


def paper_action(line: Line, sender: str, receiver: str) -> str:
    """What to do, as one would put it to a meeting.

    Examples
    --------
    >>> line = Line(("a", "b"), (), (), (), passes=False, a_year=1.0, is_agreed=True)
    >>> paper_action(line, "Court", "Home")
    'Let the agreement from Court to Home name the post, and see that it is in use.'
    """
    if line.is_agreed:
        return (
            f"Let the agreement from {sender} to {receiver} name the post, and see that it is in "
            "use."
        )
    return (
        f"Put the link from {sender} to {receiver} on paper, in an agreement that names the post."
    )


def paper_reason(line: Line, who: str, lost: str, waiting: str, weeks: float) -> str:
    """Why: what would be lost if somebody left, and what would only wait."""
    unknown = ""
    if line.n_unknown and line.is_agreed:
        unknown = ", if the agreement isn't in use or doesn't name the post"
    elif line.n_unknown:
        unknown = ", if it is not on paper already"
    then = "If it is in use and names the post" if line.is_agreed else "With the agreement"
    return (
        f"If {who} left, {lost} would be lost for good{unknown}. {then}{',' * line.is_agreed} "
        f"about {waiting} would wait, in the {weeks:g} weeks until the post is filled; the others "
        "are expected to pass on (how well isn't known)."
    )
