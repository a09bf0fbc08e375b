"""Answered questionnaires are read back: what was said, no more; blank is not known, never no."""

import pytest

import collabnet as cn
from data.forms.asked import ANSWERED, LABELS, OFFICER, book
from data.importing.import_case import only

TIES = ("source", "target", "kind", "basis", "reported_by")


def codes(done, *levels):
    return sorted({one.code for one in done.problems if not levels or one.level in levels})


def of_court(said=None, name="questionnaire.xlsx", **more):
    return name, book("court_b", ANSWERED if said is None else said, **more)


class TestWhatBecomesOfAnswers:
    def test_ties_lead_from_who_makes_the_call_to_the_partner(self, ours):
        ours.do(ours.file(*of_court()))
        assert ours.rows("ties.csv", *TIES) == [
            ("court_b.intake_officer", "residential_program", "referral", "formal", "court_b"),
            ("court_b.intake_officer", "shelter", "referral", "informal", "court_b"),
            ("court_b.supervisor", "shelter", "referral", "informal", "court_b"),
        ]

    def test_roles_become_people_each_once(self, ours):
        ours.do(ours.file(*of_court()))
        assert ours.rows("people.csv", "person_id", "name", "agency_id", "role", "kind") == [
            ("court_b.intake_officer", "intake officer (Juvenile Court)", "court_b",
             "intake officer", "person"),
            ("court_b.supervisor", "supervisor (Juvenile Court)", "court_b", "supervisor",
             "person"),
        ]  # fmt: skip

    def test_what_is_written_is_an_agreement_whose_use_is_not_known(self, ours):
        said = ANSWERED | {"shelter": {**OFFICER, "second": "nobody", "written": "for the person"}}
        ours.do(ours.file(*of_court(said)))
        names = ("from_agency", "to_agency", "names_position", "in_use")
        assert ours.rows("agreements.csv", *names) == [
            ("court_b", "residential_program", "yes", "unknown"),
            ("court_b", "shelter", "no", "unknown"),
        ]
        assert [row[0] for row in ours.rows("ties.csv", "basis")] == ["formal", "unknown"]

    def test_posts_are_asked_about_never_people(self, ours):
        ours.do(ours.file(*of_court()))
        names = ("agency_id", "role", "holders_in_period", "years", "weeks_vacant")
        assert ours.rows("posts.csv", *names) == [("court_b", "intake officer", "3", "3", "4")]

    def test_how_many_were_sent_stays_as_it_was_answered(self, ours):
        ours.do(ours.file(*of_court({**ANSWERED, "shelter": {"sent": 7}})))
        assert ours.rows("survey_questionnaire.csv", "respondent", "alter", "question",
                         "value") == [
            ("court_b", "residential_program", "referral", "12 to 49"),
            ("court_b", "shelter", "referral", "7"),
        ]  # fmt: skip

    def test_a_blank_row_was_asked_and_not_answered(self, ours):
        ours.do(ours.file(*of_court({"shelter": {"sent": "none"}})))
        assert ours.rows("survey_questionnaire.csv", "alter", "value") == [
            ("residential_program", ""), ("shelter", "none"),
        ]  # fmt: skip
        assert not (ours.into / "ties.csv").exists()

    def test_several_people_are_a_group_and_a_shared_inbox_is_the_position(self, ours):
        said = {
            "shelter": {**OFFICER, "caller_is": "several people"},
            "residential_program": {**OFFICER, "caller": "hotline", "caller_is": ""},
        }
        ours.do(ours.file(*of_court(said)))
        assert ours.rows("ties.csv", "source", "target") == [
            ("court_b", "residential_program"), ("court_b.intake_officer.several", "shelter"),
        ]  # fmt: skip
        assert ours.rows("people.csv", "person_id", "kind") == [
            ("court_b.intake_officer.several", "group")
        ]

    def test_a_second_of_the_same_role_is_another_person(self, ours):
        said = {"shelter": {**OFFICER, "second": "Intake Officer"}}
        ours.do(ours.file(*of_court(said)))
        assert [row[0] for row in ours.rows("ties.csv", "source")] == [
            "court_b.intake_officer", "court_b.intake_officer.2",
        ]  # fmt: skip

    @pytest.mark.parametrize("word", ["", "don't know", "don’t know", "?", "unknown"])
    def test_what_is_not_known_makes_nobody(self, ours, word):
        said = {"shelter": {**OFFICER, "second": word, "written": word, "holders": word}}
        done = ours.do(ours.file(*of_court(said)))
        assert len(ours.rows("ties.csv")) == 1
        assert ours.rows("ties.csv", "basis") == [("unknown",)]
        assert not (ours.into / "agreements.csv").exists()
        assert not (ours.into / "posts.csv").exists()
        assert only(done, "second_not_answered").message == (
            "1 answer names who makes the call and not who else could: whether somebody else "
            "could is not known, first for 'intake officer'."
        )

    def test_one_person_is_taken_where_it_is_not_said_how_many(self, ours):
        said = {"shelter": {**OFFICER, "caller_is": "", "second": "nobody"}}
        done = ours.do(ours.file(*of_court(said)))
        assert ours.rows("people.csv", "kind") == [("person",)]
        assert only(done, "one_caller_taken").message == (
            "1 caller is taken as one person each, since it is not said whether several make the "
            "call; first 'intake officer'."
        )

    def test_a_second_alone_is_not_the_only_one(self, ours):
        done = ours.do(ours.file(*of_court({"shelter": {"sent": 5, "second": "supervisor"}})))
        assert not (ours.into / "ties.csv").exists()
        assert "caller_not_named" in codes(done)

    def test_nobody_sent_makes_no_tie_and_is_said(self, ours):
        done = ours.do(ours.file(*of_court({"shelter": {**OFFICER, "sent": "none"}})))
        assert not (ours.into / "ties.csv").exists()
        assert "none_sent" in codes(done)


