"""What each column of a REDCap export asks: by the data dictionary, else by its name."""

import re
from collections.abc import Mapping, Sequence

from collabnet.data.readers.redcap_dictionary import (
    Variable,
    as_column,
    by_label,
    split_choice,
)
from collabnet.data.readers.survey_parts import Item

_BOX = re.compile(r"(.+?)___(.+)")
_NUMBERED = re.compile(r"(.+?)_?(\d+)")
_RAW, _LABELS = ("1", "0"), ("Checked", "Unchecked")


def dictionary_items(
    names: Sequence[str], places: Sequence[int], variables: Sequence[Variable], is_raw: bool
) -> list[Item]:
    """Say of each column what it asks, with the data dictionary at hand.

    Rows of a matrix and boxes to tick are about others; codes of the rest stand for their labels.
    """
    if is_raw:
        known = {one.name: one for one in variables}
        matched = {place: _by_name(names[place], known) for place in places}
    else:
        found = by_label([names[place] for place in places], variables)
        matched = {places[at]: hit for at, hit in found.items()}
    made = []
    for place in places:
        hit = matched.get(place)
        variable, choice = hit if hit else (None, "")
        if variable is None:
            made.append(Item(place, names[place], names[place]))
        elif choice:
            made.append(_box(place, names[place], variable, choice, _RAW if is_raw else _LABELS))
        elif variable.matrix:
            text = variable.header or variable.matrix
            made.append(Item(place, variable.name, variable.matrix, text, variable.label))
        else:
            labels = variable.choices if is_raw else {}
            made.append(Item(place, variable.name, variable.name, variable.label, labels=labels))
    return made


def _by_name(name: str, known: Mapping[str, Variable]) -> tuple[Variable, str] | None:
    if name in known:
        return known[name], ""
    box = _BOX.fullmatch(name)
    if not box or box[1] not in known:
        return None
    variable = known[box[1]]
    label = next(
        (label for code, label in variable.choices.items() if as_column(code) == box[2]), box[2]
    )
    return variable, label


def _box(place: int, column: str, variable: Variable, choice: str, ticks: tuple[str, str]) -> Item:
    if variable.matrix:
        # In a matrix of boxes each row is an actor, and each choice a question of its own.
        question = f"{variable.matrix}_{as_column(choice).replace(' ', '_')}"
        text = f"{variable.header or variable.matrix} - {choice}"
        return Item(place, column, question, text, variable.label, ticks=ticks)
    return Item(place, column, variable.name, variable.label, choice, ticks=ticks)


def bare_items(
    names: Sequence[str], places: Sequence[int], given: Mapping[str, str], is_raw: bool
) -> tuple[list[Item], list[str]]:
    """Say of each column what it asks by its name alone, and which of their alters lack a name.

    Boxes share what stands before three underscores; other columns belong together when two or
    more share a stem and end in a number, or in words that other stems have too.
    """
    made, unnamed = [], []
    stems = _stems([names[place] for place in places])
    for place in places:
        name = names[place]
        box, text = _BOX.fullmatch(name) if is_raw else None, ""
        ticks: tuple[str, str] | None = None
        if box:
            question, alter, ticks = box[1], box[2], _RAW
        elif not is_raw and (found := split_choice(name))[1]:
            (question, alter), ticks = found, _LABELS
            text = question
        elif name in stems:
            question, alter = stems[name]
        else:
            made.append(Item(place, name, name))
            continue
        known = next((given[key] for key in (name, alter) if key in given), "")
        if not known and alter.lstrip("_").isdigit():
            unnamed.append(name)
        made.append(Item(place, name, question, text, known or alter, ticks=ticks))
    return made, unnamed


def _stems(names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Stem and ending of the names that belong together."""
    numbered: dict[str, list[tuple[str, str]]] = {}
    words: dict[str, dict[str, str]] = {}
    for name in names:
        if _BOX.fullmatch(name):
            continue
        if found := _NUMBERED.fullmatch(name):
            numbered.setdefault(found[1], []).append((name, found[2]))
        elif "_" in name:
            stem, _, ending = name.partition("_")
            words.setdefault(stem, {})[ending] = name
    made = {
        name: (stem, ending)
        for stem, found in numbered.items()
        if len(found) > 1
        for name, ending in found
    }
    for stem, endings in words.items():
        shared = [
            ending
            for ending in endings
            if any(ending in other for key, other in words.items() if key != stem)
        ]
        if len(shared) > 1:
            made |= {endings[ending]: (stem, ending) for ending in shared}
    return made
