"""What a survey asks, of whom, and who answered: proposed by names and wording, then asked."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from collabnet.data.codes.base import naming
from collabnet.data.issues import Facts, counted, listed, shown
from collabnet.data.options import Answers
from collabnet.data.personal import personal_detail
from collabnet.data.readers.survey_parts import SELF, Item, Survey, pairs
from collabnet.model.privacy import is_client_id, personal_header

RECIPIENT = "recipient"
"""The word for a respondent who is named in two columns: first and last name."""
JOINT = re.compile(r",(?=\S)")
"""What stands between choices in one cell: a comma without a space, unlike one in a name."""
_MOST_SHOWN = 60
_LONGEST_CHOICE = 80
_OWN_WORDS = re.compile(
    r"\b(comments?|explain|anything else|tell us|remarks?|in your own words|feedback"
    r"|suggestions?)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("referral", r"\brefer|\bsen[dt]s? (clients|youth|anybody)"),
    ("shared_goal", r"\bgoals?\b"),
    ("follow_up", r"\bfollow"),
    ("invited", r"\binvit"),
    ("trust", r"\btrust|\brely\b|\breliab"),
    ("advice", r"\badvice|\badvis|\bconsult"),
    ("information", r"\binformation|\bshare data|\bdata shar"),
    ("communication", r"\bcommunicat"),
    ("collaboration", r"\bcollaborat|\bwork(ed|s)? together|\bcooperat|\bcoordinat|\bpartner"),
    ("contact", r"\bcontact|\btalk|\bspeak|\bspoke|\binteract|\bhow often|\breach"),
    ("value", r"\bvalu|\bimportan|\bresources"),
)
_KIND_RULES = [(kind, re.compile(rule, re.IGNORECASE)) for kind, rule in _KINDS]
_RESPONDENT = re.compile(
    r"\b(which|what|name of|name|select|choose|enter)\b.{0,40}\byour\b.{0,40}"
    r"\b(agency|organi[sz]ation|program|name|office|role|position|department)\b"
    r"|\b(what|which) (agency|organi[sz]ation|program|office)\b.{0,40}\byou\b"
    r"|^your (agency|organi[sz]ation|program|name|office)"
    r"|^(respondent|agency|organi[sz]ation|program|company)( (name|id))?\W*$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(people|persons?|staff|colleagues?|individuals?|who|whom)\b", re.I)
_AGENCIES = re.compile(r"\b(agenc|organi[sz]ation|program|partner)", re.IGNORECASE)
_STATEMENT = re.compile(r"(i|we|my|our|the|it|there) \w+", re.IGNORECASE)


def screen_items(survey: Survey, answers: Answers) -> None:
    """Leave out the questions that were dropped, hold ids of clients, or look personal.

    A question whose name or answers look personal stops the file until it is dropped or accepted
    by the name of its column.
    """
    drop, accept = answers.names("answers", "drop"), answers.names("answers", "accept")
    kept = []
    for item in survey.layout.items:
        name = item.name.lower()
        if name in drop or item.question.lower() in drop:
            survey.ledger.add("column_dropped", column=item.name)
        elif is_client_id(item.name, "answers"):
            filled = [at for at in survey.rows if survey.cell(at, item.place)]
            survey.ledger.masked.add(item.name)
            survey.ledger.add("client_ids_dropped", column=item.name, count=len(filled))
        elif _is_free_text(item, survey) and answers.text("", "free_text") != "keep":
            _leave_out_text(item, survey, answers.text("", "free_text"))
        elif _may_be_stored(item, survey, name in accept or item.question.lower() in accept):
            kept.append(item)
            continue
        survey.ledger.left_out.add(item.place)
    survey.layout.items = kept


def _is_free_text(item: Item, survey: Survey) -> bool:
    """Whether a question asks for a text of one's own, which may name young people."""
    if item.is_about_others or item.names_alters or item.labels:
        return False
    cells = [cell for at in survey.rows if (cell := survey.cell(at, item.place))]
    if all(re.fullmatch(r"[\d.,]+|no|yes|none|n/a", cell, re.IGNORECASE) for cell in cells):
        return False
    return bool(_OWN_WORDS.search(item.text)) or max(map(len, cells)) > _LONGEST_CHOICE


