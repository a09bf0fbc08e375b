"""Which row names the columns, what separates cells, and what each column is."""

import pytest

from collabnet.model.errors import ChoiceNeededError, ReadingError
from data.small_site import HEADER, LOG, where

GOOD = "r1,2024-01-05,o1,court,program,i1", "r2,2024-02-06,o2,court,program,i1"
NAMES = HEADER.strip()


class TestWhereTheHeaderIs:
    def test_rows_above_the_header_are_asked_about(self, site):
        problem = site.log(NAMES, *GOOD, header="Referral log 2024\n\n").found("header_not_first")
        assert where(problem) == (
            "ASK",
            "referrals.csv",
            3,
            3,
            "",
            "Referral log 2024",
        )
        assert problem.message == (
            "The columns of referrals.csv are named in row 3; above it stands 'Referral log 2024'."
        )
        assert problem.remedy == (
            "Is row 3 the header? Say --reading header_row=3, or header_row = 3 under [reading] "
            "in coalition.toml."
        )
        log = site.load(header_row="3").referrals
        assert list(log["row"]) == [4, 5]
        said = site.found("rows_above_header", header_row=3)
        assert (
            said.message
            == "Skipped 1 row that is no data (row 1), as header_row or header_rows says."
        )

    def test_an_answer_for_one_file_does_not_move_the_header_of_another(self, site):
        site.log(NAMES, *GOOD, header="Referral log 2024\n\n")
        assert len(site.load(header_row=3).agencies) == 3
        assert len(site.load(**{"referrals.header_row": 3}).agencies) == 3

    @pytest.mark.parametrize(
        ("second", "count"),
        [
            (["Referral no,Date of referral,From whom,From agency,To agency,To person"], 2),
            (["x1,Day,Who,Where from,Where to,To whom"], 2),
            (["Referral no,Day,Who,From agency,To agency,To person", '{"ImportId":"Q1"},,,,,'], 3),
        ],
    )
    def test_two_or_three_header_rows_are_asked_about(self, site, second, count):
        second = [row.replace('{"ImportId":"Q1"}', '"{""ImportId"":""Q1""}"') for row in second]
        problem = site.log(*second, *GOOD).found("several_header_rows")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "", "")
        assert problem.message == f"Rows 1 to {count} all look like headers."
        assert f"--reading header_rows={count} or --reading header_rows=1" in problem.remedy
        assert list(site.load(header_rows=count).referrals["row"]) == [count + 1, count + 2]

    def test_two_header_rows_of_a_roster_are_asked_about(self, site):
        site.write("agencies.csv", "agency_id,name\nAgency ID,Name of agency\ncourt,Court\n")
        assert site.found("several_header_rows").file == "agencies.csv"

    def test_a_first_row_with_a_bad_date_is_no_second_header(self, site):
        site.log("r1,unknown,o1,court,program,i1", *GOOD)
        assert site.codes() == ["not_a_date"]

    def test_data_without_a_header_is_asked_about(self, site):
        problem = site.log(*GOOD, header="").found("no_header")
        assert where(problem) == ("ASK", "referrals.csv", 1, 1, "", "")
        assert problem.message == (
            "The first row of referrals.csv looks like data; referrals.csv needs the columns "
            "date, from_agency and to_agency."
        )
        assert 'Say --reading "columns=date,from_agency,to_agency"' in problem.remedy
        assert list(site.load(columns=NAMES).referrals["row"]) == [1, 2]


