"""Networks with names that files find hard to hold, and ways to read and compare them."""

from collections import Counter

from hypothesis import strategies as st

from collabnet.data.options import Answers
from collabnet.data.records import split_records
from collabnet.data.sources.opened import Grid, Ledgers, Opened
from collabnet.model.network import Network

HARD = (
    "Court, B",
    'Court "B"',
    "Court 'B'",
    "court\nb",
    "court\r\nb",
    "court\tb",
    "007",
    "1E5",
    "-1",
    "0.5",
    "=1+1",
    "'tis",
    "NA",
    "nan",
    "data:",
    "labels:",
    "*Arcs",
    "% note",
    "#1",
    "[1-3]",
    "{'a': 1}",
    "a\\b",
    "&#34;",
    "a;b|c",
    "\U0001f3db\ufe0f court",
    "\u05d1\u05d9\u05ea \u05de\u05e9\u05e4\u05d8",
    "a\u202eb",
    "caf\u00e9",
    "cafe\u0301",
    "total",
    "box",
    "x",
)
PLAIN = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=8)
IDS = st.one_of(st.sampled_from(HARD), PLAIN.filter(lambda text: text == text.strip() != ""))
VALUES = st.one_of(st.sampled_from(HARD), PLAIN)
NAMES = st.one_of(st.sampled_from(("sector", "ic", "x", "y", "shape", "w 1")), PLAIN).filter(
    lambda name: (
        name.strip() == name
        and name.casefold()
        not in ("strength", "relation", "weight", "directed", "mode", "name", "interval")
    )
)
NUMBERS = st.one_of(st.integers(1, 9).map(float), st.floats(1e-3, 1e6))


@st.composite
def networks(
    draw,
    *,
    ids=IDS,
    attributes=True,
    relations=True,
    parallel=True,
    self_ties=True,
    mixed=False,
    strength="some",
    isolates=True,
):
    """A network that holds no more than is asked for; ``strength`` is "all", "some" or "none"."""
    names = draw(st.lists(ids, min_size=2, max_size=6, unique=True))
    is_directed = mixed or draw(st.booleans())
    values = st.dictionaries(NAMES, VALUES, max_size=2) if attributes else st.just({})
    kinds = draw(st.lists(VALUES, min_size=1, max_size=3, unique=True)) if relations else []
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    made, seen = [], set()
    for u, v in draw(st.lists(ends, min_size=1, max_size=8)):
        relation = draw(st.sampled_from(kinds)) if kinds else ""
        key = ((u, v) if is_directed else tuple(sorted((u, v))), relation)
        if (u == v and not self_ties) or (key in seen and not parallel):
            continue
        seen.add(key)
        told = dict(draw(values))
        if strength == "all" or (strength == "some" and draw(st.booleans())):
            told["strength"] = draw(NUMBERS)
        if relation:
            told["relation"] = relation
        made.append((u, v, len(made), told))
        if mixed and u != v and draw(st.booleans()):
            told["directed"] = "no"
            made.append((v, u, len(made) - 1, dict(told)))
    tied = {end for u, v, _, _ in made for end in (u, v)}
    kept = [name for name in names if isolates or name in tied]
    actors = [(name, draw(values)) for name in kept]
    return Network(actors, made, is_directed=is_directed)


def content(network):
    """What a network holds, whatever the order: actors, ties, direction."""
    graph = network.to_networkx()
    ties = Counter()
    for u, v, told in graph.edges(data=True):
        ends = (u, v) if graph.is_directed() else tuple(sorted((u, v)))
        ties[ends, tuple(sorted(told.items()))] += 1
    actors = {actor: tuple(sorted(told.items())) for actor, told in graph.nodes(data=True)}
    return graph.is_directed(), actors, ties


def bare(network):
    """The ends and the strengths of the ties, for comparison with other programs."""
    graph = network.to_networkx()
    pairs = [
        ((u, v) if graph.is_directed() else tuple(sorted((u, v))), told.get("strength", 1.0))
        for u, v, told in graph.edges(data=True)
    ]
    return sorted(graph.nodes), Counter(pairs)


def opened(text, name="network", delimiter=""):
    """A text as it would be opened; with a delimiter as a sheet."""
    grids = [Grid("", split_records(text, delimiter))] if delimiter else []
    return Opened(name, "table" if delimiter else "text", text=text, grids=grids)


class Read:
    """A reading of a text, with what its ledger says."""

    def __init__(self, module, file, *, merge=False, **answers):
        ledgers = Ledgers(file.name)
        for grid in file.grids:
            ledger = ledgers.of(grid.name)
            ledger.rows, ledger.lines = grid.records.rows, grid.records.lines
        given = {key: value if isinstance(value, tuple) else str(value)
                 for key, value in answers.items()}  # fmt: skip
        self.reading = module.read(file, ledgers, Answers(given), merge=merge)
        self.network = self.reading.network
        self.ledger = self.reading.ledger

    @property
    def codes(self):
        return [problem.code for problem in self.ledger.problems]

    @property
    def ties(self):
        """The ties with their strengths, as triples."""
        found = [(tie.from_id, tie.to_id, tie.number) for tie in self.reading.ties]
        return [(u, v, None if n != n else n) for u, v, n in found]

    @property
    def relations(self):
        return [(tie.from_id, tie.to_id, tie.relation) for tie in self.reading.ties]

    def problem(self, code):
        """The one problem with a code."""
        found = [problem for problem in self.ledger.problems if problem.code == code]
        assert len(found) == 1, [str(problem) for problem in self.ledger.problems]
        return found[0]

    def is_conserved(self):
        """Whether every position is kept, rejected or skipped, and each of the kept is used."""
        gone, kept = self.ledger.gone, {one.at for one in self.reading.ties}
        kept |= {one.at for one in self.reading.actors}
        return not kept & gone and len(kept | gone) == self.ledger.n_read
