"""How the values of a measure are spread: counted by hand, drawn without names."""

import pytest

from collabnet.plots.measure_spread import MOST_PARTS, bars, chart, finding
from collabnet.sharing import Spread


def spread(values, kind="number", n_undefined=0):
    return Spread("Degree", "ties", kind, tuple(sorted(map(float, values))), n_undefined)


def counted(found):
    return {one.words: one.n for one in bars(found)}


class TestBars:
    def test_few_whole_numbers_have_a_bar_each_those_between_too(self):
        assert counted(spread([0, 1, 1, 4])) == {"0": 1, "1": 2, "2": 0, "3": 0, "4": 1}

    def test_many_whole_numbers_are_counted_in_round_steps(self):
        assert counted(spread([0, 4, 5, 41])) == {
            "0 to 4": 2, "5 to 9": 1, "10 to 14": 0, "15 to 19": 0, "20 to 24": 0,
            "25 to 29": 0, "30 to 34": 0, "35 to 39": 0, "40 to 44": 1,
        }  # fmt: skip

    def test_a_value_at_the_edge_of_a_step_belongs_to_the_upper_one(self):
        found = counted(spread([0.1, 0.2, 0.3, 1.0]))
        assert found["0.1 to 0.2"] == 1
        assert found["0.2 to 0.3"] == 1
        assert found["0.3 to 0.4"] == 1
        assert sum(found.values()) == 4

    def test_below_zero_the_sign_is_a_minus(self):
        assert next(iter(counted(spread([-0.03, 0.28])))) == "\N{MINUS SIGN}0.05 to 0.00"

    def test_yes_and_no(self):
        assert counted(spread([0, 0, 1], "yes or no")) == {"yes": 1, "no": 2}

    def test_parts_by_their_numbers_those_after_the_twentieth_together(self):
        assert counted(spread([1, 1, 2], "part")) == {"1": 2, "2": 1}
        many = counted(spread(range(1, MOST_PARTS + 4), "part"))
        assert len(many) == MOST_PARTS + 1
        assert many["others"] == 3

    def test_without_values_there_are_none(self):
        assert bars(spread([], n_undefined=3)) == []

    @pytest.mark.parametrize("values", [[0.5], [7, 7], [1e-9, 2e-9], [0, 1e12], [-3, -1]])
    def test_nobody_is_lost(self, values):
        assert sum(one.n for one in bars(spread(values))) == len(values)


class TestFinding:
    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ([0, 1, 3], "from 0 to 3"),
            (range(11), "from 0 to 10, half of them at 5 or below"),
            ([0] * 8 + [0.25] * 4, "0 for 8 of 12, up to 0.25 for the others"),
            ([0.004] * 3, "<0.01 for all 3"),
            ([], "none has a value"),
        ],
    )
    def test_numbers(self, values, said):
        """Among fewer than ten nothing is said of halves; below 50 two decimals at most."""
        assert finding(spread(values)) == said

    def test_yes_or_no_and_parts(self):
        assert finding(spread([0, 1, 1], "yes or no")) == "yes for 2 of 3"
        assert finding(spread([1, 1, 2], "part")) == "two parts, the largest with 2 of 3"


class TestChart:
    def test_the_bars_are_those_counted(self):
        drawn = chart(spread([0, 1, 1])).data[0]
        assert list(drawn.x) == ["0", "1"]
        assert list(drawn.y) == [1, 2]
        assert list(drawn.text) == ["1", "2"]

    def test_steps_stand_where_they_are_among_numbers(self):
        drawn = chart(spread([0.0, 1.0, 0.25])).data[0]
        assert drawn.x[0] == pytest.approx(0.05)
        assert sum(drawn.y) == 3
