"""Two sites for partners and the public: nothing that a brief hasn't said; and the files."""

import re
from datetime import date
from random import Random

import pytest

import collabnet as cn
from collabnet.comparison.sites import Comparison
from collabnet.reports.comparison_files import (
    comparison_csv,
    comparison_html,
)
from collabnet.sharing import release, release_comparison
from comparison.told import OUTSIDE, cells, written
from risk.cases import agreement, coalition, person, tie
from samples.shared import assessment_of, coalition_of
from sharing.drawn import draw


@pytest.fixture(scope="module")
def sites():
    return cn.compare(coalition_of("site_a"), coalition_of("site_b"))


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
    def test_what_nobody_knows_of_paper_is_not_called_alike(self, audience):
        rows = (("court", "O1", "home", "I1", 12),)
        found = Comparison(
            coalition(*rows, name="Town"),
            coalition(*rows, name="City"),
            same_boundary=True,
            draws=2,
        )
        released = release_comparison(found, audience)
        (row,) = (
            released.figures[released.figures["What"] == "Referrals covered by an agreement"]
            .to_numpy()
            .tolist()
        )
        said = "what is on paper in Town isn't known, or may not be told"
        assert row[1:] == ["not known", "not known", f"no: {said}"]
        assert f"Referrals covered by an agreement: {said}." in released.told.open
        assert released.links[["Town: On paper", "City: On paper"]].to_numpy().tolist() == [
            ["Not known", "Not known"],
        ]
        assert released.links["Compared"].tolist() == [
            "open: what is not known leaves open how far they differ"
        ]
        assert not any("Held alike" in one for one in released.told.alike)

    @pytest.mark.parametrize("audience", OUTSIDE)
    def test_a_small_log_is_not_compared_and_reads_the_same_whatever_it_holds(self, audience):
        known = {"agreements": [agreement("court", "home")]}
        town = coalition(("court", "O1", "home", "I1", 12), name="Town", **known)
        texts = set()
        for n in (1, 5, 10):
            city = coalition(("court", "O1", "home", "I1", n), name="City", **known)
            released = release_comparison(
                Comparison(town, city, same_boundary=True, draws=2), audience
            )
            texts.add(written(released))
        assert len(texts) == 1
        rows = released.figures.set_index("What")["Compared"]
        assert rows["Referrals lost for good if one person leaves"] == "no: too few referrals"
        assert rows["Referrals covered by an agreement"] == "no: too few referrals"

    @pytest.mark.parametrize("audience", OUTSIDE)
    def test_that_a_part_of_a_small_count_is_on_paper_is_not_told(self, audience):
        """It takes two for that: all informal, and a part, read as none of it known."""
        large, small = ("court", "O1", "home", "I1", 12), ("police", "D1", "home", "I1", 1)
        town = coalition(
            large, small, name="Town", ties=[tie("O1", "I1", "referral", basis="informal")]
        )
        one = [tie("D1", "I1", "referral", basis="informal")]
        cities = [
            coalition(large, small, name="City"),
            coalition(large, small, name="City", ties=one),
            coalition(large, small, ("police", "D2", "home", "I1", 1), name="City", ties=one),
        ]
        told = {
            released.figures.set_index("What").loc["Referrals covered by an agreement", "Compared"]
            for city in cities
            for released in [
                release_comparison(Comparison(town, city, same_boundary=True, draws=2), audience)
            ]
        }
        assert told == {"no: what is on paper in City isn't known, or may not be told"}

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
