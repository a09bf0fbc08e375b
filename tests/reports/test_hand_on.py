"""What leaves goes one way out: written whole, and written down in the coalition's folder."""

import shutil

import pytest

import collabnet as cn
from collabnet.data.samples import find_path
from collabnet.sharing.disclosures import FILE, read_disclosures


@pytest.fixture
def folder(tmp_path):
    """A coalition of one's own; samples have no log."""
    made = tmp_path / "mine"
    shutil.copytree(find_path("sample:g1"), made)
    return made


@pytest.fixture
def assessment(folder):
    return cn.assess(cn.load(folder), worlds=0)


class TestHandOn:
    @pytest.mark.parametrize(
        ("write", "what", "file"),
        [
            (lambda a, to: cn.report(a, to / "Annas brief.html"), "brief", "brief.html"),
            (lambda a, to: cn.report(a, to / "x.html", kind="full"), "full report",
             "full_report.html"),
            (lambda a, to: cn.report(a, to / "x.xlsx"), "tables", "tables.xlsx"),
            (lambda a, to: cn.report(a, to / "x.zip"), "tables", "tables.zip"),
            (lambda a, to: cn.picture(a, to / "x.svg"), "map", "map.svg"),
        ],
    )  # fmt: skip
    def test_each_writer_writes_a_line(self, write, what, file, assessment, folder, tmp_path):
        """With a name of ours: the user's own file name may name somebody."""
        write(assessment, tmp_path)
        (line,) = read_disclosures(folder)
        assert (line.audience, line.what, list(line.files)) == ("partner", (what,), [file])
        assert bool(line.published) == (what != "map")
        assert "Annas" not in (folder / FILE).read_text("utf-8")

    def test_the_line_is_taken_back_if_the_file_cannot_be_written(
        self, assessment, folder, tmp_path
    ):
        with pytest.raises(cn.CollabnetError, match="there is no folder"):
            cn.report(assessment, tmp_path / "none" / "brief.html")
        assert read_disclosures(folder) == ()

    def test_what_names_staff_is_written_down_too(self, assessment, folder, tmp_path):
        cn.report(assessment, tmp_path / "x.html", "internal")
        (line,) = read_disclosures(folder)
        assert (line.audience, line.published) == ("internal", ())

    def test_a_wrong_call_writes_nothing_down(self, assessment, folder, tmp_path):
        with pytest.raises(cn.CollabnetError, match="A report is written as"):
            cn.report(assessment, tmp_path / "brief.docx")
        assert not (folder / FILE).exists()
