"""What the data can say, what they can't, and what to ask next."""

from dataclasses import dataclass
from operator import itemgetter

import pandas as pd

from collabnet.data.issues import counted
from collabnet.model.coalition import Coalition
from collabnet.model.records import records
from collabnet.model.response import response, response_phrases
from collabnet.model.sheets import build_sheets
from collabnet.model.vocabulary import CONTACT_KINDS, USABLE

MOST_QUESTIONS = 3
_ENDS = ("from_id", "to_id")
Question = tuple[float, str]


@dataclass
class Appraisal:
    """Sentences on what can be said and what can't, and the questions that would help most."""

    can_say: list[str]
    cannot_say: list[str]
    questions: list[str]


def appraise(coalition: Coalition) -> Appraisal:
    """Say what a coalition's data can answer, and which three answers would add most.

    Questions are ranked by how many rows an answer would touch.
    """
    facts = Facts(coalition)
    can: list[str] = []
    cannot: list[str] = []
    asked: list[Question] = []
    for part in (_log, _basis, _ties, _survey, _people, _coverage, _rates):
        said = part(facts)
        can += said.can_say
        cannot += said.cannot_say
        asked += said.questions
    # sorted is stable: equal weights stay in the order of the parts.
    ranked = sorted(asked, key=lambda one: -one[0])
    return Appraisal(can, cannot, [text for _, text in ranked[:MOST_QUESTIONS]])


@dataclass
class Part:
    """What one side of the data has to say; questions carry the number of rows they touch."""

    can_say: list[str]
    cannot_say: list[str]
    questions: list[Question]


class Facts:
    """The tables of a coalition, and the counts that several parts need."""

    def __init__(self, coalition: Coalition) -> None:
        self.coalition = coalition
        log = coalition.log()
        self.log = log[log["from_agency"] != log["to_agency"]]
        self.pairs = self.log.groupby(["from_agency", "to_agency"])
        ties = coalition.ties
        self.ties = ties
        usable = ties["quality"].isin(USABLE) & ties["kind"].isin(CONTACT_KINDS)
        self.contacts = ties[usable]

    def way(self, rows: pd.DataFrame) -> tuple[int, str]:
        """The pathway that most of some rows belong to, in words, and how many do."""
        counts = rows.groupby(["from_agency", "to_agency"]).size()
        names = self.coalition.names
        best = max(
            records(counts.reset_index(name="n"), "from_agency", "to_agency", "n"),
            key=itemgetter(-1),
        )
        return best[2], f"from {names[best[0]]} to {names[best[1]]}"


def who_question(verb: str, words: str, end: str, n: int) -> str:
    """Ask who stands at the rows of a pathway that name nobody; a plan asks alike.

    Examples
    --------
    >>> who_question("made", "from Court to Program", "sender", 6)
    'Who made the referrals from Court to Program that name no sender (6 rows)?'
    """
    return f"Who {verb} the referrals {words} that name no {end} ({counted(n, 'row')})?"


def basis_question(words: str, n: int) -> str:
    """Ask what a pathway rests on; a plan asks alike.

    Examples
    --------
    >>> basis_question("from Court to Program", 6)[:58]
    'What do the referrals from Court to Program rest on (6 row'
    """
    return (
        f"What do the referrals {words} rest on ({counted(n, 'row')}): something written, or "
        "personal contact?"
    )


def _log(facts: Facts) -> Part:
    n = len(facts.log)
    if n == 0:
        return Part(
            [],
            ["Who carries referrals, and how many: there is no log of referrals."],
            [(1e9, "Can somebody export a log of referrals of twelve months, one row each?")],
        )
    can: list[str] = []
    cannot: list[str] = []
    asked: list[Question] = []
    total = counted(n, "referral")
    can.append(
        f"Who carries each link between agencies: {total} on "
        f"{counted(len(facts.pairs), 'pathway')}; {_named(facts.log)}."
    )
    for side, word, verb, end in (
        ("from", "sent", "made", "sender"),
        ("to", "received", "received", "receiver"),
    ):
        blank = facts.log[facts.log[f"{side}_kind"] == "unknown"]
        if len(blank):
            cannot.append(f"Who {word} {len(blank)} of {total}: their rows name no {end}.")
            most, words = facts.way(blank)
            asked.append((len(blank), who_question(verb, words, end, most)))
    period = facts.coalition.period
    if period is not None and period.yearly_is_defined:
        can.append(f"Figures a year: the log covers {period.months:.0f} months.")
    elif period is not None:
        cannot.append(f"Figures a year: the log covers {period.months:.1f} of nine months.")
        asked.append((n / 2, "Can the log be had for at least nine months?"))
    return Part(can, cannot, asked)


