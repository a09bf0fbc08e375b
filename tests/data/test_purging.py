"""Purge: what goes is gone to the byte, what stays is as it was, and a kill leaves no mixture."""

import hashlib
import os
import shutil

import pytest
import xlsxwriter

import collabnet as cn
from collabnet.data import store
from collabnet.data.purging import KINDS, plan_purge
from collabnet.model.errors import CollabnetError

TOKENS = {
    "client_tokens": b"cl7token", "rejects": b"rj7token",
    "originals": b"or7token", "corrections": b"co7token",
}  # fmt: skip
REFERRALS = (
    b"date,from_agency,to_agency,client,service\r\n"
    b"2024-01-05,court,program,cl7token1,housing\r\n"
    b"2024-02-05,court,program,,housing\r\n"
    b"2024-03-05,court,program,cl7token2,legal\r\n"
)
ORIGINAL = b"Referral,Client name\r\nor7token,or7token\r\n"


@pytest.fixture
def folder(tmp_path):
    """A coalition with something planted in each place that a purge empties."""
    made = tmp_path / "ours"
    (made / "rejects").mkdir(parents=True)
    (made / "imported").mkdir()
    (made / "coalition.toml").write_text('name = "Ours"\n', "utf-8")
    (made / "referrals.csv").write_bytes(REFERRALS)
    (made / "ties.csv").write_text(
        "source,target,kind,wave,imported_from\n"
        'court,program,contact,2023,"old.xlsx, row 2"\n'
        'court,program,trust,2024,"new.xlsx, sheet A, row 2"\n',
        "utf-8",
    )
    for name in ("old", "new"):
        (made / "rejects" / f"{name}.csv").write_text(
            f"source,reject_file\nrj7token,{name}.xlsx\n", "utf-8"
        )
    (made / "imported" / "kept aside.xlsx").write_bytes(ORIGINAL)
    digest = hashlib.sha256(ORIGINAL).hexdigest()
    (made / "imports.csv").write_text(
        "file,sha256,program,imported_on,read,kept,rejected,skipped\n"
        f"new.xlsx,{digest},csv,2024-05-01,2,1,1,0\nold.xlsx,00,csv,2023-05-01,2,1,1,0\n",
        "utf-8",
    )
    (made / "corrections.csv").write_text(
        "step,part,done_on,file,row,did,column,before,after\n"
        "1,1,2024-06-01,people.csv,3,changed,note,co7token,other\n"
        "2,1,2024-06-02,ties.csv,3,removed,wave,2024,\n"
        "2,1,2024-06-02,ties.csv,3,removed,evidence,co7token2024,\n",
        "utf-8",
    )
    return made


def raw(folder):
    """All bytes below a folder, names included."""
    return b"".join(
        p.relative_to(folder).as_posix().encode() + (p.read_bytes() if p.is_file() else b"")
        for p in sorted(folder.rglob("*"))
    )


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*")
            if p.is_file()}  # fmt: skip


