"""A comparison as tables, for scripts and for programs."""

from dataclasses import asdict
from math import nan
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.comparison.figures import Value
from collabnet.comparison.links import LinkPair, ends_by_one, link_verdict
from collabnet.comparison.rarefaction import Rarefied
from collabnet.comparison.structure import AmongRandom
from collabnet.model import Period
from collabnet.risk.as_dict import plain, table_records
from collabnet.risk.assessment import SCHEMA_VERSION
from collabnet.risk.pathways import Pathway

if TYPE_CHECKING:
    from collabnet.comparison.sites import Comparison

TABLES = ("figures", "positions", "agencies", "pathways", "limits")


def figures_table(comparison: "Comparison") -> pd.DataFrame:
    """One row per figure: value, range and denominator of each site, and the verdict."""
    rows = [
        {
            "figure": one.name,
            "unit": one.unit,
            **_value("a", one.a),
            **_value("b", one.b),
            **one.verdict._asdict(),
        }
        for one in comparison.figure_values
    ]
    return pd.DataFrame(rows)


def _value(site: str, value: Value) -> dict[str, float]:
    named = {"": value.value, "_low": value.low, "_high": value.high}
    return {f"{site}{end}": found for end, found in named.items()} | {f"of_{site}": value.of}


def positions_table(comparison: "Comparison") -> pd.DataFrame:
    """One row per network and measure: value, shares of random networks, their mean, verdict."""
    rows = [
        {
            "network": one.network,
            "measure": one.measure,
            **_position("a", one.a),
            **_position("b", one.b),
            **one.verdict._asdict(),
        }
        for one in comparison.position_values
    ]
    return pd.DataFrame(rows)


def _position(site: str, found: AmongRandom) -> dict[str, Any]:
    shares = {f"{site}_{name}": value for name, value in asdict(found).items() if name != "value"}
    return {site: found.value, **shares}


def agencies_table(comparison: "Comparison") -> pd.DataFrame:
    """One row per agency of either site: its counterpart and how it was found, or why none."""
    rows = [(one.a, one.b, one.by, "") for one in comparison.alignment.pairs]
    for one in comparison.alignment.alone:
        ids = (one.agency, "") if one.site == "a" else ("", one.agency)
        rows.append((*ids, "", one.reason))
    return pd.DataFrame(rows, columns=["a", "b", "aligned_by", "reason"])


def links_table(comparison: "Comparison") -> pd.DataFrame:
    """One row per link: referrals, people, what is on paper, and people in equal logs."""
    rows = [
        {
            "a_from": link.a_pair[0],
            "a_to": link.a_pair[1],
            "b_from": link.b_pair[0],
            "b_to": link.b_pair[1],
            **_link("a", link.a),
            **_link("b", link.b),
            **_rarefied(link),
            **link_verdict(link, comparison.conditions)._asdict(),
        }
        for link in comparison.link_values
    ]
    return pd.DataFrame(rows)


def _link(site: str, pathway: Pathway | None) -> dict[str, object]:
    """What one site has of a link; None throughout where it has none."""
    if pathway is None:
        found: dict[str, object] = dict.fromkeys(LINK_FIGURES)
    else:
        people = len(pathway.sending.people), len(pathway.receiving.people)
        forms = (pathway.basis[form] for form in ("formal", "informal", "unknown"))
        ends = ends_by_one(pathway)
        found = dict(zip(LINK_FIGURES, (pathway.n, *people, *forms, ends), strict=True))
    return {f"{site}_{name}": value for name, value in found.items()}


LINK_FIGURES = (
    "referrals", "senders", "receivers", "formal", "informal", "paper_not_known",
    "one_departure_ends_it",
)  # fmt: skip


def _rarefied(link: LinkPair) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, sides in (("senders", link.sending), ("receivers", link.receiving)):
        none = Rarefied(0, nan, nan, nan)
        one, other = sides or (none, none)
        found[f"{name}_in"] = one.n
        for site, each in (("a", one), ("b", other)):
            found[f"{site}_{name}_expected"] = each.expected
            found[f"{site}_{name}_low"], found[f"{site}_{name}_high"] = each.low, each.high
    return found


def comparison_dict(comparison: "Comparison") -> dict[str, Any]:
    """Give one object, ``schema_version`` first; undefined is None, never NaN."""
    from collabnet import __version__

    return {
        "schema_version": SCHEMA_VERSION,
        "audience": "internal",
        "kind": "sites",
        "sites": [
            {
                "name": site.name,
                "label": site.whole.settings.label,
                "period": _period(site.whole.period),
                "inputs": dict(site.whole.inputs) | {"coalition": site.whole.digest},
            }
            for site in (comparison.a, comparison.b)
        ],
        "months": _period(comparison.months),
        "seed": comparison.seed,
        "draws": comparison.draws,
        **{name: plain(table_records(getattr(comparison, name))) for name in TABLES},
        "version": __version__,
    }


def _period(period: Period | None) -> dict[str, str] | None:
    if period is None:
        return None
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}
