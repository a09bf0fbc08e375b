"""Whether the files of a survey fit each other: waves, and answers given more than once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import pandas as pd

from collabnet.data.issues import Facts, Ledger, shown
from collabnet.data.options import Answers
from collabnet.data.roster import Tables, ids_in, survey_tables
from collabnet.data.table import Table
from collabnet.model.coalition import Coalition
from collabnet.model.settings import Settings, SurveySettings
from collabnet.model.sheets import Sheet, build_sheets
from collabnet.model.specs import ANSWERS
from collabnet.model.tie_rules import spoken_of

_KEY = ["respondent", "alter", "question", "wave"]


def check_surveys(tables: Tables, answers: Answers, survey: SurveySettings, ledger: Ledger) -> None:
    """Look at the answers of all files together; ``ledger`` is that of coalition.toml."""
    files = survey_tables(tables)
    if not files:
        return
    _check_waves(files, answers)
    _check_twice(files, answers)
    known = ids_in(tables, "agencies", "agency_id") | ids_in(tables, "people", "person_id")
    for name in survey.asked:
        if name not in known:
            ledger.add("asked_unknown", column="survey.asked", value=name)


def joined(files: Sequence[Table]) -> pd.DataFrame:
    """Give the answers of all files as one table, each with its file."""
    frames = [table.kept.assign(file=table.ledger.file) for table in files]
    return _together(frames)


def _together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """All rows with the columns of any; what one lacks is blank."""
    names = dict.fromkeys([*_KEY, "value", *(name for one in frames for name in one.columns)])
    every = pd.concat(frames, ignore_index=True)
    for name in names:
        if name not in every:
            every[name] = ""
    return every[list(names)].fillna("")


def _check_waves(files: Sequence[Table], answers: Answers) -> None:
    """Ask about one wave in two files that ask the same; tell them apart if that is the answer."""
    answer = answers.text(ANSWERS.name, "wave_files")
    asked = {
        id(table): set(zip(table.kept["wave"], table.kept["question"], strict=True))
        for table in files
        if table.frame is not None
    }
    shared: dict[int, set[str]] = defaultdict(set)
    for one, other in combinations(files, 2):
        both = sorted(asked.get(id(one), set()) & asked.get(id(other), set()))
        for table in (one, other):
            shared[id(table)] |= {wave for wave, _ in both}
        if both and not answer:
            wave, question = both[0]
            told: Facts = {"other": one.ledger.file, "wave": shown(wave), "question": question}
            other.ledger.add("wave_in_two_files", column="wave", value=wave, **told)
    for table in files if answer == "apart" else ():
        frame = table.kept
        stem = table.ledger.file.removesuffix(".csv")
        names = {wave: f"{wave} ({stem})".strip() for wave in shared[id(table)]}
        frame["wave"] = frame["wave"].map(lambda wave, names=names: names.get(wave, wave))


@dataclass
class _Repeats:
    """What stands more than once in one file: rows that go, and questions to ask."""

    same: list[pd.Series] = field(default_factory=list)
    other: list[pd.Series] = field(default_factory=list)
    asked: list[pd.DataFrame] = field(default_factory=list)


def _check_twice(files: Sequence[Table], answers: Answers) -> None:
    """Keep one of equal answers; ask about different ones. A blank contradicts nothing."""
    answer = answers.text(ANSWERS.name, "answered_twice")
    parts = [table.kept.assign(file=n, place=table.kept.index) for n, table in enumerate(files)]
    every = _together(parts)
    found: defaultdict[int, _Repeats] = defaultdict(_Repeats)
    twice = every[every.duplicated(_KEY, keep=False)]
    for _, group in twice.groupby(_KEY, sort=False):
        said = group[group["value"] != ""]
        differ = len(set(said["value"])) > 1
        if differ and not answer:
            found[said["file"].iloc[1]].asked.append(said)
            continue
        keep = said if len(said) else group
        kept = keep.index[-1 if answer == "last" and differ else 0]
        for _, row in group.drop(index=kept).iterrows():
            rows = found[row["file"]]
            (rows.other if differ and row["value"] else rows.same).append(row)
    for number, repeats in found.items():
        _tell(repeats, files[number].ledger, answer)
        _drop(files[number], [*repeats.same, *repeats.other])


def _tell(repeats: _Repeats, ledger: Ledger, answer: str) -> None:
    if repeats.same:
        one, count = repeats.same[0], len(repeats.same)
        ledger.add("answer_repeated", int(one["at"]), value=one["respondent"], count=count)
    if repeats.other:
        at, count = int(repeats.other[0]["at"]), len(repeats.other)
        ledger.add("answers_chosen", at, count=count, found=answer)
    if repeats.asked:
        group = repeats.asked[0]
        one, other = group.iloc[0], group.iloc[1]
        told: Facts = {
            "wave": shown(other["wave"]),
            "question": shown(other["question"]),
            "first": shown(one["value"]),
            "other": shown(group[group["value"] != one["value"]]["value"].iloc[0]),
            "about": f" of '{shown(other['alter'])}'" if other["alter"] else "",
            "count": len(repeats.asked),
        }
        at, who = int(other["at"]), other["respondent"]
        ledger.add("answered_twice", at, column="respondent", value=who, **told)


def _drop(table: Table, rows: Sequence[pd.Series]) -> None:
    """Leave answers out; a record of which no answer is left is skipped."""
    before = set(table.kept["at"])
    table.frame = table.kept.drop(index=[int(row["place"]) for row in rows]).reset_index(drop=True)
    table.ledger.skipped.update(before - set(table.kept["at"]))


def check_sides(coalition: Coalition, tables: Tables) -> None:
    """Ask for the rule where a question means one tie and the two sides differ.

    Also note respondents who named as many as they could.
    """
    files = {table.ledger.file: table.ledger for table in survey_tables(tables)}
    capped: dict[str, str] = {}
    for sheet in build_sheets(coalition):
        _check_sheet(sheet, coalition.settings, files)
        files_of = {who: said.rows[0][0] for (who, _), said in sheet.answers.items()}
        capped |= {who: files_of[who] for who in sheet.at_cap}
    most = coalition.settings.survey.most_names
    for file in dict.fromkeys(capped.values()):
        count = sum(one == file for one in capped.values())
        files[file].add("names_capped", count=count, most=most)


def _check_sheet(sheet: Sheet, settings: Settings, files: Mapping[str, Ledger]) -> None:
    if sheet.question not in settings.survey.undirected or "tie_rule" in settings.reading:
        return
    differ = [pair for pair in spoken_of(sheet) if 1.0 in pair.says and pair.says != (1.0, 1.0)]
    if differ:
        one = differ[0]
        value = f"{one.first} and {one.second}"
        told: Facts = {"question": f"'{sheet.question}'", "value": value, "count": len(differ)}
        files[one.rows[0][0]].add("sides_differ", **told)
