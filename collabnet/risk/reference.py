"""Write the reference page of the rule table and of the sentences that findings are made of."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from collabnet.risk import patterns
from collabnet.risk.patterns import Pattern
from collabnet.risk.rules import (
    GAP_RULE,
    HUB_RULE,
    LIMITS,
    PATHWAY_RULES,
    SINGLE_RULES,
    SOLE_RULES,
    STRAINED_RULE,
    TEAM_RULE,
    UNSERVED_RULES,
    Rule,
)

SECTIONS: Mapping[str, tuple[Rule[Any], ...]] = {
    "Pathways": PATHWAY_RULES,
    "Direct contacts between two agencies": (*SINGLE_RULES, STRAINED_RULE, GAP_RULE),
    "Hubs": (HUB_RULE,),
    "Coverage": (*SOLE_RULES, *UNSERVED_RULES, TEAM_RULE),
}
"""The rules by what they are about; in each part the first that fits decides."""
SENTENCES: Mapping[str, tuple[Pattern, ...]] = {
    "Pathways": patterns.OF_PATHWAYS,
    "Direct contacts, and gaps inside one agency": patterns.OF_CONTACTS,
    "Hubs": patterns.OF_HUBS,
    "Coverage": patterns.OF_COVERAGE,
}
"""Every sentence that a finding can have."""

_HEAD = """# The rule table

From figures to kind, severity and sentence. The first line of a part that fits a subject decides; \
a pair of agencies can have a single contact, strained ties and gaps at once, and they are told \
in one finding with the worst of their severities. Every figure is taken at the worse end of its \
range (see [the method](../method.md)). A finding names its line as `rule`, and has at least one \
of the sentences that the line names. This page is written by `python -m collabnet.risk.reference`.
"""
_LIMITS = """
## What limits a severity

| Line | Severity | When |
| --- | --- | --- |
"""
_RANKED = """
Findings are ranked by severity (critical, high, moderate, note, ask), then by the referrals a \
year that the worst single departure would stop, then by id.

# The sentences

A finding is made of these, in this order. What stands in braces is filled in. Roles stand for \
people, and the network's term comes second, in brackets: see [the glossary](glossary.md).
"""


def reference_page() -> str:
    """Give the page in Markdown: docs/reference/rules.md is this text."""
    parts = [_HEAD]
    for title, rules in SECTIONS.items():
        parts.append(f"\n## {title}\n\n| Line | Kind | Severity | When | Sentences |\n")
        parts.append("| --- | --- | --- | --- | --- |\n")
        parts += [_row(rule) for rule in rules]
    parts.append(_LIMITS)
    parts += [f"| {one.name} | {one.severity} | {one.when} |\n" for one in LIMITS]
    parts.append(_RANKED)
    for title, sentences in SENTENCES.items():
        parts.append(f"\n## Sentences: {title[:1].lower()}{title[1:]}\n\n")
        parts.append("| Name | Sentence |\n| --- | --- |\n")
        parts += [f"| {one.name} | {_gaps(one.text)} |\n" for one in sentences]
    return "".join(parts)


def _row(rule: Rule[Any]) -> str:
    says = _names(rule.says)
    return f"| {rule.name} | {rule.kind} | {rule.severity} | {rule.when} | {says} |\n"


def _names(sentences: Iterable[Pattern]) -> str:
    return "; ".join(one.name for one in sentences)


def _gaps(text: str) -> str:
    return text.replace("_", " ")


if __name__ == "__main__":
    sys.stdout.write(reference_page())
