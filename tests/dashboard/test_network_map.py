"""The network map: what is drawn, how callbacks change it, and what it is made of."""

import hashlib
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import collabnet_dashboards
from browsing import watch
from collabnet.plots import map_look
from collabnet.plots.layout import NARROW, positions
from collabnet.plots.map_lines import way
from collabnet.plots.map_svg import MapPicture
from collabnet_dashboards.components import NetworkMap
from map_page import AGENCIES, ELEMENTS, PEOPLE, PLACES, Map, map_app, tie

FOLDER = Path(collabnet_dashboards.__file__).parent
SCRIPTS = sorted((FOLDER / "components" / "scripts").glob("*.js"))


class TestDrawing:
    def test_everything_stands_where_python_says_at_each_load(self, opened, page):
        chart = opened()
        for _ in range(2):
            assert chart.ask("cy.nodes('.agency').length") == len(AGENCIES)
            homes = chart.ask("cy.nodes('.person').map(n => [n.id(), n.parent().id()])")
            assert homes == [[f"p:{row['id']}", f"a:{row['agency']}"] for row in PEOPLE]
            for name, (x, y) in PLACES["people"].items():
                assert chart.ask(f"cy.getElementById('p:{name}').position()") == {"x": x, "y": y}
            box = chart.ask("cy.getElementById('a:court').boundingBox({includeLabels: false})")
            x, y, width, height, _ = PLACES["agencies"]["court"]
            edges = [x - width / 2, x + width / 2, y - height / 2, y + height / 2]
            assert [box[key] for key in ("x1", "x2", "y1", "y2")] == pytest.approx(edges, abs=8)
            page.reload()
            chart = Map(page)

    def test_ties_are_told_by_form_and_the_legend_lists_what_is_there(self, opened, page):
        chart = opened(map_app(filters={"qualities": ["usable", "strained", "absent"]}))
        counts = chart.ask("cy.edges().map(e => e.data('members').length)")
        assert counts == [2, 1, 1, 1, 1, 1, 1, 1]
        style = chart.style
        assert style("t:t4", "line-style") == "solid"
        assert style("t:t2", "line-style") == "dashed"
        dashes, dots = (style(f"t:{name}", "line-dash-pattern") for name in ("t2", "t6"))
        assert [dashes, dots] == ["9 6", "0.1 6"]
        assert style("t:t5", "curve-style") == "segments"
        assert len(style("t:t5", "segment-distances").split()) > 6
        assert style("t:t7", "label") == "×"
        assert style("t:t4", "curve-style") == "unbundled-bezier"
        assert style("t:t4", "label") == ""
        widths = [style(f"t:{name}", "width") for name in ("t1", "t2", "t4")]
        assert widths == ["5.4px", "1.6px", "1.6px"]
        ends = ("source-arrow-shape", "target-arrow-shape")
        assert [style("t:t1", end) for end in ends] == ["triangle", "triangle"]
        assert sorted(style("t:t2", end) for end in ends) == ["none", "triangle"]
        assert [style("t:t4", end) for end in ends] == ["none", "none"]
        assert page.locator(".cn-map-legend li").all_inner_texts() == [
            "formal: on paper, or of the post",
            "informal: held by the person",
            "basis unknown",
            "wider: more referrals",
            "in use",
            "strained",
            "reported missing",
            "contact",
            "information",
            "protocol",
            "referral",
            "court",
            "law enforcement",
            "social services",
            "person",
            "several people as one",
            "position",
            "not recorded",
            "hub: much of the work meets here",
            "outside this site",
        ]
        # Colours are those of print, and change with the page's scheme.
        assert style("t:t4", "line-color") == "rgb(0,114,178)"
        page.evaluate("document.documentElement.setAttribute('data-mantine-color-scheme', 'dark')")
        chart.until("cy.getElementById('t:t4').style('line-color') === 'rgb(86,180,233)'")

    def test_the_colours_and_signs_of_print_are_those_of_the_screen(self, opened, page):
        opened()
        look = page.evaluate(
            """() => {
                const { DASHES, SIGNS, WIDTHS, palette } = window.collabnet_map.colours;
                return { DASHES, SIGNS, WIDTHS, ...palette(document.documentElement) };
            }"""
        )
        assert [look["ink"], look["soft"], look["paper"]] == [
            map_look.INK,
            map_look.SOFT,
            map_look.PAPER,
        ]
        assert {name: look[name] for name in map_look.LINES} == map_look.LINES
        assert tuple(zip(look["sectors"], look["grounds"], strict=True)) == map_look.SECTORS
        assert tuple(look["WIDTHS"]) == map_look.WIDTHS
        for name in ("formal", "informal", "unknown"):
            assert tuple(look["DASHES"][name]) == map_look.DASHES[name]
            assert tuple(look["DASHES"][name + "Zigzag"]) == map_look.STRAINED_DASHES[name]
        for kind, (circles, filled, drawn) in map_look.SIGNS.items():
            shapes = look["SIGNS"][kind]
            round_ones = [one[1] for one in shapes if one[0] == "circle"]
            assert [(one["cx"], one["cy"], one["r"]) for one in round_ones] == list(circles)
            paths = [one[1]["d"].replace(" ", "") for one in shapes if one[0] == "path"]
            assert sorted(paths) == sorted(d.replace(" ", "") for d in (*filled, *drawn))

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
        page.wait_for_selector("text=0 agencies, 0 people, 0 ties shown.")
        page.locator(".cn-map-canvas").focus()
        for key in ("ArrowDown", "Enter", "Shift+Enter", "0", "+", "a", "e", "f", "Escape"):
            page.keyboard.press(key)
        page.locator(".cn-map-search input").fill("x")
        expect(page.locator(".cn-map-found")).to_have_text("Nobody of that name.")


