"""Whom a spelling may mean, and how a spelling is used."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """Somebody a spelling may mean: an agency or a person, with every name known.

    Attributes
    ----------
    kind : "agency" or "person"
    names : the name first, then alternate names
    agencies : of a person, the agencies; of an agency none
    places : of an agency, its site and its region; blank where not given
    contacts : e-mail addresses and web sites, where the roster has them
    """

    kind: str
    id: str
    names: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    places: tuple[str, str] = ("", "")
    contacts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How to call it."""
        return self.names[0] if self.names and self.names[0] else self.id

    @property
    def every(self) -> tuple[str, ...]:
        """Every name; the id too where it is a word, or there is no name."""
        names = [one for one in self.names if one]
        is_word = sum(letter.isalpha() for letter in self.id) > 3
        return tuple(dict.fromkeys([*names, self.id] if is_word or not names else names))


@dataclass
class Spelling:
    """A spelling as it is used.

    Attributes
    ----------
    kinds : what it may be
    at_agency : of a person, the agency of the row
    places : the site and the region of the row; blank where not given
    rows : how many rows have it
    used_in : files and columns
    """

    kinds: tuple[str, ...]
    written: str
    at_agency: str = ""
    places: tuple[str, str] = ("", "")
    rows: int = 0
    used_in: list[tuple[str, str]] = field(default_factory=list)
