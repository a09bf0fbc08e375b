"""Two sites, or one coalition over time, in each form and for each audience; and the way out."""

from pathlib import Path

from collabnet.comparison.sites import Comparison
from collabnet.comparison.waves import OverTime, WaveComparison
from collabnet.data.files import encoded
from collabnet.reports import comparison_files, waves_files
from collabnet.reports.as_dict import to_json
from collabnet.reports.comparison_text import comparison_text
from collabnet.reports.hand_on import Concerned, concerned_in, hand_on_all
from collabnet.reports.waves_text import waves_text
from collabnet.risk.assessment import Assessment
from collabnet.sharing.comparison import release_comparison
from collabnet.sharing.released_comparison import ReleasedComparison
from collabnet.sharing.released_waves import ReleasedWaves
from collabnet.sharing.waves import release_waves

Compared = Comparison | WaveComparison | OverTime
ENDINGS = {"text": ".txt", "json": ".json", "csv": ".csv", "html": ".html", "svg": ".svg"}


def release_compared(
    found: Compared, audience: str = "internal"
) -> ReleasedComparison | ReleasedWaves:
    """Give what an audience may see of two sites, or of one coalition over time."""
    if isinstance(found, Comparison):
        return release_comparison(found, audience)
    return release_waves(found, audience)


def compared_text(
    found: Compared, form: str, audience: str = "internal", width: int | None = None
) -> str:
    """Write what was compared.

    Parameters
    ----------
    form : "text", "json", "csv" or "html"; over time also "svg", the map of differences
    audience : "internal", "partner" or "public"
    width : of a line, for "text"

    Raises
    ------
    CollabnetError
        If there is no such audience, or no map where one is asked for.

    Examples
    --------
    >>> import collabnet as cn
    >>> compared_text(cn.waves(cn.load("sample:two_waves")), "text", "public").splitlines()[0]
    'Two waves over time [example: made up to show change over time]'
    """
    released = release_compared(found, audience)
    if form == "json" and audience == "internal":
        return to_json(dict(found.to_dict()))
    if isinstance(released, ReleasedWaves):
        if form == "text":
            return waves_text(released, width)
        if form == "json":
            return to_json(waves_files.waves_dict(released))
        made = {"csv": waves_files.waves_csv, "svg": waves_files.waves_svg}
        return made.get(form, waves_files.waves_html)(released)
    if form == "text":
        return comparison_text(released, width)
    if form == "json":
        return to_json(comparison_files.comparison_released_dict(released))
    if form == "csv":
        return comparison_files.comparison_csv(released)
    return comparison_files.comparison_html(released)


def hand_on_compared(
    found: Compared, text: str, path: Path | None, *, audience: str, form: str
) -> str:
    """Write the file, after a line on it in the disclosure log of each coalition in it.

    Parameters
    ----------
    path : the file; None where somebody else sends the text on

    Returns
    -------
    str
        What a user is told of the logs that could not be written; internal only.

    Raises
    ------
    CollabnetError
        If the file can't be written, or it is not internal and a log can't be written.
    """
    return hand_on_all(
        encoded(text),
        path,
        concerned_by(found, audience),
        audience=audience,
        what=what_is(found),
        ending=ENDINGS[form],
    )


def what_is(found: Compared) -> str:
    """Name what was compared, as the disclosure logs have it."""
    return "comparison" if isinstance(found, Comparison) else "waves"


def concerned_by(found: Compared, audience: str) -> list[Concerned]:
    """Whose log has a line, with the counts that are shown of each."""
    if isinstance(found, Comparison):
        coalitions = [found.a.whole, found.b.whole]
    elif isinstance(found, WaveComparison):
        coalitions = [found.earlier, found.later]
    else:
        coalitions = [found.coalition]
    what = what_is(found)
    return [concerned_in(Assessment(one, worlds=0), audience, what) for one in coalitions]
