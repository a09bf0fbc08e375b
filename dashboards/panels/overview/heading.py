"""The title of the page: the first finding in a few words, and how many there are."""

import re

from collabnet.sharing import Released

from ..pieces import lead_of

TITLE = "What breaks when somebody leaves"
NOTHING = "Nothing was found by the rules"
NOTE = "to note"


def title(released: Released) -> str:
    """Say the first finding without its counts, as a title.

    Its sentence stands whole in the first card below.
    """
    if not released.findings:
        return NOTHING
    lead, _ = lead_of(released.findings[0].sentence)
    return re.sub(r"( \([^)]*\))?\.?$", "", lead)


def lead(released: Released) -> str:
    """Say how many findings there are, by how bad they are."""
    if not released.findings:
        return released.nothing_found
    counts: dict[str, int] = {}
    for one in released.findings:
        words = NOTE if one.severity == "note" else one.severity_words.lower()
        counts[words] = counts.get(words, 0) + 1
    n = len(released.findings)
    by_severity = ", ".join(f"{count} {words}" for words, count in counts.items())
    return f"{n} {'finding' if n == 1 else 'findings'} in all: {by_severity}."
