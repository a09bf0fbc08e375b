"""What a row rests on: something written, the people alone, or nobody knows."""

import pytest

from collabnet.risk.basis import Basis, BasisOf
from risk.cases import agreement, coalition, person, tie

PEOPLE = [person("O1", "court"), person("O2", "court"), person("I1", "program")]


def basis_of(*, ties=(), agreements=(), **settings):
    return BasisOf(coalition(people=PEOPLE, ties=ties, agreements=agreements, **settings))


def of_row(from_id="O1", to_id="I1", **tables):
    return basis_of(**tables)("court", "program", from_id, to_id)


class TestAgreements:
    @pytest.mark.parametrize(
        ("in_use", "form"),
        [("yes", "formal"), ("partly", "unknown"), ("unknown", "unknown"), ("no", "unknown")],
    )
    def test_only_one_in_use_makes_a_row_formal(self, in_use, form):
        assert of_row(agreements=[agreement("court", "program", in_use=in_use)]).form == form

    @pytest.mark.parametrize("names", ["yes", "no", "unknown"])
    def test_it_passes_to_a_successor_if_it_names_the_position(self, names):
        found = of_row(agreements=[agreement("court", "program", names_position=names)])
        assert found == Basis("formal", names, ("court_program",), ("reported",))

    def test_of_two_in_use_the_one_that_names_the_position_decides(self):
        made = [
            agreement("court", "program", agreement_id=f"a{i}", names_position=names)
            for i, names in enumerate(["no", "unknown", "yes"])
        ]
        assert [of_row(agreements=made[:n]).passes for n in (1, 2, 3)] == ["no", "unknown", "yes"]

    def test_it_runs_from_the_senders_to_the_receivers_agency(self):
        assert of_row(agreements=[agreement("program", "court")]).form == "unknown"

    @pytest.mark.parametrize(
        ("expires", "form"), [("2024-12-31", "formal"), ("2024-12-30", "unknown"), ("", "formal")]
    )
    def test_one_that_expired_within_the_period_is_none(self, expires, form):
        made = [agreement("court", "program", expires=expires)]
        assert of_row(agreements=made).form == form

    def test_it_covers_rows_whatever_their_ends_positions_and_blanks_too(self):
        made = basis_of(agreements=[agreement("court", "program")])
        assert made("court", "program", "", "program").form == "formal"

    def test_an_agreement_perhaps_in_use_is_named_though_the_row_stays_unknown(self):
        made = [agreement("court", "program", in_use="partly", status="inferred")]
        assert of_row(agreements=made) == Basis(
            "unknown", "unknown", ("court_program",), ("inferred",), "yes"
        )

    def test_what_is_known_of_the_position_stays_known_beside_a_formal_tie(self):
        made = [agreement("court", "program", in_use="unknown", names_position="yes")]
        ties = [tie("O1", "I1", "referral", basis="formal")]
        assert of_row(ties=ties, agreements=made).names_position == "yes"
        assert of_row(ties=ties).names_position == "unknown"


class TestTies:
    def test_a_formal_referral_tie_joins_its_ends(self):
        made = [tie("O1", "I1", "referral", basis="formal", status="inferred")]
        assert of_row(ties=made) == Basis("formal", "unknown", (), ("inferred",))
        assert of_row("O2", ties=made).form == "unknown"

    def test_whether_it_passes_on_is_not_known_without_an_agreement(self):
        assert of_row(ties=[tie("O1", "I1", "referral", basis="formal")]).passes == "unknown"

    def test_an_informal_one_says_that_nothing_is_on_paper(self):
        made = [tie("O1", "I1", "referral", basis="informal")]
        assert of_row(ties=made) == Basis("informal", "no", (), ("reported",))

    def test_a_tie_of_unknown_basis_says_nothing(self):
        assert of_row(ties=[tie("O1", "I1", "referral")]) == Basis("unknown", "unknown")

    def test_only_ties_of_kind_referral_count(self):
        assert of_row(ties=[tie("O1", "I1", "contact", basis="formal")]).form == "unknown"

    def test_a_directed_tie_counts_one_way_another_both_ways(self):
        back = tie("I1", "O1", "referral", basis="formal")
        assert of_row(ties=[back]).form == "unknown"
        assert of_row(ties=[back | {"directed": "no"}]).form == "formal"

    def test_an_absent_tie_is_none(self):
        made = [tie("O1", "I1", "referral", basis="informal", quality="absent")]
        assert of_row(ties=made).form == "unknown"

    @pytest.mark.parametrize("order", [1, -1])
    def test_formal_wins_over_informal_in_any_order(self, order):
        made = [tie("O1", "I1", "referral", basis=basis) for basis in ("formal", "informal")]
        assert of_row(ties=made[::order]).form == "formal"

    @pytest.mark.parametrize(
        ("in_use", "form"), [("partly", "unknown"), ("unknown", "unknown"), ("no", "informal")]
    )
    def test_an_agreement_perhaps_in_use_leaves_an_informal_tie_unknown(self, in_use, form):
        found = of_row(
            ties=[tie("O1", "I1", "referral", basis="informal")],
            agreements=[agreement("court", "program", in_use=in_use)],
        )
        assert found.form == form

    def test_an_agreement_in_use_wins_over_an_informal_tie(self):
        found = of_row(
            ties=[tie("O1", "I1", "referral", basis="informal")],
            agreements=[agreement("court", "program")],
        )
        assert (found.form, found.passes) == ("formal", "yes")


class TestContacts:
    def test_an_agreement_either_way_counts(self):
        made = basis_of(agreements=[agreement("program", "court")])
        assert made.of_contact("court", "program", "formal", "").passes == "yes"
        assert made.of_contact("program", "court", "informal", "").passes == "yes"

    def test_without_one_the_tie_says_it(self):
        made = basis_of()
        assert made.of_contact("court", "program", "formal", "reported").passes == "unknown"
        assert made.of_contact("court", "program", "informal", "reported").passes == "no"
        assert made.of_contact("court", "program", "unknown", "").form == "unknown"
