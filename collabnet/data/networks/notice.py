"""A line that a network file says of itself, where its format has a place that readers skip."""

import json

from collabnet.data.files import encoded
from collabnet.data.networks.gml_text import escape
from collabnet.data.networks.xml_out import safe

_XML_ENDS = {"graphml": 'graphml.xsd">\n', "gexf": "<creator>collabnet</creator>\n"}
_XML_LINES = {
    "graphml": "  <desc>{}</desc>\n",
    "gexf": "    <description>{}</description>\n",
}
PLACES = ("graphml", "gexf", "gml", "node_link", "pajek")
"""Formats with such a place; the others are read row by row, and a line more would be a row."""


def with_notice(data: bytes, format: str, words: str) -> bytes:
    r"""Give the file with a line of its own; as it is where the format has no place for one.

    Where it stands: GraphML ``desc``, GEXF ``description``, GML ``comment``, node-link JSON a key
    ``notice``, Pajek a comment. None of them is an attribute, so nothing else is changed.

    Parameters
    ----------
    data : as `collabnet.data.networks.write.written` gives it
    format : its name

    Examples
    --------
    >>> with_notice(b"*Vertices 1\n", "pajek", "Internal: names staff")
    b'% Internal: names staff\n*Vertices 1\n'
    """
    line = " ".join(words.split())
    if format in _XML_ENDS:
        before, end, after = data.partition(_XML_ENDS[format].encode())
        return before + end + encoded(_XML_LINES[format].format(safe(line, format))) + after
    if format == "gml":
        return f'comment "{escape(line)}"\n'.encode() + data
    if format == "node_link":
        return b'{"notice": ' + json.dumps(line).encode() + b",\n" + data.removeprefix(b"{")
    return encoded(f"% {line}\n") + data if format == "pajek" else data
