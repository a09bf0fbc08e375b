"""Whom a third of the network can call in writing, and what a successor would inherit."""

import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.hubs import find_hubs
from collabnet.sharing.say_outside import hub_outside
from risk.cases import agreement, coalition, group, person, tie

OTHERS = tuple(person(f"P{i}", "police", role="investigator") for i in range(1, 9))
PEOPLE = (
    person("H1", "court", role="supervisor"),
    person("C1", "court", role="officer"),
    *OTHERS,
    *(person(f"K{i}", "clinic", role="nurse") for i in (1, 2)),
    group("judges", "bench", role="judge"),
)


def formal(*others, person_id="H1", **cells):
    return [tie(person_id, other, basis="formal", **cells) for other in others]


def given(ties, *, people=PEOPLE, **tables):
    return coalition(people=people, ties=ties, **tables)


def hub(ties, **tables):
    """The one hub that H1 is."""
    found = {one.person: one for one in find_hubs(given(ties, **tables))}
    return found["H1"]


def hubs(ties, **tables):
    return {one.person for one in find_hubs(given(ties, **tables))}


def pairs(*ends):
    """Strained ties: their ends are actors with a tie, and nobody's contact."""
    return [tie(a, b, quality="strained") for a, b in zip(ends[::2], ends[1::2], strict=True)]


class TestWhoIsAHub:
    def test_formal_usable_contacts_to_a_third_of_the_actors_with_a_tie(self):
        """H1 and two others reached, three more with a tie: two of six."""
        ties = [*formal("P1", "P2"), *pairs("P3", "P4", "P5", "P6")]
        assert hubs([*formal("P1", "P2"), *pairs("P3", "P4", "P5", "P3")]) == {"H1"}
        assert hubs(ties) == set()

    def test_positions_count_among_the_actors_and_among_the_contacts(self):
        ties = [*formal("police", "P1"), *pairs("P3", "P4", "P5", "P3")]
        assert hub(ties).formal == ("P1", "police")
        assert hub(ties).n_actors == 6

    @pytest.mark.parametrize("kind", ["contact", "case_report", "team_invitation", "information"])
    def test_kinds_that_carry_contact(self, kind):
        ties = [tie("H1", one, kind, basis="formal") for one in ("P1", "P2")]
        assert "H1" in hubs(ties)

    @pytest.mark.parametrize("kind", ["referral", "trust", "protocol", "court_report"])
    def test_other_kinds_do_not(self, kind):
        assert hubs([tie("H1", one, kind, basis="formal") for one in ("P1", "P2")]) == set()

    @pytest.mark.parametrize("quality", ["strained", "absent"])
    def test_nor_do_strained_and_absent_ties(self, quality):
        assert hubs(formal("P1", "P2", "P3", quality=quality)) == set()

    def test_nor_informal_ones(self):
        assert hubs([tie("H1", one, basis="informal") for one in ("P1", "P2", "P3")]) == set()

    def test_a_contact_counts_from_either_end_and_once(self):
        ties = [*formal("P1", "P2"), *formal("H1", person_id="P1", kind="information")]
        assert hub(ties).formal == ("P1", "P2")

    def test_the_log_makes_no_hub(self):
        """Contacts of the log are counted nowhere here."""
        found = coalition(*[("court", "H1", "police", one["person_id"], 9) for one in OTHERS])
        assert find_hubs(found) == ()

    def test_a_group_or_position_is_never_one(self):
        ties = [
            tie(one, other, basis="formal") for one in ("judges", "court") for other in ("P1", "P2")
        ]
        assert hubs(ties) == {"P1", "P2"}

    def test_nor_is_anybody_outside(self):
        ties = formal("P1", "P2")
        assert "H1" in hubs(ties)
        assert "H1" not in hubs(ties, people=[one | {"outside": "yes"} for one in PEOPLE])
        assert "H1" not in hubs(ties, agencies=[{"agency_id": "court", "outside": "yes"}])

    def test_ends_outside_still_count(self):
        ties = formal("P1", "P2")
        assert "H1" in hubs(ties, agencies=[{"agency_id": "police", "outside": "yes"}])


class TestWhatPassesOn:
    ties = (
        *formal("P1", "P2", "judges", "C1"),
        tie("H1", "K1", basis="informal"),
        tie("H1", "K2"),
    )

    def parts(self, *agreements):
        found = hub(self.ties, agreements=agreements)
        return {
            name: getattr(found, name)
            for name in ("passes", "may_pass", "not_named", "no_agreement", "informal", "unknown")
            if getattr(found, name)
        }

    def test_by_what_the_agreement_between_the_two_agencies_says(self):
        assert self.parts(
            agreement("court", "police"), agreement("bench", "court", names_position="no")
        ) == {
            "passes": ("P1", "P2"),
            "not_named": ("judges",),
            "no_agreement": ("C1",),
            "informal": ("K1",),
            "unknown": ("K2",),
        }

    def test_an_agreement_makes_every_contact_between_its_agencies_formal(self):
        """Either way, whatever the tie says of itself."""
        ties = (*formal("P1"), tie("H1", "P2"), tie("H1", "P3", basis="informal"))
        found = hub(ties, agreements=[agreement("police", "court")])
        assert found.passes == ("P1", "P2", "P3")

    def test_where_it_does_not_say_it_may(self):
        made = agreement("court", "police", names_position="unknown")
        assert self.parts(made)["may_pass"] == ("P1", "P2")

    def test_one_inside_the_agency(self):
        assert self.parts(agreement("court", "court"))["passes"] == ("C1",)

    @pytest.mark.parametrize("in_use", ["partly", "no", "unknown"])
    def test_one_not_surely_in_use_is_not_on_record(self, in_use):
        found = self.parts(agreement("court", "police", in_use=in_use))
        assert "passes" not in found

    def test_a_formal_and_an_informal_tie_to_the_same_person_are_a_formal_contact(self):
        found = hub([*formal("P1", "P2"), tie("H1", "P1", basis="informal")])
        assert (found.formal, found.informal) == (("P1", "P2"), ())


