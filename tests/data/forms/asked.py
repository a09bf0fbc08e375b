"""Questionnaires answered as people answer them: in the workbook, or on a survey platform."""

import csv
import io
import json

from collabnet.data.forms.questionnaire_book import questionnaire_book
from collabnet.data.forms.questionnaire_text import questionnaire_text
from collabnet.data.forms.questions import QUESTIONS, label
from data.forms.filled import fill, table

AGENCIES = {"court_b": "Juvenile Court", "residential_program": "", "shelter": "Shelter"}
LABELS = {agency: label(agency, name) for agency, name in AGENCIES.items()}
KEYS = tuple(QUESTIONS)
OFFICER = {"sent": "12 to 49", "caller": "intake officer", "caller_is": "one person"}
ANSWERED = {
    "residential_program": {**OFFICER, "second": "nobody", "written": "for the post",
                            "holders": 3, "weeks_empty": 4},
    "shelter": {**OFFICER, "second": "supervisor", "written": "no"},
}  # fmt: skip


def book(agency, about, agencies=AGENCIES, more=()):
    """The workbook of one agency; ``about`` has the answers by partner and question."""
    rows = [[None, *(about.get(one, {}).get(key) for key in KEYS)] for one in sorted(agencies)]
    rows += [[name, *(said.get(key) for key in KEYS)] for name, said in more]
    cells = {"Partners": table(rows, first=3)}
    if agency:
        cells["Your agency"] = {"A3": label(agency, agencies[agency]) if agency in agencies
                                else agency}  # fmt: skip
    return fill(questionnaire_book(dict(sorted(agencies.items()))), cells)


def pasted(agencies=AGENCIES):
    """The questions of the text as a platform has them: name and wording, in order."""
    lines = questionnaire_text(dict(sorted(agencies.items()))).splitlines()
    return [
        (line[5:-2], lines[at + 1]) for at, line in enumerate(lines) if line.startswith("[[ID:")
    ]


def qualtrics(*responses, agencies=AGENCIES, status="IP Address"):
    """What Qualtrics exports: three rows of headers, then responses: answers by question."""
    asked = pasted(agencies)
    names = ["StartDate", "Status", "IPAddress", "ResponseId", *(name for name, _ in asked)]
    texts = ["Start Date", "Response Type", "IP Address", "Response ID", *(t for _, t in asked)]
    ids = [json.dumps({"ImportId": f"QID{at}"}) for at in range(len(names))]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([names, texts, ids])
    for at, said in enumerate(responses):
        first = ["2024-05-01 10:00:00", said.get("Status", status), "192.0.2.7", f"R_{at}"]
        writer.writerow([*first, *(said.get(name, "") for name, _ in asked)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def web_form(*responses, agencies=AGENCIES):
    """What a plain web form exports: one row of headers, the questions in words."""
    asked = pasted(agencies)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Timestamp", *(text for _, text in asked)])
    for said in responses:
        writer.writerow(["2024-05-01", *(said.get(name, "") for name, _ in asked)])
    return out.getvalue().encode()