class TestNames:
    def test_two_columns_of_one_name_are_refused(self, site):
        site.ties("o1,o2,o2,contact", header="source,target,target,kind")
        problem = site.found("duplicate_header")
        assert where(problem) == ("STOP", "ties.csv", None, None, "target", "target")
        assert problem.message == "Columns 2 and 3 are both called 'target'."
        assert problem.remedy == "Rename one of them."

    def test_columns_that_differ_in_spaces_and_capitals_are_refused(self, site):
        site.ties("o1,o2,o2,contact", header="source,target, Target ,kind")
        problem = site.found("headers_alike")
        assert (problem.level, problem.column) == ("STOP", "target")
        assert problem.message == "Columns 2 and 3 both mean target: 'Target, target'."

    def test_a_column_name_in_other_spelling_is_read_and_said(self, site):
        site.write("referrals.csv", LOG.replace("from_agency", " From Agency "))
        problem = site.found("header_spelling")
        assert where(problem) == (
            "NOTE",
            "referrals.csv",
            None,
            None,
            "from_agency",
            "From Agency",
        )
        assert problem.message == "The column 'From Agency' was read as from_agency."

    def test_the_names_of_the_model_are_understood(self, site):
        site.write("referrals.csv", LOG.replace(",date,", ",on,"))
        assert site.codes() == ["header_spelling"]

    def test_data_under_a_blank_name_is_asked_about(self, site):
        site.log(*(f"{row},yes" for row in GOOD), header=f"{NAMES},\n")
        problem = site.found("blank_header")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "", "")
        assert problem.message == "Column 7 has no name but holds data, as in row 2."
        assert "--reading blank_header=drop or --reading blank_header=keep" in problem.remedy
        assert "column_7" in site.load(blank_header="keep").referrals
        assert "column_7" not in site.load(blank_header="drop").referrals

    def test_a_blank_column_between_others_is_left_out(self, site):
        site.ties("o1,,o2,contact", header="source,,target,kind")
        assert site.found("blank_column").message.startswith("Column 2 has neither a name nor data")

    def test_a_missing_column_names_what_was_found_and_the_nearest(self, site):
        site.write("referrals.csv", LOG.replace("from_agency", "from_agancy"))
        problem = site.found("missing_column")
        assert where(problem) == ("STOP", "referrals.csv", None, None, "from_agency", "")
        assert problem.message == (
            "referrals.csv needs the column from_agency; found referral_id, date, from_person, "
            "from_agancy, to_agency and to_person. Near matches: from_agancy may be from_agency."
        )
        assert problem.remedy == "Rename the column in the first row of the file, or add it."
        with pytest.raises(ReadingError, match="from_agancy may be from_agency"):
            site.load()

    @pytest.mark.parametrize(
        ("header", "near"),
        [
            ("Date,From,To", "From may be from_agency; To may be to_agency"),
            ("When,Sender,to_agency", "When may be date; Sender may be from_agency"),
            ("Referral date,Referred by,Referred to", "Referral date may be date; Referred by "
             "may be from_agency; Referred to may be to_agency"),
        ],
    )  # fmt: skip
    def test_a_missing_column_is_found_by_its_meaning(self, site, header, near):
        site.write("referrals.csv", f"{header}\n2024-01-05,court,program\n")
        assert site.found("missing_column").message.endswith(f" Near matches: {near}.")

    def test_an_unknown_column_is_kept_and_named_with_the_nearest(self, site):
        site.write("referrals.csv", LOG.replace("to_person", "to_persn"))
        problem = site.found("unknown_column")
        assert (problem.level, problem.column) == ("NOTE", "to_persn")
        assert problem.message.endswith("it is kept as it is. It may be to_person.")
        assert "to_persn" in site.load().referrals
        assert site.check().files[-1].unknown_columns == ("to_persn",)

    def test_unknown_columns_never_take_the_place_of_the_model_s(self, site):
        site.log(*(f"{row},7,8" for row in GOOD), header=f"{NAMES},row,from_id\n")
        log = site.load().referrals
        assert list(log["row"]) == [2, 3]
        assert list(log["row_in_file"]) == ["7", "7"]
        assert list(log["from_id_in_file"]) == ["8", "8"]

    def test_twenty_thousand_columns_are_refused(self, site):
        site.log(",".join(["1"] * 20_000), header=",".join(f"c{n}" for n in range(20_000)) + "\n")
        problem = site.found("too_many_columns")
        assert problem.level == "STOP"
        assert problem.message == "referrals.csv has 20,000 columns; at most 1,000 are read."


class TestDelimiter:
    @pytest.mark.parametrize(
        ("delimiter", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "pipes")]
    )
    def test_another_delimiter_is_found_by_the_column_names(self, site, delimiter, name):
        site.write("referrals.csv", LOG.replace(",", delimiter))
        problem = site.found("delimiter_found")
        assert problem.level == "NOTE"
        assert problem.message == f"Cells of referrals.csv are separated by {name}."
        assert len(site.load().referrals) == 3

    def test_a_delimiter_is_asked_about_when_no_name_decides(self, site):
        site.write("referrals.csv", "2024-01-05;court;program\n2024-01-06;court;program\n")
        problem = site.found("delimiter_unclear")
        assert problem.level == "ASK"
        assert problem.message == "Cells of referrals.csv may be separated by semicolons."
        assert 'Say --reading "delimiter=;"' in problem.remedy
        names = "date,from_agency,to_agency"
        assert len(site.load(delimiter=";", columns=names).referrals) == 2

    def test_two_delimiters_that_fit_equally_are_asked_about(self, site):
        site.ties("o1,o2,x;contact;formal", header="source,target,x;kind;basis")
        problem = site.found("delimiter_unclear")
        assert problem.message == "Cells of ties.csv may be separated by commas or semicolons."
        with pytest.raises(
            ChoiceNeededError, match='Say --reading delimiter=comma or --reading "d'
        ):
            site.load()

    def test_an_answer_leaves_files_that_need_none_alone(self, site):
        site.write("people.csv", (site.path / "people.csv").read_bytes().replace(b",", b";"))
        assert len(site.load(delimiter=";").referrals) == 3

    def test_one_row_with_another_delimiter_is_rejected(self, site):
        problem = site.log(GOOD[0], GOOD[1].replace(",", ";"), *GOOD[1:]).found("other_delimiter")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "", "")
        assert problem.message == (
            "The row is separated by semicolons, the rest of the file by commas."
        )
        assert problem.remedy == "Separate its cells like those of the other rows."

    def test_a_line_that_names_the_delimiter_is_followed_and_not_counted(self, site):
        site.write("referrals.csv", "sep=;\n" + LOG.replace(",", ";").replace(";court;", ";x;", 1))
        problem = site.found("sep_line")
        assert where(problem) == ("NOTE", "referrals.csv", None, 1, "", "sep=;")
        unknown = site.found("unknown_actor")
        assert (unknown.row, unknown.line) == (2, 3)

    def test_a_file_of_one_column_is_refused(self, site):
        site.write("referrals.csv", LOG.replace(",", "^"))
        problem = site.found("one_column")
        assert problem.level == "STOP"
        assert problem.message == (
            "referrals.csv has one column only; referrals.csv needs date, from_agency and "
            "to_agency."
        )
        assert problem.remedy.startswith("Separate cells by a comma, or name the delimiter")
        assert len(site.load(delimiter="^").referrals) == 3

    def test_a_roster_of_ids_alone_is_no_wrong_delimiter(self, site):
        site.write("agencies.csv", "agency_id\ncourt\nprogram\nshelter\n")
        assert site.codes() == []