class TestFinding:
    def find(self, ties, *parts, **tables):
        found = assess(coalition(*parts, people=PEOPLE, ties=ties, **tables)).found
        return {one.id: one for one in found}.get("hub:H1")

    def test_its_sentence_says_what_an_empty_post_interrupts_and_what_passes_on(self):
        found = self.find(TestWhatPassesOn.ties, agreements=[agreement("court", "police")])
        assert found.severity == "high"
        assert found.sentence == (
            "Four of the seven people and agencies with a tie count on one supervisor at court "
            "(hub). All three agencies in touch with court reach it through this one person: a "
            "single point of failure. If this post is empty, four contacts go unanswered until it "
            "is filled. The agreement names the position, so two are expected to pass to a "
            "successor. How well "
            "isn't known. For two no agreement is on record. For one more the basis isn't "
            "known. The informal one, to one nurse, would not pass on. Nobody is on record as "
            "asked about it."
        )

    def test_all_of_them_and_none_more(self):
        found = self.find(formal("P1", "P2"), agreements=[agreement("court", "police")])
        assert (
            "The agreement names the position, so both are expected to pass to a successor. How "
            "well isn't known. "
        ) in found.sentence

    def test_the_one_inside_the_unit_and_several_informal_ones(self):
        ties = [*formal("C1", "P1"), *(tie("H1", one, basis="informal") for one in ("K1", "K2"))]
        found = self.find(ties, agreements=[agreement("court", "police", names_position="no")])
        assert (
            "The agreement doesn't name the position for one, which would not pass on. For the "
            "one inside the unit no agreement is on record. The two informal ones would not pass "
            "on. "
        ) in found.sentence

    def test_what_vanishes_without_weak_rows_is_moderate_and_says_so(self):
        found = self.find(formal("P1", "P2", status="inferred"))
        assert found.severity == "moderate"
        assert found.sure.notes == ("Without inferred and illustrative rows this is not a hub.",)

    def test_it_stands_on_its_ties_and_ranks_by_the_rows_that_would_stop(self):
        found = self.find(formal("P1", "P2"), ("court", "H1", "police", "P1", 9))
        assert found.rows == (("ties.csv", 2), ("ties.csv", 3))
        assert found.rows_a_year == 9
        assert found.numbers["formal_contacts"] == 2
        assert found.remedy == (
            "Name a stand-in who answers while the post is empty. Put the contacts that would go "
            "with the person on paper, or share them."
        )


class TestSinglePointOfContact:
    """Three agencies or more, all of which reach the hub's agency through the hub alone."""

    HELPER = "All three agencies in touch with court reach it through this one "
    ties = (*formal("P1", "K1"), tie("H1", "judges", basis="informal"))
    agreed = (agreement("court", "police"), agreement("court", "clinic"))

    def sentence(self, *parts, ties=ties, **tables):
        found = assess(coalition(*parts, people=PEOPLE, ties=ties, **tables)).judged
        return {one.id: one for one in found}["hub:H1"].sentence

    def test_by_design_where_agreements_with_most_of_them_name_the_post(self):
        assert (
            f"(hub). {self.HELPER}post. That helps those who are served, and it is by design a "
            "single point of failure. If this post is empty, two contacts go unanswered"
        ) in self.sentence(agreements=self.agreed)

    def test_in_fact_where_the_agreements_with_most_of_them_do_not(self):
        for agreements in ([], self.agreed[:1]):
            told = self.sentence(agreements=agreements)
            assert f"{self.HELPER}person: a single point of failure." in told

    def test_two_agencies_are_too_few(self):
        assert "single point" not in self.sentence(ties=self.ties[:2])

    def test_anybody_else_at_the_agency_is_another_way_by_a_tie_or_a_row(self):
        more = tie("C1", "P2", basis="informal")
        assert "single point" not in self.sentence(ties=(*self.ties, more))
        assert "single point" not in self.sentence(("court", "C1", "clinic", "K2", 1))

    def test_what_is_strained_is_no_way(self):
        more = tie("C1", "P2", basis="informal", quality="strained")
        assert "single point" in self.sentence(ties=(*self.ties, more))

    def test_the_position_is_another_way(self):
        more = tie("court", "police", basis="informal")
        assert "single point" not in self.sentence(ties=(*self.ties, more))

    def test_partners_read_it_without_a_count(self):
        """As it is told outside: no name, no number."""
        numbers = dict.fromkeys(("expected_to_pass", "not_named", "no_agreement", "informal"), 0)
        told = hub_outside(numbers | {"only_contact_of": 3}, "Court")
        assert "Whoever is in touch with Court reaches it through this one post" in told
        assert "single point" not in hub_outside(numbers | {"only_contact_of": 0}, "Court")
