"""What all readers of network files share, and how a network becomes tables of a coalition."""

from datetime import date

import pytest

from collabnet.data.issues import Ledger
from collabnet.data.networks.reading import NetworkDraft
from collabnet.data.networks.reading_drafts import network_drafts
from collabnet.data.options import Answers
from collabnet.data.table import read_draft

TODAY = date(2024, 6, 30)


def draft(*ties, actors=(), merge=False, **answers):
    """A reading of actors (id, attributes) and ties (from, to, and what else is said)."""
    made = NetworkDraft(Ledger("site.net"), Answers(answers), merge=merge)
    for line, (actor_id, attributes) in enumerate(actors, 1):
        made.actor(made.place(line, [actor_id]), actor_id, attributes)
    for line, (u, v, *told) in enumerate(ties, len(actors) + 1):
        made.tie(made.place(line, [u, v]), u, v, **(told[0] if told else {}))
    return made.finish()


def tables(reading, **answers):
    """The rows of each table, as dicts without empty cells."""
    found = {}
    for one in network_drafts(reading, Answers(answers)):
        rows = [dict(zip(one.names, cells, strict=True)) for cells in one.cells]
        found[one.table] = [{name: cell for name, cell in row.items() if cell} for row in rows]
    return found


class TestNetworkDraft:
    def test_whom_only_a_tie_names_is_an_actor(self):
        assert draft(("b", "a"), actors=[("c", {})]).network.actor_ids == ("c", "b", "a")

    def test_an_actor_declared_twice_refuses_the_file(self):
        reading = draft(("a", "b"), actors=[("a", {}), ("a", {})])
        [problem] = reading.ledger.problems
        assert (reading.network, problem.level, problem.row) == (None, "STOP", 2)
        assert problem.message == "'a' is declared as an actor more than once."

    def test_nobody_at_all_refuses_the_file(self):
        [problem] = draft().ledger.problems
        assert problem.message == "site.net names no actors."

    def test_attributes_called_like_our_own_get_another_name(self):
        reading = draft(("a", "b", {"strength": "2", "attributes": {"strength": "high"}}))
        assert reading.network.ties.to_dict("records") == [
            {"from_id": "a", "to_id": "b", "strength_in_file": "high", "strength": 2.0}
        ]

    @pytest.mark.parametrize("strength", [float("inf"), float("nan"), -1.0, "5+", "many"])
    def test_a_strength_that_is_none_leaves_the_tie_out(self, strength):
        reading = draft(("a", "b", {"strength": strength}), ("b", "c", {"strength": 2}))
        assert [problem.level for problem in reading.ledger.problems] == ["ROW"]
        assert reading.ledger.rejected == {0}
        assert reading.network.actor_ids == ("b", "c")

    def test_a_tie_without_strength_counts_one_and_has_none(self):
        network = draft(("a", "b"), ("b", "c", {"strength": "0.5"})).network
        assert list(network.arcs[2]) == [1.0, 0.5]
        assert "strength" not in network.to_networkx().get_edge_data("a", "b")[0]

    def test_without_merging_everything_stays(self):
        reading = draft(("a", "a"), ("a", "b"), ("a", "b"), ("a", "b", {"strength": 0}))
        assert len(reading.network.ties) == 4
        assert reading.ledger.problems == []

    def test_equal_ties_one_of_which_has_no_strength_are_asked_about(self):
        reading = draft(("a", "b"), ("a", "b", {"strength": 3}), merge=True)
        [problem] = reading.ledger.problems
        assert problem.message == "'a to b' stands in 2 rows with the strengths 3 and none."

    def test_the_id_that_a_file_gives_a_tie_is_its_key(self):
        reading = draft(("a", "b", {"key": "e7"}), ("a", "b", {"key": "e8"}), merge=True)
        assert list(reading.network.to_networkx().edges(keys=True)) == [("a", "b", "e7")]


