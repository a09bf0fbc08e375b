"""Callbacks of the whole dashboard asked as a browser asks them, without a browser."""

import json

from collabnet_dashboards.app import build_app

ROUTE = "/_dash-update-component"


class Pressing:
    """A dashboard whose callbacks are asked one by one; what a page would hold is given.

    Parameters
    ----------
    given, home : as `build_app` takes them
    """

    def __init__(self, given, home="/nowhere"):
        self.app = build_app(given, home=home)
        self._client = self.app.server.test_client()
        self._client.get("/")  # sets the callbacks up
        self.callbacks = {
            name: one for name, one in self.app.callback_map.items() if "callback" in one
        }

    def ask(self, name, values, changed=None):
        """Ask a callback: ``values`` by "id.property"; what isn't there is None."""
        found = self.callbacks[name]

        def filled(one):
            if str(one["id"]).startswith("{"):
                pattern = json.loads(one["id"])
                ids = [at for at in values.get("patterns", []) if at["type"] == pattern["type"]]
                said = values.get(f"{pattern['type']}.{one['property']}", [None] * len(ids))
                pairs = zip(ids, said, strict=True)
                return [{"id": at, "property": one["property"], "value": v} for at, v in pairs]
            key = f"{one['id']}.{one['property']}"
            return {"id": one["id"], "property": one["property"], "value": values.get(key)}

        inputs = [filled(one) for one in found["inputs"]]
        outputs = found["output"] if isinstance(found["output"], list) else [found["output"]]
        said = [{"id": o.component_id, "property": o.component_property} for o in outputs]
        body = {
            "output": name,
            "outputs": said if isinstance(found["output"], list) else said[0],
            "inputs": inputs,
            "changedPropIds": [changed] if changed else [],
            "state": [filled(one) for one in found["state"]],
        }
        return self._client.post(ROUTE, json=body)

    def press(self, button, values, into):
        """Press a button; give what the callback that writes ``into`` writes, by id."""
        changed = f"{button}.n_clicks"
        name = next(
            name
            for name, one in self.callbacks.items()
            if into in name and any(i["id"] == button for i in one["inputs"])
        )
        answer = self.ask(name, {changed: 1, **values}, changed)
        assert answer.status_code in (200, 204), answer.text
        return answer.get_json()["response"] if answer.status_code == 200 else {}
