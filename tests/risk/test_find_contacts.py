"""Findings about direct contacts: severity, what is merged, what is told elsewhere."""

from itertools import permutations

import pytest

from collabnet.risk.assessment import assess
from risk.cases import coalition, group, person, tie

PEOPLE = (
    person("C1", "court", role="officer", interviewed="yes"),
    person("C2", "court", role="officer"),
    person("P1", "police", role="investigator"),
    person("P2", "police", role="investigator"),
)
NAMES = ({"agency_id": "court", "name": "Court"}, {"agency_id": "police", "name": "Police"})
SAID_SINGLE = (
    "One officer at Court is the only usable direct contact between Court and Police. If that "
    "person left, the two would have no direct contact. This is told by the side of Court only. "
    "Nobody at Police was asked."
)


def findings(*parts, people=PEOPLE, agencies=NAMES, **tables):
    found = assess(coalition(*parts, people=people, agencies=agencies, **tables)).found
    return {one.id: one for one in found}


def finding(*parts, **tables):
    return findings(*parts, **tables)["contacts:court:police"]


TWO = (tie("C1", "P1"), tie("C1", "P2"))


class TestSingleContact:
    def test_is_high_and_says_on_whom_it_rests(self):
        found = finding(ties=TWO)
        assert (found.severity, found.rule) == ("high", "single contact")
        assert found.sentence == SAID_SINGLE
        assert found.people == ("C1", "P1", "P2")
        assert found.rows == (("ties.csv", 2), ("ties.csv", 3))
        assert found.numbers["single_on"] == ["court"]

    def test_on_both_sides(self):
        assert finding(ties=TWO[:1]).sentence == (
            "One officer at Court is the only usable direct contact between Court and Police. On "
            "the other side it is one investigator as well. If either of them left, the two "
            "would have no direct contact. This is told by the side of Court only. Nobody at "
            "Police was asked."
        )

    def test_two_on_each_side_are_no_finding(self):
        assert findings(ties=[tie("C1", "P1"), tie("C2", "P2")]) == {}

    def test_with_a_group_or_position_on_the_other_side(self):
        people = (*PEOPLE, group("team", "police", role="investigator"))
        for other in ("team", "police"):
            found = finding(people=people, ties=[tie("C1", other)])
            assert found.sentence == SAID_SINGLE

    def test_a_group_or_position_alone_is_none(self):
        people = (*PEOPLE, group("team", "court"))
        assert findings(people=people, ties=[tie("team", "police")]) == {}

    def test_one_outside_is_a_note(self):
        outside = ({"agency_id": "police", "outside": "yes"},)
        found = finding(agencies=outside, ties=TWO)
        assert found.severity == "note"

    def test_a_handful_of_log_rows_is_a_question(self):
        found = finding(("court", "C1", "police", "P1", 5))
        assert (found.severity, found.rule) == ("ask", "single contact, thin")
        assert found.sure.level == "too few to tell"

    def test_nobody_named(self):
        found = finding(("court", "", "police", "police", 3))
        assert found.sentence == (
            "We don't know who holds the only contact between Court and Police: none of the three "
            "rows of the log names anybody at Court."
        )
        assert found.sure.text.startswith("How sure: too few to tell.")
        assert found.numbers["single_on"] == ["court"]


class TestRank:
    def test_by_the_log_rows_a_year_that_the_one_person_carries(self):
        parts = (("court", "C1", "police", "P1", 3),)
        assert finding(*parts, ties=TWO).rows_a_year == 3
        assert finding(ties=TWO).rows_a_year == 0

    def test_strain_and_gaps_stop_no_rows(self):
        ties = [tie("C1", "P1", quality="strained")]
        assert finding(("court", "C1", "police", "P1", 9), ties=ties).rows_a_year == 0


class TestToldElsewhere:
    def test_a_pair_whose_pathway_finding_says_so_gets_none(self):
        assert set(findings(("court", "C1", "police", "P1", 9))) == {"pathway:court:police"}

    def test_where_the_pathway_says_only_one_of_the_sides_it_is_told(self):
        """A tie of C1's names P1; the log names the position: who C1 is the pathway says."""
        parts = (("court", "C1", "police", "police", 9),)
        assert set(findings(*parts, ties=[tie("C1", "P1")])) == {"pathway:court:police"}

    def test_thin_pathways_tell_nothing(self):
        assert set(findings(("court", "C1", "police", "P1", 5))) == {"contacts:court:police"}

    def test_strain_is_told_though_the_single_contact_is_not(self):
        strained = [tie("C2", "P2", quality="strained")]
        found = finding(("court", "C1", "police", "P1", 9), ties=strained)
        assert (found.rule, found.severity) == ("strained tie", "moderate")
        assert found.numbers["single_on"] == []


