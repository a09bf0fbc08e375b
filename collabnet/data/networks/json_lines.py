"""On which lines of a JSON text the entries of its lists stand."""

import re
from collections import defaultdict

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]', re.DOTALL)


def entry_lines(text: str) -> dict[str, list[int]]:
    r"""Give the line of each object in a list, by the keys that lead to the list.

    Examples
    --------
    >>> entry_lines('{"nodes": [{"id": 1},\n{"id": 2}], "graph": {"links": [{}]}}')
    {'nodes': [1, 2], 'graph.links': [2]}
    """
    found: dict[str, list[int]] = defaultdict(list)
    path: list[str] = []
    inside: list[str] = []
    last, line, at = "", 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", at, token.start())
        at = token.start()
        sign = token[0]
        if sign == ":":
            path[-1:] = [last[1:-1]]
        elif sign in "{[":
            if sign == "{" and inside and inside[-1] == "[":
                found[".".join(key for key in path if key)].append(line)
            inside.append(sign)
            path.append("")
        elif sign in "}]":
            inside.pop()
            path.pop()
        elif sign[0] == '"':
            last = sign
    return dict(found)
