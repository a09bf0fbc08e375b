"""The tables of an assessment for those outside: bands, and an order that tells nothing."""

from collections.abc import Collection

import pandas as pd

from collabnet.risk.assessment import Assessment
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import capital
from collabnet.sharing.bands import SMALLEST, count_words
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.say_outside import basis_outside, side_words

PATHWAY_COLUMNS = (
    "id", "From", "To", "Referrals", "Senders", "Receivers", "On paper", "One departure ends it",
)  # fmt: skip
CONTACT_COLUMNS = (
    "id", "Agency", "Other agency", "Working tie", "Strained", "Reported missing",
    "Rests on one person",
)  # fmt: skip


def pathways_outside(assessment: Assessment, speaker: OutsideSpeaker) -> pd.DataFrame:
    """One row per pathway, all services together, in the order of the agencies' labels.

    Services stay out: a count for one service beside that for all would give the rest away.
    """
    rows = [
        {
            "id": pathway_label(one, speaker),
            "From": speaker.title(one.from_agency),
            "To": speaker.title(one.to_agency),
            "Referrals": _count(one),
            "Senders": capital(side_words(one.sending, speaker)),
            "Receivers": capital(side_words(one.receiving, speaker)),
            "On paper": capital(basis_outside(one).removeprefix("and ")),
            "One departure ends it": _yes(one.cut_worst.size == 1),
        }
        for one in assessment.all_pathways
        if one.service is None
    ]
    table = pd.DataFrame(rows, columns=list(PATHWAY_COLUMNS))
    return table.sort_values(["From", "To"], ignore_index=True)


def _count(one: Pathway) -> str:
    if one.n is None:
        return "only a tie"
    return count_words(one.n)


def thin_outside(
    pathways: pd.DataFrame, assessment: Assessment, speaker: OutsideSpeaker, told: Collection[str]
) -> pd.DataFrame:
    """The pathways with a small count and without a finding: bands only."""
    small = {
        pathway_label(one, speaker)
        for one in assessment.all_pathways
        if one.service is None and one.n is not None and one.n < SMALLEST
    }
    columns = ["id", "From", "To", "Referrals", "Senders", "Receivers", "On paper"]
    is_small = pathways["id"].isin(small) & ~pathways["id"].isin(list(told))
    return pathways.loc[is_small, columns].reset_index(drop=True)


def contacts_table_outside(assessment: Assessment, speaker: OutsideSpeaker) -> pd.DataFrame:
    """One row per two agencies (or inside one): yes or no, never how many."""
    rows = [
        {
            "id": ":".join(("contacts", *(speaker.title(agency) for agency in one.pair))),
            "Agency": speaker.title(one.pair[0]),
            "Other agency": "inside" if one.is_inside else speaker.title(one.pair[1]),
            "Working tie": _yes(bool(one.usable)),
            "Strained": _yes(bool(one.strained)),
            "Reported missing": _yes(bool(one.absent)),
            "Rests on one person": _yes(bool(one.single)),
        }
        for one in assessment.all_contacts
    ]
    table = pd.DataFrame(rows, columns=list(CONTACT_COLUMNS))
    return table.sort_values(["Agency", "Other agency"], ignore_index=True)


def pathway_label(one: Pathway, speaker: OutsideSpeaker) -> str:
    """The id of a pathway outside: of labels, as the finding's."""
    return ":".join(("pathway", *(speaker.title(agency) for agency in one.pair)))


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
