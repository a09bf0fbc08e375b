"""Several measures at once, by name, and what is told of them."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import collabnet as cn
from collabnet.metrics.catalogue import FAMILIES, MEASURES, USUAL, explain_measure, measure
from collabnet.metrics.other_names import KNOWN_AS, NEAR, known_as
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError, EmptyNetworkError, NotFoundError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED
from samples.shared import coalition_of

OF_ACTORS = [name for name, one in MEASURES.items() if one.of == "actors" and not one.needs]


class TestMeasure:
    def test_columns_come_in_the_order_asked_for(self):
        table = measure(UNDIRECTED, ["harmonic", "degree"])
        assert list(table.columns) == ["actor_id", "harmonic", "degree"]
        assert tuple(table["actor_id"]) == UNDIRECTED.actor_ids

    def test_one_measure_may_be_named_without_a_list(self):
        pd.testing.assert_frame_equal(
            measure(UNDIRECTED, "degree"), measure(UNDIRECTED, ["degree"])
        )

    def test_a_measure_named_twice_is_computed_once(self):
        assert list(measure(UNDIRECTED, ["degree", "degree"]).columns) == ["actor_id", "degree"]

    @pytest.mark.parametrize("of", USUAL)
    def test_where_none_is_named_the_few_usual_ones_are_measured(self, of):
        pd.testing.assert_frame_equal(measure(DIRECTED, of=of), measure(DIRECTED, USUAL[of]))
        assert tuple(measure(DIRECTED, of=of).attrs["settings"]) == USUAL[of]

    @pytest.mark.parametrize("name", OF_ACTORS)
    def test_the_same_as_the_measure_alone(self, name):
        """Also beside another one."""
        alone = MEASURES[name].function(UNDIRECTED)
        beside = measure(UNDIRECTED, ["degree", name])
        pd.testing.assert_frame_equal(measure(UNDIRECTED, [name]), alone)
        if name != "degree":
            found = [c if c in beside else f"{name}_{c}" for c in alone]
            pd.testing.assert_frame_equal(
                beside[found].set_axis(list(alone), axis=1), alone, check_names=False
            )

    def test_options_are_said_by_measure_and_stand_in_the_settings(self):
        asked = {"degree": {}, "betweenness": {"cost": "1/strength", "normalised": True}}
        table = measure(UNDIRECTED, asked)
        assert table.set_index("actor_id").loc["I1", "betweenness"] == pytest.approx(14 / 21)
        settings = table.attrs["settings"]
        assert list(settings) == ["degree", "betweenness"]
        assert settings["betweenness"]["cost"] == "1/strength"
        assert settings["betweenness"]["normalised"] is True

    def test_a_column_that_two_measures_share_stands_once(self):
        table = measure(UNDIRECTED, ["cutpoints", "pairs_cut"])
        assert list(table.columns).count("pairs_cut") == 1

    def test_columns_of_one_name_that_differ_are_told_apart(self, monkeypatch):
        def turned(network):
            table = cn.metrics.degree(network)
            return table.assign(degree=-table["degree"])

        other = {**MEASURES, "turned": _entry_like(MEASURES["degree"], turned)}
        monkeypatch.setattr("collabnet.metrics.catalogue.MEASURES", other)
        table = measure(UNDIRECTED, ["degree", "turned"])
        assert list(table.columns) == ["actor_id", "degree", "turned_degree"]
        assert (table["turned_degree"] == -table["degree"]).all()

    def test_measures_that_choose_their_own_rows_stand_apart(self, monkeypatch):
        def half(network):
            table = cn.metrics.degree(network).head(3)
            table.attrs["settings"] = {}
            return table

        other = {**MEASURES, "half": _entry_like(MEASURES["degree"], half)}
        monkeypatch.setattr("collabnet.metrics.catalogue.MEASURES", other)
        with pytest.raises(AssumptionError) as refused:
            measure(UNDIRECTED, ["degree", "half"])
        assert str(refused.value) == (
            "One table needs measures with one kind of row; degree and half have rows for actors "
            "of their own choice. Ask for them apart."
        )

    def test_a_networkx_graph_serves_as_well(self):
        pd.testing.assert_frame_equal(measure(UNDIRECTED.to_networkx()), measure(UNDIRECTED))

    def test_ids_of_several_types_stay_what_they_are(self):
        graph = nx.path_graph([1, "1", (1,), frozenset({1})])
        assert list(measure(graph, ["degree", "harmonic"])["actor_id"]) == list(graph)

    def test_it_is_part_of_the_public_face(self):
        assert cn.measure is measure
        assert cn.metrics.degree is MEASURES["degree"].function


class TestRefused:
    """What is asked for wrongly: said whole."""

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (
                ["betweeness"],
                "There is no measure 'betweeness'. Did you mean betweenness, tie_betweenness or "
                "connectedness? collabnet measure --list and cn.list_measures() list those there "
                "are.",
            ),
            (
                [],
                "measure needs the name of at least one measure; got none. cn.list_measures() "
                "lists those there are.",
            ),
            (
                ["degree", "density"],
                "One table needs measures with one kind of row; degree has rows for actors, "
                "density for network. Ask for them apart.",
            ),
            (
                ["components", "components", "cliques"],
                "One table needs measures with one kind of row; components has rows for actors, "
                "cliques for list. Ask for them apart.",
            ),
            (
                {"degree": {"up": True}},
                "degree has no option 'up'; it has normalised. Leave it out, or correct its name.",
            ),
            (
                {"cutpoints": {"up": True}},
                "cutpoints has no option 'up'; it has none. Leave it out, or correct its name.",
            ),
            (
                {"harmonic": {"kost": "1/strength"}},
                "harmonic has no option 'kost'; it has direction, cost. Leave it out, or correct "
                "its name.",
            ),
            (
                ["ei_index"],
                "ei_index needs groups, the groups (an attribute of the actors, or a dict from "
                'actor to group); got none. Say it, as in {"ei_index": {"groups": ...}}.',
            ),
            (
                ["dominators"],
                "dominators needs from_actor, the actor to start from; got none. Say it, as in "
                '{"dominators": {"from_actor": ...}}.',
            ),
            (
                {"betweenness": {"cost": "2"}},
                "betweenness needs the cost 'unweighted' or '1/strength'; got '2'.",
            ),
        ],
        ids=str,
    )
    def test_names_and_options(self, asked, said):
        with pytest.raises(CollabnetError) as refused:
            measure(UNDIRECTED, asked)
        assert str(refused.value) == said

    def test_options_that_are_no_dict(self):
        with pytest.raises(AssumptionError) as refused:
            measure(UNDIRECTED, {"betweenness": "1/strength"})
        assert str(refused.value) == (
            "betweenness needs its options in a dict, {} for none; got '1/strength'. Say them as "
            'in {"betweenness": {"cost": "1/strength"}}.'
        )

    def test_a_kind_of_row_without_usual_measures(self):
        with pytest.raises(AssumptionError) as refused:
            measure(UNDIRECTED, of="groups")
        assert str(refused.value) == (
            "measure needs one of actors, ties, pairs, network for of; got 'groups'. Choose among "
            "these, or name measures."
        )

    def test_no_actors(self):
        with pytest.raises(EmptyNetworkError) as refused:
            measure(Network([], [], is_directed=False), ["degree"])
        assert str(refused.value) == (
            "degree needs at least one actor; the network has none. Check what it was built from."
        )

    def test_no_network(self):
        with pytest.raises(CollabnetError) as refused:
            measure([("a", "b")], ["degree"])
        assert str(refused.value) == (
            "A measure needs a Network or a networkx graph; got list. From a coalition, "
            "coalition.network() builds one."
        )


class TestGroups:
    """An attribute of the actors, or a dict, names their groups."""

    def test_people_have_the_sector_of_their_agency(self):
        people = coalition_of("site_b").network()
        agencies = coalition_of("site_b").agencies.set_index("agency_id")["sector"]
        actors = people.actors
        assert (actors["sector"] == actors["agency_id"].map(agencies)).all()
        assert actors["sector"].nunique() > 2

    def test_a_dict_and_an_attribute_give_the_same(self):
        network = coalition_of("g1").network()
        home = dict(zip(network.actors["actor_id"], network.actors["agency_id"], strict=True))
        assert home == AGENCY
        by_name = cn.metrics.ei_index(network, groups="agency_id")
        pd.testing.assert_frame_equal(by_name, cn.metrics.ei_index(network, groups=home))


class TestTold:
    def test_the_list_has_every_measure_once_by_family(self):
        table = cn.list_measures()
        assert list(table["measure"]) == list(MEASURES)
        assert list(dict.fromkeys(table["family"])) == list(FAMILIES)
        by_name = table.set_index("measure")
        assert by_name.loc["degree", "rows"] == "actors"
        assert by_name.loc["betweenness", "options"] == (
            "direction='out', cost='unweighted', normalised=False"
        )
        assert by_name.loc["ei_index", "options"].startswith("groups (needed)")

    @pytest.mark.parametrize("name", MEASURES)
    def test_an_explanation_tells_the_whole_entry(self, name):
        entry = MEASURES[name]
        text = " ".join(explain_measure(name).split())
        for said in (entry.sentence, entry.definition, entry.direction, *entry.sources):
            assert " ".join(said.split()) in text
        assert all(len(line) <= 88 for line in explain_measure(name).splitlines() if " " in line)

    def test_an_explanation_of_nothing(self):
        with pytest.raises(NotFoundError) as refused:
            explain_measure("fame")
        assert str(refused.value) == (
            "There is no measure 'fame'. collabnet measure --list and cn.list_measures() list "
            "those there are."
        )

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("Gould-Fernandez", "brokerage_roles, brokerage_expected"),
            ("eigenvector_centrality", "eigenvector"),
            ("Burt's constraint", "constraint"),
            ("articulation points", "cutpoints"),
            ("k_core", "core_numbers"),
            ("CONCOR", "equivalent_positions, structural_equivalence"),
            ("clustering", "local_clustering, global_clustering, average_clustering"),
        ],
    )
    def test_a_name_from_elsewhere_leads_to_the_measure(self, name, said):
        with pytest.raises(NotFoundError) as refused:
            explain_measure(name)
        assert str(refused.value) == (
            f"There is no measure {name!r}. Look at {said}. collabnet measure --list and "
            "cn.list_measures() list those there are."
        )

    def test_names_from_elsewhere_lead_somewhere(self):
        """Each to measures that exist, and none is the name of a measure itself."""
        leads = {*KNOWN_AS, *(one for ones in NEAR.values() for one in ones)}
        assert leads <= set(MEASURES)
        names = [*NEAR, *(name for others in KNOWN_AS.values() for name in others)]
        assert all(known_as(name) for name in names)
        assert not set(names) & set(MEASURES)
        assert "Also called\n  k-core, coreness.\n" in explain_measure("core_numbers")

    def test_undefined_is_said_as_such(self):
        assert "One actor alone\n  harmonic undefined\n" in explain_measure("harmonic")


def _entry_like(entry, function):
    from dataclasses import replace

    def settings_of(network):
        table = function(network)
        table.attrs.setdefault("settings", {})
        return table

    settings_of.__name__ = function.__name__
    return replace(entry, function=settings_of)


def test_numbers_stay_numbers():
    """Joining leaves the types of columns as they are."""
    table = measure(UNDIRECTED, ["degree", "harmonic", "cutpoints"])
    kinds = {name: table[name].dtype.kind for name in table.columns[1:]}
    assert kinds == {"degree": "i", "harmonic": "f", "is_cutpoint": "b", "pairs_cut": "i"}
    assert isinstance(table["degree"].iloc[0], np.integer)
