"""What if: an edited copy assessed beside the coalition as it is."""

import json

import pandas as pd
import pytest

import collabnet as cn
from collabnet.planning.changes import Closes, Formalizes, Leaves, apply_changes, parse_change
from collabnet.planning.whatif import what_if
from collabnet.risk.assessment import assess
from risk.cases import G1, agreement, coalition
from samples.shared import assessment_of, coalition_of

SITE_B = coalition_of("site_b")
MAIN = "pathway:court_b:residential_program"


def figures(change):
    table = change.differences.set_index("figure")
    return {name: tuple(row) for name, row in zip(table.index, table.to_numpy(), strict=True)}


class TestG1WithoutTheIntakeWorker:
    change = what_if(coalition(*G1), [Leaves("I1")])
    found = figures(change)

    def test_four_of_seven_reachable_pairs_are_lost(self):
        assert self.found["reachable_pairs"] == (7, 3, -4)

    def test_60_percent_of_the_referrals(self):
        assert self.found["referrals"] == (25, 10, -15)

    def test_distance_weighted_fragmentation_goes_up(self):
        before, after, difference = self.found["distance_weighted_fragmentation"]
        assert (round(before, 4), round(after, 4)) == (0.4048, 0.6825)
        assert difference == pytest.approx(0.2778, abs=5e-5)

    def test_two_pathways_are_gone(self):
        assert self.found["pathways"] == (5, 3, -2)
        assert self.change.pathways.to_numpy().tolist() == [
            ["advocacy", "residential", 3, 0, 0, 0],
            ["court", "residential", 12, 0, 0, 0],
        ]

    def test_the_sample_says_the_same(self):
        sample = figures(what_if(assessment_of("g1"), [Leaves("I1")]))
        for name, row in self.found.items():
            assert sample[name] == pytest.approx(row), name

    def test_it_stays_as_it_is_where_the_post_is_named_on_paper(self):
        agreements = [agreement(a, "residential") for a in ("court", "advocacy")]
        kept = figures(what_if(coalition(*G1, agreements=agreements), [Leaves("I1")]))
        assert kept["reachable_pairs"] == (7, 7, 0)
        assert kept["referrals"] == (25, 25, 0)
        empty = what_if(coalition(*G1, agreements=agreements), [Leaves("I1", post="empty")])
        assert figures(empty)["referrals"] == (25, 10, -15)


class TestWhatIf:
    def test_every_figure_is_before_after_and_difference(self):
        found = figures(what_if(SITE_B, [Leaves("officer_b1")]))
        assert list(found) == [
            "referrals",
            "covered_by_agreement",
            "lost_if_one_leaves_low",
            "lost_if_one_leaves_high",
            "pathways",
            "reachable_pairs",
            "distance_weighted_fragmentation",
            "critical_findings",
            "high_findings",
        ]
        assert all(after - before == diff for before, after, diff in found.values())
        assert found["referrals"] == (59, 38, -21)

    def test_the_baseline_never_changes(self):
        given = coalition(*G1)
        digest = given.digest
        before = json.dumps(assess(given).to_dict())
        change = what_if(
            given, [Leaves("I1"), Closes("police"), Formalizes("court", "residential")]
        )
        assert change.before.coalition is given
        assert given.digest == digest
        assert json.dumps(change.before.to_dict()) == before

    def test_an_assessment_serves_and_is_not_computed_again(self):
        assessment = assess(coalition(*G1))
        assert what_if(assessment, [Leaves("I1")]).before is assessment

    @pytest.mark.parametrize(
        "changes",
        [
            [Leaves("officer_b1")],
            [Leaves("program_director", post="empty")],
            [Closes("childrens_services")],
            [Formalizes("court_b", "residential_program"), Leaves("program_director")],
        ],
        ids=lambda changes: "+".join(str(one) for one in changes),
    )
    def test_equal_to_rebuilding_from_edited_input(self, changes):
        edited = apply_changes(SITE_B, changes)
        names = (
            "agencies", "people", "memberships", "agreements", "ties", "referrals", "answers",
            "posts",
        )  # fmt: skip
        rebuilt = cn.Coalition.from_frames(
            **{name: getattr(edited, name) for name in names}, settings=edited.settings
        )
        after = what_if(SITE_B, changes).after.to_dict()
        other = assess(rebuilt).to_dict()
        assert after.pop("inputs")["coalition"] == other.pop("inputs")["coalition"]
        assert after == other

    def test_by_hand_without_an_officer(self):
        """What-if equals leaving out the rows, ties and the person by hand."""
        log, ties, people = SITE_B.referrals, SITE_B.ties, SITE_B.people
        rebuilt = SITE_B.with_tables(
            people=people[people["person_id"] != "officer_b1"],
            referrals=log[log["from_person"] != "officer_b1"],
            ties=ties[~ties["from_id"].eq("officer_b1") & ~ties["to_id"].eq("officer_b1")],
        )
        after = what_if(SITE_B, [Leaves("officer_b1")]).after
        assert after.to_dict() == assess(rebuilt).to_dict()

    def test_without_a_change_it_is_refused(self):
        with pytest.raises(cn.CollabnetError) as refused:
            what_if(SITE_B, [])
        assert str(refused.value) == (
            "A what-if needs a change; none came. Name one, for example that a person leaves."
        )

    def test_it_is_part_of_the_public_face(self):
        assert cn.what_if is what_if
        assert (cn.Leaves, cn.Closes, cn.Formalizes) == (Leaves, Closes, Formalizes)


