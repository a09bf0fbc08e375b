"""Let an assessment or a what-if through to an audience."""

from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import Assessment
from collabnet.sharing.audiences import check_audience
from collabnet.sharing.internal import release_internal
from collabnet.sharing.released import Released, ReleasedWhatIf


def release(assessment: Assessment, audience: str = "internal") -> Released:
    """Give what an audience may see of an assessment.

    Internal is an audience like the others: screens and reports take only what this gives.
    Outside internal no staff is named, agencies only where their consent is recorded, and
    small counts are hidden with everything that would give them away.

    Parameters
    ----------
    assessment : Assessment
    audience : "internal", "partner" or "public"

    Raises
    ------
    CollabnetError
        If there is no such audience.

    Examples
    --------
    >>> import collabnet as cn
    >>> release(cn.assess(cn.load("sample:g1"))).headline[1]
    ('Referrals covered by an agreement', '0 of 25')
    """
    chosen = check_audience(audience)
    if chosen == "internal":
        return release_internal(assessment)
    from collabnet.sharing.outside import release_outside

    return release_outside(assessment, chosen)


def release_what_if(what_if: WhatIf, audience: str = "internal") -> ReleasedWhatIf:
    """Give what an audience may see of a what-if.

    Raises
    ------
    CollabnetError
        If there is no such audience.
    """
    from collabnet.sharing.changes import release_changes

    return release_changes(what_if, check_audience(audience))
