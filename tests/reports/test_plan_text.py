"""The text of a plan, from what was released."""

import pytest

import collabnet as cn
from collabnet.reports.plan_text import plan_text
from collabnet.sharing import release_plan
from risk.cases import coalition
from samples.shared import coalition_of

LABEL = "[example: coding of a published article, log made up]"


@pytest.fixture(scope="module")
def site_a():
    return release_plan(cn.plan(coalition_of("site_a")))


class TestPlanText:
    def test_the_whole_text_of_a_small_plan(self):
        given = coalition(
            ("court", "O1", "home", "I1", 8),
            ("court", "O2", "home", "I1", 4),
            agencies=[
                {"agency_id": "court", "name": "Court"},
                {"agency_id": "home", "name": "Home"},
            ],
        )
        assert plan_text(release_plan(cn.plan(given, 1)), 78) == (
            """\
Plan: Small
Internal: names staff.

What is at stake: for each link and each of its two sides the referrals a year
that one departure would stop at most, all added up; of those that an
agreement passes on only the 12 weeks until the post is filled. A weak contact
between two agencies counts as 6 referrals a year: one that rests on one
person, is strained or missing.

The best changes, each alone

1. Put the link from Court to Home on paper, in an agreement that names the
   post.
   If the one person who receives them left, 12 referrals a year from Court to
   Home would be lost for good, if it is not on paper already. With the
   agreement about 3 would wait, in the 12 weeks until the post is filled; the
   others are expected to pass on (how well isn't known).
   At stake a year: 20 before, 4.6 after. Effort: 3 half-days.

2. Name a second person at Home to receive from Court (somebody new).
   If the one person who receives them left, 12 referrals a year from Court to
   Home would be lost for good; with a second receiver 6.
   At stake a year: 20 before, 14 after. Effort: 6 half-days.

3. Let somebody new at Court make some of the referrals to Home that the
   busiest person makes now.
   If the busiest person left, 8 referrals a year from Court to Home would be
   lost for good; with a third carrier 4.
   At stake a year: 20 before, 16 after. Effort: 6 half-days.

The best together
At stake as it is: 20 a year. With the plan: 4.6.
Chosen among 4 changes, exact by enumeration: no other change would spare more
for its effort.

1. Put the link from Court to Home on paper, in an agreement that names the
   post.
   If the one person who receives them left, 12 referrals a year from Court to
   Home would be lost for good, if it is not on paper already. With the
   agreement about 3 would wait, in the 12 weeks until the post is filled; the
   others are expected to pass on (how well isn't known).
   At stake a year: 20 before, 4.6 after. Effort: 3 half-days.

Assessed anew with these changes, what is at stake goes from 20 to 4.6, as
stated.

Questions whose answers would move this most
- What do the referrals from Court to Home rest on (12 rows): something
  written, or personal contact? If written, does it name the post? If it is on
  paper and names the post, 4.6 referrals a year are at stake there, at the
  worst answer 20.

Efforts are half-days of meetings, for all who take part; guesses, to be
edited.
"""
        )

    def test_every_step_bears_the_label(self, site_a):
        text = plan_text(site_a)
        assert text.count(LABEL) == 1 + len(site_a.singles) + len(site_a.steps) + 1

    @pytest.mark.parametrize("width", [60, 80, 120])
    def test_no_line_is_wider_than_the_terminal(self, site_a, width):
        assert max(map(len, plan_text(site_a, width).splitlines())) <= width

    def test_without_a_plan_it_says_why(self):
        made = cn.plan(coalition(("court", "O1", "program", "I1", 2)))
        text = plan_text(release_plan(made))
        assert "There is no change to choose among." in text
        assert "Efforts" not in text
