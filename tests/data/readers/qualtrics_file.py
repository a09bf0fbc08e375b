"""An export as Qualtrics writes it: three rows of headers, then one row a response."""

import json

from data.readers.survey_platforms import ROSTER, csv_text

ABOUT = (
    ("StartDate", "Start Date", "startDate"),
    ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"),
    ("IPAddress", "IP Address", "ipAddress"),
    ("Progress", "Progress", "progress"),
    ("Duration (in seconds)", "Duration (in seconds)", "duration"),
    ("Finished", "Finished", "finished"),
    ("RecordedDate", "Recorded Date", "recordedDate"),
    ("ResponseId", "Response ID", "_recordId"),
    ("RecipientLastName", "Recipient Last Name", "recipientLastName"),
    ("RecipientFirstName", "Recipient First Name", "recipientFirstName"),
    ("RecipientEmail", "Recipient Email", "recipientEmail"),
    ("ExternalReference", "External Data Reference", "externalDataReference"),
    ("LocationLatitude", "Location Latitude", "locationLatitude"),
    ("LocationLongitude", "Location Longitude", "locationLongitude"),
    ("DistributionChannel", "Distribution Channel", "distributionChannel"),
    ("UserLanguage", "User Language", "userLanguage"),
)
HOW_OFTEN = "In the past year, how often did your agency contact each of these?"
AGENCY = ("Q1", "Which agency do you work for?", "QID1")
MATRIX = [(f"Q5_{n}", f"{HOW_OFTEN} - {name}", f"QID5_{n}") for n, name in enumerate(ROSTER, 1)]


def response(*cells, status="IP Address", finished="True", number=1, reference=""):
    """One response with the columns that every export has."""
    head = [
        "2024-03-04 10:00:00", "2024-03-04 10:09:21", status, "192.0.2.7", "100", "561", finished,
        "2024-03-04 10:09:22", f"R_{number:015d}", "", "", "", reference, "12.35", "-45.67",
        "anonymous", "EN",
    ]  # fmt: skip
    return [*head, *cells]


def survey(columns, *responses, delimiter=","):
    """An export as Qualtrics writes it."""
    every = [*ABOUT, *columns]
    ids = [json.dumps({"ImportId": one[2]}, separators=(",", ":")) for one in every]
    rows = [[one[0] for one in every], [one[1] for one in every], ids, *responses]
    return csv_text(*rows, delimiter=delimiter)


SURVEY = survey(
    [AGENCY, *MATRIX],
    response("Program", "3", "0", "", number=1),
    response("Juvenile court", "", "2", "5", number=2),
)
ANSWERED = {
    "respondent": "Q1",
    "questions": ("Q5=contact",),
    "alters": "agencies",
    "blank_means": "not answered",
    "zero_means": "no tie",
}
