"""Who carries how much, and what the others would carry after a departure."""

from collabnet.risk.load.loads import LIMIT, Cascade, Loads, agency_loads, people_loads
from collabnet.risk.load.table import LoadTables

__all__ = ["LIMIT", "Cascade", "LoadTables", "Loads", "agency_loads", "people_loads"]
