"""What is found quickly is what is found at length, on random coalitions."""

from copy import deepcopy
from random import Random

import pytest

import collabnet as cn
from collabnet.data.samples import list_samples
from collabnet.risk.cutsets import Reach
from risk.random_coalitions import draw_coalition, draw_network
from risk.random_rows import draw_rows
from samples.shared import assessment_of, coalition_of


@pytest.fixture(scope="module")
def pathways():
    """All pathways of small coalitions, and what of them still stands."""
    drawn = [draw(Random(seed)) for draw in (draw_network, draw_coalition) for seed in range(25)]
    found = [one for each in drawn for one in cn.assess(each, worlds=0).all_pathways]
    return [*found, *(one.standing for one in found if one.standing is not None)]


class TestPathway:
    def test_sizes_alone_are_the_sizes_of_all_sets(self, pathways):
        for one in pathways:
            assert one.cut_sizes == (one.cut_worst.size, one.cut_best.size)

    def test_it_rests_on_one_if_the_worst_departure_stops_every_row(self, pathways):
        found = set()
        for one in pathways:
            stops_all = any(leaver.n_stopped == len(one.rows) for leaver in one.departures)
            assert one.rests_on_one == stops_all == (one.cut_worst.size == 1)
            found.add(stops_all)
        assert found == {True, False}


class TestStations:
    @pytest.mark.parametrize("handover", ["by_row", "within_agency"])
    def test_a_way_passes_the_same_agencies_step_by_step(self, handover):
        """Ends that stand for one agency only are looked up; the others are followed."""
        for seed in range(100):
            rows = draw_rows(Random(seed))
            known, followed = Reach(rows, handover=handover), Reach(rows, handover=handover)
            followed._vertices._stations._at_home = frozenset()
            for pair in known.pairs:
                assert known.ways(*pair) == followed.ways(*pair), (seed, pair)


class TestCompiled:
    """A small coalition is answered by plain search; by compiled search it says the same."""

    @pytest.fixture
    def assess(self, monkeypatch):
        pytest.importorskip("numba")

        def make(coalition, *, compiled):
            with monkeypatch.context() as patch:
                patch.setattr("collabnet.engine.cuts.many.is_worth_compiling", lambda *_: compiled)
                assessment = cn.assess(coalition, worlds=0)
                tables = assessment.ways, assessment.agency_cuts, assessment.service_reach
                return assessment.to_dict(), *(table.to_dict("list") for table in tables)

        return make

    @pytest.mark.parametrize("name", [sample.name for sample in list_samples()])
    def test_a_sample(self, assess, name):
        coalition = coalition_of(name)
        plain = assess(coalition, compiled=False)
        assert repr(assess(coalition, compiled=True)) == repr(plain)

    def test_random_coalitions(self, assess):
        for seed in range(8):
            coalition = draw_network(Random(seed))
            plain = assess(coalition, compiled=False)
            assert repr(assess(coalition, compiled=True)) == repr(plain), seed


class TestToDict:
    def test_what_is_done_to_one_changes_no_other(self):
        """Most of it is handed out as it was made, never what the assessment keeps."""
        assessment = assessment_of("site_b")
        made, before = assessment.to_dict(), deepcopy(assessment.to_dict())
        for name in ("pathways", "reachable", "agency_cuts", "unavoidable"):
            for one in made[name]:
                for cell in one.values():
                    if isinstance(cell, list):
                        cell.clear()
        assert assessment.to_dict() == before
