"""An assessment: its tables, its JSON, itself in a notebook; the same in every run."""

import json

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model import Assumptions
from risk.cases import G1, agreement, coalition, group, person, tie
from samples.shared import assessment_of

ALL = {
    "g1": assessment_of("g1"),
    "site_a": assessment_of("site_a"),
    "site_b": assessment_of("site_b"),
    "rates": cn.assess(coalition(*G1, assumptions=Assumptions(departure_rate=0.15))),
    "empty": cn.assess(coalition(agencies=[{"agency_id": "court"}])),
    "nothing": cn.assess(cn.Coalition.from_frames()),
    "no log": cn.assess(
        coalition(
            people=[person("O1", "court"), group("team", "program")],
            ties=[tie("O1", "team", "referral"), tie("O1", "program")],
        )
    ),
    "blanks": cn.assess(
        coalition(("court", "", "program", "I1", 9), ("court", "O1", "program", "", 3))
    ),
}
EVERY = pytest.mark.parametrize("assessment", ALL.values(), ids=ALL)
TABLES = (
    "findings", "pathways", "contacts", "people", "agencies", "coverage", "service_reach", "team",
    "load", "summary",
)  # fmt: skip
TOP = (
    "schema_version",
    "findings",
    "pathways",
    "reachable",
    "contacts",
    "people",
    "agencies",
    "assumptions",
    "inputs",
    "version",
)
FINDING = {
    "id",
    "kind",
    "severity",
    "subjects",
    "sentence",
    "numbers",
    "rows",
    "rests_on",
    "sure",
    "remedy",
}
PATHWAY = {
    "from_agency",
    "to_agency",
    "service",
    "referrals",
    "per_year",
    "per_year_low",
    "per_year_high",
    "named_share_sending",
    "named_share_receiving",
    "carriers",
    "receivers",
    "top_share",
    "effective_carriers",
    "bus_factor",
    "basis",
    "cut_size",
    "cut_sets",
    "reach_cut_size",
    "reach_cut_sets",
    "ranges",
    "last_used",
    "thin",
    "quiet",
    "vital",
    "p_any_leaves",
    "volume_lost_low",
    "volume_lost_high",
    "p_gone",
    "disrupted_per_year",
}


def pathway(name, from_agency, to_agency, service=None):
    for one in ALL[name].to_dict()["pathways"]:
        if (one["from_agency"], one["to_agency"], one["service"]) == (
            from_agency,
            to_agency,
            service,
        ):
            return one
    raise AssertionError("no such pathway")


@EVERY
class TestToDict:
    def test_has_every_field(self, assessment):
        found = assessment.to_dict()
        assert next(iter(found)) == "schema_version"
        assert set(TOP) <= set(found)
        for one in found["findings"]:
            assert set(one) >= FINDING
            assert one["id"] == ":".join((one["kind"], *one["subjects"]))
            assert set(one["rests_on"]) == {"sources", "statuses"}
            assert all(set(row) == {"file", "row"} for row in one["rows"])
        for one in found["pathways"]:
            assert set(one) >= PATHWAY
            assert set(one["basis"]) == {"formal", "informal", "unknown"}
            for side in (*one["carriers"], *one["receivers"]):
                assert set(side) >= {"person", "referrals", "share"}
            for cut in (*one["cut_sets"], *one["reach_cut_sets"]):
                assert set(cut) == {"people", "side"}
        for one in found["reachable"]:
            assert set(one) >= {"from_agency", "to_agency", "reach_cut_size", "reach_cut_sets"}
            assert set(one) >= {"n_ways", "ways"}

    def test_is_plain_json_without_nan(self, assessment):
        found = assessment.to_dict()
        text = json.dumps(found, allow_nan=False)
        assert json.loads(text) == found

    def test_ids_are_given_once(self, assessment):
        ids = [one["id"] for one in assessment.to_dict()["findings"]]
        assert len(ids) == len(set(ids))


