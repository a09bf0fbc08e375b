"""Catalogue entries of this family."""

from collabnet.metrics.ego.holes import (
    burt_efficiency,
    burt_hierarchy,
    constraint,
    effective_size,
)
from collabnet.metrics.ego.surroundings import ego_density, local_clustering
from collabnet.metrics.entry import Entry

NAN = float("nan")
BURT = (
    "Burt (1992), Structural Holes: The Social Structure of Competition, Harvard University Press"
)
BORGATTI = (
    "Borgatti (1997), Structural holes: unpacking Burt's redundancy measures, Connections 20, 35-38"
)
BOTH_WAYS = (
    "Ties both ways are taken together, a_ij + a_ji: an actor with incoming ties alone has a value."
)
WEIGHED = "Not used, unless weights='strength'; then ties of strength 0 are none."
ISOLATE = "For an isolate: it has no contacts."
UCINET = (
    "Structural Holes: the method 'Whole network model' is the default here, 'Ego network model' "
    "is variant='ego network'."
)
SQRT = "O(m sqrt(m))"
SHARES = (
    "p_ij = (a_ij + a_ji) / sum over k of (a_ik + a_ki), over i's contacts; with variant='ego "
    "network' p_qj counts only q's ties to i and to i's other contacts."
)
GATHERED = """z <- s + t(s)
  p <- z / rowSums(z)
  p[is.na(p)] <- 0"""
"""R: the share of its ties that each actor has with each other."""
MARGINAL = """m <- z / apply(z, 1, max)
  m[is.na(m)] <- 0
  size <- sapply(1:n, function(i) sum((z[i, ] > 0) * (1 - m %*% p[i, ])))"""
"""R: contacts less what they have in common."""

