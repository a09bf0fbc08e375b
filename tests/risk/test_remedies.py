"""What would help, by why a pathway finding was made."""

import pytest

from risk.court_to_program import agreed, finding, informal, rows


class TestRemedy:
    second = "Name a second person, or a shared inbox, at Program to receive them."
    ask = "Ask whether anything is written down, and whether it names the post."
    paper = (
        "Put the link on paper: an agreement from Court to Program that names the position, so "
        "that whoever takes over the post takes over the link."
    )
    more = "Let one more person at Court make some of them."

    def test_ask_first_then_a_second_receiver_paper_another_carrier(self):
        found = finding(rows(12)).remedy
        assert found == f"{self.second} {self.ask} {self.paper} {self.more}"

    def test_nothing_to_ask_where_it_is_known_not_to_be_on_paper(self):
        found = finding(rows(12), **informal(("O1", "I1"))).remedy
        assert found == f"{self.second} {self.paper} {self.more}"

    def test_on_paper_a_stand_in(self):
        found = finding(rows(12), **agreed()).remedy
        stand_in = "Agree on who stands in while the post is empty."
        assert found == f"{self.second} {stand_in} {self.more}"

    def test_an_agreement_that_names_no_position_should(self):
        found = finding(rows(12, "O1", "program"), **agreed(names_position="no")).remedy
        assert found.startswith(
            "Let the agreement name the position, so that whoever takes over the post takes over "
            "the link."
        )

    @pytest.mark.parametrize(
        ("names", "step"),
        [
            ("no", "Let the agreement name the position, and see that it is in use."),
            ("yes", "See that the agreement is in use and names the position."),
        ],
    )
    def test_where_an_agreement_is_half_in_use_no_other_is_asked_for(self, names, step):
        found = finding(rows(12), **agreed(in_use="partly", names_position=names)).remedy
        assert step in found
        assert self.paper not in found

    def test_where_few_rows_name_anybody_the_first_step_is_to_ask(self):
        found = finding(rows(31, ""), rows(9)).remedy
        assert found.startswith(
            "Ask who makes and who takes these referrals, and log a name or the post."
        )

    def test_one_agency_between_for_the_same_service_is_named_in_principle(self):
        over = [("court", "O1", "shelter", "S1", 3), ("shelter", "S1", "program", "I1", 3)]
        found = finding(rows(12), *over)
        assert found.numbers["in_principle_through"] == ["shelter"]
        assert found.remedy.endswith(
            "In principle it could also go through Shelter; ask whether it would."
        )
        assert found.severity == finding(rows(12)).severity == "critical"

    @pytest.mark.parametrize(
        "over",
        [
            [("court", "O1", "shelter", "S1", 3), ("shelter", "S2", "program", "I1", 3)],
            [
                ("court", "O1", "shelter", "S1", 3, {"service": "food"}),
                ("shelter", "S1", "program", "I1", 3),
            ],
        ],
        ids=["no hand-over", "another service"],
    )
    def test_only_where_the_same_hands_and_the_same_service_join(self, over):
        assert finding(rows(12), *over).numbers["in_principle_through"] == []
