"""HMIS: events become referrals; ids of clients only join, and whoever typed carries nothing."""

import pytest

from collabnet.data.rejects import rejects_csv
from data.readers.log_files import Reading

HEADER = (
    "EventID,EnrollmentID,PersonalID,EventDate,Event,ProbSolDivRRResult,ReferralCaseManageAfter,"
    "LocationCrisisOrPHHousing,ReferralResult,ResultDate,DateCreated,DateUpdated,UserID,"
    "DateDeleted,ExportID\n"
)
STAMPS = "2024-03-05 10:11:12,2024-03-05 10:11:12"
EVENTS = HEADER + (
    f'"ev1","en1","per1",2024-03-05,10,,,"20",1,2024-03-07,{STAMPS},"u1",,"x1"\n'
    f'"ev2","en2","per2",2024-03-06,14,,,"30",3,2024-03-20,{STAMPS},"u2",,"x1"\n'
    f'"ev3","en1","per1",2024-03-07,11,,,"30",,,{STAMPS},"u1",,"x1"\n'
    f'"ev4","en1","per1",2024-03-08,10,,,"20",1,,{STAMPS},"u1",2024-04-01 09:00:00,"x1"\n'
    f'"ev5","en1","per1",2024-03-09,2,1,,,,,{STAMPS},"u1",,"x1"\n'
)
ENROLLMENTS = (
    "EnrollmentID,PersonalID,ProjectID,EntryDate,HouseholdID\n"
    "en1,per1,10,2024-01-01,h1\nen2,per2,11,2024-01-02,h2\n"
)
PROJECTS = (
    "ProjectID,OrganizationID,ProjectName,ProjectType\n"
    "10,7,Street Outreach,4\n11,8,Drop-in,6\n20,9,Shelter,0\n30,9,Housing,3\n"
)
ORGANIZATIONS = (
    "OrganizationID,OrganizationName,VictimServiceProvider,OrganizationCommonName,DateDeleted\n"
    '7,"Outreach, Inc.",0,Outreach,\n8,Drop-in Center,0,,\n9,Residential Program,1,The Program,\n'
)
ALL = {
    "Event.csv": EVENTS, "Enrollment.csv": ENROLLMENTS, "Project.csv": PROJECTS,
    "Organization.csv": ORGANIZATIONS,
}  # fmt: skip
COLUMNS = ("referral_id", "on", "from_agency", "to_agency", "service", "status")


@pytest.fixture
def read(tmp_path):
    def read(files=ALL, **answers):
        return Reading(tmp_path, "hmis", files, **answers)

    return read


class TestEvents:
    def test_the_files_of_an_export_are_joined(self, read):
        """The enrollment's project says who sent; both ends are organizations."""
        found = read()
        assert found.rows("referrals", *COLUMNS) == [
            ("ev1", "2024-03-05 00:00:00", "7", "9", "emergency shelter", "accepted"),
            ("ev2", "2024-03-06 00:00:00", "8", "9", "permanent supportive housing", "declined"),
            ("ev3", "2024-03-07 00:00:00", "7", "9", "transitional housing", "made"),
        ]
        assert found.rows("referrals", "reason")[1] == ("declined by the provider",)
        assert found.rows("agencies", "agency_id", "name", "alternate_names") == [
            ("7", "Outreach, Inc.", "Outreach"),
            ("8", "Drop-in Center", ""),
            ("9", "Residential Program", "The Program"),
        ]
        found.assert_conserved()

    def test_it_is_recognised_by_its_columns(self, read):
        assert read().recognised() == "hmis"

    def test_deleted_rows_are_skipped_and_counted(self, read):
        assert read().said("hmis_deleted") == (
            "Event.csv, row 5: 1 row with a DateDeleted skipped. [hmis_deleted]"
        )

    def test_a_service_given_is_no_referral(self, read):
        assert "1 event is problem solving or diversion (Event 2)" in read().said(
            "hmis_not_a_referral"
        )

    def test_whoever_typed_a_row_carries_nothing(self, read):
        found = read()
        assert "from_person" not in found.tables["referrals"].kept
        assert found.said("hmis_enters_data") == (
            "Event.csv, column UserID: UserID names who entered the rows: 2 people enter data (u1 "
            "and u2). Who made a referral is not in the file, so that person is unknown. "
            "Nothing to do; HMIS does not record who made a referral. [hmis_enters_data]"
        )

    def test_ids_of_clients_are_nowhere(self, read, tmp_path):
        bad = EVENTS.replace('"20",1', '"20",9', 1)
        found = read({**ALL, "Event.csv": bad})
        rejects = rejects_csv(found.ledgers["Event.csv"].all[-1]).decode()
        assert "ev1" in rejects
        for secret in ("per1", "per2", "en1", "en2"):
            assert secret not in found.everything() + rejects
        assert found.codes().count("client_ids_dropped") == 2


class TestQuestions:
    def test_without_the_other_files_the_sender_is_asked(self, read):
        found = read({"Event.csv": EVENTS})
        assert found.said("hmis_from_agency") == (
            "Event.csv, row 2: Event.csv does not say which agency made 3 referrals; "
            "Enrollment.csv and Project.csv of the same export would. Give these files too; or "
            'name the one agency that all come from: --reading "from_agency=ID". '
            "[hmis_from_agency]"
        )
        again = read({"Event.csv": EVENTS}, from_agency="court_b")
        assert again.rows("referrals", "from_agency", "to_agency") == [
            ("court_b", "20"), ("court_b", "30"), ("court_b", "30"),
        ]  # fmt: skip
        assert "ASK" not in {one.level for one in again.problems}
        again.assert_conserved()

    def test_no_receiving_project(self, read):
        files = {"Event.csv": EVENTS.replace('10,,,"20",1', '6,,,"",1', 1)}
        assert "hmis_no_receiver" in read(files, from_agency="court_b").codes("ASK")
        kind = read(files, from_agency="court_b", no_receiver="by_kind")
        assert kind.rows("referrals", "to_agency")[0] == ("Street outreach project",)
        gone = read(files, from_agency="court_b", no_receiver="leave_out")
        assert len(gone.rows("referrals", "to_agency")) == 2
        assert "hmis_no_receiver_skipped" in gone.codes("NOTE")
        for one in (kind, gone):
            one.assert_conserved()

    def test_codes_that_hmis_has_not(self, read):
        found = read(
            {**ALL, "Event.csv": EVENTS.replace(",14,", ",44,").replace('"30",,', '"30",7,')}
        )
        assert found.codes("ROW") == ["hmis_unknown_event", "hmis_unknown_result"]
        found.assert_conserved()

    def test_an_enrollment_that_is_not_there(self, read):
        found = read({**ALL, "Enrollment.csv": ENROLLMENTS.replace("en2", "en9")})
        assert "hmis_not_joined" in found.codes("NOTE")
        assert "hmis_from_agency" in found.codes("ASK")

    def test_rows_that_do_not_fit_and_blank_rows(self, read):
        found = read({**ALL, "Event.csv": EVENTS + "\nev9,en1\n"})
        assert found.codes("ROW") == ["row_too_short"]
        found.assert_conserved()
