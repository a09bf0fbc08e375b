"""A second person shares somebody's work."""

from random import Random

import pytest

from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet.planning.changes import Backs, Leaves, apply_changes
from collabnet.planning.whatif import what_if
from risk.cases import G1, G1_SECOND_INTAKE, coalition, group, person, tie
from risk.random_coalitions import draw_coalition

ROWS = (("court", "O1", "program", "I1", 5), ("court", "O2", "program", "I1", 3))


def ends(given):
    frame = given.referrals.sort_values(["on", "row"])
    return list(zip(frame["from_person"], frame["to_person"], strict=True))


def tied(given):
    return sorted(zip(given.ties["from_id"], given.ties["to_id"], strict=True))


class TestBacks:
    def test_every_second_row_of_each_partner_passes_in_the_order_of_days(self):
        found = ends(Backs("I1").apply(coalition(*ROWS)))
        assert [to for sender, to in found if sender == "O1"] == [
            "I1", "I1_backup", "I1", "I1_backup", "I1",
        ]  # fmt: skip
        assert [to for sender, to in found if sender == "O2"] == ["I1", "I1_backup", "I1"]

    def test_each_link_is_counted_for_itself(self):
        """One row each from two agencies: none is a second one."""
        rows = (("court", "O1", "program", "I1", 1), ("clinic", "O1", "program", "I1", 1))
        members = [{"person_id": "O1", "agency_id": "clinic"}]
        given = coalition(*rows, people=[person("O1", "court")], memberships=members)
        assert ends(Backs("I1").apply(given)) == [("O1", "I1")] * 2

    def test_somebody_new_has_agencies_unit_and_role(self):
        own = person("I1", "program", role="intake worker", unit="intake", name="Ann Lee")
        members = [{"person_id": "I1", "agency_id": "clinic", "share": 0.5}]
        found = Backs("I1").apply(coalition(*ROWS, people=[own], memberships=members))
        (new,) = found.people[found.people["person_id"] == "I1_backup"].to_dict("records")
        assert (new["agency_id"], new["unit"], new["role"]) == (
            "program",
            "intake",
            "intake worker",
        )
        assert (new["name"], new["status"]) == ("Ann Lee (backup)", "illustrative")
        assert found.agencies_of["I1_backup"] == ("program", "clinic")

    def test_a_second_time_somebody_else_comes(self):
        found = apply_changes(coalition(*ROWS), [Backs("I1"), Backs("I1")])
        assert {"I1_backup", "I1_backup_again"} < set(found.people["person_id"])

    def test_a_colleague_takes_only_rows_of_the_agency_of_both(self):
        rows = (("court", "B1", "program", "I1", 2), ("clinic", "B1", "program", "I1", 2))
        given = coalition(
            *rows,
            people=[person("B1", "court"), person("C1", "clinic")],
            memberships=[{"person_id": "B1", "agency_id": "clinic"}],
        )
        frame = Backs("B1", by="C1").apply(given).referrals
        passed = frame[frame["from_person"] == "C1"]
        assert passed["from_agency"].tolist() == ["clinic"]

    def test_a_row_from_the_one_to_the_other_does_not_become_one_to_oneself(self):
        given = coalition(("program", "I1", "program", "I2", 4))
        assert ends(Backs("I1", by="I2").apply(given)) == [("I1", "I2")] * 4

    def test_usable_ties_are_held_by_both(self):
        ties = [
            tie("I1", "O1", basis="formal", quality="positive"),
            tie("O2", "I1", quality="strained"),
            tie("I1", "court", quality="absent"),
            tie("I1", "I2"),
            tie("I2", "O1", basis="formal"),
        ]
        people = [person("I2", "program")]
        new = Backs("I1").apply(coalition(*ROWS, people=people, ties=ties))
        added = new.ties.iloc[len(ties) :]
        assert added[["from_id", "to_id", "basis", "status"]].to_numpy().tolist() == [
            ["I1_backup", "O1", "formal", "illustrative"],
            ["I1_backup", "I2", "unknown", "illustrative"],
        ]

    def test_a_tie_that_the_colleague_has_is_not_doubled(self):
        ties = [tie("I1", "O1"), tie("I2", "O1"), tie("I1", "I2")]
        people = [person("I2", "program")]
        given = coalition(*ROWS, people=people, ties=ties)
        assert tied(Backs("I1", by="I2").apply(given)) == tied(given)

    def test_with_p_a_fifth_a_second_intake_worker_takes_the_chance_from_a_fifth_to_a_twentieth(
        self,
    ):
        """Linked to all three officers: 0.2064 to 0.0477; the sample's log has two links fewer."""
        alone, two = 1 - (1 - 0.2**3) * (1 - 0.2), 1 - (1 - 0.2**3) * (1 - 0.2**2)
        assert (round(alone, 4), round(two, 4)) == (0.2064, 0.0477)
        after = what_if(coalition(*G1), Backs("I1")).after
        (pathway,) = [p for p in after.all_pathways if p.pair == ("court", "residential")]
        pairs = {(row.sender.id, row.receiver.id) for row in pathway.rows}
        assert pairs == {(o, i) for o in ("O1", "O2", "O3") for i in ("I1", "I1_backup")}
        assert len(G1_SECOND_INTAKE) == len(G1) + 2

    @pytest.mark.parametrize("seed", range(8))
    def test_nobody_loses_more_than_half_and_no_row_is_lost(self, seed):
        random = Random(seed)
        given = draw_coalition(random)
        people = given.people
        who = random.choice(people.loc[people["kind"] == "person", "person_id"].tolist())
        found = Backs(who).apply(given)
        assert len(found.referrals) == len(given.referrals)
        for side in ("from_person", "to_person"):
            before, after = (
                (frame[side] == who).sum() for frame in (given.referrals, found.referrals)
            )
            assert before / 2 <= after <= before

    def test_what_it_says(self):
        assert str(Backs("I1")) == "a new colleague shares the work of I1"
        assert str(Backs("I1", by="I2")) == "I2 shares the work of I1"


