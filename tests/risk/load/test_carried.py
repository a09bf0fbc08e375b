"""Load: what the others would carry by present shares; nothing gets lost on the way."""

from fractions import Fraction
from random import Random

import pytest

from collabnet.risk.load import Loads, agency_loads, people_loads
from collabnet.risk.rows import build_rows
from risk.cases import G1, coalition, group
from risk.random_coalitions import draw_network

G1_ROWS = build_rows(coalition(*G1))


class TestPeople:
    loads = people_loads(G1_ROWS)

    def test_each_row_counts_for_both_its_ends(self):
        """I1 takes 15 of 25 rows; O1 sends six and takes two; all ends together are 50."""
        assert self.loads.before == {
            "A1": 11, "D1": 7, "D2": 1, "I1": 15, "O1": 8, "O2": 4, "O3": 2, "S1": 2,
        }  # fmt: skip
        assert self.loads.total == 50

    def test_colleagues_take_over_by_present_shares(self):
        """O1's six go to O2 and O3 as 4 to 2; the two that he received nobody else receives."""
        after, uncarried = self.loads.after({"O1"})
        assert (after["O2"], after["O3"], uncarried) == (8.0, 4.0, 2.0)
        assert {who: after[who] for who in ("A1", "D1", "I1")} == {"A1": 11, "D1": 7, "I1": 15}

    def test_above_one_and_a_half_times_is_too_much(self):
        after, _ = self.loads.after({"O1"})
        assert self.loads.overloaded(after) == ("O2", "O3")
        assert self.loads.overloaded(after, limit=2.0) == ()

    def test_one_and_a_half_times_exactly_is_not(self):
        loads = Loads({"x": {"a": 4, "b": 8}})
        assert loads.after({"a"}) == ({"b": 12.0}, 0.0)
        assert loads.overloaded({"b": 12.0}) == ()

    def test_positions_and_groups_carry_but_never_leave(self):
        rows = build_rows(
            coalition(
                ("court", "O1", "program", "program", 2),
                ("court", "Os", "program", "program", 1),
                people=[group("Os", "court")],
            )
        )
        loads = people_loads(rows)
        after, uncarried = loads.after({"O1"})
        assert (after, uncarried) == ({"Os": 3.0, "program": 3.0}, 0.0)
        assert loads.overloaded(after) == ()

    def test_blanks_are_nobodys_load(self):
        rows = build_rows(coalition(("court", "", "program", "I1", 3)))
        assert people_loads(rows).before == {"I1": 3}


class TestAgencies:
    rows = build_rows(
        coalition(
            ("court", "O1", "a", "A1", 6, {"service": "shelter"}),
            ("court", "O1", "b", "B1", 2, {"service": "shelter"}),
            ("police", "D1", "b", "B1", 4, {"service": "food"}),
            ("police", "D1", "a", "A1", 3),
            ("a", "A1", "a", "A2", 5, {"service": "shelter"}),
        )
    )

    def test_whoever_provides_the_service_takes_it_over(self):
        """Six rows for shelter go to b; three that say no service can go to nobody."""
        loads = agency_loads(self.rows)
        assert loads.before == {"a": 9, "b": 6}
        assert loads.after({"a"}) == ({"b": 12.0}, 3.0)
        assert loads.after({"b"}) == ({"a": 11.0}, 4.0)

    def test_stated_places_are_a_limit_too(self):
        tight = agency_loads(self.rows, {"a": 10})
        after, _ = tight.after({"b"})
        assert tight.overloaded(after) == ("a",)
        assert agency_loads(self.rows, {"a": 11}).overloaded(after) == ()

    def test_who_is_full_already_isnt_overloaded_by_others(self):
        full = agency_loads(self.rows, {"a": 1})
        assert full.overloaded(full.after(set())[0]) == ()


class TestCascade:
    def test_the_overloaded_leave_too_round_by_round(self):
        """Without O1 both others double; then nobody is left to send."""
        made = people_loads(G1_ROWS).cascade(["O1"])
        assert made.rounds == (("O1",), ("O2", "O3"))
        assert made.uncarried == 14.0

    def test_it_stops_when_nobody_new_is_overloaded(self):
        made = people_loads(G1_ROWS).cascade(["O3"])
        assert made.rounds == (("O3",),)
        assert (made.after["O1"], made.after["O2"]) == (pytest.approx(9.2), pytest.approx(4.8))

    def test_too_much_is_measured_against_today(self):
        """b takes 4 more of 10, then 7.5 more: 1.4 and then 2.15 times today."""
        loads = Loads({"x": {"a": 4, "b": 10}, "y": {"c": 3, "a": 3}, "z": {"c": 5, "b": 5}})
        made = loads.cascade(["a"])
        assert loads.overloaded(loads.after({"a"})[0]) == ()
        assert made.rounds == (("a",),)

    def test_nobody_leaves_nothing_changes(self):
        loads = people_loads(G1_ROWS)
        made = loads.cascade([])
        assert (made.rounds, made.uncarried) == (((),), 0.0)
        assert made.after == loads.before


def brute(parts, gone):
    """By fractions: every part's load to those who are left, in their shares."""
    after, uncarried = {}, Fraction(0)
    for counts in parts.values():
        left = {who: n for who, n in counts.items() if who not in gone}
        if not left:
            uncarried += sum(counts.values())
        for who, n in left.items():
            more = Fraction(n * sum(counts.values()), sum(left.values()))
            after[who] = after.get(who, 0) + more
    return after, uncarried


class TestRandom:
    @pytest.mark.parametrize("seed", range(80))
    def test_what_is_carried_and_what_is_not_are_all_of_it(self, seed):
        """The total is conserved, whoever leaves, and after every round of a cascade."""
        random = Random(seed)
        rows = build_rows(draw_network(random))
        for loads in (people_loads(rows), agency_loads(rows)):
            actors = list(loads.before)
            gone = set(random.sample(actors, random.randint(0, len(actors))))
            after, uncarried = loads.after(gone)
            assert sum(after.values()) + uncarried == pytest.approx(loads.total)
            exact, missing = brute(loads.parts, gone)
            assert after == pytest.approx({who: float(n) for who, n in exact.items()})
            assert uncarried == pytest.approx(float(missing))
            made = loads.cascade(gone)
            assert sum(made.after.values()) + made.uncarried == pytest.approx(loads.total)
            assert not loads.overloaded(made.after)
            everybody = [actor for one in made.rounds for actor in one]
            assert len(everybody) == len(set(everybody))
            assert set(everybody).isdisjoint(loads.stays - gone)

    @pytest.mark.parametrize("seed", range(20))
    def test_the_order_of_the_rows_changes_nothing(self, seed):
        random = Random(seed)
        rows = list(build_rows(draw_network(random)))
        first = people_loads(rows)
        random.shuffle(rows)
        second = people_loads(rows)
        assert list(first.before.items()) == list(second.before.items())
        for actor in first.before:
            assert first.cascade([actor]).rounds == second.cascade([actor]).rounds
