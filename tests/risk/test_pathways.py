"""Pathways: which there are, and every figure that is said of one."""

from datetime import date

import pytest

from collabnet.risk.assessment import assess
from risk.cases import G1, coalition, group, person, spread, tie

HALF = {"start": date(2024, 1, 1), "end": date(2024, 6, 30)}


def pathways(*parts, **tables):
    found = assess(coalition(*parts, **tables)).all_pathways
    return {(p.from_agency, p.to_agency, p.service): p for p in found}


def one(*parts, **tables):
    """The pathway from the court to the program, all services together."""
    return pathways(*parts, **tables)["court", "program", None]


def rows(n, sender="O1", receiver="I1", **extras):
    return ("court", sender, "program", receiver, n, extras)


class TestWhichThereAre:
    def test_g1_has_five(self):
        assert {pair[:2] for pair in pathways(*G1)} == {
            ("court", "residential"),
            ("police", "advocacy"),
            ("advocacy", "residential"),
            ("hospital", "advocacy"),
            ("police", "court"),
        }

    def test_one_for_all_services_and_one_for_each(self):
        found = pathways(rows(3, service="shelter"), rows(2, service="therapy"), rows(1))
        assert {key[2]: p.n for key, p in found.items()} == {None: 6, "shelter": 3, "therapy": 2}

    def test_the_agency_ends_of_a_case_report_are_one_too(self):
        found = pathways(rows(3, service="case report"))
        assert found["court", "program", "case report"].n == 3

    def test_hand_offs_inside_an_agency_are_none(self):
        assert pathways(("court", "O1", "court", "O2", 9)) == {}

    def test_rows_of_every_status_count(self):
        parts = [rows(1, status=status) for status in ("made", "declined", "cancelled", "served")]
        assert one(*parts).n == 4

    def test_whole_pathways_come_before_their_services_in_id_order(self):
        found = [*pathways(("b", "x", "a", "y", 1, {"service": "s"}), ("a", "y", "b", "x", 1))]
        assert found == [("a", "b", None), ("b", "a", None), ("b", "a", "s")]


class TestTies:
    """A referral tie stands for a pathway that the log doesn't cover."""

    people = (person("O1", "court"), person("I1", "program"))

    def test_it_has_cut_sets_but_no_counts(self):
        found = one(people=self.people, ties=[tie("O1", "I1", "referral")])
        assert (found.n, found.per_year, found.last_used, found.is_thin) == (
            None,
            None,
            None,
            False,
        )
        assert found.cut.singles == ("I1", "O1")

    def test_none_where_the_log_covers_the_pair(self):
        found = one(rows(7, "O2"), people=self.people, ties=[tie("O1", "I1", "referral")])
        assert found.sending.people == {"O2": 7}

    def test_the_other_direction_is_another_pair(self):
        found = pathways(rows(7), ties=[tie("I1", "O1", "referral")])
        assert found["program", "court", None].n is None

    @pytest.mark.parametrize("quality", ["strained", "absent"])
    def test_strained_and_absent_ones_never_stand_for_a_way(self, quality):
        made = [tie("O1", "I1", "referral", quality=quality)]
        assert pathways(people=self.people, ties=made) == {}

    def test_other_kinds_never_do(self):
        assert pathways(people=self.people, ties=[tie("O1", "I1", "contact")]) == {}

    def test_without_direction_both_ways(self):
        made = [tie("O1", "I1", "referral", directed="no")]
        found = pathways(people=self.people, ties=made)
        assert set(found) == {("court", "program", None), ("program", "court", None)}

    def test_inside_an_agency_none(self):
        people = [person("O1", "court"), person("O2", "court")]
        assert pathways(people=people, ties=[tie("O1", "O2", "referral")]) == {}


class TestRate:
    def test_with_its_exact_interval(self):
        found = one(rows(12)).per_year
        assert [round(end, 2) for end in found] == [12, 6.2, 20.96]

    def test_scaled_to_the_year_from_nine_months_on(self):
        nine = {"period_start": date(2024, 1, 1), "period_end": date(2024, 9, 30)}
        days = spread(9, nine["period_start"], nine["period_end"])
        found = one(("court", "O1", "program", "I1", days), **nine)
        assert found.per_year[0] == pytest.approx(12)
        assert found.a_year(3) == pytest.approx(4)

    def test_undefined_in_a_shorter_log(self):
        found = one(rows(6), period_start=HALF["start"], period_end=HALF["end"])
        assert found.per_year is None
        assert found.a_year(6) == 6


