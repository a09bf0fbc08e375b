"""The ids of everything that a callback reads or writes, in one place.

An id of one page begins with the page's name. Sections: the frame first, then page by page.
"""

# --- frame: what the browser keeps (in memory only), and the address
LOCATION = "location"
OPENED = "opened"  # the coalition on the page: key, stamp, and whether it could be read
REVISION = "revision"  # counts what the page itself has written; every page reads anew then
ASKED = "asked"  # the last wish of a button; assets/asking.js writes here
GO = "go"  # the address to go to; assets/going.js goes there
HISTORY = "history"  # the steps that were tried, for undo and redo
START = "start"  # the key of the coalition to start with

# --- frame: what is seen
THEME = "theme"
SCHEME = "scheme"  # light, dark or as the computer is set
SCHEME_CHOICE = "scheme-choice"
SHELL = "shell"
BURGER = "burger"
COALITION = "coalition"
LABEL = "label"
PROBLEM = "problem"
SAID = "said"  # why a wish could not be met, or what was done
SPOKEN = "spoken"  # read out after a what-if
TRIED = "tried"
TRIED_BAR = "tried-bar"
UNDO = "undo"
REDO = "redo"
COPY_LINK = "copy-link"
BRIEF = "brief"
BRIEF_WAYS = "brief-ways"
MAIN = "main"


def heading(panel: str) -> str:
    """Give the id of a panel's heading."""
    return f"{panel}-heading"


def box(control: str) -> str:
    """Give the id of what stands around a control, to hide both."""
    return f"{control}-box"


def shown(page: str) -> str:
    """Give the id of what a page is told to show: its panels listen to this alone."""
    return f"{page}-shown"


def page(name: str) -> str:
    """Give the id of a page's section."""
    return f"{name}-page"


def title(name: str) -> str:
    """Give the id of a page's title, which states what was found."""
    return f"{name}-title"


def nav(name: str) -> str:
    """Give the id of the way to a page."""
    return f"{name}-nav"


def arg(page: str, name: str) -> str:
    """Give the id of the control that says what is chosen on a page under a name."""
    return f"{page}-arg-{name}"


def job(name: str) -> str:
    """Give the id of the token of a piece of long work; its panel writes it."""
    return f"{name}-job"


def job_done(name: str) -> str:
    """Give the id of the token of work that is done; its panel takes the answer then."""
    return f"{name}-job-done"


def job_part(name: str, part: str) -> str:
    """Give the id of a part of what tells of long work."""
    return f"{name}-job-{part}"


# --- data
def part(page: str, name: str) -> str:
    """Give the id of a part of a page that has its own address, such as names of data."""
    return f"{page}-part-{name}"


def part_shown(page: str, name: str) -> str:
    """Give the id of what a part is told to show: its panels listen to this alone."""
    return f"{page}-part-{name}-shown"


def part_nav(page: str, name: str) -> str:
    """Give the id of the way to a part of a page."""
    return f"{page}-part-{name}-nav"


# --- data: the parts in which something is changed
def edit(part: str, what: str) -> str:
    """Give the id of a piece of a part of Data in which something is changed."""
    return f"data-{part}-{what}"


def edit_heading(part: str) -> str:
    """Give the id of the heading of such a part."""
    return heading(f"data-{part}")


def edit_field(part: str, name: object) -> dict[str, object]:
    """Give the id of one field of a list of fields, such as the role; or of all: dash.ALL."""
    return {"type": f"data-{part}-field", "name": name}


CHECKS = "data-checks"
IMPORT_DROP = "data-import-drop"
IMPORT_INTO = "data-import-into"
IMPORT_NAME = "data-import-name"
IMPORT_SAID = "data-import-said"
IMPORT_BODY = "data-import-body"
IMPORT_NOW = "data-import-now"  # the heading that says how far it is; the keyboard goes there
IMPORT_ASIDE = "data-import-aside"
IMPORT_FOCUS = "data-import-focus"
IMPORT = "data-import"  # the name of the work of reading


def import_do(do: object, at: object = 0) -> dict[str, object]:
    """Give the id of a button of the import: what it does, and to which."""
    return {"type": "data-import-do", "do": do, "at": at}


def answer(of: str, at: object, part: object = "choice", column: object = 0) -> dict[str, object]:
    """Give the id of a control of a question: its choice, its text, or that of one column.

    ``of`` says who asks: "import" or "check".
    """
    return {"type": f"{of}-answer", "at": at, "part": part, "column": column}


def import_rows(at: object) -> dict[str, object]:
    """Give the id of the rows of a sheet that can be corrected."""
    return {"type": "data-import-rows", "at": at}


# --- method and words
METHOD_FIND = "method-find"
METHOD_FOUND = "method-found"
METHOD_FOUND_WORDS = "method-found-words"
METHOD_HOW = "method-how-here"
METHOD_MEASURES = "method-measures-list"

