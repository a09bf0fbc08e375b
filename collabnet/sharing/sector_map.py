"""The network map for those outside: sectors as blocks, so that nobody's place gives them away."""

from collections import defaultdict
from typing import Any

from collabnet.model.records import records
from collabnet.risk.assessment import Assessment
from collabnet.risk.wording import capital
from collabnet.sharing.field_words import sector_words

NO_SECTOR = "no sector stated"


def sector_map(assessment: Assessment) -> dict[str, list[dict[str, Any]]]:
    """Sectors and what joins them; lines have one width, whatever passes over them."""
    coalition = assessment.coalition
    sectors = {
        agency: sector_words(sector) or NO_SECTOR
        for agency, sector in records(coalition.agencies, "agency_id", "sector")
    }
    ids = {sector: f"sector:{sector}" for sector in sorted(set(sectors.values()))}
    joined: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for pair in assessment.all_contacts:
        ends = sorted(sectors[agency] for agency in pair.pair)
        if ends[0] == ends[1]:
            continue
        for quality in ("usable", "strained", "absent"):
            for link in getattr(pair, quality):
                joined[ends[0], ends[1], quality].add(link.basis)
    ties = [
        {
            "id": f"sectors:{a}>{b}:{quality}",
            "from": ids[a],
            "to": ids[b],
            "kind": None,
            "basis": forms.pop() if len(forms) == 1 else "unknown",
            "quality": quality,
            "strength": 1.0,
            "directed": False,
            "label": {"usable": None}.get(quality, quality),
        }
        for (a, b, quality), forms in sorted(joined.items())
    ]
    blocks = [
        {"id": id_, "label": capital(sector), "sector": sector, "outside": False}
        for sector, id_ in ids.items()
    ]
    return {"agencies": blocks, "people": [], "ties": ties}
