"""The share still waiting, drawn as steps."""

import pandas as pd

from collabnet.plots.static_svg import to_svg
from collabnet.plots.waiting_steps import LEAST, in_view, waiting_steps
from collabnet.sharing.outcomes import release_outcomes
from risk.outcomes.made import coalition, log


def wait(*rows):
    """Give the days to acceptance of a log."""
    return release_outcomes(coalition(log(*rows)), by="all").waits[(), "accepted"]


class TestWaitingSteps:
    def test_the_line_goes_down_in_steps_between_its_bounds(self):
        """Accepted after 2, 3, 4, 5 and 6 days of six: one step each, level in between."""
        drawn = waiting_steps(wait(*(("accepted", day) for day in (2, 3, 4, 5, 6)), ("made", None)))
        band, line = drawn.data
        assert list(line.x[:5]) == [0, 2, 2, 3, 3]
        assert [round(one, 3) for one in line.y[:5]] == [1, 1, 0.833, 0.833, 0.667]
        assert band.fill == "toself"
        assert len(band.x) == 2 * len(line.x)
        assert band.y[2] < line.y[2] < band.y[-3]

    def test_the_level_end_is_cut_off(self):
        """Open ones were followed for 60 days; the last step is on day 6."""
        curve = in_view(wait(*[("accepted", 6)] * 6, ("made", None)).curve)
        assert curve["day"].iloc[-1] == LEAST
        assert curve["still_waiting_share"].iloc[-1] == curve["still_waiting_share"].iloc[-2]

    def test_too_few_draw_nothing(self):
        drawn = waiting_steps(wait(("accepted", 2)))
        assert len(drawn.data) == 0
        assert in_view(pd.DataFrame(columns=["day"])).empty

    def test_it_can_be_printed(self):
        """The same picture as an SVG, for paper."""
        drawn = waiting_steps(wait(*[("accepted", day) for day in range(2, 9)]))
        assert "<polyline" in to_svg(drawn, title="Waiting")
