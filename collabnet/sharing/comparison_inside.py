"""Two sites for whoever holds the data: everything, names of staff included."""

from collections.abc import Iterator, Mapping
from math import isfinite

import pandas as pd

from collabnet.comparison.conditions import BOUNDARY, Verdict
from collabnet.comparison.figures import Figure
from collabnet.comparison.links import LinkPair, link_verdict
from collabnet.comparison.months import months_words
from collabnet.comparison.sites import Comparison
from collabnet.comparison.structure import AmongRandom
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import capital, count
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.comparison_links import LINK_COLUMNS, NONE, link_cells, link_parts
from collabnet.sharing.internal import people_by_id, period_words
from collabnet.sharing.people_map import people_map
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_comparison import Drawn, ReleasedComparison
from collabnet.sharing.say_comparison import (
    BAND_WORDS,
    MEASURE_WORDS,
    OPEN,
    LinkWords,
    Said,
    number_cell,
    say_figures,
    say_links,
    say_positions,
    share_cell,
    told,
    verdict_of,
)

FIGURE_WORDS = {
    "referrals": "Referrals between agencies in these months",
    "hand_offs_inside": "Hand-offs inside an agency, left out of all the rest",
    "lost_for_good": "Lost for good if one person leaves",
    "on_paper": "Covered by an agreement, where that is known",
    "paper_not_known": "Not known whether on paper",
    "senders": "People who send",
    "receivers": "People who receive",
    "mean_links": "Agencies that each refers to, on average",
    "mean_contacts": "Agencies that each is in contact with, on average",
}
METHODS = (
    "The logs are cut down to the whole calendar months that both cover.",
    "Hand-offs inside an agency are left out: what counts goes from one agency to another.",
    "Shares differ from ten points in a hundred on, numbers where one is half as much again.",
    "A longer log shows more people. So they are counted in as many referrals of each log as the "
    "smaller one has (rarefaction, Hurlbert 1971).",
    "By chance means: in random networks with as many agencies and ties (CUG, Anderson, Butts and "
    "Carley 1999). More or less than by chance: beyond 95 % of them.",
    "Nothing here says why the sites differ.",
)


KNOW_BETTER = " If you know, say --boundaries alike or --boundaries unlike."


