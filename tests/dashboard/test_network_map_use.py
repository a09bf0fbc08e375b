"""The network map in use: clicked, dragged, zoomed, walked by keys, and names that are text."""

import pytest

from browsing import watch
from collabnet.plots.layout import NARROW, positions
from map_page import ELEMENTS, PLACES, Map, map_app, tie

EVIL = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>'


class TestMouse:
    def test_a_click_selects_and_a_click_beside_clears(self, opened):
        chart = opened()
        chart.click("p:ann")
        chart.shows("person ann")
        assert chart.says() == (
            "Ann. Officer. Juvenile court. 3 ties: 1 formal, 2 informal; 1 strained."
            " 1 reported missing. Selected."
        )
        chart.click("n:police")
        chart.shows("agency police")
        chart.click("t:t2")
        chart.shows("tie t2")
        box = chart.page.locator(".cn-map-canvas").bounding_box()
        chart.page.mouse.click(box["x"] + 5, box["y"] + 5)
        chart.shows("nothing")

    def test_what_has_nothing_to_do_with_the_chosen_one_fades(self, opened):
        chart = opened()
        chart.click("p:bea")
        chart.shows("person bea")
        assert {"p:dee", "p:team", "t:t2", "t:t6", "n:court"} & chart.classes("faded") == set()
        assert {"p:ann", "p:cal", "t:t1", "t:t8"} <= chart.classes("faded")

    def test_a_person_can_be_dragged_and_the_lines_follow(self, opened):
        chart = opened()
        before = chart.ask("cy.getElementById('t:t5').midpoint()")
        zigzag = chart.style("t:t5", "segment-weights")
        chart.drag("p:cal", 60, -40)
        at = chart.ask("cy.getElementById('p:cal').position()")
        zoom = chart.ask("cy.zoom()")
        assert at["x"] == pytest.approx(148 + 60 / zoom, abs=2)
        assert at["y"] == pytest.approx(-90 - 40 / zoom, abs=2)
        assert chart.ask("cy.getElementById('t:t5').midpoint()") != before
        assert chart.style("t:t5", "segment-weights") != zigzag
        chart.shows("nothing")

    def test_an_agency_is_dragged_with_its_people(self, opened):
        chart = opened()
        chart.drag("n:shelter", 40, 30)
        zoom = chart.ask("cy.zoom()")
        for name in ("who", "dee"):
            at = chart.ask(f"cy.getElementById('p:{name}').position()")
            assert at["x"] == pytest.approx(PLACES["people"][name][0] + 40 / zoom, abs=2)

    def test_the_ground_is_dragged_to_move_about(self, opened):
        chart = opened()
        before = chart.ask("cy.pan()")
        box = chart.page.locator(".cn-map-canvas").bounding_box()
        chart.page.mouse.move(box["x"] + 8, box["y"] + 8)
        chart.page.mouse.down()
        chart.page.mouse.move(box["x"] + 60, box["y"] + 40)
        chart.page.mouse.move(box["x"] + 108, box["y"] + 58)
        chart.page.mouse.up()
        after = chart.ask("cy.pan()")
        assert after["x"] - before["x"] == pytest.approx(100, abs=2)
        assert after["y"] - before["y"] == pytest.approx(50, abs=2)

    def test_the_wheel_scrolls_the_page_until_the_map_is_used(self, opened, page):
        chart = opened()
        zoom = chart.ask("cy.zoom()")
        page.mouse.move(*chart.spot("p:ann"))
        page.mouse.wheel(0, 200)
        chart.until("window.scrollY > 100")
        assert chart.ask("cy.zoom()") == zoom
        page.evaluate("window.scrollTo(0, 0)")
        page.wait_for_timeout(400)  # while a page scrolls, the map keeps still
        chart.focus()
        page.mouse.move(*chart.spot("p:ann"))
        page.mouse.wheel(0, -200)
        chart.until(f"cy.zoom() > {zoom} * 1.01")
        assert page.evaluate("window.scrollY") == 0

    def test_buttons_zoom(self, opened, page):
        chart = opened()
        zoom = chart.ask("cy.zoom()")
        page.click("button[aria-label='Zoom in']")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom * 1.3)
        page.click("button[aria-label='Zoom out']")
        page.click("button[aria-label='Zoom out']")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom / 1.3)
        page.click("button[aria-label='Show everything']")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom)

    def test_touch_selects(self, browser, start):
        context = browser.new_context(
            viewport={"width": 400, "height": 800}, has_touch=True, reduced_motion="reduce"
        )
        complaints = watch(context)
        page = context.new_page()
        page.goto(start(map_app(positions_narrow=positions(**ELEMENTS, **NARROW))).address)
        chart = Map(page)
        page.touchscreen.tap(*chart.spot("p:dee"))
        chart.shows("person dee")
        context.close()
        assert complaints == []


