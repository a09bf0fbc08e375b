"""A whole log kept by hand, from the file to the coalition."""

from collabnet.data.check import check
from data.hand_kept.kept_log import TODAY

LOG = """Date,Worker,From agency,To agency,Spoke with,Client
January 2024,,,,,
5,Officer B1,Juvenile court,Shelter,on call,AB
6,same,Juvenile court,Shelter/Clinic,?,CD
,Ann/Bea,Juvenile court,Shelter x2,,EF
February,,,,,
Feb 24,detective,Juvenile court,Clinic,Intake 1,GH
"""
ROLES = [
    "Date=date", "Worker=from_person", "From agency=from_agency", "To agency=to_agency",
    "Spoke with=to_person", "Client=ignore",
]  # fmt: skip
ANSWERS = {
    "table": "referrals",
    "map": ROLES,
    "month_headings": "use",
    "ditto": "fill_down",
    "placeholder_person": "position",
    "unknown_person": "unknown",
    "two_names": "shared",
    "role_in_person_cell": "position",
    "several_youths": "rows",
    "two_agencies": "split",
}


def read(path, **reading):
    path.write_text(LOG, encoding="utf-8")
    return check(path, reading=reading, today=TODAY)


class TestWholeLog:
    def test_every_question_is_asked_at_once(self, tmp_path):
        found = read(tmp_path / "log.csv", table="referrals", map=ROLES)
        asked = [problem.key for problem in found.found if problem.level == "ASK"]
        assert sorted(asked) == sorted(ANSWERS.keys() - {"table", "map"})

    def test_answered_it_is_read(self, tmp_path):
        found = read(tmp_path / "log.csv", **ANSWERS)
        assert not found.is_refused
        assert [(one.read, one.kept, one.rejected, one.skipped) for one in found.files] == [
            (6, 4, 0, 2)
        ]
        rows = found.coalition.referrals
        assert [str(day.date()) for day in rows["on"]] == [
            "2024-01-05", "2024-01-06", "2024-01-06", "2024-01-01", "2024-01-01", "2024-02-24",
        ]  # fmt: skip
        assert list(rows["from_person"]) == [
            "Officer B1", "Officer B1", "Officer B1", "Ann", "Bea", "Juvenile court",
        ]  # fmt: skip
        assert list(rows["to_agency"]) == [
            "Shelter", "Shelter", "Clinic", "Shelter", "Shelter", "Clinic",
        ]  # fmt: skip
        assert list(rows["to_person"]) == ["Shelter", "", "", "", "", "Intake 1"]
        assert list(rows["date_precision"]) == ["day", "day", "day", "month", "month", "day"]
        assert not any(word in rows.to_csv() for word in ("AB", "CD", "EF", "GH"))
