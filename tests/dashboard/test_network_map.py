"""The network map: what is drawn, how callbacks change it, and what it is made of."""

import hashlib
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import collabnet_dashboards
from browsing import watch
from collabnet.plots.layout import NARROW, positions
from collabnet_dashboards.components import NetworkMap
from map_page import AGENCIES, ELEMENTS, PEOPLE, PLACES, Map, map_app, tie

FOLDER = Path(collabnet_dashboards.__file__).parent
SCRIPTS = sorted((FOLDER / "components" / "scripts").glob("*.js"))


class TestDrawing:
    def test_every_actor_and_tie_is_on_it(self, opened):
        chart = opened()
        assert chart.ask("cy.nodes('.agency').length") == len(AGENCIES)
        assert chart.ask("cy.nodes('.person').length") == len(PEOPLE)
        assert chart.ask("cy.edges().map(e => e.data('members').length)") == [
            2,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
        ]

    def test_people_stand_in_the_box_of_their_agency(self, opened):
        chart = opened()
        for row in PEOPLE:
            assert chart.ask(f"cy.getElementById('p:{row['id']}').parent().id()") == (
                f"a:{row['agency']}"
            )

    def test_positions_are_those_of_python_at_each_load(self, opened, page):
        chart = opened()
        for _ in range(2):
            for name, (x, y) in PLACES["people"].items():
                assert chart.ask(f"cy.getElementById('p:{name}').position()") == {"x": x, "y": y}
            page.reload()
            chart = Map(page)

    def test_a_box_is_as_large_as_python_says(self, opened):
        chart = opened()
        box = chart.ask("cy.getElementById('a:court').boundingBox({includeLabels: false})")
        x, y, width, height, _ = PLACES["agencies"]["court"]
        assert box["x1"] == pytest.approx(x - width / 2, abs=8)
        assert box["x2"] == pytest.approx(x + width / 2, abs=8)
        assert box["y1"] == pytest.approx(y - height / 2, abs=8)
        assert box["y2"] == pytest.approx(y + height / 2, abs=8)

    def test_basis_is_told_by_line_style(self, opened):
        chart = opened()
        assert chart.style("t:t4", "line-style") == "solid"
        assert chart.style("t:t2", "line-style") == "dashed"
        dashes, dots = (chart.style(f"t:{name}", "line-dash-pattern") for name in ("t2", "t6"))
        assert [dashes, dots] == ["9 6", "0.1 6"]

    def test_quality_is_told_by_shape_not_by_colour_alone(self, opened):
        chart = opened()
        assert chart.style("t:t5", "curve-style") == "segments"
        assert len(chart.style("t:t5", "segment-distances").split()) > 6
        assert chart.style("t:t7", "label") == "×"
        assert chart.style("t:t4", "curve-style") == "unbundled-bezier"
        assert chart.style("t:t4", "label") == ""

    def test_strength_is_told_in_steps_of_width(self, opened):
        chart = opened()
        assert [chart.style(f"t:{name}", "width") for name in ("t1", "t2", "t4")] == [
            "5.4px",
            "1.6px",
            "1.6px",
        ]

    def test_arrows_stand_where_a_tie_has_a_direction(self, opened):
        chart = opened()
        ends = ("source-arrow-shape", "target-arrow-shape")
        assert [chart.style("t:t1", end) for end in ends] == ["triangle", "triangle"]
        assert sorted(chart.style("t:t2", end) for end in ends) == ["none", "triangle"]
        assert [chart.style("t:t4", end) for end in ends] == ["none", "none"]

    def test_the_legend_lists_what_is_there(self, opened, page):
        opened()
        assert page.locator(".cn-map-legend li").all_inner_texts() == [
            "formal: on paper, or of the post",
            "informal: held by the person",
            "basis unknown",
            "strained",
            "reported missing",
            "wider: stronger",
            "person",
            "several people as one",
            "position",
            "not recorded",
            "hub",
            "outside",
            "court",
            "law enforcement",
            "social services",
        ]

    def test_an_id_may_hold_anything_and_be_used_twice(self, opened):
        odd = "a b/ü#.1'\"\\:x"
        agencies = [{"id": odd, "label": "One"}, {"id": "two", "label": "Two"}]
        people = [{"id": odd, "label": "Person", "agency": odd}]
        ties = [tie(odd, odd, "two")]
        elements = {"agencies": agencies, "people": people, "ties": ties}
        chart = opened(map_app(elements, positions(agencies, people, ties)))
        assert chart.ask("[cy.nodes('.person').length, cy.edges().length]") == [1, 1]

    def test_without_anything_it_is_empty(self, page, start):
        nothing = {"agencies": [], "people": [], "ties": []}
        page.goto(start(map_app(nothing, positions(**nothing))).address)
        page.wait_for_selector("text=0 agencies, 0 people, 0 ties.")
        page.locator(".cn-map-canvas").focus()
        for key in ("ArrowDown", "Enter", "0", "+", "a", "Escape"):
            page.keyboard.press(key)


