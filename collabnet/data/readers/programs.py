"""Every program whose files can be read, in the order in which they are tried."""

from collabnet.data.networks.read import NETWORK_PROGRAMS
from collabnet.data.readers.fhir import FHIR
from collabnet.data.readers.hmis import HMIS
from collabnet.data.readers.network_canvas import NETWORK_CANVAS
from collabnet.data.readers.open_referral import OPEN_REFERRAL
from collabnet.data.readers.partner import PARTNER
from collabnet.data.readers.qualtrics import QUALTRICS
from collabnet.data.readers.questionnaire import QUESTIONNAIRE
from collabnet.data.readers.redcap import REDCAP
from collabnet.data.readers.shared_patients import SHARED_PATIENTS
from collabnet.data.readers.survey_monkey import SURVEY_MONKEY
from collabnet.data.readers.template_workbook import TEMPLATE_WORKBOOK
from collabnet.data.sources.opened import Program

PROGRAMS: tuple[Program, ...] = (
    TEMPLATE_WORKBOOK,
    QUESTIONNAIRE,
    QUALTRICS,
    SURVEY_MONKEY,
    REDCAP,
    PARTNER,
    NETWORK_CANVAS,
    HMIS,
    FHIR,
    SHARED_PATIENTS,
    OPEN_REFERRAL,
    *NETWORK_PROGRAMS,
)
