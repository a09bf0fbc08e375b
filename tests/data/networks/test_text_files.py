"""Text network files from the disk: opened, recognised, and read as tables of a coalition."""

import pytest

from collabnet.data.networks import dl, edge_list, matrix, pajek
from collabnet.data.networks.reading_drafts import network_drafts
from collabnet.data.options import Answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers
from data.networks import dl_files, pajek_files

READERS = (dl, pajek, matrix, edge_list)
SQUARE = "{0}court{0}school\ncourt{0}0{0}3\nschool{0}0{0}0\n"
LIST = "{0}court{1}school{1}3\nschool{1}court{1}1\n"


def read(path):
    """The reader that knows a file best, and its drafts by table."""
    ledgers = Ledgers(path.name)
    file = open_source(path, ledgers, Answers())
    assert file is not None, [str(p) for one in ledgers.all for p in one.problems]
    best = max(READERS, key=lambda reader: reader.recognise(file))
    found = best.read(file, ledgers, Answers(), merge=True)
    drafts = {one.table: len(one.cells) for one in network_drafts(found)}
    gone, kept = found.ledger.gone, {at for one in network_drafts(found) for at in one.at}
    assert len(kept | gone) == found.ledger.n_read
    return best, drafts


@pytest.mark.parametrize("text", dl_files.ALL)
def test_a_dl_file(tmp_path, text):
    path = tmp_path / "site.txt"
    path.write_text(text, "utf-8", newline="")
    best, drafts = read(path)
    assert (best, list(drafts)) == (dl, ["agencies", "ties"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_pajek_file_in_any_encoding_that_says_what_it_is(tmp_path, encoding):
    path = tmp_path / "site.net"
    path.write_text(pajek_files.RELATIONS, encoding)
    assert read(path) == (pajek, {"agencies": 4, "ties": 4})


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_matrix(tmp_path, sign):
    path = tmp_path / "site.csv"
    path.write_text(SQUARE.format(sign))
    assert read(path) == (matrix, {"agencies": 2, "ties": 1})


@pytest.mark.parametrize("sign", [",", ";", "\t", " "])
@pytest.mark.parametrize("header", ["", "from{0}to{0}weight\n"])
def test_a_list_of_ties(tmp_path, sign, header):
    path = tmp_path / "ties.txt"
    path.write_text(LIST.format(header.format(sign), sign))
    assert read(path) == (edge_list, {"agencies": 2, "ties": 2})
