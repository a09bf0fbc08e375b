import pytest

from data.importing.import_case import Case


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)
