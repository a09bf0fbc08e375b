"""What a reader can work out: compared with every table of whole numbers that fits."""

from itertools import product
from random import Random

import pytest

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import HIDDEN, WITHHELD, count_words
from collabnet.sharing.withholding import PublishedTable, audit, bound_words, count_by, what

MOST = 24
"""More than any number in the tables tried."""


def fits(n, text):
    """Whether a number may stand behind a text."""
    return text == WITHHELD or (1 <= n <= 10 if text == HIDDEN else str(n) == text)


def by_trying(shown, cells):
    """The bounds of each hidden cell over all tables whose finest cells are up to MOST."""
    met = {}
    for values in product(range(MOST + 1), repeat=len(cells)):
        finest = dict(zip(cells, values, strict=True))
        sums = {one: sum(n for cell, n in finest.items() if set(one) <= set(cell)) for one in shown}
        if all(fits(n, shown[one]) for one, n in sums.items()):
            for one, n in sums.items():
                low, high = met.get(one, (n, n))
                met[one] = min(low, n), max(high, n)
    return met


class TestAudit:
    @pytest.mark.parametrize("seed", range(8))
    def test_the_bounds_are_those_of_all_tables_that_fit(self, seed):
        """Small cells hidden and some other cell withheld, in a table of three with its sums."""
        random = Random(seed)
        rows = []
        for a, b in (("a", "x"), ("a", "y"), ("b", "x")):
            rows += [{"from": a, "to": b}] * random.choice((1, 3, 6, 9, 11, 12))
        counts = count_by(rows, ("from", "to"), ("from",), ("to",), ())
        shown = {cell: count_words(n) for cell, n in counts.items()}
        shown[random.choice([*counts])] = WITHHELD
        met = by_trying(shown, [cell for cell in counts if len(cell) == 2])
        bounds = audit(PublishedTable("Referrals", shown))
        assert bounds
        for one in bounds:
            low, high = met[one.what]
            assert one.low == low
            assert one.high == high if one.high is not None else high >= MOST

    def test_a_withheld_cell_without_a_limit_has_none(self):
        shown = {what({"to": "a"}): HIDDEN, (): WITHHELD}
        found = audit(PublishedTable("Referrals", shown))
        assert [(one.low, one.high, one.is_narrow) for one in found] == [
            (1, 10, False), (1, 10, False),
        ]  # fmt: skip
        alone = audit(PublishedTable("Referrals", {(): WITHHELD}))
        assert [(one.low, one.high, one.is_narrow) for one in alone] == [(0, None, False)]

    def test_equal_cells_of_two_tables_are_one_unknown(self):
        """The pathways hide a count; another table has what all pathways sum up to."""
        ways = {what({"to": "a"}): HIDDEN, what({"to": "b"}): "20"}
        total = PublishedTable("Total", {(): "24"})
        (one,) = audit(PublishedTable("Pathways", ways), total)
        assert (one.low, one.high, one.is_exact) == (4, 4, True)
        assert bound_words(one) == "Pathways, to a: a reader can tell that it is 4."

    def test_tables_that_contradict_each_other_are_refused(self):
        cell = what({"to": "a"})
        tables = PublishedTable("New", {cell: "14"}), PublishedTable("Old", {cell: HIDDEN})
        with pytest.raises(CollabnetError) as caught:
            audit(*tables)
        assert str(caught.value) == (
            "These tables contradict each other: New, Old. An audit needs tables of the same data; "
            "if the data were corrected, leave out the tables from before."
        )

    def test_nothing_hidden_has_no_bounds(self):
        assert audit() == ()
        assert audit(PublishedTable("Referrals", {(): "24"})) == ()
