"""Qualtrics: what the columns of loops, side by side matrices, text entries and choices ask."""

from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.readers.qualtrics import QUALTRICS
from data.readers.qualtrics_file import AGENCY, response, survey
from data.readers.survey_platforms import ROSTER, Reading, answer_all


def read(columns, *cells, **answers):
    """One response of a program to these columns, with the answers that are proposed."""
    text = survey([AGENCY, *columns], response("Program", *cells))
    return answer_all(QUALTRICS, text, **{"respondent": "Q1", "alters": "agencies", **answers})


def told(reading):
    return reading.rows("answers", "alter", "question", "value")


class TestMatrices:
    def test_an_entry_with_a_dash_of_its_own_stays_whole(self):
        columns = [
            ("Q5_1", "How often did you talk? - Court - juvenile division", "QID5_1"),
            ("Q5_2", "How often did you talk? - Shelter", "QID5_2"),
        ]
        assert told(read(columns, "1", "2")) == [
            ("Court - juvenile division", "contact", "1"),
            ("Shelter", "contact", "2"),
        ]

    def test_side_by_side_is_a_question_for_each_column(self):
        columns = [
            (f"Q6#{side}_{row}", f"Rate each - {what} - {name}", f"QID6#{side}_{row}")
            for side, what in ((1, "Trust"), (2, "Contact"))
            for row, name in enumerate(ROSTER[:2], 1)
        ]
        made = read(columns, "5", "4", "1", "2")
        assert told(made) == [
            ("Juvenile court", "trust", "5"),
            ("Shelter", "trust", "4"),
            ("Juvenile court", "contact", "1"),
            ("Shelter", "contact", "2"),
        ]

    def test_a_matrix_of_boxes_is_a_question_for_each_choice(self):
        columns = [
            (f"Q7_{row}_{col}", f"What do you share? - {name} - {what}", f"QID7_{row}_{col}")
            for row, name in enumerate(ROSTER[:2], 1)
            for col, what in ((1, "Referrals"), (2, "Advice"))
        ]
        made = read(columns, "Referrals", "", "", "Advice")
        assert told(made) == [
            ("Juvenile court", "referral", "1"),
            ("Juvenile court", "advice", "0"),
            ("Shelter", "referral", "0"),
            ("Shelter", "advice", "1"),
        ]

    def test_names_given_to_columns_by_hand_hold_together_by_their_ids(self):
        columns = [
            ("trust_court", "How much do you trust them? - Juvenile court", "QID5_1"),
            ("trust_shelter", "How much do you trust them? - Shelter", "QID5_2"),
        ]
        made = read(columns, "4", "2", questions=("trust=trust",))
        assert told(made) == [("Juvenile court", "trust", "4"), ("Shelter", "trust", "2")]

    def test_another_one_is_called_what_was_typed_in(self):
        columns = [
            ("Q5_1", "How often do you contact them? - Shelter", "QID5_1"),
            ("Q5_9", "How often do you contact them? - Other (please name)", "QID5_9"),
            ("Q5_9_TEXT", "How often do you contact them? - Other (please name) - Text",
             "QID5_9_TEXT"),
        ]  # fmt: skip
        assert told(read(columns, "3", "2", "Clinic B")) == [
            ("Shelter", "contact", "3"),
            ("Clinic B", "contact", "2"),
        ]

    def test_another_one_without_a_name_is_left_out_and_said(self):
        columns = [
            ("Q5_1", "How often do you contact them? - Shelter", "QID5_1"),
            ("Q5_9", "How often do you contact them? - Other", "QID5_9"),
            ("Q5_9_TEXT", "How often do you contact them? - Other - Text", "QID5_9_TEXT"),
        ]
        made = read(columns, "3", "2", "")
        assert told(made) == [("Shelter", "contact", "3")]
        assert made.found("survey_other_unnamed").message == (
            "1 answer about others left out, since nobody is named, as in Q5_9."
        )


BOXES = [
    (f"Q8_{n}", f"To whom did you refer clients? - Selected Choice - {name}", f"QID8_{n}")
    for n, name in enumerate(ROSTER, 1)
]


