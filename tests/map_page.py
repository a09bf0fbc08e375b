"""A small network with every kind of actor and tie, and its map on an open page."""

import json

from dash import Input, Output, html
from playwright.sync_api import expect

from collabnet.plots.layout import positions
from collabnet_dashboards.components import NetworkMap
from collabnet_dashboards.server import create_app

AGENCIES = [
    {"id": "court", "label": "Juvenile court", "sector": "court"},
    {"id": "police", "label": "Police", "sector": "law enforcement"},
    {"id": "shelter", "label": "Youth shelter", "sector": "social services"},
    {"id": "fbi", "label": "Federal bureau", "sector": "law enforcement", "outside": True},
]
PEOPLE = [
    {"id": "ann", "label": "Ann", "agency": "court", "role": "officer", "kind": "person"},
    {"id": "bea", "label": "Bea", "agency": "court", "role": "officer", "kind": "person"},
    {"id": "desk", "label": "Intake desk", "agency": "court", "kind": "position"},
    {"id": "cal", "label": "Cal", "agency": "police", "role": "detective", "is_hub": True},
    {"id": "team", "label": "Task force", "agency": "police", "kind": "group"},
    {"id": "who", "label": "Not recorded", "agency": "shelter", "kind": "unknown"},
    {"id": "dee", "label": "Dee", "agency": "shelter", "role": "director"},
]


def tie(name, start, end, basis="informal", quality="usable", **more):
    return {"id": name, "from": start, "to": end, "basis": basis, "quality": quality} | more


TIES = [
    tie(
        "t1",
        "ann",
        "dee",
        kind="referral",
        strength=20,
        directed=True,
        label="20 in the log",
        referrals=[["2024-01", "shelter", 12], ["2024-03", "legal", 8]],
    ),
    tie(
        "t2",
        "bea",
        "dee",
        kind="referral",
        strength=3,
        directed=True,
        referrals=[["2024-02", "shelter", 3]],
    ),
    tie("t3", "dee", "ann", kind="information", directed=True),
    tie("t4", "desk", "cal", "formal", kind="contact"),
    tie("t5", "ann", "cal", "formal", "strained", kind="contact"),
    tie("t6", "bea", "team", "unknown", kind="contact"),
    tie("t7", "dee", "cal", "formal", "absent", kind="protocol"),
    tie("t8", "cal", "fbi", kind="contact"),
    tie("t9", "court", "ann", "formal", "absent", kind="protocol", directed=True),
]
ELEMENTS = {"agencies": AGENCIES, "people": PEOPLE, "ties": TIES}
PLACES = {
    "name_size": 15.0,
    "agencies": {
        "court": [-200, 0, 232, 226, 30],
        "police": [200, -100, 232, 134, 30],
        "shelter": [200, 150, 232, 134, 30],
        "fbi": [500, -100, 184, 43, 30],
    },
    "people": {
        "ann": [-252, -30],
        "bea": [-148, -30],
        "desk": [-200, 62],
        "cal": [148, -90],
        "team": [252, -90],
        "who": [148, 160],
        "dee": [252, 160],
    },
}