class TestFindings:
    def test_put_on_paper_the_first_finding_of_site_b_is_milder(self):
        change = what_if(SITE_B, [Formalizes("court_b", "residential_program")])
        ((before, after),) = [pair for pair in change.changed if pair[0].id == MAIN]
        assert (before.severity, after.severity) == ("critical", "moderate")
        assert "An agreement covers them" in after.sentence
        found = figures(change)
        assert found["covered_by_agreement"] == (0, 48, 48)
        assert found["lost_if_one_leaves_low"][1] == 0
        assert change.pathways.to_numpy().tolist() == [
            ["court_b", "residential_program", 48, 48, 0, 48]
        ]
        assert change.resolved == change.gained == ()

    def test_on_paper_the_director_may_leave_and_the_position_receives(self):
        paper = Formalizes("court_b", "residential_program")
        after = what_if(SITE_B, [paper, Leaves("program_director")]).after
        (pathway,) = [
            p
            for p in after.all_pathways
            if p.pair == ("court_b", "residential_program") and p.service is None
        ]
        assert pathway.n == 48
        assert pathway.receiving.people == {}

    def test_when_the_only_contact_leaves_the_single_contact_is_gone_and_the_strain_stays(self):
        change = what_if(SITE_B, [Leaves("officer_b1")])
        ids = {one.id for one in change.after.found}
        assert "contacts:court_b:police_b" in ids
        ((_, after),) = [
            pair for pair in change.changed if pair[0].id == "contacts:court_b:police_b"
        ]
        assert after.sentence.startswith("There is no working tie between")

    def test_an_agency_that_closes_takes_its_findings_along(self):
        change = what_if(SITE_B, [Closes("childrens_services")])
        assert [one.id for one in change.resolved] == ["pathway:police_b:childrens_services"]

    def test_a_finding_that_is_new(self):
        parts = (("court", "O1", "program", "program", 6), ("court", "O2", "program", "program", 5))
        many = [("court", f"O{i}", "program", "program", 6) for i in range(3, 6)]
        change = what_if(coalition(*parts, *many), [Leaves(f"O{i}") for i in (3, 4, 5)])
        assert [one.id for one in change.gained] == ["pathway:court:program"]


class TestWhatItAssumes:
    nobody = "Nobody rebuilds ties, and no colleague takes over."
    blanks = "Rows that name nobody stay; some of them may be those of who leaves."
    fewer = (
        "Fewer findings, or a smaller loss if one more leaves, can mean that the referrals are "
        "gone already."
    )

    def test_it_says_so(self):
        assert what_if(SITE_B, [Closes("childrens_services")]).assumes == (self.nobody, self.fewer)
        assert what_if(SITE_B, [Leaves("officer_b1")]).assumes == (
            self.nobody,
            "Whoever takes over the post takes over what an agreement in use carries for the "
            "position. Rows whose basis is not known are counted as not on paper.",
            self.blanks,
            self.fewer,
        )
        assert what_if(SITE_B, [Leaves("officer_b1", post="empty")]).assumes == (
            self.nobody,
            "While the post is empty nothing that rests on the person passes.",
            self.blanks,
            self.fewer,
        )

    def test_one_change_needs_no_list(self):
        assert what_if(SITE_B, Closes("court_b")).changes == (Closes("court_b"),)


class TestToDict:
    @pytest.mark.parametrize(
        "changes", [[Leaves("officer_b1")], [Closes("court_b")]], ids=["leaves", "closes"]
    )
    def test_is_plain_json_without_nan(self, changes):
        found = what_if(SITE_B, changes).to_dict()
        assert json.loads(json.dumps(found, allow_nan=False)) == found
        assert next(iter(found)) == "schema_version"
        assert set(found) == {
            "schema_version",
            "changes",
            "written",
            "assumes",
            "differences",
            "pathways",
            "carriers",
            "contacts",
            "chances",
            "resolved",
            "gained",
            "changed",
        }
        assert found["changes"] == [str(one) for one in changes]
        assert [parse_change(one) for one in found["written"]] == changes

    def test_everybody_gone_is_undefined_not_nan(self):
        given = coalition(("court", "O1", "program", "I1", 6))
        found = what_if(given, [Leaves("O1"), Leaves("I1")]).to_dict()
        rows = {one["figure"]: one for one in found["differences"]}
        assert rows["distance_weighted_fragmentation"]["after"] is None
        assert rows["referrals"]["after"] == 0

    @pytest.mark.parametrize("name", ["differences", "pathways"])
    def test_editing_a_table_changes_nothing(self, name):
        change = what_if(coalition(*G1), [Leaves("I1")])
        table = getattr(change, name)
        before = table.copy()
        table["before"] = 0
        pd.testing.assert_frame_equal(getattr(change, name), before)
