"""Released assessments as something to read or hand on: text, tables, a brief for a board."""