class TestNetworkDrafts:
    def test_actors_are_agencies_if_nothing_else_is_said_and_that_is_noted(self):
        reading = draft(("court", "school", {"strength": 2.5, "relation": "trust"}))
        assert tables(reading) == {
            "agencies": [{"agency_id": "court"}, {"agency_id": "school"}],
            "ties": [
                {
                    "source": "court",
                    "target": "school",
                    "directed": "yes",
                    "kind": "trust",
                    "strength": "2.5",
                }
            ],
        }
        [problem] = reading.ledger.problems
        assert (problem.code, problem.level, problem.message) == (
            "actors_taken_as",
            "NOTE",
            "site.net does not say whether its 2 actors are agencies or people; read as agencies.",
        )
        assert "--reading actors=people" in problem.remedy

    def test_the_answer_people_puts_them_under_an_agency_called_unknown(self):
        reading = draft(("o1", "o2"))
        found = tables(reading, actors="people")
        assert found["agencies"] == [{"agency_id": "unknown"}]
        assert found["people"][0] == {"person_id": "o1", "agency_id": "unknown"}
        codes = [problem.code for problem in reading.ledger.problems]
        assert codes == ["agency_not_known", "tie_kind_taken"]

    def test_actors_with_an_agency_are_people_and_their_agencies_are_added(self):
        actors = [
            ("o1", {"Agency": "court", "Role": "officer"}),
            ("o2", {"agency": "shelter"}),
            ("shelter", {"sector": "housing"}),
        ]
        reading = draft(("o1", "shelter"), actors=actors)
        found = tables(reading)
        assert found["agencies"] == [
            {"agency_id": "shelter", "sector": "housing"},
            {"agency_id": "court"},
        ]
        assert found["people"] == [
            {"person_id": "o1", "agency_id": "court", "role": "officer"},
            {"person_id": "o2", "agency_id": "shelter"},
        ]
        assert [problem.code for problem in reading.ledger.problems] == ["tie_kind_taken"]

    def test_actors_said_to_be_people_are(self):
        reading = draft(("o1", "court"), actors=[("o1", {"kind": "person"}), ("court", {})])
        assert list(tables(reading)) == ["agencies", "people", "ties"]

    def test_attributes_become_columns_and_others_are_kept(self):
        actors = [("c", {"Label": "Court", "sector": "justice", "x": "0.5", "agency_id": "A7"})]
        reading = draft(actors=[*actors, ("d", {"kind": "agency"})])
        reading.actors[0].attributes["kind"] = "agency"
        assert tables(reading)["agencies"][0] == {
            "agency_id": "c",
            "name": "Court",
            "sector": "justice",
            "x": "0.5",
            "agency_id_in_file": "A7",
            "kind": "agency",
        }

    def test_attributes_of_ties_become_columns(self):
        told = {"attributes": {"Wave": "1", "since": "2024", "source": "log"}, "is_directed": False}
        assert tables(draft(("a", "b", told)))["ties"] == [
            {
                "source": "a",
                "target": "b",
                "directed": "no",
                "wave": "1",
                "since": "2024",
                "source_in_file": "log",
                "kind": "contact",
            }
        ]

    def test_drafts_are_read_as_tables_without_loss(self):
        reading = draft(
            ("court", "school", {"strength": 0.1, "relation": "trust"}),
            ("school", "clinic", {"relation": "lends keys to"}),
            actors=[("lone", {"sector": "x"})],
        )
        frames = {
            one.table: read_draft(one, Answers(), TODAY).kept for one in network_drafts(reading)
        }
        assert list(frames["agencies"]["agency_id"]) == ["lone", "court", "school", "clinic"]
        ties = frames["ties"]
        assert list(ties["kind"]) == ["trust", "lends keys to"]
        assert ties["strength"].iloc[0] == 0.1
        ledger = reading.ledger
        kept = {at for frame in frames.values() for at in frame["at"]}
        assert len(kept | ledger.gone) == ledger.n_read == 3

    def test_a_refused_file_has_no_tables(self):
        assert network_drafts(draft()) == []