class TestPathwayDict:
    def test_g1(self):
        found = pathway("g1", "court", "residential")
        assert (found["referrals"], found["per_year"]) == (12, 12)
        assert round(found["per_year_low"], 2) == 6.2
        assert round(found["per_year_high"], 2) == 20.96
        assert found["carriers"] == [
            {"person": "O1", "kind": "person", "referrals": 6, "share": 0.5},
            {"person": "O2", "kind": "person", "referrals": 4, "share": 4 / 12},
            {"person": "O3", "kind": "person", "referrals": 2, "share": 2 / 12},
        ]
        assert round(found["hhi"], 4) == 0.3889
        assert round(found["effective_carriers"], 3) == 2.571
        assert (found["bus_factor"], found["backup_share"]) == (2, 0.5)
        assert (found["sole_carrier"], found["sole_receiver"]) == (None, "I1")
        assert found["cut_sets"] == [{"people": ["I1"], "side": "receiving"}]
        assert found["ranges"] == {}
        assert found["basis"] == {"formal": 0, "informal": 0, "unknown": 12}

    def test_thin_keeps_every_figure(self):
        found = pathway("g1", "police", "court")
        assert found["thin"]
        assert (found["top_share"], found["effective_carriers"]) == (1, 1)

    def test_no_rates_no_chances(self):
        found = pathway("g1", "court", "residential")
        assert all(found[key] is None for key in ("p_any_leaves", "p_gone", "disrupted_per_year"))

    def test_with_rates(self):
        found = pathway("rates", "court", "residential")
        p = 1 - 2.718281828459045**-0.15
        assert found["p_any_leaves"] == pytest.approx(1 - (1 - p) ** 3)
        assert found["p_gone"] == pytest.approx(1 - (1 - p**3) * (1 - p))
        assert found["p_gone_receiving"] == pytest.approx(p)
        assert found["p_gone_standard_error"] == 0
        assert found["volume_lost_low"] <= found["volume_lost_high"]

    def test_ranges_where_rows_name_nobody_worst_first(self):
        found = pathway("blanks", "court", "program")
        assert found["ranges"]["top_share"] == [1, 3 / 12]
        assert found["ranges"]["bus_factor"] == [1, 5]
        assert found["ranges"]["cut_size"] == [1, 2]
        assert (found["named_share_sending"], found["named_share_receiving"]) == (0.25, 0.75)

    def test_a_pathway_of_ties_has_no_counts_and_no_shares(self):
        found = pathway("no log", "court", "program")
        assert found["referrals"] is None
        assert found["carriers"] == [
            {"person": "O1", "kind": "person", "referrals": None, "share": None}
        ]
        assert all(found[key] is None for key in ("top_share", "bus_factor", "last_used"))
        assert found["cut_sets"] == [{"people": ["O1"], "side": "sending"}]

    def test_pairs_without_direct_referrals_are_listed_apart(self):
        assert [
            (one["from_agency"], one["to_agency"], one["reach_cut_size"])
            for one in ALL["g1"].to_dict()["reachable"]
        ] == [("hospital", "residential", 1), ("police", "residential", 1)]


class TestTables:
    @EVERY
    @pytest.mark.parametrize("name", TABLES)
    def test_each_is_a_frame_that_can_be_edited_without_harm(self, assessment, name):
        table = getattr(assessment, name)
        assert isinstance(table, pd.DataFrame)
        before = table.copy()
        table["more"] = 1
        pd.testing.assert_frame_equal(getattr(assessment, name), before)

    def test_nor_does_editing_a_list_inside_one(self):
        table = ALL["g1"].pathways
        table.loc[0, "cut_sets"].clear()
        assert ALL["g1"].pathways.loc[0, "cut_sets"]

    def test_findings_are_the_findings(self):
        table = ALL["site_b"].findings
        assert table["id"].tolist() == [one.id for one in ALL["site_b"].found]
        assert table.loc[0, "people"] == "officer_b1;officer_b2;officer_b3;program_director"

    def test_contacts_count_what_is_direct(self):
        table = ALL["site_b"].contacts.set_index(["agency", "other_agency"])
        row = table.loc[("court_b", "police_b")]
        assert (row["usable"], row["strained"], row["absent"]) == (1, 4, 2)
        assert row["single"] == [
            {"agency": "court_b", "person": "officer_b1"},
            {"agency": "police_b", "person": "investigator_b2"},
        ]

    def test_coverage_leaves_out_agencies_outside(self):
        given = coalition(
            agencies=[
                {"agency_id": "a", "services": "shelter; food"},
                {"agency_id": "b", "services": "shelter"},
                {"agency_id": "c", "services": "legal", "outside": "yes"},
            ]
        )
        columns = ["service", "n_providers", "providers", "is_sole_provider"]
        assert cn.assess(given).coverage[columns].to_numpy().tolist() == [
            ["food", 1, "a", True],
            ["shelter", 2, "a;b", False],
        ]

    def test_summary_tells_two_coalitions_apart(self):
        rows = {name: ALL[name].summary.loc[0] for name in ("site_a", "site_b")}
        assert (
            rows["site_b"]["lost_if_one_leaves_low"],
            rows["site_b"]["covered_by_agreement"],
        ) == (
            48,
            0,
        )
        assert (rows["site_a"]["hubs"], rows["site_b"]["hubs"]) == (2, 0)
        assert rows["site_b"]["thin_pathways"] == 2

    def test_an_assessment_says_what_it_is_of(self):
        assert repr(ALL["g1"]) == "Assessment('G1': 5 findings)"


class TestLaziness:
    def test_nothing_is_computed_before_it_is_asked_for(self):
        assessment = cn.assess(coalition(*G1, agreements=[agreement("court", "residential")]))
        assert set(vars(assessment)) == {"coalition", "seed", "worlds", "_near"}


class TestRefused:
    """What is no coalition is told so, with what to do."""

    @pytest.mark.parametrize("ask", [cn.assess, cn.plan])
    def test_a_name_is_loaded_first(self, ask):
        with pytest.raises(cn.CollabnetError) as refused:
            ask("sample:g1")
        assert str(refused.value) == (
            "An assessment needs a coalition; got 'sample:g1'. Load one first: cn.load('folder') "
            "or cn.load('sample:g1')."
        )
