"""The first screen in a browser: findings, people, what-if with before and after, undo."""

from playwright.sync_api import expect

from screen_page import FIRST

LOST = "Referrals lost for good if one person leaves"
COVERED = "Referrals covered by an agreement"
LEAVES = "Officer B1 at Juvenile court leaves; a successor is in the post."


class TestFindings:
    def test_the_first_finding_of_site_b_stands_first(self, screen):
        page = screen().ready().page
        expect(page.locator(".cn-finding").first).to_contain_text(FIRST)
        expect(page.locator("h1")).to_have_text("Site B: what breaks when somebody leaves")
        assert page.locator("h1").count() == 1

    def test_the_page_says_whom_it_names_and_what_the_data_are(self, screen):
        """The label stands on the page and on every finding, and the statuses too."""
        page = screen().ready().page
        label = "example: coding of a published article, log made up"
        expect(page.locator("#label")).to_contain_text("Internal: names staff")
        expect(page.locator("#label")).to_contain_text(label)
        said = page.locator(".cn-finding .cn-status").all_inner_texts()
        assert len(said) == 17
        assert all(text.startswith(f"{label}; ") for text in said)

    def test_the_headline_pair_is_large_and_in_words(self, screen):
        page = screen().ready()
        expect(page.figure(LOST)).to_contain_text("48 of 59")
        expect(page.figure(COVERED)).to_contain_text("0 of 59")

    def test_people_are_named_only_where_a_finding_is_opened(self, screen):
        """By name, never in order of what they carry."""
        page = screen().ready()
        expect(page.finding(FIRST).locator(".cn-people")).to_be_hidden()
        card = page.open(FIRST)
        names = card.locator(".cn-people strong")
        expect(names).to_have_text(["Officer B1", "Officer B2", "Officer B3", "Program director"])
        expect(names.first).to_be_visible()

    def test_an_opened_finding_tells_all_that_stands_behind_it(self, screen):
        card = screen().ready().open(FIRST)
        for words in (
            "Name a second person, or a shared inbox, at Residential program",
            "somebody not seen in them could still carry up to 6 %",
            "If all sent alike, as many (effective carriers)",
            "referrals.csv: rows 2, 4 to 6",
        ):
            expect(card.locator(".cn-opened")).to_contain_text(words)

    def test_thin_pathways_stand_apart_without_shares(self, screen):
        page = screen().ready().page
        thin = page.get_by_role("region", name="Too thin to rank: ask")
        expect(thin).to_contain_text("Youth shelter")
        expect(thin).not_to_contain_text("%")
        ranked = page.get_by_role("region", name="Pathways of all services together")
        expect(ranked).not_to_contain_text("Youth shelter")

    def test_the_table_has_the_facts_of_the_map(self, screen):
        page = screen().ready().page
        table = page.get_by_role("region", name="Ties and referrals of each two agencies")
        row = table.get_by_role("row").filter(has_text="Children's Division")
        expect(row.get_by_role("cell")).to_contain_text(["Children's Division", "Juvenile court"])
        expect(table.get_by_role("columnheader")).to_contain_text(
            ["Formal", "Informal", "Strained"]
        )


class TestChooser:
    def test_another_sample_shows_its_hubs(self, screen):
        page = screen().ready()
        page.choose("Coalition", "Site A")
        expect(page.page.locator("h1")).to_contain_text("Site A")
        expect(page.finding("12 of the 26 people and agencies with a tie")).to_be_visible()
        expect(page.finding("13 of the 26 people and agencies with a tie")).to_be_visible()

    def test_what_was_tried_stays_with_its_coalition(self, screen):
        page = screen().ready()
        page.choose("Person", "Officer B1 (deputy juvenile officer)")
        page.press("Try: successor there")
        page.tried(LEAVES)
        page.choose("Coalition", "Site A")
        expect(page.page.locator("h1")).to_contain_text("Site A")
        page.tried()


