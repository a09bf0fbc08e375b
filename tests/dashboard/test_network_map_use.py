"""The network map in use: clicked, dragged, zoomed, walked by keys, and names that are text."""

import pytest
from playwright.sync_api import expect

from browsing import watch
from collabnet.plots.layout import NARROW, positions
from hostile_names import NAMES
from map_page import ELEMENTS, PLACES, Map, map_app, tie


class TestMouse:
    def test_a_click_selects_fades_the_rest_and_beside_clears(self, opened):
        chart = opened()
        chart.click("p:ann")
        chart.shows("person ann")
        assert chart.says() == (
            "Ann. Officer. Juvenile court. 3 ties: 1 formal, 2 informal; 1 strained."
            " 1 more not shown. Selected."
        )
        chart.click("n:police")
        chart.shows("agency police")
        chart.click("t:t2")
        chart.shows("tie t2")
        chart.click("p:bea")
        chart.shows("person bea")
        assert {"p:dee", "p:team", "t:t2", "t:t6", "n:court"} & chart.classes("faded") == set()
        assert {"p:ann", "p:cal", "t:t1", "t:t8"} <= chart.classes("faded")
        box = chart.page.locator(".cn-map-canvas").bounding_box()
        chart.page.mouse.click(box["x"] + 5, box["y"] + 5)
        chart.shows("nothing")

    def test_what_is_dragged_is_kept_with_its_lines_and_put_back(self, opened):
        chart = opened()
        zoom = chart.ask("cy.zoom()")
        before = chart.ask("cy.getElementById('t:t5').midpoint()")
        zigzag = chart.style("t:t5", "segment-weights")
        chart.drag("p:cal", 60, -40)
        chart.until("document.querySelector('#state').textContent.includes('cal')")
        put = chart.state("positions_kept")["people"]["cal"]
        assert put == pytest.approx([148 + 60 / zoom, -90 - 40 / zoom], abs=2)
        assert chart.ask("cy.getElementById('t:t5').midpoint()") != before
        assert chart.style("t:t5", "segment-weights") != zigzag
        chart.shows("nothing")

        chart.drag("n:shelter", 40, 30)  # an agency is dragged with its people
        chart.until("document.querySelector('#state').textContent.includes('shelter')")
        kept = chart.state("positions_kept")
        x, y = PLACES["agencies"]["shelter"][:2]
        assert kept["agencies"]["shelter"] == pytest.approx([x + 40 / zoom, y + 30 / zoom], abs=2)
        assert kept["people"]["cal"] == put
        for name in ("who", "dee"):
            x, y = PLACES["people"][name]
            assert kept["people"][name] == pytest.approx([x + 40 / zoom, y + 30 / zoom], abs=2)

        chart.button("formal: on paper, or of the post").click()  # drawing anew moves nothing
        chart.tells("4 agencies, 7 people, 5 of 9 ties shown.")
        at = chart.ask("cy.getElementById('p:cal').position()")
        assert [at["x"], at["y"]] == pytest.approx(put, abs=0.2)
        chart.button("Put everything back").click()
        chart.until("cy.getElementById('p:cal').position('x') === 148")
        assert chart.ask("cy.getElementById('p:dee').position()") == {"x": 252, "y": 160}
        expect(chart.button("Put everything back")).to_have_count(0)

    def test_several_are_chosen_with_shift_and_dragged_together(self, opened, page):
        chart = opened()
        zoom = chart.ask("cy.zoom()")
        chart.click("p:ann")
        chart.shows("person ann")
        page.keyboard.down("Shift")
        chart.click("p:dee")
        chart.hears("2 selected: Ann, Dee. Drag one to move them all.")
        chart.click("p:cal")
        chart.click("p:dee")
        page.keyboard.up("Shift")
        chart.hears("2 selected: Ann, Cal. Drag one to move them all.")
        ids = [{"what": "person", "id": name} for name in ("ann", "cal")]
        chart.becomes("selected_many", ids)
        chart.drag("p:ann", 30, 20)
        chart.until("document.querySelector('#state').textContent.includes('positions_kept')")
        kept = chart.state("positions_kept")["people"]
        for name in ("ann", "cal"):
            x, y = PLACES["people"][name]
            assert kept[name] == pytest.approx([x + 30 / zoom, y + 20 / zoom], abs=2)
        # A frame, drawn with Shift, takes all within.
        left, top = chart.spot("p:who")
        right, bottom = chart.spot("p:dee")
        page.keyboard.down("Shift")
        page.mouse.move(left - 40, top - 75)
        page.mouse.down()
        page.mouse.move(right - 30, bottom)
        page.mouse.move(right + 40, bottom + 30)
        page.mouse.up()
        page.keyboard.up("Shift")
        chart.hears("4 selected: Ann, Cal, Dee, Not recorded. Drag one to move them all.")
        chart.click("p:bea")
        chart.shows("person bea")
        chart.until("cy.nodes('.many').empty()")

    def test_the_ground_is_dragged_and_the_wheel_waits_until_the_map_is_used(self, opened, page):
        chart = opened()
        before = chart.ask("cy.pan()")
        box = chart.page.locator(".cn-map-canvas").bounding_box()
        zoom = chart.ask("cy.zoom()")
        page.mouse.move(*chart.spot("p:ann"))
        page.mouse.wheel(0, 200)
        chart.until("window.scrollY > 100")
        assert chart.ask("cy.zoom()") == zoom
        page.evaluate("window.scrollTo(0, 0)")
        page.wait_for_timeout(400)  # while a page scrolls, the map keeps still
        page.mouse.move(box["x"] + 8, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(box["x"] + 60, box["y"] + 40)
        page.mouse.move(box["x"] + 108, box["y"] + 58)
        page.mouse.up()
        after = chart.ask("cy.pan()")
        assert after["x"] - before["x"] == pytest.approx(100, abs=2)
        assert after["y"] - before["y"] == pytest.approx(50, abs=2)
        page.mouse.move(*chart.spot("p:ann"))
        page.mouse.wheel(0, -200)
        chart.until(f"cy.zoom() > {zoom} * 1.01")
        assert page.evaluate("window.scrollY") == 0
        zoomed = chart.ask("cy.zoom()")
        chart.button("Zoom in").click()
        assert chart.ask("cy.zoom()") == pytest.approx(zoomed * 1.3)
        chart.button("Zoom out").click()
        chart.button("Fit: show everything").click()
        assert chart.ask("cy.zoom()") == pytest.approx(zoom)

    def test_touch_selects(self, browser, start):
        context = browser.new_context(
            viewport={"width": 400, "height": 800}, has_touch=True, reduced_motion="reduce"
        )
        complaints = watch(context)
        page = context.new_page()
        page.goto(start(map_app(positions_narrow=positions(**ELEMENTS, **NARROW))).address)
        chart = Map(page)
        page.locator(".cn-map-canvas").scroll_into_view_if_needed()
        page.touchscreen.tap(*chart.spot("p:dee"))
        chart.shows("person dee")
        context.close()
        assert complaints == []


class TestKeyboard:
    def test_the_whole_map_by_keys(self, opened, page):
        chart = opened()
        chart.focus()
        for key, name in [
            ("ArrowRight", "Ann. Officer. Juvenile court. 3 ties: 1 formal, 2 informal;"),
            ("ArrowRight", "Bea. Officer. Juvenile court. 2 ties: 1 informal, 1 of unknown basis."),
            ("ArrowRight", "Cal. Detective, hub. Police. 3 ties: 2 formal, 1 informal;"),
            ("ArrowRight", "Task force. Several people recorded as one. Police. 1 tie:"),
            ("ArrowRight", "Federal bureau. Law enforcement, outside. No person recorded. 1 tie:"),
            ("ArrowLeft", "Task force."),
            ("ArrowDown", "Dee. Director. Youth shelter. 3 ties: 3 informal. 1 more not shown."),
            ("ArrowLeft", "Not recorded. Person not recorded. Youth shelter. No ties recorded."),
        ]:
            chart.press(key)
            assert chart.says().startswith(name)
        chart.press("ArrowRight", "Enter")
        chart.shows("person dee")
        chart.press("Shift+ArrowUp", "Shift+Enter")
        chart.hears("2 selected: Dee, Task force. Drag one to move them all.")
        chart.press("Enter", "a")
        chart.shows("agency police")
        assert chart.says().startswith("Police. Law enforcement. 2 people. 4 ties: ")

        chart.press("e")  # close it, and open it
        chart.hears("Police is closed.")
        chart.until("cy.getElementById('p:cal').empty()")
        chart.press("ArrowLeft", "ArrowRight")
        assert chart.says().startswith("Police. Law enforcement. 2 people, not shown: closed.")
        chart.press("e")
        chart.hears("Police is open: its people are shown.")
        chart.until("cy.getElementById('p:cal').nonempty()")

        chart.press("/")
        expect(page.locator(".cn-map-search input")).to_be_focused()
        chart.press("c", "a", "ArrowDown", "Enter")
        chart.hears("Cal. Detective, hub. Police. 3 ties: 2 formal, 1 informal; 1 strained."
                    " 1 more not shown. Selected.")  # fmt: skip
        chart.press("f")  # neighbors only, and everybody
        chart.hears("Cal and their neighbors.")
        chart.tells("3 of 4 agencies, 3 of 7 people, 3 of 9 ties shown.")
        chart.press("f")
        chart.hears("Everybody is shown.")
        chart.tells("4 agencies, 7 people, 7 of 9 ties shown.")
        chart.press("Escape")
        chart.shows("nothing")
        assert chart.says() == "Nothing selected."

    def test_zoom_by_keys_and_who_is_out_of_sight_is_brought_back(self, opened, page):
        chart = opened()
        zoom = chart.ask("cy.zoom()")
        chart.focus()
        chart.press("+", "+")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom * 1.69)
        chart.press("-")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom * 1.3)
        chart.press("0")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom)
        chart.press("+", "+", "+", "+", "ArrowRight", "ArrowDown")
        box = chart.page.locator(".cn-map-canvas").bounding_box()
        x, y = chart.spot("p:desk")
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]
        page.wait_for_selector(".cn-map-tip:visible >> text=Intake desk")
        # Tab goes in and out; the browser keeps its own keys.
        chart.button("Fit: show everything").focus()
        page.locator("#map-least").focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "application"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent").startswith("formal")
        chart.focus()
        page.evaluate(
            "document.addEventListener('keydown', e => { window.kept = !e.defaultPrevented; })"
        )
        for keys, kept in [
            ("Control+0", True),
            ("Alt+ArrowLeft", True),
            ("F6", True),
            ("0", False),
        ]:
            page.keyboard.press(keys)
            assert page.evaluate("window.kept") is kept


