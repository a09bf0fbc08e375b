"""Panel: one link, opened: who carries it, on what it rests, what an agreement would change."""

from dash import html
from dash.development.base_component import Component

from collabnet.planning.changes import Formalizes
from collabnet.sharing import ReleasedFinding, ReleasedLink, ReleasedLinks

from ... import ids
from ...components import FindingCard
from ...components.finding_card import Part
from ...desk import Look
from ..finding import asked, facts, mark, people_part, rows_part, sure_words
from ..pieces import lead_of
from . import words

GONE = "This link is not in the files any more, or not for this service. Choose another one below."
THIN = "Fewer than six referrals: too few to rank. Ask whether the link is in use."
QUIET = "It has fallen silent of late: ask whether it ended, or whether nobody logs it any more."
NOBODY = "Nobody is named on this side."


def layout() -> Component:
    """Lay out the place of the link that is open; empty while none is."""
    return html.Div(id=ids.LINKS_OPENED)


def shown(released: ReleasedLinks, look: Look) -> list[Component]:
    """Give the link that the address names; nothing where it names none."""
    sender, receiver = look.chosen("from"), look.chosen("to")
    if sender is None or receiver is None:
        return []
    link = released.link(sender, receiver)
    close = html.A("Close the link", href=words.closed(look), className="cn-button")
    if link is None:
        return [html.Section([html.P(GONE), close], className="cn-panel")]
    title = html.H2(_title(link, released), id=ids.LINKS_OPENED_TITLE, tabIndex=-1)
    head = html.Div([title, close], className="cn-panel-head")
    return [html.Section([head, _card(link, released, look)], className="cn-panel cn-open-link")]


def _title(link: ReleasedLink, released: ReleasedLinks) -> str:
    service = f" ({released.service})" if released.service else ""
    return f"From {link.from_name} to {link.to_name}{service}"


def _card(link: ReleasedLink, released: ReleasedLinks, look: Look) -> FindingCard:
    finding = next((one for one in look.released.findings if one.id == link.id), None)
    lead, rest = lead_of(finding.sentence) if finding else said(link)
    tried = (mark(finding, look.tried) if finding else "") or words.with_tried(link, look.tried)
    return FindingCard(
        severity=finding.severity if finding else "none",
        tag=finding.severity_words if finding else "",
        lead=lead,
        rest=rest,
        status=finding.statuses if finding else released.label,
        mark=tried,
        parts=parts(link, finding, look),
        fixed=True,
    )


def said(link: ReleasedLink) -> tuple[str, str]:
    """Say in two parts what is known of a link about which nothing was found."""
    n = words.referrals(link)
    lead = f"{n[:1].upper()}{n[1:]}, sent by {link.sending}, received by {link.receiving}."
    paper = words.PAPER[link.form]
    more = [f"It is {paper}." if link.form != "unknown" else "It is not known whether on paper."]
    more += [THIN] * link.is_thin + [QUIET] * link.is_quiet
    return lead, " ".join(more)


def parts(link: ReleasedLink, finding: ReleasedFinding | None, look: Look) -> list[Part]:
    """Give everything behind a link; people stand by name, senders and receivers apart."""
    found: list[Part] = []
    if finding:
        found += [
            {"title": "What would help", "text": finding.remedy},
            {"title": "How sure", "text": sure_words(finding.sure)},
        ]
    found.append({"title": "The numbers", "facts": facts(numbers(link, finding))})
    found.append({"title": "What an agreement would carry over", "text": carried_over(link)})
    if len(link.by_service) > 1:
        by_service = [(service, f"{n:,}") for service, n in link.by_service]
        found.append({"title": "By service", "facts": by_service})
    found += [_ask(link), rows_part(link.rows), _ways(link, look)]
    for title, people in (("Who sends", link.senders), ("Who receives", link.receivers)):
        if people:
            found.append(people_part(f"{title}, by name", people, look.released))
        else:
            found.append({"title": title, "text": NOBODY, "wide": True})
    return found


def numbers(link: ReleasedLink, finding: ReleasedFinding | None) -> tuple[tuple[str, str], ...]:
    """Give the figures of the finding, or those there are without one."""
    if finding:
        return finding.numbers
    found = [("Referrals in the log", "–" if link.referrals is None else f"{link.referrals:,}")]
    if link.a_year and not link.is_thin:
        found.append(("A year", link.a_year))
    found.append(("On paper", words.on_paper(link)))
    if link.last_used:
        found.append(("Last used", link.last_used))
    return tuple(found)


def carried_over(link: ReleasedLink) -> str:
    """Say what a successor is expected to take over now, and what with an agreement."""
    noun = "ties" if link.referrals is None else "referrals"
    n, now, maybe = link.n_rows, link.passes.get("yes", 0), link.passes.get("unknown", 0)
    if now == n:
        return (
            f"An agreement in use names the post: all {n:,} {noun} are expected to pass to "
            "whoever follows. How well isn't known."
        )
    today = f"Today {now:,} of {n:,} {noun} are expected to pass to whoever follows"
    if maybe:
        today += f"; of {maybe:,} it isn't known"
    return f"{today}. With an agreement in use that names the post, all {n:,} would be."


def _ask(link: ReleasedLink) -> Part:
    about = f"from {link.from_name} to {link.to_name}"
    change = Formalizes(link.from_id, link.to_id)
    return {"title": "Try it", "asks": [asked("it is put on paper?", about, change)]}


def _ways(link: ReleasedLink, look: Look) -> Part:
    pairs = ((link.from_id, link.from_name), (link.to_id, link.to_name))
    ways = [
        {"words": name, "href": look.link("agencies", agency=look.refs.short(agency))}
        for agency, name in pairs
    ]
    return {"title": "Its two agencies", "ways": ways}  # type: ignore[typeddict-item]
