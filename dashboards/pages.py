"""The pages, in the order of the navigation. Each is a package of `panels` with a file `page`."""

from types import ModuleType
from typing import NamedTuple

from .panels.agencies import page as agencies
from .panels.compare import page as compare
from .panels.coverage import page as coverage
from .panels.data import page as data
from .panels.links import page as links
from .panels.map import page as map_
from .panels.measures import page as measures
from .panels.method import page as method
from .panels.overview import page as overview
from .panels.plan import page as plan
from .panels.start import page as start
from .panels.what_if import page as what_if


class Page(NamedTuple):
    """A page: its name in addresses, its words in the navigation, its module.

    ``needs_coalition``: it shows nothing before a coalition is open.
    """

    name: str
    words: str
    module: ModuleType
    needs_coalition: bool = True
    in_navigation: bool = True


PAGES = (
    Page("overview", "Overview", overview),
    Page("map", "Map", map_),
    Page("links", "Links", links),
    Page("agencies", "Agencies", agencies),
    Page("coverage", "Coverage", coverage),
    Page("what-if", "What if", what_if),
    Page("plan", "Plan", plan),
    Page("compare", "Compare", compare),
    Page("measures", "Measures", measures),
    Page("data", "Data", data, needs_coalition=False),
    Page("method", "Method and words", method, needs_coalition=False),
    Page("start", "Start", start, needs_coalition=False, in_navigation=False),
)