ENTRIES: tuple[Entry, ...] = (
    Entry(
        function=constraint,
        of="actors",
        sentence="How far an actor's contacts lead back to the same few others, so that it has "
        "little choice.",
        definition=f"Sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2, where {SHARES}",
        columns={
            "constraint": "above 0; at most 1.125 in an undirected network without strengths, "
            "at most 2 in any"
        },
        direction=BOTH_WAYS,
        weights=WEIGHED,
        undefined=ISOLATE,
        one_actor={"constraint": NAN},
        no_ties={"constraint": NAN},
        sources=(
            BURT,
            "Burt (2004), Structural holes and good ideas, American Journal of Sociology 110, "
            "349-399",
        ),
        complexity=SQRT,
        matches={
            "UCINET": UCINET,
            "sna": "None.",
            "igraph": "constraint(g), if the ties have no weight; with weights as strengths that "
            "is weights='strength'.",
            "networkx": "constraint(G). One actor at a time, constraint(G, nodes=[v]) is NaN for "
            "an actor with incoming ties alone. Self-ties count there.",
        },
        r={"constraint": "igraph::constraint(g, weights = rep(1, igraph::ecount(g)))"},
    ),
    Entry(
        function=effective_size,
        of="actors",
        sentence="How many contacts an actor has, less what they have in common.",
        definition=(
            "Sum over contacts j of [1 - sum over contacts q of p_iq m_jq], where p_iq is the "
            "share of i's ties that q has, and m_jq = z_jq / max over k of z_jk, with z_jq = "
            "a_jq + a_qj; with variant='ego network' k is i or another contact of i. Undirected "
            "and without strengths: n - 2t/n, with n contacts and t ties among them."
        ),
        columns={"effective_size": "contacts, 1 to the number of contacts"},
        direction=BOTH_WAYS,
        weights=WEIGHED,
        undefined=ISOLATE,
        one_actor={"effective_size": NAN},
        no_ties={"effective_size": NAN},
        sources=(BURT, BORGATTI),
        complexity=SQRT,
        matches={
            "UCINET": UCINET,
            "sna": "None.",
            "igraph": "None.",
            "networkx": "effective_size(G) for undirected graphs. For directed ones and weights, "
            "effective_size(G, nodes=list(G)); it is NaN for an actor with incoming ties alone. "
            "Without nodes=, networkx 3.6.1 divides z_jq by the largest tie of q instead of j: "
            "other numbers for directed graphs and with weights.",
        },
        r={"effective_size": f"{GATHERED}\n  {MARGINAL}\n  ifelse(rowSums(z) > 0, size, NaN)"},
    ),
    Entry(
        function=burt_efficiency,
        of="actors",
        sentence="Which share of an actor's contacts lead to different others.",
        definition="effective_size divided by the number of contacts, in either direction.",
        columns={"burt_efficiency": "share, above 0, at most 1"},
        direction=BOTH_WAYS,
        weights=WEIGHED,
        undefined=ISOLATE,
        one_actor={"burt_efficiency": NAN},
        no_ties={"burt_efficiency": NAN},
        sources=(BURT, BORGATTI),
        complexity=SQRT,
        matches={
            "UCINET": UCINET,
            "sna": "None; efficiency(s) is Krackhardt's.",
            "igraph": "None.",
            "networkx": "effective_size(G)[v] / G.degree(v) for undirected graphs; in directed "
            "ones a contact with ties both ways counts twice in the degree.",
        },
        r={
            "burt_efficiency": f"{GATHERED}\n  {MARGINAL}\n"
            "  ifelse(rowSums(z) > 0, size / rowSums(z > 0), NaN)"
        },
    ),
    Entry(
        function=burt_hierarchy,
        of="actors",
        sentence="How far what holds an actor back comes from one contact alone.",
        definition=(
            "Sum over N contacts j of x_j ln(x_j) / (N ln N), where x_j = c_j / (C/N), c_j is "
            "the constraint by contact j, and C their sum."
        ),
        columns={"burt_hierarchy": "share, 0 (all contacts alike) to 1 (one contact alone)"},
        direction=BOTH_WAYS,
        weights=WEIGHED,
        undefined="With fewer than two contacts: 0/0.",
        one_actor={"burt_hierarchy": NAN},
        no_ties={"burt_hierarchy": NAN},
        sources=(BURT + ", 70-71",),
        complexity=SQRT,
        matches={
            "UCINET": UCINET,
            "sna": "None; hierarchy(s) is Krackhardt's.",
            "igraph": "None.",
            "networkx": "None; from local_constraint(G, u, v) by the definition.",
        },
        r={
            "burt_hierarchy": f"""{GATHERED}
  by_contact <- (z > 0) * (p + p %*% p)^2
  k <- rowSums(z > 0)
  x <- by_contact / (rowSums(by_contact) / k)
  total <- rowSums(ifelse(z > 0, x * log(x), 0))
  ifelse(k > 1, total / (k * log(k)), NaN)"""
        },
    ),
    Entry(
        function=local_clustering,
        of="actors",
        sentence="Of all pairs of an actor's contacts, this share is in contact too.",
        definition=(
            "variant='Watts-Strogatz': t / [k(k-1)/2], with k contacts and t pairs of them in "
            "contact. 'Fagiolo': directed triangles through i, over d(d-1) - 2b, with d ties in "
            "and out and b contacts with ties both ways. 'Barrat': sum over closed pairs j, h of "
            "(w_ij + w_ih) / [s_i (k-1)], where s_i is the strength of all of i's contacts. "
            "'Onnela': sum over closed pairs of (w_ij w_ih w_jh)^(1/3) / max(w) / [k(k-1)/2]."
        ),
        columns={"local_clustering": "share, 0 to 1"},
        direction="Ignored, but by the variant 'Fagiolo'.",
        weights=(
            "Not used, but by 'Barrat' and 'Onnela'; these add strengths both ways, and ties of "
            "strength 0 are none."
        ),
        undefined="With fewer than two contacts: there is no pair (Fagiolo: no triangle possible).",
        one_actor={"local_clustering": NAN},
        no_ties={"local_clustering": NAN},
        sources=(
            "Watts and Strogatz (1998), Collective dynamics of 'small-world' networks, Nature "
            "393, 440-442",
            "Fagiolo (2007), Clustering in complex directed networks, Physical Review E 76, 026107",
            "Barrat, Barthelemy, Pastor-Satorras and Vespignani (2004), The architecture of "
            "complex weighted networks, PNAS 101, 3747-3752",
            "Onnela, Saramaki, Kertesz and Kaski (2005), Intensity and coherence of motifs in "
            "weighted complex networks, Physical Review E 71, 065103",
        ),
        complexity=SQRT,
        matches={
            "UCINET": "Clustering Coefficient, of each node.",
            "sna": "None.",
            "igraph": "transitivity(g, type='local', isolates='nan'); type='barrat' is 'Barrat', "
            "for undirected graphs.",
            "networkx": "clustering(G) of the undirected graph, of the directed one for "
            "'Fagiolo', with weight= for 'Onnela'; 0 where it is NaN here.",
        },
        r={
            "local_clustering": """u <- igraph::as.undirected(g, mode = "collapse")
  igraph::transitivity(u, type = "local", isolates = "nan")"""
        },
    ),
    Entry(
        function=ego_density,
        of="actors",
        sentence="How many contacts an actor has, and how many ties there are among them.",
        definition=(
            "n contacts; t ties among them; density t / [n(n-1)/2], in a directed network "
            "t / [n(n-1)], each direction counted; brokerage: the pairs without a tie, "
            "n(n-1)/2 - t or n(n-1) - t."
        ),
        columns={
            "ego_size": "contacts, 0 to n - 1",
            "ego_ties": "ties, 0 or more",
            "ego_density": "share, 0 to 1",
            "ego_brokerage": "pairs, 0 or more",
        },
        direction=(
            "direction='out' takes the contacts that the actor has ties to, 'in' those with ties "
            "to it, 'ignored' both. Ties among contacts count in each direction."
        ),
        weights="Not used.",
        undefined="ego_density with fewer than two contacts: there is no pair.",
        one_actor={"ego_size": 0, "ego_ties": 0, "ego_density": NAN, "ego_brokerage": 0},
        no_ties={"ego_size": 0, "ego_ties": 0, "ego_density": NAN, "ego_brokerage": 0},
        sources=(
            "Borgatti, Everett and Johnson (2013), Analyzing Social Networks, Sage, chapter 15",
        ),
        complexity=SQRT,
        matches={
            "UCINET": "Egonet Basic Measures: Size, Ties, Density (there in percent), Broker. In "
            "an undirected network UCINET counts both directions of a pair in Ties.",
            "sna": "gden(ego.extract(s)[[i]][-1, -1]), with neighborhood='combined', 'in' or "
            "'out'.",
            "igraph": "ego_size(g) - 1; edge_density of the contacts' induced_subgraph.",
            "networkx": "From ego_graph(G, v, center=False, undirected=True): number of actors, "
            "of ties, density.",
        },
        r={
            "ego_size": "rowSums((s + t(s)) > 0)",
            "ego_ties": """z <- (s + t(s)) > 0
  sapply(1:n, function(i) sum(s[z[i, ], z[i, ]])) / (if (igraph::is_directed(g)) 1 else 2)""",
            "ego_density": """z <- (s + t(s)) > 0
  k <- rowSums(z)
  sapply(1:n, function(i) sum(s[z[i, ], z[i, ]])) / ifelse(k > 1, k * (k - 1), NaN)""",
            "ego_brokerage": """z <- (s + t(s)) > 0
  k <- rowSums(z)
  ties <- sapply(1:n, function(i) sum(s[z[i, ], z[i, ]]))
  (k * (k - 1) - ties) / (if (igraph::is_directed(g)) 1 else 2)""",
        },
    ),
)
