"""Which tables a coalition has, which columns, and what each column may hold."""

from dataclasses import dataclass
from typing import Literal

from collabnet.model import field_terms
from collabnet.model import vocabulary as words
from collabnet.model.vocabulary import Vocabulary

Kind = Literal["id", "text", "term", "number", "count", "share", "day"]
Role = Literal["actor", "staff", "client", "free_text", "measure", "date", "attribute", "origin"]


@dataclass(frozen=True)
class ColumnSpec:
    """One column: its name in the file, its name in the model, and what it holds."""

    file_name: str
    kind: Kind = "text"
    role: Role = "attribute"
    name: str = ""
    required: bool = False
    vocabulary: Vocabulary | None = None

    @property
    def model_name(self) -> str:
        """The column's name in the model; the file's unless the table maps it."""
        return self.name or self.file_name


@dataclass(frozen=True)
class TableSpec:
    """One table: its file, its columns, and the column that names a row.

    Attributes
    ----------
    pattern : the files' names where a table has several, with a star for what differs
    keeps_file : whether its rows come from more than one file, and say from which in ``file``
    """

    name: str
    columns: tuple[ColumnSpec, ...]
    key: str = ""
    pattern: str = ""
    keeps_file: bool = False

    @property
    def file(self) -> str:
        """The file's name in a coalition folder."""
        return self.pattern or f"{self.name}.csv"

    def is_file(self, name: str) -> bool:
        """Whether a file of this name holds rows of the table.

        Examples
        --------
        >>> ANSWERS.is_file("survey_2024.csv"), TIES.is_file("survey_2024.csv")
        (True, False)
        """
        start, star, end = self.file.partition("*")
        return name.startswith(start) and name.endswith(end) if star else name == self.file

    @property
    def required(self) -> tuple[str, ...]:
        """The columns, by their names in the file, that a row can't be read without."""
        return tuple(column.file_name for column in self.columns if column.required)

    @property
    def model_names(self) -> tuple[str, ...]:
        """The columns by their names in the model, in order."""
        return tuple(column.model_name for column in self.columns)


def _id(file_name: str, *, name: str = "", required: bool = False) -> ColumnSpec:
    return ColumnSpec(file_name, "id", "actor", name, required)


def _term(file_name: str, vocabulary: Vocabulary, *, name: str = "") -> ColumnSpec:
    return ColumnSpec(file_name, "term", "attribute", name, vocabulary=vocabulary)


def _words(file_name: str, vocabulary: Vocabulary) -> ColumnSpec:
    """A column of text of which a vocabulary knows most: looked into for personal details."""
    return ColumnSpec(file_name, vocabulary=vocabulary)


def _text(*file_names: str) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(file_name) for file_name in file_names)


def _origin() -> ColumnSpec:
    """Where an imported row comes from: file, sheet and row, so that none is taken twice."""
    return ColumnSpec("imported_from", "text", "origin")


def _note(file_name: str) -> ColumnSpec:
    return ColumnSpec(file_name, "text", "free_text")


def _day(file_name: str, *, name: str = "", required: bool = False) -> ColumnSpec:
    return ColumnSpec(file_name, "day", "date", name, required)


