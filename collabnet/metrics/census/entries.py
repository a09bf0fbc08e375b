"""Catalogue entries of this family."""

from collabnet.metrics.census.closure import average_clustering, global_clustering, triangles
from collabnet.metrics.census.dyads import actor_reciprocity, dyad_census, reciprocity
from collabnet.metrics.census.triads import TYPES, transitivity, triad_census
from collabnet.metrics.entry import Entry

NAN = float("nan")
HOLLAND = (
    "Holland and Leinhardt (1970), A method for detecting structure in sociometric data, "
    "American Journal of Sociology 76, 492-513"
)
FAUST = "Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press"
WATTS = (
    "Watts and Strogatz (1998), Collective dynamics of 'small-world' networks, Nature 393, 440-442"
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        function=reciprocity,
        of="network",
        sentence="Of all ties, this share is returned.",
        definition=(
            "variant='edgewise': ties that are returned, divided by ties. variant='dyadic': "
            "pairs with ties both ways, divided by pairs with a tie. weights='strength': sum of "
            "min(w_ij, w_ji) over all ties, divided by the sum of w_ij."
        ),
        columns={"reciprocity": "share, 0 (none returned) to 1 (all returned)"},
        direction="A tie is returned if there is one the other way; undirected ties are.",
        weights="Not used, unless weights='strength'.",
        undefined="Without ties, or with no strength at all: there is nothing to return.",
        one_actor={"reciprocity": NAN},
        no_ties={"reciprocity": NAN},
        sources=(
            f"{FAUST}, chapter 13",
            "Squartini, Picciolo, Ruzzenenti and Garlaschelli (2013), Reciprocity of weighted "
            "networks, Scientific Reports 3, 2729",
        ),
        complexity="O(n + m)",
        matches={
            "UCINET": "Reciprocity: Arc reciprocity is 'edgewise', Dyad reciprocity 'dyadic'.",
            "sna": (
                "grecip(s, measure='edgewise'); measure='dyadic.nonnull' is 'dyadic'. Its default "
                "measure='dyadic' counts pairs without a tie as returned and isn't given here."
            ),
            "igraph": (
                "reciprocity(g); mode='ratio' is 'dyadic'. 1 for undirected networks without ties."
            ),
            "networkx": "overall_reciprocity(G), for directed graphs.",
        },
        r={"reciprocity": "sna::grecip(s, measure='edgewise')"},
    ),
    Entry(
        function=actor_reciprocity,
        of="actors",
        sentence="With how many contacts the actor has ties both ways, and which share of its "
        "ties that makes.",
        definition=(
            "M contacts with ties both ways, O with a tie outwards only, I inwards only. "
            "variant='edgewise': 2M / (2M + O + I). variant='dyadic': M / (M + O + I)."
        ),
        columns={
            "n_mutual": "contacts, 0 to n - 1",
            "n_out_only": "contacts, 0 to n - 1",
            "n_in_only": "contacts, 0 to n - 1",
            "reciprocity": "share, 0 to 1",
        },
        direction="A tie is returned if there is one the other way; undirected ties are.",
        weights="Not used.",
        undefined="reciprocity of isolates.",
        one_actor={"n_mutual": 0, "n_out_only": 0, "n_in_only": 0, "reciprocity": NAN},
        no_ties={"n_mutual": 0, "n_out_only": 0, "n_in_only": 0, "reciprocity": NAN},
        sources=(f"{FAUST}, chapter 13",),
        complexity="O(n + m)",
        matches={
            "UCINET": "Reciprocity, node level: the share of contacts with ties both ways is "
            "'dyadic'.",
            "sna": "None.",
            "igraph": "None; which_mutual(g) says it of each tie.",
            "networkx": "reciprocity(G, G) for 'edgewise', for directed graphs.",
        },
        r={
            "n_mutual": "rowSums(s * t(s))",
            "n_out_only": "rowSums(s * (1 - t(s)))",
            "n_in_only": "rowSums((1 - s) * t(s))",
            "reciprocity": "2 * rowSums(s * t(s)) / (rowSums(s) + colSums(s))",
        },
    ),
    Entry(
        function=dyad_census,
        of="network",
        sentence="How many pairs of actors have ties both ways, one way, or none.",
        definition="M + A + N = n(n-1)/2 pairs: mutual, asymmetric, null.",
        columns={
            "mutual": "pairs, 0 to n(n-1)/2",
            "asymmetric": "pairs, 0 to n(n-1)/2",
            "null": "pairs, 0 to n(n-1)/2",
        },
        direction="Tells one way from both ways; undirected ties count as both ways.",
        weights="Not used.",
        undefined="",
        one_actor={"mutual": 0, "asymmetric": 0, "null": 0},
        no_ties={"mutual": 0, "asymmetric": 0, "null": 3},
        sources=(HOLLAND,),
        complexity="O(n + m)",
        matches={
            "UCINET": "Dyad census.",
            "sna": "dyad.census(s).",
            "igraph": "dyad_census(g).",
            "networkx": "None.",
        },
        r={
            "mutual": "sna::dyad.census(s)[1]",
            "asymmetric": "sna::dyad.census(s)[2]",
            "null": "sna::dyad.census(s)[3]",
        },
    ),
    Entry(
        function=triad_census,
        of="network",
        sentence="How many triples of actors show each of the 16 ways in which three can have "
        "ties with each other.",
        definition=(
            "Every three actors are of one type, named by their pairs with ties both ways, one "
            "way and none, and a letter: 021D a<-b->c, 021U a->b<-c, 021C a->b->c, 111D "
            "a<->b<-c, 111U a<->b->c, 030T a<-b<-c with a<-c, 030C a<-b<-c<-a, 120D a<-b->c "
            "with a<->c, 120U a->b<-c with a<->c, 120C a->b->c with a<->c."
        ),
        columns={f"triads_{name}": "triples, 0 to n(n-1)(n-2)/6" for name in TYPES},
        direction="Tells all 16 types apart; undirected ties count as both ways.",
        weights="Not used.",
        undefined="",
        one_actor={f"triads_{name}": 0 for name in TYPES},
        no_ties={f"triads_{name}": int(name == "003") for name in TYPES},
        sources=(
            HOLLAND,
            "Davis and Leinhardt (1972), The structure of positive interpersonal relations in "
            "small groups, in Berger, Zelditch and Anderson (eds), Sociological "
            "Theories in Progress 2, 218-251",
        ),
        complexity="O(m sqrt(m))",
        matches={
            "UCINET": "Triad census.",
            "sna": "triad.census(s); NA with fewer than three actors.",
            "igraph": "triad_census(g), in the order 003, 012, 102, 021D, 021U, 021C, 111D, 111U, "
            "030T, 030C, 201, 120D, 120U, 120C, 210, 300.",
            "networkx": "triadic_census(G), for directed graphs.",
        },
        r={
            f"triads_{name}": f"igraph::triad_census(g)[{place}]"
            for place, name in enumerate(TYPES, start=1)
        },
    ),
    Entry(
        function=transitivity,
        of="network",
        sentence="Where two steps lead from one actor to another, this is how often a tie leads "
        "there straight.",
        definition=(
            "Of all a -> b -> c with three different actors, the share with a -> c. In an "
            "undirected network the same as global_clustering."
        ),
        columns={"transitivity": "share, 0 to 1"},
        direction="Along the ties.",
        weights="Not used.",
        undefined="Where two steps lead nowhere: nobody sends to somebody who sends on.",
        one_actor={"transitivity": NAN},
        no_ties={"transitivity": NAN},
        sources=(
            "Holland and Leinhardt (1971), Transitivity in structural models of small groups, "
            "Comparative Group Studies 2, 107-124",
        ),
        complexity="O(m sqrt(m))",
        matches={
            "UCINET": "Transitivity: the share of i->j and j->k triples in which i->k.",
            "sna": "gtrans(s), the default measure='weak'; it gives 1 where it is undefined.",
            "igraph": "transitivity(g) ignores direction: it is global_clustering here.",
            "networkx": "transitivity(G) of undirected graphs, 0 where it is undefined.",
        },
        r={"transitivity": "{p <- s %*% s; diag(p) <- 0; if (sum(p) > 0) sna::gtrans(s) else NaN}"},
    ),
    Entry(
        function=global_clustering,
        of="network",
        sentence="Of all pairs of contacts of the same actor, this share have a tie.",
        definition="Three times the triangles, divided by the triples of actors in which one has "
        "ties with both others, once for each such one.",
        columns={"global_clustering": "share, 0 to 1"},
        direction="Ignored.",
        weights="Not used.",
        undefined="Where nobody has two contacts.",
        one_actor={"global_clustering": NAN},
        no_ties={"global_clustering": NAN},
        sources=(
            "Luce and Perry (1949), A method of matrix analysis of group structure, "
            "Psychometrika 14, 95-116",
            "Newman, Strogatz and Watts (2001), Random graphs with arbitrary degree "
            "distributions and their applications, Physical Review E 64, 026118",
        ),
        complexity="O(m sqrt(m))",
        matches={
            "UCINET": "Clustering coefficient: weighted overall; Transitivity, undirected.",
            "sna": "gtrans(symmetrize(s), mode='graph'); it gives 1 where it is undefined.",
            "igraph": "transitivity(g, type='global').",
            "networkx": "transitivity(G) of an undirected graph, 0 where it is undefined.",
        },
        r={"global_clustering": "igraph::transitivity(g, type='global')"},
    ),
    Entry(
        function=average_clustering,
        of="network",
        sentence="For the average actor, this share of the pairs of its contacts have a tie with "
        "each other.",
        definition=(
            "The mean of local_clustering, each actor counting the same. variant='defined' over "
            "the actors with two contacts or more; 'zeros' over all, with 0 for those with fewer."
        ),
        columns={"average_clustering": "share, 0 to 1"},
        direction="Ignored.",
        weights="Not used.",
        undefined="Where nobody has two contacts, with variant='defined'.",
        one_actor={"average_clustering": NAN},
        no_ties={"average_clustering": NAN},
        sources=(WATTS,),
        complexity="O(m sqrt(m))",
        matches={
            "UCINET": "Clustering coefficient: overall, for undirected networks.",
            "sna": "None.",
            "igraph": "transitivity(g, type='localaverage'); isolates='zero' is variant='zeros'.",
            "networkx": (
                "average_clustering(G) of an undirected graph is variant='zeros'; of a directed "
                "graph it is another measure."
            ),
        },
        r={"average_clustering": "igraph::transitivity(g, type='localaverage')"},
    ),
    Entry(
        function=triangles,
        of="actors",
        sentence="How many pairs of the actor's contacts have a tie with each other.",
        definition="The triples of actors with ties in all three pairs that the actor belongs to.",
        columns={"n_triangles": "triples, 0 to (n-1)(n-2)/2"},
        direction="Ignored.",
        weights="Not used.",
        undefined="",
        one_actor={"n_triangles": 0},
        no_ties={"n_triangles": 0},
        sources=(WATTS,),
        complexity="O(m sqrt(m))",
        matches={
            "UCINET": "Clustering coefficient of the actor, times its pairs of contacts.",
            "sna": "None; kcycle.census(s, maxlen=3, mode='graph') of an undirected network.",
            "igraph": "count_triangles(g).",
            "networkx": "triangles(G) of an undirected graph.",
        },
        r={"n_triangles": "igraph::count_triangles(g)"},
    ),
)