class TestAssessed:
    def test_findings_are_true_and_have_no_counts(self, ours):
        ours.do(ours.file(*of_court()))
        found = {one.subjects: one for one in cn.assess(cn.load(ours.into)).found}
        assert set(found) == {("court_b", "residential_program"), ("court_b", "shelter")}
        one = found["court_b", "residential_program"]
        assert (one.severity, one.numbers["referrals"]) == ("high", None)
        assert one.sentence == (
            "One officer can make referrals from Juvenile Court to residential_program (as "
            "reported; there is no log). All of it is on a formal basis, and no person is named "
            "who receives them. If that one person left, the link would be gone (if what is "
            "written is not in use). This is told by the side of Juvenile Court only. Nobody at "
            "residential_program was asked."
        )
        two = found["court_b", "shelter"]
        assert two.severity == "moderate"
        assert two.sentence == (
            "Two people can make referrals from Juvenile Court to Shelter (as reported; there is "
            "no log). There is no agreement on record, and no person is named who receives them. "
            "This is told by the side of Juvenile Court only. Nobody at Shelter was asked."
        )

    def test_what_an_agency_answers_hides_nobody_whom_it_names(self, ours):
        """Its answer would else be a tie of its position, which never leaves."""
        ours.do(ours.file(*of_court()))
        ties = cn.load(ours.into).ties
        assert set(ties["file"]) == {"ties.csv"}

    def test_where_nobody_is_named_the_answer_is_all_there_is(self, ours):
        ours.do(ours.file(*of_court({"shelter": {"sent": "6 to 11"}})))
        coalition = cn.load(ours.into)
        assert list(coalition.ties["from_id"]) == ["court_b"]
        assert list(coalition.ties["file"]) == ["survey_questionnaire.csv"]
        assert cn.assess(coalition).found == ()

    def test_a_group_or_a_shared_inbox_is_never_one_person(self, ours):
        said = {
            "shelter": {**OFFICER, "caller_is": "several people"},
            "residential_program": {**OFFICER,
                                    "caller_is": "a shared inbox or whoever is on duty"},
        }  # fmt: skip
        ours.do(ours.file(*of_court(said)))
        assert cn.assess(cn.load(ours.into)).found == ()


class TestSeveral:
    def both(self, case):
        court = case.file("a.xlsx", book("court_b", ANSWERED))
        shelter = case.file("b.xlsx", book("shelter", {"court_b": {**OFFICER, "caller": "guard"}}))
        return court, shelter

    def test_together_or_one_after_the_other_is_the_same(self, tmp_path):
        from data.importing.import_case import Case

        made = []
        for folder, together in (("one", True), ("two", False)):
            (tmp_path / folder).mkdir()
            case = Case(tmp_path / folder)
            files = self.both(case)
            for paths in [files] if together else [[one] for one in files]:
                case.do(*paths)
            names = ("ties.csv", "people.csv", "survey_questionnaire.csv", "agencies.csv")
            made.append({name: sorted(map(str, case.rows(name))) for name in names})
        assert made[0] == made[1]
        assert len(made[0]["ties.csv"]) == 4

    def test_the_same_file_under_another_name_doubles_nothing(self, ours):
        data = book("court_b", ANSWERED)
        ours.do(ours.file("a.xlsx", data))
        before = {one.name: one.read_bytes() for one in ours.into.glob("*.csv")}
        ours.do(ours.file("b.xlsx", data), again="read")
        for name in ("ties.csv", "people.csv", "posts.csv", "survey_questionnaire.csv"):
            assert (ours.into / name).read_bytes() == before[name]

    def test_a_second_answer_of_an_agency_is_asked_about(self, ours):
        ours.do(ours.file("a.xlsx", book("court_b", ANSWERED)))
        other = ours.file("b.xlsx", book("court_b", {"shelter": {**OFFICER, "caller": "guard"}}))
        done = ours.plan(other)
        assert "rows_gone" in codes(done, "ASK")
        ours.do(other, changed_rows="replace", known_actors="keep")
        sources = [row[0] for row in ours.rows("ties.csv", "source")]
        assert sources == ["court_b.intake_officer", "court_b.guard"]

    def test_one_post_is_one_row_however_often_it_is_answered_for(self, ours):
        said = {one: {**OFFICER, "second": "nobody", "holders": 2} for one in ANSWERED}
        said["shelter"] |= {"holders": "", "weeks_empty": 0}
        ours.do(ours.file(*of_court(said)))
        assert ours.rows("posts.csv", "holders_in_period", "weeks_vacant") == [("2", "0")]

    def test_a_post_with_two_answers_is_asked_about(self, ours):
        said = {one: {**OFFICER, "second": "nobody", "holders": n}
                for n, one in enumerate(ANSWERED, start=2)}  # fmt: skip
        form = ours.file(*of_court(said))
        found = only(ours.plan(form), "post_said_twice")
        assert found.message == "The post 'intake officer' has holders 2 and 3."
        ours.do(form, post_answers="last")
        assert ours.rows("posts.csv", "holders_in_period") == [("3",)]


