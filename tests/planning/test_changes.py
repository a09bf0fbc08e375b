"""Single changes: each gives an edited copy, as if the input had been edited."""

from datetime import date

import pandas as pd
import pytest

from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet.planning.changes import Backs, Closes, Formalizes, Leaves, apply_changes
from collabnet.risk.turnover.rates import rates_of
from risk.cases import agreement, coalition, group, person, tie

AGREED = {"agreements": [agreement("court", "program")]}
ROWS = (("court", "O1", "program", "I1", 3), ("court", "O2", "program", "I1", 2))
TABLES = (
    "agencies", "people", "memberships", "agreements", "ties", "referrals", "answers", "posts",
)  # fmt: skip


def after(change, *parts, **tables):
    return change.apply(coalition(*parts, **tables))


def ends(given):
    frame = given.referrals
    return sorted(zip(frame["from_person"], frame["to_person"], strict=True))


def tied(given):
    return sorted(zip(given.ties["from_id"], given.ties["to_id"], strict=True))


class TestLeaves:
    def test_the_person_is_gone_from_people_and_memberships(self):
        members = [{"person_id": "O1", "agency_id": "clinic"}]
        found = after(Leaves("O1"), *ROWS, memberships=members)
        assert found.people["person_id"].tolist() == ["I1", "O2"]
        assert found.memberships.empty

    def test_rows_without_an_agreement_that_names_the_position_are_gone(self):
        assert ends(after(Leaves("O1"), *ROWS)) == [("O2", "I1")] * 2

    @pytest.mark.parametrize(
        "cells", [{"in_use": "partly"}, {"names_position": "no"}, {"names_position": "unknown"}]
    )
    def test_so_are_those_whose_agreement_does_not_surely_pass_them_on(self, cells):
        agreements = [agreement("court", "program", **cells)]
        assert ends(after(Leaves("O1"), *ROWS, agreements=agreements)) == [("O2", "I1")] * 2

    def test_the_others_pass_to_the_position(self):
        found = after(Leaves("I1"), *ROWS, **AGREED)
        assert ends(found) == [("O1", "program")] * 3 + [("O2", "program")] * 2

    def test_with_the_post_empty_nothing_passes(self):
        assert ends(after(Leaves("I1", post="empty"), *ROWS, **AGREED)) == []

    def test_somebody_of_two_agencies_leaves_each_row_to_the_position_it_stood_for(self):
        found = after(
            Leaves("B1"),
            ("court", "B1", "program", "I1", 1),
            ("clinic", "B1", "program", "I1", 1),
            people=[person("B1", "court")],
            memberships=[{"person_id": "B1", "agency_id": "clinic"}],
            agreements=[agreement("court", "program"), agreement("clinic", "program")],
        )
        assert ends(found) == [("clinic", "I1"), ("court", "I1")]

    def test_who_only_enters_data_leaves_rows_that_name_nobody(self):
        """The log says who typed, not who referred: nothing is lost."""
        clerk = [person("clerk", "court", enters_data_only="yes")]
        found = after(Leaves("clerk"), ("court", "clerk", "program", "I1", 2), people=clerk)
        assert ends(found) == [("", "I1")] * 2

    def test_formal_contacts_under_an_agreement_either_way_pass_to_the_position(self):
        ties = [tie("I1", "O1", basis="formal"), tie("O2", "O1", basis="formal")]
        found = after(Leaves("O1"), *ROWS, ties=ties, agreements=[agreement("program", "court")])
        assert tied(found) == [("I1", "court")]

    @pytest.mark.parametrize("basis", ["informal", "unknown"])
    def test_other_contacts_go_with_the_person(self, basis):
        ties = [tie("I1", "O1", basis=basis), tie("I1", "O2", basis=basis)]
        assert tied(after(Leaves("O1"), *ROWS, ties=ties)) == [("I1", "O2")]

    @pytest.mark.parametrize("basis", ["informal", "unknown"])
    def test_an_agreement_makes_a_contact_formal_whatever_the_tie_says(self, basis):
        ties = [tie("I1", "O1", basis=basis)]
        assert tied(after(Leaves("O1"), *ROWS, ties=ties, **AGREED)) == [("I1", "court")]

    def test_a_state_of_the_post_that_does_not_exist(self):
        with pytest.raises(CollabnetError) as refused:
            Leaves("O1", post="vacant")
        assert str(refused.value) == (
            "Leaves needs the post to be 'filled' or 'empty'; got 'vacant'."
        )

    def test_a_contact_to_the_own_position_does_not_become_one_to_itself(self):
        agreements = [agreement("court", "court")]
        ties = [tie("O1", "court", basis="formal"), tie("O2", "O1", basis="formal")]
        found = after(Leaves("O1"), *ROWS, ties=ties, agreements=agreements)
        assert tied(found) == [("O2", "court")]

    def test_what_it_says(self):
        assert str(Leaves("O1")) == "O1 leaves (a successor is there)"
        assert str(Leaves("O1", post="empty")) == "O1 leaves (the post is empty)"


