"""What is written about measures by which actors are central through central contacts."""

from math import nan

from collabnet.metrics.centrality.leading import eigenvector, hubs_and_authorities
from collabnet.metrics.centrality.walks import bonacich_power, katz, pagerank
from collabnet.metrics.entry import Entry

STRENGTHS = (
    "Not used by default: every tie counts 1. With weights='strength' it counts as much as it is "
    "strong; zero is no tie, a negative strength is refused."
)
PER_COMPONENT = """c <- igraph::components(g)$membership
    v <- rep(NaN, length(c))
    for (k in unique(c)) {
      i <- which(c == k)
      if (length(i) > 1) {
        %s
      }
    }
    v"""
EIGENVECTOR = """x <- suppressWarnings(igraph::eigen_centrality(igraph::induced_subgraph(g, i),
          directed = igraph::is_directed(g), weights = NA)$vector)
        v[i] <- x / sqrt(sum(x^2))"""
SINGULAR = """if (igraph::is_directed(g)) {
          x <- svd(s[i, i])
          if (x$d[1] - x$d[2] > 1e-9 * x$d[1]) v[i] <- abs(x$%s[, 1])
        } else v[i] <- abs(eigen(s[i, i], symmetric = TRUE)$vectors[, 1])"""
ROOT = """m <- igraph::components(g, "strong")$membership
    r <- max(sapply(unique(m), function(k) max(Re(eigen(s[m == k, m == k, drop = FALSE])$values))))
    """

