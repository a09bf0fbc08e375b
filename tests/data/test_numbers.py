"""Cells as text first, and as numbers only when they are written as one number."""

import pytest

from collabnet.model.errors import ChoiceNeededError
from data.small_site import where


def strengths(site, *cells, **reading):
    """The strengths of ties with these cells, o1 to o2 and on."""
    rows = [f'o1,o2,wave{n},contact,"{cell}"' for n, cell in enumerate(cells)]
    site.ties(*rows, header="source,target,wave,kind,strength")
    return list(site.load(**reading).ties["strength"])


def one_problem(site, code, *cells, **reading):
    rows = [f'o1,o2,wave{n},contact,"{cell}"' for n, cell in enumerate(cells)]
    site.ties(*rows, header="source,target,wave,kind,strength")
    return site.found(code, **reading)


class TestText:
    @pytest.mark.parametrize(
        "word", ["NA", "None", "null", "N/A", "TRUE", "1E5", "-", "007", "1234567890123456789012"]
    )
    def test_words_and_long_ids_are_text(self, site, word):
        site.write("agencies.csv", f"agency_id,name\ncourt,{word}\nprogram,P\n{word},S\n")
        site.log(f"r1,2024-01-05,o1,court,{word},", f"{word},2024-01-06,o1,court,{word},")
        assert site.codes() == []
        coalition = site.load()
        assert coalition.agencies["name"][0] == word
        assert list(coalition.referrals["to_agency"]) == [word, word]
        assert coalition.referrals["referral_id"][1] == word

    def test_only_words_that_are_declared_stand_for_an_empty_cell(self, site):
        site.write("agencies.csv", "agency_id,sector\ncourt,NA\nprogram,none\nshelter,\n")
        assert list(site.load().agencies["sector"]) == ["NA", "none", ""]
        assert list(site.load(missing=["NA", "None"]).agencies["sector"]) == ["", "", ""]

    def test_a_required_cell_that_is_empty_rejects_its_row(self, site):
        site.log("r1,2024-01-05,o1,court,program,i1", "r2,2024-02-05,o1,,program,i1")
        problem = site.found("required_blank")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "from_agency", "")
        assert (problem.message, problem.remedy) == (
            "The cell from_agency is empty.",
            "Fill it in.",
        )


class TestPlainNumbers:
    def test_plain_numbers_are_read(self, site):
        assert strengths(site, "3", "3.5", ".5", "+2", "1e2") == [3.0, 3.5, 0.5, 2.0, 100.0]

    def test_digits_of_other_scripts_are_read_and_said(self, site):
        assert strengths(site, "\u0663", "\uff15") == [3.0, 5.0]
        problem = one_problem(site, "other_digits", "\u0663")
        assert problem.level == "NOTE"
        assert problem.message == (
            "1 cell of strength with digits of another script, such as '\u0663', read as 3."
        )


class TestCommas:
    @pytest.mark.parametrize("cell", ["3,5", "1.234,5", "1,234.5", "1,234"])
    def test_a_comma_in_a_number_is_asked_about(self, site, cell):
        problem = one_problem(site, "decimal_unclear", "2", cell)
        assert where(problem) == ("ASK", "ties.csv", 3, 3, "strength", cell)
        assert problem.message == f"1 number in strength with a comma, such as '{cell}'."
        assert problem.remedy == (
            "Is the decimal mark a comma or a point? Say --reading decimal=comma or --reading "
            'decimal=point, or decimal = "comma" under [reading] in coalition.toml.'
        )
        with pytest.raises(ChoiceNeededError, match="decimal=comma"):
            site.load()

    def test_the_answer_comma(self, site):
        read = strengths(site, "3,5", "1.234,5", "1.234", "2.5", "7", decimal="comma")
        assert read == [3.5, 1234.5, 1234.0, 2.5, 7.0]
        problem = one_problem(site, "number_style", "2", "1,234.5", decimal=",")
        assert problem.message == "'1,234.5' is not a number with a decimal comma."

    def test_the_answer_point(self, site):
        read = strengths(site, "1,234.5", "1,234", "1.234", "7", decimal="point")
        assert read == [1234.5, 1234.0, 1.234, 7.0]
        assert one_problem(site, "number_style", "2", "3,5", decimal=".").level == "ROW"

    @pytest.mark.parametrize("cell", ["1\u00a0234", "1\u202f234", "1 234"])
    def test_a_space_in_a_number_is_asked_about(self, site, cell):
        problem = one_problem(site, "spaced_number", "2", cell)
        assert (problem.level, problem.row, problem.column) == ("ASK", 3, "strength")
        assert "--reading thousands=space or --reading thousands=no" in problem.remedy
        assert strengths(site, "2", cell, thousands="space") == [2.0, 1234.0]
        assert one_problem(site, "not_one_number", "2", cell, thousands="no").row == 3


