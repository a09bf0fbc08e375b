"""What whoever holds the data may see of each link, and of how good the data are."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.sharing import release_links
from collabnet.sharing.quality import ReleasedQuality, release_quality
from collabnet.sharing.released_links import ReleasedLinks
from samples.shared import assessment_of

SITE_B = assessment_of("site_b")


@pytest.fixture(scope="module")
def links():
    return release_links(SITE_B)


def log(*rows, **more):
    """Assess a coalition of two agencies with these referrals: month, sender and receiver."""
    table = [
        {
            "date": f"2023-{month:02d}-05",
            "from_agency": "court", "from_person": sender,
            "to_agency": "clinic", "to_person": receiver,
        }
        for month, sender, receiver in rows
    ]  # fmt: skip
    people = pd.DataFrame(
        {"person_id": ["zoe", "ann", "bob"], "agency_id": ["court", "court", "clinic"]}
    )
    agencies = pd.DataFrame({"agency_id": ["court", "clinic"]})
    return cn.assess(
        cn.Coalition.from_frames(
            referrals=pd.DataFrame(table), people=people, agencies=agencies, **more
        )
    )


class TestLinks:
    def test_each_way_is_a_link_with_its_figures(self, links):
        link = links.link("court_b", "residential_program")
        assert (link.referrals, link.a_year) == (48, "48 (35 to 64)")
        assert link.forms == {"formal": 0, "informal": 48, "unknown": 0}
        assert link.passes == {"no": 48}
        assert (link.sending, link.receiving) == ("three people", "one person")
        assert (link.one_sends, link.one_receives, link.rests_on_one) == (False, True, True)
        assert len(link.rows) == 48
        assert links.link("residential_program", "court_b") is None

    def test_services_are_links_of_their_own(self, links):
        assert links.services == ("case management", "residential care", "shelter", "therapy")
        only = release_links(SITE_B, service="therapy")
        assert [(one.from_name, one.to_name) for one in only.links] == [
            ("Police", "Children's services")
        ]
        assert only.services == links.services
        assert links.link("court_b", "youth_shelter").by_service == (("shelter", 3),)

    def test_people_stand_by_name_whatever_they_carry(self):
        rows = [(month, "zoe", "bob") for month in range(1, 8)] + [(8, "ann", "bob")]
        link = release_links(log(*rows)).link("court", "clinic")
        assert [one.name for one in link.senders] == ["ann", "zoe"]

    def test_blank_ends_are_counted_and_nobody_is_alone(self):
        released = release_links(log(*[(month, "", "bob") for month in range(1, 7)]))
        link = released.link("court", "clinic")
        assert (released.n_referrals, released.n_blank) == (6, 6)
        assert (link.one_sends, link.one_receives, link.has_blanks) == (False, True, True)
        assert link.sending == "nobody named"

    def test_few_referrals_are_thin(self):
        link = release_links(log((1, "ann", "bob"), (2, "ann", "bob"))).link("court", "clinic")
        assert link.is_thin

    def test_an_agreement_in_part_makes_it_mixed(self):
        ties = pd.DataFrame(
            {
                "source": ["ann"], "target": ["bob"], "kind": ["referral"], "basis": ["formal"],
            }
        )  # fmt: skip
        released = release_links(log((1, "ann", "bob"), (2, "zoe", "bob"), ties=ties))
        link = released.link("court", "clinic")
        assert (link.form, dict(link.forms)) == (
            "mixed", {"formal": 1, "informal": 0, "unknown": 1},
        )  # fmt: skip

    def test_nothing_of_it_goes_outside(self):
        with pytest.raises(
            CollabnetError,
            match=r"^Links one by one are for whoever holds the data: their counts are of single "
            r"people; got the audience 'partner'\. Pass on a brief: it has the links in bands.$",
        ):
            release_links(SITE_B, "partner")

    def test_nobody_else_makes_released_values(self):
        with pytest.raises(TypeError, match=r"^Only collabnet\.sharing makes released values"):
            ReleasedLinks("internal", "", "", "", None, (), 0, 0, ())
        with pytest.raises(TypeError, match=r"^Only collabnet\.sharing makes released values"):
            ReleasedQuality("", "", "")


class TestQuality:
    def test_one_line_says_who_was_asked_what_is_blank_and_what_is_made_up(self):
        assert release_quality(SITE_B).line == (
            "23 of 24 people were asked; 9 of 12 answered the survey. 59 referrals in the log; 6 "
            "name nobody at one end or both. The whole log is made up; 18 of 74 ties, people and "
            "agreements are inferred or made up."
        )

    def test_observed_data_say_nothing_of_the_kind(self):
        found = release_quality(log((1, "ann", "bob")))
        assert found.line == (
            "Nobody is on record as asked. 1 referral in the log, all with both ends named."
        )

    def test_agencies_alone_and_no_log_are_said(self):
        assert release_quality(assessment_of("programs")).line == (
            "The data name agencies, not people. There is no log of referrals."
        )
