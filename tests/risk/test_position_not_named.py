"""An agreement that names no position carries nothing over, so it softens no finding to a note."""

import pytest

from collabnet.risk.assessment import assess
from risk.cases import agreement, coalition

ROWS = (
    ("court", "O1", "program", "I1", 15),
    ("court", "O1", "program", "I2", 15),
    ("court", "O2", "program", "I1", 6),
    ("court", "O3", "program", "I2", 6),
)


@pytest.mark.parametrize(
    ("names", "severity"), [("yes", "note"), ("no", "moderate"), ("unknown", "moderate")]
)
def test_it_is_a_note_only_where_all_of_it_would_pass_on(names, severity):
    """The first carrier takes 30 of 42 along, unless the agreement names the position."""
    made = [agreement("court", "program", names_position=names)]
    found = {one.id: one for one in assess(coalition(*ROWS, agreements=made)).found}
    assert found["pathway:court:program"].severity == severity


def test_a_word_that_is_not_known_is_not_a_no():
    """What the list of terms doesn't know is unknown: nothing is said of the agreement."""
    made = [agreement("court", "program", names_position="maybe")]
    found = {one.id: one for one in assess(coalition(*ROWS, agreements=made)).found}
    assert "if the agreement doesn't name the position" in found["pathway:court:program"].sentence
