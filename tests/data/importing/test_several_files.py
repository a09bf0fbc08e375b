"""Several files of one export in one command: every record of every file arrives, or says why."""

import json

import pytest

from collabnet.data.importing import sources as importing
from collabnet.data.importing.sources import read_sources
from collabnet.data.options import Answers
from collabnet.data.readers.programs import PROGRAMS
from collabnet.data.sources.opened import Program
from data.importing.import_case import TODAY, only
from data.readers import test_fhir as fhir
from data.readers import test_hmis as hmis
from data.readers import test_network_canvas as canvas
from data.readers import test_open_referral as directory
from data.readers import test_redcap as redcap


def settled(case, *paths, **answers):
    """Import with the answer that is proposed first to whatever is asked."""
    for _ in range(25):
        done = case.plan(*paths, **answers)
        if not done.questions:
            done.write()
            return done
        asked = done.questions[0]
        assert asked.key not in answers or asked.key == "map", [str(one) for one in done.problems]
        answers[asked.key] = list(asked.answers) if asked.key == "map" else asked.answers[0]
    raise AssertionError([str(one) for one in done.problems])


def assert_all_counted(done):
    """Of every file: read = kept + rejected + skipped, each kept record being in a table."""
    for source in done.sources:
        for ledger in source.ledgers.all:
            tables = [table for table in source.tables if table.ledger is ledger]
            kept = {int(at) for table in tables for at in table.kept["at"]}
            assert len(kept | ledger.gone) == ledger.n_read, ledger.file


class TestHmis:
    def test_events_of_two_months(self, case):
        later = hmis.EVENTS.replace('"ev', '"feb')
        paths = [case.file("Event_jan.csv", hmis.EVENTS), case.file("Event_feb.csv", later)]
        paths += [case.file(name, text) for name, text in hmis.ALL.items() if name != "Event.csv"]
        done = settled(case, *paths)
        found = {row[0] for row in case.rows("referrals.csv", "referral_id")}
        assert found == {"ev1", "ev2", "ev3", "feb1", "feb2", "feb3"}
        assert_all_counted(done)

    def test_each_file_has_its_own_answers(self, case):
        later = hmis.EVENTS.replace('"ev', '"feb')
        paths = [case.file("Event_jan.csv", hmis.EVENTS), case.file("Event_feb.csv", later)]
        by_file = {"Event_jan.csv": {"from_agency": "7"}, "Event_feb.csv": {"from_agency": "8"}}
        case.do(*paths, by_file=by_file)
        found = dict(case.rows("referrals.csv", "referral_id", "from_agency"))
        assert (found["ev1"], found["feb1"]) == ("7", "8")

    def test_an_enrollment_that_two_exports_give_to_two_projects_is_asked_about(self, case):
        other = hmis.ENROLLMENTS.replace("en1,per1,10", "en1,per1,11")
        files = {**hmis.ALL, "Enrollment_2.csv": other}
        done = case.plan(*(case.file(name, text) for name, text in files.items()))
        assert only(done, "hmis_from_agency").row == 2
        assert only(done, "hmis_not_joined").row == 2


class TestOpenReferral:
    def test_organizations_of_two_directories(self, case):
        more = directory.ORGANIZATIONS.replace("org1", "org3").replace("org2", "org4")
        done = settled(
            case,
            case.file("organizations.csv", directory.ORGANIZATIONS),
            case.file("organizations_2.csv", more),
            case.file("services.csv", directory.SERVICES),
            case.file("services_2.csv", directory.SERVICES.replace("org", "org1")
                      .replace("org11", "org3").replace("org12", "org4")
                      .replace("org1anization", "organization")),
        )  # fmt: skip
        found = dict(case.rows("agencies.csv", "agency_id", "services"))
        assert set(found) == {"org1", "org2", "org3", "org4"}
        assert found["org1"] == found["org3"] == "emergency shelter;counseling, group"
        assert_all_counted(done)

    def test_services_of_two_files_without_organizations(self, case):
        more = directory.SERVICES.replace("s3,org2", "s3,org5")
        done = settled(
            case, case.file("services.csv", directory.SERVICES), case.file("services_2.csv", more)
        )
        found = {row[0] for row in case.rows("agencies.csv", "agency_id")}
        assert found == {"org1", "org2", "org5"}
        assert_all_counted(done)


