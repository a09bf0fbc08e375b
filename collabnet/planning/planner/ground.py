"""What a plan stands on: the counted pathways and the weak contacts of a coalition."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.planning.planner.lines import Line
from collabnet.planning.planner.objective import Measure, People, line_loss, people_of
from collabnet.planning.planner.spots import Spot
from collabnet.risk.assessment import Assessment
from collabnet.risk.facts import NAMED_TOO_FEW
from collabnet.risk.nouns import plural
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import EndKind
from collabnet.risk.say_departure import noun_of

Pair = tuple[str, str]
Ends = tuple[tuple[tuple[str, EndKind], ...], tuple[tuple[str, EndKind], ...], tuple[bool, ...]]
LATEST = (1, 0)
"""Where a row without a day stands: after the others."""


@dataclass(frozen=True)
class Ground:
    """The parts of the objective: lines (pathways) and spots (contacts), in id order."""

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    people: People

    def total(self, measure: Measure) -> float:
        """Referrals a year lost, weak contacts included, by the measure."""
        lost = sum(line_loss(line, measure, self.people) for line in self.lines)
        return lost + measure.contact_worth * sum(spot.units for spot in self.spots)


def ground_of(assessment: Assessment) -> Ground:
    """Gather what the objective counts.

    Pathways for all services together that the log shows and that are not thin, or are vital;
    pairs of agencies of the coalition with anything direct between them.
    """
    coalition = assessment.coalition
    counted = {
        one.pair: one
        for one in assessment.all_pathways
        if one.service is None and one.is_log and (one.is_vital or not one.is_thin)
    }
    ends = _ends(coalition, counted)
    lines = tuple(_line(counted[pair], ends[pair]) for pair in sorted(counted))
    told = {tuple(sorted(pair)) for pair in counted}
    spots = tuple(
        Spot(one.pair, one.links, one.pair in told)
        for one in assessment.all_contacts
        if not one.is_inside and coalition.outside.isdisjoint(one.pair)
    )
    gone = frozenset[str]().union(*(one.gone for one in counted.values()))
    return Ground(lines, spots, people_of(coalition, gone))


def _line(pathway: Pathway, ends: Ends) -> Line:
    rows = pathway.rows
    return Line(
        pathway.pair,
        *ends,
        passes=all(row.basis.passes == "yes" for row in rows),
        a_year=pathway.a_year(1),
        n_unknown=sum(row.basis.passes == "unknown" for row in rows),
        is_known=pathway.named_share >= NAMED_TOO_FEW,
        things=plural(noun_of(pathway)),
        is_agreed=all(row.basis.agreements for row in rows),
    )


def _ends(coalition: Coalition, counted: Mapping[Pair, Pathway]) -> Mapping[Pair, Ends]:
    """The two ends of each row and whether it counts, in the order in which work is shared."""
    period = coalition.period
    grouped = defaultdict(list)
    columns = ("row", "on", "from_agency", "from_person", "from_kind", "to_agency", "to_person",
               "to_kind")  # fmt: skip
    for row, on, a, sender, sender_kind, b, receiver, receiver_kind in records(
        coalition.log(), *columns
    ):
        if (a, b) in counted:
            place = LATEST if on is None else (0, on.toordinal())
            is_in = on is None or period is None or period.start <= on.date() <= period.end
            ends = (sender, sender_kind), (receiver, receiver_kind)
            grouped[a, b].append((place, row, ends, is_in))
    found = {}
    for pair, rows in grouped.items():
        rows.sort(key=lambda one: one[:2])
        senders, receivers = zip(*(ends for _, _, ends, _ in rows), strict=True)
        found[pair] = senders, receivers, tuple(is_in for *_, is_in in rows)
    return found


def measure_of(
    ground: Ground, coalition: Coalition, takeover: float | None, contact_worth: float
) -> Measure:
    """How losses are counted: by rates where everybody on the counted pathways has one."""
    assumed, chance = coalition.settings.assumptions, ground.people.chance
    on_lines = {who for line in ground.lines for side in line.people for who in side}
    unnamed = {
        agency
        for line in ground.lines
        for agency, side in zip(line.pair, line.sides, strict=True)
        if side.blanks and not side.people
    }
    has_rates = bool(chance) and on_lines <= set(chance) and unnamed <= set(ground.people.unseen)
    share = sum(assumed.takeover) / 2 if takeover is None else takeover
    return Measure(has_rates, share, assumed.weeks_to_fill / 52, contact_worth)