class TestAsked:
    def test_for_which_agency_it_was_answered(self, ours):
        form = ours.file("questionnaire.xlsx", book("", ANSWERED))
        found = only(ours.plan(form), "questionnaire_agency")
        assert found.message == ("It is not said for which agency the questionnaire was answered.")
        ours.do(form, answered_for="court_b")
        assert {row[0] for row in ours.rows("ties.csv", "reported_by")} == {"court_b"}

    def test_agencies_that_were_typed_in(self, ours):
        said = [("the clinic", {**OFFICER, "second": "nobody"})]
        form = ours.file("questionnaire.xlsx", book("court_b", {}, more=said))
        found = only(ours.plan(form), "new_agencies")
        assert found.message == "1 agency was typed in, not chosen from a list: the clinic."
        ours.do(form, new_agencies="add")
        assert ours.rows("agencies.csv", "agency_id")[-1] == ("the clinic",)
        assert ours.rows("ties.csv", "target") == [("the clinic",)]

    def test_a_name_that_the_roster_has_is_looked_up(self, ours):
        said = [("Shelter", {**OFFICER, "second": "nobody"})]
        agencies = {"court_b": "Juvenile Court"}
        form = ours.file("q.xlsx", book("court_b", {}, agencies=agencies, more=said))
        ours.do(form)
        assert list(cn.load(ours.into).ties["to_id"]) == ["shelter"]
        assert len(ours.rows("agencies.csv")) == 3


class TestRefused:
    @pytest.mark.parametrize(
        ("answers", "code", "message"),
        [
            ({"written": "yes"}, "not_a_choice",
             "'yes' is not an answer to written; it takes no, for the person, for the post or "
             "don't know."),
            ({"holders": "a few"}, "not_a_choice",
             "'a few' is not an answer to holders; it takes a number or don't know."),
            ({"caller": "call 555-010-0199"}, "personal_answer",
             "The answer to caller looks like a phone number; nothing of it was stored."),
            ({"second": "=A1"}, "formula_without_value",
             "The cell E4 holds a formula without a result."),
        ],
        ids=["written", "holders", "phone", "formula"],
    )  # fmt: skip
    def test_a_row_that_cannot_be_used_says_why(self, ours, answers, code, message):
        said = ANSWERED | {"residential_program": {**OFFICER, **answers}}
        form = ours.file(*of_court(said))
        found = only(ours.plan(form), code)
        assert (found.level, found.row, found.message) == ("ROW", 4, message)
        ours.do(form, accept_rejects="yes")
        assert {row[0] for row in ours.rows("ties.csv", "target")} == {"shelter"}
        assert all("555-010" not in one.read_text("utf-8-sig") for one in ours.into.rglob("*.csv"))

    def test_rejects_are_corrected_and_read_again(self, ours):
        said = ANSWERED | {"residential_program": {**OFFICER, "written": "yes"}}
        ours.do(ours.file(*of_court(said)), accept_rejects="yes")
        (path,) = (ours.into / "rejects").iterdir()
        path.write_text(path.read_text("utf-8-sig").replace(",yes,", ",no,"), "utf-8")
        ours.do(path, answered_for=LABELS["court_b"])
        assert sorted(ours.rows("ties.csv", "target", "basis")) == [
            ("residential_program", "informal"), ("shelter", "informal"), ("shelter", "informal"),
        ]  # fmt: skip
        assert not path.exists()

    def test_answers_without_a_partner(self, ours):
        form = ours.file("q.xlsx", book("court_b", ANSWERED, more=[("", OFFICER)]))
        assert only(ours.plan(form), "no_partner").message == (
            "The row has answers, and partner is empty."
        )

    def test_an_agency_is_not_its_own_partner(self, ours):
        done = ours.do(ours.file(*of_court(ANSWERED | {"court_b": OFFICER})))
        assert only(done, "own_row").message == (
            "'court_b' answered about itself too; that was left out."
        )
        assert "court_b" not in {row[0] for row in ours.rows("ties.csv", "target")}

    def test_an_untouched_one_holds_nothing(self, ours):
        done = ours.plan(ours.file("questionnaire.xlsx", book("", {})))
        assert only(done, "form_untouched").message == (
            "Nothing is filled in in questionnaire.xlsx; nothing was imported from it."
        )
        assert done.drafts == {}
