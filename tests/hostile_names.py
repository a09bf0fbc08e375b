"""Sixty names that would do harm if they were taken for anything but text; a coalition of them."""

import csv
import io

from screen_page import write_folder

RUNS = "window.ran = true"
MARKUP = [
    f"<script>{RUNS}</script>", f'"><script>{RUNS}</script>', f"</script><script>{RUNS}</script>",
    f'<img src=x onerror="{RUNS}">', f"<svg onload={RUNS}>", f"<body onload={RUNS}>",
    f'<a href="javascript:{RUNS}">a</a>', '<a href="http://elsewhere.invalid/">b</a>',
    f"<iframe srcdoc='<script>{RUNS}</script>'>", "<style>*{display:none}</style>",
    "<base href=http://elsewhere.invalid/>", "<meta http-equiv=refresh content=0>",
    "<object data=x>", "<form action=/x><button>c</button></form>", "<!-- d", "<![CDATA[e]]>",
    "<b>bold</b>", "<br><sub>f</sub>", "&lt;g&gt;", "&amp;h;&#x3C;i&#62;", "</title>j", "</svg>k",
    "<math><mi>l</mi></math>", "<details open ontoggle=alert(1)>",
]  # fmt: skip
FORMULAS = [
    "=1+1", "+1-1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://elsewhere.invalid\")", "|calc",
    "%0a=1",
]  # fmt: skip
CODES = [
    "javascript:alert(1)", "[m](http://elsewhere.invalid)", "![n](x)", "$\\href{x}{o}$", "$$p$$",
    "{{7*7}}", "{% raw %}", "${7*7}", "#{7*7}", "%(name)s", "{0.__class__}", "'; DROP TABLE x;--",
    '" OR 1=1', "../../etc/passwd", "C:\\q", "\\u003cr\\u003e", "r:s.t~u-w", "null", "None", "NaN",
    "undefined", "__proto__", "constructor", "true", "0",
]  # fmt: skip
LETTERS = [
    "\u202eevil", "a\u200bb", "\u0130\u0131", "\U0001f9d1\u200d\U0001f4bb v",
]  # fmt: skip
NAMES = [*MARKUP, *FORMULAS, *CODES, *LETTERS]


def hostile_coalition(folder):
    """Write a coalition in which every name of an agency, a person, a role and a service is one."""
    agencies = [f"a:{i}.x" for i in range(12)]
    people = [f"p{i}~" for i in range(len(NAMES))]
    home = [agencies[i % len(agencies)] for i in range(len(people))]
    rows = {
        "agencies": [("agency_id", "name", "sector")]
        + [(one, NAMES[i], NAMES[i + 12]) for i, one in enumerate(agencies)],
        "people": [("person_id", "name", "agency_id", "role", "note")]
        + [(one, NAMES[i], home[i], NAMES[-i], NAMES[i]) for i, one in enumerate(people)],
        "referrals": [("date", "from_person", "from_agency", "to_agency", "to_person")]
        + [
            (f"2023-{1 + j % 12:02d}-05", people[i], home[i], agencies[(i + 1) % 12], "")
            for i in range(len(people))
            for j in range(3)
        ],
    }
    return write_folder(
        folder,
        settings=f"name = '''{NAMES[0]}'''\nlabel = '''{NAMES[7]}'''\n",
        **{name: _csv(table) for name, table in rows.items()},
    )


def _csv(rows):
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()
