"""What was answered about each partner agency, as rows of a coalition's tables."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.forms.questions import (
    CALLER_IS,
    FOR_PERSON,
    FOR_POST,
    NO,
    NOBODY,
    SEVERAL,
    SHARED,
    UNSURE,
    WRITTEN,
    YEARS,
    read_label,
)
from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.personal import personal_detail
from collabnet.data.sources.opened import Draft
from collabnet.model.sheets import read_answer

_UNKNOWN = {"", UNSURE, "dont know", "do not know", "unknown", "not known", "not sure", "?", "n/a"}
_NOBODY = {NOBODY, "nobody else", "no one", "no one else", "no-one", "none"}
_SHARED = {SHARED, "shared inbox", "whoever is on duty", "on duty", "hotline"}
_WORDS = {"person": FOR_PERSON, "the person": FOR_PERSON, "post": FOR_POST, "the post": FOR_POST}
_COUNT, _WEEKS = re.compile(r"\d{1,4}"), re.compile(r"\d{1,4}(\.\d{1,3})?")
_APART = re.compile(r"[\s\-_/.,;:'\"()]+")


@dataclass(frozen=True)
class Reply:
    """What one agency answered about one partner, as it was written.

    ``at`` is the position of the record, ``places`` are the columns of the questions.
    """

    at: int
    agency: str
    partner: str
    answers: Mapping[str, str]
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_answered(self) -> bool:
        """Whether anything was answered about the partner."""
        return any(self.answers.values())

    def word(self, key: str) -> str:
        """Give an answer in small letters; "" where it isn't known."""
        text = " ".join(self.answers.get(key, "").lower().replace("’", "'").split())
        return "" if text in _UNKNOWN else _WORDS.get(text, text)

    def text(self, key: str) -> str:
        """Give an answer as it was written; "" where it isn't known."""
        return " ".join(self.answers.get(key, "").split()) if self.word(key) else ""

    @property
    def agency_id(self) -> str:
        """The id of the agency that answered; what was typed where none was chosen."""
        found, typed = read_label(self.agency)
        return found or typed

    @property
    def partner_id(self) -> str:
        """The id of the partner agency; what was typed where none was chosen."""
        found, typed = read_label(self.partner)
        return found or typed

    @property
    def sends(self) -> float | None:
        """1.0 if young people were sent, 0.0 if none, NaN or None where that isn't known."""
        read = read_answer(self.word("sent"), {})
        return read[0] if read else None

    @property
    def has_caller(self) -> bool:
        """Whether it is said who makes the call."""
        return self.word("caller") not in ("", *_NOBODY) or self.is_shared

    @property
    def is_shared(self) -> bool:
        """Whether a shared inbox makes the call, or whoever is on duty."""
        return self.word("caller_is") == SHARED or self.word("caller") in _SHARED

    @property
    def has_tie(self) -> bool:
        """Whether a tie is made of it: somebody makes the call, and not nobody is sent."""
        return self.has_caller and self.sends != 0.0

    @property
    def origin(self) -> str:
        """Where its rows come from, whatever the file was called: an agency answers once."""
        return f"questionnaire of {self.agency_id}, about {self.partner_id}"


def drafts_of(
    replies: Sequence[Reply], ledger: Ledger, answers: Answers, known: Collection[str] = ()
) -> list[Draft]:
    """Translate answers to rows; records with an answer that can't be used are rejected whole.

    ``known`` are ids and names that the coalition's rosters have.
    """
    for reply in replies:
        _check(reply, ledger)
    good = [one for one in replies if one.at not in ledger.rejected]
    own = [one for one in good if one.agency_id == one.partner_id]
    good = [one for one in good if one.agency_id != one.partner_id]
    if answered := [one for one in own if one.is_answered]:
        ledger.add("own_row", answered[0].at, column="partner", value=answered[0].partner_id)
    ledger.skipped.update({one.at for one in own} - {one.at for one in good})
    _note(good, ledger)
    made = (
        _agencies(good, ledger, answers, known),
        _people(good, ledger),
        _ties(good, ledger),
        _agreements(good, ledger),
        _posts(good, ledger, answers),
        _answers(good, ledger),
    )
    return [draft for draft in made if draft.cells]


