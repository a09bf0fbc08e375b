"""Site B: no protocol, three officers, one receiver."""

from random import Random

import pytest

import collabnet as cn
from collabnet.risk.rules import SEVERITIES
from risk.random_coalitions import without_names
from risk.severities import milder, places
from samples.shared import coalition_of

COALITION = coalition_of("site_b")
FOUND = cn.assess(COALITION)
BY_ID = {one.id: one for one in FOUND.found}
PROGRAM = COALITION.names["residential_program"]
POLICE = COALITION.names["police_b"]
COURT = COALITION.names["court_b"]
JUDGES = COALITION.names["bench_b"]
CHILDREN = COALITION.names["childrens_division"]
MAIN = "pathway:court_b:residential_program"


class TestFirstFinding:
    first = FOUND.found[0]

    def test_three_officers_carry_every_referral_and_one_person_receives_them_all(self):
        assert self.first.id == MAIN
        assert self.first.severity == "critical"
        assert self.first.sentence == (
            f"Three officers carry every referral from {COURT} to {PROGRAM} (48 of 48 in this "
            "log). There is no agreement on record, and one person receives them all. If any one "
            "of the senders left, 11 to 21 referrals a year would need another way. If the "
            "receiver left, all 48 would."
        )

    def test_its_numbers(self):
        numbers = self.first.numbers
        assert (numbers["referrals"], numbers["per_year"]) == (48, 48)
        assert (numbers["carriers"], numbers["receivers"], numbers["cut_size"]) == (3, 1, 1)
        assert round(numbers["effective_carriers"], 2) == 2.82
        assert numbers["on_paper"] == {"formal": 0, "informal": 48, "unknown": 0}
        assert numbers["worst_departure_lost"] == [48, 48]
        assert self.first.rows_a_year == 48

    def test_who_they_are_stands_inside_it_alphabetically(self):
        assert self.first.people == ("officer_b1", "officer_b2", "officer_b3", "program_director")
        assert len(self.first.rows) == 48

    def test_an_unseen_carrier_could_still_have_6_percent(self):
        assert "could still carry up to 6 %" in self.first.sure.text


class TestFindings:
    def test_which_there_are(self):
        assert [(one.severity, one.id) for one in FOUND.found] == [
            ("critical", MAIN),
            ("high", "pathway:police_b:childrens_services"),
            ("moderate", "contacts:bench_b:residential_program"),
            ("moderate", "contacts:childrens_division:court_b"),
            ("moderate", "contacts:court_b:police_b"),
            ("moderate", "contacts:court_b:residential_program"),
            ("moderate", "contacts:defense_b:police_b"),
            ("moderate", "contacts:police_b:prosecutor_b"),
            ("moderate", "contacts:police_b:residential_program"),
            ("moderate", "contacts:police_b:youth_dropin"),
            ("moderate", "contacts:police_b:youth_shelter"),
            ("moderate", "coverage:residential care"),
            ("moderate", "coverage:response team"),
            ("moderate", "gaps:court_b"),
            ("note", "contacts:court_b:htu_a"),
            ("note", "coverage:legal"),
            ("note", "coverage:shelter"),
        ]

    def test_court_and_police_one_contact_the_strain_and_the_gap_in_one(self):
        found = BY_ID["contacts:court_b:police_b"]
        assert found.rule == "single contact, strained tie, gap"
        assert found.sentence == (
            f"One officer at {COURT} is the only usable direct contact between {COURT} and "
            f"{POLICE}. On the other side it is one investigator as well. If either of them left, "
            "the two would have no direct contact. Four ties between the two are described as "
            "strained (contact). A gap is reported between the two. There is no contact between "
            "one deputy "
            f"juvenile officer and {POLICE}. There is also no process (protocol) between "
            f"{COURT} and {POLICE}."
        )
        assert "officer_b1" in found.people

    def test_that_contact_is_illustrative_so_it_is_moderate_and_says_so(self):
        found = BY_ID["contacts:court_b:police_b"]
        assert found.sure.notes == (
            "Without inferred and illustrative rows the single contact is not there.",
        )

    def test_no_working_tie_between_judges_and_program(self):
        found = BY_ID["contacts:bench_b:residential_program"].sentence
        assert found.startswith(
            f"There is no working tie between {JUDGES} and {PROGRAM} on record."
        )

    def test_no_process_from_officers_to_their_supervisor(self):
        assert BY_ID["gaps:court_b"].sentence == (
            f"A gap is reported inside {COURT}. There is no process (protocol) from the staff of "
            f"{COURT} to "
            "the supervisor."
        )

    def test_not_invited_and_strained_told_by_the_courts_side_only(self):
        assert BY_ID["contacts:childrens_division:court_b"].sentence == (
            f"There is no working tie between {CHILDREN} and {COURT} "
            "on record. Five ties between the two are described as strained (case report). A gap "
            "is reported between the two. There is no invitation to meetings from the caseworkers "
            "to five "
            f"officers. This is told by the side of {COURT} only. Nobody at {CHILDREN} was asked."
        )

    def test_nobody_knows_who_carries_the_rows_that_name_nobody(self):
        found = BY_ID["pathway:police_b:childrens_services"]
        assert found.sentence.startswith(
            f"We don't know who sends and who receives referrals from {POLICE} to "
        )
        assert found.sure.level == "too few to tell"

    def test_no_hub(self):
        assert not [one for one in FOUND.found if one.kind == "hub"]

    def test_outside_is_a_note(self):
        assert BY_ID["contacts:court_b:htu_a"].severity == "note"


