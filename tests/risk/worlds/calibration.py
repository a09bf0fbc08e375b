"""Does what is called solid hold? Findings of simulated records judged by the full truth.

The truth is everybody's answers and a long log without blanks. A finding holds there if its claim
does, give or take a quarter as in the worlds; it holds to the letter if the same rules make it
from the full truth, with at least its severity.
"""

from collections import Counter, defaultdict

import numpy as np

from collabnet.risk.assessment import Assessment
from collabnet.risk.rules import PATHWAY_RULES
from collabnet.risk.worlds.claims import SLACK
from collabnet.risk.worlds.of_pathways import as_seen
from risk.worlds.simulated import SETTINGS, draw_truth, full, recorded

ORDER = ("critical", "high", "moderate", "note", "ask")
LEVELS = ("solid", "likely", "depends on who did not answer", "too few to tell")
CLAIMS = {rule.name: rule.claim for rule in PATHWAY_RULES}


REPORTED = "reported strain or gap"
"""Somebody said so, and somebody says so in the full truth: it holds whatever is missing."""


def one_coalition(seed, settings=SETTINGS):
    """Count the findings of one simulated coalition, recorded in each setting.

    By kind, level, whether they hold, and whether to the letter. Questions (ask) claim nothing,
    and are left out.
    """
    draw = np.random.default_rng(seed)
    truth = draw_truth(draw)
    judge = FullTruth(full(truth, draw))
    made = {}
    for place, setting in enumerate(settings):
        record = recorded(truth, setting, np.random.default_rng([seed, place]))
        made[setting.name] = Counter(
            (kind_of(one), one.sure.level, judge.holds(one), judge.holds_to_the_letter(one))
            for one in Assessment(record, seed=seed).found
            if one.severity != "ask"
        )
    return made


def kind_of(finding):
    """What a finding says, in the words of the table."""
    if finding.kind not in ("contacts", "gaps"):
        return finding.kind
    names = [part["name"] for part in worst_parts(finding)]
    if any(name.startswith("single contact") for name in names):
        return "single contact"
    is_without = "gap" in names and finding.kind == "contacts" and not finding.numbers["usable"]
    return "no working tie" if is_without else REPORTED


class FullTruth:
    """What is so, from everybody's answers and a long log without blanks."""

    def __init__(self, coalition):
        self._assessment = Assessment(coalition, worlds=0)
        self._pathways = {
            one.pair: one for one in self._assessment.all_pathways if one.service is None
        }
        self._sent = Counter()
        for one in self._pathways.values():
            self._sent[one.from_agency] += one.n or 0
        self._contacts = {one.pair: one for one in self._assessment.all_contacts}
        self._hubs = wide_in_truth(coalition)
        self._judged = {one.id: one.severity for one in self._assessment.judged}

    def holds_to_the_letter(self, finding):
        """Whether the rules make it from the full truth, as bad at least."""
        severity = self._judged.get(finding.id)
        return severity is not None and ORDER.index(severity) <= ORDER.index(finding.severity)

    def holds(self, finding):
        """Whether a finding holds, give or take a quarter as in the worlds."""
        if finding.kind == "pathway":
            pathway = self._pathways[finding.subjects[:2]]
            claim = CLAIMS[finding.rule](as_seen(pathway, self._sent[pathway.from_agency]))
            return bool(claim[0])
        if finding.kind == "hub":
            return finding.subjects[0] in self._hubs
        return all(self._part_holds(finding, part["name"]) for part in worst_parts(finding))

    def _part_holds(self, finding, name):
        pair = self._contacts.get(tuple(finding.subjects[:2]))
        if name.startswith("single contact"):
            return any(
                self._is_single(pair, agency, finding) for agency in finding.numbers["single_on"]
            )
        return name != "gap" or finding.numbers["usable"] > 0 or not pair.usable

    def _is_single(self, pair, agency, finding):
        place = pair.pair.index(agency)
        people = {True: Counter(), False: Counter()}
        for link in pair.usable:
            end = (link.at_first, link.at_second)[place].id
            people[link.file == "referrals.csv"][end] += 1
        rows, ties = people[True], people[False]
        if len(ties) > 1:
            return False
        one = next(iter(ties), None)
        if one is not None and one not in finding.people:
            return False
        if not rows:
            return True
        busiest, n = rows.most_common(1)[0]
        return n >= (1 - SLACK) * rows.total() and one in (None, busiest)


def wide_in_truth(coalition):
    """People with formal usable contacts to a third of the actors that have ties, less a quarter.

    Counted anew, apart from the module that finds hubs.
    """
    ties = coalition.ties
    n = len(set(ties["from_id"]) | set(ties["to_id"]))
    formal = ties[ties["basis"].eq("formal") & ties["quality"].eq("positive")]
    alters = defaultdict(set)
    for x, y in zip(formal["from_id"], formal["to_id"], strict=True):
        alters[x].add(y)
        alters[y].add(x)
    return {one for one, found in alters.items() if len(found) >= 0.75 * n / 3}


def worst_parts(finding):
    """The reasons that make its severity."""
    parts = finding.numbers["parts"]
    worst = min(ORDER.index(part["severity"]) for part in parts)
    return [part for part in parts if ORDER.index(part["severity"]) == worst]


def gathered(counts):
    """By kind and level: findings, how many of them hold, how many to the letter."""
    made = defaultdict(dict)
    for (kind, level, holds, letter), n in sorted(counts.items()):
        found = made[kind].setdefault(level, [0, 0, 0])
        for place, part in enumerate((1, holds, letter)):
            found[place] += n * part
    return dict(made)


def totals(by_kind):
    """By level over all kinds, but for what was reported and holds whatever is missing."""
    made = {level: [0, 0, 0] for level in LEVELS}
    for kind, levels in by_kind.items():
        for level, found in levels.items() if kind != REPORTED else ():
            made[level] = [a + b for a, b in zip(made[level], found, strict=True)]
    return made


def called(levels):
    """Of the findings that hold, the share that is called solid or likely."""
    held = sum(found[1] for found in levels.values())
    return (levels["solid"][1] + levels["likely"][1]) / held if held else float("nan")
