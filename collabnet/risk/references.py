"""The works that the methods cite, in full."""

from collections.abc import Iterable

REFERENCES = {
    "Borgatti 2006": "Borgatti, S. P. (2006). Identifying sets of key players in a social network. "
    "Computational & Mathematical Organization Theory 12, 21-34.",
    "Colbourn 1987": "Colbourn, C. J. (1987). The Combinatorics of Network Reliability. Oxford "
    "University Press.",
    "Garwood 1936": "Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika "
    "28, 437-442.",
    "Good 1953": "Good, I. J. (1953). The population frequencies of species and the estimation of "
    "population parameters. Biometrika 40, 237-264.",
    "Hill 1973": "Hill, M. O. (1973). Diversity and evenness: a unifying notation and its "
    "consequences. Ecology 54, 427-432.",
    "Jeffreys 1946": "Jeffreys, H. (1946). An invariant form for the prior probability in "
    "estimation problems. Proceedings of the Royal Society of London A 186, 453-461.",
    "König 1931": "König, D. (1931). Gráfok és mátrixok. Matematikai és Fizikai Lapok 38, 116-119.",
    "Menger 1927": "Menger, K. (1927). Zur allgemeinen Kurventheorie. Fundamenta Mathematicae 10, "
    "96-115.",
    "Picard and Queyranne 1980": "Picard, J.-C. and Queyranne, M. (1980). On the structure of all "
    "minimum cuts in a network and applications. Mathematical Programming Study 13, 8-16.",
}
"""By what stands in brackets where they are cited."""


def cited_in(text: str) -> Iterable[str]:
    """Give the full references of the works that a text cites, in the order of their authors.

    Examples
    --------
    >>> [one[:15] for one in cited_in("Exact intervals (Garwood 1936) and more (Borgatti 2006).")]
    ['Borgatti, S. P.', 'Garwood, F. (19']
    """
    return (full for short, full in REFERENCES.items() if short in text)