class TestCloses:
    given = coalition(
        *ROWS,
        ("program", "I1", "shelter", "S1", 1),
        people=[person("B1", "program")],
        memberships=[{"person_id": "B1", "agency_id": "court"}],
        ties=[tie("O1", "I1"), tie("O1", "O2"), tie("B1", "O1"), tie("program", "S1")],
        agreements=[agreement("court", "program"), agreement("court", "shelter")],
    )

    def test_its_people_agreements_ties_and_rows_are_gone(self):
        found = Closes("program").apply(self.given)
        assert found.agencies["agency_id"].tolist() == ["court", "shelter"]
        assert found.agreements["agreement_id"].tolist() == ["court_shelter"]
        assert found.referrals.empty
        assert tied(found) == [("B1", "O1"), ("O1", "O2")]

    def test_people_of_two_agencies_stay_in_the_other(self):
        found = Closes("program").apply(self.given)
        homes = dict(zip(found.people["person_id"], found.people["agency_id"], strict=True))
        assert homes == {"B1": "court", "O1": "court", "O2": "court", "S1": "shelter"}
        assert found.agencies_of["B1"] == ("court",)

    def test_a_second_agency_that_closes_takes_nobody_along(self):
        found = Closes("court").apply(self.given)
        assert set(found.people["person_id"]) == {"B1", "I1", "S1"}
        assert found.agencies_of["B1"] == ("program",)

    def test_rows_of_its_people_for_another_agency_go_with_those_who_go(self):
        given = coalition(
            ("court", "B1", "shelter", "S1", 1),
            people=[person("B1", "program")],
            memberships=[{"person_id": "B1", "agency_id": "court"}],
        )
        assert ends(Closes("program").apply(given)) == [("B1", "S1")]

    def test_what_it_says(self):
        assert str(Closes("program")) == "program closes"


class TestFormalizes:
    def test_an_agreement_in_use_that_names_the_position(self):
        found = after(Formalizes("court", "program"), *ROWS).agreements
        (row,) = found.to_dict("records")
        assert (row["from_agency"], row["to_agency"]) == ("court", "program")
        assert (row["in_use"], row["names_position"]) == ("yes", "yes")
        assert row["agreement_id"] == "what_if_court_program"

    def test_beside_those_that_are_there(self):
        given = Formalizes("court", "program").apply(coalition(*ROWS, **AGREED))
        again = Formalizes("court", "program").apply(given)
        assert again.agreements["agreement_id"].tolist() == [
            "court_program",
            "what_if_court_program",
            "what_if_court_program_again",
        ]
        assert again.agreements["row"].is_unique

    def test_what_it_says(self):
        assert str(Formalizes("court", "program")) == "an agreement from court to program"


