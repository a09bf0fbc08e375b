"""What the network map shows: filters, closed agencies, neighbors, very many, saved pictures."""

import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from collabnet.plots.layout import positions
from collabnet.plots.map_svg import map_svg
from map_page import ELEMENTS, PLACES, map_app, tie

SVG = "{http://www.w3.org/2000/svg}"
ALL = {"t:t1", "t:t2", "t:t4", "t:t5", "t:t6", "t:t8"}


def large(n_agencies=70, staff=9):
    """Make up more than 600 actors; agency i sends i referrals to the next, by two people."""
    agencies = [{"id": f"a{i}", "label": f"Agency {i}"} for i in range(n_agencies)]
    people = [
        {"id": f"p{i}.{j}", "label": f"Person {i}.{j}", "agency": f"a{i}"}
        for i in range(n_agencies)
        for j in range(staff)
    ]
    ties = [
        tie(f"t{i}.{j}.{k}", f"p{i}.{j}", f"p{(i + k) % n_agencies}.0", kind="referral",
            strength=i + 1, referrals=[["2024-01", "shelter", i + 1]], directed=True)
        for i in range(n_agencies)
        for j in range(2)
        for k in (1, 2, 3)
    ]  # fmt: skip
    return {"agencies": agencies, "people": people, "ties": ties}


class TestFilters:
    def test_the_legend_hides_and_shows_again(self, opened):
        chart = opened()
        chart.draws(ALL)
        chart.tells("4 agencies, 7 people, 7 of 9 ties shown.")
        missing = chart.button("reported missing")
        assert missing.get_attribute("aria-pressed") == "false"
        missing.click()
        chart.tells("4 agencies, 7 people, 9 ties shown.")
        chart.draws(ALL | {"t:t7", "t:t9"})
        chart.becomes("filters", {"qualities": ["usable", "strained", "absent"]})
        missing.click()
        chart.button("strained").click()
        chart.until("cy.getElementById('t:t5').hidden()")
        chart.draws(ALL - {"t:t5"})
        chart.button("informal: held by the person").click()
        chart.tells("4 agencies, 7 people, 2 of 9 ties shown.")
        chart.draws({"t:t4", "t:t6"})
        chart.button("Clear all filters").click()
        chart.tells("4 agencies, 7 people, 7 of 9 ties shown.")
        chart.becomes("filters", None)
        chart.button("contact").click()
        chart.tells("4 agencies, 7 people, 3 of 9 ties shown.")
        chart.draws({"t:t1", "t:t2"})
        chart.becomes("filters", {"relations": ["information", "protocol", "referral"]})
        chart.button("contact").click()
        chart.button("law enforcement").click()  # a sector goes with its people and their ties
        chart.tells("2 of 4 agencies, 5 of 7 people, 3 of 9 ties shown.")
        assert chart.ask("cy.nodes('.agency').map(n => n.data('ref'))") == ["court", "shelter"]
        chart.click("p:ann")
        chart.hears(re.compile("^Ann. Officer. Juvenile court. 2 ties: .* 2 more not shown."))

    def test_service_period_and_strength_count_exactly(self, opened, page):
        chart = opened()
        page.get_by_label("Service").select_option("shelter")
        chart.tells("4 agencies, 7 people, 2 of 9 ties shown.")
        chart.draws({"t:t1", "t:t2"})
        page.get_by_label("From").select_option(label="Feb 2024")
        chart.tells("4 agencies, 7 people, 1 of 9 ties shown.")
        chart.draws({"t:t2"})  # those for a shelter by Ann were in January
        page.get_by_label("Service").select_option(label="all services")
        chart.until("cy.getElementById('t:t1').visible()")
        chart.draws(ALL)  # ties without a month stay
        page.get_by_label("To").select_option(label="Feb 2024")
        chart.tells("4 agencies, 7 people, 6 of 9 ties shown.")
        chart.draws({"t:t2", "t:t3", "t:t4", "t:t5", "t:t6", "t:t8"})
        chart.becomes("filters", {"from": "2024-02", "to": "2024-02"})
        chart.button("Clear all filters").click()
        page.get_by_label("Referrals, at least").fill("4")
        chart.until("cy.getElementById('t:t2').hidden()")
        chart.draws(ALL - {"t:t2"})  # ties that aren't counted stay
        chart.becomes("filters", {"least": 4})


