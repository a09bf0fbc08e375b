"""Say in words which names of a coalition are open, and whom they may mean."""

from collections.abc import Iterator

import pandas as pd

from collabnet.data.crosswalk.command import as_argument, as_path
from collabnet.data.crosswalk.evidence import SUGGESTED
from collabnet.data.crosswalk.review import Review
from collabnet.data.issues import counted, shown
from collabnet.model.records import records

Line = tuple[int, str]
"""How deep a line stands, 0 to 2, and its text; of depth 3 is a command, which stays one line."""
SECOND_LOOK = (
    "Settle the agencies first, then look again: people are compared within their agency, so more "
    "of them may turn out to be the same."
)


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
    opened = list(records(review.open, "kind", "written", "at_agency"))
    with_one = sum(is_likely(_candidates(review, *one)) for one in opened)
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
    if needs_second_look(review):
        yield 0, SECOND_LOOK
        yield 0, ""
    pair = _example(review)
    yield 0, "Say what is the same and what is not; nothing but crosswalk.csv is written:"
    for decision in ("same", "different"):
        yield 3, f"collabnet names {as_path(path)} --{decision} {pair}"


def is_likely(candidates: pd.DataFrame) -> bool:
    """Tell whether any candidate is likely the same."""
    return bool((candidates["score"] >= SUGGESTED).any())


def needs_second_look(review: Review) -> bool:
    """Tell whether agencies are open on which it depends whom people's names may mean."""
    likely = review.candidates[review.candidates["score"] >= SUGGESTED]
    has_agencies = bool((likely["kind"] == "agency").any())
    return has_agencies and any(one.kinds == ("person",) for one in review.names.left)


def _candidates(review: Review, kind: str, written: str, agency: str) -> pd.DataFrame:
    found = review.candidates
    kinds = found["kind"].isin(kind.split(" or "))
    return found[kinds & (found["written"] == written) & (found["at_agency"] == agency)]


def _open(review: Review) -> Iterator[Line]:
    for kind, written, agency, rows, used in records(review.open, *review.open.columns):
        yield 1, f"{_called(kind, written, agency)} ({counted(rows, 'row')}, {shown(used)})"
        mine = _candidates(review, kind, written, agency)
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
        return as_argument(f"{written}={to}")
    return "WRITTEN=ID"
