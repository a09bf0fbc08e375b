"""A small coalition on disk that each test spoils in one way."""

from datetime import date

from collabnet.data.check import check
from collabnet.data.load import load

TODAY = date(2024, 6, 30)
AGENCIES = "agency_id,name\ncourt,Juvenile court\nprogram,Program\nshelter,Shelter\n"
PEOPLE = "person_id,name,agency_id\no1,Officer 1,court\no2,Officer 2,court\ni1,Intake 1,program\n"
HEADER = "referral_id,date,from_person,from_agency,to_agency,to_person\n"
LOG = (
    f"{HEADER}r1,2024-01-05,o1,court,program,i1\nr2,2024-02-06,o2,court,program,i1\n"
    "r3,2024-03-07,o1,court,shelter,\n"
)


class Site:
    """A coalition folder; ``write`` replaces a file, ``check`` and ``load`` read it."""

    def __init__(self, path):
        self.path = path
        path.mkdir()
        self.write("coalition.toml", 'name = "Site"\n')
        self.write("agencies.csv", AGENCIES)
        self.write("people.csv", PEOPLE)
        self.write("referrals.csv", LOG)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.path / name).write_bytes(data)
        return self

    def log(self, *rows, header=HEADER):
        """Replace the log: its header and these rows."""
        return self.write("referrals.csv", header + "".join(f"{row}\n" for row in rows))

    def ties(self, *rows, header="source,target,kind,strength"):
        return self.write("ties.csv", "".join(f"{row}\n" for row in (header, *rows)))

    def check(self, **reading):
        return check(self.path, reading=reading, today=TODAY)

    def load(self, **reading):
        return load(self.path, reading=reading, today=TODAY)

    def found(self, code, **reading):
        """The one problem with a code."""
        checked = self.check(**reading)
        hits = [problem for problem in checked.found if problem.code == code]
        assert len(hits) == 1, checked.to_text()
        return hits[0]

    def codes(self, *, besides=(), **reading):
        """The codes of all problems, notes that are of no concern left out."""
        return [p.code for p in self.check(**reading).found if p.code not in besides]


def where(problem):
    """Level, file, row, line, column and value of a problem."""
    return (
        problem.level,
        problem.file,
        problem.row,
        problem.line,
        problem.column,
        problem.value,
    )
