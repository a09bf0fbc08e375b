import pytest

from data.importing.import_case import Case

ROSTER = "agency_id,name\ncourt_b,Juvenile Court\nresidential_program,\nshelter,Shelter\n"


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)


@pytest.fixture
def ours(case):
    """A coalition's folder with a roster of agencies."""
    case.into.mkdir()
    (case.into / "agencies.csv").write_text(ROSTER, "utf-8")
    (case.into / "coalition.toml").write_text('name = "Ours"\n', "utf-8")
    return case
