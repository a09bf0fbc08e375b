"""Files of other programs into a coalition: recognised, translated, fitted to what is there."""

from collabnet.data.load import load
from data.importing.import_case import TODAY, only

DL = 'dl n=3 format=edgelist1\nlabels:\n"RESIDENTIAL PROGRA",COURT,SHELTER\ndata:\n2 1 3\n2 3 1\n'
GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="w" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="directed"><node id="court"/><node id="007"/><node id="alone"/>
<edge source="court" target="007"><data key="w">3</data></edge></graph></graphml>
"""
QUALTRICS = (
    "StartDate,ResponseId,Q1,Q2_1,Q2_2\n"
    "Start Date,Response ID,Which agency do you work for?,"
    "How often do you have contact with - Shelter,How often do you have contact with - Court B\n"
    '"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}",'
    '"{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}"\n'
    "2024-03-01 10:00:00,R_1,Court B,3,\n2024-03-02 11:00:00,R_2,Shelter,,2\n"
)


class TestNetworkFiles:
    def test_a_network_becomes_agencies_and_ties(self, case):
        case.do(case.file("net.graphml", GRAPHML))
        assert case.rows("agencies.csv", "agency_id") == [("court",), ("007",), ("alone",)]
        assert case.rows("ties.csv", "source", "target", "strength") == [("court", "007", "3")]

    def test_its_actors_can_be_people(self, case):
        case.do(case.file("net.graphml", GRAPHML), actors="people")
        assert [row[0] for row in case.rows("people.csv", "person_id")] == ["court", "007", "alone"]

    def test_labels_that_an_old_program_cut_are_completed_by_the_roster(self, case):
        roster = "agency_id\nResidential program\nCourt\nShelter\n"
        case.do(case.file("agencies.csv", roster))
        done = case.do(case.file("old.dl", DL))
        assert case.rows("ties.csv", "source", "target") == [
            ("Court", "Residential program"),
            ("Court", "Shelter"),
        ]
        said = [one.message for one in done.problems if one.code == "cut_label_matched"]
        assert len(said) == 3
        assert len(case.rows("agencies.csv")) == 3


class TestSurveys:
    def test_an_export_becomes_a_survey_of_the_coalition(self, case):
        answers = {}
        for _ in range(12):
            done = case.plan(case.file("spring.csv", QUALTRICS), **answers)
            if not done.questions:
                break
            asked = done.questions[0]
            told = list(asked.answers) if asked.key == "map" else asked.answers[0]
            assert asked.key not in answers, str(asked)
            answers[asked.key] = told
        case.do(case.file("spring.csv", QUALTRICS), **answers)
        assert case.rows("survey_spring.csv", "respondent", "alter", "question", "value") == [
            ("Court B", "Shelter", "contact", "3"),
            ("Shelter", "Court B", "contact", "2"),
        ]
        assert not load(case.into, today=TODAY).answers.empty


class TestSeveralFiles:
    def test_tables_of_one_folder_come_in_together(self, case):
        from data.small_site import AGENCIES, LOG, PEOPLE

        files = {"agencies.csv": AGENCIES, "people.csv": PEOPLE, "referrals.csv": LOG}
        done = case.do(*(case.file(name, text) for name, text in files.items()))
        assert [one.program.name for one in done.sources] == ["table"] * 3
        assert len(load(case.into, today=TODAY).referrals) == 3

    def test_when_one_is_refused_none_is_written(self, case):
        good = case.file("agencies.csv", "agency_id\ncourt\n")
        done = case.plan(good, case.file("x.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 60))
        assert only(done, "not_text").file == "x.csv"
        assert not done.files


class TestRecognised:
    def test_a_file_of_no_kind_that_can_be_read_stops(self, case):
        problem = only(case.plan(case.file("x.xml", "<a><b/></a>")), "not_recognised")
        assert problem.level == "STOP"
        assert problem.message.startswith("x.xml is of no kind that can be read: ")

    def test_two_programs_that_are_as_likely_are_asked_about(self, case, monkeypatch):
        from dataclasses import replace

        from collabnet.data.importing import sources

        alike = [replace(sources.TABLE, name=name, recognise=lambda _: 0.9) for name in "ab"]
        monkeypatch.setattr(sources, "PROGRAMS", tuple(alike))
        problem = only(case.plan(case.log()), "program_unclear")
        assert (problem.level, problem.key, problem.answers) == ("ASK", "program", ("a", "b"))


class TestLogsAndLists:
    def test_a_day_beside_from_and_to_makes_a_log(self, case):
        done = case.plan(case.file("log.csv", "Date,From,To\n2024-01-05,court_b,shelter\n"))
        assert [one.program.name for one in done.sources] == ["table"]
        assert "referrals.csv" in only(done, "columns_to_confirm").message

    def test_who_says_what_a_column_is_has_a_table(self, case):
        path = case.file("net.csv", "source,target\ncourt_b,shelter\n")
        assert case.plan(path).sources[0].program.name == "edge_list"
        done = case.plan(path, map=["source=source", "target=target"])
        assert done.sources[0].program.name == "table"


class TestYoungPeople:
    def test_a_tie_does_not_carry_their_names(self, case):
        text = GRAPHML.replace(
            '<key id="w"', '<key id="c" for="edge" attr.name="client"/><key id="w"'
        )
        text = text.replace('<data key="w">', '<data key="c">T0KEN</data><data key="w">')
        case.do(case.file("net.graphml", text))
        assert "T0KEN" not in "".join(
            one.read_text("utf-8-sig") for one in case.into.rglob("*") if one.is_file()
        )

    def test_notes_are_left_out_unless_somebody_says_otherwise(self, case):
        log = case.log("2024-01-05,a,b,ok", header="date,from_agency,to_agency,Notes\n")
        assert only(case.plan(log), "columns_to_confirm").answers == ("Notes=ignore",)

    def test_what_a_detector_finds_is_not_shown_as_an_example(self, case):
        header = "date,from_agency,to_agency,Remark made\n"
        log = case.log("2024-01-05,a,b,call 555-010-0199", header=header)
        done = case.plan(log)
        assert only(done, "columns_to_confirm").answers == ("Remark made=ignore",)
        assert not any("555-010" in str(one) for one in done.problems)


class TestSheets:
    def test_each_sheet_can_have_a_header_row_of_its_own(self, case):
        import xlsxwriter

        path = case.path / "two.xlsx"
        book = xlsxwriter.Workbook(path)
        head = ["date", "from_agency", "to_agency"]
        for name, rows in (
            ("Court", [head, ["2024-01-05", "a", "b"], ["2024-01-06", "a", "b"]]),
            ("Police", [["Our log"], head, ["2024-02-05", "c", "b"], ["2024-02-06", "c", "b"]]),
        ):
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                sheet.write_row(at, 0, cells)
        book.close()
        problem = only(case.plan(path, sheet="all"), "header_not_first")
        assert (problem.sheet, problem.key) == ("Police", "Police.header_row")
        case.do(path, sheet="all", **{"Police.header_row": 2})
        assert len(case.rows()) == 4

    def test_a_map_may_hold_columns_of_one_sheet_only(self, case):
        import xlsxwriter

        path = case.path / "two.xlsx"
        book = xlsxwriter.Workbook(path)
        for name, head in (("Court", "Sent to"), ("Police", "Where to")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["date", "from_agency", head])
            sheet.write_row(1, 0, ["2024-01-05", name, "b"])
            sheet.write_row(2, 0, ["2024-01-06", name, "b"])
        book.close()
        case.do(path, sheet="all", map=["Sent to=to_agency", "Where to=to_agency"])
        assert len(case.rows()) == 4


class TestReading:
    def test_what_the_settings_say_for_every_file_holds_for_an_import(self, case):
        case.into.mkdir()
        settings = '[reading]\ndrop = ["MRN"]\ndate_order = "day-first"\n'
        (case.into / "coalition.toml").write_text(settings, "utf-8")
        log = case.log("01/02/2024,a,b,T0KEN", header="date,from_agency,to_agency,MRN\n")
        case.do(log, map=["MRN=keep"])
        assert case.rows("referrals.csv", "date") == [("2024-02-01",)]
        assert case.read("coalition.toml").count("day-first") == 1
