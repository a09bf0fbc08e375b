"""What the columns of the tables say, and their units: the words of readme sheets."""

from collections.abc import Mapping

from collabnet.reports.tables.table import DAY, TEXT

Columns = Mapping[str, tuple[str, str]]

FINDINGS: Columns = {
    "Rank": ("Its place, worst first; equals by the agencies' names.", "place from 1"),
    "Severity": ("How bad it would be, by the written rules.", TEXT),
    "Link": ("The link between agencies that it is about.", TEXT),
    "Finding": ("What is so in these data.", TEXT),
    "What would help": ("What could be decided about it.", TEXT),
    "How sure": ("How sure it is, and what that hangs on.", TEXT),
    "Status": ("Where the data come from, and what they rest on.", TEXT),
}
INSIDE_FINDINGS: Columns = {
    "People concerned": ("Everybody it concerns, by name.", TEXT),
    "Rows": ("File and row of what it stands on; 1 is the first row of data.", TEXT),
}
PATHWAYS: Columns = {
    "From": ("The agency that sends.", TEXT),
    "To": ("The agency that receives.", TEXT),
    "Service": ("The service asked for; all counts every service together.", TEXT),
    "Referrals": ("Referrals in the log; <11 and withheld: a count that is hidden.", "referrals"),
    "A year": ("The same, scaled to a year.", "referrals a year"),
    "Senders": ("Who sends: how many people, and what else stands there.", "people"),
    "Receivers": ("Who receives: how many people, and what else stands there.", "people"),
    "Busiest sender": ("Share of the named referrals that the busiest sender makes.", "per cent"),
    "Effective carriers": (
        "As many people as would share the load evenly: the inverse of the sum of squared shares.",
        "people",
    ),
    "Fewest people to end it": ("The smallest group whose leaving ends the pathway.", "people"),
    "One departure ends it": ("Whether one person's leaving would end the pathway.", TEXT),
    "On paper": ("What of it an agreement, or a formal tie, covers.", TEXT),
    "Last used": ("Day of the last referral.", DAY),
    "Notes": ("What else is to know.", TEXT),
}
CONTACTS: Columns = {
    "Agency": ("One of the two agencies.", TEXT),
    "Other agency": ("The other; inside means within one agency.", TEXT),
    "Usable ties": ("Ties and referrals by which they reach each other.", "ties and referrals"),
    "Formal": ("Of the usable ones, those on paper.", "ties and referrals"),
    "Informal": ("Of the usable ones, those not on paper.", "ties and referrals"),
    "Basis not known": ("Of the usable ones, those of which it isn't known.", "ties and referrals"),
    "Strained": ("Ties described as strained.", "ties"),
    "Reported missing": ("Ties that somebody said are missing.", "ties"),
    "Rests on one person at": ("Agencies at which one person alone carries the contact.", TEXT),
    "Working tie": ("Whether a usable tie is on record.", TEXT),
    "Rests on one person": ("Whether one person alone carries it; withheld: hidden.", TEXT),
}
COVERAGE: Columns = {
    "Service": ("The service.", TEXT),
    "Agencies": ("Agencies that say they offer it.", "agencies"),
    "Who": ("Those agencies by name.", TEXT),
    "May": ("Agencies that don't list their services, so may offer it.", TEXT),
    "One agency alone": ("Whether one agency alone says so.", TEXT),
    "Referrals": ("Referrals of the log that ask for it.", "referrals"),
    "Places": ("Places stated by those who offer it.", "places"),
    "Not served": ("Groups of young people that nobody says it serves.", TEXT),
}
WAYS: Columns = {
    "From": ("The agency from which a case may start.", TEXT),
    "To reach": ("The service or sector that is to be reached.", TEXT),
    "Provided by": ("Agencies that provide it.", TEXT),
    "How": ("What kind of way there is.", TEXT),
    "Hand-offs": ("Fewest hand-offs on the way; none where there is no way.", "hand-offs"),
    "Ways": ("Ways that share nobody; fewer means a single person can close it.", "ways"),
}
TEAM: Columns = {
    "Member": ("Role or sector of the response team.", TEXT),
    "Seen from": ("The agency from which it was looked for.", TEXT),
    "Standing": ("Whether it was reached, or is on the team.", TEXT),
    "Hand-offs": ("Fewest hand-offs to it.", "hand-offs"),
}
AGENCIES: Columns = {
    "Agency": ("Its name.", TEXT),
    "Sector": ("What kind of agency it is.", TEXT),
    "Sent": ("Referrals to other agencies.", "referrals"),
    "Received": ("Referrals from other agencies.", "referrals"),
    "Named by": ("Other agencies that name it in a tie that works.", "agencies"),
    "Working contacts": ("Agencies with which something usable is on record.", "agencies"),
    "Contacts on one person": ("Of those, the ones that one person alone carries.", "agencies"),
    "Load": ("How much it carries, and what would be left behind.", TEXT),
}
ANSWERED: Columns = {
    "Questions on": ("What was asked about.", TEXT),
    "Wave": ("When, as the survey names it.", TEXT),
    "Asked": ("People who were asked.", "people"),
    "Answered": ("Of those, people who answered.", "people"),
    "Share": ("Answered of asked.", "per cent"),
    "What that allows": ("Whether anything may be ranked by these answers.", TEXT),
}
EVIDENCE: Columns = {
    "Table": ("The table of the coalition.", TEXT),
    "Rows": ("Its rows.", "rows"),
    "Somebody said so, or wrote it down": ("Rows that rest on that.", "rows"),
    "Said of a group, not of each in it": ("Rows that rest on that.", "rows"),
    "Inferred: nobody said so": ("Rows that rest on that.", "rows"),
    "Made up, to show how it works": ("Rows that rest on that.", "rows"),
}
ASSUMED: Columns = {
    "Assumption": ("What was assumed.", TEXT),
    "Value": ("The value taken.", "as stated"),
}
DECIDED: Columns = {
    "Action": ("Its number in the register.", "place from 1"),
    "What": ("What was decided, in the words of whoever wrote it down.", TEXT),
    "About": ("The link that it is about; its id where it isn't a finding any more.", TEXT),
    "Who": ("Who sees to it.", TEXT),
    "Until": ("The day until when.", DAY),
    "Stands": ("Open, done or dropped, with the day.", TEXT),
    "What came of it": ("What the files show since; the change is the link's.", TEXT),
}
KNOWN: Columns = {
    "About": ("What the sentence is about.", TEXT),
    "Sentence": ("What is known, or isn't.", TEXT),
}
