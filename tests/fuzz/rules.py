"""What has to hold of every reading, whatever was read."""

import tempfile
import unicodedata
from pathlib import Path

from collabnet.data.codes import CODES
from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.read import read_network
from collabnet.data.networks.write import written
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers
from collabnet.model.errors import CollabnetError


class BrokenRuleError(AssertionError):
    """A rule that does not hold of a reading."""


def hold(holds, rule, *facts):
    if not holds:
        raise BrokenRuleError(f"{rule}: {facts!r:.600}" if facts else rule)


def check_problems(problems, folder):
    """Each problem is complete, safe to print, and tells no path of the computer."""
    for one in problems:
        code = CODES[one.code]
        hold(one.level == code.level, "a problem has the level of its code", one)
        hold(one.message.strip() and one.remedy.strip(), "a problem says what to do", one)
        for text in (one.message, one.remedy, one.value):
            odd = [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs")]
            hold(not odd, "a message holds no control characters", one.code, odd, text)
            # A command names the folder as whoever runs it has named it.
            told = text.partition("collabnet ")[0]
            hold(str(folder) not in told, "a message holds no path of the computer", one)
        hold("{" not in code.message or one.message != code.message, "a message is filled in", one)
        hold(one.row is None or one.row >= 1, "rows count from 1", one)


def check_sources(sources, folder):
    """Every record is kept, rejected or skipped; none is two of these or kept in part."""
    for source in sources:
        check_problems(source.problems, folder)
        for ledger in source.ledgers.all:
            tables = [table for table in source.tables if table.ledger is ledger]
            check_ledger(ledger, tables)
        ledgers = set(map(id, source.ledgers.all))
        for draft in source.drafts:
            hold(id(draft.ledger) in ledgers, "a draft has a ledger of its file", draft.table)
            hold(len(draft.at) == len(draft.cells), "a row has a place", draft.table)
            widths = {len(cells) for cells in draft.cells}
            hold(widths <= {len(draft.names)}, "rows are as wide as the header", draft.table)


def check_ledger(ledger, tables):
    where = (ledger.file, ledger.sheet, ledger.n_read, sorted(ledger.gone)[:20])
    hold(0 <= ledger.n_read <= len(ledger.rows), "what is read has rows", *where)
    hold(len(ledger.lines) >= ledger.n_read, "each row has a line", *where)
    hold(all(0 <= at < len(ledger.rows) for at in ledger.gone), "what is gone was there", *where)
    rejected, skipped = ledger.rejected - ledger.skipped, ledger.skipped
    gone = len(rejected) + len(skipped)
    hold(gone <= ledger.n_read, "no more is left out than was read", *where)
    kept = {int(at) for table in tables for at in table.kept["at"]}
    hold(not kept & ledger.gone, "a record is used whole or not at all", kept & ledger.gone, *where)
    if any(one.level in ("ASK", "STOP") for one in ledger.problems) or not tables:
        return
    hold(len(kept) + gone == ledger.n_read, "read = kept + rejected + skipped", len(kept), *where)


def _check_copy(network):
    """What was read can be written, or the error says why not; nothing of it is lost."""
    for name in ("graphml", "node_link"):
        try:
            data = written(network, FORMATS[name])
        except CollabnetError as error:
            hold(str(error).strip(), "an error says why")
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"copy{FORMATS[name].suffixes[0]}"
            path.write_bytes(data)
            copy = read_network(path)
        sizes = [(len(one.actor_ids), len(one._ties)) for one in (network, copy)]
        hold(sizes[0] == sizes[1], "a copy has all actors and ties", name, sizes)


def check_network(source):
    """Ties in are ties out: what merging leaves out is counted, and all the rest is there."""
    if source.opened is None or source.program is None or source.program.name not in FORMATS:
        return
    one = FORMATS[source.program.name]
    plain, merged = (
        one.read(source.opened, Ledgers(source.given.name), Answers(), merge=merge)
        for merge in (False, True)
    )
    if plain.network is None or merged.network is None:
        return
    if plain.ledger.is_refused or merged.ledger.is_refused:
        return
    _check_copy(plain.network)
    before, after = (sorted(tie.at for tie in found.ties) for found in (plain, merged))
    gone = merged.ledger.gone - plain.ledger.gone
    hold(set(after) <= set(before), "merging makes no ties", source.program.name)
    lost = [at for at in before if at not in set(after)]
    hold(set(lost) <= gone, "a tie that is merged away is counted", source.program.name, lost)
    counts = [p.message for p in merged.ledger.problems if p.code in ("equal_ties_merged",)]
    hold(not gone or merged.ledger.problems, "what is merged is told", counts)
    hold(len(plain.network.keyed_ties) >= len(plain.ties), "a network has the ties read")
    hold(len(plain.actors) == len(plain.network.actor_ids), "a network has the actors read")
