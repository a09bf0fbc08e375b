"""Our own forms as people send them back: the workbook of tables, and the questionnaire."""

import csv
import io
import zipfile

from collabnet.data.forms.questionnaire_book import questionnaire_book
from collabnet.data.forms.questions import AGENCY, QUESTIONS, Tag, label
from collabnet.data.forms.template_book import template_book
from data.forms.filled import fill, table
from data.sources.made_books import zipped

_AGENCIES = {"court_b": "Juvenile court", "shelter": "Shelter"}
_REPLY = ("6 to 11", "intake officer", "one person", "nobody", "no", "2", "10")


def forms():
    """Name, kind and bytes of each."""
    tables = {
        "agencies": table([("court_b", "Juvenile court"), ("shelter", "Shelter")]),
        "people": table([("officer_b1", "Officer B1", "court_b")]),
        "referrals": table([("r1", "2024-03-05", "officer_b1", "court_b", "shelter"),
                            ("r2", "2024-03-06", "officer_b1", "court_b", "shelter")]),
        "posts": table([("court_b", "intake officer", "2", "3", "10")]),
    }  # fmt: skip
    yield "coalition.xlsx", "zip", _filled(template_book(), tables)
    replies = {
        "Your agency": {"A3": label("court_b", "Juvenile court")},
        "Partners": {f"{chr(66 + place)}4": text for place, text in enumerate(_REPLY)},
    }
    yield "questionnaire.xlsx", "zip", _filled(questionnaire_book(_AGENCIES), replies)
    yield "questionnaire.csv", "table", _pasted()


def _filled(data, cells):
    """A form with cells filled in; every part carries the same day, so the bytes are the same."""
    with zipfile.ZipFile(io.BytesIO(fill(data, cells))) as book:
        return zipped({one.filename: book.read(one) for one in book.infolist()})


def _pasted():
    """An export of the questionnaire from any platform: the wording with its marks as names."""
    names = [f"{Tag(AGENCY.key)} {AGENCY.wording}"]
    reply = [label("court_b", "Juvenile court")]
    for agency, name in _AGENCIES.items():
        names += [f"{Tag(key, agency)} {one.asked(name)}" for key, one in QUESTIONS.items()]
        reply += _REPLY if agency == "shelter" else [""] * len(_REPLY)
    out = io.StringIO(newline="")
    csv.writer(out).writerows([names, reply])
    return out.getvalue().encode("utf-8")