class TestRejected:
    @pytest.mark.parametrize(
        ("cell", "code", "remedy"),
        [
            ("$1,200", "number_with_sign", "Write 1200."),
            ("50%", "number_with_sign", "Write 0.5, or 50."),
            ("(3)", "number_with_sign", "Write 3, or leave the cell empty if the brackets mean"),
            ("inf", "not_finite", "Write the number, or leave the cell empty"),
            ("-Infinity", "not_finite", "Write the number, or leave the cell empty"),
            ("NaN", "not_finite", "Write the number, or leave the cell empty"),
            ("1e999", "not_finite", "Write the number, or leave the cell empty"),
            ("-2", "negative_number", "Write the number without a minus"),
            ("5+", "not_one_number", "Write one number, such as the middle"),
            ("3-4", "not_one_number", "Write one number, such as the middle"),
            ("about 6", "not_one_number", "Write one number, such as the middle"),
            ("often", "not_a_number", "Write a number: give each answer of a scale its number."),
            ("9" * 200, "not_one_number", "Write one number, such as the middle"),
        ],
    )
    def test_what_is_no_plain_number_rejects_its_row(self, site, cell, code, remedy):
        problem = one_problem(site, code, "2", cell)
        value = cell if len(cell) < 60 else cell[:59] + "…"
        assert where(problem) == ("ROW", "ties.csv", 3, 3, "strength", value)
        assert problem.remedy.startswith(remedy)
        assert strengths(site, "2", cell) == [2.0]

    def test_a_number_outside_its_scale_rejects_its_row(self, site):
        assert strengths(site, "5", "7") == [5.0, 7.0]
        problem = one_problem(site, "out_of_scale", "5", "7", strength_scale="1-5")
        assert where(problem) == ("ROW", "ties.csv", 3, 3, "strength", "7")
        assert problem.message == "'7' lies outside the scale from 1 to 5."
        assert problem.remedy == "Correct the number."

    def test_a_share_lies_between_0_and_1(self, site):
        site.write("memberships.csv", "person_id,agency_id,share\no1,shelter,0.5\no2,shelter,50\n")
        assert site.found("out_of_scale").message == "'50' lies outside the scale from 0 to 1."

    def test_a_count_of_people_is_whole(self, site):
        people = "person_id,agency_id,kind,group_size\no1,court,group,3\no2,court,group,2.5\n"
        site.write("people.csv", people + "i1,program,person,\n")
        site.log("r1,2024-01-05,o1,court,program,i1")
        problem = site.found("not_whole")
        assert problem.message == "'2.5' is not a whole number; group_size counts people."


class TestZero:
    def test_a_strength_of_zero_is_asked_about(self, site):
        problem = one_problem(site, "zero_strength", "2", "0")
        assert where(problem) == ("ASK", "ties.csv", 3, 3, "strength", "0")
        assert problem.message == "1 tie has a strength of zero."
        assert '--reading "zero_strength=no tie"' in problem.remedy

    def test_no_tie_skips_the_row_and_counts_it(self, site):
        assert strengths(site, "2", "0", zero_strength="no tie") == [2.0]
        said = site.found("zero_ties_skipped", zero_strength="no tie")
        assert said.message == "Skipped 1 tie of strength zero, as zero_strength says."
        count = next(f for f in site.check(zero_strength="no tie").files if f.file == "ties.csv")
        assert (count.read, count.kept, count.rejected, count.skipped) == (2, 1, 0, 1)

    def test_a_weak_tie_is_kept(self, site):
        assert strengths(site, "2", "0", zero_strength="weak-tie") == [2.0, 0.0]

    def test_a_capacity_of_zero_is_a_number(self, site):
        site.write("agencies.csv", "agency_id,capacity\ncourt,0\nprogram,12\nshelter,\n")
        assert site.codes() == []