class TestApplyChanges:
    def test_one_after_the_other(self):
        """Put on paper first, the rows outlast the receiver; afterwards there is nothing left."""
        given = coalition(*ROWS)
        paper, leaving = Formalizes("court", "program"), Leaves("I1")
        assert len(apply_changes(given, [paper, leaving]).referrals) == 5
        assert len(apply_changes(given, [leaving, paper]).referrals) == 0

    def test_the_coalition_that_was_given_stays_as_it_is(self):
        given = coalition(*ROWS, ties=[tie("O1", "I1")], **AGREED)
        before = {name: getattr(given, name) for name in TABLES}
        digest = given.digest
        apply_changes(given, [Leaves("I1"), Closes("court"), Formalizes("program", "program")])
        for name in TABLES:
            pd.testing.assert_frame_equal(getattr(given, name), before[name])
        assert given.digest == digest

    def test_the_period_observed_stays_whoever_is_gone(self):
        """Without the rows of who leaves, the log would seem to cover fewer months."""
        days = [date(2024, month, 5) for month in range(1, 13)]
        given = coalition(
            ("court", "O1", "program", "I1", days[:6]),
            ("court", "O2", "program", "I1", days[6:]),
            period_start=None,
            period_end=None,
        )
        assert apply_changes(given, [Leaves("O2")]).period == given.period

    def test_what_went_with_an_earlier_change_is_said_to(self):
        with pytest.raises(NotFoundError) as refused:
            apply_changes(coalition(*ROWS), [Closes("program"), Leaves("I1")])
        assert str(refused.value) == (
            "There is no person 'I1'. Ids of Small stand in people.csv. Changes made before it: "
            "program closes."
        )


class TestRatesOfPosts:
    """Three held the one seat in three years: 2.5 in three, whoever comes, goes or shares it."""

    given = coalition(
        *ROWS,
        people=[
            person("I1", "program", role="intake worker"),
            person("I2", "program", role="clerk"),
        ],
    ).with_tables(
        posts=pd.DataFrame(
            [("program", "intake worker", 3, 3)],
            columns=["agency_id", "role", "holders_in_period", "years"],
        )
    )

    def test_stay_as_they_were_asked(self):
        rates = rates_of(apply_changes(self.given, [Backs("I1")]))
        assert {who: round(rate.middle, 4) for who, rate in rates.items()} == {
            "I1": 0.8333,
            "I1_backup": 0.8333,
        }

    def test_the_copy_equals_edited_files_that_state_the_seats(self):
        stated = self.given.with_tables(posts=self.given.posts.assign(seats=1))
        edited = Backs("I1").apply(stated)
        found = apply_changes(self.given, [Backs("I1")])
        assert found.posts.equals(edited.posts)
        assert self.given.posts["seats"].isna().all()


class TestRefusals:
    given = coalition(*ROWS, people=[group("team", "court")])

    @pytest.mark.parametrize(
        ("change", "text"),
        [
            (
                Leaves("teem"),
                "There is no person 'teem'. Did you mean team? Ids of Small stand in people.csv.",
            ),
            (
                Leaves("court"),
                "There is no person 'court'. Ids of Small stand in people.csv.",
            ),
            (
                Closes("curt"),
                "There is no agency 'curt'. Did you mean court? Ids of Small stand in "
                "agencies.csv.",
            ),
            (
                Formalizes("court", "prog"),
                "There is no agency 'prog'. Did you mean program? Ids of Small stand in "
                "agencies.csv.",
            ),
            (
                Formalizes("O1", "program"),
                "There is no agency 'O1'. Ids of Small stand in agencies.csv.",
            ),
        ],
        ids=str,
    )
    def test_a_name_that_nobody_has(self, change, text):
        with pytest.raises(NotFoundError) as refused:
            change.apply(self.given)
        assert str(refused.value) == text

    def test_a_group_does_not_leave(self):
        with pytest.raises(CollabnetError) as refused:
            Leaves("team").apply(self.given)
        assert str(refused.value) == (
            "Leaves needs one person; 'team' is several people recorded as one. Name one person, "
            "or let the agency close."
        )

    def test_who_left_already_cannot_leave_again(self):
        with pytest.raises(NotFoundError):
            apply_changes(self.given, [Leaves("O1"), Leaves("O1")])
