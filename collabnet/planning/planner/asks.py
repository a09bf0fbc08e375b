"""What to ask first: between which results an answer decides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from collabnet.data.questions import basis_question, who_question
from collabnet.planning.planner.amounts import amount_words
from collabnet.planning.planner.ground import Ground
from collabnet.planning.planner.lines import Line
from collabnet.planning.planner.objective import Measure, line_loss
from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import agencies_asked
from collabnet.risk.rows import EndKind
from collabnet.risk.wording import Speaker, listed


@dataclass(frozen=True)
class Ask:
    """A question, and the result at the best and at the worst answer.

    Attributes
    ----------
    kind : "carriers" (who stands at rows that name nobody), "basis" (is it on paper), or
        "contacts" (nobody of an agency was asked)
    subjects : the agencies it is about
    question : as it may be asked
    sentence : what hangs on it
    low, high : referrals a year at stake at the best and at the worst answer, everything else as is
    """

    kind: str
    subjects: tuple[str, ...]
    question: str
    sentence: str
    low: float
    high: float

    @property
    def spread(self) -> float:
        """How far the result moves between the answers, in referrals a year."""
        return self.high - self.low


def asks_of(
    assessment: Assessment, ground: Ground, measure: Measure, speaker: Speaker
) -> tuple[Ask, ...]:
    """Give the questions whose answers move the result, those that move it most first."""
    total = ground.total(measure)
    found = [
        *(ask for line in ground.lines for ask in _of_line(line, ground, measure, speaker, total)),
        *_of_contacts(assessment, ground, measure, speaker, total),
    ]
    worth = [one for one in found if one.spread > 0]
    return tuple(sorted(worth, key=lambda one: (-one.spread, one.kind, one.subjects)))


def _of_line(
    line: Line, ground: Ground, measure: Measure, speaker: Speaker, total: float
) -> Iterator[Ask]:
    loss = line_loss(line, measure, ground.people)
    words = f"from {speaker.agency(line.pair[0])} to {speaker.agency(line.pair[1])}"
    if line.n_unknown and not line.passes:
        best = line_loss(line.on_paper(), measure, ground.people)
        yield Ask(
            "basis",
            line.pair,
            f"{basis_question(words, line.n_unknown)} If written, does it name the post?",
            f"If it is on paper and names the post, {_at_stake(best, loss, line)}.",
            total - loss + best,
            total,
        )
    for place, (verb, end) in enumerate((("made", "sender"), ("received", "receiver"))):
        blanks = line.sides[place].blanks
        if blanks:
            best = _spread_over_others(line, place, ground, measure)
            yield Ask(
                "carriers",
                line.pair,
                who_question(verb, words, end, blanks),
                f"If each was another person's, {_at_stake(best, loss, line)}.",
                total - loss + best,
                total,
            )


def _spread_over_others(line: Line, place: int, ground: Ground, measure: Measure) -> float:
    """The loss if each row that names nobody is another person's, whom no other row names."""
    ends = list((line.senders, line.receivers)[place])
    chance = dict(ground.people.chance)
    unseen = ground.people.unseen.get(line.pair[place], 0.0)
    person: EndKind = "person"
    for number, (_, kind) in enumerate(ends):
        if kind == "unknown":
            ends[number] = f"\0{place}:{number}", person
            chance[ends[number][0]] = unseen
    sides = {"senders": tuple(ends)} if place == 0 else {"receivers": tuple(ends)}
    made = replace(line, senders=sides.get("senders", line.senders),
                   receivers=sides.get("receivers", line.receivers))  # fmt: skip
    return line_loss(made, measure, replace(ground.people, chance=chance))


def _of_contacts(
    assessment: Assessment, ground: Ground, measure: Measure, speaker: Speaker, total: float
) -> Iterator[Ask]:
    coalition = assessment.coalition
    reported = [link.reported_by for spot in ground.spots for link in spot.links]
    asked = set(agencies_asked(coalition, reported))
    for respondent in coalition.answers["respondent"].unique():
        asked |= set(coalition.agencies_of.get(respondent, ()))
    weak = [spot for spot in ground.spots if spot.units]
    for agency in sorted({agency for spot in weak for agency in spot.pair} - asked):
        own = [spot for spot in weak if agency in spot.pair]
        spread = measure.contact_worth * sum(spot.units for spot in own)
        others = [speaker.agency(one) for spot in own for one in spot.pair if one != agency]
        name = speaker.agency(agency)
        yield Ask(
            "contacts",
            (agency,),
            f"With whom at {listed(others)} do people at {name} work, and how well?",
            f"Nobody at {name} was asked. What is said of "
            f"{'this contact' if len(own) == 1 else f'these {len(own)} contacts'} comes from the "
            "other side or from nobody.",
            total - spread,
            total,
        )


def _at_stake(best: float, worst: float, line: Line) -> str:
    low, high = amount_words(best), amount_words(worst)
    return f"{low} {line.things} a year are at stake there, at the worst answer {high}"
