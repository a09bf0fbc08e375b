"""The counts that every release outside internal shows, as an audit takes them."""

from collabnet.risk.assessment import Assessment
from collabnet.sharing.withholding import PublishedTable, What, what, withhold


def pathway_cell(from_agency: str, to_agency: str) -> What:
    """What the count of a pathway counts.

    Examples
    --------
    >>> pathway_cell("court", "clinic")
    (('from agency', 'court'), ('to agency', 'clinic'))
    """
    return what({"from agency": from_agency, "to agency": to_agency})


def published_counts(assessment: Assessment) -> tuple[PublishedTable, ...]:
    """Give the tables of counts that partners and the public are shown.

    They see the same: a count for each pathway, all services together. Agencies stand by their
    ids, since the tables stay with whoever holds the data, who keeps them to audit what goes out
    later.

    Returns
    -------
    tuple of PublishedTable; none without a referral from one agency to another

    Examples
    --------
    >>> import collabnet as cn
    >>> table, = published_counts(cn.assess(cn.load("sample:g1")))
    >>> table.shown[pathway_cell("court", "residential")]
    '12'
    """
    counts = {
        pathway_cell(*one.pair): one.n
        for one in assessment.all_pathways
        if one.service is None and one.n is not None
    }
    if not counts:
        return ()
    period = assessment.coalition.period
    days = (period.start.isoformat(), period.end.isoformat()) if period else ("", "")
    return (withhold(counts, title="Pathways", start=days[0], end=days[1]),)
