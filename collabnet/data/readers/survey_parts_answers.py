"""Responses to rows of the table of answers: blanks, zeros, words, ticks and repeats settled."""

from collections import Counter
from collections.abc import Mapping

from collabnet.data.issues import listed
from collabnet.data.options import Answers
from collabnet.data.readers.survey_parts import SELF, Item, Survey
from collabnet.data.readers.survey_parts_checks import (
    NUMBER,
    Reading,
    Reply,
    check_scale,
    check_twice,
    check_zeros,
    settle_blanks,
)
from collabnet.data.readers.survey_parts_questions import (
    JOINT,
    find_alter_kind,
    find_joined,
    find_kinds,
    find_respondents,
    screen_items,
)
from collabnet.data.readers.survey_parts_waves import find_waves
from collabnet.data.readers.survey_parts_words import number_words
from collabnet.data.sources.opened import Draft
from collabnet.model.privacy import is_client_id

COLUMNS = ("respondent", "alter", "question", "value", "wave", "evidence")
TICKED, NOT_TICKED = "1", "0"
_SEEN = "-99"
_LONGEST_WORDING = 200


def read_answers(
    survey: Survey, answers: Answers, known: Mapping[str, str] | None = None
) -> list[Draft]:
    """Translate the responses of a survey to rows of answers.

    Several rows of one response id are one response, as where a form is repeated; the respondent
    of the first counts for all. Where respondents are ``known``, by response id, none is asked for.
    """
    screen_items(survey, answers)
    if known is None:
        who, column, taken = find_respondents(survey, answers)
    else:
        place, taken = survey.layout.response, set()
        who = {at: known.get(one := survey.cell(at, place), one) for at in survey.rows}
        column = survey.layout.names[place or 0]
    if not who:
        survey.ledger.rejected.update(survey.rows)
        return []
    if survey.layout.repeat is not None:
        _spread(survey, who)
    survey.layout.items = [item for item in survey.layout.items if item.place not in taken]
    items = survey.layout.items
    empty = [at for at in survey.rows if not any(survey.cell(at, one.place) for one in items)]
    survey.skip("survey_response_empty", empty)
    find_joined(survey, answers)
    kinds = find_kinds(survey, answers)
    reading = Reading(
        survey, answers, who, column, {}, kinds, find_alter_kind(survey, kinds, answers)
    )
    _check_respondents(reading)
    find_waves(reading)
    check_twice(reading)
    _note_unfinished(survey)
    _collect(reading)
    number_words([one for one in reading.cells if one.is_rating], survey, answers)
    survey.settle()
    check_scale(reading)
    check_zeros(reading)
    settle_blanks(reading)
    return [_draft(reading)]


def _spread(survey: Survey, who: dict[int, str]) -> None:
    """Give the respondent of a record to all its rows."""
    place = survey.layout.response
    by_record: dict[str, str] = {}
    for at, name in who.items():
        if name:
            by_record.setdefault(survey.cell(at, place), name)
    for at in who:
        record = survey.cell(at, place)
        if not who[at] and record not in by_record:
            survey.ledger.add("survey_without_record", at, value=record)
        who[at] = who[at] or by_record.get(record, "")
    survey.settle()


def _check_respondents(reading: Reading) -> None:
    survey = reading.survey
    for at in survey.rows:
        if not reading.who[at]:
            survey.ledger.add("required_blank", at, column=reading.column)
    survey.settle()


def _note_unfinished(survey: Survey) -> None:
    rows = [at for at in survey.rows if survey.is_unfinished(at)]
    if rows:
        survey.ledger.add("survey_unfinished", rows[0], count=len(rows))