class TestSurveys:
    def test_two_files_of_redcap_with_one_dictionary(self, case):
        more = redcap.RAW.replace("\n1,wave_1", "\n7,wave_1").replace("\n2,wave_1", "\n8,wave_1")
        more = more.replace("2024-03-04 10:00:00,3", "2024-03-04 10:00:00,1")
        answers = {**redcap.ANSWERED, "questions": list(redcap.ANSWERED["questions"])}
        done = settled(
            case,
            case.file("records.csv", redcap.RAW),
            case.file("records_2.csv", more),
            case.file("dictionary.csv", redcap.DICTIONARY),
            **answers,
        )
        names = [f"survey_{one}.csv" for one in ("records", "records_2")]
        found = [{row[0] for row in case.rows(name, "respondent")} for name in names]
        assert found == [{"Residential program", "Shelter"}, {"Juvenile court", "Shelter"}]
        assert_all_counted(done)

    def test_two_sessions_of_network_canvas(self, case):
        ids = [canvas.EGO_ID, canvas.ONE, canvas.TWO, canvas.SESSION]
        files = dict(canvas.FILES)
        for name, text in canvas.FILES.items():
            other = text.replace("Program", "Court B").replace("Officer B1", "Officer B2")
            for one in ids:
                other = other.replace(one, f"{one[:-1]}x")
            files[name.replace("Program", "Court")] = other
        assert len(files) == 6
        answers = {**canvas.ANSWERED, "questions": list(canvas.ANSWERED["questions"])}
        paths = [case.file(name, text) for name, text in files.items()]
        done = settled(case, *paths, **answers)
        ties = set(case.rows("ties.csv", "source", "target", "reported_by"))
        assert ties == {
            ("Officer B1", "Intake B", "Program"),
            ("Officer B2", "Intake B", "Court B"),
        }
        assert_all_counted(done)


class TestGephi:
    NODES = "Id,Label\ncourt_b,Court B\nshelter,Shelter\n"

    def test_edges_of_two_files_are_one_network(self, case):
        """Names of both files are resolved by all nodes; each record stays in its file's count."""
        done = settled(
            case,
            case.file("nodes.csv", self.NODES),
            case.file("nodes_2.csv", "Id,Label\nclinic,Clinic\n"),
            case.file("edges.csv", "Source,Target,Type,Weight\ncourt_b,Clinic,Directed,1\n"),
            case.file(
                "edges_2.csv", "Source,Target,Type,Weight\nclinic,shelter,Directed,2\n,x,,\n"
            ),
            accept_rejects="yes",
        )
        assert case.rows("ties.csv", "source", "target", "imported_from") == [
            ("court_b", "clinic", "edges.csv, row 2"),
            ("clinic", "shelter", "edges_2.csv, row 2"),
        ]
        assert {row[0] for row in case.rows("agencies.csv", "agency_id")} == {
            "court_b", "shelter", "clinic",
        }  # fmt: skip
        assert str(only(done, "required_blank")).startswith("edges_2.csv, row 3, column source:")
        assert_all_counted(done)

    def test_who_is_only_in_a_tie_that_is_left_out_is_kept_alone(self, case):
        done = settled(
            case,
            case.file("nodes.csv", self.NODES),
            case.file("edges.csv", "Source,Target,Type\ncourt_b,shelter,Directed\n"),
            case.file("edges_2.csv", "Source,Target,Type\nclinic,clinic,Directed\n"),
            self_ties="leave out",
        )
        assert {row[0] for row in case.rows("agencies.csv", "agency_id")} == {
            "court_b", "shelter", "clinic",
        }  # fmt: skip
        assert only(done, "self_ties_left_out").file == "edges_2.csv"


class TestFhir:
    def test_referrals_of_two_files(self, case):
        def lines(*names):
            return "".join(
                f"{json.dumps(one)}\n" for one in (*fhir.ACTORS, *map(fhir.request, names))
            )

        done = settled(
            case,
            case.file("january.ndjson", lines("r1", "r2")),
            case.file("february.ndjson", lines("r3")),
        )
        found = {row[0] for row in case.rows("referrals.csv", "referral_id")}
        assert found == {"r1", "r2", "r3"}
        assert_all_counted(done)


class TestConservation:
    """Should a reader lose a record, nothing is imported: that is said, never passed over."""

    @pytest.fixture
    def losing(self, case, monkeypatch):
        """A program whose reader leaves out the last record without a word."""
        real = next(one for one in PROGRAMS if one.name == "hmis")

        def read(opened, ledgers, answers):
            drafts = real.read(opened, ledgers, answers)
            for draft in drafts:
                draft.at, draft.cells = draft.at[:-1], draft.cells[:-1]
            return drafts

        made = Program("hmis", real.title, real.recognise, read)
        monkeypatch.setattr(importing, "PROGRAMS", (made,))
        return case.file("Organization.csv", hmis.ORGANIZATIONS)

    def test_a_record_that_is_lost_stops_the_import(self, case, losing):
        done = case.plan(losing)
        assert done.is_refused
        assert str(only(done, "rows_unaccounted")) == (
            "Organization.csv: 1 record of 3 in Organization.csv would be lost, and nothing says "
            "why; nothing was imported. This is an error of collabnet. Import that file alone, or "
            "save it as CSV with one row a record; and please report it. [rows_unaccounted]"
        )

    def test_where_something_is_asked_still_it_is_not_said(self, case, losing):
        (source,) = read_sources([losing], lambda _: Answers({"date_order": "x"}), TODAY)
        assert source.whole.is_refused
        losing.write_bytes(b"EventID,EnrollmentID,PersonalID,EventDate,Event\ne1,e,p,2024-01-01,10")
        (source,) = read_sources([losing], lambda _: Answers(), TODAY)
        assert "rows_unaccounted" not in [one.code for one in source.problems]
