"""One entry of the glossary."""

from typing import NamedTuple


class Term(NamedTuple):
    """A word and what it means.

    Attributes
    ----------
    words : in plain words, as they stand in findings and on the screen; several after commas
    meaning : in a sentence or two
    term : how networks call it; several after commas, "" where the plain words are all there is
    also : other words that lead here
    """

    words: str
    meaning: str
    term: str = ""
    also: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is found under.

        Examples
        --------
        >>> Term("a gap", "Somebody says that it is missing.", "absent tie").names
        ('a gap', 'absent tie')
        """
        parts = f"{self.words}, {self.term}, {self.also}".replace('"', "").split(", ")
        return tuple(dict.fromkeys(filter(None, [self.words, *parts])))

    @property
    def title(self) -> str:
        """The words as a heading."""
        return self.words[:1].upper() + self.words[1:]
