"""The search for planted tokens finds what a reader could dig out: else it proves nothing."""

import io
import zipfile

import pytest

from collabnet.reports.safe_copy.write import zipped
from planted import found_in


class TestInside:
    """The search sees what a reader could dig out."""

    @pytest.mark.parametrize(
        "data",
        [
            "zqtok".encode("utf-16-le"),
            b"&#122;qtok",
            b"%7Aqtok",
            b"\\u007aqtok",
            b"data:image/svg+xml;base64,PHN2Zz56cXRvazwvc3ZnPg==",
            b"ZQTOK",
        ],
    )
    def test_escapes_are_undone(self, data):
        assert found_in(["zqtok"], {"file": data}) == {"zqtok": ["file"]}

    def test_zip_files_in_zip_files_are_opened_and_their_names_read(self):
        inner = zipped({"zqname.txt": b"zqtok"})
        told = found_in(["zqtok", "zqname"], {"file": zipped({"inner": inner})})
        assert told == {"zqtok": ["file"], "zqname": ["file"]}

    def test_comments_of_zip_files_are_read(self):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as pack:
            pack.comment = b"zqtok"
        with zipfile.ZipFile(made, "a") as pack:
            pack.writestr("a", "b")
        assert "zqtok" in found_in(["zqtok"], {"file": made.getvalue()})

    def test_what_an_image_says_of_itself_is_read(self):
        body = b"Author\x00zqtok"
        chunk = len(body).to_bytes(4, "big") + b"tEXt" + body + b"\x00" * 4
        image = b"\x89PNG\r\n\x1a\n" + chunk
        assert "zqtok" in found_in(["zqtok"], {"file": image})