def _check(reply: Reply, ledger: Ledger) -> None:
    if reply.is_answered and not reply.partner:
        ledger.add("no_partner", reply.at, column="partner")
    typed = {"partner": reply.partner, "agency": reply.agency} | dict(reply.answers)
    for key in ("agency", "partner", "caller", "second"):
        if found := personal_detail(typed.get(key, "")):
            ledger.left_out |= {reply.places[key]} if key in reply.places else set()
            ledger.masked.add(key)
            ledger.add("personal_answer", reply.at, column=key, value="x", found=found)
    for key, words in (("caller_is", CALLER_IS), ("written", WRITTEN)):
        if (word := reply.word(key)) and word not in words:
            told: Facts = {"value": reply.answers[key], "needed": listed(words, "or")}
            ledger.add("not_a_choice", reply.at, column=key, **told)
    for key, form in (("holders", _COUNT), ("weeks_empty", _WEEKS)):
        if (word := reply.word(key)) and not form.fullmatch(word):
            told = {"value": reply.answers[key], "needed": f"a number or {UNSURE}"}
            ledger.add("not_a_choice", reply.at, column=key, **told)


def _note(replies: Sequence[Reply], ledger: Ledger) -> None:
    """Say once for all where an answer is missing, or taken for less than it says."""
    named = [one for one in replies if one.has_tie and not one.is_shared]
    for code, column, found in (
        ("none_sent", "sent", [one for one in replies if one.has_caller and one.sends == 0.0]),
        ("one_caller_taken", "caller_is", [one for one in named if not one.word("caller_is")]),
        ("second_not_answered", "second", [one for one in named if not one.word("second")
                                           and one.word("caller_is") != SEVERAL]),
        ("caller_not_named", "caller", [one for one in replies if one.sends == 1.0
                                        and not one.has_caller]),
    ):  # fmt: skip
        if found:
            who = found[0].text("caller") or found[0].partner_id
            ledger.add(code, found[0].at, column=column, value=who, count=len(found))


def _agencies(
    replies: Sequence[Reply], ledger: Ledger, answers: Answers, known: Collection[str]
) -> Draft:
    """The agencies that were chosen, and those typed in if they are said to be new."""
    draft = Draft("agencies", ("agency_id", "name"), ledger)
    answer = answers.text("", "new_agencies")
    first: dict[str, int] = {}
    typed: list[str] = []
    for reply in replies:
        for text in (reply.agency, reply.partner):
            agency, name = read_label(text)
            written = agency or name
            if not written or written in first:
                continue
            first[written] = reply.at
            if agency:
                draft.add(reply.at, agency, name)
            elif name not in known:
                typed.append(name)
                if answer == "add":
                    draft.add(reply.at, name, "")
    if typed and not answer:
        told: Facts = {"count": len(typed), "found": listed([shown(one) for one in typed[:12]])}
        ledger.add("new_agencies", first[typed[0]], column="partner", **told)
    return draft


def _id(reply: Reply, role: str, kind: str = "") -> str:
    """An id for whoever has a role in an agency: the same whenever it is named again."""
    word = _APART.sub("_", role.casefold()).strip("_") or role
    return f"{reply.agency_id}.{word}{'.several' if kind == 'group' else ''}"


def _kind(reply: Reply) -> str:
    return "group" if reply.word("caller_is") == SEVERAL else "person"


def _callers(reply: Reply) -> list[tuple[str, str, str]]:
    """Id, role and kind of those who make the call, or could; the agency's id is its position."""
    if not reply.has_tie:
        return []
    role, second = reply.text("caller"), reply.text("second")
    first = reply.agency_id if reply.is_shared else _id(reply, role, _kind(reply))
    found = [(first, "" if reply.is_shared else role, _kind(reply))]
    if second and reply.word("second") not in _NOBODY:
        # "Another intake officer" is often written with the same word as the first.
        other = _id(reply, second)
        is_same = other == first or reply.word("second") == reply.word("caller")
        found.append((f"{other}.2" if is_same else other, second, "person"))
    return found


