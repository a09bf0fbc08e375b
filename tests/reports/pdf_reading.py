"""Read PDFs back: their words, tags and what they say of themselves."""

import io
import os

import pypdf
import pytest

from collabnet.model.errors import CollabnetError
from collabnet.reports.pdf import pdf_bytes


def can_write():
    """Tell whether PDFs can be made here; where CI is set, they have to be."""
    try:
        return bool(pdf_bytes("<p>x"))
    except CollabnetError:
        return bool(os.environ.get("CI"))


needs_pdf = pytest.mark.skipif(not can_write(), reason="Pango or WeasyPrint isn't installed")


class Pdf:
    """A PDF that was read."""

    def __init__(self, data):
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.root = self.reader.trailer["/Root"]
        self.pages = [page.extract_text() for page in self.reader.pages]
        self.text = " ".join(" ".join(self.pages).split())
        self.tags = list(tags(self.root["/StructTreeRoot"]))

    def alternatives(self):
        """Give the texts that are read out instead of pictures."""
        return [str(one["/Alt"]) for one in self.tags if one["/S"] == "/Figure"]


def tags(node):
    """Go through the structure of a PDF from its top."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pypdf.generic.DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tags(node["/K"])
