"""Site B as the page Links is told to show it."""

from functools import cache

from collabnet.sharing import release_links
from collabnet_dashboards.desk import Desk
from samples.shared import assessment_of

TITLE = "1 of 2 links rests on one person; none is on paper"
ENDS = "court_b", "residential_program"
DESK = Desk("site_b", home="/nowhere")


def look_at(**args):
    """Give the view with these choices in its address."""
    now, _ = DESK.open("site_b")
    search = "".join(f"&{name}={value}" for name, value in args.items())
    stamp = f"&v={now['stamp'][:8]}" if args else ""
    return DESK.look({"path": "/links", "search": f"?c=site_b{stamp}{search}", "opened": dict(now)})


def open_link(*ends, **args):
    """Give the view with a link opened."""
    sender, receiver = (look_at().refs.short(one) for one in ends)
    return look_at(**{"from": sender, "to": receiver}, **args)


@cache
def links():
    """Give the links of Site B."""
    return release_links(assessment_of("site_b"))


def large():
    """Give its largest link."""
    return links().link(*ENDS)
