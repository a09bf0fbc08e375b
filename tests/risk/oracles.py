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
        self.rows = filled(rows, reading)
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

    def unavoidable(self, from_agencies, to_agency):
        """Give everybody without whom no way is left; nobody if there is none."""
        start = sum({self.bit[s] for a, s, _, _ in self.rows if a in from_agencies})
        goal = sum({self.bit[r] for _, _, b, r in self.rows if b == to_agency})
        if not self.reached(start) & goal:
            return set()
        people = [end for end in self.ends if end[1] == PERSON]
        return {end[0] for end in people if not self.reached(start, self.bit[end]) & goal}

    def joins(self, from_agency, to_agency):
        start = sum({self.bit[s] for a, s, _, _ in self.rows if a == from_agency})
        goal = sum({self.bit[r] for _, _, b, r in self.rows if b == to_agency})
        return bool(self.reached(start) & goal)


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
