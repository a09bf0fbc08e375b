"""The tables of an assessment for those outside: bands, and an order that tells nothing."""

from collections import Counter

import pandas as pd

from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import PairContacts
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import capital
from collabnet.sharing.bands import HIDDEN, SMALLEST, WITHHELD, is_small
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.published import pathway_cell, published_counts
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

    Services stay out: a count for one service beside that for all would give the rest away. Of a
    pathway with a small count it isn't said who carries it: two people are two referrals at least.
    """
    shown = {cell: n for table in published_counts(assessment) for cell, n in table.shown.items()}
    rows = [
        {
            "id": pathway_label(one, speaker),
            "From": speaker.title(one.from_agency),
            "To": speaker.title(one.to_agency),
            "Referrals": shown.get(pathway_cell(*one.pair), "only a tie"),
            "Senders": _unless_small(one, capital(side_words(one.sending, speaker))),
            "Receivers": _unless_small(one, capital(side_words(one.receiving, speaker))),
            "On paper": capital(basis_outside(one).removeprefix("and ")),
            "One departure ends it": _unless_small(one, _yes(one.cut_worst.size == 1)),
        }
        for one in assessment.all_pathways
        if one.service is None
    ]
    table = pd.DataFrame(rows, columns=list(PATHWAY_COLUMNS))
    return table.sort_values(["From", "To"], ignore_index=True)


def _unless_small(one: Pathway, said: str) -> str:
    return WITHHELD if is_small(one.n) else said


def thin_outside(pathways: pd.DataFrame) -> pd.DataFrame:
    """The pathways with a small count: outside none of them is ranked."""
    columns = ["id", "From", "To", "Referrals", "On paper"]
    return pathways.loc[pathways["Referrals"] == HIDDEN, columns].reset_index(drop=True)


def contacts_table_outside(assessment: Assessment, speaker: OutsideSpeaker) -> pd.DataFrame:
    """One row per two agencies (or inside one): yes or no, never how many."""
    # The two by their labels: the order of the ids would tell which letter is whose.
    ends = [sorted(speaker.title(agency) for agency in one.pair) for one in assessment.all_contacts]
    rows = [
        {
            "id": ":".join(("contacts", *titles)),
            "Agency": titles[0],
            "Other agency": "inside" if one.is_inside else titles[1],
            "Working tie": _yes(bool(one.usable)),
            "Strained": _yes(bool(one.strained)),
            "Reported missing": _yes(bool(one.absent)),
            "Rests on one person": WITHHELD if rests_on_few(one) else _yes(bool(one.single)),
        }
        for one, titles in zip(assessment.all_contacts, ends, strict=True)
    ]
    table = pd.DataFrame(rows, columns=list(CONTACT_COLUMNS))
    return table.sort_values(["Agency", "Other agency"], ignore_index=True)


def rests_on_few(contacts: PairContacts) -> bool:
    """Whether two agencies are in touch through a small number of referrals alone.

    How many people these rest on would tell that there are two referrals at least.
    """
    of_log = all(link.file == "referrals.csv" for link in contacts.usable)
    return of_log and 0 < max(log_ways(contacts).values(), default=0) < SMALLEST


def log_ways(contacts: PairContacts) -> Counter[bool]:
    """The referrals between two agencies by which way they went."""
    return Counter(link.is_from_first for link in contacts.usable if link.file == "referrals.csv")


def pathway_label(one: Pathway, speaker: OutsideSpeaker) -> str:
    """The id of a pathway outside: of labels, as the finding's."""
    return ":".join(("pathway", *(speaker.title(agency) for agency in one.pair)))


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
