"""What each column of a Qualtrics export asks: matrices, loops, side by side, text entries."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from collabnet.data.readers.survey_parts import Item

_ID = re.compile(r"(?:x?(\d+)_)?(QID\d+)(#\d+)?((?:_x?\d+)*)(_TEXT)?(?:_.*)?")
_NAME = re.compile(r"(?:(\d+)_)?(.+?)(#\d+)?((?:_\d+)*)(_TEXT)?")
_ABOUT = re.compile(
    r".*_(First Click|Last Click|Page Submit|Click Count|Browser|Version|Operating System|"
    r"Resolution|DO|DO_.+)|Q_.+",
)
_CHOICE = "Selected Choice"
_PIPED = re.compile(r"\$\{q://(QID\d+)/ChoiceTextEntryValue(?:/(\d+))?\}")
_SLOT = re.compile(
    r"((first|second|third|the)\s+)?(?P<word>name|person|agency|organi[sz]ation|partner|contact|program|"
    r"provider|colleague|member)?\s*(no\.?|nr\.?|#)?\s*\d{0,2}\s*[.:)]?",
    re.IGNORECASE,
)
_PART = " - "
_NOT = "0"


@dataclass(frozen=True)
class _Column:
    """One column taken apart: its loop, its question, its row and column in a matrix."""

    place: int
    name: str
    text: str
    loop: str
    base: str
    suffix: tuple[str, ...]
    is_text: bool


def is_about(name: str, import_id: str) -> bool:
    """Whether a column is about how a page was answered: timing, order, browser, scores.

    Examples
    --------
    >>> is_about("Q3_Page Submit", "QID3_PAGE_SUBMIT"), is_about("Q3_1", "QID3_1")
    (True, False)
    """
    return _ABOUT.fullmatch(name) is not None and not import_id.endswith("_TEXT")


def read_items(
    names: Sequence[str], texts: Sequence[str], ids: Sequence[str], places: Sequence[int]
) -> list[Item]:
    """Say of each column of answers what it asks, and about whom."""
    columns = [_split(place, names[place], texts[place], ids[place]) for place in places]
    groups: dict[tuple[str, str], list[_Column]] = {}
    for column in columns:
        groups.setdefault((column.loop, column.base), []).append(column)
    loops = _loop_alters(columns)
    by_id = {ids[place]: place for place in places}
    items: list[Item] = []
    for (loop, _), group in groups.items():
        found = _loop_items(group, loops, by_id) if loop in loops else _items(group)
        items += found
    return sorted(items, key=lambda item: item.place)


def _split(place: int, name: str, text: str, import_id: str) -> _Column:
    found = _ID.fullmatch(import_id) or _NAME.fullmatch(name)
    if found is None:
        return _Column(place, name, text.strip(), "", name, (), False)
    loop, base, side, suffix, is_text = found.groups()
    parts = tuple(part for part in suffix.split("_") if part)
    return _Column(place, name, text.strip(), loop or "", base + (side or ""), parts, bool(is_text))


def _items(group: list[_Column]) -> list[Item]:
    """The items of one question outside loops."""
    rows = [column for column in group if column.suffix and not column.is_text]
    typed = {column.suffix: column for column in group if column.is_text}
    if not rows and len(typed) > 1:
        rows, typed = list(typed.values()), {}
    label = _label(rows or group)
    if not rows:
        return [_alone(column, label) for column in group]
    items: list[Item] = []
    depth = max(len(column.suffix) for column in rows)
    entries = _entries(rows) if depth == 1 else _crossed(rows)
    are_slots = all(
        entry[0] and (found := _SLOT.fullmatch(entry[0])) and (found["word"] or column.is_text)
        for column in rows
        for entry in (entries[column.place],)
    )
    are_boxes = all(f"{_PART}{_CHOICE}{_PART}" in column.text for column in rows)
    for column in rows:
        alter, wording, choice = entries[column.place]
        other = typed.get(column.suffix)
        question = f"{label}_{column.suffix[-1]}" if choice else label
        items.append(
            Item(
                column.place,
                column.name,
                question,
                f"{wording}{_PART}{choice}" if choice else wording,
                "" if are_slots or other else alter,
                other.place if other else None,
                names_alters=are_slots,
                ticks=(choice or alter, _NOT) if choice or are_boxes else None,
            )
        )
    used = {column.suffix for column in rows}
    items += [
        Item(column.place, column.name, column.name, column.text)
        for suffix, column in typed.items()
        if suffix not in used
    ]
    items += [_alone(column, column.name) for column in group if not column.suffix and rows]
    return items


def _alone(column: _Column, label: str) -> Item:
    question = column.name if column.is_text and column.suffix else label
    wording = column.text.removesuffix(f"{_PART}{_CHOICE}")
    return Item(column.place, column.name, question or column.name, wording)


def _label(group: Sequence[_Column]) -> str:
    """What the names of a question's columns share: Q5 of Q5_1 and Q5_2."""
    stems = []
    for column in group:
        stem = column.name.removesuffix("_TEXT") if column.is_text else column.name
        if column.loop:
            stem = stem.removeprefix(f"{column.loop}_")
        tail = "_" + "_".join(column.suffix)
        stems.append(stem.removesuffix(tail) if column.suffix else stem)
    shared = stems[0][: _shared(stems)]
    return (shared if len(set(stems)) == 1 else shared.rstrip("_0123456789- ")) or group[0].base


