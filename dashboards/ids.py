"""The ids of everything that a callback reads or writes, in one place."""

# Stores: what the browser keeps. Plain values only.
OPENED = "opened"  # the coalition on the page: key and stamp
TRIED = "tried"  # the changes that are tried, in order
ASKED = "asked"  # the last wish of a button; assets/asking.js writes here

# Frame
TITLE = "title"
LABEL = "label"
WAYS = "ways"
CONTENT = "content"
PROBLEM = "problem"
SPOKEN = "spoken"  # read out after a what-if
BAR = "bar"

# Chooser
COALITION = "coalition"

# Findings
HEADLINE = "headline"
FINDINGS = "findings-list"
MORE = "more-findings"
MARK = "mark"  # {"type": MARK, "place": i}: what a what-if does to finding i

# What if
PERSON = "what-if-person"
POST_FILLED = "try-post-filled"
POST_EMPTY = "try-post-empty"
FROM_AGENCY = "what-if-from"
TO_AGENCY = "what-if-to"
ON_PAPER = "try-on-paper"
AGENCY = "what-if-agency"
CLOSES = "try-closes"
REFUSED = "what-if-refused"
RESULT = "what-if-result"
RESULT_TITLE = "what-if-title"

# Map and tables
MAP = "map"
MAP_VIEW = "map-view"
CONTACTS = "contacts-table"
PATHWAYS = "pathways-tables"
READING = "reading"
METHODS = "methods"

# Measures
MEASURES_OPEN = "measures-open"  # what opens the panel
MEASURE_OF = "measure-of"
MEASURE = "measure"
MEASURED = "measured"
MEASURED_SPOKEN = "measured-spoken"  # read out after a measure was chosen


def mark(place: int) -> dict[str, str | int]:
    """Give the id of the line under a finding that says what a what-if does to it."""
    return {"type": MARK, "place": place}
