"""Spoil a file by its structure: cells of a table, values of JSON, tags of XML."""

import csv
import io
import json
import re

from fuzz.tokens import CELLS, NUMBERS

_TAG = re.compile(r"<[^<>]+>")
_VALUE = re.compile(r'([\w:.-]+)=(["\'])(.*?)\2')


def spoil_cells(text, dice):
    """Cells, columns and rows of a table."""
    delimiter = "\t" if text.count("\t") > text.count(",") else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return text
    if rows:
        for _ in range(1 + dice.below(3)):
            rows = dice.one_of(_CELLS)(rows, dice) or [[]]
    out = io.StringIO(newline="")
    style = {"delimiter": delimiter, "lineterminator": dice.one_of(("\n", "\r\n"))}
    if dice.chance(0.1):
        style["quoting"] = csv.QUOTE_ALL
    csv.writer(out, escapechar="\\", **style).writerows(rows)
    return out.getvalue()


def _cell(rows, dice):
    row = dice.one_of(rows)
    if row:
        row[dice.below(len(row))] = dice.one_of(CELLS)
    return rows


def _same_column(rows, dice):
    """One word, or any words, in a whole column."""
    at = dice.below(max(map(len, rows)))
    word = dice.one_of(CELLS)
    for row in rows[1:]:
        if at < len(row):
            row[at] = word if dice.chance(0.7) else dice.one_of(CELLS)
    return rows


def _header(rows, dice):
    head = rows[0]
    if not head:
        return rows
    at = dice.below(len(head))
    head[at] = dice.one_of((
        "", head[dice.below(len(head))], f" {head[at]} ", head[at].upper(), f"{head[at]}_x",
        "notes", "client name", "Date of birth", "email", "strength", "name", "kind", "row", "at",
        dice.one_of(CELLS),
    ))  # fmt: skip
    return rows


def _columns(rows, dice):
    width = max(map(len, rows))
    at, how = dice.below(width), dice.below(4)
    order = dice.shuffled(list(range(width)))
    word = dice.one_of(CELLS)
    made = []
    for row in rows:
        if how == 0:
            made.append(row[:at] + row[at + 1 :])
        elif how == 1:
            made.append([*row[:at], word, *row[at:]])
        elif how == 2:
            made.append([row[place] for place in order if place < len(row)])
        else:
            made.append([*row, ""])
    return made


def _ragged(rows, dice):
    at = dice.below(len(rows))
    extra = [dice.one_of(CELLS) for _ in range(1 + dice.below(4))]
    rows[at] = [*rows[at], *extra] if dice.chance(0.5) else rows[at][: dice.below(len(rows[at]))]
    return rows


def _order(rows, dice):
    return [rows[0], *dice.shuffled(rows[1:])] if dice.chance(0.7) else dice.shuffled(rows)


def _extra_rows(rows, dice):
    at = dice.below(len(rows) + 1)
    width = max(map(len, rows))
    extra = dice.one_of((
        [[""] * width], [[], [], []], [["Total", *["3"] * (width - 1)]], [list(rows[0])],
        [["Note: counts are by hand"]], [["March 2024"]], [list(rows[-1])] * 3,
        [[dice.one_of(CELLS) for _ in range(width)]], [["x"] * (width + 3)],
    ))  # fmt: skip
    return [*rows[:at], *extra, *rows[at:]]


def _fewer(rows, dice):
    return rows[: 1 + dice.below(2)] if dice.chance(0.3) else rows[: dice.below(len(rows)) + 1]


def _second_table(rows, dice):
    return [*rows, [], *rows[: 1 + dice.below(len(rows))]]


def _turned(rows, _dice):
    width = max(map(len, rows))
    return [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]


_CELLS = (
    *(_cell, _cell, _cell, _same_column, _header, _header, _columns, _ragged),
    *(_order, _extra_rows, _fewer, _second_table, _turned),
)


