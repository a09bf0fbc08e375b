"""FHIR: requests and tasks become referrals between agencies; patients are nowhere."""

import json

import pytest

from collabnet.data.rejects import rejects_csv
from data.readers.log_files import Reading

ACTORS = [
    {"resourceType": "Organization", "id": "court", "name": "Juvenile Court",
     "alias": ["JC", "The Court"], "telecom": [{"value": "555-010-0100"}]},
    {"resourceType": "Organization", "id": "program", "name": "Residential Program"},
    {"resourceType": "Practitioner", "id": "o1", "name": [{"family": "B1", "given": ["Officer"]}],
     "birthDate": "1970-01-01"},
    {"resourceType": "Practitioner", "id": "i1", "name": [{"text": "Intake 1"}]},
    {"resourceType": "PractitionerRole", "id": "role-o1",
     "practitioner": {"reference": "Practitioner/o1"},
     "organization": {"reference": "Organization/court"},
     "code": [{"text": "Deputy juvenile officer"}]},
    {"resourceType": "PractitionerRole", "id": "role-i1",
     "practitioner": {"reference": "Practitioner/i1"},
     "organization": {"reference": "Organization/program"}},
    {"resourceType": "Patient", "id": "secret-patient", "name": [{"family": "Secretname"}]},
]  # fmt: skip


SHELTER = {"coding": [{"system": "http://x", "code": "s1", "display": "emergency shelter"}]}


def request(name, **changes):
    made = {
        "resourceType": "ServiceRequest", "id": name, "status": "active", "intent": "order",
        "subject": {"reference": "Patient/secret-patient", "display": "Secretname"},
        "authoredOn": "2024-03-05T10:00:00Z", "code": SHELTER,
        "requester": {"reference": "PractitionerRole/role-o1"},
        "performer": [{"reference": "Organization/program"}],
    }  # fmt: skip
    return {key: value for key, value in {**made, **changes}.items() if value is not None}


def task(name, **changes):
    made = {
        "resourceType": "Task", "id": name, "status": "accepted", "intent": "order",
        "for": {"reference": "Patient/secret-patient"}, "lastModified": "2024-03-07T09:00:00Z",
        "authoredOn": "2024-03-06", "requester": {"reference": "Organization/court"},
        "owner": {"reference": "PractitionerRole/role-i1"},
    }  # fmt: skip
    return {key: value for key, value in {**made, **changes}.items() if value is not None}


def bundle(*resources):
    entries = [
        {"fullUrl": f"https://x/fhir/{one['resourceType']}/{one.get('id')}", "resource": one}
        for one in (*ACTORS, *resources)
    ]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


ENDS = ("from_agency", "from_person", "to_agency", "to_person", "status")


@pytest.fixture
def read(tmp_path):
    def read(*resources, text=None, **answers):
        return Reading(tmp_path, "fhir", {"bundle.json": text or bundle(*resources)}, **answers)

    return read


class TestRequests:
    def test_a_role_gives_person_and_agency(self, read):
        found = read(request("r1"))
        assert found.rows("referrals", "referral_id", "on", "service", *ENDS) == [
            ("r1", "2024-03-05 00:00:00", "emergency shelter", "court", "o1", "program", "", "made")
        ]
        assert found.rows("agencies", "agency_id", "name", "alternate_names") == [
            ("court", "Juvenile Court", "JC;The Court"),
            ("program", "Residential Program", ""),
        ]
        assert found.rows("people", "person_id", "name", "agency_id", "role") == [
            ("o1", "Officer B1", "court", "deputy juvenile officer"),
            ("i1", "Intake 1", "program", ""),
        ]
        found.assert_conserved()

    def test_a_practitioner_with_one_role_has_its_agency(self, read):
        found = read(request("r1", requester={"reference": "Practitioner/o1"}))
        assert found.rows("referrals", *ENDS[:2]) == [("court", "o1")]

    def test_an_organization_names_nobody(self, read):
        """Who asked is unknown then: a blank is never a position."""
        found = read(request("r1", requester={"reference": "Organization/court"}))
        assert found.rows("referrals", *ENDS[:2]) == [("court", "")]

    def test_references_by_address_inside_the_resource_and_by_words(self, read):
        inside = {"resourceType": "Organization", "id": "o", "name": "Shelter North"}
        found = read(
            request("r1", performer=[{"reference": "https://x/fhir/Organization/program"}]),
            request("r2", performer=[{"reference": "#o"}], contained=[inside]),
            request("r3", performer=[{"type": "Organization", "display": "Legal aid"}]),
            request("r4", performer=[{"identifier": {"value": "007"}, "type": "Organization"}]),
        )
        assert [row[0] for row in found.rows("referrals", "to_agency")] == [
            "program", "Shelter North", "Legal aid", "007",
        ]  # fmt: skip

    def test_statuses(self, read):
        kinds = {"active": "made", "on-hold": "waitlisted", "revoked": "cancelled",
                 "completed": "served", "unknown": "open"}  # fmt: skip
        found = read(*(request(f"r{i}", status=one) for i, one in enumerate(kinds)))
        assert [row[0] for row in found.rows("referrals", "status")] == list(kinds.values())

    def test_what_was_never_asked_is_skipped_and_said(self, read):
        found = read(
            request("r1"),
            request("r2", status="entered-in-error"),
            request("r3", status="draft"),
            request("r4", intent="plan"),
            request("r5", requester={"reference": "Patient/secret-patient"}),
        )
        assert len(found.rows("referrals", "status")) == 1
        assert found.codes().count("fhir_skipped") == 4
        found.assert_conserved()


TYPED = {"text": "Shelter for Client Seven"}