class Inside:
    """Everything, for whoever holds the data."""

    def __init__(self, comparison: Comparison, audience: Audience) -> None:
        self.comparison, self.audience = comparison, audience
        self.sites = comparison.a, comparison.b
        self.names = comparison.a.name, comparison.b.name
        self.people = people_by_id(self.sites[0].coalition), people_by_id(self.sites[1].coalition)

    def release(self) -> ReleasedComparison:
        """Put everything together."""
        comparison = self.comparison
        return ReleasedComparison(
            audience=self.audience,
            notice=NOTICES[self.audience],
            names=self.names,
            labels=(self._label(0), self._label(1)),
            periods=(
                period_words(comparison.a.whole.period),
                period_words(comparison.b.whole.period),
            ),
            months=months_words(comparison.months) if comparison.months else "",
            told=told(self._said()),
            figures=self._figures(),
            positions=self._positions(),
            links=self._links(),
            agencies=self._agencies(),
            limits=pd.DataFrame(self._limits(), columns=["What", "Why"]),
            maps=self._maps(),
            same=self._same(),
            methods=METHODS,
            seal=SEAL,
        )

    def _label(self, place: int) -> str:
        return self.sites[place].whole.settings.label

    # ------------------------------------------------------------------ sentences
    def _said(self) -> Iterator[Said]:
        comparison, conditions = self.comparison, self.comparison.conditions
        known = (conditions.log, conditions.contacts)
        yield from say_figures(comparison.figure_values, self.names, known)
        if conditions.log.comparable != "no":
            n_links = len(comparison.link_values)
            yield from say_links(self._link_words(), n_links, self.names, conditions.log)
        yield from say_positions(comparison.position_values, self.names)

    def _link_words(self) -> Iterator[LinkWords]:
        for link in self.comparison.link_values:
            if link.a is not None and link.b is not None:
                yield self._words(link)

    def _words(self, link: LinkPair) -> LinkWords:
        ends, verdict = (self._spoken(link, end) for end in (0, 1)), self._verdict(link)
        parts = () if verdict.comparable == "no" else tuple(self._parts(link))
        return LinkWords("from {} to {}".format(*ends), verdict, parts)

    def _spoken(self, link: LinkPair, end: int) -> str:
        """The agency as the first site calls it, and as the second does where that differs."""
        one, other = self.agency(0, link.a_pair[end]), self.agency(1, link.b_pair[end])
        return one if one == other else f"{one} (in {self.names[1]} {other})"

    def _parts(self, link: LinkPair) -> Iterator[tuple[str, str, str]]:
        """What is told of a link."""
        return link_parts(link, self.people)

    # ------------------------------------------------------------------ tables
    def _figures(self) -> pd.DataFrame:
        sizes = [str(len(one.agencies)) for one in self.sites]
        rows = [("Agencies, without those outside", *sizes, "")]
        for one in self.comparison.figure_values:
            words = FIGURE_WORDS[one.name]
            if one.unit == "people" and one.a.of:
                words += f", in {one.a.of:,} referrals of each"
            rows.append((words, *self._cells(one), verdict_words(verdict_of(one))))
        return self._table(rows, "What", "Compared")

    def _cells(self, one: Figure) -> tuple[str, str]:
        if one.unit == "referrals":
            a, b = (
                f"{each.of:,}" if each.value == each.value else "no log" for each in (one.a, one.b)
            )
            return a, b
        cell = share_cell if one.unit == "share" else number_cell
        return cell(one.a), cell(one.b)

    def _table(self, rows: list[tuple[str, ...]], first: str, *others: str) -> pd.DataFrame:
        return pd.DataFrame(rows, columns=[first, *self.names, *others])

    def _positions(self) -> pd.DataFrame:
        rows = [
            (
                one.network.capitalize(),
                capital(MEASURE_WORDS[one.measure]),
                self._position(one.a),
                self._position(one.b),
                verdict_words(one.verdict),
            )
            for one in self.comparison.position_values
        ]
        return pd.DataFrame(rows, columns=["Ties", "What", *self.names, "Compared"])

    def _position(self, one: AmongRandom) -> str:
        if not isfinite(one.value):
            return "not defined"
        if not one.band:
            return f"{one.value:.2f}" + ", can't be told" * one.is_all_there_is
        return (
            f"{one.value:.2f}, {BAND_WORDS[one.band]} (higher than {100 * one.below:.0f} %, lower "
            f"than {100 * one.above:.0f} % of random networks)"
        )

    def _links(self) -> pd.DataFrame:
        rows = []
        for link in self.comparison.link_values:
            row = {"From": self._both(link, 0), "To": self._both(link, 1)}
            for place, each in enumerate((link.a, link.b)):
                cells = self._link(place, each)
                row |= {f"{self.names[place]}: {name}": cells[name] for name in LINK_COLUMNS}
            words = self._words(link)
            is_open = words.verdict.comparable == "yes" and words.is_open
            rows.append(row | {"Compared": verdict_words(OPEN if is_open else words.verdict)})
        columns = [f"{name}: {column}" for name in self.names for column in LINK_COLUMNS]
        return pd.DataFrame(rows, columns=["From", "To", *columns, "Compared"])

    def _verdict(self, link: LinkPair) -> Verdict:
        return link_verdict(link, self.comparison.conditions)

    def _both(self, link: LinkPair, end: int) -> str:
        """The agency as the first site calls it, and as the second does where that differs."""
        one, other = self.title(0, link.a_pair[end]), self.title(1, link.b_pair[end])
        return one if one == other else f"{one} / {other}"

    def _link(self, place: int, one: Pathway | None) -> dict[str, str]:
        return link_cells(one, self.people[place])

    def _agencies(self) -> pd.DataFrame:
        alignment = self.comparison.alignment
        rows = [(self.title(0, one.a), self.title(1, one.b), one.by) for one in alignment.pairs]
        for one in alignment.alone:
            place = 0 if one.site == "a" else 1
            cells = [self.title(place, one.agency), NONE]
            rows.append((cells[place], cells[1 - place], one.reason))
        return pd.DataFrame(rows, columns=[*self.names, "Why"])

    def _limits(self) -> list[tuple[str, str]]:
        found = [(one.what, one.reason) for one in self.comparison.limit_values]
        if self.audience == "internal":
            found = [(what, why + KNOW_BETTER * (what == BOUNDARY)) for what, why in found]
        for name, links in zip(self.names, self.comparison.links_alone, strict=True):
            if links:
                what = f"{capital(count(len(links), 'link'))} of {name}"
                found.append((what, "An agency at an end has no counterpart."))
        return found

    # ------------------------------------------------------------------ agencies and maps
    def agency(self, place: int, agency: str) -> str:
        """An agency in a sentence."""
        return self.sites[place].coalition.names[agency]

    def title(self, place: int, agency: str) -> str:
        """An agency in a cell."""
        return self.agency(place, agency)

    def _maps(self) -> tuple[Drawn, Drawn]:
        """Of agencies and what joins them; who is a hub isn't asked."""
        one, other = (people_map(site.assessment, mark_hubs=False) for site in self.sites)
        return one, other

    def _same(self) -> Mapping[str, str]:
        return {one.b: one.a for one in self.comparison.alignment.pairs}


def verdict_words(verdict: Verdict) -> str:
    """The verdict in a cell, with its reason."""
    return ": ".join(filter(None, verdict))
