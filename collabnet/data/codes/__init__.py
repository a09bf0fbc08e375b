"""Every kind of problem, by its code."""

from collabnet.data.codes.actors import ACTORS
from collabnet.data.codes.base import LEVELS, REFUSING, Code, Level
from collabnet.data.codes.big_logs import BIG_LOGS
from collabnet.data.codes.cells import CELLS
from collabnet.data.codes.contents import CONTENTS
from collabnet.data.codes.crosswalk import CROSSWALK
from collabnet.data.codes.documents import DOCUMENTS
from collabnet.data.codes.forms import FORMS
from collabnet.data.codes.hand_kept import HAND_KEPT
from collabnet.data.codes.importing import IMPORTING
from collabnet.data.codes.log_files import LOG_FILES
from collabnet.data.codes.networks import NETWORKS
from collabnet.data.codes.sheets import SHEETS
from collabnet.data.codes.structure import STRUCTURE
from collabnet.data.codes.survey_files import SURVEY_FILES
from collabnet.data.codes.survey_waves import SURVEY_WAVES
from collabnet.data.codes.surveys import SURVEYS
from collabnet.data.codes.whole import FOLDER, PRIVACY, SETTINGS

SECTIONS = {
    "Files": CONTENTS,
    "Workbooks and databases": SHEETS,
    "Rows and columns": STRUCTURE,
    "Cells": CELLS,
    "Agencies, people and ties": ACTORS,
    "Names": CROSSWALK,
    "Network files": NETWORKS,
    "Network files in XML, GML, JSON and sheets": DOCUMENTS,
    "Imports": IMPORTING,
    "Files of survey platforms": SURVEY_FILES,
    "Waves of survey platforms' files": SURVEY_WAVES,
    "Surveys of a coalition": SURVEYS,
    "Forms": FORMS,
    "Logs kept by hand": HAND_KEPT,
    "Logs and directories of other programs": LOG_FILES,
    "Logs at size": BIG_LOGS,
    "Privacy": PRIVACY,
    "coalition.toml": SETTINGS,
    "The folder": FOLDER,
}
CODES = {code.name: code for codes in SECTIONS.values() for code in codes}

__all__ = ["CODES", "LEVELS", "REFUSING", "SECTIONS", "Code", "Level"]
