"""Names that may mean the same: which is asked about now, in words, and what was decided."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.evidence import SUGGESTED
from collabnet.data.crosswalk.review import Review
from collabnet.model.errors import CollabnetError
from collabnet.risk.wording import capital, count

from ... import ids
from ...desk import Look

Place = tuple[str, str]
"""A spelling, and the agency of the rows in which it stands."""
MOST_DECIDED = 30


@dataclass(frozen=True)
class Asked:
    """One open spelling, and whom it may mean.

    Attributes
    ----------
    kind : "agency" or "person", or both joined by "or"
    id, name, evidence : of the likeliest; "" where nobody is like it
    is_likely : whether it is proposed
    """

    kind: str
    written: str
    at_agency: str
    rows: int
    used_in: str
    id: str = ""
    name: str = ""
    evidence: str = ""
    is_likely: bool = False

    @property
    def place(self) -> Place:
        """What it is about."""
        return self.written, self.at_agency

    def to_plain(self) -> dict[str, str]:
        """Write it for the page."""
        kind = self.kind if self.kind in ("agency", "person") else ""
        return {
            "kind": kind,
            "written": self.written,
            "at": self.at_agency,
            "means": self.id,
            "name": self.name,
        }


def open_names(review: Review) -> list[Asked]:
    """Give the open names: those with a likely meaning first, as they are proposed."""
    best: dict[Place, dict[Hashable, Any]] = {}
    for found in review.candidates.to_dict("records"):
        best.setdefault((str(found["written"]), str(found["at_agency"])), found)
    asked = []
    for one in review.open.to_dict("records"):
        place = str(one["written"]), str(one["at_agency"])
        if _is_nobody(review, str(one["kind"]), place):
            continue
        like = best.get(place, {})
        asked.append(
            Asked(
                str(like.get("kind", one["kind"])),
                *place,
                int(one["rows"]),
                str(one["used_in"]),
                id=str(like.get("id", "")),
                name=str(like.get("name", "")),
                evidence=str(like.get("evidence", "")),
                is_likely=float(like.get("score", 0)) >= SUGGESTED,
            )
        )
    return sorted(asked, key=lambda one: (not one.is_likely, not one.id))


def _is_nobody(review: Review, kinds: str, place: Place) -> bool:
    """Whether it was decided that a name is none of the lists'."""
    walk = review.names.crosswalk
    return any("" in walk.apart(kind, *place) for kind in kinds.split(" or "))


def next_name(asked: list[Asked], later: Collection[Place]) -> Asked | None:
    """Give the name to ask about now; those put off come last."""
    return min(asked, key=lambda one: one.place in later, default=None)


def title(asked: list[Asked]) -> str:
    """State what was found.

    Examples
    --------
    >>> title([]), title([Asked("agency", "JC", "", 2, "", is_likely=True)])
    ('Every name is settled', 'One name may mean the same as another')
    """
    likely = sum(one.is_likely for one in asked)
    if likely:
        return capital(f"{count(likely, 'name')} may mean the same as another")
    if asked:
        return capital(
            f"{count(len(asked), 'name')} {'is' if len(asked) == 1 else 'are'} in no list"
        )
    return "Every name is settled"


def card(one: Asked, agencies: Mapping[str, str], look: Look) -> list[Component]:
    """Ask about one name, with what speaks for it and against."""
    what = "agency" if one.kind == "agency" else "person"
    if one.id:
        question = f"“{one.written}” and “{one.name}”: the same {what}?"
    else:
        question = f"“{one.written}”: which {what} is this?"
    reasons = [part.strip() for part in one.evidence.split(";") if part.strip()]
    against = [part.removeprefix("but ") for part in reasons if part.startswith("but ")]
    speaks = [part for part in reasons if not part.startswith("but ")]
    at = agencies.get(one.at_agency, one.at_agency)
    facts = [
        ("Stands in", f"{count(one.rows, 'row')} ({one.used_in})"),
        ("In rows of", at),
        ("In your lists", f"{one.name} (id {one.id})" if one.id else "nothing like it"),
        ("Speaks for it", "; ".join(speaks)),
        ("Speaks against it", "; ".join(against)),
    ]
    if one.id and not one.is_likely:
        facts.append(("How likely", "perhaps: look twice"))
    listed = [part for name, said in facts if said for part in (html.Dt(name), html.Dd(said))]
    made: list[Component] = [html.H3(question), html.Dl(listed, className="cn-pairs")]
    if not one.id:
        table = "agencies" if one.kind == "agency" else "people"
        href = look.link("data", part="corrections", table=table, row=f"{table}.new")
        words = f"If it is missing in your list: add the {what} under Corrections"
        made.append(html.P(html.A(words, href=href)))
    return made


def decided(review: Review) -> list[Component]:
    """List what was decided and holds, the last first, each with a button to take it back."""
    held = held_decisions(review)
    names = {entry.id: entry.name for entry in review.names.entries}
    return [
        html.Li(
            [
                html.Span(_decided_words(line, names)),
                html.Button(
                    ["Undo", html.Span(f" {line.written}", className="cn-sr-only")],
                    id=ids.edit_field("names-undo", str(place)),
                    type="button",
                    className="cn-button",
                ),
            ]
        )
        for place, line in list(enumerate(held))[::-1][:MOST_DECIDED]
    ]


def held_decisions(review: Review) -> list[Decision]:
    """Give the decisions that hold, in the order in which they were made."""
    walk = review.names.crosswalk
    return [line for line in walk.lines if any(line is one for one in walk.held(line.key))]


def _decided_words(line: Decision, names: Mapping[str, str]) -> str:
    where = f" at {names.get(line.at_agency, line.at_agency)}" if line.at_agency else ""
    meant = names.get(line.means, line.means)
    if line.decision == "same":
        said = f"is the same as “{meant}”"
    else:
        said = f"is not “{meant}”" if meant else "is nobody in your lists"
    day = f" ({line.decided_on})" if line.decided_on else ""
    return f"“{line.written}”{where} {said}{day}"


def decision(now: Mapping[str, str], answer: str, other: str | None = None) -> Decision:
    """Give the line that an answer comes to: same, different, or other (chosen in the list).

    Raises
    ------
    CollabnetError
        If nobody was chosen.
    """
    written, at = now["written"], now["at"]
    if answer == "other":
        if not other:
            raise CollabnetError("Choose first whom this name means.")
        return Decision("", written, other, "same", at)
    return Decision(now["kind"], written, now["means"], answer, at)