class TestThin:
    @pytest.mark.parametrize(("n", "is_thin"), [(5, True), (6, False)])
    def test_fewer_than_six(self, n, is_thin):
        assert one(rows(n)).is_thin is is_thin


class TestVital:
    def test_as_the_user_marks_it_each_way_apart(self):
        found = pathways(
            rows(2), ("program", "I1", "court", "O1", 2), vital=(("court", "program"),)
        )
        assert found["court", "program", None].is_vital
        assert not found["program", "court", None].is_vital


class TestSides:
    def test_carriers_send_and_receivers_receive(self):
        found = one(rows(6), rows(2, "O2", "I2"))
        assert (found.sending.people, found.receiving.people) == (
            {"O1": 6, "O2": 2},
            {"I1": 6, "I2": 2},
        )

    def test_named_share_is_per_side(self):
        found = one(rows(6), rows(4, ""), rows(2, "O1", ""))
        assert found.sending.named_share == pytest.approx(8 / 12)
        assert found.receiving.named_share == pytest.approx(10 / 12)
        assert found.named_share == pytest.approx(8 / 12)
        assert found.n_named == 8

    def test_a_position_and_a_group_are_no_people(self):
        found = one(
            rows(2, "team", "program"), rows(1, "court", "I1"), people=[group("team", "court")]
        )
        assert found.sending.people == {}
        assert found.receiving.people == {"I1": 1}

    def test_who_only_enters_data_is_unknown(self):
        found = one(rows(4), people=[person("O1", "court", enters_data_only="yes")])
        assert (found.sending.n_named, found.sending.n_unknown) == (0, 4)

    def test_somebody_of_two_agencies_counts_for_the_one_that_the_row_names(self):
        found = pathways(
            rows(3),
            ("clinic", "O1", "program", "I1", 2),
            people=[person("O1", "court")],
            memberships=[{"person_id": "O1", "agency_id": "clinic"}],
        )
        assert found["court", "program", None].sending.people == {"O1": 3}
        assert found["clinic", "program", None].sending.people == {"O1": 2}


class TestAbsent:
    def test_carriers_who_left_or_fell_silent_are_no_backup(self):
        found = one(
            rows(6),
            rows(6, "O2"),
            ("court", "O3", "program", "I1", [date(2024, 1, 9)]),
            people=[person("O2", "court", active_to="2024-11-30")],
        )
        assert found.absent == {"O2", "O3"}
        assert found.standing.sending.people == {"O1": 6}

    def test_who_stays_until_the_last_day_is_there(self):
        assert one(rows(6), people=[person("O1", "court", active_to="2024-12-31")]).absent == set()

    def test_where_all_are_silent_alike_nothing_is_left_out(self):
        early = spread(7, HALF["start"], date(2024, 2, 28))
        found = one(("court", "O1", "program", "I1", early))
        assert found.absent == {"I1", "O1"}
        assert found.standing is found

    def test_nothing_stands_for_certain_where_those_named_are_silent_and_others_unnamed(self):
        early = spread(7, HALF["start"], date(2024, 2, 28))
        found = one(("court", "O1", "program", "I1", early), ("court", "", "program", "I1", early))
        assert found.standing is None


class TestRecent:
    def test_the_last_six_months_where_they_have_six_rows(self):
        found = one(rows(24)).recent
        assert found.period.start == date(2024, 7, 1)
        assert len(found.rows) == 13

    def test_fewer_rows_say_nothing(self):
        assert one(rows(9)).recent is None

    def test_nor_does_a_log_of_six_months(self):
        found = one(
            ("court", "O1", "program", "I1", spread(24, **HALF)),
            period_start=HALF["start"],
            period_end=HALF["end"],
        )
        assert found.recent is None


class TestQuietAndLastUsed:
    def test_the_day_of_the_last_referral(self):
        assert one(rows(3)).last_used == date(2024, 12, 31)

    def test_quiet_when_the_silence_is_long_at_its_earlier_pace(self):
        early = spread(8, HALF["start"], HALF["end"])
        assert one(("court", "O1", "program", "I1", early)).is_quiet
        assert not one(rows(8)).is_quiet
