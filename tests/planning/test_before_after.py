"""Before and after tables, and what each kind of change takes for granted."""

from dataclasses import replace
from math import log

import pytest
from pandas import isna

import collabnet as cn
from collabnet.planning import assumes
from collabnet.planning.whatif import what_if
from collabnet.reports.text import what_if_text
from collabnet.sharing import release_what_if
from risk.cases import G1, agreement, coalition, person, tie
from risk.reading import GRADE, grade


class TestTables:
    def test_a_second_intake_worker_shows_in_who_carries_and_in_contacts(self):
        change = what_if(coalition(*G1), cn.Backs("I1"))
        assert change.pathways.empty
        assert change.carriers.to_numpy().tolist() == [
            ["advocacy", "residential", 1, 1, 1, 2, 1, 1],
            ["court", "residential", 3, 3, 1, 2, 1, 2],
        ]
        assert list(change.carriers) == [
            "from_agency", "to_agency", "senders_before", "senders_after", "receivers_before",
            "receivers_after", "cut_before", "cut_after",
        ]  # fmt: skip
        assert change.contacts.to_numpy().tolist() == [
            ["advocacy", "residential", 3, 3, 0, 0, 0, 0, 2, 1],
            ["court", "residential", 12, 12, 0, 0, 0, 0, 1, 0],
        ]

    def test_what_nobody_can_be_removed_from_has_no_number(self):
        """Both ends are positions then: no set of people would end it."""
        agreed = [agreement("court", "residential")]
        given = coalition(("court", "O1", "residential", "I1", 6), agreements=agreed)
        found = what_if(given, [cn.Leaves("O1"), cn.Leaves("I1")])
        (row,) = found.carriers.to_dict("records")
        assert (row["cut_before"], row["senders_after"]) == (1, 0)
        assert found.carriers["cut_after"].isna().all()
        assert found.to_dict()["carriers"][0]["cut_after"] is None

    def test_what_is_the_same_is_not_listed(self):
        found = what_if(coalition(*G1), cn.Formalizes("court", "residential"))
        assert found.carriers.empty
        assert found.contacts.empty

    def test_a_pair_that_is_new_and_one_that_is_gone(self):
        given = coalition(*G1, ties=[tie("S1", "D1", quality="absent")])
        found = what_if(given, [cn.Ties("S1", "D1"), cn.Closes("advocacy")]).contacts
        rows = {tuple(row[:2]): row[2:] for row in found.to_numpy().tolist()}
        assert rows["hospital", "police"] == [0, 1, 0, 0, 1, 0, 0, 2]
        assert rows["advocacy", "hospital"] == [2, 0, 0, 0, 0, 0, 2, 0]

    def test_stages_are_the_coalitions_to_which_each_change_is_applied(self):
        given = coalition(*G1)
        found = what_if(given, [cn.Backs("I1"), cn.Leaves("I1_backup")])
        sizes = [len(one.people) for one in found.stages]
        assert sizes == [len(given.people), len(given.people) + 1]


ROLES = [person("I1", "residential", role="intake worker"), person("O1", "court", unit="x")]
TIES = [tie("O1", "I1", quality="strained")]
GIVEN = coalition(*G1, people=ROLES, ties=TIES)


