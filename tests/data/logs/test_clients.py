"""Counting different clients: by tokens under a key, and nothing of them anywhere."""

import gc
import hashlib
import hmac
import os
import tempfile

import duckdb
import pytest

from cli.calls import call
from collabnet.data.logs import Tokens, count_pathways, read_key, write_new_key
from collabnet.data.logs.database import LogReadingError, Running
from collabnet.data.logs.tokens import KeyFileError
from data.logs.logs_made import TODAY

HEADER = "date,from_agency,to_agency,youth id\n"
SECRET = "youth-zx81-"
CLIENTS = [f"{SECRET}a", f"{SECRET}b", f" {SECRET}a ", f"{SECRET}c", "", " "]
ROWS = [f"2024-01-05,court_b,residential_program,{one}" for one in CLIENTS]
LOG = HEADER + "\n".join(ROWS) + f"\n2024-01-06,court_b,shelter,{SECRET}a\n"
KEY = bytes(range(32))


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG)
    return path


class TestDifferentClients:
    def test_blanks_are_no_client_and_one_client_counts_once(self, log):
        counts = count_pathways(log, clients="youth id", tokens=Tokens(KEY), today=TODAY)
        assert counts.pathways["n_clients"].tolist() == [3, 1]
        assert counts.n_clients == 3

    def test_row_by_row_gives_the_same(self, log):
        """A stray quote elsewhere sends the file to the other reader; tokens are the same."""
        log.write_text(LOG + '2024-01-06,"court_b"x,shelter,other\n')
        counts = count_pathways(log, clients="youth id", tokens=Tokens(KEY), today=TODAY)
        assert (counts.n_rejected, counts.n_clients) == (1, 3)

    def test_clients_are_counted_by_the_agencies_they_went_through(self, log):
        """Court, shelter, clinic: a, and b on one day; c went to the clinic before the court.

        d goes twice and is counted once; who is sent back and forth has a path that ends where it
        began; a blank is nobody.
        """
        ways = [
            ("05", "court", "shelter", "a"), ("09", "shelter", "clinic", "a"),
            ("06", "court", "shelter", "b"), ("06", "shelter", "clinic", "b"),
            ("07", "court", "shelter", "c"), ("04", "shelter", "clinic", "c"),
            ("01", "shelter", "clinic", "d"), ("02", "court", "shelter", "d"),
            ("03", "shelter", "clinic", "d"), ("08", "shelter", "clinic", "d"),
            ("05", "clinic", "police", "e"), ("06", "police", "clinic", "e"),
            ("05", "court", "shelter", ""), ("09", "shelter", "clinic", ""),
        ]  # fmt: skip
        rows = [f"2024-01-{day},{a},{b},{one}\n" for day, a, b, one in ways]
        for order in (rows, rows[::-1]):
            log.write_text(HEADER + "".join(order))
            counts = count_pathways(log, clients="youth id", tokens=Tokens(KEY), today=TODAY)
            assert counts.paths.to_numpy().tolist() == [
                ["clinic", "police", "clinic", 1],
                ["court", "shelter", "clinic", 3],
            ]

    def test_without_linking_there_are_no_paths(self, log):
        assert count_pathways(log, today=TODAY).paths.empty

    def test_tokens_are_hmac_sha_256(self):
        """The database computes the same as the standard library."""
        tokens = Tokens(KEY)
        known = hmac.new(KEY, "Zoë".encode(), hashlib.sha256).hexdigest()[:32]
        assert tokens.of("Zoë") == known
        with duckdb.connect() as base:
            sql = f"SELECT {tokens.sql('x')} FROM (SELECT 'Zoë' AS x)"
            assert base.execute(sql, tokens.values).fetchall() == [(known,)]

    def test_without_a_key_there_are_no_clients(self, log):
        with pytest.raises(KeyFileError) as raised:
            count_pathways(log, clients="youth id", today=TODAY)
        assert str(raised.value) == (
            "To count different clients a key is needed: tokens=Tokens(read_key(FILE))."
        )

    def test_without_being_asked_nobody_is_counted(self, log):
        counts = count_pathways(log, today=TODAY)
        assert counts.n_clients is None
        assert "n_clients" not in counts.pathways


