"""A coalition with a token of its own in every cell that could tell who somebody is."""

import csv
import io
import re
import zipfile
import zlib
from base64 import b64decode
from functools import cache
from html import unescape
from urllib.parse import unquote

from collabnet.model.specs import TABLES

MARK = "zq"
"""No word of ours holds it."""
NAMES = ("court", "shelter", "clinic")
_ORDINARY = {
    "sector": ("social services", "health care"),
    "services": ("shelter", "counselling"),
    "service": ("counselling", "shelter"),
}
"""What is said in words that many share, below a first cell in words of its own."""
_TERMS = {
    ("ties", "kind"): "contact", ("ties", "basis"): "informal", ("ties", "quality"): "positive",
    ("agreements", "kind"): "protocol", ("answers", "question"): "contact",
}  # fmt: skip


def token(table, column):
    """The token of a column, in letters alone: one word, found in any case."""
    return f"{MARK}{table}{column}".replace("_", "")


def _ids():
    """Which ids stand in which column; the ends of a tie and of a referral differ."""
    person, agency = ([f"{MARK}{kind}id{n}" for n in range(3)] for kind in ("person", "agency"))
    turned = {"people": person[1:] + person[:1], "agencies": agency[1:] + agency[:1]}
    return {
        "person_id": person, "from_person": person, "source": person, "respondent": person,
        "to_person": turned["people"], "target": turned["people"], "alter": turned["people"],
        "agency_id": agency, "from_agency": agency, "to_agency": turned["agencies"],
        "reported_by": person, "agreement_id": [f"{MARK}agreementid{n}" for n in range(3)],
    }  # fmt: skip


def cells(table, column):
    """Three cells of a column; blank where it can't tell who somebody is."""
    ids = _ids()
    if column.file_name in ids:
        return ids[column.file_name]
    if column.file_name in _ORDINARY:
        return (f"{token(table, column.file_name)}0", *_ORDINARY[column.file_name])
    if column.file_name == "wave":  # of one wave, as a whole survey is
        return (f"{token(table, column.file_name)}0",) * 3
    if column.file_name == "value":
        return ("1", "1", "1")
    if column.kind == "day":
        return ("2024-03-05",) * 3 if column.required else ("",) * 3
    if column.kind != "text":
        return (_TERMS.get((table, column.file_name), ""),) * 3
    return tuple(f"{token(table, column.file_name)}{n}" for n in range(3))


PLANTED = sorted(
    {token(name, one.file_name) for name, spec in TABLES.items() for one in spec.columns
     if cells(name, one)[0].startswith(token(name, one.file_name))}
    | {f"{MARK}personid", f"{MARK}agencyid", f"{MARK}agreementid"}
)  # fmt: skip
"""A token for each column that could tell who somebody is."""
BESIDE = {
    "boundary": "zqboundary", "about": "zqabout", "reject": "zqrejectcell",
    "survey file": "zqsurveyfile", "reject file": "zqrejectfile", "original": "zqoriginalcell",
    "original file": "zqoriginalfile",
    "correction": "zqcorrection", "unknown column": "zqowncolumn",
}  # fmt: skip
"""What stands elsewhere in the folder."""
NEVER = {
    "client": token("referrals", "client"), "folder": "zqfolderpath", "user": "zqusername",
    "host": "zqhostname", "home": "zqhomepath", "rejects": BESIDE["reject"],
    "original": BESIDE["original"],
}  # fmt: skip
"""What nobody gets to see, whoever holds the data included."""
OUTSIDE = sorted({*PLANTED, *BESIDE.values(), *NEVER.values()})
"""What nobody outside gets to see."""


def write_planted(tmp_path, name="ours", *, is_named=True):
    """Write the coalition's folder and give it; without a name the folder's stands for it."""
    folder = tmp_path / NEVER["folder"] / name
    (folder / "rejects").mkdir(parents=True)
    for table, spec in TABLES.items():
        # Twenty referrals a pathway: counts from eleven on are shown, so that tables aren't empty.
        times = 20 if table == "referrals" else 1
        file = f"survey_{BESIDE['survey file']}.csv" if spec.pattern else spec.file
        columns = [cells(table, one) for one in spec.columns]
        rows = [list(row) for _ in range(times) for row in zip(*columns, strict=True)]
        names = [one.file_name for one in spec.columns]
        for number, row in enumerate(rows if table == "referrals" else ()):
            row[names.index("referral_id")] += f"n{number}"
        if table == "people":  # three hold the role of the first, who carries a pathway
            for n in (3, 4):
                rows.append([f"{MARK}personid{n}" if one == "person_id" else cell
                             for one, cell in zip(names, rows[0], strict=True)])  # fmt: skip
        if table in ("agencies", "people"):
            names.append("own_column")
            for row in rows:
                row.append(BESIDE["unknown column"])
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([names, *rows])
    stated = f'name = "{name.title()}"\n' if is_named else ""
    (folder / "coalition.toml").write_text(
        f'{stated}about = "{BESIDE["about"]}"\n'
        f'[roster]\nboundary = "{BESIDE["boundary"]}"\n'
        "[period]\nstart = 2024-01-01\nend = 2024-12-31\n",
        "utf-8",
    )
    (folder / "rejects" / f"{BESIDE['reject file']}.csv").write_text(
        f"source,reject_file\n{BESIDE['reject']},{BESIDE['reject file']}.csv\n", "utf-8"
    )
    (folder / f"{BESIDE['original file']}.xlsx").write_bytes(BESIDE["original"].encode())
    (folder / "corrections.csv").write_text(
        "step,part,done_on,file,row,did,column,before,after\n"
        f"1,1,2024-06-01,people.csv,3,changed,note,{BESIDE['correction']},other\n",
        "utf-8",
    )
    return folder


def inside(data, name=""):
    """Give all that a file holds as text: unzipped, unpacked, without escapes; its name too."""
    yield name.casefold()
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            yield pack.comment.decode("latin-1")
            for one in pack.infolist():
                yield (one.comment + one.extra).decode("latin-1")
                yield from inside(pack.read(one), one.filename)
        return
    if data[:5] == b"%PDF-":
        yield from _in_pdf(data)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from _in_png(data)
    text = data.decode("utf-8", "replace")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield data.decode(encoding, "replace").casefold()
    yield unescape(text).casefold()
    yield unquote(text).casefold()
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text).casefold()
    for found in re.findall(r"base64,([A-Za-z0-9+/=]{16,})", text):
        yield from inside(b64decode(found + "=" * (-len(found) % 4)))


def _in_pdf(data):
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    yield str(reader.metadata).casefold()
    for page in reader.pages:
        yield page.extract_text().casefold()
        # What is drawn in parts, letter by letter, is one word to a reader.
        yield re.sub(r"\s", "", page.extract_text()).casefold()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            yield zlib.decompress(stream).decode("latin-1").casefold()
        except zlib.error:
            yield stream.decode("latin-1").casefold()


def _in_png(data):
    place = 8
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        place += 12 + size
        yield kind.decode("latin-1")
        if kind in (b"zTXt", b"iTXt", b"eXIf", b"tEXt"):
            yield body.decode("latin-1").casefold()
            for start in range(len(body)):
                try:
                    yield zlib.decompress(body[start:]).decode("latin-1").casefold()
                except zlib.error:
                    continue


@cache
def _whole(data, name):
    return "\n".join(inside(data, name))


def found_in(tokens, files):
    """Give each token that is found, with the files it is found in."""
    told = {one: [name for name in sorted(files) if one in _whole(files[name], name)]
            for one in tokens}  # fmt: skip
    return {one: names for one, names in told.items() if names}
