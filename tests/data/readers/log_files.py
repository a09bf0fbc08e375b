"""Read files of logs and directories as an import does, from bytes to checked tables."""

from datetime import date

from collabnet.data.options import Answers
from collabnet.data.readers.programs import PROGRAMS
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers
from collabnet.data.table import read_draft

TODAY = date(2024, 12, 31)


class Reading:
    """What a program's files say: drafts by table, checked tables, problems."""

    def __init__(self, folder, program, files, **answers):
        given = Answers(answers)
        self.program = next(one for one in PROGRAMS if one.name == program)
        self.ledgers, self.opened = {}, {}
        for name, text in files.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
            self.ledgers[name] = Ledgers(name)
            self.opened[name] = open_source(folder / name, self.ledgers[name], given)
            assert self.opened[name] is not None, [str(one) for one in self.problems]
        pairs = [(self.opened[name], self.ledgers[name]) for name in files]
        if len(pairs) == 1:
            self.drafts = self.program.read(*pairs[0], given)
        else:
            self.drafts = self.program.read_together(pairs, given)
        self.tables = {one.table: read_draft(one, given, TODAY) for one in self.drafts}

    @property
    def problems(self):
        return [
            one for both in self.ledgers.values() for ledger in both.all for one in ledger.problems
        ]

    def rows(self, table, *names):
        kept = self.tables[table].kept
        return [tuple(str(row[name]) for name in names) for _, row in kept.iterrows()]

    def codes(self, *levels):
        return [one.code for one in self.problems if not levels or one.level in levels]

    def said(self, code):
        (found,) = [one for one in self.problems if one.code == code]
        return str(found)

    def recognised(self):
        """The program that is surest of the first file."""
        opened = next(iter(self.opened.values()))
        return max(PROGRAMS, key=lambda one: one.recognise(opened)).name

    def assert_conserved(self):
        """Positions read are kept, rejected or skipped, in every file that was read."""
        for both in self.ledgers.values():
            for ledger in both.all:
                kept = {
                    at
                    for table in self.tables.values()
                    if table.ledger is ledger
                    for at in table.kept["at"]
                }
                assert len(kept) + len(ledger.rejected) + len(ledger.skipped) == ledger.n_read
                assert not kept & ledger.gone
                assert not ledger.rejected & ledger.skipped

    def everything(self):
        """All that is kept or said, as one text."""
        said = [str(one) for one in self.problems]
        kept = [table.kept.to_csv() for table in self.tables.values()]
        return "\n".join([*said, *kept])
