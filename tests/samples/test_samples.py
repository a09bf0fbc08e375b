"""The committed tables of the samples: what they hold, and what they must never hold."""

import csv
import re
import tomllib
from datetime import date

import pytest

from collabnet.model import specs
from collabnet.model import vocabulary as words
from samples.sample_files import NAMES, SAMPLES, agency_of, table

NAME_WORDS = """
    administrators administrator advocate agent attorneys attorney case caseworker caseworkers
    center children's colleague commissioner contacts coordinator counselor county court defense
    detective director division drop-in education experienced fbi federal intake investigator judges
    manager nurse officer prevention program prosecuting prosecutor prosecutors school services
    shelter site social staff state supervisor therapist truancy worker youth
"""
CODE = re.compile(r"[ABDIOS]\d?|\d")


def settings(sample):
    with (SAMPLES / sample / "coalition.toml").open("rb") as file:
        return tomllib.load(file)


def tables(sample):
    return {name: rows for name in specs.TABLES if (rows := table(sample, name))}


@pytest.mark.parametrize("sample", NAMES)
class TestEverySample:
    def test_the_columns_are_those_of_the_tables(self, sample):
        for name, rows in tables(sample).items():
            spec = specs.TABLES[name]
            known = {column.file_name for column in spec.columns} - {"client", "note"}
            assert set(spec.required) <= set(rows[0]) <= known, name

    def test_no_column_holds_names_of_the_article_or_clients(self, sample):
        for path in (SAMPLES / sample).glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert not {"article_name", "client", "note"} & set(header), path.name

    def test_people_have_neutral_names(self, sample):
        for row in table(sample, "people"):
            for word in re.findall(r"[^\s,()]+", row["name"]):
                assert word.lower() in NAME_WORDS.split() or CODE.fullmatch(word), row["name"]

    def test_no_free_text_names_anybody(self, sample):
        allowed = {"A", "B", "Site", "Children's", "Division"}
        for name, column in (
            ("ties", "evidence"),
            ("agreements", "evidence"),
            ("agreements", "covers"),
        ):
            for row in table(sample, name):
                capitals = re.findall(r"\b[A-Z][\w']*", row[column])
                assert set(capitals) <= allowed, row[column]

    def test_every_term_is_in_its_vocabulary(self, sample):
        for name, rows in tables(sample).items():
            for column in specs.TABLES[name].columns:
                if column.vocabulary and column.file_name in rows[0]:
                    unknown = {
                        row[column.file_name]
                        for row in rows
                        if row[column.file_name] not in column.vocabulary.terms
                    }
                    if column.kind == "text":
                        read = {value: column.vocabulary.normalise(value) for value in unknown}
                        unknown = {v for v in unknown if v and read[v] != (v, True)}
                    assert not unknown, (name, column.file_name)

    def test_every_line_says_what_it_rests_on(self, sample):
        for name, rows in tables(sample).items():
            column = "evidence_status" if name == "referrals" else "status"
            if name == "posts":  # its columns are the file's own: the README says it of the whole
                continue
            assert {row[column] for row in rows} <= set(words.EVIDENCE.terms), name

    def test_ids_are_unique_over_people_agencies_and_rows(self, sample):
        actors = [row["agency_id"] for row in table(sample, "agencies")]
        actors += [row["person_id"] for row in table(sample, "people")]
        rows = [row["referral_id"] for row in table(sample, "referrals")]
        assert len({actor.lower() for actor in actors}) == len(actors)
        assert len(set(rows)) == len(rows)

    def test_every_id_resolves(self, sample):
        ends = agency_of(sample)
        agencies = {row["agency_id"] for row in table(sample, "agencies")}
        assert {row["agency_id"] for row in table(sample, "people")} <= agencies
        for row in table(sample, "ties"):
            assert {row["source"], row["target"]} <= set(ends)
        for row in [*table(sample, "agreements"), *table(sample, "referrals")]:
            assert {row["from_agency"], row["to_agency"]} <= agencies

    def test_whoever_a_row_names_works_at_the_agency_it_names(self, sample):
        ends = agency_of(sample)
        for row in table(sample, "referrals"):
            for side in ("from", "to"):
                if person := row[f"{side}_person"]:
                    assert ends[person] == row[f"{side}_agency"], row

    def test_the_log_is_labelled_illustrative_on_every_row_and_as_a_whole(self, sample):
        assert {row["evidence_status"] for row in table(sample, "referrals")} == {"illustrative"}
        assert settings(sample)["log_status"] == "illustrative"

    def test_the_settings_name_label_and_describe_it(self, sample):
        given = settings(sample)
        assert given["id"] == sample
        assert given["label"].startswith("example: ")
        assert given["about"].endswith(".")
        assert given["about"].count(". ") == 0
        assert "assumptions" not in given

    def test_the_period_is_twelve_whole_months_and_holds_every_row(self, sample):
        period = settings(sample)["period"]
        year = period["start"].year
        assert (period["start"], period["end"]) == (date(year, 1, 1), date(year, 12, 31))
        for row in table(sample, "referrals"):
            answered = row.get("status_date") or row["date"]
            assert period["start"].isoformat() <= row["date"] <= answered, row
            assert answered <= period["end"].isoformat(), row

    def test_the_readme_says_where_it_comes_from_and_how_to_read_it(self, sample):
        text = (SAMPLES / sample / "README.md").read_text(encoding="utf-8")
        assert "## Origin and licence" in text
        assert "## How to read it" in text
        assert "made up" in text.lower()

    def test_the_list_of_samples_names_it(self, sample):
        assert f"| `{sample}` |" in (SAMPLES / "README.md").read_text(encoding="utf-8")