SPECTRAL = (
    Entry(
        function=eigenvector,
        of="actors",
        sentence="How well an actor is tied to others who are themselves well tied.",
        definition=(
            "The score of an actor is the sum of the scores of its contacts, divided by the "
            "largest number for which this has a solution without negative scores: the leading "
            "eigenvector of the matrix of ties. It is taken in each component by itself, and "
            "its squares add up to 1 there. In a directed component whose actors don't all reach "
            "one another, those whom no core with the largest eigenvalue leads to have 0."
        ),
        columns={"eigenvector": "0 to 1"},
        direction=(
            "By default those with a tie to the actor are its contacts (direction='in'); 'out': "
            "those it has a tie to; 'ignored': both."
        ),
        weights=STRENGTHS,
        undefined=(
            "Isolates; directed components without a cycle, where no such number is above zero; "
            "components in which two parts tie for the largest eigenvalue (equal to nine digits), "
            "where any mix of both would do."
        ),
        one_actor={"eigenvector": nan},
        no_ties={"eigenvector": nan},
        sources=(
            "Bonacich (1972), Factoring and weighting approaches to status scores and clique "
            "identification, J. Math. Sociol. 2, 113-120",
            "Rothblum (1975), Algebraic eigenspaces of nonnegative matrices, Linear Algebra Appl. "
            "12, 281-292",
        ),
        complexity="O(m) for each round, some dozens of rounds",
        matches={
            "UCINET": "Eigenvector, of a connected network; of others variant='sna'.",
            "sna": "evcent is variant='sna' with direction='out'; where its iteration goes round "
            "without settling, as on two-mode networks, evcent(use.eigen=TRUE), real part, whose "
            "sign may be turned.",
            "igraph": "eigen_centrality(directed=TRUE, weights=NA) is variant='igraph'; where "
            "parts tie it gives one of the many solutions.",
            "networkx": "eigenvector_centrality_numpy, of connected networks.",
        },
        r={"eigenvector": PER_COMPONENT % EIGENVECTOR},
    ),
    Entry(
        function=bonacich_power,
        of="actors",
        sentence="How powerful an actor is through its contacts' power, or their lack of it.",
        definition=(
            "c = A1 + beta A c: an actor's ties, and beta times the scores of those it is tied "
            "to; scaled so that the squares add up to n. beta is 0.75/largest eigenvalue of the "
            "whole network unless said, and between -1 and 1 over it. With a negative beta "
            "somebody is powerful whose contacts have few others to turn to."
        ),
        columns={"bonacich_power": "squares add up to n; 0 for isolates"},
        direction=(
            "In a directed network over ties going out; direction='in' over those coming in, "
            "'ignored' both."
        ),
        weights=STRENGTHS,
        undefined=(
            "Without ties; in an acyclic network until beta is said, as it has no eigenvalue above "
            "zero."
        ),
        one_actor={"bonacich_power": nan},
        no_ties={"bonacich_power": nan},
        sources=(
            "Bonacich (1987), Power and centrality: a family of measures, Am. J. Sociol. 92, "
            "1170-1182",
            "Podolny (1993), A status-based model of market competition, Am. J. Sociol. 98, "
            "829-872: three quarters of 1/largest eigenvalue",
        ),
        complexity="O(m) for each power of beta, about 150; O(n^3) up to 400 actors",
        matches={
            "UCINET": "Bonacich Power (Beta Centrality) with the same beta.",
            "sna": "bonpow(exponent=beta); its default of 1 is mostly beyond 1/largest eigenvalue, "
            "which is refused here.",
            "igraph": "power_centrality(exponent=beta), as sna.",
            "networkx": "no counterpart.",
        },
        r={
            "bonacich_power": f"{ROOT}if (r > 0) sna::bonpow(s, exponent = 0.75 / r) else "
            "rep(NaN, nrow(s))"
        },
    ),
    Entry(
        function=katz,
        of="actors",
        sentence="How many chains of ties of any length lead to an actor, long ones counting less.",
        definition=(
            "x = 1 + alpha A'x: 1 for every actor, and for every walk that ends at it alpha to the "
            "power of the walk's length. alpha is 0.75/largest eigenvalue of the whole network "
            "unless said, and below 1 over it. Normalised: divided by the root of the sum of "
            "squares."
        ),
        columns={"katz": "1 (nobody leads to it) or more; 0 to 1 if normalised"},
        direction=(
            "In a directed network by ties coming in; direction='out' by those going out, "
            "'ignored' both."
        ),
        weights=STRENGTHS,
        undefined=(
            "In an acyclic network with ties until alpha is said, as it has no eigenvalue above "
            "zero."
        ),
        one_actor={"katz": 1},
        no_ties={"katz": 1},
        sources=(
            "Katz (1953), A new status index derived from sociometric analysis, Psychometrika 18, "
            "39-43",
            "Bonacich and Lloyd (2001), Eigenvector-like measures of centrality for asymmetric "
            "relations, Social Networks 23, 191-201",
        ),
        complexity="O(m) for each power of alpha, about 150; O(n^3) up to 400 actors",
        matches={
            "UCINET": "Katz influence with the same attenuation, plus 1.",
            "igraph": "alpha_centrality(alpha=alpha, weights=NA).",
            "networkx": "katz_centrality_numpy(alpha, normalized=False); normalised its default.",
        },
        r={
            "katz": f"{ROOT}if (r > 0) igraph::alpha_centrality(g, alpha = 0.75 / r, "
            "weights = NA) else rep(if (any(s > 0)) NaN else 1, nrow(s))"
        },
    ),
    Entry(
        function=pagerank,
        of="actors",
        sentence="How often one comes to an actor when following ties at random.",
        definition=(
            "The share of steps spent at an actor by somebody who at each step follows one of the "
            "ties going out with the chance damping (0.85), each in proportion to its strength, "
            "and else, or where no tie goes out, goes to any actor with the same chance."
        ),
        columns={"pagerank": "share, above 0; adds up to 1"},
        direction=(
            "In a directed network ties are followed along their direction; direction='in' against "
            "it, 'ignored' both ways."
        ),
        weights="Ties are followed in proportion to strength; weights='unweighted': all alike.",
        undefined="",
        one_actor={"pagerank": 1},
        no_ties={"pagerank": 1 / 3},
        sources=(
            "Brin and Page (1998), The anatomy of a large-scale hypertextual web search engine, "
            "Comput. Netw. ISDN Syst. 30, 107-117",
        ),
        complexity="O(m) for each step, about 240; O(n^3) up to 400 actors",
        matches={
            "UCINET": "PageRank.",
            "igraph": "page_rank(damping=0.85) with strengths as weights.",
            "networkx": "pagerank(alpha=0.85, weight='strength'), which stops at 1e-6.",
        },
        r={"pagerank": "igraph::page_rank(g)$vector"},
    ),
    Entry(
        function=hubs_and_authorities,
        of="actors",
        sentence="How well a sender picks good receivers (hub), and a receiver draws good senders.",
        definition=(
            "A hub's score is proportional to the sum of the scores of the authorities it has ties "
            "to, an authority's to the sum of the scores of the hubs with ties to it: the first "
            "left and right singular vectors of the matrix of ties. They are taken in each "
            "component by itself, and their squares add up to 1 there. In an undirected network "
            "both are the eigenvector centrality."
        ),
        columns={"hub": "0 to 1", "authority": "0 to 1"},
        direction="Hubs by ties going out, authorities by ties coming in.",
        weights=STRENGTHS,
        undefined=(
            "Isolates; components of a directed network in which two parts tie for the largest "
            "singular value (equal to nine digits), where any mix of both would do."
        ),
        one_actor={"hub": nan, "authority": nan},
        no_ties={"hub": nan, "authority": nan},
        sources=(
            "Kleinberg (1999), Authoritative sources in a hyperlinked environment, J. ACM 46, "
            "604-632",
        ),
        complexity="O(m) for each round, some dozens of rounds",
        matches={
            "UCINET": "Hubs and Authorities, of a connected network.",
            "igraph": "hub_score, authority_score (weights=NA) are variant='igraph'; where parts "
            "tie, and in undirected two-mode networks, they give one of the many solutions.",
            "networkx": "hits is variant='networkx', to some digits; where parts tie as igraph.",
        },
        r={
            "hub": PER_COMPONENT % (SINGULAR % "u"),
            "authority": PER_COMPONENT % (SINGULAR % "v"),
        },
    ),
)
