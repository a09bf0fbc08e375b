"""Every file that once broke something is read, and breaks nothing."""

import pytest

from fuzz.finds import result
from fuzz.regressions import FOLDER, read

FILES = sorted(FOLDER.glob("*.json"))


class TestRegressions:
    def test_there_are_some(self):
        assert FILES

    @pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
    def test_what_was_found_once_holds(self, path):
        found = result(read(path))
        assert "find" not in found, found["trace"]