class TestKeyboard:
    def test_arrows_go_to_the_nearest_in_that_direction(self, opened):
        chart = opened()
        chart.focus()
        chart.press("ArrowRight")
        assert chart.says() == (
            "Ann. Officer. Juvenile court. 3 ties: 1 formal, 2 informal; 1 strained."
            " 1 reported missing."
        )
        for key, name in [
            ("ArrowRight", "Bea. "),
            ("ArrowDown", "Intake desk. A position, whoever holds it. Juvenile court. 1 tie: "),
            ("ArrowUp", "Ann. "),
            ("ArrowRight", "Bea. "),
            ("ArrowRight", "Cal. Detective, hub. Police. "),
            ("ArrowRight", "Task force. Several people recorded as one. Police. "),
            ("ArrowRight", "Federal bureau. Law enforcement, outside. No person recorded. "),
            ("ArrowRight", "Federal bureau. "),
            ("ArrowLeft", "Task force. "),
            ("ArrowDown", "Dee. Director. Youth shelter. "),
            ("ArrowLeft", "Not recorded. Person not recorded. Youth shelter. No ties recorded."),
        ]:
            chart.press(key)
            assert chart.says().startswith(name)

    def test_enter_selects_a_goes_to_the_agency_escape_clears(self, opened):
        chart = opened()
        chart.focus()
        chart.press("ArrowRight", "Enter")
        chart.shows("person ann")
        chart.press("a")
        chart.shows("agency court")
        assert chart.says().startswith("Juvenile court. Court. 3 people. 6 ties: ")
        chart.press("Escape")
        chart.shows("nothing")
        assert chart.says() == "Nothing selected."

    def test_plus_and_minus_zoom_and_0_shows_everything(self, opened):
        chart = opened()
        zoom = chart.ask("cy.zoom()")
        chart.focus()
        chart.press("+", "+")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom * 1.69)
        chart.press("-")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom * 1.3)
        chart.press("0")
        assert chart.ask("cy.zoom()") == pytest.approx(zoom)

    def test_an_actor_out_of_sight_is_brought_back(self, opened):
        chart = opened()
        chart.focus()
        chart.press("+", "+", "+", "+", "+", "+")
        chart.press("ArrowRight")
        chart.press("ArrowDown")
        box = chart.page.locator(".cn-map-canvas").bounding_box()
        x, y = chart.spot("p:desk")
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]

    def test_tab_goes_in_and_out(self, opened, page):
        opened()
        page.locator("button[aria-label='Show everything']").focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "application"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "choose"

    def test_the_browser_keeps_its_own_keys(self, opened, page):
        chart = opened()
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
        agencies = [{"id": "a", "label": EVIL, "sector": EVIL}]
        people = [{"id": "p", "label": EVIL, "agency": "a", "role": EVIL}]
        people += [{"id": "q", "label": "Quy", "agency": "a"}]
        ties = [tie("t", "p", "q", kind=EVIL, label=EVIL)]
        elements = {"agencies": agencies, "people": people, "ties": ties}
        chart = opened(map_app(elements, positions(agencies, people, ties)))
        for element in ("p:p", "t:t", "n:a"):
            page.mouse.move(*chart.spot(element))
            page.wait_for_selector(".cn-map-tip:visible")
            assert EVIL in page.locator(".cn-map-tip").text_content()
            chart.click(element)
        chart.shows("agency a")
        assert EVIL in chart.says()
        assert page.locator(".cn-map img, .cn-map script").count() == 0
        assert page.evaluate("window.ran") is None

    def test_a_hint_tells_the_ties_of_a_line(self, opened, page):
        chart = opened()
        page.mouse.move(*chart.spot("t:t1"))
        page.wait_for_selector(".cn-map-tip:visible")
        assert page.locator(".cn-map-tip > *").all_inner_texts() == [
            "Ann – Dee",
            "Ann → Dee: Referral, informal, usable, strength 20",
            "Dee → Ann: Information, informal, usable",
        ]
        page.keyboard.press("Escape")

    def test_a_hint_is_shown_to_the_keyboard_and_goes_with_escape(self, opened, page):
        chart = opened()
        chart.focus()
        chart.press("ArrowRight")
        page.wait_for_selector(".cn-map-tip:visible >> text=Officer")
        chart.press("Escape")
        page.wait_for_selector(".cn-map-tip", state="hidden")
