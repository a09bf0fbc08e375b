"""The questionnaire as it is written: the workbook, the text, and the marks of the questions."""

import io
import re
import zipfile

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from collabnet.data.forms.questionnaire_book import questionnaire_book
from collabnet.data.forms.questionnaire_text import SLOTS, questionnaire_text
from collabnet.data.forms.questions import QUESTIONS, Tag, find_tag, label, read_label
from data.forms.asked import AGENCIES, LABELS, pasted
from data.forms.filled import sheet_parts

IDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20).filter(
    lambda text: text.strip() == text
)


class TestMarks:
    @given(IDS, st.sampled_from(sorted(QUESTIONS)))
    def test_a_mark_in_a_wording_is_read_back_whatever_the_id(self, agency, key):
        wording = f"Q7 {Tag(key, agency)} {QUESTIONS[key].asked(agency)}"
        assert find_tag(wording) == Tag(key, agency)

    @given(IDS, st.text(max_size=20))
    def test_an_agency_in_a_list_is_read_back_whatever_its_name(self, agency, name):
        found, shown = read_label(label(agency, name))
        assert found == agency
        assert shown in ("", name)

    @pytest.mark.parametrize("text", ["", "[sent]", "[sent | ]", "[other | x]", "sent | x", "[x"])
    def test_anything_else_is_no_mark(self, text):
        assert find_tag(text) is None


class TestBook:
    def test_a_row_for_each_agency_and_a_column_for_each_question(self):
        data = questionnaire_book(AGENCIES)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        assert book.sheet_names == ["Read me", "Your agency", "Partners", "Lists"]
        rows = book.get_sheet_by_name("Partners").to_python()
        assert rows[0] == ["partner", *QUESTIONS]
        assert [row[0] for row in rows[2:]] == list(LABELS.values())
        assert book.get_sheet_by_name("Your agency").to_python()[0] == ["agency"]

    def test_lists_to_choose_from(self):
        data = questionnaire_book(AGENCIES)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        lists = book.get_sheet_by_name("Lists").to_python()
        parts = sheet_parts(data)
        rule = r'sqref="([A-Z])3:\1\d+"><formula1>\'Lists\'!\$([A-Z])\$2:\$[A-Z]\$(\d+)'
        found = re.findall(rule, parts["Partners"])
        offered = {
            column: [str(row[ord(where) - 65]).removesuffix(".0") for row in lists[1 : int(last)]]
            for column, where, last in found
        }
        keys = ["partner", *QUESTIONS]
        for column, words in offered.items():
            key = keys[ord(column) - 65]
            wanted = list(LABELS.values()) if key == "partner" else list(QUESTIONS[key].choices)
            assert words == wanted
        assert {keys[ord(column) - 65] for column in offered} == set(keys) - {"caller"}
        assert 'sqref="A3"' in parts["Your agency"]

    def test_nothing_is_hidden_and_nothing_runs(self):
        with zipfile.ZipFile(io.BytesIO(questionnaire_book(AGENCIES))) as book:
            everything = b"".join(book.read(name) for name in book.namelist())
        assert b"hidden" not in everything.lower()
        assert b"<f>" not in everything

    def test_without_a_roster_the_rows_are_blank(self):
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(questionnaire_book({})))
        assert len(book.get_sheet_by_name("Partners").to_python()) == 2


class TestText:
    def test_every_question_about_every_agency_once(self):
        tags = [find_tag(text) for _, text in pasted()]
        assert tags == [
            Tag("agency"),
            *(Tag(key, agency) for agency in sorted(AGENCIES) for key in QUESTIONS),
        ]

    def test_names_of_questions_are_plain_and_differ(self):
        names = [name for name, _ in pasted()]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z_]+(_\d+)?", name) for name in names)

    def test_it_begins_as_qualtrics_wants_it(self):
        assert questionnaire_text(AGENCIES).startswith("[[AdvancedFormat]]\n")
        marks = set(re.findall(r"\[\[[A-Z].*?\]\]", questionnaire_text({"b": "B"})))
        ids = {f"[[ID:{name}]]" for name, _ in pasted({"b": "B"})}
        assert marks - ids == {
            "[[AdvancedFormat]]", "[[Block:Your agency]]", "[[Block:Partner 1]]",
            "[[Question:DB]]", "[[Question:MC:SingleAnswer:Vertical]]",
            "[[Question:TE:SingleLine]]", "[[Choices]]",
        }  # fmt: skip

    def test_a_name_cannot_bring_code_into_it(self):
        """A line of its own with brackets would be a command to the platform."""
        text = questionnaire_text({"b\n[[PageBreak]]": "B\n[[PageBreak]]\n${e://x}"})
        assert "\n[[PageBreak]]" not in text

    def test_without_a_roster_there_are_places_to_name_agencies(self):
        tags = [find_tag(text) for _, text in pasted({})]
        assert tags[1] == Tag("partner", number=1)
        assert sum(tag.key == "partner" for tag in tags) == SLOTS
