"""Make the labelled pairs of spellings on which proposals of names are measured.

Run ``python scripts/make_name_pairs.py`` to write tests/data/crosswalk/labelled_pairs.csv anew. The
words stand in name_pairs.toml; the seed is fixed, so that the file is always the same.
"""

import csv
import io
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "tests" / "data" / "crosswalk" / "labelled_pairs.csv"
COLUMNS = (
    "half", "kind", "case", "same", "written", "written_at", "name", "name_at", "alternate_names",
)  # fmt: skip
SEED = 20240630
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEGAL = ("{}, Inc.", "{} Inc", "{} LLC", "The {}", "{} (nonprofit)", "{} Corp.")
Words = dict[str, Any]
Row = tuple[str, ...]


def make() -> str:
    """Give the file as text."""
    words = tomllib.loads((HERE / "name_pairs.toml").read_text("utf-8"))
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for half in ("tune", "test"):
        rng = random.Random(f"{SEED} {half}")
        rows: dict[Row, None] = {}
        for row in (*_agencies(words[half], rng), *_people(words[half], rng)):
            rows.setdefault((half, *row))
        writer.writerows(rows)
    return made.getvalue()


def _same(case: str, written: str, name: str, others: str = "") -> Row:
    return ("agency", case, "yes", written, "", name, "", others)


def _differs(case: str, written: str, name: str, places: tuple[str, str] = ("", "")) -> Row:
    return ("agency", case, "no", written, places[0], name, places[1], "")


