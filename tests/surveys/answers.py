"""Small surveys, and the rules once more by trying everything."""

from itertools import combinations, product

import pandas as pd

import collabnet as cn
from collabnet.model.settings import Settings, SurveySettings

YES, NO, BLANK = "1", "0", ""

# The example of the definitions: D did not answer.
FOUR = (
    ("A", "B", YES), ("B", "A", YES), ("A", "C", YES), ("C", "A", NO), ("B", "C", NO),
    ("C", "B", NO), ("A", "D", YES), ("B", "D", NO), ("C", "D", YES),
)  # fmt: skip


def frame(rows, *, question="contact", wave="2024"):
    """Answers as a data frame: respondent, alter, value."""
    made = pd.DataFrame(list(rows), columns=["respondent", "alter", "value"])
    return made.assign(question=question, wave=wave)


def survey(rows, *, agencies="ABCD", question="contact", wave="2024", more=(), **settings):
    """A coalition of agencies with a survey."""
    parts = [frame(rows, question=question, wave=wave), *more]
    return cn.Coalition.from_frames(
        agencies=pd.DataFrame({"agency_id": list(agencies)}),
        answers=pd.concat(parts, ignore_index=True),
        settings=Settings(survey=SurveySettings(**settings)),
    )


def pairs(table):
    """The tied pairs of a table."""
    return set(zip(table["from_id"], table["to_id"], strict=True))


def worlds(answers, actors):
    """Every way in which the missing could have answered: yes or no of each."""
    ways = [(i, j) for i in actors for j in actors if i != j]
    silent = [way for way in ways if answers.get(way, BLANK) == BLANK]
    known = {way: answers[way] for way in ways if way not in silent}
    for filled in product((YES, NO), repeat=len(silent)):
        yield known | dict(zip(silent, filled, strict=True))


def confirmed_in(world, actors):
    """The pairs that both sides claim."""
    return {(i, j) for i, j in combinations(actors, 2) if world[i, j] == world[j, i] == YES}
