"""Ways that share nobody, the agencies between, and whom and what no way gets round."""

import json
import os
import subprocess
import sys

import pytest

import collabnet as cn
from collabnet.model.errors import NotFoundError
from collabnet.risk.cutsets import Reach
from collabnet.risk.ways import AgencyCuts, AgencyNetwork, Way, Ways
from risk.cases import G1, G1_SECOND_INTAKE, coalition
from risk.random_rows import row

SHELTER = {"service": "shelter"}
BY_SERVICE = coalition(
    ("court", "O1", "program", "I1", 1, SHELTER),
    ("program", "I1", "home", "H1", 1, SHELTER),
    ("program", "I1", "home", "H1", 1, {"service": "therapy"}),
)


def ways(parts, *pair):
    return Reach(cn.assess(coalition(*parts)).rows).ways(*pair)


def agencies(parts, *pair):
    return AgencyNetwork(cn.assess(coalition(*parts)).rows).cuts(*pair)


class TestWays:
    """As many as people in a reach cut set (Menger)."""

    def test_three_officers_but_one_way_for_one_receives_them_all(self):
        one = Way(("O1", "I1"), ("court", "residential"))
        assert ways(G1, "court", "residential") == Ways(1, (one,))

    def test_with_a_second_intake_worker_there_are_two(self):
        assert ways(G1_SECOND_INTAKE, "court", "residential") == Ways(
            2,
            (
                Way(("O1", "I1"), ("court", "residential")),
                Way(("O2", "I2"), ("court", "residential")),
            ),
        )

    def test_an_indirect_way_names_the_agencies_it_passes(self):
        one = Way(("S1", "A1", "I1"), ("hospital", "advocacy", "residential"))
        assert ways(G1, "hospital", "residential") == Ways(1, (one,))

    def test_where_no_way_is_there_is_none(self):
        assert ways(G1, "court", "police") == Ways(0, ())
        assert ways(G1, "court", "nowhere") == Ways(0, ())

    def test_somebody_of_both_agencies_is_a_way_alone(self):
        made = [row("court", "B1", "clinic", "C1"), row("clinic", "C2", "program", "B1")]
        one = Way(("B1",), ("court", "program"))
        assert Reach(made).ways("court", "program") == Ways(1, (one,))

    def test_ways_may_share_a_position(self):
        made = [
            row("court", "O1", "clinic", "clinic"),
            row("court", "O2", "clinic", "clinic"),
            row("clinic", "clinic", "program", "I1"),
            row("clinic", "clinic", "program", "I2"),
        ]
        found = Reach(made).ways("court", "program")
        passed = ("court", "clinic", "program")
        assert found == Ways(
            2, (Way(("O1", "clinic", "I1"), passed), Way(("O2", "clinic", "I2"), passed))
        )

    def test_a_way_over_positions_alone_has_no_limit_and_is_the_one_given(self):
        made = [
            row("court", "court", "clinic", "clinic"),
            row("clinic", "clinic", "program", "program"),
            row("court", "O1", "program", "I1"),
        ]
        one = Way(("court", "clinic", "program"), ("court", "clinic", "program"))
        assert Reach(made).ways("court", "program") == Ways(None, (one,))

    def test_a_hand_over_inside_an_agency_is_no_end_of_its_own(self):
        made = [row("police", "D1", "court", "O2"), row("court", "O1", "program", "I1")]
        found = Reach(made, handover="within_agency").ways("police", "program")
        one = Way(("D1", "O2", "O1", "I1"), ("police", "court", "program"))
        assert found == Ways(1, (one,))

    def test_taking_back_a_first_choice_finds_the_second_way(self):
        """O1 to I1 looks short, but O2 has no one else: O1 then goes to I2."""
        made = [
            row("court", "O1", "program", "I1"),
            row("court", "O1", "program", "I2"),
            row("court", "O2", "program", "I1"),
        ]
        found = Reach(made).ways("court", "program")
        assert [way.ends for way in found.ways] == [("O1", "I2"), ("O2", "I1")]


class TestAgencies:
    """Fewest other agencies whose closing leaves no way; the two ends don't count."""

    def test_from_the_hospital_all_goes_over_the_advocates(self):
        way = (("hospital", "advocacy", "residential"),)
        assert agencies(G1, "hospital", "residential") == AgencyCuts(1, (("advocacy",),), True, way)

    def test_from_the_police_two_would_have_to_close(self):
        assert agencies(G1, "police", "residential").sets == (("advocacy", "court"),)

    def test_what_passes_directly_no_other_agency_stops(self):
        found = agencies(G1, "court", "residential")
        assert found == AgencyCuts(None, (), True, (("court", "residential"),))

    def test_rows_that_name_nobody_are_steps_too(self):
        made = [row("court", "", "clinic", ""), row("clinic", "", "program", "")]
        assert AgencyNetwork(made).cuts("court", "program").sets == (("clinic",),)

    def test_where_no_way_is_nothing_needs_to_close(self):
        for pair in (("court", "police"), ("court", "nowhere")):
            assert agencies(G1, *pair) == AgencyCuts(0, ((),), True, ())


