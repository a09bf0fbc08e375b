"""A small dashboard, and a visitor who asks it without the help of a browser."""

import http.client
import json
from urllib.parse import urlsplit

from dash import Input, Output, dcc, html

from collabnet.model.errors import CollabnetError
from collabnet_dashboards.components import NetworkMap
from collabnet_dashboards.server import create_app

OPEN = "Open the address printed in the terminal."
ROUTES = [
    "/",
    "/any/page",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_favicon.ico",
    "/_reload-hash",
    "/assets/collabnet.css",
    "/_dash-component-suites/dash/deps/react@18.3.1.min.js",
    "/_dash-component-suites/collabnet_dashboards/components/vendor/cytoscape.min.js",
    "/download/report",
]


def small_app():
    """Build a dashboard with one button, an error behind it, a download and a script of its own."""
    app = create_app()
    elements = {"agencies": [], "people": [], "ties": []}
    app.layout = html.Main(
        [
            html.H1("Small"),
            html.Button("Go", id="go"),
            html.Output(id="out"),
            dcc.Store(id="store"),
            NetworkMap(id="map", elements=elements),
        ]
    )

    @app.callback(Output("out", "children"), Input("go", "n_clicks"), prevent_initial_call=True)
    def _(clicks):
        if clicks == 2:
            raise CollabnetError("A needs B. Give B.")
        if clicks == 3:
            raise ValueError("secret name in staff.csv")
        return f"clicked {clicks}"

    app.clientside_callback(
        "function (n) { window.ranInline = true; return n; }",
        Output("store", "data"),
        Input("go", "n_clicks"),
    )
    app.server.add_url_rule("/download/report", "report", lambda: "names")
    return app


class Visitor:
    """Ask a server without any help of a browser: only the headers that a test wrote."""

    def __init__(self, server):
        self.port = server.port
        self.token = urlsplit(server.address).query
        self.own = {"Host": f"127.0.0.1:{server.port}"}

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, self.own | named)
            answer = connection.getresponse()
            answer.data = answer.read()
            answer.text = answer.data.decode("utf-8", "replace")
            return answer
        finally:
            connection.close()

    def enter(self):
        """Trade the token, and keep the cookie."""
        answer = self.ask(f"/?{self.token}")
        self.own["Cookie"] = answer.headers["Set-Cookie"].partition(";")[0]
        return answer

    def click(self, times, **headers):
        """Send what the page sends when the button is clicked."""
        button = {"id": "go", "property": "n_clicks"}
        body = {
            "output": "out.children",
            "outputs": {"id": "out", "property": "children"},
            "inputs": [button | {"value": times}],
            "changedPropIds": ["go.n_clicks"],
        }
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Content_Type": "application/json"}
        sent = {name: value for name, value in (own | headers).items() if value is not None}
        return self.ask("/_dash-update-component", "POST", json.dumps(body), **sent)
