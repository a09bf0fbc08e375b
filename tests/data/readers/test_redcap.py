"""REDCap: one row of headers, with or without the data dictionary, raw or with labels."""

from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.options import Answers
from collabnet.data.readers.redcap import REDCAP
from collabnet.data.sources.opened import Ledgers
from data.readers.survey_platforms import (
    Reading,
    answer_all,
    assert_conserved,
    csv_text,
    opened,
    rows_of,
)

FIELDS = ("Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
          "Choices, Calculations, OR Slider Labels", "Field Note",
          "Text Validation Type OR Show Slider Number", "Text Validation Min",
          "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
          "Required Field?", "Custom Alignment", "Question Number (surveys only)",
          "Matrix Group Name", "Matrix Ranking?", "Field Annotation")  # fmt: skip
AGENCIES = "1, Juvenile court | 2, Shelter | 3, Residential program"
OFTEN = "0, Never | 1, Monthly | 2, Weekly"


def field(name, kind, label, choices="", header="", matrix="", identifier=""):
    """One line of a data dictionary."""
    return [name, "partners", header, kind, label, choices, "", "", "", "", identifier, "", "", "",
            "", matrix, "", ""]  # fmt: skip


DICTIONARY = csv_text(
    FIELDS,
    field("record_id", "text", "Record ID"),
    field("agency", "dropdown", "Your agency", AGENCIES),
    field("email", "text", "Contact", identifier="y"),
    field("ct_court", "radio", "Juvenile court", OFTEN, "How often do you contact these?", "ct"),
    field("ct_shelter", "radio", "Shelter", OFTEN, "", "ct"),
    field("refers", "checkbox", "To whom did you refer clients?", AGENCIES),
    field("remarks", "notes", "Anything else?"),
)
RAW = csv_text(
    ["record_id", "redcap_event_name", "redcap_survey_identifier", "partners_timestamp", "agency",
     "email", "ct_court", "ct_shelter", "refers___1", "refers___2", "refers___3", "remarks",
     "partners_complete"],
    ["1", "wave_1_arm_1", "", "2024-03-04 10:00:00", "3", "x@example.org", "2", "0", "1", "0", "0",
     "No", "2"],
    ["2", "wave_1_arm_1", "", "[not completed]", "2", "", "1", "", "0", "0", "0", "", "0"],
)  # fmt: skip
LABELS = csv_text(
    ["Record ID", "Event Name", "Survey Timestamp", "Your agency", "Contact", "Juvenile court",
     "Shelter", "To whom did you refer clients? (choice=Juvenile court)",
     "To whom did you refer clients? (choice=Shelter)",
     "To whom did you refer clients? (choice=Residential program)", "Anything else?", "Complete?"],
    ["1", "Wave 1", "2024-03-04 10:00:00", "Residential program", "x@example.org", "Weekly",
     "Never", "Checked", "Unchecked", "Unchecked", "No", "Complete"],
)  # fmt: skip
ANSWERED = {
    "respondent": "agency",
    "questions": ("ct=contact", "refers=referral"),
    "alters": "agencies",
    "blank_means": "not answered",
    "zero_means": "no tie",
}


def together(*texts, **answers):
    """Read several files of one export: drafts, and the ledgers of each file."""
    files = [(opened(text, f"file_{n}.csv"), Ledgers(f"file_{n}.csv"))
             for n, text in enumerate(texts)]  # fmt: skip
    drafts = REDCAP.read_together(files, Answers(answers))
    ledgers = [one.of("") for _, one in files]
    for ledger in ledgers:
        assert_conserved(ledger, [draft for draft in drafts if draft.ledger is ledger])
    return drafts, ledgers


def codes(ledger, level):
    return [problem.code for problem in ledger.problems if problem.level == level]


