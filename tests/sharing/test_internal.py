"""What whoever holds the data sees: everything, under its notice."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.sharing import AUDIENCES, Released, ReleasedWhatIf, release, release_what_if
from samples.shared import assessment_of, coalition_of


@pytest.fixture(scope="module")
def site_b():
    return release(assessment_of("site_b"))


@pytest.fixture(scope="module")
def formalized():
    change = [cn.Formalizes("court_b", "residential_program")]
    return release_what_if(cn.what_if(assessment_of("site_b"), change))


class TestOnlySharingReleases:
    def test_a_released_value_is_made_by_release_alone(self, site_b):
        """Nobody else can make one, also not out of another."""
        with pytest.raises(TypeError, match=r"Only collabnet\.sharing makes released values"):
            replace(site_b, audience="partner")
        fields = {
            name: getattr(site_b, name) for name in Released.__dataclass_fields__ if name != "seal"
        }
        with pytest.raises(TypeError, match=r"call release\(assessment\)\."):
            Released(**fields)

    def test_the_same_holds_for_a_what_if(self, formalized):
        with pytest.raises(TypeError, match=r"Only collabnet\.sharing makes released values"):
            replace(formalized, audience="partner")
        assert isinstance(formalized, ReleasedWhatIf)

    def test_it_can_not_be_changed(self, site_b):
        with pytest.raises(AttributeError, match="cannot assign to field"):
            site_b.audience = "partner"

    def test_an_audience_is_one_of_three(self):
        assessment = assessment_of("g1")
        with pytest.raises(CollabnetError) as caught:
            release(assessment, "everybody")
        assert str(caught.value) == (
            "An audience is one of internal, partner, public; got 'everybody'. Choose one of them: "
            "internal names staff, the others don't."
        )
        assert [release(assessment, one).audience for one in AUDIENCES] == list(AUDIENCES)


class TestInternal:
    def test_it_stands_under_its_notice_and_label(self, site_b):
        assert site_b.notice == "Internal: names staff"
        assert site_b.label == "example: coding of a published article, log made up"
        assert all(one.statuses.startswith(site_b.label) for one in site_b.findings)

    def test_the_headline_pair(self, site_b):
        assert site_b.headline == (
            ("Referrals lost for good if one person leaves", "48 of 59"),
            ("Referrals covered by an agreement", "0 of 59"),
        )

    def test_people_are_listed_by_name(self, site_b):
        """Alphabetical, never by how much they carry."""
        for finding in site_b.findings:
            names = [person.name for person in finding.people]
            assert names == sorted(names)
        assert [person.id for person in site_b.findings[0].people] == [
            "officer_b1", "officer_b2", "officer_b3", "program_director",
        ]  # fmt: skip

    def test_thin_pathways_show_no_share(self, site_b):
        """Their count and the day of the last referral, and nothing computed from them."""
        assert list(site_b.thin) == ["id", "From", "To", "Referrals", "Last used"]
        assert site_b.thin["Referrals"].tolist() == ["2", "3"]
        ids = set(site_b.thin["id"])
        rows = site_b.pathways[site_b.pathways["id"].isin(ids)]
        assert set(rows["Busiest sender"]) == set(rows["Effective carriers"]) == {"–"}

    def test_a_hub_is_called_by_role(self):
        """No list of findings is a ranked list of named people."""
        found = release(assessment_of("site_a")).findings
        assert {one.subjects for one in found if one.kind == "hub"} == {
            "one investigator at Police unit",
            "one supervisor at Juvenile court",
        }

    def test_chances_stand_apart_and_only_with_rates(self, site_b):
        assert site_b.findings[0].chances == ()
        coalition = coalition_of("g1")
        assumed = cn.Assumptions(departure_rate=0.15, rate_label="middle")
        found = release(cn.assess(coalition.with_settings(assumptions=assumed))).findings
        words = [word for word, _ in found[0].chances]
        assert words[0] == "Chance that at least one carrier leaves within a year"
        assert set(found[0].chances) <= set(found[0].numbers)

    def test_chances_say_within_which_time(self):
        """0.2 a year for two years: 1 - exp(-0.4 x 3) that one of three officers leaves."""
        assumed = cn.Assumptions(departure_rate=0.2, years=2.0, takeover=(0.5, 0.5))
        given = coalition_of("g1").with_settings(assumptions=assumed)
        found = dict(release(cn.assess(given, worlds=0)).findings[0].chances)
        assert found["Chance that at least one carrier leaves within 2 years"] == "70 %"
        assert found["Expected referrals a year lost within 2 years"] == "5.4"

    def test_tables_name_findings_by_their_ids(self, site_b):
        ids = {*site_b.pathways["id"], *site_b.contacts["id"]}
        assert {one.id for one in site_b.findings if one.kind in ("pathway", "contacts")} <= ids


class TestMap:
    def test_every_end_is_on_the_map(self, site_b):
        actors = {row["id"] for key in ("agencies", "people") for row in site_b.map[key]}
        ends = {tie[end] for tie in site_b.map["ties"] for end in ("from", "to")}
        assert ends <= actors

    def test_the_log_is_one_line_for_each_two_ends(self, site_b):
        log = {tie["id"]: tie["strength"] for tie in site_b.map["ties"] if "log" in tie["id"]}
        assert log["log:officer_b1>program_director:informal"] == 21.0
        assert sum(log.values()) == 59 - 0

    def test_referrals_are_counted_by_month_and_service(self, site_b):
        (line,) = [
            tie
            for tie in site_b.map["ties"]
            if tie["id"] == "log:officer_b1>program_director:informal"
        ]
        assert sum(n for _, _, n in line["referrals"]) == line["strength"] == 21.0
        months = [month for month, _, _ in line["referrals"]]
        assert months == sorted(months)
        assert months[0] >= "2019-01"
        assert {len(month) for month in months} == {7}

    def test_ties_that_were_reported_have_a_kind_in_words_and_no_number(self, site_b):
        reported = [tie for tie in site_b.map["ties"] if tie["id"].startswith("tie:")]
        assert {tie["strength"] for tie in reported} == {None}
        assert {tuple(tie["referrals"]) for tie in reported} == {()}
        assert "case report" in {tie["kind"] for tie in reported}

    def test_outside_it_shows_sectors_only(self):
        outside = release(assessment_of("site_b"), "partner").map
        assert outside["people"] == []
        assert {tie["strength"] for tie in outside["ties"]} == {1.0}
        assert {row["label"] for row in outside["agencies"]} >= {"Juvenile court", "Judiciary"}


class TestWhatIf:
    def test_it_says_what_changed_in_words(self, formalized):
        assert formalized.changes == (
            "An agreement in use from Juvenile court to Residential program names the position.",
        )
        table = formalized.differences.set_index("What")
        assert table.loc["Referrals covered by an agreement"].tolist() == ["0", "48", "+48"]
        lost = table.loc["Referrals lost for good if one more person leaves"].tolist()
        assert lost == ["48", "0 to 6", "-48 to -42"]
        assert formalized.links == (("court_b", "residential_program", "gained"),)

    def test_the_headline_before_and_after(self, formalized):
        assert formalized.headline_before[1] == ("Referrals covered by an agreement", "0 of 59")
        assert formalized.headline_after[1] == ("Referrals covered by an agreement", "48 of 59")

    def test_an_empty_post_interrupts_what_would_pass_on(self):
        """What rests on an agreement waits; the informal tie goes; a gap isn't lost again."""
        leaves = cn.Leaves("investigator_a1", post="empty")
        found = release_what_if(cn.what_if(assessment_of("site_a"), [leaves]))
        assert found.highlight["gone"] == ["investigator_a1"]
        assert "log:officer_a1>investigator_a1:formal" in found.highlight["interrupted"]
        assert found.highlight["lost"] and not set(found.highlight["lost"]) & set(
            found.highlight["interrupted"]
        )
        assert found.links == (("court_a", "htu_a", "interrupted"),)

    def test_a_successor_keeps_what_passes_on(self):
        found = release_what_if(cn.what_if(assessment_of("site_a"), [cn.Leaves("investigator_a1")]))
        assert found.highlight["interrupted"] == []
        assert not any("log:" in tie for tie in found.highlight["lost"])

    def test_a_closed_agency_goes_with_its_people_and_ties(self):
        found = release_what_if(
            cn.what_if(assessment_of("site_b"), [cn.Closes("residential_program")])
        )
        assert set(found.highlight["gone"]) == {
            "residential_program", "program_director", "program_therapist",
        }  # fmt: skip
        assert "residential_program" in found.highlight["lost"]
        assert found.links == (("court_b", "residential_program", "lost"),)

    def test_a_finding_whose_link_is_gone_is_not_mended(self):
        """The director leaves: nothing is left of the pathway, and no success is claimed."""
        change = [cn.Leaves("program_director")]
        found = release_what_if(cn.what_if(assessment_of("site_b"), change))
        assert "pathway:court_b:residential_program" in found.broken
        assert set(found.broken) <= {one.id for one in found.resolved}