class TestChoices:
    def test_boxes_are_one_and_zero(self):
        made = read(BOXES, "", "Shelter", "")
        assert told(made) == [
            ("Juvenile court", "referral", "0"),
            ("Shelter", "referral", "1"),
            ("Residential program", "referral", "0"),
        ]
        assert made.found("survey_ticks").message == (
            "Boxes of Q8 were read as 1 (ticked) and 0 (not ticked, where another of the "
            "question is); 0 questions were left without any: not answered."
        )

    def test_boxes_exported_as_numbers_are_the_same(self):
        assert told(read(BOXES, "", "1", ""))[1] == ("Shelter", "referral", "1")
        plain = [(name, text.replace("Selected Choice - ", ""), one) for name, text, one in BOXES]
        text = survey([AGENCY, *plain], response("Program", "", "1", ""))
        assert Reading(QUALTRICS, text).asked["blank_means"] == "no"

    def test_choices_in_one_cell_are_asked_about(self):
        column = ("Q8", "To whom did you refer clients? (all that apply)", "QID8")
        text = survey([AGENCY, column], response("Program", "Shelter,Juvenile court", number=1),
                      response("Clinic", "Shelter", number=2))  # fmt: skip
        answers = {"respondent": "Q1", "alters": "agencies", "questions": ("Q8=referral",)}
        problem = Reading(QUALTRICS, text, **answers).found("survey_choices")
        assert (problem.level, problem.column) == ("ASK", "Q8")
        assert problem.message == (
            "1 cell seems to hold several choices in Q8, such as 'Shelter,Juvenile court'."
        )
        split = Reading(QUALTRICS, text, **answers, split_choices="split")
        assert split.rows("answers", "respondent", "alter", "value") == [
            ("Program", "Shelter", "1"),
            ("Program", "Juvenile court", "1"),
            ("Clinic", "Shelter", "1"),
        ]
        kept = Reading(QUALTRICS, text, **answers, split_choices="keep")
        assert kept.rows("answers", "alter", "value")[0] == ("", "Shelter,Juvenile court")

    def test_names_typed_in_are_alters(self):
        columns = [
            (f"Q4_{n}", f"Whom do you call for advice? - Person {n}", f"QID4_{n}_TEXT")
            for n in (1, 2, 3)
        ]
        made = read(columns, "Officer B1", "Intake B", "")
        assert told(made) == [("Officer B1", "advice", "1"), ("Intake B", "advice", "1")]


class TestLoops:
    def test_a_loop_is_about_what_differs_between_dashes(self):
        columns = [
            (f"{n}_{name}", f"{text} - {alter} - {tail}", f"{n}_QID{base}")
            for n, alter in enumerate(ROSTER[:2], 1)
            for name, text, tail, base in (
                ("Q11", "Contact", "How often?", 11),
                ("Q12", "Trust", "How much?", 12),
            )
        ]
        made = read(columns, "1", "2", "3", "4")
        assert told(made) == [
            ("Juvenile court", "contact", "1"),
            ("Juvenile court", "trust", "2"),
            ("Shelter", "contact", "3"),
            ("Shelter", "trust", "4"),
        ]

    def test_a_loop_is_about_the_words_that_differ(self):
        columns = [
            (f"{n}_Q11", f"How often do you contact {alter} about clients?", f"{n}_QID11")
            for n, alter in enumerate(("Juvenile court", "the Shelter"), 1)
        ]
        assert [row[0] for row in told(read(columns, "1", "2"))] == [
            "Juvenile court",
            "the Shelter",
        ]

    def test_a_loop_over_names_typed_in_is_about_these(self):
        columns = [
            *((f"Q4_{n}", f"Whom do you call for advice? - Person {n}", f"QID4_{n}")
              for n in (1, 2)),
            *((f"{n}_Q5", f"How often do you contact ${{q://QID4/ChoiceTextEntryValue/{n}}}?",
               f"{n}_QID5") for n in (1, 2)),
        ]  # fmt: skip
        made = read(columns, "Officer B1", "Intake B", "3", "1")
        assert told(made) == [
            ("Officer B1", "advice", "1"),
            ("Intake B", "advice", "1"),
            ("Officer B1", "contact", "3"),
            ("Intake B", "contact", "1"),
        ]

    def test_times_and_browsers_are_no_answers(self):
        made = read([("Q3_Page Submit", "Timing - Page Submit", "QID3_PAGE_SUBMIT"),
                     ("Q5", "Any gaps?", "QID5_TEXT")], "12.4", "None")  # fmt: skip
        assert "Q3_Page Submit" in made.found("survey_columns_left_out").message


NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip
HARD = st.sampled_from(
    [
        'Court, "B"',
        "007",
        "Amt für Kinder",
        "🏠 Shelter",
        "بيت آمن",
        "a - b",
        "=SUM(1)",
        "x\ny",
        "NA",
    ]
)


class TestAnyNames:
    @settings(max_examples=60)
    @given(st.lists(st.one_of(NAMES, HARD), min_size=2, max_size=5, unique=True), NAMES)
    def test_names_come_through_as_they_stand(self, roster, agency):
        columns = [
            (f"Q5_{n}", f"Whom do you contact, and how often? - x{name}", f"QID5_{n}")
            for n, name in enumerate(roster, 1)
        ]
        values = [str(n) for n, _ in enumerate(roster, 1)]
        text = survey([AGENCY, *columns], response(agency, *values))
        made = Reading(QUALTRICS, text, respondent="Q1", questions=("Q5=contact",),
                       alters="agencies")  # fmt: skip
        wanted = [(agency, f"x{name}".strip(), value) for name, value in
                  zip(roster, values, strict=True)]  # fmt: skip
        assert made.rows("answers", "respondent", "alter", "value") == wanted