class TestRefusals:
    people = (
        group("team", "program"),
        person("C1", "court"),
        person("D1", "court", enters_data_only="yes"),
    )
    given = coalition(*ROWS, people=list(people))

    @pytest.mark.parametrize(
        ("change", "text"),
        [
            (
                Backs("I11"),
                "There is no person 'I11'. Did you mean I1? Ids of Small stand in people.csv.",
            ),
            (
                Backs("I1", by="C11"),
                "There is no person 'C11'. Did you mean C1? Ids of Small stand in people.csv.",
            ),
            (
                Backs("program"),
                "There is no person 'program'. Ids of Small stand in people.csv.",
            ),
            (
                Backs("team"),
                "Backs needs one person; 'team' is several people recorded as one. Name one of "
                "them, each recorded by an id of their own.",
            ),
            (
                Backs("I1", by="team"),
                "Backs needs one person; 'team' is several people recorded as one. Name one of "
                "them, each recorded by an id of their own.",
            ),
            (
                Backs("I1", by="I1"),
                "Backs needs two people; got 'I1' twice. Name another one.",
            ),
            (
                Backs("I1", by="C1"),
                "Backs needs a colleague of the same agency; 'C1' belongs to court, 'I1' to "
                "program. Name a colleague, or nobody: then somebody new comes.",
            ),
            (
                Backs("D1"),
                "Backs needs somebody who refers or receives; 'D1' only enters data, so nobody's "
                "work would be shared. Name whoever does the work.",
            ),
        ],
        ids=str,
    )
    def test_they_say_what_was_needed(self, change, text):
        with pytest.raises(CollabnetError) as refused:
            change.apply(self.given)
        assert str(refused.value) == text

    def test_who_left_cannot_be_backed_up(self):
        with pytest.raises(NotFoundError):
            apply_changes(self.given, [Leaves("I1"), Backs("I1")])
