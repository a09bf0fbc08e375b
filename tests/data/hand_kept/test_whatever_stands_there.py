"""Whatever stands in a log, and whatever is answered: nothing is lost, and nothing breaks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.codes.hand_kept import HAND_KEPT
from data.hand_kept.kept_log import KeptLog

ODD = [
    "", "same", '"', "Mar 24", "March 2024", "January", "5", "4/5", "2024-01-05", "Ann/Bea",
    "Hall, Ann", "AB", "detective", "on call", "?", "Shelter x2", "Shelter/Clinic", "2 girls",
    "Shelter & Clinic", "Shelter", "Clinic", "Court", "Total", "x" * 300, "\u202e=1", "-", "/",
    "//", "and", ",", "x99", "x0", "()",
]  # fmt: skip
CELLS = st.one_of(st.sampled_from(ODD), st.text(max_size=8))
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8)
QUESTIONS = {code.key: code.answers for code in HAND_KEPT if code.answers}
ANSWERS = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(said) for key, said in QUESTIONS.items()} | {
        "year": st.just("2024")
    }
)  # fmt: skip


class TestConservation:
    @settings(max_examples=150, deadline=None)
    @given(rows=ROWS, answers=ANSWERS)
    def test_every_record_is_kept_rejected_or_skipped(self, rows, answers):
        log = KeptLog(*rows, **answers)
        ledger = log.ledger
        everything = set(range(1, len(rows) + 1))
        if not ledger.is_stopped:
            assert set(log.draft.at) | ledger.gone == everything
            assert not set(log.draft.at) & ledger.skipped
        assert {len(cells) for cells in log.draft.cells} <= {len(log.draft.names)}
        kept = set(log.read().kept["at"])
        assert kept | ledger.gone == everything
        assert not kept & ledger.gone

    @settings(max_examples=80, deadline=None)
    @given(rows=ROWS, answers=ANSWERS)
    def test_what_was_changed_is_said_and_kept_beside(self, rows, answers):
        """A row of its own keeps every cell that was read otherwise, but for marks of number."""
        log = KeptLog(*rows, **answers)
        names = log.draft.names
        marks = any("several_youths" in code for code in log.codes)
        first = dict(zip(reversed(log.draft.at), reversed(log.draft.cells), strict=True))
        for at, cells in first.items():
            for place, name in enumerate(log.draft.names[:5]):
                was = rows[at - 1][place] if place < len(rows[at - 1]) else ""
                beside = f"{name}_as_written"
                written = cells[names.index(beside)] if beside in names else ""
                same = was.strip() == cells[place].strip()
                assert same or written.strip() == was.strip() or marks
        if any(name.endswith("_as_written") for name in names):
            assert log.codes
