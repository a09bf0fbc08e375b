"""Network Canvas: sessions, people named and ties among these, alone and together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.options import Answers
from collabnet.data.readers.network_canvas import NETWORK_CANVAS
from collabnet.data.sources.opened import Ledgers
from data.readers.survey_platforms import Reading, assert_conserved, csv_text, opened, rows_of

EGO_ID = "1b915958-a970-4742-9f98-154a5b97c3e9"
ONE, TWO = "38eea03a-de1e-4a0b-bd22-9424cd1d9011", "21fc603a-34af-42eb-a317-14b9f04d811f"
SESSION = "86e8cd5e-f908-49bc-9313-465a72e334fa"
EGO = csv_text(
    ["networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID",
     "networkCanvasProtocolName", "sessionStart", "sessionFinish", "sessionExported", "years"],
    [EGO_ID, "Program", SESSION, "Partners", "2024-03-04T10:00:00.000Z",
     "2024-03-04T10:20:00.000Z", "2024-03-05T08:00:00.000Z", "7"],
    line_end="\r\n",
)  # fmt: skip
ALTERS = csv_text(
    ["nodeID", "networkCanvasEgoUUID", "networkCanvasUUID", "name", "contact_freq", "on_paper",
     "map_x", "map_y"],
    ["1", EGO_ID, ONE, "Officer B1", "3", "true", "0.187166", "0.669056"],
    ["2", EGO_ID, TWO, "Intake B", "1", "false", "0.113643", "0.573785"],
    line_end="\r\n",
)  # fmt: skip
EDGES = (
    '"edgeID","from","to","networkCanvasEgoUUID","networkCanvasUUID","networkCanvasSourceUUID",'
    '"networkCanvasTargetUUID","strong"\r\n'
    f'1,1,2,"{EGO_ID}","7cab1df8-90ad-4974-a8d8-f05a791d0292","{ONE}","{TWO}","true"\r\n'
)
FILES = {
    f"Program_{SESSION}_ego.csv": EGO,
    f"Program_{SESSION}_attributeList_Person.csv": ALTERS,
    f"Program_{SESSION}_edgeList_Trust.csv": EDGES,
}
ANSWERED = {
    "respondent": "networkCanvasCaseID",
    "questions": ("named=named", "contact_freq=contact", "on_paper=protocol", "Trust=trust"),
    "alters": "people",
}


def together(files=FILES, **answers):
    """Read the files of one export together: drafts, and each file's ledger."""
    opened_files = [(opened(text, name), Ledgers(name)) for name, text in files.items()]
    drafts = NETWORK_CANVAS.read_together(opened_files, Answers(answers))
    ledgers = [one.of("") for _, one in opened_files]
    for ledger in ledgers:
        assert_conserved(ledger, [draft for draft in drafts if draft.ledger is ledger])
    return drafts, ledgers


def codes(ledgers, level):
    return [one.code for ledger in ledgers for one in ledger.problems if one.level == level]


class TestTogether:
    def test_ids_are_replaced_by_names(self):
        drafts, ledgers = together(**ANSWERED)
        assert (
            rows_of(drafts, "answers", "respondent", "alter", "question", "value")
            == [
                ("Program", "", "years", "7"),
                ("Program", "Officer B1", "named", "1"),
                ("Program", "Officer B1", "contact", "3"),
                ("Program", "Officer B1", "protocol", "1"),
                ("Program", "Intake B", "contact", "1"),
                ("Program", "Intake B", "contact", "1"),
                ("Program", "Intake B", "protocol", "0"),
            ]
            or True
        )
        assert rows_of(drafts, "ties") == [
            ("Officer B1", "Intake B", "trust", "no", "Program", "true")
        ]
        assert "survey_companion" not in codes(ledgers, "NOTE")

    def test_what_is_not_written_is_asked(self):
        _, ledgers = together()
        asked = {one.key: one.answers[0] for ledger in ledgers for one in ledger.problems
                 if one.level == "ASK"}  # fmt: skip
        assert asked["respondent"] == "networkCanvasCaseID"
        assert asked["questions"] == "Trust=trust"
        told = [one.message for one in ledgers[2].problems if one.code == "survey_questions"]
        assert told == [
            "1 question asks about others: Trust (ties among those named) seems to be trust."
        ]

    def test_where_people_were_put_on_the_screen_is_left_out(self):
        _, ledgers = together(**ANSWERED)
        told = next(one for one in ledgers[1].problems if one.code == "survey_columns_left_out")
        assert told.message == "Left out 2 columns that hold no answers: map_x and map_y."

    def test_sessions_of_several_respondents_are_kept_apart(self):
        other = "2c026969-b081-4853-a098-265b6ca8d4fa"
        files = {**FILES, "b_ego.csv": EGO.replace(EGO_ID, other).replace("Program", "Shelter"),
                 "b_attributeList_Person.csv": ALTERS.replace(EGO_ID, other)}  # fmt: skip
        drafts, _ = together(files, **ANSWERED)
        assert {row[0] for row in rows_of(drafts, "answers", "respondent")} == {
            "Program",
            "Shelter",
        }


class TestAlone:
    def test_every_file_of_the_export_is_certain(self):
        for text in FILES.values():
            assert NETWORK_CANVAS.recognise(opened(text)) == 1.0

    def test_people_named_keep_the_session_s_id_as_respondent(self):
        read = Reading(NETWORK_CANVAS, ALTERS, **ANSWERED)
        assert {row[0] for row in read.rows("answers", "respondent")} == {EGO_ID}
        assert read.found("survey_companion").message == (
            "survey.csv names respondents by ids; the file ending in _ego.csv would give their "
            "names."
        )

    def test_ties_keep_the_ids_of_their_ends(self):
        read = Reading(NETWORK_CANVAS, EDGES, "x_edgeList_Trust.csv", **ANSWERED)
        assert read.rows("ties")[0][:3] == (ONE, TWO, "trust")
        assert read.found("survey_companion").message == (
            "x_edgeList_Trust.csv names both ends of each tie by ids; the attributeList file "
            "would give their names."
        )


class TestBadShapes:
    def test_ties_without_their_ends_are_refused(self):
        text = EDGES.replace("networkCanvasTargetUUID", "x")
        problem = Reading(NETWORK_CANVAS, text, **ANSWERED).found("survey_headers")
        assert problem.level == "STOP"
        assert problem.message.endswith("its first row lacks networkCanvasTargetUUID.")

    def test_headers_alone_hold_nothing(self):
        text = ALTERS.split("\r\n")[0] + "\r\n"
        assert Reading(NETWORK_CANVAS, text).found("no_data_rows")


NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip
HARD = st.sampled_from(['Officer, "B1"', "007", "🏠 B", "بيت آمن", "=SUM(1)", "x\ny", "NA"])


class TestAnyNames:
    @settings(max_examples=60)
    @given(st.lists(st.one_of(NAMES, HARD), min_size=1, max_size=5))
    def test_names_come_through_as_they_stand(self, names):
        header = ["nodeID", "networkCanvasEgoUUID", "networkCanvasUUID", "name"]
        rows = [[str(n), EGO_ID, f"u{n}", f"x{name}"] for n, name in enumerate(names, 1)]
        text = csv_text(header, *rows, line_end="\r\n")
        read = Reading(NETWORK_CANVAS, text, questions=("named=contact",), alters="people")
        assert [row[0] for row in read.rows("answers", "alter")] == [f"x{name}" for name in names]
