"""An assessment in words and in a notebook; the same in every run."""

import subprocess
import sys

import pandas as pd

import collabnet as cn
from collabnet.model import Assumptions
from risk.cases import G1, coalition, person

G1_FOUND = cn.assess(cn.load("sample:g1"))
SITE_B = cn.assess(cn.load("sample:site_b"))


class TestMethods:
    def test_names_data_rules_assumptions_seed_and_version(self):
        text = G1_FOUND.methods()
        assert text.startswith(
            f"G1 was assessed with collabnet {cn.__version__} on 25 referrals from 2024-01-01 to "
            "2024-12-31, 0 reported ties, 0 agreements, 8 people and 5 agencies. Data: example: "
            "made up for hand checks."
        )
        assert "No departure rates were given, so no chances were computed." in text
        assert f"fingerprint of the data {G1_FOUND.coalition.digest[:12]}." in text

    def test_says_which_rate_was_assumed(self):
        assumed = Assumptions(departure_rate=0.35, rate_label="high")
        text = cn.assess(coalition(*G1, assumptions=assumed)).methods()
        assert (
            "Departures were assumed at 0.35 a year for each person (high), 12 weeks to fill a "
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
        given = cn.load("sample:site_b")
        turned = given.with_tables(referrals=given.referrals[::-1], ties=given.ties[::-1])
        one, other = cn.assess(given), cn.assess(turned)
        facts = [(f.id, f.severity, f.numbers, f.people) for f in one.found]
        assert facts == [(f.id, f.severity, f.numbers, f.people) for f in other.found]
        pd.testing.assert_frame_equal(one.people, other.people)
        assert one.pathway_dicts == other.pathway_dicts
