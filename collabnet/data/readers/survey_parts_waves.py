"""The wave of each response: as its column says, as is answered, or by the days of the answers."""

import re
from collections import Counter
from collections.abc import Mapping

from collabnet.data.dates import read_written
from collabnet.data.issues import Facts, listed, shown
from collabnet.data.readers.survey_parts_checks import Reading
from collabnet.model.vocabulary import plain

BY_YEAR = "by year"
_LONGEST = 30
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def find_waves(reading: Reading) -> None:
    """Tell the wave of each response: as answered for the file, as its column says, by its day.

    Where all answers are of one year, that is their wave, and a note says so; else it is asked.
    """
    survey, stated = reading.survey, reading.answers.text("", "wave")
    years = {at: _year_of(survey.cell(at, survey.layout.day)) for at in survey.rows}
    if stated and stated != BY_YEAR:
        labels = dict.fromkeys(survey.rows, stated)
        _compare(reading, stated, years)
    else:
        labels = {at: survey.cell(at, survey.layout.wave) for at in survey.rows}
        unsaid = {at: years[at] for at, label in labels.items() if not label}
        if unsaid:
            labels |= _by_year(reading, unsaid) if stated else _proposed(reading, unsaid)
    reading.waves = _same_labels(reading, labels)
    survey.settle()


def _year_of(text: str) -> str:
    """The year of a day as platforms write it; the order of day and month doesn't matter."""
    written = read_written(text)
    if written.day is not None:
        return str(written.day.year)
    if written.style in ("slashed", "named"):
        return str(written.parts[2] + (2000 if written.is_short_year else 0))
    found = _YEAR.search(text)
    return found[1] if found else ""


def _compare(reading: Reading, stated: str, years: Mapping[int, str]) -> None:
    """Note that a wave names another year than the answers have, as one kept from another file."""
    said = set(_YEAR.findall(stated))
    found = sorted({year for year in years.values() if year})
    if said and found and not said & set(found):
        reading.survey.ledger.add(
            "survey_wave_of_other_year", column="wave", value=stated, found=listed(found)
        )


def _by_year(reading: Reading, years: Mapping[int, str]) -> dict[int, str]:
    """Each response of the year of its day; one without a day is left out."""
    survey = reading.survey
    for at, year in years.items():
        if not year:
            place = survey.layout.day
            column = "" if place is None else survey.layout.names[place]
            survey.ledger.add("survey_wave_without_day", at, column=column)
    return dict(years)


def _proposed(reading: Reading, years: Mapping[int, str]) -> dict[int, str]:
    """The likely wave of responses that don't say it: noted if plain, else asked about."""
    ledger, first = reading.survey.ledger, next(iter(years))
    counts = Counter(year for year in years.values() if year)
    if len(counts) == 1:
        year = next(iter(counts))
        ledger.add("survey_wave_found", value=year, other=_month(reading, years) or f"{year}-1")
        return dict.fromkeys(years, year)
    if counts:
        ranked = sorted(counts, key=lambda year: (-counts[year], year))
        by_respondent: dict[str, set[str]] = {}
        for at, year in years.items():
            by_respondent.setdefault(reading.who[at], set()).add(year or ranked[0])
        # Who answered in two years answered twice, and not once late.
        comes_back = any(len(one) > 1 for one in by_respondent.values())
        choices = (BY_YEAR, *ranked) if comes_back else (*ranked, BY_YEAR)
        found = listed([f"{year} ({counts[year]})" for year in sorted(counts)])
        told: Facts = {"found": found, "answers": choices}
        ledger.add("survey_wave", first, **told)
        likely = {at: year or ranked[0] for at, year in years.items()}
        return likely if comes_back else dict.fromkeys(years, ranked[0])
    stem = ledger.file.rpartition(".")[0] or ledger.file
    named = tuple(dict.fromkeys(_YEAR.findall(stem))) or (plain(stem)[:_LONGEST],)
    ledger.add("survey_wave_unsaid", answers=named)
    return dict.fromkeys(years, named[0])


def _month(reading: Reading, rows: Mapping[int, str]) -> str:
    """The month of the first answer, where its day can be read in one way only."""
    survey = reading.survey
    days = [read_written(survey.cell(at, survey.layout.day)).day for at in rows]
    first = min((day for day in days if day is not None), default=None)
    return f"{first:%Y-%m}" if first else ""


def _same_labels(reading: Reading, labels: dict[int, str]) -> dict[int, str]:
    """Ask about labels that look alike; give them as one unless they are apart."""
    alike: dict[str, list[str]] = {}
    for label in dict.fromkeys(filter(None, labels.values())):
        alike.setdefault(_bare(label), []).append(label)
    for group in alike.values():
        if len(group) < 2:
            continue
        answer = reading.answers.text("", "same_wave")
        if not answer:
            found = listed([f"'{shown(label)}'" for label in group])
            reading.survey.ledger.add("wave_twice", column="wave", found=found)
        if answer != "apart":
            labels = {at: group[0] if one in group else one for at, one in labels.items()}
    return labels


def _bare(label: str) -> str:
    """A label of a wave without capitals, spaces, leading zeros and the word for wave."""
    words = re.sub(r"[\W_]+", "", label.casefold())
    return re.sub(r"^(?:wave|w|t|time|round|year)?0*(?=\d)", "", words)
