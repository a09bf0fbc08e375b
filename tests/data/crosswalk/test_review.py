"""The names that are open, whom they may mean, and decisions about them."""

import shlex

import pytest

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.review import decide, review_names
from collabnet.data.crosswalk.wording import SECOND_LOOK, review_lines
from collabnet.model.errors import CollabnetError, NotFoundError, ReadingError
from data.small_site import TODAY

GOOD = "r1,2024-01-05,o1,court,program,i1"


@pytest.fixture
def log(site):
    """A coalition whose log names the court and a person in their own ways."""
    return site.log(
        GOOD, ",2024-01-06,Ofc. 2,court,Juv. Court,", ",2024-01-07,,court,Juv. Court,",
        ",2024-01-08,,court,Somewhere,", ",2024-01-09,,court,SHELTER,",
    )  # fmt: skip


class TestReview:
    def test_what_is_open_and_what_was_read(self, log):
        review = review_names(log.path, today=TODAY)
        assert review.open["written"].tolist() == ["Juv. Court", "Somewhere", "Ofc. 2"]
        assert review.open.iloc[0].tolist() == [
            "agency", "Juv. Court", "", 2, "referrals.csv: to_agency",
        ]  # fmt: skip
        assert review.read[["written", "id", "rows"]].values.tolist() == [["SHELTER", "shelter", 1]]

    def test_candidates_come_with_evidence(self, log):
        found = review_names(log.path, today=TODAY).candidates
        assert found[["written", "id", "is_certain"]].values.tolist() == [
            ["Juv. Court", "court", False],
            ["Ofc. 2", "o2", False],
        ]
        assert found["evidence"].tolist() == [
            "'juv' may be short for 'juvenile'; spelled 78 of 100 alike",
            "'ofc' may be short for 'officer'; spelled 71 of 100 alike; of the same agency",
        ]

    def test_it_is_told_in_lines(self, log):
        assert [text for _, text in review_lines(review_names(log.path, today=TODAY), "site")] == [
            "Site: 3 names are open, 2 with a likely meaning.",
            "",
            "Open (3)",
            "agency 'Juv. Court' (2 rows, referrals.csv: to_agency)",
            "likely court, Juvenile court: 'juv' may be short for 'juvenile'; spelled 78 of 100 "
            "alike (0.97)",
            "agency 'Somewhere' (1 row, referrals.csv: to_agency)",
            "nobody in the rosters comes near",
            "person 'Ofc. 2' at court (1 row, referrals.csv: from_person)",
            "likely o2, Officer 2: 'ofc' may be short for 'officer'; spelled 71 of 100 alike; of "
            "the same agency (0.97)",
            "",
            "Read as ids (1)",
            "agency 'SHELTER' as 'shelter': it is 'Shelter' but for capitals, spaces or "
            "punctuation (1 row)",
            "",
            "Settle the agencies first, then look again: people are compared within their "
            "agency, so more of them may turn out to be the same.",
            "",
            "Say what is the same and what is not; nothing but crosswalk.csv is written:",
            'collabnet names site --same "Juv. Court=court"',
            'collabnet names site --different "Juv. Court=court"',
        ]

    def test_the_count_is_that_of_the_names_listed_as_likely(self, site):
        """One spelling of people at two agencies, one of them with somebody alike."""
        (site.path / "people.csv").unlink()
        site.log(
            GOOD, ",2024-01-06,Ruiz,court,program,", ",2024-01-06,Ruiz,court,program,",
            ",2024-01-07,Ofc. Ruiz,court,program,", ",2024-01-08,Ofc. Ruiz,shelter,program,",
        )  # fmt: skip
        review = review_names(site.path, today=TODAY)
        lines = [text for _, text in review_lines(review, "site")]
        assert lines[0] == "Site: 1 name is open, 1 with a likely meaning."
        assert sum(text.startswith("likely") for text in lines) == 1
        assert review.open[["written", "at_agency"]].values.tolist() == [["Ofc. Ruiz", "court"]]

    def test_once_the_agencies_are_settled_people_are_compared_anew(self, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        site.log(
            *[",2024-01-06,Ruiz,Juvenile Court,Harbor House,"] * 2,
            ",2024-01-07,Ofc. Ruiz,Juv. Court,Harbor Hse,",
        )
        review = review_names(site.path, today=TODAY)
        assert review.candidates[["written", "id"]].values.tolist() == [
            ["Juv. Court", "Juvenile Court"],
            ["Harbor Hse", "Harbor House"],
        ]
        assert (0, SECOND_LOOK) in list(review_lines(review, "site"))
        lines = [Decision("", *pair) for pair in review.candidates[["written", "id"]].values]
        decide(site.path, lines, today=TODAY)
        review = review_names(site.path, today=TODAY)
        assert review.candidates[["written", "id"]].values.tolist() == [["Ofc. Ruiz", "Ruiz"]]
        assert (0, SECOND_LOOK) not in list(review_lines(review, "site"))

    def test_of_two_as_frequent_the_shorter_may_be_the_longer(self, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        site.log(",2024-01-06,,Door,Juvenile Court,", ",2024-01-06,,Door,Juv. Court,")
        found = review_names(site.path, today=TODAY).candidates
        assert found[["written", "id"]].values.tolist() == [["Juv. Court", "Juvenile Court"]]

    def test_commands_can_be_pasted(self, site):
        site.log(GOOD, ',2024-01-06,o1,court,"The ""Program""",')
        review = review_names(site.path, today=TODAY)
        commands = [text for depth, text in review_lines(review, "our site") if depth == 3]
        assert [shlex.split(text) for text in commands] == [
            ["collabnet", "names", "our site", f"--{one}", 'The "Program"=program']
            for one in ("same", "different")
        ]

    def test_without_a_roster_the_rarer_spelling_may_be_the_more_frequent(self, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        names = ["Juvenile Court", "Juvenile Court", "Juv. Court", "Clinic"]
        site.log(*(f",2024-01-06,,Door,{name}," for name in names))
        review = review_names(site.path, today=TODAY)
        assert review.open["written"].tolist() == ["Juv. Court"]
        assert review.candidates[["written", "id"]].values.tolist() == [
            ["Juv. Court", "Juvenile Court"]
        ]

    def test_what_was_said_to_differ_is_not_proposed_again(self, log):
        decide(log.path, [Decision("", "Juv. Court", "court", "different")], today=TODAY)
        review = review_names(log.path, today=TODAY)
        assert "Juv. Court" not in review.candidates["written"].tolist()
        assert "Juv. Court" in review.open["written"].tolist()

    def test_a_table_that_cannot_be_read_comes_first(self, log):
        log.write("people.csv", "person_id,name\no1,x\n")
        with pytest.raises(ReadingError, match="missing_column"):
            review_names(log.path, today=TODAY)

    def test_a_file_is_no_folder(self, log):
        with pytest.raises(ReadingError, match="Names are settled in a coalition folder"):
            review_names(log.path / "referrals.csv", today=TODAY)


class TestDecide:
    def test_the_line_has_the_kind_the_evidence_and_the_day(self, log):
        path, (line,) = decide(log.path, [Decision("", "Juv. Court", "court")], today=TODAY)
        assert (line.kind, line.decision) == ("agency", "same")
        assert path.read_text("utf-8").splitlines()[1] == (
            "agency,Juv. Court,court,same,,,'juv' may be short for 'juvenile'; spelled 78 of 100 "
            "alike,2024-06-30,,1"
        )
        assert review_names(log.path, today=TODAY).open["written"].tolist() == [
            "Somewhere",
            "Ofc. 2",
        ]

    def test_undo_finds_the_place_where_only_one_holds(self, log):
        decide(log.path, [Decision("", "Ofc. 2", "o2", at_agency="court")], today=TODAY)
        _, (line,) = decide(log.path, [Decision("", "Ofc. 2", "", "undone")], today=TODAY)
        assert (line.kind, line.at_agency) == ("person", "court")
        assert "Ofc. 2" in review_names(log.path, today=TODAY).open["written"].tolist()

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            (Decision("", "Juv. Court", "curt"), "There is no agency or person 'curt'. Did you "
             "mean court? Name an id of agencies.csv or people.csv."),
            (Decision("", "court", "shelter"), "'court' is an id itself and stands for itself. "
             "Rename the id in the file that has it, if it is somebody else's."),
            (Decision("", " ", "court"), "A decision needs a spelling; got an empty one. Name it "
             "as written."),
            (Decision("", "Elsewhere", "", "different"), "It isn't plain whether 'Elsewhere' is an "
             "agency or a person. Say --agency or --person."),
            (Decision("agency", "Juv. Court", "", "undone"), "There is no decision about 'Juv. "
             "Court' to undo. The lines of crosswalk.csv say what was decided."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_is_refused_and_nothing_written(self, log, line, told):
        with pytest.raises(CollabnetError) as error:
            decide(log.path, [Decision("", "Juv. Court", "court"), line], today=TODAY)
        assert str(error.value) == told
        assert not (log.path / "crosswalk.csv").exists()

    def test_a_sample_stays_as_it_is(self):
        with pytest.raises(CollabnetError) as error:
            decide("sample:g1", [Decision("agency", "x", "court")], today=TODAY)
        assert str(error.value) == (
            "A sample stays as it is. Copy it first: collabnet samples g1 --to DIR."
        )

    def test_a_path_that_is_nowhere(self):
        with pytest.raises(NotFoundError):
            decide("nowhere", [Decision("agency", "x", "court")], today=TODAY)
