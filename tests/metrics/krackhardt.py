"""Who of 21 managers named whom as a friend: Krackhardt (1987), Social Networks 9, 109-134.

Reprinted in Wasserman and Faust (1994), Social Network Analysis, appendix B, whose figures for it
are a published check of censuses and reciprocity.
"""

from collabnet.model import Network

NAMED = {
    1: (2, 4, 8, 12, 16),
    2: (1, 18, 21),
    3: (14, 19),
    4: (1, 2, 8, 12, 16, 17),
    5: (2, 9, 11, 14, 17, 19, 21),
    6: (2, 7, 9, 12, 17, 21),
    7: (),
    8: (4,),
    9: (),
    10: (3, 5, 8, 9, 12, 16, 20),
    11: (1, 2, 3, 4, 5, 8, 9, 12, 13, 15, 17, 18, 19),
    12: (1, 4, 17, 21),
    13: (5, 11),
    14: (7, 15),
    15: (1, 3, 5, 6, 9, 11, 14, 19),
    16: (1, 2),
    17: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 19, 20, 21),
    18: (2,),
    19: (1, 2, 3, 5, 11, 12, 14, 15, 20),
    20: (11, 18),
    21: (2, 12, 17, 18),
}
FRIENDS = Network(
    [(manager, {}) for manager in NAMED],
    [(one, other, 0, {}) for one, others in NAMED.items() for other in others],
    is_directed=True,
)
