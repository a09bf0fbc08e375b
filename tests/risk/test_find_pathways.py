"""The rule table for pathways: one finding at most, its severity, its caps."""

from datetime import date

from collabnet.risk.assessment import assess
from collabnet.risk.rules import PATHWAY_RULES, SEVERITIES
from risk.cases import agreement, coalition, group, person, spread, tie

CALENDAR = {"start": date(2024, 1, 1), "end": date(2024, 5, 31)}


def findings(*parts, **tables):
    found = assess(coalition(*parts, **tables)).found
    return {one.id: one for one in found if one.kind == "pathway"}


def judged(*parts, **tables):
    """Severity and rule of the pathway from the court to the program; None without a finding."""
    found = findings(*parts, **tables).get("pathway:court:program")
    return found and (found.severity, found.rule)


def rows(n, sender="O1", receiver="I1", to="program", **extras):
    return ("court", sender, to, receiver, n, extras)


def crowd(n, senders=5, receivers=("program",)):
    """Rows shared evenly by many; the program's position receives them."""
    return [rows(n, f"O{i}", receivers[i % len(receivers)]) for i in range(senders)]


AGREED = {"agreements": [agreement("court", "program")]}
NOT_NAMED = {"agreements": [agreement("court", "program", names_position="no")]}
MAIN = ("critical", "main pathway on a few people")
ONE = ("high", "pathway on one person")
POST = ("moderate", "pathway on one post")
FEW = ("moderate", "pathway on a few people")
PAPER = ("note", "a few people carry it, on paper")


class TestCritical:
    def test_half_of_the_agency_twelve_a_year_none_formal_and_one_departure_ends_it(self):
        assert judged(rows(12)) == MAIN

    def test_eleven_a_year_are_too_few(self):
        assert judged(rows(11)) == ONE

    def test_less_than_half_of_what_the_agency_sends_is_too_little(self):
        assert judged(rows(12), rows(12, to="shelter")) == MAIN
        assert judged(rows(12), rows(13, to="shelter")) == ONE

    def test_three_people_in_all_on_one_side(self):
        assert judged(*crowd(4, 3)) == MAIN
        assert judged(*crowd(4, 5, ("I1", "I2", "I3"))) == MAIN

    def test_not_four_on_each(self):
        assert judged(*crowd(4, 4, ("I1", "I2", "I3", "I4"))) is None

    def test_nor_three_and_a_position_or_a_group(self):
        assert judged(*crowd(4, 3), rows(4, "court", "program")) != MAIN
        people = [group("team", "court")]
        assert judged(*crowd(4, 3), rows(4, "team", "program"), people=people) != MAIN

    def test_one_row_known_formal_is_enough_to_be_less(self):
        formal = [tie("O1", "I1", "referral", basis="formal")]
        assert judged(rows(12), ties=formal)[0] == "high"

    def test_the_year_is_scaled(self):
        nine = {"period_start": date(2024, 1, 1), "period_end": date(2024, 9, 30)}
        days = spread(9, nine["period_start"], nine["period_end"])
        assert judged(("court", "O1", "program", "I1", days), **nine) == MAIN


class TestHigh:
    def test_one_departure_on_either_side_would_end_it(self):
        assert judged(rows(6)) == ONE
        assert judged(rows(6, "court", "I1")) == ONE
        assert judged(rows(6, "O1", "program")) == ONE

    def test_an_agreement_that_does_not_name_the_position_saves_nothing(self):
        assert judged(rows(6), **NOT_NAMED) == ONE

    def test_nor_one_of_which_that_is_unknown_at_its_worse_end(self):
        made = [agreement("court", "program", names_position="unknown")]
        assert judged(rows(6), agreements=made) == ONE


class TestModerate:
    def test_all_on_paper_but_on_one_post(self):
        assert judged(rows(12), **AGREED) == POST

    def test_three_people_or_fewer_where_one_alone_cannot_end_it(self):
        assert judged(rows(3, "O1", "I1"), rows(3, "O2", "I2")) == FEW

    def test_the_first_three_carry_four_fifths(self):
        """O0 to O2 carry 24 of 30; with one row more elsewhere they don't."""
        few = [
            *(rows(8, f"O{i}", f"I{i}") for i in range(3)),
            *(rows(1, f"O{i}", "program") for i in range(3, 9)),
        ]
        assert judged(*few) == FEW
        assert judged(*few, rows(1, "O9", "program"))[1] == FEW[1]

    def test_a_departure_that_takes_more_than_a_quarter(self):
        assert judged(*(rows(3, f"O{i}", f"I{i}") for i in range(4))) is None
        assert judged(rows(6, "O0", "I0"), *(rows(3, f"O{i}", f"I{i}") for i in range(1, 5))) == FEW