class TestWhatIf:
    def test_a_person_leaves_from_an_opened_finding(self, screen):
        page = screen().ready()
        page.ask(page.open(FIRST), "they leave? Officer B1")
        page.tried(LEAVES)
        expect(page.aside).to_contain_text("21 of 59 referrals would have no way to pass.")
        before_after = page.aside.get_by_role("region", name="Before and after")
        row = before_after.get_by_role("row").filter(has_text="still have a way to pass")
        expect(row.get_by_role("cell")).to_have_text([
            "Referrals that still have a way to pass", "59", "38"
        ])  # fmt: skip
        expect(page.figure(LOST)).to_contain_text("After the change: 27 of 38")
        after = page.finding(FIRST).locator(".cn-after")
        expect(after).to_contain_text("Two officers carry every referral")
        expect(page.spoken).to_contain_text(f"Tried: {LEAVES} 21 of 59 referrals")
        expect(page.aside).to_contain_text("Nobody rebuilds ties, and no colleague takes over.")

    def test_it_is_undone(self, screen):
        page = screen().ready()
        page.ask(page.open(FIRST), "they leave? Officer B1")
        page.tried(LEAVES)
        page.press("Undo the last")
        page.tried()
        expect(page.figure(LOST)).not_to_contain_text("After the change")
        expect(page.page.locator(".cn-after")).to_have_count(0)
        expect(page.spoken).to_have_text("Nothing is tried any more.")

    def test_a_post_is_empty(self, screen):
        """The critical finding is gone then because the link is: that is not called resolved."""
        page = screen().ready()
        page.ask(page.open(FIRST), "the post is empty? Program director")
        page.tried("Program director at Residential program leaves; the post is empty.")
        expect(page.aside).to_contain_text("48 of 59 referrals would have no way to pass.")
        gone = "gone, but not mended: the link itself is gone."
        expect(page.finding(FIRST).locator(".cn-after")).to_contain_text(gone)
        expect(page.aside).not_to_contain_text("Resolved")

    def test_a_link_is_put_on_paper(self, screen):
        page = screen().ready()
        card = page.open(FIRST)
        page.ask(card, "it is put on paper? from Juvenile court to Residential program")
        page.tried("An agreement in use from Juvenile court to Residential program names")
        expect(page.figure(COVERED)).to_contain_text("After the change: 48 of 59")
        expect(card.locator(".cn-after")).to_contain_text("Moderate instead of critical.")

    def test_changes_stack_and_each_can_be_taken_back(self, screen):
        page = screen().ready()
        page.choose("From", "Juvenile court")
        page.choose("To", "Residential program")
        page.press("Try: an agreement in use")
        page.tried("An agreement in use")
        page.choose("Person", "Program director")
        page.press("Try: post empty")
        page.tried("An agreement in use", "Program director")
        page.choose("Agency", "Youth shelter")
        page.press("Try: it closes")
        page.tried("An agreement in use", "Program director", "Youth shelter closes.")
        page.chips.nth(1).get_by_role("button").click()
        page.tried("An agreement in use", "Youth shelter closes.")
        page.press("Undo the last")
        page.tried("An agreement in use")
        page.choose("Person", "Officer B2 (deputy juvenile officer)")
        page.press("Try: post empty")
        page.tried("An agreement in use", "Officer B2")
        page.press("Clear all")
        page.tried()

    def test_of_one_person_the_last_wish_counts(self, screen):
        page = screen().ready()
        card = page.open(FIRST)
        page.ask(card, "they leave? Officer B1")
        page.tried(LEAVES)
        page.ask(card, "the post is empty? Officer B1")
        page.tried("Officer B1 at Juvenile court leaves; the post is empty.")

    def test_what_is_missing_is_said_beside_the_form(self, screen):
        page = screen().ready()
        page.press("Try: post empty")
        expect(page.page.get_by_role("alert").filter(has_text="Choose")).to_have_text(
            "Choose a person first."
        )

    def test_what_contradicts_the_changes_before_is_refused(self, screen):
        page = screen().ready()
        page.choose("Agency", "Juvenile court")
        page.press("Try: it closes")
        page.tried("Juvenile court closes.")
        page.choose("Person", "Officer B1 (deputy juvenile officer)")
        page.press("Try: post empty")
        refused = page.page.locator("#what-if-refused")
        expect(refused).to_contain_text("This can't be tried. There is no person 'officer_b1'.")
        page.tried("Juvenile court closes.")

    def test_the_map_shows_who_goes_and_what_is_lost(self, screen):
        page = screen().ready()
        page.ask(page.open(FIRST), "they leave? Officer B1")
        page.tried(LEAVES)
        highlight = page.page.wait_for_function(
            "() => { const cy = document.querySelector('.cn-map-canvas')._cyreg.cy;"
            " const gone = cy.nodes('.gone').map((n) => n.data('ref'));"
            " return gone.length ? [gone, cy.edges('.lost').length] : null; }"
        ).json_value()
        assert highlight[0] == ["officer_b1"]
        assert highlight[1] > 0

    def test_users_share_nothing(self, screen, page, browser):
        """What one browser tries, another doesn't see."""
        first = screen().ready()
        first.ask(first.open(FIRST), "they leave? Officer B1")
        first.tried(LEAVES)
        page.reload()
        first.ready().tried()
