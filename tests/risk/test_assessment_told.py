"""An assessment in words and in a notebook; the same in every run."""

import re
import subprocess
import sys
from pathlib import Path

import pandas as pd

import collabnet as cn
from collabnet.model import Assumptions
from collabnet.risk import facts
from collabnet.risk.continuity import REDUCED
from collabnet.risk.hubs import SHARE
from collabnet.risk.pathways import RECENT_MONTHS, THIN
from collabnet.risk.quiet import CHANCE
from collabnet.risk.reference import SECTIONS
from collabnet.risk.references import REFERENCES
from collabnet.risk.rules import LIMITS
from collabnet.risk.sure import LIKELY_FROM, MOST_UNSEEN, SOLID_FROM
from collabnet.risk.wording import number, share
from risk.cases import G1, coalition, person
from samples.shared import assessment_of, coalition_of

G1_FOUND = assessment_of("g1")
SITE_B = assessment_of("site_b")
ROOT = Path(__file__).resolve().parents[2]


def page(path):
    """A page as one line, without the signs of its layout."""
    text = (ROOT / path).read_text("utf-8")
    return " ".join(re.sub(r"\*(?=\S)([^*]+)\*", r"\1", text).split())


class TestMethods:
    def test_names_data_rules_assumptions_seed_and_version(self):
        text = G1_FOUND.methods()
        assert text.startswith(
            f"G1 was assessed with collabnet {cn.__version__} on 25 referrals from 2024-01-01 to "
            "2024-12-31, 0 reported ties, 0 agreements, 8 people and 5 agencies. Data: example: "
            "made up for hand checks."
        )
        assert "No departure rates were given, so no chances were computed." in text
        assert f"Seed 0; fingerprint of the data {G1_FOUND.coalition.digest[:12]}." in text

    def test_every_figure_of_the_rules_stands_in_it(self):
        """What a rule compares with, from where the rule has it."""
        text = G1_FOUND.methods()
        for figure in (
            f"at least {share(facts.MOST_OF_AGENCY)} of the agency's referrals",
            f"and {facts.MONTHLY} a year",
            f"{number(facts.FEW)} people or fewer in all stand on one side",
            f"the first {number(facts.FEW)} have {share(facts.FEW_CARRY)} or more",
            f"Below {share(facts.NAMED_TOO_FEW)} of rows that name somebody",
            f"Fewer than {number(THIN)} referrals are not ranked",
            f"takes more than {share(REDUCED)} for good",
            f"by chance in less than {share(CHANCE)}",
            f"the last {number(RECENT_MONTHS)} months",
            "at least 1/3 of the actors",
            f"solid from {share(SOLID_FROM)}",
            f"an unseen share of at most {share(MOST_UNSEEN)}",
            f"likely from {share(LIKELY_FROM)}",
            *(f"at most {one.severity} " for one in LIMITS if one.severity != "none"),
        ):
            assert figure in text, figure

    def test_the_words_of_the_rules_hold_the_same_figures(self):
        """The conditions in words can't part from what the predicates compare with."""
        when = {rule.name: rule.when for part in SECTIONS.values() for rule in part}
        main, few = when["main pathway on a few people"], when["pathway on a few people"]
        assert (facts.MOST_OF_AGENCY, SHARE, REDUCED) == (1 / 2, 1 / 3, 1 / 4)
        assert f"at least half of the sending agency's referrals and {facts.MONTHLY} a year" in main
        assert f"{number(facts.FEW)} people or fewer in all" in main
        assert f"the first {number(facts.FEW)} carry {share(facts.FEW_CARRY)} or more" in few
        assert "more than a quarter of it" in few
        assert "fewer than half of the rows" in when["not known who carries it"]
        assert f"less than {share(CHANCE)}" in when["fallen silent"]
        assert f"fewer than {number(THIN)} rows" in when["single contact, thin"]
        assert "at least a third of the actors" in when["hub"]

    def test_it_says_what_was_known_and_what_was_not(self):
        text = SITE_B.methods()
        for said in (
            "What the rows of the log rest on: 59 illustrative.",
            "What the ties rest on: 14 illustrative, 3 inferred, 10 reported and 17 reported of a "
            "group.",
            "23 of 29 people are on record as interviewed.",
            "Of 59 rows of the log 6 name no sender and 6 no receiver; 0 are known to be formal, "
            "48 informal, and of 11 it isn't known; the ties of nine people aren't known.",
            "Each finding was tried in 200 simulated versions of the data",
            "no plan of changes is part of this.",
        ):
            assert said in text, said

    def test_what_somebody_wrote_ends_with_a_full_stop(self):
        """So that the next sentence doesn't run into it."""
        g1 = coalition_of("g1")
        text = cn.assess(
            g1.with_settings(boundary="All agencies of the county"), worlds=0
        ).methods()
        assert "Boundary: All agencies of the county. What the rows of the log rest on: " in text

    def test_without_a_log_nothing_is_said_of_its_rows(self):
        text = assessment_of("programs").methods()
        assert "rows of the log rest on" not in text
        assert "rows of the log" not in text.split("References")[0]

    def test_every_work_cited_is_given_in_full_and_stands_among_the_sources(self):
        text, references = SITE_B.methods().split(" References: ")
        cited = re.findall(r"\(([A-ZÖ][^()]* \d{4})\)", text)
        assert set(cited) == set(REFERENCES)
        sources = page("docs/method.md").split("## Sources")[1]
        for short, full in REFERENCES.items():
            authors, year = short.rsplit(" ", 1)
            title = full.split(f"({year}). ")[1].split(". ")[0]
            assert full in references
            assert f"* {authors} ({year}). {title}." in sources

    def test_says_which_rate_was_assumed(self):
        assumed = Assumptions(departure_rate=0.35, rate_label="high")
        text = cn.assess(coalition(*G1, assumptions=assumed)).methods()
        assert (
            "Assumed were 0.35 departures a year for each person (high), 12 weeks to fill a "
            "post, 0 weeks that a referral can wait."
        ) in text


