"""Letters of agencies: an order that no list of members tells, alike from brief to brief."""

import stat
import sys

import pandas as pd
import pytest

import collabnet as cn
from collabnet.data.purging import plan_purge
from collabnet.model.errors import CollabnetError
from collabnet.reports.made import report_bytes
from collabnet.reports.safe_copy import write
from collabnet.reports.safe_copy.write import make_copy
from collabnet.risk.assessment import Assessment
from collabnet.sharing import labels, letter_key
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.letter_key import FILE, in_letter_order, letters_drawn
from tests.sharing.drawn import drawn

IDS = [f"agency_{n:02}" for n in range(20)]
TOWN = pd.DataFrame({"agency_id": IDS, "name": IDS})


def coalition(folder=None):
    made = cn.Coalition.from_frames(agencies=TOWN)
    made.folder = folder
    return made


def order(made, audience="partner"):
    return in_letter_order(IDS, made, audience)


class TestSecret:
    def test_it_stays_in_the_folder_for_its_owner_alone(self, tmp_path):
        first = order(coalition(tmp_path))
        assert [one.name for one in tmp_path.iterdir()] == [FILE]
        assert len((tmp_path / FILE).read_text("utf-8")) == 65
        if sys.platform != "win32":
            assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
        assert order(coalition(tmp_path)) == first

    def test_another_folder_has_other_letters(self, tmp_path):
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
        found = [order(coalition(tmp_path / name)) for name in ("a", "b")]
        assert found[0] != found[1]
        assert sorted(found[0]) == IDS != found[0]

    def test_partners_and_the_public_have_letters_of_their_own(self, tmp_path):
        made = coalition(tmp_path)
        assert order(made, "partner") != order(made, "public")

    def test_one_more_agency_leaves_the_order_of_the_others(self, tmp_path):
        made = coalition(tmp_path)
        more = in_letter_order([*IDS, "another"], made, "partner")
        assert [one for one in more if one != "another"] == order(made)

    def test_each_copy_has_letters_of_its_own(self, tmp_path):
        made = coalition(tmp_path)
        with letters_drawn("0" * 64):
            first = order(made)
        with letters_drawn("1" * 64):
            assert order(made) != first
        with letters_drawn("0" * 64):
            assert order(made) == first
        assert order(made) != first

    def test_which_a_safe_copy_draws_and_its_nonce_gives_again(self, monkeypatch):
        site = Assessment(cn.load("sample:site_b"), worlds=0)
        made = []
        for nonce in ("0" * 64, "1" * 64, "0" * 64):
            monkeypatch.setattr(write, "new_nonce", lambda nonce=nonce: nonce)
            made.append(make_copy(site, what=["brief"]).files["brief.html"])
        assert made[0] == made[2] != made[1]

    @pytest.mark.parametrize("held", [b"", b"not a key", b"0" * 63])
    def test_a_damaged_one_is_never_written_over(self, tmp_path, held):
        (tmp_path / FILE).write_bytes(held)
        with pytest.raises(CollabnetError) as caught:
            order(coalition(tmp_path))
        assert str(caught.value) == (
            "Agencies outside get letters by the secret in letters.key of the coalition's folder. "
            "letters.key isn't as it was written. Bring the file back from a copy, or remove it: "
            "agencies then get new letters, unlike those of earlier briefs."
        )
        assert (tmp_path / FILE).read_bytes() == held

    def test_of_two_programs_the_first_one_counts(self, tmp_path, monkeypatch):
        """Both find none: whoever is later takes the other's, and leaves nothing behind."""
        draw = letter_key._draw

        def late(path):
            draw(path)
            held = path.read_bytes()
            draw(path)
            assert path.read_bytes() == held

        monkeypatch.setattr(letter_key, "_draw", late)
        order(coalition(tmp_path))
        assert [one.name for one in tmp_path.iterdir()] == [FILE]

    def test_a_purge_takes_what_was_left_half_written_and_leaves_the_secret(self, tmp_path):
        order(coalition(tmp_path))
        (tmp_path / ".letters.key.abcd1234").write_bytes(b"")
        plan_purge(tmp_path).carry_out()
        assert [one.name for one in tmp_path.iterdir()] == [FILE]


class TestWithoutASecret:
    def test_a_sample_and_data_without_a_folder_keep_none(self):
        g1 = cn.load("sample:g1")
        order(g1)
        assert not (g1.folder / FILE).exists()
        assert order(coalition()) == order(coalition())

    def test_nor_does_a_folder_that_cannot_be_written(self, tmp_path, monkeypatch):
        def refused(**_):
            raise PermissionError

        monkeypatch.setattr(letter_key.tempfile, "mkstemp", refused)
        assert order(coalition(tmp_path)) == order(coalition())

    def test_the_order_of_the_rows_tells_nothing(self):
        turned = cn.Coalition.from_frames(agencies=TOWN.iloc[::-1])
        assert order(turned) == order(coalition())


class TestNothingTellsTheIds:
    @pytest.mark.parametrize("seed", range(2))
    def test_other_ids_with_the_same_letters_give_the_same_bytes(self, seed, monkeypatch):
        """What stands first, in a table, a sentence or a pair, hangs on no id.

        How sure findings are isn't tried: what chance draws follows the order of the rows.
        """
        made = drawn(seed)
        new = {one: f"qx{9 - n}agency" for n, one in enumerate(made.agencies["agency_id"])}
        names = [*made.agencies["name"]]
        monkeypatch.setattr(
            labels,
            "in_letter_order",
            lambda ids, given, _: sorted(ids, key=lambda one: -names.index(given.names[one])),
        )
        turned = renamed(made, new)
        for ending, kind in ((".html", "full"), (".zip", "brief")):
            one, other = (
                report_bytes(Assessment(each, worlds=0), ending, "partner", kind=kind)
                for each in (made, turned)
            )
            assert one == other

    def test_nor_does_who_is_called_how(self):
        """With the letters in the order of the ids, this would be the alphabet."""
        speaker = OutsideSpeaker(coalition(), "partner")
        assert sorted(IDS, key=speaker.agency) != IDS


def renamed(made, new):
    """The same coalition where agencies have other ids, and stand in another order."""
    tables = {name: getattr(made, name).replace(new) for name in ("people", "referrals")}
    consent = tuple(new[one] for one in made.settings.consent)
    return made.with_tables(
        agencies=made.agencies.iloc[::-1].replace(new).reset_index(drop=True),
        ties=made.own_ties.replace(new),
        **tables,
    ).with_settings(consent=consent)
