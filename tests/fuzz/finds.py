"""Examine a case, and say what is wrong in words that two finds of one kind share."""

import tempfile
import traceback
import warnings
from pathlib import Path

from fuzz.cases import make_case
from fuzz.examine import examine


def result_of(number):
    """What came of a case: its program and level, or the find."""
    return result(make_case(number))


def result(case):
    with tempfile.TemporaryDirectory(prefix="collabnet-") as made, warnings.catch_warnings():
        warnings.simplefilter("error")
        folder = Path(made) / "site"
        folder.mkdir()
        try:
            program, level, imported = examine(case, folder)
        except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
            return {"case": case.number, "seed": case.seed.name, "edits": list(case.edits),
                    **_find(error)}  # fmt: skip
    return {"case": case.number, "program": program, "level": level, "imported": imported}


def _find(error):
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if "collabnet" in Path(one.filename).parts]
    place = next(reversed(ours), frames[-1])
    name = f"{Path(place.filename).parent.name}/{Path(place.filename).name}"
    text = str(error).partition(":")[0] if isinstance(error, AssertionError) else str(error)[:200]
    return {
        "find": f"{type(error).__name__} {text[:120]}",
        "at": f"{name}:{place.name}",
        "said": str(error)[:800],
        "trace": "".join(traceback.format_exception(error))[-3000:],
    }
