"""A folder to import files into, and a hand-kept log that most tests spoil in one way."""

from datetime import date

from collabnet.data.importing.plan import plan_import

TODAY = date(2024, 6, 30)
HEADER = "Date of referral,Sent by,Sent to,Case manager,Remarks\n"
ROWS = (
    "2024-01-05,court_b,shelter,officer_b1,called twice\n"
    "2024-02-06,court_b,residential_program,officer_b2,\n"
    "2024-03-07,court_b,residential_program,officer_b1,\n"
)
MAP = [
    "Date of referral=date",
    "Sent by=from_agency",
    "Sent to=to_agency",
    "Case manager=from_person",
    "Remarks=ignore",
]


class Case:
    """Files beside a coalition's folder; ``plan`` reads them, ``do`` writes what was planned."""

    def __init__(self, path):
        self.path = path
        self.into = path / "coalition"

    def file(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def log(self, *rows, name="log.csv", header=HEADER):
        return self.file(name, header + ("".join(f"{row}\n" for row in rows) or ROWS))

    def plan(self, *paths, **given):
        recipe, by_file = given.pop("recipe", None), given.pop("by_file", None)
        return plan_import(
            paths, self.into, given=given, by_file=by_file, recipe=recipe, today=TODAY
        )

    def do(self, *paths, **given):
        done = self.plan(*paths, **given)
        assert not done.is_refused, [str(one) for one in done.problems]
        done.write()
        return done

    def read(self, name):
        return (self.into / name).read_text("utf-8-sig")

    def rows(self, name="referrals.csv", *columns):
        import csv

        with (self.into / name).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        return [tuple(row[one] for one in columns) for row in rows] if columns else rows


def only(done, code):
    """The one problem with a code."""
    hits = [one for one in done.problems if one.code == code]
    assert len(hits) == 1, [str(one) for one in done.problems]
    return hits[0]