class TestCallbacks:
    def test_a_callback_can_choose(self, opened, page):
        chart = opened()
        page.click("text=Choose Dee")
        chart.shows("person dee")
        chart.until("cy.elements('.chosen').nonempty()")
        assert chart.classes("chosen") == {"p:dee"}

    def test_a_change_is_marked_by_word_and_form_and_taken_back(self, opened, page):
        chart = opened()
        page.click("text=Ann leaves")
        chart.until("cy.elements('.gone').nonempty()")
        assert chart.classes("gone") == {"p:ann"}
        assert chart.classes("lost") == {"t:t1", "t:t5"}
        assert chart.classes("interrupted") == {"t:t4"}
        assert chart.style("p:ann", "label") == "Ann (leaves)"
        assert chart.style("t:t1", "label") == "lost"
        assert chart.style("t:t4", "label") == "interrupted"
        page.click("text=Ann leaves")
        chart.until("cy.elements('.gone').empty()")
        assert chart.classes("lost") | chart.classes("interrupted") == set()
        assert chart.style("p:ann", "label") == "Ann"

    def test_other_elements_are_drawn_anew(self, opened, page):
        chart = opened()
        chart.click("p:dee")
        chart.shows("person dee")
        page.click("text=Other site")
        chart.until("cy.nodes('.person').length === 2")
        assert chart.ask("cy.nodes('.agency').length") == 1
        assert chart.ask("cy.elements('.faded').length") == 0


class TestScreens:
    def test_a_narrow_screen_has_places_of_its_own(self, opened, page):
        page.set_viewport_size({"width": 400, "height": 800})
        narrow = positions(**ELEMENTS, **NARROW)
        chart = opened(map_app(positions_narrow=narrow))
        at = chart.ask("cy.getElementById('p:dee').position()")
        assert (at["x"], at["y"]) == narrow["people"]["dee"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
        page.set_viewport_size({"width": 1280, "height": 800})
        chart.until("cy.getElementById('p:dee').position('x') === 252")

    @pytest.mark.parametrize("width", [400, 1280])
    def test_everything_is_in_sight_at_first(self, opened, page, width):
        page.set_viewport_size({"width": width, "height": 800})
        chart = opened(map_app(positions_narrow=positions(**ELEMENTS, **NARROW)))
        box = chart.ask("cy.elements().renderedBoundingBox()")
        assert box["x1"] >= 0
        assert box["y1"] >= 0
        assert box["x2"] <= chart.ask("cy.width()")
        assert box["y2"] <= chart.ask("cy.height()")

    @pytest.mark.parametrize("width", [400, 1280])
    def test_axe_finds_nothing(self, opened, page, width):
        page.set_viewport_size({"width": width, "height": 800})
        chart = opened()
        chart.focus()
        chart.press("ArrowRight", "Enter")
        chart.shows("person ann")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    def test_with_motion_allowed_it_glides(self, browser, start):
        context = browser.new_context(reduced_motion="no-preference")
        complaints = watch(context)
        page = context.new_page()
        page.goto(start(map_app()).address)
        chart = Map(page)
        zoom = chart.ask("cy.zoom()")
        page.click("button[aria-label='Zoom in']")
        chart.until(f"Math.abs(cy.zoom() - {zoom * 1.3}) < 1e-6")
        context.close()
        assert complaints == []


class TestComponent:
    def test_an_unknown_property_is_refused(self):
        with pytest.raises(TypeError, match="unexpected keyword argument 'layout'"):
            NetworkMap(id="map", elements=ELEMENTS, layout="cose")

    def test_what_is_not_given_is_not_sent(self):
        sent = NetworkMap(id="map", elements=ELEMENTS).to_plotly_json()
        assert sent["namespace"] == "collabnet_dashboards"
        assert sent["type"] == "NetworkMap"
        assert sent["props"] == {"id": "map", "elements": ELEMENTS, "height": 600}

    def test_its_scripts_are_all_listed_and_all_there(self):
        listed = {entry["relative_package_path"] for entry in collabnet_dashboards._js_dist}
        there = {path.relative_to(FOLDER).as_posix() for path in SCRIPTS}
        assert listed == there | {"components/vendor/cytoscape.min.js"}

    @pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
    def test_no_script_makes_html_or_code_from_text(self, path):
        wrong = (
            r"innerHTML|outerHTML|insertAdjacent|dangerously|document\.write|\beval\b|Function\("
        )
        assert re.findall(wrong, path.read_text("utf-8")) == []

    def test_the_vendored_script_is_the_one_that_the_note_names(self):
        vendor = FOLDER / "components" / "vendor"
        note = (vendor / "VENDORED.md").read_text("utf-8")
        script = (vendor / "cytoscape.min.js").read_bytes()
        assert hashlib.sha256(script).hexdigest() in note
        version = re.search(r"\| (\d+\.\d+\.\d+) \|", note)[1]
        assert f'"{version}"'.encode() in script
        assert "The Cytoscape Consortium" in (vendor / "LICENSE-cytoscape").read_text("utf-8")
