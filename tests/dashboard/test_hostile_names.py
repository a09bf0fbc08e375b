"""Names that would do harm are text: on every page with everything opened, and in the brief."""

import pytest
from playwright.sync_api import expect

from collabnet_dashboards.pages import PAGES
from hostile_names import NAMES, hostile_coalition

CHOSEN = "?c=given&agency=a0&w=leaves.p0~closes.a3"  # one opened, two changes tried
MADE = (
    "main script, main iframe, main object, main base, main meta, main body, main style,"
    "main math, main form, main b, main sub, main a[href*='elsewhere'], main a[href^='javascript'],"
    "main img:not([src^='data:']), main [onerror], main [onload], main [ontoggle], main [srcdoc]"
)


def test_on_every_page_with_everything_opened(screen, tmp_path):
    """No code runs, nothing is fetched from elsewhere, and no element comes of a name."""
    page = screen(hostile_coalition(tmp_path / "hostile"))
    browser = page.page
    base = browser.url.partition("/?")[0].rstrip("/")
    seen = ""
    for one in PAGES:
        if not one.in_navigation:
            continue
        browser.goto(f"{base}/{one.name}{CHOSEN}")
        expect(browser.locator(f"#{one.name}-page")).to_be_visible()
        browser.wait_for_load_state("networkidle")
        browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        seen += browser.locator("main").inner_text()
        found = browser.locator(MADE)
        assert found.count() == 0, (one.name, found.first.evaluate("e => e.outerHTML"))
        assert browser.evaluate("window.ran") is None, one.name
        expect(browser.locator("#collabnet-notice")).to_be_empty()
    flat = " ".join(seen.split())
    missing = [name for name in NAMES[:12] if " ".join(name.split()) not in flat]
    assert missing == []


@pytest.mark.parametrize("audience", ["partner", "internal"])
def test_in_the_brief(screen, tmp_path, audience):
    page = screen(hostile_coalition(tmp_path / "hostile")).ready().page
    page.goto(f"{page.url.partition('?')[0]}brief?c=given&audience={audience}")
    expect(page.locator("h1")).to_contain_text("what holds the links between agencies")
    assert page.evaluate("window.ran") is None
    made = page.locator("script, iframe, object, img, a, form, b, sub, math, [onload], [onerror]")
    assert made.count() == 0
