"""Two sites for those outside: what a brief of each may say, side by side, and nothing more."""

from collections.abc import Iterator, Mapping

import pandas as pd

from collabnet.comparison.conditions import LOG, Verdict
from collabnet.comparison.figures import PositionPair
from collabnet.comparison.links import LinkPair, ends_by_one
from collabnet.comparison.one_site import OneSite
from collabnet.comparison.sites import Comparison
from collabnet.comparison.structure import AmongRandom
from collabnet.risk.assessment import Assessment
from collabnet.risk.pathways import THIN, Pathway
from collabnet.risk.wording import capital
from collabnet.sharing.audiences import Audience
from collabnet.sharing.bands import HIDDEN, WITHHELD, is_small
from collabnet.sharing.comparison_bands import judge_words
from collabnet.sharing.comparison_inside import FIGURE_WORDS, Inside, verdict_words
from collabnet.sharing.comparison_links import LINK_COLUMNS, NONE
from collabnet.sharing.internal import COVERED
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outside_tables import pathway_label
from collabnet.sharing.release import release
from collabnet.sharing.released_comparison import Drawn
from collabnet.sharing.say_comparison import (
    BAND_WORDS,
    ENDS,
    NOT_KNOWN,
    OPEN,
    Part,
    Said,
    as_sure,
    number_cell,
    say_links,
    say_positions,
    verdict_of,
)
from collabnet.sharing.suppression import cells_of, headline_of

CUT_OFF = Verdict(
    "no",
    "the common months are a part of a log: beside a brief of the whole log they would give "
    "small counts away",
)
TOO_FEW = Verdict("no", "too few referrals")
GIVEN_AWAY = Verdict("no", "withheld, for small counts would be given away")
ENDS_IT, ON_PAPER = "One departure ends it", "On paper"
PART_WORDS = {
    "Senders": "who sends:",
    "Receivers": "who receives:",
    ON_PAPER: "on paper:",
    ENDS_IT: ENDS,
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
        self._is_cut = any(one.coalition is not one.whole for one in self.sites)
        self.log = CUT_OFF if self._is_cut else comparison.conditions.log
        self.rows = tuple(
            {} if self._is_cut else {row["id"]: row for row in one.pathways.to_dict("records")}
            for one in self.released
        )

    # ------------------------------------------------------------------ sentences
    def _log_said(self) -> Iterator[Said]:
        for words, cells, verdict in self._headline():
            if verdict.comparable == "no":
                yield "open", f"{words}: {verdict.reason}."
                continue
            said = f"{words}: {self.names[0]} {cells[0]}, {self.names[1]} {cells[1]}."
            if verdict is OPEN:
                said += f" {capital(OPEN.reason)}."
            yield as_sure(verdict, judge_words(*cells)), said
        n_links = len(self.comparison.link_values)
        yield from say_links(self._link_words(), n_links, self.names, self.log)

    def _said(self) -> Iterator[Said]:
        if self.log.comparable != "no":
            yield from self._log_said()
        yield from say_positions(self._positions_told(), self.names)

    def _headline(self) -> Iterator[tuple[str, tuple[str, str], Verdict]]:
        """The headline pair: its words, the cells of both sites, and whether they are compared."""
        one, other = (
            headline_of(site.log, has_log=len(site.whole.referrals) > 0) for site in self.sites
        )
        named = zip(self.released[0].headline, zip(one, other, strict=True), strict=True)
        for (words, _), cells in named:
            if self._is_cut:
                yield words, (WITHHELD, WITHHELD), self.log
            elif self.log.comparable == "no":
                yield words, cells, self.log
            elif words == COVERED:
                yield words, *self._covered(*cells)
            else:
                yield words, cells, self._share_verdict(*cells)

    def _share_verdict(self, one: str, other: str) -> Verdict:
        """Whether two shares in words are compared; it says the same whatever is hidden."""
        if any(sum(cell.low for cell in cells_of(site.log)) < THIN for site in self.sites):
            return TOO_FEW
        if WITHHELD in (one[: len(WITHHELD)], other[: len(WITHHELD)]):
            return GIVEN_AWAY
        is_open = self.log.comparable == "yes" and judge_words(one, other) == "open"
        return OPEN if is_open else self.log

    def _covered(self, one: str, other: str) -> tuple[tuple[str, str], Verdict]:
        """What is covered, and the verdict: "none" says little where nothing is known of it."""
        verdict = self._share_verdict(one, other)
        is_told = [tells_paper(site) for site in self.sites]
        if all(is_told) or verdict is TOO_FEW:
            return (one, other), verdict
        who = self.names[is_told.index(False)]
        said = f"what is on paper in {who} isn't known, or may not be told"
        cells = (one if is_told[0] else NOT_KNOWN, other if is_told[1] else NOT_KNOWN)
        return cells, Verdict("no", said)

    def _positions_told(self) -> tuple[PositionPair, ...]:
        """The positions that hang on no withheld part of a log."""
        found = self.comparison.position_values
        return tuple(one for one in found if one.network != "referrals" or not self._is_cut)

    def _parts(self, link: LinkPair) -> Iterator[Part]:
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
        for words, both, verdict in self._headline():
            rows.append((words, *both, verdict_words(verdict)))
        for one in self.comparison.figure_values:
            if one.name == "mean_contacts" or (one.name == "mean_links" and not self._is_cut):
                cells = number_cell(one.a), number_cell(one.b)
                rows.append((FIGURE_WORDS[one.name], *cells, verdict_words(verdict_of(one))))
        return self._table(rows, "What", "Compared")

    def _positions(self) -> pd.DataFrame:
        table = super()._positions()
        return table[table["Ties"] != "Referrals"] if self._is_cut else table

    def _position(self, one: AmongRandom) -> str:
        if one.band:
            return BAND_WORDS[one.band]
        return "can't be told" if one.is_all_there_is else "not defined"

    def _links(self) -> pd.DataFrame:
        table = super()._links()
        return table.iloc[:0] if self._is_cut else table

    def _link(self, place: int, one: Pathway | None) -> dict[str, str]:
        if one is None:
            return dict.fromkeys(LINK_COLUMNS, NONE)
        row = self.rows[place].get(pathway_label(one, self.speakers[place]), {})
        cells = {name: str(row.get(name, WITHHELD)) for name in LINK_COLUMNS}
        if cells[ENDS_IT] != WITHHELD and ends_by_one(one) is None:
            cells[ENDS_IT] = NOT_KNOWN
        if one.n is not None and not is_small(one.n):
            cells[ON_PAPER] = _paper(cells[ON_PAPER], one)
        return cells

    def _limits(self) -> list[tuple[str, str]]:
        if not self._is_cut:
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


def tells_paper(site: OneSite) -> bool:
    """Whether a brief tells of any referral whether it is on paper.

    Of a small count only that all of it is: that a part is takes two.
    """
    return any(
        all(row.basis.form == "formal" for row in cell.rows)
        if cell.is_hidden
        else any(row.basis.form != "unknown" for row in cell.rows)
        for cell in cells_of(site.log)
    )


def _paper(cell: str, one: Pathway) -> str:
    """A brief's words on what is on paper; none on record isn't none where nobody knows."""
    unknown = one.basis["unknown"]
    if unknown == len(one.rows):
        return capital(NOT_KNOWN)
    return f"{cell}, {NOT_KNOWN} of all of it" if unknown else cell


def _lower(cell: str) -> str:
    """A cell inside a sentence."""
    return f"{cell[:1].lower()}{cell[1:]}"