class TestNote:
    def test_a_few_people_carry_it_on_paper(self):
        assert judged(*crowd(4, 3), **AGREED) == PAPER

    def test_from_four_fifths_for_the_first_three(self):
        """24 of 30, then 24 of 31."""
        few = [rows(8, f"O{i}", "program") for i in range(3)]
        few += [rows(1, f"O{i}", "program") for i in range(3, 9)]
        assert judged(*few, **AGREED) == PAPER
        assert judged(*few, rows(1, "O9", "program"), **AGREED) is None

    def test_many_on_paper_are_no_finding(self):
        assert judged(*crowd(4, 5), **AGREED) is None


class TestAsk:
    early = spread(12, **CALENDAR)

    def test_fallen_silent(self):
        parts = [("court", f"O{i}", "program", "program", self.early[i::5]) for i in range(5)]
        assert judged(*parts) == ("ask", "fallen silent")

    def test_not_known_who_receives_though_all_is_on_paper(self):
        parts = [rows(3, f"O{i}", "") for i in range(5)]
        assert judged(*parts, **AGREED)[1] == "pathway on one post"
        some = [rows(2, f"O{i}", "") for i in range(5)] + [
            rows(1, f"O{i}", "program") for i in range(5)
        ]
        assert judged(*some, **AGREED) == ("ask", "not known who carries it")


class TestThin:
    def test_thin_pathways_have_no_finding(self):
        assert judged(rows(5)) is None

    def test_unless_the_user_marks_them_vital(self):
        assert judged(rows(2), vital=(("court", "program"),)) == ONE
        found = findings(rows(2), vital=(("court", "program"),))["pathway:court:program"]
        assert "n = 2" in found.sentence
        assert found.sure.level == "too few to tell"


class TestTies:
    people = (person("O1", "court"), person("I1", "program"))

    def test_a_pathway_of_ties_alone_is_at_most_high(self):
        found = findings(people=self.people, ties=[tie("O1", "I1", "referral")])
        one = found["pathway:court:program"]
        assert one.severity == "high"
        assert one.numbers["referrals"] is one.numbers["top_share"] is None
        assert one.rows_a_year == 0
        assert one.sources == ("coding",)

    def test_never_thin_and_on_paper_moderate(self):
        made = [tie("O1", "I1", "referral", basis="formal")]
        found = findings(people=self.people, ties=made, **AGREED)
        assert found["pathway:court:program"].severity == "moderate"


class TestServices:
    def test_a_service_has_a_finding_only_where_it_is_worse_than_all_together(self):
        parts = [rows(6, "O1", "I1", service="shelter")]
        parts += [rows(6, f"O{i}", f"I{i}", service="therapy") for i in range(2, 8)]
        found = findings(*parts)
        assert set(found) == {"pathway:court:program:shelter"}
        assert found["pathway:court:program:shelter"].severity == "high"

    def test_not_where_it_is_as_bad(self):
        parts = [rows(6, service="shelter"), rows(6, service="therapy")]
        assert set(findings(*parts)) == {"pathway:court:program"}

    def test_worse_is_judged_after_what_limits_a_severity(self):
        """All rows but those for shelter are inferred: all together is capped, shelter is not."""
        parts = [
            rows(6, service="shelter"),
            *(rows(6, "O1", f"I{i}", evidence_status="inferred") for i in range(3)),
        ]
        found = findings(*parts)
        assert found["pathway:court:program"].severity == "high"
        assert set(found) == {"pathway:court:program"}


