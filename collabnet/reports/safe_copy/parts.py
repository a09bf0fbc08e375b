"""What a safe copy can hold: each part gives its files, as an audience may have them."""

from collections.abc import Callable, Sequence

from collabnet.data.files import encoded
from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.write import written
from collabnet.reports.made import report_bytes
from collabnet.reports.pictures import picture_svg
from collabnet.risk.assessment import Assessment
from collabnet.sharing import Released
from collabnet.sharing.audiences import Audience
from collabnet.sharing.manifest import FILE as MANIFEST
from collabnet.sharing.released_network import ReleasedNetwork

NETWORK = "network"
Files = dict[str, bytes]


def _brief(assessment: Assessment, audience: Audience) -> Files:
    return {"brief.html": report_bytes(assessment, ".html", audience)}


def _report(assessment: Assessment, audience: Audience) -> Files:
    return {"report.html": report_bytes(assessment, ".html", audience, kind="full")}


def _tables(assessment: Assessment, audience: Audience) -> Files:
    return {"tables.xlsx": report_bytes(assessment, ".xlsx", audience)}


def _map(assessment: Assessment, audience: Audience) -> Files:
    return {"map.svg": encoded(picture_svg(assessment, "map", audience) + "\n")}


PARTS: dict[str, Callable[[Assessment, Audience], Files]] = {
    "brief": _brief,
    "report": _report,
    "tables": _tables,
    "map": _map,
}
WHAT = (*PARTS, NETWORK)
"""What a copy can hold, in this order."""
COUNTS = {"brief", "report", "tables"}
"""The parts that show counts of referrals."""
_ABOUT = {
    "brief": "brief.html: two pages for a meeting; open it in a browser.",
    "report": "report.html: everything that was found, with every table and the method.",
    "tables": "tables.xlsx: every table, for a spreadsheet.",
    "map": "map.svg: the sectors and what joins them.",
    NETWORK: "network.graphml: for network programs. ",
}


def network_files(released: ReleasedNetwork) -> Files:
    """Write the network as GraphML."""
    made = written(released.network, FORMATS["graphml"])
    if not isinstance(made, bytes):
        raise TypeError("GraphML is one file.")
    return {"network.graphml": made}


def readme(released: Released, what: Sequence[str], network: ReleasedNetwork | None) -> str:
    """Say in plain sentences what the copy holds."""
    lines = [
        f"{released.name}. {released.when}",
        f"{released.notice}.",
        *([f"{released.label}."] if released.label else []),
        "",
        *(_ABOUT[one] + (_about(network) if one == NETWORK else "") for one in what),
        f"{MANIFEST}: for whom this is, under which rules, and a digest of each file.",
        "",
        "Counts below 11 are hidden. Please don't try to find out who is meant.",
    ]
    return "\n".join(lines) + "\n"


def _about(network: ReleasedNetwork | None) -> str:
    if network is None:
        return ""
    drawn = "" if network.level == "sectors" else " Names are made up for this copy alone."
    return " ".join(network.reasons) + drawn