class TestWithDictionary:
    def test_rows_of_a_matrix_and_boxes_are_about_those_whom_the_dictionary_names(self):
        drafts, (data, dictionary) = together(RAW, DICTIONARY, **ANSWERED)
        assert rows_of(drafts, "answers", "respondent", "alter", "question", "value", "wave") == [
            ("Residential program", "Juvenile court", "contact", "2", "wave_1_arm_1"),
            ("Residential program", "Shelter", "contact", "0", "wave_1_arm_1"),
            ("Residential program", "Juvenile court", "referral", "1", "wave_1_arm_1"),
            ("Residential program", "Shelter", "referral", "0", "wave_1_arm_1"),
            ("Residential program", "", "remarks", "No", "wave_1_arm_1"),
            ("Shelter", "Juvenile court", "contact", "1", "wave_1_arm_1"),
            ("Shelter", "Juvenile court", "referral", "", "wave_1_arm_1"),
            ("Shelter", "Residential program", "referral", "", "wave_1_arm_1"),
        ]
        assert codes(data, "ASK") == codes(data, "STOP") == []
        assert dictionary.n_read == 0

    def test_identifiers_are_never_stored(self):
        drafts, (data, _) = together(RAW, DICTIONARY, **ANSWERED)
        assert "example.org" not in str(rows_of(drafts))
        told = next(one for one in data.problems if one.code == "survey_personal_left_out")
        assert told.message == "Left out and not stored: email and redcap_survey_identifier."

    def test_an_export_with_labels_says_the_same(self):
        answers = {**ANSWERED, "likert": ("Never=0", "Weekly=2")}
        drafts, (data, _) = together(LABELS, DICTIONARY, **{**answers, "respondent": "Your agency"})
        assert rows_of(drafts, "answers", "respondent", "alter", "question", "value")[:4] == [
            ("Residential program", "Juvenile court", "contact", "2"),
            ("Residential program", "Shelter", "contact", "0"),
            ("Residential program", "Juvenile court", "referral", "1"),
            ("Residential program", "Shelter", "referral", "0"),
        ]
        assert codes(data, "ASK") == []

    def test_the_likely_respondent_is_the_agency(self):
        _, (data, _) = together(RAW, DICTIONARY)
        asked = {one.key: one.answers[0] for one in data.problems if one.level == "ASK"}
        assert asked["respondent"] == "agency"
        assert asked["questions"] == "ct=contact,refers=referral"

    def test_a_matrix_of_boxes_is_a_question_for_each_choice(self):
        fields = csv_text(
            FIELDS,
            field("record_id", "text", "Record ID"),
            field("agency", "text", "Your agency"),
            field("m_court", "checkbox", "Juvenile court", "1, Advice | 2, Referrals",
                  "What do you share?", "share"),
            field("m_shelter", "checkbox", "Shelter", "1, Advice | 2, Referrals", "", "share"),
        )  # fmt: skip
        data = csv_text(
            ["record_id", "agency", "m_court___1", "m_court___2", "m_shelter___1", "m_shelter___2",
             "partners_complete"],
            ["1", "Program", "1", "0", "0", "1", "2"],
        )  # fmt: skip
        drafts, _ = together(data, fields, **{**ANSWERED, "questions": (
            "share_advice=advice", "share_referrals=referral")})  # fmt: skip
        assert rows_of(drafts, "answers", "alter", "question", "value") == [
            ("Juvenile court", "advice", "1"),
            ("Juvenile court", "referral", "0"),
            ("Shelter", "advice", "0"),
            ("Shelter", "referral", "1"),
        ]

    def test_a_dictionary_alone_holds_no_answers(self):
        read = Reading(REDCAP, DICTIONARY)
        problem = read.found("survey_dictionary_alone")
        assert problem.level == "STOP"
        assert problem.message == (
            "survey.csv is a data dictionary: it says what was asked, and holds no answers."
        )


class TestWithoutDictionary:
    def test_numbered_boxes_have_to_be_named(self):
        read = Reading(REDCAP, RAW, **ANSWERED)
        problem = read.found("survey_alters_unnamed")
        assert (problem.level, problem.key) == ("ASK", "alter_names")
        assert problem.message == (
            "Whom these columns are about is not said: refers___1, refers___2 and refers___3."
        )
        assert read.found("survey_companion").level == "NOTE"

    def test_names_are_given_by_code(self):
        names = ("1=Juvenile court", "2=Shelter", "3=Residential program")
        data = RAW.replace("x@example.org", "")
        read = Reading(REDCAP, data, **ANSWERED, alter_names=names)
        referrals = [row for row in read.rows("answers", "respondent", "alter", "question",
                     "value") if row[2] == "referral"]  # fmt: skip
        assert referrals[:2] == [
            ("3", "Juvenile court", "referral", "1"),
            ("3", "Shelter", "referral", "0"),
        ]
        assert "survey_alters_unnamed" not in read.codes

    def test_columns_with_the_same_endings_belong_together(self):
        text = csv_text(
            ["record_id", "agency", "contact_court", "contact_shelter", "trust_court",
             "trust_shelter", "partners_complete"],
            ["1", "Program", "1", "2", "3", "4", "2"],
        )  # fmt: skip
        read = Reading(REDCAP, text, **{**ANSWERED, "questions": (
            "contact=contact", "trust=trust")})  # fmt: skip
        assert read.rows("answers", "alter", "question", "value") == [
            ("court", "contact", "1"),
            ("shelter", "contact", "2"),
            ("court", "trust", "3"),
            ("shelter", "trust", "4"),
        ]

    def test_boxes_with_labels_name_those_whom_they_are_about(self):
        text = csv_text(
            ["Record ID", "Your agency", "To whom, if anybody, did you refer? (choice=Shelter)",
             "To whom, if anybody, did you refer? (choice=Clinic (east))", "Complete?"],
            ["1", "Program", "Checked", "Unchecked", "Complete"],
        )  # fmt: skip
        read = answer_all(REDCAP, text)
        assert read.rows("answers", "respondent", "alter", "question", "value") == [
            ("Program", "Shelter", "referral", "1"),
            ("Program", "Clinic (east)", "referral", "0"),
        ]
        assert read.asked == {}

    def test_a_column_of_addresses_stops_the_reading(self):
        assert Reading(REDCAP, RAW, **ANSWERED).found("personal_column").column == "email"


