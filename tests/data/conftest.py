"""The coalition that the tests of reading spoil."""

import pytest

from data.small_site import Site


@pytest.fixture
def site(tmp_path):
    """A coalition that reads without a problem."""
    return Site(tmp_path / "site")
