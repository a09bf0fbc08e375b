"""The one table from figures to kind, severity and sentence.

The first rule of a table that fits a subject decides. ``docs/reference/rules.md`` is written from
here (`collabnet.risk.reference`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from collabnet.risk import patterns as say
from collabnet.risk.contacts import PairContacts
from collabnet.risk.coverage.gaps import ServiceGap, TeamGap
from collabnet.risk.facts import NAMED_TOO_FEW, PathwayFacts
from collabnet.risk.hubs import Hub
from collabnet.risk.pathways import THIN
from collabnet.risk.patterns import Pattern
from collabnet.risk.worlds.claims import Claim

Kind = Literal["pathway", "contacts", "gaps", "hub", "coverage"]
Severity = Literal["critical", "high", "moderate", "note", "ask"]
SEVERITIES: tuple[Severity, ...] = ("critical", "high", "moderate", "note", "ask")

T = TypeVar("T")


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One line of the table.

    Attributes
    ----------
    name, kind, severity : what a finding by this rule is called, and how bad it is
    when : the condition in words
    says : the sentences that can make its claim; a finding has one of them at least
    holds : the condition
    claim : what of it must hold in a world in which it is tried how sure it is
    """

    name: str
    kind: Kind
    severity: Severity
    when: str
    says: tuple[Pattern, ...]
    holds: Callable[[T], bool]
    claim: Claim | None = None


PATHWAY_RULES: tuple[Rule[PathwayFacts], ...] = (
    Rule(
        "main pathway on a few people",
        "pathway",
        "critical",
        "at least half of the sending agency's referrals and 12 a year, no row known formal, and "
        "one departure on either side, or three people or fewer in all on one side, would end it",
        (*say.CARRIED, *say.NOT_KNOWN),
        lambda f: f.is_ranked and f.is_main and f.none_formal and (f.ends_by_one or f.few_in_all),
        lambda w: w.is_main & w.none_formal & (w.ends_by_one | w.few_in_all),
    ),
    Rule(
        "pathway on one person",
        "pathway",
        "high",
        "one departure on either side would end it, and no row is known formal, or its agreement "
        "doesn't name the position, so that all of it is lost for good",
        (say.LOST, say.LINK_GONE, say.MAY_BE_GONE, *say.NOT_KNOWN),
        lambda f: f.is_ranked and f.ends_by_one and (f.none_formal or f.all_lost),
        lambda w: w.ends_by_one & (w.none_formal | w.all_lost),
    ),
    Rule(
        "pathway on one post",
        "pathway",
        "moderate",
        "some or all of it is formal; one departure stops every row until the post is filled",
        (say.WAIT, say.LOST, say.LINK_WAITS, say.LINK_GONE, say.MAY_BE_GONE, *say.NOT_KNOWN),
        lambda f: f.is_ranked and f.ends_by_one,
        lambda w: w.ends_by_one,
    ),
    Rule(
        "pathway on a few people",
        "pathway",
        "moderate",
        "not all of it would pass to a successor, and three people or fewer in all on one side, "
        "or the first three carry 80 % or more, or one departure takes more than a quarter of it "
        "for good",
        (*say.CARRIED, *say.NOT_KNOWN),
        lambda f: (
            f.is_ranked
            and any(row.basis.passes != "yes" for row in f.pathway.rows)
            and (f.few_in_all or f.few_carry or f.loses_part)
        ),
        lambda w: w.not_all_pass & (w.few_in_all | w.few_carry | w.loses_part),
    ),
    Rule(
        "a few people carry it, on paper",
        "pathway",
        "note",
        "all of it would pass to a successor, and the first three carry 80 % or more",
        (*say.CARRIED, *say.NOT_KNOWN),
        lambda f: f.is_ranked and f.few_carry,
        lambda w: w.few_carry,
    ),
    Rule(
        "not known who carries it",
        "pathway",
        "ask",
        "fewer than half of the rows name somebody on one side",
        say.NOT_KNOWN,
        lambda f: f.is_ranked and f.pathway.is_log and f.pathway.named_share < NAMED_TOO_FEW,
        lambda w: w.few_named,
    ),
    Rule(
        "fallen silent",
        "pathway",
        "ask",
        "six or more referrals, then a silence of 30 days or more that would come about by chance "
        "in less than 5 %",
        (say.SILENT,),
        lambda f: f.is_ranked and f.pathway.is_quiet,
        lambda w: w.is_silent,
    ),
)

