"""Tidy a log that was kept by hand, as far as its keeper answers what is meant."""

from collections.abc import Collection

from collabnet.data.hand_kept.agencies import tidy_agencies
from collabnet.data.hand_kept.clients import check_clients
from collabnet.data.hand_kept.days import tidy_days
from collabnet.data.hand_kept.dittos import tidy_dittos
from collabnet.data.hand_kept.headings import Months
from collabnet.data.hand_kept.log import Log
from collabnet.data.hand_kept.orders import settle_order
from collabnet.data.hand_kept.staff import tidy_staff
from collabnet.data.hand_kept.youths import tidy_youths
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft


def tidy(
    draft: Draft, answers: Answers, months: Months | None = None, known: Collection[str] = ()
) -> Draft:
    """Give the draft of a log with cells that say one thing each.

    Ditto marks, months without a day, two names or agencies in a cell, roles, initials, "on
    call" and several young people in a row are asked about, and read as is answered; until then
    as is likely, so that one check finds as much as it can. A column that names young people is
    refused. Whatever is changed is said; what stood there is kept in a column beside, whose name
    ends in ``_as_written``. A record that becomes two rows keeps its position in both.

    Parameters
    ----------
    draft : of referrals, its columns named as in a coalition's files; any other is given back
    months : what headings and tabs say, from :func:`take_month_headings` or :func:`stack_tabs`
    known : ids and names that need no question: of the roster, and of the crosswalk

    Examples
    --------
    >>> from collabnet.data.issues import Ledger
    >>> ledger = Ledger("log.csv")
    >>> ledger.rows = ledger.lines = [1, 2]
    >>> draft = Draft("referrals", ("date", "from_person", "from_agency", "to_agency"), ledger)
    >>> draft.add(1, "2024-01-05", "on call", "court", "shelter")
    >>> tidy(draft, Answers({"placeholder_person": "position"})).cells
    [['2024-01-05', 'court', 'court', 'shelter', 'on call']]
    """
    if draft.table != "referrals" or draft.ledger.is_stopped:
        return draft
    log = Log(draft, answers)
    check_clients(log)
    tidy_dittos(log)
    settle_order(log, months or Months())
    tidy_days(log, months or Months())
    if not draft.has_youths_counted:
        tidy_youths(log)
    tidy_agencies(log)
    tidy_staff(log, known)
    return log.draft()
