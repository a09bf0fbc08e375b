"""The address of a view: which page, which coalition, what is chosen and tried; no name, no data.

``/links?c=site_b&v=1f3a9c02&from=a3&to=a7&w=leaves.p2``: ``c`` is the coalition, ``v`` the stamp
of its files (there as soon as something is numbered), ``w`` the steps that are tried, and the rest
belongs to the page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

COALITION, STAMP, STEPS = "c", "v", "w"
OWN = (COALITION, STAMP, STEPS)
VALUE = re.compile(r"[a-z0-9_.~,-]{1,400}")
"""What may stand in an address: numbers and words of our own, never text from data."""


@dataclass(frozen=True)
class Address:
    """A view as its address says it.

    Attributes
    ----------
    page : the path without its slash, such as "links"; "" is the first page
    coalition : its key; "" for the one to start with
    stamp : of the files that the numbers belong to; "" where nothing is numbered
    steps : the code of what is tried
    args : what else is chosen, by names of the page
    """

    page: str = ""
    coalition: str = ""
    stamp: str = ""
    steps: str = ""
    args: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def parse(cls, path: object, search: object) -> "Address":
        """Read an address; parts that it can't hold are left out.

        Examples
        --------
        >>> found = Address.parse("/links", "?c=site_b&w=leaves.p2&from=a3&x=<b>")
        >>> found.page, found.coalition, found.steps, dict(found.args)
        ('links', 'site_b', 'leaves.p2', {'from': 'a3'})
        """
        pairs = parse_qsl(search.removeprefix("?") if isinstance(search, str) else "")
        known = {name: value for name, value in pairs[:40] if VALUE.fullmatch(value)}
        args = {name: value for name, value in known.items() if name not in OWN}
        return cls(
            page=path.strip("/") if isinstance(path, str) else "",
            coalition=known.get(COALITION, ""),
            stamp=known.get(STAMP, ""),
            steps=known.get(STEPS, ""),
            args=MappingProxyType({k: v for k, v in args.items() if VALUE.fullmatch(k)}),
        )

    @property
    def search(self) -> str:
        """What stands behind the path.

        Examples
        --------
        >>> Address("links", coalition="site_b", args={"from": "a3"}).search
        '?c=site_b&from=a3'
        """
        own = zip(OWN, (self.coalition, self.stamp, self.steps), strict=True)
        said = urlencode([(k, v) for k, v in (*own, *self.args.items()) if v], safe="~,")
        return f"?{said}" if said else ""

    @property
    def href(self) -> str:
        """The whole address behind the host."""
        return f"/{self.page}{self.search}"

    def with_args(self, **args: str) -> "Address":
        """Choose something else; "" chooses nothing."""
        kept = {name: value for name, value in {**self.args, **args}.items() if value}
        return replace(self, args=MappingProxyType(kept))

    def on(self, page: str, **args: str) -> "Address":
        """Go to another page with what is tried, and with nothing else chosen."""
        return replace(self, page=page, args=MappingProxyType({k: v for k, v in args.items() if v}))