AGENCIES = TableSpec(
    "agencies",
    (
        _id("agency_id", required=True),
        *_text("name"),
        _words("sector", field_terms.SECTOR),
        *_text("site"),
        _words("services", field_terms.SERVICES),
        ColumnSpec("capacity", "number", "measure"),
        *_text("serves_ages", "serves_genders", "referral", "region", "languages", "funding"),
        _term("location_public", words.YES_NO),
        *_text("alternate_names"),
        _term("outside", words.OUTSIDE),
        _term("status", words.EVIDENCE),
        _note("note"),
    ),
    key="agency_id",
)
PEOPLE = TableSpec(
    "people",
    (
        _id("person_id", required=True),
        ColumnSpec("name", "text", "staff"),
        _id("agency_id", required=True),
        _words("role", field_terms.ROLE),
        _term("kind", words.PERSON_KIND),
        ColumnSpec("group_size", "count", "measure"),
        *_text("office", "unit", "site"),
        _term("interviewed", words.YES_NO),
        _term("ties_known", words.YES_NO),
        _day("active_from"),
        _day("active_to"),
        _term("enters_data_only", words.YES_NO),
        *_text("turnover", "funding"),
        _term("names_agreed", words.YES_NO),
        _term("outside", words.OUTSIDE),
        _term("status", words.EVIDENCE),
        _note("note"),
    ),
    key="person_id",
)
MEMBERSHIPS = TableSpec(
    "memberships",
    (
        _id("person_id", required=True),
        _id("agency_id", required=True),
        ColumnSpec("share", "share", "measure"),
        _day("from", name="from_on"),
        _day("to", name="to_on"),
        _origin(),
    ),
)
AGREEMENTS = TableSpec(
    "agreements",
    (
        _id("agreement_id", required=True),
        _id("from_agency", required=True),
        _id("to_agency", required=True),
        _term("kind", words.AGREEMENT_KIND),
        *_text("covers"),
        _term("names_position", words.YES_NO),
        _day("signed", name="signed_on"),
        _day("expires", name="expires_on"),
        _term("in_use", words.IN_USE),
        _term("status", words.EVIDENCE),
        _note("evidence"),
    ),
    key="agreement_id",
)
TIES = TableSpec(
    "ties",
    (
        _id("source", name="from_id", required=True),
        _id("target", name="to_id", required=True),
        _term("directed", words.DIRECTED),
        _term("kind", words.TIE_KIND),
        _term("basis", words.BASIS),
        _term("quality", words.QUALITY),
        ColumnSpec("strength", "number", "measure"),
        *_text("wave"),
        ColumnSpec("reported_by", "text", "actor"),
        _term("status", words.EVIDENCE),
        _note("evidence"),
        _origin(),
    ),
    keeps_file=True,
)
REFERRALS = TableSpec(
    "referrals",
    (
        ColumnSpec("referral_id", "text"),
        _day("date", name="on", required=True),
        _id("from_person"),
        _id("from_agency", required=True),
        _id("to_agency", required=True),
        _id("to_person"),
        _words("service", field_terms.SERVICES),
        ColumnSpec("client", "text", "client"),
        _term("status", words.OUTCOME),
        _day("status_date", name="status_on"),
        _note("reason"),
        _term("evidence_status", words.EVIDENCE),
        _origin(),
    ),
    key="referral_id",
)
ANSWERS = TableSpec(
    "answers",
    (
        _id("respondent", required=True),
        _id("alter"),
        _term("question", words.QUESTION),
        ColumnSpec("value", "text", "measure"),
        *_text("wave"),
        _term("status", words.EVIDENCE),
        _note("evidence"),
        _origin(),
    ),
    pattern="survey_*.csv",
    keeps_file=True,
)
POSTS = TableSpec(
    "posts",
    (
        _id("agency_id", required=True),
        _words("role", field_terms.ROLE),
        ColumnSpec("holders_in_period", "count", "measure"),
        ColumnSpec("years", "number", "measure"),
        ColumnSpec("weeks_vacant", "number", "measure"),
        ColumnSpec("seats", "count", "measure"),
        _origin(),
    ),
)


def is_survey(file: str) -> bool:
    """Whether a row's file is one of a survey, or answers handed over as a data frame.

    Examples
    --------
    >>> is_survey("survey_2024.csv"), is_survey("ties.csv")
    (True, False)
    """
    return file == "survey.csv" or ANSWERS.is_file(file)


TABLES = {
    spec.name: spec
    for spec in (
        AGENCIES, PEOPLE, MEMBERSHIPS, AGREEMENTS, TIES, REFERRALS, ANSWERS, POSTS,
    )
}  # fmt: skip
"""Every table of a coalition folder that is read, by its name."""