def _named(log: pd.DataFrame) -> str:
    """How many rows name a person at each end, and how many only a position or a group."""
    from_people, to_people = (int((log[f"{e}_kind"] == "person").sum()) for e in ("from", "to"))
    said = [
        f"{counted(from_people, 'row names', 'rows name')} the person who sends, {to_people} the "
        "person who receives"
    ]
    for kind, words in (("position", "an agency's own position"), ("group", "a group")):
        n = [int((log[f"{end}_kind"] == kind).sum()) for end in ("from", "to")]
        if any(n):
            ends = [f"{k} as {end}" for k, end in zip(n, ("sender", "receiver"), strict=True) if k]
            said.append(f"{words} stands in {' and '.join(ends)}")
    return "; ".join(said)


def _basis(facts: Facts) -> Part:
    agreements = facts.coalition.agreements
    in_use = agreements[agreements["in_use"] == "yes"]
    said_of = agreements[agreements["in_use"].isin(["yes", "no"])]
    known = set(records(said_of, "from_agency", "to_agency"))
    said = facts.ties[(facts.ties["kind"] == "referral") & (facts.ties["basis"] != "unknown")]
    ends = set(records(said, "from_id", "to_id"))
    can: list[str] = []
    cannot: list[str] = []
    asked: list[Question] = []
    if len(in_use):
        told = counted(len(in_use), "agreement is", "agreements are")
        can.append(f"What rests on something written: {told} in use.")
    elif agreements.empty:
        cannot.append("What rests on something written: there is no agreement on record.")
    pairs = records(facts.log, "from_agency", "to_agency", "from_id", "to_id")
    unknown = [(a, b) not in known and (u, v) not in ends for a, b, u, v in pairs]
    open_rows = facts.log[unknown]
    total = counted(len(facts.log), "referral")
    if len(open_rows):
        most, words = facts.way(open_rows)
        agreed = set(records(agreements, "from_agency", "to_agency"))
        has_other = agreed & set(records(open_rows, "from_agency", "to_agency"))
        partly = ", or the agreement is only partly in use or not known to be" if has_other else ""
        cannot.append(
            f"Whether {len(open_rows)} of {total} would outlast a departure: "
            f"no agreement and no tie says what they rest on{partly}."
        )
        asked.append((len(open_rows), basis_question(words, most)))
    return Part(can, cannot, asked)


def _ties(facts: Facts) -> Part:
    if facts.ties.empty:
        return Part(
            [],
            ["Who works with whom beside referrals: there are no ties."],
            [(len(facts.log) / 10, "Whom does each person call, and who calls them (ties.csv)?")],
        )
    bad = facts.ties[facts.ties["quality"].isin(["strained", "absent"])]
    usable = facts.ties[facts.ties["quality"].isin(USABLE)]
    referral = int((usable["kind"] == "referral").sum())
    others = len(usable) - referral - len(facts.contacts)
    can = [
        f"Who reaches whom: {counted(len(facts.contacts), 'working contact')}; "
        + f"{counted(referral, 'referral tie')}; " * (referral > 0)
        + f"{counted(others, 'tie')} of another kind; " * (others > 0)
        + f"{counted(len(bad), 'tie that is', 'ties that are')} strained or missing."
    ]
    unknown = facts.contacts[facts.contacts["basis"] == "unknown"]
    if unknown.empty:
        return Part(can, [], [])
    told = f"{len(unknown)} of {counted(len(facts.contacts), 'contact')}"
    cannot = [f"Whether {told} would pass to a successor: their basis is unknown."]
    question = (
        f"Which contacts of unknown basis belong to a position ({counted(len(unknown), 'tie')})?"
    )
    return Part(can, cannot, [(len(unknown), question)])