class TestReachSets:
    def test_for_a_service_pairs_that_it_joins_only_indirectly_are_there(self):
        found = cn.assess(BY_SERVICE).reach_sets("shelter")
        assert sorted(found) == [("court", "home"), ("court", "program"), ("program", "home")]
        assert found["court", "home"].size == 1
        assert sorted(found["court", "home"].singles) == ["H1", "I1", "O1"]
        assert list(cn.assess(BY_SERVICE).reach_sets("therapy")) == [("program", "home")]

    def test_blanks_and_hand_overs_are_options(self):
        given = coalition(("a", "P1", "b", "Q1", 1), ("b", "", "c", "C1", 1))
        assessment = cn.assess(given)
        assert ("a", "c") not in assessment.reach_sets()
        assert ("a", "c") not in assessment.reach_sets(reading="best")
        assert ("a", "c") in assessment.reach_sets(reading="best", handover="within_agency")

    def test_a_service_that_no_referral_is_for(self):
        with pytest.raises(NotFoundError) as refused:
            cn.assess(BY_SERVICE).reach_sets("sheltr")
        assert str(refused.value) == (
            "There is no service 'sheltr'. Did you mean shelter? Look at the pathways table."
        )


class TestTables:
    def test_one_row_per_way_and_service(self):
        table = cn.assess(BY_SERVICE).ways
        assert list(table.columns) == [
            "from_agency", "to_agency", "service", "n_ways", "way", "ends", "agencies",
        ]  # fmt: skip
        told = list(
            zip(table["from_agency"], table["to_agency"], table["service"].fillna(""), strict=True)
        )
        assert told == [
            ("court", "home", ""),
            ("court", "home", "shelter"),
            ("court", "program", ""),
            ("court", "program", "shelter"),
            ("program", "home", ""),
            ("program", "home", "shelter"),
            ("program", "home", "therapy"),
        ]
        assert table.loc[0, "ends"] == ["O1", "I1", "H1"]
        assert table["n_ways"].tolist() == [1] * 7

    def test_agencies_between_for_all_and_for_each_service(self):
        table = cn.assess(BY_SERVICE).agency_cuts
        first = table.iloc[1]
        assert (first["from_agency"], first["to_agency"], first["service"]) == (
            "court",
            "home",
            "shelter",
        )
        assert (first["cut_size"], first["cut_sets"], first["n_ways"]) == (1, [["program"]], 1)
        assert table["cut_size"].isna().tolist() == [False, False, True, True, True, True, True]

    def test_without_rows_they_are_empty(self):
        assessment = cn.assess(coalition(agencies=[{"agency_id": "a"}]))
        assert assessment.ways.empty
        assert assessment.agency_cuts.empty

    def test_the_json_has_them(self):
        found = cn.assess(coalition(*G1)).to_dict()
        court = next(p for p in found["pathways"] if p["from_agency"] == "court")
        assert (court["n_ways"], court["ways"]) == (
            1,
            [{"ends": ["O1", "I1"], "agencies": ["court", "residential"]}],
        )
        (hospital,) = [p for p in found["reachable"] if p["from_agency"] == "hospital"]
        assert hospital["ways"][0]["ends"] == ["S1", "A1", "I1"]
        cuts = {(c["from_agency"], c["to_agency"]): c for c in found["agency_cuts"]}
        assert cuts["police", "residential"]["cut_sets"] == [["advocacy", "court"]]
        assert cuts["police", "court"]["cut_size"] is None
        met = cn.assess(BY_SERVICE).to_dict()["unavoidable"]
        assert met[0] == {
            "from_agency": "court",
            "service": "shelter",
            "people": ["O1", "I1"],
            "agencies": ["court", "program"],
        }


class TestUnavoidable:
    assessment = cn.assess(coalition(*G1))

    def test_from_the_hospital_a_chain_of_three(self):
        found = self.assessment.unavoidable(["hospital"], "residential")
        assert found.people == ("S1", "A1", "I1")
        assert found.agencies == ("hospital", "advocacy", "residential")

    def test_from_several_where_their_ways_meet(self):
        found = self.assessment.unavoidable(["police", "hospital", "court"], "residential")
        assert (found.people, found.agencies) == (("I1",), ("residential",))

    def test_to_a_service_at_one_agency(self):
        found = cn.assess(BY_SERVICE).unavoidable(["court"], "home", service="therapy")
        assert found.people == ("O1", "I1", "H1")
        assert cn.assess(BY_SERVICE).unavoidable(["court"], service="shelter").people == (
            "O1",
            "I1",
        )

    def test_without_a_way_there_is_nobody(self):
        found = self.assessment.unavoidable(["residential"], "court")
        assert (found.people, found.agencies) == ((), ())

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (
                {"from_agencies": ["hospitl"], "to": "court"},
                "There is no agency 'hospitl'. Did you mean hospital? Look at the agencies table.",
            ),
            (
                {"from_agencies": ["court"], "to": "residental"},
                "There is no agency 'residental'. Did you mean residential? "
                "Look at the agencies table.",
            ),
            (
                {"from_agencies": ["court"]},
                "unavoidable needs where the ways end; it got neither an agency nor a service. "
                'Give to="an_agency" or service="a service".',
            ),
        ],
    )
    def test_what_is_missing_is_said(self, given, said):
        with pytest.raises(NotFoundError) as refused:
            self.assessment.unavoidable(**given)
        assert str(refused.value) == said


def test_the_ways_hang_neither_on_the_order_of_rows_nor_on_the_hash_seed():
    parts = [
        *G1_SECOND_INTAKE,
        ("police", "D2", "court", "O2", 1),
        ("court", "O3", "police", "D1", 2),
    ]
    rows = cn.assess(coalition(*parts)).rows
    pairs = Reach(rows).pairs
    assert [Reach(rows).ways(*pair) for pair in pairs] == [
        Reach(rows[::-1]).ways(*pair) for pair in pairs
    ]
    script = (
        "import collabnet as cn, json; found = cn.assess(cn.load('sample:site_b')).to_dict();"
        "print(json.dumps([found['pathways'], found['reachable'], found['agency_cuts']]))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert json.loads(told.pop())
