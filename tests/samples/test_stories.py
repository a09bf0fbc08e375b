"""What the made-up logs of the two study sites and of the fixtures hold."""

from collections import Counter
from datetime import date

import pytest

from collabnet.model import vocabulary as words
from samples.sample_files import SAMPLES, SITES, agency_of, expected, persons, table


@pytest.mark.parametrize("sample", SITES)
class TestSites:
    def test_a_site_holds_its_own_and_those_serving_both(self, sample):
        letter = sample[-1].upper()
        for name in ("agencies", "people"):
            for row in table(sample, name):
                assert row["outside"] == ("no" if letter in row["site"] else "yes"), row

    def test_those_outside_are_ends_of_ties_and_nothing_else(self, sample):
        outside = {row["person_id"] for row in table(sample, "people") if row["outside"] == "yes"}
        named = {end for row in table(sample, "ties") for end in (row["source"], row["target"])}
        agencies = {
            row["agency_id"] for row in table(sample, "agencies") if row["outside"] == "yes"
        }
        assert outside <= named
        assert agencies == {agency_of(sample)[person] for person in outside}
        assert sorted(outside | agencies) == expected(sample)["outside"]
        for row in table(sample, "referrals"):
            assert not {row["from_agency"], row["to_agency"]} & agencies

    def test_every_service_is_one_that_the_receiver_offers(self, sample):
        offered = {row["agency_id"]: row["services"] for row in table(sample, "agencies")}
        for row in table(sample, "referrals"):
            if row["service"] != "case report":
                assert row["service"] in offered[row["to_agency"]].split(";"), row

    def test_the_outcomes_vary(self, sample):
        statuses = Counter(row["status"] for row in table(sample, "referrals"))
        assert {"served", "accepted", "declined", "open", "closed_unreached"} <= set(statuses)
        for row in table(sample, "referrals"):
            assert (row["status_date"] == "") == (row["status"] in ("made", "open")), row

    def test_days_are_working_days(self, sample):
        for row in table(sample, "referrals"):
            assert date.fromisoformat(row["date"]).weekday() < 5, row

    def test_people_of_whom_the_article_says_nothing_have_no_ties(self, sample):
        silent = {row["person_id"] for row in table(sample, "people") if row["ties_known"] == "no"}
        named = {end for row in table(sample, "ties") for end in (row["source"], row["target"])}
        named |= {
            row[f"{side}_person"] for row in table(sample, "referrals") for side in ("from", "to")
        }
        assert silent
        assert not silent & named

    def test_the_licence_and_the_article_are_named(self, sample):
        text = (SAMPLES / sample / "README.md").read_text(encoding="utf-8")
        for part in ("Nichols", "Societies", "13(3), 66", "CC BY 4.0", "our own coding"):
            assert part in text
        for status in words.EVIDENCE.terms:
            assert f"| `{status}` |" in text

    def test_the_readme_counts_as_the_tables_do(self, sample):
        text = " ".join((SAMPLES / sample / "README.md").read_text(encoding="utf-8").split())
        by = expected(sample)["ties_by_status"]
        assert (
            f"Of the {sum(by.values())} ties {by['reported']} are reported, "
            f"{by['reported_of_group']} reported of a group, {by['inferred']} inferred and "
            f"{by['illustrative']} illustrative"
        ) in text
        counts = expected(sample)["counts"]
        assert f"{counts['agencies']} agencies, {counts['people']} people" in text
        assert f"{counts['referrals']} rows in a log of the twelve months of 2023" in text


def rows(sample, from_agency, to_agency):
    return [
        row
        for row in table(sample, "referrals")
        if (row["from_agency"], row["to_agency"]) == (from_agency, to_agency)
    ]


class TestSiteA:
    def test_26_actors_have_ties_and_36_people_are_listed(self):
        ties = table("site_a", "ties")
        assert len({end for row in ties for end in (row["source"], row["target"])}) == 26
        assert len(table("site_a", "people")) == 36

    def test_eight_officers_share_sixty_referrals_to_the_programs_position(self):
        found = rows("site_a", "court_a", "residential_program")
        carried = Counter(row["from_person"] for row in found)
        assert carried == {f"officer_a{i}": 8 if i < 5 else 7 for i in range(1, 9)}
        assert {row["to_person"] for row in found} == {"residential_program"}

    def test_ten_people_report_sixty_cases_to_one_investigator(self):
        found = rows("site_a", "court_a", "htu_a")
        carriers = [f"officer_a{i}" for i in range(1, 9)] + ["truancy_a1", "truancy_a2"]
        assert Counter(row["from_person"] for row in found) == dict.fromkeys(carriers, 6)
        assert {row["to_person"] for row in found} == {"investigator_a1"}
        assert {row["service"] for row in found} == {"case report"}

    def test_the_protocol_covers_both(self):
        covered = {
            (row["from_agency"], row["to_agency"])
            for row in table("site_a", "agreements")
            if row["in_use"] == "yes" and row["names_position"] == "yes"
        }
        assert {("court_a", "residential_program"), ("court_a", "htu_a")} <= covered

    def test_every_other_pathway_has_two_people_or_a_position_on_each_side(self):
        kept = {("court_a", "htu_a")}
        for pathway in expected("site_a")["pathways"]:
            if (pathway["from_agency"], pathway["to_agency"]) not in kept:
                for ends in (pathway["sending"], pathway["receiving"]):
                    assert len(ends) >= 2 or not set(ends) & persons("site_a"), pathway

    def test_every_sender_is_active_in_both_halves_of_the_year(self):
        senders = {row["from_person"] for row in table("site_a", "referrals")}
        for sender in senders:
            days = [
                row["date"] for row in table("site_a", "referrals") if row["from_person"] == sender
            ]
            assert min(days) < "2023-07-01" <= max(days), sender


