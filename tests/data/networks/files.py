"""Open and read files of other programs as the import does: from a path."""

import tempfile
from pathlib import Path

import networkx as nx
import xlsxwriter

from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.read import read_network
from collabnet.data.networks.write import written
from collabnet.data.options import Answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers


class ReadFile:
    """A reading of a file by one format, with what its ledgers say."""

    def __init__(self, content, name, format, *, merge=False, **answers):
        data = content.encode("utf-8") if isinstance(content, str) else content
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            self.ledgers = Ledgers(name)
            self.opened = open_source(path, self.ledgers, Answers(answers))
        assert self.opened is not None, [str(one) for one in self.problems]
        chosen = FORMATS[format]
        assert chosen.recognise(self.opened) >= 0.4
        self.reading = chosen.read(self.opened, self.ledgers, Answers(answers), merge=merge)
        self.network = self.reading.network

    @property
    def problems(self):
        return [problem for ledger in self.ledgers.all for problem in ledger.problems]

    @property
    def codes(self):
        return [problem.code for problem in self.problems]

    def problem(self, code):
        found = [problem for problem in self.problems if problem.code == code]
        assert len(found) == 1, [str(problem) for problem in self.problems]
        return found[0]

    @property
    def actors(self):
        graph = self.network.to_networkx()
        return dict(graph.nodes(data=True))

    @property
    def ties(self):
        return [(u, v, values) for u, v, _, values in self.network.keyed_ties]


def again(network, format, **options):
    """Write a network, and read what was written from a file."""
    made = written(network, FORMATS[format], **options)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network"
        if isinstance(made, bytes):
            path.write_bytes(made)
        else:
            path.mkdir()
            for name, data in made.items():
                (path / name).write_bytes(data)
            return read_network(path)
        return read_network(path, format=format)


def are_equal(first, second):
    """Whether networkx finds two networks the same, keys and types of values included."""
    return nx.utils.graphs_equal(first.to_networkx(), second.to_networkx())


def by_networkx(graph):
    """A graph as networkx read it, without what networkx adds to every graph."""
    for name in ("node_default", "edge_default", "mode"):
        graph.graph.pop(name, None)
    return graph


def workbook(**sheets):
    """The bytes of a workbook of text, by sheet."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            for name, rows in sheets.items():
                page = book.add_worksheet(name.replace("__", " "))
                for row, cells in enumerate(rows):
                    for column, cell in enumerate(cells):
                        page.write_string(row, column, cell)
        return path.read_bytes()
