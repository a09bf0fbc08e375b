"""Ties that a survey states: one for each answer that says so, by its respondent."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.model.errors import CollabnetError
from collabnet.model.frames import conform
from collabnet.model.records import records
from collabnet.model.response import response, response_phrases
from collabnet.model.sheets import build_sheets, read_answer, wave_day
from collabnet.model.specs import TIES, is_survey
from collabnet.model.tie_rules import RULES, tied, union
from collabnet.model.vocabulary import ONE_WAY, TIE_KIND

if TYPE_CHECKING:
    from collabnet.model.coalition import Coalition


_LIMITS = {
    "enough": "",
    "with a warning": ": a missing answer is unknown, not zero",
    "no ranking": ": too few to rank anybody; a missing answer is unknown, not zero",
}


def check_answers(tables: Mapping[str, pd.DataFrame]) -> None:
    """Refuse answers by or about somebody whom no table has.

    Raises
    ------
    CollabnetError
        With the column, the row and the id.
    """
    known = set(tables["agencies"]["agency_id"]) | set(tables["people"]["person_id"])
    answers = tables["answers"]
    for column, allowed in (("respondent", known), ("alter", known | {""})):
        if (bad := answers[~answers[column].isin(allowed)]).size:
            raise CollabnetError(
                f"The column {column} of the table answers needs ids that are in people or "
                f"agencies; row {bad['row'].iloc[0]} has {bad[column].iloc[0]!r}. Add it there, "
                "or correct it."
            )


def with_stated(tables: Mapping[str, pd.DataFrame], coalition: "Coalition") -> pd.DataFrame:
    """Give the ties of ties.csv and those that answers state, once each.

    Raises
    ------
    CollabnetError
        If an answer is by or about somebody whom no table has.
    """
    check_answers(tables)
    parts = [coalition.own_ties, survey_ties(coalition)]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def survey_ties(coalition: "Coalition") -> pd.DataFrame:
    """Give the ties that answers state, with the columns of ``ties``.

    An answer about a kind of tie with a value above zero is a tie from its respondent; at the
    level of agencies, from the respondent's agency of that time. Questions that mean one tie
    between two give a tie without direction where the stated rule finds one.

    Examples
    --------
    >>> from collabnet.model import Coalition
    >>> said = pd.DataFrame({"respondent": ["court"], "alter": ["shelter"], "value": ["2"]})
    >>> made = Coalition.from_frames(answers=said.assign(question="contact", wave="2024"))
    >>> made.ties[["from_id", "to_id", "kind", "strength", "reported_by", "file", "row"]]
      from_id    to_id     kind  strength reported_by        file  row
    0   court  shelter  contact       2.0       court  survey.csv    2
    """
    made = [_tie(*found) for found in _stated(coalition)]
    return conform(TIES, pd.DataFrame(made))


def ruled_ties(coalition: "Coalition", rule: str) -> pd.DataFrame:
    """Give the ties that a rule makes of both sides' answers, one without direction for each.

    Of kinds that lead one way only each side's answers are ties of their own: they aren't here.
    """
    survey, here = coalition.settings.survey, coalition.agencies_of
    made = []
    for sheet in build_sheets(coalition) if survey.merge else ():
        if sheet.question not in TIE_KIND.terms or sheet.question in ONE_WAY:
            continue
        for pair in tied(sheet, rule):
            if pair.first in here and pair.second in here:
                sides = pair.by_first, pair.by_second
                numbers = [one.number for one in sides if one.number > 0]
                file, row = next(iter(pair.rows), ("survey.csv", 0))
                made.append(
                    {
                        "from_id": pair.first,
                        "to_id": pair.second,
                        "directed": "no",
                        "kind": sheet.question,
                        "strength": sum(numbers) / len(numbers) if numbers else None,
                        "wave": sheet.wave,
                        "status": sides[0].status if sides[0].rows else sides[1].status,
                        "file": file,
                        "row": row,
                    }
                )
    return conform(TIES, pd.DataFrame(made))


def survey_notices(coalition: "Coalition", rows: pd.DataFrame, rule: str | None) -> list[str]:
    """Say what a reader of a network with survey ties should know: rule, rates, cap, scale."""
    asked = rows[rows["file"].map(is_survey).astype("bool")]
    kinds = set(asked["kind"])
    if asked.empty:
        return []
    own_way = "as each respondent says, in their direction"
    named = own_way if not rule or kinds <= set(ONE_WAY) else f"by the rule {rule}"
    if rule and kinds & set(ONE_WAY) and not kinds <= set(ONE_WAY):
        named += f" ({', '.join(sorted(kinds & set(ONE_WAY)))}: {own_way})"
    said = [f"Survey ties are taken {named}; their strength is what was answered, no count."]
    found = [response(one) for one in build_sheets(coalition) if one.question in kinds]
    for one, phrase in response_phrases(found):
        said.append(f"{phrase}{_LIMITS[one.standing]}.")
    if any(one.at_cap for one in found):
        most = coalition.settings.survey.most_names
        said.append(
            f"Respondents could name {most} at most, and some did: degrees are at least what is "
            "shown."
        )
    return said


def _stated(
    coalition: "Coalition",
) -> Iterator[tuple[dict[str, Any], tuple[str, str], float, bool]]:
    """Each answer that states a tie: its cells, the tie's ends, its number, if directed."""
    survey = coalition.settings.survey
    if not survey.merge:
        return
    rule = RULES.get(str(coalition.settings.reading.get("tie_rule", "")), union)
    sheets = {(one.question, one.wave): one for one in build_sheets(coalition)}
    homes = {wave: coalition.homes_at(wave_day(wave, survey)) for _, wave in sheets}
    told = _told_in_ties(coalition)
    columns = list(coalition.answers.columns)
    for values in records(coalition.answers, *columns):
        cells = dict(zip(columns, values, strict=True))
        read = read_answer(cells["value"], survey.values)
        if cells["question"] not in TIE_KIND.terms or not cells["alter"] or read is None:
            continue
        sheet = sheets[cells["question"], cells["wave"]]
        first, second = cells["respondent"], cells["alter"]
        if sheet.level == "agency":
            first, second = homes[sheet.wave][first], homes[sheet.wave][second]
        is_directed = sheet.question not in survey.undirected
        if read[0] != 1.0 or first == second:
            continue
        if (cells["respondent"], cells["question"], first, second) in told:
            continue
        both = sheet.said(first, second).says, sheet.said(second, first).says
        if is_directed or rule(*both):
            yield cells, (first, second), read[1], is_directed


def _told_in_ties(coalition: "Coalition") -> set[tuple[str, str, str, str]]:
    """What somebody says in ties.csv more closely: the kind of tie, and between which agencies.

    An answer for an agency says that its post has the tie. Where the same respondent names the
    person who has it, a tie of the post beside it would look like one who never leaves.
    """
    home = coalition.agencies_of
    ties = coalition.own_ties
    return {
        (who, kind, home[first][0], home[second][0])
        for who, kind, first, second in records(ties, "reported_by", "kind", "from_id", "to_id")
        if who
    }


def _tie(
    cells: dict[str, Any], ends: tuple[str, str], number: float, is_directed: bool
) -> dict[str, object]:
    return {
        "from_id": ends[0],
        "to_id": ends[1],
        "directed": "yes" if is_directed else "no",
        "kind": cells["question"],
        "strength": number,
        "reported_by": cells["respondent"],
        **{name: cells[name] for name in ("wave", "status", "evidence", "file", "row")},
    }