def _survey(facts: Facts) -> Part:
    """What the answers to a survey allow: below half nothing is ranked from them."""
    coalition = facts.coalition
    can: list[str] = []
    cannot: list[str] = []
    asked: list[Question] = []
    sheets = build_sheets(coalition)
    for one, phrase in response_phrases(response(sheet) for sheet in sheets):
        if one.standing == "no ranking":
            cannot.append(f"Who ranks first by the survey: {phrase}. Below 50 % nothing is ranked.")
        elif one.standing == "with a warning":
            can.append(f"Who says what of whom: {phrase}.")
            missing = one.asked - one.answered
            cannot.append(f"What those who did not answer ({missing}) would say of whom.")
        else:
            can.append(f"Who says what of whom: {phrase}.")
        silent = one.asked - one.answered
        if one.standing != "enough":
            asked.append((silent, f"Can those who did not answer be asked again ({silent})?"))
    if sheets and not coalition.settings.survey.asked:
        cannot.append(
            "Whether those who are missing from the survey were asked: survey.asked doesn't say, "
            "so everybody in the roster is counted as asked."
        )
    if any(sheet.is_one_view for sheet in sheets):
        cannot.append("How agencies see each other: one person's view stands for each agency.")
    if len(coalition.answers) and not coalition.settings.survey.merge:
        cannot.append("Ties by the survey: it is kept apart (merge), and no finding uses it.")
    return Part(can, list(dict.fromkeys(cannot)), asked[:1])


def _people(facts: Facts) -> Part:
    people = facts.coalition.people
    seen = {one for table in (facts.log, facts.ties) for end in _ENDS for one in table[end]}
    seen |= set(facts.coalition.answers["respondent"])
    if people.empty and (len(facts.log) or len(facts.ties)):
        return Part(
            [], ["Whose departure would break a link: the data name agencies, not people."], []
        )
    silent = people[~people["person_id"].isin(seen) & (people["outside"] != "yes")]
    silent = silent[(silent["interviewed"] != "yes") | (silent["ties_known"] == "no")]
    if silent.empty:
        return Part([], [], [])
    n = len(silent)
    few = silent["agency_id"].map(facts.coalition.names.get).drop_duplicates().tolist()
    where = f"{', '.join(few[:3])}{' and others' if len(few) > 3 else ''}"
    who = counted(n, "person without a tie is", "people without a tie are")
    cannot = [f"Whether {who} connected to nobody: nothing is known of their ties."]
    question = f"With whom do the people work of whom no tie is known ({n}; {where})?"
    return Part([], cannot, [(n, question)])


def _coverage(facts: Facts) -> Part:
    agencies = facts.coalition.agencies
    with_services = int((agencies["services"] != "").sum())
    if with_services:
        told = f"{with_services} of {len(agencies)} agencies state their services"
        return Part([f"Which services are there: {told}."], [], [])
    return Part([], ["Which services are covered: no agency states its services."], [])


def _rates(facts: Facts) -> Part:
    made, posts = facts.coalition.settings.assumptions, facts.coalition.posts
    asked = posts[(posts["holders_in_period"] > 0) & (posts["years"] > 0)]
    known = sum(_is_held(facts.coalition, *post) for post in records(asked, "agency_id", "role"))
    gives = counted(known, "row of posts.csv gives", "rows of posts.csv give")
    can = [f"How likely a loss is: {gives} rates."] if known else []
    if made.departure_rate is not None:
        can.append(f"How likely a loss is, if people leave at {made.rate_label}.")
    idle = counted(len(asked) - known, "row of posts.csv is", "rows of posts.csv are")
    told = [f"{idle} of no use: nobody at that agency has that role."]
    cannot = told if len(asked) > known else []
    if can:
        return Part(can, cannot, [])
    cannot.append("How likely a loss is: no rates of leaving are given.")
    question = "How many people held each post in the last three years? It gives rates of leaving."
    return Part([], cannot, [(len(facts.log) / 20, question)])


def _is_held(coalition: Coalition, agency: str, role: str) -> bool:
    """Whether a post is of a whole agency, or of a role that somebody there has."""
    wanted, homes = {*role.split(";")}, coalition.agencies_of
    people = records(coalition.people, "person_id", "role")
    return not role or any(agency in homes[a] and wanted & {*b.split(";")} for a, b in people)
