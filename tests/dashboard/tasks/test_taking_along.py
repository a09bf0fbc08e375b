"""Tasks 7 and 8: a brief to print or save, and a link to exactly this view."""

from playwright.sync_api import expect

from hands import both_hands


@both_hands
def test_the_brief_is_opened_to_print_and_saved(screen, hand):
    """Two steps from any page; the file is the sheet that opens."""
    walk = hand(screen())
    page = walk.page
    menu = page.locator("#brief")
    ways = menu.get_by_role("link")
    walk.press(menu.locator("summary"))
    expect(ways).to_have_text(
        [
            "The brief, for partners",
            "Save the brief as a file",
            "Save the brief as PDF",
            "The brief, for the public",
            "The full report, for partners",
            "Save every table: XLSX",
            "The brief with names: internal",
        ]
    )
    with page.context.expect_page() as opened:
        walk.link("The brief, for partners", within=menu)
    walk.is_done_in_three_steps()
    title = "Site B: what holds the links between agencies"
    expect(opened.value.locator("h1")).to_have_text(title)
    opened.value.close()
    page.bring_to_front()
    expect(ways.first).to_be_hidden()
    walk.press(menu.locator("summary"))
    with page.expect_download() as saved:
        walk.link("Save the brief as a file", within=menu)
    assert saved.value.suggested_filename == "brief-partner.html"
    assert title in saved.value.path().read_text("utf-8")


@both_hands
def test_a_copied_link_leads_to_exactly_this_view(screen, hand):
    """What is tried and what is chosen come along; neither names nor data stand in it."""
    walk = hand(screen())
    page = walk.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walk.go("Links")
    walk.choose("Which links", "That rest on one person")
    cells = page.locator("#matrix .cn-matrix-link")
    expect(cells).to_have_count(1)
    walk.button("Copy link")
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    walk.is_done_in_three_steps()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert "only=one" in copied
    other = page.context.new_page()
    other.goto(copied)
    expect(other.locator("#matrix .cn-matrix-link")).to_have_count(1)
    expect(other.get_by_role("textbox", name="Which links")).to_have_value(
        "That rest on one person"
    )
    other.close()
