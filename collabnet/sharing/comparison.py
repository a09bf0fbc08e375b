"""Let a comparison of two sites through to an audience."""

from collabnet.comparison.sites import Comparison
from collabnet.sharing.audiences import check_audience
from collabnet.sharing.comparison_inside import Inside
from collabnet.sharing.field_words import name_words
from collabnet.sharing.released_comparison import ReleasedComparison


def release_comparison(comparison: Comparison, audience: str = "internal") -> ReleasedComparison:
    """Give what an audience may see of two sites side by side.

    Outside internal nobody is named, agencies only where their consent is recorded, small counts
    stand in bands, and nothing is shown that is worked out from them: no number of people in
    equal logs, and shares only as a brief has them. Where the common months are a part of a log
    its figures are withheld.

    Parameters
    ----------
    audience : "internal", "partner" or "public"

    Raises
    ------
    CollabnetError
        If there is no such audience.

    Examples
    --------
    >>> import collabnet as cn
    >>> made = cn.compare(cn.load("sample:site_a"), cn.load("sample:site_b"))
    >>> release_comparison(made, "partner").notice
    'Made for partners: no names, small counts hidden'
    """
    chosen = check_audience(audience)
    if chosen == "internal":
        return Inside(comparison, chosen).release()
    from collabnet.sharing.comparison_outside import Outside

    settings = comparison.a.whole.settings, comparison.b.whole.settings
    if not all(one.is_named for one in settings):
        comparison = comparison.called(*(name_words(one, chosen) for one in settings))
    return Outside(comparison, chosen).release()