class TestServices:
    def test_words_typed_beside_a_code_are_left_out(self, read):
        """They may name the client: only the words of the code system are kept."""
        found = read(request("r1", code={**SHELTER, **TYPED}))
        assert found.rows("referrals", "service") == [("emergency shelter",)]
        assert found.said("fhir_text_left_out") == (
            "bundle.json, row 8: 1 referral says in typed words what was asked for; they were "
            "left out, since such words may name a client. Codes and their names were kept. "
            "[fhir_text_left_out]"
        )
        assert "Client Seven" not in found.everything()

    def test_words_that_repeat_the_code_are_no_loss(self, read):
        found = read(request("r1", code={**SHELTER, "text": "Emergency shelter"}))
        assert "fhir_text_left_out" not in found.codes()

    def test_typed_words_alone_are_asked_about_and_not_shown(self, read):
        found = read(request("r1", code=TYPED), request("r2"))
        assert found.rows("referrals", "service") == [("",), ("emergency shelter",)]
        assert found.said("fhir_service_typed") == (
            "bundle.json, row 8: 1 referral says what was asked for in typed words only, without "
            "a code; such words may name a client. Leave them out (leave_out), or keep them as "
            "the services (keep) once somebody has looked that they name nobody? Say --reading "
            "service_text=leave_out or --reading service_text=keep, or service_text = "
            '"leave_out" under [reading] in coalition.toml. [fhir_service_typed]'
        )
        assert "Client Seven" not in found.everything()

    def test_the_answer_keeps_them_or_leaves_them_out(self, read):
        one = request("r1", code=TYPED, requester=None)
        two = request("r2", code=TYPED)
        kept = read(one, two, service_text="keep")
        assert kept.rows("referrals", "service") == [("Shelter for Client Seven",)]
        gone = read(one, two, service_text="leave_out")
        assert gone.rows("referrals", "service") == [("",)]
        assert "fhir_text_left_out" in gone.codes("NOTE")
        rejects = rejects_csv(gone.ledgers["bundle.json"].of()).decode()
        assert "Client Seven" not in gone.everything() + rejects


class TestTasks:
    def test_a_task_of_its_own_is_a_referral(self, read):
        assert read(task("t1")).rows("referrals", *ENDS, "status_on") == [
            ("court", "", "program", "i1", "accepted", "2024-03-07 00:00:00")
        ]

    def test_the_last_task_of_a_request_says_its_outcome(self, read):
        focus = {"reference": "ServiceRequest/r1"}
        found = read(
            request("r1", performer=None),
            task("t2", focus=focus, status="completed", lastModified="2024-04-01"),
            task("t1", focus=focus, status="received"),
        )
        assert found.rows("referrals", "referral_id", *ENDS) == [
            ("r1", "court", "o1", "program", "i1", "served")
        ]
        assert "2 Tasks were joined" in found.said("fhir_task_joined")
        found.assert_conserved()


class TestRejected:
    def test_ends_that_are_not_there_or_not_one(self, read):
        legal = {"type": "Organization", "display": "Legal aid"}
        found = read(
            request("r1", requester=None),
            request("r2", performer=None),
            request("r3", requester={"reference": "Practitioner/unknown"}),
            request("r4", performer=[{"reference": "Organization/program"}, legal]),
            request("r5", authoredOn="2024-03"),
        )
        assert found.codes("ROW") == [
            "fhir_no_end", "fhir_no_end", "fhir_no_agency", "fhir_several_receivers",
            "not_a_date",
        ]  # fmt: skip
        found.assert_conserved()

    def test_patients_and_contact_details_are_nowhere(self, read):
        found = read(request("r1"), request("r2", requester=None), task("t1"))
        rejects = rejects_csv(found.ledgers["bundle.json"].all[0]).decode()
        assert "r2" in rejects
        for secret in ("secret-patient", "Secretname", "555", "1970"):
            assert secret not in found.everything() + rejects
        assert "3 references to patients" in found.said("fhir_patients_left_out")


class TestText:
    def test_ndjson(self, read):
        lines = "\n".join(json.dumps(one) for one in (*ACTORS, request("r1"), request("r2")))
        found = read(text=f"{lines}\n")
        assert len(found.rows("referrals", "referral_id")) == 2
        assert found.recognised() == "fhir"
        found.assert_conserved()

    def test_a_line_that_is_none(self, read):
        found = read(text=f"{json.dumps(request('r1'))}\n{json.dumps(request('r2'))}\n{{x}}\n")
        assert found.drafts == []
        assert found.codes("STOP") == ["fhir_bad_line"]
        assert "Line 3 of bundle.json is no FHIR resource" in found.said("fhir_bad_line")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ('{"resourceType": "Task", "x": NaN}', "json_not_a_number"),
            ('{"resourceType": "Task", "id": "a", "id": "b"}', "json_duplicate_key"),
            ('{"resourceType": "Task", "x": ' + "[" * 10_000 + "]" * 10_000 + "}", "json_too_deep"),
            ('{"resourceType": "Task", "x": ', "json_syntax"),
            ('{"resourceType": "Observation"}', "fhir_nothing"),
            ('{"resourceType": "Bundle", "entry": [1, {"resource": 2}, null]}', "fhir_nothing"),
        ],
    )
    def test_json_that_is_refused(self, read, text, code):
        found = read(text=text)
        assert (found.drafts, found.codes("STOP")) == ([], [code])

    def test_odd_shapes_raise_nothing(self, read):
        for value in (1, "x", [], [1], {}, {"reference": 1}, [{"reference": []}], None, True):
            found = read(
                request("r1", requester=value, performer=value, code=value, contained=value),
                task("t1", focus=value, owner=value, executionPeriod=value),
            )
            found.assert_conserved()
