"""Small networks as Hypothesis draws them."""

from hypothesis import strategies as st

from metrics.networks import network_of


def drawn(*, least=1, most=7, directed=True):
    """Draw networks of actors 0, 1, 2, ...: any pairs, self-ties and isolates among them."""

    def with_ties(n):
        actor = st.integers(0, n - 1)
        pairs = st.sets(st.tuples(actor, actor), max_size=3 * n)
        return pairs.map(lambda some: network_of(*some, actors=range(n), directed=directed))

    return st.integers(least, most).flatmap(with_ties)