class TestCallbacks:
    def test_they_can_choose_mark_size_and_draw_anew(self, opened, page):
        chart = opened()
        page.click("text=Choose Dee")
        chart.shows("person dee")
        chart.until("cy.elements('.chosen').nonempty()")
        assert chart.classes("chosen") == {"p:dee"}

        page.click("text=Ann leaves")
        chart.until("cy.elements('.gone').nonempty()")
        assert chart.classes("gone") == {"p:ann"}
        assert chart.classes("lost") == {"t:t1", "t:t5"}
        assert chart.classes("interrupted") == {"t:t4"}
        assert chart.style("p:ann", "label") == "Ann (leaves)"
        assert chart.style("t:t1", "label") == "lost"
        assert chart.style("t:t4", "label") == "interrupted"
        # With its agency closed, a line is partly lost where some of its ties stay.
        chart.button("Close all agencies").click()
        chart.until("cy.elements('.partly').nonempty()")
        assert chart.classes("partly") == {"t:t1"}
        assert chart.style("t:t1", "label") == "partly lost"
        assert chart.classes("lost") == {"t:t5"}
        chart.button("Open all agencies").click()
        page.click("text=Ann leaves")
        chart.until("cy.elements('.gone').empty()")
        assert chart.classes("lost") | chart.classes("interrupted") == set()
        assert chart.style("p:ann", "label") == "Ann"

        page.click("text=Sized")
        chart.until("cy.getElementById('p:ann').width() === 60")
        assert chart.ask("cy.getElementById('p:bea').width()") == 42  # 24 + 36 x half
        assert chart.ask("cy.getElementById('p:dee').width()") == 24
        assert chart.style("a:court", "border-width") == "7px"
        legend = page.locator(".cn-map-legend li").all_inner_texts()
        assert legend[-1] == "larger: higher ties with others"

        page.click("text=Other site")
        chart.until("cy.nodes('.person').length === 2")
        assert chart.ask("cy.nodes('.agency').length") == 1
        assert chart.ask("cy.elements('.faded').length") == 0


