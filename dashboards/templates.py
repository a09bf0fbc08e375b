"""Empty tables to fill in, to be downloaded: the same that ``collabnet new`` writes."""

import io
import tempfile
import zipfile
from pathlib import Path

from flask import Flask, Response

from collabnet.data.forms.template_book import BOOK_FILE, template_book
from collabnet.data.templates import new_coalition

WORKBOOK = f"/templates/{BOOK_FILE}"
FOLDER = "/templates/coalition.zip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def serve(server: Flask) -> None:
    """Answer at `WORKBOOK` and at `FOLDER`."""
    server.add_url_rule(WORKBOOK, "template_book", lambda: _file(template_book(), BOOK_FILE, _XLSX))
    server.add_url_rule(
        FOLDER,
        "template_folder",
        lambda: _file(template_folder(), "coalition.zip", "application/zip"),
    )


def template_folder() -> bytes:
    """Give the folder of a new coalition, its tables as CSV, in an archive.

    Examples
    --------
    >>> "coalition/referrals.csv" in zipfile.ZipFile(io.BytesIO(template_folder())).namelist()
    True
    """
    made = io.BytesIO()
    with tempfile.TemporaryDirectory() as parent, zipfile.ZipFile(made, "w") as archive:
        folder = new_coalition(Path(parent) / "coalition")
        for one in sorted(folder.iterdir()):
            archive.writestr(f"coalition/{one.name}", one.read_bytes())
    return made.getvalue()


def _file(data: bytes, name: str, kind: str) -> Response:
    said = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype=kind, headers=said)
