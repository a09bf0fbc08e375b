"""The page Compare: a coalition over time, or beside another."""

import pandas as pd
import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet.model import Coalition, Settings
from collabnet.sharing.comparison import release_comparison
from collabnet.sharing.waves import release_waves
from collabnet_dashboards.panels.compare import beside, over_time
from hands import both_hands
from screen_page import text_of

ONE = "One of the three officers who carry the link from Court to Residential"


@pytest.fixture(scope="module")
def waves():
    return release_waves(cn.waves(cn.load("sample:two_waves")))


@pytest.fixture(scope="module")
def sites():
    return release_comparison(cn.compare(cn.load("sample:site_a"), cn.load("sample:site_b")))


class TestOverTime:
    def test_the_title_counts_the_links_to_ask_about(self, waves):
        assert over_time.title(waves) == "Two links to ask about"

    def test_warnings_stand_first_then_the_last_wave(self, waves):
        words = text_of(over_time.parts(waves))
        assert words.startswith("Early warnings No referral has gone from School to Shelter")
        assert words.index("2024 beside 2023") < words.index("July 2024 to December 2024 beside")
        assert "What is new and what is lost" in words

    def test_one_time_says_what_would_be_needed(self):
        alone = release_waves(cn.waves(cn.load("sample:programs")))
        assert over_time.title(alone) == "Nothing to compare with yet"
        assert "This coalition has one time only." in text_of(over_time.parts(alone))

    def test_findings_that_changed_say_what_they_said_and_say(self, waves):
        words = text_of(over_time.parts(waves))
        assert "Findings that changed Before: Three officers carry every referral" in words

    def test_without_a_log_no_warning_is_spoken_of(self):
        known = cn.load("sample:two_waves")
        survey = known.with_tables(referrals=known.referrals.iloc[:0])
        words = text_of(over_time.parts(release_waves(cn.waves(survey))))
        assert words.startswith("Survey wave 2024 beside 2023")
        assert "fell silent" not in words


class TestBeside:
    def test_what_differs_stands_before_the_tables(self, sites):
        words = text_of(beside.parts(sites))
        assert beside.title(sites) == "Site A beside Site B"
        assert words.index("What differs") < words.index("Site beside site")
        assert "81 % (48 of 59)" in words
        assert "Two sites are two cases, not two samples." in words

    def test_where_nothing_is_on_record_in_both_it_is_said(self):
        people = pd.DataFrame({"person_id": ["O1"], "agency_id": ["court"]})
        agencies = pd.DataFrame({"agency_id": ["court"]})
        bare = Coalition.from_frames(
            people=people, agencies=agencies, settings=Settings(name="Bare")
        )
        words = text_of(
            beside.parts(release_comparison(cn.compare(bare, cn.load("sample:site_b"))))
        )
        assert beside.NOTHING_TOLD in words
        assert beside.NO_LINKS in words


def test_what_is_compared_is_printed_for_partners_unless_asked(screen):
    """The page alone, in a tab of its own; with names only where that is said."""
    page = screen("sample:two_waves", path="/compare").ready("Two links to ask about").page
    for words, notice in (
        ("The comparison, for partners", "Made for partners: no names, small counts hidden."),
        ("With names: internal", "Internal: names staff."),
    ):
        with page.expect_popup() as opened:
            page.get_by_role("link", name=words).click()
        tab = opened.value
        expect(tab.get_by_role("heading", level=1)).to_have_text("Two waves over time")
        expect(tab.locator("header")).to_contain_text(notice)
        tab.close()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save it as a file").click()
    assert saved.value.suggested_filename == "comparison-partner.html"


def test_a_coalition_that_is_not_here_is_said_and_stays_in_the_address(screen):
    page = screen("sample:two_waves", path="/compare?with=nope").ready("Then and now").page
    expect(page.locator("#compare-body")).to_have_text(
        "The address asks to compare with a coalition that this dashboard doesn't know. Choose one "
        "in the box above."
    )
    expect(page.get_by_role("textbox", name="Compare with")).to_have_value("One that isn't here")
    assert "with=nope" in page.url


@both_hands
def test_last_year_and_another_site(screen, hand):
    """Question 7: what changed since last year; then the same page beside another coalition."""
    walk = hand(screen("sample:two_waves"))
    walk.go("Compare")
    page = walk.screen.ready("Two links to ask about").page
    walk.is_done_in_three_steps()
    body = page.locator("#compare-body")
    expect(body).to_contain_text(ONE)
    walk.choose("Compare with", "Site A")
    walk.screen.ready("Two waves beside Site A")
    expect(body.get_by_role("img")).to_have_count(2)
    assert "with=site_a" in page.url
    page.go_back()
    walk.screen.ready("Two links to ask about")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
def test_axe_finds_nothing_with_all_of_it_open(screen, width, scheme):
    page = screen("sample:two_waves", path="/compare", width=width, scheme=scheme)
    page.ready("Two links to ask about")
    page.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.is_accessible()
    page.page.goto(page.page.url.split("/compare")[0] + "/compare?c=site_a&with=site_b")
    page.ready("Site A beside Site B")
    page.is_accessible()
