"""Read what coalition.toml says of a survey: who was asked, how, when, and in which file."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from collabnet.data.options import scale
from collabnet.model.settings import SurveySettings
from collabnet.model.specs import ANSWERS
from collabnet.model.vocabulary import QUESTION

if TYPE_CHECKING:
    from collabnet.data.settings import Reader

_WORDS = {
    "recall": ("list", "free"),
    "level": ("person", "agency"),
    "merge": ("yes", "no"),
}
_KNOWN = ("asked", "most_names", "undirected", "values", "scale", *_WORDS)
_MOST = 1_000_000


def read_survey_settings(reader: "Reader") -> SurveySettings:
    """Read the tables ``[survey]``, ``[waves]`` and ``[files]``; what is wrong is said."""
    table = reader.table("survey")
    reader.note_unknown("survey.", table, _KNOWN)
    chosen = {name: _word(reader, name, table) for name in _WORDS}
    undirected = reader.texts("survey.undirected", table)
    return SurveySettings(
        asked=reader.texts("survey.asked", table),
        recall=chosen["recall"],
        most_names=_most_names(reader, table.get("most_names")),
        level=chosen["level"],
        merge=chosen["merge"] != "no",
        undirected=tuple(QUESTION.normalise(one)[0] for one in undirected),
        values=_values(reader, table.get("values", {})),
        scale=_scale(reader, table.get("scale")),
        waves=_waves(reader),
        files=_files(reader),
    )


def _word(reader: "Reader", name: str, table: Mapping[str, Any]) -> str:
    """One of a few words; TOML's own true and false are yes and no."""
    found = table.get(name, "")
    found = {True: "yes", False: "no"}[found] if isinstance(found, bool) else found
    if found == "" or (isinstance(found, str) and found.strip().lower() in _WORDS[name]):
        return str(found).strip().lower()
    reader.wrong(f"survey.{name}", " or ".join(_WORDS[name]), found)
    return ""


def _most_names(reader: "Reader", found: object) -> int | None:
    if found is None:
        return None
    if isinstance(found, int) and not isinstance(found, bool) and 1 <= found <= _MOST:
        return found
    reader.wrong("survey.most_names", "a whole number from 1", found)
    return None


def _values(reader: "Reader", found: object) -> dict[str, float]:
    fits = isinstance(found, dict) and all(
        isinstance(one, int | float) and not isinstance(one, bool) and 0 <= one <= _MOST
        for one in found.values()
    )
    if fits and isinstance(found, dict):
        return {word.strip().lower(): float(one) for word, one in found.items()}
    reader.wrong("survey.values", "words with the number of each, such as often = 3", found)
    return {}


def _scale(reader: "Reader", found: object) -> tuple[float, float] | None:
    if found is None:
        return None
    bounds = scale(found) if isinstance(found, str) else None
    if bounds is None:
        reader.wrong("survey.scale", 'a scale such as "0-4"', found)
    return bounds


def _waves(reader: "Reader") -> dict[str, date]:
    table = reader.table("waves")
    # A wave's name may hold a point, behind which the reader looks for the key.
    days = {
        name: reader.day(f"waves.{name}", {name.rpartition(".")[2]: one})
        for name, one in table.items()
    }
    return {name: day for name, day in days.items() if day is not None}


def _files(reader: "Reader") -> dict[str, tuple[str, str]]:
    """What survey files hold; other files' entries are for something that is not read yet."""
    found = {}
    for name, says in reader.table("files").items():
        if not ANSWERS.is_file(name):
            reader.ledger.add("setting_not_used", column="files", value=f"files.{name}")
        elif not isinstance(says, dict):
            needed = f'to be a table: a line [files."{name}"] and settings below it'
            reader.wrong(f"files.{name}", needed, says)
        else:
            reader.note_unknown(f"files.{name}.", says, ("question", "wave"))
            # A wave called 2024 need not stand in quotes.
            said = {key: str(one) if type(one) is int else one for key, one in says.items()}
            question = reader.text(f"files.{name}.question", said)
            found[name] = QUESTION.normalise(question)[0], reader.text(f"files.{name}.wave", said)
    return found
