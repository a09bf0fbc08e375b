"""Answers to the questions of a check: the settings under ``[reading]``."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass

from collabnet.data.codes import CODES
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import TIE_KIND

Answer = str | int | tuple[str, ...]
YEARS = range(1950, 2101)
"""The years that a log or a heading in it may be of."""
NAMED = {
    "delimiter": {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"},
    "decimal": {"comma": ",", "point": ".", "dot": ".", ",": ",", ".": "."},
}


@dataclass(frozen=True)
class Option:
    """One setting: its name, what it says, and the values it takes.

    ``takes`` lists the words allowed; or it is "text", "character",
    "number", "year", "list" or "scale".
    """

    key: str
    meaning: str
    takes: tuple[str, ...] | str

    @property
    def needed(self) -> str:
        """The values it takes, in words."""
        words = {
            "text": "a text",
            "character": "one character such as ; or its name such as tab",
            "number": "a whole number from 1",
            "year": f"a year from {YEARS[0]} to {YEARS[-1]}, such as 2024",
            "list": "a list of texts",
            "scale": 'a scale such as "1-5"',
        }
        return words[self.takes] if isinstance(self.takes, str) else " or ".join(self.takes)


def _asked(key: str, meaning: str) -> Option:
    takes = next(code.answers for code in CODES.values() if code.key == key and code.answers)
    return Option(key, meaning, takes)


OPTIONS = {
    option.key: option
    for option in (
        Option("program", "the program that wrote the file, such as qualtrics", "text"),
        Option("table", "which table of a coalition the file is", tuple(TABLES)),
        Option("map", "what each column is: THEIR NAME=ours, keep or ignore", "list"),
        Option("fill", "a column that is the same in every row: from_agency=court_b", "list"),
        _asked("again", "what to do with a file that has been imported before"),
        _asked("changed_rows", "which reading counts of a row that was imported before"),
        _asked("known_actors", "which details of an agency or person count"),
        _asked("into", "whether to write among other documents in a folder that is no coalition's"),
        _asked("accept_rejects", "whether to import the rows that can be used"),
        Option("encoding", "the encoding of files that are not UTF-8, such as cp1252", "text"),
        Option("delimiter", "what separates cells: comma, semicolon, tab, pipe or ;", "character"),
        Option("sheet", "which sheets or tables of the file are read: names; or all", "text"),
        _asked("hidden", "whether sheets, rows and columns that are hidden are read"),
        _asked("merged", "whether the text of merged cells holds for all of them"),
        _asked("escape", "whether a backslash stands before a quote inside quotes"),
        Option("header_row", "the row that names the columns", "number"),
        Option("header_rows", "how many rows are headers, counted from header_row", "number"),
        Option("columns", "names of the columns in order, for a file without a header", "list"),
        _asked("second_table", "what to do with rows from a second header on"),
        _asked("total_rows", "what to do with rows that look like totals"),
        _asked("blank_header", "what to do with a column that has data and no name"),
        _asked("decimal", "the decimal mark of numbers that hold a comma"),
        _asked("thousands", "whether a space inside a number separates thousands"),
        _asked("date_order", "whether day or month comes first in dates such as 01/02/2024"),
        _asked("century", "the century of years with two digits"),
        _asked("excel_dates", "the year from which Excel's day numbers count"),
        _asked("zero_strength", "what a tie of strength zero means"),
        _asked("duplicate_ties", "which strength a tie has that several rows give differently"),
        _asked("unknown_actors", "what to do with ids that no roster names"),
        _asked("self_ties", "what to do with ties of a network file from somebody to the same"),
        _asked("directed", "whether ties of a network file have a direction, if it doesn't say"),
        _asked("actors", "what the actors of a network file are, where it doesn't say"),
        Option("tie_kind", "what the ties of a network file are", TIE_KIND.terms),
        _asked("matrix_kind", "whether rows and columns of a matrix are the same actors"),
        _asked("matrix_order", "how to read a matrix whose columns are in another order"),
        Option("cut_labels", "names of labels that were cut, such as COURT OF=Court of B", "list"),
        Option("respondent", "the column of a survey that says who answered", "text"),
        Option("questions", "what a survey's questions ask for, such as Q5=referral", "list"),
        _asked("alters", "whether those whom a survey asks about are agencies or people"),
        Option("alter_names", "names of numbered alters, such as 1=Juvenile court", "list"),
        Option("alter", "the column of a repeated form that names the alter", "text"),
        _asked("free_text", "whether texts of a survey in one's own words are stored"),
        _asked("blank_means", "what a blank in a survey's question about others means"),
        _asked("zero_means", "what a zero in a survey's question about others means"),
        Option("likert", "numbers of answers in words, such as Never=0; or keep", "list"),
        _asked("split_choices", "whether a survey's cells with several choices are split"),
        _asked("respondent_twice", "which of several responses of one respondent counts"),
        Option("wave", "the wave of a survey's file, such as 2024; or by year", "text"),
        _asked("same_wave", "whether two labels that look alike are one wave"),
        _asked("question", "the question of a survey's file that doesn't say it"),
        _asked("matrix_rows", "whether respondents who are in no column of a matrix are kept"),
        _asked("answered_twice", "which of two different answers of one respondent counts"),
        _asked("wave_files", "whether two files of one wave are read together"),
        _asked("tie_rule", "when two sides that answer differently have a tie"),
        _asked("ditto", "what cells that say the same or hold a ditto mark mean"),
        _asked("month_headings", "what to do with rows that hold a month and nothing else"),
        Option("year", "the year of the first month that stands as a heading or tab", "year"),
        _asked("month_dates", "how dates are read of which some fit their month in one order only"),
        _asked("tabs", "whether sheets that are called after months are one log"),
        _asked("two_names", "what two names in the cell of a person mean"),
        _asked("comma_in_name", "what a comma in the cell of a person means"),
        _asked("initials", "who initials in the cell of a person are"),
        _asked("role_in_person_cell", "what a role or an agency in the cell of a person means"),
        _asked("placeholder_person", "what words such as on call in the cell of a person mean"),
        _asked("unknown_person", "what words such as ? or n/a in the cell of a person mean"),
        _asked("several_youths", "what a row for several young people is"),
        _asked("two_agencies", "what two agencies in one cell mean"),
        Option("from_agency", "the agency that made all referrals of an HMIS export", "text"),
        _asked("no_receiver", "what to do with HMIS referrals that name no receiving project"),
        _asked("service_text", "what to do with services that FHIR gives in typed words only"),
        Option("answered_for", "the agency for which a questionnaire was answered", "text"),
        _asked("new_agencies", "whether agencies typed into a questionnaire are new"),
        _asked("sent_numbers", "whether bare numbers in a platform's export are counts"),
        _asked("post_answers", "which of two different answers about one post counts"),
        Option("strength_scale", "the scale of strengths; what lies outside is rejected", "scale"),
        Option("missing", "words that stand for an empty cell, such as NA", "list"),
        Option("drop", "columns to leave out", "list"),
        Option("accept", "columns to keep although they look personal", "list"),
    )
}


def parse_answer(option: Option, value: object) -> Answer | None:
    """Read the value of a setting; None when it isn't one that the setting takes.

    Examples
    --------
    >>> parse_answer(OPTIONS["date_order"], "Day first")
    'day-first'
    >>> parse_answer(OPTIONS["header_row"], "3"), parse_answer(OPTIONS["drop"], "notes, reason")
    (3, ('notes', 'reason'))
    """
    if isinstance(value, bool):
        return None
    if option.takes == "list":
        return _list(value)
    if not isinstance(value, str | int):
        return None
    text = str(value)
    if option.key in NAMED and (named := NAMED[option.key].get(text.strip().lower() or text)):
        return named
    if isinstance(option.takes, tuple):
        return next((word for word in option.takes if _plain(word) == _plain(text)), None)
    if option.takes == "number":
        fits = text.isascii() and text.strip().isdigit() and 1 <= int(text[:9]) <= 1_000_000
        return int(text) if fits else None
    if option.takes == "year":
        digits = text.strip()
        fits = digits.isascii() and digits.isdigit() and len(digits) == 4
        return int(digits) if fits and int(digits) in YEARS else None
    if option.takes == "character":
        return text if len(text) == 1 and text not in '"\r\n' else None
    if option.takes == "scale":
        return text if scale(text) else None
    return text or None


def _list(value: object) -> tuple[str, ...] | None:
    # A name with a comma stands in quotes: drop="Notes, other".
    parts = value
    if isinstance(value, str):
        parts = next(csv.reader([value], skipinitialspace=True), [])
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        return None
    return tuple(part.strip() for part in parts)


def _plain(text: str) -> str:
    return re.sub(r"[-_\s]+", " ", text.strip().lower())


def scale(text: str) -> tuple[float, float] | None:
    """Read a scale such as 1-5.

    Examples
    --------
    >>> scale("1-5")
    (1.0, 5.0)
    """
    number = r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*"
    found = re.fullmatch(f"{number}(?:-|to){number}", text)
    if not found or float(found[1]) >= float(found[2]):
        return None
    return float(found[1]), float(found[2])


class Answers:
    """What the user has answered: for all files, or for one (``referrals.date_order``)."""

    def __init__(self, values: Mapping[str, Answer] | None = None) -> None:
        self.values = dict(sorted((values or {}).items()))

    def within(self, sheet: str) -> "Answers":
        """Give the answers for one sheet of a file: those meant for it alone win.

        Examples
        --------
        >>> Answers({"header_row": 1, "Feb.header_row": 2}).within("Feb").of("", "header_row")
        2
        """
        start = f"{sheet}."
        own = {key.removeprefix(start): one for key, one in self.values.items()
               if sheet and key.startswith(start)}  # fmt: skip
        return Answers({**self.values, **own}) if own else self

    def own(self, table: str, key: str) -> Answer | None:
        """Give the answer meant for this table alone."""
        return self.values.get(f"{table}.{key}")

    def of(self, table: str, key: str) -> Answer | None:
        """Give the answer for this table, else the one for all."""
        own = self.own(table, key)
        return self.values.get(key) if own is None else own

    def text(self, table: str, key: str) -> str:
        """Give the answer as text; empty when there is none."""
        answer = self.of(table, key)
        return "" if answer is None else str(answer)

    def names(self, table: str, key: str) -> tuple[str, ...]:
        """Give the answer as a list; a name may carry the table's: ``referrals.notes``."""
        found = [self.values.get(key), self.own(table, key)]
        every = [name for part in found if isinstance(part, tuple) for name in part]
        return tuple(name.removeprefix(f"{table}.").strip().lower() for name in every)
