"""Say in words which names of a coalition are open, and whom they may mean."""

from collections.abc import Iterator

from collabnet.data.crosswalk.evidence import SUGGESTED
from collabnet.data.crosswalk.review import Review
from collabnet.data.issues import counted, shown
from collabnet.model.records import records

Line = tuple[int, str]
"""How deep a line stands, 0 to 2, and its text."""


def review_lines(review: Review, path: str) -> Iterator[Line]:
    """Give a review as lines: what is open with whom it may mean, then what was read as what.

    Examples
    --------
    >>> from collabnet.data.crosswalk.review import review_names
    >>> [text for _, text in review_lines(review_names("sample:g1"), "sample:g1")]
    ['G1: every name is an id; nothing is open.']
    """
    n, read = len(review.open), len(review.read)
    name = shown(review.name)
    if not n and not read:
        yield 0, f"{name}: every name is an id; nothing is open."
        return
    likely = review.candidates[review.candidates["score"] >= SUGGESTED]
    with_one = len(likely.drop_duplicates(["written", "at_agency"]))
    yield 0, f"{name}: {counted(n, 'name is', 'names are')} open, {with_one} with a likely meaning."
    if n:
        yield 0, ""
        yield 0, f"Open ({n})"
        yield from _open(review)
    if read:
        yield 0, ""
        yield 0, f"Read as ids ({read})"
        for kind, written, agency, rows, _, to, how in records(review.read, *review.read.columns):
            means = f"'{shown(to)}'" if to else "unknown"
            yield 1, f"{_called(kind, written, agency)} as {means}: {how} ({counted(rows, 'row')})"
    yield 0, ""
    example = _example(review)
    yield (
        0,
        f'Say what is the same: collabnet names {shown(path)} --same "{example}"; or not: '
        f'--different "{example}". Nothing but crosswalk.csv is written.',
    )


def _open(review: Review) -> Iterator[Line]:
    found = review.candidates
    for kind, written, agency, rows, used in records(review.open, *review.open.columns):
        yield 1, f"{_called(kind, written, agency)} ({counted(rows, 'row')}, {shown(used)})"
        mine = found[(found["written"] == written) & (found["at_agency"] == agency)]
        for to, name, score, evidence in records(mine, "id", "name", "score", "evidence"):
            word = "likely" if score >= SUGGESTED else "perhaps"
            own = f", {shown(name)}" if name != to else ""
            yield 2, f"{word} {shown(to)}{own}: {evidence} ({score:.2f})"
        if mine.empty:
            yield 2, "nobody in the rosters comes near"


def _called(kind: str, written: str, agency: str) -> str:
    return f"{kind} '{shown(written)}'" + (f" at {shown(agency)}" if agency else "")


def _example(review: Review) -> str:
    for written, to in records(review.candidates, "written", "id"):
        return f"{shown(written)}={shown(to)}"
    return "WRITTEN=ID"
