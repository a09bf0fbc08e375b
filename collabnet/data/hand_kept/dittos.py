"""Cells that say "same" or hold a ditto mark: the cell above is meant, or nobody knows."""

from collabnet.data.hand_kept.log import Hit, Log

DITTOS = frozenset(
    {
        '"', '""', "''", "``", "″", "〃", "”", "“", "„", ",,", "do", "do.", "ditto", "same",
        "same as above", "as above", "see above", "idem", "id.", "same person", "same agency",
        "same day", "same date", "↑", "^",
    }
)  # fmt: skip
"""What stands for the cell above, in small letters."""
COLUMNS = (
    "date", "from_person", "from_agency", "to_agency", "to_person", "service", "status",
    "status_date",
)  # fmt: skip


def tidy_dittos(log: Log) -> None:
    """Fill cells that say "same" with what stands above them, once that is asked.

    Below a row that can't be used, or below none, nobody knows what was meant: the row is left
    out.
    """
    fills = log.answer("ditto") != "unknown"
    for name, place in log.columns(*COLUMNS):
        hits: list[Hit] = []
        lost: list[Hit] = []
        before: tuple[int, str] | None = None
        for entry in log.entries:
            text = entry.cells[place].strip()
            if text.lower() in DITTOS:
                hits.append((entry.at, text))
                is_known = before is not None and not _is_broken(log, before[0], entry.at)
                if fills and not is_known:
                    lost.append((entry.at, text))
                log.put(entry, place, before[1] if fills and before and is_known else "")
                if fills and not is_known:
                    # What follows can't lean on this row either.
                    before = None
                    continue
            before = (entry.at, entry.cells[place].strip())
        code = {"": "ditto", "fill_down": "ditto_filled"}.get(log.answer("ditto"), "ditto_unknown")
        log.tell(code, name, hits)
        for at, text in lost:
            log.ledger.add("nothing_above", at, column=name, value=text)


def _is_broken(log: Log, above: int, at: int) -> bool:
    """Whether a row that was rejected lies between two records."""
    return any(one in log.ledger.rejected for one in range(above + 1, at))
