"""Other names that people give to the columns of a coalition's tables.

In a folder they are hinted at, in an import they are proposed; they are never taken for granted.
"""

from collections.abc import Mapping

_SENDS = (
    "from", "sender", "sent_by", "sending_agency", "referred_by", "referring_agency", "referrer",
    "referral_from", "referral_source", "agency_from", "from_organization", "originating_agency",
)  # fmt: skip
_RECEIVES = (
    "to", "receiver", "sent_to", "receiving_agency", "referred_to", "destination", "referral_to",
    "agency_to", "to_organization", "agency_referred_to", "provider", "receiving_program",
)  # fmt: skip
AGENCY = (
    "agency", "organization", "organisation", "agency_name", "organization_name",
    "organisation_name", "org", "primary_organization",
)  # fmt: skip
SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "referrals": {
        "referral_id": ("id", "referral_no", "referral_number", "ref_no"),
        "date": (
            "day",
            "when",
            "referral_date",
            "date_of_referral",
            "referred_on",
            "date_referred",
            "event_date",
        ),
        "from_agency": (*_SENDS, "source"),
        "to_agency": (*_RECEIVES, "target"),
        "from_person": (
            "sent_by_person",
            "staff",
            "worker",
            "caller",
            "made_by",
            "referring_person",
            "referring_staff",
            "officer",
            "case_manager",
            "who_called",
            "referred_by_person",
        ),
        "to_person": (
            "contact",
            "received_by",
            "contact_person",
            "spoke_with",
            "intake",
            "intake_person",
            "receiving_person",
            "receiving_staff",
            "taken_by",
        ),
        "service": ("services", "service_type", "type_of_service", "need", "referred_for"),
        "status": ("outcome", "result", "referral_status", "referral_result", "disposition"),
        "status_date": ("outcome_date", "result_date", "date_closed"),
        "reason": ("notes", "note", "comment", "comments", "remarks", "reason_for_referral"),
    },
    "ties": {
        "source": (*_SENDS, "ego", "respondent", "from_person", "from_agency"),
        "target": (*_RECEIVES, "alter", "to_person", "to_agency"),
        "kind": ("type", "relation", "relationship", "tie", "tie_type"),
        "strength": ("weight", "frequency", "value"),
        "basis": ("formal", "on_paper", "written"),
    },
    "agencies": {
        "agency_id": ("id", *AGENCY),
        "name": ("agency_name", "organization_name", "organisation_name", "label"),
        "sector": ("type", "agency_type", "organization_type", "category"),
        "services": ("service", "services_offered", "services_provided"),
        "alternate_names": ("aka", "also_known_as", "acronym", "abbreviation", "other_names"),
        "capacity": ("beds", "shelter_beds", "slots"),
        "serves_ages": ("ages", "client_ages", "ages_served"),
        "serves_genders": ("genders", "genders_served"),
    },
    "people": {
        "person_id": ("id", "person", "staff_id"),
        "name": ("staff_name", "full_name", "contact_name"),
        "agency_id": AGENCY,
        "role": ("job_title", "title", "position", "job"),
        "office": ("location",),
        "unit": ("department", "team", "division"),
    },
    "agreements": {
        "agreement_id": ("id", "agreement", "mou"),
        "from_agency": (*_SENDS, "party_1", "first_party"),
        "to_agency": (*_RECEIVES, "party_2", "second_party"),
        "signed": ("date_signed", "signed_on"),
        "expires": ("expiry", "expiration", "expires_on", "end_date"),
    },
    "memberships": {
        "person_id": ("person", "staff_id"),
        "agency_id": AGENCY,
        "from": ("start", "start_date"),
        "to": ("end", "end_date"),
    },
    "posts": {
        "agency_id": AGENCY,
        "role": ("post", "position", "job_title"),
        "holders_in_period": ("holders", "people_in_post"),
        "weeks_vacant": ("weeks_empty",),
        "seats": ("n_seats",),
    },
    "answers": {
        "respondent": ("ego", "respondent_id", "who_answered"),
        "alter": ("partner", "named", "about"),
        "question": ("item",),
        "value": ("answer", "response"),
    },
}
"""By table and column, in the form of :func:`collabnet.model.vocabulary.plain`."""
