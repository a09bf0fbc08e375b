"""Two sites for each audience: the page in words, and nothing outside that a brief hasn't said."""

import re

import pytest

import collabnet as cn
from collabnet.comparison.sites import Comparison
from collabnet.reports.comparison_text import comparison_page, comparison_text
from collabnet.sharing import release_comparison
from collabnet.sharing.say_comparison import MOST_LINKS
from comparison.told import OUTSIDE
from risk.cases import coalition, person, tie
from risk.reading import GRADE, grade
from samples.shared import coalition_of

PAGE = 60
"""Lines of a page."""


@pytest.fixture(scope="module")
def sites():
    return cn.compare(coalition_of("site_a"), coalition_of("site_b"))


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
            "- Not compared: the link from Juvenile court to Youth shelter (too few referrals in "
            "Site B).\n"
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
            assert table["Compared"].str.match(r"yes|(no|not known|open): ").all()

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
            same_boundary=True,
            draws=5,
        )
        differs = release_comparison(found).told.differs
        assert sum(said.startswith("The link ") for said in differs) == MOST_LINKS
        assert "Five more links differ: the table has them." in differs

    @pytest.mark.parametrize("audience", ["internal", *OUTSIDE])
    def test_only_what_may_be_compared_is_called_alike_or_unlike(self, audience):
        """Neither site states its boundary: every row says so, and no sentence says more."""
        found = Comparison(coalition_of("g1"), coalition_of("hospital_program"), draws=5)
        unsure = Comparison(found.a.whole.with_settings(boundary=""), found.b.whole, draws=5)
        sure, said = (release_comparison(one, audience).told for one in (found, unsure))
        assert (said.alike, said.differs) == ((), ())
        assert {*sure.alike, *sure.differs} <= set(said.open)

    def test_a_row_that_is_open_says_so(self, sites):
        """The sentence says that it is left open, so the row doesn't say yes."""
        rows = release_comparison(sites).figures.set_index("What")["Compared"]
        assert rows["People who send, in 53 referrals of each"] == (
            "open: what is not known leaves open how far they differ"
        )

    def test_what_is_not_known_of_a_link_is_not_called_a_difference(self):
        """On paper: none beside not known. The link isn't held alike either."""
        rows = (("court", "O1", "home", "I1", 12),)
        informal = [tie("O1", "I1", "referral", basis="informal")]
        found = Comparison(
            coalition(*rows, name="Town"),
            coalition(*rows, name="City", ties=informal),
            same_boundary=True,
            draws=5,
        )
        told = release_comparison(found).told
        links = release_comparison(found).links
        assert links[["Town: On paper", "City: On paper"]].to_numpy().tolist() == [
            ["not known", "none"],
        ]
        assert not any("The link" in said or "Held alike" in said for said in told.differs)
        assert "Not known well enough to compare: the link from court to home." in told.open

    def test_a_site_keeps_its_own_spelling_in_a_sentence(self):
        survey = coalition(people=[person("O1", "court")], name="svonly")
        found = Comparison(survey, coalition(("court", "O1", "home", "I1", 12)), draws=2)
        limits = dict(release_comparison(found).limits.to_numpy().tolist())
        assert limits["Figures of the log"] == "svonly has no referral log."
        named = set(release_comparison(found).figures["What"])
        assert {"People who send", "People who receive"} <= named

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
