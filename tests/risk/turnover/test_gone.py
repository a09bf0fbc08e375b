"""The chance that a link is gone altogether: by formula, by every combination, by drawing."""

from itertools import combinations
from math import prod
from random import Random

import pytest

from collabnet.risk.turnover.gone import EXACT_TO, chance_gone
from risk.random_rows import draw_rows, end


def complete(s, r):
    """Every carrier has sent to every receiver."""
    return [(end(f"O{i}"), end(f"I{j}", "program"), False) for i in range(s) for j in range(r)]


def each(rows, p):
    """The same chance for everybody."""
    return {one.id: p for s, r, _ in rows for one in (s, r) if one.kind == "person"}


def gone(rows, p=0.2, **options):
    return chance_gone(rows, each(rows, p), **options)


def by_every_combination(pairs, p):
    people = sorted(p)
    expected = 0.0
    for size in range(len(people) + 1):
        for left in combinations(people, size):
            if all(s.id in left or r.id in left for s, r, _ in pairs):
                expected += prod(p[who] if who in left else 1 - p[who] for who in people)
    return expected


class TestChanceGone:
    @pytest.mark.parametrize(
        ("s", "r", "chance"),
        [(3, 1, 0.2064), (3, 2, 0.0477), (1, 1, 0.36), (2, 2, 0.0784), (4, 1, 0.2013)],
    )
    def test_complete_pathways(self, s, r, chance):
        """1 - (1 - p^s)(1 - p^r): one more receiver helps, one more carrier hardly."""
        found = gone(complete(s, r)).chance
        assert round(found, 4) == chance
        assert found == pytest.approx(1 - (1 - 0.2**s) * (1 - 0.2**r))

    def test_a_second_receiver_takes_it_from_20_6_to_4_8_a_fourth_carrier_to_20_1(self):
        shares = [100 * gone(complete(*sr)).chance for sr in ((3, 1), (3, 2), (4, 1))]
        assert [round(share, 1) for share in shares] == [20.6, 4.8, 20.1]

    def test_everybody_leaves_with_a_chance_of_their_own(self):
        """Carriers at 0.5 and 0.1, the receiver at 0.2: 1 - (1 - 0.05)(1 - 0.2)."""
        found = chance_gone(complete(2, 1), {"O0": 0.5, "O1": 0.1, "I0": 0.2})
        assert found.chance == pytest.approx(0.24)
        assert (found.sending, found.receiving) == (pytest.approx(0.05), 0.2)

    def test_positions_and_groups_do_not_leave(self):
        kept = [(end("O1"), end("program", "program"), False)]
        assert gone(kept).chance == pytest.approx(0.2)
        stays = [(end("court"), end("team+"), False), *complete(1, 1)]
        found = gone(stays)
        assert (found.chance, found.sending, found.receiving) == (0, 0, 0)

    def test_one_row_that_passes_on_keeps_the_link(self):
        assert gone([*complete(1, 1), (end("O9"), end("I9"), True)]).chance == 0

    @pytest.mark.parametrize("seed", range(100))
    def test_exact_on_the_actual_rows(self, seed):
        """By every combination of who leaves, people on both sides among them."""
        random = Random(seed)
        rows = [
            r for r in draw_rows(random, 8, 8) if "unknown" not in (r.sender.kind, r.receiver.kind)
        ]
        pairs = [(r.sender, r.receiver, False) for r in rows if not r.is_inside]
        if not pairs:
            return
        p = {who: random.uniform(0.05, 0.9) for who in each(pairs, 0)}
        found = chance_gone(pairs, p)
        assert found.standard_error == 0
        assert found.chance == pytest.approx(by_every_combination(pairs, p))

    def test_beyond_twenty_people_on_each_side_it_is_drawn_with_its_error(self):
        exact = gone(complete(EXACT_TO, 22), 0.9)
        assert (exact.standard_error, exact.draws) == (0, 0)
        assert exact.chance == pytest.approx(1 - (1 - 0.9**EXACT_TO) * (1 - 0.9**22))
        more = complete(EXACT_TO + 1, EXACT_TO + 1)
        found = gone(more, 0.9)
        assert found == gone(more, 0.9, seed=0)
        assert found != gone(more, 0.9, seed=1)
        assert found.standard_error <= 0.0025
        expected = 1 - (1 - 0.9**21) ** 2
        assert abs(found.chance - expected) < 4 * found.standard_error
