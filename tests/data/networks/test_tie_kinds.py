"""What the ties of a network file are: said by the file, by an answer, or taken as contacts."""

import pytest

import collabnet as cn
from collabnet.data.check import check

BARE = "dl n=3 format=edgelist1\nlabels embedded\ndata:\ncourt shelter 3\nshelter clinic 1\n"
KINDS = "Source,Target,relation\na,b,funds\nb,c,funds\nc,a,referral\n"


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def notes(path, **reading):
    return {one.code: one for one in check(path, reading=reading).found}


def ties(path, **reading):
    return cn.load(path, reading=reading).ties


class TestAFileThatDoesNotSay:
    def test_its_ties_are_contacts_and_a_note_says_how_to_change_it(self, file):
        path = file("coal.dl", BARE)
        note = notes(path)["tie_kind_taken"]
        assert (note.level, note.message) == (
            "NOTE",
            "coal.dl doesn't say what its ties are; they were read as contacts.",
        )
        assert note.remedy.startswith(
            "If they are something else, say --reading tie_kind=referral (or, in its place, "
        )
        assert set(ties(path)["kind"]) == {"contact"}

    def test_an_answer_says_what_they_are(self, file):
        path = file("coal.dl", BARE)
        assert set(ties(path, tie_kind="referral")["kind"]) == {"referral"}
        assert "tie_kind_taken" not in notes(path, tie_kind="referral")

    def test_some_of_its_ties_may_say_it(self, file):
        path = file("k.csv", "Source,Target,relation\na,b,referral\nb,c,\n")
        assert ties(path)["kind"].tolist() == ["referral", "contact"]
        assert notes(path)["tie_kind_taken"].message == (
            "k.csv doesn't say what 1 of its ties are; they were read as contacts."
        )

    def test_what_cannot_be_said_of_agencies_alone(self, file):
        found = check(file("coal.dl", BARE))
        assert "Who reaches whom: 2 working contacts; 0 ties that are strained or missing." in (
            found.can_say
        )
        assert (
            "Whose departure would break a link: the data name agencies, not people."
            in found.cannot_say
        )

    def test_referral_ties_are_not_working_contacts(self, file):
        said = check(file("coal.dl", BARE), reading={"tie_kind": "referral"}).can_say
        assert (
            "Who reaches whom: 0 working contacts; 2 referral ties; 0 ties that are strained or "
            "missing."
        ) in said


class TestARelationThatIsNotKnown:
    def test_it_stays_as_it_is_with_a_note(self, file):
        path = file("k.csv", KINDS)
        assert ties(path)["kind"].tolist() == ["funds", "funds", "referral"]
        assert notes(path)["tie_kind_not_known"].message == (
            "2 ties are of a kind that is not known, such as 'funds'; kept as written. No referral "
            "and no working contact goes along such ties."
        )

    def test_an_answer_says_what_such_ties_are_and_the_word_is_kept(self, file):
        found = ties(file("k.csv", KINDS), tie_kind="information")
        assert found["kind"].tolist() == ["information", "information", "referral"]
        assert found["relation_in_file"].tolist()[:2] == ["funds", "funds"]
