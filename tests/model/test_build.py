"""Building a network: who becomes an actor, what becomes a tie, at each level."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.model import Period
from collabnet.model.errors import NotFoundError
from risk.cases import G1, coalition, group, person, tie


def ties_of(network, *columns):
    columns = columns or ("from_id", "to_id", "strength")
    return sorted(tuple(row) for row in network.ties[list(columns)].to_numpy().tolist())


def network(*parts, level="people", relations=None, window=None, **tables):
    return coalition(*parts, **tables).network(level, relations, window)


class TestPeople:
    def test_g1_is_eight_people_and_eight_ties(self):
        found = network(*G1)
        assert repr(found) == "Network(8 actors, 8 ties, directed)"
        assert ("O1", "I1", 6) in ties_of(found)

    def test_rows_with_the_same_ends_and_kind_are_one_tie_and_its_strength_their_sum(self):
        found = network(
            ("court", "O1", "program", "I1", 3),
            ties=[tie("O1", "I1", strength=2), tie("O1", "I1"), tie("I1", "O1", strength=5)],
        )
        assert ties_of(found, "from_id", "to_id", "kind", "strength", "n_rows") == [
            ("I1", "O1", "contact", 5, 1),
            ("O1", "I1", "contact", 3, 2),
            ("O1", "I1", "referral", 3, 3),
        ]

    def test_a_tie_without_direction_stands_in_both(self):
        found = network(
            people=[person("a", "x"), person("b", "y")], ties=[tie("a", "b", directed="no")]
        )
        assert ties_of(found) == [("a", "b", 1), ("b", "a", 1)]

    def test_strained_and_absent_ties_are_no_ways(self):
        found = network(
            people=[person("a", "x"), person("b", "y")],
            ties=[tie("a", "b", quality=one) for one in ("strained", "absent")],
        )
        assert found.actor_ids == ("a", "b")
        assert found.ties.empty

    def test_everybody_is_an_actor_isolates_too(self):
        assert network(people=[person("a", "x")]).actor_ids == ("a",)

    def test_a_position_is_an_actor_where_it_is_an_end(self):
        found = network(("court", "court", "program", "I1", 2))
        assert set(found.actor_ids) == {"I1", "court"}
        row = found.actors.set_index("actor_id").loc["court"]
        assert (row["kind"], row["agency_id"]) == ("position", "court")

    def test_rows_that_name_nobody_are_left_out_and_counted(self):
        found = network(("court", "", "program", "I1", 2), ("court", "O1", "program", "I1", 1))
        assert ties_of(found) == [("O1", "I1", 1)]
        assert found.notices == ("2 rows name nobody at one end and are left out at this level.",)

    def test_groups_are_actors_of_their_kind(self):
        found = network(people=[group("judges", "bench")])
        assert found.actors["kind"].tolist() == ["group"]


class TestReferrals:
    def test_a_referral_tie_counts_only_for_a_pair_that_the_log_does_not_cover(self):
        found = network(
            ("court", "O1", "program", "I1", 2),
            people=[person("O2", "court"), person("S1", "shelter")],
            ties=[
                tie("O2", "I1", "referral"),
                tie("O2", "S1", "referral"),
                tie("I1", "O2", "referral"),
            ],
            relations=["referral"],
        )
        assert ties_of(found) == [("I1", "O2", 1), ("O1", "I1", 2), ("O2", "S1", 1)]

    def test_relations_choose_kinds(self):
        given = coalition(
            ("court", "O1", "program", "I1", 2), ties=[tie("O1", "I1"), tie("O1", "I1", "trust")]
        )
        assert ties_of(given.network(relations=["referral"])) == [("O1", "I1", 2)]
        assert ties_of(given.network(relations=["contact", "trust"]), "kind") == [
            ("contact",),
            ("trust",),
        ]
        assert given.network(relations=[]).ties.empty

    def test_referral_may_be_asked_for_where_there_is_none(self):
        assert network(people=[person("a", "x")], relations=["referral"]).ties.empty

    def test_a_window_keeps_the_rows_of_its_days(self):
        days = [date(2024, 1, 31), date(2024, 2, 1)]
        found = network(
            ("court", "O1", "program", "I1", days),
            window=Period(date(2024, 2, 1), date(2024, 12, 31)),
        )
        assert ties_of(found) == [("O1", "I1", 1)]


class TestAgencies:
    def test_g1(self):
        found = network(*G1, level="agencies")
        assert repr(found) == "Network(5 actors, 5 ties, directed)"
        assert ("court", "residential", 12) in ties_of(found)

    def test_every_agency_is_an_actor(self):
        found = network(agencies=[{"agency_id": "court", "sector": "law"}], level="agencies")
        assert found.actors.to_dict("records") == [
            {"actor_id": "court", "name": "", "sector": "law"}
        ]

    def test_blanks_do_not_matter_here(self):
        found = network(("court", "", "program", "", 2), level="agencies")
        assert ties_of(found) == [("court", "program", 2)]
        assert found.notices == ()

    def test_hand_offs_inside_are_self_ties_kept_out_of_measures(self):
        found = network(("court", "O1", "court", "O2", 2), level="agencies")
        assert found.notices == ("1 self-tie is kept out of measures.",)

    def test_a_log_row_stands_for_the_agency_it_names(self):
        """Whoever belongs to two agencies sends for the one that the row says."""
        found = network(
            ("clinic", "O1", "program", "I1", 1),
            people=[person("O1", "court")],
            memberships=[{"person_id": "O1", "agency_id": "clinic"}],
            level="agencies",
        )
        assert ties_of(found) == [("clinic", "program", 1)]


class TestSectors:
    def test_agencies_of_a_sector_are_one_actor(self):
        found = network(
            ("court_a", "", "program", "", 2),
            ("court_b", "", "program", "", 3),
            agencies=[
                {"agency_id": "court_a", "sector": "law"},
                {"agency_id": "court_b", "sector": "law"},
            ],
            level="sectors",
        )
        assert found.actor_ids == ("law", "sector not given")
        assert ties_of(found) == [("law", "sector not given", 5)]


class TestRefusals:
    given = coalition(("court", "O1", "program", "I1", 2), ties=[tie("O1", "I1")])

    def test_a_level_that_does_not_exist(self):
        with pytest.raises(NotFoundError) as refused:
            self.given.network("peple")
        assert str(refused.value) == (
            "There is no level 'peple'. Did you mean people? Levels are people, agencies, sectors."
        )

    def test_a_relation_that_the_data_does_not_have(self):
        with pytest.raises(cn.CollabnetError) as refused:
            self.given.network(relations=["referral", "trust"])
        assert str(refused.value) == (
            "The network needs kinds of tie that the data has: contact, referral; got 'trust'. "
            "Choose among these."
        )
