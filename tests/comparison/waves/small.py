"""Small coalitions over time, checked by hand."""

import pandas as pd

import collabnet as cn
from collabnet.model.settings import SurveySettings


def log(*rows, until="2024-12", people=None, agencies=None):
    """Build a coalition from (month, from, sender, to, how many); it begins in January 2023."""
    made = [
        {"date": f"{month}-{2 + i % 26:02}", "from_person": sender, "from_agency": one,
         "to_agency": other, "to_person": f"{other}_worker"}
        for month, one, sender, other, n in rows
        for i in range(n)
    ]  # fmt: skip
    end = (pd.Timestamp(f"{until}-01") + pd.offsets.MonthEnd(1)).date()
    settings = cn.Settings(period_start=pd.Timestamp("2023-01-01").date(), period_end=end)
    return cn.Coalition.from_frames(
        referrals=pd.DataFrame(made), people=people, agencies=agencies, settings=settings
    )


def months(first, last):
    """Give the months from one to another as 2023-01."""
    return [str(one) for one in pd.period_range(first, last, freq="M")]


def every(first, last, *row):
    """Give the same row for each month."""
    return [(month, *row) for month in months(first, last)]


def survey(*named, answered, wave="2024", level="person"):
    """Build a coalition from pairs named in contact; who answered says yes or no of everybody."""
    people = sorted(
        {"ann", "bob", "cat", "dan", *answered, *(end for pair in named for end in pair)}
    )
    rows = [
        {"respondent": one, "alter": other, "question": "contact", "wave": wave,
         "value": "1" if {one, other} in [set(pair) for pair in named] else "0"}
        for one in answered for other in people if one != other
    ]  # fmt: skip
    frame = pd.DataFrame({"person_id": people, "agency_id": [f"at_{one}" for one in people]})
    return cn.Coalition.from_frames(
        people=frame,
        answers=pd.DataFrame(rows),
        settings=cn.Settings(survey=SurveySettings(undirected=("contact",), level=level)),
    )
