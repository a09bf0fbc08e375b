"""Say which agreements are on record, in sentences, for any audience."""

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.basis import expired
from collabnet.risk.wording import Speaker

_USED = {
    "yes": "in use",
    "no": "not in use",
    "partly": "in use in part",
    "unknown": "not known whether it is in use",
}
_NAMES = {
    "yes": "names the post",
    "no": "doesn't name the post",
    "unknown": "not known whether it names the post",
}


def agreements_said(coalition: Coalition, speaker: Speaker) -> tuple[str, ...]:
    """Say of each agreement between whom it is, whether it is in use and names the post.

    What an agreement covers is free text, and isn't said. Alike sentences are said once, by the
    alphabet.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.risk.wording import InternalSpeaker
    >>> site = cn.load("sample:site_b")
    >>> agreements_said(site, InternalSpeaker(site))
    ('Inside Police: in use; not known whether it names the post.',)
    """
    columns = ("agreement_id", "from_agency", "to_agency", "in_use", "names_position")
    gone = expired(coalition)
    said = set()
    for agreement, from_agency, to_agency, in_use, names in records(coalition.agreements, *columns):
        ends = f"From {speaker.agency(from_agency)} to {speaker.agency(to_agency)}"
        if from_agency == to_agency:
            ends = f"Inside {speaker.agency(from_agency)}"
        used = "expired" if agreement in gone else _USED[in_use or "unknown"]
        said.add(f"{ends}: {used}; {_NAMES[names or 'unknown']}.")
    return tuple(sorted(said))