class TestPlanPurge:
    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind_takes_its_own_and_leaves_the_rest(self, folder, kind):
        assert all(token in raw(folder) for token in TOKENS.values())
        plan_purge(folder, [kind]).carry_out()
        left = raw(folder)
        assert {name for name, token in TOKENS.items() if token not in left} == {kind}

    def test_together_nothing_planted_is_left(self, folder):
        plan_purge(folder).carry_out()
        assert not [token for token in TOKENS.values() if token in raw(folder)]
        assert sorted(contents(folder)) == [
            "coalition.toml", "imports.csv", "referrals.csv", "ties.csv",
        ]  # fmt: skip

    def test_of_a_table_only_the_cells_of_clients_change(self, folder):
        plan_purge(folder, ["client_tokens"]).carry_out()
        assert (folder / "referrals.csv").read_bytes() == (
            REFERRALS.replace(b"cl7token1", b"").replace(b"cl7token2", b"")
        )

    def test_what_would_go_is_said_and_nothing_goes_yet(self, folder):
        before = contents(folder)
        found = plan_purge(folder)
        assert found.lines == [
            "referrals.csv: 2 cells of client, the rest stays",
            "rejects/new.csv: rows that could not be used",
            "rejects/old.csv: rows that could not be used",
            "imported/kept aside.xlsx: files that were imported",
            "corrections.csv: what stood in rows before they were corrected",
        ]
        assert found.elsewhere == ("old.xlsx",)
        assert contents(folder) == before

    def test_of_a_wave_goes_what_its_rows_came_from(self, folder):
        plan_purge(folder, wave="2024").carry_out()
        left = contents(folder)
        assert "rejects/old.csv" in left
        assert "rejects/new.csv" not in left
        assert "imported/kept aside.xlsx" not in left
        assert b"co7token,other" in left["corrections.csv"]
        assert b"co7token2024" not in left["corrections.csv"]
        assert b"cl7token" in left["referrals.csv"]

    def test_a_wave_that_there_is_not_is_refused(self, folder):
        with pytest.raises(CollabnetError) as refused:
            plan_purge(folder, wave="2022")
        assert str(refused.value) == (
            "The folder has no wave '2022'; there are 2023 and 2024. Check its name."
        )

    def test_a_sample_is_left_alone(self):
        with pytest.raises(CollabnetError, match=r"^This is a sample: nothing in it is of real"):
            plan_purge(cn.load("sample:g1").folder)

    def test_what_an_interrupted_write_left_goes_too(self, folder):
        (folder / ".people.csv.ab12_x9z").write_bytes(b"half a table")
        (folder / ".hidden").write_bytes(b"somebody's own")
        plan_purge(folder, ["rejects"]).carry_out()
        assert not (folder / ".people.csv.ab12_x9z").exists()
        assert (folder / ".hidden").exists()

    def test_also_among_the_rejects(self, folder):
        left = folder / "rejects" / ".x.csv.rejects.csv.abcd1234"
        left.write_bytes(b"half")
        plan_purge(folder, ["corrections"]).carry_out()
        assert not left.exists()

    def test_an_original_that_was_changed_since_goes_by_its_name(self, folder):
        (folder / "old.xlsx").write_bytes(ORIGINAL + b"more,or7token\r\n")
        found = plan_purge(folder, ["originals"])
        assert found.lines == [
            "imported/kept aside.xlsx: files that were imported",
            "old.xlsx: called as a file that was imported, and changed since",
        ]
        assert found.elsewhere == ()
        found.carry_out()
        assert b"or7token" not in raw(folder)

    def test_a_table_that_is_called_as_ours_goes_by_its_content_alone(self, folder):
        """What was imported as agencies.csv isn't every agencies.csv: a copy may lie beside."""
        (folder / "imports.csv").write_text(
            "file,sha256,program,imported_on,read,kept,rejected,skipped\n"
            "agencies.csv,00,csv,2024-05-01,2,1,1,0\n",
            "utf-8",
        )
        (folder / "copy").mkdir()
        (folder / "copy" / "agencies.csv").write_text("agency_id\ncourt\n", "utf-8")
        found = plan_purge(folder, ["originals"])
        assert (found.lines, found.elsewhere) == ([], ("agencies.csv",))

    @pytest.mark.parametrize(("cell", "told"), [("cl7token", ("coalition.xlsx",)), ("", ())])
    def test_a_form_with_clients_that_was_never_imported_is_told_and_stays(
        self, folder, cell, told
    ):
        with xlsxwriter.Workbook(folder / "coalition.xlsx") as book:
            sheet = book.add_worksheet("referrals")
            sheet.write_row(0, 0, ["date", "from_agency", "to_agency", "client_id"])
            sheet.write_row(1, 0, ["2024-01-05", "court", "program", cell])
        found = plan_purge(folder)
        found.carry_out()
        assert found.with_clients == told
        assert (folder / "coalition.xlsx").exists()

    def test_no_empty_folder_of_rejects_is_left(self, folder):
        plan_purge(folder, ["rejects"]).carry_out()
        assert not (folder / "rejects").exists()

    def test_nothing_is_written_over_what_came_since(self, folder):
        found = plan_purge(folder)
        (folder / "referrals.csv").write_bytes(REFERRALS + b"2024-04-05,court,program,,legal\r\n")
        before = contents(folder)
        with pytest.raises(store.FolderChangedError):
            found.carry_out()
        assert contents(folder) == before

    def test_the_tables_still_load(self, folder):
        before = cn.load(folder).referrals
        plan_purge(folder).carry_out()
        assert cn.load(folder).referrals.equals(before)


