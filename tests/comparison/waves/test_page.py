"""What changed over time as a page to print, and what is written down of it."""

import json
import re

import pytest

from cli.calls import call
from collabnet.comparison.waves import waves
from collabnet.comparison.waves.apart import SAME_MONTHS
from collabnet.data.samples import copy_sample
from collabnet.reports.compared import compared_text
from collabnet.reports.waves_parts import (
    CHANCE,
    EARLIER_WARNINGS,
    MAP_HINT,
    NOTHING,
    NOTHING_OUTSIDE,
    TITLES,
    WARNINGS,
    WINDOWS,
    findings_of,
    nothing_of,
    tables_of,
    warnings_of,
)
from collabnet.sharing.say_waves import ABOUT_PEOPLE, ONE_LOG
from collabnet.sharing.waves import release_waves
from comparison.waves.small import every, log
from samples.shared import coalition_of


def plain(page):
    """The words of a page, without its marks."""
    words = re.sub(r"<(style|svg|title).*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(words.replace("&#39;", "'").split())


@pytest.fixture(scope="module")
def page():
    return compared_text(waves(coalition_of("two_waves")), "html")


@pytest.fixture
def two_folders(tmp_path):
    """Last year's folder, and this year's that holds last year's rows too."""
    old, new = (copy_sample("two_waves", tmp_path / name) for name in ("old", "new"))
    (old / "survey_2024.csv").unlink()
    header, *rows = (old / "referrals.csv").read_text("utf-8").splitlines()
    kept = [row for row in rows if row.split(",")[1] < "2024"]
    (old / "referrals.csv").write_text("\n".join([header, *kept]) + "\n", "utf-8")
    text = (old / "coalition.toml").read_text("utf-8")
    text = text.replace("end = 2024-12-31", "end = 2023-12-31").replace("2024 = 2024-12-15\n", "")
    (old / "coalition.toml").write_text(text, "utf-8")
    return old, new


class TestPage:
    def test_every_part_stands_on_it_under_its_title(self, page):
        words = plain(page)
        released = release_waves(waves(coalition_of("two_waves")))
        titles = [title for title, _ in warnings_of(released)] + [WINDOWS]
        for one in released.times:
            titles += [TITLES[one.what].format(one.title)]
            titles += [title for title, _ in (*tables_of(one), *findings_of(one))]
        for title in [*titles, CHANCE, MAP_HINT]:
            assert title in words
        for title in (WARNINGS, WINDOWS, *(TITLES[o.what].format(o.title) for o in released.times)):
            assert words.count(title) == 1

    def test_warnings_of_earlier_windows_stand_apart(self):
        fell = log(
            *every("2023-01", "2024-12", "court", "o2", "home", 6),
            *every("2023-01", "2023-12", "court", "o1", "home", 6),
            *every("2024-01", "2024-06", "court", "o1", "home", 1),
            *every("2024-07", "2024-12", "court", "o1", "home", 6),
        )
        words = plain(compared_text(waves(fell), "html"))
        assert words.count(EARLIER_WARNINGS) == 1
        assert words.index(EARLIER_WARNINGS) < words.index("It is so no longer.")

    def test_it_stands_alone_and_prints(self, page):
        assert page.count("<svg ") == 2
        assert "<script" not in page
        assert not re.search(r"https?://", page)
        assert "@page" in page
        assert 'class="watermark"' in page

    def test_nobody_is_named_for_partners(self):
        coalition = coalition_of("two_waves")
        words = plain(compared_text(waves(coalition), "html", "partner"))
        assert ABOUT_PEOPLE in words
        assert "Ties 3 1 2 50 %" in words
        for name in (*coalition.people["name"], *coalition.agencies["name"]):
            assert not re.search(rf"\b{re.escape(name)}\b", words)
        assert "<svg" not in compared_text(waves(coalition), "html", "partner")

    @pytest.mark.parametrize(("audience", "said"), [("internal", NOTHING),
                                                    ("partner", NOTHING_OUTSIDE)])  # fmt: skip
    def test_without_two_times_it_says_what_would_be_needed(self, audience, said):
        found = waves(coalition_of("programs"))
        assert nothing_of(release_waves(found, audience)) == said
        for form in ("html", "text"):
            assert said in plain(compared_text(found, form, audience))


class TestCommand:
    def test_it_is_for_partners_unless_asked(self, capsys, tmp_path):
        for options, notice in (((), "Made for partners"), (("--audience", "internal"), "names")):
            file = tmp_path / f"{len(options)}.html"
            where = ("--format", "html", "--output", file)
            answer = call(capsys, "waves", "sample:two_waves", *where, *options)
            assert answer.code == 0, answer.err
            assert notice in file.read_text("utf-8")

    def test_a_folder_for_each_year_is_compared_and_written_down_in_both(
        self, capsys, tmp_path, two_folders
    ):
        file = tmp_path / "page.html"
        answer = call(capsys, "compare", *two_folders, "--format", "html", "--output", file)
        assert answer.code == 0, answer.err
        assert "Ties 3 1 2 50 %" in plain(file.read_text("utf-8"))
        for folder in two_folders:
            (line,) = (folder / "disclosures.jsonl").read_text("utf-8").splitlines()
            told = json.loads(line)
            assert (told["audience"], told["what"]) == ("partner", ["waves"])
            assert told["published"] == []

    def test_in_words_it_says_what_was_compared(self, capsys, two_folders):
        answer = call(capsys, "compare", *two_folders)
        assert answer.code == 0, answer.err
        assert "January 2024 to December 2024 beside January 2023 to December 2023" in answer.out
        assert "Ties are those of wave 2024 in the later folder and of wave 2023" in answer.out
        assert SAME_MONTHS not in answer.out
        assert ONE_LOG in " ".join(answer.out.split())
