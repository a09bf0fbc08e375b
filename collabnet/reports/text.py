"""An assessment and a what-if as text for a terminal, from what was released."""

from collections.abc import Sequence

import pandas as pd

from collabnet.reports.layout import joined, table, wrap
from collabnet.sharing import Released, ReleasedFinding, ReleasedWhatIf

DEEP = "  "
DIFFERENCE_COLUMNS = ("What", "Before", "After", "Difference")


def assessment_text(
    released: Released, width: int | None = None, *, names_people: bool = True
) -> str:
    """Write an assessment for a terminal of ``width`` cells; None wraps nothing.

    Parameters
    ----------
    names_people : whether the people of each finding are listed, alphabetically
    """
    return joined(
        [
            heading(released, width),
            headline_lines([released], width),
            *finding_blocks(released, width, names_people=names_people),
            thin_lines(released, width),
            _bullets("Coverage", released.coverage, width),
            _bullets("What the chances hang on", released.hangs_on, width),
            _bullets("What these data can't show", released.unseen, width),
        ]
    )


def heading(released: Released, width: int | None) -> list[str]:
    """The name with its label, for whom this is, and the period."""
    name = f"{released.name} [{released.label}]" if released.label else released.name
    return [*wrap(name, width), *wrap(f"{released.notice}. {released.when}", width)]


def headline_lines(several: Sequence[Released], width: int | None) -> list[str]:
    """The headline pair of one assessment, or of several side by side."""
    rows = [] if len(several) == 1 else [("", *(one.name for one in several))]
    if len(several) > 1 and any(one.label for one in several):
        rows.append(("Status", *(one.label for one in several)))
    for place in (0, 1):
        words = several[0].headline[place][0]
        rows.append((words, *(one.headline[place][1] for one in several)))
    return table(rows, width)


def finding_blocks(released: Released, width: int | None, *, names_people: bool) -> list[list[str]]:
    """A block of lines for each finding, under a line that counts them."""
    if not released.findings:
        return [wrap(released.nothing_found, width)]
    n = len(released.findings)
    title = f"{n} finding{'s' if n > 1 else ''}, worst first"
    return [
        [title],
        *(finding_lines(one, width, names_people=names_people) for one in released.findings),
    ]


def finding_lines(finding: ReleasedFinding, width: int | None, *, names_people: bool) -> list[str]:
    """Severity and status labels, the sentence, what would help, how sure it is, who it is."""
    lines = wrap(f"{finding.severity_words.upper()} [{finding.statuses}]", width)
    lines += wrap(finding.sentence, width, DEEP)
    lines += wrap(f"What would help: {finding.remedy}", width, DEEP)
    for words, value in finding.chances:
        lines += wrap(f"{words}: {value}", width, DEEP)
    lines += wrap(finding.sure, width, DEEP)
    if names_people and finding.people:
        names = "; ".join(person.name for person in finding.people)
        lines += wrap(f"People concerned: {names}", width, DEEP)
    return lines


def thin_lines(released: Released, width: int | None) -> list[str]:
    """The pathways too thin to rank: no shares, the date only."""
    if released.thin.empty:
        return []
    label = f" [{released.label}]" if released.label else ""
    lines = wrap(f"Too thin to rank: ask{label}", width)
    for row in released.thin.to_dict("records"):
        if "Last used" in row:
            rest = f"{row['Referrals']} in this log, last used on {row['Last used']}"
        else:
            rest = f"{row['Referrals']} in this log; {str(row['On paper']).lower()}"
        lines += wrap(f"from {row['From']} to {row['To']}: {rest}{label}", width, "- ")
    return lines


def _bullets(title: str, said: Sequence[str], width: int | None) -> list[str]:
    lines = [line for text in said for line in wrap(text, width, "- ")]
    return [title, *lines] if lines else []


def what_if_text(released: ReleasedWhatIf, width: int | None = None) -> str:
    """Write a what-if for a terminal: changes, assumptions, differences, findings."""
    label = f" [{released.label}]" if released.label else ""
    differences = [
        tuple(str(row[column]) for column in DIFFERENCE_COLUMNS)
        for row in released.differences.to_dict("records")
    ]
    gone = [one for one in released.resolved if one.id in released.broken]
    mended = [one for one in released.resolved if one.id not in released.broken]
    return joined(
        [
            [*wrap(f"What if: {released.name}{label}", width), *wrap(f"{released.notice}.", width)],
            _bullets("Changed", released.changes, width),
            _bullets("Assumed", released.assumes, width),
            table([DIFFERENCE_COLUMNS, *differences], width),
            _pathway_lines(released, label, width),
            _pair_lines("Who carries links that change", released.carriers, label, width),
            _pair_lines(
                f"Chances within {released.chances_within} that change, at the rates assumed",
                released.chances,
                label,
                width,
            ),
            _pair_lines("Contacts that change", released.contacts, label, width),
            *_findings("Findings that are mended", mended, width),
            *_findings("Findings whose link itself is gone", gone, width),
            *_findings("New findings", released.gained, width),
            *_changed(released.changed, width),
        ]
    )


def _pathway_lines(released: ReleasedWhatIf, label: str, width: int | None) -> list[str]:
    lines = []
    for row in released.pathways.to_dict("records"):
        said = (
            f"from {row['From']} to {row['To']}: {row['Before']} referrals before, "
            f"{row['After']} after; on paper {row['On paper before']} before, "
            f"{row['On paper after']} after{label}"
        )
        lines += wrap(said, width, "- ")
    return ["Pathways that change", *lines] if lines else []


def _pair_lines(title: str, table: pd.DataFrame, label: str, width: int | None) -> list[str]:
    """What changes between two agencies, column by column; what stays the same isn't said."""
    lines = []
    for row in table.to_dict("records"):
        (first, one), (_, other), *cells = row.items()
        ends = f"from {one} to {other}" if first == "From" else _between(str(one), str(other))
        pairs = zip(cells[::2], cells[1::2], strict=True)
        told = [
            f"{str(name).removesuffix(' before').lower()} {before} before, {after} after"
            for (name, before), (_, after) in pairs
            if before != after
        ]
        lines += wrap(f"{ends}: {'; '.join(told)}{label}", width, "- ")
    return [title, *lines] if lines else []


def _between(one: str, other: str) -> str:
    return f"inside {one}" if other == "inside" else f"between {one} and {other}"


def _findings(
    title: str, findings: Sequence[ReleasedFinding], width: int | None
) -> list[list[str]]:
    if not findings:
        return []
    blocks = [
        [
            *wrap(f"{one.severity_words.upper()} [{one.statuses}]", width),
            *wrap(one.sentence, width, DEEP),
        ]
        for one in findings
    ]
    return [[f"{title} ({len(findings)})"], *blocks]


def _changed(
    pairs: Sequence[tuple[ReleasedFinding, ReleasedFinding]], width: int | None
) -> list[list[str]]:
    if not pairs:
        return []
    blocks = []
    for old, new in pairs:
        before, after = old.severity_words.upper(), new.severity_words.upper()
        severity = after if before == after else f"{before}, then {after}"
        lines = wrap(f"{severity} [{new.statuses}]", width)
        lines += wrap(f"Before: {old.sentence}", width, DEEP)
        lines += wrap(f"After: {new.sentence}", width, DEEP)
        blocks.append(lines)
    return [[f"Findings that change ({len(pairs)})"], *blocks]
