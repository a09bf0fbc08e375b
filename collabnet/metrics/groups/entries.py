"""Catalogue entries of this family."""

from collections.abc import Mapping

from collabnet.metrics.entry import Entry, Program
from collabnet.metrics.groups.entries_brokers import ENTRIES as BROKERS
from collabnet.metrics.groups.entries_ties import ENTRIES as TIES
from collabnet.metrics.groups.relations import multiplexity, multiplexity_by_actor

NAN = float("nan")
FAUST = "Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press, 3.2"
VERBRUGGE = "Verbrugge (1979), Multiplexity in adult friendships, Social Forces 57, 1286-1309"
OTHERS: Mapping[Program, str] = {
    "UCINET": "None.",
    "sna": "None.",
    "igraph": "None.",
    "networkx": "None.",
}
KINDS = "Ties that don't say of what kind they are, in the attribute kind, are left out."

ENTRIES: tuple[Entry, ...] = (
    *TIES,
    *BROKERS,
    Entry(
        function=multiplexity,
        of="network",
        sentence="Of all pairs with a tie, this share have ties of two kinds or more.",
        definition=f"Pairs with two or more kinds of relation / pairs with any. {KINDS}",
        columns={
            "related_pairs": "pairs, 0 or more",
            "multiplex_pairs": "pairs, 0 or more",
            "multiplexity": "share, 0 to 1",
        },
        direction="direction='ignored' takes a pair's ties both ways together; 'out' and 'in' take "
        "each way for itself.",
        weights="Not used.",
        undefined="Where no tie says its kind.",
        one_actor={"related_pairs": 0, "multiplex_pairs": 0, "multiplexity": NAN},
        no_ties={"related_pairs": 0, "multiplex_pairs": 0, "multiplexity": NAN},
        sources=(VERBRUGGE, FAUST),
        complexity="O(n + m)",
        matches=OTHERS,
    ),
    Entry(
        function=multiplexity_by_actor,
        of="actors",
        sentence="Of an actor's contacts, this share are joined to it by ties of two kinds or "
        "more.",
        definition=f"Contacts with two or more kinds of relation / contacts with any. {KINDS}",
        columns={
            "related_contacts": "contacts, 0 to n - 1",
            "multiplex_contacts": "contacts, 0 to n - 1",
            "multiplex_share": "share, 0 to 1",
        },
        direction="direction='out' takes the ties an actor sends, 'in' those it gets, 'ignored' "
        "both together.",
        weights="Not used.",
        undefined="For an actor of whose ties none says its kind.",
        one_actor={"related_contacts": 0, "multiplex_contacts": 0, "multiplex_share": NAN},
        no_ties={"related_contacts": 0, "multiplex_contacts": 0, "multiplex_share": NAN},
        sources=(VERBRUGGE, FAUST),
        complexity="O(n + m)",
        matches=OTHERS,
    ),
)
