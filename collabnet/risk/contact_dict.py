"""What is direct between two agencies, as plain values."""

from typing import Any

from collabnet.risk.contacts import PairContacts


def contact_dict(pair: PairContacts) -> dict[str, Any]:
    """Give the counts of usable, strained and absent ties and the sides that rest on one."""
    usable = pair.usable
    return {
        "agency": pair.pair[0],
        "other_agency": pair.pair[1],
        "usable": len(usable),
        "formal": sum(link.basis == "formal" for link in usable),
        "informal": sum(link.basis == "informal" for link in usable),
        "unknown": sum(link.basis == "unknown" for link in usable),
        "strained": len(pair.strained),
        "absent": len(pair.absent),
        "people": sorted({end.id for side in pair.sides for end, _ in side.counts}),
        "single": [{"agency": agency, "person": person or None} for agency, person in pair.single],
    }
