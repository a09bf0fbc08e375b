"""The plain sentences about pathways, whole."""

from datetime import date

import pytest

from risk.cases import group, person, spread, tie
from risk.court_to_program import PEOPLE, agreed, informal, rows, said

NOT_ON_PAPER = " (if not on paper)."
WAIT = ". The agreement names the position, so they are expected to pass on. How well isn't known."


class TestWhoCarries:
    def test_a_few_carry_every_referral(self):
        assert said(
            rows(6),
            rows(4, "O2"),
            rows(2, "O3"),
            **informal(("O1", "I1"), ("O2", "I1"), ("O3", "I1")),
        ) == (
            "Three officers carry every referral from Court to Program (12 of 12 in this log). "
            "There is no agreement on record, and one person receives them all. If any one of the "
            "senders left, 2 to 6 referrals a year would need another way. If the receiver left, "
            "all 12 would."
        )

    def test_a_fourth_with_2_of_50_still_gives_three_that_carry_96(self):
        parts = [rows(20), rows(16, "O2"), rows(12, "O3"), rows(2, "O4")]
        assert said(*parts).startswith(
            "Three officers carry 96 % of the referrals from Court to Program (48 of 50 in this "
            "log). There is no agreement on record, "
        )

    def test_of_those_who_are_named_where_some_rows_name_nobody(self):
        parts = [rows(9), rows(9, "O2"), rows(4, "O3", "I2"), rows(4, "O4", "I3"), rows(2, "")]
        assert "(22 of 26 that name a sender)" in said(*parts)

    def test_many_carry_it(self):
        parts = [rows(12), *(rows(3, f"O{i}", f"I{i % 3 + 2}") for i in range(2, 9))]
        assert said(*parts).startswith(
            "Eight officers carry the referrals from Court to Program (33 in this log). The load "
            "is spread as if five people shared it evenly (effective carriers 5.3). There is no "
            "agreement on record, and four workers receive them. "
        )

    def test_a_position_sends_and_a_group_carries(self):
        assert said(rows(12, "court")).startswith("The agency's own position sends every referral")
        people = (*PEOPLE, group("team", "court", role="officer"))
        assert said(rows(12, "team"), people=people).startswith("The officers carry every referral")
        assert said(rows(4, "court"), rows(4), rows(4, "O2")).startswith(
            "Two officers and the agency's own position carry every referral"
        )

    def test_people_of_different_roles_are_people(self):
        people = (person("O1", "court", role="officer"), person("J1", "court", role="judge"))
        assert said(rows(6), rows(6, "J1"), people=people).startswith("Two people carry every")

    def test_case_reports_are_called_so(self):
        assert said(rows(12, service="case report")).startswith(
            "One officer carries every case report"
        )

    def test_a_vital_pathway_says_its_n(self):
        found = said(rows(2), vital=(("court", "program"),))
        assert found.startswith("One officer carries referrals from Court to Program (n = 2). ")


class TestWhatIsOnPaper:
    def phrase(self, *parts, **tables):
        return said(*(parts or (rows(12),)), **tables).split("). ")[1].split(", and")[0]

    def test_nothing_known_is_no_agreement_on_record(self):
        assert self.phrase() == "There is no agreement on record"
        assert self.phrase(**informal(("O1", "I1"))) == "There is no agreement on record"

    def test_an_agreement(self):
        assert self.phrase(**agreed()) == "An agreement covers them"

    def test_a_formal_tie_is_no_agreement(self):
        formal = [tie("O1", "I1", "referral", basis="formal")]
        assert self.phrase(ties=formal) == "All of it is on a formal basis"

    def test_else_what_is_known_is_counted(self):
        formal = [
            tie("O1", "I1", "referral", basis="formal"),
            tie("O2", "I1", "referral", basis="informal"),
        ]
        parts = (rows(5), rows(4, "O2"), rows(3, "O3"))
        assert self.phrase(*parts, ties=formal) == (
            "On paper: 5 yes, 4 no, 3 not known. One person receives them all. If any one of the "
            "senders left, 3 to 5 referrals a year would need another way (if not on paper"
        )
        assert self.phrase(**agreed(in_use="partly")).startswith(
            "On paper: 0 yes, 0 no, 12 not known. One person receives them all. "
        )


