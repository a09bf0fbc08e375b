"""questionnaire.xlsx: one row a partner agency, with the answers to choose from."""

from collections.abc import Mapping

from collabnet.data.forms.book import Book, make_book, write_readme, write_text
from collabnet.data.forms.questions import AGENCY, PARTNER, QUESTIONS, label

BOOK_FILE = "questionnaire.xlsx"
AGENCY_SHEET, PARTNERS_SHEET = "Your agency", "Partners"
BLANK_ROWS = 30
"""Rows with lists below those of the agencies that are known."""
_LINES = (
    "One person answers for one agency. It takes some minutes a partner agency.",
    "1. On the sheet Your agency choose the agency that you answer for.",
    "2. On the sheet Partners there is a row for each partner agency; add others below. Leave "
    "your own agency's row empty, and every cell that you can't or don't want to answer: empty "
    "is not known, never no.",
    "3. Save the workbook and send it back to whoever gave it to you. It is read with: collabnet "
    "import questionnaire.xlsx --into FOLDER.",
    "Write roles, such as intake officer; a name is not needed. Never write anything about young "
    "people or other clients: no names, numbers or birth dates.",
    "What is asked: which links between agencies rest on one person, so that they can be backed "
    "up or put in writing. It is not for decisions about individuals: not for appraisal, pay, "
    "promotion, discipline or dismissal.",
)


def questionnaire_book(agencies: Mapping[str, str]) -> bytes:
    """Give the questionnaire as a workbook; ``agencies`` are the names by id that are asked about.

    Without agencies the rows are left for whoever answers.
    """

    def fill(book: Book) -> None:
        asked = (AGENCY, PARTNER, *QUESTIONS.values())
        said = [("Sheet", "Column", "What is asked")]
        said += [
            (AGENCY_SHEET if one is AGENCY else PARTNERS_SHEET, one.key,
             one.asked("the partner agency"))
            for one in asked
        ]  # fmt: skip
        write_readme(book, _LINES, said)
        labels = [label(*one) for one in agencies.items()]
        _agency(book, labels)
        _partners(book, labels)
        book.write_lists()

    return make_book(fill, title="Questions about links between agencies")


def _agency(book: Book, labels: list[str]) -> None:
    sheet = book.sheet(AGENCY_SHEET)
    sheet.set_column(0, 0, 50, book.text)
    write_text(sheet, 0, 0, AGENCY.key, book.small)
    write_text(sheet, 1, 0, AGENCY.wording, book.header)
    book.choose(sheet, (2, 0, 2, 0), "agencies", labels, is_open=True)


def _partners(book: Book, labels: list[str]) -> None:
    sheet = book.sheet(PARTNERS_SHEET)
    sheet.freeze_panes(2, 1)
    sheet.set_row(1, 90)
    last = 1 + len(labels) + BLANK_ROWS
    for place, one in enumerate((PARTNER, *QUESTIONS.values())):
        is_number = any(choice.isdigit() for choice in one.choices)
        style = book.number if is_number else book.text
        sheet.set_column(place, place, 34 if one is PARTNER else 22, style)
        write_text(sheet, 0, place, one.key, book.small)
        wording = "Partner agency" if one is PARTNER else one.asked("this agency")
        write_text(sheet, 1, place, wording, book.wrapped)
        choices = labels if one is PARTNER else one.choices
        where = (2, place, last, place)
        book.choose(sheet, where, one.key, choices, is_open=one.is_open or one is PARTNER)
    for row, text in enumerate(labels, start=2):
        write_text(sheet, row, 0, text, book.text)