def spoil_json(text, dice):
    """Values, names and members of a document."""
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return text
    for _ in range(1 + dice.below(3)):
        holders = []
        _collect(document, holders)
        if not holders:
            break
        holder = dice.one_of(holders)
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        _change(holder, dice.one_of(keys), dice)
    made = json.dumps(document, ensure_ascii=dice.chance(0.5))
    if dice.chance(0.1):
        # A name twice in one object.
        made = made.replace("{", '{"id": "twice", "id": 1, ', 1)
    return made


def _collect(value, found):
    if isinstance(value, dict | list) and value:
        found.append(value)
        for one in list(value.values()) if isinstance(value, dict) else value:
            _collect(one, found)


def _change(holder, key, dice):
    how = dice.below(6)
    if how == 0:
        del holder[key]
    elif how == 1 and isinstance(holder, list):
        holder[key:key] = [holder[key]] * (1 + dice.below(3))
    elif how == 2 and isinstance(holder, dict):
        holder[dice.one_of(CELLS)] = holder.pop(key)
    elif how == 3:
        holder[key] = dice.one_of(list(holder.values()) if isinstance(holder, dict) else holder)
    else:
        holder[key] = dice.one_of((
            None, True, False, 0, -1, 10**30, 1e308, float("nan"), float("inf"), [], {}, [[]],
            {"id": {"id": []}}, "", dice.one_of(CELLS), dice.one_of(CELLS), _deep(300),
        ))  # fmt: skip


def _deep(n):
    made = []
    for _ in range(n):
        made = [made]
    return made


def spoil_xml(text, dice):
    """Tags, their attributes and what stands between them."""
    for _ in range(1 + dice.below(3)):
        tags = [found.span() for found in _TAG.finditer(text)]
        if not tags:
            return text
        start, stop = dice.one_of(tags)
        text = dice.one_of(_TAGS)(text, start, stop, dice)
    return text


def _drop_tag(text, start, stop, _dice):
    return text[:start] + text[stop:]


def _tag_again(text, start, stop, dice):
    return text[:stop] + text[start:stop] * (1 + dice.below(3)) + text[stop:]


def _element_again(text, start, stop, _dice):
    name = re.match(r"<(\w[\w:.-]*)", text[start:stop])
    end = text.find(f"</{name[1]}>", stop) if name else -1
    if end < 0:
        return text
    end += len(name[1]) + 3
    return text[:end] + text[start:end] + text[end:]


def _element_gone(text, start, stop, _dice):
    name = re.match(r"<(\w[\w:.-]*)", text[start:stop])
    end = text.find(f"</{name[1]}>", stop) if name else -1
    return text if end < 0 else text[:start] + text[end + len(name[1]) + 3 :]


def _other_value(text, start, stop, dice):
    found = list(_VALUE.finditer(text, start, stop))
    if not found:
        return text
    one = dice.one_of(found)
    value = dice.one_of((*NUMBERS, dice.one_of(CELLS), dice.one_of(found)[3])).replace("<", "&lt;")
    value = value.replace('"', "&quot;").replace("\x00", "")
    return text[: one.start()] + f'{one[1]}="{value}"' + text[one.end() :]


def _no_value(text, start, stop, dice):
    found = list(_VALUE.finditer(text, start, stop))
    if not found:
        return text
    one = dice.one_of(found)
    return text[: one.start()] + text[one.end() :]


def _other_name(text, start, stop, dice):
    tag = re.sub(r"[\w:]+", dice.one_of(("node", "edge", "graph", "data", "x:y", "row", "c", "v")),
                 text[start:stop], count=1)  # fmt: skip
    return text[:start] + tag + text[stop:]


def _between(text, _start, stop, dice):
    word = dice.one_of((
        "&lt;", "&unknown;", "&#0;", "&#xD800;", "<![CDATA[x]]>", "<!-- x -->", "<?x y?>",
        "<a/>", "<data key='x'>1</data>", "<d>" * 300, "9" * 400, "_x0000_", "#N/A", "1", "-5", "x",
    ))  # fmt: skip
    return text[:stop] + word + text[stop:]


_TAGS = (
    *(_drop_tag, _tag_again, _element_again, _element_gone, _other_value, _other_value),
    *(_no_value, _other_name, _between),
)
