"""Which changes a plan chooses among, and whom they would ask."""

import pytest

from collabnet.model.settings import EFFORTS
from collabnet.planning.changes import Backs, Formalizes, Invites, Repairs, Ties
from collabnet.planning.planner.candidates import KINDS, Candidate, candidates
from collabnet.planning.planner.ground import ground_of
from collabnet.planning.planner.rules import Limits, limits_of
from collabnet.risk.assessment import Assessment
from risk.cases import agreement, coalition, person, tie

LINK = (("court", "O1", "home", "I1", 8), ("court", "O2", "home", "I1", 4))


def found(*parts, without=(), **tables):
    """The candidates of a coalition, as kind and change."""
    given = coalition(*parts, **tables)
    ground = ground_of(Assessment(given))
    return candidates(given, ground, EFFORTS, kinds=KINDS, without=without)


def changes(*parts, **given):
    return {one.change for one in found(*parts, **given)}


class TestFormalizes:
    def test_each_link_that_would_not_pass_on(self):
        assert Formalizes("court", "home") in changes(*LINK)

    def test_not_where_an_agreement_passes_it_on_already(self):
        given = changes(*LINK, agreements=[agreement("court", "home")])
        assert not any(isinstance(one, Formalizes) for one in given)

    def test_not_where_nobody_is_named_and_the_basis_is_not_known(self):
        assert changes(("court", "", "home", "", 8)) == set()


class TestBacks:
    def test_a_colleague_of_the_same_role_who_carries_least_and_somebody_new(self):
        people = [
            person("O1", "court", role="officer"),
            person("O2", "court", role="officer"),
            person("O3", "court", role="officer"),
            person("A1", "court", role="administrator"),
        ]
        given = changes(*LINK, people=people)
        assert {Backs("O1", "O3"), Backs("O1")} <= given

    def test_a_colleague_who_stands_there_already_only_of_the_same_role(self):
        people = [person("O1", "court", role="officer"), person("O2", "court", role="clerk")]
        assert Backs("O1", "O2") not in changes(*LINK, people=people)
        people = [person("O1", "court", role="officer"), person("O2", "court", role="officer")]
        assert Backs("O1", "O2") in changes(*LINK, people=people)

    @pytest.mark.parametrize(
        "cells", [{"active_to": "2024-03-01"}, {"outside": "yes"}, {"enters_data_only": "yes"}]
    )
    def test_nobody_who_has_left_or_is_outside_or_only_enters_data(self, cells):
        people = [person("O1", "court", role="x"), person("O3", "court", role="x", **cells)]
        rows = (*LINK, ("court", "O3", "home", "I1", 1))
        assert not any(
            "O3" in (one.person, one.by)
            for one in changes(*rows, people=people)
            if isinstance(one, Backs)
        )

    def test_it_asks_who_shows_the_work_and_who_takes_it(self):
        people = [person("O1", "court", role="x"), person("O3", "court", role="x")]
        loads = {one.change: one.loads for one in found(*LINK, people=people)}
        assert loads[Backs("O1", "O3")] == ("O1", "O3")
        assert loads[Backs("O1")] == ("O1",)

    def test_of_those_left_out_nothing_is_asked(self):
        given = found(*LINK, without=["O1"])
        assert not any("O1" in one.loads for one in given)


class TestContacts:
    people = (
        person("O1", "court"),
        person("O2", "court"),
        person("I1", "home"),
        person("I2", "home"),
    )

    def of(self, *ties):
        return changes(people=list(self.people), ties=list(ties))

    def test_a_second_person_on_each_side_that_rests_on_one(self):
        assert Ties("O2", "I2") in self.of(tie("O1", "I1"))

    def test_where_the_other_side_has_two_one_of_them_is_introduced(self):
        assert Ties("O2", "I1") in self.of(tie("O1", "I1"), tie("O1", "I2"))

    def test_the_two_of_a_missing_contact(self):
        assert Ties("O1", "I2") in self.of(tie("O1", "I2", quality="absent"))

    def test_strained_ties_are_repaired(self):
        assert Repairs("court", "home") in self.of(tie("O1", "I1", quality="strained"))

    def test_missing_invitations_are_made_by_whoever_should_invite(self):
        missing = tie("I1", "O1", kind="meeting_invitation", quality="absent", directed="yes")
        given = self.of(missing)
        assert Invites("home", "court") in given
        assert Invites("court", "home") not in given

    def test_where_nothing_is_wrong_nothing_is_proposed(self):
        assert self.of(tie("O1", "I1"), tie("O2", "I2")) == set()


class TestLimits:
    def test_a_persons_work_is_shared_once_and_nobody_takes_over_from_two(self):
        people = [person(f"O{i}", "court", role="x") for i in (1, 2, 3)]
        given = found(*LINK, people=people)
        limits = Limits(limits_of(given, None))
        place = {one.change: i for i, one in enumerate(given)}
        assert not limits.allow((place[Backs("O1", "O3")], place[Backs("O1")]))
        assert not limits.allow((place[Backs("O1", "O3")], place[Backs("O2", "O3")]))
        assert limits.allow((place[Backs("O1", "O3")], place[Backs("O2")]))

    def test_with_a_limit_nobody_is_asked_more_often(self):
        twice = [
            Candidate(Ties("O1", other), "ties", 3.0, ("O1", other)) for other in ("I1", "I2", "I3")
        ]
        assert Limits(limits_of(twice, None)).allow((0, 1, 2))
        assert Limits(limits_of(twice, 2)).allow((0, 2))
        assert not Limits(limits_of(twice, 2)).allow((0, 1, 2))