class TestChances:
    """Each person leaves with p = 0.2 in the year looked at."""

    given = coalition(*G1).with_settings(assumptions=cn.Assumptions(departure_rate=-log(0.8)))

    def court(self, change):
        table = what_if(self.given, change).chances.set_index(["from_agency", "to_agency"])
        return table.loc[("court", "residential")]

    def test_a_second_intake_worker_takes_20_6_percent_to_4_8(self):
        row = self.court(cn.Backs("I1"))
        assert (round(row["gone_before"], 4), round(row["gone_after"], 4)) == (0.2064, 0.0477)

    def test_a_fourth_officer_only_to_20_1_percent(self):
        row = self.court(cn.Backs("O1"))
        assert round(row["gone_after"], 3) == 0.201

    def test_expected_losses_of_unknown_basis_are_those_of_informal_ones(self):
        """12 x (1 - 0.8 x 0.8) = 4.32 if nobody takes over; all of them if colleagues do 2.48."""
        row = self.court(cn.Backs("I1"))
        assert row["lost_high_before"] == pytest.approx(4.32)
        assert row["lost_low_before"] == pytest.approx(12 * 0.2064)

    def test_who_stays_longer_lowers_the_chance(self):
        people = [person("I1", "residential", role="intake worker")]
        given = coalition(*G1, people=people).with_settings(
            assumptions=self.given.settings.assumptions
        )
        table = what_if(given, cn.Retains("intake worker", 0.0)).chances
        (row,) = [r for r in table.to_dict("records") if r["from_agency"] == "court"]
        assert row["gone_after"] == pytest.approx(0.2**3)

    def test_a_pathway_that_is_gone_has_no_chance(self):
        assert isna(self.court(cn.Leaves("I1"))["gone_after"])

    def test_without_rates_there_are_none(self):
        assert what_if(coalition(*G1), cn.Backs("I1")).chances.empty

    def test_they_stand_in_the_text(self):
        text = what_if_text(release_what_if(what_if(self.given, cn.Backs("I1"))))
        assert (
            "Chances within a year that change, at the rates assumed\n- from advocacy to "
            "residential: chance of the link being gone 36 % before, 23 % after; referrals a year "
            "expected to be lost 1.1 before, 0.7 to 1.1 after\n" in text
        )

    def test_the_text_says_their_years(self):
        given = self.given.with_settings(
            assumptions=replace(self.given.settings.assumptions, years=3.0)
        )
        text = what_if_text(release_what_if(what_if(given, cn.Backs("I1"))))
        assert "Chances within 3 years that change, at the rates assumed\n" in text
        without = release_what_if(what_if(coalition(*G1), cn.Backs("I1")))
        assert without.chances_within == ""


class TestAssumes:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (cn.Formalizes("court", "residential"), [assumes.NOBODY, assumes.FORMALIZED]),
            (cn.Backs("I1"), [assumes.NOBODY_ELSE, assumes.BACKED, assumes.NEW]),
            (cn.Backs("O1", by="O2"), [assumes.NOBODY_ELSE, assumes.BACKED]),
            (cn.Ties("S1", "O1"), [assumes.NOBODY, assumes.TIED]),
            (cn.Repairs("court", "residential"), [assumes.NOBODY, assumes.REPAIRED]),
            (cn.Invites("court", "police"), [assumes.NOBODY, assumes.INVITED]),
            (cn.Moves("S1", "police"), [assumes.NOBODY, assumes.MOVED, assumes.FEWER]),
            (cn.Retains("intake worker", 0.05), [assumes.NOBODY, assumes.RETAINED]),
        ],
        ids=str,
    )
    def test_each_kind_says_its_own(self, change, said):
        assert list(what_if(GIVEN, change).assumes) == said

    def test_of_two_of_a_kind_it_is_said_once(self):
        found = what_if(GIVEN, [cn.Ties("S1", "O1"), cn.Ties("S1", "O2")]).assumes
        assert found == (assumes.NOBODY, assumes.TIED)

    def test_who_moves_may_have_rows_that_name_nobody(self):
        given = coalition(*G1, ("court", "", "residential", "I1", 2))
        assert assumes.BLANKS in what_if(given, cn.Moves("O1", "police")).assumes
        assert assumes.BLANKS not in what_if(given, cn.Ties("S1", "O1")).assumes


class TestReadingGrade:
    @pytest.mark.parametrize("name", [name for name in vars(assumes) if name.isupper()])
    def test_what_is_assumed_can_be_read_at_grade_9(self, name):
        if isinstance(text := getattr(assumes, name), str):
            assert grade(text) <= GRADE, text


class TestKinds:
    def test_what_is_no_change_is_told_the_kinds(self):
        with pytest.raises(cn.CollabnetError) as refused:
            what_if(GIVEN, "I1")
        assert str(refused.value) == (
            "A what-if needs changes such as Leaves('id'); got 'I1'. The kinds are Leaves, Closes, "
            "Formalizes, Backs, Ties, Repairs, Invites, Moves, Retains."
        )
