"""The full report: everything of an assessment on pages that stand alone."""

import re
from html import unescape

import pytest

import collabnet as cn
from collabnet.reports.full_report import full_html
from collabnet.reports.glossary import term_named
from collabnet.reports.made import report_bytes
from collabnet.reports.tables import tables_of
from collabnet.sharing import AUDIENCES, release
from samples.sample_files import NAMES
from samples.shared import assessment_of, coalition_of


def page(sample, audience="partner"):
    return report_bytes(assessment_of(sample), ".html", audience, kind="full").decode()


class TestFullReport:
    @pytest.mark.parametrize("audience", AUDIENCES)
    @pytest.mark.parametrize("sample", NAMES)
    def test_it_has_every_finding_table_and_sentence(self, sample, audience):
        released, text = release(assessment_of(sample), audience), unescape(page(sample, audience))
        for one in released.findings:
            assert f"<p>{one.sentence}</p>\n<p><strong>To decide:</strong> {one.remedy}</p>" in text
            assert one.sure in text
        for sentence in (*released.unseen, *released.coverage, released.answered):
            assert sentence in text
        assert released.methods in text
        for table in tables_of(assessment_of(sample), audience):
            if table.name not in ("findings", "known"):
                assert f">{table.title}</h2>" in text
                assert all(f"<td>{cell}</td>" in text for row in table.cells for cell in row)

    def test_without_findings_it_is_no_all_clear(self):
        assert "That is no proof that nothing can break." in page("programs")

    def test_a_pdf_has_the_first_of_very_many_and_says_so(self):
        """In a PDF of hundreds of pages nobody finds anything; the workbook has all."""
        released, tables = release(assessment_of("site_b")), tables_of(assessment_of("site_b"))
        text = full_html(released, tables, most=5)
        assert "The first" not in full_html(released, tables, most=17)
        assert '<p class="label">The first 5 of 17. The workbook has all.</p>' in text
        assert '<p class="label">The first 5 of 15. The workbook has all.</p>' in text
        assert text.count('<div class="finding">') == 5

    def test_it_explains_its_columns_and_its_words(self):
        text = unescape(page("site_b"))
        assert "<td>pathways</td><td>One departure ends it</td>" in text
        term = term_named("gap")
        assert f"<strong>{term.words}</strong> ({term.term}): {term.meaning}" in text

    def test_it_stands_alone_and_is_marked(self):
        text = page("site_b", "internal")
        assert '<div class="watermark" aria-hidden="true">INTERNAL</div>' in text
        assert not re.search(r"https?:|url\(|@import|<script|<a ", text)

    def test_nobody_is_named_outside(self):
        people = coalition_of("site_a").people
        text = page("site_a").lower()
        assert [one for one in {*people["person_id"], *people["name"]} if one.lower() in text] == []

    def test_the_tables_are_no_full_report(self, tmp_path):
        with pytest.raises(cn.CollabnetError) as caught:
            cn.report(assessment_of("g1"), tmp_path / "t.xlsx", kind="full")
        assert str(caught.value) == (
            "The full report is pages, .html or .pdf; got t.xlsx. Leave kind out: a file that "
            "ends in .xlsx holds every table."
        )

    @pytest.mark.parametrize(
        ("said", "known"), [("kind", "brief or full"), ("paper", "letter or a4")]
    )
    def test_another_kind_or_paper_is_refused(self, said, known, tmp_path):
        with pytest.raises(cn.CollabnetError) as caught:
            cn.report(assessment_of("g1"), tmp_path / "b.html", **{said: "odd"})
        assert str(caught.value) == (
            f"The {said} of a report is {known}; got 'odd'. Choose one of them."
        )
