"""What the columns of a coalition's tables are called on a form, and which tables there are."""

TABLES = (
    ("people", "A person"),
    ("agencies", "An agency"),
    ("ties", "A working tie"),
    ("agreements", "An agreement"),
    ("referrals", "A referral"),
    ("memberships", "A second agency of a person"),
    ("posts", "A post"),
)
"""The tables that can be corrected, each with what one row of it is."""

NEW = {
    "people": "Add a person",
    "agencies": "Add an agency",
    "ties": "Add a working tie",
    "agreements": "Add an agreement",
    "referrals": "Add a referral",
    "memberships": "Add a second agency of a person",
    "posts": "Add a post",
}

LABELS = {
    "agency_id": "Agency",
    "person_id": "Person",
    "agreement_id": "Id of the agreement",
    "referral_id": "Id of the referral",
    "name": "Name",
    "sector": "Kind of agency",
    "site": "Place",
    "services": "Services",
    "capacity": "Young people it can take",
    "serves_ages": "Ages served",
    "serves_genders": "Genders served",
    "referral": "By choice or by order",
    "region": "Region",
    "languages": "Languages",
    "funding": "Funding",
    "location_public": "May its place be told?",
    "alternate_names": "Other names",
    "outside": "Outside the coalition?",
    "status": "How it is known",
    "status_date": "Known on",
    "evidence_status": "How it is known",
    "note": "Note",
    "role": "Role",
    "kind": "Kind",
    "group_size": "People in the group",
    "office": "Office",
    "unit": "Unit or team",
    "interviewed": "Asked about ties?",
    "ties_known": "Are all ties recorded?",
    "active_from": "First day in the post",
    "active_to": "Last day in the post",
    "enters_data_only": "Types in what others refer?",
    "turnover": "Said of turnover",
    "names_agreed": "Agreed to be named?",
    "share": "Share of working time",
    "from": "From",
    "to": "To",
    "from_agency": "Sending agency",
    "to_agency": "Receiving agency",
    "covers": "What it covers",
    "names_position": "Does it name the post?",
    "signed": "Signed on",
    "expires": "Ends on",
    "in_use": "In use?",
    "evidence": "Where this is from",
    "source": "From whom",
    "target": "To whom",
    "directed": "One way only?",
    "basis": "What it rests on",
    "quality": "Quality",
    "strength": "Strength",
    "wave": "Asked when",
    "reported_by": "Who said so",
    "date": "Day",
    "from_person": "Who made it",
    "to_person": "Who received it",
    "service": "Service",
    "reason": "Why declined or closed",
    "holders_in_period": "How many held it",
    "years": "In how many years",
    "weeks_vacant": "Weeks it was empty",
    "seats": "Seats",
}

WORDS = {
    "reported_of_group": "reported of a group",
    "case_report": "case report",
    "court_report": "court report",
    "team_invitation": "invited to the team",
    "meeting_invitation": "invited to meetings",
    "closed_unreached": "closed, not reached",
}
"""Terms that are said otherwise than they are written."""


def label(table: str, column: str) -> str:
    """Give the label of a field.

    Examples
    --------
    >>> label("people", "role"), label("agencies", "agency_id"), label("people", "agency_id")
    ('Role', 'Id of the agency', 'Agency')
    """
    own = {
        ("agencies", "agency_id"): "Id of the agency",
        ("people", "person_id"): "Id of the person",
    }
    return own.get((table, column)) or LABELS.get(column, column.replace("_", " "))


def term(written: str) -> str:
    """Say a term in words; the value itself stays as the files have it."""
    return WORDS.get(written, written)
