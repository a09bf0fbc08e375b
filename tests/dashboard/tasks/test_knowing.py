"""Tasks 9 and 10: what a word or number means; who answered, what is made up, what stays open."""

from playwright.sync_api import expect

from hands import both_hands


@both_hands
def test_what_a_word_or_number_means(screen, hand):
    """A word on the page opens its meaning where it stands; any other is found by typing."""
    walk = hand(screen())
    page = walk.page
    first = page.locator("#first li").first
    walk.press(first.locator("summary"))
    word = first.get_by_role("button", name="bus factor")
    walk.press(word)
    walk.is_done_in_three_steps()
    box = page.locator("#definition")
    expect(box).to_contain_text("more than half")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(word).to_be_focused()

    walk.go("Method and words")
    walk.write(page.get_by_label("Find a word or a number"), "cut set")
    expect(page.locator("#method-found")).to_contain_text("without whom nothing passes")
    walk.is_done_in_three_steps()


@both_hands
def test_who_answered_what_is_made_up_and_what_cannot_be_concluded(screen, hand):
    """The first page says it in a line; one step further it stands in full."""
    walk = hand(screen())
    page = walk.page
    line = page.locator("#quality")
    expect(line).to_contain_text("23 of 24 people were asked; 9 of 12 answered the survey.")
    walk.link("What we can't conclude from them", within=line)
    walk.screen.ready("9 of 12 answered the survey, and all 59 referrals are made up")
    for title in (
        "9 of 12 answered the survey",
        "What the rows rest on",
        "What can't be concluded",
    ):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    cannot = page.locator("#data-cannot")
    expect(cannot).to_contain_text("Who sent 6 of 59 referrals: their rows name no sender.")
    walk.is_done_in_three_steps()
    walk.screen.is_accessible()
