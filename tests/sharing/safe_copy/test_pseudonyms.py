"""Pseudonyms and keyed digests: what they tell, and what they don't."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.model.errors import CollabnetError
from collabnet.sharing.manifest import keyed_inputs
from collabnet.sharing.pseudonyms import keyed, new_nonce, pseudonyms

NONCE, OTHER = "0f" * 32, "f0" * 32
IDS = st.lists(st.text(min_size=1), max_size=30)


class TestPseudonyms:
    def test_they_are_hmac_sha_256_of_the_id_under_the_nonce(self):
        told = hmac.new(bytes.fromhex(NONCE), b"officer_b1", hashlib.sha256).hexdigest()
        assert pseudonyms(["officer_b1"], NONCE) == {"officer_b1": f"x{told[:8]}"}

    @given(IDS)
    def test_each_id_has_one_of_its_own_and_their_order_is_theirs(self, ids):
        made = pseudonyms(ids, NONCE)
        assert set(made) == set(ids)
        assert len(set(made.values())) == len(made)
        assert list(made.values()) == sorted(made.values())

    @given(IDS)
    def test_the_order_of_the_ids_changes_nothing(self, ids):
        assert list(pseudonyms(ids, NONCE).items()) == list(pseudonyms(ids[::-1], NONCE).items())

    def test_another_nonce_gives_others(self):
        ids = [f"p{number}" for number in range(50)]
        first, second = pseudonyms(ids, NONCE), pseudonyms(ids, OTHER)
        assert not set(first.values()) & set(second.values())

    def test_two_that_begin_alike_are_told_apart_by_longer_ones(self, monkeypatch):
        codes = {"a": "12345678aa", "b": "12345678bb"}
        monkeypatch.setattr("collabnet.sharing.pseudonyms.keyed", lambda _, one: codes[one])
        assert pseudonyms(["a", "b"], NONCE) == {"a": "x12345678a", "b": "x12345678b"}

    def test_new_nonces_differ(self):
        assert len({new_nonce() for _ in range(100)}) == 100

    @pytest.mark.parametrize("nonce", ["", "00", "x" * 64, "0" * 62])
    def test_what_is_no_nonce_is_refused(self, nonce):
        with pytest.raises(CollabnetError) as refused:
            keyed(nonce, "court")
        assert str(refused.value) == (
            f"A nonce is 64 letters and digits from 0 to f; got {len(nonce)} characters. Take the "
            "one that the disclosure log has, or make a new copy."
        )


class TestKeyedInputs:
    def test_a_guess_of_what_stood_in_a_file_cant_be_tested_without_the_nonce(self):
        guess = hashlib.sha256(b"the whole file").hexdigest()
        told = keyed_inputs({"people.csv": guess}, NONCE)
        assert told == {"people.csv": keyed(NONCE, guess)}
        assert guess not in str(told)

    def test_names_that_a_user_chose_are_left_out_and_their_order_too(self):
        given_ = {"survey_zoe.csv": "1", "survey_anna.csv": "2", "people.csv": "3"}
        told = keyed_inputs(given_, NONCE)
        assert list(told) == ["people.csv", "other file 1", "other file 2"]
        assert told["other file 1"] == keyed(NONCE, "1")
