"""Files of survey platforms from disk, byte by byte as each program writes them."""

from collections import Counter

import pytest
import xlsxwriter

from collabnet.data.options import Answers
from collabnet.data.readers.programs import PROGRAMS
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers
from data.readers import qualtrics_file as qualtrics
from data.readers import test_network_canvas as canvas
from data.readers import test_partner as partner
from data.readers import test_redcap as redcap
from data.readers import test_survey_monkey as monkey
from data.readers.survey_platforms import assert_conserved

TABS = qualtrics.survey(
    [qualtrics.AGENCY, *qualtrics.MATRIX],
    qualtrics.response("Program", "3", "0", "5"),
    delimiter="\t",
)
FILES = [
    ("qualtrics", "survey.csv", b"\xef\xbb\xbf" + qualtrics.SURVEY.encode(), qualtrics.ANSWERED, 5),
    ("qualtrics", "survey.tsv", b"\xff\xfe" + TABS.encode("utf-16-le"), qualtrics.ANSWERED, 3),
    ("survey_monkey", "survey.csv", monkey.SURVEY.encode(), monkey.ANSWERED, 6),
    ("redcap", "survey.csv", redcap.RAW.replace("x@example.org", "").encode(),
     {**redcap.ANSWERED, "drop": ("email",)}, 8),
    ("partner", "members.csv", partner.LIST.encode(), {}, 4),
    ("network_canvas", "x_attributeList_Person.csv", canvas.ALTERS.encode(), canvas.ANSWERED, 6),
    ("network_canvas", "x_edgeList_Trust.csv", canvas.EDGES.encode(), canvas.ANSWERED, 1),
    ("network_canvas", "x_ego.csv", canvas.EGO.encode(), canvas.ANSWERED, 1),
]  # fmt: skip


def read(path, answers):
    """Open a file, find its program, and read it."""
    ledgers = Ledgers(path.name)
    opened = open_source(path, ledgers, Answers(answers))
    assert opened is not None, [str(one) for one in ledgers.of().problems]
    program = max(PROGRAMS, key=lambda one: one.recognise(opened))
    return program, program.read(opened, ledgers, Answers(answers)), ledgers


class TestFromDisk:
    @pytest.mark.parametrize(("name", "file", "data", "answers", "count"), FILES)
    def test_a_file_is_read_as_its_program_writes_it(
        self, tmp_path, name, file, data, answers, count
    ):
        (tmp_path / file).write_bytes(data)
        program, drafts, ledgers = read(tmp_path / file, answers)
        assert program.name == name
        assert sum(len(draft.cells) for draft in drafts) == count
        for draft in drafts:
            ours = [one for one in drafts if one.ledger is draft.ledger]
            assert_conserved(draft.ledger, ours)
        asked = Counter(one.code for ledger in ledgers.all for one in ledger.problems
                        if one.level in ("ASK", "STOP"))  # fmt: skip
        assert set(asked) <= {"survey_alters_unnamed", "survey_wave_unsaid"}

    def test_a_workbook_of_survey_monkey_is_read_like_its_text(self, tmp_path):
        path = tmp_path / "survey.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Sheet")
            for row, cells in enumerate(monkey.opened(monkey.SURVEY).grids[0].records.cells):
                for place, cell in enumerate(cells):
                    sheet.write_string(row, place, cell)
        program, drafts, _ = read(path, monkey.ANSWERED)
        assert program.name == "survey_monkey"
        assert sum(len(draft.cells) for draft in drafts) == 6