def map_app(elements=ELEMENTS, places=PLACES, **more):
    """Build a page with one map, what was selected below it, and buttons that change the map."""
    app = create_app()
    chart = NetworkMap(id="map", elements=elements, positions=places, height=560, **more)
    app.layout = html.Main(
        [
            html.H1("Map"),
            chart,
            html.Output(id="out"),
            html.Button("Choose Dee", id="choose"),
            html.Button("Ann leaves", id="leave"),
            html.Button("Other site", id="other"),
            html.Button("Sized", id="sized"),
            html.Pre(id="state"),
            html.Div(style={"height": "900px"}),
        ]
    )

    @app.callback(Output("out", "children"), Input("map", "selected"), prevent_initial_call=False)
    def _(selected):
        return f"{selected['what']} {selected['id']}" if selected else "nothing"

    names = ("filters", "collapsed", "focus", "selected_many", "positions_kept")

    @app.callback(
        Output("state", "children"),
        [Input("map", name) for name in names],
        prevent_initial_call=False,
    )
    def _(*state):
        return json.dumps({name: one for name, one in zip(names, state, strict=True) if one})

    @app.callback(Output("map", "sizes"), Input("sized", "n_clicks"), prevent_initial_call=True)
    def _(_clicks):
        return {"measure": "ties with others", "values": {"ann": 4, "bea": 1, "court": 6}}

    @app.callback(Output("map", "selected"), Input("choose", "n_clicks"), prevent_initial_call=True)
    def _(_clicks):
        return {"what": "person", "id": "dee"}

    @app.callback(Output("map", "highlight"), Input("leave", "n_clicks"), prevent_initial_call=True)
    def _(clicks):
        if clicks % 2 == 0:
            return {}
        return {"gone": ["ann"], "lost": ["t1", "t3", "t5"], "interrupted": ["t4"]}

    @app.callback(
        Output("map", "elements"),
        Output("map", "positions"),
        Input("other", "n_clicks"),
        prevent_initial_call=True,
    )
    def _(_clicks):
        small = {"agencies": AGENCIES[:1], "people": PEOPLE[:2], "ties": []}
        return small, positions(**small)

    return app


class Map:
    """The map on an open page, asked through cytoscape, used through mouse and keys."""

    CY = "document.querySelector('.cn-map-canvas')._cyreg.cy"

    def __init__(self, page):
        self.page = page
        page.wait_for_selector(".cn-map-canvas canvas", state="attached")
        page.wait_for_selector("text=nothing")
        self.until("cy.nodes().nonempty()")

    def ask(self, words):
        return self.page.evaluate(f"(() => {{ const cy = {self.CY}; return {words}; }})()")

    def until(self, words):
        """Wait until so; the browser's own waiting needs eval, which the page forbids."""
        for _ in range(1200):
            if self.ask(words):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never so: {words}")

    def spot(self, element):
        """Return where an element is drawn, on the page."""
        way = "renderedMidpoint" if element.startswith("t:") else "renderedPosition"
        at = self.ask(f"cy.getElementById({element!r}).{way}()")
        self.page.locator(".cn-map-canvas").scroll_into_view_if_needed()
        box = self.page.locator(".cn-map-canvas").bounding_box()
        return box["x"] + at["x"], box["y"] + at["y"]

    def click(self, element):
        self.page.mouse.click(*self.spot(element))

    def drag(self, element, dx, dy):
        x, y = self.spot(element)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for part in (0.3, 0.6, 1.0):
            self.page.mouse.move(x + dx * part, y + dy * part)
        self.page.mouse.up()

    def focus(self):
        self.page.locator(".cn-map-canvas").focus()

    def press(self, *names):
        for name in names:
            self.page.keyboard.press(name)

    def says(self):
        return self.page.locator(".cn-map > [aria-live]").text_content()

    def hears(self, words):
        """Wait until so much is said."""
        expect(self.page.locator(".cn-map > [aria-live]")).to_have_text(words)

    def tells(self, words):
        """Wait until the line below the drawing says so."""
        expect(self.page.locator(".cn-map-summary")).to_have_text(words, timeout=10000)

    def state(self, name):
        """Give a property of the component as the page knows it; None where it isn't set."""
        return json.loads(self.page.locator("#state").text_content() or "{}").get(name)

    def becomes(self, name, value):
        """Wait until a property is so."""
        for _ in range(600):
            if self.state(name) == value:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{name} is {self.state(name)}, never {value}")

    def button(self, name):
        return self.page.locator(".cn-map").get_by_role("button", name=name, exact=True)

    def draws(self, lines):
        """Wait until these lines are shown, and no others."""
        ids = json.dumps(sorted(lines), separators=(",", ":"))
        self.until(f"JSON.stringify(cy.edges(':visible').map(e => e.id()).sort()) === '{ids}'")

    def shows(self, selected):
        self.page.wait_for_selector(f"output:text-is('{selected}')")

    def style(self, element, name):
        return self.ask(f"cy.getElementById({element!r}).style({name!r})")

    def classes(self, name):
        return set(self.ask(f"cy.elements('.{name}').map(e => e.id())"))
