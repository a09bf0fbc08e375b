"""Read UCINET's DL files: matrices or lists of ties, with a head that says which."""

import re
from collections.abc import Sequence

from collabnet.data.networks.dl_head import FORMATS, DlHead, is_dl, read_head
from collabnet.data.networks.dl_lists import PARTING, read_lists, sides_of
from collabnet.data.networks.dl_matrices import Shape, data_words, read_matrices, with_relations
from collabnet.data.networks.matrix_axes import MOST_ACTORS, Label, find_axes
from collabnet.data.networks.matrix_cells import add_matrices
from collabnet.data.networks.reading import NetworkDraft, NetworkReading
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened

_NAME = "a UCINET DL file"
_CUT = 18


def recognise(opened: Opened) -> float:
    """Tell how likely a file is a DL file: it begins with the letters DL."""
    if not is_dl(opened.text):
        return 0.0
    known = re.search(r"\b(n|nr|data|format|labels)\b", opened.text[:4000], re.IGNORECASE)
    return 1.0 if known else 0.2


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a DL file; what is wrong with it goes to the ledger.

    Numbers count actors from 1, labels may stand in the head or among the data. Half matrices
    and two kinds of actors make ties without direction.
    """
    ledger = ledgers.of()
    draft = NetworkDraft(ledger, answers, merge=merge)
    lines = re.split(r"\r\n|\n|\r", opened.text.removeprefix("\ufeff"))
    head = read_head(lines) if is_dl(opened.text.removeprefix("\ufeff")) else None
    sizes = _sizes(head, draft)
    if head is None or sizes is None:
        return draft.refused()
    if head.other:
        ledger.add("part_left_out", value=" ".join(head.other[:8]))
    rows, columns, n_matrices = sizes
    if head.format.startswith(("edge", "node")):
        is_directed = _read_lists(lines, head, rows, columns, n_matrices, draft)
    else:
        is_directed = _read_matrices(lines, head, rows, columns, n_matrices, draft)
    if is_directed is None:
        return draft.refused()
    _note_cut(draft)
    return draft.finish(is_directed=is_directed)


def _sizes(head: DlHead | None, draft: NetworkDraft) -> tuple[int | None, int | None, int] | None:
    """Rows, columns and matrices as far as they are stated; None when the head is unusable."""
    problem = ""
    if head is None:
        problem = "it does not begin with DL"
    elif head.data < 0:
        problem = "no line says DATA:"
    elif head.format not in FORMATS:
        problem = f"its format is {head.format[:30]!r}"
    if problem or head is None:
        draft.ledger.add("network_header", format=_NAME, found=problem)
        return None
    head.format = FORMATS[head.format]
    found: dict[str, int] = {}
    for name, text in head.sizes.items():
        if not (text.isascii() and text.isdigit()) or int(text[:10]) == 0:
            told = f"{name} is {text[:30]!r}, not a number of actors"
            draft.ledger.add("network_header", line=head.lines.get(name), format=_NAME, found=told)
            return None
        found[name] = int(text[:10])
        if found[name] > MOST_ACTORS:
            limit = f"{MOST_ACTORS:,}"
            draft.ledger.add("too_many_actors", found=text[:20], limit=limit)
            return None
    size = found.get("n")
    return found.get("nr", size), found.get("nc", size), found.get("nm", 1)


def _read_matrices(
    lines: Sequence[str],
    head: DlHead,
    rows: int | None,
    columns: int | None,
    n_matrices: int,
    draft: NetworkDraft,
) -> bool | None:
    listed = _listed(head, rows, columns)
    rows = rows or len(listed[0]) or columns or None
    columns = columns or len(listed[1]) or rows
    if rows is None or columns is None:
        draft.ledger.add("network_header", format=_NAME, found="no line says how many actors, N=")
        return None
    shape = Shape(rows, columns, head.format, head.diagonal)
    if rows != columns and head.format != "fullmatrix":
        draft.ledger.add("matrix_not_square", rows=rows, columns=columns)
        return None
    if not _fit(listed, (rows, columns), draft):
        return None
    found = read_matrices(data_words(lines, head), shape, head, n_matrices, draft.ledger)
    if found is None:
        return None
    matrices, *embedded = found
    sides = [inside or outside for inside, outside in zip(embedded, listed, strict=True)]
    is_labelled = all(sides)
    is_two_mode = False if head.format != "fullmatrix" or _says_one_kind(head) else None
    for side, size in zip(sides, (rows, columns), strict=True):
        line = head.lines.get("n", head.lines.get("nr", 1))
        side += [Label(str(n), line) for n in range(len(side) + 1, size + 1)]
    axes = find_axes(sides[0], sides[1], draft, is_labelled=is_labelled, is_two_mode=is_two_mode)
    if axes is None:
        return None
    named = [one.text for one in head.named("matrix", n_matrices)]
    return add_matrices(with_relations(matrices, named), axes, draft)


def _says_one_kind(head: DlHead) -> bool:
    """Whether the head has one size and one list of labels for rows and columns."""
    return "nr" not in head.sizes and "nc" not in head.sizes


def _listed(head: DlHead, rows: int | None, columns: int | None) -> tuple[list[Label], list[Label]]:
    both = "" in head.labels
    first = head.named("" if both else "row", rows)
    second = head.named("column", columns)
    if not second and (both or _says_one_kind(head)):
        second = list(first)
    if not first and _says_one_kind(head):
        first = list(second)
    return first, second


def _fit(
    listed: tuple[list[Label], list[Label]],
    sizes: tuple[int | None, int | None],
    draft: NetworkDraft,
) -> bool:
    """Whether there are not more labels than actors; fewer are said."""
    for labels, size in zip(listed, sizes, strict=True):
        if size is None or not labels or len(labels) == size:
            continue
        if len(labels) > size:
            draft.ledger.add(
                "too_many_labels", line=labels[size].line, count=len(labels), expected=size
            )
            return False
        if labels is listed[1] and labels == listed[0]:
            continue
        kept = " The others are called by their numbers."
        draft.ledger.add("actor_count", expected=size, found=len(labels), kept=kept)
    return True


def _read_lists(
    lines: Sequence[str],
    head: DlHead,
    rows: int | None,
    columns: int | None,
    n_matrices: int,
    draft: NetworkDraft,
) -> bool | None:
    ledger = draft.ledger
    is_two_mode = head.format.endswith("2")
    parts = 1 + sum(line.strip() == PARTING for line in lines[head.data :])
    if parts < n_matrices:
        told = f"it says {n_matrices} matrices, and has {parts} not parted by lines with {PARTING}"
        ledger.add("network_header", format=_NAME, found=told)
        return None
    if rows != columns and not is_two_mode:
        ledger.add("matrix_not_square", rows=rows, columns=columns)
        return None
    listed = _listed(head, rows, columns)
    if not _fit(listed, (rows, columns), draft):
        return None
    embedded = "row" in head.embedded, "column" in head.embedded
    full = []
    for labels, size, is_embedded in zip(listed, (rows, columns), embedded, strict=True):
        line = head.lines.get("n", head.lines.get("nr", 1))
        first, last = len(labels) + 1, 0 if is_embedded else (size or 0)
        full.append([*labels, *(Label(str(n), line) for n in range(first, last + 1))])
    if not any(full) and not all(embedded):
        ledger.add("network_header", format=_NAME, found="no line says how many actors, N=")
        return None
    sides = sides_of((full[0], full[1]), embedded, draft, is_two_mode=is_two_mode)
    named = [one.text for one in head.named("matrix", n_matrices)]
    read_lists(lines, head, sides, named or (["1"] if n_matrices > 1 else []), draft)
    stated = (rows or 0) + ((columns or 0) if is_two_mode else 0)
    found = draft.count_actors()
    if any(embedded) and stated and stated != found:
        ledger.add("actor_count", expected=stated, found=found, kept="")
    return not is_two_mode


def _note_cut(draft: NetworkDraft) -> None:
    """Say that labels look cut: all in capitals, and some of 18 characters."""
    labels = [label for label in draft.actor_ids() if not label.isdigit()]
    cut = [label for label in labels if len(label) == _CUT]
    if cut and all(label == label.upper() for label in labels):
        draft.ledger.add("labels_cut", value=cut[0], count=len(cut))
