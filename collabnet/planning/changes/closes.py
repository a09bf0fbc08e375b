"""An agency closes."""

from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.planning.changes.editing import edited, need_agency, without


@dataclass(frozen=True)
class Closes:
    """An agency closes: its people, its agreements and everything to and from it are gone."""

    agency: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition without the agency; people of two agencies stay in the other."""
        need_agency(coalition, self.agency)
        people = coalition.people
        others = {
            person: [agency for agency in homes if agency != self.agency]
            for person, homes in coalition.agencies_of.items()
        }
        gone = {self.agency} | {person for person, homes in others.items() if not homes}
        people = people[~people["person_id"].isin(gone)]
        agency = people["person_id"].map(lambda person: others[person][0]).astype("str")
        return edited(
            coalition,
            agencies=without(coalition.agencies, gone, "agency_id"),
            people=people.assign(agency_id=agency),
            memberships=without(coalition.memberships, gone, "agency_id", "person_id"),
            agreements=without(coalition.agreements, gone, "from_agency", "to_agency"),
            ties=without(coalition.ties, gone, "from_id", "to_id"),
            answers=without(coalition.answers, gone, "respondent", "alter"),
            posts=without(coalition.posts, gone, "agency_id"),
            referrals=without(
                coalition.referrals, gone, "from_agency", "to_agency", "from_person", "to_person"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency} closes"
