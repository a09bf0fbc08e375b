"""The same sentence on every door: terminal, JSON, table, brief, screen and notebook."""

import csv
import io
import re
from functools import cache
from html import escape, unescape

import pandas as pd
import pytest

import collabnet as cn
from collabnet.reports.as_dict import released_dict
from collabnet.reports.brief import brief_html, links_of
from collabnet.reports.csv_table import findings_csv
from collabnet.reports.text import assessment_text
from collabnet.sharing import release
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.finding import card, sure_words
from collabnet_dashboards.panels.overview import heading

SAMPLES = ("g1", "site_a", "site_b", "deputized_task_force")
AUDIENCES = ("internal", "partner", "public")
THIN = pd.DataFrame(
    {
        "from_agency": ["a"] * 2, "to_agency": ["b"] * 2, "from_person": ["a", "p"],
        "to_person": ["b"] * 2, "date": ["2024-01-03", "2024-02-03"],
    }
)  # fmt: skip


@cache
def assessed(sample):
    return cn.assess(cn.load(f"sample:{sample}"), worlds=4)


def on_the_screen(sample):
    """Give what the screen's cards show: sentence, remedy and how sure of each finding."""
    desk = Desk()
    look = desk.look({"path": "/", "search": "", "opened": desk.open(sample)[0]})
    for one in look.released.findings:
        made = card(one, look)
        parts = {part["title"]: part["text"] for part in made.parts if "text" in part}
        sentence = f"{made.lead} {made.rest}".strip()
        yield one, (sentence, parts["What would help"], parts["How sure"])


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("audience", AUDIENCES)
class TestFindings:
    """What a finding says to an audience is the same wherever that audience reads it."""

    def test_on_the_terminal_and_in_json_and_in_a_table(self, sample, audience):
        released = release(assessed(sample), audience)
        text = assessment_text(released)
        of_json = released_dict(released)["findings"]
        of_csv = list(csv.DictReader(io.StringIO(findings_csv(released))))
        for one, in_json, in_csv in zip(released.findings, of_json, of_csv, strict=True):
            assert f"\n  {one.sentence}\n  What would help: {one.remedy}\n" in text
            assert f"\n  {one.sure}" in text
            assert (in_json["sentence"], in_json["remedy"]) == (one.sentence, one.remedy)
            assert (in_json["sure"], in_csv["sentence"]) == (one.sure, one.sentence)

    def test_in_the_brief(self, sample, audience):
        released = release(assessed(sample), audience)
        page = unescape(brief_html(released))
        for one in links_of(released):
            assert f"<p>{one.sentence} <span" in page
            assert f"<p><strong>To decide:</strong> {one.remedy}</p>" in page


@pytest.mark.parametrize("sample", SAMPLES)
class TestInternal:
    """Whoever holds the data reads in a script what the screen says."""

    def test_on_the_screen(self, sample):
        for one, said in on_the_screen(sample):
            assert said == (one.sentence, one.remedy, sure_words(one.sure))

    def test_in_a_script_and_in_a_notebook(self, sample):
        assessment = assessed(sample)
        released = release(assessment).findings
        of_json = assessment.to_dict()["findings"]
        page = assessment._repr_html_()
        for one, in_script, in_json in zip(released, assessment.found, of_json, strict=True):
            assert one.sentence == in_script.sentence == in_json["sentence"]
            assert one.remedy == in_script.remedy == in_json["remedy"]
            assert one.sure == in_script.sure.text == in_json["sure"]["text"]
            assert f">{escape(one.sentence)}<br>" in page
            assert escape(one.sure) in page

    def test_those_outside_read_alike_but_for_roles(self, sample):
        """Partner and public differ in roles, of people and of a team, and in agencies' letters."""
        partner, public = (release(assessed(sample), one).findings for one in AUDIENCES[1:])
        told = [
            sorted(
                (without_letters(one.id), one.severity, one.sure, without_letters(one.sentence))
                for one in found
                if one.id != "coverage:response team"
            )
            for found in (partner, public)
        ]
        assert told[0] == told[1]


def without_letters(text):
    """Leave out nouns of roles, and which of several agencies of a sector it is."""
    return re.sub(r"\b([Aa]gency) [A-Z]\b", r"\1", without_nouns(text))


def without_nouns(sentence):
    """Leave out the noun after a number of people."""
    words, said = sentence.split(" "), []
    for place, word in enumerate(words):
        before = said[-1].lower() if said else ""
        after = place > 0 and before in ("one", "three", "more")
        said.append("person" if after and word not in ("person", "of") else word)
    return " ".join(said)


@pytest.mark.parametrize(
    ("agencies", "why"),
    [
        ("", "Nothing was found by the rules."),
        ("no people", "Nothing could be found by the rules: the data name agencies, not people, "
         "so nobody's departure can be tried."),
    ],
)  # fmt: skip
def test_nothing_found_is_said_alike_and_is_no_all_clear(agencies, why):
    """With the reason where there is one, and with what was not looked at."""
    people = pd.DataFrame({"person_id": ["p"], "agency_id": ["a"]}) if not agencies else None
    rows = THIN if not agencies else THIN.assign(from_person="a")
    assessment = cn.assess(cn.Coalition.from_frames(people=people, referrals=rows), worlds=0)
    said = (
        f"{why} That is no proof that nothing can break. Not looked at: referrals that nobody "
        "logged, contacts that nobody spoke of or links with too few referrals to rank."
    )
    assert assessment.found == ()
    assert said in unescape(assessment._repr_html_())
    for audience in AUDIENCES:
        released = release(assessment, audience)
        assert said in assessment_text(released)
        assert said in unescape(brief_html(released))
        assert heading.lead(released) == said
