"""A measure of every person or agency: for whoever holds the data, by name, nobody else."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.metrics.catalogue import MEASURES
from collabnet.model.errors import AssumptionError, CollabnetError
from collabnet.sharing import ReleasedMeasure, is_releasable, release_measure
from collabnet.sharing.measures import in_words
from samples.shared import coalition_of

G1 = coalition_of("g1")
SITE_B = coalition_of("site_b")


def values(found, column):
    """Give the values of a column by name."""
    return dict(zip(found.table["Name"], found.table[column], strict=True))


class TestTable:
    def test_the_values_are_those_of_the_measure(self):
        """D1 reaches two others in one step and one in two: (1 + 1 + 1/2) / 7."""
        table = cn.measure(G1.network(), ["harmonic"]).set_index("actor_id")["harmonic"]
        said = values(release_measure(G1, "harmonic"), "Harmonic")
        assert said == {G1.names[actor]: f"{value:.2f}" for actor, value in table.items()}
        assert said["Detective D1"] == "0.36"

    def test_every_measure_that_is_offered_can_be_shown_of_people_and_of_agencies(self):
        for entry in filter(is_releasable, MEASURES.values()):
            for level in ("people", "agencies"):
                if entry.name == "communities" and level == "agencies":
                    continue
                found = release_measure(SITE_B, entry.name, level)
                assert len(found.table) == (31 if level == "people" else 13)

    def test_names_order_the_table_never_values(self):
        names = release_measure(SITE_B, "degree").table["Name"].tolist()
        assert names == sorted(names, key=str.casefold)

    def test_people_stand_with_their_agency(self):
        assert list(release_measure(G1, "cutpoints").table.columns) == [
            "Name", "Agency", "Is cutpoint", "Pairs cut"
        ]  # fmt: skip
        assert list(release_measure(G1, "cutpoints", "agencies").table.columns) == [
            "Name", "Is cutpoint", "Pairs cut"
        ]  # fmt: skip

    def test_what_is_undefined_is_said_with_the_reason(self):
        found = release_measure(G1, "local_clustering", "agencies")
        assert values(found, "Local clustering")["Hospital"] == "undefined"
        assert found.undefined == (
            "One value is undefined. With fewer than two contacts: there is no pair (Fagiolo: no "
            "triangle possible)."
        )
        assert release_measure(G1, "degree").undefined == ""

    def test_among_few_actors_two_decimals_are_told(self):
        numbers = pd.Series([0.5, 0.0004, -0.0004, -0.25, float("nan")])
        said = [one.replace("\N{MINUS SIGN}", "-") for one in in_words(numbers, 2)]
        assert said == ["0.50", "<0.01", ">-0.01", "-0.25", "undefined"]
        ring = [f"p{i}" for i in range(60)]
        ties = pd.DataFrame({"source": ring, "target": ring[1:] + ring[:1], "kind": "contact"})
        people = pd.DataFrame({"person_id": ring, "agency_id": "a"})
        agencies = pd.DataFrame({"agency_id": ["a"]})
        many = cn.Coalition.from_frames(agencies=agencies, people=people, ties=ties)
        assert set(values(release_measure(many, "pagerank"), "Pagerank").values()) == {"0.0167"}


class TestBasis:
    def test_it_says_of_how_many_and_on_which_ties(self):
        found = release_measure(SITE_B, "degree")
        assert found.actors == "24 people, 5 groups and 2 agencies as such"
        assert found.n_ties == 39
        assert found.notices == (
            "Ties of every kind count, referrals among them; strained and missing ones are left "
            "out.",
            "6 rows name nobody at one end and are left out at this level.",
        )
        assert release_measure(SITE_B, "degree", "agencies").notices[1] == (
            "2 self-ties are kept out of measures."
        )

    def test_it_carries_its_notice_its_label_and_its_options(self):
        found = release_measure(SITE_B, "betweenness")
        assert found.notice == "Internal: names staff"
        assert found.label == "example: coding of a published article, log made up"
        assert found.settings == {"direction": "out", "cost": "unweighted", "normalised": "no"}


class TestRefused:
    @pytest.mark.parametrize("audience", ["partner", "public"])
    @pytest.mark.parametrize("level", ["people", "agencies"])
    def test_outside_internal_there_are_no_values(self, audience, level):
        with pytest.raises(CollabnetError) as caught:
            release_measure(G1, "degree", level, audience)
        assert str(caught.value) == (
            "Measures are for whoever holds the data: they tell of single people, or follow from "
            f"small counts; got the audience '{audience}'. Pass on a brief: it says which links "
            "are at risk without naming staff."
        )

    @pytest.mark.parametrize("name", ["density", "ei_index_by_actor", "tie_betweenness"])
    def test_what_has_no_row_for_each_actor_or_needs_more_is_refused(self, name):
        with pytest.raises(AssumptionError) as caught:
            release_measure(G1, name)
        assert str(caught.value) == (
            "Only measures with a row for each actor, and no option that is needed, can be shown; "
            f"{name} isn't one. Compute it by collabnet measure PATH --measures {name}."
        )

    def test_among_few_actors_no_communities_are_told(self):
        with pytest.raises(AssumptionError) as caught:
            release_measure(G1, "communities")
        assert str(caught.value) == (
            "Communities need at least 20 actors; here are 8. Among so few, chance alone makes "
            "parts that look like communities."
        )

    def test_only_sharing_makes_one(self):
        with pytest.raises(TypeError, match=r"Only collabnet\.sharing makes released values"):
            ReleasedMeasure("internal", "", "", "", "degree", "people", "", 0, (), {}, (), None, "")
