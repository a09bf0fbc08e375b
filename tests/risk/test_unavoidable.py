"""Whom and what every way from some agencies to a service passes through."""

import pytest

from collabnet.model.errors import NotFoundError
from collabnet.risk.assessment import assess
from collabnet.risk.rows import build_rows
from collabnet.risk.unavoidable import find_unavoidable
from risk.cases import G1, coalition

ROWS = build_rows(coalition(*G1))


class TestG1:
    def test_hospital_to_residential_is_a_chain_of_three(self):
        found = find_unavoidable(ROWS, ["hospital"], "residential")
        assert found.people == ("S1", "A1", "I1")
        assert found.agencies == ("hospital", "advocacy", "residential")

    def test_from_the_police_only_the_intake_worker(self):
        found = find_unavoidable(ROWS, ["police"], "residential")
        assert found.people == ("I1",)
        assert found.agencies == ("police", "residential")

    def test_from_both_only_where_their_ways_meet(self):
        found = find_unavoidable(ROWS, ["police", "hospital"], "residential")
        assert (found.people, found.agencies) == (("I1",), ("residential",))

    @pytest.mark.parametrize("agency", ["hospital", "police", "court"])
    def test_they_are_the_reach_cut_sets_of_one(self, agency):
        single = assess(coalition(*G1)).reach[agency, "residential"].singles
        assert set(find_unavoidable(ROWS, [agency], "residential").people) == set(single)


class TestService:
    rows = build_rows(
        coalition(
            ("court", "O1", "program", "I1", 1, {"service": "shelter"}),
            ("court", "O2", "shelter", "H1", 1, {"service": "shelter"}),
            ("court", "O1", "shelter", "H1", 1, {"service": "therapy"}),
        )
    )

    def test_every_provider_of_it_is_an_end(self):
        found = find_unavoidable(self.rows, ["court"], "shelter", by_service=True)
        assert (found.people, found.agencies) == ((), ("court",))
        found = find_unavoidable(self.rows, ["court"], "therapy", by_service=True)
        assert "H1" in found.people


class TestNothing:
    def test_where_no_way_is_nobody_is_unavoidable(self):
        assert find_unavoidable(ROWS, ["court"], "advocacy").people == ()

    def test_positions_are_not_among_the_people(self):
        rows = build_rows(coalition(("court", "court", "program", "I1", 1)))
        assert find_unavoidable(rows, ["court"], "program").people == ("I1",)

    def test_a_target_that_nothing_goes_to(self):
        with pytest.raises(NotFoundError) as refused:
            find_unavoidable(ROWS, ["court"], "residental")
        assert str(refused.value) == (
            "There is no agency that referrals go to 'residental'. Did you mean residential? "
            "Look at the pathways table."
        )
