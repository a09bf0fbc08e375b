"""What came of a what-if in one sentence: for the title, and to be read out."""

from collabnet.sharing import ReleasedWhatIf

WAITING = (
    "Where an agreement names the post, they are expected to pass on once the post is filled; how "
    "well isn't known."
)


def title(tried: ReleasedWhatIf) -> str:
    """Say first what matters most: what has no way any more, then what is on paper or at risk.

    The headline alone could mislead: with a link gone, less is left to lose.
    """
    passing, paper, at_risk = tried.referrals
    whole, left = passing.before[0], passing.after[0]
    if left < whole:
        return f"{whole - left} of {whole} referrals would have no way to pass"
    if paper.after != paper.before:
        covered = f"{paper.after[0]} of {left} referrals would be covered by an agreement"
        return f"{covered}, now {paper.before[0]}"
    if at_risk.after != at_risk.before:
        lost = f"{_span(at_risk.after)} of {left} referrals would be lost if one more person left"
        return f"{lost}, now {_span(at_risk.before)}"
    return _beside(tried)


def _beside(tried: ReleasedWhatIf) -> str:
    """Say what is different where no count of referrals is."""
    if len(tried.contacts):
        n = len(tried.contacts)
        pairs = "two agencies" if n == 1 else f"{n} pairs of agencies"
        return f"The contact between {pairs} would change; all referrals would still pass"
    if len(tried.chances):
        return "The chance of losing a link would change; all referrals would still pass"
    if tried.gained or tried.changed or tried.resolved:
        return "Some findings would change; all referrals would still pass"
    return "Nothing that is counted here would change"


def _span(ends: tuple[int, int]) -> str:
    low, high = ends
    return str(low) if low == high else f"{low} to {high}"


def is_waiting(tried: ReleasedWhatIf) -> bool:
    """Whether some of what stops is expected to pass on later."""
    return bool(tried.highlight["interrupted"])


def spoken(tried: ReleasedWhatIf) -> str:
    """Say in a few sentences what was tried and what it does, to be read out."""
    counts = [
        (len(tried.gained), "new"),
        (len(tried.changed), "not the same as before"),
        (len(tried.resolved), "no longer found"),
    ]
    findings = ", ".join(f"{n} {words}" for n, words in counts if n) or "as they were"
    return " ".join(
        [
            f"Tried: {' '.join(tried.changes)}",
            f"{title(tried)}.",
            *([WAITING] if is_waiting(tried) else []),
            *(f"{words}: {value}." for words, value in tried.headline_after),
            f"Findings: {findings}.",
        ]
    )
