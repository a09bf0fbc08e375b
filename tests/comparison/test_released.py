"""Two sites for each audience: the page in words, and nothing outside that a brief hasn't said."""

import re
from datetime import date
from random import Random

import pytest

import collabnet as cn
from collabnet.comparison.sites import Comparison
from collabnet.reports.comparison_files import (
    comparison_csv,
    comparison_html,
    comparison_released_dict,
)
from collabnet.reports.comparison_text import comparison_page, comparison_text
from collabnet.sharing import release, release_comparison
from collabnet.sharing.say_comparison import MOST_LINKS
from risk.cases import coalition, person
from risk.reading import GRADE, grade
from samples.shared import assessment_of, coalition_of
from sharing.drawn import draw

PAGE = 60
"""Lines of a page."""
OUTSIDE = ("partner", "public")


@pytest.fixture(scope="module")
def sites():
    return cn.compare(coalition_of("site_a"), coalition_of("site_b"))


def cells(released):
    """Every cell of every table."""
    tables = (released.figures, released.positions, released.links, released.agencies)
    return [cell for rows in (*tables, released.limits) for cell in rows.to_numpy().ravel()]


def written(released):
    """Everything that is written of a comparison."""
    return "\n".join(
        [
            comparison_text(released, None),
            comparison_html(released),
            comparison_csv(released),
            str(comparison_released_dict(released)),
        ]
    )


class TestInside:
    def test_the_page_of_the_two_study_sites(self, sites):
        """What a coordinator reads first, word for word."""
        assert comparison_page(release_comparison(sites)) == (
            "Site A and Site B side by side [example: coding of a published article, log made up]\n"
            "Internal: names staff. Months compared: January 2023 to December 2023.\n"
            "\n"
            "What differs\n"
            "- Referrals lost for good if one person leaves: Site A 0 % to 1 % (0 to 2 of 149) and "
            "Site B 81 % (48 of 59).\n"
            "- Referrals covered by an agreement, where that is known: Site A 100 % (120 of 120) "
            "and Site B 0 % (0 of 48).\n"
            "- Links between agencies with a counterpart: eight; both sites use two.\n"
            "- The link from Juvenile court to Residential program. Site A: who sends: eight "
            "people (8.0 in 48 referrals); who receives: the agency's own position; on paper: all "
            "of it; one departure ends it: no. Site B: who sends: three people (3.0 in 48 "
            "referrals); who receives: one person (1.0 in 48 referrals); on paper: none; one "
            "departure ends it: yes.\n"
            "- Links with referrals gather around one agency (centralization) more than by chance "
            "in Site A, as by chance in Site B.\n"
            "\n"
            "What is alike\n"
            "- Agencies that each is in contact with, on average: Site A 1.1 and Site B 0.8. That "
            "is about the same.\n"
            "- Links with referrals fall apart into separate parts (fragmentation) as by chance in "
            "both.\n"
            "- Links with referrals go both ways (reciprocity) as by chance in both.\n"
            "- Contacts between agencies gather around one agency (centralization) more than by "
            "chance in both.\n"
            "- Contacts between agencies fall apart into separate parts (fragmentation) as by "
            "chance in both.\n"
            "- Contacts between agencies close into triangles (transitivity) more than by chance "
            "in both.\n"
            "\n"
            "What can't be compared, or only with care\n"
            "- People who send, in 53 referrals of each log that name somebody: Site A 11.1 and "
            "Site B 5.0 (to 10.4). What is not known leaves open how far they differ.\n"
            "- People who receive, in 53 referrals of each log that name somebody: Site A 1.0 and "
            "Site B 1.0 (to 6.4). What is not known leaves open how far they differ.\n"
            "- Too few referrals to compare: the link from Juvenile court to Youth shelter.\n"
            "- Density: It falls as a network grows; agencies: 14 in Site A and 12 in Site B.\n"
            "- Chance (a p-value): Two sites are two cases, not two samples.\n"
            "- Kinds of contact: team invitation: Only Site A has any on record.\n"
            "- The log of Site A and Site B: Made up: it shows how the comparison works, not how a "
            "place works.\n"
        )

    def test_people_of_a_link_stand_in_the_order_of_the_alphabet(self, sites):
        """The busiest of the three is Officer B1; the order says nothing of that."""
        links = release_comparison(sites).links.set_index(["From", "To"])
        assert links.loc[("Juvenile court", "Residential program"), "Site B: Senders"] == (
            "Officer B1, Officer B2 and Officer B3"
        )

    def test_each_row_says_whether_it_may_be_compared_and_why_not(self, sites):
        released = release_comparison(sites)
        for table in (released.figures.iloc[1:], released.positions, released.links):
            assert table["Compared"].str.match(r"yes|(no|not known): ").all()

    @pytest.mark.parametrize("other", ["g1", "hospital_program", "two_waves"])
    def test_the_first_text_is_a_page_at_most(self, other):
        found = Comparison(coalition_of("site_b"), coalition_of(other), draws=5)
        for audience in ("internal", *OUTSIDE):
            assert comparison_page(release_comparison(found, audience), 80).count("\n") <= PAGE

    def test_of_many_links_only_some_are_told(self):
        """Those that one departure ends in one site alone come first, then by name."""
        agencies = [{"agency_id": f"a{i}", "sector": f"s{i}"} for i in range(9)]
        one = [("a0", f"O{j}", f"a{i}", f"R{j}", 6) for i in range(1, 9) for j in (1, 2)]
        other = [("a0", "O1", f"a{i}", "R1", 12) for i in range(1, 9)]
        found = Comparison(
            coalition(*one, agencies=agencies, name="Town"),
            coalition(*other, agencies=agencies, name="City"),
            draws=5,
        )
        differs = release_comparison(found).told.differs
        assert sum(said.startswith("The link ") for said in differs) == MOST_LINKS
        assert "Five more links differ: the table has them." in differs

    def test_every_sentence_is_plain(self, sites):
        """Names of agencies and the terms in brackets are not ours to shorten."""
        for audience in ("internal", *OUTSIDE):
            released = release_comparison(sites, audience)
            said = [*released.told.alike, *released.told.differs, *released.told.open]
            said = [re.sub(r" \([^)]+\)", "", one) for one in [*said, *released.methods]]
            said = [re.sub(r"[:;] ", ". ", one) for one in said]
            hard = [(grade(one), one) for one in said if grade(one) > GRADE]
            assert hard == []

    def test_no_sentence_claims_a_cause_or_ranks(self, sites):
        text = comparison_text(release_comparison(sites))
        assert not re.search(r"\b(because|causes?|due to|better|worse|best|worst)\b", text)


