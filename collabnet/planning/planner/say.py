"""A change as something to do, and why: what a departure would cost before and after it.

Agencies by name, people by role, and what a link would lose: never who is worth more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from collabnet.planning.changes import Backs, Formalizes, Invites, Repairs, Retains, Ties
from collabnet.planning.planner.candidates import Candidate
from collabnet.planning.planner.lines import Line, Loads
from collabnet.planning.planner.objective import line_loss, side_gone
from collabnet.planning.planner.problem import Chosen, Problem
from collabnet.planning.planner.say_paper import paper_action, paper_reason
from collabnet.planning.planner.spots import Spot
from collabnet.risk.wording import Speaker, capital, count, listed, share, span

ORDINALS = (
    "a first", "a second", "a third", "a fourth", "a fifth", "a sixth", "a seventh", "an eighth",
    "a ninth", "a tenth",
)  # fmt: skip
ROLES = ("sends", "receives")
DOES = (("carrier", "make some of"), ("receiver", "receive"))


@dataclass(frozen=True)
class Voice:
    """How a plan speaks: names of agencies, the time that figures are for, weeks to fill a post."""

    speaker: Speaker
    when: str
    weeks: float


class Sayer:
    """Says a change beside those before it in the plan."""

    def __init__(self, problem: Problem, voice: Voice) -> None:
        self.problem, self.voice = problem, voice
        self._agency = voice.speaker.agency

    def action(self, place: int) -> str:
        """What to do, as one would put it to a meeting."""
        one, name = self.problem.candidates[place], self._agency
        change = one.change
        if isinstance(change, Formalizes):
            pair = change.from_agency, change.to_agency
            line = next(one for one in self.problem.ground.lines if one.pair == pair)
            return paper_action(line, *map(name, pair))
        if isinstance(change, Backs):
            return self._share(place, change)
        if isinstance(change, Repairs):
            return (
                f"Bring {name(change.a)} and {name(change.b)} together on what each needs, and "
                "hear both sides."
            )
        if isinstance(change, Invites):
            return f"Let {name(change.a)} invite {name(change.b)} to the meetings on its cases."
        if isinstance(change, Ties):
            return self._introduce(one)
        assert isinstance(change, Retains)  # noqa: S101 - the last kind there is
        return (
            f"Keep every {change.role} longer: at most half as many departures as now "
            f"({change.rate:.2g} a year of each)."
        )

    def reason(self, place: int, before: Chosen = ()) -> str:
        """Why: the part that the change helps most in full, the others in short."""
        problem = self.problem
        after = tuple(sorted((*before, place)))
        brought = {
            part: problem.part_loss(part, before) - problem.part_loss(part, after)
            for part in problem.touched[place]
        }
        n_lines = len(problem.ground.lines)
        # A link is told before contacts: it is what the step is named after.
        best = sorted(
            (part for part in brought if brought[part] > 0),
            key=lambda part: (part >= n_lines, -brought[part], part),
        )
        if not best:
            return "It helps only together with another step of this plan."
        said, others = [], best[1:]
        if best[0] < n_lines:
            said.append(self._line(place, best[0], before, after))
        else:
            said.append(self._spot(place, best[0], before, after))
        if lines := [part for part in others if part < n_lines]:
            links = listed([self._way(problem.ground.lines[part]) for part in lines[:3]])
            more = f" and {count(len(lines) - 3, 'other link')}" if len(lines) > 3 else ""
            said.append(f"It also helps the links {links}{more}." if len(lines) > 1
                        else f"It also helps the link {links}.")  # fmt: skip
        if spots := [part for part in others if part >= n_lines]:
            pairs = [problem.ground.spots[part - n_lines].pair for part in spots]
            said.append(f"It also gives a second contact {self._pairs(pairs)}.")
        return " ".join(said)

    def subject(self, place: int) -> object:
        """What a change is about: alike for those that share the work on one side of a link."""
        change = self.problem.candidates[place].change
        if not isinstance(change, Backs):
            return change
        best = self._best_line(place)
        if best is None:
            return change.person
        return best, change.person in self.problem.ground.lines[best].people[0]

    def _best_line(self, place: int) -> int | None:
        """The pathway that a change alone helps most; None where it helps none."""
        problem = self.problem
        gain = {
            part: problem.part_loss(part, ()) - problem.part_loss(part, (place,))
            for part in problem.touched[place]
            if part < len(problem.ground.lines)
        }
        best = max(gain, key=lambda part: (gain[part], -part), default=None)
        return best if best is not None and gain[best] > 0 else None

    def _busiest_line(self, place: int, change: Backs) -> int:
        """The pathway with most rows of somebody whose work shared alone helps none."""
        lines = self.problem.ground.lines
        return max(
            self.problem.touched[place],
            key=lambda part: (
                max(side.people.get(change.person, 0) for side in lines[part].sides), -part
            ),
        )  # fmt: skip

    def _share(self, place: int, change: Backs) -> str:
        problem, lines = self.problem, self.problem.ground.lines
        who = "somebody new" if change.by is None else "a colleague"
        best = self._best_line(place)
        spots = [part for part in problem.touched[place] if part >= len(lines)]
        if best is None and not spots:
            best = self._busiest_line(place, change)
        if best is None:
            others = [self._far(part, change.person) for part in spots]
            return f"Let {who} at {self._home(change)} share the contact with {listed(others)}."
        line = lines[best]
        side = 0 if change.person in line.people[0] else 1
        home, other = self._agency(line.pair[side]), self._agency(line.pair[1 - side])
        if side == 1:
            if line.passes:
                return f"Name a stand-in at {home} who also receives from {other} ({who})."
            return f"Name a second person at {home} to receive from {other} ({who})."
        noun = self.voice.speaker.noun([change.person])
        return (
            f"Let {who} at {home} make some of the {line.things} to {other} that "
            f"{'the busiest' if line.sides[0].busiest == change.person else 'one'} {noun} makes "
            "now."
        )

    def _home(self, change: Backs) -> str:
        return self._agency(self.problem.home(change.person))

    def _far(self, part: int, person: str) -> str:
        """The other agency of a contact that rests on somebody."""
        spot = self.problem.ground.spots[part - len(self.problem.ground.lines)]
        home = self.problem.home(person)
        return self._agency(spot.pair[1] if spot.pair[0] == home else spot.pair[0])

    def _introduce(self, one: Candidate) -> str:
        ends = [self._meets(one, side) for side in (0, 1)]
        if {end.kind for end in one.ends} == {"position"}:
            return f"Name whom to call, a post at {ends[0]} and one at {ends[1]}."
        first, second = ends if one.ends[0].kind == "person" else ends[::-1]
        return f"Introduce {first} to {second}."

    def _meets(self, one: Candidate, side: int) -> str:
        """Who meets: a person by role, told from whom it rests on now; else the agency."""
        end, agency = one.ends[side], one.pair[side]
        name, speaker = self._agency(agency), self.voice.speaker
        if end.kind == "position":
            return name
        said = speaker.end(end.id)
        if said.removeprefix("the ") in name.lower():
            return name
        spot = next(spot for spot in self.problem.ground.spots if spot.pair == one.pair)
        sole = dict(spot.contacts.single).get(agency)
        if sole and sole != end.id and speaker.noun([sole, end.id]) != "person":
            said = f"another {speaker.noun([end.id])}"
        return f"{said.removesuffix(f' at {name}')} at {name}"

    def _way(self, line: Line) -> str:
        return f"from {self._agency(line.pair[0])} to {self._agency(line.pair[1])}"

    def _pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return listed([f"between {listed([self._agency(one) for one in pair])}" for pair in pairs])

    def _line(self, place: int, part: int, before: Chosen, after: Chosen) -> str:
        problem, change = self.problem, self.problem.candidates[place].change
        old, new = problem.line(part, before)[0], problem.line(part, after)[0]
        if problem.measure.has_rates:
            return self._expected(place, part, before, after)
        sides = old.sides
        if isinstance(change, Formalizes):
            side = int(sides[1].most >= sides[0].most)
            n = sides[side].most * old.a_year
            return paper_reason(
                old,
                self._leaver(old, side),
                self._many(n, old),
                self._number(n * problem.measure.waiting),
                self.voice.weeks,
            )
        side = max((0, 1), key=lambda s: sides[s].most - new.sides[s].most)
        n, m = (loads.most * old.a_year for loads in (sides[side], new.sides[side]))
        ends = "wait until the post is filled" if old.passes else "be lost for good"
        return (
            f"If {self._leaver(old, side)} left, {self._many(n, old)} would {ends}; with "
            f"{self._added(sides[side], new.sides[side], side)} {self._number(m)}."
        )

    def _expected(self, place: int, part: int, before: Chosen, after: Chosen) -> str:
        """The expected loss before and after, from full takeover to none."""
        problem = self.problem
        line = problem.ground.lines[part]
        spans, gone = [], []
        for chosen in (before, after):
            made, people = problem.line(part, chosen)
            gone.append(share(side_gone(made, people)))
            ends = [
                line_loss(made, problem.measure.with_takeover(taken), people) for taken in (1, 0)
            ]
            spans.append(self._between(ends[0], ends[1]))
        with_it = {Backs: "with one more person", Formalizes: "with the agreement"}.get(
            type(problem.candidates[place].change), "then"
        )
        return (
            f"At these rates {spans[0]} {line.things}{self.voice.when} {self._way(line)} would "
            f"be lost, from full takeover by colleagues to none; {with_it} {spans[1]}."
            + (
                f" The chance that everybody on one side leaves goes from {gone[0]} to {gone[1]}."
                if gone[0] != gone[1]
                else ""
            )
        )

    def _leaver(self, line: Line, side: int) -> str:
        loads = line.sides[side]
        if not loads.people:
            return "whoever stands there, if it is one person,"
        noun = self.voice.speaker.noun([loads.busiest])
        if len(loads.people) == 1 and not loads.has_staying:
            return f"the one {noun} who {ROLES[side]} them"
        return f"the busiest {noun}" + (" who receives them" if side else "")

    def _added(self, old: Loads, new: Loads, side: int) -> str:
        n = len(new.people)
        if n == len(old.people):
            return f"another {DOES[side][0]} taking over half of them"
        return f"{ORDINALS[n - 1] if n <= len(ORDINALS) else 'one more'} {DOES[side][0]}"

    def _many(self, n: float, line: Line) -> str:
        return f"{self._number(n)} {line.things}{self.voice.when} {self._way(line)}"

    def _number(self, n: float) -> str:
        return f"{n:,.0f}" if n >= 1 else f"{n:.1f}"

    def _between(self, low: float, high: float) -> str:
        if round(high, 1) >= 10:
            return span(low, high)
        ends = [f"{end:.1f}" for end in (low, high)]
        return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"

    def _spot(self, place: int, part: int, before: Chosen, after: Chosen) -> str:
        problem, change = self.problem, self.problem.candidates[place].change
        old, new = problem.spot(part, before), problem.spot(part, after)
        names = listed([self._agency(one) for one in old.pair])
        said = []
        if old.contacts.strained and not new.contacts.strained:
            n = len(old.contacts.strained)
            verb = "is" if n == 1 else "are"
            said.append(f"{capital(count(n, 'tie'))} between {names} {verb} described as strained.")
        gaps = len(old.contacts.absent) - len(new.contacts.absent)
        if gaps > 0:
            what = "invitation" if isinstance(change, Invites) else "contact"
            said.append(f"{capital(count(gaps, what))} between {names} "
                        f"{'is' if gaps == 1 else 'are'} reported missing.")  # fmt: skip
        if not old.contacts.usable:
            said.append(f"No working tie between {'the two' if said else names} is on record.")
        elif old.rests_on_one and not new.rests_on_one:
            said.append(self._single(old, names))
        return " ".join(said)

    def _single(self, spot: Spot, names: str) -> str:
        holders = [
            f"one {self.voice.speaker.noun([who]) if who else 'person'} at {self._agency(agency)}"
            for agency, who in spot.contacts.single
        ]
        if len(holders) == 1:
            return (
                f"{capital(holders[0])} holds all contact between {names}. If that person left, "
                "there would be none; a second one would keep it."
            )
        return (
            f"{capital(listed(holders))} hold all contact between {names}. If either left, there "
            "would be none; a second one on each side would keep it."
        )
