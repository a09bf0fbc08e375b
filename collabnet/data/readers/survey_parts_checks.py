"""Settle what a survey leaves open: repeated responses, scales, zeros and blanks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from collabnet.data.issues import Facts, shown
from collabnet.data.options import Answers, scale
from collabnet.data.readers.survey_parts import Item, Survey

NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
NO_TIE = "0"
BLANKS = ("not answered", "not asked", "no")


@dataclass
class Reply:
    """One answer on its way: whose, of whom, to what, and what was said."""

    at: int
    item: Item
    question: str
    alter: str
    value: str
    is_rating: bool
    is_numbered: bool = False


@dataclass
class Reading:
    """What is known of a survey while its answers are read."""

    survey: Survey
    answers: Answers
    who: dict[int, str]
    column: str
    waves: dict[int, str]
    kinds: Mapping[str, str]
    alter_kind: str
    cells: list[Reply] = field(default_factory=list)


def check_twice(reading: Reading) -> None:
    """Ask about respondents with several responses in one wave; do as was answered."""
    survey, answer = reading.survey, reading.answers.text("", "respondent_twice")
    records: dict[tuple[str, str], dict[object, list[int]]] = {}
    for at in survey.rows:
        key = reading.who[at], reading.waves[at]
        record = survey.cell(at, survey.layout.response) or at
        records.setdefault(key, {}).setdefault(record, []).append(at)
    skipped: list[int] = []
    for (name, wave), found in records.items():
        if len(found) < 2:
            continue
        rows = list(found.values())
        if answer == "reject":
            for at in (at for group in rows for at in group):
                survey.ledger.add(
                    "respondent_twice_rejected", at, column=reading.column, value=name
                )
            continue
        if not answer:
            told = f" in wave {shown(wave)}" if wave else ""
            survey.ledger.add(
                "respondent_twice",
                rows[1][0],
                column=reading.column,
                value=name,
                count=len(rows),
                wave=told,
            )
        gone = rows[:-1] if answer == "last" else rows[1:]
        skipped += [at for group in gone for at in group]
    if answer:
        survey.skip("respondent_twice_skipped", skipped)
    else:
        # Only while it is asked: the first response is used, and nothing is kept before the answer.
        survey.ledger.skipped.update(skipped)
    survey.settle()


def check_scale(reading: Reading) -> None:
    """Reject responses with a rating outside the scale that was stated; zeros are asked about."""
    bounds = scale(reading.answers.text("", "strength_scale") or "")
    if bounds is None:
        return
    low, high = (f"{bound:g}" for bound in bounds)
    gone: set[int] = set()
    for one in reading.cells:
        if one.is_rating and one.at not in gone and NUMBER.fullmatch(one.value):
            number = float(one.value.replace(",", "."))
            if number != 0 and not bounds[0] <= number <= bounds[1]:
                gone.add(one.at)
                reading.survey.ledger.add(
                    "out_of_scale",
                    one.at,
                    column=one.item.name,
                    value=one.value,
                    low=low,
                    high=high,
                )
    reading.survey.settle()


def check_zeros(reading: Reading) -> None:
    """Ask what zeros mean that are in the file; those given for a word mean what it says."""
    rows = set(reading.survey.rows)
    zeros = [
        one
        for one in reading.cells
        if one.is_rating and one.value == "0" and not one.is_numbered and one.at in rows
    ]
    if zeros and not reading.answers.text("", "zero_means"):
        first = zeros[0]
        reading.survey.ledger.add(
            "survey_zeros", first.at, column=first.item.name, value="0", count=len(zeros)
        )


def settle_blanks(reading: Reading) -> None:
    """Ask what blanks of ratings mean; leave out those of others that nobody was asked about."""
    rows = set(reading.survey.rows)
    blank = [one for one in reading.cells if one.is_rating and one.value == "" and one.at in rows]
    answer = reading.answers.text("", "blank_means")
    if blank and not answer:
        first = blank[0]
        said = {one.value for one in reading.cells if one.is_rating and one.value}
        # Where nothing but ones are written, they are boxes, and a blank is one without a tick.
        choices = BLANKS[-1:] + BLANKS[:-1] if said == {"1"} else BLANKS
        told: Facts = {"count": len(blank), "answers": choices}
        reading.survey.ledger.add("survey_blanks", first.at, column=first.item.name, **told)
    if answer == "no":
        # What was not reached is not known, whatever blanks mean in a response that was finished.
        blank = [one for one in blank if not reading.survey.is_unfinished(one.at)]
        for one in blank:
            one.value = NO_TIE
    elif answer == "not asked":
        gone = {id(one) for one in blank}
        reading.cells = [one for one in reading.cells if id(one) not in gone]
    if blank and answer in ("no", "not asked"):
        found = {"no": "no tie", "not asked": "never asked"}[answer]
        reading.survey.ledger.add("survey_blanks_read", count=len(blank), found=found)