class TestNames:
    def test_are_text_whatever_they_hold(self, opened, page):
        agencies = [
            {"id": f"a{i}", "label": NAMES[i], "sector": NAMES[i + 1]} for i in range(0, 8, 2)
        ]
        people = [
            {"id": f"p{i}", "label": name, "agency": f"a{2 * (i % 4)}", "role": name}
            for i, name in enumerate(NAMES)
        ]
        ties = [
            tie(f"t{i}", f"p{i}", f"p{i + 1}", kind=name, label=name)
            for i, name in enumerate(NAMES[:-1])
        ]
        elements = {"agencies": agencies, "people": people, "ties": ties}
        chart = opened(map_app(elements, positions(agencies, people, ties), title=NAMES[0]))
        assert chart.ask("cy.nodes('.person').map(n => n.data('label'))") == NAMES
        for i in range(0, len(NAMES), 9):
            page.locator(".cn-map-search input").fill(NAMES[i][:30])
            expect(page.get_by_role("option").first).to_be_visible()
        page.locator(".cn-map-search input").fill("")
        with page.expect_download() as saved:
            chart.button("Save as SVG picture").click()
        svg = saved.value.path().read_text("utf-8")
        shown = page.evaluate(
            """words => {
                const made = new DOMParser().parseFromString(words, 'image/svg+xml');
                const tags = new Set(Array.from(made.querySelectorAll('*'), one => one.tagName));
                return { tags: Array.from(tags).sort() };
            }""",
            svg,
        )
        assert shown["tags"] == ["circle", "path", "rect", "svg", "text", "title", "tspan"]
        assert page.locator(".cn-map img, .cn-map script, .cn-map a").count() == 0
        assert page.evaluate("window.ran") is None

    def test_a_hint_tells_the_ties_of_a_line_and_goes_with_escape(self, opened, page):
        chart = opened()
        page.mouse.move(*chart.spot("t:t1"))
        page.wait_for_selector(".cn-map-tip:visible")
        assert page.locator(".cn-map-tip > *").all_inner_texts() == [
            "Ann – Dee",
            "Ann → Dee: Referral, informal, usable, 20 in the log",
            "Dee → Ann: Information, informal, usable",
        ]
        chart.focus()
        chart.press("ArrowRight")
        page.wait_for_selector(".cn-map-tip:visible >> text=Officer")
        chart.press("Escape")
        page.wait_for_selector(".cn-map-tip", state="hidden")
