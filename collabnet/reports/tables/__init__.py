"""Every table of an assessment, for workbooks, CSV and the full report."""

from collabnet.reports.tables.table import Column, Table
from collabnet.reports.tables.tables import tables_of

__all__ = ["Column", "Table", "tables_of"]