def _agencies(words: Words, rng: random.Random) -> Iterator[Row]:
    placed = [
        (name.format(place=place), place)
        for at, name in enumerate(words["agencies"])
        for place in (words["places"] * 2)[at : at + 4]
    ]
    for name in [*(name for name, _ in placed), *words["lone"]]:
        for case, change in _CHANGES.items():
            for _ in range(2 if case in ("short", "typo") else 1):
                written = change(name, words, rng)
                if written and written != name:
                    yield _same(case, written, name)
    for at, (name, place) in enumerate(placed):
        for other in rng.sample([one for one in words["places"] if one != place], 3):
            yield _differs("other county", name.replace(place, other), name)
        sibling = rng.choice(
            [one for one in words["agencies"] if one != words["agencies"][at // 4]]
        )
        yield _differs("other agency of the place", sibling.format(place=place), name)
        yield _differs("same name, two counties", name, name, ("A", "B"))
    for one, other in words["near_places"]:
        for name in rng.sample(words["agencies"], 3):
            yield _differs("near places", name.format(place=one), name.format(place=other))
    for one, other in words["opposites"]:
        yield _differs("opposites", one, other)
        place = rng.choice(words["places"])
        yield _differs("opposites", f"{place} {one}", f"{other}, {place}")
        yield _differs("opposites", _short(f"{place} {one}", words, rng), f"{place} {other}")
    for name in words["lone"]:
        others = rng.sample([one for one in words["lone"] if one != name], 3)
        for other in others:
            yield _differs("another agency", other, name)
    for one, other in words["foreign"]:
        yield _same("transliteration", one, other)
        yield _same("transliteration", other.upper(), one)
    for one, name in words["known_as"]:
        yield _same("alternate name", one.lower(), name, one)
        yield _same("alternate name", _typo(one, words, rng) or one, name, f"x;{one}")


def _short(name: str, words: Words, rng: random.Random) -> str:
    """Write one or two words short."""
    able = [word for word in name.split() if word.strip("'s") in words["short"]]
    for word in rng.sample(able, min(len(able), rng.choice([1, 2]))):
        name = name.replace(word, rng.choice(words["short"][word.strip("'s")]), 1)
    return name


def _typo(name: str, _: Words, rng: random.Random) -> str:
    """Slip once in a word of six letters or more, never in its first."""
    able = [word for word in re.findall(r"[A-Za-z]+", name) if len(word) > 5]
    if not able:
        return ""
    word = rng.choice(able)
    at = rng.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + rng.choice(LETTERS) + word[at + 1 :],
    )
    return name.replace(word, rng.choice(slips), 1)


def _order(name: str, words: Words, rng: random.Random) -> str:
    """Put the place behind, or the last words first."""
    place = next((one for one in words["places"] if name.startswith(one)), "")
    if not place:
        first, _, rest = name.partition(" ")
        return f"{rest}, {first}" if " " in rest and "of" not in rest.split() else ""
    front = f"{place} County" if name.startswith(f"{place} County") else place
    rest = name.removeprefix(front).strip()
    return rng.choice(
        (f"{rest}, {front}", f"{rest} of {front}", f"{rest} ({front})", f"{rest} - {front}")
    )


def _acronym(name: str, words: Words, rng: random.Random) -> str:
    """Write the words behind the place, or all, by their initials."""
    place = next((one for one in words["places"] if name.startswith(one)), "")
    rest = name.removeprefix(place).removeprefix(" County").strip()
    letters = "".join(word[0] for word in re.split(r"[\s-]+", rest) if word[:1].isupper())
    if len(letters) < 2 or (len(letters) < 3 and not place):
        return ""
    spoken = rng.choice((letters, letters, ".".join(letters) + "."))
    return f"{place} {'County ' if 'County' in name else ''}{spoken}".strip()


def _county(name: str, _: Words, rng: random.Random) -> str:
    if " County " not in name:
        return ""
    front, rest = name.split(" County ", 1)
    return rng.choice(
        (
            f"{front} {rest}",
            f"County of {front} {rest}",
            f"{rest} {front} Co",
            f"{rest} for {front} County",
        )
    )


def _legal(name: str, _: Words, rng: random.Random) -> str:
    return rng.choice(LEGAL).format(name)


def _plain(name: str, _: Words, rng: random.Random) -> str:
    """Change what carries no meaning: case, spaces, punctuation, & for and."""
    ways = (
        name.upper(),
        name.lower(),
        name.replace("'", "’"),
        f"{name}.",
        name.replace(" ", "  "),
        name.replace("'", ""),
    )
    return rng.choice(ways).replace(" and ", rng.choice((" & ", " and ")))


def _joined(name: str, _: Words, rng: random.Random) -> str:
    return name.replace("-", rng.choice((" ", ""))) if "-" in name else ""


def _both(name: str, words: Words, rng: random.Random) -> str:
    """Two changes at once."""
    first, second = rng.sample([_short, _typo, _order, _legal, _county, _plain], 2)
    return second(first(name, words, rng) or name, words, rng)


_CHANGES: dict[str, Callable[[str, Words, random.Random], str]] = {
    "short": _short,
    "typo": _typo,
    "word order": _order,
    "acronym": _acronym,
    "county": _county,
    "legal form": _legal,
    "plain": _plain,
    "joined": _joined,
    "two changes": _both,
}


def _person(case: str, is_same: bool, written: str, name: str, at: tuple[str, str]) -> Row:
    return ("person", case, "yes" if is_same else "no", written, at[0], name, at[1], "")


def _people(words: Words, rng: random.Random) -> Iterator[Row]:
    here, there = ("court", "court"), ("court", "program")
    for surname in words["surnames"]:
        first, second, third = rng.sample(words["given"], 3)
        name = f"{first} {surname}"
        letter = rng.choice(LETTERS).upper()
        yield _person("initials", True, f"{first[0]}{surname[0]}", name, here)
        yield _person("initials", True, f"{first[0]}. {surname[0]}.", name, here)
        yield _person("first initial", True, f"{first[0]}. {surname}", name, here)
        yield _person("first initial", True, f"{surname}, {first[0]}", name, here)
        yield _person("surname first", True, f"{surname}, {first}", name, here)
        yield _person("title", True, f"{rng.choice(words['titles'])} {surname}", name, here)
        yield _person("title", True, f"{rng.choice(words['titles'])} {first} {surname}", name, here)
        yield _person("middle initial", True, f"{first} {letter}. {surname}", name, here)
        yield _person("typo", True, _typo(name, words, rng), name, here)
        yield _person("case", True, name.upper(), name, here)
        yield _person("same surname", False, f"{second} {surname}", name, here)
        yield _person("same surname", False, f"{second[0]}. {surname}", name, here)
        yield _person("same surname", False, f"{surname}, {third}", name, here)
        yield _person("other initials", False, f"{second[0]}{surname[0]}", name, here)
        yield _person("initials elsewhere", False, f"{first[0]}{surname[0]}", name, there)
        yield _person("same name elsewhere", False, name, name, there)
        yield _person("surname elsewhere", False, f"Officer {surname}", name, there)
        yield _person("junior", False, f"{name} Jr.", f"{name} Sr.", here)
        yield _person(
            "middle initial", False, f"{first} A. {surname}", f"{first} R. {surname}", here
        )
        other = rng.choice([one for one in words["surnames"] if one != surname])
        yield _person("same given name", False, f"{first} {other}", name, here)
    for one, other in words["near_surnames"]:
        for given in words["given"][:2]:
            yield _person("near surnames", False, f"{given} {one}", f"{given} {other}", here)
    for role in words["roles"]:
        for n, other in ((1, 2), (1, 11), (3, 13)):
            yield _person("numbered", False, role.format(n=n), role.format(n=other), here)
            yield _person(
                "numbered", True, role.format(n=other).lower(), role.format(n=other), here
            )


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(make(), "utf-8", newline="\n")
    sys.stdout.write(f"{OUT.name}: {make().count(chr(10)) - 1} pairs\n")
