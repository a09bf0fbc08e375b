"""Two sites for those outside: what a brief of each may say, side by side, and nothing more."""

from collections.abc import Iterator, Mapping

import pandas as pd

from collabnet.comparison.conditions import LOG, Verdict
from collabnet.comparison.figures import Figure, PositionPair
from collabnet.comparison.links import LinkPair
from collabnet.comparison.sites import Comparison
from collabnet.comparison.structure import Position
from collabnet.risk.assessment import Assessment
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import capital
from collabnet.sharing.audiences import Audience
from collabnet.sharing.bands import HIDDEN, WITHHELD
from collabnet.sharing.comparison_inside import FIGURE_WORDS, Inside, compared, verdict_words
from collabnet.sharing.comparison_links import LINK_COLUMNS, NONE
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outside_tables import pathway_label
from collabnet.sharing.release import release
from collabnet.sharing.released_comparison import Drawn
from collabnet.sharing.say_comparison import BAND_WORDS, ENDS, Said, say_links, say_positions

CUT_OFF = Verdict(
    "no",
    "the common months are a part of a log: beside a brief of the whole log they would give "
    "small counts away",
)


TOO_FEW = Verdict("no", "too few referrals")
PART_WORDS = {
    "Senders": "who sends:",
    "Receivers": "who receives:",
    "On paper": "on paper:",
    "One departure ends it": ENDS,
}


class Outside(Inside):
    """Made of what is released of each site alone, so that no figure here is news.

    Where the common months are only a part of a log, its figures are withheld: the difference
    to a brief of the whole log would tell small counts.
    """

    def __init__(self, comparison: Comparison, audience: Audience) -> None:
        super().__init__(comparison, audience)
        # Of the whole log, as a brief is: what is cut down differs from it by small counts.
        self.released = tuple(
            release(Assessment(one.whole, worlds=0), audience) for one in self.sites
        )
        self.speakers = tuple(OutsideSpeaker(one.whole, audience) for one in self.sites)
        is_cut = any(one.coalition is not one.whole for one in self.sites)
        self.log = CUT_OFF if is_cut else comparison.conditions.log
        self.rows = tuple(
            {} if is_cut else {row["id"]: row for row in one.pathways.to_dict("records")}
            for one in self.released
        )

    # ------------------------------------------------------------------ sentences
    def _log_said(self) -> Iterator[Said]:
        for place, (words, _) in enumerate(self.released[0].headline):
            cells = self._headline(place)
            if any(cell.startswith(WITHHELD) for cell in cells):
                yield "open", f"{words}: withheld, for small counts would be given away."
            else:
                kind = "alike" if cells[0] == cells[1] else "differs"
                yield kind, f"{words}: {self.names[0]} {cells[0]}, {self.names[1]} {cells[1]}."
        n_links = len(self.comparison.link_values)
        yield from say_links(self._link_words(), n_links, self.names)

    def _said(self) -> Iterator[Said]:
        if self.log.comparable != "no":
            yield from self._log_said()
        yield from say_positions(self._positions_told(), self.names)

    def _headline(self, place: int) -> tuple[str, str]:
        one, other = (each.headline[place][1] for each in self.released)
        return one, other

    def _positions_told(self) -> tuple[PositionPair, ...]:
        """The positions that hang on no withheld part of a log."""
        found = self.comparison.position_values
        return tuple(one for one in found if one.network != "referrals" or self.log is not CUT_OFF)

    def _parts(self, link: LinkPair) -> Iterator[tuple[str, str, str]]:
        """What the tables of both briefs say of a link; nothing where a count is small."""
        one, other = (self._link(place, each) for place, each in enumerate((link.a, link.b)))
        if {one["Referrals"], other["Referrals"]} & {HIDDEN, WITHHELD}:
            return
        for name, words in PART_WORDS.items():
            yield words, _lower(one[name]), _lower(other[name])

    def _verdict(self, link: LinkPair) -> Verdict:
        """Which site has few isn't said, nor whether it is too few to rank."""
        if self.log.comparable != "no" and link.a and link.b and not tuple(self._parts(link)):
            return TOO_FEW
        return super()._verdict(link)

    # ------------------------------------------------------------------ tables
    def _figures(self) -> pd.DataFrame:
        sizes = [str(len(one.agencies)) for one in self.sites]
        rows = [("Agencies, without those outside", *sizes, "")]
        verdict = verdict_words(self.log)
        for place, (words, _) in enumerate(self.released[0].headline):
            cells = (WITHHELD, WITHHELD) if self.log is CUT_OFF else self._headline(place)
            rows.append((words, *cells, verdict))
        for one in self.comparison.figure_values:
            if one.name == "mean_contacts" or (one.name == "mean_links" and self._shows_log):
                rows.append((FIGURE_WORDS[one.name], *self._cells(one), compared(one)))
        return self._table(rows, "What", "Compared")

    @property
    def _shows_log(self) -> bool:
        return self.log is not CUT_OFF

    def _cells(self, one: Figure) -> tuple[str, str]:
        return f"{one.a.value:.1f}", f"{one.b.value:.1f}"

    def _positions(self) -> pd.DataFrame:
        table = super()._positions()
        return table if self._shows_log else table[table["Ties"] != "Referrals"]

    def _position(self, one: Position) -> str:
        return BAND_WORDS[one.band] if one.band else "not defined"

    def _links(self) -> pd.DataFrame:
        table = super()._links()
        return table if self._shows_log else table.iloc[:0]

    def _link(self, place: int, one: Pathway | None) -> dict[str, str]:
        if one is None:
            return dict.fromkeys(LINK_COLUMNS, NONE)
        row = self.rows[place].get(pathway_label(one, self.speakers[place]), {})
        return {name: str(row.get(name, WITHHELD)) for name in LINK_COLUMNS}

    def _limits(self) -> list[tuple[str, str]]:
        if self._shows_log:
            return super()._limits()
        # Neither a log without referrals in these months nor a number of links is told.
        found = [(one.what, one.reason) for one in self.comparison.limit_values if one.what != LOG]
        return [*found, (LOG, f"{capital(CUT_OFF.reason)}.")]

    # ------------------------------------------------------------------ agencies and maps
    def agency(self, place: int, agency: str) -> str:
        """An agency in a sentence: by consent, else by its sector."""
        return self.speakers[place].agency(agency)

    def title(self, place: int, agency: str) -> str:
        """The same for a cell."""
        return self.speakers[place].title(agency)

    def _maps(self) -> tuple[Drawn, Drawn]:
        """Sectors as blocks."""
        one, other = ({key: list(rows) for key, rows in each.map.items()} for each in self.released)
        return one, other

    def _same(self) -> Mapping[str, str]:
        ids = ({str(row["id"]) for row in one["agencies"]} for one in self._maps())
        return {id_: id_ for id_ in sorted(set.intersection(*ids))}


def _lower(cell: str) -> str:
    """A cell inside a sentence."""
    return f"{cell[:1].lower()}{cell[1:]}"