class TestOutside:
    @pytest.mark.parametrize("audience", OUTSIDE)
    def test_the_headline_pair_is_what_a_brief_of_each_site_says(self, sites, audience):
        released = release_comparison(sites, audience)
        for place, sample in ((1, "site_a"), (2, "site_b")):
            brief = release(assessment_of(sample), audience)
            values = released.figures.iloc[1:3, place].tolist()
            assert values == [value for _, value in brief.headline]

    @pytest.mark.parametrize("audience", OUTSIDE)
    def test_every_cell_of_a_link_stands_in_a_brief_of_its_site(self, sites, audience):
        released = release_comparison(sites, audience)
        for site, sample in (("Site A", "site_a"), ("Site B", "site_b")):
            brief = release(assessment_of(sample), audience).pathways
            columns = [name.split(": ")[1] for name in released.links if name.startswith(site)]
            known = set(map(tuple, brief[columns].astype(str).to_numpy().tolist()))
            rows = released.links[[f"{site}: {name}" for name in columns]].to_numpy().tolist()
            assert {tuple(row) for row in rows if row[0] != "–"} <= known

    @pytest.mark.parametrize("audience", OUTSIDE)
    def test_nothing_is_worked_out_from_small_counts(self, sites, audience):
        """No people in equal logs, no share, no position in hundredths."""
        released = release_comparison(sites, audience)
        told = " ".join([*map(str, cells(released)), *sum(released.told, ())])
        assert "%" not in told
        assert " in 53 referrals" not in told
        assert "too few to tell" not in told

    def test_names_of_staff_and_ids_are_nowhere(self):
        """Whatever identifies in two random coalitions is in no file for others."""
        for seed in range(6):
            one, other = draw(Random(seed)), draw(Random(seed + 100))
            made = Comparison(
                one.with_settings(name="Town"), other.with_settings(name="City"), draws=2
            )
            for audience in OUTSIDE:
                text = written(release_comparison(made, audience)).lower()
                assert not re.search(r"zk\d+person|wv8note", text), (seed, audience)
                named = set(re.findall(r"qx\d+agency", text))
                agreed = {*one.settings.consent, *other.settings.consent}
                names = {one.names[each] for each in one.settings.consent}
                names |= {other.names[each] for each in other.settings.consent}
                assert named <= {each.lower() for each in agreed | names}

    def test_of_a_part_of_a_log_nothing_is_told(self):
        """Beside a brief of the whole year, half of it would tell the small rest."""
        half = {"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}
        people = [person("O1", "court"), person("I1", "home")]
        days = [date(2024, 1 + i // 4, 1 + i) for i in range(24)]
        a = coalition(("court", "O1", "home", "I1", 24), people=people, name="Town")
        b = coalition(("court", "O1", "home", "I1", days), people=people, name="City", **half)
        found = Comparison(a, b, draws=5)
        released = release_comparison(found, "partner")
        assert released.links.empty
        assert set(released.positions["Ties"]) == {"Contacts"}
        assert set(released.figures.iloc[1:3, 1:3].to_numpy().ravel()) == {"withheld"}
        assert released.limits.iloc[-1].tolist() == [
            "Figures of the log",
            "The common months are a part of a log: beside a brief of the whole log they would "
            "give small counts away.",
        ]
        assert not re.search(r"\b(12|24)\b", " ".join(sum(released.told, ())))
        assert not release_comparison(found).links.empty

    def test_the_public_reads_no_roles(self, sites):
        said = " ".join(map(str, cells(release_comparison(sites, "public"))))
        assert "officer" not in said
        assert "officers" in " ".join(map(str, cells(release_comparison(sites, "partner"))))

    def test_maps_are_of_sectors(self, sites):
        released = release_comparison(sites, "partner")
        assert all(row["id"].startswith("sector:") for row in released.maps[0]["agencies"])
        assert released.maps[0]["people"] == []
        assert set(released.same) <= {row["id"] for row in released.maps[1]["agencies"]}


class TestFiles:
    def test_the_page_stands_alone_and_holds_both_maps(self, sites):
        page = comparison_html(release_comparison(sites, "partner"))
        assert page.count("<svg ") == 2
        assert "<script" not in page
        assert not re.search(r"https?://", page)
        assert "Made for partners: no names, small counts hidden" in page

    def test_a_name_is_text_whatever_it_holds(self):
        nasty = "<b>=cmd|' /C calc'!A0</b>"
        a = coalition(("court", "O1", "home", "I1", 12), name=nasty)
        b = coalition(("court", "O1", "home", "I1", 7), name="City")
        released = release_comparison(Comparison(a, b, draws=2))
        assert "<b>" not in comparison_html(released)
        assert "\n=cmd" not in comparison_csv(released)

    def test_internal_is_marked_on_every_line_of_the_csv(self, sites):
        lines = comparison_csv(release_comparison(sites)).splitlines()
        assert all("Internal: names staff" in line for line in lines[1:])
        assert 'class="watermark"' in comparison_html(release_comparison(sites))

    def test_the_same_bytes_each_time(self, sites):
        again = cn.compare(coalition_of("site_a"), coalition_of("site_b"))
        for audience in ("internal", "partner"):
            one, other = (release_comparison(each, audience) for each in (sites, again))
            assert written(one) == written(other)

    def test_only_sharing_makes_it(self, sites):
        released = release_comparison(sites)
        with pytest.raises(TypeError, match=r"call release_comparison\(comparison\)"):
            type(released)(**vars(released))
