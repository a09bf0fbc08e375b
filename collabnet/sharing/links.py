"""Let what an assessment says of each link through to whoever holds the data."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from collabnet.model.errors import CollabnetError
from collabnet.risk.assessment import Assessment
from collabnet.risk.carriers import Side
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import span
from collabnet.sharing.agencies import side_words
from collabnet.sharing.audiences import NOTICES, check_audience
from collabnet.sharing.internal import people_by_id, period_words
from collabnet.sharing.released import SEAL, ReleasedPerson
from collabnet.sharing.released_links import FORMS, ReleasedLink, ReleasedLinks
from collabnet.sharing.tables import pathway_id

People = Mapping[str, ReleasedPerson]


def release_links(
    assessment: Assessment, audience: str = "internal", *, service: str | None = None
) -> ReleasedLinks:
    """Give what an audience may see of each link: outside internal nothing.

    People of a link stand by name, never by how much they carry.

    Parameters
    ----------
    service : only what is sent for it; without it all services together

    Raises
    ------
    CollabnetError
        If there is no such audience, or it is not internal.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = release_links(cn.assess(cn.load("sample:g1"))).link("court", "residential")
    >>> found.referrals, found.sending, [one.name for one in found.receivers]
    (12, 'three people', ['Intake worker I1'])
    """
    if check_audience(audience) != "internal":
        raise CollabnetError(
            "Links one by one are for whoever holds the data: their counts are of single people; "
            f"got the audience {audience!r}. Pass on a brief: it has the links in bands."
        )
    coalition = assessment.coalition
    people, names = people_by_id(coalition), coalition.names
    services = _services(assessment)
    made = (
        _link(one, people, names, () if service else services.get(one.pair, ()))
        for one in assessment.all_pathways
        if one.service == service
    )
    log = [row for row in assessment.rows if row.is_log and not row.is_inside]
    return ReleasedLinks(
        audience="internal",
        notice=NOTICES["internal"],
        label=coalition.settings.label,
        period=period_words(coalition.period),
        service=service,
        services=tuple(sorted({one for found in services.values() for one, _ in found})),
        n_referrals=len(log),
        n_blank=sum("unknown" in (row.sender.kind, row.receiver.kind) for row in log),
        links=tuple(
            sorted(
                made,
                key=lambda one: (one.from_name.casefold(), one.to_name.casefold(), one.id),
            )
        ),
        seal=SEAL,
    )


def _services(assessment: Assessment) -> dict[tuple[str, str], tuple[tuple[str, int], ...]]:
    """The services of each pair of agencies with their referrals."""
    found: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for one in assessment.all_pathways:
        if one.service:
            found[one.pair].append((one.service, len(one.rows)))
    return {pair: tuple(sorted(services)) for pair, services in found.items()}


def _link(
    one: Pathway, people: People, names: Mapping[str, str], by_service: Sequence[tuple[str, int]]
) -> ReleasedLink:
    return ReleasedLink(
        id=pathway_id(one),
        from_id=one.from_agency,
        to_id=one.to_agency,
        from_name=names[one.from_agency],
        to_name=names[one.to_agency],
        by_service=tuple(by_service),
        referrals=one.n,
        a_year=_a_year(one),
        forms={form: one.basis[form] for form in FORMS},
        passes=Counter(row.basis.passes for row in one.rows),
        senders=_by_name(one.sending, people),
        receivers=_by_name(one.receiving, people),
        sending=side_words(one.sending),
        receiving=side_words(one.receiving),
        one_sends=one.sending.sole is not None,
        one_receives=one.receiving.sole is not None,
        has_blanks=one.has_blanks,
        is_thin=one.is_thin and not one.is_vital,
        is_quiet=one.is_quiet,
        is_vital=one.is_vital,
        last_used=one.last_used.isoformat() if one.last_used else "",
        rows=tuple((row.file, row.row) for row in one.rows),
    )


def _a_year(one: Pathway) -> str:
    if one.per_year is None:
        return ""
    rate, low, high = one.per_year
    return f"{span(rate, rate)} ({low:.0f} to {high:.0f})"


def _by_name(side: Side, people: People) -> tuple[ReleasedPerson, ...]:
    """Everybody named on a side; groups too, the agency's own position not."""
    return tuple(sorted(people[end.id] for end, _ in side.counts if end.id in people))
