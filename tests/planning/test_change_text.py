"""One text form of a change: the parser reads what the writer writes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.model.errors import CollabnetError, ReadingError
from collabnet.planning.changes import (
    CHANGES,
    FORMS,
    Backs,
    Closes,
    Formalizes,
    Invites,
    Leaves,
    Moves,
    Repairs,
    Retains,
    Ties,
    parse_change,
    parse_changes,
    write_change,
)
from collabnet.planning.scenarios import Scenario, read_changes, write_scenario

ID = st.text(min_size=1)
ANY = st.one_of(
    st.builds(Leaves, ID, st.sampled_from(["filled", "empty"])),
    st.builds(Closes, ID),
    st.builds(Formalizes, ID, ID),
    st.builds(Backs, ID, st.none() | ID),
    st.builds(Ties, ID, ID),
    st.builds(Repairs, ID, ID),
    st.builds(Invites, ID, ID),
    st.builds(Moves, ID, ID),
    st.builds(Retains, ID, st.floats(0, 12)),
)


class TestInverse:
    @settings(max_examples=60)
    @given(ANY)
    def test_what_is_written_is_read_back(self, change):
        """Whatever an id holds: colons, backslashes, blanks, line ends."""
        written = write_change(change)
        assert parse_change(written) == change
        assert "\n" not in written and "\r" not in written

    @settings(max_examples=60)
    @given(st.lists(ANY, max_size=4))
    def test_also_one_to_a_line(self, changes):
        lines = "".join(f"{write_change(one)}\n" for one in changes)
        assert parse_changes(f"# to try\n\n{lines}") == tuple(changes)

    def test_every_kind_has_a_form(self):
        assert [kind.__name__.lower() for kind in CHANGES] == list(FORMS)

    @pytest.mark.parametrize("kind", FORMS)
    def test_the_example_of_a_form_is_one(self, kind):
        text = f"{kind}:{FORMS[kind].example}"
        assert write_change(parse_change(text)) == text


class TestParseChange:
    @pytest.mark.parametrize(
        ("text", "change"),
        [
            ("leaves:I1", Leaves("I1")),
            ("leaves:I1:filled", Leaves("I1")),
            ("leaves:I1:empty", Leaves("I1", "empty")),
            (" Leaves : I1 : empty ", Leaves("I1", "empty")),
            (r"closes:a\:b", Closes("a:b")),
            ("backs:I1", Backs("I1")),
            ("backs:I1:I2", Backs("I1", by="I2")),
            ("retains:intake worker:HIGH", Retains("intake worker", 0.35)),
            ("retains:intake worker:1e-1", Retains("intake worker", 0.1)),
            ("closes:ends in \\", Closes("ends in \\")),
        ],
    )
    def test_what_people_write(self, text, change):
        assert parse_change(text) == change

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                "leave:I1",
                "A change is written as a kind and its ids, such as leaves:I1; got 'leave:I1'. Did "
                "you mean leaves? Kinds are: leaves, closes, formalizes, backs, ties, repairs, "
                "invites, moves, retains.",
            ),
            (
                "",
                "A change is written as a kind and its ids, such as leaves:I1; got ''. Kinds are: "
                "leaves, closes, formalizes, backs, ties, repairs, invites, moves, retains.",
            ),
            ("ties:O1", "ties needs A:B, such as ties:O1:I2; got 'O1'."),
            ("ties:O1:", "ties needs A:B, such as ties:O1:I2; got 'O1:'."),
            (
                "leaves:I1:gone",
                "leaves needs PERSON or PERSON:empty, such as leaves:I1:empty; got 'I1:gone'.",
            ),
            (
                "retains:officer:often",
                "retains needs ROLE:RATE (departures a year, or low, middle, high), such as "
                "retains:intake worker:0.05; got 'officer:often'.",
            ),
        ],
    )
    def test_what_is_no_change(self, text, said):
        with pytest.raises(CollabnetError) as refused:
            parse_change(text)
        assert str(refused.value) == said

    def test_a_line_is_named_by_its_number(self):
        with pytest.raises(CollabnetError, match=r"^Line 3: ties needs A:B"):
            parse_changes("# first\nleaves:I1\nties:O1\n")


class TestReadChanges:
    def read(self, tmp_path, name, text):
        (tmp_path / name).write_text(text, "utf-8")
        return read_changes(tmp_path / name)

    def test_lines(self, tmp_path):
        found = self.read(tmp_path, "changes.txt", "\ufeff# first\r\nleaves:I1\r\n\r\ncloses:a\r\n")
        assert found == (Leaves("I1"), Closes("a"))

    def test_toml(self, tmp_path):
        found = self.read(tmp_path, "changes.toml", 'changes = ["leaves:I1", "closes:a"]\n')
        assert found == (Leaves("I1"), Closes("a"))

    def test_a_saved_scenario_counts_by_its_steps_that_are_on(self, tmp_path):
        made = Scenario("x", ["leaves:I1", "closes:a"]).switched(0)
        assert self.read(tmp_path, "x.toml", write_scenario(made)) == (Closes("a"),)

    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            (
                "c.txt",
                "leaves\n",
                "c.txt: Line 1: leaves needs PERSON or PERSON:empty, such as leaves:I1:empty; "
                "got ''.",
            ),
            ("c.txt", "# no\n", "c.txt holds no change. Write one to a line, such as leaves:I1."),
            (
                "c.toml",
                "changes = [1]",
                'c.toml: changes needs to be a list of texts, such as ["leaves:I1"]; got [1].',
            ),
        ],
    )
    def test_what_cannot_be_read(self, tmp_path, name, text, said):
        with pytest.raises(ReadingError) as refused:
            self.read(tmp_path, name, text)
        assert str(refused.value) == said

    def test_no_toml_no_text_no_file(self, tmp_path):
        with pytest.raises(ReadingError, match=r"^c\.toml: it is no TOML: .* write plain lines\.$"):
            self.read(tmp_path, "c.toml", "changes = [")
        (tmp_path / "c.txt").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(
            ReadingError, match=r"^c\.txt needs to be UTF-8 text\. Save it as UTF-8"
        ):
            read_changes(tmp_path / "c.txt")
        with pytest.raises(
            ReadingError, match=r"^nowhere\.txt can't be opened: there is no such file"
        ):
            read_changes(tmp_path / "nowhere.txt")

    def test_a_folder_says_what_is_needed(self, tmp_path):
        with pytest.raises(
            ReadingError, match=r"is a folder, not a file\. Name a file with one change to a line"
        ):
            read_changes(tmp_path)