def _leave_out_text(item: Item, survey: Survey, answer: str) -> None:
    """Leave a text out, as was answered; ask whether to while nobody has answered."""
    filled = [at for at in survey.rows if survey.cell(at, item.place)]
    survey.ledger.masked.add(item.name)
    code = "survey_text_left_out" if answer else "survey_free_text"
    survey.ledger.add(code, filled[0], column=item.name, count=len(filled))


def _may_be_stored(item: Item, survey: Survey, is_accepted: bool) -> bool:
    found, hits = "", []
    if not item.is_about_others:
        words = (item.name, item.text, item.text.rpartition(" - ")[2])
        found = next(filter(None, (personal_header(one, "answers") for one in words)), "")
    if not found:
        seen = [(at, personal_detail(survey.cell(at, item.place))) for at in survey.rows]
        hits = [(at, what) for at, what in seen if what]
    if not found and not hits:
        return True
    ledger = survey.ledger
    if is_accepted:
        ledger.add("column_accepted", column=item.name, found=found or hits[0][1])
        return True
    ledger.masked.add(item.name)
    told: Facts = {key: naming(key, shown(item.name)) for key in ("drop", "accept")}
    if found:
        ledger.add("personal_column", column=item.name, found=found, **told)
    else:
        at, what = hits[0]
        told |= {"count": len(hits), "found": what}
        ledger.add("personal_values", at, column=item.name, value="x", **told)
    return False


def find_kinds(survey: Survey, answers: Answers) -> Mapping[str, str]:
    """Say what each question about others asks for: as answered, else as its wording says.

    A kind that wasn't confirmed is asked about.
    """
    questions: dict[str, list[Item]] = {}
    for item in survey.layout.items:
        if item.is_about_others:
            questions.setdefault(item.question, []).append(item)
    if not questions:
        survey.ledger.add("survey_no_alters")
        return {}
    stated = {name.lower(): kind for name, kind in pairs(answers, "questions").items()}
    keys = {name: _as_key(name) for name in questions}
    kinds = {
        name: stated.get(keys[name].lower()) or propose_kind(items)
        for name, items in questions.items()
    }
    if any(key.lower() not in stated for key in keys.values()):
        said = [_described(name, items, kinds[name]) for name, items in questions.items()]
        told: Facts = {"count": len(questions), "found": "; ".join(said)}
        proposal = ",".join(f"{keys[name]}={_as_key(kind)}" for name, kind in kinds.items())
        survey.ledger.add("survey_questions", answers=(proposal,), **told)
    return kinds


def _as_key(name: str) -> str:
    """A question's name without the signs that part answers from each other."""
    return " ".join(name.replace(",", " ").replace("=", " ").split())


def propose_kind(items: list[Item]) -> str:
    """Propose what a question asks for, by its wording and by its rows.

    Examples
    --------
    >>> rows = ["Juvenile court", "Shelter"]
    >>> text = "To whom did you refer clients?"
    >>> propose_kind([Item(at, f"Q5_{at}", "Q5", text, row) for at, row in enumerate(rows)])
    'referral'
    """
    statements = [item for item in items if _STATEMENT.match(item.alter.strip())]
    if (len(items) == 1 and items[0].alter) or 2 * len(statements) > len(items):
        return SELF
    words = f"{items[0].question.replace('_', ' ')} {items[0].text}"
    found = (kind for kind, rule in _KIND_RULES if rule.search(words))
    return next(found, items[0].question)


def _described(name: str, items: list[Item], kind: str) -> str:
    text = " ".join(items[0].text.split())
    cut = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
    said = [f"'{shown(cut)}'"] if cut else []
    said += ["names typed in"] if any(item.names_alters for item in items) else []
    told = f" ({', '.join(said)})" if said else ""
    return f"{name}{told} seems to be {kind}"


def find_alter_kind(survey: Survey, kinds: Mapping[str, str], answers: Answers) -> str:
    """Say whether alters are agencies or people: as answered, else as the wording says."""
    items = [
        item
        for item in survey.layout.items
        if item.is_about_others and kinds.get(item.question) != SELF
    ]
    if not items:
        return ""
    answer = answers.text("", "alters")
    if not answer:
        text = " ".join(dict.fromkeys(item.text for item in items))
        are_people = _PEOPLE.search(text) and not _AGENCIES.search(text)
        answer = "people" if are_people else "agencies"
        names = list(dict.fromkeys(item.alter for item in items if item.alter))
        choices = ("people", "agencies") if are_people else ("agencies", "people")
        few = listed([shown(name) for name in names[:3]])
        found = f"{counted(len(names), 'name')}, such as {few}" if names else "names typed in"
        survey.ledger.add("survey_alters", found=found, answers=choices)
    return {"agencies": "agency", "people": "person"}[answer]


