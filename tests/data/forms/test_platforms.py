"""Exports of survey platforms, and names of any kind: read back as they were asked and answered."""

import pytest

from data.forms.asked import ANSWERED, LABELS, OFFICER, book, pasted, qualtrics, web_form
from data.importing.import_case import only


class TestPlatforms:
    def said(self, agency="court_b"):
        names = dict(pasted())
        found = {"agency": LABELS[agency]}
        for name, text in names.items():
            for partner, answers in ANSWERED.items():
                for key, value in answers.items():
                    if text.startswith(f"[{key} | {partner}]"):
                        found[name] = str(value)
        return found

    @pytest.mark.parametrize("platform", [qualtrics, web_form])
    def test_an_export_gives_what_the_workbook_gives(self, ours, tmp_path, platform):
        ours.do(ours.file("answers.csv", platform(self.said())))
        names = ("ties.csv", "people.csv", "posts.csv", "agreements.csv",
                 "survey_questionnaire.csv")  # fmt: skip
        export = {name: ours.rows(name) for name in names}
        for name in (*names, "imports.csv"):
            (ours.into / name).unlink()
        ours.do(ours.file("questionnaire.xlsx", book("court_b", ANSWERED)))
        assert export == {name: ours.rows(name) for name in names}

    def test_addresses_of_machines_are_never_stored(self, ours):
        bad = self.said() | {"written_2": "perhaps"}
        ours.do(ours.file("answers.csv", qualtrics(self.said("shelter"), bad)),
                accept_rejects="yes")  # fmt: skip
        assert list((ours.into / "rejects").iterdir())
        assert all("192.0.2.7" not in one.read_text("utf-8-sig") for one in
                   ours.into.rglob("*.csv"))  # fmt: skip

    def test_previews_are_left_out_and_counted(self, ours):
        preview = self.said("shelter") | {"Status": "Survey Preview"}
        done = ours.do(ours.file("answers.csv", qualtrics(preview, self.said())))
        assert only(done, "not_in_earnest").message == (
            "1 response is a preview or a test; left out."
        )
        assert {row[0] for row in ours.rows("ties.csv", "reported_by")} == {"court_b"}

    def test_codes_instead_of_words_are_asked_about(self, ours):
        said = {"agency": LABELS["court_b"], "sent_3": "2"}
        found = only(ours.plan(ours.file("answers.csv", web_form(said))), "sent_in_numbers")
        assert found.message == (
            "1 answer to how many were sent in bare numbers, such as '2'; they may be the "
            "numbers of the choices."
        )

    def test_two_responses_of_one_agency_are_asked_about(self, ours):
        form = ours.file("answers.csv", qualtrics(self.said(), self.said()))
        found = only(ours.plan(form), "agency_answered_twice")
        assert found.message == "2 responses are for 'Juvenile Court [court_b]'."
        done = ours.do(form, answered_twice="last")
        assert only(done, "agency_answer_chosen").message == (
            "1 response for 'Juvenile Court [court_b]' left out, as answered_twice says."
        )
        assert len(ours.rows("ties.csv")) == 3

    def test_places_for_agencies_that_nobody_knows_yet(self, case):
        names = {text[: text.index("]") + 1]: name for name, text in pasted({})}
        said = {
            "agency": "Court", names["[partner #1]"]: "the clinic", names["[sent #1]"]: "1 to 5",
            names["[caller #1]"]: "guard", names["[second #1]"]: "nobody",
        }  # fmt: skip
        form = case.file("answers.csv", qualtrics(said, agencies={}))
        case.do(form, new_agencies="add")
        assert case.rows("ties.csv", "source", "target") == [("Court.guard", "the clinic")]


@pytest.mark.parametrize(
    "name", ['a, "b"', "🙂 house", "בית", "007", "x [y]", "50% & <b>", "1E5", "Court | 2"]
)
class TestAnyName:
    def agencies(self, name):
        return {"court_b": "Juvenile Court", name: f"The {name}"}

    def answers(self, name):
        return {name: {**OFFICER, "caller": f"guard {name}", "second": "nobody"}}

    def test_the_workbook_is_read_back(self, case, name):
        case.do(case.file("q.xlsx", book("court_b", self.answers(name), self.agencies(name))))
        assert case.rows("ties.csv", "target") == [(name,)]
        assert case.rows("people.csv", "role") == [(f"guard {name}",)]
        assert (name,) in case.rows("agencies.csv", "agency_id")

    def test_an_export_is_read_back(self, case, name):
        agencies = self.agencies(name)
        number = sorted(agencies).index(name) + 1
        said = {f"{key}_{number}": str(value) for key, value in self.answers(name)[name].items()}
        said["agency"] = "Juvenile Court [court_b]"
        case.do(case.file("q.csv", qualtrics(said, agencies=agencies)))
        assert (name,) in case.rows("ties.csv", "target")
        assert (name, "12 to 49") in case.rows("survey_questionnaire.csv", "alter", "value")
