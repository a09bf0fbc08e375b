"""Small logs of referrals with outcomes."""

from datetime import date, timedelta

import pandas as pd

from collabnet.model import Coalition, Settings

FIRST = date(2024, 1, 1)
WORKED = ["served"] * 4 + ["closed_unreached", "accepted"] + ["declined"] * 2 + ["made"] * 2
"""Of 10 sent 6 were accepted, 2 declined, of 2 nobody heard: the example of the measures' spec."""


def log(*rows, ends=("court", "program"), service="shelter"):
    """Give a log of rows (status, day of the status after the first of January; None: no day)."""
    return pd.DataFrame(
        [
            {
                "date": FIRST.isoformat(),
                "from_agency": ends[0],
                "to_agency": ends[1],
                "service": service,
                "status": status,
                "status_date": "" if day is None else (FIRST + timedelta(days=day)).isoformat(),
            }
            for status, day in rows
        ]
    )


def coalition(*logs, until=60):
    """Give a coalition with these logs, observed for so many days."""
    end = FIRST + timedelta(days=until)
    settings = Settings(period_start=FIRST, period_end=end)
    return Coalition.from_frames(referrals=pd.concat(logs), settings=settings)


def of_statuses(*statuses, **more):
    """Give a coalition whose log has these statuses, each on the ninth day."""
    return coalition(log(*((one, 9 if one != "made" else None) for one in statuses), **more))