def find_joined(survey: Survey, answers: Answers) -> None:
    """Ask whether cells that hold several choices are split; split them when that was answered."""
    answer = answers.text("", "split_choices")
    for place, item in enumerate(survey.layout.items):
        if item.is_about_others or answer == "keep":
            continue
        cells = [cell for at in survey.rows if (cell := survey.cell(at, item.place))]
        several = [cell for cell in cells if len(JOINT.split(cell)) > 1]
        counts = Counter(choice for cell in cells for choice in JOINT.split(cell))
        is_asked = any(rule.search(item.text) for _, rule in _KIND_RULES)
        if not several or not is_asked or counts.most_common(1)[0][1] < 2:
            continue
        if not answer:
            told: Facts = {"count": len(several), "value": several[0]}
            survey.ledger.add("survey_choices", column=item.name, **told)
        survey.layout.items[place] = replace(item, names_alters=True, is_joined=True)


def find_respondents(survey: Survey, answers: Answers) -> tuple[dict[int, str], str, set[int]]:
    """Say who gave each response, in which column that stands, and which places it takes up.

    As answered, else in the likeliest column, which is asked about.
    """
    layout, ledger = survey.layout, survey.ledger
    choices = _candidates(survey)
    by_name = {layout.names[place].strip().lower(): place for place in range(len(layout.names))}
    answer = answers.text("", "respondent").strip()
    name = answer or choices[0]
    allowed = set(layout.personal) if layout.recipient is None else (
        set(layout.personal) - set(layout.recipient)
    )  # fmt: skip
    if name == RECIPIENT and layout.recipient is not None:
        found = {
            at: " ".join(filter(None, (survey.cell(at, place) for place in layout.recipient)))
            for at in survey.rows
        }
        taken = set(layout.recipient)
    elif name.lower() in by_name and by_name[name.lower()] not in allowed:
        place = by_name[name.lower()]
        labels = next((one.labels for one in layout.items if one.place == place), {})
        found = {at: survey.cell(at, place) for at in survey.rows}
        found = {at: labels.get(cell, cell) for at, cell in found.items()}
        taken = {place}
    else:
        told = listed([shown(choice) for choice in choices])
        ledger.add("survey_no_such_column", column="respondent", value=name, found=told)
        return {}, name, set()
    if not answer:
        said = listed([_example(choice, survey) for choice in choices], "or")
        ledger.add("survey_respondent", column=name, found=said, answers=tuple(choices))
    return found, name, taken


def _candidates(survey: Survey) -> list[str]:
    """The columns that may say who answered, the likeliest first."""
    layout = survey.layout
    ranked: list[tuple[float, int, str]] = []
    for item in layout.items:
        if not item.is_about_others and item.place not in layout.candidates:
            is_meant = any(_RESPONDENT.search(one.strip()) for one in _wordings(item))
            if is_meant:
                ranked.append((2 + _filled(survey, item.place), -item.place, item.name))
    for order, place in enumerate(layout.candidates):
        share = _filled(survey, place)
        if share or place == layout.response:
            is_last = place == layout.response
            ranked.append((0 if is_last else share, -order, layout.names[place]))
    if layout.recipient is not None and _filled(survey, layout.recipient[1]):
        ranked.append((1.5 * _filled(survey, layout.recipient[1]), 0, RECIPIENT))
    if not ranked:
        ranked.append((0, 0, layout.names[0]))
    return [name for _, _, name in sorted(ranked, reverse=True)][:6]


def _wordings(item: Item) -> Iterable[str]:
    return item.text, item.text.rpartition(" - ")[2], item.name.replace("_", " ")


def _filled(survey: Survey, place: int) -> float:
    filled = sum(bool(survey.cell(at, place)) for at in survey.rows)
    return filled / len(survey.rows) if survey.rows else 0.0


def _example(name: str, survey: Survey) -> str:
    places = (
        survey.layout.recipient
        if name == RECIPIENT and survey.layout.recipient
        else (list(survey.layout.names).index(name),)
    )
    texts = (" ".join(survey.cell(at, place) for place in places).strip() for at in survey.rows)
    first = next(filter(None, texts), "")
    return f"{shown(name)} (such as {shown(first)})" if first else shown(name)
