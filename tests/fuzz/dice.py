"""Draws that every Python repeats exactly: from a text as seed, by ``random()`` alone."""

import random


class Dice:
    """Draws for one case; the same case draws the same on every machine."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    def below(self, n):
        """A whole number from 0 to n - 1; 0 where there is none."""
        return int(self._random() * n) if n > 0 else 0

    def chance(self, share):
        return self._random() < share

    def one_of(self, things):
        return things[self.below(len(things))]

    def shuffled(self, things):
        drawn = [(self._random(), place) for place in range(len(things))]
        return [things[place] for _, place in sorted(drawn)]

    def span(self, length, most):
        """The beginning and the end of a stretch of at most ``most`` within a length."""
        start = self.below(length + 1)
        return start, min(length, start + 1 + self.below(most))