class TestThin:
    def test_two_pathways_stand_apart_without_a_finding(self):
        table = FOUND.pathways
        thin = table[table["thin"] & table["service"].isna()]
        pairs = zip(thin["from_agency"], thin["to_agency"], thin["referrals"], strict=True)
        assert sorted(pairs) == [
            ("court_b", "youth_dropin", 2),
            ("court_b", "youth_shelter", 3),
        ]
        assert not {one for one in BY_ID if one.startswith("pathway:court_b:youth")}

    def test_last_used_eleven_months_ago_says_nothing(self):
        table = FOUND.pathways.set_index(["from_agency", "to_agency"])
        row = table.loc[("court_b", "youth_dropin")].iloc[0]
        assert (row["last_used"], bool(row["quiet"])) == ("2023-01-31", False)


class TestHeadline:
    def test_the_pair(self):
        head = FOUND.headline
        assert (head.lost_low, head.lost_high, head.covered, head.of) == (48, 48, 0, 59)


class TestStrainedTiesAreNoWays:
    def test_as_ways_they_would_change_the_answer_between_court_and_police(self):
        """Four more officers and investigators have strained ties: with them it's no single one."""
        ties = COALITION.ties
        ties["quality"] = ties["quality"].replace("strained", "positive")
        found = {one.id: one for one in cn.assess(COALITION.with_tables(ties=ties)).found}
        assert "single" not in found["contacts:court_b:police_b"].rule
        assert "single contact" in BY_ID["contacts:court_b:police_b"].rule
        assert FOUND.all_contacts != ()
        pair = {one.pair: one for one in FOUND.all_contacts}["court_b", "police_b"]
        assert (len(pair.usable), len(pair.strained)) == (1, 4)


def with_fourth_officer():
    log = COALITION.referrals
    extra = log[log["to_agency"] == "residential_program"].tail(2).copy()
    extra["from_person"] = "officer_b4"
    return COALITION.with_tables(referrals=_with_rows(log, extra))


def _with_rows(log, extra):
    import pandas as pd

    extra["row"] = range(int(log["row"].max()) + 1, int(log["row"].max()) + 1 + len(extra))
    return pd.concat([log, extra], ignore_index=True)


class TestFourthOfficer:
    def test_with_2_of_50_three_still_carry_96_percent(self):
        found = cn.assess(with_fourth_officer()).found[0]
        assert (found.id, found.severity) == (MAIN, "critical")
        assert found.sentence.startswith(
            f"Three officers carry 96 % of the referrals from {COURT} to {PROGRAM} (48 of 50 in "
            "this log). There is no agreement on record, and one person receives them all."
        )


class TestNamesRemoved:
    before = places(COALITION)

    @pytest.mark.parametrize("seed", range(12))
    @pytest.mark.parametrize("sides", [("from",), ("to",), ("from", "to")], ids="+".join)
    def test_from_60_percent_of_the_rows_no_severity_falls(self, seed, sides):
        less = without_names(Random(seed), COALITION, 0.6, sides)
        assert milder(self.before, places(less)) == {}

    def test_from_the_whole_log_nobody_knows_who_carries_it(self):
        less = without_names(Random(0), COALITION, 1)
        found = {one.id: one for one in cn.assess(less).found}
        assert (
            milder(self.before, {i: SEVERITIES.index(f.severity) for i, f in found.items()}) == {}
        )
        assert found[MAIN].severity == "critical"
        assert found[MAIN].sentence.startswith(
            f"We don't know who sends and who receives referrals from {COURT} to {PROGRAM}: no row "
            "of this log names a sender or a receiver."
        )

    def test_from_one_side_the_other_is_still_told(self):
        less = without_names(Random(0), COALITION, 1, ("from",))
        found = {one.id: one for one in cn.assess(less).found}[MAIN]
        assert "one person receives them all" in found.sentence


class TestWithoutWeakRows:
    def test_what_stays_keeps_its_id_and_severity(self):
        """Without inferred and illustrative ties: what the findings then are, they were before."""
        ties = COALITION.ties
        strong = ties[~ties["status"].isin(["inferred", "illustrative"])]
        less = {one.id: one for one in cn.assess(COALITION.with_tables(ties=strong)).found}
        assert set(less) == set(BY_ID) - {
            "contacts:court_b:htu_a",
            "contacts:police_b:residential_program",
            "contacts:police_b:youth_dropin",
            "contacts:police_b:youth_shelter",
        }
        for one in less.values():
            assert one.severity == BY_ID[one.id].severity, one.id

    def test_what_vanishes_was_at_most_moderate_and_said_so(self):
        for gone in ("residential_program", "youth_dropin", "youth_shelter"):
            found = BY_ID[f"contacts:police_b:{gone}"]
            assert found.severity == "moderate"
            assert found.sure.notes == (
                "Without inferred and illustrative rows the single contact is not there.",
            )

    def test_the_made_up_log_keeps_its_rank_under_its_label(self):
        assert FOUND.found[0].statuses == ("illustrative", "inferred")
        assert COALITION.settings.label == "example: coding of a published article, log made up"
        assert COALITION.settings.label in FOUND._repr_html_()


class TestWords:
    def test_words_that_are_never_used(self):
        text = str(FOUND.to_dict()).lower() + FOUND._repr_html_().lower()
        for word in ("protected", "prostitute", "delinquent", "rescue"):
            assert word not in text
