"""Open Referral: agencies with their services, people with titles, nobody's phone or address."""

import pytest

from data.readers.log_files import Reading

ORGANIZATIONS = (
    "id,name,alternate_name,description,email,website,tax_status,tax_id,year_incorporated,"
    "legal_status,logo,uri,parent_organization_id\n"
    "org1,Residential Program,The Program,Beds,a@example.org,http://x,,,,,,,\n"
    'org2,"Legal, Aid",,Help,,,,,,,,,\n'
)
SERVICES = (
    "id,organization_id,program_id,name,alternate_name,description,url,email,status\n"
    "s1,org1,,emergency shelter,,,,b@example.org,active\n"
    "s2,org1,,counseling; group,,,,,active\n"
    "s3,org2,,legal advocacy,,,,,active\n"
    "s4,org2,,hotline,,,,,defunct\n"
)
CONTACTS = (
    "id,organization_id,service_id,service_at_location_id,location_id,name,title,department,email\n"
    "c1,org1,,,,Intake 1,Intake coordinator,Intake,c@example.org\n"
    "c2,,s3,,,Attorney 1,Attorney,,\n"
    "c3,,,sal1,,Staff 1,Case manager,,\n"
    "c4,org2,,,,,Front desk,,\n"
    "c5,,,,,Staff 2,,,\n"
)
PHONES = "id,location_id,service_id,organization_id,contact_id,number\np1,,,org1,,555-010-0100\n"
ADDRESSES = (
    "id,location_id,attention,address_1,city,state_province\na1,l1,,1 Hidden Street,Town,MO\n"
)
LOCATIONS = (
    "id,location_type,url,organization_id,name,alternate_name,latitude,longitude\n"
    "l1,physical,,org1,House,,38.1,-90.2\n"
)
AT = "id,service_id,location_id,description\nsal1,s1,l1,\n"
ALL = {
    "organizations.csv": ORGANIZATIONS, "services.csv": SERVICES, "contacts.csv": CONTACTS,
    "phones.csv": PHONES, "addresses.csv": ADDRESSES, "locations.csv": LOCATIONS,
    "service_at_location.csv": AT,
}  # fmt: skip


@pytest.fixture
def read(tmp_path):
    def read(files=ALL):
        return Reading(tmp_path, "open_referral", files)

    return read


class TestDirectory:
    def test_agencies_have_their_services_and_other_names(self, read):
        """A semicolon inside a service's name would part it in two, so it becomes a comma."""
        found = read()
        assert found.rows("agencies", "agency_id", "name", "services", "alternate_names") == [
            ("org1", "Residential Program", "emergency shelter;counseling, group", "The Program"),
            ("org2", "Legal, Aid", "legal advocacy", ""),
        ]

    def test_people_belong_to_the_agency_of_their_service_or_place(self, read):
        assert read().rows("people", "person_id", "name", "agency_id", "role", "office") == [
            ("c1", "Intake 1", "org1", "Intake coordinator", "Intake"),
            ("c2", "Attorney 1", "org2", "Attorney", ""),
            ("c3", "Staff 1", "org1", "case manager", ""),
        ]

    def test_every_row_of_every_file_is_accounted_for(self, read):
        found = read()
        found.assert_conserved()
        assert found.codes("ROW") == ["hsds_no_organization"]
        assert "hsds_contact_without_name" in found.codes("NOTE")
        assert "hsds_not_active" in found.codes("NOTE")

    def test_nothing_by_which_anybody_is_found_is_kept(self, read):
        everything = read().everything()
        for secret in ("example.org", "555", "Hidden", "38.1", "Town"):
            assert secret not in everything

    def test_what_is_left_out_or_joined_is_said(self, read):
        found = read()
        assert set(found.codes("NOTE")) >= {
            "columns_not_kept", "contact_details_dropped", "hsds_places_left_out", "file_joined",
        }  # fmt: skip

    @pytest.mark.parametrize("name", sorted(ALL))
    def test_each_file_is_recognised(self, read, name):
        assert read({name: ALL[name]}).recognised() == "open_referral"

    def test_services_alone_give_agencies(self, read):
        found = read({"services.csv": SERVICES})
        assert found.rows("agencies", "agency_id", "services") == [
            ("org1", "emergency shelter;counseling, group"),
            ("org2", "legal advocacy"),
        ]
        found.assert_conserved()

    def test_a_service_of_an_agency_that_is_not_there(self, read):
        found = read({**ALL, "organizations.csv": ORGANIZATIONS.replace("org2", "org3")})
        assert found.codes("ROW").count("hsds_no_organization") == 2
        found.assert_conserved()
