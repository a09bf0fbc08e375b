"""Shared patients: ties of a kind of their own, never referrals and never ways."""

import pytest

from collabnet.model.vocabulary import CONTACT_KINDS
from data.readers.log_files import Reading

HOP = (
    "from_npi,to_npi,patient_count,transaction_count,average_day_wait,std_day_wait\n"
    "1000000004,1999999984,45,50,12.5,10.0\n"
    "1999999984,1000000004,99,99,50.0,1.0\n"
    "2000000002,1000000004,12,13,7.5,5.0\n"
)
CMS = "1000000004,1999999984,350,40,3\n1999999984,1000000004,120,11,0\n"


@pytest.fixture
def read(tmp_path):
    def read(text):
        return Reading(tmp_path, "shared_patients", {"pairs.csv": text})

    return read


class TestPairs:
    def test_hop_teaming(self, read):
        found = read(HOP)
        kept = ("from_id", "to_id", "kind", "strength", "transaction_count", "average_day_wait")
        assert found.rows("ties", *kept) == [
            ("1000000004", "1999999984", "shared_patients", "45.0", "50", "12.5"),
            ("1999999984", "1000000004", "shared_patients", "99.0", "99", "50.0"),
            ("2000000002", "1000000004", "shared_patients", "12.0", "13", "7.5"),
        ]
        found.assert_conserved()

    def test_the_files_of_cms_have_no_header(self, read):
        """npi1, npi2, pair count, patients, same day: the strength is patients, not visits."""
        found = read(CMS)
        assert found.rows("ties", "from_id", "strength", "pair_count", "same_day_count") == [
            ("1000000004", "40.0", "350", "3"),
            ("1999999984", "11.0", "120", "0"),
        ]
        assert [ledger.lines[1] for ledger in found.ledgers["pairs.csv"].all if ledger.n_read] == [
            1
        ]
        found.assert_conserved()

    @pytest.mark.parametrize("text", [HOP, CMS])
    def test_they_are_recognised_and_said_to_be_no_referrals(self, read, text):
        found = read(text)
        assert found.recognised() == "shared_patients"
        assert "referrals" not in found.tables
        assert found.said("shared_patients") == (
            "pairs.csv: The pairs are shared patients (billed by both within a time), not "
            "referrals: nobody need have sent anybody. They are kept as ties of kind "
            "shared_patients, never as ways. Nothing to do; pairs with fewer than 11 patients are "
            "not in such files and can't be worked out from them. [shared_patients]"
        )

    def test_the_kind_is_no_way(self):
        assert "shared_patients" not in (*CONTACT_KINDS, "referral")

    def test_counts_below_eleven_are_rejected_and_not_shown(self, read):
        found = read(HOP.replace(",12,13,", ",10,13,"))
        assert found.codes("ROW") == ["shared_patients_small"]
        assert "'10'" not in found.said("shared_patients_small")
        found.assert_conserved()