class TestTheBytes:
    def test_they_are_overwritten_where_they_stood(self, folder):
        """An open handle reads the very blocks of the file that is gone."""
        with (folder / "rejects" / "new.csv").open("rb") as old:
            plan_purge(folder).carry_out()
            assert set(old.read()) == {0}

    def test_of_a_table_that_was_rewritten_too(self, folder):
        with (folder / "referrals.csv").open("rb") as old:
            plan_purge(folder, ["client_tokens"]).carry_out()
            assert set(old.read()) == {0}

    def test_what_stands_under_another_name_too_is_not_destroyed_there(self, folder, tmp_path):
        os.link(folder / "rejects" / "new.csv", tmp_path / "elsewhere.csv")
        plan_purge(folder).carry_out()
        assert b"rj7token" in (tmp_path / "elsewhere.csv").read_bytes()
        assert not (folder / "rejects" / "new.csv").exists()

    def test_a_link_goes_and_what_it_points_to_stays(self, folder, tmp_path):
        (tmp_path / "far.csv").write_text("source,reject_file\n", "utf-8")
        (folder / "rejects" / "far.csv").symlink_to(tmp_path / "far.csv")
        plan_purge(folder, ["rejects"]).carry_out()
        assert not (folder / "rejects" / "far.csv").is_symlink()
        assert (tmp_path / "far.csv").read_text("utf-8") == "source,reject_file\n"


class KilledError(BaseException):
    """The machine stops."""


class TestKilledMidway:
    def test_it_is_before_or_after_wherever_it_stops(self, folder, tmp_path, monkeypatch):
        """Stop at every call that changes the disk; then go on as the next program would."""
        before = contents(folder)
        whole = shutil.copytree(folder, tmp_path / "whole")
        plan_purge(whole).carry_out()
        after = contents(whole)
        states, stop = set(), 0
        while True:
            copy = shutil.copytree(folder, tmp_path / f"try{stop}")
            found, ended = plan_purge(copy), False
            with monkeypatch.context() as patch:
                patch_calls(patch, stop)
                try:
                    found.carry_out()
                    ended = True
                except KilledError:
                    pass
            if (copy / store.MARKER).exists():
                assert referrals_read(copy) == after["referrals.csv"]
            (copy / store.LOCK).unlink(missing_ok=True)
            with store.locked(copy):
                store.settle(copy)
            # A temporary file that was begun holds nothing planted, and the next purge takes it.
            found = {name: data for name, data in contents(copy).items() if name[0] != "."}
            assert found in (before, after)
            states.add(found == after)
            stop += 1
            if ended:
                break
        assert states == {True, False}
        assert stop > 10

    def test_what_was_not_wiped_is_told_until_the_next_purge_has(self, folder, monkeypatch):
        def stop(path):
            raise KilledError

        with monkeypatch.context() as patch:
            patch.setattr(store, "wipe", stop)
            with pytest.raises(KilledError):
                plan_purge(folder).carry_out()
        assert b"rj7token" in raw(folder)
        told = [one.message for one in cn.check(folder).found if one.code == "purge_unfinished"]
        assert told == [
            "A purge of this folder was interrupted, or is under way: old bytes are still there."
        ]
        assert plan_purge(folder).had_stopped
        assert b"rj7token" not in raw(folder)
        assert not plan_purge(folder).had_stopped
        assert "purge_unfinished" not in [one.code for one in cn.check(folder).found]


def referrals_read(folder):
    return store.pending(folder).get("referrals.csv", folder / "referrals.csv").read_bytes()


def patch_calls(patch, stop):
    """Let the call number ``stop`` that changes the disk never happen."""
    left = [stop]

    def counting(call):
        def counted(*arguments, **options):
            if left[0] == 0:
                raise KilledError
            left[0] -= 1
            return call(*arguments, **options)

        return counted

    for name in ("write_atomic", "wipe"):
        patch.setattr(store, name, counting(getattr(store, name)))
    for name in ("replace", "unlink", "mkdir", "rmdir"):
        patch.setattr(store.Path, name, counting(getattr(store.Path, name)))