def _entries(rows: Sequence[_Column]) -> dict[int, tuple[str, str, str]]:
    """The roster's entry and the wording of each column: what differs, behind the last dash.

    A dash inside an entry stays there, since the wording is the part that all columns share.
    """
    shared = rows[0].text[: _shared([column.text for column in rows])]
    cut = shared.rfind(_PART) if len(rows) > 1 else -1
    found = {}
    for column in rows:
        at = column.text.rfind(_PART) if cut < 0 else cut
        wording = column.text[:at] if at >= 0 else column.text
        alter = column.text[at + len(_PART) :] if at >= 0 else column.text
        found[column.place] = alter.strip(), wording.removesuffix(f"{_PART}{_CHOICE}").strip(), ""
    return found


def _crossed(rows: Sequence[_Column]) -> dict[int, tuple[str, str, str]]:
    """The entry, wording and choice of each column of a matrix with several answers a row."""
    shared = rows[0].text[: _shared([column.text for column in rows])]
    cut = max(shared.rfind(_PART), 0)
    by_row: dict[str, list[_Column]] = {}
    for column in rows:
        by_row.setdefault(column.suffix[0], []).append(column)
    several = len({column.suffix[-1] for column in rows}) > 1
    found = {}
    for group in by_row.values():
        common = group[0].text[: _shared([column.text for column in group])]
        for column in group:
            rest = column.text[cut:].removeprefix(_PART)
            end = common.rfind(_PART) if len(group) > 1 else column.text.rfind(_PART)
            alter = column.text[cut:end].removeprefix(_PART) if end > cut else rest
            choice = column.text[end + len(_PART) :] if end > cut else ""
            wording = column.text[:cut].removesuffix(f"{_PART}{_CHOICE}").strip()
            found[column.place] = alter.strip(), wording, choice.strip() if several else ""
    return found


def _loop_alters(columns: Sequence[_Column]) -> Mapping[str, tuple[str, str]]:
    """Whom each loop is about: what differs in the wording of its questions.

    Gives the name, and what is to be cut out of the wording; a wording that asks for an earlier
    answer (``${q://QID7/ChoiceTextEntryValue/1}``) is kept as such.
    """
    by_base: dict[tuple[str, tuple[str, ...], bool], dict[str, str]] = {}
    for column in columns:
        if column.loop:
            key = column.base, column.suffix, column.is_text
            by_base.setdefault(key, {})[column.loop] = column.text
    found: dict[str, tuple[str, str]] = {}
    for texts in by_base.values():
        for loop, text in texts.items():
            if piped := _PIPED.search(text):
                found.setdefault(loop, (piped[0], piped[0]))
        if len(texts) < 2 or len(set(texts.values())) < len(texts):
            continue
        for loop, alter in _differing(texts).items():
            if alter:
                found.setdefault(loop, (alter, alter))
    for column in columns:
        if column.loop:
            found.setdefault(column.loop, ("", ""))
    return found


def _differing(texts: Mapping[str, str]) -> dict[str, str]:
    """The part in which the wordings differ: one between dashes, else the words that do."""
    split = {loop: text.split(_PART) for loop, text in texts.items()}
    lengths = {len(parts) for parts in split.values()}
    if lengths != {1} and len(lengths) == 1:
        for parts in zip(*split.values(), strict=True):
            if len(set(parts)) == len(parts):
                return dict(zip(split, (part.strip() for part in parts), strict=True))
    words = {loop: text.split() for loop, text in texts.items()}
    start = _shared(list(words.values()))
    least = min(map(len, words.values()))
    end = _shared([one[start:][::-1] for one in words.values()])
    end = min(end, least - start - 1)
    return {
        loop: " ".join(one[start : len(one) - max(end, 0)]).strip("?.,:;")
        for loop, one in words.items()
    }


def _shared(texts: Sequence[Sequence[str]]) -> int:
    """How many letters, or words, all texts have in common at their beginning."""
    same = (len(set(parts)) == 1 for parts in zip(*texts, strict=False))
    return sum(1 for _ in takewhile(bool, same))


def _loop_items(
    group: list[_Column], loops: Mapping[str, tuple[str, str]], by_id: Mapping[str, int]
) -> list[Item]:
    """The items of one question in one loop: all of them are about the loop's alter."""
    alter, cut = loops[group[0].loop]
    piped = _PIPED.fullmatch(alter)
    place = None
    if piped:
        number = piped[2] or ""
        ids = (f"{piped[1]}_{number}", f"{piped[1]}_{number}_TEXT", f"{piped[1]}_TEXT")
        place = next((by_id[one] for one in ids if one in by_id), None)
        alter = "" if place is not None else alter
    items = []
    for column in group:
        stem = column.name.removeprefix(f"{column.loop}_")
        wording = column.text.replace(cut, "…") if cut else column.text
        if column.is_text and not column.suffix:
            stem = column.name.removeprefix(f"{column.loop}_")
        named = alter or (f"loop {column.loop}" if place is None else "")
        items.append(Item(column.place, column.name, stem, wording, named, place))
    return items