class TestNothingOfAClientIsKept:
    def everything_written(self, folder, *, besides):
        found = b""
        for path in folder.rglob("*"):
            if path.is_file() and path not in besides:
                found += path.read_bytes()
        return found

    def test_neither_id_nor_token_is_in_anything_written(self, capsys, log, tmp_path, monkeypatch):
        """Output, notes, errors and temporary files hold no id and no token."""
        spill = tmp_path / "tmp"
        spill.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(spill))
        spilled = []
        running = Running.wait

        def watched(query, *given):
            rows = running(query, *given)
            spilled.append(self.everything_written(spill, besides=()))
            return rows

        monkeypatch.setattr(Running, "wait", watched)
        rows = [f"2024-01-05,court_b,agency_{i % 7},{SECRET}{i:06d}" for i in range(50_000)]
        faults = [f"31/31/2024,court_b,shelter,{SECRET}x", f"2024-01-05,court_b,{SECRET}y"]
        log.write_text(HEADER + "\n".join([*rows, *faults]) + "\n")
        key = tmp_path / "elsewhere.key"
        write_new_key(key)
        done = call(
            capsys, "count", log, "--clients", "youth id", "--key", key,
            "--output", tmp_path / "out.csv",
        )  # fmt: skip
        tokens = Tokens(read_key(key))
        traces = [SECRET, *(tokens.of(f"{SECRET}{i:06d}") for i in range(0, 50_000, 500))]
        traces += [trace[:16] for trace in traces[1:]] + [tokens.key.hex()]
        written = self.everything_written(tmp_path, besides=(log, key)) + b"".join(spilled)
        told = (done.out + done.err).encode() + written
        assert (done.code, len(spilled) > 10, any(spilled)) == (0, True, False)
        assert "n_clients" in (tmp_path / "out.csv").read_text()
        assert not [trace for trace in traces if trace.encode() in told]

    def test_too_little_memory_is_said_and_nothing_goes_to_disk(self, log):
        """What doesn't fit would have to be written down: that is refused."""
        rows = [f"2024-01-05,court_b,agency_{i % 7},{SECRET}{i:06d}" for i in range(200_000)]
        log.write_text(HEADER + "\n".join(rows) + "\n")
        with pytest.raises(LogReadingError) as raised:
            count_pathways(
                log, clients="youth id", tokens=Tokens(KEY), today=TODAY, memory="15MB", threads=1
            )
        assert str(raised.value) == (
            "The log needs more memory, or more room on the disk for temporary files, than it may "
            "take. Give it more with --memory 4GB, or count it in parts with --from and --to."
        )

    def test_errors_hold_no_id(self, log):
        log.write_text(LOG + f'2024-01-06,court_b,shelter,"{SECRET}d\n')
        with pytest.raises(Exception, match="unclosed_quote") as raised:
            count_pathways(log, clients="youth id", tokens=Tokens(KEY), today=TODAY)
        assert SECRET not in str(raised.value)

    def test_a_key_is_never_shown(self):
        assert KEY.hex() not in repr(Tokens(KEY))
        assert repr(KEY) not in repr(Tokens(KEY))
        gc.collect()


class TestKeyFiles:
    def test_a_new_key_is_random_and_its_owners_alone(self, tmp_path):
        for name in ("a", "b"):
            write_new_key(tmp_path / name)
        assert read_key(tmp_path / "a") != read_key(tmp_path / "b")
        assert len(read_key(tmp_path / "a")) == 32
        if os.name == "posix":
            assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600

    def test_a_key_is_never_written_over(self, tmp_path):
        write_new_key(tmp_path / "key")
        before = (tmp_path / "key").read_bytes()
        with pytest.raises(KeyFileError) as raised:
            write_new_key(tmp_path / "key")
        assert str(raised.value) == (
            f"{tmp_path / 'key'} is there already and was left as it is: without an old key, old "
            "and new counts can't be compared. Name another file."
        )
        assert (tmp_path / "key").read_bytes() == before

    @pytest.mark.parametrize("use", [read_key, write_new_key])
    def test_a_key_inside_a_coalition_folder_is_refused(self, tmp_path, use):
        (tmp_path / "coalition.toml").write_text('name = "Site"\n')
        (tmp_path / "keys").mkdir()
        with pytest.raises(KeyFileError) as raised:
            use(tmp_path / "keys" / "key")
        assert str(raised.value) == (
            f"The key file {tmp_path / 'keys' / 'key'} lies inside the coalition folder "
            f"{tmp_path}. Keep it elsewhere: who has the folder must not have the key."
        )
        assert not (tmp_path / "keys" / "key").exists()

    def test_a_link_into_a_coalition_folder_is_one_too(self, tmp_path):
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / "coalition.toml").write_text('name = "Site"\n')
        (tmp_path / "link").symlink_to(folder)
        with pytest.raises(KeyFileError, match="lies inside the coalition folder"):
            write_new_key(tmp_path / "link" / "key")

    @pytest.mark.skipif(os.name != "posix", reason="file rights are those of POSIX")
    def test_a_key_that_others_can_read_is_refused(self, tmp_path):
        write_new_key(tmp_path / "key")
        (tmp_path / "key").chmod(0o644)
        with pytest.raises(KeyFileError, match="can be read by others"):
            read_key(tmp_path / "key")

    def test_a_file_that_holds_no_key(self, tmp_path):
        (tmp_path / "key").write_text("secret")
        (tmp_path / "key").chmod(0o600)
        with pytest.raises(KeyFileError) as raised:
            read_key(tmp_path / "key")
        assert str(raised.value) == (
            f"The key file {tmp_path / 'key'} holds no key: it needs 64 letters and digits from "
            "0 to f. Make one with: collabnet count --new-key FILE"
        )