class TestWays:
    def test_a_line_bends_round_a_box_that_is_not_its_end_as_on_paper(self, opened):
        names = ("court", "police", "shelter")
        row = {name: [300 * i, 0, 180, 60, 40] for i, name in enumerate(names)}
        elements = {
            "agencies": [{"id": name, "label": name} for name in names],
            "people": [],
            "ties": [tie("t", "court", "shelter", "formal")],
        }
        places = {"name_size": 15.0, "agencies": row, "people": {}}
        chart = opened(map_app(elements, places))
        drawn = chart.ask("cy.getElementById('t:t').controlPoints()[0]")
        picture = MapPicture(elements, places)
        (line,) = picture.lines
        spots = [picture._spot(*ends) for ends in (line.ends, line.ends[::-1])]
        _, (control,), _ = way(line, *spots, picture._obstacles(*line.ends))
        assert (drawn["x"], drawn["y"]) == pytest.approx(tuple(control), abs=1)
        assert abs(drawn["y"]) > 60  # past the box between


class TestScreens:
    def test_a_narrow_screen_has_places_of_its_own_and_all_in_sight(self, opened, page):
        page.set_viewport_size({"width": 400, "height": 800})
        narrow = positions(**ELEMENTS, **NARROW)
        chart = opened(map_app(positions_narrow=narrow))
        at = chart.ask("cy.getElementById('p:dee').position()")
        assert (at["x"], at["y"]) == narrow["people"]["dee"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
        for width in (400, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            side = narrow["people"]["dee"][0] if width == 400 else PLACES["people"]["dee"][0]
            chart.until(f"cy.getElementById('p:dee').position('x') === {side}")
            box = chart.ask("cy.elements().renderedBoundingBox()")
            assert min(box["x1"], box["y1"]) >= 0
            assert box["x2"] <= chart.ask("cy.width()")
            assert box["y2"] <= chart.ask("cy.height()")

    @pytest.mark.parametrize(("width", "scheme"), [(400, "dark"), (1280, "light")])
    def test_axe_finds_nothing(self, opened, page, width, scheme):
        page.set_viewport_size({"width": width, "height": 800})
        chart = opened()
        page.evaluate(
            "s => document.documentElement.setAttribute('data-mantine-color-scheme', s)", scheme
        )
        chart.focus()
        chart.press("ArrowRight", "Enter", "f")
        chart.shows("person ann")
        page.get_by_text("Mouse and keys on the map").click()
        page.locator(".cn-map-search input").fill("a")
        expect(page.get_by_role("option").first).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    def test_with_motion_allowed_it_glides(self, browser, start):
        context = browser.new_context(reduced_motion="no-preference")
        complaints = watch(context)
        page = context.new_page()
        page.goto(start(map_app()).address)
        chart = Map(page)
        zoom = chart.ask("cy.zoom()")
        chart.button("Zoom in").click()
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
        assert listed == there | {
            "components/vendor/cytoscape.min.js",
            "components/vendor/regenerator-runtime.js",
        }

    @pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
    def test_no_script_makes_html_or_code_from_text(self, path):
        wrong = (
            r"innerHTML|outerHTML|insertAdjacent|dangerously|document\.write|\beval\b|Function\("
        )
        assert re.findall(wrong, path.read_text("utf-8")) == []

    def test_the_vendored_scripts_are_those_that_the_note_names(self):
        vendor = FOLDER / "components" / "vendor"
        note = (vendor / "VENDORED.md").read_text("utf-8")
        for path in vendor.glob("*.js"):
            line = next(one for one in note.splitlines() if f"| `{path.name}` |" in one)
            assert hashlib.sha256(path.read_bytes()).hexdigest() in line
            assert (vendor / re.search(r"`(LICENSE-\w+)`", line)[1]).is_file()
        script = (vendor / "cytoscape.min.js").read_bytes()
        version = re.search(r"\| (\d+\.\d+\.\d+) \|", note)[1]
        assert f'"{version}"'.encode() in script
        assert "The Cytoscape Consortium" in (vendor / "LICENSE-cytoscape").read_text("utf-8")