class TestStrainAndGaps:
    def test_no_working_tie_where_all_are_strained_or_absent(self):
        found = finding(
            ties=[tie("C1", "P1", quality="strained"), tie("C2", "P1", quality="strained")]
        )
        assert found.severity == "moderate"
        assert found.sentence == (
            "There is no working tie between Court and Police on record. Two ties between the "
            "two are described as strained (contact). This is told by the side of Court only. "
            "Nobody at Police was asked."
        )

    def test_where_others_work(self):
        ties = [
            tie("C1", "P1"),
            tie("C2", "P2"),
            tie("C1", "P2", "case_report", quality="strained"),
        ]
        assert finding(ties=ties).sentence == (
            "One tie between Court and Police is described as strained (case report). This is "
            "told by the side of Court only. Nobody at Police was asked."
        )

    def test_who_was_not_asked_is_not_said_where_both_were(self):
        made = tie("C1", "P1", quality="strained", reported_by="C1;P1")
        assert finding(ties=[made]).sentence.endswith("described as strained (contact).")

    def test_where_nobody_was_asked_that_is_said(self):
        people = tuple(one | {"interviewed": "no"} for one in PEOPLE)
        found = finding(people=people, ties=[tie("C1", "P1", quality="strained")])
        assert found.sentence.endswith("Nobody of either side is on record as asked.")

    def test_alike_gaps_are_counted_together(self):
        ties = [tie("police", one, "meeting_invitation", quality="absent") for one in ("C1", "C2")]
        assert (
            "A gap is reported between the two. There is no invitation to meetings from Police to "
            "two " in (finding(ties=ties).sentence)
        )

    def test_directed_gaps_say_from_whom_to_whom_others_between(self):
        one_way = tie("C1", "P1", "protocol", quality="absent")
        both = tie("C1", "P1", quality="absent", directed="no")
        assert (
            "no contact between one officer and one investigator. There is also no process "
            "(protocol) from one officer to one investigator."
        ) in finding(ties=[one_way, both]).sentence

    def test_gaps_are_told_alike_whatever_the_order_of_the_rows(self):
        gaps = [tie("C1", "P1", "protocol", quality="absent"), tie("C1", "P1", quality="absent")]
        gaps.append(tie("C1", "police", quality="absent"))
        told = {finding(ties=list(order)).sentence for order in permutations(gaps)}
        assert len(told) == 1

    def test_inside_an_agency_a_gap_is_a_finding_of_its_own(self):
        found = findings(ties=[tie("court", "C1", "protocol", quality="absent")])
        assert list(found) == ["gaps:court"]
        assert found["gaps:court"].sentence == (
            "A gap is reported inside Court. There is no process (protocol) from the staff of "
            "Court to "
            "one officer."
        )


class TestMerged:
    """One finding for single contact, strain and gaps; only a part that vanishes is capped."""

    gap = tie("C2", "P2", quality="absent")

    def test_one_finding_with_the_severity_of_the_worst_part(self):
        found = finding(ties=[*TWO, self.gap])
        assert (found.rule, found.severity) == ("single contact, gap", "high")
        assert found.numbers["parts"] == [
            {"name": "single contact", "severity": "high"},
            {"name": "gap", "severity": "moderate"},
        ]

    def test_a_part_that_vanishes_without_weak_rows_is_moderate_and_says_so(self):
        weak = [one | {"status": "inferred"} for one in TWO]
        found = finding(ties=[*weak, self.gap])
        assert (found.severity, found.id) == ("moderate", "contacts:court:police")
        assert found.sure.notes == (
            "Without inferred and illustrative rows the single contact is not there.",
        )

    def test_what_stays_keeps_its_severity(self):
        weak_gap = self.gap | {"status": "illustrative"}
        found = finding(ties=[*TWO, weak_gap])
        assert found.severity == "high"
        assert found.sure.notes == ("Without inferred and illustrative rows the gap is not there.",)

    @pytest.mark.parametrize("status", ["reported", "reported_of_group"])
    def test_reported_rows_are_not_weak(self, status):
        found = finding(ties=[one | {"status": status} for one in TWO])
        assert (found.severity, found.sure.notes) == ("high", ())


class TestEvidence:
    def test_sources_and_statuses(self):
        found = finding(("court", "C1", "police", "P1", 1), ties=[TWO[1] | {"status": "inferred"}])
        assert (found.sources, found.statuses) == (("coding", "log"), ("inferred", "reported"))
