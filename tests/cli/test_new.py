"""``collabnet new``: from an empty folder to findings, through the entry point."""

import time

from cli.calls import call, program
from collabnet.data.forms.template_book import template_book
from data.forms.asked import book
from data.forms.filled import fill, table

AGENCIES = [["court_b", "Juvenile Court"], ["residential_program"], ["shelter", "Shelter"]]
OFFICER = {"sent": "12 to 49", "caller": "intake officer", "caller_is": "one person",
           "second": "nobody", "written": "no"}  # fmt: skip


class TestNew:
    def test_the_questionnaire_is_written_beside_the_templates(self, capsys, tmp_path):
        answer = call(capsys, "new", tmp_path / "ours", "--questionnaire")
        assert answer.code == 0
        names = {path.name for path in (tmp_path / "ours").iterdir()}
        assert {"questionnaire.xlsx", "questionnaire.txt", "coalition.xlsx", "ties.csv"} <= names
        assert all(f"- {name}\n" in answer.out for name in names)
        assert "No agencies are known yet" in " ".join(answer.out.split())

    def test_it_is_quick(self, tmp_path):
        start = time.monotonic()
        assert program("new", tmp_path / "ours").code == 0
        assert time.monotonic() - start < 30

    def test_the_same_bytes_every_time(self, tmp_path):
        made = []
        for name, seed in (("one", "1"), ("two", "77")):
            folder = tmp_path / name / "ours"
            assert program("new", folder, "--questionnaire", PYTHONHASHSEED=seed).code == 0
            made.append({path.name: path.read_bytes() for path in folder.iterdir()})
        assert made[0] == made[1]


class TestFromNewToFindings:
    def test_with_the_workbook(self, capsys, tmp_path):
        ours = tmp_path / "ours"
        assert call(capsys, "new", ours).code == 0
        log = [[None, f"2024-{month:02}-05", "officer_b1", "court_b", "shelter", "case_manager"]
               for month in range(1, 13)]  # fmt: skip
        people = [["officer_b1", "Officer B1", "court_b"], ["case_manager", None, "shelter"]]
        cells = {"agencies": table(AGENCIES), "people": table(people), "referrals": table(log)}
        (ours / "coalition.xlsx").write_bytes(fill(template_book(), cells))
        assert "[form_to_import]" in call(capsys, "check", ours).out
        done = call(capsys, "import", ours / "coalition.xlsx", "--into", ours)
        assert (done.code, done.err) == (0, "")
        assert "- referrals.csv: 12 rows added, 12 in all" in done.out
        assert "[form_to_import]" not in call(capsys, "check", ours).out
        told = " ".join(call(capsys, "assess", ours).out.split())
        assert "One person carries every referral from Juvenile Court to Shelter (12 of 12" in told

    def test_with_the_questionnaire(self, capsys, tmp_path):
        ours = tmp_path / "ours"
        assert call(capsys, "new", ours).code == 0
        form = ours / "coalition.xlsx"
        form.write_bytes(fill(template_book(), {"agencies": table(AGENCIES)}))
        assert call(capsys, "import", form, "--into", ours).code == 0
        asked = call(capsys, "new", ours, "--questionnaire")
        assert (asked.code, "- questionnaire.xlsx" in asked.out) == (0, True)
        answers = {"court_b": {"shelter": OFFICER}, "shelter": {"court_b": OFFICER}}
        files = [tmp_path / f"{agency}.xlsx" for agency in answers]
        for path, (agency, said) in zip(files, answers.items(), strict=True):
            path.write_bytes(book(agency, said))
        done = call(capsys, "import", *files, "--into", ours)
        assert (done.code, done.err) == (0, "")
        assert "- ties.csv: 2 rows added, 2 in all" in done.out
        assert call(capsys, "check", ours).code == 0
        told = " ".join(call(capsys, "assess", ours).out.split())
        for way in ("from Juvenile Court to Shelter", "from Shelter to Juvenile Court"):
            assert f"One officer can make referrals {way} (as reported; there is no log)" in told
        assert "2 findings, worst first" in told
