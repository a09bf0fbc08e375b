"""What the panels decide, without a browser."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Closes, Formalizes, Leaves
from collabnet.sharing import release, release_what_if
from collabnet_dashboards import ids
from collabnet_dashboards.asked import to_plain
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels import findings, headline, what_if
from collabnet_dashboards.panels.finding import LONG, parts
from collabnet_dashboards.panels.result import MOST, bar, lead, result, spoken
from screen_page import FIRST, text_of

SITE_B = cn.assess(cn.load("sample:site_b"))
SITE_A = cn.assess(cn.load("sample:site_a"))

CHOSEN = {
    ids.PERSON: "ann",
    ids.FROM_AGENCY: "court",
    ids.TO_AGENCY: "shelter",
    ids.AGENCY: "clinic",
}


@pytest.fixture(scope="module")
def site_b():
    return release(SITE_B)


def tried(*changes, of=SITE_B):
    return release_what_if(cn.what_if(of, changes))


class TestHeadline:
    def test_two_figures_with_words(self, site_b):
        said = [text_of(one) for one in headline.figures(site_b, None)]
        assert said[0].startswith("48 of 59 Referrals lost for good if one person leaves")
        assert said[1].startswith("0 of 59 Referrals covered by an agreement")

    def test_a_remark_stands_below_the_figure(self, site_b):
        found = tried(Formalizes("court_b", "residential_program"))
        said = text_of(headline.figures(site_b, found)[0])
        assert said.endswith("After the change: 0 to 6 of 59 (not known what is on paper)")

    def test_a_figure_that_stays_is_said_to_stay(self, site_b):
        said = text_of(headline.figures(site_b, tried(Closes("youth_shelter")))[0])
        assert said.endswith("After the change: 48 of 56")
        said = text_of(headline.figures(site_b, tried(Formalizes("bench_b", "police_b")))[0])
        assert said.endswith("After the change: not changed")


class TestFindings:
    def test_severities_stand_above_their_findings(self, site_b):
        said = [text_of(one) for one in findings.listed(site_b, 25)]
        assert said[0].startswith(f"Critical 1 finding {FIRST}")
        assert said[2].startswith("Moderate 12 findings")

    def test_only_the_first_are_listed(self, site_b):
        said = text_of(findings.listed(site_b, 1))
        assert "Three officers" in said
        assert "We don't know" not in said

    def test_a_coalition_without_findings_says_so(self):
        few = cn.Coalition.from_frames(
            ties=pd.DataFrame(
                {"source": ["a", "a"], "target": ["b", "b"], "kind": ["trust", "advice"]}
            ),
            agencies=pd.DataFrame({"agency_id": ["a", "b"]}),
        )
        assert text_of(findings.listed(release(cn.assess(few)), 25)) == (
            "Nothing could be found by the rules: the data name agencies, not people, so nobody's "
            "departure can be tried. That is no proof that nothing can break. Not looked at: "
            "referrals that nobody logged or contacts that nobody spoke of."
        )

    def test_marks_stand_only_where_something_changes(self, site_b):
        places = [one.id for one in site_b.findings]
        marks = findings.marks(site_b, tried(Leaves("officer_b1")), len(places))
        assert marks[0].startswith("Two officers carry every referral")
        assert marks[1] == ""
        gone = places.index("contacts:court_b:htu_a")
        assert marks[gone] == "gone, but not mended: the link itself is gone."

    def test_a_hub_who_has_left_is_said_to_have_left(self):
        found = tried(Leaves("investigator_a1"), of=SITE_A)
        assert findings.marks(release(SITE_A), found, 1) == [
            "gone, but not mended: the person has left."
        ]

    def test_a_new_severity_is_said_first(self, site_b):
        found = tried(Formalizes("court_b", "residential_program"))
        assert findings.marks(site_b, found, 1)[0].startswith("Moderate instead of critical. Three")

    def test_without_a_what_if_nothing_is_marked(self, site_b):
        assert findings.marks(site_b, None, 3) == ["", "", ""]


class TestOpened:
    def named(self, finding, can_leave=("officer_b1",)):
        return {part["title"]: part for part in parts(finding, can_leave)}

    def test_groups_cannot_leave(self, site_b):
        asks = self.named(site_b.findings[0])["People concerned, by name"]["people"]
        assert [len(one["asks"]) for one in asks] == [2, 0, 0, 0]

    def test_paper_is_offered_for_pathways_only(self, site_b):
        by_kind = {one.kind: self.named(one) for one in site_b.findings}
        asked = by_kind["pathway"]["This link"]["asks"][0]["asked"]["change"]
        assert asked["what"] == "formalizes"
        assert "This link" not in by_kind["contacts"]

    def test_hubs_can_be_tried_where_they_are_named(self):
        hub = release(SITE_A).findings[0]
        who = self.named(hub, hub.subject_ids)["People concerned, by name"]["people"]
        assert [ask["asked"]["change"]["post"] for ask in who[0]["asks"]] == ["filled", "empty"]

    def test_many_rows_are_folded_away(self, site_b):
        part = self.named(site_b.findings[0])["Rows it stands on"]
        assert "fold" not in part
        long = cn.Coalition.from_frames(
            **{
                name: getattr(SITE_B.coalition, name)
                for name in ("agencies", "people", "ties", "agreements")
            },
            referrals=SITE_B.coalition.referrals.loc[
                lambda log: log.index.repeat(1 + log.index % 9)
            ],
        )
        part = self.named(release(cn.assess(long)).findings[0])["Rows it stands on"]
        assert sum(map(len, part["lines"])) <= LONG or part["fold"].endswith(" rows")


class TestWhatIfForm:
    """The form: a person, a link, an agency."""

    @pytest.mark.parametrize(
        ("button", "change"),
        [
            (ids.POST_FILLED, Leaves("ann")),
            (ids.POST_EMPTY, Leaves("ann", "empty")),
            (ids.ON_PAPER, Formalizes("court", "shelter")),
            (ids.CLOSES, Closes("clinic")),
        ],
    )
    def test_each_button_asks_for_its_change(self, button, change):
        assert what_if.wished(button, CHOSEN) == change

    @pytest.mark.parametrize(
        ("button", "words"),
        [
            (ids.POST_FILLED, "Choose a person first."),
            (ids.ON_PAPER, "Choose both agencies of the link first."),
            (ids.CLOSES, "Choose an agency first."),
        ],
    )
    def test_what_is_missing_is_said(self, button, words):
        with pytest.raises(CollabnetError) as caught:
            what_if.wished(button, {})
        assert str(caught.value) == words

    def test_a_link_needs_two_agencies(self):
        with pytest.raises(CollabnetError, match="A link joins two agencies"):
            what_if.wished(ids.ON_PAPER, CHOSEN | {ids.TO_AGENCY: "court"})

    def test_people_stand_under_their_agencies_by_name_without_groups(self, site_b):
        groups = {
            group["label"]: [one["label"] for one in group["options"]]
            for group in what_if.people_groups(site_b)
        }
        assert groups["Residential program"] == [
            "Program director",
            "Program therapist (therapist)",
        ]
        assert "Judges" not in groups
        assert groups["Juvenile court"][0] == "Officer B1 (deputy juvenile officer)"

    def test_what_can_not_be_done_leaves_the_changes_as_they_are(self):
        desk = Desk()
        opened, _ = desk.open("site_b")
        one = [to_plain(Closes("court_b"))]
        asked = {"do": "try", "change": to_plain(Leaves("officer_b1"))}
        after, why = what_if.stacked(desk, opened, one, asked)
        assert after == one
        assert why.startswith("This can't be tried. There is no person 'officer_b1'.")


class TestResult:
    def test_it_leads_with_what_has_no_way_any_more(self):
        """With a link gone, less is left to lose: the headline alone would look better."""
        assert lead(tried(Leaves("program_director", "empty"))) == (
            "48 of 59 referrals would have no way to pass."
        )
        assert lead(tried(Formalizes("court_b", "residential_program"))) == (
            "All 59 referrals would still have a way to pass."
        )

    def test_what_waits_for_a_successor_is_told_apart(self):
        waits = "they are expected to pass on once the post is filled"
        assert waits in text_of(result(tried(Leaves("investigator_a1", "empty"), of=SITE_A)))
        assert waits in spoken(tried(Leaves("investigator_a1", "empty"), of=SITE_A))
        assert waits not in text_of(result(tried(Leaves("program_director", "empty"))))

    def test_what_is_broken_is_not_called_resolved(self):
        said = text_of(result(tried(Leaves("program_director"))))
        assert "Gone, but not mended: the link, person or agency is gone (2)" in said
        assert "Resolved" not in said

    def test_what_is_assumed_is_said(self):
        said = text_of(result(tried(Leaves("officer_b1"))))
        assert "Nobody rebuilds ties, and no colleague takes over." in said

    def test_a_change_without_effect_says_so(self):
        said = text_of(result(tried(Formalizes("bench_b", "police_b"))))
        assert "None of the figures changes." in said
        assert "The findings stay as they are." in said

    def test_only_figures_that_change_are_listed(self):
        said = text_of(result(tried(Formalizes("court_b", "residential_program"))))
        assert "Referrals covered by an agreement 0 48" in said
        assert "Pathways between agencies" not in said

    def test_many_findings_are_cut_with_their_number(self):
        found = tried(Closes("court_b"))
        object.__setattr__(found, "resolved", found.resolved[:1] * (MOST + 3))
        assert "and 3 more." in text_of(result(found))

    def test_it_is_read_out_in_sentences(self):
        assert spoken(tried(Leaves("officer_b1"))) == (
            "Tried: Officer B1 at Juvenile court leaves; a successor is in the post. 21 of 59 "
            "referrals would have no way to pass. Referrals lost for good if one person leaves: 27 "
            "of 38. Referrals covered by an agreement: 0 of 38. Findings: 4 not the same as "
            "before, 1 no longer found."
        )

    def test_the_bar_counts_what_is_tried(self):
        found = tried(Leaves("officer_b1"), Leaves("officer_b2"))
        assert text_of(bar(found)).startswith("2 changes tried. ")
