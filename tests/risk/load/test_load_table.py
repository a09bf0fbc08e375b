"""Load as tables: by id, never a ranking; what a departure adds, and to whom."""

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet.risk.assessment import assess
from risk.cases import G1, coalition, person, tie
from samples.shared import coalition_of

SMALL = assess(coalition(*G1), worlds=0)


def row(assessment, actor):
    table = assessment.load.set_index("actor_id")
    return table.loc[actor].to_dict()


class TestTable:
    def test_people_then_agencies_by_id(self):
        table = SMALL.load
        assert table["actor_id"].tolist() == [
            "A1", "D1", "D2", "I1", "O1", "O2", "O3", "S1",
            "advocacy", "court", "hospital", "police", "residential",
        ]  # fmt: skip
        assert table["level"].tolist() == ["person"] * 8 + ["agency"] * 5

    def test_shares_of_the_log(self):
        """The intake worker takes 15 of 25; O1 sends six and takes two."""
        assert row(SMALL, "I1")["referral_share"] == 0.6
        one = row(SMALL, "O1")
        assert (one["n_sent"], one["n_received"], one["referral_share"]) == (6, 2, 8 / 25)
        assert (one["n_uncarried"], one["overloaded"]) == (2.0, "O2;O3")
        assert row(SMALL, "residential")["n_received"] == 15

    def test_nominations_are_others_in_usable_ties(self):
        """Twice by one person is once; an undirected tie names both; strained ones don't count."""
        given = coalition(
            people=[person(f"p{i}", "ab"[i % 2]) for i in range(4)],
            ties=[
                tie("p0", "p1", directed="yes"),
                tie("p0", "p1", "information", directed="yes"),
                tie("p2", "p1", directed="no"),
                tie("p3", "p1", quality="strained"),
            ],
        )
        found = assess(given, worlds=0)
        assert (row(found, "p1")["n_nominations"], row(found, "p1")["nomination_share"]) == (
            2,
            2 / 3,
        )
        assert (row(found, "p2")["n_nominations"], row(found, "p0")["n_nominations"]) == (1, 0)
        assert (row(found, "b")["n_nominations"], row(found, "a")["n_nominations"]) == (1, 1)

    def test_without_a_log_there_are_no_shares(self):
        found = assess(coalition(people=[person("p", "a")]), worlds=0)
        one = row(found, "p")
        assert one["referral_share"] != one["referral_share"]
        assert one["nomination_share"] != one["nomination_share"]

    def test_places_are_of_a_year(self):
        """Twelve rows in the year observed, and three more from b: more than the 14 places of a."""
        log = (
            ("court", "O1", "a", "A1", 12, {"service": "shelter"}),
            ("court", "O1", "b", "B1", 3, {"service": "shelter"}),
        )
        places = [{"agency_id": "a", "capacity": "14"}]
        assert row(assess(coalition(*log, agencies=places), worlds=0), "b")["overloaded"] == "a"
        places = [{"agency_id": "a", "capacity": "15"}]
        assert row(assess(coalition(*log, agencies=places), worlds=0), "b")["overloaded"] == ""


class TestAfter:
    def test_a_cascade_says_who_leaves_when(self):
        table = SMALL.load_after(["O1"]).set_index("actor_id")
        assert table["round"].astype("object").where(table["round"].notna(), None).to_dict() == {
            "A1": None, "D1": None, "D2": None, "I1": None, "O1": 0, "O2": 1, "O3": 1, "S1": None,
        }  # fmt: skip
        assert table.loc["I1", ["before", "after"]].tolist() == [15.0, 15.0]
        assert table.loc["O2", "is_overloaded"]

    def test_agencies_are_asked_alike(self):
        table = SMALL.load_after(["advocacy"])
        assert set(table["level"]) == {"agency"}
        assert table.set_index("actor_id").loc["residential", "after"] == 15.0

    def test_a_wider_limit(self):
        table = SMALL.load_after(["O1"], limit=2).set_index("actor_id")
        assert table.loc[["O2", "O3"], "after"].tolist() == [8.0, 4.0]
        assert table["round"].notna().sum() == 1

    def test_somebody_unknown_is_refused(self):
        with pytest.raises(NotFoundError, match="There is no person or agency 'O9'"):
            SMALL.load_after(["O9"])

    @pytest.mark.parametrize("limit", [0.5, -1, float("nan")])
    def test_a_limit_below_what_is_carried_today_is_refused(self, limit):
        with pytest.raises(CollabnetError, match=f"limit of 1 or more .* got {limit!r}"):
            SMALL.load_after(["O1"], limit=limit)

    def test_people_and_agencies_together_are_refused(self):
        with pytest.raises(CollabnetError, match="people or agencies"):
            SMALL.load_after(["O1", "court"])


class TestJson:
    def test_the_tables_are_in_it(self):
        made = cn.assess(coalition_of("site_b"), worlds=0).to_dict()
        assert {"coverage", "service_reach", "team", "load"} <= set(made)
        assert made["team"][0]["member"] == "role:deputy juvenile officer"
        assert made["load"][0]["level"] == "person"
