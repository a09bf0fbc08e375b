"""A published table: only what may be printed, and the same after it was written down."""

import json

import pytest

from collabnet.model.errors import CollabnetError
from collabnet.sharing.withholding import PublishedTable, count_by, what, words

WAY = what({"from": "court", "to": "clinic"})


def refused(match, **given):
    with pytest.raises(CollabnetError) as caught:
        PublishedTable(**{"title": "Pathways", "shown": {}, **given})
    assert str(caught.value) == match


class TestPublishedTable:
    @pytest.mark.parametrize("text", ["1", "10", "-3", "12.5", "²", "many", ""])
    def test_a_small_count_can_not_be_printed(self, text):
        refused(
            "A count that is passed on is 0, <11, withheld, or 11 or more; in 'Pathways' "
            f"{text!r} stands for from court, to clinic. Use withhold().",
            shown={WAY: text},
        )

    def test_each_cell_says_what_the_table_is_limited_to(self):
        refused(
            "The table 'Pathways' is limited to service legal help, so each of its cells must say "
            "so; got from court, to clinic.",
            shown={WAY: "12"},
            only=what({"service": "legal help"}),
        )

    @pytest.mark.parametrize(
        ("start", "end"), [("2024-02-01", "2024-01-01"), ("2024", ""), ("", "2024-01-01")]
    )
    def test_days_are_days_in_order(self, start, end):
        refused(
            "The table 'Pathways' needs a first and a last day as YYYY-MM-DD, the last not before "
            f"the first; got {start!r} to {end!r}.",
            start=start,
            end=end,
        )

    def test_it_is_the_same_after_json(self):
        only = what({"service": "legal help"})
        shown = {what({"service": "legal help", "to": "clinic"}): "<11", only: "withheld"}
        table = PublishedTable("Receivers", shown, only, "2024-01-01", "2024-12-31")
        again = PublishedTable.from_dict(json.loads(json.dumps(table.to_dict())))
        assert again == table
        assert table.to_dict()["cells"][0] == {"counts": dict(only), "shown": "withheld"}

    def test_what_is_no_table_is_named(self):
        with pytest.raises(CollabnetError) as caught:
            PublishedTable.from_dict({"title": "Pathways"})
        assert str(caught.value) == (
            "A published table needs title, start, end, only and cells, each with counts and "
            "shown; got {'title': 'Pathways'}. Restore the log from a copy."
        )


class TestCountBy:
    def test_cells_and_sums_are_counted_from_the_same_rows(self):
        rows = [{"from": "court", "to": "clinic"}] * 3 + [{"from": "court", "to": "shelter"}]
        assert count_by(rows, ("to", "from"), ["from"], ()) == {
            (): 4,
            what({"from": "court"}): 4,
            WAY: 3,
            what({"from": "court", "to": "shelter"}): 1,
        }

    def test_without_rows_the_total_is_none(self):
        assert count_by([], ("to",), ()) == {(): 0}

    def test_in_words(self):
        assert (words(WAY), words(())) == ("from court, to clinic", "all")
