"""What makes two sites unlike before anything is counted, and what can't be compared for it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from collabnet.comparison.months import months_words
from collabnet.comparison.one_site import OneSite
from collabnet.model import Period
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.wording import capital, listed

RECALL = {"list": "from a list", "free": "from memory"}
UNLIKE_RESPONSE = 0.2
"""From this difference on, shares of those whose contacts are known are unlike."""


class Limit(NamedTuple):
    """Something that can't be compared, or only with care, and why."""

    what: str
    reason: str


class Verdict(NamedTuple):
    """Whether a figure may be compared: "yes", "no" or "not known"; the reason unless yes."""

    comparable: str
    reason: str


YES = Verdict("yes", "")
LOG = "Figures of the log"
BOUNDARY = "Boundary"


@dataclass(frozen=True)
class Conditions:
    """How far the two sites were recorded alike.

    Attributes
    ----------
    months : the months that both logs cover; None where there is none
    same_boundary : what the user says of the boundaries; None: nothing
    """

    a: OneSite
    b: OneSite
    months: Period | None
    same_boundary: bool | None = None

    @property
    def _both(self) -> tuple[OneSite, OneSite]:
        return self.a, self.b

    @cached_property
    def log(self) -> Verdict:
        """Whether figures of the two logs may be compared."""
        for site in self._both:
            if not len(site.whole.referrals):
                return Verdict("no", f"{site.name} has no referral log")
        if self.months is None:
            spans = [f"{one.name}: {months_words(one.whole.period)}" for one in self._both]
            return Verdict("no", f"the logs have no whole month in common ({'; '.join(spans)})")
        for site in self._both:
            if not site.log:
                return Verdict("no", f"the log of {site.name} has no referrals in these months")
        return self.boundary

    @cached_property
    def boundary(self) -> Verdict:
        """Whether it was decided alike who belongs to the network."""
        if self.same_boundary is not None:
            said = "the boundaries were drawn unlike, as you said"
            return YES if self.same_boundary else Verdict("no", said)
        missing = [one.name for one in self._both if not one.whole.settings.boundary]
        if missing:
            who = "neither site says" if len(missing) == 2 else f"{missing[0]} doesn't say"
            return Verdict("not known", f"{who} how its boundary was drawn")
        if any(len(set(map(told, self._both))) == 1 for told in (_boundary, _rule)):
            return YES
        if len({re.sub(r"\d+", "#", _rule(site)) for site in self._both}) == 1:
            return Verdict("not known", "the boundaries are told alike but for their numbers")
        return Verdict("no", "the boundaries were drawn unlike")

    @cached_property
    def contacts(self) -> Verdict:
        """Whether contacts and what is counted from them may be compared."""
        for site in self._both:
            if not site.kinds:
                return Verdict("no", f"{site.name} has no contacts on record")
        if not self.relations:
            return Verdict("no", "the sites have no kind of contact in common")
        if self.a.has_survey_ties != self.b.has_survey_ties:
            asked, told = self._both if self.a.has_survey_ties else self._both[::-1]
            said = f"contacts of {asked.name} come from a survey, those of {told.name} do not"
            return Verdict("no", said)
        if self.a.has_survey_ties and (unlike := self._unlike_rules):
            return Verdict("no", unlike)
        for site in self._both:
            if not site.is_answered:
                said = f"the contacts of fewer than half at {site.name} are known"
                return Verdict("no", said)
        if abs(self.a.known_share - self.b.known_share) > UNLIKE_RESPONSE:
            more = max(self._both, key=lambda one: one.known_share)
            return Verdict("no", f"far more of the contacts at {more.name} are known")
        return self.boundary

    @property
    def _unlike_rules(self) -> str:
        """How the two surveys asked otherwise; "" where they asked alike."""
        one, other = (site.whole.settings.survey for site in self._both)
        if one.recall != other.recall:
            how = [
                f"{site.name}: {RECALL.get(each.recall, 'not stated')}"
                for site, each in zip(self._both, (one, other), strict=True)
            ]
            return f"names were not given in the same way ({'; '.join(how)})"
        if one.most_names != other.most_names:
            return "respondents could not name equally many"
        if one.level != other.level:
            return "in one site people answered for themselves, in the other for their agency"
        return ""

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The kinds of contact that both sites have on record."""
        return tuple(sorted(self.a.kinds & self.b.kinds))

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """What can't be compared whatever the figures are, each with its reason."""
        sizes = [f"{len(one.agencies)} in {one.name}" for one in self._both]
        found = [
            Limit("Density", f"It falls as a network grows; agencies: {listed(sizes)}."),
            Limit("Chance (a p-value)", "Two sites are two cases, not two samples."),
        ]
        for verdict, what in ((self.log, LOG), (self.contacts, "Contacts")):
            if verdict.comparable == "no":
                found.append(Limit(what, self._sentence(verdict.reason)))
        if self.boundary.comparable == "not known":
            found.append(Limit(BOUNDARY, f"With care: {self.boundary.reason}."))
        found += [*self._cut_off(), *self._undated()]
        for one, other in (self._both, self._both[::-1]):
            if only := sorted(one.kinds - other.kinds):
                nouns = listed([KIND_NOUN.get(kind, kind) for kind in only])
                said = f"Only {one.name} has any on record."
                found.append(Limit(f"Kinds of contact: {nouns}", said))
        status = [(one.name, one.whole.settings.log_status) for one in self._both]
        if made_up := [name for name, each in status if each == "illustrative"]:
            said = "Made up: it shows how the comparison works, not how a place works."
            found.append(Limit(f"The log of {listed(made_up)}", said))
        return tuple(found)

    def _cut_off(self) -> list[Limit]:
        """The months that only one log covers."""
        if self.months is None:
            return []
        return [
            Limit(
                f"Other months of {site.name}",
                f"Its log covers {months_words(site.whole.period)}, the other site's does not.",
            )
            for site in self._both
            if site.whole.period != self.months
        ]

    def _undated(self) -> list[Limit]:
        """Referrals without a day, left out where a log was cut down to the months in common."""
        return [
            Limit(
                f"Referrals of {site.name} without a day",
                "They are left out: nobody knows whether they are of these months.",
            )
            for site in self._both
            if site.coalition is not site.whole and site.whole.referrals["on"].isna().any()
        ]

    def _sentence(self, text: str) -> str:
        """A reason as a sentence; the name of a site stays as it is written."""
        is_name = any(text.startswith(one.name) for one in self._both)
        return f"{text if is_name else capital(text)}."


def _boundary(site: OneSite) -> str:
    return " ".join(site.whole.settings.boundary.casefold().split())


def _rule(site: OneSite) -> str:
    """The boundary without what differs in any two sites: the site's own name."""
    text = _boundary(site)
    for own in filter(None, (site.name, site.whole.settings.name, site.whole.settings.id)):
        text = re.sub(rf"\b{re.escape(own.casefold())}\b", "this site", text)
    return text
