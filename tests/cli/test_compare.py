"""``collabnet compare``: two sites side by side, or one coalition at two times."""

import json

import pytest

from cli.calls import call, program
from collabnet.data.samples import copy_sample

SITES = ("sample:site_a", "sample:site_b")


class TestCompare:
    def test_words_begin_with_what_differs_and_end_with_the_method(self, capsys):
        answer = call(capsys, "compare", *SITES)
        assert (answer.code, answer.out.splitlines()[0]) == (
            0,
            "Site A and Site B side by side [example: coding of a published article, log made up]",
        )
        titles = (
            "What differs", "What is alike", "What can't be compared, or only with care",
            "Side by side", "The same links", "Next to random networks of the same size and ties",
            "Agencies with the same part",
        )  # fmt: skip
        places = [answer.out.index(f"\n{title}\n") for title in titles]
        assert places == sorted(places)
        assert " ".join(answer.out.split()).endswith("Nothing here says why the sites differ.")

    def test_json_holds_every_table_and_nothing_undefined_but_null(self, capsys):
        answer = call(capsys, "compare", *SITES, "--format", "json")
        found = json.loads(answer.out)
        assert list(found)[:3] == ["schema_version", "audience", "kind"]
        figures = {one["figure"]: one for one in found["figures"]}
        assert figures["lost_for_good"]["b_high"] == pytest.approx(48 / 59)
        assert figures["lost_for_good"]["a"] is None
        assert "NaN" not in answer.out
        assert [one["name"] for one in found["sites"]] == ["Site A", "Site B"]

    def test_for_others_it_names_nobody(self, capsys):
        answer = call(capsys, "compare", *SITES, "--audience", "partner")
        assert "Made for partners: no names, small counts hidden." in answer.out
        assert "Officer B1" not in answer.out
        assert "Officer B1" in call(capsys, "compare", *SITES).out
        told = json.loads(
            call(capsys, "compare", *SITES, "--format", "json", "--audience", "public").out
        )
        assert told["audience"] == "public"

    def test_the_page_is_for_partners_unless_asked_otherwise(self, capsys, tmp_path):
        file = tmp_path / "compared.html"
        answer = call(capsys, "compare", *SITES, "--format", "html", "--output", file)
        assert f"Written: {file}" in answer.err
        page = file.read_text("utf-8")
        assert ("Made for partners" in page, "Officer B1" in page) == (True, False)
        inside = call(capsys, "compare", *SITES, "--format", "html", "--audience", "internal").out
        assert "Officer B1" in inside

    def test_the_page_is_written_down_at_both_sites(self, capsys, tmp_path):
        a, b = (copy_sample(f"site_{one}", tmp_path / one) for one in "ab")
        answer = call(capsys, "compare", a, b, "--format", "html", "-o", tmp_path / "page.html")
        assert answer.code == 0
        for folder in (a, b):
            (line,) = (folder / "disclosures.jsonl").read_text("utf-8").splitlines()
            made = json.loads(line)
            assert (made["audience"], made["what"]) == ("partner", ["comparison"])
            assert list(made["files"]) == ["comparison.html"]

    @pytest.mark.parametrize("other_way", [False, True])
    def test_a_page_that_is_not_written_is_in_no_log(self, capsys, tmp_path, other_way):
        """The file comes after the lines of both sites: both are taken back."""
        sites = [copy_sample(f"site_{one}", tmp_path / one) for one in "ab"]
        file = tmp_path / "none" / "page.html"
        answer = call(capsys, "compare", *(sites[::-1] if other_way else sites), "-o", file)
        assert (answer.code, "there is no folder" in answer.err) == (1, True)
        assert not [one for one in sites if (one / "disclosures.jsonl").exists()]

    def test_what_is_printed_for_others_is_written_down_at_both_sites(self, capsys, tmp_path):
        sites = [copy_sample(f"site_{one}", tmp_path / one) for one in "ab"]
        assert call(capsys, "compare", *sites, "--audience", "partner").code == 0
        assert call(capsys, "compare", *sites).code == 0
        for folder in sites:
            (line,) = (folder / "disclosures.jsonl").read_text("utf-8").splitlines()
            assert list(json.loads(line)["files"]) == ["comparison.txt"]

    def test_csv_has_a_line_for_each_cell(self, capsys):
        lines = call(capsys, "compare", *SITES, "--format", "csv").out.splitlines()
        assert lines[0] == "table,row,column,value,notice,label"
        wanted = "Side by side,4: Lost for good if one person leaves,Site B,81 % (48 of 59),"
        assert sum(line.startswith(wanted) for line in lines) == 1

    def test_a_file_says_which_agencies_belong_together(self, capsys, tmp_path):
        file = tmp_path / "align.csv"
        file.write_bytes("\ufeffa,b\r\nfbi,police_b\r\nhtu_a,\r\n".encode())
        answer = call(capsys, "compare", *SITES, "--format", "json", "--align", file)
        agencies = {one["a"]: one for one in json.loads(answer.out)["agencies"]}
        assert agencies["fbi"]["b"] == "police_b"
        assert agencies["htu_a"]["reason"] == "you said that it has no counterpart"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (
                "from,to\nfbi,police_b\n",
                "--align needs the columns a and b; {} has from, to. Name them so in its first "
                "row.",
            ),
            (
                "a,b\nfbi,police_b\nfbi,court_b\n",
                "--align needs each agency once; {} has 'fbi' twice.",
            ),
            ("x,y\n", "--align needs the columns a and b; {} has x, y. Name them so in its first "
             "row."),
            ("", "--align needs the columns a and b; {} is empty. Name them so in its first row."),
            ("a,b\n", "--align needs a row for each agency you know more of; {} has none. Write "
             "them, or leave --align out."),
            ("a,b\n,police_b\n", "--align needs an agency in the column a; {} has none beside "
             "'police_b'. Leave the row out: who has no counterpart needs none."),
            ("a,b\nfbi,police_b\n".encode("utf-16"), "--align needs a CSV file in UTF-8 that can "
             "be read; {} can't be: it isn't in UTF-8, or no text. Save it again as CSV UTF-8."),
            (None, "--align needs a CSV file in UTF-8 that can be read; {} can't be: No such file "
             "or directory."),
        ],
    )  # fmt: skip
    def test_a_file_that_cannot_be_it_is_refused(self, capsys, tmp_path, text, message):
        file = tmp_path / "align.csv"
        if text is not None:
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        answer = call(capsys, "compare", *SITES, "--align", file)
        assert (answer.code, answer.out) == (2, "")
        assert message.format(file) in " ".join(answer.err.split())

    def test_the_boundaries_may_be_known_to_differ(self, capsys):
        answer = call(capsys, "compare", *SITES, "--format", "json", "--boundaries", "unlike")
        figures = json.loads(answer.out)["figures"]
        assert {one["comparable"] for one in figures} == {"no"}
        assert "the boundaries were drawn unlike, as you said" in {one["reason"] for one in figures}

    def test_mostly_the_same_ids_are_one_coalition_at_two_times(self, capsys):
        pair = ("sample:g1", "sample:g1_second_intake")
        answer = call(capsys, "compare", *pair)
        assert "over time" in answer.out.splitlines()[0]
        said = " ".join(answer.err.split())
        assert "they are taken for one coalition at two times" in said
        assert "side by side" in call(capsys, "compare", *pair, "--kind", "sites").out
        page = call(capsys, "compare", *pair, "--format", "html")
        title = "<h1>G1 with a second intake worker over time</h1>"
        assert (page.code, title in page.out) == (0, True)

    @pytest.mark.parametrize("more", [["--boundaries", "alike"], ["--align", "align.csv"]])
    def test_what_only_sites_can_use_is_refused_for_one_coalition(
        self, capsys, tmp_path, monkeypatch, more
    ):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "align.csv").write_text("a,b\ncourt,court\n", "utf-8")
        pair = ("sample:g1", "sample:g1_second_intake")
        answer = call(capsys, "compare", *pair, *more)
        assert (answer.code, answer.out) == (1, "")
        assert "Say that they are sites (kind='sites', or --kind sites)" in " ".join(
            answer.err.split()
        )
        assert call(capsys, "compare", *pair, *more, "--kind", "sites").code == 0

    def test_a_site_is_not_compared_with_itself(self, capsys):
        answer = call(capsys, "compare", SITES[0], SITES[0])
        assert (answer.code, answer.out) == (1, "")
        assert "A comparison needs two different coalitions; Site A came twice." in answer.err

    def test_help_says_what_it_is_for(self, capsys):
        answer = call(capsys, "compare", "--help")
        assert "what is alike, what differs, what can't be compared" in answer.out

    def test_the_program_writes_the_same_bytes_under_any_hash_seed(self):
        one, other = (
            program("compare", *SITES, "--format", "json", PYTHONHASHSEED=seed) for seed in "12"
        )
        assert (one.code, one.out) == (0, other.out)
