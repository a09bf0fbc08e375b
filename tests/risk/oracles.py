"""Slow true answers: fill the blanks by the letter of the rule, then try every set of people."""

from collections import Counter
from itertools import combinations

PERSON, FIXED = "person", "fixed"


def busiest(ends):
    """Give the person named most often, the first by id of equals; None if none is named."""
    people = Counter(end.id for end in ends if end.kind == "person")
    return min(people, key=lambda one: (-people[one], one), default=None)


def filled(rows, reading):
    """Give (from agency, sender, to agency, receiver), each end (id, whether it can leave)."""
    made = []
    for row in rows:
        pathway = [r for r in rows if r.from_agency == row.from_agency]
        pathway = [r for r in pathway if r.to_agency == row.to_agency]
        ends = []
        for end, all_ends, agency in (
            (row.sender, [r.sender for r in pathway], f"from {row.from_agency}"),
            (row.receiver, [r.receiver for r in pathway], f"to {row.to_agency}"),
        ):
            if end.kind != "unknown":
                ends.append((end.id, PERSON if end.kind == "person" else FIXED))
            elif reading == "best":
                ends.append((f"nobody {agency}", FIXED))
            elif reading == "worst":
                name = busiest(all_ends) or f"one {agency} {row.from_agency}>{row.to_agency}"
                ends.append((name, PERSON))
        if len(ends) == 2:
            made.append((row.from_agency, ends[0], row.to_agency, ends[1]))
    return made


def direct_cuts(rows, reading):
    """Give all smallest sets of people that touch every row; None if none does."""
    pairs = {(sender, receiver) for _, sender, _, receiver in filled(rows, reading)}
    ends = sorted({end for pair in pairs for end in pair})
    bit = {end: 1 << i for i, end in enumerate(ends)}
    free = [bit[end] for end in ends if end[1] == PERSON]
    kept = sum(free)
    masks = [(bit[s] | bit[r]) & kept for s, r in pairs]
    if not masks or not all(masks):
        return None
    sets = _smallest(free, lambda gone: all(mask & gone for mask in masks))
    return _named(sets, ends, {s for s, _ in pairs}, {r for _, r in pairs})


class Ways:
    """All ways over some rows, indirect ones included."""

    def __init__(self, rows, reading, *, within_agency=False):
        self.given, self.rows = rows, filled(rows, reading)
        self.ends = sorted({end for _, s, _, r in self.rows for end in (s, r)})
        self.bit = {end: 1 << i for i, end in enumerate(self.ends)}
        self.after = [0] * len(self.ends)
        for _, s, _, r in self.rows:
            self.after[self.ends.index(s)] |= self.bit[r]
        if within_agency:
            for _, _, agency, receiver in self.rows:
                for other, sender, _, _ in self.rows:
                    if other == agency:
                        self.after[self.ends.index(receiver)] |= self.bit[sender]

    def reached(self, start, gone=0):
        seen = todo = start & ~gone
        while todo:
            low = todo & -todo
            fresh = self.after[low.bit_length() - 1] & ~gone & ~seen
            seen |= fresh
            todo = (todo ^ low) | fresh
        return seen

    def cuts(self, from_agency, to_agency):
        """Give all smallest sets without which no way is left; None if none does, or no way is."""
        senders = {s for a, s, _, _ in self.rows if a == from_agency}
        receivers = {r for _, _, b, r in self.rows if b == to_agency}
        start = sum(self.bit[end] for end in senders)
        goal = sum(self.bit[end] for end in receivers)
        free = [self.bit[end] for end in self.ends if end[1] == PERSON]
        if not self.reached(start) & goal or self.reached(start, sum(free)) & goal:
            return None
        sets = _smallest(free, lambda gone: not self.reached(start, gone) & goal)
        return _named(sets, self.ends, senders, receivers)

    def unavoidable(self, from_agencies, to_agency=None, service=None):
        """Give everybody without whom no way is left; nobody if there is none."""
        start = sum({self.bit[s] for a, s, _, _ in self.rows if a in from_agencies})
        named = [r for r in self.given if "unknown" not in (r.sender.kind, r.receiver.kind)]
        last = zip(self.rows, named, strict=True) if service else ((row, None) for row in self.rows)
        goal = sum(
            {
                self.bit[r]
                for (_, _, b, r), given in last
                if to_agency in (None, b) and (given is None or given.service == service)
            }
        )
        if not self.reached(start) & goal:
            return set()
        people = [end for end in self.ends if end[1] == PERSON]
        return {end[0] for end in people if not self.reached(start, self.bit[end]) & goal}

    def most_disjoint(self, from_agency, to_agency):
        """Give the most ways of which no two share a person; None if one is without people.

        Every way is followed, then every choice of ways is tried.
        """
        start = {s for a, s, _, _ in self.rows if a == from_agency}
        goal = {r for _, _, b, r in self.rows if b == to_agency}
        free = sum(self.bit[end] for end in self.ends if end[1] == PERSON)
        found = set()

        def follow(i, met):
            met |= 1 << i
            if any(way & met == way for way in found):
                return  # a way with fewer people is known
            if self.ends[i] in goal:
                found.difference_update([way for way in found if way & met & free == met & free])
                found.add(met & free)
                return
            for j in range(len(self.ends)):
                if self.after[i] >> j & 1 and not met >> j & 1:
                    follow(j, met)

        for end in sorted(start):
            follow(self.ends.index(end), 0)
        return None if 0 in found else _most_apart(sorted(found), 0)

    def joins(self, from_agency, to_agency):
        start = sum({self.bit[s] for a, s, _, _ in self.rows if a == from_agency})
        goal = sum({self.bit[r] for _, _, b, r in self.rows if b == to_agency})
        return bool(self.reached(start) & goal)


