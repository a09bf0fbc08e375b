"""Text on a terminal: wrapped by width in cells, harmless, in columns."""

import pytest

from collabnet.reports.layout import table, visible, wrap, wrapped_lines


class TestWrap:
    @pytest.mark.parametrize("width", [10, 24, 40, 80])
    def test_no_line_is_wider_unless_a_word_is(self, width):
        text = "Three officers carry every referral from the court to the residential program."
        lines = wrap(text, width, "- ")
        assert " ".join(line[2:] for line in lines) == text
        assert all(len(line) <= width or " " not in line[2:] for line in lines)

    def test_wide_characters_count_twice(self):
        assert wrap("警察署 警察署", 8) == ["警察署", "警察署"]

    def test_without_a_width_nothing_breaks(self):
        assert wrap("word " * 50, None) == ["word " * 50]

    def test_a_long_word_stays_whole(self):
        address = "http://127.0.0.1:8050/?token=" + "a" * 60
        assert wrap(f"Open {address}", 40) == ["Open", address]

    def test_what_follows_a_dash_hangs(self):
        assert wrapped_lines("- one two", 7) == "- one\n  two\n"


class TestVisible:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a\x1b[2Jb", "a\\x1b[2Jb"),
            ("a\u202eb", "a\\u202eb"),
            ("a\nb", "a b"),
            ("a\tb", "a b"),
            ("a\ud800b", "a\\ud800b"),
            ("Jośka Ólafsdóttir 警察", "Jośka Ólafsdóttir 警察"),
        ],
    )
    def test_nothing_moves_the_cursor_or_turns_the_text(self, text, shown):
        assert visible(text) == shown


class TestTable:
    def test_columns_fit_the_width(self):
        rows = [("What", "Before", "After"), ("Referrals that still have a way to pass", "48", "0")]
        lines = table(rows, 30)
        assert max(len(line) for line in lines) <= 30
        assert lines[0].split() == ["What", "Before", "After"]

    def test_no_line_ends_in_blanks(self):
        assert table([("a", ""), ("long cell", "b")], None) == ["a", "long cell  b"]
