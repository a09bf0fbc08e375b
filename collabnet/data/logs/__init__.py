"""Logs of any size, counted through DuckDB without being loaded."""

from collabnet.data.logs.count import count_pathways
from collabnet.data.logs.counts import Counts
from collabnet.data.logs.job import Stopped
from collabnet.data.logs.tokens import Tokens, read_key, write_new_key

__all__ = ["Counts", "Stopped", "Tokens", "count_pathways", "read_key", "write_new_key"]
