"""Problems of logs that are kept by hand: cells that say less, or more, than one thing."""

from collabnet.data.codes.base import Code

_POSITION = "the agency's position, whoever holds it (position), or is it not known (unknown)?"
HAND_KEPT = (
    Code(
        "ditto",
        "ASK",
        'Cells say "same", or hold a ditto mark.',
        "{count:cell|cells} of {column} with {found}.",
        "Is what stands above meant (fill_down), or is it not known (unknown)?",
        "ditto",
        ("fill_down", "unknown"),
    ),
    Code(
        "ditto_filled",
        "NOTE",
        'Cells that say "same" got what stands above them, as was asked.',
        "{count:cell|cells} of {column} with {found} got what stands above, as ditto says.",
        "Nothing to do.",
    ),
    Code(
        "ditto_unknown",
        "NOTE",
        'Cells that say "same" were emptied, as was asked.',
        "{count:cell|cells} of {column} with {found} read as unknown, as ditto says.",
        "Nothing to do.",
    ),
    Code(
        "nothing_above",
        "ROW",
        'A cell says "same" and nothing that can be used stands above it.',
        "{value} stands below no row that can be used.",
        "Write out what is meant.",
    ),
    Code(
        "month_only",
        "NOTE",
        "A date says the month only; the first of the month stands for it.",
        "{count:date|dates} in {column} with the month only, such as {value}; the first of the "
        "month stands for it, and {column}_precision says so.",
        "Nothing to do; who was silent since when is less sure.",
    ),
    Code(
        "day_completed",
        "NOTE",
        "A date says the day only; the month comes from a heading or the tab.",
        "{count:date|dates} in {column} such as {value} got month and year from above.",
        "Nothing to do.",
    ),
    Code(
        "month_heading",
        "ASK",
        "Rows hold nothing but a month, above the rows of that month.",
        "{count:row holds|rows hold} a month and nothing else ({where}), such as {value}.",
        "Do the rows below belong to that month (use), or is the heading to be left out "
        "(leave_out)?",
        "month_headings",
        ("use", "leave_out"),
    ),
    Code(
        "month_heading_used",
        "NOTE",
        "Rows with a month alone give the rows below their month, as was asked.",
        "{count:row|rows} with a month and nothing else ({where}) are the month of the rows "
        "below, as month_headings says.",
        "Nothing to do.",
    ),
    Code(
        "month_heading_left_out",
        "NOTE",
        "Rows with a month alone were left out, as was asked.",
        "Skipped {count:row|rows} with a month and nothing else ({where}), as month_headings says.",
        "Nothing to do.",
    ),
    Code(
        "month_without_year",
        "ASK",
        "Dates need the year of the month above them, which isn't written.",
        "{said}.",
        "Which year is {which} of? Later months follow it. Say --reading year=YYYY, or "
        "year = YYYY under [reading] in coalition.toml.",
        "year",
    ),
    Code(
        "date_order_of_month",
        "NOTE",
        "The month of the tab or heading says whether day or month comes first.",
        "{count:date|dates} in {column} such as {value} can only be {month} if read {found}, so "
        "this sheet's dates were{instead}.",
        "Nothing to do if the sheet holds that month; else correct its name or the heading.",
    ),
    Code(
        "date_orders_of_month",
        "ASK",
        "On one sheet some dates fit the month if the day comes first, others if the month does.",
        "Dates in {column} fit the month of their tab or heading in two ways: {first}, such as "
        "{value}, only {one}; {second}, such as {other}, only {another}.",
        "Is each to be read so that it lies in its month (by_month), or all of them {one} "
        "(by_order)?",
        "month_dates",
        ("by_month", "by_order"),
    ),
    Code(
        "date_orders_read",
        "NOTE",
        "Dates that fit their month in one order only were read so, as was asked.",
        "{count:date|dates} in {column} such as {value} read {found}, each as it lies in its "
        "month, as month_dates says.",
        "Nothing to do; what was written is kept beside.",
    ),
    Code(
        "date_outside_month",
        "NOTE",
        "A date isn't of the month that its tab or heading says; it is kept.",
        "{count:date|dates} in {column} not of the month that the tab or heading says: {where}.",
        "Check these rows: the date, or where the row stands.",
    ),
    Code(
        "month_tabs",
        "ASK",
        "Sheets of a workbook are called after months.",
        "{count:sheet is|sheets are} called after months: {found}{others}.",
        "Are they one log (stack), or is only one of the sheets to be read (one)?",
        "tabs",
        ("stack", "one"),
    ),
    Code(
        "tabs_stacked",
        "NOTE",
        "Sheets called after months were read as one log, as was asked.",
        "{count:sheet was|sheets were} read as one log: {found}{others}.",
        "Nothing to do.",
    ),
    Code(
        "two_names",
        "ASK",
        "Two people stand in one cell.",
        "{count:cell|cells} of {column} with more than one name: {found}.",
        "Do they share (shared: each gets every other row of the same link, so that each carries "
        "half), does the first count (first), or is it one name (one)?",
        "two_names",
        ("shared", "first", "one"),
    ),
    Code(
        "two_names_read",
        "NOTE",
        "Cells with two people were read as was asked.",
        "{count:cell|cells} of {column} with more than one name read as {read}, as two_names "
        "says: {found}.",
        "Nothing to do; what was written is kept beside.",
    ),
    Code(
        "comma_in_name",
        "ASK",
        "A comma stands in a person's cell: two people, or the family name first.",
        "{count:cell|cells} of {column} with a comma: {found}.",
        "Is it one name (one), do two people share (shared: each gets every other row of the "
        "same link), or does the first count (first)?",
        "comma_in_name",
        ("one", "shared", "first"),
    ),
    Code(
        "comma_in_name_read",
        "NOTE",
        "Cells with a comma in a person's name were read as was asked.",
        "{count:cell|cells} of {column} with a comma read as {read}, as comma_in_name says: "
        "{found}.",
        "Nothing to do.",
    ),
    Code(
        "initials",
        "ASK",
        "People are written as initials.",
        "{count:cell|cells} of {column} with initials: {found}.",
        "Enter once in crosswalk.csv who they are; or let each stand for one person (keep), or "
        "read them as unknown (unknown)?",
        "initials",
        ("keep", "unknown"),
    ),
    Code(
        "role_in_person_cell",
        "ASK",
        "A role or an agency stands where a person's name is expected.",
        "{count:cell|cells} of {column} with a role or an agency: {found}.",
        f"Is that {_POSITION}",
        "role_in_person_cell",
        ("position", "unknown"),
    ),
    Code(
        "placeholder_person",
        "ASK",
        'Whoever is there stands where a person\'s name is expected, as in "on call".',
        "{count:cell|cells} of {column} with {found}.",
        f"Is that {_POSITION}",
        "placeholder_person",
        ("position", "unknown"),
    ),
    Code(
        "unknown_person",
        "ASK",
        'A word for nobody known stands where a person\'s name is expected, as in "?".',
        "{count:cell|cells} of {column} with {found}.",
        "Is the person not known (unknown), or is it the agency's position, whoever holds it "
        "(position)?",
        "unknown_person",
        ("unknown", "position"),
    ),
    Code(
        "person_read",
        "NOTE",
        "Cells that hold no person's name were read as was asked.",
        "{count:cell|cells} of {column} read as {read}, as {key} says: {found}.",
        "Nothing to do.",
    ),
    Code(
        "several_youths",
        "ASK",
        "One row stands for several young people.",
        "{count:cell|cells} of {column} for several young people{such}.",
        "Is each of these rows one referral (one) or as many as there are young people (rows), "
        "or does it belong to a name (keep)?",
        "several_youths",
        ("one", "rows", "keep"),
    ),
    Code(
        "several_youths_read",
        "NOTE",
        "Rows for several young people were read as was asked.",
        "{count:cell|cells} of {column} for several young people{such}, read as {read}, as "
        "several_youths says.",
        "Nothing to do.",
    ),
    Code(
        "two_agencies",
        "ASK",
        "Two agencies stand in one cell.",
        "{count:cell|cells} of {column} with more than one agency: {found}.",
        "Is it a referral for each (split), for the first (first), or is it one agency (keep)?",
        "two_agencies",
        ("split", "first", "keep"),
    ),
    Code(
        "two_agencies_read",
        "NOTE",
        "Cells with two agencies were read as was asked.",
        "{count:cell|cells} of {column} with more than one agency read as {read}, as "
        "two_agencies says: {found}.",
        "Nothing to do; what was written is kept beside.",
    ),
    Code(
        "two_agencies_kept",
        "NOTE",
        "Cells that may hold two agencies were kept as one, as was asked.",
        "{count:cell|cells} of {column} kept as one agency, as two_agencies says: {found}.",
        "Nothing to do.",
    ),
    Code(
        "client_names",
        "STOP",
        "A column names young people, by initials or first names.",
        "The column {column} seems to hold {found} ({count:cell|cells}); nothing of it was stored.",
        "Remove the column; or leave it out: {drop}; or, if it holds no such thing, keep it: "
        "{accept}.",
    ),
    Code(
        "ages_banded",
        "NOTE",
        "Birth dates became age bands on the day of the referral; the dates are not stored.",
        "{count:birth date|birth dates} of {column} became an age band; for {unread} more it "
        "can't be told.",
        "Nothing to do; leave the column out of the next export.",
    ),
    Code(
        "person_for_agency",
        "NOTE",
        "A person's name seems to stand where an agency is needed; it is kept as it is.",
        "{count:cell|cells} of {column} with what looks like a person's name, such as {value}.",
        "Write the agency there, and the person in a column of persons.",
    ),
)
