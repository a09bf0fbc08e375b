"""The tables of an assessment in plain language, for whoever holds the data."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from collabnet.risk.assessment import Assessment
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import listed, share, span

PATHWAY_COLUMNS = (
    "id", "From", "To", "Service", "Referrals", "A year", "Senders", "Receivers",
    "Busiest sender", "Effective carriers", "Fewest people to end it", "On paper", "Last used",
    "Notes",
)  # fmt: skip
THIN_COLUMNS = ("id", "From", "To", "Referrals", "Last used")
CONTACT_COLUMNS = (
    "id", "Agency", "Other agency", "Usable ties", "Formal", "Informal", "Basis not known",
    "Strained", "Reported missing", "Rests on one person at",
)  # fmt: skip
ALL_SERVICES = "all"


def pathways_table(assessment: Assessment, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per pathway and service; no shares for those too thin to rank."""
    rows = [_pathway_row(one, names) for one in assessment.all_pathways]
    return pd.DataFrame(rows, columns=list(PATHWAY_COLUMNS))


def _pathway_row(one: Pathway, names: Mapping[str, str]) -> dict[str, Any]:
    spread = one.sending.named if one.is_log and not one.is_thin else None
    yearly = one.per_year
    return {
        "id": pathway_id(one),
        "From": names[one.from_agency],
        "To": names[one.to_agency],
        "Service": one.service or ALL_SERVICES,
        "Referrals": "only a tie" if one.n is None else str(one.n),
        "A year": span(yearly[0], yearly[0]) if yearly else "–",
        "Senders": _side(one.sending.people, one.sending.n_unknown, len(one.sending.counts)),
        "Receivers": _side(
            one.receiving.people, one.receiving.n_unknown, len(one.receiving.counts)
        ),
        "Busiest sender": share(spread.top_share) if spread else "–",
        "Effective carriers": f"{spread.effective:.2f}" if spread else "–",
        "Fewest people to end it": _cut(one),
        "On paper": f"{one.basis['formal']} of {len(one.rows)}",
        "Last used": one.last_used.isoformat() if one.last_used else "–",
        "Notes": listed(notes_of(one)),
    }


def pathway_id(one: Pathway) -> str:
    """The id that a finding about this pathway has."""
    return ":".join(("pathway", *one.pair, *((one.service,) if one.service else ())))


def _side(people: Mapping[str, int], n_unknown: int, n_ends: int) -> str:
    """How many people stand on a side, and what else does."""
    said = [str(len(people))] if people else []
    if n_ends > len(people):
        said.append("a position or group")
    if n_unknown:
        said.append("not named")
    return " + ".join(said)


def _cut(one: Pathway) -> str:
    worst, best = one.cut_worst.size, one.cut_best.size
    if worst == best:
        return "–" if worst is None else str(worst)
    return f"{worst} to {'–' if best is None else best}"


def notes_of(one: Pathway) -> list[str]:
    """What else is to know of a pathway, in words."""
    marks = (
        (one.is_thin, "too thin to rank: ask"),
        (one.is_quiet, "silent of late: ask"),
        (one.is_vital, "marked vital"),
    )
    return [words for holds, words in marks if holds]


def thin_table(assessment: Assessment, names: Mapping[str, str]) -> pd.DataFrame:
    """The pathways too thin to rank: their count and the day of the last referral."""
    rows = [
        {
            "id": pathway_id(one),
            "From": names[one.from_agency],
            "To": names[one.to_agency],
            "Referrals": str(one.n),
            "Last used": one.last_used.isoformat() if one.last_used else "–",
        }
        for one in assessment.all_pathways
        if one.service is None and one.is_thin and not one.is_vital
    ]
    return pd.DataFrame(rows, columns=list(THIN_COLUMNS))


def contacts_table(assessment: Assessment, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per two agencies (or inside one) with any tie or referral between them."""
    rows = []
    for pair in assessment.all_contacts:
        usable = pair.usable
        basis = [sum(link.basis == form for link in usable) for form in FORMS]
        rows.append(
            {
                "id": ":".join(("contacts", *pair.pair)),
                "Agency": names[pair.pair[0]],
                "Other agency": "inside" if pair.is_inside else names[pair.pair[1]],
                "Usable ties": len(usable),
                **dict(zip(("Formal", "Informal", "Basis not known"), basis, strict=True)),
                "Strained": len(pair.strained),
                "Reported missing": len(pair.absent),
                "Rests on one person at": listed([names[agency] for agency, _ in pair.single]),
            }
        )
    return pd.DataFrame(rows, columns=list(CONTACT_COLUMNS))


FORMS = ("formal", "informal", "unknown")
