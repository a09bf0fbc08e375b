"""What touches each person and agency: never a ranking, always in id order."""

from collabnet.risk.assessment import assess
from risk.cases import G1, G1_SECOND_INTAKE, coalition, group, person, tie

G1_FOUND = assess(coalition(*G1))


def column(table, name):
    key = "person_id" if "person_id" in table else "agency_id"
    return dict(zip(table[key], table[name], strict=True))


def nonzero(table, name):
    return {key: value for key, value in column(table, name).items() if value}


class TestPeopleOfG1:
    table = G1_FOUND.people

    def test_of_seven_reachable_pairs(self):
        assert len(G1_FOUND.reach) == 7
        assert nonzero(self.table, "reachable_pairs_lost") == {
            "I1": 4,
            "A1": 4,
            "S1": 2,
            "O1": 1,
            "D1": 1,
        }

    def test_direct_pathways(self):
        assert nonzero(self.table, "direct_pathways_lost") == {
            "A1": 3,
            "I1": 2,
            "O1": 1,
            "D1": 1,
            "S1": 1,
        }

    def test_touched(self):
        touched = column(self.table, "rows_touched")
        assert touched == {
            "A1": 11,
            "D1": 7,
            "D2": 1,
            "I1": 15,
            "O1": 8,
            "O2": 4,
            "O3": 2,
            "S1": 2,
        }
        shares = column(self.table, "touched_share")
        assert (shares["I1"], shares["A1"]) == (0.6, 0.44)

    def test_lost_for_good_is_a_range_where_paper_is_not_known(self):
        assert column(self.table, "lost_low") == dict.fromkeys(self.table["person_id"], 0)
        assert column(self.table, "lost_high") == column(self.table, "rows_touched")

    def test_cutpoints_pairs_cut_and_fragmentation(self):
        assert {k for k, v in column(self.table, "is_cutpoint").items() if v} == {"I1", "A1"}
        assert nonzero(self.table, "pairs_cut") == {"I1": 11, "A1": 11}
        assert nonzero(self.table, "pairs_cut_between_agencies") == {"I1": 8, "A1": 10}
        without = column(self.table, "fragmentation_without")
        assert (round(without["I1"], 4), without["O1"]) == (0.5238, 0)
        assert round(column(self.table, "distance_weighted_without")["I1"], 4) == 0.6825

    def test_in_id_order(self):
        assert self.table["person_id"].is_monotonic_increasing

    def test_a_second_intake_worker_takes_some_of_it_off_the_first(self):
        found = nonzero(assess(coalition(*G1_SECOND_INTAKE)).people, "reachable_pairs_lost")
        assert found == {"I1": 3, "A1": 4, "S1": 2, "O1": 1, "D1": 1}


class TestAgenciesOfG1:
    table = G1_FOUND.agencies

    def test_rows_and_pathways_in_and_out(self):
        assert nonzero(self.table, "sent") == {
            "advocacy": 3,
            "court": 12,
            "hospital": 2,
            "police": 8,
        }
        assert nonzero(self.table, "received") == {"advocacy": 8, "court": 2, "residential": 15}
        assert nonzero(self.table, "pathways_out") == {
            "advocacy": 1,
            "court": 1,
            "hospital": 1,
            "police": 2,
        }

    def test_the_advocacy_center_alone_cuts_others_off(self):
        """Police, court and residential hold together without it; the hospital does not."""
        assert {k for k, v in column(self.table, "is_cutpoint").items() if v} == {"advocacy"}
        assert nonzero(self.table, "pairs_cut") == {"advocacy": 3}
        assert nonzero(self.table, "pairs_cut_between_agencies") == {"advocacy": 3}


class TestWasAsked:
    """People with no referral and no answer are not asked, never connected to nobody."""

    given = coalition(
        ("court", "O1", "program", "I1", 1),
        people=[
            person("in_log", "court"),
            person("in_tie", "court"),
            person("interviewed", "court", interviewed="yes"),
            person("silent", "court"),
        ],
        ties=[tie("in_tie", "court", quality="absent")],
    )

    def test_a_referral_or_an_interview_shows_it_being_named_by_others_does_not(self):
        found = column(assess(self.given).people, "was_asked")
        assert {who for who, asked in found.items() if asked} == {
            "O1",
            "I1",
            "interviewed",
        }


class TestGroups:
    def test_a_group_is_a_row_that_loses_nothing(self):
        found = assess(
            coalition(("court", "team", "program", "I1", 6), people=[group("team", "court")])
        )
        row = found.people.set_index("person_id").loc["team"]
        assert (row["rows_touched"], row["direct_pathways_lost"], row["lost_high"]) == (0, 0, 0)


class TestEmpty:
    def test_agencies_without_people_are_still_assessed(self):
        found = assess(coalition(agencies=[{"agency_id": "court", "services": "shelter;food"}]))
        assert found.people.empty
        assert found.agencies["agency_id"].tolist() == ["court"]
        assert found.coverage["is_sole_provider"].tolist() == [True, True]
