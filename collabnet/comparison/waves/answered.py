"""Who answered at a time, and which ties each of them told of."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.sheets import build_sheets
from collabnet.model.specs import is_survey
from collabnet.model.vocabulary import ONE_WAY, USABLE

Tie = tuple[str, str, str]
"""Kind and both ends; in the order of their ids unless the kind leads one way."""


@dataclass(frozen=True)
class Answered:
    """Who answered, and what they told.

    Attributes
    ----------
    who : people and agencies who answered; nobody where there is neither a tie nor an answer
    is_recorded : whether the data say who answered; else it is everybody in the roster
    is_survey : whether answers to a survey say it; else it is who told of ties in another way
    told : usable ties by who told of them: the respondent
    places : the people of each agency, and the agency of each person
    """

    who: frozenset[str]
    is_recorded: bool
    is_survey: bool
    told: Mapping[str, frozenset[Tie]]
    places: Mapping[str, frozenset[str]]

    def could_tell(self, end: str, both: frozenset[str]) -> bool:
        """Whether one end of a tie answered both times, itself or as its agency.

        A position counts as its agency's people: it answers where one of them does.
        """
        return end in both or bool(self.places.get(end, frozenset()) & both)


def answered(coalition: Coalition) -> Answered:
    """Gather who answered at the time of a coalition, and the usable ties they told of.

    Who answered is who has an answer in a survey, else who is named as reporting a tie, else who
    was interviewed. Where nothing of this is recorded it is everybody in the roster, unless there
    is no tie at all: then nobody was asked, and no tie is lost.
    """
    ties, agencies = coalition.ties, frozenset(coalition.agencies["agency_id"])
    people = coalition.people
    sheets = build_sheets(coalition) if coalition.settings.survey.merge else ()
    who = {one for sheet in sheets for one in sheet.answered}
    by_survey = bool(who)
    who |= set(ties.loc[~ties["file"].map(is_survey).astype("bool"), "reported_by"]) - {""}
    who = who or set(people.loc[people["interviewed"] == "yes", "person_id"])
    told: defaultdict[str, set[Tie]] = defaultdict(set)
    columns = ("kind", "from_id", "to_id", "quality", "reported_by", "file")
    for kind, one, other, quality, reporter, file in records(ties, *columns):
        if quality in USABLE and one != other:
            ends = (one, other) if kind in ONE_WAY else (min(one, other), max(one, other))
            # Who speaks for an agency may change between waves; the agency is the respondent.
            teller = one if is_survey(file) or not reporter else reporter
            told[teller].add((kind, *ends))
    places: defaultdict[str, set[str]] = defaultdict(set)
    for person, homes in coalition.agencies_of.items():
        for home in homes:
            if person not in agencies:
                places[home].add(person)
                places[person].add(home)
    roster = frozenset(people["person_id"]) | agencies if len(ties) else frozenset()
    return Answered(
        frozenset(who) or roster,
        bool(who),
        by_survey,
        {teller: frozenset(found) for teller, found in told.items()},
        {place: frozenset(found) for place, found in places.items()},
    )
