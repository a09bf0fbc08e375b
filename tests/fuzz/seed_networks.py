"""One network in every format that is written."""

from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.write import written
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network

_KINDS = {
    "graphml": "xml", "gexf": "xml", "gml": "text", "node_link": "json", "kumu": "json",
    "kumu_xlsx": "zip", "polinode": "zip", "gephi": "table", "pajek": "text", "dl": "text",
    "edge_list": "table", "matrix": "table",
}  # fmt: skip
_ACTORS = [
    ("court_b", {"sector": "justice", "staff": "12"}),
    ("Shelter, North", {"sector": "housing"}),
    ("007", {"sector": 'the "Annex"'}),
    ("Zoë 🏛", {}),
    ("alone", {}),
]
_TIES = [
    ("court_b", "Shelter, North", 0, {"strength": 3, "relation": "referral"}),
    ("court_b", "Shelter, North", 1, {"strength": 1, "relation": "trust"}),
    ("Shelter, North", "court_b", 2, {"strength": 2.5, "relation": "referral"}),
    ("007", "Zoë 🏛", 3, {"strength": 1, "relation": "referral"}),
]


def written_ones():
    """Name, kind and files of each; what a format can't hold is left out."""
    whole = Network(_ACTORS, _TIES, is_directed=True, is_multigraph=True)
    plain = [(u, v, key, {"strength": values["strength"]}) for u, v, key, values in _TIES[1:]]
    simple = Network([(name, {}) for name, _ in _ACTORS], plain, is_directed=True)
    linked = Network([(name, {}) for name, _ in _ACTORS[:-1]], plain, is_directed=True)
    for name, one in FORMATS.items():
        made = None
        for network in (whole, simple, linked):
            try:
                made = written(network, one, leave_out=("attributes",))
                break
            except CollabnetError:
                continue
        assert made is not None, name
        suffix = (one.suffixes or (".xlsx" if _KINDS[name] == "zip" else ".csv",))[0]
        files = made if isinstance(made, dict) else {f"network{suffix}": made}
        yield name, _KINDS[name], files