class TestRepeatedForms:
    TEXT = csv_text(
        ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "agency",
         "partner_name", "partner_contact", "partner_complete"],
        ["1", "", "", "Program", "", "", ""],
        ["1", "partner", "1", "", "Juvenile court", "3", "2"],
        ["1", "partner", "2", "", "Shelter", "1", "2"],
        ["2", "partner", "1", "", "Shelter", "1", "2"],
    )  # fmt: skip
    ANSWERS = {  # noqa: RUF012
        **ANSWERED,
        "alter": "partner_name",
        "questions": ("partner=collaboration", "partner_contact=contact"),
    }

    def test_each_row_is_about_the_one_whom_it_names(self):
        read = Reading(REDCAP, self.TEXT, **self.ANSWERS)
        assert read.rows("answers", "respondent", "alter", "question", "value") == [
            ("Program", "Juvenile court", "collaboration", "1"),
            ("Program", "Juvenile court", "contact", "3"),
            ("Program", "Shelter", "collaboration", "1"),
            ("Program", "Shelter", "contact", "1"),
        ]

    def test_a_row_without_its_record_is_rejected(self):
        problem = Reading(REDCAP, self.TEXT, **self.ANSWERS).found("survey_without_record")
        assert (problem.level, problem.row) == ("ROW", 5)
        assert problem.message == (
            "The row belongs to record '2', of which the file doesn't say who answered."
        )

    def test_the_column_that_names_the_alter_is_asked(self):
        answers = {key: value for key, value in self.ANSWERS.items() if key != "alter"}
        problem = Reading(REDCAP, self.TEXT, **answers).found("survey_alter_column")
        assert problem.answers == ("partner_name", "partner_contact")
        assert problem.message == (
            "Each row of the repeated form is about another agency or person; partner_name or "
            "partner_contact may name it."
        )


class TestRecognised:
    def test_own_columns_or_a_dictionary_make_it_certain(self):
        assert REDCAP.recognise(opened(RAW)) == 1.0
        assert REDCAP.recognise(opened(DICTIONARY)) == 1.0

    def test_labels_make_it_likely(self):
        assert REDCAP.recognise(opened(LABELS)) == 0.9

    def test_headers_alone_hold_no_records(self):
        assert Reading(REDCAP, "record_id,a___1,a_complete\n").found("no_data_rows")


NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="|"), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip
HARD = st.sampled_from(['Court, "B"', "007", "🏠 Shelter", "بيت آمن", "a - b", "x\ny", "NA"])


class TestAnyNames:
    @settings(max_examples=60)
    @given(st.lists(st.one_of(NAMES, HARD), min_size=2, max_size=5, unique=True))
    def test_names_in_the_dictionary_come_through_as_they_stand(self, roster):
        labels = [f"x{name}" for name in roster]
        choices = " | ".join(f"{n}, {label}" for n, label in enumerate(labels, 1))
        fields = csv_text(
            FIELDS,
            field("record_id", "text", "Record ID"),
            field("agency", "text", "Your agency"),
            field("refers", "checkbox", "To whom do you refer?", choices),
        )
        boxes = [f"refers___{n}" for n, _ in enumerate(labels, 1)]
        data = csv_text(["record_id", "agency", *boxes, "partners_complete"],
                        ["1", "Program", *["1"] * len(boxes), "2"])  # fmt: skip
        drafts, _ = together(data, fields, **{**ANSWERED, "questions": ("refers=referral",)})
        assert rows_of(drafts, "answers", "alter", "value") == [(label, "1") for label in labels]