class TestAgencies:
    def test_they_close_open_and_bundle_their_ties(self, opened, page):
        chart = opened()
        page.mouse.dblclick(*chart.spot("n:court"))
        chart.hears("Juvenile court is closed.")
        chart.until("cy.getElementById('p:ann').empty()")
        assert chart.style("a:court", "label") == "Juvenile court\n3 people"
        assert chart.ask("cy.getElementById('a:court').position()") == {"x": -200, "y": 0}
        bundle = chart.ask("cy.getElementById('t:t1').data('members').map(t => t.id)")
        assert bundle == ["t1", "t2", "t3"]
        page.mouse.move(*chart.spot("t:t1"))
        expect(page.locator(".cn-map-tip strong")).to_have_text(
            re.compile("^(Juvenile court – Dee|Dee – Juvenile court)$")
        )
        chart.becomes("collapsed", ["court"])
        chart.button("Close all agencies").click()
        chart.hears("All agencies are closed.")
        chart.tells("4 agencies, 0 of 7 people, 7 of 9 ties shown.")
        assert chart.ask("cy.nodes().length") == 4
        expect(chart.button("Close all agencies")).to_have_count(0)
        # Search opens the agency of whom it finds.
        page.locator(".cn-map-search input").fill("detec")
        page.locator(".cn-map-found").get_by_role("option").click()
        chart.hears(re.compile("^Cal. Detective, hub. Police. .* Selected.$"))
        chart.shows("person cal")
        chart.becomes("collapsed", ["court", "shelter", "fbi"])
        chart.button("Open all agencies").click()
        chart.tells("4 agencies, 7 people, 7 of 9 ties shown.")

    def test_neighbors_in_one_step_and_in_two(self, opened, page):
        chart = opened()
        expect(chart.button("Neighbors only")).to_be_disabled()
        chart.click("p:bea")
        chart.button("Neighbors only").click()
        chart.hears("Bea and their neighbors.")
        chart.tells("3 of 4 agencies, 3 of 7 people, 2 of 9 ties shown.")
        assert set(chart.ask("cy.nodes('.person').map(n => n.data('ref'))")) == {
            "bea", "dee", "team"
        }  # fmt: skip
        chart.button("2 steps").click()
        chart.hears("Bea and their neighbors and the neighbors of these.")
        chart.tells("3 of 4 agencies, 4 of 7 people, 4 of 9 ties shown.")
        chart.becomes("focus", {"what": "person", "id": "bea", "steps": 2})
        chart.button("Everybody").click()
        chart.tells("4 agencies, 7 people, 7 of 9 ties shown.")


class TestVeryMany:
    def test_agencies_and_the_strongest_lines_with_a_way_in(self, opened, page):
        many = large()
        chart = opened(map_app(many, positions(**many)))
        expect(page.locator(".cn-map-many")).to_have_text(
            "630 people are too many to draw at once. You see 70 agencies and the 150 strongest of "
            "210 lines. Open an agency to see its people: double-click it, or press E on it."
        )
        assert chart.ask("[cy.nodes().length, cy.edges().length]") == [70, 150]
        assert chart.ask("cy.getElementById('t:t0.0.1').empty()")  # the weakest
        expect(chart.button("Open all agencies")).to_have_count(0)
        page.locator(".cn-map-search input").fill("person 40.3")
        page.keyboard.press("Enter")
        chart.shows("person p40.3")
        assert chart.ask("cy.nodes('.person').length") == 9
        # Its own people are tied with the agencies around, which stay closed.
        ends = chart.ask("cy.getElementById('p:p40.0').connectedEdges().map(e => e.data('ends'))")
        assert sorted({end for pair in ends for end in pair}) == [
            "a37", "a38", "a39", "a41", "a42", "a43", "p40.0"
        ]  # fmt: skip
        chart.becomes("collapsed", [f"a{i}" for i in range(70) if i != 40])


class TestPictures:
    @pytest.fixture
    def saved(self, opened, page):
        chart = opened(
            map_app(title="Who works with whom", label="Internal: names staff. Made up.")
        )
        page.evaluate("document.documentElement.setAttribute('data-mantine-color-scheme', 'dark')")
        chart.drag("p:dee", 25, 15)
        chart.until("document.querySelector('#state').textContent.includes('dee')")

        def save(name):
            with page.expect_download() as download:
                chart.button(f"Save as {name} picture").click()
            assert download.value.suggested_filename == f"network-map.{name.lower()}"
            return download.value.path().read_bytes()

        return chart, save

    def test_svg_and_png_show_what_is_drawn_where_it_is_drawn_in_light_colours(self, saved):
        chart, save = saved
        words = save("SVG").decode("utf-8")
        root = ElementTree.fromstring(words)
        assert root.find(f"{SVG}title").text == "Who works with whom"
        texts = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
        assert "Internal: names staff. Made up." in texts
        assert {"Ann", "Intake desk", "Youth shelter", "formal", "strained"} <= set(texts)
        rounds = {
            (float(one.get("cx")), float(one.get("cy"))) for one in root.findall(f"{SVG}circle")
        }
        for name in ("ann", "bea", "cal", "who", "dee"):
            at = chart.ask(f"cy.getElementById('p:{name}').position()")
            assert (round(at["x"], 1), round(at["y"], 1)) in rounds
        assert at["x"] != PLACES["people"]["dee"][0]  # where it was dragged to
        strokes = {one.get("stroke") for one in root.findall(f"{SVG}path")}
        assert {"#0072b2", "#d55e00", "#a8437f"} <= strokes
        assert root.findall(f"{SVG}rect")[0].get("fill") == "#ffffff"
        assert save("PNG").startswith(b"\x89PNG")

    def test_ends_of_lines_in_print_are_those_of_the_screen(self, opened):
        chart = opened()
        printed = ElementTree.fromstring(map_svg(ELEMENTS, PLACES, title="Map", label=""))
        paths = [one.get("d") for one in printed.findall(f"{SVG}path") if "Q" in one.get("d")]
        screen = chart.ask(
            "cy.edges(':visible').filter(e => !e.hasClass('strained')).map(e =>"
            " [e.sourceEndpoint(), e.controlPoints()[0], e.targetEndpoint()])"
        )
        print_ends = sorted(tuple(map(float, re.findall(r"-?[\d.]+", d))) for d in paths)
        screen_ends = sorted(tuple(one[key] for one in way for key in "xy") for way in screen)
        assert len(print_ends) == len(screen_ends) == 5
        for one, other in zip(print_ends, screen_ends, strict=True):
            assert one == pytest.approx(other, abs=3)