def _most_apart(ways, taken):
    """Give the most sets of bits that share none with each other and with those taken."""
    most = 0
    for place, way in enumerate(ways):
        if not way & taken:
            most = max(most, 1 + _most_apart(ways[place + 1 :], taken | way))
    return most


class Steps:
    """The steps between agencies, and who is reached while some of them are closed."""

    def __init__(self, rows):
        self.steps = {(r.from_agency, r.to_agency) for r in rows}
        self.names = sorted({name for step in self.steps for name in step})

    def reached(self, starts, closed=()):
        seen = set(starts) - set(closed)
        todo = sorted(seen)
        while todo:
            here = todo.pop()
            fresh = {b for a, b in self.steps if a == here} - seen - set(closed)
            seen |= fresh
            todo += fresh
        return seen

    def cuts(self, a, b):
        """Give all smallest sets of other agencies that part two; None if none does."""
        others = [name for name in self.names if name not in (a, b)]
        for size in range(len(others) + 1):
            tried = combinations(others, size)
            if found := [some for some in tried if b not in self.reached([a], some)]:
                return found
        return None

    def most_disjoint(self, a, b):
        """Give the most ways that share no agency between; the direct one is one of them."""
        found = set()

        def follow(here, met):
            for _, other in sorted(step for step in self.steps if step[0] == here):
                if other == b:
                    found.add(met)
                elif other != a and not met & self._bit(other):
                    follow(other, met | self._bit(other))

        follow(a, 0)
        return (0 in found) + _most_apart(sorted(found - {0}), 0)

    def _bit(self, name):
        return 1 << self.names.index(name)


def unavoidable_agencies(rows, from_agencies, *, to=None, service=None):
    """Give the agencies without which no way is left; none if there is none."""
    steps = Steps(rows)
    goal = {r.to_agency for r in rows if to in (None, r.to_agency)}
    if service:
        goal = {r.to_agency for r in rows if r.service == service}
    starts = set(from_agencies) & set(steps.names)
    if not steps.reached(starts) & goal:
        return set()
    return {name for name in steps.names if not steps.reached(starts, [name]) & goal}


def _smallest(free, works):
    for size in range(1, len(free) + 1):
        found = [sum(some) for some in combinations(free, size) if works(sum(some))]
        if found:
            return found
    raise AssertionError("taking everybody away works where anything does")


def _named(sets, ends, senders, receivers):
    made = []
    for gone in sets:
        some = [end for i, end in enumerate(ends) if gone >> i & 1]
        sides = {_side(end in senders, end in receivers) for end in some}
        names = tuple(sorted(name for name, _ in some))
        made.append((names, sides.pop() if len(sides) == 1 else "mixed"))
    return sorted(made)


def _side(sends, receives):
    if sends and receives:
        return "mixed"
    return "sending" if sends else "receiving" if receives else "between"
