"""The network file for researchers: as fine as nobody stands out, and no finer."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.sharing.pseudonyms import pseudonyms
from collabnet.sharing.released_network import ReleasedNetwork, release_network
from collabnet.sharing.uniqueness import uniqueness

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
        assert found.reasons == ("Each of these people looks like 5 or more others.",)

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