SINGLE_RULES: tuple[Rule[PairContacts], ...] = (
    Rule(
        "single contact, thin",
        "contacts",
        "ask",
        "all direct ties are fewer than six rows of the log, and rest on one person on one side",
        (say.SINGLE, say.SINGLE_UNKNOWN),
        lambda c: (
            bool(c.single)
            and len(c.usable) < THIN
            and all(link.file == "referrals.csv" for link in c.usable)
        ),
    ),
    Rule(
        "single contact",
        "contacts",
        "high",
        "all direct usable ties of two agencies, log rows included, rest on one person on one "
        "side, and no pathway finding says so already",
        (say.SINGLE, say.SINGLE_UNKNOWN),
        lambda c: bool(c.single),
    ),
)
STRAINED_RULE: Rule[PairContacts] = Rule(
    "strained tie",
    "contacts",
    "moderate",
    "somebody describes a tie between two agencies, or inside one, as strained",
    (say.STRAINED,),
    lambda c: bool(c.strained),
)
GAP_RULE: Rule[PairContacts] = Rule(
    "gap",
    "contacts",
    "moderate",
    "somebody says that a tie between two agencies, or inside one, is missing",
    (say.GAP,),
    lambda c: bool(c.absent),
)
HUB_RULE: Rule[Hub] = Rule(
    "hub",
    "hub",
    "high",
    "a person with formal usable contacts to at least a third of the actors, positions included, "
    "that have a tie of any quality",
    (say.HUB,),
    lambda hub: hub.is_wide,
)

SOLE_RULES: tuple[Rule[ServiceGap], ...] = (
    Rule(
        "one provider",
        "coverage",
        "moderate",
        "one agency of the coalition alone says that it offers a service, and six referrals or "
        "more in the log ask for it; not for what one agency has by law, or what isn't for a young "
        "person in need",
        (say.SOLE,),
        lambda g: g.rests_on_one and (g.n_referrals or 0) >= THIN,
    ),
    Rule(
        "one provider, seldom asked for",
        "coverage",
        "note",
        "the same for a service that fewer referrals in the log ask for, or none",
        (say.SOLE,),
        lambda g: g.rests_on_one,
    ),
)
UNSERVED_RULES: tuple[Rule[ServiceGap], ...] = (
    Rule(
        "group left out",
        "coverage",
        "moderate",
        "no provider of a service says that it serves a group that another agency here serves (of "
        "ages those under 18), and one of them says whom it serves",
        (say.UNSERVED,),
        lambda g: bool(g.unserved) and g.is_stated,
    ),
    Rule(
        "not known whom it serves",
        "coverage",
        "ask",
        "the same where no provider says whom it serves",
        (say.UNSERVED, say.NOT_SAID_WHOM),
        lambda g: bool(g.unserved),
    ),
)
TEAM_RULE: Rule[TeamGap] = Rule(
    "seat of the team empty",
    "coverage",
    "moderate",
    "a role or sector of the response team is missing from the team on record; without one, from "
    "within so many hand-offs of the agencies that identify cases; or it is in no table, for a "
    "team that coalition.toml states",
    (say.NOT_ON_TEAM, say.OUT_OF_REACH, say.NOT_LISTED),
    lambda g: g.is_gap,
)


@dataclass(frozen=True)
class Limit:
    """A line that decides nothing by itself: what a severity can be at most."""

    name: str
    severity: Severity | Literal["none"]
    when: str


WEAK_CAP: Severity = "moderate"
"""The most that a finding can be which vanishes without inferred and illustrative rows."""
OUTSIDE_CAP: Severity = "note"
"""The most that a finding can be about an agency outside the coalition."""
TOO_FEW_ANSWERS_CAP: Severity = "note"
"""The most that a finding can be from a survey alone that fewer than half answered."""
TIE_CAP: Severity = "high"
"""The most that a pathway can be which the log doesn't cover."""

LIMITS = (
    Limit(
        "weak evidence",
        WEAK_CAP,
        "at most this, if it is gone without inferred and illustrative rows",
    ),
    Limit(
        "outside", OUTSIDE_CAP, "at most this, for contacts with an agency outside the coalition"
    ),
    Limit(
        "too few answers",
        TOO_FEW_ANSWERS_CAP,
        "at most this, from ties of a survey alone that fewer than half of those asked answered",
    ),
    Limit("only a tie", TIE_CAP, "at most this, for a pathway that the log doesn't cover"),
    Limit("thin", "none", "fewer than six referrals: in a table of its own, unless marked vital"),
)


def first_rule(rules: tuple[Rule[T], ...], subject: T) -> Rule[T] | None:
    """The first rule of a table that holds; None if none does."""
    return next((rule for rule in rules if rule.holds(subject)), None)


def at_most(severity: Severity, cap: Severity) -> Severity:
    """The weaker of two severities."""
    return SEVERITIES[max(SEVERITIES.index(severity), SEVERITIES.index(cap))]


def worst_of(severities: list[Severity]) -> Severity:
    """The strongest of some severities."""
    return SEVERITIES[min(SEVERITIES.index(one) for one in severities)]
