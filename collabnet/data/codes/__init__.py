"""Every kind of problem, by its code."""

from collabnet.data.codes.actors import ACTORS
from collabnet.data.codes.base import LEVELS, REFUSING, Code, Level
from collabnet.data.codes.cells import CELLS
from collabnet.data.codes.contents import CONTENTS
from collabnet.data.codes.structure import STRUCTURE
from collabnet.data.codes.whole import FOLDER, PRIVACY, SETTINGS

SECTIONS = {
    "Files": CONTENTS,
    "Rows and columns": STRUCTURE,
    "Cells": CELLS,
    "Agencies, people and ties": ACTORS,
    "Privacy": PRIVACY,
    "coalition.toml": SETTINGS,
    "The folder": FOLDER,
}
CODES = {code.name: code for codes in SECTIONS.values() for code in codes}

__all__ = ["CODES", "LEVELS", "REFUSING", "SECTIONS", "Code", "Level"]
