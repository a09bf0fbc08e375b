"""What is written about equivalent actors and about projections of two modes."""

from collabnet.metrics.entry import Entry
from collabnet.metrics.positions.equivalence import equivalent_positions, structural_equivalence
from collabnet.metrics.positions.projection import two_mode_projection
from collabnet.model.errors import AssumptionError

NAN = float("nan")
FAUST = "Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press, 366-393"
PROFILES = "Ties going out and ties coming in are two halves of a profile; an undirected tie "
PROFILES += "stands in both."
STRENGTHS = "Not used, unless weights='strength': then profiles hold strengths."

ALIKE = (
    Entry(
        function=structural_equivalence,
        of="pairs",
        sentence="Two actors are alike where they have the same ties to the same others; one "
        "could then stand in for the other.",
        definition=(
            "The profile of an actor: its ties to each other, then those from each (1 or 0). Of "
            "two actors the profiles are compared over the other n - 2; their own entries and "
            "those between them are left out. correlation: Pearson's. distance: the root of the "
            "sum of squared differences."
        ),
        columns={
            "correlation": "-1 to 1; 1: the same ties",
            "distance": "0 or more; 0: the same ties",
        },
        direction=PROFILES,
        weights=STRENGTHS,
        undefined=(
            "correlation where one of the two is tied to all others alike (to none of them, or to "
            "every one); both columns with two actors alone, for there are no others."
        ),
        one_actor={},
        no_ties={"correlation": NAN, "distance": 0},
        sources=("Burt (1976), Social Forces 55, 93-122", FAUST),
        complexity="O(n^3); at most 3,000 actors",
        matches={
            "UCINET": (
                "Profile similarity with the transpose, diagonal values ignored; in undirected "
                "networks without the transpose distances are smaller by the root of 2."
            ),
            "sna": (
                "sedist(s, method='euclidean') and sedist(s, method='correlation'), which gives 0 "
                "where we leave the correlation undefined."
            ),
            "igraph": "No function.",
            "networkx": "No function.",
        },
        r={
            "correlation": (
                "d <- s; diag(d) <- NA; m <- suppressWarnings(cor(rbind(t(d), d), use = "
                "'pairwise')); t(m)[lower.tri(m)]"
            ),
            "distance": (
                "m <- sna::sedist(s, method = 'euclidean'); if (n < 3) NaN else t(m)[lower.tri(m)]"
            ),
        },
    ),
    Entry(
        function=equivalent_positions,
        of="actors",
        sentence="Actors with the same number hold the same position: their ties to the others "
        "are alike.",
        definition=(
            "Average-linkage clustering of the distances of structural_equivalence, or with "
            "variant='correlation' of 1 less the correlation, cut at n_positions groups, or at "
            "the next fewer where several would join at once. An undefined correlation counts as "
            "1 between equal profiles, else as 0."
        ),
        columns={"position": "number from 1, which is the largest"},
        direction=PROFILES,
        weights=STRENGTHS,
        undefined="",
        one_actor={"position": 1},
        no_ties={"position": 1},
        sources=("Burt (1976), Social Forces 55, 93-122", FAUST),
        complexity="O(n^3); at most 3,000 actors",
        matches={
            "UCINET": "Profile similarity, then hierarchical clustering by average link.",
            "sna": (
                "cutree(hclust(as.dist(sedist(s, method='euclidean')), 'average'), 4), but for "
                "joins at the same distance."
            ),
            "igraph": "No function.",
            "networkx": "No function.",
        },
    ),
    Entry(
        function=two_mode_projection,
        of="list",
        sentence="Two actors of one kind are tied where they share somebody, or something, of "
        "the other kind.",
        definition=(
            "For two actors of one mode: n_shared, the actors of the other mode tied to both; "
            "newman, the sum over these of 1/(k - 1), with k actors tied to the one shared; "
            "jaccard, n_shared divided by the number tied to either. Every tie must join the two "
            "modes. Pairs that share nobody have no row. collabnet.build_projection gives the "
            "network of one mode, to measure it."
        ),
        columns={
            "mode": "that of the two",
            "from_id": "one of the two",
            "to_id": "the other",
            "n_shared": "actors, 1 or more",
            "newman": "above 0, at most n_shared",
            "jaccard": "share, 0 to 1",
        },
        direction="Ignored.",
        weights="Not used.",
        undefined="",
        one_actor=AssumptionError,
        no_ties={},
        sources=(
            "Breiger (1974), Social Forces 53, 181-190",
            "Newman (2001), Physical Review E 64, 016132",
        ),
        complexity="O(sum of squared numbers of ties)",
        matches={
            "UCINET": "Affiliations, cross-products: n_shared.",
            "sna": "No function; s %*% s outside its diagonal is n_shared.",
            "igraph": "bipartite_projection(g, types) with multiplicity: n_shared.",
            "networkx": (
                "bipartite.weighted_projected_graph: n_shared; "
                "collaboration_weighted_projected_graph: newman; "
                "overlap_weighted_projected_graph: jaccard."
            ),
        },
        needs=("mode",),
    ),
)
