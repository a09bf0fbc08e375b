"""Compare two coalitions: two sites side by side, or one coalition at two times."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from collabnet.comparison import tables
from collabnet.comparison.align import Align, Alignment, align_agencies
from collabnet.comparison.conditions import Conditions, Limit
from collabnet.comparison.figures import Figure, PositionPair, figures, position_pairs
from collabnet.comparison.links import LinkPair, link_pairs, links_alone
from collabnet.comparison.months import common_months, within
from collabnet.comparison.one_site import OneSite
from collabnet.metrics.options import check_count
from collabnet.model import Coalition, Period
from collabnet.model.errors import CollabnetError
from collabnet.risk.assessment import Assessment
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import capital, listed

if TYPE_CHECKING:
    from collabnet.comparison.waves import WaveComparison

Kind = Literal["auto", "sites", "waves"]
KINDS = ("auto", "sites", "waves")
DRAWS = 1000
CALLED = {
    "align": "counterparts of agencies (align)",
    "same_boundary": "a word on the boundaries (same_boundary, or --boundaries)",
    "draws": "a number of random networks (draws)",
}
MOSTLY = 0.5
"""From this share of ids in common on, two coalitions are one at two times."""


def compare(
    a: "Coalition | Assessment",
    b: "Coalition | Assessment",
    *,
    seed: int = 0,
    kind: Kind = "auto",
    align: Align | None = None,
    same_boundary: bool | None = None,
    draws: int = DRAWS,
) -> "Comparison | WaveComparison":
    """Compare two sites in what doesn't grow with their size, and say what can't be compared.

    The logs are cut down to the whole calendar months that both cover; hand-offs inside an agency
    are counted apart. Shares of referrals stand side by side; people who carry them are counted in
    as many referrals as the smaller log has (Hurlbert 1971); centralization and the like are held
    against random networks of the site's own size and ties (Anderson, Butts and Carley 1999).
    Density isn't compared: it falls with size. No p-value is given: two sites are two cases. Where
    boundary, response or months are unlike, each figure that hangs on them says "no" with the
    reason.

    Where most ids are the same in both, they are one coalition at two times: then the answer is
    that of ``collabnet.comparison.waves.compare_waves``, the earlier first.

    Parameters
    ----------
    a, b : Coalition or Assessment
    seed : int, 0 or more, for the random networks
    kind : "sites" or "waves" where you know better than the ids tell
    align : id of the second site's agency for an id of the first; None: it has no counterpart
    same_boundary : whether the boundaries were drawn alike, where their texts don't tell
    draws : random networks for each site, 1 or more

    Returns
    -------
    Comparison, or a WaveComparison for one coalition at two times

    Raises
    ------
    CollabnetError
        If one is no coalition, both are the same, an option is out of range, an id of ``align``
        is no agency of its site, or an option of sites is given for one coalition at two times.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = cn.compare(cn.load("sample:site_a"), cn.load("sample:site_b"))
    >>> found.figures.set_index("figure").loc["lost_for_good", ["b", "of_b"]].round(2).tolist()
    [0.81, 59.0]
    """
    one, other = _coalition(a, "first"), _coalition(b, "second")
    if kind not in KINDS:
        raise CollabnetError(
            f"A comparison is of the kind {', '.join(KINDS)}; got {kind!r}. Choose one of them: "
            "auto lets the ids tell."
        )
    check_count("compare", "seed", seed, least=0)
    check_count("compare", "draws", draws)
    if one.digest == other.digest:
        raise CollabnetError(
            f"A comparison needs two different coalitions; {one.settings.name} came twice. "
            "Give the second site, or the other year."
        )
    if kind == "waves" or (kind == "auto" and share_same(one, other) > MOSTLY):
        from collabnet.comparison.waves import compare_waves

        given = {"align": align is not None, "same_boundary": same_boundary is not None}
        _refuse_of_sites(given | {"draws": draws != DRAWS}, kind)
        return compare_waves(*in_order(one, other), seed=seed)
    return Comparison(one, other, seed=seed, align=align, same_boundary=same_boundary, draws=draws)


def _refuse_of_sites(given: Mapping[str, bool], kind: Kind) -> None:
    """Refuse what only two sites can use: left unused it would seem to have been heeded."""
    names = [CALLED[name] for name, is_given in given.items() if is_given]
    if names:
        why = "most ids are the same in both" if kind == "auto" else "you said waves"
        raise CollabnetError(
            f"{capital(listed(names))} can only be used for two sites; these are taken for one "
            f"coalition at two times, for {why}. Say that they are sites (kind='sites', or --kind "
            f"sites), or leave {'it' if len(names) == 1 else 'them'} out."
        )


def _coalition(given: object, which: str) -> Coalition:
    if isinstance(given, Assessment):
        return given.coalition
    if isinstance(given, Coalition):
        return given
    raise CollabnetError(
        f"A comparison needs two coalitions or assessments; the {which} is {given!r}. Load one "
        "first: cn.load('folder') or cn.load('sample:site_a')."
    )


def share_same(a: Coalition, b: Coalition) -> float:
    """Share of all ids of agencies and people that both coalitions have; 0 where there is none.

    Examples
    --------
    >>> import collabnet as cn
    >>> round(share_same(cn.load("sample:site_a"), cn.load("sample:site_b")), 2)
    0.33
    """
    one, other = ({*c.agencies["agency_id"], *c.people["person_id"]} for c in (a, b))
    return len(one & other) / len(one | other) if one | other else 0.0


def in_order(a: Coalition, b: Coalition) -> tuple[Coalition, Coalition]:
    """Put the earlier of two coalitions first, by the end of its log, else by its begin.

    As given if these are equal.
    """
    is_later = a.period and b.period and _ends(a.period) > _ends(b.period)
    return (b, a) if is_later else (a, b)


def _ends(period: Period) -> tuple[date, date]:
    return period.end, period.start


class Comparison:
    """Two sites side by side; everything is worked out when first asked for.

    Internal: it names staff. What is passed on is made by ``collabnet.sharing``.

    Attributes
    ----------
    a, b : OneSite, the sites with their logs cut down to the months compared
    months : Period or None, the whole calendar months that both logs cover
    """

    def __init__(
        self,
        a: Coalition,
        b: Coalition,
        *,
        seed: int = 0,
        align: Align | None = None,
        same_boundary: bool | None = None,
        draws: int = DRAWS,
    ) -> None:
        self.seed, self.draws, self._align = seed, draws, align
        self.months: Period | None = common_months(a.period, b.period)
        self.a, self.b = (
            OneSite(name, site, within(site, self.months), seed)
            for name, site in zip(_names(a, b), (a, b), strict=True)
        )
        self.conditions = Conditions(self.a, self.b, self.months, same_boundary)
        self.alignment: Alignment = align_agencies(a, b, align)

    def called(self, one: str, other: str) -> "Comparison":
        """The same with the sites under other names."""
        return Comparison(
            self.a.whole.with_settings(name=one),
            self.b.whole.with_settings(name=other),
            seed=self.seed,
            align=self._align,
            same_boundary=self.conditions.same_boundary,
            draws=self.draws,
        )

    @cached_property
    def figure_values(self) -> tuple[Figure, ...]:
        """The figures as values."""
        return figures(self.conditions)

    @cached_property
    def position_values(self) -> tuple[PositionPair, ...]:
        """The positions among random networks as values."""
        return position_pairs(self.conditions, seed=self.seed, draws=self.draws)

    @cached_property
    def link_values(self) -> tuple[LinkPair, ...]:
        """The links side by side as values."""
        return link_pairs(self.a, self.b, self.alignment)

    @cached_property
    def links_alone(self) -> tuple[tuple[Pathway, ...], tuple[Pathway, ...]]:
        """The links of each site of which an agency has no counterpart."""
        pairs = self.alignment.pairs
        return (
            links_alone(self.a, {one.a for one in pairs}),
            links_alone(self.b, {one.b for one in pairs}),
        )

    @property
    def limit_values(self) -> tuple[Limit, ...]:
        """What can't be compared, as values."""
        return self.conditions.limits

    @property
    def figures(self) -> pd.DataFrame:
        """One row per figure of both sites, with whether they may be compared, and why not."""
        return tables.figures_table(self)

    @property
    def positions(self) -> pd.DataFrame:
        """One row per network and measure: where both stand among random networks."""
        return tables.positions_table(self)

    @property
    def agencies(self) -> pd.DataFrame:
        """One row per pair of agencies with the same part, then those without a counterpart."""
        return tables.agencies_table(self)

    @property
    def pathways(self) -> pd.DataFrame:
        """One row per link that either site has between agencies with counterparts."""
        return tables.links_table(self)

    @property
    def limits(self) -> pd.DataFrame:
        """One row per thing that can't be compared, or only with care, and why."""
        return pd.DataFrame(self.limit_values, columns=["what", "reason"])

    def to_dict(self) -> Mapping[str, Any]:
        """The whole comparison as plain values: the JSON of the command line."""
        return tables.comparison_dict(self)

    def _repr_html_(self) -> str:
        parts = ("figures", "positions", "pathways", "agencies", "limits")
        made = (f"<h4>{name.capitalize()}</h4>{getattr(self, name).to_html()}" for name in parts)
        return f"<div><p>Internal: names staff.</p>{''.join(made)}</div>"

    def __repr__(self) -> str:
        return f"Comparison({self.a.name!r}, {self.b.name!r})"


def _names(a: Coalition, b: Coalition) -> tuple[str, str]:
    """The names of the sites; told apart where they are the same."""
    one, other = a.settings.name, b.settings.name
    return (one, other) if one != other else (f"{one} (first)", f"{other} (second)")