class TestWhatADepartureStops:
    def after(self, **tables):
        return said(rows(12), **tables).split("receives them all. ")[1]

    def test_unknown_basis_is_marked(self):
        assert self.after() == (
            "If the sender left, all 12 referrals a year would need another way"
            + NOT_ON_PAPER
            + " If the receiver left, all 12 would"
            + NOT_ON_PAPER
        )

    def test_known_not_to_be_on_paper(self):
        assert self.after(**informal(("O1", "I1"))) == (
            "If the sender left, all 12 referrals a year would need another way. If the receiver "
            "left, all 12 would."
        )

    def test_on_paper_it_waits_for_the_successor(self):
        assert self.after(**agreed()) == (
            "If the sender left, all 12 referrals a year would wait until the post is filled. If "
            "the receiver left, all 12 would" + WAIT
        )

    def test_an_agreement_that_does_not_name_the_position(self):
        assert self.after(**agreed(names_position="no")).endswith(
            "all 12 would. The agreement doesn't name the position."
        )
        assert self.after(**agreed(names_position="unknown")).endswith(
            "all 12 would. This is so if the agreement doesn't name the position."
        )

    def test_a_log_too_short_for_a_yearly_figure(self):
        days = spread(6, start=date(2024, 7, 1))
        found = said(("court", "O1", "program", "I1", days), period_start=date(2024, 7, 1))
        assert "all six referrals of this log would" in found

    def test_a_year_of_a_longer_log(self):
        days = spread(24, start=date(2023, 1, 1))
        found = said(("court", "O1", "program", "I1", days), period_start=date(2023, 1, 1))
        assert "(24 of 24 in this log)" in found
        assert "If the sender left, all 12 referrals a year would" in found


class TestTies:
    def test_without_a_log(self):
        assert said(ties=[tie("O1", "I1", "referral")]) == (
            "One officer can make referrals from Court to Program (as reported; there is no "
            "log). There is no agreement on record, and one person receives it. If that one person "
            "left, the link would be gone. Nobody of either side is on record as asked."
        )

    def test_under_an_agreement(self):
        found = said(ties=[tie("O1", "I1", "referral")], **agreed())
        assert "If that one person left, the link would wait until the post is filled." in found


class TestRowsThatNameNobody:
    def test_below_half_we_do_not_know_who_carries_it(self):
        assert said(rows(31, ""), rows(5), rows(4, "O2")) == (
            "We don't know who sends most referrals from Court to Program: 31 of 40 rows name no "
            "sender. Two officers carry all referrals from Court to Program that name a sender "
            "(9 of 40 in this log). There is no agreement on record, and one person receives them "
            "all. If any one of the senders left, 4 to 36 referrals a year would need another way"
            + NOT_ON_PAPER
            + " If the receiver left, all 40 would"
            + NOT_ON_PAPER
        )

    def test_nor_who_receives(self):
        found = said(rows(31, "O1", ""), rows(5), rows(4, "O2", "I2"))
        assert found.startswith(
            "We don't know who receives most referrals from Court to Program: 31 of 40 rows name "
            "no receiver. "
        )

    def test_nobody_named_at_all(self):
        assert said(rows(6, "", "")) == (
            "We don't know who sends and who receives referrals from Court to Program: no row of "
            "this log names a sender or a receiver. This log has six referrals. There is no "
            "agreement on record."
        )

    def test_one_end_that_is_never_named_is_said_once(self):
        assert said(rows(6, "O1", "")).startswith(
            "We don't know who receives referrals from Court to Program: no row of this log names "
            "a receiver. One officer carries every referral from Court to Program (6 of 6 in this "
            "log). There is no agreement on record. "
        )
        assert said(rows(6, "", "I1")).startswith(
            "We don't know who sends referrals from Court to Program: no row of this log names a "
            "sender. This log has six referrals. There is no agreement on record, and one person "
            "receives them all. "
        )

    def test_half_named_is_enough_to_say_the_range(self):
        assert said(rows(6), rows(6, "")).endswith(
            "Six rows name no sender: the busiest one has 50 to 100 % of them all."
        )
        assert "We don't know" in said(rows(6), rows(7, ""))

    @pytest.mark.parametrize("n_blank", [1, 3, 6])
    def test_a_share_is_never_given_without_its_range(self, n_blank):
        assert " % of them all." in said(rows(6), rows(n_blank, ""))

    def test_blanks_that_may_hide_who_is_gone(self):
        early = spread(9, date(2024, 1, 1), date(2024, 9, 30))
        parts = [("court", f"O{i}", "program", f"I{i}", early[i::3]) for i in range(1, 3)]
        parts += [("court", "", "program", f"I{i}", early) for i in range(1, 3)]
        found = said(*parts, rows(12))
        assert found.endswith(
            "Rows that name nobody may be those of people who are gone: at the worst one person "
            "is left on one side."
        )


class TestTime:
    def test_what_differs_in_the_last_six_months(self):
        first = ("court", "O2", "program", "I2", spread(20, end=date(2024, 5, 1)))
        assert said(rows(20), first).endswith(
            "In the last six months (11 rows) one departure would have ended it. Over the whole "
            "log it takes two. Two people of those in the log have left or fallen silent and are "
            "no backup."
        )

    def test_fallen_silent_is_asked(self):
        found = said(("court", "O1", "program", "I1", spread(20, end=date(2024, 6, 1))))
        assert (
            "None has been logged since 2024-06-01, which is long at its earlier pace. Ask "
            "whether it has ended."
        ) in found

    def test_one_who_left(self):
        gone = [
            one | {"active_to": "2024-06-01"} if one["person_id"] == "O2" else one for one in PEOPLE
        ]
        assert said(rows(6), rows(6, "O2"), people=gone).endswith(
            "One person of those in the log has left or fallen silent and is no backup."
        )