class TestHtml:
    evil = "<script>alert(1)</script>"

    def test_names_are_escaped(self):
        given = coalition(
            ("court", "O1", "program", "I1", 12, {"evidence_status": self.evil}),
            agencies=[{"agency_id": "court", "name": self.evil}],
            people=[person("O1", "court", role=self.evil)],
            name=self.evil,
            label=self.evil,
        )
        html = cn.assess(given)._repr_html_()
        assert "<script" not in html
        assert html.count("&lt;script&gt;") >= 4

    def test_it_says_that_it_names_staff_and_has_the_headline_pair(self):
        html = SITE_B._repr_html_()
        assert "Internal: names staff." in html
        assert "<b>48 of 59</b> referrals" in html
        assert "<b>0 of 59</b>" in html

    def test_nothing_at_all_can_be_shown(self):
        assert cn.assess(cn.Coalition.from_frames())._repr_html_().startswith("<div>")


PROGRAM = """
import json, collabnet as cn
for name in ("g1", "site_b"):
    found = cn.assess(cn.load("sample:" + name))
    change = cn.what_if(found, [cn.Leaves("I1" if name == "g1" else "officer_b1")])
    print(json.dumps([found.to_dict(), change.to_dict(), found.methods(), found._repr_html_()]))
rates = cn.Assumptions(departure_rate=0.15)
print(json.dumps(cn.assess(found.coalition.with_settings(assumptions=rates), worlds=0).to_dict()))
"""


class TestDeterminism:
    def test_the_same_whatever_the_hash_seed_zone_and_locale(self):
        runs = [
            subprocess.run(
                [sys.executable, "-c", PROGRAM],
                env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PATH": "/usr/bin:/bin"},
                capture_output=True,
                check=True,
            ).stdout
            for seed, zone in (("0", "UTC"), ("4711", "Pacific/Kiritimati"))
        ]
        assert runs[0] == runs[1]
        assert len(runs[0]) > 10_000

    def test_the_order_of_rows_changes_only_where_they_stand(self):
        given = coalition_of("site_b")
        turned = given.with_tables(referrals=given.referrals[::-1], ties=given.ties[::-1])
        one, other = cn.assess(given), cn.assess(turned)
        facts = [(f.id, f.severity, f.numbers, f.people) for f in one.found]
        assert facts == [(f.id, f.severity, f.numbers, f.people) for f in other.found]
        pd.testing.assert_frame_equal(one.people, other.people)
        assert one.pathway_dicts == other.pathway_dicts
