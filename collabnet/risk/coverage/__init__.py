"""Which services the coalition reaches, for whom, from where, and who is on the team."""

from collabnet.risk.coverage.reach import reach_table
from collabnet.risk.coverage.services import coverage_table, find_providers
from collabnet.risk.coverage.team import team_table

__all__ = ["coverage_table", "find_providers", "reach_table", "team_table"]
