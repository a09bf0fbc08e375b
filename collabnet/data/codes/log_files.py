"""Problems of JSON text, and of referral logs and directories that other programs write."""

from collabnet.data.codes.base import Code

_EXPORT = "Export the file again from the program that made it."

LOG_FILES = (
    Code(
        "json_syntax",
        "STOP",
        "The text isn't JSON.",
        "{file} is not JSON: in line {line}, column {position}: {why}.",
        f"Correct the place; if the file is cut off: {_EXPORT.lower()}",
    ),
    Code(
        "json_not_a_number",
        "STOP",
        "NaN, Infinity or a number out of bounds, none of which JSON allows.",
        "{value} in line {line}, column {position} is no number that JSON allows.",
        "Write a number, or null where there is none.",
    ),
    Code(
        "json_duplicate_key",
        "STOP",
        "A key stands twice in one object, so that one of two values would be lost.",
        "The key {value} stands twice in one object, the second time in line {line}, column "
        "{position}.",
        "Each key can stand once: remove or rename one of the two.",
    ),
    Code(
        "json_too_deep",
        "STOP",
        "Lists and objects are nested deeper than in any file of data.",
        "Line {line}, column {position} is nested more than {limit} levels deep.",
        "Check that it is the right file; no export nests so deep.",
    ),
    Code(
        "json_half_character",
        "STOP",
        "A text holds half of a character that takes two codes.",
        "The text {value} holds half a character, so it can't be written again.",
        _EXPORT,
    ),
    Code(
        "columns_not_kept",
        "NOTE",
        "Columns of another program's file have no place in a coalition; nothing of them is kept.",
        "{count:column is|columns are} not kept: {found}.",
        "Nothing to do.",
    ),
    Code(
        "contact_details_dropped",
        "NOTE",
        "Phone numbers, e-mail and postal addresses of a directory are never stored.",
        "{count:contact detail was|contact details were} left out ({found}); nothing of them is "
        "stored.",
        "Nothing to do; the directory keeps them.",
    ),
    Code(
        "hmis_deleted",
        "NOTE",
        "Rows that HMIS marks as deleted were skipped.",
        "{count:row|rows} with a DateDeleted skipped.",
        "Nothing to do.",
    ),
    Code(
        "hmis_enters_data",
        "NOTE",
        "UserID says who typed a row, not who made the referral.",
        "UserID names who entered the rows: {count:person|people} enter data ({found}). Who made "
        "a referral is not in the file, so that person is unknown.",
        "Nothing to do; HMIS does not record who made a referral.",
    ),
    Code(
        "hmis_not_a_referral",
        "NOTE",
        "An event is a service that was given, not a referral; it was skipped.",
        "{count:event is|events are} problem solving or diversion (Event 2), which sends nobody "
        "to another agency; skipped.",
        "Nothing to do.",
    ),
    Code(
        "hmis_unknown_event",
        "ROW",
        "The cell Event holds no code of HMIS.",
        "Event is {value}; HMIS has the codes 1 to 18.",
        "Correct the code.",
    ),
    Code(
        "hmis_unknown_result",
        "ROW",
        "The cell ReferralResult holds no code of HMIS.",
        "ReferralResult is {value}; HMIS has 1 (accepted), 2 (declined by the client) and 3 "
        "(declined by the provider).",
        "Correct the code, or leave the cell empty.",
    ),
    Code(
        "hmis_from_agency",
        "ASK",
        "Event.csv doesn't say which agency made a referral.",
        "{file} does not say which agency made {count:referral|referrals}; Enrollment.csv and "
        "Project.csv of the same export would.",
        "Give these files too; or name the one agency that all come from: "
        '--reading "from_agency=ID".',
        "from_agency",
    ),
    Code(
        "hmis_no_receiver",
        "ASK",
        "Event.csv names no receiving project.",
        "{count:referral names|referrals name} no project in LocationCrisisOrPHHousing; HMIS asks "
        "for it only where housing or a bed is offered.",
        "Skip these (leave_out), or name the receiver by the kind of event (by_kind)?",
        "no_receiver",
        ("leave_out", "by_kind"),
    ),
    Code(
        "hmis_no_receiver_skipped",
        "NOTE",
        "Referrals without a receiving project were skipped, as was asked.",
        "{count:referral that names|referrals that name} no receiving project skipped, as "
        "no_receiver says.",
        "Nothing to do.",
    ),
    Code(
        "hmis_not_joined",
        "NOTE",
        "Rows refer to an enrollment or project that the other files don't have.",
        "{count:row refers|rows refer} to {value}, which {found} does not have.",
        "Export all files of HMIS together, of the same days.",
    ),
    Code(
        "file_joined",
        "NOTE",
        "Rows of a file were joined to those of another and are no rows of their own.",
        "{count:row was|rows were} joined to {found}.",
        "Nothing to do.",
    ),
    Code(
        "fhir_nothing",
        "STOP",
        "There is no ServiceRequest and no Task in the file.",
        "{file} holds no ServiceRequest and no Task; found {found}.",
        "Export the referrals: resources of type ServiceRequest or Task.",
    ),
    Code(
        "fhir_bad_line",
        "STOP",
        "A line of NDJSON is no FHIR resource.",
        "Line {line} of {file} is no FHIR resource: {why}.",
        "Each line needs one JSON object with a resourceType.",
    ),
    Code(
        "fhir_skipped",
        "NOTE",
        "Resources that are no referral that was made were skipped.",
        "{count:resource is|resources are} {found}; skipped.",
        "Nothing to do.",
    ),
    Code(
        "fhir_patients_left_out",
        "NOTE",
        "References to patients are never stored.",
        "{count:reference|references} to patients left out; nothing of them is stored.",
        "Nothing to do.",
    ),
    Code(
        "fhir_text_left_out",
        "NOTE",
        "What was asked for was also typed in words of somebody's own; these are left out.",
        "{count:referral says|referrals say} in typed words what was asked for; they were left "
        "out, since such words may name a client. Codes and their names were kept.",
        "Nothing to do.",
    ),
    Code(
        "fhir_service_typed",
        "ASK",
        "Only typed words say what was asked for, and such words may name a client.",
        "{count:referral says|referrals say} what was asked for in typed words only, without a "
        "code; such words may name a client.",
        "Leave them out (leave_out), or keep them as the services (keep) once somebody has looked "
        "that they name nobody?",
        "service_text",
        ("leave_out", "keep"),
    ),
    Code(
        "fhir_task_joined",
        "NOTE",
        "Tasks that follow up a request were joined to it.",
        "{count:Task was|Tasks were} joined to the ServiceRequest that each follows up; the last "
        "one of a request says its status.",
        "Nothing to do.",
    ),
    Code(
        "fhir_no_agency",
        "ROW",
        "It isn't known for which agency somebody asked or was asked.",
        "The {side} {value} has no one organization in the file{why}.",
        "Export PractitionerRole and Organization too.",
    ),
    Code(
        "fhir_no_end",
        "ROW",
        "A referral has no requester or no receiver.",
        "The referral has no {side}.",
        "Complete it in the program that wrote the file.",
    ),
    Code(
        "fhir_several_receivers",
        "ROW",
        "A referral names several agencies that may receive it.",
        "The referral names {count:receiver|receivers} of different agencies ({found}).",
        "Keep the one that took it over, or make it several referrals.",
    ),
    Code(
        "shared_patients",
        "NOTE",
        "The file counts patients whom two providers share, which are not referrals.",
        "The pairs are shared patients (billed by both within a time), not referrals: nobody need "
        "have sent anybody. They are kept as ties of kind shared_patients, never as ways.",
        "Nothing to do; pairs with fewer than 11 patients are not in such files and can't be "
        "worked out from them.",
    ),
    Code(
        "shared_patients_small",
        "ROW",
        "A count of patients below 11 may not be used.",
        "The pair has a count of patients below 11, which such files may not hold.",
        "Remove the row; ask where the file comes from.",
    ),
    Code(
        "hsds_contact_without_name",
        "NOTE",
        "Contacts without a name are positions, not people.",
        "{count:contact has|contacts have} no name: a position, not a person; skipped.",
        "Nothing to do; write the agency's id where its position is meant.",
    ),
    Code(
        "hsds_not_active",
        "NOTE",
        "Services that are not offered any more were skipped.",
        "{count:service that is|services that are} not active skipped.",
        "Nothing to do.",
    ),
    Code(
        "hsds_no_organization",
        "ROW",
        "A row can't be joined to an agency.",
        "The row names no organization that the files have.",
        "Give organizations.csv of the same export too, or complete the row.",
    ),
    Code(
        "hsds_places_left_out",
        "NOTE",
        "Addresses and places of a directory are not stored.",
        "{count:row|rows} with addresses or places left out: where an agency is may not be public.",
        "Nothing to do; write a region in agencies.csv, and location_public = yes where it is.",
    ),
)
