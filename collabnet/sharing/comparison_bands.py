"""Shares in words beside each other: whether they are alike, differ, or may be either."""

from collabnet.sharing.bands import share_words
from collabnet.sharing.say_comparison import differ
from collabnet.sharing.suppression import UNKNOWN_PAPER

RANGES = {share_words(end, end): (end, end) for end in (0.0, 1.0)} | {
    share_words(low / 4, high / 4): (low / 4, high / 4)
    for low in range(4)
    for high in range(low + 1, 5)
}
"""The range that each wording of a share stands for."""


def judge_words(one: str, other: str) -> str:
    """Say whether two shares in words are "alike", one "differs", or that is "open".

    The same words are alike. Others differ where their ranges are ten points apart. What isn't
    known to be on paper leaves it open unless they differ all the same.

    Examples
    --------
    >>> judge_words("none", "none"), judge_words("none", "three quarters at least")
    ('alike', 'differs')
    >>> judge_words("none to a half", "a quarter to a half")
    'open'
    """
    low, high = sorted(RANGES[words.removesuffix(UNKNOWN_PAPER)] for words in (one, other))
    if differ(low[1], high[0], "share"):
        return "differs"
    return "alike" if one == other and UNKNOWN_PAPER not in one else "open"
