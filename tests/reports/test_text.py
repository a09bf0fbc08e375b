"""The text of an assessment and of a what-if, from what was released."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.reports.text import assessment_text, what_if_text
from collabnet.sharing import release, release_what_if
from samples.shared import assessment_of
from sharing.drawn import YEAR, log

LABEL = "example: coding of a published article, log made up"


@pytest.fixture(scope="module")
def site_b():
    return assessment_of("site_b")


class TestAssessment:
    def test_it_opens_with_name_label_notice_and_headline(self, site_b):
        lines = assessment_text(release(site_b)).splitlines()
        assert lines[:5] == [
            f"Site B [{LABEL}]",
            "Internal: names staff. Log: 2023-01-01 to 2023-12-31.",
            "",
            "Referrals lost for good if one person leaves  48 of 59",
            "Referrals covered by an agreement             0 of 59",
        ]

    def test_a_finding_says_how_bad_what_helps_how_sure_and_who(self, site_b):
        text = assessment_text(release(site_b))
        block = next(one for one in text.split("\n\n") if one.startswith("CRITICAL"))
        lines = block.splitlines()
        assert lines[0] == f"CRITICAL [{LABEL}; illustrative, inferred]"
        assert lines[1].startswith("  Three officers carry every referral from Juvenile court")
        assert lines[2].startswith("  What would help: Name a second person")
        assert lines[3].startswith("  How sure: solid. It holds in all of 200 simulated versions")
        assert (
            lines[4] == "  People concerned: Officer B1; Officer B2; Officer B3; Program director"
        )

    def test_every_finding_line_and_thin_line_bears_the_label(self, site_b):
        released = release(site_b)
        text = assessment_text(released)
        assert text.count(LABEL) == 1 + len(released.findings) + 1 + len(released.thin)

    def test_thin_pathways_stand_apart_without_shares(self, site_b):
        text = assessment_text(release(site_b))
        block = next(one for one in text.split("\n\n") if one.startswith("Too thin to rank: ask"))
        assert "%" not in block
        assert "from Juvenile court to Youth shelter: 3 in this log, last used on " in block

    def test_it_ends_with_what_is_not_seen(self, site_b):
        assert "What these data can't show\n- " in assessment_text(release(site_b))

    @pytest.mark.parametrize("width", [60, 80, 120])
    def test_no_line_is_wider_than_the_terminal(self, site_b, width):
        text = assessment_text(release(site_b), width)
        assert max(len(line) for line in text.splitlines()) <= width

    def test_nothing_found_is_no_all_clear(self):
        rows = [("a", "a", "b", "b", 30)]
        coalition = cn.Coalition.from_frames(
            agencies=None, referrals=log(*rows), settings=cn.Settings(**YEAR)
        )
        text = assessment_text(release(cn.assess(coalition)))
        assert (
            "Nothing could be found by the rules: the data name agencies, not people, so nobody's "
            "departure can be tried. That is no proof that nothing can break. Not looked at: "
        ) in text
        assert "- Whose departure would break a link: the data name agencies, not people." in text
        staffed = cn.Coalition.from_frames(
            agencies=None,
            people=pd.DataFrame({"person_id": ["p"], "agency_id": ["a"]}),
            referrals=log(*rows),
            settings=cn.Settings(**YEAR),
        )
        text = assessment_text(release(cn.assess(staffed)))
        assert "Nothing was found by the rules. That is no proof that nothing can break" in text

    def test_without_a_log_no_referrals_are_counted(self):
        people = pd.DataFrame({"person_id": ["p", "q"], "agency_id": ["a", "b"]})
        ties = pd.DataFrame({"source": ["p"], "target": ["q"], "kind": ["contact"]})
        assessment = cn.assess(cn.Coalition.from_frames(people=people, ties=ties))
        none = "there is no referral log, so no referrals can be counted"
        for audience in ("internal", "partner"):
            text = assessment_text(release(assessment, audience))
            assert text.count(none) == 2
            assert "0 of 0" not in text
        assert "There is no referral log, so no referrals can be counted." in (
            assessment._repr_html_()
        )

    def test_outside_no_people_are_listed(self, site_b):
        text = assessment_text(release(site_b, "partner"))
        assert "People concerned" not in text
        assert text.startswith(
            f"Site B [{LABEL}]\nMade for partners: no names, small counts hidden."
        )

    def test_the_word_protected_is_never_used(self):
        for name in ("site_a", "site_b", "g1"):
            assessment = assessment_of(name)
            for audience in ("internal", "partner", "public"):
                assert "protected" not in assessment_text(release(assessment, audience)).lower()


class TestWhatIf:
    def test_it_says_changes_assumptions_differences_and_findings(self):
        changes = [cn.Formalizes("court_b", "residential_program")]
        text = what_if_text(release_what_if(cn.what_if(assessment_of("site_b"), changes)))
        assert text.startswith(
            f"What if: Site B [{LABEL}]\nInternal: names staff.\n\nChanged\n- An"
        )
        assert "Assumed\n- Nobody rebuilds ties" in text
        assert (
            "Referrals covered by an agreement                         0       48      +48" in text
        )
        assert f"48 referrals before, 48 after; on paper 0 before, 48 after [{LABEL}]" in text
        assert f"CRITICAL, then MODERATE [{LABEL}; illustrative]\n  Before: Three officers" in text

    def test_a_finding_whose_link_is_gone_is_not_called_mended(self):
        """After somebody left nothing is left of the link; that is no success."""
        text = what_if_text(release_what_if(cn.what_if(assessment_of("g1"), [cn.Leaves("I1")])))
        assert "Findings whose link itself is gone (2)" in text
        assert "mended" not in text
