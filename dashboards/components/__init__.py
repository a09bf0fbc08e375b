"""Components of our own that Dash has none for."""

from .file_drop import FileDrop
from .finding_card import FindingCard
from .link_matrix import LinkMatrix
from .network_map import NetworkMap
from .plain_table import Cell, PlainTable
from .row_editor import RowEditor

__all__ = [
    "Cell",
    "FileDrop",
    "FindingCard",
    "LinkMatrix",
    "NetworkMap",
    "PlainTable",
    "RowEditor",
]
