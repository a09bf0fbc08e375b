"""The figures behind a finding in plain words, for whoever holds the data."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from collabnet.risk.finding import Finding
from collabnet.risk.turnover.say import years_words
from collabnet.risk.wording import listed, share, span
from collabnet.sharing.coverage import numbers_of_coverage

Numbers = tuple[tuple[str, str], ...]
HUB_WORDS = {
    "formal_contacts": "Contacts on a formal basis",
    "actors": "People and agencies with a tie (actors)",
    "expected_to_pass": "Expected to pass to a successor",
    "may_pass": "Not known whether the agreement names the position",
    "not_named": "Agreement doesn't name the position",
    "no_agreement": "Formal, but no agreement on record",
    "informal": "Informal: would go with the person",
    "unknown": "Basis not known",
}
CHANCE_WORDS = (
    ("p_any_leaves", "Chance that at least one carrier leaves"),
    ("p_gone", "Chance that the link is gone altogether"),
)


def numbers_of(
    finding: Finding,
    pathway: Mapping[str, Any] | None,
    names: Mapping[str, str],
    years: float = 1.0,
) -> Numbers:
    """Give words and value of each figure.

    ``pathway`` is the row of the pathways table; chances are within ``years``.
    """
    if finding.kind == "pathway" and pathway is not None:
        found = [*_of_pathway(finding.numbers, pathway), *chances_of(pathway, years)]
    elif finding.kind == "coverage":
        found = numbers_of_coverage(finding, names.__getitem__)
    elif finding.kind == "hub":
        found = [(words, str(finding.numbers[key])) for key, words in HUB_WORDS.items()]
    else:
        found = _of_contacts(finding.numbers, names)
    return tuple(found)


def _of_pathway(numbers: Mapping[str, Any], row: Mapping[str, Any]) -> list[tuple[str, str]]:
    paper = numbers["on_paper"]
    found = [
        ("Referrals in the log", _plain(numbers["referrals"])),
        ("A year", yearly(row)),
        ("People who send", str(numbers["carriers"])),
        ("People who receive", str(numbers["receivers"])),
    ]
    if not row["thin"] and row["referrals"] is not None:
        found += [
            ("Share of the busiest sender", _ranged(row, "top_share", share)),
            (
                "If all sent alike, as many (effective carriers)",
                _ranged(row, "effective_carriers", "{:.2f}".format),
            ),
            (
                "Fewest people who send more than half (bus factor)",
                _ranged(row, "bus_factor", _plain),
            ),
        ]
    found += [
        ("Fewest people whose leaving ends it (cut set)", _ranged(row, "cut_size", _cut)),
        (
            "On paper",
            f"{paper['formal']} yes, {paper['informal']} no, {paper['unknown']} not known",
        ),
    ]
    worst = row["worst_departure"]
    if isinstance(worst, Mapping):
        lost = span(worst["lost_low"], worst["lost_high"])
        found += [
            ("Most referrals that one departure loses for good", lost),
            ("Of that departure, waiting until the post is filled", str(worst["interrupted"])),
        ]
    for side, words in (("sending", "sender"), ("receiving", "receiver")):
        if row[f"named_share_{side}"] < 1:
            found.append((f"Rows that name a {words}", share(row[f"named_share_{side}"])))
    return found


def yearly(row: Mapping[str, Any]) -> str:
    """Referrals a year with the interval; a dash where the log is too short for it."""
    if not _is_number(row["per_year"]):
        return "–"
    low, high = f"{row['per_year_low']:.0f}", f"{row['per_year_high']:.0f}"
    return f"{row['per_year']:.0f} ({low} to {high})"


def chances_of(row: Mapping[str, Any], years: float = 1.0) -> Numbers:
    """The figures that assume how often people leave; none where no rate was given."""
    within = f"within {years_words(years)}"
    found = [
        (f"{words} {within}", _between_rates(row, key, share))
        for key, words in CHANCE_WORDS
        if _is_number(row.get(key))
    ]
    if _is_number(row.get("volume_lost_low")):
        ends = [f"{row[f'volume_lost_{end}']:.1f}" for end in ("low", "high")]
        said = " to ".join(dict.fromkeys(ends))
        # One year's referrals, whatever the years in which people may leave.
        lost = "Expected referrals lost" if years == 1 else "Expected referrals a year lost"
        found.append((f"{lost} {within}", said))
    if _is_number(row.get("disrupted_per_year")):
        said = _between_rates(row, "disrupted_per_year", "{:.1f}".format)
        found.append(("Expected referrals disrupted a year", said))
    return tuple(found)


def _between_rates(row: Mapping[str, Any], key: str, form: Callable[[float], str]) -> str:
    """A figure, with its lowest and highest within what is assumed where these differ."""
    said, low, high = (form(row[f"{key}{end}"]) for end in ("", "_low", "_high"))
    return said if low == high else f"{said} ({low} to {high})"


def _of_contacts(numbers: Mapping[str, Any], names: Mapping[str, str]) -> list[tuple[str, str]]:
    def said(agencies: Sequence[str]) -> str:
        return listed([names[agency] for agency in agencies]) or "nobody"

    found = [
        ("Usable ties", str(numbers["usable"])),
        ("Strained ties", str(numbers["strained"])),
        ("Ties reported missing", str(numbers["absent"])),
        ("Sides that were asked", said(numbers["sides_asked"])),
    ]
    if numbers["single_on"]:
        found.append(("Rests on one person at", said(numbers["single_on"])))
    return found


def _ranged(row: Mapping[str, Any], key: str, form: Any) -> str:  # noqa: ANN401 - number to text
    """A figure; with its worst and best where some rows name nobody."""
    said = (
        form(row[key]) if _is_number(row[key]) else _plain(None) if key != "cut_size" else _cut(0)
    )
    ends = row["ranges"].get(key) if isinstance(row["ranges"], Mapping) else None
    if not ends:
        return str(said)
    worst, best = (form(end) if end is not None else form(0) for end in ends)
    return f"{said} (from {worst} to {best}, as some rows name nobody)"


def _cut(size: float | None) -> str:
    return f"{size:.0f}" if size else "nothing can be cut"


def _plain(value: Any) -> str:  # noqa: ANN401 - a count or nothing
    return f"{value:.0f}" if _is_number(value) else "–"


def _is_number(value: Any) -> bool:  # noqa: ANN401 - a cell of a table
    return isinstance(value, int | float) and value == value
