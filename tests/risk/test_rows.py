"""The rows of the referral graph: the log first, then ties for pairs without one."""

from datetime import date

import pytest

from collabnet.risk.rows import build_rows
from risk.cases import agreement, coalition, group, person, tie


def rows(*parts, **tables):
    return build_rows(coalition(*parts, **tables))


class TestBuildRows:
    def test_the_log_then_ties(self):
        found = rows(
            ("court", "O1", "program", "I1", 2),
            ties=[tie("O1", "I1"), tie("I1", "O1", "referral", status="inferred")],
        )
        assert [(r.file, r.row, r.is_log, r.status) for r in found] == [
            ("referrals.csv", 2, True, "reported"),
            ("referrals.csv", 3, True, "reported"),
            ("ties.csv", 3, False, "inferred"),
        ]
        assert found[2].on is None

    def test_rows_outside_the_period_do_not_count(self):
        """Else a year's rows would be divided by the months that are left."""
        days = [date(2024, 1, 10), date(2024, 5, 10), date(2024, 12, 10)]
        found = rows(
            ("court", "O1", "program", "I1", days),
            period_start=date(2024, 2, 1),
            period_end=date(2024, 11, 30),
        )
        assert [row.on for row in found] == [date(2024, 5, 10)]

    def test_people_at_its_ends_are_named_once_and_others_are_none(self):
        found = rows(
            ("court", "O1", "court", "O1", 1),
            ("court", "team", "program", "program", 1),
            ("court", "", "program", "I1", 1),
            people=[group("team", "court")],
        )
        assert [r.people for r in found] == [("O1",), (), ("I1",)]

    def test_a_row_inside_an_agency_says_so(self):
        inside, across = rows(
            ("court", "O1", "court", "O2", 1), ("court", "O1", "program", "I1", 1)
        )
        assert inside.is_inside
        assert not across.is_inside

    def test_its_basis_is_looked_up(self):
        (found,) = rows(
            ("court", "O1", "program", "I1", 1), agreements=[agreement("court", "program")]
        )
        assert found.basis.form == "formal"

    def test_a_tie_of_a_position_or_group_keeps_its_kind(self):
        found = rows(
            people=[group("team", "court"), person("I1", "program")],
            ties=[tie("team", "program", "referral"), tie("program", "court", "referral")],
        )
        assert [(r.sender.kind, r.receiver.kind) for r in found] == [
            ("group", "position"),
            ("position", "position"),
        ]

    def test_a_kind_that_no_list_knows_is_a_persons_who_can_leave(self):
        people = [person("O1", "court", kind="temp"), person("I1", "program")]
        (found,) = rows(("court", "O1", "program", "I1", 1), people=people)
        assert found.people == ("O1", "I1")
        (found,) = rows(people=people, ties=[tie("O1", "I1", "referral")])
        assert found.people == ("O1", "I1")

    @pytest.mark.parametrize(
        ("status", "stated", "expected"),
        [
            ("", "", "reported"),
            ("", "illustrative", "illustrative"),
            ("inferred", "illustrative", "inferred"),
            ("inferred", "", "inferred"),
        ],
    )
    def test_a_row_that_says_nothing_has_the_status_of_the_whole_log(
        self, status, stated, expected
    ):
        (found,) = rows(
            ("court", "O1", "program", "I1", 1, {"evidence_status": status}), log_status=stated
        )
        assert found.status == expected