class TestPresence:
    """Who left or fell silent is no backup."""

    def test_severity_takes_the_worse_of_the_whole_log_and_of_those_still_there(self):
        parts = (rows(6, "O1", "program"), rows(6, "O2", "program"))
        assert judged(*parts)[1] == MAIN[1]
        many = [rows(6, f"O{i}", "program") for i in range(5)]
        assert judged(*many) is None
        gone = [person(f"O{i}", "court", active_to="2024-06-30") for i in range(1, 5)]
        assert judged(*many, people=gone) == MAIN

    def test_so_does_a_carrier_whose_last_referral_is_long_ago(self):
        early = [("court", f"O{i}", "program", "program", self_days(6)) for i in range(1, 5)]
        assert judged(rows(12, "O0", "program"), *early) == MAIN


def self_days(n):
    return spread(n, date(2024, 1, 1), date(2024, 3, 31))


class TestWeakEvidence:
    def weak(self, n, sender="O1", receiver="I1", status="inferred"):
        return rows(n, sender, receiver, evidence_status=status)

    def test_what_vanishes_without_weak_rows_is_at_most_moderate_and_says_so(self):
        found = findings(self.weak(12))["pathway:court:program"]
        assert found.severity == "moderate"
        assert found.sure.notes == (
            "Without inferred and illustrative rows nothing of it is left.",
        )

    def test_thin_without_them_has_vanished_too(self):
        assert judged(self.weak(8), rows(5))[0] == "moderate"

    def test_what_stays_keeps_its_severity(self):
        found = findings(self.weak(6), rows(6))["pathway:court:program"]
        assert found.severity == "high"
        assert found.sure.notes == ("Without inferred and illustrative rows it would be high.",)

    def test_a_main_pathway_without_them_is_still_one(self):
        found = findings(self.weak(6), rows(12))["pathway:court:program"]
        assert (found.severity, found.sure.notes) == ("critical", ())

    def test_the_share_of_the_agency_is_taken_without_them_as_well(self):
        """Twelve of 36 are no main pathway, though without weak rows they are all there is."""
        parts = (rows(12), rows(24, "O2", "S1", "shelter", evidence_status="illustrative"))
        found = findings(*parts)["pathway:court:program"]
        assert found.severity == "high"

    def test_a_log_that_is_made_up_as_a_whole_keeps_its_rank(self):
        found = findings(rows(12), log_status="illustrative")["pathway:court:program"]
        assert (found.severity, found.statuses) == ("critical", ("illustrative",))
        assert found.sure.notes == ()


class TestFinding:
    def test_rank_is_severity_then_rows_a_year_that_the_worst_departure_stops_then_id(self):
        parts = [
            ("a", "A", "z", "Z", 12),
            ("b", "B", "z", "Z", 20),
            ("c", "C", "z", "Z", 12),
            ("d", "D", "z", "Z", 7),
        ]
        found = assess(coalition(*parts, agreements=[agreement("d", "z")])).found
        assert [one.id for one in found] == [
            "pathway:b:z",
            "pathway:a:z",
            "pathway:c:z",
            "pathway:d:z",
        ]
        assert [one.rows_a_year for one in found] == [20, 12, 12, 7]

    def test_it_says_what_it_rests_on(self):
        found = findings(rows(6), **AGREED)["pathway:court:program"]
        assert found.sources == ("log", "coding")
        assert found.rows == tuple(("referrals.csv", i) for i in range(2, 8))
        assert found.people == ("I1", "O1")
        assert found.numbers["on_paper"] == {"formal": 6, "informal": 0, "unknown": 0}
        assert found.numbers["worst_departure_interrupted"] == 6

    def test_how_sure(self):
        found = findings(rows(6))["pathway:court:program"].sure
        assert (found.level, found.n_named, found.n_worlds) == ("likely", 6, 200)
        assert found.text.startswith("How sure: likely. It holds in ")
        assert found.text.endswith(
            " % of 200 simulated versions of these data. 6 rows name who was there; somebody not "
            "seen in them could still carry up to 39 %."
        )

    def test_below_six_named_rows_it_is_too_few_to_tell(self):
        found = findings(rows(5), rows(5, ""))["pathway:court:program"].sure
        assert (found.level, found.n_named) == ("too few to tell", 5)


class TestTable:
    def test_every_severity_is_one_of_five_and_the_first_line_that_holds_decides(self):
        assert {rule.severity for rule in PATHWAY_RULES} <= set(SEVERITIES)
        assert SEVERITIES == ("critical", "high", "moderate", "note", "ask")
