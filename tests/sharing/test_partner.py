"""The sentences that partners read, on the study sites and on small logs."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.sharing import release
from samples.shared import assessment_of
from sharing.drawn import YEAR, log
from sharing.test_outside import said


def partner(*rows, **settings):
    made = cn.Settings(**{**YEAR, **settings})
    return release(
        cn.assess(cn.Coalition.from_frames(referrals=log(*rows), settings=made)), "partner"
    )


class TestStudySites:
    def test_site_b(self):
        """The count of 48 may be said, who and how much each carries may not."""
        released = release(assessment_of("site_b"), "partner")
        assert released.headline == (
            ("Referrals lost for good if one person leaves", "a half at least"),
            ("Referrals covered by an agreement", "none"),
        )
        assert released.findings[0].sentence == (
            "Two or three officers carry every referral from the juvenile court agency to social "
            "services agency C (48 in this log). There is no agreement on record, and one person "
            "receives "
            "them all. If one of the senders left, some of the referrals would need another way. "
            "If the receiver left, all of them would."
        )
        assert released.findings[0].severity == "critical"

    def test_site_a(self):
        released = release(assessment_of("site_a"), "partner")
        assert released.headline[1][1] == "three quarters at least"
        hub = next(one for one in released.findings if one.kind == "hub")
        assert hub.sentence == (
            "A third of all who have ties here, or more, count on one person at the juvenile court "
            "agency (hub). If this post is empty, these contacts go unanswered until it is filled. "
            "Contacts under an agreement that names the position are expected to pass to a "
            "successor. How well isn't known. Some contacts rest on the person and would go along."
        )


class TestCounts:
    def test_below_11_nothing_but_that_it_is_small(self):
        """No finding, and nobody on either side: two senders would be two referrals at least."""
        found = partner(("a", "x", "b", "y", 6), ("a", "z", "b", "y", 4))
        assert found.findings == ()
        assert found.thin.iloc[0].tolist() == [
            "pathway:Agency A:Agency B", "Agency A", "Agency B", "<11", "No agreement on record",
        ]  # fmt: skip
        assert found.pathways.iloc[0].tolist()[3:] == [
            "<11", "withheld", "withheld", "No agreement on record", "withheld",
        ]  # fmt: skip
        assert found.contacts["Rests on one person"].tolist() == ["withheld"]
        assert found.nothing_found.endswith("or links with too few referrals to rank.")

    @pytest.mark.parametrize("n", [1, 5, 6, 10])
    def test_too_thin_to_rank_inside_and_not_read_alike(self, n):
        """Inside 1 to 5 are asked about and 6 to 10 are ranked; outside nobody can tell."""
        assert said(partner(("a", "x", "b", "y", n))) == said(partner(("a", "x", "b", "y", 3)))

    def test_from_11_on_the_count_is_shown(self):
        found = partner(("a", "x", "b", "y", 11))
        assert found.findings[0].numbers[0] == ("Referrals in the log", "11")

    def test_a_count_for_one_service_is_not_shown(self):
        """Beside the count for all services it would give the rest away."""
        found = partner(("a", "x", "b", "y", 11), ("a", "z", "b", "y", 3))
        assert len(found.pathways) == 1

    def test_critical_is_not_said_where_it_would_betray_a_count(self):
        """Twelve of 12 + n referrals: critical would say that n is 12 at most."""
        rows = [("a", "x", "b", "y", 12), ("a", "x", "c", "z", 6), ("a", "x", "d", "w", 6)]
        assert partner(*rows).findings[0].severity == "high"
        assert partner(*rows[:2]).findings[0].severity == "critical"

    def test_order_tells_no_small_count(self):
        """Small counts stand in the order of their labels."""
        first = partner(("a", "x", "c", "y", 7), ("b", "z", "d", "w", 9))
        second = partner(("a", "x", "c", "y", 9), ("b", "z", "d", "w", 7))
        assert first.thin["id"].tolist() == second.thin["id"].tolist()

    def test_a_single_contact_of_a_few_rows_is_not_told(self):
        """Whether they are fewer than six would show."""
        found = partner(("a", "x", "b", "y", 3), ("b", "y", "a", "x", 4))
        assert found.findings == ()
        assert found.thin["Referrals"].tolist() == ["<11", "<11"]

    def test_statuses_of_hidden_referrals_are_not_told(self):
        """Three of them would be three referrals at least."""
        rows = log(("a", "x", "b", "y", 3)).assign(
            evidence_status=["reported", "inferred", "illustrative"]
        )
        strained = {"source": "x", "target": "y", "kind": "contact", "quality": "strained"}
        ties = pd.DataFrame([{**strained, "status": "reported"}])
        given = cn.Coalition.from_frames(referrals=rows, ties=ties, settings=cn.Settings(**YEAR))
        assert cn.assess(given).found[0].statuses == ("illustrative", "inferred", "reported")
        found = release(cn.assess(given), "partner").findings[0]
        assert found.statuses == "reported"
        assert "illustrative" not in found.sure


class TestGaps:
    def sentence(self, *rows, at="b"):
        staff = {"x1": "a", "x2": "a", "y1": "b", "y2": at}
        people = pd.DataFrame({"person_id": list(staff), "agency_id": list(staff.values())})
        gap = {"source": "x2", "target": "y2", "kind": "contact", "quality": "absent"}
        given = cn.Coalition.from_frames(
            referrals=log(*rows) if rows else None,
            people=people,
            ties=pd.DataFrame([gap]),
            settings=cn.Settings(**YEAR),
        )
        released = release(cn.assess(given, worlds=0), "partner")
        return next(one.sentence for one in released.findings if "gap" in one.sentence)

    def test_where_others_are_in_touch_it_is_some_of_the_people(self):
        """Beside 48 referrals "there is no contact" would be false."""
        said = self.sentence(("a", "x1", "b", "y1", 48))
        assert "reported between agency " in said
        assert ". For some of their people there is no contact. " in said

    def test_so_it_is_inside_an_agency(self):
        said = self.sentence(at="a")
        assert said.startswith("A gap is reported inside agency ")
        assert ". For some of its people there is no contact. " in said

    def test_where_nobody_is_there_is_none(self):
        said = self.sentence()
        assert said.startswith("There is no working tie between agency ")
        assert ". A gap is reported between the two. There is no contact. " in said


class TestWords:
    def test_one_person_and_others_are_several(self):
        """The verb follows all who carry, those without a name included."""
        alone = partner(("a", "x", "b", "y", 15)).findings[0].sentence
        both = partner(("a", "x", "b", "y", 12), ("a", "", "b", "y", 3)).findings[0].sentence
        assert alone.startswith("One person carries every referral from agency A to agency B (15 ")
        assert both.startswith("One person and some who are not named carry the referrals from ")

    def test_a_range_from_nothing_keeps_its_low_end(self):
        """Of 28 to 32 referrals nobody or up to ten are lost: the hidden count may be any."""
        paper = {"from_agency": "c", "to_agency": "d", "in_use": "yes", "names_position": "yes"}
        coalition = cn.Coalition.from_frames(
            referrals=log(("a", "x", "b", "y", 9), ("c", "v", "d", "w", 22)),
            agreements=pd.DataFrame([{"agreement_id": "p1", **paper}]),
            settings=cn.Settings(**YEAR),
        )
        lost = release(cn.assess(coalition), "partner").headline[0]
        assert lost[1].startswith("none to a half")

    def test_a_log_that_names_nobody(self):
        found = partner(("a", "", "b", "", 20))
        assert found.findings[0].sentence == (
            "We don't know who carries the referrals from agency A to agency B (20 in this log): "
            "most rows name no sender. There is no agreement on record, and no row says who "
            "receives them."
        )

    def test_how_sure_gives_no_number_of_rows(self):
        """The exact bound would give it back."""
        found = partner(("a", "x", "b", "y", 30))
        assert found.findings[0].sure == "How sure: solid."

    def test_beside_small_counts_there_is_no_level(self):
        """A level asks for so many rows of all that an agency sends."""
        found = partner(("a", "x", "b", "y", 30), ("a", "x", "c", "z", 8))
        assert found.findings[0].sure == (
            "How sure: that can't be told without counts that are hidden."
        )


class TestMethod:
    def test_it_says_on_what_the_findings_rest(self):
        """Not on a log where there is none."""
        found = release(assessment_of("programs"), "partner")
        assert " on the agencies and people on record. " in found.methods
        assert found.when == "There is no log of referrals."
        both = release(assessment_of("two_waves"), "partner")
        assert " on a log of referrals and answers to a survey. " in both.methods
        assert both.when == "Log: 2023-01-01 to 2024-12-31."

    def test_no_chance_is_spoken_of_where_none_is_shown(self):
        """With rates or without: chances stay inside."""
        coalition = cn.load("sample:g1").with_settings(
            assumptions=cn.Assumptions(departure_rate=0.15)
        )
        assessment = cn.assess(coalition, worlds=0)
        inside, outside = (release(assessment, one).unseen for one in ("internal", "partner"))
        assert any(said.startswith("Chances assume 0.15") for said in inside)
        assert "Findings say what would break if somebody left, not how likely that is." in outside
        assert not any("0.15" in said for said in outside)

    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_how_many_answered_is_said_in_bands_everywhere(self, audience):
        found = release(assessment_of("two_waves"), audience)
        answers = [said for said in (*found.unseen, found.answered) if "of those asked" in said]
        assert len(answers) == 3
        assert all(said.startswith("Between half and 80 % of those asked ") for said in answers)
