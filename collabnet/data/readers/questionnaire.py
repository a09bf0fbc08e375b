"""Read answered questionnaires: the workbook, or a survey platform's export of the questions."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from collabnet.data.forms.questionnaire_book import AGENCY_SHEET
from collabnet.data.forms.questions import AGENCY, PARTNER, QUESTIONS, Tag, find_tag, label
from collabnet.data.header import is_blank
from collabnet.data.issues import Facts, Ledger
from collabnet.data.options import Answers
from collabnet.data.readers.questionnaire_drafts import Reply, drafts_of
from collabnet.data.rejects import take_origins
from collabnet.data.rows import fit_rows
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program
from collabnet.model.specs import TIES

OURS = 2.0
"""Surer than any program that may have carried our own questions to us."""
_HEADERS_LOOKED_AT = 5
_TESTS = ("survey preview", "survey test", "spam", "possible spam", "survey preview spam")
_UNDER_HEADERS = ("response", "open-ended response")


@dataclass
class _Layout:
    """Where a sheet keeps which question: the place of each, and the first row of answers."""

    first: int
    tags: dict[int, Tag] = field(default_factory=dict)
    is_export: bool = False

    def place(self, key: str, partner: str = "", number: int = 0) -> int | None:
        """The column of a question."""
        wanted = Tag(key, partner, number)
        return next((place for place, tag in self.tags.items() if tag == wanted), None)

    @property
    def partners(self) -> dict[tuple[str, int], dict[str, int]]:
        """The columns of each partner's questions."""
        found: defaultdict[tuple[str, int], dict[str, int]] = defaultdict(dict)
        for place, tag in self.tags.items():
            if tag.key != AGENCY.key:
                found[tag.partner, tag.number][tag.key] = place
        return dict(found)


def recognise(opened: Opened) -> float:
    """Certain with the ids of our questions: as a row of their own, or as marks in the wording."""
    return OURS if any(_layout(grid) for grid in opened.grids) else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate what was answered to answers, ties, people, posts and agreements."""
    respondent = answers.text("", "answered_for") or _respondent(opened, ledgers)
    drafts: list[Draft] = []
    was_answered = False
    for grid in opened.grids:
        layout = _layout(grid)
        if layout is None:
            continue
        ledger = ledgers.of(grid.name)
        replies = _replies(grid, layout, ledger, respondent)
        if layout.is_export:
            replies = _one_each(replies, ledger, answers)
        if any(reply.is_answered for reply in replies) or ledger.rejected:
            was_answered = True
            drafts += _drafts(replies, layout, ledger, answers, ledgers.known)
        else:
            ledger.skipped.update(range(layout.first, len(grid.records.cells)))
    if not was_answered:
        ledgers.of().add("form_untouched")
    return drafts


QUESTIONNAIRE = Program(
    "questionnaire",
    "a questionnaire of ours, answered",
    recognise,
    read,
    survey="questionnaire",
)


def _drafts(
    replies: Sequence[Reply],
    layout: _Layout,
    ledger: Ledger,
    answers: Answers,
    known: Collection[str],
) -> list[Draft]:
    if not any(reply.agency for reply in replies):
        ledger.add("questionnaire_agency")
        return []
    for at in {reply.at for reply in replies if not reply.agency}:
        ledger.add("required_blank", at, column=AGENCY.key)
    numbers = [one for one in replies if one.answers.get("sent", "").strip().isdigit()]
    if layout.is_export and numbers and not answers.text("", "sent_numbers"):
        told: Facts = {"count": len(numbers), "value": numbers[0].answers["sent"].strip()}
        ledger.add("sent_in_numbers", numbers[0].at, column="sent", **told)
    kept = [reply for reply in replies if reply.at not in ledger.gone]
    return drafts_of(kept, ledger, answers, known)


def _layout(grid: Grid) -> _Layout | None:
    """Find our questions in the first rows of a sheet; None where they aren't."""
    for at, cells in enumerate(grid.records.cells[:_HEADERS_LOOKED_AT]):
        names = [cell.strip().lower() for cell in cells[:3000]]
        if PARTNER.key in names and sum(key in names for key in QUESTIONS) > 1:
            keys = (AGENCY.key, PARTNER.key, *QUESTIONS)
            tags = {names.index(key): Tag(key) for key in keys if key in names}
            return _Layout(_below_wording(grid, at), tags)
        marks = {place: tag for place, cell in enumerate(cells[:3000]) if (tag := find_tag(cell))}
        if sum(tag.key != AGENCY.key for tag in marks.values()) > 1:
            return _Layout(_below_headers(grid, at), marks, is_export=True)
    return None


