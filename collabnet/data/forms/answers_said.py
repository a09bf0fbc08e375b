"""What each answer to a question of a reading says, in a few words for whoever has to choose."""

_LEAVE_OR_KEEP = {"leave_out": "Leave them out", "keep": "Keep them"}
_FIRST_OR_LAST = {"first": "The first one counts", "last": "The last one counts"}
_KEEP_OR_REPLACE = {"keep": "Leave what is there", "replace": "Take the new one"}
_ZERO = {"no tie": "There is no tie", "weak tie": "There is a weak tie"}
_POSITION = "It is the agency's post, whoever holds it"
_UNKNOWN = "It is not known who it was"

ANSWERS_SAID: dict[str, dict[str, str]] = {
    "sheet": {"all": "All of them"},
    "table": {"answers": "One row per answer to a question of a survey."},
    "encoding": {"cp1252": "As Windows writes it", "mac_roman": "As an old Mac writes it"},
    "merged": {"fill": "For every cell of the group", "leave": "For the first cell only"},
    "second_table": {
        "leave_out": "Leave out what follows",
        "continue": "Leave out this row only",
        "keep": "Keep it: it is data",
    },
    "total_rows": {"drop": "It is a total: leave it out", "keep": "It is data: keep it"},
    "blank_header": {"drop": "Leave the column out", "keep": "Keep the column"},
    "escape": {
        "backslash": "A backslash stands before quotes",
        "none": "A backslash is a letter like others",
    },
    "decimal": {"comma": "A comma", "point": "A point"},
    "thousands": {"space": "It is one number", "no": "Leave these rows out"},
    "zero_strength": _ZERO,
    "zero_means": _ZERO,
    "date_order": {"day-first": "The day comes first", "month-first": "The month comes first"},
    "century": {"20": "They are from 2000 on", "19": "They are from before 2000"},
    "excel_dates": {"1900": "From 1900, as on most computers", "1904": "From 1904, as on old Macs"},
    "unknown_actors": {"add": "Add all such names", "reject": "Leave their rows out"},
    "duplicate_ties": {
        "sum": "Add them up",
        "max": "The largest one counts",
        "last": "The last one counts",
    },
    "initials": {
        "keep": "Each stands for one person, as written",
        "unknown": _UNKNOWN,
    },
    "matrix_order": {"by_label": "As their labels say", "by_place": "By their place"},
    "matrix_kind": {
        "one_mode": "The same people or agencies",
        "two_mode": "Two kinds, such as agencies and meetings",
    },
    "self_ties": _LEAVE_OR_KEEP,
    "again": {"skip": "Leave it out", "read": "Read it again"},
    "changed_rows": {
        "keep": "Leave what is there; add what is new",
        "replace": "Take the new reading instead",
    },
    "known_actors": _KEEP_OR_REPLACE,
    "into": {"yes": "Yes, write them there"},
    "accept_rejects": {"yes": "Bring in the others; keep these aside"},
    "alters": {"agencies": "Agencies", "people": "People"},
    "blank_means": {
        "not answered": "They were asked and did not answer",
        "not asked": "They were never asked",
        "no": "They have no tie",
    },
    "split_choices": {
        "split": "Each is an agency or a person of its own",
        "keep": "It is one answer",
    },
    "respondent_twice": {
        "first": "The first response counts",
        "last": "The last response counts",
        "reject": "None of them counts",
    },
    "same_wave": {"same": "They are the same wave", "apart": "They are two waves"},
    "free_text": {
        "leave_out": "Leave it out",
        "keep": "Keep it: it names no young people",
    },
    "question": {
        "contact": "Who is in touch with whom",
        "referral": "Who refers to whom",
        "information": "Who gets information from whom",
        "trust": "Who trusts whom",
        "advice": "Who asks whom for advice",
    },
    "likert": {"keep": "Keep them as words"},
    "matrix_rows": {"kept": "They were asked, but are not on the list"},
    "answered_twice": _FIRST_OR_LAST,
    "post_answers": _FIRST_OR_LAST,
    "wave_files": {"together": "They are one wave", "apart": "They are two waves"},
    "tie_rule": {
        "union": "Yes, if either side says so",
        "confirmed": "Yes, if both sides say so",
        "reconstructed": "Yes, if both say so, or the only one that answered",
    },
    "new_agencies": {"add": "They are new: add them", "look_up": "They are there already"},
    "sent_numbers": {"counts": "They are counts"},
    "ditto": {"fill_down": "The same as above", "unknown": "It is not known"},
    "month_headings": {
        "use": "The rows below belong to that month",
        "leave_out": "Leave the heading out",
    },
    "month_dates": {
        "by_month": "Each so that it lies in its month",
        "by_order": "All of them in the same order",
    },
    "tabs": {"stack": "They are one log", "one": "Only one of them is to be read"},
    "two_names": {
        "shared": "They share the work",
        "first": "The first name counts",
        "one": "It is one name",
    },
    "comma_in_name": {
        "one": "It is one name",
        "shared": "Two people share the work",
        "first": "The first name counts",
    },
    "role_in_person_cell": {"position": _POSITION, "unknown": _UNKNOWN},
    "placeholder_person": {"position": _POSITION, "unknown": _UNKNOWN},
    "unknown_person": {"unknown": _UNKNOWN, "position": _POSITION},
    "several_youths": {
        "one": "Each row is one referral",
        "rows": "Each row is as many referrals as young people",
        "keep": "It belongs to a name",
    },
    "two_agencies": {
        "split": "A referral for each",
        "first": "A referral for the first",
        "keep": "It is one agency",
    },
    "no_receiver": {
        "leave_out": "Leave these out",
        "by_kind": "Name the receiver by the kind of event",
    },
    "service_text": _LEAVE_OR_KEEP,
}
"""By setting and answer. A test keeps it complete."""
