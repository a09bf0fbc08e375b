"""A coalition folder of Site B, for each test afresh."""

import pytest

from collabnet.data.samples import copy_sample


@pytest.fixture
def folder(tmp_path):
    return copy_sample("site_b", tmp_path / "ours", called="Ours")