def _below_wording(grid: Grid, at: int) -> int:
    """The row under the ids repeats the questions in words, unless somebody deleted it."""
    below = grid.records.cells[at + 1 : at + 2]
    is_wording = bool(below) and sum(cell.strip().endswith("?") for cell in below[0]) > 1
    return at + 2 if is_wording else at + 1


def _below_headers(grid: Grid, at: int) -> int:
    """Platforms write further rows below the wording: ids of their own, or kinds of answer."""
    first = at + 1
    for cells in grid.records.cells[at + 1 : at + 3]:
        filled = [cell.strip() for cell in cells if cell.strip()]
        is_ids = any(cell.startswith('{"ImportId"') for cell in filled)
        if not is_ids and not all(cell.lower() in _UNDER_HEADERS for cell in filled):
            break
        first += 1
    return first


def _respondent(opened: Opened, ledgers: Ledgers) -> str:
    """Give the agency that is chosen on the sheet of its own; "" where there is none."""
    for grid in opened.grids:
        if grid.name.strip().lower() != AGENCY_SHEET.lower():
            continue
        cells = grid.records.cells
        at = next((i for i, row in enumerate(cells) if row and row[0].strip() == AGENCY.key), None)
        if at is None:
            continue
        for below in range(at + 1, len(cells)):
            if below in grid.records.faults:
                _, column, cell, value = grid.records.faults[below]
                told: Facts = {"count": 1, "cell": cell, "value": value or "a formula"}
                ledgers.of(grid.name).add("cells_not_usable", column=column, **told)
            elif (text := cells[below][0].strip()) and not text.endswith("?"):
                return text
    return ""


def _replies(grid: Grid, layout: _Layout, ledger: Ledger, respondent: str) -> list[Reply]:
    records = take_origins(grid.records, ledger)
    cells = records.cells
    ledger.rows, ledger.lines, ledger.originals = records.rows, records.lines, cells
    ledger.headers = [list(row) for row in cells[: layout.first]]
    ledger.n_read = max(len(cells) - layout.first, 0)
    # Of a platform's export nothing but our own questions is ever kept.
    width = max(map(len, cells), default=0)
    ledger.left_out = set(range(width)) - set(layout.tags) if layout.is_export else set()
    below = range(layout.first, len(cells))
    ledger.skipped.update(at for at in below if is_blank(cells[at]))
    _skip_tests(records.cells, layout, ledger)
    asked = [at for at in below if at not in ledger.skipped]
    # A row that only names its partner is no footnote: it was asked and not answered.
    answered = [at for at in asked if sum(bool(cell.strip()) for cell in cells[at]) > 1]
    fitting = set(fit_rows(records, answered, len(cells[layout.first - 1]), TIES, ledger))
    rows = [at for at in asked if at in fitting or (at not in answered and not ledger.is_stopped)]
    replies = []
    for at in rows:
        agency = _cell(cells[at], layout.place(AGENCY.key)) or respondent
        for (partner, _), places in layout.partners.items():
            said = {key: _cell(cells[at], place) for key, place in places.items()}
            named = said.pop(PARTNER.key, "")
            about = label(partner, "") if partner else named
            if about or any(said.values()):
                replies.append(Reply(at, agency, about, said, places))
    return replies


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _skip_tests(cells: Sequence[Sequence[str]], layout: _Layout, ledger: Ledger) -> None:
    if not layout.is_export:
        return
    places = {
        place
        for header in cells[: layout.first]
        for place, cell in enumerate(header)
        if cell.strip().lower() in ("status", "response type")
    }
    found = [
        at
        for at in range(layout.first, len(cells))
        if any(_cell(cells[at], place).lower() in _TESTS for place in places)
    ]
    if found:
        ledger.skipped.update(found)
        ledger.add("not_in_earnest", found[0], count=len(found))


def _one_each(replies: Sequence[Reply], ledger: Ledger, answers: Answers) -> list[Reply]:
    """Ask where an export has several responses of one agency."""
    responses: defaultdict[str, list[int]] = defaultdict(list)
    for reply in replies:
        if reply.agency and reply.at not in responses[reply.agency]:
            responses[reply.agency].append(reply.at)
    answer = answers.text("", "answered_twice")
    for agency, found in responses.items():
        if len(found) < 2:
            continue
        told: Facts = {"column": AGENCY.key, "value": agency}
        if not answer:
            ledger.add("agency_answered_twice", found[1], **told, count=len(found))
            continue
        gone = found[:-1] if answer == "last" else found[1:]
        ledger.add("agency_answer_chosen", gone[0], **told, count=len(gone))
        ledger.skipped.update(gone)
    return [reply for reply in replies if reply.at not in ledger.skipped]
