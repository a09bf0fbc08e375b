"""A coalition's own table is cut into rows, and what isn't changed stays to the byte."""

import pytest

from collabnet.data.editing import read_own
from collabnet.data.place import Place
from collabnet.model.errors import CollabnetError

PLAIN = b"person_id,name,agency_id\np1,Ann,court\np2,Bea,court\n"
ODD = (
    '\ufeffsep=;\r\n"Person ID";Name;agency_id;Colour\r\np1;"Ann ""A""; Lee";court;red\r\n\r\n'
    'p2;"two\r\nlines";court;\r\n'
).encode()


@pytest.fixture
def table(tmp_path):
    """Return a function that writes people.csv (and settings) and reads it for corrections."""

    def read(data=None, settings=""):
        if data is not None:
            (tmp_path / "people.csv").write_bytes(data)
        (tmp_path / "coalition.toml").write_text(settings, encoding="utf-8")
        return read_own(Place(tmp_path), "people")

    return read


class TestRows:
    def test_rows_are_numbered_as_a_spreadsheet_does(self, table):
        """The header is row 1; the columns go by the table's names, other columns by their own."""
        own = table(ODD)
        assert own.columns == ["person_id", "name", "agency_id", "Colour"]
        assert own.rows == [2, 4]
        assert own.row(2) == {
            "person_id": "p1",
            "name": 'Ann "A"; Lee',
            "agency_id": "court",
            "Colour": "red",
        }
        assert own.row(1) is None
        assert own.row(3) is None
        assert own.row(9) is None
        assert own.ids == ["p1", "p2"]

    def test_a_file_that_is_not_there_is_an_empty_table(self, table):
        own = table()
        assert own.rows == []
        own.insert({"person_id": "p1", "agency_id": "court"})
        head, row, end = own.to_bytes().decode("utf-8-sig").split("\r\n")
        assert head.startswith("person_id,name,agency_id,role")
        assert row.startswith("p1,,court,")
        assert end == ""


class TestChanging:
    def test_a_change_leaves_every_other_byte_alone(self, table):
        own = table(ODD)
        own.change(2, {"agency_id": "police"})
        changed = ODD.replace(b'Ann ""A""; Lee";court', b'Ann ""A""; Lee";police')
        assert own.to_bytes() == changed

    def test_a_row_is_put_below_the_last_one_or_where_it_was(self, table):
        own = table(PLAIN)
        assert own.insert({"person_id": "p3", "name": "Cy", "agency_id": "court"}) == 4
        own.remove(2)
        assert own.to_bytes() == b"person_id,name,agency_id\np2,Bea,court\np3,Cy,court\n"
        assert own.insert({"person_id": "p1", "name": "Ann", "agency_id": "court"}, 2) == 2
        assert own.to_bytes() == PLAIN + b"p3,Cy,court\n"

    def test_a_last_line_without_an_end_gets_one(self, table):
        own = table(PLAIN.rstrip())
        own.insert({"person_id": "p3", "agency_id": "court"})
        assert own.to_bytes() == PLAIN + b"p3,,court\n"

    def test_blank_lines_at_the_end_stay_there(self, table):
        own = table(PLAIN + b"\n\n")
        assert own.insert({"person_id": "p3", "agency_id": "court"}) == 4
        assert own.to_bytes() == PLAIN + b"p3,,court\n\n\n"

    def test_a_column_that_is_needed_is_added_to_every_row(self, table):
        own = table(PLAIN)
        own.change(3, {"role": "clerk", "note": ""})
        assert own.to_bytes() == (
            b"person_id,name,agency_id,role\np1,Ann,court,\np2,Bea,court,clerk\n"
        )

    def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it(self, table):
        own = table(PLAIN)
        own.change(2, {"name": "=1+1"})
        assert b"p1,'=1+1,court\n" in own.to_bytes()
        assert own.row(2)["name"] == "=1+1"


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_stays_as_it_is(self, table, encoding):
        mark = "\ufeff"
        own = table((mark + PLAIN.decode()).encode(encoding))
        own.change(2, {"name": "Åsa"})
        assert own.to_bytes() == (mark + PLAIN.decode().replace("Ann", "Åsa")).encode(encoding)

    def test_an_encoding_that_was_stated_stays(self, table):
        settings = '[reading]\nencoding = "cp1252"\n'
        own = table(PLAIN.replace(b"Bea", "Béa".encode("cp1252")), settings)
        own.change(2, {"name": "Åsa"})
        wanted = PLAIN.decode().replace("Bea", "Béa").replace("Ann", "Åsa")
        assert own.to_bytes() == wanted.encode("cp1252")
        own.change(2, {"name": "Łu"})
        with pytest.raises(CollabnetError) as told:
            own.to_bytes()
        assert str(told.value) == (
            "people.csv is written in cp1252, which has no sign for one of the letters typed. Save "
            "the file as UTF-8 first, or use another letter."
        )

    def test_a_file_that_is_not_plain_is_left_alone(self, table):
        """A quote inside a cell: nobody can tell where the cell ends."""
        with pytest.raises(CollabnetError) as told:
            table(PLAIN.replace(b"Bea", b'B"ea'))
        assert str(told.value).startswith(
            "people.csv can't be corrected here, because its rows and columns can't be told apart "
            "for sure. Correct it in a spreadsheet."
        )
