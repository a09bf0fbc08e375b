"""One file that lies in no coalition's folder is read as a coalition, and nothing is written."""

import pytest

import collabnet as cn
from collabnet.data.check import check
from collabnet.model.errors import ChoiceNeededError, ReadingError
from data.importing.import_case import HEADER, MAP, TODAY

LOG = "date,from_agency,to_agency,from_person\n2024-01-05,a,b,p\n2024-02-05,a,c,q\n,a,b,p\n"


class TestLoad:
    def test_a_log_in_our_own_form(self, case):
        coalition = cn.load(case.file("our log.csv", LOG), today=TODAY)
        assert coalition.settings.name == "our log"
        assert coalition.referrals["to_agency"].tolist() == ["b", "c"]
        assert set(coalition.agencies["agency_id"]) == {"a", "b", "c"}

    def test_rows_that_can_not_be_used_are_left_out_and_listed(self, case):
        problems = cn.load(case.file("log.csv", LOG), today=TODAY).problems
        bad = problems[problems["level"] == "ROW"]
        assert bad[["file", "row", "code"]].values.tolist() == [["log.csv", 4, "required_blank"]]

    def test_a_foreign_log_needs_its_map(self, case):
        log = case.log()
        with pytest.raises(ChoiceNeededError, match="columns are not called as there"):
            cn.load(log, today=TODAY)
        coalition = cn.load(log, reading={"map": MAP}, today=TODAY)
        assert len(coalition.referrals) == 3

    def test_it_is_assessed_like_any_coalition(self, case):
        coalition = cn.load(case.file("log.csv", LOG), today=TODAY)
        assert not cn.assess(coalition).pathways.empty

    def test_the_digest_of_the_file_is_kept(self, case):
        coalition = cn.load(case.file("log.csv", LOG), today=TODAY)
        assert list(coalition.inputs) == ["log.csv"]

    def test_nothing_is_written_beside_it(self, case):
        path = case.file("log.csv", LOG)
        cn.load(path, today=TODAY)
        assert list(case.path.iterdir()) == [path]

    def test_what_is_of_no_kind_that_can_be_read(self, case):
        with pytest.raises(ReadingError, match="a picture"):
            cn.load(case.file("x.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50), today=TODAY)


class TestCheck:
    def test_it_counts_the_rows_of_the_file(self, case):
        found = check(case.file("log.csv", LOG), today=TODAY)
        assert "- log.csv: 3 rows read = 2 kept + 1 rejected + 0 skipped" in found.to_text()

    def test_questions_are_listed(self, case):
        found = check(case.log(header=HEADER), today=TODAY)
        assert found.is_refused
        assert "[columns_to_confirm]" in found.to_text()