# --- measures
MEASURES_ABOUT = "measures-about"
MEASURES_SENTENCE = "measures-sentence"
MEASURES_FACTS = "measures-facts"
MEASURES_RESULT = "measures-result"
MEASURES_STATUS = "measures-status"
MEASURES_AGAIN = "measures-again"
MEASURES_SAVE = "measures-save"
MEASURES_FILE = "measures-file"


# --- what if
WHAT_IF_HINT = "what-if-hint"
WHAT_IF_STEPS = "what-if-steps"
WHAT_IF_ROWS = "what-if-rows"
WHAT_IF_STAYED = "what-if-stayed"
WHAT_IF_RESULT = "what-if-result"
WHAT_IF_KIND = "what-if-kind"
WHAT_IF_ABOUT = "what-if-about"
WHAT_IF_FIRST = "what-if-first"
WHAT_IF_SECOND = "what-if-second"
WHAT_IF_SECOND_BOX = "what-if-second-box"
WHAT_IF_TRY = "what-if-try"
WHAT_IF_REFUSED = "what-if-refused"
WHAT_IF_ARRIVED = "what-if-arrived"
WHAT_IF_NAME = "what-if-name"
WHAT_IF_SAVE = "what-if-save"
WHAT_IF_SAVED = "what-if-saved"
WHAT_IF_SAVED_TOLD = "what-if-saved-told"
WHAT_IF_SAVED_NOW = "what-if-saved-now"
WHAT_IF_OPEN = "what-if-open"
WHAT_IF_REPLACE = "what-if-replace"
WHAT_IF_KEEPING = "what-if-keeping"
WHAT_IF_KEPT = "what-if-kept"
WHAT_IF_SAMPLE = "what-if-sample"
WHAT_IF_TO_DATA = "what-if-to-data"

# --- compare
COMPARE_BODY = "compare-body"

# --- plan
PLAN_BODY = "plan-body"
PLAN_AGAIN = "plan-again"
DECIDED = "decided"
DECIDED_FORM = "decided-form"
DECIDED_SAMPLE = "decided-sample"
DECIDED_LIST = "decided-list"
DECIDED_SAID = "decided-said"
DECIDED_WHAT = "decided-what"
DECIDED_WHO = "decided-who"
DECIDED_DUE = "decided-due"
DECIDED_ABOUT = "decided-about"
DECIDED_WRITE = "decided-write"


def decided_button(do: str, number: object) -> dict[str, object]:
    """Give the id of the button that closes ("done") or drops ("drop") an action."""
    return {"decided": do, "number": number}


def plan_way(arg: str, value: str) -> str:
    """Give the id of the way to another plan: with so many changes, or chosen by something else."""
    return f"plan-way-{arg}-{value}"


# --- map
MAP = "map-drawing"
MAP_LEAD = "map-lead"
MAP_CHOSEN = "map-chosen"
MAP_TABLE = "map-table"
MAP_CHOSEN_HEADING = "map-chosen-heading"
MAP_DRAWN = "map-drawn"  # of which coalition the map is

# --- agencies
AGENCIES_LEAD = "agencies-lead"
AGENCIES_ALL = "agencies-all"
AGENCIES_ONE = "agencies-one"
AGENCIES_ASKED = "agencies-asked"
AGENCIES_SINGLE = "agencies-single-chart"
AGENCIES_TABLE = "agencies-table"
AGENCIES_GLANCE = "agencies-glance"
AGENCIES_CONTACTS = "agencies-contacts"
AGENCIES_FINDINGS = "agencies-findings"
AGENCIES_PEOPLE = "agencies-people"

# --- coverage
COVERAGE_LEAD = "coverage-lead"
COVERAGE_PROVIDERS = "coverage-providers"
COVERAGE_SERVICE = "coverage-service"
COVERAGE_WAYS = "coverage-ways"
COVERAGE_FROM = "coverage-from"
COVERAGE_TEAM = "coverage-team"


# --- start
START_PROBLEM = "start-problem"  # what the check asks, where a coalition can't be read
START_ANSWER = "start-answer"
START_SAID = "start-said"
START_WHOLE = "start-whole"
START_SAMPLES = "start-samples"

# --- overview
OVERVIEW_LEAD = "overview-lead"
OVERVIEW_FIRST = "overview-first"
OVERVIEW_FIGURES = "overview-figures"
OVERVIEW_QUALITY = "overview-quality"
OVERVIEW_QUESTIONS = "overview-questions"
OVERVIEW_REST = "overview-rest"
OVERVIEW_REST_BOX = "overview-rest-box"
OVERVIEW_MORE = "overview-more"

# --- links
LINKS_LEAD = "links-lead"
LINKS_OPENED = "links-opened"
LINKS_OPENED_TITLE = "links-opened-title"
LINKS_FLOW = "links-flow"
LINKS_MATRIX = "links-matrix"
LINKS_TABLE = "links-table"
LINKS_APART = "links-apart"
LINKS_CONTACTS = "links-contacts"
LINKS_OUTCOMES = "links-outcomes"
