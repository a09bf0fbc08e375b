"""What can go wrong, said so that the reader can mend it."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches


class CollabnetError(Exception):
    """The base of every error a user may see: what was needed, what came, what to do."""


class EmptyNetworkError(CollabnetError):
    """A measure was asked of a network without actors."""


class NotFoundError(CollabnetError):
    """A path, a sample or an actor that was named does not exist."""


class ReadingError(CollabnetError):
    """A file can't be the table it is said to be."""


class MissingColumnError(ReadingError):
    """A table lacks a column that it cannot be read without."""

    def __init__(self, file: str, missing: Iterable[str], found: Sequence[str]) -> None:
        self.missing = tuple(missing)
        near = {name: get_close_matches(name, found, n=1, cutoff=0.6) for name in self.missing}
        hints = [f"{close[0]} may be {name}" for name, close in near.items() if close]
        hint = f" Near matches: {'; '.join(hints)}." if hints else ""
        super().__init__(
            f"{file} needs the column {_listed(self.missing)}; found {_listed(found)}.{hint} "
            "Rename the column in the first row of the file, or add it."
        )


class ChoiceNeededError(ReadingError):
    """The data can be read in more than one way; the reader has to say which."""


class AssumptionError(CollabnetError):
    """A setting is outside the values it can take."""


def unknown_name(
    what: str,
    name: str,
    known: Iterable[str],
    remedy: str,
    called: Mapping[str, str] | None = None,
) -> NotFoundError:
    """Build the error for a name that nobody has, with the nearest names that exist.

    Those that differ in capitals alone come before others, and so do ids of somebody who is
    ``called`` so.

    Examples
    --------
    >>> print(unknown_name("person", "oficer_b1", ["officer_b1"], "Check the spelling."))
    There is no person 'oficer_b1'. Did you mean officer_b1? Check the spelling.
    >>> print(unknown_name("person", "ann roe", ["o1", "o2"], "Look again.", {"o2": "Ann Roe"}))
    There is no person 'ann roe'. Did you mean o2? Look again.
    """
    found, wished = sorted(known), name.strip().casefold()
    titles = called or {}
    same = [one for one in found if wished in (one.casefold(), titles.get(one, "").casefold())]
    close = same[:3] or get_close_matches(name, found, n=3, cutoff=0.6)
    hint = f" Did you mean {_listed(close, 'or')}?" if close else ""
    return NotFoundError(f"There is no {what} {name!r}.{hint} {remedy}")


def _listed(names: Sequence[str], word: str = "and") -> str:
    if len(names) < 2:
        return "".join(names) or "none"
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
