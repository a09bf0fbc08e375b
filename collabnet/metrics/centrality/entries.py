"""Catalogue entries of this family."""

from math import nan

from collabnet.metrics.centrality.entries_distance import NEAR, WHOLE
from collabnet.metrics.centrality.entries_spectral import SPECTRAL
from collabnet.metrics.centrality.entries_ties import FREEMAN, TIES
from collabnet.metrics.centrality.spread import centralization
from collabnet.metrics.entry import Entry

CENTRALIZATION = Entry(
    function=centralization,
    of="network",
    sentence="How far the ties of a network gather around its most central actor.",
    definition=(
        "The sum over all actors of how far each falls short of the largest value, divided by that "
        "sum in a star of n actors: degree (n - 1)(n - 2), in_degree and out_degree (n - 1)^2, "
        "total_degree (in and out added up) 2(n - 1)(n - 2), betweenness (n - 1)^2 (n - 2)/2 and "
        "twice that in a directed network, closeness (n - 1)(n - 2)/(2n - 3), eigenvector "
        "((n - 1) - sqrt(n - 1))/sqrt(2). As in sna and igraph, in_closeness and out_closeness are "
        "divided by (n - 1)^2/n, in_eigenvector and out_eigenvector by n - 1."
    ),
    columns={
        "centralization": "0 (all alike, as in a ring) to 1 (a star); of eigenvector a little "
        "more if the star ends in a long tail"
    },
    direction=(
        "Betweenness and what begins with in_ or out_ go along it; degree, closeness and "
        "eigenvector ignore it."
    ),
    weights="Not used.",
    undefined=(
        "With fewer than three actors; of closeness and eigenvector where the network has several "
        "components; of in_closeness and out_closeness where not everybody reaches everybody; of "
        "in_eigenvector and out_eigenvector also where the eigenvector is undefined, as without a "
        "cycle."
    ),
    one_actor={"centralization": nan},
    no_ties={"centralization": 0},
    sources=(
        FREEMAN,
        "Wasserman and Faust (1994), Social Network Analysis, Cambridge, 176-177",
    ),
    complexity="that of the centrality, and O(n)",
    matches={
        "UCINET": "Centralization of Degree, Closeness, Betweenness, as a share.",
        "sna": "centralization(s, degree, mode='graph') and so on for undirected networks; of "
        "directed ones cmode='indegree' or 'outdegree', total_degree by default, and out_closeness "
        "by closeness. variant='sna' is its closeness where somebody is out of reach, and its "
        "eigenvector, evcent in the direction out, divided by (n - 2)/sqrt(2).",
        "igraph": "centr_degree(loops=FALSE), whose mode='all' of directed networks is "
        "total_degree; centr_clo(mode='all', 'in', 'out') and centr_eigen, in the direction in, "
        "are variant='igraph': closeness within reach, the largest score 1, divided by n - 2; "
        "centr_betw.",
        "networkx": "no counterpart.",
    },
    r={
        "centralization": "if (nrow(s) > 2) sna::centralization((s + t(s) > 0) * 1, sna::degree, "
        'mode = "graph") else NaN'
    },
)

ENTRIES: tuple[Entry, ...] = (*TIES, *NEAR, *SPECTRAL, CENTRALIZATION, *WHOLE)