def _collect(reading: Reading) -> None:
    """Take every cell that is an answer, ticks as one and zero; name whom it is about."""
    survey = reading.survey
    unnamed: list[tuple[int, Item]] = []
    boxes = _boxes(reading)
    bare = seen = own = 0
    for at in survey.rows:
        ticked = {
            item.question
            for item in survey.layout.items
            if item.question in boxes
            and survey.cell(at, item.place) not in ("", (item.ticks or ("", ""))[1])
        }
        bare += len(boxes) - len(ticked)
        is_repeat = bool(survey.cell(at, survey.layout.repeat))
        for item in survey.layout.items:
            if survey.layout.repeat is not None and item.is_repeated != is_repeat:
                continue
            value = survey.cell(at, item.place)
            kind = reading.kinds.get(item.question, SELF)
            if value == _SEEN:
                value, seen = "", seen + 1
            if kind == SELF:
                if value:
                    value = item.labels.get(value, value)
                    name = item.name if item.is_about_others else item.question
                    reading.cells.append(Reply(at, item, name, "", value, False))
                continue
            alter = item.alter if item.alter_place is None else survey.cell(at, item.alter_place)
            if item.names_alters:
                named = JOINT.split(value) if item.is_joined else [item.labels.get(value, value)]
                for name in filter(None, (one.strip() for one in named)):
                    reading.cells.append(Reply(at, item, kind, name, TICKED, False))
                continue
            if item.question in boxes:
                value = _tick(value, item, item.question in ticked)
            is_empty = not value or (item.question in boxes and value == NOT_TICKED)
            if is_empty and alter.casefold() == reading.who[at].casefold():
                # A roster shows respondents their own row too; that it is blank says nothing.
                own += bool(alter)
            elif alter:
                is_rating = item.question not in boxes and value not in item.labels
                value = item.labels.get(value, value) if not is_rating else value
                reading.cells.append(Reply(at, item, kind, alter, value, is_rating))
            elif value not in ("", NOT_TICKED):
                unnamed.append((at, item))
    if boxes:
        found = listed(list(boxes))
        survey.ledger.add("survey_ticks", count=bare, found=found)
    if own:
        survey.ledger.add("survey_own_row", count=own)
    if seen:
        survey.ledger.add("survey_seen", count=seen)
    if unnamed:
        at, item = unnamed[0]
        survey.ledger.add("survey_other_unnamed", at, column=item.name, count=len(unnamed))


def _boxes(reading: Reading) -> list[str]:
    """The questions that are boxes to tick: whose cells hold nothing but the box's own words."""
    survey, found = reading.survey, []
    for question, kind in reading.kinds.items():
        if kind == SELF:
            continue
        items = [
            item
            for item in survey.layout.items
            if item.question == question and not item.names_alters
        ]
        values = [
            (item, value)
            for item in items
            for at in survey.rows
            if (value := survey.cell(at, item.place)) and value != _SEEN
        ]
        if values and all(_is_box(item, value) for item, value in values):
            found.append(question)
    return found


def _is_box(item: Item, value: str) -> bool:
    if item.ticks is not None:
        return value in (*item.ticks, TICKED)
    return bool(item.alter) and value == item.alter.strip() and not NUMBER.fullmatch(value)


def _tick(value: str, item: Item, is_answered: bool) -> str:
    if item.ticks is not None and value:
        is_no = value == item.ticks[1]
        return TICKED if not is_no else NOT_TICKED if is_answered else ""
    return TICKED if value else NOT_TICKED if is_answered else ""


def _draft(reading: Reading) -> Draft:
    """The rows of answers, with what else is known of each response."""
    survey, layout = reading.survey, reading.survey.layout
    more: list[tuple[str, int]] = []
    for name, place in (
        ("answered_on", layout.day),
        ("finished", layout.finished),
        ("response_id", layout.response),
    ):
        if place is not None and not is_client_id(layout.names[place], "answers"):
            more.append((name, place))
    names = (*COLUMNS, *(["alter_kind"] if reading.alter_kind else []), *(name for name, _ in more))
    draft = Draft("answers", names, survey.ledger)
    kept = set(survey.rows)
    told = Counter(one.at for one in reading.cells)
    survey.skip("survey_response_empty", [at for at in survey.rows if not told[at]])
    for one in reading.cells:
        if one.at not in kept:
            continue
        kind = [reading.alter_kind if one.alter else ""] if reading.alter_kind else []
        draft.add(
            one.at,
            reading.who[one.at],
            one.alter,
            one.question,
            one.value,
            reading.waves[one.at],
            _evidence(one.item),
            *kind,
            *(survey.cell(one.at, place) for _, place in more),
        )
    return draft


def _evidence(item: Item) -> str:
    words = " ".join(item.text.split())[:_LONGEST_WORDING]
    return f"{item.name}: {words}" if words and words != item.name else item.name
