"""Keep the files of a find, and read them again: one JSON file each, with a line what it was."""

import base64
import json
import zlib
from pathlib import Path

from fuzz.cases import Case
from fuzz.seed_files import Seed

FOLDER = Path(__file__).with_name("regressions")


def save(case, name, what):
    """Write the files of a case; text as text, other bytes packed."""
    made = {"what": what, "folder": case.seed.folder, "files": {}}
    for file, data in case.files.items():
        try:
            made["files"][file] = {"text": data.decode("utf-8")}
        except UnicodeDecodeError:
            packed = base64.b64encode(zlib.compress(data, 9)).decode("ascii")
            made["files"][file] = {"zlib": packed}
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return path.name


def _unpacked(text):
    return zlib.decompress(base64.b64decode(text))


def read(path):
    """Give a regression as a case; number 0, so that everything is checked of it."""
    made = json.loads(path.read_text("utf-8"))
    files = {
        name: one["text"].encode("utf-8") if "text" in one else _unpacked(one["zlib"])
        for name, one in made["files"].items()
    }
    seed = Seed(path.stem, "bytes", files, folder=made["folder"])
    return Case(0, seed, files, (made["what"],))
