"""The network file for researchers: as fine as nobody stands out, and no finer."""

import networkx as nx
import pandas as pd
import pytest

import collabnet as cn
from collabnet.sharing.pseudonyms import pseudonyms
from collabnet.sharing.released_network import ReleasedNetwork, release_network
from collabnet.sharing.uniqueness import uniqueness
from sharing.drawn import YEAR, log

NONCE, OTHER = "00" * 32, "11" * 32


def ring(n, sectors=("court",)):
    """A coalition of n people in n agencies, each in contact with the next."""
    ids = [f"zk{number}" for number in range(n)]
    return cn.assess(
        cn.Coalition.from_frames(
            agencies=pd.DataFrame(
                {
                    "agency_id": [f"qx{number}" for number in range(n)],
                    "name": [f"Qx{number} Agency" for number in range(n)],
                    "sector": [sectors[number % len(sectors)] for number in range(n)],
                }
            ),
            people=pd.DataFrame(
                {
                    "person_id": ids,
                    "name": [f"Zk{number} Person" for number in range(n)],
                    "agency_id": [f"qx{number}" for number in range(n)],
                }
            ),
            ties=pd.DataFrame(
                {
                    "source": ids,
                    "target": [*ids[1:], ids[0]],
                    "kind": "contact",
                    "directed": "no",
                    "basis": "informal",
                    "quality": "positive",
                }
            ),
        )
    )


def drawn_as(graph):
    """A coalition whose people are in contact as in a graph."""
    ties = pd.DataFrame(
        [(f"zk{u}", f"zk{v}") for u, v in graph.edges], columns=["source", "target"]
    )
    ties = ties.assign(kind="contact", directed="no", quality="positive")
    people = pd.DataFrame({"person_id": [f"zk{u}" for u in graph]}).assign(agency_id="qx1")
    return cn.assess(cn.Coalition.from_frames(people=people, ties=ties), worlds=0)


def block(n=6):
    """A ring whose sectors tell two of its people apart from the others."""
    return ring(n, sectors=("court", *["clinic"] * (n - 1)))


class TestReleaseNetwork:
    def test_people_go_out_under_pseudonyms_where_all_look_alike(self):
        found = release_network(ring(6), "partner", NONCE)
        new = pseudonyms([f"zk{number}" for number in range(6)], NONCE)
        assert found.level == "people"
        assert found.network.named_actors == tuple((one, {"sector": "court"})
                                                   for one in sorted(new.values()))  # fmt: skip
        pairs = {frozenset((new[f"zk{i}"], new[f"zk{(i + 1) % 6}"])) for i in range(6)}
        assert {frozenset(tie[:2]) for tie in found.network.keyed_ties} == pairs
        assert found.reasons == (
            "Each of these people looks like 5 or more others, even to a reader who knows every "
            "contact up to two steps away. Who knows more may tell them apart.",
        )

    def test_rows_are_sorted_by_pseudonym_so_that_order_tells_nothing(self):
        network = release_network(ring(6), "partner", NONCE).network
        assert list(network.actor_ids) == sorted(network.actor_ids)
        ends = [tie[:2] for tie in network.keyed_ties]
        assert ends == sorted(ends)
        assert all(u < v for u, v in ends)

    def test_ties_hold_nothing_but_their_ends(self):
        network = release_network(ring(6), "partner", NONCE).network
        assert not network.is_directed
        assert all(values == {} for _, _, _, values in network.keyed_ties)

    def test_the_sector_is_left_out_where_it_would_tell_somebody(self):
        found = release_network(block(), "partner", NONCE)
        assert found.level == "people"
        assert all(values == {} for _, values in found.network.named_actors)

    @pytest.mark.parametrize(("n", "level"), [(2, "sectors"), (3, "people"), (4, "people")])
    def test_three_have_to_look_alike(self, n, level):
        assert release_network(ring(n), "partner", NONCE).level == level

    def test_else_sectors_are_the_actors(self):
        found = release_network(cn.assess(cn.load("sample:site_b")), "partner", NONCE)
        assert found.level == "sectors"
        assert "Juvenile court" in found.network.actor_ids
        assert found.reasons == (
            "Someone stands out among the people, and among the agencies: so sectors are the "
            "actors.",
        )
        assert found.report.k == 1

    def test_not_person_by_person_where_all_have_as_many_contacts_but_stand_out(self):
        """The Frucht graph: three contacts each, so counts tell nobody; the rest tells all."""
        found = release_network(drawn_as(nx.frucht_graph()), "partner", NONCE)
        assert found.report.is_safe
        assert found.level == "sectors"

    @pytest.mark.parametrize("graph", [nx.petersen_graph(), nx.cubical_graph()])
    def test_person_by_person_where_everybodys_surroundings_are_the_same(self, graph):
        assert release_network(drawn_as(graph), "partner", NONCE).level == "people"

    def test_for_the_public_sectors_always_are(self):
        found = release_network(ring(6), "public", NONCE)
        assert (found.level, found.network.actor_ids) == ("sectors", ("Court",))

    @pytest.mark.parametrize("sample", ["g1", "site_a", "site_b"])
    def test_whoever_goes_out_person_by_person_is_one_of_three(self, sample):
        found = release_network(cn.assess(cn.load(f"sample:{sample}")), "partner", NONCE)
        assert found.level == "sectors" or uniqueness(found.network).k >= 3

    def test_another_nonce_gives_other_names_to_the_same_diagram(self):
        first, second = (release_network(ring(6), "partner", one).network for one in (NONCE, OTHER))
        assert not set(first.actor_ids) & set(second.actor_ids)

    def test_only_this_package_makes_it(self):
        with pytest.raises(TypeError, match=r"call release_network\(assessment\)"):
            ReleasedNetwork("partner", "", "people", None, None, ())


class TestSmallCounts:
    def town(self, n):
        """Three pathways of three people each on either side, who refer one to one."""
        rows = [
            (place, f"{place}{i}", to, f"{to}{j}", count)
            for place, to, count in (("police", "court", 7), ("school", "clinic", 10))
            for i in range(3)
            for j in range(3)
        ]
        few = [("shelter", f"shelter{i}", "housing", f"housing{i}", 1) for i in range(3)]
        rows += few + [("shelter", "shelter0", "housing", "housing1", 1)] * (n - 3)
        return cn.assess(
            cn.Coalition.from_frames(referrals=log(*rows), settings=cn.Settings(**YEAR)), worlds=0
        )

    def degrees(self, assessment):
        found = release_network(assessment, "partner", NONCE)
        assert found.level == "people"
        ends = [end for tie in found.network.keyed_ties for end in tie[:2]]
        return sorted(ends.count(one) for one in found.network.actor_ids)

    def test_who_carries_a_hidden_count_is_not_in_it(self):
        """The brief withholds the carriers of fewer than 11; three of them would be three rows."""
        assert self.degrees(self.town(3)) == [0] * 6 + [3] * 12

    def test_nothing_in_it_depends_on_how_many_they_are(self):
        assert self.degrees(self.town(3)) == self.degrees(self.town(4))

    def test_a_reported_tie_stays(self):
        ties = pd.DataFrame(
            {"source": ["a1", "b1"], "target": ["b1", "c1"], "kind": "contact", "directed": "no"}
        )
        rows = log(("a", "a1", "b", "b1", 3), ("c", "c1", "a", "a1", 12))
        given = cn.Coalition.from_frames(referrals=rows, ties=ties, settings=cn.Settings(**YEAR))
        assert self.degrees(cn.assess(given, worlds=0)) == [2, 2, 2]
