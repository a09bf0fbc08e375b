"""The answers given for a file, kept in coalition.toml so that the next export needs none."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from collabnet.data.issues import Facts, Ledger
from collabnet.data.options import OPTIONS, Answer, Answers, parse_answer
from collabnet.model.errors import ReadingError

_DIFFERS = re.compile(
    r"\d+(?:st|nd|rd|th)?|q[1-4]|v\d+|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|final|copy|new|corrected|updated|export"
)
ONCE = ("again", "into", "accept_rejects", "changed_rows", "known_actors", "unknown_actors", "wave")
"""Answers that hold for one import only and are never kept."""


def is_once(key: str) -> bool:
    """Whether an answer holds for one import only, of whichever sheet or table it is."""
    return key.rpartition(".")[2] in ONCE


def read_recipe(document: Mapping[str, Any], name: str, ledger: Ledger) -> dict[str, Answer]:
    """Give the answers kept for a file; for a file of rejects those of its original.

    What isn't a setting, or has a value it can't have, goes to the ledger.
    """
    recipes = document.get("recipes", {})
    found = recipes.get(recipe_name(name), {}) if isinstance(recipes, dict) else {}
    return parse_answers(found if isinstance(found, dict) else {}, name, ledger)


def parse_answers(given: Mapping[str, object], name: str, ledger: Ledger) -> dict[str, Answer]:
    """Read answers for a file; what is no setting, or no value of one, goes to the ledger."""
    answers: dict[str, Answer] = {}
    for key, value in given.items():
        # The setting of one sheet carries its name in front.
        option = OPTIONS.get(key) or OPTIONS.get(key.rpartition(".")[2])
        answer = parse_answer(option, value) if option else None
        if option is None:
            ledger.add("unknown_setting", column=key, value=key, near="")
        elif answer is None:
            told: Facts = {"name": f"{name}: {key}", "needed": option.needed}
            ledger.add("wrong_setting", column=key, value=str(value), **told)
        else:
            answers[key] = answer
    return answers


def recipe_name(name: str) -> str:
    """Name the recipe of a file: what differs from export to export is left out.

    That are numbers, months, and words such as final or copy; capitals don't count.

    Examples
    --------
    >>> recipe_name("Referral Log - May 2024 (final).xlsx"), recipe_name("log.csv.rejects.csv")
    ('referral log.xlsx', 'log.csv')
    """
    base = re.sub(r"( \([^()]*\))?\.rejects(\.\d+)?\.csv$", "", name).lower()
    stem, dot, suffix = base.rpartition(".")
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", stem if dot else base)
    kept = [word for word in words if not _DIFFERS.fullmatch(word)]
    plain = " ".join(kept) or " ".join(words) or base
    return f"{plain}{dot}{suffix}" if dot else plain


def parse_recipe(data: bytes, name: str) -> dict[str, Any]:
    """Read a recipe file of its own: settings at the top, or under ``[recipes."name"]``.

    Raises
    ------
    ReadingError
        If it isn't TOML.
    """
    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReadingError(
            f"A recipe is a TOML file; {name} can't be read: {error}. Correct that line, or leave "
            "--recipe out and answer the questions again."
        ) from error
    return document


def _document(settings: bytes) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(settings.decode("utf-8-sig"))
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise ReadingError(
            f"Answers are kept in coalition.toml, and nothing can be added to it: {error}. Correct "
            "that line, and import again."
        ) from error


def with_reading(
    settings: bytes, answers: Mapping[str, object], *, with_once: bool = False
) -> bytes:
    """Write answers under ``[reading]`` of coalition.toml, where every later reading finds them.

    Those that hold for one import only are left out, unless ``with_once``.
    """
    document = _document(settings)
    kept = {key: value for key, value in answers.items() if with_once or not is_once(key)}
    if not kept:
        return settings
    if "reading" not in document:
        document["reading"] = tomlkit.table()
    for key, value in kept.items():
        document["reading"][key] = value
    return tomlkit.dumps(document).encode("utf-8")


def with_recipes(
    settings: bytes, recipes: Mapping[str, Answers], stated: Mapping[str, Answer] | None = None
) -> bytes:
    r"""Write answers into coalition.toml, a table a file; the rest of it stays as it is.

    What is ``stated`` there for every file isn't written a second time.

    Examples
    --------
    >>> made = with_recipes(b'name = "B"\n', {"log.csv": Answers({"date_order": "day-first"})})
    >>> print(made.decode())
    name = "B"
    <BLANKLINE>
    [recipes."log.csv"]
    date_order = "day-first"
    <BLANKLINE>
    """
    document = _document(settings)
    for name, answers in recipes.items():
        kept = {
            key: value
            for key, value in answers.values.items()
            if not is_once(key) and (stated or {}).get(key) != value
        }
        if not kept:
            continue
        if "recipes" not in document:
            document["recipes"] = tomlkit.table(is_super_table=True)
        table = tomlkit.table()
        for key, value in kept.items():
            table[key] = list(value) if isinstance(value, tuple) else value
        document["recipes"][recipe_name(name)] = table
    return tomlkit.dumps(document).encode("utf-8")
