"""Small counts are hidden, sums over them withheld, and whoever knows the rule learns nothing."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import HIDDEN, WITHHELD
from collabnet.sharing.withholding import audit, count_by, what, withhold
from scripts.audit_withholding import N_TABLES, PAGE, SHAPES, draw, found, table

SMALL = range(1, 11)


def two_ways(values):
    """A table of two rows and two columns with every sum."""
    rows = []
    for (a, b), n in zip(product("ab", "xy"), values, strict=True):
        rows += [{"from": a, "to": b}] * n
    return count_by(rows, ("from", "to"), ("from",), ("to",), ())


def nested(values):
    """Two services within each of two pathways."""
    rows = []
    for (a, b), n in zip(product("ab", "xy"), values, strict=True):
        rows += [{"to": a, "service": b}] * n
    return count_by(rows, ("to", "service"), ("to",), ())


class TestWithhold:
    def test_a_table_by_hand(self):
        shown = withhold(two_ways((3, 14, 0, 12)), title="Referrals").shown
        assert {tuple(value for _, value in cell): text for cell, text in shown.items()} == {
            (): "withheld",
            ("a",): "withheld",
            ("b",): "12",
            ("a", "x"): "<11",
            ("a", "y"): "14",
            ("b", "y"): "12",
            ("x",): "withheld",
            ("y",): "26",
        }

    def test_a_small_sum_is_withheld_as_any_other(self):
        """Were it hidden as <11, two small parts would be known to be less than ten each."""
        shown = withhold(nested((3, 4, 20, 0)), title="Referrals").shown
        assert shown[what({"to": "a"})] == WITHHELD

    def test_without_small_counts_everything_is_shown(self):
        counts = two_ways((11, 40, 0, 12))
        shown = withhold(counts, title="Referrals").shown
        assert shown == {cell: str(n) for cell, n in counts.items()}

    @pytest.mark.parametrize("build", [two_ways, nested])
    def test_whoever_knows_the_rule_can_leave_out_no_value(self, build):
        """Of all tables that are printed alike, each hidden cell takes every value tried."""
        tried = (0, 1, 4, 10, 11, 25)
        alike = defaultdict(list)
        for values in product(tried, repeat=4):
            counts = build(values)
            made = withhold(counts, title="Referrals").shown
            alike[tuple(sorted(made.items()))].append(counts)
        for printed, tables in alike.items():
            for cell, text in printed:
                values = {counts[cell] for counts in tables}
                assert values == {1, 4, 10} if text == HIDDEN else True
                assert len(values) > 2 if text == WITHHELD else True

    @settings(max_examples=40)
    @given(st.lists(st.integers(0, 30), min_size=4, max_size=4), st.randoms())
    def test_it_depends_on_no_size_and_no_order(self, values, random):
        """Other small counts in the same places: the same cells are hidden and withheld."""
        other = [random.choice(SMALL) if 0 < n < 11 else n for n in values]
        first, second = (withhold(two_ways(one), title="Referrals") for one in (values, other))
        assert first.shown == second.shown
        turned = dict(reversed(two_ways(values).items()))
        assert withhold(turned, title="Referrals").to_dict() == first.to_dict()

    def test_a_negative_count_is_refused(self):
        with pytest.raises(CollabnetError) as caught:
            withhold({what({"to": "a"}): -1}, title="Referrals")
        assert str(caught.value) == "A count is 0 or more; to a has -1. Correct it."

    def test_a_sum_that_is_none_is_refused(self):
        counts = two_ways((3, 14, 0, 12)) | {(): 30}
        with pytest.raises(CollabnetError) as caught:
            withhold(counts, title="Referrals")
        assert str(caught.value) == (
            "A sum must be the sum of its parts: all is 30, its parts are 29. List all that isn't "
            "zero."
        )

    def test_sums_without_the_cells_they_are_of_are_refused(self):
        """Rows beside columns bound each other in ways that no rule for single cells foresees."""
        counts = count_by([{"from": "a", "to": "x"}] * 3, ("from",), ("to",))
        with pytest.raises(CollabnetError) as caught:
            withhold(counts, title="Referrals")
        assert str(caught.value) == (
            "Small counts can be hidden where all sums are sums of the same cells. The table "
            "'Referrals' has none by from and to together. Add those, or publish one cut at a time "
            "and audit them together."
        )

    def test_an_empty_table_is_one(self):
        assert withhold({}, title="Referrals").shown == {}


def check(told):
    """No hidden cell narrower than 1 to 10; and without the rule a third is known exactly."""
    totals = {key: sum(told[shape, key] for shape in SHAPES) for _, key in told}
    assert totals["narrow after"] == 0
    assert totals["exact before"] > 0.3 * totals["small"] > 0
    assert all(told[shape, "withheld"] and told[shape, "exact before"] for shape in SHAPES)


class TestRandomTables:
    def test_no_hidden_cell_is_known_more_closely_than_from_1_to_10(self):
        """A slice of the audit; hiding small cells alone leaves many that can be worked out."""
        check(found(range(N_TABLES // 10)))

    def test_bounds_of_small_cells_are_1_to_10(self):
        for number in range(20):
            bounds = audit(withhold(draw(number)[1], title="Referrals"))
            assert {(one.low, one.high) for one in bounds if one.shown == HIDDEN} <= {(1, 10)}

    @pytest.mark.long
    def test_on_a_thousand_tables_as_the_page_says(self):
        assert table(range(N_TABLES)) in PAGE.read_text("utf-8")
        check(found(range(N_TABLES)))