class TestSiteB:
    def test_three_officers_carry_48_referrals_and_one_person_receives_them(self):
        found = rows("site_b", "court_b", "residential_program")
        carried = Counter(row["from_person"] for row in found)
        assert carried == {"officer_b1": 21, "officer_b2": 16, "officer_b3": 11}
        assert {row["to_person"] for row in found} == {"program_director"}
        assert {row["service"] for row in found} == {"residential care"}

    def test_no_agreement_joins_court_and_program(self):
        ends = {(row["from_agency"], row["to_agency"]) for row in table("site_b", "agreements")}
        assert ends == {("police_b", "police_b")}

    def test_each_of_the_three_refers_in_every_quarter_and_in_the_last_three_weeks(self):
        found = rows("site_b", "court_b", "residential_program")
        for officer, least in (("officer_b1", 5), ("officer_b2", 3), ("officer_b3", 2)):
            days = [row["date"] for row in found if row["from_person"] == officer]
            quarters = Counter((int(day[5:7]) - 1) // 3 for day in days)
            assert all(quarters[quarter] >= least for quarter in range(4)), officer
            assert max(days) > "2023-12-10", officer

    def test_the_second_half_year_is_half_of_each_ones_year(self):
        found = rows("site_b", "court_b", "residential_program")
        late = Counter(row["from_person"] for row in found if row["date"] >= "2023-07-01")
        assert late == {"officer_b1": 10, "officer_b2": 8, "officer_b3": 6}

    def test_two_pathways_are_thin_and_one_was_last_used_eleven_months_ago(self):
        counts = {
            (row["from_agency"], row["to_agency"]): row["referrals"]
            for row in expected("site_b")["pathways"]
            if row["thin"]
        }
        assert counts == {("court_b", "youth_shelter"): 3, ("court_b", "youth_dropin"): 2}
        assert max(row["date"] for row in rows("site_b", "court_b", "youth_dropin")) == "2023-01-31"

    def test_some_rows_elsewhere_name_nobody_and_elsewhere_fewer_than_twelve_are_sent(self):
        blank = [row for row in table("site_b", "referrals") if not row["from_person"]]
        assert {(row["from_agency"], row["to_agency"], row["to_person"]) for row in blank} == {
            ("police_b", "childrens_services", "")
        }
        main = rows("site_b", "court_b", "residential_program")
        assert 0 < len(table("site_b", "referrals")) - len(main) < 12


class TestFixtures:
    @pytest.mark.parametrize(
        ("sample", "pairs"),
        [
            ("g1", "O1>I1 6, O2>I1 4, O3>I1 2, D1>A1 5, D2>A1 1, A1>I1 3, S1>A1 2, D1>O1 2"),
            (
                "g1_second_intake",
                "O1>I1 6, O2>I1 3, O2>I2 1, O3>I1 1, O3>I2 1, "
                "D1>A1 5, D2>A1 1, A1>I1 3, S1>A1 2, D1>O1 2",
            ),
        ],
    )
    def test_the_log_is_the_fixture_and_the_readme_says_so(self, sample, pairs):
        found = Counter(
            f"{row['from_person']}>{row['to_person']}" for row in table(sample, "referrals")
        )
        assert found == {pair: int(n) for pair, n in (one.split() for one in pairs.split(", "))}
        text = (SAMPLES / sample / "README.md").read_text(encoding="utf-8")
        assert f"- Referrals: {pairs}." in text

    @pytest.mark.parametrize("sample", ["g1", "g1_second_intake"])
    def test_every_pair_has_a_row_in_december_and_nothing_but_a_log(self, sample):
        last = {}
        for row in table(sample, "referrals"):
            last[row["from_person"], row["to_person"]] = row["date"]
        assert all(day >= "2024-12-01" for day in last.values())
        assert not table(sample, "ties")
        assert not table(sample, "agreements")
