"""Every example on a page runs and prints what the page says."""

from pathlib import Path

import pytest

from page_examples import commands, examples, run_page

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_examples_of_a_page_run(page, tmp_path, monkeypatch):
    """Python and ``collabnet`` examples run in an empty folder and print what is shown."""
    monkeypatch.chdir(tmp_path)
    run_page(page, tmp_path)


def test_the_readme_shows_the_command_line_and_a_script():
    """Whoever opens the README sees both ways in, and both are run."""
    languages = {example.language for example in examples((ROOT / "README.md").read_text("utf-8"))}
    assert {"console", "python"} <= languages


def write(folder: Path, text: str) -> Path:
    """Write a page; ``~`` stands for a backtick, so that this file shows its blocks."""
    page = folder / "page.md"
    page.write_text(text.replace("~", "`"), "utf-8")
    return page


class TestRunPage:
    def test_python_blocks_share_their_names(self, tmp_path):
        page = write(tmp_path, "~~~python\nn = 3\n~~~\ntext\n~~~python\n>>> n + 1\n4\n~~~\n")
        assert run_page(page, tmp_path) == 2

    def test_what_a_python_block_prints_is_compared(self, tmp_path):
        page = write(tmp_path, "~~~python\n>>> 1 + 1\n3\n~~~\n")
        with pytest.raises(
            AssertionError, match=r"line 2, in page\.md[\s\S]*Expected:\s+3\s+Got:\s+2"
        ):
            run_page(page, tmp_path)

    def test_a_failing_python_block_names_its_line(self, tmp_path):
        page = write(tmp_path, "A\n\n~~~python\nn = 1\nn / 0\n~~~\n")
        with pytest.raises(ZeroDivisionError) as caught:
            run_page(page, tmp_path)
        assert (caught.traceback[-1].lineno + 1, caught.traceback[-1].path) == (5, page)

    def test_what_a_command_prints_is_compared(self, tmp_path):
        page = write(tmp_path, "~~~console\n$ collabnet --help\nsomething else\n~~~\n")
        with pytest.raises(AssertionError, match="but the page shows\nsomething else"):
            run_page(page, tmp_path)

    def test_dots_match_anything(self, tmp_path):
        page = write(tmp_path, "~~~console\n$ collabnet --help\n...Usage: ...\n~~~\n")
        assert run_page(page, tmp_path) == 1

    def test_the_exit_code_is_held(self, tmp_path):
        page = write(tmp_path, "~~~sh\ncollabnet nonsense\n~~~\n")
        with pytest.raises(AssertionError, match="collabnet nonsense ended with 2, not 0"):
            run_page(page, tmp_path)

    def test_another_exit_code_can_be_named(self, tmp_path):
        page = write(tmp_path, "<!-- exit: 2 -->\n~~~sh\ncollabnet nonsense\n~~~\n")
        assert run_page(page, tmp_path) == 1

    def test_other_commands_must_be_marked(self, tmp_path):
        page = write(tmp_path, "~~~console\n$ make demo\n~~~\n")
        with pytest.raises(AssertionError, match=r"put <!-- not run: reason --> above: make demo"):
            run_page(page, tmp_path)

    def test_marked_blocks_and_other_languages_are_left_out(self, tmp_path):
        blocks = "<!-- not run: installs -->\n~~~sh\nmake demo\n~~~\n~~~toml\nname = 1\n~~~\n"
        assert run_page(write(tmp_path, blocks), tmp_path) == 0

    def test_a_mark_needs_a_reason(self, tmp_path):
        page = write(tmp_path, "<!-- not run: -->\n~~~sh\nmake demo\n~~~\n")
        with pytest.raises(AssertionError, match="only collabnet is run here"):
            run_page(page, tmp_path)


def test_commands_may_go_over_lines_and_carry_comments():
    """A backslash joins lines; in ``sh`` blocks a comment is no command."""
    (block,) = examples("```sh\n# first\ncollabnet check \\\n  site_b  # a sample\n```\n")
    assert commands(block) == [("collabnet check    site_b", "")]