def _people(replies: Sequence[Reply], ledger: Ledger) -> Draft:
    names = ("person_id", "name", "agency_id", "role", "kind")
    draft = Draft("people", names, ledger)
    known: set[str] = set()
    for reply in replies:
        where = read_label(reply.agency)[1] or reply.agency_id
        for person, role, kind in _callers(reply):
            if person == reply.agency_id or person in known:
                continue
            known.add(person)
            other = ", the second" if person.endswith(".2") else ""
            draft.add(reply.at, person, f"{role}{other} ({where})", reply.agency_id, role, kind)
    return draft


def _ties(replies: Sequence[Reply], ledger: Ledger) -> Draft:
    names = ("source", "target", "kind", "basis", "reported_by", "evidence", "imported_from")
    draft = Draft("ties", names, ledger)
    forms = {FOR_POST: "formal", NO: "informal"}
    for reply in replies:
        form = forms.get(reply.word("written"), "unknown")
        for place, (who, *_) in enumerate(_callers(reply)):
            # What is written for the post says nothing of somebody who could stand in.
            basis = form if place == 0 or form == "informal" else "unknown"
            said = "makes the call" if place == 0 else "could make the call next week"
            draft.add(
                reply.at, who, reply.partner_id, "referral", basis, reply.agency_id,
                f"questionnaire: {said}", reply.origin,
            )  # fmt: skip
    return draft


def _agreements(replies: Sequence[Reply], ledger: Ledger) -> Draft:
    names = ("agreement_id", "from_agency", "to_agency", "names_position", "in_use", "evidence")
    draft = Draft("agreements", names, ledger)
    for reply in replies:
        written = reply.word("written")
        if written in (FOR_POST, FOR_PERSON):
            names_position = "yes" if written == FOR_POST else "no"
            draft.add(
                reply.at, f"{reply.agency_id} to {reply.partner_id} (questionnaire)",
                reply.agency_id, reply.partner_id, names_position, "unknown",
                f"questionnaire: written, {written}",
            )  # fmt: skip
    return draft


def _posts(replies: Sequence[Reply], ledger: Ledger, answers: Answers) -> Draft:
    """One row a post, however many partner agencies it was answered for."""
    names = ("agency_id", "role", "holders_in_period", "years", "weeks_vacant", "imported_from")
    draft = Draft("posts", names, ledger)
    posts: dict[tuple[str, str], list[Reply]] = {}
    for reply in replies:
        if reply.word("holders") or reply.word("weeks_empty"):
            posts.setdefault((reply.agency_id, reply.word("caller")), []).append(reply)
    for (agency, _), found in posts.items():
        role = found[0].text("caller")
        said = [_chosen(found, key, role, ledger, answers) for key in ("holders", "weeks_empty")]
        origin = f"questionnaire of {agency}, post {role or 'not named'}"
        draft.add(found[0].at, agency, role, said[0], str(YEARS), said[1], origin)
    return draft


def _chosen(replies: Iterable[Reply], key: str, role: str, ledger: Ledger, answers: Answers) -> str:
    said = {reply.word(key): reply.at for reply in replies if reply.word(key)}
    words = list(said)
    answer = answers.text("", "post_answers")
    if len(words) > 1 and not answer:
        told: Facts = {"value": role, "found": f"{key} {listed(words)}"}
        ledger.add("post_said_twice", said[words[1]], column=key, **told)
    return "" if not words else words[-1 if answer == "last" else 0]


def _answers(replies: Collection[Reply], ledger: Ledger) -> Draft:
    """How many were sent, as answered; an empty answer was asked for and not given."""
    names = ("respondent", "alter", "question", "value", "evidence", "imported_from")
    draft = Draft("answers", names, ledger)
    for reply in replies:
        said = [f"{key}: {reply.answers[key]}" for key in ("caller_is", "second", "written")
                if reply.answers.get(key)]  # fmt: skip
        value = " ".join(reply.answers.get("sent", "").split())
        draft.add(
            reply.at, reply.agency_id, reply.partner_id, "referral", value, "; ".join(said),
            reply.origin,
        )  # fmt: skip
    return draft
