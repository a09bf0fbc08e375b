"""Every table of an assessment that an audience may see, in the order of the reports."""

from collections.abc import Iterator

from collabnet.reports.tables import columns as say
from collabnet.reports.tables.decided import decided_tables
from collabnet.reports.tables.inside import inside_tables
from collabnet.reports.tables.table import Table, of_frame, table
from collabnet.risk.assessment import Assessment
from collabnet.sharing import Released, release

STAYS = ("findings", "decided")
"""Tables that say something even without a row: nothing found; lines that can't be read."""


def tables_of(assessment: Assessment, audience: str = "partner") -> tuple[Table, ...]:
    """Give every table that an audience may see; outside internal fewer, and less in each.

    Parameters
    ----------
    audience : "partner", "public" or "internal"

    Raises
    ------
    CollabnetError
        If there is no such audience.

    Examples
    --------
    >>> import collabnet as cn
    >>> [one.name for one in tables_of(cn.assess(cn.load("sample:g1")))]
    ['findings', 'pathways', 'too thin', 'contacts', 'known']
    """
    released = release(assessment, audience)
    made = [_findings(released), *_links(released)]
    if released.audience == "internal":
        made += [*decided_tables(assessment), *inside_tables(assessment)]
    return tuple(one for one in (*made, _known(released)) if one.cells or one.name in STAYS)


def _findings(released: Released) -> Table:
    is_inside = released.audience == "internal"
    rows = []
    for rank, one in enumerate(released.findings, start=1):
        row = [rank, one.severity_words, one.subjects, one.sentence, one.remedy, one.sure]
        row += [one.statuses]
        if is_inside:
            row += ["; ".join(person.name for person in one.people)]
            row += ["; ".join(f"{file} {number}" for file, number in one.rows)]
        rows.append(row)
    return table(
        "findings",
        "Findings",
        "A row is a finding about a link between agencies, worst first.",
        {**say.FINDINGS, **(say.INSIDE_FINDINGS if is_inside else {})},
        rows,
    )


def _links(released: Released) -> Iterator[Table]:
    yield of_frame(
        released.pathways,
        "pathways",
        "Pathways",
        "A row is what one agency sends to another.",
        say.PATHWAYS,
    )
    yield of_frame(
        released.thin,
        "too thin",
        "Too thin to rank: ask",
        "A row is a pathway with too few referrals to say who carries it.",
        say.PATHWAYS,
    )
    yield of_frame(
        released.contacts,
        "contacts",
        "Contacts",
        "A row is what is direct between two agencies, or inside one.",
        say.CONTACTS,
    )


def _known(released: Released) -> Table:
    """What is said in sentences: coverage, who answered, what isn't known, the method."""
    parts = (
        ("Services and response team", released.coverage),
        ("Agreements on record", released.agreements),
        ("How many answered", (released.answered,)),
        ("What isn't known", released.unseen),
        ("What the chances hang on", released.hangs_on),
        ("Method", (released.methods,)),
    )
    rows = [(about, one) for about, said in parts for one in said if one]
    return table("known", "What is known, and what isn't", "A row is a sentence.", say.KNOWN, rows)
