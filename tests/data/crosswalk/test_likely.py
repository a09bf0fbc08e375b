"""The note that names may mean the same: once for a folder, quick, quiet where all is settled."""

import shlex
import time

import pytest

from collabnet.data.check import check
from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.evidence import SUGGESTED, compare
from collabnet.data.crosswalk.review import decide
from collabnet.data.samples import list_samples
from data.small_site import TODAY, where

CODE = "names_to_settle"


@pytest.fixture
def log(site):
    """A log alone, which writes a court in three ways and a house in two."""
    for name in ("agencies.csv", "people.csv"):
        (site.path / name).unlink()
    pairs = [
        ("Juvenile Court", "Harbor House"),
        ("Juvenile Court", "Clinic"),
        ("Juvenile Court", "Harbor House"),
        ("Juv. Court", "Harbor Hse"),
        ("JC", "Legal Aid"),
    ]
    return site.log(*(f",2024-01-06,,{one},{other}," for one, other in pairs))


class TestTheNote:
    def test_it_says_how_many_and_what_to_do(self, log):
        problem = log.found(CODE)
        assert where(problem) == ("NOTE", "(folder)", None, None, "", "Juv. Court")
        assert problem.message == (
            "3 names may mean the same as another, such as 'Juv. Court' and 'Juvenile Court'."
        )
        assert problem.remedy == f"Settle them first: collabnet names {log.path}"

    def test_a_coalition_is_loaded_with_it(self, log):
        assert CODE in log.load().problems["code"].tolist()

    def test_the_command_can_be_pasted(self, log, tmp_path):
        folder = log.path.rename(tmp_path / "our site")
        found = [one for one in check(folder, today=TODAY).found if one.code == CODE]
        command = found[0].remedy.partition(": ")[2]
        assert shlex.split(command) == ["collabnet", "names", str(folder)]

    def test_with_a_roster_it_is_about_names_that_are_no_ids(self, site):
        site.log("r1,2024-01-05,o1,court,program,i1", ",2024-01-06,o1,court,Prgm,")
        assert site.found(CODE).message == (
            "1 name may mean the same as another, such as 'Prgm' and 'Program'."
        )

    def test_what_is_settled_is_noted_no_more(self, log):
        pairs = [("Juv. Court", "Juvenile Court"), ("JC", "Juvenile Court")]
        decide(log.path, [Decision("", *pair) for pair in pairs], today=TODAY)
        assert log.found(CODE).message.startswith("1 name may mean the same as another, such as ")
        apart = Decision("", "Harbor Hse", "Harbor House", "different")
        back = Decision("", "Harbor House", "Harbor Hse", "different")
        decide(log.path, [apart, back], today=TODAY)
        assert CODE not in log.codes()

    @pytest.mark.parametrize("name", [one.name for one in list_samples()])
    def test_the_samples_have_nothing_to_settle(self, name):
        assert CODE not in [one.code for one in check(f"sample:{name}", today=TODAY).found]


class TestSize:
    def test_thousands_of_names_take_a_second(self, log):
        """Some names are compared with all; that more may be alike is said."""
        people = [f"Officer {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}xo{n}" for n in range(3000)]
        rows = [f",2024-01-06,{one},Court {n % 30},Program," for n, one in enumerate(people)]
        log.log(*rows, ",2024-01-06,,Juvenile Court,Harbor House,", *[
            ",2024-01-06,,Juv. Court,Harbor Hse,"
        ])  # fmt: skip
        begin = time.process_time()
        problem = log.found(CODE)
        assert time.process_time() - begin < 6
        assert problem.message.startswith("At least 2 names may mean the same as another, such as ")


class TestADecisionAboutADecision:
    def test_whom_it_means_in_the_end_is_read(self, log):
        pairs = [("JC", "Juv. Court"), ("Juv. Court", "Juvenile Court")]
        decide(log.path, [Decision("", *pair) for pair in pairs], today=TODAY)
        assert set(log.load().referrals["from_agency"]) == {"Juvenile Court"}

    def test_two_that_mean_each_other_end(self, log):
        pairs = [("JC", "Juv. Court"), ("Juv. Court", "JC")]
        decide(log.path, [Decision("", *pair) for pair in pairs], today=TODAY)
        assert len(set(log.load().referrals["from_agency"])) <= 3


class TestWordsWithoutVowels:
    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("Harbor Hse", "Harbor House"), ("Hrbr Hse", "Harbor House"),
            ("Alder Ctr", "Alder Center"), ("Alder Yth Svcs", "Alder Youth Services"),
            ("Probation Depts", "Probation Department"), ("Nrse Line", "Nurse Line"),
            ("Brch St Shelter", "Birch Street Shelter"), ("Oak Rd Clinic", "Oak Road Clinic"),
        ],
    )  # fmt: skip
    def test_they_are_proposed(self, written, name):
        assert compare(written, name).score >= SUGGESTED

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("Harbor Hse", "Harbor Horse"), ("Brn House", "Bern House"),
            ("Harbor Home", "Harbor House"), ("Hill Hse", "Hall House"),
            ("Men's Hse", "Women's House"), ("Mill Cntr", "Mall Center"),
        ],
    )  # fmt: skip
    def test_other_words_are_not(self, written, name):
        assert compare(written, name).score < SUGGESTED