class TestUnseen:
    def test_people_without_any_tie_are_not_asked(self):
        """Never "connected to nobody"."""
        people = pd.DataFrame({"person_id": ["a", "b", "c"], "agency_id": ["x", "y", "y"]})
        ties = pd.DataFrame({"source": ["a"], "target": ["b"], "kind": ["contact"]})
        found = release(cn.assess(cn.Coalition.from_frames(people=people, ties=ties)))
        assert found.unseen[0] == (
            "One person without a referral, a tie or an answer: not asked, which is not the same "
            "as connected to nobody."
        )
        assert found.unseen[1] == "There is no referral log: who carries what isn't seen."

    def test_blank_senders_are_counted(self, site_b):
        assert "Of 59 referrals 6 name no sender and 6 no receiver." in site_b.unseen


class TestSeal:
    def test_nothing_else_takes_the_seal(self):
        """No module outside this package, and no other layer, imports it."""
        root = Path(cn.__file__).parent
        others = [path for path in root.rglob("*.py") if "sharing" not in path.parts]
        others += (root.parent / "dashboards").rglob("*.py")
        assert [path.name for path in others if "SEAL" in path.read_text("utf-8")] == []


class TestBroken:
    """A finding can be gone because there is nothing left to find: that isn't a remedy."""

    def broken(self, sample, *changes):
        found = release_what_if(cn.what_if(assessment_of(sample), changes))
        assert set(found.broken) <= {one.id for one in found.resolved}
        return found.broken

    def test_a_pathway_without_a_receiver_is_broken(self):
        found = self.broken("site_b", cn.Leaves("program_director"))
        assert "pathway:court_b:residential_program" in found

    def test_two_agencies_without_a_tie_are_broken(self):
        assert self.broken("site_b", cn.Leaves("officer_b1")) == ("contacts:court_b:htu_a",)

    def test_a_hub_who_has_left_is_broken(self):
        assert "hub:supervisor_a" in self.broken("site_a", cn.Leaves("supervisor_a"))

    def test_a_finding_that_is_mended_is_not_broken(self):
        assert self.broken("site_b", cn.Formalizes("court_b", "residential_program")) == ()

    def test_an_agency_that_closes_mends_nothing(self):
        found = release_what_if(cn.what_if(assessment_of("site_b"), [cn.Closes("court_b")]))
        assert set(found.broken) == {one.id for one in found.resolved}
