"""The flow picture: widths are referrals, hatching is what they rest on, dots are single people."""

from dataclasses import replace

import pytest

from collabnet.plots.flow import ALONE, MOST, flow, largest, words
from collabnet.plots.flow_order import in_order
from collabnet.plots.static_svg import to_svg
from collabnet.sharing import release_links
from samples.shared import assessment_of


@pytest.fixture(scope="module")
def site_b():
    return release_links(assessment_of("site_b")).links


def ribbons(figure):
    return [one for one in figure.data if one.hoveron == "fills"]


def thick(ribbon):
    """The height of a ribbon at its left end."""
    return ribbon.y[-1] - ribbon.y[0]


def named(figure):
    return [one.text for one in figure.layout.annotations]


class TestFlow:
    def test_a_ribbon_for_each_link_as_wide_as_its_referrals(self, site_b):
        found = {one.text.split(":")[0]: thick(one) for one in ribbons(flow(site_b))}
        large = found["Juvenile court to Residential program"]
        small = found["Police to Children's services"]
        # 48 and 6 referrals; 1.5 of the room is between two ribbons.
        assert (large + 1.5) / (small + 1.5) == pytest.approx(8, abs=0.01)

    def test_names_stand_with_how_many_they_send_or_receive(self, site_b):
        assert named(flow(site_b)) == [
            "Juvenile court: 53", "Police: 6", "Residential program: 48",
            "Youth drop-in center: 2", "Youth shelter: 3", "Children's services: 6",
        ]  # fmt: skip

    def test_what_it_rests_on_is_told_by_colour_and_hatching(self, site_b):
        shown = {
            one.name: one.fillpattern.shape for one in flow(site_b).data if one.hoveron == "fills"
        }
        assert shown == {"Not on paper": "/", "Not known": "."}

    def test_a_link_of_two_kinds_is_split(self, site_b):
        mixed = replace(site_b[0], forms={"formal": 36, "informal": 12, "unknown": 0})
        first, second = ribbons(flow([mixed]))
        assert (first.name, second.name) == ("On paper", "Not on paper")
        assert (thick(first) + 1.5) / (thick(second) + 1.5) == pytest.approx(3, abs=0.01)

    def test_a_dot_stands_where_one_person_stands_alone(self, site_b):
        dots = next(one for one in flow(site_b).data if one.name == ALONE)
        assert len(dots.x) == 1
        assert dots.x[0] > 0.9
        both = replace(site_b[0], one_sends=True, one_receives=True)
        assert len(next(one for one in flow([both]).data if one.name == ALONE).x) == 2
        thin = replace(both, is_thin=True)
        assert ALONE not in [one.name for one in flow([thin]).data], "few referrals tell nothing"

    def test_a_tie_without_referrals_is_a_thin_line(self, site_b):
        tie = replace(site_b[0], referrals=None)
        figure = flow([tie])
        assert 0 < thick(ribbons(figure)[0]) < 3
        assert named(figure) == ["Juvenile court", "Residential program"]

    def test_only_the_largest_are_drawn_in_the_order_given(self, site_b):
        many = [
            replace(site_b[0], id=str(n), from_id=str(n), to_id=f"to {n}", referrals=n)
            for n in range(1, MOST + 11)
        ]
        assert [one.referrals for one in largest(many)] == list(range(11, MOST + 11))
        assert len(ribbons(flow(many))) == MOST

    def test_names_are_text(self, site_b):
        bad = replace(site_b[0], from_name='<a href="http://x.invalid">x</a>')
        assert named(flow([bad]))[0].replace("<br>", "").startswith("&lt;a href=")
        assert words(bad).startswith('&lt;a href="http://x.invalid"&gt;x&lt;/a&gt; to Residential')
        assert "<a" not in to_svg(flow([bad]), title="a")

    def test_words_say_all_that_the_picture_shows(self, site_b):
        large = next(one for one in site_b if one.referrals == 48)
        assert words(large) == (
            "Juvenile court to Residential program: 48 referrals<br>48 not on paper<br>"
            "Sent by three people; received by one person"
        )

    def test_the_same_links_give_the_same_picture(self, site_b):
        assert flow(site_b).to_json() == flow(site_b).to_json()


class TestOrder:
    def test_two_that_need_not_cross_do_not(self):
        left, right = in_order([("a", "y", 1.0), ("b", "x", 1.0), ("c", "y", 2.0)])
        places = {one: i for i, one in enumerate(right)}
        ends = {"a": "y", "b": "x", "c": "y"}
        assert [places[ends[one]] for one in left] == sorted(places[ends[one]] for one in left)
