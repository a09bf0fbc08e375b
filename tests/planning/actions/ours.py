"""The register of Site B: what its link was, and an action about it."""

from datetime import date

import collabnet as cn
from collabnet.model import Period
from collabnet.planning.actions import Standing

LINK = "pathway:court_b:residential_program"
DAY = date(2027, 1, 4)
HEADER = (
    "action,what,who,due,status,finding,opened,closed,"
    "severity_before,a_year_before,then_before,rows_before,period_before,"
    "severity_after,a_year_after,then_after,rows_after,period_after"
)
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
STANDS = Standing("critical", 48.0, "need another way", 48, YEAR)
WAS = "Was: critical, 48 referrals a year would need another way if one person left. "
WHOSE = " The change is the link's, whoever brought it about."


def assessed(folder):
    return cn.assess(cn.load(folder))


def opened(folder, **more):
    given = {"finding": LINK, "assessment": assessed(folder), "today": DAY} | more
    return cn.add_action(folder, "Name a second person to receive them", **given)
