"""Site A: a protocol, two hubs, and contacts that rest on one officer."""

import collabnet as cn
from collabnet.risk.continuity import departures
from samples.shared import assessment_of, coalition_of

COALITION = coalition_of("site_a")
FOUND = cn.assess(COALITION)
BY_ID = {one.id: one for one in FOUND.found}
COURT = COALITION.names["court_a"]
UNIT = COALITION.names["htu_a"]
CHILDREN = COALITION.names["childrens_division"]


class TestFindings:
    def test_which_there_are(self):
        assert [(one.severity, one.id) for one in FOUND.found] == [
            ("high", "hub:investigator_a1"),
            ("high", "contacts:bench_a:htu_a"),
            ("high", "contacts:court_a:fbi"),
            ("high", "contacts:court_a:prosecutor_a"),
            ("high", "hub:supervisor_a"),
            ("moderate", "pathway:court_a:htu_a"),
            ("moderate", "contacts:childrens_division:court_a"),
            ("moderate", "contacts:defense_a:htu_a"),
            ("moderate", "contacts:htu_a:residential_program"),
            ("moderate", "coverage:residential care"),
            ("moderate", "coverage:response team"),
            ("note", "coverage:legal"),
        ]

    def test_the_headline_pair(self):
        head = FOUND.headline
        assert (head.lost_low, head.lost_high, head.covered, head.of) == (0, 2, 120, 149)


class TestReferralPathways:
    def test_none_from_the_court_is_lost_for_good_by_one_departure(self):
        pathways = [p for p in FOUND.all_pathways if p.from_agency == "court_a"]
        assert len(pathways) > 4
        for pathway in pathways:
            for one in departures(pathway.rows):
                assert one.outcome != "lost", (pathway.pair, one.person)
        found = [one for one in BY_ID if one.startswith("pathway:court_a")]
        assert found == ["pathway:court_a:htu_a"]

    def test_sixty_from_eight_officers_to_a_position_need_no_finding(self):
        assert "pathway:court_a:residential_program" not in BY_ID

    def test_case_reports_to_one_investigator_wait_for_a_successor(self):
        found = BY_ID["pathway:court_a:htu_a"]
        assert found.severity == "moderate"
        assert found.sentence == (
            f"Ten officers carry the case reports from {COURT} to {UNIT} (60 in this log). "
            "An agreement covers them, and one person receives them all. If any one of the "
            "senders left, six case reports a year would wait until the post is filled. If the "
            "receiver left, all 60 would. The agreement names the position, so they are expected "
            "to pass on. How well isn't known."
        )


class TestHubs:
    def test_the_investigator(self):
        assert BY_ID["hub:investigator_a1"].sentence == (
            "12 of the 26 people and agencies with a tie count on one investigator at "
            f"{UNIT} (hub). "
            "If this post is empty, 12 contacts go unanswered until it is filled. "
            "The protocol names the position, so 11 are expected to pass to a successor. How "
            "well isn't known. For the one inside the unit no agreement is on record. "
            "The informal one, to the judges, would not pass on."
        )

    def test_the_supervisor(self):
        assert BY_ID["hub:supervisor_a"].sentence == (
            "13 of the 26 people and agencies with a tie count on one supervisor at "
            f"{COURT} (hub). "
            "If this post is empty, 13 contacts go unanswered until it is filled. "
            "The protocol names the position, so all 13 are expected to pass to a successor. How "
            "well isn't known. The informal one, to the judges, would not pass on."
        )

    def test_nobody_else(self):
        hubs = [one.people for one in FOUND.found if one.kind == "hub"]
        assert sorted(hubs) == [("investigator_a1",), ("supervisor_a",)]


class TestContacts:
    def test_prosecutor_and_fbi_rest_on_one_officer(self):
        for other in ("prosecutor_a", "fbi"):
            name = COALITION.names[other]
            found = BY_ID[f"contacts:court_a:{other}"]
            assert found.severity == "high"
            assert found.sentence == (
                f"One officer at {COURT} is the only usable direct contact between {COURT} and "
                f"{name}. If that person left, the two would have no direct contact. This is "
                f"told by the side of {COURT} only. Nobody at {name} was asked."
            )
            assert "officer_a6" in found.people

    def test_the_strained_tie_told_by_one_side(self):
        assert BY_ID["contacts:childrens_division:court_a"].sentence == (
            f"There is no working tie between {CHILDREN} and {COURT} "
            "on record. Ten ties between the two are described as strained (case report and team "
            f"invitation). This is told by the side of {COURT} only. Nobody at {CHILDREN} was "
            "asked."
        )

    def test_what_the_pathway_says_is_not_told_again(self):
        assert "contacts:court_a:htu_a" not in BY_ID


class TestWords:
    def test_words_that_are_never_used(self):
        text = str(FOUND.to_dict()).lower() + FOUND._repr_html_().lower() + FOUND.methods().lower()
        for word in ("protected", "prostitute", "delinquent", "rescue"):
            assert word not in text


class TestTwoSites:
    def test_the_headline_tells_them_apart(self):
        """Site B loses 48 of 59 for good and has nothing on paper; Site A loses 2, 120 covered."""
        site_b = assessment_of("site_b").headline
        assert (
            site_b.lost_low / site_b.of > 0.8 > 0.02 > FOUND.headline.lost_high / FOUND.headline.of
        )
        assert (site_b.covered, FOUND.headline.covered) == (0, 120)
